"""Fixtures for screens."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.domain.permissions import Role
from tests.rig.databases import World

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.qt.screen import Screen
    from app.services.context import Context
    from tests.rig.desk import Desk

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

MakeDesk = Callable[..., "Desk"]


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """Qt's application as the program makes it, instead of pytest-qt's."""
    from app.bootstrap import application

    return application(["quai"])


@pytest.fixture(autouse=True)
def no_rubbish() -> Iterator[None]:
    """Search for rubbish after each test, on the main thread: the program does so only while its event loop runs."""
    yield
    if not gc.isenabled():
        from app.bootstrap import application
        from app.qt.rubbish import Rubbish

        rubbish = application(["quai"]).findChild(Rubbish)
        assert rubbish is not None
        rubbish.look()


@pytest.fixture
def desk_of(tmp_path: Path) -> Iterator[MakeDesk]:
    """Makes desks over worlds: `desk_of(world, Role.PACKER, screens=(PackingBench,))`; closed at the end."""
    from tests.rig.desk import Desk

    made: list[Desk] = []

    def make(
        world: World, *roles: Role, screens: tuple[type[Screen], ...], ctx: Context | None = None
    ) -> Desk:
        desk = Desk(world, tmp_path / f"desk{len(made)}", *roles, screens=screens, ctx=ctx)
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.close()
