"""No screen makes a person wait for the database: shown, commands done, another language and colours, for every screen there is.

How long the event loop is held up by anything else, `make bench ONLY=beat` measures.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from app.qt.screen import Screen
from app.qt.theme import Scheme
from app.views.screens import SCREENS
from tests.rig.databases import World
from tests.rig.gate import gate
from tests.rig.screens import MakeDesk
from tests.rig.walk import Walk


@pytest.fixture
def walk(sample_world: World, desk_of: MakeDesk) -> Iterator[Walk]:
    walk = Walk(desk_of(sample_world, screens=SCREENS), SCREENS)
    yield walk
    walk.end()


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.id)
def test_the_main_thread_never_waits_for_the_database(walk: Walk, kind: type[Screen]) -> None:
    with gate() as watch:
        walk.do_everything(kind)
        for language in ("fr", "en"):
            walk.desk.speak(language)
        for scheme in (Scheme.DARK, Scheme.LIGHT):
            walk.desk.colour(scheme)
        walk.desk.work.open_palette()
        walk.desk.type("caf")
        walk.desk.press("Escape")
    assert watch.offences == []
    assert watch.statements, "the screen read nothing, so nothing was shown"


def test_a_main_thread_that_asks_the_database_is_seen(walk: Walk) -> None:
    desk = walk.desk
    with gate() as watch, desk.ctx.reading() as connection:
        connection.exec_driver_sql("SELECT 1")
    assert any("SELECT 1" in one for one in watch.offences)


def test_a_main_thread_that_stands_still_is_seen(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.rig.gate.STUCK_S", 0.3)
    desk = walk.desk

    def ask() -> None:
        with desk.ctx.reading() as connection:
            connection.exec_driver_sql("SELECT 1")

    with gate() as watch:
        desk.shell.tasks.run(ask)
        desk.shell.tasks._pool.waitForDone()
        QCoreApplication.processEvents()
    assert any("stood still" in one for one in watch.offences)
