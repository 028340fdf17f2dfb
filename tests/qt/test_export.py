"""A table as CSV: every row, nothing a spreadsheet would run, and no half files."""

from __future__ import annotations

import csv
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Unavailable
from app.qt import export_sheet
from app.qt.export import PAGE, Export, safe
from app.qt.export_sheet import TooManyRows
from app.qt.table import Column
from app.queries.pages import Ask, Page, page

COLUMN: Column[int] = Column("n", "Number", str, raw=lambda n: n)


def pages_of(count: int, asked: list[Ask]) -> object:
    def fetch(ask: Ask) -> Page[int]:
        asked.append(ask)
        first = ask.after[0] if ask.after else 0
        return page(list(range(first + 1, min(first + ask.size, count) + 1)), ask, lambda n: (n,))

    return fetch


@pytest.mark.parametrize("count", [0, 1, PAGE, PAGE + 1])
def test_every_row_once(tmp_path: Path, count: int) -> None:
    file = tmp_path / "out.csv"
    asked: list[Ask] = []
    export = Export(file, [("Number", COLUMN)], pages_of(count, asked), Ask(after=(7,), text="x"))  # type: ignore[arg-type]  # a plain function
    assert export.run() == count
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.reader(opened))
    assert rows == [["Number"], *[[str(n)] for n in range(1, count + 1)]]
    assert asked[0].after is None
    assert asked[0].text == "x"
    assert [one.name for one in tmp_path.iterdir()] == ["out.csv"]


def test_stopped_or_failed_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("before", encoding="utf-8")
    export = Export(file, [("Number", COLUMN)], pages_of(5, []), Ask())  # type: ignore[arg-type]  # a plain function
    export.cancel()
    assert export.run() == -1
    assert [(one.name, one.read_text(encoding="utf-8")) for one in tmp_path.iterdir()] == [
        ("out.csv", "before")
    ]
    nowhere = Export(tmp_path / "none" / "out.csv", [("Number", COLUMN)], pages_of(5, []), Ask())  # type: ignore[arg-type]  # the same
    with pytest.raises(Unavailable) as caught:
        nowhere.run()
    assert caught.value.hint


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    assert not safe(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert safe(text).removeprefix("'") == text.removeprefix("'") or safe(text) == text


def test_plain_values() -> None:
    assert [safe(one) for one in (None, True, -3, Decimal("-1.50"), date(2026, 3, 13))] == [
        "",
        "1",
        "-3",
        "-1.50",
        "2026-03-13",
    ]


class Held:
    """A row of what a sheet might get wrong."""

    cells: tuple[object, ...] = (
        "=1+1",
        "+33 1",
        "a\x00\x0bb",
        "'quoted",
        "",
        None,
        True,
        7,
        Decimal("12.50"),
        date(2026, 3, 11),
        "x" * 40_000,
        "007",
    )


def test_a_sheet_holds_no_formula_and_keeps_numbers_and_days(tmp_path: Path) -> None:
    file = tmp_path / "out.xlsx"
    columns = [
        (f"=H{at}", Column(f"c{at}", "C", str, raw=lambda row, at=at: row.cells[at]))  # type: ignore[misc]  # a lambda's default has no type
        for at in range(len(Held.cells))
    ]
    export = Export(file, columns, lambda ask: Page((Held(),), None), Ask(), "[Orders]: all/?")
    assert export.run() == 1
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    assert sheet.title == "Orders all"
    assert sheet.cell(1, 1).value == "=H0"
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"inlineStr", "s", "n", "b", "d"}
    found = [cell.value for cell in sheet[2]]
    assert found[:10] == [
        *("=1+1", "+33 1", "ab", "'quoted", None, None, True, 7, 12.5),
        datetime(2026, 3, 11),  # noqa: DTZ001 - as the library gives a day
    ]
    assert (len(found[10]), found[11]) == (32_767, "007")
    assert [one.name for one in tmp_path.iterdir()] == ["out.xlsx"]


def test_a_sheet_that_is_full_or_stopped_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "out.xlsx"
    file.write_bytes(b"before")
    monkeypatch.setattr(export_sheet, "MOST_ROWS", 2)
    with pytest.raises(TooManyRows):
        Export(file, [("Number", COLUMN)], pages_of(3, []), Ask()).run()  # type: ignore[arg-type]  # a plain function
    stopped = Export(file, [("Number", COLUMN)], pages_of(1, []), Ask())  # type: ignore[arg-type]  # the same
    stopped.cancel()
    assert stopped.run() == -1
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("out.xlsx", b"before")]
    whole = Export(file, [("Number", COLUMN)], pages_of(2, []), Ask())  # type: ignore[arg-type]  # the same
    assert whole.run() == 2
