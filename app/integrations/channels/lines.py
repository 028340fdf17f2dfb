"""Physical lines of a file, decoded one by one, so that one bad byte costs one row and not the file."""

from __future__ import annotations

import codecs
import io
from collections import deque
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from app.integrations.channels.base import Progress

LONGEST_LINE = 1024 * 1024
"""Bytes of one physical line; more is refused, so that a file without line ends cannot fill the memory."""
LONGEST_RECORD = 4 * LONGEST_LINE
"""Characters of one row that runs over several lines."""
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FOREIGN = (
    (b"PK\x03\x04", "a spreadsheet or zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
    (b"%PDF", "a PDF"),
)
REPLACED = "\ufffd"


class UnreadableFile(Exception):
    """The whole file cannot be read as a table; the text says why."""


class RecordTooLong(Exception):
    """A row grew beyond what is held in memory; the text says by what."""


class Lines:
    """The lines of one file for the csv reader, with the lines of the current row kept for a second try.

    Undecodable bytes and NUL come out as U+FFFD and are remembered in `problem`: the row keeps its shape, is
    refused as a whole, and the next row is read as usual.

    Attributes:
        number: Physical lines handed out so far.
        problem: What is wrong with the text of the current row, empty where nothing is.
    """

    def __init__(self, path: Path, encoding: str, progress: Progress | None = None) -> None:
        self.number = 0
        self.problem = ""
        self._progress = progress
        self._record: list[tuple[str, str]] = []
        self._record_size = 0
        self._again: deque[tuple[str, str]] = deque()
        self._encoding = encoding
        self._file = path.open("rb")
        self._text: io.TextIOWrapper | None = None
        try:
            self._sniff()
        except BaseException:
            self._file.close()
            raise

    def _sniff(self) -> None:
        head = self._file.read(512)
        for magic, what in _FOREIGN:
            if head.startswith(magic):
                raise UnreadableFile(f"the file is {what}, not a text table; save it as CSV")
        start = 0
        for mark, encoding in _MARKS:
            if head.startswith(mark):
                self._encoding, start = encoding, len(mark)
        self._file.seek(start)
        if codecs.lookup(self._encoding).name.startswith("utf-16"):
            if not start:
                raise UnreadableFile("the profile says UTF-16, but the file does not begin with its mark")
            self._text = io.TextIOWrapper(self._file, encoding=self._encoding, errors="replace", newline="\n")
        elif head.count(0) > len(head) // 4:
            raise UnreadableFile("the file is not text, or UTF-16 without its mark; save it as UTF-8")

    def begin_record(self) -> int:
        """Forget the row before; the number of the line on which the next one begins."""
        self._record.clear()
        self._record_size = 0
        self.problem = ""
        return self.number + 1

    def retry_after_first(self) -> None:
        """Hand out again all lines of the current row but its first: the row's quotes are broken."""
        self._again.extendleft(reversed(self._record[1:]))
        self.number -= max(len(self._record) - 1, 0)

    def skip(self, count: int) -> None:
        """Pass over so many lines."""
        for _ in range(count):
            with suppress(RecordTooLong):
                next(self, None)
            self.begin_record()

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        text, problem = self._again.popleft() if self._again else self._read()
        self.number += 1
        if problem and not self.problem:
            self.problem = f"{problem} on line {self.number}"
        self._record_size += len(text)
        if self._record_size > LONGEST_RECORD:
            raise RecordTooLong(
                f"the row runs over more than {LONGEST_RECORD:,} characters; is a quote never closed?"
            )
        self._record.append((text, problem))
        return text

    def _read(self) -> tuple[str, str]:
        """The next line and what is wrong with its bytes."""
        if self._text is not None:
            line = self._text.readline(LONGEST_LINE)
            problem = "bytes that are no UTF-16" if REPLACED in line else ""
            size, ended = 2 * len(line), line.endswith("\n") or len(line) < LONGEST_LINE
        else:
            raw = self._file.readline(LONGEST_LINE)
            size, ended = len(raw), raw.endswith(b"\n") or len(raw) < LONGEST_LINE
            line, problem = self._decode(raw)
        if not line:
            raise StopIteration
        if self._progress is not None:
            self._progress(size)
        if not ended:
            self._pass_line_end()
            self.number += 1
            raise RecordTooLong(f"line {self.number} is longer than {LONGEST_LINE:,} bytes")
        if "\0" in line:
            line, problem = line.replace("\0", REPLACED), problem or "a NUL byte"
        return line, problem

    def _decode(self, raw: bytes) -> tuple[str, str]:
        try:
            return raw.decode(self._encoding), ""
        except UnicodeDecodeError as error:
            bad = raw[error.start : error.start + 1].hex().upper()
            return raw.decode(
                self._encoding, errors="replace"
            ), f"byte {bad} is no {self._encoding.upper()} text"

    def _pass_line_end(self) -> None:
        while True:
            if self._text is not None:
                text = self._text.readline(LONGEST_LINE)
                size, ended = 2 * len(text), text.endswith("\n") or len(text) < LONGEST_LINE
            else:
                raw = self._file.readline(LONGEST_LINE)
                size, ended = len(raw), raw.endswith(b"\n") or len(raw) < LONGEST_LINE
            if self._progress is not None:
                self._progress(size)
            if ended:
                return

    def __enter__(self) -> Lines:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        (self._text or self._file).close()
