"""The sample company's boxes hold what it sells."""

from __future__ import annotations

from app.domain.box_points import Goods
from app.domain.boxes import Box, choose
from app.services.sample import load

PLAN = load()
BOXES = [
    Box(key, box.inner_mm, box.outer_mm, box.tare_g, box.bears_g, soft=box.kind == "envelope")
    for key, box in enumerate(PLAN.box)
    if box.kind != "pallet"
]


def test_a_piece_and_a_case_of_everything_have_a_box() -> None:
    used = set()
    for family in PLAN.family.values():
        for qty in (1, family.carton):
            goods = Goods(1, family.size_mm, family.weight_g, qty, family.upright, family.fragile)
            found = choose([goods], BOXES)
            assert len(found.parcels) == 1, family.name
            used.add(PLAN.box[found.parcels[0].box.key].code)
    assert len(used) >= 8


def test_bottles_travel_in_bottle_boxes() -> None:
    wine = PLAN.family["OLI"]
    bottles = [Goods(1, wine.size_mm, wine.weight_g, qty, wine.upright, wine.fragile) for qty in (3, 6, 12)]
    codes = [PLAN.box[choose([one], BOXES).parcels[0].box.key].code for one in bottles]
    assert codes == ["B3", "B6", "B12"]
