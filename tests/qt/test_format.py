"""Numbers, money, weights and days as each language writes them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication

from app.qt import format as written
from app.qt import words

THIS_YEAR = datetime.now(UTC).year


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    words.set_language(str(request.param))
    yield str(request.param)
    words.set_language("en")


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def test_money(language: str) -> None:
    shown = [
        plain(written.money(128450, "EUR")),
        plain(written.money(398000, "JPY")),
        plain(written.money(-5, "EUR")),
    ]
    assert (
        shown
        == {
            "en": ["€1,284.50", "JP¥398,000", "-€0.05"],
            "fr": ["1 284,50 €", "398 000 JPY", "-0,05 €"],
        }[language]
    )


def test_prices_show_all_their_places(language: str) -> None:
    shown = [plain(written.price(Decimal(one), "EUR")) for one in ("8.9", "0.123456", "1234")]
    assert (
        shown
        == {"en": ["€8.90", "€0.123456", "€1,234.00"], "fr": ["8,90 €", "0,123456 €", "1 234,00 €"]}[language]
    )


def test_counts_weights_sizes(language: str) -> None:
    shown = [
        plain(one)
        for one in (
            written.count(12345),
            written.counted(10_001),
            written.counted(10_000),
            written.weight(350),
            written.weight(7840),
            written.size(400, 300, 205),
        )
    ]
    assert (
        shown
        == {
            "en": ["12,345", "10,000+", "10,000", "350 g", "7.84 kg", "40 × 30 × 20.5 cm"],
            "fr": ["12 345", "10 000+", "10 000", "350 g", "7,84 kg", "40 × 30 × 20,5 cm"],
        }[language]
    )


def test_days(language: str) -> None:
    here, other = date(THIS_YEAR, 3, 13), date(1999, 3, 13)
    assert [written.day(here), written.day(other), written.day(None)] == {
        "en": ["13 Mar", "13 Mar 1999", ""],
        "fr": ["13 mars", "13 mars 1999", ""],
    }[language]
    assert written.long_day(here).endswith(written.day(here))
    near = [written.near_day(here + timedelta(days=one), here) for one in (-1, 0, 1)]
    assert near == [words.tr(one) for one in ("Yesterday", "Today", "Tomorrow")]
    assert written.near_day(here + timedelta(days=2), here) == written.day(here + timedelta(days=2))


def test_moments_are_told_at_the_desk(language: str) -> None:
    now = datetime.now(UTC)
    assert written.moment(now) == written.hour(now)
    assert written.moment(None) == written.hour(None) == ""
    old = datetime(1999, 3, 13, 12, 0, tzinfo=UTC)
    assert "1999" in written.moment(old)
    assert written.hour(old) in written.moment(old)


def test_percentages(language: str) -> None:
    assert [plain(written.percent(Decimal(one))) for one in ("0.2", "0.055")] == {
        "en": ["20%", "5.5%"],
        "fr": ["20 %", "5,5 %"],
    }[language]
