"""What one process commits, another hears; on PostgreSQL by name, on SQLite as 'everything'."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from app.database import Change, Operation, Transaction
from app.database.news import AWAY, parse_payload
from tests.rig.databases import World

_OTHER_DESK = """
import sys
from app.database import Database, Operation
import sqlalchemy as sa
url, topic, ids, end = sys.argv[1:]
def work(tx):
    tx.execute(sa.text("INSERT INTO supplier (code, name) VALUES (:code, 'Ada')"), {"code": topic})
    for row_id in range(1, int(ids) + 1):
        tx.changed(topic, row_id)
    if end == "fail":
        raise KeyError("on purpose")
    return 1
Database(url).run(work, Operation(topic, "t", "t"), encode=str, decode=int, actor="other desk")
"""


def other_desk(world: World, topic: str, ids: int = 1, end: str = "commit") -> None:
    """Another process writes and announces."""
    url = sa.make_url(world.url).render_as_string(hide_password=False)
    done = subprocess.run(
        [sys.executable, "-c", _OTHER_DESK, url, topic, str(ids), end],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == (1 if end == "fail" else 0), done.stderr


def heard(news: Iterator[frozenset[Change]], turns: int = 40) -> frozenset[Change]:
    """The next news that is not silence."""
    for _ in range(turns):
        if found := next(news):
            return found
    return frozenset()


def test_what_another_process_commits_is_heard(world: World) -> None:
    news = world.database().changes(wait=0.25)
    assert next(news) == {("everything", 0)}
    assert next(news) == frozenset()
    other_desk(world, "shipment")
    assert heard(news) == ({("shipment", 1)} if world.postgresql else {("everything", 0)})
    assert next(news) == frozenset()


def test_what_is_rolled_back_is_not_heard(world: World) -> None:
    news = world.database().changes(wait=0.25)
    next(news)
    other_desk(world, "shipment", end="fail")
    assert [next(news) for _ in range(4)] == [frozenset()] * 4


def test_too_much_news_becomes_a_topic(pg_world: World) -> None:
    news = pg_world.database().changes(wait=0.25)
    next(news)
    other_desk(pg_world, "shipment", ids=3000)
    assert heard(news) == {("shipment", 0)}
    other_desk(pg_world, "stock", ids=500)
    assert heard(news) == {("stock", row_id) for row_id in range(1, 501)}


def test_after_a_cut_everything_is_read_again(pg_world: World) -> None:
    news = pg_world.database().changes(wait=0.25)
    next(news)
    with pg_world.database(application="the one who cuts").engine.connect() as connection:
        connection.execute(
            sa.text(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE query LIKE 'LISTEN%' AND datname = current_database()"
            )
        )
    assert heard(news) == AWAY
    assert heard(news) == {("everything", 0)}
    other_desk(pg_world, "shipment")
    assert heard(news) == {("shipment", 1)}


def test_news_that_nobody_told_are_found_in_time(pg_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk may die between its commit and the announcement."""
    monkeypatch.setattr("app.database.news.REREAD_SECONDS", 0.5)
    news = pg_world.database().changes(wait=0.25)
    assert next(news) == {("everything", 0)}
    assert next(news) == frozenset()
    assert heard(news) == {("everything", 0)}


def test_a_step_done_before_announces_nothing_again(pg_world: World) -> None:
    def work(tx: Transaction) -> int:
        tx.changed("shipment", 7)
        return 1

    database = pg_world.database()
    news = database.changes(wait=0.25)
    next(news)
    for _ in range(2):
        database.run(work, Operation("once", "t", "t"), encode=str, decode=int, actor="t")
    assert heard(news) == {("shipment", 7)}
    assert [next(news) for _ in range(3)] == [frozenset()] * 3


def test_unreadable_news_stands_for_everything() -> None:
    assert parse_payload("shipment:7,stock:0") == {("shipment", 7), ("stock", 0)}
    assert parse_payload("??") == parse_payload("shipment:x") == parse_payload("") == {("everything", 0)}
