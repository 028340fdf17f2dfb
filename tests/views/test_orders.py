"""The order queue by keys, commands and scans; what it writes, on both engines, as people with their own rights."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.permissions import Role
from app.qt.screen import Screen
from app.qt.words import mark
from app.services.orders import confirm_order, hold_order
from app.services.parties import NewCustomer, add_customer
from app.views.orders import OrderQueue
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.shop import ADDRESS, Shop


class Entry(Screen):
    """Stands for the screen on which orders are taken."""

    id, title, icon, group = "order-entry", mark("Order entry"), "order-entry", mark("Sell")

    def build(self) -> None:
        self.target: object = None

    def open(self, target: object) -> None:
        self.target = target


SCREENS = (OrderQueue, Entry)
TODAY = date.today()  # noqa: DTZ011 - the desk's own calendar, as the screen's


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def _desk(shop: Shop, desk_of: MakeDesk, *roles: Role) -> tuple[Desk, OrderQueue]:
    desk: Desk = desk_of(shop.world, *roles, screens=SCREENS)
    screen = desk.show(OrderQueue)
    screen.view.setFocus()
    desk.wait()
    return desk, screen


def _ids(screen: OrderQueue) -> list[int]:
    return [row.id for row in screen.table.rows]


def _states(shop: Shop) -> list[str]:
    return [row.state for row in shop.world.rows("SELECT state FROM shipment ORDER BY id")]


def _confirmed(shop: Shop, lines: dict[str, int], **fields: object) -> int:
    return confirm_order(shop.owner, shop.draft(lines, **fields).order_id).order_id


def _text(screen: OrderQueue, row: int) -> dict[str, str]:
    one = screen.table.rows[row]
    return {column.key: column.value(one) for column in screen.columns}


def test_rows_say_what_can_leave_and_when(shop: Shop, desk_of: MakeDesk) -> None:
    late = shop.order({"MUG": 2}, promised_on=TODAY - timedelta(days=3), priority=9)
    part = _confirmed(shop, {"POT": 99, "MUG": 1}, promised_on=TODAY, customer_reference="ML-1")
    held = _confirmed(shop, {"POT": 99}, promised_on=TODAY + timedelta(days=1))
    hold_order(shop.owner, held, "credit-check")
    desk, screen = _desk(shop, desk_of, Role.CUSTOMER_SERVICE)
    assert _ids(screen) == [late.order_id, part, held]
    first, second, third = (_text(screen, at) for at in range(3))
    assert (first["ready"], first["priority"], first["state"], first["amount"]) == (
        *("Now", "Urgent", "Confirmed", "€6.00"),
    )
    assert (second["ready"], second["promise"], second["reference"]) == ("Part 1/2", "Today", "ML-1")
    assert (third["ready"], third["promise"], third["state"]) == ("Held", "Tomorrow", "Held")
    counts = {tab.id: len(_in_tab(desk, screen, tab.id)) for tab in screen.tabs}
    assert counts == {"open": 3, "today": 1, "late": 1, "waiting": 2, "held": 1, "drafts": 0, "closed": 0}


def _in_tab(desk: Desk, screen: OrderQueue, tab: str) -> list[int]:
    screen.choose_tab(tab)
    desk.wait()
    return _ids(screen)


def test_search_and_filters_find_an_order(shop: Shop, desk_of: MakeDesk) -> None:
    add_customer(shop.owner, NewCustomer("K-7", "Épicerie Ségur", bill_address=ADDRESS))
    mine = shop.draft({"MUG": 1})
    theirs = _confirmed(shop, {"MUG": 1}, customer_reference="ML-2307")
    desk, screen = _desk(shop, desk_of, Role.CUSTOMER_SERVICE)
    for typed, found in (("ml-23", [theirs]), (mine.number, [mine.order_id]), ("segur", [])):
        desk.press("Ctrl+F")
        desk.type(typed)
        desk.press("Return")
        assert _ids(screen) == found, typed
    screen.clear_filters()
    screen.set_filter("state", "draft")
    desk.wait()
    assert _ids(screen) == [mine.order_id]
    screen.choose_tab("late")
    desk.wait()
    screen.choose_tab("open")
    desk.wait()
    assert len(_ids(screen)) == 2


def test_an_order_is_reserved_released_and_taken_back_by_keys(shop: Shop, desk_of: MakeDesk) -> None:
    _confirmed(shop, {"MUG": 2})
    desk, screen = _desk(shop, desk_of, Role.SUPERVISOR)
    desk.press("Ctrl+L")
    assert _states(shop) == ["reserved"]
    assert not screen.actions_by_id["order.reserve"].isEnabled()
    desk.press("Ctrl+R")
    assert _states(shop) == ["released"]
    assert _text(screen, 0)["state"] == "In fulfilment"
    assert desk.shell.undo()
    desk.wait()
    assert _states(shop) == ["reserved"]
    desk.press("Ctrl+Shift+L")
    assert _states(shop) == ["planned"]
    assert desk.shell.undo()
    desk.wait()
    assert _states(shop) == ["reserved"]


def test_several_orders_are_reserved_and_the_short_ones_named(shop: Shop, desk_of: MakeDesk) -> None:
    told: list[str] = []
    good = [_confirmed(shop, {"MUG": 1}) for _ in range(2)]
    short = _confirmed(shop, {"POT": 25, "MUG": 1})
    draft = shop.draft({"MUG": 1}).order_id
    desk, screen = _desk(shop, desk_of, Role.CUSTOMER_SERVICE)
    desk.shell.told.connect(told.append)
    for _ in range(4):
        desk.press("Space", "Down")
    assert {row.id for row in screen.chosen()} == {*good, short, draft}
    desk.press("Ctrl+L")
    assert told[-1].split(".")[0] == "2 orders reserved"
    assert "1 short." in told[-1]
    assert "Nothing to do for 1." in told[-1]
    (notice,) = desk.shell.notices.waiting
    assert "POT: 25 wanted, 20 free" in notice.text
    assert _states(shop) == ["reserved", "reserved", "planned"]
    assert notice.act is not None
    notice.act()
    desk.wait()
    assert _states(shop) == ["reserved", "reserved", "reserved", "planned"]
    assert shop.stock("POT").reserved == 20
    assert desk.shell.undo()
    desk.wait()
    assert _states(shop) == ["reserved", "reserved", "planned", "cancelled"]
    assert shop.stock("POT").reserved == 0
    assert not screen.table.marked


def test_a_draft_is_confirmed_and_amended_back(shop: Shop, desk_of: MakeDesk) -> None:
    order = shop.draft({"MUG": 1}).order_id
    desk, _ = _desk(shop, desk_of, Role.CUSTOMER_SERVICE)
    desk.press("Ctrl+Return")
    assert shop.state("sales_order", order) == "confirmed"
    assert desk.shell.undo()
    desk.wait()
    assert shop.state("sales_order", order) == "draft"
    desk.press("Ctrl+Return", "F2")
    assert shop.state("sales_order", order) == "draft"


def test_an_order_is_held_with_reason_day_and_note(shop: Shop, desk_of: MakeDesk) -> None:
    _confirmed(shop, {"MUG": 1})
    desk, screen = _desk(shop, desk_of, Role.CUSTOMER_SERVICE)
    desk.press("Ctrl+H")
    assert screen.hold_panel.reason.hasFocus()
    screen.hold_panel.reason.choose("credit-check")
    desk.press("Return")
    desk.type("yesterday-ish")
    desk.press("Return")
    desk.type("ask the bank")
    desk.press("Return")
    assert shop.world.rows("SELECT * FROM order_hold") == []
    assert screen.hold_panel.until.hasFocus()
    screen.hold_panel.until.clear()
    desk.type("+2")
    desk.press("Return", "Return")
    (hold,) = shop.world.rows("SELECT reason, until, note, released_at FROM order_hold")
    assert (hold.reason, str(hold.until), hold.note) == (
        *("credit-check", (TODAY + timedelta(days=2)).isoformat(), "ask the bank"),
    )
    assert _text(screen, 0)["state"] == "Held"
    assert screen.view.hasFocus()
    desk.press("Ctrl+Shift+H")
    assert shop.world.one("SELECT count(*) FROM order_hold WHERE released_at IS NULL") == 0
    assert desk.shell.undo()
    desk.wait()
    again = shop.world.rows("SELECT reason, note FROM order_hold WHERE released_at IS NULL")
    assert [tuple(row) for row in again] == [("credit-check", "ask the bank")]


def test_an_order_is_cancelled_for_a_reason_and_revived(shop: Shop, desk_of: MakeDesk) -> None:
    placed = shop.order({"MUG": 3})
    desk, screen = _desk(shop, desk_of, Role.CUSTOMER_SERVICE)
    desk.press("Ctrl+Del", "Esc")
    assert shop.state("sales_order", placed.order_id) == "confirmed"
    assert screen.view.hasFocus()
    desk.press("Ctrl+Del")
    screen.cancel_panel.reason.choose("entry-error")
    desk.press("Return", "Return")
    assert shop.state("sales_order", placed.order_id) == "cancelled"
    assert shop.stock("MUG").reserved == 0
    assert _ids(screen) == []
    assert desk.shell.undo()
    desk.wait()
    assert shop.state("sales_order", placed.order_id) == "draft"


def test_refused_orders_are_named_and_nothing_changes(shop: Shop, desk_of: MakeDesk) -> None:
    order = _confirmed(shop, {"MUG": 1})
    hold_order(shop.owner, order, "credit-check")
    desk, _ = _desk(shop, desk_of, Role.CUSTOMER_SERVICE)
    before = shop.world.tables("shipment", "stock_level")
    desk.press("Ctrl+L")
    assert shop.world.tables("shipment", "stock_level") == before
    assert "hold" in desk.notices[0]


def test_who_may_not_finds_the_commands_greyed(shop: Shop, desk_of: MakeDesk) -> None:
    _confirmed(shop, {"MUG": 1})
    desk, screen = _desk(shop, desk_of, Role.PICKER)
    assert len(_ids(screen)) == 1
    assert _text(screen, 0)["customer"] == "Analytique"
    for name in (
        "order.reserve",
        "order.new",
        "order.hold",
        "order.cancel",
        "order.confirm",
        "order.release",
    ):
        assert not screen.actions_by_id[name].isEnabled(), name
    before = shop.world.tables("shipment")
    desk.press("Ctrl+L", "Ctrl+N")
    assert shop.world.tables("shipment") == before


def test_a_scanned_order_is_shown_wherever_it_is(shop: Shop, desk_of: MakeDesk) -> None:
    shop.draft({"MUG": 1})
    gone = shop.order({"POT": 1})
    desk, screen = _desk(shop, desk_of, Role.CUSTOMER_SERVICE)
    desk.press("Ctrl+Del", "Esc")
    desk.scan(gone.number)
    row = screen.current()
    assert row is not None
    assert row.id == gone.order_id
    desk.press("Ctrl+Del", "Return", "Return")
    assert shop.state("sales_order", gone.order_id) == "cancelled"
    desk.scan(gone.number)
    row = screen.current()
    assert row is not None
    assert (row.id, row.state) == (gone.order_id, "cancelled")


def test_the_details_tell_everything_and_follow_the_row(shop: Shop, desk_of: MakeDesk) -> None:
    shop.order({"MUG": 3}, promised_on=TODAY, customer_reference="ML-1", note="Ring twice")
    shop.draft({"TEA": 1}, promised_on=TODAY + timedelta(days=2))
    desk, screen = _desk(shop, desk_of, Role.CUSTOMER_SERVICE)
    order = screen.details.order
    assert screen.details.isVisible()
    assert order is not None
    assert order.reference == "ML-1"
    assert order.ship_address == ADDRESS
    desk.press("Down")
    second = screen.details.order
    assert second is not None
    assert second.id != order.id
    desk.press("Esc")
    assert not screen.details.isVisible()
    desk.press("Up")
    assert not screen.details.isVisible()
    desk.press("Return")
    assert screen.details.isVisible()
    desk.speak("fr")
    desk.speak("en")


def test_new_order_goes_to_order_entry(shop: Shop, desk_of: MakeDesk) -> None:
    desk, _ = _desk(shop, desk_of, Role.CUSTOMER_SERVICE)
    desk.press("Ctrl+N")
    entry = desk.work.current
    assert isinstance(entry, Entry)
    assert entry.target == "new"
