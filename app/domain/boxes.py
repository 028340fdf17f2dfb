"""Which box the goods of a shipment fit, or how many boxes they take; and what a parcel weighs in a carrier's eyes.

A box is proposed only with an arrangement in hand that keeps every rule of `box_points`; the smallest outside wins, since
carriers charge for room. What fits by volume and is not found to fit by arrangement gets the next box: we err to the larger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.box_filling import TRIALS, Filling, fill
from app.domain.box_points import Goods, Placed, Size

MOST_PARCELS = 50
"""More parcels than this for one shipment are a load for pallets; nothing is proposed then."""
MOST_PIECES = 10_000
"""More pieces than this are not laid one by one."""
_THOROUGH = 4
"""So many boxes that fail by arrangement alone are tried with all trials; those after them with a quarter."""
_SPLIT_TRIALS, _LEAST_TRIALS = 60_000, 1_500
"""What filling several parcels may take together, and what each filling may take at least."""
_LARGEST = 2
"""Where several parcels are needed, the fullest of so many large boxes is taken."""


@dataclass(frozen=True, slots=True)
class Box:
    """A kind of box: sizes in millimetres, weights in grams; a `max_goods_g` of 0 is no limit.

    A `soft` one (an envelope) protects nothing: what is fragile does not go in.
    """

    key: int
    inner: Size
    outer: Size
    tare_g: int = 0
    max_goods_g: int = 0
    soft: bool = False

    @property
    def room(self) -> int:
        """Inner volume in cubic millimetres."""
        return _volume(self.inner)

    def takes(self, goods: Goods) -> bool:
        """Whether one piece of these goods, alone, may lie in it."""
        return self.bears(goods) and self.holds(goods)

    def bears(self, goods: Goods) -> bool:
        """Whether one piece is light enough for it."""
        return not self.max_goods_g or goods.weight_g <= self.max_goods_g

    def holds(self, goods: Goods) -> bool:
        """Whether one piece is small enough for it, and robust enough."""
        return goods.fits(self.inner) and not (self.soft and goods.fragile)


class Why(StrEnum):
    """Why nothing is proposed."""

    NOTHING = "nothing"
    """There is nothing to pack."""
    NO_BOX = "no_box"
    """There is no box to choose from."""
    SIZES_UNKNOWN = "sizes_unknown"
    TOO_BIG = "too_big"
    TOO_FRAGILE = "too_fragile"
    """It is fragile, and only envelopes are large enough."""
    TOO_HEAVY = "too_heavy"
    TOO_MANY = "too_many"
    """More than `MOST_PARCELS` parcels would be needed."""
    TOO_MANY_PIECES = "too_many_pieces"
    """More than `MOST_PIECES`."""
    NOT_FOUND = "not_found"
    """It may fit, but no arrangement was found; said of a box that somebody chose, never of all boxes."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A box with the goods in it."""

    box: Box
    placed: tuple[Placed, ...]
    goods_g: int
    """What the goods weigh, as far as their weights are known."""

    @property
    def fill_percent(self) -> int:
        """How much of the box's room is goods, rounded down."""
        return 100 * sum(one.dx * one.dy * one.dz for one in self.placed) // self.box.room

    @property
    def total_g(self) -> int:
        """Goods and box."""
        return self.goods_g + self.box.tare_g


@dataclass(frozen=True, slots=True)
class Proposal:
    """The parcels that hold everything, or why there are none; `keys` are the goods that stand in the way."""

    parcels: tuple[Parcel, ...] = ()
    why: Why | None = None
    keys: tuple[int, ...] = ()


def choose(goods: Sequence[Goods], boxes: Sequence[Box]) -> Proposal:
    """The smallest box that holds all goods, else as few parcels as a greedy filling finds.

    Args:
        goods: What is to be packed; pieces that are alike in one row.
        boxes: What there is to choose from.

    Returns:
        Every piece in exactly one parcel; or no parcel at all and the reason.
    """
    rest = [one for one in goods if one.qty > 0]
    refused = _refused(rest, boxes)
    if refused is not None:
        return refused
    ordered = sorted(boxes, key=lambda box: (_volume(box.outer), box.tare_g, box.room, box.key))
    one = _one_box(rest, ordered)
    return Proposal((one,)) if one is not None else _split(rest, ordered)


def fits(goods: Sequence[Goods], box: Box) -> Proposal:
    """Whether all goods go into one box that somebody chose: the parcel, or why not.

    `Why.NOT_FOUND` is no proof: a person may find an arrangement that we do not.
    """
    wanted = [one for one in goods if one.qty > 0]
    refused = _refused(wanted, (box,))
    if refused is not None:
        return refused
    if box.max_goods_g and sum(one.qty * one.weight_g for one in wanted) > box.max_goods_g:
        return Proposal(why=Why.TOO_HEAVY)
    if sum(one.qty * one.volume for one in wanted) > box.room:
        return Proposal(why=Why.TOO_BIG)
    parcel = _one_box(wanted, (box,))
    return Proposal(why=Why.NOT_FOUND) if parcel is None else Proposal((parcel,))


