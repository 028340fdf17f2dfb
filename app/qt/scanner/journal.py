"""Every scan of this desk, written down before anything is done with it.

One small SQLite file a desk, in the folder that the caller names. A scan gets its number here, and from desk,
journal and number comes the key of the operation: asked again after a crash, the service answers as before
and counts nothing twice. Blocking: the screens go through `JournalLane`.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.domain.scan import Scan
from app.errors import Unavailable

KEPT = timedelta(days=30)
"""As long as the services remember the keys of operations: an older scan must not be asked again."""

_log = logging.getLogger(__name__)

_TABLES = """
CREATE TABLE IF NOT EXISTS journal (id TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS scan (
    no INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice, also when the newest row was pruned
    at TEXT NOT NULL, run TEXT NOT NULL, source TEXT NOT NULL, raw TEXT NOT NULL, kind TEXT NOT NULL,
    code TEXT NOT NULL, verdict TEXT, answered_at TEXT
);
CREATE INDEX IF NOT EXISTS scan_open ON scan(no) WHERE verdict IS NULL;
"""
_COLUMNS = "no, at, source, raw, kind, code, verdict"


class JournalUnavailable(Unavailable):
    """The scan could not be written down, and was not taken."""

    code = "scanner.journal"

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The desk's scan journal cannot be written ({why}); the scan was not taken.",
            hint="Make room on the disk, then scan again.",
            why=why,
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """A scan as the journal holds it; `verdict` is empty as long as no service answered."""

    no: int
    at: datetime
    source: str
    raw: str
    kind: str
    code: str
    verdict: str


class ScanJournal:
    """The journal of one desk; its methods may be called from any thread.

    Args:
        file: Where it lies; made, with its folder, when it is not there. What lies there and is no journal
            is put aside, and a new one begun: a broken disk must not stop a desk.
        desk: The desk's code.
    """

    def __init__(self, file: Path, desk: str) -> None:
        self.desk = desk
        self._run = uuid.uuid4().hex
        self._lock = threading.Lock()
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection, self._id = _open(file)
        except sqlite3.DatabaseError as error:
            aside = file.with_name(f"{file.name}.{self._run[:8]}.broken")
            _log.warning("The scan journal cannot be read (%s); it is put aside as %s", error, aside.name)
            _put_aside(file, aside)
            self._connection, self._id = _open(file)
        self.prune()

    def append(self, scan: Scan, source: str, *, verdict: str = "") -> int:
        """Write a scan down and return its number; when this returns, a power cut does not lose it.

        Args:
            scan: What was scanned.
            source: Which scanner it came from.
            verdict: What became of it where that is already known, so that nobody has to answer it.

        Raises:
            JournalUnavailable: it could not be written.
        """
        now = _now()
        raw, code = _storable(scan.raw), _storable(scan.code)
        values = (now, self._run, source, raw, scan.kind.value, code, verdict or None)
        with self._lock:
            try:
                self._connection.execute("PRAGMA synchronous = FULL")
                row = self._connection.execute(
                    "INSERT INTO scan (at, run, source, raw, kind, code, verdict, answered_at)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING no",
                    (*values, now if verdict else None),
                ).fetchone()
            except sqlite3.Error as error:
                raise JournalUnavailable(str(error)) from error
        return int(row[0])

    def answer(self, no: int, verdict: str) -> None:
        """Note what became of a scan.

        This does not wait for the disk: lost, the scan is asked once more, and answered as before.

        Raises:
            JournalUnavailable: it could not be written.
        """
        with self._lock:
            try:
                self._connection.execute("PRAGMA synchronous = NORMAL")
                self._connection.execute(
                    "UPDATE scan SET verdict = ?, answered_at = ? WHERE no = ?", (verdict, _now(), no)
                )
            except sqlite3.Error as error:
                raise JournalUnavailable(str(error)) from error

    def operation_key(self, no: int) -> str:
        """The key of the operation that this scan asks for.

        The journal's own name is in it: a new file begins at 1 again.
        """
        return f"scan:{self.desk}:{self._id}:{no}"

    def unanswered(self) -> list[Entry]:
        """The scans of earlier runs of the program that nobody answered, oldest first."""
        return self._entries("verdict IS NULL AND run <> ? ORDER BY no", self._run)

    def recent(self, count: int = 50) -> list[Entry]:
        """The newest scans, newest first."""
        return self._entries("TRUE ORDER BY no DESC LIMIT ?", count)

    def prune(self) -> None:
        """Forget what is older than `KEPT`."""
        with self._lock:
            self._connection.execute("DELETE FROM scan WHERE at < ?", (_stamp(datetime.now(UTC) - KEPT),))

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _entries(self, which: str, value: str | int) -> list[Entry]:
        with self._lock:
            rows = self._connection.execute(f"SELECT {_COLUMNS} FROM scan WHERE {which}", (value,)).fetchall()
        return [
            Entry(no, datetime.fromisoformat(at), source, raw, kind, code, verdict or "")
            for no, at, source, raw, kind, code, verdict in rows
        ]


def _open(file: Path) -> tuple[sqlite3.Connection, str]:
    """Open the journal; autocommit, so that each statement is a transaction."""
    connection = sqlite3.connect(file, timeout=5, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(_TABLES)
        connection.execute(
            "INSERT INTO journal (id) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM journal)",
            (uuid.uuid4().hex[:12],),
        )
        row = connection.execute("SELECT id FROM journal").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection, str(row[0])


def _put_aside(file: Path, aside: Path) -> None:
    file.replace(aside)
    for ending in ("-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)


def _storable(text: str) -> str:
    """The text, with halves of characters written out: a keyboard can send them, UTF-8 cannot hold them."""
    return text.encode(errors="backslashreplace").decode()


def _now() -> str:
    return _stamp(datetime.now(UTC))


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
