"""The whole console by keyboard: first run, signing in and out, people taking turns, other versions, a server that is away."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from alembic import command
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from app.config import file_url
from app.database import SCHEMA_VERSION, make_engine
from app.domain.permissions import Role
from app.qt.scanner import simulate
from app.services import schema
from app.services.badges import set_badge, set_pin
from app.services.desk_people import DeskPeople
from app.services.kept_passwords import KEYRING
from app.services.opening import make
from app.views.crash_dialog import CrashDialog
from app.views.entrance import FirstRunPage, ProblemPage, SignInPage
from app.views.person_menu import PinDialog
from app.views.window import Work
from tests.rig.console import MakeOffice, MemoryKeyring, office_of, ring
from tests.rig.databases import World
from tests.rig.people import GOOD, Crew, crew
from tests.rig.proxy import Fate, Proxy

__all__ = ["crew", "office_of", "ring"]
MARIE, TOM = "USR-MARIE", "USR-TOM9"


def url_of(world: World) -> str:
    """The database as a desk's settings name it; whoever signs in comes with login and password."""
    return world.url_of(Role.ADMIN)


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


# The first run


def test_the_first_administrator_by_keyboard_alone(tmp_path: Path, office_of: MakeOffice) -> None:
    office = office_of(file_url(tmp_path / "new" / "quai.db"))
    page, robot = office.page, office.robot
    assert isinstance(page, FirstRunPage)
    assert page.sample_button.hasFocus()
    robot.press("Tab")
    assert page.name.hasFocus()
    robot.type("Ada Lovelace")
    robot.press("Return")
    robot.type("Ada Lovelace")
    robot.press("Return")
    robot.type("short")
    robot.press("Return")
    robot.type("shirt")
    robot.press("Return")
    assert "differ" in page.again_row.refusal
    robot.press("Ctrl+A")
    robot.type("short")
    robot.press("Return")
    assert page.login_row.refusal, "a login has no spaces"
    assert page.login.hasFocus()
    assert (page.name.text(), page.password.text()) == ("Ada Lovelace", "short"), "nothing typed is lost"
    robot.press("Ctrl+A")
    robot.type("ada")
    robot.press("Return", "Return", "Return")
    assert (page.login_row.refusal, robot.focus) == ("", page.password)
    assert page.password_row.refusal
    for _ in range(2):
        robot.press("Ctrl+A")
        robot.type("three plain words")
        robot.press("Return")
    robot.wait(lambda: office.console.work is not None)
    office.at_work()
    assert isinstance(office.page, Work)
    assert office.work.ctx.actor == "ada"
    assert office.notices == ()


