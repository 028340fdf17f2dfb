"""Pieces moved from one open parcel into another by scans: with their lots and numbers, refused clearly, and undone."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from app.domain.permissions import Role
from app.errors import AppError, Conflict, NotAllowed, NotFound
from app.services.bench_undo import undo_bench_step
from app.services.labels import label_package
from app.services.packing import scan_item
from app.services.parcel_items import (
    LeftEmpty,
    NoOpenParcel,
    NotInAParcel,
    ThereAlready,
    move_scanned,
    piece_to_move,
    take_out_scanned,
)
from app.services.parcels import close_package, open_package, reopen_package
from app.services.stock import ReceiptLine, receive
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.race import findings
from tests.rig.shop import GTIN
from tests.services.test_bench_undo import contents, opened

KEPT = ("package", "package_line", "shipment", "shipment_line", "stock_move", "scan_event")
SCALE = "]C1010400638133394821"


class Two(NamedTuple):
    """A shipment with two open parcels, two mugs in the first, a pot and a mug in the second."""

    shop: Bench
    shipment: int
    first: int
    second: int
    sscc: str


def two(world: World) -> Two:
    shop = Bench(world)
    shipment = opened(shop, MUG=4, POT=1)
    scan_item(shop.packer, shipment, GTIN["MUG"], qty=2)
    first = world.one("SELECT id FROM package")
    second = open_package(shop.packer, shipment)
    scan_item(shop.packer, shipment, GTIN["POT"])
    scan_item(shop.packer, shipment, GTIN["MUG"])
    return Two(shop, shipment, first, second.package_id, second.sscc)


def inside(world: World, package_id: int) -> dict[str, int]:
    """What lies in a parcel."""
    rows = world.rows(
        "SELECT p.sku, sum(i.qty) AS qty FROM package_line AS i JOIN shipment_line AS l ON l.id = i.shipment_line_id"
        " JOIN product AS p ON p.id = l.product_id WHERE i.package_id = :p GROUP BY p.sku ORDER BY p.sku",
        p=package_id,
    )
    return {row.sku: int(row.qty) for row in rows}


def test_moved_by_scans_and_undone_in_order(world: World) -> None:
    shop, shipment, first, second, sscc = two(world)
    seen = [contents(world)]
    moved = move_scanned(shop.packer, shipment, GTIN["MUG"], to_code=sscc)
    assert (moved.position, moved.sources, moved.qty, moved.opened) == (2, (1,), 1, False)
    assert (inside(world, first), inside(world, second)) == ({"MUG": 1}, {"MUG": 2, "POT": 1})
    seen.append(contents(world))
    move_scanned(shop.packer, shipment, GTIN["MUG"], 2, to_package_id=first)
    assert (inside(world, first), inside(world, second)) == ({"MUG": 3}, {"POT": 1})
    seen.append(contents(world))
    begun = move_scanned(shop.packer, shipment, GTIN["MUG"])
    assert (begun.position, begun.opened, inside(world, begun.package_id)) == (3, True, {"MUG": 1})
    assert world.one("SELECT packed FROM shipment_line WHERE product_id = :p", p=moved.product_id) == 3
    for _ in range(3):
        undone = undo_bench_step(world.ctx(Role.PACKER, desk="PACK-2"), shipment)
        assert (undone.did, undone.sku) == ("move", "MUG")
        assert contents(world) == seen.pop()
    assert findings(world) == []
    assert undo_bench_step(shop.packer, shipment).did == "scan"


def test_lots_and_numbers_stay_with_the_piece(world: World) -> None:
    shop = Bench(world)
    product = shop.add_product("SCALE", serial_tracked=True, barcodes=(("4006381333948", 1),))
    pieces = ReceiptLine(product, 2, location_id=shop.where("B-03"), serials=("S1", "S2"))
    receive(shop.owner, shop.warehouse, (pieces,))
    shop.bring("TEA", 1, "B-03", lot="T0")
    shipment = opened(shop, SCALE=2, TEA=31)
    for number in ("S1", "S2"):
        scan_item(shop.packer, shipment, f"{SCALE}{number}")
    scan_item(shop.packer, shipment, GTIN["TEA"], qty=31)
    goods = "SELECT shipment_line_id, lot_id, serial_id, sum(qty) FROM package_line GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
    before, all_goods = contents(world), world.rows(goods)
    parcel = move_scanned(shop.packer, shipment, "S1")
    move_scanned(shop.packer, shipment, GTIN["TEA"], 30, to_package_id=parcel.package_id)
    assert world.rows(goods) == all_goods
    numbers = (
        "SELECT s.code FROM package_line AS i JOIN serial AS s ON s.id = i.serial_id WHERE i.package_id = :p"
    )
    assert world.one(numbers, p=parcel.package_id) == "S1"
    assert contents(world)["numbers"] == before["numbers"], "nothing was named or forgotten"
    with pytest.raises(NotInAParcel):  # the article without its number says not which piece it is
        move_scanned(shop.packer, shipment, "4006381333948")
    for _ in range(2):
        undo_bench_step(shop.packer, shipment)
    assert contents(world) == before
    assert findings(world) == []


def test_a_lot_on_the_label_says_which_piece(world: World) -> None:
    shop = Bench(world)
    shop.bring("TEA", 1, "B-03", lot="T0")
    shipment = opened(shop, TEA=31)
    scan_item(shop.packer, shipment, GTIN["TEA"], qty=31)
    code = f"]C1010{GTIN['TEA']}10"
    before = world.tables(*KEPT)
    with pytest.raises(NotInAParcel):
        move_scanned(shop.packer, shipment, f"{code}T9")
    with pytest.raises(NotInAParcel):
        move_scanned(shop.packer, shipment, f"{code}T0", 2)
    assert world.tables(*KEPT) == before
    moved = move_scanned(shop.packer, shipment, f"{code}T0")
    lot = "SELECT t.code FROM package_line AS i JOIN lot AS t ON t.id = i.lot_id WHERE i.package_id = :p"
    assert world.one(lot, p=moved.package_id) == "T0"


def test_what_cannot_be_moved_is_said_and_nothing_changes(world: World) -> None:
    shop, shipment, first, second, sscc = two(world)
    other, theirs = shop.packed({"JAR": 1})
    number = shop.number("shipment", other)
    mug, pot = GTIN["MUG"], GTIN["POT"]
    packer = shop.packer
    sent = world.one("SELECT sscc FROM package WHERE id = :p", p=theirs)
    refused: tuple[tuple[type[AppError], str, dict[str, object]], ...] = (
        (NotInAParcel, GTIN["JAR"], {"to_package_id": second}),
        (NotInAParcel, "nobody-knows", {"to_package_id": second}),
        (NotInAParcel, mug, {"to_package_id": second, "qty": 3}),
        (ThereAlready, pot, {"to_package_id": second}),
        (NoOpenParcel, mug, {"to_code": sent}),
        (NoOpenParcel, mug, {"to_code": number}),
        (NoOpenParcel, mug, {"to_code": pot}),
        (NotFound, mug, {"to_package_id": 9_999}),
        (LeftEmpty, mug, {"to_package_id": second, "qty": 2}),
    )
    before = world.tables(*KEPT)
    for refusal, code, how in refused:
        with pytest.raises(refusal):
            move_scanned(packer, shipment, code, **how)  # type: ignore[arg-type]  # names of several types
    with pytest.raises(NotAllowed):
        move_scanned(world.ctx(Role.PICKER), shipment, mug, to_package_id=second)
    assert world.tables(*KEPT) == before
    close_package(packer, second, 100)
    before = world.tables(*KEPT)
    with pytest.raises(NoOpenParcel, match="closed"):
        move_scanned(packer, shipment, mug, to_code=sscc)
    with pytest.raises(NotInAParcel):
        move_scanned(packer, shipment, pot, to_package_id=first)
    assert world.tables(*KEPT) == before


def test_what_would_be_moved_is_told_first(world: World) -> None:
    shop, shipment, *_ = two(world)
    with shop.packer.reading() as connection:
        piece = piece_to_move(connection, shipment, GTIN["MUG"], 2)
        assert (piece.sku, piece.qty, piece.positions) == ("MUG", 2, (1, 2))
        with pytest.raises(NotInAParcel):
            piece_to_move(connection, shipment, GTIN["MUG"], 4)
        with pytest.raises(NotFound):
            piece_to_move(connection, 9_999, GTIN["MUG"])


def test_of_three_parcels_the_one_at_hand_gives_first(world: World) -> None:
    shop = Bench(world)
    shipment = opened(shop, MUG=6, POT=1)
    scan_item(shop.packer, shipment, GTIN["MUG"], qty=4)
    first = world.one("SELECT id FROM package")
    second = open_package(shop.packer, shipment).package_id
    for sku in ("POT", "MUG"):
        scan_item(shop.packer, shipment, GTIN[sku])
    third = move_scanned(shop.packer, shipment, GTIN["MUG"], first_from=first)
    assert third.sources == (1,)
    to = third.package_id
    moved = move_scanned(shop.packer, shipment, GTIN["MUG"], 2, to_package_id=to, first_from=second)
    assert moved.sources == (1, 2), "what the one holds, and one more of the other"
    assert [inside(world, one) for one in (first, second, to)] == [{"MUG": 2}, {"POT": 1}, {"MUG": 3}]
    undo_bench_step(shop.packer, shipment)
    assert [inside(world, one) for one in (first, second, to)] == [
        {"MUG": 3},
        {"MUG": 1, "POT": 1},
        {"MUG": 1},
    ]


def test_the_last_parcel_may_be_emptied_and_goes_with_the_end(world: World) -> None:
    shop, shipment, first, *_ = two(world)
    scan_item(shop.packer, shipment, GTIN["MUG"], first)
    scanned = contents(world)
    for sku in ("POT", "MUG"):
        move_scanned(shop.packer, shipment, GTIN[sku], to_package_id=first)
    moved = contents(world)
    assert close_package(shop.packer, first, 900).finished
    assert [row.id for row in world.rows("SELECT id FROM package")] == [first]
    assert shop.state("shipment", shipment) == "packed"
    assert undo_bench_step(shop.packer, shipment).did == "close"
    assert inside(world, first) == {"MUG": 4, "POT": 1}
    assert moved["pieces"] == contents(world)["pieces"]
    assert scanned["lines"] == contents(world)["lines"]
    steps = []
    while did := undo_bench_step(shop.packer, shipment).did:
        steps.append(did)
    assert set(steps) == {"scan"}, "what was about the parcel that is gone went with it"
    assert world.one("SELECT count(*) FROM package_line") == 0
    assert findings(world) == []


def test_a_parcel_that_had_a_label_is_not_emptied(world: World) -> None:
    shop = Bench(world)
    shipment = opened(shop, MUG=2)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    first = world.one("SELECT id FROM package")
    second = open_package(shop.packer, shipment).package_id
    scan_item(shop.packer, shipment, GTIN["MUG"])
    close_package(shop.packer, second, 100)
    label_package(shop.packer, second)
    reopen_package(shop.packer, second)
    before = world.tables(*KEPT)
    with pytest.raises(LeftEmpty):
        move_scanned(shop.packer, shipment, GTIN["MUG"], to_package_id=first)
    assert world.tables(*KEPT) == before


def test_a_move_is_not_undone_past_what_came_of_it(world: World) -> None:
    shop, shipment, first, second, _ = two(world)
    move_scanned(shop.packer, shipment, GTIN["MUG"], to_package_id=second)
    with world.database().engine.begin() as connection:  # as if another desk's step were not kept
        connection.exec_driver_sql(f"UPDATE package SET state = 'closed' WHERE id = {first}")
    before = world.tables(*KEPT)
    with pytest.raises(Conflict, match="cannot go back"):
        undo_bench_step(shop.packer, shipment)
    assert world.tables(*KEPT) == before


def test_asked_again_nothing_is_moved_twice(world: World) -> None:
    shop, shipment, first, second, _ = two(world)
    once = shop.packer.once("MOVE:1")
    done = [move_scanned(once, shipment, GTIN["MUG"], to_package_id=second) for _ in range(2)]
    assert done[0] == done[1]
    assert inside(world, first) == {"MUG": 1}
    take_out_scanned(shop.packer, shipment, GTIN["MUG"])
    assert [undo_bench_step(shop.packer, shipment).did for _ in range(2)] == ["out", "move"]
    assert inside(world, first) == {"MUG": 2}


def test_only_a_shipment_at_the_bench(world: World) -> None:
    shop = Bench(world)
    shipment, _ = shop.packed({"MUG": 2})
    before = world.tables(*KEPT)
    with pytest.raises(Conflict):
        move_scanned(shop.packer, shipment, GTIN["MUG"])
    assert world.tables(*KEPT) == before
