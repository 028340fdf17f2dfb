"""500 kills of benches between the scan and the printer: one label a parcel, every repeat is marked or asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rig import bench_kills
from tests.rig.databases import World

pytestmark = [pytest.mark.soak, pytest.mark.timeout(1800)]
KILLS = 500


def test_500_kills_between_scan_and_print(pg_world: World, tmp_path: Path) -> None:
    floor, journals = bench_kills.kill_at_random(pg_world, tmp_path, desks=4, kills=KILLS, seed=KILLS)
    bench_kills.judge(pg_world)
    printed, asked = bench_kills.finish(pg_world, tmp_path, floor, journals)
    bench_kills.judge(pg_world)
    parcels = pg_world.one("SELECT count(*) FROM package")
    print(
        f"{KILLS} kills, {parcels} parcels, {printed} papers printed, {asked} asked about and printed as copies"
    )
    assert parcels > KILLS // 4
    assert asked
