"""News from the database, as a signal: what any desk committed, gathered for a moment."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

Changes = frozenset[tuple[str, int]]
Listen = Callable[[], Iterator[Changes]]
EVERYTHING, AWAY = "everything", "away"
CLOSING_SECONDS = 2.0
"""How long the end of the program waits for a line that is quiet."""


class _Ear(threading.Thread):
    """Listens on one line until it is told to stop, or the line ends."""

    def __init__(self, feed: Feed, listen: Listen) -> None:
        super().__init__(name="feed", daemon=True)
        self._feed, self._listen = feed, listen
        self.stopped = threading.Event()

    def run(self) -> None:
        try:
            for changes in self._listen():
                if not self._tell(changes):
                    return
        except Exception as error:  # noqa: BLE001 - told on the main thread
            self._tell(error)

    def _tell(self, heard: object) -> bool:
        if self.stopped.is_set() or not shiboken6.isValid(self._feed):
            return False
        self._feed.heard.emit(self, heard)
        return True


class Feed(QObject):
    """Tells which topics changed.

    A thread of its own listens (`listen` gives what `Database.changes` gives: an empty set now and then while all is
    well, 'away' while the server does not answer); news are gathered for `gather_ms` and told once. `alive` tells whether
    the line stands.
    """

    changed = Signal(frozenset)
    alive = Signal(bool)
    heard = Signal(object, object)
    """Between the threads alone."""

    def __init__(self, listen: Listen, parent: QObject | None = None, gather_ms: int = 60) -> None:
        super().__init__(parent)
        self._listen = listen
        self._ears: list[_Ear] = []
        self._gathered: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(gather_ms)
        self._timer.timeout.connect(self._tell)
        self.heard.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin to listen."""
        self._ears = [one for one in self._ears if one.is_alive()]
        self._ears.append(_Ear(self, self._listen))
        self._ears[-1].start()

    def listen_to(self, listen: Listen) -> None:
        """Listen on another line from now on: another person's."""
        self.stop()
        self._listen = listen
        self.start()

    def stop(self) -> None:
        """Listen no more; the thread ends with the next sign of life of the line."""
        for one in self._ears:
            one.stopped.set()
        self._timer.stop()
        self._gathered.clear()

    def close(self, wait_seconds: float = CLOSING_SECONDS) -> None:
        """Listen no more, and wait for the line to be closed; one that is cut may take longer, and ends with the program."""
        self.stop()
        for one in self._ears:
            one.join(wait_seconds)

    def _take(self, ear: _Ear, heard: Changes | Exception) -> None:
        if ear.stopped.is_set():
            return
        topics = set() if isinstance(heard, Exception) else {topic for topic, _ in heard}
        away = isinstance(heard, Exception) or AWAY in topics
        self.alive.emit(not away)
        if topics and not away:
            self._gathered |= topics
            if not self._timer.isActive():
                self._timer.start()

    def _tell(self) -> None:
        topics, self._gathered = frozenset(self._gathered), set()
        self.changed.emit(topics)
