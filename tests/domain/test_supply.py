"""Allocation: never more than free, everything that fits, the same plan for any order of the input."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.supply import Demand, Pick, Plan, Short, Strategy, Supply, plan, shortages

EXPIRIES = (None, date(2026, 3, 1), date(2026, 9, 1), date.max)


def supply(lot: int, location: int, free: int, expires: date | None = None, **other: object) -> Supply:
    """Goods of product 1, owner 0, received in the order of their lots, walked in the order of their bins."""
    row = Supply(1, lot, location, 0, free, expires, lot, location, "pick")
    return replace(row, **other)  # type: ignore[arg-type]  # the fields' types differ, one test names each


demands_st = st.lists(
    st.builds(
        Demand,
        line_id=st.integers(1, 6),
        product_id=st.integers(1, 2),
        owner_id=st.integers(0, 1),
        qty=st.integers(0, 12),
    ),
    max_size=6,
    unique_by=lambda d: d.line_id,
)
supplies_st = st.lists(
    st.builds(
        Supply,
        product_id=st.integers(1, 2),
        lot_id=st.integers(1, 4),
        location_id=st.integers(1, 4),
        owner_id=st.integers(0, 1),
        free=st.integers(-2, 9),
        expires_on=st.sampled_from(EXPIRIES),
        received_order=st.integers(0, 3),
        walk_seq=st.integers(0, 3),
        location_kind=st.sampled_from(["pick", "bulk"]),
    ),
    max_size=10,
)
strategies_st = st.sampled_from(list(Strategy))


@given(demands_st, supplies_st, strategies_st)
def test_never_more_than_free_and_in_full_where_it_fits(
    demands: list[Demand], supplies: list[Supply], strategy: Strategy
) -> None:
    # A lot belongs to one owner (the lot's key), so owners are told apart by it.
    supplies = [replace(row, lot_id=row.lot_id + 10 * row.owner_id) for row in supplies]
    made = plan(demands, supplies, strategy)
    free: Counter[tuple[int, int, int]] = Counter()
    free_of_owner: Counter[tuple[int, int]] = Counter()
    for row in supplies:
        free[row.product_id, row.lot_id, row.location_id] += max(0, row.free)
        free_of_owner[row.product_id, row.owner_id] += max(0, row.free)
    taken: Counter[tuple[int, int, int]] = Counter()
    served: Counter[int] = Counter()
    owner = {d.line_id: d.owner_id for d in demands}
    for pick in made.picks:
        assert pick.qty > 0
        assert pick.lot_id // 10 == owner[pick.line_id]
        taken[pick.product_id, pick.lot_id, pick.location_id] += pick.qty
        served[pick.line_id] += pick.qty
    assert all(qty <= free[place] for place, qty in taken.items())

    short = {s.line_id: s for s in made.short}
    wanted: Counter[tuple[int, int]] = Counter()
    got: Counter[tuple[int, int]] = Counter()
    for d in demands:
        wanted[d.product_id, d.owner_id] += d.qty
        got[d.product_id, d.owner_id] += served[d.line_id]
        if served[d.line_id] < d.qty:
            assert short[d.line_id] == Short(d.line_id, d.product_id, d.qty, served[d.line_id])
        else:
            assert served[d.line_id] == d.qty
            assert d.line_id not in short
    for goods, qty in wanted.items():
        assert got[goods] == min(qty, free_of_owner[goods])
    assert made.complete == (not made.short)
    assert list(made.picks) == sorted(
        made.picks, key=lambda p: (p.line_id, p.product_id, p.lot_id, p.location_id)
    )
    assert len({(p.line_id, p.product_id, p.lot_id, p.location_id) for p in made.picks}) == len(made.picks)


@given(demands_st, supplies_st, strategies_st, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(
    demands: list[Demand], supplies: list[Supply], strategy: Strategy, random: object
) -> None:
    before = plan(demands, supplies, strategy)
    shuffle = random.shuffle  # type: ignore[attr-defined]  # hypothesis' Random
    shuffle(demands)
    shuffle(supplies)
    assert plan(iter(demands), iter(supplies), strategy) == before


@given(demands_st, supplies_st)
def test_first_expiry_first_leaves_nothing_earlier_behind(
    demands: list[Demand], supplies: list[Supply]
) -> None:
    unique = {(r.product_id, r.lot_id, r.location_id): replace(r, owner_id=0) for r in supplies if r.free > 0}
    demands = [replace(d, owner_id=0) for d in demands]
    made = plan(demands, unique.values(), Strategy.FEFO)
    taken: Counter[tuple[int, int, int]] = Counter()
    for p in made.picks:
        taken[p.product_id, p.lot_id, p.location_id] += p.qty

    def age(row: Supply) -> tuple[bool, date, int]:
        return row.expires_on is None, row.expires_on or date.max, row.received_order

    for key, used in taken.items():
        for other, row in unique.items():
            if other[0] == key[0] and age(row) < age(unique[key]):
                assert taken[other] == row.free, f"{used} of {unique[key]} before {row}"


@given(
    st.lists(st.integers(1, 12), min_size=1, max_size=7), st.lists(st.integers(1, 15), min_size=1, max_size=3)
)
def test_least_bins_opens_the_fewest(contents: list[int], wants: list[int]) -> None:
    rows = [supply(lot, lot, free) for lot, free in enumerate(contents, start=1)]
    made = plan([Demand(n, 1, 0, qty) for n, qty in enumerate(wants)], rows, Strategy.LEAST_BINS)
    wanted = min(sum(wants), sum(contents))
    fewest = next(
        n
        for n in range(len(contents) + 1)
        for some in itertools.combinations(contents, n)
        if sum(some) >= wanted
    )
    taken: Counter[int] = Counter()
    for p in made.picks:
        taken[p.location_id] += p.qty
    assert len(taken) == fewest
    assert sum(qty < contents[location - 1] for location, qty in taken.items()) <= 1, (
        "more than one bin left open"
    )


def test_least_bins_counts_places_not_lots() -> None:
    rows = [supply(1, 1, 4), supply(2, 1, 4), supply(3, 2, 6)]
    made = plan([Demand(1, 1, 0, 8)], rows, Strategy.LEAST_BINS)
    assert made.picks == (Pick(1, 1, 1, 1, 4), Pick(1, 1, 2, 1, 4))


def test_least_bins_empties_the_bin_that_fits_exactly() -> None:
    rows = [supply(1, 1, 10), supply(2, 2, 4), supply(3, 3, 6)]
    assert plan([Demand(1, 1, 0, 6)], rows, Strategy.LEAST_BINS).picks == (Pick(1, 1, 3, 3, 6),)
    assert plan([Demand(1, 1, 0, 5)], rows, Strategy.LEAST_BINS).picks == (Pick(1, 1, 3, 3, 5),)


def test_least_bins_takes_the_first_expiry_where_bins_are_equal() -> None:
    rows = [supply(1, 1, 5, date(2026, 9, 1)), supply(2, 2, 5, date(2026, 3, 1))]
    assert plan([Demand(1, 1, 0, 5)], rows, Strategy.LEAST_BINS).picks == (Pick(1, 1, 2, 2, 5),)


def test_fefo_then_fifo_then_kind_then_walk() -> None:
    dated, later, keeps = date(2026, 3, 1), date(2026, 9, 1), None
    rows = {
        "dated": supply(5, 9, 1, dated),
        "older": supply(2, 9, 1, later, received_order=1),
        "newer, pick face": supply(4, 9, 1, later, received_order=2),
        "newer, bulk, near": supply(6, 3, 1, later, received_order=2, location_kind="bulk"),
        "newer, bulk, far": supply(6, 4, 1, later, received_order=2, location_kind="bulk"),
        "dated to the end of time": supply(7, 9, 1, date.max, received_order=9),
        "keeps": supply(1, 1, 1, keeps, received_order=0),
    }
    wanted = [Demand(n, 1, 0, 1) for n in range(1, len(rows) + 1)]
    made = plan(wanted, rows.values(), Strategy.FEFO)
    assert [(p.lot_id, p.location_id) for p in made.picks] == [
        (r.lot_id, r.location_id) for r in rows.values()
    ]


def test_fifo_goes_by_receipt_before_expiry() -> None:
    rows = [supply(1, 1, 1, date(2027, 1, 1)), supply(2, 2, 1, date(2026, 1, 1))]
    assert plan([Demand(1, 1, 0, 1)], rows, Strategy.FIFO).picks == (Pick(1, 1, 1, 1, 1),)
    assert plan([Demand(1, 1, 0, 1)], rows, Strategy.FEFO).picks == (Pick(1, 1, 2, 2, 1),)


def test_a_preferred_kind_wins_at_equal_age_only() -> None:
    bulk = supply(1, 1, 1, received_order=1, location_kind="bulk")
    face = supply(2, 2, 1, received_order=1)
    want = [Demand(1, 1, 0, 1)]
    assert plan(want, [bulk, face], Strategy.FIFO).picks[0].location_id == 2
    assert plan(want, [bulk, face], Strategy.FIFO, prefer_kinds=("bulk", "pick")).picks[0].location_id == 1
    assert plan(want, [replace(bulk, received_order=0), face], Strategy.FIFO).picks[0].location_id == 1


def test_another_owners_goods_serve_nobody() -> None:
    made = plan([Demand(1, 1, 7, 2)], [supply(1, 1, 9)], Strategy.FEFO)
    assert made == Plan(picks=(), short=(Short(1, 1, wanted=2, free=0),))


def test_a_short_line_takes_what_is_left() -> None:
    made = plan([Demand(2, 1, 0, 4), Demand(1, 1, 0, 3)], [supply(1, 1, 5)], Strategy.FEFO)
    assert made.picks == (Pick(1, 1, 1, 1, 3), Pick(2, 1, 1, 1, 2))
    assert made.short == (Short(2, 1, wanted=4, free=2),)


def test_a_negative_demand_is_refused() -> None:
    with pytest.raises(ValueError, match="line 3: a demand of -1"):
        Demand(3, 1, 0, -1)


@given(demands_st, supplies_st, strategies_st)
def test_promise_check_agrees_with_the_plan(
    demands: list[Demand], supplies: list[Supply], strategy: Strategy
) -> None:
    demands = [replace(d, owner_id=0) for d in demands]
    free: dict[int, int] = defaultdict(int)
    for row in supplies:
        if row.owner_id == 0:
            free[row.product_id] += max(0, row.free)
    assert shortages(demands, free) == plan(demands, supplies, strategy).short


def test_promise_check_by_line_order() -> None:
    lines = [
        Demand(3, 1, 0, 1),
        Demand(1, 1, 0, 4),
        Demand(2, 1, 0, 3),
        Demand(4, 2, 0, 1),
        Demand(5, 3, 0, 1),
    ]
    assert shortages(lines, {1: 5, 2: -2}) == (
        Short(2, 1, 3, 1),
        Short(3, 1, 1, 0),
        Short(4, 2, 1, 0),
        Short(5, 3, 1, 0),
    )
    with pytest.raises(ValueError, match="more than one owner"):
        shortages([Demand(1, 1, 0, 1), Demand(2, 1, 5, 1)], {1: 9})
