"""What stands against an order, and what is refused while it is typed: said beside its field, nothing lost."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from app.services.catalogue import set_status
from app.services.goods_in import NewPurchaseLine, add_purchase_order
from app.services.parties import NewCustomer, add_customer, add_supplier, set_customer_status
from app.views.parts.order_lines import FREE, PROMISE
from tests.rig.databases import World
from tests.rig.order_desk import (
    TODAY,
    cells,
    customer,
    customer_by_f2,
    desk_with_entry,
    orders,
    titles,
)
from tests.rig.screens import MakeDesk
from tests.rig.shop import Shop


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def test_a_day_that_nobody_understands_is_not_promised(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("POT")
    desk.press("Return")
    desk.type("3")
    desk.press("Return")
    screen.page.head.requested.setFocus()
    desk.type("soon")
    screen.page.entry.setFocus()
    desk.press("F10")
    assert orders(shop) == 0
    assert screen.page.head.requested.hasFocus()
    desk.type("+9")
    desk.press("F10")
    (order,) = shop.world.rows("SELECT requested_on FROM sales_order")
    assert str(order.requested_on) == str(TODAY + timedelta(days=9))


def test_a_reference_that_cannot_be_kept_is_refused_in_its_field(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    head = screen.page.head
    head.reference.setFocus()
    desk.type("7" * 65)
    desk.press("Return")
    assert head.reference.hasFocus()
    english = head.reference_row.refusal
    assert "65" in english
    desk.speak("fr")
    assert "65" in head.reference_row.refusal
    assert head.reference_row.refusal != english
    desk.speak("en")
    desk.press("F10")
    assert orders(shop) == 0
    head.reference.setFocus()
    desk.press("End", "Backspace")
    assert head.reference_row.refusal == ""
    desk.press("Return")
    assert head.requested.hasFocus()


def test_short_stock_is_split_or_waits_as_decided(shop: Shop, desk_of: MakeDesk) -> None:
    supplier = add_supplier(shop.owner, "S1", "Supplier")
    expected = TODAY + timedelta(days=30)
    add_purchase_order(
        shop.owner, shop.warehouse, supplier, (NewPurchaseLine(shop.product["POT"], 50),), expected
    )
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("pot")
    desk.press("Return")
    desk.type("25")
    desk.press("Return")
    assert titles(screen) == ["Short stock"]
    assert cells(screen, FREE) == [("20 of 25",)]
    assert "25 wanted, 20 free" in screen.page.panel.shown[0].text
    desk.press("F10")
    assert orders(shop) == 0
    assert "F5" in desk.notices[0]
    desk.press("F5")
    assert titles(screen) == ["Will be split"]
    desk.press("F6")
    assert titles(screen) == ["Waits as a whole"]
    later = cells(screen, PROMISE)[0][0]
    assert later not in ("", "unknown")
    desk.press("F5", "F10")
    assert [row.state for row in shop.world.rows("SELECT state FROM shipment ORDER BY id")] == [
        *("reserved", "planned"),
    ]
    assert shop.stock("POT").reserved == 20


def test_an_order_that_waits_is_promised_for_when_all_is_there(shop: Shop, desk_of: MakeDesk) -> None:
    supplier = add_supplier(shop.owner, "S1", "Supplier")
    expected = TODAY + timedelta(days=30)
    add_purchase_order(
        shop.owner, shop.warehouse, supplier, (NewPurchaseLine(shop.product["POT"], 50),), expected
    )
    desk, _ = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("pot")
    desk.press("Return")
    desk.type("25")
    desk.press("Return", "F6", "F10")
    (order,) = shop.world.rows("SELECT state, promised_on, ship_complete FROM sales_order")
    assert (order.state, bool(order.ship_complete)) == ("confirmed", True)
    assert str(order.promised_on) > expected.isoformat()
    assert shop.stock("POT").reserved == 0


def test_what_another_desk_took_meanwhile_is_refused_and_nothing_typed_is_lost(
    shop: Shop, desk_of: MakeDesk
) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("jar")
    desk.press("Return")
    desk.type("12")
    desk.press("Return")
    assert not screen.page.panel.blocking
    shop.order({"JAR": 5})
    before = orders(shop)
    desk.press("F10")
    assert orders(shop) == before
    assert "JAR: 12 wanted, 7 free" in desk.notices[0]
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("JAR", 12)]
    assert titles(screen) == ["Short stock"]
    desk.press("F5", "F10")
    assert shop.stock("JAR").reserved == 12


def test_what_stands_against_an_order_is_said(shop: Shop, desk_of: MakeDesk) -> None:
    shop.add_product("DOLLAR", currency="USD", price="3.00")
    shop.add_product("STOPPED")
    shop.bring("DOLLAR", 5)
    set_status(shop.owner, shop.product["STOPPED"], "blocked")
    number = shop.draft({"MUG": 1}, customer_reference="ML-1").number
    bad = add_customer(shop.owner, NewCustomer("C9", "Blocked Ltd"))
    set_customer_status(shop.owner, bad, "blocked")
    desk, screen = desk_with_entry(shop, desk_of)
    desk.type("blocked")
    desk.press("Return")
    desk.type("ML-1")
    desk.press("Return", "Return", "Return")
    desk.type("dollar")
    desk.press("Return", "Return")
    assert titles(screen) == ["Customer blocked", "No price", "Address incomplete"]
    customer_by_f2(desk)
    assert titles(screen) == ["No price", "Same reference again"]
    assert number in screen.page.panel.shown[1].text
    desk.press("F10")
    assert orders(shop) == 1
    assert len(screen.draft.lines) == 1
    desk.shell.notices.clear()
    desk.press("F12")
    desk.type("2.80")
    desk.press("Return", "Return")
    assert titles(screen) == ["Same reference again"]
    desk.type("stopped")
    desk.press("Return", "Return")
    assert "Product blocked" in titles(screen)
    desk.press("F3")
    assert [line.sku for line in screen.draft.lines] == ["DOLLAR"]
    desk.press("F10")
    assert orders(shop) == 1
    assert "Same reference again" in desk.notices[-1]
    screen.page.head.reference.setFocus()
    screen.page.head.reference.selectAll()
    desk.type("ML-2")
    desk.press("Return")
    desk.press("F10")
    assert shop.world.one("SELECT max(total) FROM sales_order") == 336


def test_a_day_that_is_none_keeps_the_keyboard(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    desk.type("analyt")
    desk.press("Return", "Return")
    desk.type("32/13")
    desk.press("Return")
    assert screen.page.head.requested.hasFocus()
    assert screen.page.head.requested.text() == "32/13"
    screen.page.head.requested.clear()
    desk.type("tomorrow")
    desk.press("Return")
    assert screen.draft.requested_on == TODAY + timedelta(days=1)
    assert screen.page.head.service.hasFocus()


def test_freight_that_is_no_amount_is_not_left_out(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("mug")
    desk.press("Return", "Return")
    screen.page.foot.freight.setFocus()
    desk.type("twelve")
    desk.press("F10")
    assert orders(shop) == 0
    assert screen.page.foot.freight.hasFocus()
    desk.type("12.50")
    desk.press("F10")
    assert shop.world.one("SELECT freight FROM sales_order") == 1250


def test_what_is_missing_is_said_and_has_the_keyboard(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    head = screen.page.head
    desk.type("analyt")
    desk.press("Tab")
    assert "Who orders?" in head.customer_row.refusal
    desk.press("F10")
    assert head.customer.hasFocus()
    head.customer.clear()
    desk.type("analyt")
    assert not head.customer_row.refusal
    desk.press("Return", "F10")
    assert screen.page.entry.hasFocus()
    assert "No product yet" in desk.notices[0]
    desk.shell.notices.clear()
    desk.type("mug")
    desk.press("Return", "Return")
    desk.type("pot")
    desk.press("F10")
    assert "pot is typed, but not taken" in desk.notices[0]
    desk.press("Return", "Return", "F2")
    desk.type("somebody else")
    desk.press("F10")
    assert head.customer.hasFocus()
    assert "Who orders?" in head.customer_row.refusal
    assert orders(shop) == 0
    desk.press("Tab")
    assert head.customer.text() == "Analytique, C1"
    desk.press("F10")
    assert orders(shop) == 1


def test_what_no_cell_can_read_keeps_the_keyboard(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("mug")
    desk.press("Return", "Return", "F12")  # from the next product: the price of the last line
    for keys, good in (("Return", "2,25"), ("Tab", "10")):
        desk.type("." if keys == "Return" else "150")
        desk.press(keys, "F10", "Alt+Up")
        assert desk.focus.property("wrong") == "true"
        assert orders(shop) == 0
        desk.type(good)
        desk.press("Return")
    line = screen.draft.lines[0]
    assert (line.price, line.discount) == (Decimal("2.25"), Decimal("0.1"))


def test_a_quantity_of_none_is_not_placed(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    for sku in ("MUG", "POT"):
        desk.type(sku)
        desk.press("Return")
        desk.type("2" if sku == "MUG" else "0")
        if sku == "MUG":
            desk.press("Return")
    desk.press("F10")
    assert orders(shop) == 0
    assert [line.sku for line in screen.draft.lines] == ["MUG"]
