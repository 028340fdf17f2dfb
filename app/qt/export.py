"""Any table as a CSV or XLSX file: every row that the question finds, page after page, off the screen's thread."""

from __future__ import annotations

import csv
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.domain.tables import safe_cell
from app.errors import Unavailable
from app.qt.export_sheet import Sheet
from app.qt.table import Column
from app.queries.pages import Ask, Page

PAGE = 1000
safe = safe_cell


class Export:
    """Writes a table to a file; the file appears only when it is whole.

    Args:
        file: Where it goes.
        columns: What is written, in this order, with the heads in the person's language.
        fetch: Gives a page of rows.
        ask: The question whose rows are written, from its beginning.
        title: What a sheet is called.

    A file whose name ends with `.xlsx` is a workbook; every other one CSV.
    """

    def __init__(
        self,
        file: Path,
        columns: Sequence[tuple[str, Column[Any]]],
        fetch: Callable[[Ask], Page[Any]],
        ask: Ask,
        title: str = "",
    ) -> None:
        self._title = title
        self.file = file
        self.rows = 0
        self._columns = columns
        self._fetch = fetch
        self._ask = replace(ask, after=None, size=PAGE)
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Stop with the page that is being read; nothing is left behind."""
        self._stop.set()

    def run(self) -> int:
        """Write it; the number of rows, or -1 when it was cancelled.

        Raises:
            Unavailable: the file cannot be written.
            TooManyRows: a sheet cannot hold them.
        """
        half = self.file.with_name(f".{self.file.name}.part")
        try:
            done = self._sheet(half) if self.file.suffix.casefold() == ".xlsx" else self._csv(half)
            if not done:
                return -1
            half.replace(self.file)
        except OSError as error:
            raise Unavailable(
                f"{self.file} cannot be written: {error.strerror}.",
                hint="Choose another folder, or close the program that has the file open.",
                file=str(self.file),
            ) from error
        finally:
            with suppress(OSError):
                half.unlink(missing_ok=True)
        return self.rows

    def _csv(self, half: Path) -> bool:
        with half.open("w", newline="", encoding="utf-8-sig") as out:
            writer = csv.writer(out)
            writer.writerow([safe(head) for head, _ in self._columns])
            return self._write(lambda row: writer.writerow([safe(value) for value in row]))

    def _sheet(self, half: Path) -> bool:
        sheet = Sheet(half, self._title, [(head, column.width) for head, column in self._columns])
        done = False
        try:
            done = self._write(sheet.add)
        finally:
            sheet.close() if done else sheet.abandon()
        return done

    def _write(self, add: Callable[[Sequence[object]], object]) -> bool:
        ask: Ask | None = self._ask
        while ask is not None:
            page = self._fetch(ask)
            if self._stop.is_set():
                return False
            for row in page.rows:
                add([(one.raw or one.value)(row) for _, one in self._columns])
            self.rows += len(page.rows)
            ask = replace(ask, after=page.after) if page.after is not None else None
        return True
