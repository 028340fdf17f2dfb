"""Parcels that the carrier loses, and finds again."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.errors import Conflict, NotAllowed, NotFound
from app.services.shipping import deliver_shipment, find_parcel, lose_parcel, ship_shipment
from tests.rig.bench import Bench
from tests.rig.databases import World

WATCHED = ("package", "shipment", "order_event")


def test_lost_and_found(world: World) -> None:
    shop = Bench(world)
    shipment, parcel = shop.packed({"MUG": 2})
    ship_shipment(shop.packer, shipment)
    service = world.ctx(Role.CUSTOMER_SERVICE)
    assert lose_parcel(service, parcel).state == shop.state("package", parcel) == "lost"
    assert shop.state("shipment", shipment) == "shipped"
    assert find_parcel(service, parcel).state == shop.state("package", parcel) == "loaded"
    verbs = [row.verb for row in world.rows("SELECT verb FROM order_event ORDER BY id DESC LIMIT 2")]
    assert verbs == ["parcel_found", "parcel_lost"]
    assert deliver_shipment(service, shipment).parcels == 1


def test_a_lost_parcel_does_not_arrive(world: World) -> None:
    shop = Bench(world)
    shipment, parcel = shop.packed({"MUG": 2})
    ship_shipment(shop.packer, shipment)
    lose_parcel(world.owner, parcel)
    assert deliver_shipment(world.owner, shipment).parcels == 0
    assert shop.state("package", parcel) == "lost"


def test_what_is_refused(world: World) -> None:
    shop = Bench(world)
    _, parcel = shop.packed({"MUG": 2})
    before = world.tables(*WATCHED)
    service = world.ctx(Role.CUSTOMER_SERVICE)
    for step in (lose_parcel, find_parcel):
        with pytest.raises(Conflict):
            step(service, parcel)
        with pytest.raises(NotFound):
            step(service, 987_654)
        with pytest.raises(NotAllowed):
            step(shop.packer, parcel)
    assert world.tables(*WATCHED) == before
