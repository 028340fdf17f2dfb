"""Lists of shipments page without a gap, find what people type, and show what the bench did."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.permissions import Role
from app.queries.pages import Ask
from app.queries.readable import reads_addresses
from app.queries.shipment_detail import shipment_detail
from app.queries.shipments import ShipmentRow, count_shipments, shipment_list, shipments_of
from app.services.bench_holds import park_shipment
from app.services.labels import label_package
from app.services.packing import open_for_packing, scan_item
from app.services.parcels import close_package
from app.services.shipping import ship_shipment
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.shop import GTIN, TEA_EXPIRES, TEA_LOT

DAYS = [date(2030, 1, 3), date(2030, 1, 1), None, date(2030, 1, 2), None]


def dated(shop: Bench) -> list[int]:
    """Five shipments with the promises of `DAYS`."""
    made = [shop.order({"MUG": 1}).shipment_id for _ in DAYS]
    with shop.world.database().engine.begin() as connection:
        for shipment_id, day in zip(made, DAYS, strict=True):
            value = f"'{day}'" if day else "NULL"
            connection.exec_driver_sql(f"UPDATE shipment SET promised_on = {value} WHERE id = {shipment_id}")
    return made


def walk(world: World, ask: Ask) -> list[int]:
    """All ids of a list, page by page."""
    seen: list[int] = []
    with world.owner.reading() as connection:
        while True:
            page = shipment_list(connection, ask, addresses=True)
            seen += [row.id for row in page.rows]
            if page.after is None:
                return seen
            ask = Ask(page.after, ask.size, ask.sort, ask.descending, ask.text, ask.filters)


@pytest.mark.parametrize("size", [1, 2, 3, 4, 10])
def test_pages_meet_without_a_gap(world: World, size: int) -> None:
    shop = Bench(world)
    a, b, c, d, e = dated(shop)
    states = {"states": ("reserved",)}
    assert walk(world, Ask(size=size, filters=states)) == [b, d, a, c, e]
    assert walk(world, Ask(size=size, sort="promise", descending=True, filters=states)) == [a, d, b, c, e]
    assert walk(world, Ask(size=size, sort="promise")) == [b, d, a, c, e]
    assert walk(world, Ask(size=size)) == [e, d, c, b, a]
    assert walk(world, Ask(size=size, sort="number")) == [a, b, c, d, e]


def test_filters(world: World) -> None:
    shop = Bench(world)
    made = dated(shop)
    (picked,) = shop.picked({"MUG": 1})
    order = world.one("SELECT order_id FROM shipment WHERE id = :s", s=made[1])
    assert walk(world, Ask(filters={"states": ("picked", "packing")})) == [picked]
    assert set(walk(world, Ask(filters={"promised_until": date(2030, 1, 2)}))) >= {made[1], made[3]}
    assert made[0] not in walk(world, Ask(filters={"promised_until": date(2030, 1, 2)}))
    assert walk(world, Ask(filters={"order": order})) == [made[1]]
    assert len(walk(world, Ask(filters={"customer": shop.customer}))) == 6
    assert walk(world, Ask(filters={"customer": shop.customer + 1})) == []
    with world.owner.reading() as connection:
        assert count_shipments(connection, Ask(filters={"states": ("reserved",)})) == 5
        assert count_shipments(connection, Ask()) == 6


def test_what_people_type(world: World) -> None:
    shop = Bench(world)
    shipment, parcel = shop.packed({"MUG": 1, "POT": 2})
    other = shop.order({"MUG": 1}).shipment_id
    label_package(shop.packer, parcel)
    number = shop.number("shipment", shipment)
    order = world.one("SELECT order_id FROM shipment WHERE id = :s", s=shipment)
    sscc = world.one("SELECT sscc FROM package WHERE id = :p", p=parcel)
    for text in (number, f" {number.lower()} ", shop.number("sales_order", order), sscc):
        assert walk(world, Ask(text=text)) == [shipment]
    assert walk(world, Ask(text=number[:8])) == [other, shipment]
    assert walk(world, Ask(text="analyt")) == [other, shipment]
    assert walk(world, Ask(text="analyt", filters={"states": ("packed",)})) == [shipment]
    assert walk(world, Ask(text="nobody")) == []
    assert walk(world, Ask(text="100%_")) == []


def test_a_tracking_number_is_found(world: World) -> None:
    shop = Bench(world)
    shipment, parcel = shop.packed({"MUG": 1})
    label_package(shop.packer, parcel)
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql("UPDATE shipping_label SET tracking = '4711-DE'")
    assert walk(world, Ask(text="4711-DE")) == [shipment]


def test_a_row_says_what_the_bench_did(world: World) -> None:
    shop = Bench(world)
    shipment, parcel = shop.packed({"MUG": 3})
    with shop.packer.reading() as connection:
        (row,) = shipment_list(connection, Ask(filters={"bare": True}), addresses=True).rows
    assert (row.id, row.state, row.parcels, row.weight_g, row.unlabelled) == (shipment, "packed", 1, 300, 1)
    assert (row.customer, row.country, row.packer) == ("Analytique", "FR", shop.packer.actor)
    label_package(shop.packer, parcel)
    ship_shipment(shop.packer, shipment)
    with shop.packer.reading() as connection:
        assert not shipment_list(connection, Ask(filters={"bare": True}), addresses=True).rows
        (row,) = shipment_list(connection, Ask(filters={"states": ("shipped",)}), addresses=True).rows
    assert (row.unlabelled, row.shipped_at is not None) == (0, True)


def test_a_row_says_who_packs_since_when_and_why_it_is_parked(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 3})
    packing = Ask(filters={"states": ("picked", "packing")})

    def row() -> ShipmentRow:
        with shop.packer.reading() as connection:
            return shipment_list(connection, packing, addresses=False).rows[0]

    assert (row().packer, row().since, row().parked) == ("", None, "")
    open_for_packing(shop.packer, shop.number("shipment", shipment))
    assert (row().packer, row().parked) == (shop.packer.actor, "")
    assert row().since is not None
    park_shipment(shop.packer, shipment, "question")
    assert row().parked == "question"


def test_who_may_not_see_addresses_reads_the_rest(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 1})
    picker = world.ctx(Role.PICKER)
    assert not reads_addresses(picker.rights)
    assert reads_addresses(shop.packer.rights)
    with picker.reading() as connection:
        (row,) = shipment_list(connection, Ask(), addresses=False).rows
        detail = shipment_detail(connection, shipment, addresses=False)
    assert (row.id, row.country, row.customer) == (shipment, "", "Analytique")
    assert detail is not None
    assert detail.town == ""


def test_detail(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 2, "TEA": 1})
    open_for_packing(shop.packer, shop.number("shipment", shipment))
    scan_item(shop.packer, shipment, GTIN["MUG"], qty=2)
    scan_item(shop.packer, shipment, GTIN["TEA"])
    parcel = world.one("SELECT id FROM package WHERE shipment_id = :s", s=shipment)
    close_package(shop.packer, parcel, 450)
    labelled = label_package(shop.packer, parcel)
    with shop.packer.reading() as connection:
        detail = shipment_detail(connection, shipment, addresses=True)
        assert shipment_detail(connection, 999, addresses=True) is None
    assert detail is not None
    assert (detail.town, detail.pieces, detail.packed) == ("59000 Lille", 3, 3)
    (one,) = detail.parcels
    assert (one.state, one.weight_g, one.label_sha, one.pieces) == ("labelled", 450, labelled.sha256, 3)
    inside = [(line.sku, line.qty, line.lot, line.expires_on) for line in one.contents]
    assert inside == [("MUG", 2, "", None), ("TEA", 1, TEA_LOT, TEA_EXPIRES)]


def test_what_a_scanned_thing_belongs_to(world: World) -> None:
    shop = Bench(world)
    one, two = shop.picked({"MUG": 1}, {"POT": 1})
    _, parcel = shop.packed({"JAR": 1})
    wave, order = world.rows("SELECT wave_id, order_id FROM shipment WHERE id = :s", s=one)[0]
    with world.owner.reading() as connection:
        assert shipments_of(connection, "shipment", one) == (one,)
        assert shipments_of(connection, "order", order) == (one,)
        assert shipments_of(connection, "pick_list", wave) == (one, two)
        owner = world.one("SELECT shipment_id FROM package WHERE id = :p", p=parcel)
        assert shipments_of(connection, "parcel", parcel) == (owner,)
        assert shipments_of(connection, "product", 1) == ()
