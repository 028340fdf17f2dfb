"""Order entry by keyboard alone and by scans: what is typed, what it becomes, and that nothing typed is ever lost."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from app.qt.widgets import Button
from app.services.parties import NewCustomer, add_customer
from app.views.order_entry import OrderEntry
from app.views.parts.order_lines import AMOUNT, DISCOUNT, FREE, PRICE, QTY
from tests.rig.databases import World
from tests.rig.order_desk import (
    TODAY,
    Orders,
    cells,
    customer,
    customer_by_f2,
    desk_with_entry,
    titles,
)
from tests.rig.screens import MakeDesk
from tests.rig.shop import ADDRESS, GTIN, MUG_CARTON, Shop


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def test_a_telephone_order_by_keyboard_alone(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    assert screen.page.head.customer.hasFocus()
    desk.type("ANALYT")
    desk.press("Return")
    assert screen.page.head.customer.text() == "Analytique, C1"
    assert screen.page.head.verdict.text() == "address complete"
    assert screen.page.head.reference.hasFocus()
    desk.type("ML-2307")
    desk.press("Return")
    desk.type("+9")
    desk.press("Return")
    assert screen.draft.requested_on == TODAY + timedelta(days=9)
    assert str((TODAY + timedelta(days=9)).day) in screen.page.head.requested.text()
    desk.press("Return")
    assert screen.page.entry.hasFocus()
    for words, qty in (("shop mug", "12"), ("POT", "3")):
        desk.type(words)
        desk.press("Return")
        desk.type(qty)
        desk.press("Return")
        assert screen.page.entry.hasFocus()
    assert cells(screen, QTY, PRICE, FREE, AMOUNT) == [
        *(("12", "€2.50", "50", "€30.00"), ("3", "€7.50", "20", "€22.50")),
    ]
    assert screen.page.foot.total.text() == "€63.00"
    assert not screen.page.panel.blocking
    desk.press("F10")
    (order,) = shop.world.rows("SELECT * FROM sales_order")
    assert (order.state, order.customer_reference, order.total) == ("confirmed", "ML-2307", 6300)
    assert str(order.requested_on) == (TODAY + timedelta(days=9)).isoformat()
    assert shop.stock("MUG").reserved == 12
    assert screen.stack.currentWidget() is screen.done_page
    assert screen.done_page.number.text() == order.number
    desk.press("Ctrl+N")
    assert screen.page.head.customer.hasFocus()
    assert screen.draft.blank


def test_enter_on_the_done_page_opens_the_order(shop: Shop, desk_of: MakeDesk) -> None:
    desk, _ = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("mug")
    desk.press("Return", "Return", "F10", "Return")
    there = desk.work.current
    assert isinstance(there, Orders)
    assert there.target == shop.world.one("SELECT id FROM sales_order")


def test_suggestions_are_chosen_with_arrows_and_say_what_is_free(shop: Shop, desk_of: MakeDesk) -> None:
    shop.add_product("GONE", price="9.99")
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("shop of the")
    popup = screen.page.entry.popup
    assert popup.isVisible()
    assert [row.title for row in popup.rows.rows] == [
        *("Gone of the shop", "Jar of the shop", "Mug of the shop", "Pot of the shop", "Tea of the shop"),
    ]
    figures = [row.figures[1][:2] for row in popup.rows.rows]
    assert figures[0] == ("0 free", "stop")
    assert figures[2] == ("50 free", "good")
    desk.press("Down", "Down", "Return")
    assert [line.sku for line in screen.draft.lines] == ["MUG"]
    desk.press("Return")
    desk.type("nothing like it")
    assert popup.isVisible()
    assert "nothing like it" in popup.nothing.text()
    desk.press("Return")
    assert len(screen.draft.lines) == 1
    desk.press("Esc")
    assert not popup.isVisible()
    assert desk.work.current is screen


def test_quantity_price_and_discount_are_written_in_their_cells(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("mug")
    desk.press("Return")
    desk.type("10")
    desk.press("Return", "Alt+Up")
    desk.press("F12")
    desk.type("2,25")
    desk.press("Return")
    desk.type("10")
    desk.press("Return")
    assert screen.page.entry.hasFocus()
    line = screen.draft.lines[0]
    assert (line.qty, line.price, line.discount) == (10, Decimal("2.25"), Decimal("0.1"))
    assert cells(screen, PRICE, DISCOUNT, AMOUNT) == [("€2.25", "10%", "€20.25")]
    assert screen.page.foot.total.text() == "€24.30"
    screen.page.foot.freight.setFocus()
    desk.type("5")
    assert screen.page.foot.total.text() == "€30.30"
    desk.press("F10")
    (order,) = shop.world.rows("SELECT total, freight FROM sales_order")
    assert (order.total, order.freight) == (3030, 500)


def test_alt_and_arrows_walk_between_lines_and_a_removed_line_comes_back(
    shop: Shop, desk_of: MakeDesk
) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    for sku in ("MUG", "POT", "JAR"):
        desk.type(sku)
        desk.press("Return", "Return")
    desk.press("Alt+Up", "Alt+Up")
    assert screen.page.table.currentIndex().row() == 1
    desk.type("7")
    desk.press("Alt+Down")
    assert [line.qty for line in screen.draft.lines] == [1, 7, 1]
    desk.press("Alt+Up", "Del")
    assert [line.sku for line in screen.draft.lines] == ["MUG", "JAR"]
    assert desk.shell.undo()
    desk.wait()
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("MUG", 1), ("POT", 7), ("JAR", 1)]
    desk.type("0")
    desk.press("Return")
    assert [line.sku for line in screen.draft.lines] == ["MUG", "JAR"]
    desk.press("F3")
    assert len(screen.draft.lines) == 1


def test_scans_add_and_raise_lines(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    desk.scan(GTIN["MUG"], MUG_CARTON, GTIN["POT"], GTIN["MUG"])
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("MUG", 8), ("POT", 1)]
    customer_by_f2(desk)
    assert screen.page.foot.total.text() == "€33.00"
    desk.scan("NOBODY-KNOWS")
    assert "NOBODY-KNOWS" in desk.notices[0]
    assert screen.page.entry.text() == ""


def test_an_order_for_a_customer_begins_at_their_lines(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    other = add_customer(shop.owner, NewCustomer("K-2", "Zürcher", bill_address=ADDRESS))
    desk.show(OrderEntry, ("customer", other))
    assert screen.page.head.customer.text() == "Zürcher, K-2"
    assert screen.page.head.reference.hasFocus()


def test_the_words_follow_the_language(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("pot")
    desk.press("Return")
    desk.type("99")
    desk.press("Return")
    desk.speak("fr")
    assert titles(screen)
    assert "€" in screen.page.foot.total.text()
    desk.speak("en")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [(1024, 700), (1280, 720), (1440, 900)])
def test_every_column_and_check_is_seen_on_a_small_window(
    shop: Shop, desk_of: MakeDesk, size: tuple[int, int], language: str
) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    desk.speak(language)
    customer(desk)
    desk.type("pot")
    desk.press("Return")
    desk.type("25")
    desk.press("Return")
    desk.work.resize(*size)
    desk.wait()
    assert (desk.work.width(), desk.work.height()) == size
    table, head = screen.page.table, screen.page.table.horizontalHeader()
    assert head.sectionViewportPosition(AMOUNT) + head.sectionSize(AMOUNT) <= table.viewport().width()
    side = screen.page.side
    buttons = [one for one in side.panel.findChildren(Button) if one.isVisible()]
    assert len(buttons) == 2
    for button in buttons:
        at = button.mapTo(side, button.rect().bottomRight())
        assert side.rect().contains(at), (at, side.rect())
    desk.press("F5", "F10")
    assert shop.stock("POT").reserved == 20


@pytest.mark.parametrize("key", ["F7", "F10"])
def test_a_quantity_that_was_not_finished_counts(shop: Shop, desk_of: MakeDesk, key: str) -> None:
    desk, _ = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("mug")
    desk.press("Return")
    desk.type("12")
    desk.press(key)
    assert shop.world.one("SELECT qty FROM order_line") == 12


def test_arrows_and_letters_find_their_place(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("mug")
    desk.press("Return", "Return", "Up")
    desk.type("7")
    desk.press("Return")
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("MUG", 7)]
    desk.press("Up", "Esc")
    desk.type("pot")
    assert screen.page.entry.hasFocus()
    desk.press("Return")
    assert [line.sku for line in screen.draft.lines] == ["MUG", "POT"]
