"""Running use cases.

One transaction each, retried as a whole under one operation key, and what it changed announced.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.engine import Connection, CursorResult, Dialect

from app.database import news
from app.database.engine import SCHEMA_VERSION, SqliteWho, Timeouts, make_engine
from app.database.line import Line
from app.database.news import Change
from app.database.refusals import SchemaMismatch, is_retryable, translate
from app.database.watchdog import WatchedConnection
from app.errors import Conflict, Unavailable

R = TypeVar("R")
ATTEMPTS = 8

_ENTER_POSTGRESQL = sa.text("""
WITH claim AS (INSERT INTO idempotency_key (key, use_case, payload_hash) VALUES (:key, :use_case, :payload)
               ON CONFLICT (key) DO NOTHING RETURNING 1)
SELECT (SELECT schema_version FROM app_meta) AS schema_version, EXISTS (SELECT 1 FROM claim) AS claimed,
       current_user = session_user AS oneself, set_config('quai.desk', :desk, true), set_config('quai.op_key', :key, true),
       set_config('quai.reason', :reason, true)""")
_VERSION = sa.text("SELECT schema_version FROM app_meta")
_CLAIM_SQLITE = sa.text(
    "INSERT INTO idempotency_key (key, use_case, payload_hash) VALUES (:key, :use_case, :payload) ON CONFLICT (key) DO NOTHING"
)
_LEAVE = sa.text("UPDATE idempotency_key SET result = :result WHERE key = :key")
_SERIALS = sa.text("SELECT next_serial(:kind) FROM generate_series(1, :count)")
_GAPLESS = sa.text("SELECT next_gapless(:kind)")
_COUNT_SQLITE = sa.text(
    "INSERT INTO number_counter (kind, last) VALUES (:kind, :count)"
    " ON CONFLICT (kind) DO UPDATE SET last = last + :count RETURNING last"
)
_STORED = sa.text("SELECT use_case, payload_hash, result FROM idempotency_key WHERE key = :key")


@cache
def _numbers(kinds: tuple[str, ...]) -> sa.TextClause:
    return sa.text("SELECT " + ", ".join(f"next_number('{kind}')" for kind in kinds))


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing to do once: its key, the use case's name and a hash of what was asked."""

    key: str
    use_case: str
    payload: str


class Transaction:
    """What a use case works with: statements, numbers, and the list of what it changed.

    On PostgreSQL statements are sent without waiting for each (`Line`). A refusal that hangs on how many rows one touched is
    best left to `expect`, which need not wait either.
    """

    __slots__ = (
        "_checks",
        "_connection",
        "_line",
        "actor",
        "changes",
        "desk",
        "dialect",
        "op_key",
        "postgresql",
    )

    def __init__(
        self, connection: Connection, op_key: str, actor: str, desk: str, line: Line | None = None
    ) -> None:
        self._connection = connection
        self._line = line
        self._checks: list[tuple[CursorResult[Any], int, Callable[[], None]]] = []
        self.op_key = op_key
        self.actor = actor
        self.desk = desk
        self.dialect: Dialect = connection.dialect
        self.postgresql = connection.dialect.name == "postgresql"
        self.changes: set[Change] = set()

    @property
    def connection(self) -> Connection:
        """The bare connection, for what takes no transaction; all that was sent before is settled."""
        return self._connection if self._line is None else self._line.plain()

    def execute(
        self,
        statement: sa.Executable,
        parameters: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None,
    ) -> CursorResult[Any]:
        """Run a Core statement; what it answers is waited for when it is looked at."""
        if self._line is None:
            return self._connection.execute(statement, parameters)
        if parameters is None or isinstance(parameters, Mapping):
            return cast("CursorResult[Any]", self._line.execute(statement, parameters or {}))
        return self.connection.execute(statement, parameters)

    def expect(self, result: CursorResult[Any], rows: int, refuse: Callable[[], None]) -> None:
        """Have `refuse` raise, before anything is committed, when a statement touched another number of rows."""
        if self._line is not None:
            self._checks.append((result, rows, refuse))
        elif result.rowcount != rows:
            refuse()

    def commit(self) -> None:
        """Make it last and tell it, if all is as expected; on SQLite the engine does so by itself afterwards."""
        if self._line is None:
            return
        self._line.plain()  # all that was sent has been done now
        for result, rows, refuse in self._checks:
            if result.rowcount != rows:
                refuse()
        self._line.commit(news.payload(self.changes))

    def changed(self, topic: str, row_id: int = 0) -> None:
        """Say that a row changed; the other desks hear of it after the commit."""
        self.changes.add((topic, row_id))

    def numbers(self, *kinds: str) -> tuple[str, ...]:
        """New numbers for people, one a kind ('SO' -> 'SO-2026-000123'); gaps are possible."""
        if self.postgresql:
            return tuple(self.execute(_numbers(kinds)).one())
        year = self.connection.exec_driver_sql("SELECT strftime('%Y', 'now')").scalar_one()
        return tuple(f"{kind}-{year}-{self.serials(kind, 1)[0]:06d}" for kind in kinds)

    def serials(self, kind: str, count: int) -> list[int]:
        """`count` new running numbers of a kind ('PT', 'SSCC'), without a year; gaps are possible."""
        if self.postgresql:
            return list(self.execute(_SERIALS, {"kind": kind.lower(), "count": count}).scalars())
        last = self._count(kind.lower(), count)
        return list(range(last - count + 1, last + 1))

    def gapless(self, kind: str) -> int:
        """The next number of a kind that may have no gaps.

        Take it last, it keeps other desks waiting until the commit.
        """
        if self.postgresql:
            number: int = self.execute(_GAPLESS, {"kind": kind}).scalar_one()
            return number
        return self._count(kind, 1)

    def _count(self, kind: str, count: int) -> int:
        last: int = self.execute(_COUNT_SQLITE, {"kind": kind, "count": count}).scalar_one()
        return last


