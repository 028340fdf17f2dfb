"""With a database that takes 300 ms a statement, some screens and all their commands let the event loop answer within 50 ms.

Every screen is held to the cause, whatever the machine does, in tests/views/test_never_blocked.py: the main thread never touches
the database. The beat itself takes over a minute a screen, so the long tests measure a few.
"""

from __future__ import annotations

import gc

import pytest

from app.qt import robot
from app.qt.screen import Screen
from app.views.screens import SCREENS
from tests.rig.databases import World
from tests.rig.heart import Heart, slow_database
from tests.rig.screens import MakeDesk
from tests.rig.walk import Walk

pytestmark = [pytest.mark.soak, pytest.mark.timeout(600)]

MEASURED = tuple(one for one in SCREENS if one.id in ("stock", "stock-card", "products", "users"))
STATEMENT_S = 0.3
ANSWER_MS = 50.0
ONCE_MS = 250.0
"""What happens once and asks no database: a screen's widgets are made, or all that were made say themselves anew."""
ONCE = "once: "
PATIENCE_MS = 180_000
"""An export reads many pages, each some statements of 300 ms."""


@pytest.mark.parametrize("kind", MEASURED, ids=lambda kind: kind.id)
def test_the_loop_answers(
    sample_world: World, desk_of: MakeDesk, kind: type[Screen], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(robot, "PATIENCE_MS", PATIENCE_MS)
    gc.collect()
    gc.freeze()  # as the program does once it has read itself
    desk = desk_of(sample_world, screens=SCREENS)
    heart = Heart()
    walk = Walk(desk, SCREENS, told=lambda what: setattr(heart, "doing", what))
    for one in SCREENS:  # a command may lead to any of them
        if not one.home:
            heart.doing = f"{ONCE}make {one.id}"
            desk.show(one)
    heart.doing = f"{ONCE}reach {kind.id}"
    walk.visit(kind)
    with slow_database(STATEMENT_S):
        walk.do_everything(kind)
        for language in ("fr", "en"):
            heart.doing = f"{ONCE}say it in {language}"
            desk.speak(language)
    walk.end()
    heart.stop()
    gc.unfreeze()
    late = {
        what: round(busy)
        for what, busy in heart.worst.items()
        if busy > (ONCE_MS if what.startswith(ONCE) else ANSWER_MS)
    }
    assert late == {}
