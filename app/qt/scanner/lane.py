"""Writes the journal off the screen's thread, in the order of the scans."""

from __future__ import annotations

import threading
from queue import SimpleQueue

import shiboken6
from PySide6.QtCore import QObject, Signal

from app.domain.scan import Scan
from app.qt.scanner.journal import JournalUnavailable, ScanJournal

_Wish = tuple[Scan, str, str] | tuple[int, str]


class JournalLane(QObject):
    """A thread that waits for the disk, so that the screen does not.

    Writing to a solid disk takes a millisecond or two, to a turning or encrypted one fifty. What `kept` tells
    is on the disk: whoever acts on it can be killed at any time.

    Signals:
        kept: (scan, journal number, source, verdict) the scan is written down.
        refused: (scan, `JournalUnavailable`) it could not be, and must not be acted on.
        unmarked: (`JournalUnavailable`) an answer could not be noted; the scan will be asked again.
    """

    kept = Signal(object, int, str, str)
    refused = Signal(object, object)
    unmarked = Signal(object)

    def __init__(self, journal: ScanJournal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.journal = journal
        self._wishes: SimpleQueue[_Wish | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="scan-journal", daemon=True)
        self._thread.start()

    def keep(self, scan: Scan, source: str, verdict: str = "") -> None:
        """Write a scan down; `kept` tells when it is."""
        self._wishes.put((scan, source, verdict))

    def answer(self, no: int, verdict: str) -> None:
        """Note what became of a scan."""
        self._wishes.put((no, verdict))

    def close(self) -> None:
        """Write what waits, then stop."""
        self._wishes.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (wish := self._wishes.get()) is not None:
            if len(wish) == 3:
                self._keep(*wish)
            else:
                self._answer(*wish)

    def _keep(self, scan: Scan, source: str, verdict: str) -> None:
        try:
            no = self.journal.append(scan, source, verdict=verdict)
        except JournalUnavailable as refusal:
            if shiboken6.isValid(self):
                self.refused.emit(scan, refusal)
        else:
            if shiboken6.isValid(self):
                self.kept.emit(scan, no, source, verdict)

    def _answer(self, no: int, verdict: str) -> None:
        try:
            self.journal.answer(no, verdict)
        except JournalUnavailable as refusal:
            if shiboken6.isValid(self):
                self.unmarked.emit(refusal)
