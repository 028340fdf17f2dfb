"""The packing bench: right, wrong, too many, foreign, expired, another lot, serial numbers, undo, two packers."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from app.database import Database, Transaction
from app.domain.permissions import Permission, Role
from app.errors import Conflict, NotFound
from app.services.bench_undo import undo_bench_step
from app.services.check import check
from app.services.context import use_case
from app.services.ledger import LedgerRow, post_numbered
from app.services.packing import open_for_packing, scan_item
from app.services.parcel_items import take_out_scanned
from app.services.parcel_rows import PackedByOther
from app.services.parcels import close_package, leave_packing, open_package
from app.services.picking import undo_pick
from app.services.scanning import Tone, Verdict
from app.services.shipping import ship_shipment
from app.services.stock import ReceiptLine, move_stock, receive
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.shop import GTIN, MUG_CARTON, TEA_LOT

WATCHED = (
    "package",
    "package_line",
    "shipment",
    "shipment_line",
    "stock_move",
    "stock_balance",
    "allocation",
)


def test_right_until_complete(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 8, "POT": 1})
    opened = open_for_packing(shop.packer, shop.number("shipment", shipment).lower())
    assert (opened.shipment_id, [(line.sku, line.picked, line.packed) for line in opened.lines]) == (
        shipment,
        [("MUG", 8, 0), ("POT", 1, 0)],
    )
    carton = scan_item(shop.packer, shipment, MUG_CARTON)
    assert (carton.verdict, carton.tone, carton.counted, carton.wanted, carton.left) == (
        Verdict.RIGHT,
        Tone.GOOD,
        6,
        8,
        3,
    )
    assert scan_item(shop.packer, shipment, GTIN["MUG"], qty=2).counted == 8
    last = scan_item(shop.packer, shipment, GTIN["POT"])
    assert (last.verdict, last.tone, last.step, last.left) == (Verdict.COMPLETE, Tone.DONE, "close", 0)
    parcel = world.one("SELECT id FROM package WHERE shipment_id = :s", s=shipment)
    assert close_package(shop.packer, parcel, 900).finished
    assert shop.state("shipment", shipment) == "packed"
    assert world.one("SELECT count(*) FROM scan_event WHERE context = 'packing'") == 3


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        (GTIN["TEA"], Verdict.WRONG),
        ("JAR", Verdict.WRONG),
        ("nonsense", Verdict.UNKNOWN),
        ("", Verdict.UNKNOWN),
        ("\x00\x1d", Verdict.UNKNOWN),
        ("LOC-LIL-A-01", Verdict.FOREIGN),
        ("PL-2026-000002", Verdict.UNKNOWN),
        ("SH-OTHER", Verdict.FOREIGN),
        ("x" * 5000, Verdict.UNKNOWN),
    ],
)
def test_a_wrong_scan_is_kept_and_changes_nothing(world: World, code: str, verdict: Verdict) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 2})
    if code == "SH-OTHER":
        code = shop.number("shipment", shop.picked({"POT": 1})[0])
    scan_item(shop.packer, shipment, GTIN["MUG"])
    before = world.tables(*WATCHED)
    result = scan_item(shop.packer, shipment, code)
    assert (result.verdict, result.tone, result.step) == (verdict, Tone.STOP, "acknowledge")
    assert result.message
    assert world.tables(*WATCHED) == before
    rows = world.rows("SELECT verdict, actor, desk FROM scan_event WHERE context = 'packing' ORDER BY id")
    assert len(rows) == 2
    assert rows[-1].verdict == verdict
    assert rows[-1].desk == "PACK-1"


def test_too_many(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 7})
    assert scan_item(shop.packer, shipment, MUG_CARTON).verdict is Verdict.RIGHT
    before = world.tables(*WATCHED)
    again = scan_item(shop.packer, shipment, MUG_CARTON)
    assert again.verdict is Verdict.TOO_MANY
    assert "only 1" in again.message
    assert world.tables(*WATCHED) == before
    assert scan_item(shop.packer, shipment, GTIN["MUG"]).verdict is Verdict.COMPLETE
    assert scan_item(shop.packer, shipment, GTIN["MUG"]).verdict is Verdict.TOO_MANY


def test_own_papers_are_no_mistake(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 1})
    wave = world.one("SELECT wave_id FROM shipment WHERE id = :s", s=shipment)
    for code in (shop.number("shipment", shipment), shop.number("wave", wave)):
        result = scan_item(shop.packer, shipment, code)
        assert (result.verdict, result.tone) == (Verdict.INFO, Tone.INFO)


def test_another_lot_or_date_stops(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"TEA": 2})
    right = f"]C101{GTIN['TEA'].zfill(14)}10{TEA_LOT}"
    wrong = f"]C101{GTIN['TEA'].zfill(14)}10OTHER"
    lost = f"]C101{GTIN['TEA'].zfill(14)}17300101"
    old = f"]C101{GTIN['TEA'].zfill(14)}17200101"
    assert scan_item(shop.packer, shipment, wrong).verdict is Verdict.WRONG_LOT
    assert scan_item(shop.packer, shipment, lost).verdict is Verdict.WRONG_LOT
    assert scan_item(shop.packer, shipment, old).verdict is Verdict.EXPIRED
    assert scan_item(shop.packer, shipment, right).verdict is Verdict.RIGHT


def test_a_lot_that_expired_since_picking_stops(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"TEA": 1})
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql(
            f"UPDATE lot SET expires_on = '{date(2020, 1, 1)}' WHERE code = '{TEA_LOT}'"
        )
    assert scan_item(shop.packer, shipment, GTIN["TEA"]).verdict is Verdict.EXPIRED


def test_serial_numbers(world: World) -> None:
    shop = Bench(world)
    scale = shop.add_product("SCALE", serial_tracked=True, barcodes=(("4006381333948", 1),))
    receive(
        world.owner,
        shop.warehouse,
        (ReceiptLine(scale, 3, location_id=shop.where("B-03"), serials=("S1", "S2", "S3")),),
    )
    (shipment,) = shop.picked({"SCALE": 2})
    code = "]C10104006381333948"
    assert scan_item(shop.packer, shipment, "4006381333948").verdict is Verdict.SERIAL_NEEDED
    assert scan_item(shop.packer, shipment, f"{code}21NONE").verdict is Verdict.SERIAL_WRONG
    assert scan_item(shop.packer, shipment, f"{code}21S2").verdict is Verdict.RIGHT
    assert scan_item(shop.packer, shipment, f"{code}21S2").verdict is Verdict.SERIAL_WRONG
    assert scan_item(shop.packer, shipment, f"{code}21S3").verdict is Verdict.COMPLETE
    place = world.one("SELECT location_id FROM serial WHERE code = 'S2'")
    assert place == shop.where("PACKING")
    assert world.one("SELECT location_id FROM serial WHERE code = 'S1'") == shop.where("B-03")
    parcel = world.one("SELECT id FROM package WHERE shipment_id = :s", s=shipment)
    close_package(shop.packer, parcel, 100)
    ship_shipment(shop.packer, shipment)
    assert world.one("SELECT location_id FROM serial WHERE code = 'S3'") == shop.where("CUSTOMER")
    assert world.one("SELECT count(*) FROM stock_move WHERE kind = 'ship' AND serial_id IS NOT NULL") == 2


SCALE = "4006381333948"
WITH_SERIAL = f"]C101{SCALE.zfill(14)}21"


def scales(shop: Bench, *wanted: int) -> list[int]:
    """Shipments with so many scales each, picked; three scales are in the house, by number."""
    product = shop.add_product("SCALE", serial_tracked=True, barcodes=((SCALE, 1), ("14006381333945", 6)))
    pieces = ReceiptLine(product, 3, location_id=shop.where("B-03"), serials=("S1", "S2", "S3"))
    receive(shop.owner, shop.warehouse, (pieces,))
    return shop.picked(*({"SCALE": qty} for qty in wanted))


def stands(shop: Bench, serial: str) -> str:
    """The place of a serial number."""
    return str(
        shop.world.one(
            "SELECT l.code FROM serial AS s JOIN location AS l ON l.id = s.location_id WHERE s.code = :c",
            c=serial,
        )
    )


def test_a_number_on_a_label_of_its_own_names_the_piece(world: World) -> None:
    shop = Bench(world)
    (shipment,) = scales(shop, 2)
    assert scan_item(shop.packer, shipment, SCALE).verdict is Verdict.SERIAL_NEEDED
    result = scan_item(shop.packer, shipment, "S2")
    assert (result.verdict, result.sku, result.counted) == (Verdict.RIGHT, "SCALE", 1)
    assert scan_item(shop.packer, shipment, "S2").verdict is Verdict.SERIAL_WRONG
    assert scan_item(shop.packer, shipment, "S9").verdict is Verdict.UNKNOWN
    other = shop.picked({"MUG": 1})[0]
    assert scan_item(shop.packer, other, "S1").verdict is Verdict.UNKNOWN


def test_a_carton_does_not_stand_for_numbered_pieces(world: World) -> None:
    shop = Bench(world)
    (shipment,) = scales(shop, 3)
    before = world.tables(*WATCHED, "serial")
    assert scan_item(shop.packer, shipment, f"{WITH_SERIAL}S1", qty=2).verdict is Verdict.SERIAL_NEEDED
    assert scan_item(shop.packer, shipment, "14006381333945").verdict is Verdict.TOO_MANY
    assert world.tables(*WATCHED, "serial") == before


def test_a_piece_that_is_neither_here_nor_in_a_bin_is_not_packed(world: World) -> None:
    shop = Bench(world)
    (shipment,) = scales(shop, 1)
    lot = world.one("SELECT lot_id FROM serial WHERE code = 'S3'")
    away = (shop.where("B-03"), shop.where("QUARANTINE"))
    move_stock(shop.owner, shop.product["SCALE"], lot, *away, 1, ("S3",))
    before = world.tables(*WATCHED)
    assert scan_item(shop.packer, shipment, f"{WITH_SERIAL}S3").verdict is Verdict.SERIAL_WRONG
    assert world.tables(*WATCHED) == before


def test_a_piece_that_was_sent_once_and_came_back_is_packed_again(world: World) -> None:
    shop = Bench(world)
    first, second = scales(shop, 1, 1)
    scan_item(shop.packer, first, f"{WITH_SERIAL}S1")
    close_package(shop.packer, world.one("SELECT id FROM package"), 100)
    ship_shipment(shop.packer, first)
    assert scan_item(shop.packer, second, f"{WITH_SERIAL}S1").verdict is Verdict.SERIAL_WRONG
    come_back(world.owner, "S1", shop.where("CUSTOMER"), shop.where("B-03"))
    assert scan_item(shop.packer, second, f"{WITH_SERIAL}S1").verdict is Verdict.COMPLETE


@use_case(Permission.RETURN_RECEIVE)
def come_back(tx: Transaction, serial: str, customer: int, place: int) -> int:
    """A piece is back from the customer in its bin, by the ledger alone."""
    row = tx.execute(sa.text("SELECT * FROM serial WHERE code = :c"), {"c": serial}).one()
    back = LedgerRow(
        "return",
        row.product_id,
        1,
        row.lot_id,
        row.lot_id,
        from_location_id=customer,
        to_location_id=place,
        serial_id=row.id,
    )
    return post_numbered(tx, [back])[0]


def test_undone_scan_of_a_number_lets_the_pick_be_undone(world: World) -> None:
    shop = Bench(world)
    (shipment,) = scales(shop, 2)
    before = world.tables("stock_balance", "allocation", "shipment_line", "stock_level", "serial")
    scan_item(shop.packer, shipment, f"{WITH_SERIAL}S2")
    assert stands(shop, "S2") == "PACKING"
    undo_bench_step(shop.packer, shipment)
    scan_item(shop.packer, shipment, f"{WITH_SERIAL}S3")
    take_out_scanned(shop.packer, shipment, f"{WITH_SERIAL}S3")
    assert [stands(shop, serial) for serial in ("S1", "S2", "S3")] == ["B-03"] * 3
    assert world.tables("stock_balance", "allocation", "shipment_line", "stock_level", "serial") == before
    assert leave_packing(shop.packer, shipment) == shop.number("shipment", shipment)
    assert world.one("SELECT packer FROM shipment WHERE id = :s", s=shipment) == ""
    undo_pick(world.ctx(Role.PICKER), world.one("SELECT id FROM pick_task"))
    assert shop.in_place("SCALE", "B-03") == 3
    with world.database().reading() as connection:
        assert check(connection) == []


def test_a_piece_in_a_parcel_keeps_its_name(pg_world: World) -> None:
    """A packer with psql cannot put the number of a packed piece back into its bin."""
    shop = Bench(pg_world)
    (shipment,) = scales(shop, 1)
    scan_item(shop.packer, shipment, f"{WITH_SERIAL}S1")
    before = pg_world.tables(*WATCHED, "serial")
    with shop.packer.db.engine.begin() as connection:
        connection.exec_driver_sql(
            "SELECT forget_serial(s.id, l.id, '') FROM serial AS s, shipment_line AS l"
        )
    assert pg_world.tables(*WATCHED, "serial") == before


def test_goods_without_lots_take_any_lot_on_the_label(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 1})
    code = f"]C101{GTIN['MUG'].zfill(14)}10LABEL"
    assert scan_item(shop.packer, shipment, code).verdict is Verdict.COMPLETE


def test_a_lot_that_is_packed_already_stops_nobody_when_it_expires(world: World) -> None:
    shop = Bench(world)
    shop.bring("TEA", 30, lot="LATER", expires_on=date(2999, 12, 31))
    (shipment,) = shop.picked({"TEA": 31})
    scan_item(shop.packer, shipment, GTIN["TEA"], qty=30)
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE lot SET expires_on = '2020-01-01' WHERE code = '{TEA_LOT}'")
    assert scan_item(shop.packer, shipment, GTIN["TEA"]).verdict is Verdict.COMPLETE


def test_items_go_only_into_an_open_parcel_of_the_shipment(world: World) -> None:
    shop = Bench(world)
    mine, other = shop.picked({"MUG": 2}, {"MUG": 2})
    scan_item(shop.packer, other, GTIN["MUG"])
    foreign = world.one("SELECT id FROM package")
    scan_item(shop.packer, mine, GTIN["MUG"])
    closed = world.one("SELECT max(id) FROM package")
    close_package(shop.packer, closed, 100)
    before = world.tables(*WATCHED, "scan_event")
    for parcel in (foreign, closed, 999):
        with pytest.raises(Conflict) as caught:
            scan_item(shop.packer, mine, GTIN["MUG"], package_id=parcel)
        assert caught.value.facts["package_id"] == parcel
    assert world.tables(*WATCHED, "scan_event") == before
    second = open_package(shop.packer, mine).package_id
    assert scan_item(shop.packer, mine, GTIN["MUG"], package_id=second).facts["package_id"] == second


def test_facts_stand_behind_the_words(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"TEA": 2})
    wrong = scan_item(shop.packer, shipment, f"]C101{GTIN['TEA'].zfill(14)}10OTHER")
    assert wrong.facts == {"sku": "TEA", "pieces": 1, "lot": "OTHER", "picked": TEA_LOT}
    many = scan_item(shop.packer, shipment, GTIN["TEA"], qty=3)
    assert many.facts == {"sku": "TEA", "pieces": 3, "left": 2}
    place = scan_item(shop.packer, shipment, "LOC-LIL-A-01")
    assert (place.facts["kind"], place.facts["label"]) == ("location", "A-01")


def test_undo_of_scans(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 7})
    scan_item(shop.packer, shipment, MUG_CARTON)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    assert undo_bench_step(shop.packer, shipment).qty == 1
    assert undo_bench_step(shop.packer, shipment).qty == 6
    assert undo_bench_step(shop.packer, shipment).did == ""
    assert world.one("SELECT packed FROM shipment_line WHERE shipment_id = :s", s=shipment) == 0


def test_two_packers(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 2})
    number = shop.number("shipment", shipment)
    other = world.ctx(Role.PACKER, Role.PICKER, desk="PACK-2")
    assert open_for_packing(shop.packer, number).packer == shop.packer.actor
    before = world.tables(*WATCHED)
    with pytest.raises(PackedByOther) as caught:
        open_for_packing(other, number)
    assert caught.value.facts["packer"] == shop.packer.actor
    assert world.tables(*WATCHED) == before
    assert open_for_packing(other, number, join=True).packer == shop.packer.actor


@pytest.mark.parametrize("code", ["nonsense", "LOC-LIL-A-01", GTIN["MUG"]])
def test_nothing_to_open(world: World, code: str) -> None:
    with pytest.raises(NotFound):
        open_for_packing(Bench(world).packer, code)


def test_a_list_with_several_shipments_names_them(world: World) -> None:
    shop = Bench(world)
    first, second = shop.picked({"MUG": 1}, {"POT": 1})
    wave = world.one("SELECT wave_id FROM shipment WHERE id = :s", s=first)
    with pytest.raises(Conflict) as caught:
        open_for_packing(shop.packer, shop.number("wave", wave))
    assert caught.value.facts["shipments"] == [shop.number("shipment", one) for one in (first, second)]


def test_not_picked_yet(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.released({"MUG": 1}).shipment_ids
    with pytest.raises(Conflict):
        scan_item(shop.packer, shipment, GTIN["MUG"])
    with pytest.raises(NotFound):
        scan_item(shop.packer, 999, GTIN["MUG"])
    assert world.one("SELECT count(*) FROM scan_event WHERE context = 'packing'") == 0


def test_a_scan_takes_few_statements(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 5})
    scan_item(shop.packer, shipment, GTIN["MUG"])
    seen: list[str] = []
    database: Database = shop.packer.db

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        seen.append(statement)

    sa.event.listen(database.engine, "before_cursor_execute", note)
    try:
        scan_item(shop.packer, shipment, GTIN["MUG"])
    finally:
        sa.event.remove(database.engine, "before_cursor_execute", note)
    assert len([one for one in seen if not one.startswith("BEGIN")]) <= (8 if world.postgresql else 10), seen


def test_the_same_key_scans_once(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 5})
    ctx = shop.packer.once("PACK-1:journal:17")
    first = scan_item(ctx, shipment, GTIN["MUG"])
    assert scan_item(ctx, shipment, GTIN["MUG"]) == first
    assert world.one("SELECT packed FROM shipment_line WHERE shipment_id = :s", s=shipment) == 1
