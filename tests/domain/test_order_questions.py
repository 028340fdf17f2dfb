"""What is questioned of an order: each rule at its edge, and that nothing else is questioned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from statistics import median as reference_median
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.address import PostalAddress
from app.domain.order_questions import (
    CODES,
    OVERRIDABLE,
    Debt,
    Finding,
    LineFacts,
    OrderFacts,
    Severity,
    UsualArticle,
    covers,
    find_questions,
)
from app.domain.permissions import Role
from app.domain.usual import OUTLIER, median, overdue_days, spread_of

TODAY = date(2026, 3, 13)
LILLE = PostalAddress(
    country_code="FR", name="Ada", street_address="1 rue Nationale", postal_code="59000", city="Lille"
)
USUALLY = (6, 7, 8, 9, 9, 9, 9, 9, 10, 10, 11, 12, 12, 6)


def line(**fields: Any) -> LineFacts:
    plain = LineFacts(1, 7, "SAR-115-CIT", "Sardines", 10, Decimal("3.40"), free=100, floor_currency="EUR")
    return replace(plain, **fields)


def order(*lines: LineFacts, **fields: Any) -> OrderFacts:
    plain = OrderFacts(TODAY, "EUR", 40_00, lines or (line(),), address=LILLE, customer_currency="EUR")
    return replace(plain, **fields)


def codes(facts: OrderFacts) -> list[str]:
    return [one.code for one in find_questions(facts)]


def only(facts: OrderFacts) -> Finding:
    (found,) = find_questions(facts)
    return found


def test_a_plain_order_is_not_questioned() -> None:
    assert find_questions(order()) == ()


def test_an_address_is_missing_incomplete_or_doubtful() -> None:
    assert codes(order(address=None)) == ["address.incomplete"]
    assert codes(order(address=None, collected=True)) == []
    found = only(order(address=replace(LILLE, postal_code="")))
    assert (found.severity, found.facts["problems"]) == (Severity.BLOCKS, [["postal_code", "required"]])
    doubtful = only(order(address=replace(LILLE, email="ada at home")))
    assert (doubtful.code, doubtful.severity) == ("address.doubt", Severity.INFORMS)
    assert "Ada" not in str(doubtful.facts)
    assert "home" not in str(doubtful.facts)


@pytest.mark.parametrize(
    ("price", "of_line", "of_order", "pieces", "amount"),
    [
        ("3.00", "0", "0", 10, None),
        ("2.999999", "0", "0", 1, 1),
        ("3.40", "0.1", "0", 10, None),
        ("3.40", "0.15", "0", 10, 1_10),
        ("3.40", "0", "0.15", 10, 1_10),
        ("3.40", "0.1", "0.1", 10, 2_46),
    ],
)
def test_a_price_below_the_floor_counts_both_discounts(
    price: str, of_line: str, of_order: str, pieces: int, amount: int | None
) -> None:
    one = line(unit_price=Decimal(price), discount=Decimal(of_line), floor_price=Decimal(3), qty=pieces)
    facts = order(one, discount=Decimal(of_order))
    wanted = [] if amount is None else [("price.floor", amount, Severity.APPROVAL)]
    assert [(found.code, found.amount, found.severity) for found in find_questions(facts)] == wanted
    assert codes(replace(facts, kind="sample")) == []
    assert codes(replace(facts, currency="USD", customer_currency="USD")) == []


def test_the_credit_limit_counts_invoices_open_orders_and_this_one() -> None:
    facts = order(credit_limit=100_00, open_orders=30_00, debts=(Debt("EUR", 30_00),))
    assert codes(facts) == []
    found = only(replace(facts, total=40_01))
    assert (found.code, found.amount, found.owner) == ("credit.limit", 1, Role.SUPERVISOR)
    assert codes(replace(facts, total=40_01, credit_limit=0)) == []
    foreign = replace(facts, total=90_00, currency="USD", debts=(Debt("EUR", 80_00), Debt("USD", 5_00)))
    found = only(foreign)
    assert (found.amount, found.facts["this"], found.facts["others"]) == (90_00, 0, ["USD"])


def test_overdue_invoices_are_told_by_their_sum_and_the_oldest() -> None:
    late = Debt("EUR", 50_00, 20_00, 2, TODAY - timedelta(days=9))
    found = only(order(debts=(late, Debt("USD", 70_00))))
    assert (found.code, found.amount, found.facts["count"]) == ("invoices.overdue", 20_00, 2)
    assert codes(order(debts=(Debt("EUR", 50_00),))) == []
    other = replace(late, currency="USD")
    assert only(order(debts=(other,))).amount == 40_00


def test_a_reference_again_blocks_and_names_the_orders() -> None:
    found = only(order(reference="PO-1", doubles=("SO-1", "SO-2")))
    assert (found.code, found.severity, found.facts["orders"]) == (
        *("reference.duplicate", Severity.BLOCKS, ["SO-1", "SO-2"]),
    )


def test_an_unusual_quantity_says_what_is_usual() -> None:
    told = only(order(line(qty=24, history=USUALLY)))
    assert (told.code, told.severity) == ("quantity.high", Severity.INFORMS)
    assert {name: told.facts[name] for name in ("low", "high", "median", "orders", "qty")} == {
        "low": 6,
        "high": 12,
        "median": 9,
        "orders": 14,
        "qty": 24,
    }
    slip = only(order(line(qty=240, history=USUALLY)))
    assert (slip.severity, slip.amount) == (Severity.APPROVAL, 816_00)
    assert only(order(line(qty=9, history=(1,) * 5))).severity is Severity.INFORMS
    assert only(order(line(qty=10, history=(1,) * 5))).severity is Severity.APPROVAL
    assert only(order(line(qty=1, history=USUALLY))).code == "quantity.low"
    assert codes(order(line(qty=14, history=USUALLY))) == []
    assert codes(order(line(qty=240, history=USUALLY[:4]))) == []
    steady = (10,) * 8
    assert codes(order(line(qty=13, history=steady))) == []
    assert codes(order(line(qty=20, history=steady))) == ["quantity.high"]


def test_quantities_of_a_product_on_two_lines_are_one() -> None:
    lines = (line(qty=12, history=USUALLY), line(position=2, qty=12, history=USUALLY))
    assert only(order(*lines)).facts["qty"] == 24


def test_a_usual_article_is_missed_from_eight_of_ten_on() -> None:
    usual = UsualArticle(8, "THE-100", "Tea", 8, 10, 12)
    assert only(order(usual=(usual,))).facts["qty"] == 12
    assert codes(order(usual=(replace(usual, seen=7),))) == []
    assert codes(order(usual=(replace(usual, product_id=7),))) == []
    assert codes(order(usual=(usual,), kind="sample")) == []


def test_a_usual_order_is_overdue_after_one_and_a_half_intervals() -> None:
    days = tuple(TODAY - timedelta(days=21 + 14 * back) for back in range(6))
    assert codes(order(ordered_days=days)) == []
    late = only(order(ordered_days=days, today=TODAY + timedelta(days=1)))
    assert (late.code, late.facts["every"], late.facts["days"]) == ("usual.late", 14, 8)


def test_products_blocked_or_discontinued() -> None:
    blocked = only(order(line(status="blocked")))
    assert (blocked.code, blocked.severity, blocked.code in OVERRIDABLE) == (
        *("product.blocked", Severity.BLOCKS, False),
    )
    assert only(order(line(status="discontinued"))).severity is Severity.INFORMS
    assert only(order(line(status="discontinued", free=9))).severity is Severity.BLOCKS


def test_a_prepaid_order_waits_for_the_money() -> None:
    found = only(order(prepaid=True, verified=39_99, credit_limit=1))
    assert (found.code, found.amount) == ("payment.unverified", 1)
    assert codes(order(prepaid=True, verified=40_00)) == []


def test_what_was_decided_holds_for_no_more_than_was_decided() -> None:
    decided = Finding("credit.limit", Severity.APPROVAL, Role.SUPERVISOR, {"over": 5}, 500)
    assert covers(decided, replace(decided, amount=499, facts={"over": 4}))
    assert not covers(decided, replace(decided, amount=501))
    assert not covers(decided, replace(decided, code="price.floor"))
    double = Finding(
        "reference.duplicate", Severity.BLOCKS, Role.SUPERVISOR, {"reference": "A", "orders": ["1"]}
    )
    assert not covers(double, replace(double, facts={"reference": "B", "orders": ["1"]}))


WHOLE = st.lists(st.integers(1, 10_000), min_size=5, max_size=60)


@given(WHOLE)
def test_the_median_is_that_of_the_standard_library(values: list[int]) -> None:
    assert median(values) == Fraction(reference_median(values))


@given(WHOLE, st.integers(1, 10_000))
def test_what_is_usual_bounds_no_outlier_and_knows_no_order(values: list[int], value: int) -> None:
    spread = spread_of(values)
    assert spread is not None
    assert spread == spread_of(sorted(values, reverse=True))
    assert spread.low <= spread.high
    assert not spread.is_outlier(spread.low) or not spread.scale
    score = spread.score(value)
    assert spread.is_outlier(value) == (score is None or abs(score) > OUTLIER)
    if spread.is_outlier(value) and value > spread.median:
        assert spread.is_outlier(value + 1)


@given(WHOLE, st.integers(2, 9))
def test_what_is_unusual_does_not_hang_on_the_unit(values: list[int], factor: int) -> None:
    one, other = spread_of(values), spread_of([value * factor for value in values])
    assert one is not None
    assert other is not None
    assert [one.score(value) for value in values] == [other.score(value * factor) for value in values]


@given(st.lists(st.integers(0, 400), min_size=5, max_size=20), st.integers(0, 900))
def test_an_overdue_order_stays_overdue(ago: list[int], wait: int) -> None:
    days = [TODAY - timedelta(days=one) for one in ago]
    today = TODAY + timedelta(days=wait)
    found = overdue_days(days, today)
    if found is not None:
        later = overdue_days(days, today + timedelta(days=1))
        assert later == (found[0], found[1] + 1)


@given(
    qty=st.integers(1, 10**6),
    price=st.decimals(0, 10**6, places=6),
    floor=st.decimals(0, 10**6, places=6),
    discount=st.decimals(0, 1, places=6),
    limit=st.integers(0, 10**9),
    total=st.integers(0, 10**9),
    history=st.lists(st.integers(1, 10**6), max_size=10),
    status=st.sampled_from(("active", "blocked", "discontinued")),
    prepaid=st.booleans(),
)
def test_findings_are_known_sorted_and_never_for_less_than_nothing(**drawn: Any) -> None:
    one = line(
        qty=drawn["qty"],
        unit_price=drawn["price"],
        floor_price=drawn["floor"],
        discount=drawn["discount"],
        history=tuple(drawn["history"]),
        status=drawn["status"],
    )
    found = find_questions(
        order(one, credit_limit=drawn["limit"], total=drawn["total"], prepaid=drawn["prepaid"])
    )
    ranks = [list(Severity).index(each.severity) for each in found]
    assert ranks == sorted(ranks)
    assert {each.code for each in found} <= set(CODES)
    assert all(each.amount >= 0 for each in found)
    assert all(covers(each, each) for each in found)
    below = drawn["price"] * (1 - drawn["discount"]) < drawn["floor"]
    assert ("price.floor" in {each.code for each in found}) == below
