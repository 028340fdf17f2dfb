"""What a pallet can weigh, and how high it can stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.pallets import HEAVIEST_G, HIGHEST_MM, gross_weight, height_is_one, weight_is_one


@given(st.integers(-10, 2 * HEAVIEST_G), st.integers(0, HEAVIEST_G))
def test_a_pallet_weighs_no_less_than_its_parcels(typed: int, parcels: int) -> None:
    grams, source = gross_weight(typed, parcels)
    if weight_is_one(typed, parcels):
        assert parcels <= grams <= HEAVIEST_G
        assert source == ("typed" if typed else "computed")
    else:
        assert typed < parcels or typed > HEAVIEST_G


def test_heights() -> None:
    assert height_is_one(0)
    assert height_is_one(HIGHEST_MM)
    assert not height_is_one(HIGHEST_MM + 1)
    assert not height_is_one(-1)
