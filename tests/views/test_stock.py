"""Stock levels and stock card by keys and scans; what they write, on both engines."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.permissions import Role
from app.qt.screen import Screen
from app.qt.words import mark
from app.services.stock import move_stock
from app.views.stock import StockLevels
from app.views.stock_card import StockCard
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.shop import GTIN, TEA_LOT, Shop


class Shipments(Screen):
    """Stands for the screen that a number leads to."""

    id, title, icon, group = "shipments", mark("Shipments"), "shipments", mark("Ship")

    def build(self) -> None:
        self.target: object = None

    def open(self, target: object) -> None:
        self.target = target


SCREENS = (StockLevels, StockCard, Shipments)


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def _desk(shop: Shop, desk_of: MakeDesk, *roles: Role) -> tuple[Desk, StockLevels]:
    desk: Desk = desk_of(shop.world, *roles, screens=SCREENS)
    screen = desk.show(StockLevels)
    return desk, screen


def _skus(screen: StockLevels) -> list[str]:
    return [row.sku for row in screen.table.rows]


def test_levels_by_view_and_by_search(shop: Shop, desk_of: MakeDesk) -> None:
    shop.add_product("BOWL", reorder_point=3)
    desk, screen = _desk(shop, desk_of, Role.PICKER)
    assert _skus(screen) == ["BOWL", "JAR", "MUG", "POT", "TEA"]
    screen.choose_tab("out")
    desk.wait()
    assert _skus(screen) == ["BOWL"]
    screen.choose_tab("all")
    desk.wait()
    desk.press("Ctrl+F")
    desk.type("mug")
    desk.press("Return")
    assert _skus(screen) == ["MUG"]
    # A picker changes no stock.
    assert not screen.actions_by_id["stock.adjust"].isEnabled()


def test_a_scanned_product_is_shown_and_a_scanned_place_tells_what_lies_there(
    shop: Shop, desk_of: MakeDesk
) -> None:
    desk, screen = _desk(shop, desk_of, Role.STOCK_KEEPER)
    desk.scan(GTIN["TEA"])
    row = screen.current()
    assert row is not None
    assert row.sku == "TEA"
    desk.scan(shop.world.one("SELECT barcode FROM location WHERE code = 'A-01'"))
    assert screen.details.accessibleName() == "A-01"
    assert shop.world.one("SELECT count(*) FROM scan_event WHERE verdict = 'info'") == 2
    desk.scan("NOBODY")
    assert "NOBODY" in desk.notices[0]


def test_a_product_that_the_search_hides_is_shown_when_scanned(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of, Role.STOCK_KEEPER)
    screen.search_for("pot")
    desk.wait()
    desk.scan(GTIN["TEA"])
    row = screen.current()
    assert row is not None
    assert row.sku == "TEA"


def test_lost_pieces_are_taken_off_and_put_back_by_undo(shop: Shop, desk_of: MakeDesk) -> None:
    desk, _ = _desk(shop, desk_of, Role.STOCK_KEEPER)
    desk.scan(GTIN["JAR"])
    desk.press("F6")
    desk.type("-2")
    desk.press("Return", "Return")
    assert shop.in_place("JAR", "B-02") == 10
    move = shop.world.rows("SELECT kind, reason, qty FROM stock_move ORDER BY id DESC LIMIT 1")[0]
    assert (move.kind, move.qty) == ("adjust", 2)
    desk.press("Ctrl+Z")
    assert shop.in_place("JAR", "B-02") == 12


def test_a_loss_that_breaks_a_promise_names_the_shipment(shop: Shop, desk_of: MakeDesk) -> None:
    order = shop.order({"JAR": 12})
    desk, _ = _desk(shop, desk_of, Role.STOCK_KEEPER)
    desk.scan(GTIN["JAR"])
    desk.press("F6")
    desk.type("-2")
    desk.press("Return", "Return")
    number = shop.world.one("SELECT number FROM shipment WHERE id = :i", i=order.shipment_id)
    assert number in desk.notices[0]


def test_a_form_without_its_number_writes_nothing(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of, Role.STOCK_KEEPER)
    before = shop.world.tables("stock_move", "stock_balance")
    desk.scan(GTIN["JAR"])
    desk.press("F6", "Return", "Return")
    assert screen.adjust_form.difference.refusal
    desk.press("Escape")
    assert not screen.adjust_form.isVisible()
    assert screen.view.hasFocus()
    assert shop.world.tables("stock_move", "stock_balance") == before


def test_goods_are_carried_to_a_scanned_place(shop: Shop, desk_of: MakeDesk) -> None:
    desk, _ = _desk(shop, desk_of, Role.STOCK_KEEPER)
    desk.scan(GTIN["POT"])
    desk.press("F7")
    desk.scan(shop.world.one("SELECT barcode FROM location WHERE code = 'B-03'"))
    desk.type("5")
    desk.press("Return")
    assert (shop.in_place("POT", "A-03"), shop.in_place("POT", "B-03")) == (15, 5)
    desk.press("Ctrl+Z")
    assert shop.in_place("POT", "A-03") == 20


def test_a_place_that_is_not_there_is_said_at_its_field(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of, Role.STOCK_KEEPER)
    desk.scan(GTIN["POT"])
    desk.press("F7")
    desk.type("Z-99")
    desk.press("Return", "Return")
    assert "Z-99" in screen.move_form.target.refusal
    assert shop.in_place("POT", "A-03") == 20


def test_a_count_sets_the_books(shop: Shop, desk_of: MakeDesk) -> None:
    desk, _ = _desk(shop, desk_of, Role.STOCK_KEEPER)
    desk.scan(GTIN["TEA"])
    desk.press("F9")
    desk.type("28")
    desk.press("Return")
    assert shop.in_place("TEA", "A-02") == 28
    assert shop.world.one("SELECT expected FROM stock_count") == 30
    desk.press("Ctrl+Z")
    assert shop.in_place("TEA", "A-02") == 30


def test_a_shortage_is_flagged_and_settled(shop: Shop, desk_of: MakeDesk) -> None:
    order = shop.order({"POT": 15})
    lot = shop.world.one("SELECT id FROM lot WHERE product_id = :p", p=shop.product["POT"])
    move_stock(shop.owner, shop.product["POT"], lot, shop.where("A-03"), shop.where("QUARANTINE"), 8)
    desk, screen = _desk(shop, desk_of, Role.STOCK_KEEPER)
    screen.choose_tab("short")
    desk.wait()
    assert [(row.sku, row.available) for row in screen.table.rows] == [("POT", -3)]
    screen.view.setFocus()
    desk.press("Ctrl+L")
    assert shop.state("shipment", order.shipment_id) == "planned"
    assert screen.table.rows == []


def test_the_card_tells_the_moves_and_leads_to_their_document(shop: Shop, desk_of: MakeDesk) -> None:
    order = shop.order({"TEA": 3}, promised_on=date(2030, 1, 1))
    desk, screen = _desk(shop, desk_of, Role.STOCK_KEEPER)
    desk.scan(GTIN["TEA"])
    screen.view.setFocus()
    desk.press("Return")
    card = desk.work.current
    assert isinstance(card, StockCard)
    assert [(row.kind, row.lot) for row in card.table.rows] == [("receive", TEA_LOT)]
    card.choose_tab("all")
    desk.wait()
    assert [row.kind for row in card.table.rows] == ["reserve", "receive"]
    card.view.setFocus()
    desk.press("Up", "Return")
    other = desk.work.current
    assert isinstance(other, Shipments)
    assert other.target == order.shipment_id


def test_a_move_is_taken_back_from_the_card(shop: Shop, desk_of: MakeDesk) -> None:
    lot = shop.world.one("SELECT id FROM lot WHERE product_id = :p", p=shop.product["POT"])
    move_stock(shop.owner, shop.product["POT"], lot, shop.where("A-03"), shop.where("B-03"), 4)
    desk: Desk = desk_of(shop.world, Role.STOCK_KEEPER, screens=SCREENS)
    card = desk.show(StockCard, shop.product["POT"])
    desk.press("Ctrl+D")
    assert shop.in_place("POT", "A-03") == 20
    assert [(row.kind, row.undone) for row in card.table.rows[:2]] == [("move", False), ("move", True)]
    # Neither the mirror nor what it took back is taken back again.
    desk.press("Ctrl+D")
    assert shop.in_place("POT", "A-03") == 20
    desk.press("Escape")
    assert isinstance(desk.work.current, StockLevels)