def chargeable_g(weight_g: int, outer: Size, divisor: int) -> int:
    """What a carrier charges for, in grams: the weight, or that of its room where that is more.

    The room's weight in kilograms is its volume in cubic centimetres over the carrier's divisor (IATA's Resolution 502
    has 6000 for air cargo, parcel carriers mostly 5000 or 4000); cubic millimetres over the same divisor are grams. A begun gram
    counts.

    Args:
        weight_g: What the parcel weighs.
        outer: Its outer sizes in millimetres.
        divisor: Cubic centimetres a kilogram; 0 charges by weight alone.
    """
    return max(weight_g, -(-_volume(outer) // divisor)) if divisor > 0 else weight_g


def _refused(goods: Sequence[Goods], boxes: Sequence[Box]) -> Proposal | None:
    """What can be said without trying: None where every piece has a box that takes it."""
    if not goods:
        return Proposal(why=Why.NOTHING)
    if unknown := tuple(one.key for one in goods if not one.known):
        return Proposal(why=Why.SIZES_UNKNOWN, keys=unknown)
    if not boxes:
        return Proposal(why=Why.NO_BOX)
    if sum(one.qty for one in goods) > MOST_PIECES:
        return Proposal(why=Why.TOO_MANY_PIECES)
    if big := tuple(one.key for one in goods if not any(one.fits(box.inner) for box in boxes)):
        return Proposal(why=Why.TOO_BIG, keys=big)
    if fragile := tuple(one.key for one in goods if not any(box.holds(one) for box in boxes)):
        return Proposal(why=Why.TOO_FRAGILE, keys=fragile)
    if heavy := tuple(one.key for one in goods if not any(box.takes(one) for box in boxes)):
        return Proposal(why=Why.TOO_HEAVY, keys=heavy)
    return None


def _one_box(goods: Sequence[Goods], boxes: Sequence[Box], thorough: int = _THOROUGH) -> Parcel | None:
    """The first of these boxes that is found to hold everything."""
    volume = sum(one.qty * one.volume for one in goods)
    weight = sum(one.qty * one.weight_g for one in goods)
    # Nothing rests on what is fragile: such pieces hardly ever stand above one another.
    base = sum(one.qty * min(a * b for a, b, _ in one.turned()) for one in goods if one.fragile)
    tried = 0
    for box in boxes:
        if volume > box.room or (box.max_goods_g and weight > box.max_goods_g):
            continue
        if not all(box.takes(one) for one in goods) or base > box.inner[0] * box.inner[1]:
            continue
        found = fill(
            goods, box.inner, box.max_goods_g, TRIALS if tried < thorough else TRIALS // 4, whole=True
        )
        if not found.left:
            return _parcel(box, goods, found)
        tried += 1
    return None


def _split(goods: Sequence[Goods], boxes: Sequence[Box]) -> Proposal:
    """Parcels one after the other, each as full as it gets; the last one in the smallest box that holds what is left."""
    expected = 1 + sum(one.qty * one.volume for one in goods) // max(box.room for box in boxes)
    trials = max(_LEAST_TRIALS, _SPLIT_TRIALS // (expected * _LARGEST))
    parcels: list[Parcel] = []
    rest = list(goods)
    while rest:
        parcel = _one_box(rest, boxes, thorough=0) if parcels else None
        if parcel is None:
            parcel = _fullest(rest, boxes, trials)
        held = Counter(one.key for one in parcel.placed)
        # The same once more, as long as there is as much again.
        times = min(one.qty // held[one.key] for one in rest if held[one.key])
        if len(parcels) + times > MOST_PARCELS:
            return Proposal(why=Why.TOO_MANY)
        parcels += [parcel] * times
        rest = [replace(one, qty=one.qty - times * held[one.key]) for one in rest]
        rest = [one for one in rest if one.qty]
    return Proposal(tuple(parcels))


def _fullest(goods: Sequence[Goods], boxes: Sequence[Box], trials: int) -> Parcel:
    """A parcel with as much as goes in: something always does, since each piece has a box that takes it."""
    hardest = min(([box for box in boxes if box.takes(one)] for one in goods), key=len)
    found: list[tuple[int, int, Parcel]] = []
    for box in sorted(hardest, key=lambda one: one.room)[-_LARGEST:]:
        filling = fill([one for one in goods if box.takes(one)], box.inner, box.max_goods_g, trials)
        volume = sum(one.dx * one.dy * one.dz for one in filling.placed)
        found.append((volume, -_volume(box.outer), _parcel(box, goods, filling)))
    return max(found, key=lambda one: one[:2])[2]


def _parcel(box: Box, goods: Sequence[Goods], filling: Filling) -> Parcel:
    weights = {one.key: one.weight_g for one in goods}
    return Parcel(box, filling.placed, sum(weights[one.key] for one in filling.placed))


def _volume(size: Size) -> int:
    length, width, height = size
    return length * width * height
