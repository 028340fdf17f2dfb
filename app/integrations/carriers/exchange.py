"""Two folders as a way to a carrier: files that appear whole, and rows that are read however often they come.

Files out are written under a hidden name, kept on the disk, then renamed, so that nobody on the other side reads half of one.
Files in
belong to the other side: nothing in that folder is changed, moved or removed. What has not the columns that are looked for is
somebody else's and left alone; a last line without its end is still being written and not read yet.
"""

from __future__ import annotations

import contextlib
import csv
import io
import os
import threading
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

LARGEST = 16 * 1024 * 1024
"""Bytes of a file that is read; what is larger is no answer and no label."""
_DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file in, by column, with the file that it stands in."""

    values: Mapping[str, str]
    file: str


@dataclass
class Inbox:
    """The rows of a folder; a file that has not changed is not read again."""

    folder: Path
    _seen: dict[str, tuple[tuple[int, int], tuple[Row, ...]]] = field(default_factory=dict)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def rows(self, needed: Sequence[str]) -> list[Row]:
        """Every row of the files that have these columns, the oldest file first.

        Raises:
            OSError: the folder is not there or may not be read.
        """
        with self._guard:
            found: dict[str, tuple[tuple[int, int], tuple[Row, ...]]] = {}
            with os.scandir(self.folder) as entries:
                for entry in entries:
                    if entry.name.startswith(".") or not entry.name.lower().endswith(".csv"):
                        continue
                    with contextlib.suppress(FileNotFoundError):  # taken away while the folder is read
                        stat = entry.stat()
                        if not entry.is_file() or stat.st_size > LARGEST:
                            continue
                        stamp = (stat.st_mtime_ns, stat.st_size)
                        known = self._seen.get(entry.name)
                        rows = known[1] if known and known[0] == stamp else _read(Path(entry.path))
                        found[entry.name] = (stamp, rows)
            self._seen = found
            ordered = sorted(found.items(), key=lambda item: (item[1][0][0], item[0]))
            return [
                row for _, (_, rows) in ordered for row in rows if all(name in row.values for name in needed)
            ]


_inboxes: dict[str, Inbox] = {}


def inbox(folder: Path) -> Inbox:
    """The one reader of a folder in this process."""
    return _inboxes.setdefault(str(folder), Inbox(folder))


def put(folder: Path, name: str, row: Mapping[str, str], *further: Mapping[str, str]) -> None:
    """Write a CSV file of rows with the same columns; one of that name that is still there is replaced as a whole.

    Raises:
        OSError: it could not be written.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, list(row), lineterminator="\r\n")
    writer.writeheader()
    for one in (row, *further):
        writer.writerow({column: _in_one_line(value) for column, value in one.items()})
    hidden = folder / f".{name}.{uuid.uuid4().hex[:8]}.part"
    try:
        with hidden.open("xb") as file:
            file.write(text.getvalue().encode())
            file.flush()
            os.fsync(file.fileno())
        hidden.replace(folder / name)
    except OSError:
        with contextlib.suppress(OSError):
            hidden.unlink(missing_ok=True)
        raise


def fetch(folder: Path, name: str) -> bytes | None:
    """The bytes of a file beside the answers; None while it is not there.

    Raises:
        ValueError: the name leads elsewhere, or the file is too large.
        OSError: it may not be read.
    """
    if not name or name != Path(name).name or name in (".", "..") or "\\" in name or "\0" in name:
        raise ValueError(f"{name!r} is no plain file name")
    path = folder / name
    if not path.is_file():
        return None
    if path.stat().st_size > LARGEST:
        raise ValueError(f"{name!r} is larger than {LARGEST} bytes")
    return path.read_bytes()


def _in_one_line(text: str) -> str:
    """A value as readers of the plainest kind take it: without line ends and other control characters."""
    lines = ", ".join(part.strip() for part in text.splitlines() if part.strip())
    return "".join(letter for letter in lines if letter.isprintable())


def _read(path: Path) -> tuple[Row, ...]:
    """The whole rows of a file; none of a file that is not text of ours."""
    try:
        data = path.read_bytes()
        whole = data[: data.rfind(b"\n") + 1]
        text = whole.decode("utf-8-sig")
    except (UnicodeDecodeError, FileNotFoundError):
        return ()
    if "\0" in text:
        return ()
    head, _, _ = text.partition("\n")
    delimiter = max(_DELIMITERS, key=head.count)
    rows: list[Row] = []
    try:
        for values in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            plain = {
                str(column).strip().lower(): value.strip()
                for column, value in values.items()
                if column is not None and isinstance(value, str)
            }
            rows.append(Row(plain, path.name))
    except csv.Error:  # what was read before the broken line counts
        return tuple(rows)
    return tuple(rows)
