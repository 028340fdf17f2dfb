"""A draft that was kept is typed again by keyboard, from the list: kept or confirmed, and nothing typed is lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.permissions import Role
from app.services.order_revision import Kept, revise_order
from app.services.orders import confirm_order
from app.views.order_entry import OrderEntry
from app.views.orders import OrderQueue
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.shop import Shop

TODAY = date.today()  # noqa: DTZ011 - the desk's own calendar, as the screen's


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


@pytest.fixture
def desk(shop: Shop, desk_of: MakeDesk) -> Desk:
    found: Desk = desk_of(shop.world, Role.CUSTOMER_SERVICE, screens=(OrderQueue, OrderEntry))
    return found


def _again(desk: Desk, order_id: int) -> OrderEntry:
    """From the list into order entry."""
    desk.show(OrderQueue, order_id)
    desk.press("F2")
    screen = desk.work.current
    assert isinstance(screen, OrderEntry)
    assert screen.draft.again is not None
    assert screen.draft.again.kept.order_id == order_id
    return screen


def _lines(shop: Shop) -> list[tuple[str, int]]:
    rows = shop.world.rows(
        "SELECT p.sku, l.qty - l.cancelled AS qty FROM order_line AS l JOIN product AS p ON p.id = l.product_id"
        " WHERE l.cancelled < l.qty ORDER BY l.order_id, l.position"
    )
    return [(row.sku, row.qty) for row in rows]


def _title(screen: OrderEntry) -> str:
    return screen.page.title.text()


def test_a_kept_draft_is_changed_and_kept_again(shop: Shop, desk: Desk) -> None:
    wanted = TODAY + timedelta(days=9)
    made = shop.draft(
        {"MUG": 2, "POT": 3}, customer_reference="A-1", requested_on=wanted, note="Ring", freight=250
    )
    screen = _again(desk, made.order_id)
    assert _title(screen) == f"Draft {made.number}"
    assert screen.page.entry.hasFocus()
    assert (screen.page.head.reference.text(), screen.page.foot.note.toPlainText()) == ("A-1", "Ring")
    assert screen.draft.requested_on == wanted
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("MUG", 2), ("POT", 3)]
    desk.press("Alt+Up")
    desk.type("0")
    desk.press("Return")
    desk.type("jar")
    desk.press("Return")
    desk.type("4")
    desk.press("Return", "F7")
    assert _lines(shop) == [("MUG", 2), ("JAR", 4)]
    (order,) = shop.world.rows("SELECT number, state, freight FROM sales_order")
    assert tuple(order) == (made.number, "draft", 250)
    assert screen.done_page.number.text() == made.number
    assert desk.shell.undo()
    desk.wait()
    assert _lines(shop) == [("MUG", 2), ("POT", 3)]
    assert [line.sku for line in screen.draft.lines] == ["MUG", "JAR"]
    desk.press("F7", "Ctrl+N")
    assert _lines(shop) == [("MUG", 2), ("JAR", 4)]
    assert (_title(screen), screen.draft.blank) == ("New order", True)


def test_a_changed_draft_is_confirmed_and_taken_back(shop: Shop, desk: Desk) -> None:
    made = shop.draft({"MUG": 2})
    screen = _again(desk, made.order_id)
    desk.press("Alt+Up")
    desk.type("7")
    desk.press("Return", "F10")
    (order,) = shop.world.rows("SELECT id, state FROM sales_order")
    assert (order.state, shop.stock("MUG").reserved) == ("confirmed", 7)
    assert desk.shell.undo()
    desk.wait()
    assert (shop.state("sales_order", made.order_id), shop.stock("MUG").reserved) == ("draft", 0)
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("MUG", 7)]
    desk.press("Alt+Up")
    desk.type("60")
    desk.press("Return", "F5", "F10")
    assert (shop.state("sales_order", made.order_id), shop.stock("MUG").reserved) == ("confirmed", 50)
    assert shop.world.one("SELECT count(*) FROM sales_order") == 1


def test_an_amended_order_is_typed_again(shop: Shop, desk: Desk) -> None:
    made = shop.order({"MUG": 2})
    queue = desk.show(OrderQueue, made.order_id)
    desk.press("F2")
    assert desk.work.current is queue
    desk.press("F2")
    screen = desk.work.current
    assert isinstance(screen, OrderEntry)
    desk.press("Alt+Up")
    desk.type("3")
    desk.press("Return", "F10")
    assert (shop.state("sales_order", made.order_id), shop.stock("MUG").reserved) == ("confirmed", 3)


def test_what_another_desk_changed_meanwhile_is_not_overwritten(shop: Shop, desk: Desk) -> None:
    made = shop.draft({"MUG": 2})
    screen = _again(desk, made.order_id)
    revise_order(shop.owner, Kept(made.order_id, made.version), shop.new_order({"POT": 5}))
    desk.press("Alt+Up")
    desk.type("7")
    desk.press("Return", "F7")
    assert made.number in desk.notices[0]
    assert _lines(shop) == [("POT", 5)]
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("MUG", 7)]
    (notice,) = desk.shell.notices.waiting
    assert notice.act is not None
    notice.act()
    desk.wait()
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("POT", 5)]
    assert desk.shell.undo()
    desk.wait()
    assert [(line.sku, line.qty) for line in screen.draft.lines] == [("MUG", 7)]


def test_an_order_that_was_confirmed_meanwhile_is_not_opened(shop: Shop, desk: Desk) -> None:
    made = shop.draft({"MUG": 2})
    desk.show(OrderQueue, made.order_id)
    confirm_order(shop.owner, made.order_id)
    desk.press("F2")
    screen = desk.work.current
    assert isinstance(screen, OrderEntry)
    assert "no draft any more" in desk.notices[0]
    assert screen.draft.blank
    assert screen.page.head.customer.hasFocus()


def test_what_was_begun_before_comes_back(shop: Shop, desk: Desk) -> None:
    made = shop.draft({"MUG": 2})
    screen = desk.show(OrderEntry, "new")
    desk.type("analyt")
    desk.press("Return")
    desk.type("BEGUN")
    _again(desk, made.order_id)
    desk.show(OrderQueue)
    _again(desk, made.order_id)  # twice: what nobody changed is not kept beside it
    kept = screen.keeper.load()
    assert kept.aside is not None
    assert kept.aside.reference == "BEGUN"
    desk.press("Alt+Up")
    desk.type("3")
    desk.press("Return", "F7", "Ctrl+N")
    assert _title(screen) == "New order"
    assert screen.draft.reference == "BEGUN"
    assert screen.page.head.reference.text() == "BEGUN"


def test_a_new_order_is_not_typed_into_a_draft_that_was_only_looked_at(shop: Shop, desk: Desk) -> None:
    made = shop.draft({"MUG": 2})
    screen = _again(desk, made.order_id)
    desk.press("Esc")
    desk.press("Ctrl+N")
    assert desk.work.current is screen
    assert (_title(screen), screen.draft.blank) == ("New order", True)


def test_an_order_for_another_customer_leaves_what_was_begun_alone(shop: Shop, desk: Desk) -> None:
    screen = desk.show(OrderEntry, "new")
    desk.type("analyt")
    desk.press("Return")
    desk.type("BEGUN")
    other = shop.world.one("SELECT id FROM customer WHERE code = 'C1'") + 1
    made = shop.draft({"MUG": 2})
    _again(desk, made.order_id)
    desk.press("Alt+Up")
    desk.type("5")
    desk.press("Return")
    desk.show(OrderEntry, ("customer", other))
    assert (screen.draft.again, screen.draft.lines) == (None, [])
    assert screen.draft.aside is not None
    assert screen.draft.aside.lines[0].qty == 5


def test_a_changed_draft_survives_a_crash(shop: Shop, desk: Desk, desk_of: MakeDesk) -> None:
    made = shop.draft({"MUG": 2})
    screen = _again(desk, made.order_id)
    desk.press("Alt+Up")
    desk.type("9")
    desk.press("Return")
    desk.wait(lambda: screen.keeper.file.exists())
    after = desk_of(shop.world, Role.CUSTOMER_SERVICE, screens=(OrderQueue, OrderEntry))
    after.shell.store.folder.mkdir(parents=True, exist_ok=True)
    there = after.show(OrderEntry)
    there.keeper.file.write_bytes(screen.keeper.file.read_bytes())
    there.begin(there.keeper.load())
    after.wait()
    assert _title(there) == f"Draft {made.number}"
    after.press("F7")
    assert _lines(shop) == [("MUG", 9)]


def test_a_draft_is_cancelled_from_the_list(shop: Shop, desk: Desk) -> None:
    made = shop.draft({"MUG": 2})
    desk.show(OrderQueue, made.order_id)
    desk.press("Ctrl+Del", "Return", "Return")
    assert shop.state("sales_order", made.order_id) == "cancelled"
