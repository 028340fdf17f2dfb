"""One order with everything that is asked about it, read by people with their own rights."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from app.domain.permissions import Role
from app.queries.choices import carrier_services
from app.queries.days import today
from app.queries.order_details import OrderDetails, order_details, shipments_in
from app.queries.readable import reads_addresses
from app.services.carriers import add_carrier, add_service
from app.services.orders import confirm_order, hold_order
from app.services.parcels import pack_all
from app.services.picking import pick_wave
from app.services.reservation import reserve_available
from tests.rig.databases import World
from tests.rig.shop import ADDRESS, Shop


def details(world: World, order_id: int, role: Role = Role.CUSTOMER_SERVICE) -> OrderDetails:
    ctx = world.ctx(role)
    with ctx.reading() as connection:
        found = order_details(connection, order_id, addresses=reads_addresses(ctx.rights))
    assert found is not None
    return found


def test_everything_of_an_order(world: World) -> None:
    shop = Shop(world)
    carrier = add_carrier(shop.owner, "DPD", "DPD")
    service = add_service(shop.owner, carrier, "DPD-C", "Classic", 1, "16:00")
    with world.owner.reading() as connection:
        assert [(one.id, one.name) for one in carrier_services(connection)] == [(service, "DPD Classic")]
        day = today(connection)
    draft = shop.draft(
        {"POT": 25, "MUG": 2}, customer_reference="ML-1", carrier_service_id=service, note="Ring", freight=100
    )
    (shipment,) = confirm_order(shop.owner, draft.order_id).shipment_ids
    split = reserve_available(shop.owner, shipment).backorder_id
    found = details(world, draft.order_id)
    assert (found.number, found.state, found.customer, found.customer_code) == (
        *(draft.number, "confirmed", "Analytique", "C1"),
    )
    assert (found.reference, found.carrier, found.note, found.freight) == ("ML-1", "DPD Classic", "Ring", 100)
    assert found.net + found.freight + found.tax == found.total == draft.total
    assert found.ship_address == found.bill_address == ADDRESS
    assert [(one.position, one.sku, one.qty, one.open) for one in found.lines] == [
        *((1, "POT", 25, 25), (2, "MUG", 2, 2)),
    ]
    assert [(one.id, one.state, one.lines, one.pieces, one.weight_g) for one in found.shipments] == [
        *((shipment, "reserved", 2, 22, 20 * 300 + 2 * 100), (split, "planned", 1, 5, 1500)),
    ]
    assert (found.ready.light, found.ready.done, found.ready.of) == ("part", 1, 2)
    verbs = [event.verb for event in found.events]
    assert verbs == ["reserved", "split", "confirmed", "entered"]
    assert found.events[0].facts["pieces"] == 22
    assert found.events[0].desk == "DESK-0"
    hold_order(shop.owner, draft.order_id, "credit-check", note="ask")
    hold_order(shop.owner, draft.order_id, "customer-request", until=day - timedelta(days=1))
    found = details(world, draft.order_id)
    assert [(one.reason, one.label_fr, one.note, one.binds) for one in found.holds] == [
        *(("credit-check", "Contrôle de l'encours", "ask", True),),
        *(("customer-request", "Attente à la demande du client", "", False),),
    ]
    with world.owner.reading() as connection:
        planned = shipments_in(connection, (draft.order_id, 999), ("planned",))
        assert planned == {draft.order_id: (split,)}
        assert shipments_in(connection, (), ("planned",)) == {}


def test_parcels_and_their_pick_list(world: World) -> None:
    shop = Shop(world)
    released = shop.released({"MUG": 2})
    pick_wave(shop.owner, released.wave_id)
    pack_all(shop.owner, released.shipment_ids[0])
    order_id = world.one("SELECT id FROM sales_order")
    (shipment,) = details(world, order_id, Role.PACKER).shipments
    assert (shipment.wave, shipment.state) == (released.number, "packed")
    assert [(one.position, one.state) for one in shipment.parcels] == [(1, "closed")]


def test_addresses_are_for_those_whose_work_takes_them(world: World) -> None:
    shop = Shop(world)
    order_id = shop.draft({"MUG": 1}).order_id
    found = details(world, order_id, Role.STOCK_KEEPER)
    assert (found.ship_address, found.customer) == (None, "Analytique")
    with world.owner.reading() as connection:
        assert order_details(connection, 999) is None


def test_what_an_order_is_and_what_its_discount_comes_to(world: World) -> None:
    shop = Shop(world)
    first = shop.draft({"POT": 3}, discount=Decimal("0.1"))
    confirm_order(shop.owner, first.order_id)
    again = shop.draft({"POT": 3, "MUG": 1}, kind="exchange", exchange_of_id=first.order_id)
    found = details(world, again.order_id)
    assert (found.kind, found.exchange_of, found.discount) == ("exchange", first.number, Decimal("0.1"))
    assert (found.allowance, found.net) == (250, 2250)
    assert details(world, first.order_id).exchange_of == ""
