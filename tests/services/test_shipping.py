"""Labels, hand-over, delivery, and the way back."""

from __future__ import annotations

import dataclasses

import pytest

from app.domain.permissions import Role
from app.errors import Conflict, NotAllowed, NotFound
from app.services.carriers import add_carrier, add_service
from app.services.labels import (
    label_package,
    print_packing_slip,
    print_pick_list,
    reprint_label,
    store_label,
    stored_bytes,
)
from app.services.paper_addresses import NoAddress
from app.services.papers import shipment_label_content
from app.services.parcels import pack_all
from app.services.picking import pick_wave
from app.services.release import release_shipments
from app.services.shipping import (
    LabelMissing,
    deliver_shipment,
    ship_shipment,
    undeliver_shipment,
    unship_shipment,
)
from tests.documents.readers import decode, texts
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.shop import Shop

WATCHED = (
    "package",
    "shipment",
    "shipment_line",
    "stock_move",
    "stock_balance",
    "allocation",
    "shipping_label",
    "print_job",
)


def test_shipped_delivered_and_back(world: World) -> None:
    shop = Bench(world)
    shipment, parcel = shop.packed({"MUG": 3, "TEA": 1})
    before = world.tables("stock_balance", "stock_level", "allocation", "shipment_line", "order_line")
    shipped = ship_shipment(shop.packer, shipment)
    assert (shipped.pieces, shipped.parcels, len(shipped.closed_orders)) == (4, 1, 1)
    assert shop.in_place("MUG", "PACKING") == 0
    assert shop.stock("MUG").on_hand == 47
    assert world.one("SELECT sum(shipped) FROM order_line") == 4
    assert shop.state("sales_order", shipped.closed_orders[0]) == "closed"
    service = world.ctx(Role.CUSTOMER_SERVICE)
    assert deliver_shipment(service, shipment).parcels == 1
    assert shop.state("package", parcel) == "delivered"
    with pytest.raises(Conflict):
        unship_shipment(shop.packer, shipment)
    undeliver_shipment(service, shipment)
    back = unship_shipment(shop.packer, shipment)
    assert (back.pieces, back.reopened_orders) == (4, shipped.closed_orders)
    assert shop.state("package", parcel) == "closed"
    assert world.tables(*before) == before
    assert ship_shipment(shop.packer, shipment).pieces == 4


def test_not_packed_does_not_leave(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 1})
    before = world.tables(*WATCHED)
    with pytest.raises(Conflict):
        ship_shipment(shop.packer, shipment)
    with pytest.raises(NotFound):
        ship_shipment(shop.packer, 999)
    with pytest.raises(NotAllowed):
        ship_shipment(world.ctx(Role.PICKER), shipment)
    assert world.tables(*WATCHED) == before


def test_a_carrier_wants_a_label(world: World) -> None:
    shop = Bench(world)
    service = add_service(world.owner, add_carrier(world.owner, "C", "Carrier"), "C1", "Express")
    released = shop.order({"MUG": 1}, carrier_service_id=service)
    wave = release_shipments(world.owner, (released.shipment_id,)).wave_id
    pick_wave(world.owner, wave)
    parcel = pack_all(shop.packer, released.shipment_id).package_id
    before = world.tables(*WATCHED)
    with pytest.raises(LabelMissing):
        ship_shipment(shop.packer, released.shipment_id)
    assert world.tables(*WATCHED) == before
    made = label_package(shop.packer, parcel)
    content = texts(stored_bytes(shop.packer, made.sha256))[0]
    assert "Carrier" in content
    assert "Express" in content
    assert ship_shipment(shop.packer, released.shipment_id).parcels == 1
    unship_shipment(shop.packer, released.shipment_id)
    assert shop.state("package", parcel) == "labelled"


def test_a_label_is_stored_before_it_is_printed_and_made_once(world: World) -> None:
    shop = Bench(world)
    _, parcel = shop.packed({"MUG": 2})
    made = label_package(shop.packer, parcel)
    sscc = world.one("SELECT sscc FROM package WHERE id = :p", p=parcel)
    found = {code.text for code in decode(stored_bytes(shop.packer, made.sha256), 203)}
    assert found == {f"(00){sscc}"}
    assert made.tracking == ""
    assert label_package(shop.packer, parcel) == made
    assert world.one("SELECT count(*) FROM shipping_label") == 1
    assert world.one("SELECT count(*) FROM print_job") == 1
    copy = reprint_label(shop.packer, parcel)
    assert "COPY" in texts(stored_bytes(shop.packer, copy.sha256))[0]
    assert world.one("SELECT count(*) FROM print_job WHERE copy") == 1
    assert world.one("SELECT prints FROM shipping_label") == 1


def test_a_label_that_says_something_else_is_not_stored(world: World) -> None:
    shop = Bench(world)
    _, parcel = shop.packed({"MUG": 2})
    with world.owner.reading() as connection:
        content = shipment_label_content(connection, parcel)
    stale = dataclasses.replace(content, weight_g=content.weight_g + 1, tracking="")
    assert store_label(shop.packer, parcel, stale, b"%PDF") is None
    assert world.one("SELECT count(*) FROM shipping_label") == 0


def test_no_label_for_an_open_or_unknown_parcel(world: World) -> None:
    shop = Bench(world)
    with pytest.raises(NotFound):
        label_package(shop.packer, 999)
    with pytest.raises(NotFound):
        reprint_label(shop.packer, 999)
    with pytest.raises(NotFound):
        stored_bytes(shop.packer, "0" * 64)


def test_a_warehouse_without_address_is_named(world: World) -> None:
    shop = Bench(world)
    _, parcel = shop.packed({"MUG": 1})
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql("UPDATE warehouse SET address_id = NULL")
    with pytest.raises(NoAddress) as caught:
        label_package(shop.packer, parcel)
    assert caught.value.facts["whose"] == "warehouse"


def test_lists_and_slips_say_what_the_database_says(world: World) -> None:
    shop = Bench(world)
    wave = shop.released({"MUG": 8}, {"TEA": 1})
    stored = print_pick_list(world.ctx(Role.PICKER), wave.wave_id, "fr")
    codes = {code.text for code in decode(stored_bytes(world.owner, stored.sha256), 203)}
    tasks = {row.number for row in world.rows("SELECT number FROM pick_task")}
    assert codes == tasks | {wave.number}
    shipment, _ = shop.packed({"MUG": 2})
    slip = print_packing_slip(shop.packer, shipment)
    pdf = stored_bytes(world.owner, slip.sha256)
    assert {code.text for code in decode(pdf, 203)} == {shop.number("shipment", shipment)}
    assert "Mug of the shop" in texts(pdf)[0]


def test_same_paper_is_stored_once(world: World) -> None:
    shop: Shop = Bench(world)
    wave = shop.released({"MUG": 1})
    first = print_pick_list(world.ctx(Role.PICKER), wave.wave_id)
    second = print_pick_list(world.ctx(Role.PICKER), wave.wave_id)
    assert first.sha256 == second.sha256
    assert world.one("SELECT count(*) FROM blob") == 1
    assert world.one("SELECT count(*) FROM print_job") == 2
