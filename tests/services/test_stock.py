"""Receiving, moving, putting away and taking back, on both engines, as a stock keeper."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.permissions import Role
from app.errors import Conflict, NotAllowed, NotFound
from app.services import goods
from app.services.catalogue import LotDateDiffers
from app.services.stock import (
    Carry,
    NotUndone,
    ReceiptLine,
    move_stock,
    put_away,
    receive,
    undo_moves,
    undo_receipt,
)
from tests.rig.databases import World
from tests.rig.goods import Depot, make_depot

STOCK = ("stock_move", "stock_balance", "stock_level", "receipt", "lot", "serial")


@pytest.fixture
def depot(world: World) -> Depot:
    return make_depot(world)


def test_a_delivery_is_on_hand_where_it_was_put(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    got = receive(
        ctx,
        depot.warehouse,
        (
            ReceiptLine(depot.plain, 5),
            ReceiptLine(depot.plain, 7, location_id=depot.bin_a),
            ReceiptLine(depot.dated, 3, "L1", date(2027, 1, 31), depot.bin_a),
            ReceiptLine(depot.numbered, 2, location_id=depot.bin_b, serials=("S1", "S2")),
        ),
        delivery_note="BL 77",
    )
    assert got.number.startswith("GR-")
    assert len(got.move_ids) == 5
    assert depot.on_hand(depot.plain, depot.place("goods_in")) == 5
    assert depot.on_hand(depot.plain, depot.bin_a) == 7
    assert depot.level(depot.plain) == (7, 0), "what lies in the dock is not for sale yet"
    assert depot.world.one("SELECT delivery_note FROM receipt WHERE id = :i", i=got.receipt_id) == "BL 77"
    assert depot.world.rows("SELECT DISTINCT location_id FROM serial") == [(depot.bin_b,)]
    assert str(depot.world.one("SELECT expires_on FROM lot WHERE code = 'L1'")) == "2027-01-31"


def test_the_same_lot_again_is_the_same_lot(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    line = ReceiptLine(depot.dated, 3, "L1", location_id=depot.bin_a)
    receive(ctx, depot.warehouse, (line,))
    receive(ctx, depot.warehouse, (ReceiptLine(depot.dated, 3, "L1", date(2027, 1, 31), depot.bin_a),))
    assert depot.world.one("SELECT count(*) FROM lot WHERE code = 'L1'") == 1
    assert str(depot.world.one("SELECT expires_on FROM lot WHERE code = 'L1'")) == "2027-01-31"
    before = depot.world.tables(*STOCK)
    with pytest.raises(LotDateDiffers):
        receive(ctx, depot.warehouse, (ReceiptLine(depot.dated, 3, "L1", date(2027, 2, 1), depot.bin_a),))
    assert depot.world.tables(*STOCK) == before


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        ({"product_id": "plain", "qty": 0}, goods.WrongQuantity),
        ({"product_id": "dated", "qty": 1}, goods.WrongLot),
        ({"product_id": "plain", "qty": 1, "expires_on": date(2027, 1, 1)}, goods.WrongLot),
        ({"product_id": "numbered", "qty": 2, "serials": ("S1",)}, goods.WrongSerials),
        ({"product_id": "numbered", "qty": 2, "serials": ("S1", "S1")}, goods.WrongSerials),
        ({"product_id": "numbered", "qty": 1, "serials": (" ",)}, goods.WrongSerials),
        ({"product_id": "plain", "qty": 1, "serials": ("S1",)}, goods.WrongSerials),
        ({"product_id": "plain", "qty": 1, "location_id": "supplier"}, goods.WrongPlace),
        ({"product_id": "plain", "qty": 1, "location_id": 999_999}, NotFound),
        ({"product_id": 999_999, "qty": 1}, NotFound),
        ({"product_id": "plain", "qty": 1, "purchase_line_id": 999_999}, NotFound),
    ],
)
def test_a_wrong_delivery_changes_nothing(
    depot: Depot, line: dict[str, Any], refusal: type[Exception]
) -> None:
    if isinstance(line["product_id"], str):
        line = line | {"product_id": getattr(depot, line["product_id"])}
    if line.get("location_id") == "supplier":
        line = line | {"location_id": depot.place("supplier")}
    before = depot.world.tables(*STOCK)
    with pytest.raises(refusal):
        receive(
            depot.world.ctx(Role.STOCK_KEEPER),
            depot.warehouse,
            (ReceiptLine(depot.plain, 1), ReceiptLine(**line)),
        )
    assert depot.world.tables(*STOCK) == before


def test_an_empty_delivery_and_two_dates_are_refused(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    with pytest.raises(goods.WrongQuantity):
        receive(ctx, depot.warehouse, ())
    lines = tuple(ReceiptLine(depot.dated, 1, "L1", date(2027, month, 1)) for month in (1, 2))
    with pytest.raises(goods.WrongLot):
        receive(ctx, depot.warehouse, lines)
    assert depot.world.one("SELECT count(*) FROM stock_move") == 0


def test_a_serial_number_is_received_once(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    line = ReceiptLine(depot.numbered, 1, serials=("S1",))
    receipt = receive(ctx, depot.warehouse, (line,))
    with pytest.raises(Conflict, match="received already"):
        receive(ctx, depot.warehouse, (line,))
    undo_receipt(ctx, receipt.receipt_id)
    receive(ctx, depot.warehouse, (line,))
    assert depot.on_hand(depot.numbered, depot.place("goods_in")) == 1


def test_only_who_may_receives(depot: Depot) -> None:
    with pytest.raises(NotAllowed):
        receive(depot.world.ctx(Role.PICKER), depot.warehouse, (ReceiptLine(depot.plain, 1),))
    assert depot.world.one("SELECT count(*) FROM stock_move") == 0


def test_under_one_key_it_is_received_once(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER).once("note-1:receive")
    line = ReceiptLine(depot.dated, 4, "L9", date(2028, 1, 1), depot.bin_a)
    assert receive(ctx, depot.warehouse, (line,)) == receive(ctx, depot.warehouse, (line,))
    assert depot.on_hand(depot.dated, depot.bin_a) == 4


def test_goods_are_put_away_and_moved(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    dock = depot.place("goods_in")
    lot = depot.stock(depot.plain, 10, dock)
    put_away(
        ctx,
        (
            Carry(depot.plain, lot, dock, depot.bin_a, 6),
            Carry(depot.plain, lot, dock, depot.bin_b, 4),
        ),
    )
    assert depot.level(depot.plain) == (10, 0)
    moved = move_stock(ctx, depot.plain, lot, depot.bin_a, depot.bin_b, 2)
    assert (depot.on_hand(depot.plain, depot.bin_a), depot.on_hand(depot.plain, depot.bin_b)) == (4, 6)
    undo_moves(ctx, moved.move_ids)
    assert (depot.on_hand(depot.plain, depot.bin_a), depot.on_hand(depot.plain, depot.bin_b)) == (6, 4)
    with pytest.raises(Conflict, match="undone already"):
        undo_moves(ctx, moved.move_ids)


def test_numbered_pieces_move_by_number(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    receive(
        ctx, depot.warehouse, (ReceiptLine(depot.numbered, 2, location_id=depot.bin_a, serials=("S1", "S2")),)
    )
    lot = depot.lot(depot.numbered)
    move_stock(ctx, depot.numbered, lot, depot.bin_a, depot.bin_b, 1, ("S2",))
    assert depot.world.one("SELECT location_id FROM serial WHERE code = 'S2'") == depot.bin_b
    before = depot.world.tables(*STOCK)
    with pytest.raises(Conflict, match="S2 is not in A-01-1"):
        move_stock(ctx, depot.numbered, lot, depot.bin_a, depot.bin_b, 1, ("S2",))
    with pytest.raises(goods.WrongSerials):
        move_stock(ctx, depot.numbered, lot, depot.bin_a, depot.bin_b, 1)
    assert depot.world.tables(*STOCK) == before


def test_wrong_moves_change_nothing(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    lot = depot.stock(depot.plain, 3, depot.bin_a)
    other = depot.stock(depot.dated, 3, depot.bin_a, "L1")
    before = depot.world.tables(*STOCK)
    for arguments, refusal in (
        ((depot.plain, lot, depot.bin_a, depot.bin_b, 4), goods.NotEnoughThere),
        ((depot.plain, lot, depot.bin_a, depot.bin_b, 0), goods.WrongQuantity),
        ((depot.plain, lot, depot.bin_a, depot.bin_a, 1), goods.WrongPlace),
        ((depot.plain, lot, depot.bin_a, depot.place("customer"), 1), goods.WrongPlace),
        ((depot.plain, other, depot.bin_a, depot.bin_b, 1), goods.WrongLot),
        ((depot.plain, 999_999, depot.bin_a, depot.bin_b, 1), NotFound),
        ((depot.plain, lot, depot.bin_a, 999_999, 1), NotFound),
    ):
        with pytest.raises(refusal):
            move_stock(ctx, *arguments)
    with pytest.raises(goods.WrongQuantity):
        put_away(ctx, ())
    with pytest.raises(NotUndone):
        undo_moves(ctx, ())
    assert depot.world.tables(*STOCK) == before


def test_facts_of_a_refusal_name_place_and_numbers(depot: Depot) -> None:
    lot = depot.stock(depot.plain, 3, depot.bin_a)
    with pytest.raises(goods.NotEnoughThere) as caught:
        move_stock(depot.world.ctx(Role.STOCK_KEEPER), depot.plain, lot, depot.bin_a, depot.bin_b, 4)
    assert caught.value.facts == {"sku": "P-1", "place": "A-01-1", "wanted": 4, "on_hand": 3, "allocated": 0}


def test_a_receipt_is_undone_while_its_goods_are_there(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    receipt = receive(ctx, depot.warehouse, (ReceiptLine(depot.plain, 3, location_id=depot.bin_a),))
    lot = depot.lot(depot.plain)
    move_stock(ctx, depot.plain, lot, depot.bin_a, depot.bin_b, 1)
    with pytest.raises(goods.NotEnoughThere):
        undo_receipt(ctx, receipt.receipt_id)
    move_stock(ctx, depot.plain, lot, depot.bin_b, depot.bin_a, 1)
    with pytest.raises(NotUndone):
        undo_moves(ctx, receipt.move_ids)
    undo_receipt(ctx, receipt.receipt_id)
    assert depot.on_hand(depot.plain, depot.bin_a) == 0
    with pytest.raises(NotFound):
        undo_receipt(ctx, 999_999)
