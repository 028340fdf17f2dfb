"""Money: exact, rounded once, never mixed."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from babel.numbers import get_currency_precision
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import (
    BadAmount,
    DocumentTotal,
    MixedCurrencies,
    Money,
    TaxSum,
    digits,
    document_total,
    gross,
    line_net,
    minor_of,
    tax_by_rate,
    to_decimal_string,
    total,
)

currencies = st.sampled_from(["EUR", "JPY", "KWD", "CLF", "USD"])
minors = st.integers(-(10**15), 10**15)
prices = st.decimals(0, Decimal("999999999999"), places=6)
fractions = st.decimals(0, 1, places=4)
quantities = st.integers(-(10**9), 10**9)


def half_up(exact: Fraction) -> int:
    """Round by whole numbers alone: ties away from zero."""
    return int(math.copysign(1, exact)) * math.floor(abs(exact) + Fraction(1, 2))


@given(minors, minors, currencies)
def test_arithmetic(one: int, other: int, currency: str) -> None:
    a, b = Money(one, currency), Money(other, currency)
    assert (a + b - b, a - b, -a + a, 3 * a, a * 3) == (a, a + -b, b - b, a + a + a, 3 * a)
    assert (a < b, a <= b, a > b, a >= b, a == b) == (
        one < other,
        one <= other,
        one > other,
        one >= other,
        one == other,
    )
    assert total([a, b, a], currency) == Money(2 * one + other, currency)
    assert bool(a) == (one != 0)
    assert total([], currency) == Money(0, currency)


def test_currencies_never_mix() -> None:
    a, b = Money(1, "EUR"), Money(1, "USD")
    attempts: list[Callable[[], object]] = [
        lambda: a + b,
        lambda: a - b,
        lambda: a < b,
        lambda: a <= b,
        lambda: a > b,
        lambda: a >= b,
        lambda: total([a, b], "EUR"),
        lambda: total([a], "USD"),
    ]
    for attempt in attempts:
        with pytest.raises(MixedCurrencies) as refusal:
            attempt()
        assert set(refusal.value.facts.values()) == {"EUR", "USD"}
    assert a != b
    with pytest.raises(TypeError):
        a * 0.5  # type: ignore[operator]  # what the checker refuses, the program must refuse, too


@pytest.mark.parametrize("code", ["", "eur", "EURO", "ZZZ", "€"])
def test_an_unknown_currency_is_refused(code: str) -> None:
    with pytest.raises(BadAmount, match="is not a currency"):
        Money(1, code)
    with pytest.raises(BadAmount, match="is not a currency"):
        to_decimal_string(1, code)


def test_decimal_places_are_those_of_iso_4217() -> None:
    assert [digits(code) for code in ("JPY", "EUR", "KWD", "CLF", "ISK", "IQD")] == [0, 2, 3, 4, 0, 3]
    for code in (
        "EUR",
        "USD",
        "GBP",
        "CHF",
        "SEK",
        "PLN",
        "JPY",
        "KRW",
        "TND",
        "XOF",
        "CAD",
        "MAD",
        "BHD",
        "CLP",
    ):
        assert digits(code) == get_currency_precision(code)


@given(minors, currencies)
def test_written_and_read_back(minor: int, currency: str) -> None:
    text = to_decimal_string(minor, currency)
    assert minor_of(Decimal(text), currency) == minor if abs(Decimal(text)) < 10**12 else True
    assert Fraction(text) == Fraction(minor, 10 ** digits(currency))
    assert str(Money(minor, currency)) == f"{text} {currency}"


def test_as_files_show_it() -> None:
    assert [to_decimal_string(n, "EUR") for n in (0, 5, -5, 123456, -100)] == [
        "0.00",
        "0.05",
        "-0.05",
        "1234.56",
        "-1.00",
    ]
    assert to_decimal_string(-1234, "JPY") == "-1234"
    assert to_decimal_string(1, "KWD") == "0.001"


@given(quantities, prices, fractions, currencies)
def test_a_line_is_rounded_once_half_up(qty: int, price: Decimal, discount: Decimal, currency: str) -> None:
    exact = qty * Fraction(price) * (1 - Fraction(discount)) * 10 ** digits(currency)
    net = line_net(qty, price, discount, currency=currency)
    assert net == half_up(exact)
    assert line_net(-qty, price, discount, currency=currency) == -net, "a line and its credit cancel out"
    assert gross(qty, price, currency=currency) == half_up(qty * Fraction(price) * 10 ** digits(currency))


def test_lines_by_hand() -> None:
    assert line_net(3, Decimal("0.335"), currency="EUR") == 101  # 1.005
    assert line_net(1, Decimal("0.005"), currency="EUR") == 1
    assert line_net(-1, Decimal("0.005"), currency="EUR") == -1
    assert line_net(10, Decimal("14.40"), Decimal("0.15"), currency="EUR") == 12240
    assert line_net(7, Decimal("1.5"), currency="JPY") == 11
    assert gross(10, Decimal("14.40"), currency="EUR") == 14400
    assert line_net(1, Decimal(1), Decimal("1e-28"), currency="EUR") == 100
    assert line_net(1, Decimal("2.6250000"), currency="EUR") == 263, "zeros at the end are no decimals"


@pytest.mark.parametrize(
    ("price", "discount"),
    [
        ("-0.01", "0"),
        ("0.0000001", "0"),
        ("NaN", "0"),
        ("Infinity", "0"),
        ("1e12", "0"),
        ("1e400", "0"),
        ("1e-400", "0"),
        ("1", "-0.01"),
        ("1", "1.01"),
        ("1", "15"),
        ("1", "NaN"),
        ("1", "1e-30"),
    ],
)
def test_prices_and_discounts_that_cannot_be(price: str, discount: str) -> None:
    with pytest.raises(BadAmount) as refusal:
        line_net(1, Decimal(price), Decimal(discount), currency="EUR")
    assert refusal.value.facts


@pytest.mark.parametrize("amount", ["0.001", "NaN", "-Infinity", "1e12", "1e-29"])
def test_an_amount_finer_than_its_currency_is_refused(amount: str) -> None:
    with pytest.raises(BadAmount):
        minor_of(Decimal(amount), "EUR")
    assert minor_of(Decimal("1.2300"), "EUR") == 123


rates = st.sampled_from([Decimal("0"), Decimal("0.055"), Decimal("0.2"), Decimal("0.20"), Decimal("0.021")])


@given(st.lists(st.tuples(st.integers(-(10**9), 10**9), rates), max_size=12))
def test_tax_is_computed_on_the_sum_of_each_rate(lines: list[tuple[int, Decimal]]) -> None:
    taxes = tax_by_rate(iter(lines))
    assert [t.rate for t in taxes] == sorted({rate for _, rate in lines})
    for tax in taxes:
        base = sum(net for net, rate in lines if rate == tax.rate)
        assert (tax.base_minor, tax.tax_minor) == (base, half_up(base * Fraction(tax.rate)))
    foot = document_total(iter(lines))
    assert foot == DocumentTotal(sum(net for net, _ in lines), taxes)
    assert foot.total_minor == foot.net_minor + sum(t.tax_minor for t in taxes)
    assert foot.tax_minor == sum(t.tax_minor for t in taxes)


def test_tax_by_hand() -> None:
    # Three lines of 0.13 at 20 %: 0.078 on the sum is 0.08; a tax line by line would make 0.09.
    assert tax_by_rate([(13, Decimal("0.2"))] * 3) == (TaxSum(Decimal("0.2"), 39, 8),)
    assert tax_by_rate([]) == ()
    with pytest.raises(BadAmount, match=r"tax rate 20 is not between 0 and 1\. Write 15 % as 0\.15"):
        tax_by_rate([(100, Decimal(20))])
