"""Many orders changed at once on the screen: the preview, what is done, and one undo of all of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.permissions import Role
from app.queries.orders import orders
from app.queries.pages import Ask
from app.services.order_bulk import BulkChange
from app.services.orders import cancel_order, hold_order
from app.views.orders import OrderQueue
from app.views.parts.bulk_acts import change_orders
from app.views.parts.bulk_dialog import BulkDialog
from app.views.parts.order_acts import take_back
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.shop import Shop


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def _open(shop: Shop, desk_of: MakeDesk, *roles: Role) -> tuple[Desk, OrderQueue, BulkDialog]:
    desk = desk_of(shop.world, *roles, screens=(OrderQueue,))
    screen = desk.show(OrderQueue)
    screen.view.setFocus()
    desk.wait()
    desk.press("Ctrl+A")
    desk.press("Ctrl+Shift+E")
    dialog = screen._bulk
    assert dialog is not None
    return desk, screen, dialog


def test_priority_of_three_orders_with_one_undo(shop: Shop, desk_of: MakeDesk) -> None:
    made = [shop.draft({"MUG": 1}, priority=priority).order_id for priority in (0, 0, 8)]
    desk, screen, dialog = _open(shop, desk_of, Role.CUSTOMER_SERVICE)
    before = shop.world.rows("SELECT id, priority FROM sales_order ORDER BY id")
    assert len(screen.chosen()) == 3
    dialog.choose("priority")
    dialog.set_value(level=8)
    desk.wait()
    assert dialog.summary.text() == "2 orders change. 1 stays as it is."
    assert [row.priority for row in before] == [0, 0, 8]
    dialog.apply.click()
    desk.wait()
    assert shop.world.rows("SELECT DISTINCT priority FROM sales_order")[0].priority == 8
    assert desk.shell.undo()
    desk.wait()
    assert shop.world.rows("SELECT id, priority FROM sales_order ORDER BY id") == before
    assert made


def test_what_is_refused_is_told_beforehand_and_holds_up_no_other(shop: Shop, desk_of: MakeDesk) -> None:
    fine = shop.draft({"MUG": 1}).order_id
    gone = shop.draft({"MUG": 1})
    desk, screen, dialog = _open(shop, desk_of, Role.CUSTOMER_SERVICE)
    cancel_order(shop.owner, gone.order_id, "entry-error")
    dialog.choose("tag")
    desk.wait()
    assert not dialog.apply.isEnabled()
    dialog.choose("promised")
    dialog.set_value(day="nonsense")
    desk.wait()
    assert not dialog.apply.isEnabled()
    dialog.set_value(day="+5")
    desk.wait()
    assert dialog.summary.text() == "1 order changes. 1 is refused."
    first = dialog.table.item(0, 0)
    assert first is not None
    assert first.text() == gone.number
    dialog.apply.click()
    desk.wait()
    promised = shop.world.one("SELECT promised_on FROM sales_order WHERE id = :id", id=fine)
    assert str(promised) == str(date.today() + timedelta(days=5))  # noqa: DTZ011 - the desk's own calendar
    assert len(desk.notices) == 1
    assert screen.chosen()


@pytest.mark.parametrize("kind", ["hold", "let_go", "confirm", "tag", "untag", "carrier"])
def test_each_kind_comes_back(shop: Shop, kind: str) -> None:
    ctx = shop.world.ctx(Role.CUSTOMER_SERVICE)
    for nth in range(2):
        order = shop.draft({"MUG": 1}).order_id
        if kind == "let_go" and nth:
            hold_order(shop.owner, order, "credit-check", note="see file")
            hold_order(shop.owner, order, "address-check")
    change = BulkChange(kind, text="credit-check" if kind == "hold" else "gift" if "tag" in kind else "")
    with ctx.reading() as connection:
        rows = orders(connection, Ask()).rows
    if kind == "untag":
        change_orders(ctx, rows[:1], BulkChange("tag", text="gift"))

    def state() -> list[object]:
        return [
            shop.world.rows("SELECT id, state, carrier_service_id FROM sales_order ORDER BY id"),
            shop.world.rows("SELECT * FROM order_tag ORDER BY order_id"),
            shop.world.rows(
                "SELECT order_id, reason, note FROM order_hold WHERE released_at IS NULL ORDER BY order_id, reason"
            ),
        ]

    before = state()
    done = change_orders(ctx, rows, change)
    changed = {"let_go": 1, "untag": 1, "carrier": 0}.get(kind, 2)
    assert (len(done.orders), len(done.nothing), done.refused) == (changed, 2 - changed, [])
    assert (state() != before) == bool(changed)
    take_back(ctx, done.undo)
    assert state() == before
