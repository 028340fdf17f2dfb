"""Statements on PostgreSQL without waiting for each (adr/0014).

A use case reads a little and writes a lot. Awaited one by one, each statement costs a trip to the server and back, and the
machinery around it as much again as the statement itself. Here a Core statement is compiled once, sent at once, and its answer is
awaited when somebody looks at it: libpq's pipeline mode (postgresql.org/docs/current/libpq-pipeline-mode.html). What a statement
that nobody looked at has done wrong comes up at the next look, at the latest before the commit: nothing is committed past it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
import sqlalchemy as sa
from psycopg import sql
from sqlalchemy import exc
from sqlalchemy.engine import Connection, Dialect, IteratorResult
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.sql.compiler import SQLCompiler

from app.database.news import CHANNEL

Values = Mapping[str, Any]
LARGE = 200_000
"""A paper or a picture goes on its own: a pipeline comes to a stand where more is sent than the line takes while answers wait."""


class _Plan:
    """A statement as psycopg takes it, for one set of parameter names.

    A parameter that stands for a list (`IN`) has a text for each length that it came in.
    """

    __slots__ = ("_compiled", "_lists", "_processors", "_returned", "_texts", "keys", "processors")

    def __init__(self, statement: Any, names: tuple[str, ...], dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(names))
        assert isinstance(compiled, SQLCompiler)
        self._compiled = compiled
        self._lists = tuple(name for bind, name in compiled.bind_names.items() if bind.expanding)
        found = (
            (name, bind.type.dialect_impl(dialect).bind_processor(dialect))
            for bind, name in compiled.bind_names.items()
        )
        self._processors = [(name, process) for name, process in found if process is not None]
        self._texts: dict[tuple[int, ...], tuple[bytes, Mapping[str, list[str]]]] = {}
        self._returned = tuple(getattr(statement, "exported_columns", ()))
        self.keys: SimpleResultMetaData | None = None
        self.processors: list[tuple[int, Any]] = []

    def filled(self, values: Values) -> tuple[bytes, Values]:
        """The text and what goes with it."""
        given = self._compiled.construct_params(dict(values))
        for name, process in self._processors:
            given[name] = (
                [process(one) for one in given[name]] if name in self._lists else process(given[name])
            )
        lengths = tuple([len(given[name]) for name in self._lists])
        known = self._texts.get(lengths)
        if known is None:
            expanded = self._compiled.construct_expanded_state(dict(values))
            known = self._texts[lengths] = expanded.statement.encode(), expanded.parameter_expansion
        text, expansion = known
        for name, parts in expansion.items():
            given.update(zip(parts, given.pop(name), strict=True))
        return text, given

    def described(self, cursor: psycopg.Cursor[Any], dialect: Dialect) -> SimpleResultMetaData:
        """The names of what comes back, learnt from the first answer."""
        columns = cursor.description or ()
        for at, (ours, theirs) in enumerate(zip(self._returned, columns, strict=False)):
            process = ours.type.dialect_impl(dialect).result_processor(dialect, theirs.type_code)
            if process is not None:
                self.processors.append((at, process))
        self.keys = SimpleResultMetaData([column.name for column in columns])
        return self.keys


_plans: WeakKeyDictionary[Any, dict[tuple[str, ...], _Plan]] = WeakKeyDictionary()
"""By statement, while it lives: those built once stay, one made for the moment goes."""


class Answer:
    """A `CursorResult` that is awaited when it is looked at."""

    __slots__ = ("_cursor", "_line", "_plan")

    def __init__(self, line: Line, cursor: psycopg.Cursor[Any], plan: _Plan) -> None:
        self._line = line
        self._cursor = cursor
        self._plan = plan

    @property
    def rowcount(self) -> int:
        """How many rows the statement touched."""
        self._line.settle()
        return self._cursor.rowcount

    def __getattr__(self, name: str) -> Any:
        return getattr(self._rows(), name)

    def __iter__(self) -> Iterator[sa.Row[Any]]:
        return iter(self._rows())

    def _rows(self) -> IteratorResult[Any]:
        rows = self._line.fetch(self._cursor)
        plan = self._plan
        keys = plan.keys or plan.described(self._cursor, self._line.dialect)
        if plan.processors:
            rows = [_processed(row, plan.processors) for row in rows]
        return IteratorResult(keys, iter(rows))


def _size(value: Any) -> int:
    bare = value.obj if isinstance(value, psycopg.Binary) else value
    return len(bare) if isinstance(bare, bytes | str) else 0


def _processed(row: tuple[Any, ...], processors: list[tuple[int, Any]]) -> tuple[Any, ...]:
    values = list(row)
    for at, process in processors:
        values[at] = process(values[at])
    return tuple(values)


class Line:
    """One transaction's way to the server, from BEGIN until it is left; what is left without a commit is rolled back."""

    def __init__(self, connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        self.dialect = connection.dialect
        self._connection = connection
        self._driver: psycopg.Connection[Any] = driver
        self._open = driver.pipeline()
        self._pipeline: psycopg.Pipeline | None = None
        self._settled = True
        self._sent = 0
        """How much went since all was settled."""

    def __enter__(self) -> Line:
        with self._words():
            self._driver.autocommit = True  # BEGIN goes with the first statement instead of before it
            self._pipeline = self._open.__enter__()
            self._driver.execute("BEGIN")
        return self

    def __exit__(self, *error: object) -> None:
        with suppress(psycopg.Error):
            self._end()
        with suppress(psycopg.Error):
            self._driver.rollback()
            self._driver.autocommit = False
        if self._driver.closed and not self._connection.closed:
            self._connection.invalidate()

    def execute(self, statement: Any, values: Values) -> Answer:
        """Send a Core statement."""
        names = tuple(values)
        plans = _plans.get(statement)
        if plans is None:
            plans = _plans[statement] = {}
        plan = plans.get(names)
        if plan is None:
            plan = plans[names] = _Plan(statement, names, self.dialect)
        text, given = plan.filled(values)
        size = sum([_size(value) for value in given.values()])
        self._sent += size
        if size > LARGE:
            self.plain()
        elif self._sent > LARGE:
            self.settle()
        cursor = self._driver.cursor()
        for listener in self._connection.dispatch.before_cursor_execute:
            listener(self._connection, cursor, text.decode(), given, None, False)
        self._settled = False
        with self._words(text):
            cursor.execute(text, given)
        return Answer(self, cursor, plan)

    def settle(self) -> None:
        """Await all answers."""
        if not self._settled and self._pipeline is not None:
            with self._words():
                self._pipeline.sync()
        self._settled = True
        self._sent = 0

    def fetch(self, cursor: psycopg.Cursor[Any]) -> list[tuple[Any, ...]]:
        """Await one answer's rows, and with it all others.

        Flushing would do to get them, but only a synchronised session counts as idle, and is ended when its desk freezes.
        """
        self.settle()
        with self._words():
            return cursor.fetchall()

    def plain(self) -> Connection:
        """The connection for what cannot wait; all that was sent is settled."""
        with self._words():
            self._end()
        return self._connection

    def commit(self, told: str) -> None:
        """Commit, then tell the other desks, in one message to the server (adr/0011).

        A transaction that tells news holds one lock of the whole server until its commit is on the disk, so desks with
        nothing in common would wait for each other. The news' own transaction writes nothing and is over in a moment.
        """
        news = sql.SQL("; SELECT pg_notify({}, {})").format(CHANNEL, told) if told else sql.SQL("")
        with self._words(b"COMMIT"):
            self._end()
            self._driver.execute(sql.SQL("COMMIT{}").format(news))

    def _end(self) -> None:
        pipeline, self._pipeline = self._pipeline, None
        self._settled = True
        if pipeline is not None:
            self._open.__exit__(None, None, None)

    @contextmanager
    def _words(self, text: bytes = b"") -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            cut = self._driver.closed or self._driver.broken
            if cut:
                self._connection.invalidate(error)
            raise exc.DBAPIError.instance(
                text.decode(), None, error, psycopg.Error, connection_invalidated=cut, dialect=self.dialect
            ) from error
