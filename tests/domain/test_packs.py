"""Packs add up and are as few as largest-first can make them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.packs import split_packs


@given(st.integers(1, 10**6), st.lists(st.integers(1, 500), max_size=5))
def test_packs_add_up(qty: int, sizes: list[int]) -> None:
    split = split_packs(qty, sizes)
    assert sum(size * count for size, count in split) == qty
    assert all(count > 0 and size in {1, *sizes} for size, count in split)
    assert [size for size, _ in split] == sorted({size for size, _ in split}, reverse=True)


@pytest.mark.parametrize(("qty", "sizes"), [(0, [1]), (5, [0]), (-1, [])])
def test_nonsense_is_refused(qty: int, sizes: list[int]) -> None:
    with pytest.raises(ValueError, match="1 or more"):
        split_packs(qty, sizes)
