"""A delimited file as a stream of rows, each with its line, or refusals; never the whole file at once."""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from app.errors import BadInput
from app.integrations.channels.base import Progress, Rejected
from app.integrations.channels.lines import REPLACED, Lines, RecordTooLong, UnreadableFile
from app.integrations.channels.profile import DELIMITERS, FileOptions

LONGEST_FIELD = 131_072
"""Characters of one cell, the csv module's own limit."""

Cells: TypeAlias = list[str]


class Table:
    """One file read with the options in force (`profile_checks.merged`).

    Args:
        path: The file; its name alone appears in refusals.
        options: All keys given.
        progress: Called with the bytes of each line read.
    """

    def __init__(self, path: Path, options: FileOptions, progress: Progress | None = None) -> None:
        self.path = path
        self.name = path.name
        self._options = options
        self._progress = progress

    def shape(self) -> tuple[Cells, int] | Rejected:
        """The header's names (none without header) and the number of columns, or why they are not there."""
        for found in self._records(None):
            if self._options.header:
                names = found if isinstance(found, Rejected) else self._names(*found)
                return names if isinstance(names, Rejected) else (names, len(names))
            if not isinstance(found, Rejected):
                return [], len(found[1])
        if self._options.header:
            return Rejected(self.name, 1, "", "the file is empty; its first row should be the header")
        return [], 0

    def rows(self) -> Iterator[tuple[int, Cells] | Rejected]:
        """Every row below the header and the line it begins on, each as wide as the header (or first row).

        Only for a file whose `shape` is no refusal.
        """
        width = 0
        below = not self._options.header
        for found in self._records(self._progress):
            if isinstance(found, Rejected):
                yield found
                continue
            line, cells = found
            width = width or len(cells)
            if not below:
                below = True
            elif len(cells) == width:
                if any(map(str.strip, cells)):
                    yield line, cells
            elif len(cells) > 1 or cells[0].strip():
                what = "the header has" if self._options.header else "the first row has"
                yield Rejected(self.name, line, "", f"the row has {_columns(len(cells))}, {what} {width}")

    def _names(self, line: int, cells: Cells) -> Cells | Rejected:
        names = [unicodedata.normalize("NFC", cell.strip()) for cell in cells]
        for name, count in Counter(names).items():
            if count > 1 and name:
                return Rejected(
                    self.name, line, name, f"the header names the column '{name}' {count} times; rename one"
                )
        return names

    def _records(self, progress: Progress | None) -> Iterator[tuple[int, Cells] | Rejected]:
        """All rows that hold anything, the header among them."""
        try:
            lines = Lines(self.path, self._options.encoding or "utf-8", progress)
        except UnreadableFile as error:
            yield Rejected(self.name, 0, "", str(error))
            return
        except OSError as error:
            raise BadInput(
                f"{self.path} cannot be read: {error.strerror}.", hint="Check its path.", file=self.name
            ) from error
        with lines:
            yield from self._parse(lines)

    def _parse(self, lines: Lines) -> Iterator[tuple[int, Cells] | Rejected]:
        csv.field_size_limit(LONGEST_FIELD)
        lines.skip(self._options.skip_lines or 0)
        quote = self._options.quote or None
        reader = csv.reader(
            lines,
            delimiter=DELIMITERS[self._options.delimiter or "comma"],
            quotechar=quote,
            quoting=csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE,
            skipinitialspace=bool(self._options.trim) and self._options.delimiter != "tab",
            strict=True,
        )
        names: Cells = []
        while True:
            line = lines.begin_record()
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                end = lines.number
                lines.retry_after_first()
                yield Rejected(self.name, line, "", _reason(str(error), line, end))
                continue
            except RecordTooLong as error:
                yield Rejected(self.name, line, "", str(error))
                continue
            if not cells:
                continue
            if lines.problem:
                place = next((index for index, cell in enumerate(cells) if REPLACED in cell), 0)
                column = names[place] if place < len(names) else f"{place + 1}"
                yield Rejected(
                    self.name, line, column, f"{lines.problem}; check the encoding the profile names"
                )
                continue
            if not names and self._options.header:
                names = [cell.strip() for cell in cells]
            yield line, cells


def _columns(count: int) -> str:
    return "1 column" if count == 1 else f"{count} columns"


def _reason(message: str, line: int, end: int) -> str:
    """A csv refusal in plain words; the row was begun on `line` and read up to `end`."""
    span = f", although read up to line {end}" if end > line else ""
    if "unexpected end of data" in message:
        return f"a quote opened in this row is never closed{span}"
    if "field larger than field limit" in message:
        return f"a cell is longer than {LONGEST_FIELD:,} characters{span}; is a quote never closed?"
    if "expected after" in message:
        return f"text follows a closing quote{span}; a quote inside a quoted cell must be doubled"
    if "new-line character seen" in message:
        return "a carriage return stands inside a cell without quotes; end lines with LF or CR LF"
    return f"the row cannot be split into cells: {message}{span}"
