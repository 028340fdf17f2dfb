"""A parked shipment says why to everybody; opening it, or taking the parking back, goes on."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.queries.bench_queue import bench_queue
from app.services.bench_holds import REASONS, park_shipment, unpark_shipment
from app.services.packing import open_for_packing, scan_item
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.shop import GTIN


def why(shop: Bench) -> str:
    """What the first of the waiting list says."""
    with shop.packer.reading() as connection:
        return bench_queue(connection).rows[0].parked


def test_parked_with_a_reason(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 2})
    scan_item(shop.packer, shipment, GTIN["MUG"])
    for reason in REASONS:
        assert park_shipment(shop.packer, shipment, reason).reason == reason
        assert why(shop) == reason
    unpark_shipment(shop.packer, shipment)
    assert why(shop) == ""
    park_shipment(shop.packer, shipment, "question")
    open_for_packing(shop.packer, shop.number("shipment", shipment))
    assert why(shop) == ""
    assert world.one("SELECT count(*) FROM order_event WHERE verb = 'packing_parked'") == len(REASONS) + 1


def test_refusals_leave_nothing(world: World) -> None:
    shop = Bench(world)
    waiting, begun = shop.picked({"MUG": 2}, {"POT": 1})
    open_for_packing(shop.packer, shop.number("shipment", begun))
    before = world.tables("shipment", "order_event")
    with pytest.raises(BadInput):
        park_shipment(shop.packer, begun, "")
    with pytest.raises(BadInput):
        park_shipment(shop.packer, begun, "because")
    with pytest.raises(Conflict):
        park_shipment(shop.packer, waiting, "later")
    with pytest.raises(NotFound):
        park_shipment(shop.packer, 999, "later")
    with pytest.raises(NotAllowed):
        park_shipment(world.ctx(Role.PICKER), begun, "later")
    assert world.tables("shipment", "order_event") == before
