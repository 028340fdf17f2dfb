"""Price lists as text: read as written, and a sentence for every line that is wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.price_files import (
    FilePrice,
    ListPrice,
    dearer,
    ended,
    for_list,
    plain_price,
    read_prices,
    write_prices,
)
from app.domain.table_files import text_of
from app.errors import BadInput

TODAY = date(2026, 11, 25)
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
skus = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=12)


@st.composite
def one_price(draw: st.DrawFn) -> ListPrice:
    """A price as a list may hold it."""
    since = draw(days)
    until = draw(st.none() | st.dates(since, date(2099, 12, 31)))
    price = Decimal(draw(st.integers(0, 10**12))).scaleb(-6)
    return ListPrice(draw(skus), draw(st.integers(1, 10**9)), price, since, until)


def read(text: str, code: str = "L1") -> tuple[tuple[ListPrice, ...], list[tuple[int, str]]]:
    """The prices of a text, and (line, column) of what is wrong."""
    rows, problems = read_prices(text, TODAY, code)
    return for_list(rows, code), [(one.line, one.column) for one in problems]


def test_commas_semicolons_and_tabs() -> None:
    wanted = (
        ListPrice("MUG", 12, Decimal("2.5"), date(2026, 1, 1), date(2026, 12, 31)),
        ListPrice("TEA", 1, Decimal("4"), TODAY),
    )
    for text in (
        "sku,from_qty,price,valid_from,valid_until\nMUG,12,2.5,2026-01-01,2026-12-31\nTEA,,4.00,,\n",
        "\ufeffSKU;Price;From_Qty;Valid_From;Valid_Until\r\nMUG;2,50;12;2026-01-01;2026-12-31\r\n\r\nTEA;4;1;;\r\n",
        "sku\tprice\tfrom_qty\tvalid_from\tvalid_until\nMUG\t2,5\t12\t2026-01-01\t2026-12-31\nTEA\t4\n",
    ):
        assert read(text) == (wanted, [])


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (",1,2.00,,", "sku"),
        ("MUG,0,2.00,,", "from_qty"),
        ("MUG,1.5,2.00,,", "from_qty"),
        ("MUG,\uff11,2.00,,", "from_qty"),
        ("MUG,1,,,", "price"),
        ("MUG,1,-2.00,,", "price"),
        ("MUG,1,1e3,,", "price"),
        ("MUG,1,NaN,,", "price"),
        ("MUG,1,1.234.5,,", "price"),
        ("MUG,1,0.1234567,,", "price"),
        ("MUG,1,1_0,,", "price"),
        ("MUG,1,2.00,01/02/2026,", "valid_from"),
        ("MUG,1,2.00,2026-02-30,", "valid_from"),
        ("MUG,1,2.00,2026-02-02,2026-02-01", "valid_until"),
        ("MUG,1,2.00,20260201,", "valid_from"),
    ],
)
def test_what_cannot_be_a_price_is_named(row: str, column: str) -> None:
    good = "TEA,1,1.00,,"
    text = f"sku,from_qty,price,valid_from,valid_until\n{row}\n{good}\n"
    prices, problems = read(text)
    assert [one.sku for one in prices] == ["TEA"]
    assert problems == [(2, column)]


def test_said_twice_no_list_and_no_columns() -> None:
    twice = "sku,price\nMUG,1\nMUG,2\n"
    assert read(twice)[1] == [(3, "sku")]
    assert read_prices("sku,price\nMUG,1\n", TODAY)[1][0].column == "list"
    rows, problems = read_prices("list,sku,price\nA,MUG,1\nB,MUG,2\n", TODAY)
    assert ([one.list_code for one in rows], problems) == (["A", "B"], ())
    assert read_prices("list,sku,price\nA,MUG,1\n", TODAY, "B")[1][0].column == "list"
    for text in ("", "\0", "a,b\n1,2\n", "sku,price,sku\nMUG,1,2\n", 'sku,price\n"MUG,1\n' + "x" * 200_000):
        assert read(text)[1]


@given(st.lists(one_price(), max_size=8, unique_by=lambda one: one.key))
def test_what_is_written_is_read_back(prices: list[ListPrice]) -> None:
    found, problems = read(write_prices(prices))
    assert (found, problems) == (tuple(prices), [])


@given(st.text())
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    rows, problems = read_prices(text, TODAY, "L1")
    assert rows or problems or not text.strip("\ufeff\n\r").split("\n", 1)[1:] or True
    head, _ = read_prices(f"sku,price\n{text}", TODAY, "L1")
    assert all(isinstance(one, FilePrice) for one in head)


def test_bytes_of_files() -> None:
    assert text_of("Thé".encode("cp1252"), "a.csv") == "Thé"
    assert text_of("\ufeffThé".encode(), "a.csv") == "Thé"
    for data in (b"\0", b"x" * (4 * 1024 * 1024 + 1)):
        with pytest.raises(BadInput):
            text_of(data, "a.csv")


def test_more_that_costs_more_is_told_once() -> None:
    since = date(2026, 1, 1)
    one = ListPrice("MUG", 1, Decimal(2), since)
    many = ListPrice("MUG", 12, Decimal(3), since)
    most = ListPrice("MUG", 100, Decimal(1), since)
    assert dearer((one, many, most)) == ((many, one),)
    offer = ListPrice("MUG", 1, Decimal("0.5"), date(2026, 6, 1), date(2026, 6, 30))
    assert dearer((one, most, offer)) == ((most, offer),)
    assert dearer((one, most)) == ()


def test_a_list_ends() -> None:
    prices = (
        ListPrice("MUG", 1, Decimal(2), date(2026, 1, 1)),
        ListPrice("MUG", 1, Decimal(3), date(2027, 1, 1)),
        ListPrice("TEA", 1, Decimal(3), date(2026, 1, 1), date(2026, 2, 1)),
    )
    after = ended(prices, TODAY)
    assert [(one.sku, one.valid_until) for one in after] == [("MUG", TODAY), ("TEA", date(2026, 2, 1))]


def test_a_price_as_it_is_typed() -> None:
    found = [plain_price(Decimal(text)) for text in ("2", "2.50", "0.333333", "120", "0", "1e2", "2.5000")]
    assert found == ["2.00", "2.50", "0.333333", "120.00", "0.00", "100.00", "2.50"]
