"""News of what changed, from desk to desk: hints to read again, nothing is decided by them (adr/0011)."""

from __future__ import annotations

import time
from collections.abc import Iterator

import psycopg
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.pool import NullPool

from app.database.engine import ALIVE

Change = tuple[str, int]
"""What changed: a topic ('order', 'shipment', 'stock' ...) and the id of the row; 0 for many."""
CHANNEL = "quai"
EVERYTHING = frozenset({("everything", 0)})
AWAY = frozenset({("away", 0)})
"""Instead of news: the server does not answer."""
REREAD_SECONDS = 60.0
"""A desk that died between its commit and the announcement left the others an old picture for this long at most."""
_PAYLOAD_LIMIT = 7500


def heard(engine: Engine, wait: float) -> Iterator[frozenset[Change]]:
    """What changed, as it comes; an empty set when `wait` seconds passed without news.

    On SQLite nobody says what changed: ('everything', 0) stands for all of it. A first ('everything', 0)
    comes when the line stands, again after a cut, since what happened meanwhile is unknown, and once a minute.
    While the server does not answer, `AWAY` comes instead of the empty set.
    """
    return _told(engine, wait) if engine.dialect.name == "postgresql" else _seen(engine, wait)


def _told(engine: Engine, wait: float) -> Iterator[frozenset[Change]]:
    bare = sa.create_engine(engine.url, poolclass=NullPool)
    arguments, parameters = bare.dialect.create_connect_args(bare.url)
    parameters.update(ALIVE)
    while True:
        try:
            with psycopg.connect(*arguments, **parameters, autocommit=True, connect_timeout=5) as line:
                line.execute(f"LISTEN {CHANNEL}")
                looked = float("-inf")
                while True:
                    if time.monotonic() - looked > REREAD_SECONDS:
                        looked = time.monotonic()
                        yield EVERYTHING
                    found: set[Change] = set()
                    for notice in line.notifies(timeout=wait, stop_after=1):
                        found |= parse_payload(notice.payload)
                    yield frozenset(found)
        except psycopg.OperationalError:
            yield AWAY
            time.sleep(wait)


def _seen(engine: Engine, wait: float) -> Iterator[frozenset[Change]]:
    with engine.connect() as connection:
        version = -1
        waited_until = time.monotonic() + wait
        while True:
            now_version = connection.connection.cursor().execute("PRAGMA data_version").fetchone()[0]
            if now_version != version:
                version, waited_until = now_version, time.monotonic() + wait
                yield EVERYTHING
            elif time.monotonic() >= waited_until:
                waited_until = time.monotonic() + wait
                yield frozenset()
            time.sleep(min(0.2, wait))


def payload(changes: set[Change]) -> str:
    """Changes as a notification's text; topics alone where there are too many rows for one."""
    text = ",".join(f"{topic}:{row_id}" for topic, row_id in sorted(changes))
    return (
        text
        if len(text) < _PAYLOAD_LIMIT
        else ",".join(f"{topic}:0" for topic in sorted({topic for topic, _ in changes}))
    )


def parse_payload(text: str) -> set[Change]:
    """Read a notification back into changes; what cannot be read stands for everything."""
    found: set[Change] = set()
    for item in text.split(","):
        topic, _, row_id = item.partition(":")
        found.add((topic, int(row_id)) if topic and row_id.isdigit() else ("everything", 0))
    return found
