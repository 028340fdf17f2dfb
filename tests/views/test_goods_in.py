"""Goods in by scans and keys: counted, taken in, put away, taken back."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.permissions import Role
from app.services.goods_in import NewPurchaseLine, Purchased, add_purchase_order
from app.services.parties import add_supplier
from app.services.stock import ReceiptLine, receive
from app.views.goods_in import GoodsIn
from app.views.put_away import PutAway
from app.views.receiving import Receiving
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.shop import GTIN, MUG_CARTON, Shop

SCREENS = (GoodsIn, Receiving, PutAway)
SCALE = "4006381333948"
TABLES = ("stock_move", "receipt", "purchase_line")


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


@pytest.fixture
def order(shop: Shop) -> Purchased:
    """Mugs, tea with lots, and scales with numbers."""
    supplier = add_supplier(shop.owner, "S1", "Poterie du Nord")
    shop.add_product("SCALE", serial_tracked=True, barcodes=((SCALE, 1),))
    lines = tuple(
        NewPurchaseLine(shop.product[sku], qty) for sku, qty in (("MUG", 12), ("TEA", 5), ("SCALE", 2))
    )
    return add_purchase_order(shop.owner, shop.warehouse, supplier, lines, date(2030, 1, 1))


def _receiving(shop: Shop, order: Purchased, desk_of: MakeDesk, *roles: Role) -> tuple[Desk, Receiving]:
    desk: Desk = desk_of(shop.world, *(roles or (Role.STOCK_KEEPER,)), screens=SCREENS)
    desk.show(GoodsIn)
    desk.scan(order.number)
    screen = desk.work.current
    assert isinstance(screen, Receiving)
    return desk, screen


def _now(screen: Receiving) -> dict[str, int]:
    return {row.sku: screen.delivery.of(row.id) for row in screen.table.rows if screen.delivery.of(row.id)}


def test_pieces_and_packs_count_up_and_are_taken_in(shop: Shop, order: Purchased, desk_of: MakeDesk) -> None:
    desk, screen = _receiving(shop, order, desk_of)
    desk.scan(MUG_CARTON, GTIN["MUG"])
    assert _now(screen) == {"MUG": 7}
    desk.press("Ctrl+Z")
    assert _now(screen) == {"MUG": 6}
    desk.press("Ctrl+Return")
    desk.type("BL-77")
    desk.press("Return")
    assert shop.in_place("MUG", "GOODS-IN") == 6
    receipt = shop.world.rows("SELECT delivery_note, purchase_order_id FROM receipt")[0]
    assert (receipt.delivery_note, receipt.purchase_order_id) == ("BL-77", order.purchase_order_id)
    assert _now(screen) == {}
    assert screen.table.rows[0].received == 6
    desk.press("Ctrl+Z")
    assert shop.in_place("MUG", "GOODS-IN") == 0


def test_a_lot_is_asked_once_and_read_from_the_code(shop: Shop, order: Purchased, desk_of: MakeDesk) -> None:
    desk, screen = _receiving(shop, order, desk_of)
    desk.scan(GTIN["TEA"])
    assert screen.count_form.isVisible()
    desk.press("Return", "Return", "Return")
    assert screen.count_form.lot.refusal
    desk.type("L9")
    desk.press("Return")
    desk.type("2031-05-31")
    desk.press("Return", "Return")
    desk.scan(GTIN["TEA"])
    desk.scan(f"]C101{GTIN['TEA'].zfill(14)}1732063010L10")
    assert _now(screen) == {"TEA": 3}
    desk.press("Ctrl+Return", "Return")
    lots = shop.world.rows(
        "SELECT l.code, l.expires_on, b.on_hand FROM stock_balance AS b JOIN lot AS l ON l.id = b.lot_id"
        " WHERE b.location_id = :p ORDER BY l.code",
        p=shop.where("GOODS-IN"),
    )
    assert [(row.code, str(row.expires_on), row.on_hand) for row in lots] == [
        ("L10", "2032-06-30", 1),
        ("L9", "2031-05-31", 2),
    ]


def test_numbered_pieces_are_scanned_one_by_one(shop: Shop, order: Purchased, desk_of: MakeDesk) -> None:
    desk, screen = _receiving(shop, order, desk_of)
    desk.scan(SCALE)
    assert _now(screen) == {}
    desk.scan("SN-1", "SN-2")
    assert _now(screen) == {"SCALE": 2}
    desk.scan("SN-1")
    assert "SN-1" in desk.notices[0]
    assert _now(screen) == {"SCALE": 2}
    desk.press("F8", "Ctrl+Return", "Return")
    codes = shop.world.rows("SELECT code FROM serial WHERE location_id = :p", p=shop.where("GOODS-IN"))
    assert sorted(row.code for row in codes) == ["SN-1", "SN-2"]


def test_what_was_not_ordered_counts_nothing(shop: Shop, order: Purchased, desk_of: MakeDesk) -> None:
    desk, screen = _receiving(shop, order, desk_of)
    before = shop.world.tables(*TABLES)
    desk.scan(GTIN["POT"])
    assert "POT" in desk.notices[0]
    assert _now(screen) == {}
    desk.press("Ctrl+Return")
    assert not screen.note_form.isVisible()
    assert shop.world.tables(*TABLES) == before


def test_a_line_is_counted_by_hand(shop: Shop, order: Purchased, desk_of: MakeDesk) -> None:
    desk, screen = _receiving(shop, order, desk_of)
    desk.press("Return")
    desk.type("13")
    desk.press("Return")
    assert _now(screen) == {"MUG": 13}
    desk.press("Ctrl+Return", "Return")
    assert shop.in_place("MUG", "GOODS-IN") == 13


def test_counted_goods_keep_the_program_open(shop: Shop, order: Purchased, desk_of: MakeDesk) -> None:
    desk, screen = _receiving(shop, order, desk_of)
    assert screen.leave()
    desk.scan(GTIN["MUG"])
    assert not screen.leave()
    assert "1" in desk.notices[0]


def test_the_last_receipt_is_taken_back(shop: Shop, order: Purchased, desk_of: MakeDesk) -> None:
    line = ReceiptLine(shop.product["MUG"], 4, purchase_line_id=order.line_ids[0])
    receive(shop.owner, shop.warehouse, (line,))
    desk, screen = _receiving(shop, order, desk_of)
    assert screen.table.rows[0].received == 4
    desk.press("Ctrl+D")
    assert screen.table.rows[0].received == 0
    assert shop.in_place("MUG", "GOODS-IN") == 0


def test_goods_are_put_away_where_their_kind_lies_or_where_it_is_scanned(
    shop: Shop, desk_of: MakeDesk
) -> None:
    receive(shop.owner, shop.warehouse, (ReceiptLine(shop.product["MUG"], 8),))
    desk: Desk = desk_of(shop.world, Role.STOCK_KEEPER, screens=SCREENS)
    screen = desk.show(PutAway)
    mugs = shop.in_place("MUG", "B-01")
    desk.scan(GTIN["MUG"])
    assert screen.form.place_field.text() == "B-01"
    desk.press("Return")
    desk.type("5")
    desk.press("Return")
    assert shop.in_place("MUG", "B-01") == mugs + 5
    desk.press("Return")
    desk.scan(shop.world.one("SELECT barcode FROM location WHERE code = 'B-03'"))
    desk.press("Return")
    assert shop.in_place("MUG", "B-03") == 3
    assert screen.table.rows == []
    desk.press("Ctrl+Z")
    assert shop.in_place("MUG", "GOODS-IN") == 3


def test_an_order_is_closed_and_expected_again(shop: Shop, order: Purchased, desk_of: MakeDesk) -> None:
    desk: Desk = desk_of(shop.world, Role.STOCK_KEEPER, screens=SCREENS)
    screen = desk.show(GoodsIn)
    assert [row.number for row in screen.table.rows] == [order.number]
    desk.press("Ctrl+D")
    assert shop.world.one("SELECT status FROM purchase_order") == "closed"
    assert screen.table.rows == []
    desk.press("Ctrl+Z")
    assert shop.world.one("SELECT status FROM purchase_order") == "open"


def test_who_may_not_receive_counts_nothing(shop: Shop, order: Purchased, desk_of: MakeDesk) -> None:
    desk, screen = _receiving(shop, order, desk_of, Role.PICKER)
    desk.press("Return")
    assert not screen.count_form.isVisible()
    desk.press("Ctrl+Return", "Ctrl+D")
    assert not screen.note_form.isVisible()
