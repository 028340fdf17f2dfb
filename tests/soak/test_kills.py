"""200 desks killed at random moments: what was acknowledged is there once, what was not is whole or not there."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.permissions import Role
from tests.rig import kills
from tests.rig.databases import World
from tests.rig.proxy import Fate, Proxy, commits

pytestmark = [pytest.mark.soak, pytest.mark.timeout(900)]
_CUTS = (Fate.CUT_BEFORE, Fate.CUT_IN_DOUBT, Fate.CUT_AFTER)


def test_120_kills_on_postgresql(pg_world: World, tmp_path: Path) -> None:
    _kill(pg_world, tmp_path, kills_=120)


def test_80_kills_on_sqlite(sqlite_world: World, tmp_path: Path) -> None:
    _kill(sqlite_world, tmp_path, kills_=80)


def test_desks_that_are_killed_and_cut_off_at_random(pg_world: World, tmp_path: Path) -> None:
    chance, cuts = random.Random(7), []

    def judge(words: str) -> Fate:
        # COMMIT is cut more often than its share: the doubt is what this is about.
        if chance.random() < (0.08 if commits(words) else 0.01):
            cuts.append(words)
            return chance.choice(_CUTS)
        return Fate.PASS

    server = sa.make_url(pg_world.url_of(Role.PICKER))
    with Proxy(str(server.host), int(server.port or 0), judge) as proxy:
        floor, journals = kills.kill_at_random(pg_world, tmp_path, desks=4, kills=60, seed=3, port=proxy.port)
    assert len(cuts) > 60
    assert any(commits(words) for words in cuts)
    kills.judge(pg_world, floor, journals)
    kills.ask_again(pg_world, floor, journals)


def _kill(world: World, folder: Path, kills_: int) -> None:
    floor, journals = kills.kill_at_random(world, folder, desks=4, kills=kills_, seed=kills_)
    acknowledged = sum(len(day) for day in journals.values())
    assert acknowledged > kills_
    in_doubt = kills.judge(world, floor, journals)
    print(
        f"{world.engine}: {kills_} kills, {acknowledged} steps acknowledged, {in_doubt} done but not acknowledged at the end"
    )
    kills.ask_again(world, floor, journals)
