"""Order entry by keyboard alone and by scans: what is typed, what it becomes, and that nothing typed is ever lost."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain.permissions import Role
from app.qt.screen import Screen
from app.qt.widgets import Button
from app.qt.words import mark
from app.services.catalogue import set_status
from app.services.goods_in import NewPurchaseLine, add_purchase_order
from app.services.parties import NewCustomer, add_customer, add_supplier, set_customer_status
from app.views.order_entry import OrderEntry
from app.views.parts.order_draft import Draft, DraftLine
from app.views.parts.order_lines import AMOUNT, DISCOUNT, FREE, PRICE, PROMISE, QTY
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.shop import ADDRESS, GTIN, MUG_CARTON, Shop


class Orders(Screen):
    """Stands for the list of orders."""

    id, title, icon, group = "orders", mark("Orders"), "orders", mark("Sell")

    def build(self) -> None:
        self.target: object = None

    def open(self, target: object) -> None:
        self.target = target


SCREENS = (Orders, OrderEntry)
TODAY = date.today()  # noqa: DTZ011 - the desk's own calendar, as the screen's


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def _desk(shop: Shop, desk_of: MakeDesk, *roles: Role) -> tuple[Desk, OrderEntry]:
    desk: Desk = desk_of(shop.world, *(roles or (Role.CUSTOMER_SERVICE,)), screens=SCREENS)
    return desk, desk.show(OrderEntry, "new")


def _cells(screen: OrderEntry, *columns: int) -> list[tuple[str, ...]]:
    lines = screen.page.lines
    return [
        tuple(str(lines.index(row, column).data()) for column in columns)
        for row in range(len(screen.draft.lines))
    ]


def _titles(screen: OrderEntry) -> list[str]:
    return [one.title for one in screen.page.panel.shown]


def _orders(shop: Shop) -> int:
    return int(shop.world.one("SELECT count(*) FROM sales_order"))


def _customer(desk: Desk, name: str = "analyt") -> None:
    """Take a customer and go on to the lines."""
    desk.type(name)
    desk.press("Return", "Return", "Return", "Return")


def test_a_day_that_nobody_understands_is_not_promised(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    _customer(desk)
    desk.type("POT")
    desk.press("Return")
    desk.type("3")
    desk.press("Return")
    screen.page.head.requested.setFocus()
    desk.type("soon")
    screen.page.entry.setFocus()
    desk.press("F10")
    assert _orders(shop) == 0
    assert screen.page.head.requested.hasFocus()
    desk.type("+9")
    desk.press("F10")
    (order,) = shop.world.rows("SELECT requested_on FROM sales_order")
    assert str(order.requested_on) == str(TODAY + timedelta(days=9))


def test_a_telephone_order_by_keyboard_alone(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
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
    assert _cells(screen, QTY, PRICE, FREE, AMOUNT) == [
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
    desk, _ = _desk(shop, desk_of)
    _customer(desk)
    desk.type("mug")
    desk.press("Return", "Return", "F10", "Return")
    there = desk.work.current
    assert isinstance(there, Orders)
    assert there.target == shop.world.one("SELECT id FROM sales_order")


def test_suggestions_are_chosen_with_arrows_and_say_what_is_free(shop: Shop, desk_of: MakeDesk) -> None:
    shop.add_product("GONE", price="9.99")
    desk, screen = _desk(shop, desk_of)
    _customer(desk)
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
    desk, screen = _desk(shop, desk_of)
    _customer(desk)
    desk.type("mug")
    desk.press("Return")
    desk.type("10")
    desk.press("Return", "Alt+Up")
    desk.press("F4")
    desk.type("2,25")
    desk.press("Return")
    desk.type("10")
    desk.press("Return")
    assert screen.page.entry.hasFocus()
    line = screen.draft.lines[0]
    assert (line.qty, line.price, line.discount) == (10, Decimal("2.25"), Decimal("0.1"))
    assert _cells(screen, PRICE, DISCOUNT, AMOUNT) == [("€2.25", "10%", "€20.25")]
    assert screen.page.foot.total.text() == "€24.30"
    screen.page.foot.freight.setFocus()
    desk.type("5")
    assert screen.page.foot.total.text() == "€30.30"
    desk.press("F10")
    (order,) = shop.world.rows("SELECT total, freight FROM sales_order")
    assert (order.total, order.freight) == (3030, 500)


def test_a_reference_that_cannot_be_kept_is_refused_in_its_field(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
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
    assert _orders(shop) == 0
    head.reference.setFocus()
    desk.press("End", "Backspace")
    assert head.reference_row.refusal == ""
    desk.press("Return")
    assert head.requested.hasFocus()


def test_alt_and_arrows_walk_between_lines_and_a_removed_line_comes_back(
    shop: Shop, desk_of: MakeDesk
) -> None:
    desk, screen = _desk(shop, desk_of)
    _customer(desk)
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
    desk, screen = _desk(shop, desk_of)
    desk.scan(GTIN["MUG"], MUG_CARTON, GTIN["POT"], GTIN["MUG"])
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("MUG", 8), ("POT", 1)]
    _customer_by_f2(desk)
    assert screen.page.foot.total.text() == "€33.00"
    desk.scan("NOBODY-KNOWS")
    assert "NOBODY-KNOWS" in desk.notices[0]
    assert screen.page.entry.text() == ""


def _customer_by_f2(desk: Desk) -> None:
    desk.press("F2")
    desk.type("analyt")
    desk.press("Return")


def test_short_stock_is_split_or_waits_as_decided(shop: Shop, desk_of: MakeDesk) -> None:
    supplier = add_supplier(shop.owner, "S1", "Supplier")
    expected = TODAY + timedelta(days=30)
    add_purchase_order(
        shop.owner, shop.warehouse, supplier, (NewPurchaseLine(shop.product["POT"], 50),), expected
    )
    desk, screen = _desk(shop, desk_of)
    _customer(desk)
    desk.type("pot")
    desk.press("Return")
    desk.type("25")
    desk.press("Return")
    assert _titles(screen) == ["Short stock"]
    assert _cells(screen, FREE) == [("20 of 25",)]
    assert "25 wanted, 20 free" in screen.page.panel.shown[0].text
    desk.press("F10")
    assert _orders(shop) == 0
    assert "F5" in desk.notices[0]
    desk.press("F5")
    assert _titles(screen) == ["Will be split"]
    desk.press("F6")
    assert _titles(screen) == ["Waits as a whole"]
    later = _cells(screen, PROMISE)[0][0]
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
    desk, _ = _desk(shop, desk_of)
    _customer(desk)
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
    desk, screen = _desk(shop, desk_of)
    _customer(desk)
    desk.type("jar")
    desk.press("Return")
    desk.type("12")
    desk.press("Return")
    assert not screen.page.panel.blocking
    shop.order({"JAR": 5})
    before = _orders(shop)
    desk.press("F10")
    assert _orders(shop) == before
    assert "JAR: 12 wanted, 7 free" in desk.notices[0]
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("JAR", 12)]
    assert _titles(screen) == ["Short stock"]
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
    desk, screen = _desk(shop, desk_of)
    desk.type("blocked")
    desk.press("Return")
    desk.type("ML-1")
    desk.press("Return", "Return", "Return")
    desk.type("dollar")
    desk.press("Return", "Return")
    assert _titles(screen) == ["Customer blocked", "No price", "No address"]
    _customer_by_f2(desk)
    assert _titles(screen) == ["No price", "Same reference again"]
    assert number in screen.page.panel.shown[1].text
    desk.press("F10")
    assert _orders(shop) == 1
    assert len(screen.draft.lines) == 1
    desk.shell.notices.clear()
    desk.press("F4")
    desk.type("2.80")
    desk.press("Return", "Return")
    assert _titles(screen) == ["Same reference again"]
    desk.type("stopped")
    desk.press("Return", "Return")
    assert "Product blocked" in _titles(screen)
    desk.press("F3")
    assert [line.sku for line in screen.draft.lines] == ["DOLLAR"]
    desk.press("F10")
    assert shop.world.one("SELECT max(total) FROM sales_order") == 336


def test_a_day_that_is_none_keeps_the_keyboard(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
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


def test_f7_keeps_a_draft_and_it_can_be_taken_back(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    _customer(desk)
    desk.type("pot")
    desk.press("Return")
    desk.type("99")
    desk.press("Return", "F7")
    (order,) = shop.world.rows("SELECT id, state FROM sales_order")
    assert order.state == "draft"
    assert shop.stock("POT").reserved == 0
    assert desk.shell.undo()
    desk.wait()
    assert shop.state("sales_order", order.id) == "cancelled"
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("POT", 99)]
    desk.press("F7")
    assert _orders(shop) == 2


def test_what_is_typed_is_there_again_after_a_restart(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    _customer(desk)
    desk.type("mug")
    desk.press("Return")
    desk.type("4")
    desk.press("Return")
    desk.type("half a wo")
    screen.page.foot.note.setFocus()
    desk.type("Ring twice")
    desk.press("Esc")
    assert isinstance(desk.work.current, Orders)
    again: Desk = desk_of(shop.world, Role.CUSTOMER_SERVICE, screens=SCREENS)
    shutil.copy(screen.keeper.file, again.shell.store.folder)
    there = again.show(OrderEntry, "new")
    assert there.draft.id == screen.draft.id
    assert there.page.head.customer.text() == "Analytique, C1"
    assert [(line.sku, line.qty) for line in there.draft.lines] == [("MUG", 4)]
    assert there.page.entry.text() == "half a wo"
    assert there.page.foot.note.toPlainText() == "Ring twice"
    assert there.page.foot.total.text() == "€12.00"
    again.press("F10")
    assert _orders(shop) == 0  # half a word may be a product that the customer wants
    there.page.entry.clear()
    again.press("F10")
    assert shop.world.one("SELECT note FROM sales_order") == "Ring twice"
    # The same draft, placed once more from the other window, is not entered twice.
    desk.show(OrderEntry)
    desk.press("F10")
    assert _orders(shop) == 1


def test_starting_over_forgets_and_undo_remembers(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    _customer(desk)
    desk.type("mug")
    desk.press("Return", "Return")
    desk.press("Ctrl+Shift+Del")
    assert screen.draft.blank
    assert screen.page.head.customer.hasFocus()
    assert desk.shell.undo()
    desk.wait()
    assert [line.sku for line in screen.draft.lines] == ["MUG"]


def test_five_hundred_lines_are_edited_and_placed(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    jar = shop.product["JAR"]
    shop.bring("JAR", 600)
    lines = [DraftLine(jar, "JAR", "Jar of the shop", 1, Decimal("10"), "EUR") for _ in range(500)]
    screen.begin(Draft(customer_id=shop.customer, lines=lines))
    desk.wait()
    assert screen.page.foot.total.text() == "€6,000.00"
    screen.page.table.next_product()
    desk.type("pot")
    desk.press("Return")
    desk.type("2")
    desk.press("Return")
    assert screen.page.entry.hasFocus()
    assert screen.page.foot.total.text() == "€6,018.00"
    desk.press("F10")
    assert shop.world.one("SELECT count(*) FROM order_line") == 501


def test_a_draft_is_forgotten_once_it_is_placed_and_a_broken_file_is_none(
    shop: Shop, desk_of: MakeDesk
) -> None:
    desk, screen = _desk(shop, desk_of)
    _customer(desk)
    desk.type("mug")
    desk.press("Return", "Return")
    assert screen.keeper.file.exists()
    desk.press("F10")
    assert not screen.keeper.file.exists()
    screen.keeper.file.write_text('{"id": 5', encoding="utf-8")
    assert screen.keeper.load().blank


def test_each_person_has_a_draft_of_their_own(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    first = desk.ctx
    _customer(desk)
    desk.type("mug")
    desk.press("Return", "Return")
    desk.shell.become(shop.world.ctx(Role.SUPERVISOR))
    desk.wait()
    assert screen.draft.blank
    screen.page.head.reference.setFocus()
    desk.type("SUP-1")
    desk.shell.become(first)
    desk.wait()
    assert [line.sku for line in screen.draft.lines] == ["MUG"]
    assert screen.draft.reference == ""


def test_a_desk_without_room_says_so_and_goes_on(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    screen.keeper.file.with_suffix(".new").mkdir()
    desk.type("anal")
    assert "cannot be kept" in desk.notices[0]
    assert screen.page.head.customer.text() == "anal"
    screen.keeper.file.with_suffix(".new").rmdir()


def test_an_older_draft_never_overwrites_a_newer_one(shop: Shop, desk_of: MakeDesk) -> None:
    _, screen = _desk(shop, desk_of)
    older = screen.keeper.writer(Draft(reference="old"))
    newer = screen.keeper.writer(Draft(reference="new"))
    newer()
    older()
    assert screen.keeper.load().reference == "new"


def test_an_order_for_a_customer_begins_at_their_lines(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    other = add_customer(shop.owner, NewCustomer("K-2", "Zürcher", bill_address=ADDRESS))
    desk.show(OrderEntry, ("customer", other))
    assert screen.page.head.customer.text() == "Zürcher, K-2"
    assert screen.page.head.reference.hasFocus()


def test_the_words_follow_the_language(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    _customer(desk)
    desk.type("pot")
    desk.press("Return")
    desk.type("99")
    desk.press("Return")
    desk.speak("fr")
    assert _titles(screen)
    assert "€" in screen.page.foot.total.text()
    desk.speak("en")


def test_freight_that_is_no_amount_is_not_left_out(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    _customer(desk)
    desk.type("mug")
    desk.press("Return", "Return")
    screen.page.foot.freight.setFocus()
    desk.type("twelve")
    desk.press("F10")
    assert _orders(shop) == 0
    assert screen.page.foot.freight.hasFocus()
    desk.type("12.50")
    desk.press("F10")
    assert shop.world.one("SELECT freight FROM sales_order") == 1250


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [(1024, 700), (1280, 720), (1440, 900)])
def test_every_column_and_check_is_seen_on_a_small_window(
    shop: Shop, desk_of: MakeDesk, size: tuple[int, int], language: str
) -> None:
    desk, screen = _desk(shop, desk_of)
    desk.speak(language)
    _customer(desk)
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
    desk, _ = _desk(shop, desk_of)
    _customer(desk)
    desk.type("mug")
    desk.press("Return")
    desk.type("12")
    desk.press(key)
    assert shop.world.one("SELECT qty FROM order_line") == 12


def test_what_is_missing_is_said_and_has_the_keyboard(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
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
    assert _orders(shop) == 0
    desk.press("Tab")
    assert head.customer.text() == "Analytique, C1"
    desk.press("F10")
    assert _orders(shop) == 1


def test_what_no_cell_can_read_keeps_the_keyboard(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    _customer(desk)
    desk.type("mug")
    desk.press("Return", "Return", "F4")  # from the next product: the price of the last line
    for keys, good in (("Return", "2,25"), ("Tab", "10")):
        desk.type("." if keys == "Return" else "150")
        desk.press(keys, "F10", "Alt+Up")
        assert desk.focus.property("wrong") == "true"
        assert _orders(shop) == 0
        desk.type(good)
        desk.press("Return")
    line = screen.draft.lines[0]
    assert (line.price, line.discount) == (Decimal("2.25"), Decimal("0.1"))


def test_a_quantity_of_none_is_not_placed(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    _customer(desk)
    for sku in ("MUG", "POT"):
        desk.type(sku)
        desk.press("Return")
        desk.type("2" if sku == "MUG" else "0")
        if sku == "MUG":
            desk.press("Return")
    desk.press("F10")
    assert _orders(shop) == 0
    assert [line.sku for line in screen.draft.lines] == ["MUG"]


def test_arrows_and_letters_find_their_place(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    _customer(desk)
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
