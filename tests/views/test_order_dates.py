"""Days, quantities and amounts as they are typed on the telephone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication

from app.qt import words
from app.views.parts.order_dates import read_day
from app.views.parts.order_draft import read_decimal, read_percent, read_pieces

TODAY = date(2026, 3, 11)  # a Wednesday


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    words.set_language("en")
    yield
    words.set_language("en")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("13/3", date(2026, 3, 13)),
        ("13.3.", date(2026, 3, 13)),
        ("13-3-27", date(2027, 3, 13)),
        ("10/3", date(2027, 3, 10)),
        ("11/3", TODAY),
        ("2026-04-01", date(2026, 4, 1)),
        ("13", date(2026, 3, 13)),
        ("5", date(2026, 4, 5)),
        ("31", date(2026, 3, 31)),
        ("+2", date(2026, 3, 13)),
        ("+ 1w", date(2026, 3, 18)),
        ("today", TODAY),
        ("TOMORROW", date(2026, 3, 12)),
        ("day after tomorrow", date(2026, 3, 13)),
        ("friday", date(2026, 3, 13)),
        ("fr", date(2026, 3, 13)),
        ("wednesday", date(2026, 3, 18)),
        ("13 march", date(2026, 3, 13)),
        ("13 Mar 2028", date(2028, 3, 13)),
        ("Fri 13 Mar", date(2026, 3, 13)),
        ("29/2", None),
        ("32/1", None),
        ("0", None),
        ("f", None),
        ("soon", None),
        ("", None),
        ("13/3/2026/1", None),
        ("１３/3", None),
        ("12 13 14", None),
    ],
)
def test_a_day_as_it_is_said(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day


def test_a_month_without_the_day_is_passed_over() -> None:
    assert read_day("31", date(2026, 4, 1)) == date(2026, 5, 31)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("demain", date(2026, 3, 12)),
        ("après-demain", date(2026, 3, 13)),
        ("vendredi", date(2026, 3, 13)),
        ("ven. 13 mars", date(2026, 3, 13)),
        ("1 août", date(2026, 8, 1)),
        ("tomorrow", date(2026, 3, 12)),
    ],
)
def test_french_days(typed: str, day: date) -> None:
    words.set_language("fr")
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "pieces"),
    [("12", 12), (" 1 200 ", 1200), ("0", 0), ("", None), ("-1", None), ("1,5", None), ("9" * 9, None)],
)
def test_pieces(typed: str, pieces: int | None) -> None:
    assert read_pieces(typed) == pieces


def test_amounts_and_percentages() -> None:
    assert [read_decimal(one) for one in ("2,25", "2.250001", ".5", "1_0", "", "1e5", "2.2500001")] == [
        *(Decimal("2.25"), Decimal("2.250001"), Decimal("0.5"), None, None, None, None),
    ]
    assert [read_percent(one) for one in ("5", "5,5 %", "100", "101", "x")] == [
        *(Decimal("0.05"), Decimal("0.055"), Decimal(1), None, None),
    ]
