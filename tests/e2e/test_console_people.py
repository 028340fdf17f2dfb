"""People take turns at one desk: badges, PINs, signing out, and a program that ends under them."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from PySide6.QtWidgets import QApplication, QLineEdit

from app.config import file_url
from app.qt.scanner import simulate
from app.services.badges import set_badge, set_pin
from app.services.desk_people import DeskPeople
from app.views.crash_dialog import CrashDialog
from app.views.entrance import SignInPage
from app.views.person_menu import PinDialog
from app.views.window import Work
from tests.rig.console import MakeOffice, office_of, ring, url_of
from tests.rig.databases import World
from tests.rig.people import GOOD, Crew, crew

__all__ = ["crew", "office_of", "ring"]
MARIE, TOM = "USR-MARIE", "USR-TOM9"


def lines_of(world: World, login: str) -> int:
    """How many connections somebody holds: on SQLite, how often this process has the file open."""
    if not world.postgresql:
        file = sa.make_url(world.url).database
        world.close()
        return sum(1 for one in Path("/proc/self/fd").iterdir() if _target(one) == file)
    with psycopg.connect(world.url.replace("+psycopg", ""), autocommit=True) as connection:
        found = connection.execute("SELECT count(*) FROM pg_stat_activity WHERE usename = %s", (login,))
        return int(found.fetchone()[0])  # type: ignore[index]  # a count always answers


def _target(link: Path) -> str:
    try:
        return str(link.readlink())
    except OSError:
        return ""


class Shift:
    """Marie and Tom at one desk; its clock is ours."""

    def __init__(self, world: World, people: Crew, office_of: MakeOffice) -> None:
        self.now = 1000.0
        self.marie, self.tom = people.marie, people.tom
        set_badge(world.owner, people.marie, MARIE)
        set_badge(world.owner, people.tom, TOM)
        set_pin(world.owner, people.marie, "4711")
        self.office = office_of(url_of(world), people=DeskPeople(idle_minutes=10, clock=lambda: self.now))
        self.office.sign_in(people.marie, GOOD)

    @property
    def who(self) -> str:
        current = self.office.work.people.current
        return current.actor if current is not None else ""

    def beside(self) -> None:
        """Tom signs in beside Marie."""
        self.office.work.sign_in_wanted.emit("")
        self.office.robot.wait()
        self.office.sign_in(self.tom, GOOD)


@pytest.fixture
def shift(world: World, crew: Crew, office_of: MakeOffice) -> Shift:
    return Shift(world, crew, office_of)


def test_a_second_person_signs_in_beside_the_first_or_does_not(shift: Shift) -> None:
    office = shift.office
    office.work.sign_in_wanted.emit("")
    office.robot.wait()
    page = office.page
    assert isinstance(page, SignInPage)
    assert (page.others.isVisible(), page.return_button.isVisible()) == (True, True)
    office.robot.press("Escape")
    assert isinstance(office.page, Work)
    assert shift.who == shift.marie
    shift.beside()
    assert isinstance(office.page, Work)
    assert (shift.who, office.work.ctx.actor) == (shift.tom, shift.tom)
    assert office.work.people.logins == (shift.marie, shift.tom)


def test_a_badge_switches_and_after_a_while_wants_the_pin(shift: Shift) -> None:
    office = shift.office
    shift.beside()
    office.robot.scan(MARIE)
    assert (shift.who, office.work.ctx.actor) == (shift.marie, shift.marie)
    assert "Marie Fontaine works here now" in office.work.widget.status._said.text()
    office.robot.scan(TOM)
    shift.now += 3600
    office.robot.scan(MARIE)
    dialog = pin_dialog()
    assert shift.who == shift.tom
    assert dialog.field.hasFocus()
    office.robot.type("0000")
    office.robot.press("Return")
    assert "2 more" in dialog.row.refusal
    assert (dialog.field.text(), office.robot.focus) == ("", dialog.field)
    office.robot.scan("4006381333931")
    assert dialog.field.text() == "", "what is scanned lands in no field"
    office.robot.type("4711")
    office.robot.press("Return")
    assert (shift.who, office.notices) == (shift.marie, ())
    assert not any(isinstance(one, PinDialog) and one.isVisible() for one in QApplication.topLevelWidgets())


def pin_dialog() -> PinDialog:
    """The dialog that asks for the PIN."""
    (found,) = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, PinDialog) and one.isVisible()
    ]
    return found


def test_too_many_wrong_pins_lead_to_the_password(shift: Shift) -> None:
    office = shift.office
    shift.beside()
    shift.now += 3600
    office.robot.scan(MARIE)
    for wrong in ("0000", "1111", "2222"):
        office.robot.type(wrong)
        office.robot.press("Return")
    assert len(office.notices) == 1
    assert shift.who == shift.tom
    office.work.widget.messages.acted.emit()
    office.robot.wait()
    page = office.page
    assert isinstance(page, SignInPage)
    assert page.login.text() == shift.marie
    office.robot.type(GOOD)
    office.robot.press("Return")
    assert shift.who == shift.marie


def test_a_real_scan_does_not_land_in_a_secret_field(shift: Shift) -> None:
    office = shift.office
    office.work.sign_in_wanted.emit("")
    office.robot.wait()
    page = office.page
    assert isinstance(page, SignInPage)
    page.password.setFocus()
    heard: list[str] = []
    office.work.router.scanned.connect(lambda scan, number, source: heard.append(scan.code))
    simulate(office.console.window, "4006381333931")
    office.robot.wait(lambda: bool(heard))
    assert page.password.text() == ""
    assert "4006381333931" in page.trouble.text()
    assert isinstance(office.page, SignInPage)


def test_signing_out_leaves_no_line_behind_and_a_badge_or_password_brings_somebody_back(
    world: World, shift: Shift
) -> None:
    office = shift.office
    office.work.sign_out()
    office.robot.wait()
    page = office.page
    assert isinstance(page, SignInPage)
    assert (shift.who, page.return_button.isVisible()) == ("", False)
    office.work.print_now()
    office.robot.press("Escape")
    office.robot.scan(MARIE)
    assert isinstance(office.page, SignInPage)
    office.robot.wait(lambda: lines_of(world, shift.marie) == 0)
    office.sign_in(shift.tom, GOOD)
    assert (shift.who, office.work.ctx.actor) == (shift.tom, shift.tom)
    news: list[frozenset[str]] = []
    office.work.feed.changed.connect(news.append)
    set_badge(world.owner, shift.marie, MARIE)
    office.robot.wait(lambda: bool(news))
    office.work.sign_in_wanted.emit("")
    office.robot.wait()
    office.sign_in(shift.marie, GOOD)
    office.work.sign_out()
    office.robot.wait()
    assert shift.who == ""
    office.robot.scan(TOM)
    assert isinstance(office.page, Work)
    assert shift.who == shift.tom
    if world.postgresql:  # on SQLite every line is one to the same file, and Tom works
        office.robot.wait(lambda: lines_of(world, shift.marie) == 0)


# The window


def test_language_and_scheme_switch_under_the_hands_of_somebody_who_types(shift: Shift) -> None:
    office = shift.office
    office.robot.press("Ctrl+F")
    field = office.robot.focus
    assert isinstance(field, QLineEdit)
    office.robot.type("half a wor")
    office.work.speak("fr")
    office.work.colour("dark")
    office.robot.type("d")
    assert (office.robot.focus, field.text()) == (field, "half a word")
    assert office.work.widget.top.connection.accessibleName() != ""
    assert office.console.page(SignInPage).title.text() != "Sign in", "the pages behind the work follow, too"
    office.close()
    assert office.console.store.get("language") == "fr"
    assert office.console.store.get("scheme") == "dark"


def test_size_and_screen_are_remembered(tmp_path: Path, office_of: MakeOffice) -> None:
    url = file_url(tmp_path / "quai.db")
    office = office_of(url)
    office.console.make_own("Ada", "ada", "three plain words")
    office.robot.wait(lambda: office.console.work is not None)
    office.at_work()
    office.console.window.resize(1024, 700)  # the screen that there is off-screen holds no more
    office.work.widget.go("stock")
    office.robot.wait()
    office.close()
    again = office_of(url)
    size = again.console.window.size()
    assert (size.width(), size.height()) == (1024, 700)
    again.sign_in("ada", "three plain words")
    current = again.work.widget.current
    assert current is not None
    assert current.id == "stock"


def test_ending_with_work_under_way_leaves_nothing_behind(world: World, shift: Shift) -> None:
    office = shift.office
    ctx = office.work.ctx
    ended: list[str] = []

    def long() -> None:
        with ctx.reading() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sales_order").all()
        ended.append("read")

    for _ in range(5):
        office.work.shell.tasks.run(long, lane="long")
    office.work.widget.current.refresh()  # type: ignore[union-attr]  # a screen is shown
    office.console.window.close()
    assert len(ended) <= 5
    assert lines_of(world, shift.marie) == 0
    assert not any(one.is_alive() for one in office.work.feed._ears)
    office.robot.wait()


def test_a_bug_shows_its_number_once_and_the_work_goes_on(shift: Shift, logged_errors: list[object]) -> None:
    office = shift.office
    office.robot.tasks.clear()
    numbers = [office.console.crashes.report(ValueError("a bug")) for _ in range(2)]
    office.robot.wait()
    (dialog,) = office.console.window.findChildren(CrashDialog)
    assert dialog.incident == numbers[0]
    assert len(logged_errors) == 2
    office.robot.press("Return")
    assert office.console._crash is None
    assert isinstance(office.page, Work)