def test_enter_on_the_button_opens_the_sample_company(
    sample_file: Path, tmp_path: Path, office_of: MakeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def copied(url: str, progress: Callable[[int, int, str], None]) -> None:
        progress(1, 2, "Half of it")
        told.append(url)
        with (
            closing(sqlite3.connect(sample_file)) as source,
            closing(sqlite3.connect(sa.make_url(url).database or "")) as target,
        ):
            source.backup(target)

    # Making it takes half a minute and has tests of its own (tests/services/test_opening.py); here it is copied.
    monkeypatch.setattr("app.services.opening.make_sample", copied)
    url = file_url(tmp_path / "quai.db")
    office = office_of(url)
    office.robot.press("Return")
    office.robot.wait(lambda: office.console.work is not None)
    office.at_work()
    assert (told, office.work.ctx.actor) == ([url], "samir")
    office.work.sign_out()
    office.robot.wait()
    page = office.page
    assert isinstance(page, SignInPage)
    assert page.sample_words.isVisible()
    assert page.password.text(), "everybody may know the password of the sample company"
    page.login.setFocus()
    office.robot.type("marie")
    office.robot.press("Return")
    office.robot.wait(lambda: office.work.ctx.actor == "marie")
    again = office_of(url, "another")
    page = again.page
    assert isinstance(page, SignInPage)
    assert page.sign_in.hasFocus()
    again.robot.press("Return")
    again.robot.wait(lambda: again.console.work is not None)
    again.at_work()
    assert again.work.ctx.actor == "samir"


def test_a_program_ended_while_the_sample_is_made_leaves_nothing(
    tmp_path: Path, office_of: MakeOffice
) -> None:
    office = office_of(file_url(tmp_path / "quai.db"))
    page = office.page
    assert isinstance(page, FirstRunPage)
    told: list[int] = []
    office.console.make_sample()
    assert office.console._steps is not None
    office.console._steps.told.connect(lambda done, total, words: told.append(done))
    wait_for(lambda: bool(told))
    office.console.window.close()
    assert not (tmp_path / "quai.db").exists()


def wait_for(happened: Callable[[], bool]) -> None:
    """Let the program go on until something happened, at rest or not."""
    loop, look, over = QEventLoop(), QTimer(), QTimer()

    def see() -> None:
        if happened():
            loop.quit()

    look.timeout.connect(see)
    look.start(5)
    over.setSingleShot(True)
    over.timeout.connect(loop.quit)
    over.start(30_000)
    loop.exec()
    assert happened()


# Signing in


def test_a_wrong_password_is_said_beside_it_and_nothing_is_lost(
    world: World, crew: Crew, office_of: MakeOffice
) -> None:
    office = office_of(url_of(world))
    page, robot = office.page, office.robot
    assert isinstance(page, SignInPage)
    assert page.login.hasFocus()
    robot.press("Return")
    robot.press("Return")
    assert page.login_row.refusal
    office.sign_in(crew.marie, "not the password")
    assert page.password_row.refusal.startswith("The sign-in is not accepted.")
    assert page.login.text() == crew.marie
    assert page.password.hasFocus()
    robot.type(GOOD)
    assert page.password_row.refusal == ""
    robot.press("Return")
    office.at_work()
    assert office.work.ctx.actor == crew.marie
    assert page.password.text() == ""
    assert "password" not in office.console.store._settings.allKeys()


def test_the_keyring_keeps_the_password_if_wished(
    world: World, crew: Crew, office_of: MakeOffice, ring: MemoryKeyring
) -> None:
    url = url_of(world)
    key = (KEYRING, f"{crew.marie}@{url}")
    office = office_of(url)
    page = office.page
    assert isinstance(page, SignInPage)
    page.keep.setFocus()
    office.robot.press("Space")
    office.sign_in(crew.marie, GOOD)
    assert ring.kept == {key: GOOD}
    office.close()
    office = office_of(url)
    page = office.page
    assert isinstance(page, SignInPage)
    assert (page.login.text(), page.password.text(), page.keep.isChecked()) == (crew.marie, GOOD, True)
    assert page.sign_in.hasFocus()
    office.robot.press("Shift+Tab", "Space", "Tab", "Return")
    office.at_work()
    assert office.work.ctx.actor == crew.marie
    assert ring.kept == {}, "no longer wished"


def test_without_any_keyring_everybody_types(
    sqlite_world: World, office_of: MakeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    import keyring
    from keyring.backends.fail import Keyring

    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())  # type: ignore[no-untyped-call]  # the library types none of its backends
    try:
        people = Crew(sqlite_world)
        office = office_of(sqlite_world.url)
        office.console.store.put("login", people.marie)
        office.console.look()
        office.robot.wait()
        page = office.page
        assert isinstance(page, SignInPage)
        assert (page.login.text(), page.password.text()) == (people.marie, "")
        page.keep.setChecked(True)
        office.sign_in(people.marie, GOOD)
        assert office.work.ctx.actor == people.marie
    finally:
        keyring.set_keyring(before)


# Other versions, and databases that cannot be opened


def test_an_older_file_is_brought_up_to_date_and_its_copy_kept(tmp_path: Path, office_of: MakeOffice) -> None:
    file = tmp_path / "quai.db"
    engine = make_engine(file_url(file))
    with engine.connect() as made, made.begin():
        command.upgrade(schema.alembic_config(made), "0001")
    engine.dispose()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(
            "INSERT OR REPLACE INTO app_meta (id, schema_version, company) VALUES (1, 1, 'Old')"
        )
        connection.commit()
    office = office_of(file_url(file))
    assert isinstance(office.page, FirstRunPage)
    (copy,) = tmp_path.glob("quai-before-upgrade-*.db")
    office.console.make_own("Ada", "ada", "three plain words")
    office.robot.wait(lambda: office.console.work is not None)
    office.at_work()
    assert str(copy) in office.work.widget.status._said.text()
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT schema_version FROM app_meta").fetchone() == (1,)


def test_a_newer_file_is_refused_in_words_until_there_is_another(
    tmp_path: Path, office_of: MakeOffice
) -> None:
    file = tmp_path / "quai.db"
    make(file_url(file))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE app_meta SET schema_version = ?", (SCHEMA_VERSION + 1,))
        connection.commit()
    office = office_of(file_url(file))
    page = office.console.page(ProblemPage)
    assert office.page == page
    assert "newer program" in page.words.text()
    assert page.retry.hasFocus()
    office.robot.press("Return")
    assert office.page == page
    file.unlink()
    office.robot.press("Return")
    assert isinstance(office.page, FirstRunPage)


def test_a_newer_server_is_refused_under_the_button(pg_world: World, office_of: MakeOffice) -> None:
    people = Crew(pg_world)
    with psycopg.connect(pg_world.url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"UPDATE quai.app_meta SET schema_version = {SCHEMA_VERSION + 1}".encode())
    office = office_of(url_of(pg_world))
    office.sign_in(people.marie, GOOD)
    page = office.page
    assert isinstance(page, SignInPage)
    assert "older than its database" in page.trouble.text()
    assert (page.password_row.refusal, page.password.text()) == ("", GOOD)
    Crew.forget(pg_world, people.marie, people.tom)


def test_a_server_that_is_away_is_asked_again_with_what_was_typed(
    pg_world: World, office_of: MakeOffice
) -> None:
    people = Crew(pg_world)
    url = sa.make_url(url_of(pg_world))
    with Proxy(str(url.host), int(url.port or 0), lambda words: Fate.PASS) as proxy:
        proxy.closed = True
        office = office_of(url.set(port=proxy.port).render_as_string(hide_password=False))
        office.sign_in(people.marie, GOOD)
        page = office.page
        assert isinstance(page, SignInPage)
        assert page.trouble.isVisible()
        assert page.trouble.text()
        proxy.closed = False
        office.robot.press("Return")
        office.robot.wait(lambda: office.console.work is not None)
        office.at_work()
        assert not page.trouble.isVisible()

        screen = office.work.widget.current
        assert screen is not None
        light = office.work.widget.top.connection
        office.robot.wait(lambda: "Connected" in light.accessibleName())
        proxy.closed = True
        proxy.cut()
        office.robot.wait(lambda: "No answer" in light.accessibleName())
        read: list[frozenset[str]] = []
        office.work.feed.changed.connect(read.append)
        proxy.closed = False
        office.robot.wait(lambda: "Connected" in light.accessibleName() and bool(read))
        assert "everything" in read[0], "what happened meanwhile is unknown"
        office.close()
    Crew.forget(pg_world, people.marie, people.tom)


def test_a_file_that_is_no_database_is_a_problem_that_can_be_tried_again(
    tmp_path: Path, office_of: MakeOffice
) -> None:
    file = tmp_path / "quai.db"
    file.write_bytes(b"no database at all" * 100)
    office = office_of(file_url(file))
    page = office.page
    assert isinstance(page, ProblemPage)
    assert page.words.text()
    file.unlink()
    office.robot.press("Return")
    assert isinstance(office.page, FirstRunPage)


# People at one desk


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
