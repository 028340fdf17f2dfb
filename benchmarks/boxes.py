"""Boxes for random shipments, beside the smallest box that volume, weight and single pieces allow: a bound that no packing beats.

Shipments of what the sample company sells, as it is (fragile, upright) and without these rules; and of bodies of any sizes.
Besides, five hundred pieces in one go, as ten kinds and as one.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from app.domain.box_points import Goods
from app.domain.boxes import Box, choose
from app.services.sample import load
from benchmarks.frame import Result, Rig, median, percentile

SHIPMENTS, LARGE = 400, 20
PIECES = 500
_FAMILIES = tuple(
    Goods(key, family.size_mm, family.weight_g, 1, family.upright, family.fragile)
    for key, family in enumerate(load().family.values())
)


def packing(rig: Rig) -> Iterator[Result]:
    """How many shipments get the box of the bound, and how long a proposal takes."""
    boxes = _boxes()
    kinds: tuple[tuple[str, Callable[[random.Random], list[Goods]]], ...] = (
        ("sample", _sold),
        ("sample without rules", lambda rng: [_plain(one) for one in _sold(rng)]),
        ("any sizes", _any),
    )
    for name, draw in kinds:
        rng = random.Random(3)
        met = bound = 0
        took = []
        for _ in range(SHIPMENTS):
            goods = draw(rng)
            started = time.process_time()
            found = choose(goods, boxes)
            took.append(1000 * (time.process_time() - started))
            lowest = _lowest(goods, boxes)
            if lowest is None or found.why is not None:
                continue
            bound += 1
            met += len(found.parcels) == 1 and found.parcels[0].box == lowest
        share = round(met / bound, 3)
        yield Result(f"pack {name}: bound met", "domain", bound, met, "shipments", "volume bound", share)
        yield Result(f"pack {name} median", "domain", SHIPMENTS, round(median(took), 2), "ms")
        yield Result(f"pack {name} p99", "domain", SHIPMENTS, round(percentile(took, 0.99), 2), "ms")
    for count in (10, 1):
        rng = random.Random(5)
        took = [_timed(_many(rng, count), boxes) for _ in range(LARGE)]
        yield Result(f"pack {PIECES} pieces, {count} kinds", "domain", PIECES, round(median(took), 1), "ms")


def _timed(goods: list[Goods], boxes: list[Box]) -> float:
    started = time.process_time()
    choose(goods, boxes)
    return 1000 * (time.process_time() - started)


def _boxes() -> list[Box]:
    return [
        Box(key, box.inner_mm, box.outer_mm, box.tare_g, box.bears_g, soft=box.kind == "envelope")
        for key, box in enumerate(load().box)
        if box.kind != "pallet"
    ]


def _lowest(goods: list[Goods], boxes: list[Box]) -> Box | None:
    """The smallest box by its outside that could hold everything, by what can be said without trying."""
    volume = sum(one.qty * one.volume for one in goods)
    weight = sum(one.qty * one.weight_g for one in goods)
    able = [
        box
        for box in boxes
        if box.room >= volume
        and (not box.max_goods_g or weight <= box.max_goods_g)
        and all(box.takes(one) for one in goods)
    ]
    return min(able, key=lambda box: (box.outer[0] * box.outer[1] * box.outer[2], box.tare_g), default=None)


def _sold(rng: random.Random) -> list[Goods]:
    families = rng.sample(_FAMILIES, rng.choice((1, 2, 2, 3, 3, 4, 5, 7)))
    return [replace(one, key=key, qty=rng.choice((1, 2, 3, 4, 6, 6))) for key, one in enumerate(families)]


def _plain(goods: Goods) -> Goods:
    return replace(goods, upright=False, fragile=False)


def _any(rng: random.Random) -> list[Goods]:
    return [
        Goods(
            key,
            (rng.randint(20, 300), rng.randint(20, 250), rng.randint(20, 200)),
            500,
            rng.choice((1, 1, 2, 3)),
        )
        for key in range(rng.randint(2, 6))
    ]


def _many(rng: random.Random, kinds: int) -> list[Goods]:
    chosen = rng.sample(_FAMILIES, kinds)
    return [replace(one, key=key, qty=PIECES // kinds) for key, one in enumerate(chosen)]
