"""Parcels: closed, opened again, items moved, everything in one."""

from __future__ import annotations

import pytest

from app.domain.codes import verify_sscc
from app.errors import BadInput, Conflict, NotFound, Refused
from app.services.labels import label_package
from app.services.packing import scan_item
from app.services.parcel_items import move_item, take_out
from app.services.parcels import (
    NotAllPacked,
    SerialNeeded,
    close_package,
    finish_packing,
    open_package,
    pack_all,
    reopen_package,
    reopen_packing,
)
from app.services.stock import ReceiptLine, receive
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.shop import GTIN

WATCHED = ("package", "package_line", "shipment", "shipment_line", "shipping_label")


def test_everything_in_one_parcel(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 3, "TEA": 2})
    packed = pack_all(shop.packer, shipment)
    assert packed.pieces == 5
    assert verify_sscc(packed.sscc)
    assert shop.state("shipment", shipment) == "packed"
    assert [(line.sku, line.packed) for line in shop.shipment_lines(shipment)] == [("MUG", 3), ("TEA", 2)]
    assert world.one("SELECT weight_g FROM package WHERE id = :p", p=packed.package_id) == 3 * 100 + 2 * 200
    with pytest.raises(Conflict):
        pack_all(shop.packer, shipment)


def test_two_parcels_and_moving_between_them(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 3})
    for _ in range(3):
        scan_item(shop.packer, shipment, GTIN["MUG"])
    first = world.one("SELECT id FROM package WHERE shipment_id = :s", s=shipment)
    second = open_package(shop.packer, shipment)
    assert second.position == 2
    lines = [row.id for row in world.rows("SELECT id FROM package_line ORDER BY id")]
    assert move_item(shop.packer, lines[0], second.package_id, 1).package_id == second.package_id
    assert take_out(shop.packer, lines[1], 1).qty == 0
    assert world.one("SELECT packed FROM shipment_line WHERE shipment_id = :s", s=shipment) == 2
    with pytest.raises(BadInput):
        take_out(shop.packer, lines[2], 2)
    close_package(shop.packer, first, 100)
    with pytest.raises(NotAllPacked) as caught:
        finish_packing(shop.packer, shipment)
    assert caught.value.facts["missing"] == [{"sku": "MUG", "qty": 1}]
    with pytest.raises(Conflict):
        take_out(shop.packer, lines[2], 1)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    assert close_package(shop.packer, second.package_id, 200).finished
    reopen_packing(shop.packer, shipment)
    assert shop.state("shipment", shipment) == "packing"
    finish_packing(shop.packer, shipment)
    assert shop.state("shipment", shipment) == "packed"


def test_an_empty_parcel_does_not_close(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 1})
    scan_item(shop.packer, shipment, GTIN["MUG"])
    empty = open_package(shop.packer, shipment)
    before = world.tables(*WATCHED)
    with pytest.raises(Refused):
        close_package(shop.packer, empty.package_id, 10)
    for weight in (-1, 99_000_000):
        with pytest.raises(BadInput):
            close_package(shop.packer, empty.package_id, weight)
    with pytest.raises(NotFound):
        close_package(shop.packer, 999, 10)
    assert world.tables(*WATCHED) == before


def test_opening_a_labelled_parcel_voids_its_label(world: World) -> None:
    shop = Bench(world)
    shipment, parcel = shop.packed({"MUG": 1})
    label_package(shop.packer, parcel)
    reopen_package(shop.packer, parcel)
    assert shop.state("package", parcel) == "open"
    assert shop.state("shipment", shipment) == "packing"
    row = world.rows("SELECT voided_at, voided_by FROM shipping_label")[0]
    assert row.voided_at is not None
    close_package(shop.packer, parcel, 120)
    label_package(shop.packer, parcel)
    assert world.one("SELECT count(*) FROM shipping_label WHERE voided_at IS NULL") == 1


def test_serial_goods_are_scanned(world: World) -> None:
    shop = Bench(world)
    scale = shop.add_product("SCALE", serial_tracked=True)
    lines = (ReceiptLine(scale, 1, location_id=shop.where("B-03"), serials=("S1",)),)
    receive(world.owner, shop.warehouse, lines)
    (shipment,) = shop.picked({"SCALE": 1})
    with pytest.raises(SerialNeeded):
        pack_all(shop.packer, shipment)
    assert shop.state("shipment", shipment) == "picked"
