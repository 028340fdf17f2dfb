"""Parcels: closed, opened again, items moved, everything in one."""

from __future__ import annotations

import pytest

from app.domain.codes import verify_sscc
from app.errors import BadInput, Conflict, NotFound, Refused
from app.services.bench_swaps import short_at_bench
from app.services.bench_undo import undo_bench_step
from app.services.labels import label_package
from app.services.packing import open_for_packing, scan_item
from app.services.papers import shipment_label_content
from app.services.parcel_items import NotInAParcel, take_out_scanned
from app.services.parcel_rows import NotAllPacked
from app.services.parcels import (
    ParcelKept,
    SerialNeeded,
    close_package,
    drop_package,
    finish_packing,
    leave_packing,
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


def test_two_parcels_and_taking_out(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 3})
    scan_item(shop.packer, shipment, GTIN["MUG"])
    first = world.one("SELECT id FROM package WHERE shipment_id = :s", s=shipment)
    second = open_package(shop.packer, shipment)
    assert second.position == 2
    for _ in range(2):
        scan_item(shop.packer, shipment, GTIN["MUG"])
    assert take_out_scanned(shop.packer, shipment, GTIN["MUG"]).package_id == second.package_id
    assert world.one("SELECT packed FROM shipment_line WHERE shipment_id = :s", s=shipment) == 2
    before = world.tables(*WATCHED)
    with pytest.raises(NotInAParcel):
        take_out_scanned(shop.packer, shipment, GTIN["MUG"], 3)
    assert world.tables(*WATCHED) == before
    close_package(shop.packer, first, 100)
    with pytest.raises(NotAllPacked) as caught:
        finish_packing(shop.packer, shipment)
    assert caught.value.facts["missing"] == [{"sku": "MUG", "qty": 1}]
    before = world.tables(*WATCHED)
    with pytest.raises(NotInAParcel):  # one of the two lies in the closed parcel
        take_out_scanned(shop.packer, shipment, GTIN["MUG"], 2)
    assert world.tables(*WATCHED) == before
    scan_item(shop.packer, shipment, GTIN["MUG"])
    assert close_package(shop.packer, second.package_id, 200).finished
    reopen_packing(shop.packer, shipment)
    assert shop.state("shipment", shipment) == "packing"
    finish_packing(shop.packer, shipment)
    assert shop.state("shipment", shipment) == "packed"


def test_a_label_counts_the_parcels_once_all_is_packed(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 2})
    scan_item(shop.packer, shipment, GTIN["MUG"])
    first = world.one("SELECT id FROM package WHERE shipment_id = :s", s=shipment)
    close_package(shop.packer, first, 100)

    def counted(package_id: int) -> tuple[int, int | None]:
        with world.owner.reading() as connection:
            content = shipment_label_content(connection, package_id)
        return content.parcel, content.parcels

    assert counted(first) == (1, None), "another one may follow"
    second = open_package(shop.packer, shipment).package_id
    scan_item(shop.packer, shipment, GTIN["MUG"])
    assert counted(first) == (1, None)
    close_package(shop.packer, second, 100)
    assert (counted(first), counted(second)) == ((1, 2), (2, 2))


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


def test_a_parcel_too_many_is_dropped_and_the_shipment_is_packed(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 2})
    scan_item(shop.packer, shipment, GTIN["MUG"])
    first = world.one("SELECT id FROM package")
    second, third = (open_package(shop.packer, shipment).package_id for _ in range(2))
    assert not close_package(shop.packer, first, 100).finished
    before = world.tables(*WATCHED)
    for kept in (first, second):  # full and closed; not the last
        with pytest.raises(ParcelKept):
            drop_package(shop.packer, kept)
    assert world.tables(*WATCHED) == before
    short_at_bench(shop.packer, shipment, shop.product["MUG"], 1)
    assert not drop_package(shop.packer, third).finished
    assert drop_package(shop.packer, second).finished
    assert shop.state("shipment", shipment) == "packed"
    with pytest.raises(NotFound):
        drop_package(shop.packer, second)
    assert [row.position for row in world.rows("SELECT position FROM package")] == [1]


def test_empty_parcels_at_the_end_go_with_the_last_that_is_closed(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 2})
    scan_item(shop.packer, shipment, GTIN["MUG"])
    first = world.one("SELECT id FROM package")
    second, third = (open_package(shop.packer, shipment).package_id for _ in range(2))
    assert not close_package(shop.packer, first, 100).finished
    assert world.one("SELECT count(*) FROM package") == 3, "a piece is still to come"
    reopen_package(shop.packer, first)
    scan_item(shop.packer, shipment, GTIN["MUG"], second)
    assert not close_package(shop.packer, first, 100).finished
    assert [row.id for row in world.rows("SELECT id FROM package ORDER BY id")] == [first, second]
    assert close_package(shop.packer, second, 100).finished
    assert third not in [row.id for row in world.rows("SELECT id FROM package")]


def test_a_parcel_with_goods_or_with_a_label_once_stays(world: World) -> None:
    shop = Bench(world)
    shipment, parcel = shop.packed({"MUG": 1})
    label_package(shop.packer, parcel)
    reopen_package(shop.packer, parcel)
    for empty in (False, True):
        if empty:
            undo_bench_step(shop.packer, shipment)
        before = world.tables(*WATCHED)
        with pytest.raises(ParcelKept):
            drop_package(shop.packer, parcel)
        assert world.tables(*WATCHED) == before


def test_not_everything_in_one_parcel_while_another_is_open(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 1})
    open_for_packing(shop.packer, shop.number("shipment", shipment))
    open_package(shop.packer, shipment)
    before = world.tables(*WATCHED)
    with pytest.raises(Conflict):
        pack_all(shop.packer, shipment)
    assert world.tables(*WATCHED) == before
    assert not drop_package(shop.packer, world.one("SELECT id FROM package")).finished
    pack_all(shop.packer, shipment)
    assert [row.state for row in world.rows("SELECT state FROM package")] == ["closed"]


def test_a_shipment_is_given_back_unpacked(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 2})
    with pytest.raises(Conflict):  # nobody packs it
        leave_packing(shop.packer, shipment)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    before = world.tables(*WATCHED)
    with pytest.raises(Conflict) as caught:
        leave_packing(shop.packer, shipment)
    assert caught.value.facts["packed"] == 1
    assert world.tables(*WATCHED) == before
    undo_bench_step(shop.packer, shipment)
    leave_packing(shop.packer, shipment)
    row = world.rows("SELECT state, packer FROM shipment WHERE id = :s", s=shipment)[0]
    assert (row.state, row.packer) == ("picked", "")
    assert open_for_packing(shop.packer, shop.number("shipment", shipment)).packer == shop.packer.actor
    for _ in range(2):
        scan_item(shop.packer, shipment, GTIN["MUG"])
    assert world.one("SELECT count(*) FROM package") == 1


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
