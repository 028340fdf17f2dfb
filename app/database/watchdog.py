"""Watches every wait on PostgreSQL.

Gives up a frozen server, and finds out who holds a lock that somebody waits for.

A server stopped in its tracks (SIGSTOP, a hung hypervisor) outlasts tcp_user_timeout, keepalives and
statement_timeout, since the kernel on the other side still acknowledges. Only the client can notice.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from typing import Any

import psycopg

_TICK = 0.25
_ASK_AFTER = 1.0


class _Wait:
    __slots__ = ("asked", "connection", "since")

    def __init__(self, connection: WatchedConnection) -> None:
        self.connection = connection
        self.since = time.monotonic()
        self.asked = False


class WatchedConnection(psycopg.Connection[Any]):
    """A connection whose waits are watched; `holder` names who held the lock that it last waited for."""

    frozen_after: float = 40.0
    holder: str = ""

    def wait(self, *args: Any, **kwargs: Any) -> Any:
        """Wait for the server as psycopg does, under the watchdog's eyes."""
        key = _watchdog.enter(self)
        try:
            return super().wait(*args, **kwargs)
        finally:
            _watchdog.leave(key)


class _Watchdog:
    """One thread a process; it sleeps while nobody waits."""

    def __init__(self) -> None:
        self._waits: dict[int, _Wait] = {}
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def enter(self, connection: WatchedConnection) -> int:
        wait = _Wait(connection)
        self._waits[id(wait)] = wait
        if self._thread is None or not self._thread.is_alive():
            self._start()
        return id(wait)

    def leave(self, key: int) -> None:
        self._waits.pop(key, None)

    def _start(self) -> None:
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._watch, name="database-watchdog", daemon=True)
                self._thread.start()

    def _watch(self) -> None:
        while True:
            time.sleep(_TICK)
            now = time.monotonic()
            for wait in list(self._waits.values()):
                waited = now - wait.since
                if waited > wait.connection.frozen_after:
                    _cut(wait.connection)
                elif waited > _ASK_AFTER and not wait.asked:
                    wait.asked = True
                    threading.Thread(target=_ask_holder, args=(wait.connection,), daemon=True).start()


def _cut(connection: WatchedConnection) -> None:
    """End the wait from outside: the waiting thread sees the line closed and reports it as a cut connection."""
    with contextlib.suppress(OSError, psycopg.Error):
        line = socket.socket(fileno=connection.pgconn.socket)
        try:
            line.shutdown(socket.SHUT_RDWR)
        finally:
            line.detach()


_HOLDERS = """
SELECT DISTINCT a.usename, a.application_name FROM unnest(pg_blocking_pids(%s)) AS b(pid)
  JOIN pg_stat_activity AS a ON a.pid = b.pid"""


def _ask_holder(connection: WatchedConnection) -> None:
    connection.holder = ""  # whoever held an earlier lock has nothing to do with this one
    with contextlib.suppress(psycopg.Error, OSError):
        info = connection.info
        parameters = info.get_parameters() | {"password": info.password, "connect_timeout": "2"}
        with psycopg.connect(**parameters, autocommit=True) as side:  # type: ignore[arg-type]  # libpq takes text throughout
            rows = side.execute(_HOLDERS, (info.backend_pid,)).fetchall()
        connection.holder = ", ".join(f"{user} ({desk})" if desk else str(user) for user, desk in rows)


_watchdog = _Watchdog()
