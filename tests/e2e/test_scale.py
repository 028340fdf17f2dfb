"""The program's own desk has a scale from sign-in to the end of the program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.rig.console import MakeOffice, office_of, ring, url_of
from tests.rig.databases import World
from tests.rig.people import GOOD, Crew
from tests.rig.scale import RigScale

__all__ = ["office_of", "ring"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_the_scale_is_there_for_whoever_works_and_let_go_at_the_end(
    sqlite_world: World, office_of: MakeOffice, tmp_path: Path
) -> None:
    crew = Crew(sqlite_world)
    rig = RigScale(tmp_path / "scale", "ad")
    rig.plug_in()
    rig.put(7794)
    try:
        office = office_of(url_of(sqlite_world))
        office.sign_in(crew.marie, GOOD)
        shell = office.work.shell
        assert not shell.scale
        shell.store.put("scale", {"port": str(rig.link), "protocol": "ad"})
        shell.settings_changed.emit("scale")
        scale = shell.scale
        assert scale is not None
        office.robot.wait(lambda: scale.fresh_weight() == 7794)
        office.work.close()
        assert not shell.scale
        assert scale.latest is None
    finally:
        rig.pull_out()