class Database:
    """The shared database as one process sees it.

    Args:
        url: SQLAlchemy's form, `sqlite:///file.db` or `postgresql+psycopg://user@host/db`.
        timeouts: How long to wait for what.
        application: What other desks see when they wait for this one (PostgreSQL's application_name).
    """

    def __init__(
        self,
        url: str | sa.URL,
        *,
        timeouts: Timeouts | None = None,
        application: str = "Quai",
        pool_size: int = 2,
    ) -> None:
        self.url = sa.make_url(url) if isinstance(url, sa.URL) else url
        self.engine = make_engine(url, timeouts=timeouts, application=application, pool_size=pool_size)
        self.postgresql = self.engine.dialect.name == "postgresql"

    def close(self) -> None:
        """Let all connections go."""
        self.engine.dispose()

    def run(
        self,
        work: Callable[[Transaction], R],
        operation: Operation,
        *,
        encode: Callable[[R], str],
        decode: Callable[[str], R],
        actor: str,
        desk: str = "",
        reason: str = "",
    ) -> R:
        """Run `work` in one transaction, once under its key, and again when a desk or a cut line stopped it.

        Returns:
            What `work` returned, or what it returned the first time when the key was done already.

        Raises:
            SchemaMismatch: the program and the database are of different versions.
            Conflict: the key was used for something else, or a lock was not to be had.
            Unavailable: the database does not answer.
            RuleBroken: the database itself refused.
        """
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._once(work, operation, encode, decode, actor, desk, reason, again=attempt > 1)
            except _NotOneself:
                continue
            except exc.DBAPIError as error:
                if is_retryable(error) and attempt < ATTEMPTS:
                    time.sleep(min(1.0, 0.01 * 2**attempt) * (0.5 + random.random()))
                    continue
                refusal = translate(error, getattr(error, "quai_holder", ""))
                if refusal is None:
                    raise
                raise refusal from error
            except exc.TimeoutError as error:
                raise Unavailable("All connections of this desk are busy.", hint="Try again.") from error
        raise Unavailable("The database does not answer.", hint="Check the line and try again.")

    def _once(
        self,
        work: Callable[[Transaction], R],
        operation: Operation,
        encode: Callable[[R], str],
        decode: Callable[[str], R],
        actor: str,
        desk: str,
        reason: str,
        *,
        again: bool,
    ) -> R:
        with self.engine.connect() as connection:
            try:
                with connection.begin(), self._transaction(connection, operation, actor, desk) as transaction:
                    if self._enter(transaction, operation, reason):
                        result = work(transaction)
                        self._leave(transaction, encode(result))
                    else:
                        result = self._stored(transaction, operation, decode)
                        if again:
                            # A line was cut at the commit; whether anybody heard of it, and what changed, is not known.
                            transaction.changed("everything")
                            transaction.commit()
                return result
            except exc.DBAPIError as error:
                if self.postgresql and not connection.closed and not connection.invalidated:
                    driver = connection.connection.driver_connection
                    if isinstance(driver, WatchedConnection):
                        error.quai_holder = driver.holder  # type: ignore[attr-defined]  # carried to run() beside the error
                raise

    @contextmanager
    def _transaction(
        self, connection: Connection, operation: Operation, actor: str, desk: str
    ) -> Iterator[Transaction]:
        if not self.postgresql:
            yield Transaction(connection, operation.key, actor, desk)
            return
        with Line(connection) as line:
            yield Transaction(connection, operation.key, actor, desk, line)

    def _enter(self, transaction: Transaction, operation: Operation, reason: str) -> bool:
        claim = {"key": operation.key, "use_case": operation.use_case, "payload": operation.payload}
        if self.postgresql:
            row = transaction.execute(
                _ENTER_POSTGRESQL, claim | {"desk": transaction.desk, "reason": reason}
            ).one()
            check_version(row.schema_version)
            if not row.oneself:
                transaction.connection.invalidate()
                raise _NotOneself
            return bool(row.claimed)
        who = transaction.connection.connection.info["who"]
        assert isinstance(who, SqliteWho)
        who.actor, who.desk, who.op_key, who.reason = (
            transaction.actor,
            transaction.desk,
            operation.key,
            reason,
        )
        check_version(transaction.execute(_VERSION).scalar_one_or_none())
        return transaction.execute(_CLAIM_SQLITE, claim).rowcount == 1

    def _stored(self, transaction: Transaction, operation: Operation, decode: Callable[[str], R]) -> R:
        row = transaction.execute(_STORED, {"key": operation.key}).one()
        if (row.use_case, row.payload_hash) != (operation.use_case, operation.payload):
            raise Conflict(
                "This operation key was used for something else.",
                hint="Begin the step anew.",
                key=operation.key,
                used_for=row.use_case,
            )
        return decode(row.result)

    def _leave(self, transaction: Transaction, result: str) -> None:
        transaction.execute(_LEAVE, {"key": transaction.op_key, "result": result})
        transaction.commit()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A read-only transaction on one consistent view, checked for the schema version.

        Raises:
            SchemaMismatch, Unavailable, NotAllowed: as `run`.
        """
        try:
            with self.engine.connect() as connection:
                connection = connection.execution_options(**self._reading_options())
                with connection.begin():
                    check_version(connection.execute(_VERSION).scalar_one_or_none())
                    yield connection
        except exc.DBAPIError as error:
            refusal = translate(error)
            if refusal is None:
                raise
            raise refusal from error

    def _reading_options(self) -> dict[str, Any]:
        # READ COMMITTED would show each statement another state; a reader at REPEATABLE READ waits for nobody and never fails.
        view = {"postgresql_readonly": True, "isolation_level": "REPEATABLE READ"}
        return view if self.postgresql else {"quai_reading": True}

    def changes(self, *, wait: float = 1.0) -> Iterator[frozenset[Change]]:
        """What other desks (and this one) changed, as it comes; see `news.heard`."""
        return news.heard(self.engine, wait)


class _NotOneself(Exception):
    """The pooled connection acts as another role than it signed in with.

    It is thrown away and the work begins anew.
    """


def check_version(found: int | None) -> None:
    """Refuse to work on a schema that this program was not made for.

    Raises:
        SchemaMismatch: with the sentence for the person at the desk.
    """
    if found == SCHEMA_VERSION:
        return
    if found is None:
        raise SchemaMismatch(
            "This database holds no Quai tables yet.", hint="Run: main.py --database URL db upgrade"
        )
    if found > SCHEMA_VERSION:
        raise SchemaMismatch(
            f"This program is older than its database (it knows version {SCHEMA_VERSION}, the database has {found}).",
            hint="Install the newer program; nothing was written.",
            program=SCHEMA_VERSION,
            database=found,
        )
    raise SchemaMismatch(
        f"This database is older than the program (it has version {found}, the program needs {SCHEMA_VERSION}).",
        hint="Run: main.py --database URL db upgrade; nothing was written.",
        program=SCHEMA_VERSION,
        database=found,
    )
