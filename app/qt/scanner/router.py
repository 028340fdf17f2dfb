"""The one way of every scan: from any scanner into the journal, and from there to the window."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance

from app.domain.scan import Scan, ScanFault, ScanKind, parse_keys
from app.qt.scanner.bursts import Burst
from app.qt.scanner.journal import Entry, ScanJournal
from app.qt.scanner.lane import JournalLane

REPEATED = "repeated"
"""The verdict in the journal of a scan that was taken for the same one read twice."""
REPEAT_MS = 300
"""Within this time the same code from the same scanner is one scan."""


class Source(Protocol):
    """A scanner: the keyboard's filter, a serial port."""

    name: str

    @property
    def burst(self) -> SignalInstance:
        """Tells of each `Burst`."""


class ScanRouter(QObject):
    """Gives every scan its journal number and hands it on, once.

    Signals:
        scanned: (`Scan`, journal number, source) act on it under `operation_key(number)`, then say `answered`.
        repeated: (`Scan`) the same code came twice within 300 ms and counts once; `confirm` counts it again.
        fault: (`Scan`) the scanner types for another keyboard; the scan itself was understood and follows.
        refused: (`Scan`, `AppError`) the journal could not be written, so nothing was done.
        observed: (`Burst`, source) what came, before anything was made of it; for setting a scanner up.
    """

    scanned = Signal(object, int, str)
    repeated = Signal(object)
    fault = Signal(object)
    refused = Signal(object, object)
    observed = Signal(object, str)

    def __init__(self, journal: ScanJournal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._last: dict[str, tuple[Scan, int]] = {}
        self._doubted: tuple[Scan, str] | None = None
        self._closed = False
        self._lane = JournalLane(journal, self)
        self._lane.kept.connect(self._kept, Qt.ConnectionType.QueuedConnection)
        self._lane.refused.connect(self.refused, Qt.ConnectionType.QueuedConnection)

    def listen(self, source: Source) -> None:
        """Take the scans of this scanner."""
        source.burst.connect(lambda burst: self.receive(burst, source.name))

    def inject(self, text: str, source: str = "injected") -> None:
        """Take a text as scanned: from the command line, a test, a choice on the screen."""
        now = time.monotonic_ns() // 1_000_000
        self._take(parse_keys(text, text, year=_year()), source, now, now, certain=True)

    def receive(self, burst: Burst, source: str) -> None:
        """Take a burst of a scanner."""
        self.observed.emit(burst, source)
        self._take(understood(burst), source, burst.started, burst.ended)

    def confirm(self) -> None:
        """Count the last repeated scan after all: there are two of the thing."""
        if self._doubted:
            scan, source = self._doubted
            self._doubted = None
            self._lane.keep(scan, source)

    def operation_key(self, journal_no: int) -> str:
        """The key of the operation that this scan asks for."""
        return self._journal.operation_key(journal_no)

    def answered(self, journal_no: int, verdict: str) -> None:
        """Note what the service made of a scan; it is then not asked again after a crash."""
        self._lane.answer(journal_no, verdict)

    def unanswered(self) -> list[Entry]:
        """The scans before this start of the program that nobody answered, oldest first."""
        return self._journal.unanswered()

    def close(self) -> None:
        """Write what waits and close the journal; the program ends.

        Nothing is handed on after this: what was just scanned is `unanswered` at the next start.
        """
        self._closed = True
        self._lane.close()
        self._journal.close()

    def _take(self, scan: Scan, source: str, started: int, ended: int, *, certain: bool = False) -> None:
        if scan.kind is ScanKind.EMPTY or self._closed:
            return
        before = self._last.get(source)
        # Held to a label, a scanner reads it again and again: each reading is compared with the one before,
        # the doubted ones too.
        self._last[source] = (scan, ended)
        if not certain and before and before[0].raw == scan.raw and 0 <= started - before[1] < REPEAT_MS:
            self._doubted = (scan, source)
            self._lane.keep(scan, source, REPEATED)
            return
        self._doubted = None
        self._lane.keep(scan, source)

    def _kept(self, scan: Scan, no: int, source: str, verdict: str) -> None:
        if self._closed:
            return
        if verdict == REPEATED:
            self.repeated.emit(scan)
            return
        if scan.fault is ScanFault.KEYBOARD_LAYOUT:
            self.fault.emit(scan)
        self.scanned.emit(scan, no, source)


def understood(burst: Burst) -> Scan:
    """What a burst names, by what its keys wrote and where they lie."""
    return parse_keys(burst.text, burst.us_text or burst.text, year=_year())


def _year() -> int:
    return datetime.now(UTC).year
