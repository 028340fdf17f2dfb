"""Putting goods into one box, tried in many ways: in which order, in layers or walls, along or across.

The work is bounded by a number of trials and not by a clock, so that every machine gives the same answer for the same goods.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from app.domain.box_points import Budget, Goods, Placed, Room, Size

TRIALS = 60_000
"""Looks at another piece that one box may take."""
_MOST_WAYS = 96


@dataclass(frozen=True, slots=True)
class Filling:
    """What came into a box, from the floor upwards, and what did not."""

    placed: tuple[Placed, ...]
    left: tuple[Goods, ...]


def fill(
    goods: Sequence[Goods], room: Size, limit_g: int = 0, trials: int = TRIALS, *, whole: bool = False
) -> Filling:
    """Put as much as possible of the goods into a room, all of it where a way is found.

    Args:
        goods: What is to go in; sizes are known.
        room: The inner sizes of the box.
        limit_g: What all of it may weigh; 0 for no limit.
        trials: How much work may be done.
        whole: Only a filling that takes everything is of use: a way is left as soon as it does not.

    Returns:
        The first way that takes everything, else the one that takes most of the volume.
    """
    budget = Budget(trials)
    best = Filling((), tuple(goods))
    most = -1
    for ordered, wall, swapped, snug in _ways(goods):
        length, width, height = room
        box = Room((width, length, height) if swapped else room, budget, wall=wall, snug=snug)
        left: list[Goods] = []
        weight = volume = 0
        for one in ordered:
            bearable = one.qty
            if limit_g and one.weight_g:
                bearable = min(one.qty, (limit_g - weight) // one.weight_g)
            put = box.put(one, bearable)
            weight += put * one.weight_g
            volume += put * one.volume
            if put < one.qty:
                left.append(replace(one, qty=one.qty - put))
                if whole:
                    break
        if whole and left:
            if budget.left < 0:
                break
            continue
        if volume > most:
            most = volume
            best = Filling(box.pieces(turned_back=swapped), tuple(left))
        if not left or budget.left < 0:
            break
    return best


def _ways(goods: Sequence[Goods]) -> Iterator[tuple[list[Goods], bool, bool, bool]]:
    """In which order the goods are set, layers or walls first, along or across, the fullest block or the snuggest."""
    orders: list[list[Goods]] = []
    for fragile_last in (True, False):
        for key in (_by_volume, _by_base, _by_longest, _by_height, _by_weight, _by_bulk):
            found = sorted(goods, key=key)
            if fragile_last:
                found.sort(key=lambda one: one.fragile)
            if found not in orders:
                orders.append(found)
    ways = product((False, True), (False, True), (False, True), orders)
    for at, (wall, swapped, snug, ordered) in enumerate(ways):
        if at == _MOST_WAYS:
            return
        yield ordered, wall, swapped, snug


def _by_volume(one: Goods) -> tuple[int, ...]:
    return (-one.volume, *one.size, one.key)


def _by_base(one: Goods) -> tuple[int, ...]:
    small, middle, large = sorted(one.size)
    return (-middle * large, -small, one.key)


def _by_longest(one: Goods) -> tuple[int, ...]:
    small, middle, large = sorted(one.size)
    return (-large, -middle, -small, one.key)


def _by_height(one: Goods) -> tuple[int, ...]:
    return (-one.size[2], -one.volume, one.key)


def _by_weight(one: Goods) -> tuple[int, ...]:
    return (-one.weight_g, -one.volume, one.key)


def _by_bulk(one: Goods) -> tuple[int, ...]:
    return (-one.volume * one.qty, -one.volume, one.key)
