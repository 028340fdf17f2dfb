"""Fixtures for screens."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.domain.permissions import Role
from tests.rig.databases import World

if TYPE_CHECKING:
    from app.qt.screen import Screen
    from app.services.context import Context
    from tests.rig.desk import Desk

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

MakeDesk = Callable[..., "Desk"]


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
