"""What a command works with: the database's URL, the person's rights, and where words go."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from app.config import Settings
from app.services.context import Context
from app.services.sign_in import owner_context


@dataclass(frozen=True, slots=True)
class Terminal:
    """A command's surroundings; the command line acts as the file's owner on SQLite, as the URL's login on PostgreSQL."""

    url: str
    settings: Settings

    def say(self, text: str) -> None:
        """A line for people on standard output."""
        print(text, flush=True)

    def warn(self, text: str) -> None:
        """A line for people on standard error."""
        print(text, file=sys.stderr, flush=True)

    def json(self, value: Any) -> None:
        """One JSON object on standard output, and nothing else there."""
        sys.stdout.write(msgspec.json.encode(value).decode() + "\n")
        sys.stdout.flush()

    @contextmanager
    def context(self) -> Iterator[Context]:
        """A context on the database, closed afterwards.

        Raises:
            AppError: the database is not there, or does not let this login in.
        """
        context = owner_context(self.url, desk=self.settings.desk or "CLI")
        try:
            yield context
        finally:
            context.db.close()

    def make_room(self) -> None:
        """Make the folder of an embedded database that is not there yet."""
        url = sa.make_url(self.url)
        if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
