"""What one desk commits is on the other desk's screen, in two real processes."""

from __future__ import annotations

from pathlib import Path

from tests.rig.databases import World
from tests.rig.live import seen_after


def test_another_desk_sees_it_by_itself(world: World, tmp_path: Path) -> None:
    seen_after(world, tmp_path)
