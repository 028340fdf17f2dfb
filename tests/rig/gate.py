"""Shows that the main thread never waits for the database: statements go on only while the event loop beats.

A statement on another thread waits for the next beat of the main thread before it is done, as if the database were as slow as
the screen is. If the main thread stood still until the statement is done, neither would go on: that is seen after a while,
whatever the speed of the machine. A statement on the main thread itself is seen at once.
"""

from __future__ import annotations

import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from PySide6.QtCore import QObject, QTimer
from sqlalchemy import event

BEAT_MS = 2
STUCK_S = 15.0


class Gate(QObject):
    """Counts the beats of the main thread; `offences` says where it touched the database or stood still for it."""

    def __init__(self) -> None:
        super().__init__()
        self.offences: list[str] = []
        self.statements = 0
        self._beats = 0
        self._beaten = threading.Condition()
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def _beat(self) -> None:
        with self._beaten:
            self._beats += 1
            self._beaten.notify_all()

    def _statement(self, connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        self._pass(" ".join(statement.split())[:80])

    def _checkout(self, *rest: Any) -> None:
        self._pass("a connection")

    def _pass(self, what: str) -> None:
        if threading.current_thread() is threading.main_thread():
            frames = [one for one in traceback.extract_stack() if "/app/" in one.filename]
            self.offences.append(f"on the main thread: {what}\n{''.join(traceback.format_list(frames[-6:]))}")
            return
        with self._beaten:
            self.statements += 1
            wanted = self._beats + 1
            if not self._beaten.wait_for(lambda: self._beats >= wanted, STUCK_S):
                self.offences.append(f"the main thread stood still during: {what}")


@contextmanager
def gate() -> Iterator[Gate]:
    """A gate before every database of this process, as long as the block lasts."""
    watch = Gate()
    event.listen(sa.Engine, "before_cursor_execute", watch._statement)
    event.listen(sa.pool.Pool, "checkout", watch._checkout)
    watch._timer.start()
    try:
        yield watch
    finally:
        watch._timer.stop()
        event.remove(sa.Engine, "before_cursor_execute", watch._statement)
        event.remove(sa.pool.Pool, "checkout", watch._checkout)
