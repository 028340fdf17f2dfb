"""Returns: grades, what is done with the goods, and credits that lose no cent."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.grading import (
    Disposition,
    Grade,
    TooMuchReturned,
    allowed_dispositions,
    credit_amount,
    default_disposition,
)


def test_defaults_by_grade() -> None:
    assert {grade: default_disposition(grade) for grade in Grade} == {
        Grade.A: Disposition.RESTOCK,
        Grade.B: Disposition.QUARANTINE,
        Grade.C: Disposition.QUARANTINE,
        Grade.D: Disposition.SCRAP,
    }
    assert default_disposition(Grade.A, expired=True) is Disposition.QUARANTINE


def test_what_may_go_back_on_the_shelf() -> None:
    for grade in Grade:
        assert (Disposition.RESTOCK in allowed_dispositions(grade)) == (grade in (Grade.A, Grade.B))
        assert Disposition.RESTOCK not in allowed_dispositions(grade, expired=True)
        assert {Disposition.QUARANTINE, Disposition.SCRAP} <= set(allowed_dispositions(grade, expired=True))
        assert default_disposition(grade) in allowed_dispositions(grade)


@given(st.integers(0, 10**9), st.lists(st.integers(1, 50), min_size=1, max_size=20), st.integers(0, 30))
def test_credits_in_any_steps_add_up_to_the_line(net: int, steps: list[int], kept: int) -> None:
    line_qty = sum(steps) + kept
    qty = minor = 0
    for step in steps:
        credit = credit_amount(net, line_qty, step, qty, minor)
        assert credit >= 0
        assert abs(credit - Decimal(net) * step / line_qty) <= 1
        qty, minor = qty + step, minor + credit
        share = (Decimal(net) * qty / line_qty).quantize(Decimal(1), ROUND_HALF_UP)
        assert minor == share, "the same total whatever the steps were"
    if kept:
        minor += credit_amount(net, line_qty, kept, qty, minor)
    assert minor == net


@given(st.integers(0, 10**6), st.integers(2, 100), st.integers(0, 10**6))
def test_the_last_credit_settles_the_line_whatever_came_before(net: int, line_qty: int, before: int) -> None:
    last = credit_amount(net, line_qty, 1, line_qty - 1, before)
    assert last == max(0, net - before)


def test_credits_by_hand() -> None:
    # Three for 10.00: 3.33, then 6.67 in all, then the rest.
    assert credit_amount(1000, 3, 1) == 333
    assert credit_amount(1000, 3, 1, 1, 333) == 334
    assert credit_amount(1000, 3, 1, 2, 667) == 333
    assert credit_amount(1000, 3, 3) == 1000
    assert credit_amount(1000, 3, 1, 1, 500) == 167, "a generous credit is made up for"
    assert credit_amount(1000, 3, 1, 1, 900) == 0


def test_more_than_the_line_had_is_refused() -> None:
    with pytest.raises(TooMuchReturned) as refusal:
        credit_amount(1000, 3, 2, 2, 667)
    assert refusal.value.facts == {"line_qty": 3, "credited_qty": 2, "qty": 2}
    assert refusal.value.code == "return.too_much"


@pytest.mark.parametrize(
    "arguments", [(1000, 3, 0), (1000, 0, 1), (-1, 3, 1), (1000, 3, 1, -1, 0), (1000, 3, 1, 0, -1)]
)
def test_arguments_that_make_no_sense(arguments: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="a credit needs"):
        credit_amount(*arguments)
