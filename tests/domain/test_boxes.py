"""Boxes: what is proposed holds every piece by an independent check, and what cannot be packed is said so."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.box_filling import fill
from app.domain.box_points import SUPPORT, Goods, Placed, Size
from app.domain.boxes import MOST_PARCELS, MOST_PIECES, Box, Parcel, Why, chargeable_g, choose, fits

SMALL = Box(1, (200, 150, 100), (206, 156, 106), 80, 5_000)
FLAT = Box(2, (400, 300, 60), (406, 306, 66), 150, 10_000)
MIDDLE = Box(3, (400, 300, 200), (408, 308, 212), 300, 20_000)
LARGE = Box(4, (600, 400, 400), (610, 410, 415), 900, 30_000)
ENVELOPE = Box(5, (340, 240, 40), (350, 250, 42), 30, 2_000, soft=True)
BOXES = (SMALL, FLAT, MIDDLE, LARGE, ENVELOPE)


def wrong(goods: Sequence[Goods], parcels: Sequence[Parcel]) -> list[str]:
    """All that is wrong with a proposal, found without anything of the code under test but its results."""
    faults = []
    named = {one.key: one for one in goods}
    packed: Counter[int] = Counter()
    for parcel in parcels:
        packed.update(one.key for one in parcel.placed)
        faults += _wrong_in(parcel.box.inner, parcel.placed, named)
        weight = sum(named[one.key].weight_g for one in parcel.placed)
        if weight != parcel.goods_g or (parcel.box.max_goods_g and weight > parcel.box.max_goods_g):
            faults.append(f"weight {weight}")
        if parcel.box.soft and any(named[one.key].fragile for one in parcel.placed):
            faults.append("fragile in an envelope")
    if packed != {one.key: one.qty for one in goods if one.qty}:
        faults.append(f"packed {packed}")
    return faults


def _wrong_in(room: Size, placed: Sequence[Placed], named: dict[int, Goods]) -> list[str]:
    faults = []
    for at, one in enumerate(placed):
        goods = named[one.key]
        if sorted((one.dx, one.dy, one.dz)) != sorted(goods.size):
            faults.append("another size")
        if goods.upright and one.dz != goods.size[2]:
            faults.append("not upright")
        ends = (one.x + one.dx, one.y + one.dy, one.z + one.dz)
        if min(one.x, one.y, one.z) < 0 or any(end > side for end, side in zip(ends, room, strict=True)):
            faults.append("outside")
        held = 0
        for nth, other in enumerate(placed):
            beside = (
                min(ends[0], other.x + other.dx) - max(one.x, other.x),
                min(ends[1], other.y + other.dy) - max(one.y, other.y),
                min(ends[2], other.z + other.dz) - max(one.z, other.z),
            )
            if nth > at and min(beside) > 0:
                faults.append("overlap")
            if other.z + other.dz == one.z and min(beside[:2]) > 0:
                held += beside[0] * beside[1]
                if named[other.key].fragile:
                    faults.append("on fragile")
        if one.z and held < SUPPORT * one.dx * one.dy:
            faults.append("hangs in the air")
    return faults


sizes_st = st.tuples(st.integers(1, 450), st.integers(1, 300), st.integers(1, 250))
goods_st = st.lists(
    st.builds(
        Goods,
        key=st.integers(1, 9),
        size=sizes_st,
        weight_g=st.integers(0, 3_000),
        qty=st.integers(0, 40),
        upright=st.booleans(),
        fragile=st.booleans(),
    ),
    max_size=6,
    unique_by=lambda one: one.key,
)


@settings(max_examples=80)
@given(goods_st, st.sets(st.sampled_from(BOXES), min_size=1))
def test_every_proposal_keeps_every_rule(goods: list[Goods], boxes: set[Box]) -> None:
    there = sorted(boxes, key=lambda box: box.key)
    found = choose(goods, there)
    if found.why is None:
        assert wrong(goods, found.parcels) == []
        assert {parcel.box for parcel in found.parcels} <= boxes
        assert all(parcel.placed and 0 <= parcel.fill_percent <= 100 for parcel in found.parcels)
    else:
        assert found.parcels == ()
        assert found.why in set(Why) - {Why.NOT_FOUND, Why.NO_BOX, Why.SIZES_UNKNOWN}
    assert choose(list(goods), there) == found


@settings(max_examples=60)
@given(goods_st, st.sampled_from(BOXES))
def test_a_box_that_somebody_chose(goods: list[Goods], box: Box) -> None:
    found = fits(goods, box)
    if found.why is None:
        assert wrong(goods, found.parcels) == []
        assert [parcel.box for parcel in found.parcels] == [box]
    elif found.why is Why.TOO_BIG and not found.keys:
        assert sum(one.qty * one.volume for one in goods) > box.room


@settings(max_examples=60)
@given(goods_st, st.integers(1, 8_000))
def test_what_does_not_go_in_is_left(goods: list[Goods], limit_g: int) -> None:
    wanted = [one for one in goods if one.qty]
    found = fill(wanted, MIDDLE.inner, limit_g)
    put = Counter(one.key for one in found.placed)
    left = Counter({one.key: one.qty for one in found.left})
    assert put + left == Counter({one.key: one.qty for one in wanted})
    assert sum(one.weight_g * put[one.key] for one in wanted) <= limit_g
    assert _wrong_in(MIDDLE.inner, found.placed, {one.key: one for one in wanted}) == []


def test_the_smallest_box_that_holds_all() -> None:
    mug = Goods(1, (120, 90, 85), 185)
    assert choose([mug], BOXES).parcels[0].box is SMALL
    six = choose([replace(mug, qty=6)], BOXES)
    (parcel,) = six.parcels
    assert (parcel.box, parcel.goods_g, parcel.total_g) == (MIDDLE, 1_110, 1_410)
    assert parcel.fill_percent == 100 * 6 * 120 * 90 * 85 // (400 * 300 * 200)


def test_what_exactly_fits_fits_and_a_millimetre_more_does_not() -> None:
    box = Box(1, (100, 60, 40), (104, 64, 44))
    assert choose([Goods(1, (50, 60, 20), 10, 4)], [box]).parcels[0].fill_percent == 100
    assert choose([Goods(1, (40, 100, 60), 10)], [box]).why is None
    assert choose([Goods(1, (40, 100, 60), 10, upright=True)], [box]).why is Why.TOO_BIG
    assert choose([Goods(1, (101, 60, 40), 10)], [box]) == replace(choose([], []), why=Why.TOO_BIG, keys=(1,))
    assert fits([Goods(1, (51, 60, 20), 10, 4)], box).why is Why.TOO_BIG


def test_bottles_stand_and_carry_nothing() -> None:
    bottle = Goods(1, (65, 65, 270), 905, 6, upright=True, fragile=True)
    (parcel,) = choose([bottle], BOXES).parcels
    assert parcel.box is LARGE
    assert {one.z for one in parcel.placed} == {0}
    jars = Goods(2, (70, 70, 95), 412, 40, fragile=True)
    (parcel,) = choose([jars], BOXES).parcels
    assert parcel.box is LARGE
    assert {one.z for one in parcel.placed} == {0}
    assert choose([replace(jars, fragile=False)], BOXES).parcels[0].box is MIDDLE
    assert choose([Goods(3, (200, 100, 10), 90, fragile=True)], [ENVELOPE]).why is Why.TOO_FRAGILE


def test_nothing_fragile_is_pushed_beneath_an_overhang() -> None:
    box = Box(1, (100, 100, 100), (104, 104, 104))
    base, slab = Goods(1, (60, 100, 50), 900, upright=True), Goods(2, (80, 100, 50), 800, upright=True)
    vase = Goods(3, (40, 100, 50), 100, upright=True)
    # The slab lies on the base by three quarters; beneath its end is just room for the vase, which would then bear it.
    (parcel,) = fits([base, slab, vase], box).parcels
    assert wrong([base, slab, vase], [parcel]) == []
    assert fits([base, slab, replace(vase, fragile=True)], box).why is Why.NOT_FOUND
    lower = replace(vase, size=(40, 100, 49), fragile=True)
    (parcel,) = fits([base, slab, lower], box).parcels
    assert wrong([base, slab, lower], [parcel]) == []


def test_weight_decides_where_room_does_not() -> None:
    lead = Goods(1, (100, 50, 50), 2_600, 2)
    assert choose([lead], [SMALL, MIDDLE]).parcels[0].box is MIDDLE
    both = choose([lead], [SMALL]).parcels
    assert [len(parcel.placed) for parcel in both] == [1, 1]
    assert choose([replace(lead, weight_g=5_001)], [SMALL]).why is Why.TOO_HEAVY
    assert fits([lead], SMALL).why is Why.TOO_HEAVY


def test_several_parcels_where_one_does_not_do() -> None:
    goods = [Goods(1, (200, 200, 200), 900, 40), Goods(2, (590, 30, 30), 200, 3)]
    found = choose(goods, BOXES)
    assert wrong(goods, found.parcels) == []
    assert len(found.parcels) > 1
    assert found.parcels[0].box is LARGE
    assert choose([Goods(1, (400, 300, 200), 900, MOST_PARCELS + 1)], [MIDDLE]).why is Why.TOO_MANY


def test_nothing_is_proposed_of_what_is_not_known() -> None:
    known, unknown = Goods(1, (10, 10, 10), 5), Goods(2, (0, 10, 10), 5)
    assert choose([known, unknown], BOXES) == replace(choose([], []), why=Why.SIZES_UNKNOWN, keys=(2,))
    assert choose([], BOXES).why is Why.NOTHING
    assert choose([replace(known, qty=0)], BOXES).why is Why.NOTHING
    assert choose([known], []).why is Why.NO_BOX


def test_crumbs_by_the_thousand() -> None:
    crumb = Goods(1, (4, 3, 2), 1, MOST_PIECES)
    (parcel,) = choose([crumb], BOXES).parcels
    assert (parcel.box, parcel.goods_g) == (
        FLAT,
        MOST_PIECES,
    )  # its weight is too much for the envelope and for S
    assert len(parcel.placed) == MOST_PIECES
    assert choose([replace(crumb, qty=MOST_PIECES + 1)], BOXES).why is Why.TOO_MANY_PIECES
    assert fits([replace(crumb, qty=10**9)], LARGE).why is Why.TOO_MANY_PIECES


def test_no_arrangement_is_no_proof() -> None:
    # 5 of 6 sticks fill the plane of a box only when they lie around a hole (a pinwheel): corners alone do not find it.
    box = Box(1, (50, 50, 10), (50, 50, 10))
    wheel = [Goods(1, (30, 20, 10), 1, 4), Goods(2, (10, 10, 10), 1)]
    assert fits(wheel, box).why in (None, Why.NOT_FOUND)
    assert fits([Goods(1, (26, 26, 10), 1, 3)], box).why is Why.NOT_FOUND


@pytest.mark.parametrize("kinds", [1, 10, 100, 500])
def test_five_hundred_pieces_are_packed(kinds: int) -> None:
    rng = random.Random(kinds)
    goods = [
        Goods(
            key,
            (rng.randint(20, 120), rng.randint(20, 90), rng.randint(20, 80)),
            rng.randint(20, 400),
            500 // kinds,
            rng.random() < 0.3,
            rng.random() < 0.2,
        )
        for key in range(kinds)
    ]
    found = choose(goods, BOXES)
    assert found.why is None
    assert sum(len(parcel.placed) for parcel in found.parcels) == 500
    assert wrong(goods, found.parcels) == []


def test_the_checker_sees_what_is_wrong() -> None:
    plate, jar = Goods(1, (100, 100, 20), 300, 2), Goods(2, (40, 40, 50), 200, 1, upright=True, fragile=True)
    base, top = Placed(1, 0, 0, 0, 100, 100, 20), Placed(1, 0, 0, 20, 100, 100, 20)
    stands = Placed(2, 0, 0, 40, 40, 40, 50)

    def of(*placed: Placed) -> list[str]:
        return wrong([plate, jar], [Parcel(SMALL, placed, sum(300 if p.key == 1 else 200 for p in placed))])

    assert of(base, top, stands) == []
    assert "overlap" in of(base, replace(top, z=19), replace(stands, z=39))
    assert "hangs in the air" in of(base, replace(top, x=30), stands)
    assert "outside" in of(base, top, replace(stands, z=60))
    assert "not upright" in of(base, top, replace(stands, dx=50, dz=40))
    assert "another size" in of(base, top, replace(stands, dx=41))
    assert "on fragile" in of(replace(base, x=50), replace(top, z=50), replace(stands, z=0))
    assert of(base, top) == [f"packed {Counter({1: 2})}"]


@pytest.mark.parametrize(
    ("weight", "outer", "divisor", "charged"),
    [
        (1_000, (300, 200, 100), 5000, 1_200),
        (1_300, (300, 200, 100), 5000, 1_300),
        (1_000, (300, 200, 100), 6000, 1_000),
        (0, (301, 200, 100), 6000, 1_004),
        (700, (600, 400, 400), 0, 700),
    ],
)
def test_the_weight_that_is_charged(weight: int, outer: Size, divisor: int, charged: int) -> None:
    assert chargeable_g(weight, outer, divisor) == charged
