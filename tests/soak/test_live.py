"""What one desk commits is on the other desk's screen within a second, in two real processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rig.databases import World
from tests.rig.live import seen_after

pytestmark = pytest.mark.soak

SECONDS = 1.0


def test_another_desk_sees_it_within_a_second(world: World, tmp_path: Path) -> None:
    """From the key that commits it, so that the commit itself is in the figure."""
    assert seen_after(world, tmp_path) < SECONDS
