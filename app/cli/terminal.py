"""What a command works with: the database's URL, the person's rights, and where words go."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from app.config import Settings
from app.database import parse_url
from app.errors import BadInput, NotFound, Unavailable
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
        self.need_file()
        context = owner_context(self.url, desk=self.settings.desk or "CLI")
        try:
            yield context
        finally:
            context.db.close()

    def file(self) -> Path | None:
        """The file of an embedded database; None where the database is a server's.

        Raises:
            BadInput: the URL cannot be used, or names a database in memory, which ends with the command.
        """
        url = parse_url(self.url)
        if url.drivername != "sqlite":
            return None
        if not url.database or url.database == ":memory:":
            raise BadInput("The database needs a file.", hint="Write sqlite:///file.db.")
        return Path(url.database)

    def need_file(self) -> None:
        """Refuse an embedded database that is not there: opening it would leave an empty file where a slip of the pen points.

        Raises:
            NotFound: there is nothing under this path.
        """
        file = self.file()
        if file is not None and not file.exists():
            raise NotFound(
                f"There is no database {file}.", hint="Check --database, or make it: main.py db upgrade."
            )

    def make_room(self) -> None:
        """Make the folder of an embedded database that is not there yet.

        Raises:
            Unavailable: it cannot be made.
        """
        file = self.file()
        if file is None:
            return
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Unavailable(
                f"The folder {file.parent} cannot be made: {error.strerror}.", hint="Choose another place."
            ) from error
