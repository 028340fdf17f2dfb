"""Many desks sell and ship goods that do not suffice for all, until none fits."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from tests.rig.databases import World
from tests.rig.race import race

pytestmark = [pytest.mark.soak, pytest.mark.timeout(900)]


def test_16_desks_on_20_products_on_postgresql(pg_world: World) -> None:
    with waits(pg_world) as seen:
        answers = race(pg_world, processes=16, products=20, pieces=70)
    assert all(answer["refused"] for answer in answers)
    # The control of the next test: where goods are shared, desks are seen to wait for each other.
    assert seen["transactionid"] + seen["tuple"] > 0


def test_desks_with_goods_of_their_own_never_wait_for_each_other(pg_world: World) -> None:
    with waits(pg_world) as seen:
        race(pg_world, processes=16, products=32, pieces=20, disjoint=True)
    assert seen["looks"] > 100
    assert not {kind for kind in seen if kind not in ("looks", "news")}, seen


def test_8_desks_on_20_products_on_sqlite(sqlite_world: World) -> None:
    answers = race(sqlite_world, processes=8, products=20, pieces=60)
    assert all(answer["refused"] for answer in answers)


@contextmanager
def waits(world: World) -> Iterator[Counter[str]]:
    """Look again and again at who waits for a lock: how often which kind of lock was waited for, and how many looks.

    Whole-table work of the server's own (autovacuum, extending a file) is not a desk that waits for another. The server
    puts announcements in their order under one lock, 'news'; it is counted apart, since nobody holds goods, rows or an
    unwritten commit behind it (adr/0011, tests/database/test_cut_lines.py).
    """
    seen: Counter[str] = Counter()
    over = threading.Event()
    url = world.url.replace("postgresql+psycopg://", "postgresql://")

    def look() -> None:
        with psycopg.connect(url, autocommit=True) as connection:
            while not over.wait(0.01):
                seen["looks"] += 1
                rows = connection.execute(
                    "SELECT CASE WHEN l.locktype = 'object' AND l.classid = 'pg_database'::regclass AND l.objid = 0"
                    " AND l.database = 0 AND l.mode = 'AccessExclusiveLock' THEN 'news' ELSE l.locktype END"
                    " FROM pg_locks AS l JOIN pg_stat_activity AS a USING (pid)"
                    " WHERE NOT l.granted AND a.datname = current_database() AND a.backend_type = 'client backend'"
                    " AND l.locktype <> 'extend'"
                ).fetchall()
                seen.update(str(row[0]) for row in rows)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield seen
    finally:
        over.set()
        thread.join()
