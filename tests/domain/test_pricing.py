"""Prices of lists, an order's discount shared out, and charges for carriage."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import document_total, part_of
from app.domain.pricing import (
    LIST,
    PRODUCT,
    Break,
    Charge,
    allowances,
    break_for,
    charge_for,
    next_break,
    price_for,
)

DAY = date(2026, 11, 25)
BASE = (
    Break(1, Decimal("10"), date(2026, 1, 1)),
    Break(100, Decimal("8"), date(2026, 1, 1)),
    Break(1, Decimal("9"), date(2026, 11, 20), date(2026, 11, 30)),
    Break(6, Decimal("9.5"), date(2027, 1, 1)),
)
rates = st.sampled_from([Decimal("0"), Decimal("0.055"), Decimal("0.2")])
fractions = st.integers(0, 1_000_000).map(lambda n: Decimal(n).scaleb(-6))
lines = st.lists(st.tuples(st.integers(0, 10**9), rates), max_size=20)
breaks = st.lists(
    st.builds(
        Break,
        st.integers(1, 200),
        st.integers(0, 10**6).map(lambda n: Decimal(n).scaleb(-2)),
        st.integers(-9, 9).map(lambda n: DAY + timedelta(n)),
        st.none() | st.integers(9, 20).map(lambda n: DAY + timedelta(n)),
    ),
    max_size=8,
)


def test_the_highest_quantity_that_is_reached_holds_and_of_those_the_one_that_began_last() -> None:
    found = [break_for(BASE, qty, DAY) for qty in (1, 99, 100, 5000)]
    assert [one.unit_price if one else None for one in found] == [9, 9, 8, 8]
    assert break_for(BASE, 1, date(2026, 11, 19)) == BASE[0]
    assert break_for(BASE, 1, date(2026, 11, 30)) == BASE[2]
    assert break_for(BASE, 1, date(2026, 12, 1)) == BASE[0]
    assert break_for(BASE, 7, date(2027, 1, 1)) == BASE[3]
    assert break_for(BASE, 1, date(2025, 12, 31)) is None
    assert break_for((BASE[1],), 99, DAY) is None


def test_the_next_quantity_that_is_cheaper_is_told() -> None:
    assert next_break(BASE, 12, DAY, Decimal(9)) == BASE[1]
    assert next_break(BASE, 100, DAY, Decimal(8)) is None
    dearer = (*BASE, Break(50, Decimal(11), date(2026, 1, 1)))
    assert next_break(dearer, 1, DAY, Decimal(9)) == BASE[1]


def test_without_a_price_of_the_list_the_product_has_its_own_if_the_currency_is_the_orders() -> None:
    own = (Decimal("12"), "EUR")
    assert price_for(BASE, 1, DAY, own, "EUR") == (Decimal(9), LIST)
    assert price_for((), 1, DAY, own, "EUR") == (Decimal(12), PRODUCT)
    assert price_for((), 1, DAY, own, "CHF") is None
    assert price_for(BASE, 1, DAY, (Decimal(12), "CHF"), "EUR") == (Decimal(9), LIST)


@given(breaks, st.integers(1, 300), st.integers(0, 100))
def test_more_never_cost_more_a_piece_unless_the_list_says_so(
    listed: list[Break], qty: int, more: int
) -> None:
    here, there = break_for(listed, qty, DAY), break_for(listed, qty + more, DAY)
    if here is None:
        return
    assert there is not None
    assert there.from_qty >= here.from_qty
    if there.unit_price > here.unit_price:
        assert there in listed
        assert there.from_qty > qty


@given(breaks, st.integers(1, 300))
def test_a_price_holds_on_its_day_and_for_its_quantity(listed: list[Break], qty: int) -> None:
    found = break_for(listed, qty, DAY)
    assert (found is None) == (not any(one.holds(DAY) and one.from_qty <= qty for one in listed))
    if found is not None:
        assert found.holds(DAY)
        assert found.from_qty <= qty


@given(lines, fractions)
def test_the_shares_of_a_discount_add_up_to_one_allowance_a_rate(
    sold: list[tuple[int, Decimal]], discount: Decimal
) -> None:
    shares = allowances(sold, discount)
    assert len(shares) == len(sold)
    for (net, _), share in zip(sold, shares, strict=True):
        assert 0 <= share <= net
        assert abs(share - net * discount) < 1
    for rate in {rate for _, rate in sold}:
        whole = sum(net for net, one in sold if one == rate)
        mine = sum(share for share, (_, one) in zip(shares, sold, strict=True) if one == rate)
        assert mine == part_of(whole, discount)


@given(lines, fractions)
def test_lines_less_their_shares_come_to_the_same_document(
    sold: list[tuple[int, Decimal]], discount: Decimal
) -> None:
    shares = allowances(sold, discount)
    paid = document_total((net - share, rate) for (net, rate), share in zip(sold, shares, strict=True))
    apart = document_total([*sold, *((-share, rate) for (_, rate), share in zip(sold, shares, strict=True))])
    assert paid == apart


def test_a_discount_of_all_or_nothing() -> None:
    sold = [(333, Decimal("0.2")), (1, Decimal("0.055")), (0, Decimal("0.2"))]
    assert allowances(sold, Decimal(1)) == (333, 1, 0)
    assert allowances(sold, Decimal(0)) == (0, 0, 0)
    # 3 x 0.333 is 1.00 after rounding once, and not 0.99
    assert allowances([(333, Decimal("0.2"))] * 3, Decimal("0.1")) == (33, 34, 33)


CHARGES = (
    Charge(None, "", "EUR", 0, 990),
    Charge(None, "", "EUR", 10_000, 0),
    Charge(None, "FR", "EUR", 0, 590),
    Charge(7, "", "EUR", 0, 1500),
    Charge(7, "CH", "EUR", 0, 2500),
    Charge(7, "CH", "CHF", 0, 2900),
)


def test_the_most_specific_charge_wins() -> None:
    def asked(service: int | None, country: str, currency: str = "EUR", net: int = 5000) -> int | None:
        found = charge_for(CHARGES, service, country, currency, net)
        return None if found is None else found.charge

    assert asked(None, "DE") == 990
    assert asked(None, "DE", net=10_000) == 0
    assert asked(3, "FR", net=10_000) == 590
    assert asked(7, "FR") == 1500
    assert asked(7, "CH") == 2500
    assert asked(7, "CH", "CHF") == 2900
    assert asked(None, "CH", "CHF") is None
    assert asked(None, "", "USD") is None


@given(st.lists(st.sampled_from(CHARGES)), st.integers(0, 20_000), st.integers(0, 20_000))
def test_a_charge_found_is_one_that_fits(table: list[Charge], net: int, more: int) -> None:
    found, later = charge_for(table, 7, "CH", "EUR", net), charge_for(table, 7, "CH", "EUR", net + more)
    if found is not None:
        assert found.from_net <= net
        assert later is not None
        assert later.from_net >= found.from_net or later.service_id is not None or later.country
