"""Rows of a spreadsheet as they are pasted: columns in any order, and no row is lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.pasted import amount, cells_of, read_rows, whole

KNOWN = {"MUG", "POT", "4006381333931"}


def read(text: str) -> list[tuple[str, int | None, Decimal | None]]:
    return [(row.code, row.qty, row.price) for row in read_rows(cells_of(text), KNOWN)]


@pytest.mark.parametrize(
    "text",
    [
        "MUG\t6\t2,50\nPOT\t3\t7,50",
        "6;MUG;2.50\n3;POT;7.50",
        "6\tA mug\t2.50 €\tMUG\n3\tA pot\t7.50 €\tPOT",
        "Article\tQté\tPrix unitaire\nMUG\t6\t2,50\nPOT\t3\t7,50\n\n",
        "Price;Name;Quantity;SKU\r\nEUR 2.5;A mug;6;MUG\r\n7.50;A pot;3;POT",
        "MUG,6,2.50\nPOT,3,7.50",
    ],
)
def test_columns_in_any_order(text: str) -> None:
    assert read(text) == [("MUG", 6, Decimal("2.50")), ("POT", 3, Decimal("7.50"))]


def test_rows_that_nobody_understands_stay() -> None:
    rows = read_rows(cells_of("MUG\t6\nWHAT 9\t3\nPOT\ttwelve\nPOT\t0\n\t\n4006381333931\t1 200"), KNOWN)
    assert [(row.code, row.qty) for row in rows] == [
        *(("MUG", 6), ("WHAT 9", 3), ("POT", None), ("POT", None), ("4006381333931", 1200)),
    ]
    assert rows[1].text == "WHAT 9  3"


def test_a_price_that_is_none_is_told() -> None:
    rows = read_rows(cells_of("sku;qty;price\nMUG;6;cheap\nPOT;3;\nPOT;3;1.5"), KNOWN)
    assert [(row.price, row.odd_price) for row in rows] == [(None, "cheap"), (None, ""), (Decimal("1.5"), "")]


def test_codes_alone_are_one_each() -> None:
    assert read("MUG\nPOT\nwhat") == [("MUG", 1, None), ("POT", 1, None), ("what", 1, None)]
    assert read("") == read(" \n\t\n") == []


def test_quotation_marks_and_thousands() -> None:
    assert read('"MUG";"6"\n"A ""big"" one";2') == [("MUG", 6, None), ('A "big" one', 2, None)]
    assert (whole("1 000"), whole("12,00"), whole("1.5"), whole("-3"), whole("99999999")) == (
        *(1000, 12, None, None, None),
    )
    assert (amount("£ 3.20"), amount("1e5"), amount("")) == (Decimal("3.20"), None, None)


@given(st.lists(st.lists(st.text(max_size=8), max_size=5), max_size=12))
def test_every_row_that_says_something_is_given_back(rows: list[list[str]]) -> None:
    text = "\n".join("\t".join(cell.replace("\t", "") for cell in row) for row in rows)
    cells = cells_of(text)
    found = read_rows(cells, KNOWN)
    assert len(cells) - len(found) in (0, 1)  # the head
    assert all(row.code and row.text for row in found)
    assert all(row.qty is None or row.qty > 0 for row in found)
