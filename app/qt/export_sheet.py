"""A table as an XLSX file, row by row, so that a long one takes little memory; no cell is ever a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from app.errors import Refused

MOST_ROWS = 1_048_575
"""Rows under the head of a sheet, by the format."""
_LONGEST = 32_767
"""Characters of a cell, by the format."""
_PIXELS = 7
"""Pixels of a character, about."""
_TITLE = 31
_NOT_IN_TITLE = str.maketrans("", "", "[]:*?/\\'")


class TooManyRows(Refused):
    """A sheet holds no more rows."""

    code = "export.too_many_rows"


class Sheet:
    """An XLSX file that is being written."""

    def __init__(self, file: Path, title: str, columns: Sequence[tuple[str, int]]) -> None:
        """Begin it: the sheet's title, and of each column its head and its width in pixels."""
        self._file = file
        self._rows = 0
        self._book = Workbook(write_only=True)
        self._sheet: Any = self._book.create_sheet(title.translate(_NOT_IN_TITLE)[:_TITLE] or "Quai")
        self._sheet.freeze_panes = "A2"
        for at, (_, width) in enumerate(columns, 1):
            self._sheet.column_dimensions[get_column_letter(at)].width = max(8, width // _PIXELS)
        heads = [self._cell(head) for head, _ in columns]
        for cell in heads:
            cell.font = Font(bold=True)
        self._sheet.append(heads)

    def add(self, values: Sequence[object]) -> None:
        """Add a row.

        Raises:
            TooManyRows: the sheet is full.
        """
        if self._rows >= MOST_ROWS:
            raise TooManyRows(
                f"A sheet holds {MOST_ROWS:,} rows; there are more.",
                hint="Narrow the list down, or write a CSV file.",
                most=MOST_ROWS,
            )
        self._rows += 1
        self._sheet.append([self._cell(value) for value in values])

    def close(self) -> None:
        """Write what is left of it."""
        self._book.save(self._file)

    def abandon(self) -> None:
        """Let go of what was written so far: the library keeps it in a file of its own until it is saved."""
        self._book.save(io.BytesIO())

    def _cell(self, value: object) -> Any:
        if isinstance(value, datetime):
            value = value.replace(tzinfo=None)
        if value is None or isinstance(value, bool | int | float | Decimal | date):
            return WriteOnlyCell(self._sheet, value)
        cell = WriteOnlyCell(self._sheet, "")
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", str(value))[:_LONGEST]
        cell.data_type = "s"  # as it stands: a text that begins with '=' would else be a formula
        return cell
