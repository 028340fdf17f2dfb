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

from app.config import file_url
from app.database import SCHEMA_VERSION, make_engine
from app.services import schema
from app.services.kept_passwords import KEYRING
from app.services.opening import make
from app.views.entrance import FirstRunPage, ProblemPage, SignInPage
from app.views.window import Work
from tests.rig.console import MakeOffice, MemoryKeyring, office_of, ring, url_of
from tests.rig.databases import World
from tests.rig.people import GOOD, Crew, crew
from tests.rig.proxy import Fate, Proxy

__all__ = ["crew", "office_of", "ring"]


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
