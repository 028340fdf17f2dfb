"""Orders filled faster than line by line: usual quantities, an order again, rows of a spreadsheet, kind and terms."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication

from app.queries.drafts import draft_order
from app.services.orders import hold_order
from app.views.parts.order_lines import AMOUNT, NAME, PRICE, QTY
from tests.rig.databases import World
from tests.rig.order_desk import (
    TODAY,
    cells,
    customer,
    desk_with_entry,
    orders,
)
from tests.rig.screens import MakeDesk
from tests.rig.shop import MUG_CARTON, Shop


@pytest.fixture
def shop(sqlite_world: World) -> Shop:
    return Shop(sqlite_world)


def test_the_usual_order_line_by_line(shop: Shop, desk_of: MakeDesk) -> None:
    for lines in ({"MUG": 4, "POT": 1, "JAR": 2}, {"MUG": 6, "POT": 1}, {"MUG": 8}):
        shop.confirmed(lines)
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.press("F4")
    picks = screen.page.picks
    assert [row.title for row in picks.rows.rows] == ["Mug of the shop", "Pot of the shop"]
    assert picks.rows.chosen == [True, True]
    desk.press("Down", "Space", "Return")
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("MUG", 6)]
    assert screen.page.entry.hasFocus()
    desk.press("F4", "A", "Return")
    assert [line.sku for line in screen.draft.lines] == ["MUG", "MUG", "POT"]
    assert desk.shell.undo()
    assert [line.sku for line in screen.draft.lines] == ["MUG"]
    desk.type("mug")
    (hit, *_) = screen.page.entry.popup.rows.rows
    assert "taken 3 times, usually 6" in hit.under
    assert hit.figures[2][0]
    desk.press("Ctrl+Return")
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("MUG", 6), ("MUG", 6)]
    assert screen.page.entry.hasFocus()
    desk.press("F4", "Esc")
    assert screen.page.entry.hasFocus()


def test_an_order_is_taken_again(shop: Shop, desk_of: MakeDesk) -> None:
    shop.confirmed({"MUG": 4, "POT": 1})
    shop.confirmed({"JAR": 3})
    desk, screen = desk_with_entry(shop, desk_of)
    assert not screen.can("entry.usual")
    customer(desk)
    desk.press("Shift+F4", "Down", "Return", "Return")
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("MUG", 4), ("POT", 1)]
    desk.press("F4")
    assert "No usual order" in desk.notices[0]


def test_pasted_rows_are_mended_and_none_is_lost(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    QGuiApplication.clipboard().setText(
        f"SKU\tQty\tPrice\nMUG\t6\t2.25\nwhat\t3\t\n{MUG_CARTON}\t2\nPOT\tsome\n"
    )
    desk.type("half")
    desk.press("Ctrl+V")
    assert cells(screen, NAME, QTY, PRICE, AMOUNT) == [
        ("Mug of the shop", "6", "€2.25", "€13.50"),
        ("what  3: which product?", "3", "", ""),
        ("Mug of the shop", "12", "€2.50", "€30.00"),
        ("Pot of the shop", "?", "€7.50", ""),
    ]
    assert "2 rows are to be mended" in desk.notices[0]
    desk.shell.notices.clear()
    desk.press("F10")
    assert orders(shop) == 0
    assert "2 lines do not say" in desk.notices[0]
    assert screen.page.table.mended == 1
    assert screen.page.entry.text() == "what"
    desk.type("jar")
    desk.press("Return")
    assert screen.page.entry.text() == "half"
    assert [(line.sku, line.qty) for line in screen.draft.lines][1] == ("JAR", 3)
    desk.press("F10")
    desk.type("5")
    desk.press("Return")
    screen.page.entry.clear()
    desk.press("F10")
    assert orders(shop) == 1
    QGuiApplication.clipboard().clear()


def test_too_many_rows_change_nothing(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    QGuiApplication.clipboard().setText("MUG\t1\n" * 2001)
    desk.press("Ctrl+V")
    assert not screen.draft.lines
    assert "2,001 rows are too many" in desk.notices[0]
    QGuiApplication.clipboard().clear()


def test_kind_and_terms_by_keyboard(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("mug")
    desk.press("Return")
    desk.type("4")
    desk.press("Return", "F9")
    assert screen.page.more.kind.hasFocus()
    desk.press("Return")
    desk.type("urg")
    desk.press("Return", "Return")
    desk.type("yesterday")
    desk.press("Return")
    assert screen.page.more.hold.hasFocus(), "a day that is none keeps the keyboard"
    desk.press("Ctrl+A")
    desk.type("+9")
    desk.press("Return")
    desk.type("10")
    desk.press("Return")
    desk.type("gb")
    desk.press("Return")
    assert screen.page.entry.hasFocus()
    assert (screen.draft.priority, screen.draft.currency) == (8, "GBP")
    assert "No price" in [one.title for one in screen.page.panel.shown]
    desk.press("F9", "Esc")
    screen.page.more.currency.setFocus()
    desk.press("Home")
    assert screen.page.foot.goods.text() == "€9.00"
    desk.press("F10")
    (order,) = shop.world.rows("SELECT id, state, discount, priority, currency FROM sales_order")
    assert (order.state, order.priority, order.currency) == ("confirmed", 8, "EUR")
    hold = shop.world.one("SELECT until FROM order_hold WHERE released_at IS NULL")
    assert str(hold) == (TODAY + timedelta(days=9)).isoformat()
    assert shop.stock("MUG").reserved == 0
    assert "before" in screen.done_page.more.text()


def test_a_sample_costs_nothing_and_an_exchange_names_its_order(shop: Shop, desk_of: MakeDesk) -> None:
    order_id = shop.confirmed({"MUG": 4})
    number = shop.world.one("SELECT number FROM sales_order")
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.press("F9")
    desk.type("sam")
    desk.press("F9")
    desk.type("mug")
    desk.press("Return", "Return")
    assert cells(screen, PRICE, AMOUNT) == [("€0.00", "€0.00")]
    desk.press("F9")
    desk.type("exch")
    assert screen.page.picks.isVisible()
    desk.press("Return")
    assert screen.draft.exchange_of_id == order_id
    assert number in screen.page.more.words()[0]
    assert cells(screen, PRICE, AMOUNT) == [("€2.50", "€2.50")]
    desk.press("F7")
    made = shop.world.rows("SELECT kind, exchange_of_id FROM sales_order ORDER BY id DESC")[0]
    assert (made.kind, made.exchange_of_id) == ("exchange", order_id)


def test_a_kept_draft_that_waits_is_typed_again(shop: Shop, desk_of: MakeDesk) -> None:
    draft = shop.draft({"MUG": 4}, priority=1)
    hold_order(shop.owner, draft.order_id, "customer-request", TODAY + timedelta(days=5))
    desk, screen = desk_with_entry(shop, desk_of)
    screen.open(("draft", draft.order_id))
    desk.wait()
    assert screen.draft.hold_until == TODAY + timedelta(days=5)
    assert screen.draft.priority == 1
    assert screen.draft.left is None
    screen.page.more.begin()
    screen.page.more.hold.setFocus()
    desk.press("Ctrl+A", "Delete", "F7")
    assert shop.world.one("SELECT count(*) FROM order_hold WHERE released_at IS NULL") == 0
    with shop.owner.reading() as connection:
        row = draft_order(connection, draft.order_id)
    assert row is not None
    assert (row.hold_until, row.priority) == (None, 1)


def test_what_is_questioned_is_seen_while_typing_and_kept_for_others(shop: Shop, desk_of: MakeDesk) -> None:
    for _ in range(6):
        shop.confirmed({"POT": 2, "MUG": 1})
    desk, screen = desk_with_entry(shop, desk_of)
    customer(desk)
    desk.type("mug")
    desk.press("Return")
    desk.type("45")
    desk.press("Return")
    codes = {one.code for one in screen.findings or ()}
    assert {"usual.absent", "quantity.high"} <= codes
    desk.press("Shift+F8")
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("MUG", 45), ("POT", 2)]
    assert not screen.can("entry.usual_article")
    desk.press("F10")
    assert orders(shop) == 6
    assert desk.notices
    screen.keep_asked()
    desk.wait()
    assert shop.world.one("SELECT count(*) FROM order_check WHERE state = 'open'") >= 1
    assert shop.world.rows("SELECT state FROM sales_order ORDER BY id DESC")[0].state == "draft"
