"""News from the database, as a signal: what any desk committed, gathered for a moment."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

Changes = frozenset[tuple[str, int]]
EVERYTHING = "everything"


class Feed(QObject):
    """Tells which topics changed.

    A thread of its own listens (`listen` gives what `Database.changes` gives: an empty set now and then while all is
    well); news are gathered for `gather_ms` and told once. `alive` tells whether the line stands.
    """

    changed = Signal(frozenset)
    alive = Signal(bool)
    _heard = Signal(object)

    def __init__(
        self, listen: Callable[[], Iterator[Changes]], parent: QObject | None = None, gather_ms: int = 60
    ) -> None:
        super().__init__(parent)
        self._listen = listen
        self._gathered: set[str] = set()
        self._stopped = threading.Event()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(gather_ms)
        self._timer.timeout.connect(self._tell)
        self._heard.connect(self._take)
        self._thread = threading.Thread(target=self._run, name="feed", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """Listen no more; the thread ends with the next sign of life of the line."""
        self._stopped.set()

    def _run(self) -> None:
        try:
            for changes in self._listen():
                if self._stopped.is_set() or not shiboken6.isValid(self):
                    return
                self._heard.emit(changes)
        except Exception as error:  # noqa: BLE001 - told on the main thread
            if not self._stopped.is_set() and shiboken6.isValid(self):
                self._heard.emit(error)

    def _take(self, heard: Changes | Exception) -> None:
        if isinstance(heard, Exception):
            self.alive.emit(False)
            return
        self.alive.emit(True)
        if heard and not self._stopped.is_set():
            self._gathered |= {topic for topic, _ in heard}
            if not self._timer.isActive():
                self._timer.start()

    def _tell(self) -> None:
        topics, self._gathered = frozenset(self._gathered), set()
        self.changed.emit(topics)
