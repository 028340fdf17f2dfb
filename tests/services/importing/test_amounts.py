"""The import's whole-number money is that of the domain, to the last unit."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain import money
from app.services.importing.amounts import line_amounts

MICROS = st.integers(0, 10**15)


@given(
    st.integers(1, 2 * 10**9), MICROS, st.integers(0, 10**6), st.sampled_from(["EUR", "JPY", "KWD", "CLF"])
)
def test_equal_to_the_domains_money(qty: int, price: int, discount: int, currency: str) -> None:
    unit, fraction = Decimal(price).scaleb(-6), Decimal(discount).scaleb(-6)
    assert line_amounts(qty, price, discount, currency) == (
        money.gross(qty, unit, currency=currency),
        money.line_net(qty, unit, fraction, currency=currency),
    )
