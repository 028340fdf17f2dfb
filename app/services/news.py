"""What other desks changed, listened to on a connection of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.database import Change, Database
from app.services.context import Context

WAIT = 0.5
"""Seconds after which a quiet line gives a sign of life."""


def changes(ctx: Context) -> Callable[[], Iterator[frozenset[Change]]]:
    """A listener for a person's database; it opens its connection where it is called, on the listening thread."""
    url = ctx.db.url

    def listen() -> Iterator[frozenset[Change]]:
        database = Database(url, application="Quai feed", pool_size=1)
        try:
            yield from database.changes(wait=WAIT)
        finally:
            database.close()

    return listen
