"""What a packer finds wrong is noted for a supervisor, and nothing else is changed."""

from __future__ import annotations

import json

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.queries.bench_queue import Problem, bench_queue
from app.services.bench_problems import report_problem, withdraw_problem
from app.services.packing import open_for_packing, scan_item
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.shop import GTIN

WATCHED = ("shipment", "shipment_line", "package", "stock_move", "order_event", "scan_event")


def noted(world: World) -> list[tuple[str, str]]:
    """Problems on all timelines."""
    rows = world.rows("SELECT verb, facts FROM order_event WHERE verb LIKE 'packing_problem%' ORDER BY id")
    return [(row.verb, json.loads(row.facts).get("sku", "")) for row in rows]


def test_nothing_packed_goes_back_to_those_that_wait(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 3})
    open_for_packing(shop.packer, shop.number("shipment", shipment))
    found = report_problem(shop.packer, shipment, shop.product["MUG"], 1, "damaged")
    assert (found.sku, found.qty, found.waits) == ("MUG", 1, True)
    assert shop.state("shipment", shipment) == "picked"
    assert noted(world) == [("packing_problem", "MUG")]
    with shop.packer.reading() as connection:
        assert bench_queue(connection).rows[0].problem == Problem("damaged", "MUG", 1)
    withdraw_problem(shop.packer, shipment)
    with shop.packer.reading() as connection:
        assert bench_queue(connection).rows[0].problem is None
    with pytest.raises(Conflict):
        withdraw_problem(shop.packer, shipment)


def test_packed_in_part_stays_with_its_packer(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 3})
    scan_item(shop.packer, shipment, GTIN["MUG"])
    found = report_problem(shop.packer, shipment, shop.product["MUG"], 2, "missing")
    assert not found.waits
    assert shop.state("shipment", shipment) == "packing"


def test_refusals_leave_nothing(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 3})
    packed, _ = shop.packed({"POT": 1})
    scan_item(shop.packer, shipment, GTIN["MUG"])
    before = world.tables(*WATCHED)
    mug = shop.product["MUG"]
    for qty in (0, -1, 3):
        with pytest.raises(BadInput):
            report_problem(shop.packer, shipment, mug, qty, "missing")
    with pytest.raises(BadInput):
        report_problem(shop.packer, shipment, mug, 1, "ugly")
    with pytest.raises(NotFound):
        report_problem(shop.packer, shipment, shop.product["JAR"], 1, "missing")
    with pytest.raises(NotFound):
        report_problem(shop.packer, 999, mug, 1, "missing")
    with pytest.raises(Conflict):
        report_problem(shop.packer, packed, shop.product["POT"], 1, "missing")
    with pytest.raises(NotAllowed):
        report_problem(world.ctx(Role.PICKER), shipment, mug, 1, "missing")
    assert world.tables(*WATCHED) == before
