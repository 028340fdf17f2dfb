"""Scans before anybody works: they land in no field, a badge says who wants to sign in, the rest is told in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from app.config import file_url
from app.domain.permissions import Role
from app.qt.scanner import ScanJournal, simulate
from app.services.badges import set_badge
from app.views.entrance import FirstRunPage, SignInPage
from app.views.window import Work
from tests.rig.console import MakeOffice, Office, office_of, ring
from tests.rig.databases import World
from tests.rig.people import GOOD, Crew, crew

__all__ = ["crew", "office_of", "ring"]


def scan(office: Office, code: str) -> None:
    """With the keys of a real scanner, into whatever has the keyboard."""
    assert office.console.scanner is not None
    heard: list[object] = []
    office.console.scanner.router.scanned.connect(lambda scan, number, source: heard.append(scan))
    simulate(office.console.window, code)
    office.robot.wait(lambda: bool(heard))
    office.robot.wait()


def typed(office: Office) -> list[str]:
    """What stands in the fields of the page."""
    return [one.text() for one in office.page.findChildren(QLineEdit)]


def test_nothing_scanned_lands_in_a_field_of_the_first_run(tmp_path: Path, office_of: MakeOffice) -> None:
    office = office_of(file_url(tmp_path / "quai.db"))
    page = office.page
    assert isinstance(page, FirstRunPage)
    page.name.setFocus()
    scan(office, "4006381333931")
    assert (typed(office), page.name.hasFocus()) == (["", "", "", ""], True)
    assert "4006381333931 was not taken" in page.trouble.text()
    scan(office, "USR-ADA")
    assert not any(typed(office))
    assert "USR-ADA" in page.trouble.text()


def test_goods_at_the_first_sign_in_are_told_and_kept_in_the_journal(
    world: World, crew: Crew, office_of: MakeOffice, tmp_path: Path
) -> None:
    office = office_of(world.url_of(Role.ADMIN))
    page = office.page
    assert isinstance(page, SignInPage)
    office.robot.type("mar")
    scan(office, "4006381333931")
    assert (page.login.text(), page.password.text()) == ("mar", ""), "what was typed stays"
    assert "4006381333931 was not taken" in page.trouble.text()
    assert page.trouble.isVisible()
    office.close()
    journal = ScanJournal(tmp_path / "desk" / "scans.db", "DESK-1")
    assert [(one.code, one.verdict) for one in journal.recent()] == [("4006381333931", "nobody")]
    journal.close()


def test_a_badge_chooses_who_signs_in(world: World, crew: Crew, office_of: MakeOffice) -> None:
    set_badge(world.owner, crew.marie, "USR-MARIE")
    set_badge(world.owner, crew.tom, "USR-TOM9")
    office = office_of(world.url_of(Role.ADMIN))
    page = office.page
    assert isinstance(page, SignInPage)
    scan(office, "USR-NOBODY")
    assert "USR-NOBODY" in page.trouble.text()
    scan(office, "USR-MARIE")
    if world.postgresql:  # a server tells nothing to nobody; the desk knows who worked here before
        assert "USR-MARIE" in page.trouble.text()
        office.sign_in(crew.marie, GOOD)
        office.close()
        office = office_of(world.url_of(Role.ADMIN))
        page = office.page
        assert isinstance(page, SignInPage)
        scan(office, "USR-MARIE")
    assert (page.login.text(), page.password.hasFocus(), page.trouble.isVisible()) == (
        crew.marie,
        True,
        False,
    )
    office.robot.type(GOOD)
    office.robot.press("Return")
    office.at_work()
    assert isinstance(office.page, Work)
    assert office.work.ctx.actor == crew.marie
    office.work.sign_in_wanted.emit("")
    office.robot.wait()
    scan(office, "USR-TOM9")
    assert (page.login.text(), page.password.hasFocus()) == (crew.tom, True), "beside others, too"
    assert "is not signed in at this desk" in page.trouble.text()
