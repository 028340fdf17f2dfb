"""What every benchmark shares: results, a fresh database on either engine, counting statements, percentiles."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import event

from app.database import Database
from app.domain.permissions import Permission
from app.services import schema, server
from app.services.context import Context
from tests.rig.cluster import Cluster, Server


@dataclass(frozen=True, slots=True)
class Result:
    """One figure: `ratio` is value over the bare limit named in `against` (None where there is none)."""

    name: str
    engine: str
    size: int
    value: float
    unit: str
    against: str | None = None
    ratio: float | None = None


Benchmark = Callable[["Rig"], Iterator[Result]]


class Rig:
    """A durable PostgreSQL server for the run and a folder for SQLite files."""

    def __init__(self, postgres: Server, folder: Path) -> None:
        self.postgres = postgres
        self.folder = folder
        self._made = 0

    def name(self) -> str:
        """A database name that was not used yet in this run."""
        self._made += 1
        return f"bench_{self._made}"

    def quai(self, engine: str) -> str:
        """The URL of a fresh Quai database; on PostgreSQL as its administrator."""
        name = self.name()
        if engine == "sqlite":
            url = f"sqlite:///{self.folder / name}.db"
            schema.upgrade(url)
            return url
        self.postgres.create_database(name)
        url = self.postgres.url(name)
        server.initialise(url)
        return url

    def bare(self) -> str:
        """libpq's form of the URL of an empty database."""
        name = self.name()
        self.postgres.create_database(name)
        return self.postgres.url(name).replace("postgresql+psycopg://", "postgresql://")


@contextmanager
def rig() -> Iterator[Rig]:
    """A rig whose server keeps every acknowledged commit, as a real one does."""
    with Cluster(durable=True) as postgres, tempfile.TemporaryDirectory(prefix="quai-bench-") as folder:
        yield Rig(postgres, Path(folder))


@contextmanager
def context(url: str) -> Iterator[Context]:
    """Somebody who may do everything, on a database."""
    database = Database(url)
    try:
        yield Context(database, "bench", frozenset(Permission), "BENCH")
    finally:
        database.close()


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """The statements that go over the line meanwhile (what triggers do inside the server does not)."""
    seen: list[str] = []

    def note(connection: sa.Connection, cursor: object, statement: str, *rest: object) -> None:
        seen.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(database.engine, "before_cursor_execute", note)


def percentile(values: Sequence[float], part: float) -> float:
    """The value below which `part` (0 to 1) of the sorted values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)
