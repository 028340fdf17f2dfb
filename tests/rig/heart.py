"""The beat of the event loop: how long the main thread was busy between two beats, and with what."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from PySide6.QtCore import QObject, QTimer
from sqlalchemy import event

BEAT_MS = 10


class Heart(QObject):
    """Beats every ten milliseconds while the main thread lets it.

    A beat that comes late counts by the processor time that the main thread itself took meanwhile: what a busy machine adds
    is none of the program's doing. Where the main thread waits for something instead, `tests.rig.gate` sees it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.doing = ""
        self.worst: dict[str, float] = {}
        """The longest time in milliseconds by what was being done."""
        self._last = time.thread_time()
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.thread_time()
        busy, self._last = (now - self._last) * 1000, now
        self.worst[self.doing] = max(self.worst.get(self.doing, 0.0), busy)

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()


@contextmanager
def slow_database(seconds: float) -> Iterator[None]:
    """Every statement of this process takes so much longer, on whatever thread it runs."""

    def wait(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        time.sleep(seconds)

    event.listen(sa.Engine, "before_cursor_execute", wait)
    try:
        yield
    finally:
        event.remove(sa.Engine, "before_cursor_execute", wait)
