"""Engines for both databases: settings that keep a desk from hanging or losing an acknowledged commit."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass
from typing import Any

import psycopg
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Engine

from app.database.watchdog import WatchedConnection
from app.errors import BadInput

PREPARED = 1000
"""Statements kept prepared a connection; the driver's own 100 are fewer than a desk's day takes."""
REST = 1.0
"""Seconds after which an unused connection is asked whether it still stands before it is used."""
SCHEMA_VERSION = 5
"""The schema that this program reads and writes; raised with every migration."""

_WRITE = "Write sqlite:///file.db or postgresql+psycopg://user@host/database."

ALIVE = {
    "tcp_user_timeout": 5000,
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
}
"""How libpq notices a line that went dead without a word (a pulled plug), within some ten seconds."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How long a desk waits, in seconds, before it says so."""

    connect: float = 5.0
    lock: float = 5.0
    statement: float = 30.0
    idle_in_transaction: float = 8.0
    frozen: float = 40.0
    """After this a server that says nothing at all is given up (it outlasts every time-out of its own)."""
    sqlite_busy: float = 20.0


@dataclass(slots=True)
class SqliteWho:
    """What a SQLite connection answers when a trigger asks who is at work."""

    actor: str = ""
    desk: str = ""
    op_key: str = ""
    reason: str = ""


def make_engine(
    url: str | sa.URL, *, timeouts: Timeouts | None = None, application: str = "Quai", pool_size: int = 2
) -> Engine:
    """An engine with time-outs, ping before use, and the right kind of BEGIN.

    Raises:
        BadInput: the URL is neither SQLite's nor PostgreSQL's.
    """
    limits = timeouts or Timeouts()
    parsed = parse_url(url)
    if parsed.drivername == "sqlite":
        return _sqlite(parsed, limits, pool_size)
    return _postgresql(parsed, limits, application, pool_size)


def parse_url(url: str | sa.URL) -> sa.URL:
    """The URL of a database in one of the two forms we work with, whatever driver was written.

    Raises:
        BadInput: it cannot be read, or is neither SQLite's nor PostgreSQL's.
    """
    try:
        parsed = sa.make_url(url)
    except (sa.exc.ArgumentError, ValueError):  # ValueError: a port that is no number
        raise BadInput("This is not a database URL.", hint=_WRITE) from None
    backend = parsed.get_backend_name()
    if backend == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise BadInput(f"Quai does not work on {backend}.", hint=_WRITE)
    if parsed.query or parsed.host:
        raise BadInput("The URL of a file takes nothing but its path.", hint=_WRITE)
    return parsed.set(drivername="sqlite")


def _postgresql(url: sa.URL, limits: Timeouts, application: str, pool_size: int) -> Engine:
    options = {
        "search_path": "quai,pg_temp",
        "lock_timeout": int(limits.lock * 1000),
        "statement_timeout": int(limits.statement * 1000),
        "idle_in_transaction_session_timeout": int(limits.idle_in_transaction * 1000),
        "timezone": "UTC",
        "jit": "off",  # a desk's statements are short; compiling one takes longer than running it
    }
    engine = sa.create_engine(
        url,
        pool_size=pool_size,
        max_overflow=1,
        connect_args={
            "options": " ".join(f"-c {name}={value}" for name, value in options.items()),
            "connect_timeout": max(2, round(limits.connect)),
            **ALIVE,
            "application_name": application[:60],
            "prepare_threshold": 2,
        },
    )

    @event.listens_for(engine, "do_connect")
    def _connect(
        dialect: Any, record: Any, args: list[Any], parameters: dict[str, Any]
    ) -> psycopg.Connection[Any]:
        connection: WatchedConnection = WatchedConnection.connect(*args, **parameters)
        connection.frozen_after = limits.frozen
        connection.prepared_max = PREPARED
        return connection

    _ping_after_a_rest(engine)
    return engine


def _ping_after_a_rest(engine: Engine) -> None:
    """Ask a connection that has rested whether it still stands; one that was just used need not be asked each time."""

    @event.listens_for(engine, "checkin")
    def _rest(connection: Any, record: Any) -> None:
        record.info["rested_since"] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def _ping(connection: Any, record: Any, proxy: Any) -> None:
        if time.monotonic() - record.info.get("rested_since", time.monotonic()) < REST:
            return
        try:
            engine.dialect.do_ping(connection)
        except psycopg.Error as error:
            raise sa.exc.DisconnectionError("the connection broke while it rested") from error


def _sqlite(url: sa.URL, limits: Timeouts, pool_size: int) -> Engine:
    engine = sa.create_engine(
        url,
        connect_args={
            "timeout": limits.sqlite_busy,
            "check_same_thread": False,
            "isolation_level": None,
            "cached_statements": 512,
        },
        **({} if url.database in (None, "", ":memory:") else {"pool_size": pool_size, "max_overflow": 1}),
    )

    @event.listens_for(engine, "connect")
    def _settings(connection: sqlite3.Connection, record: Any) -> None:
        connection.isolation_level = None
        who = record.info["who"] = SqliteWho()
        for name in ("actor", "desk", "op_key", "reason"):
            connection.create_function(f"quai_{name}", 0, lambda name=name: getattr(who, name))
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "recursive_triggers=OFF",
            "cache_size=-16000",
        ):
            connection.execute(f"PRAGMA {pragma}").fetchall()

    @event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        reading = connection.get_execution_options().get("quai_reading", False)
        line = connection.connection
        if line.info.get("reading", False) != reading:
            # A deferred BEGIN alone would let a reader write: it may not by mistake, as on PostgreSQL.
            line.cursor().execute(f"PRAGMA query_only={'ON' if reading else 'OFF'}")
            line.info["reading"] = reading
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine
