"""The queue of open questions on the screen: settled by keys, within limits, taken back; and the limits themselves."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from PySide6.QtWidgets import QApplication

from app.domain.order_questions import CODES
from app.domain.permissions import Role
from app.queries.pages import Ask
from app.queries.unresolved import unresolved
from app.services.order_entry import enter_order
from app.views.orders import OrderQueue
from app.views.parts.limits_dialog import LimitsDialog
from app.views.parts.question_words import TITLES, words
from app.views.unresolved import Unresolved
from app.views.users import Users
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.shop import Shop

SCREENS = (Unresolved, OrderQueue, Users)


@pytest.fixture
def shop(world: World) -> Shop:
    """A shop whose customer has three orders that are questioned: over the limit, the same reference, both."""
    shop = Shop(world)
    shop.order({"MUG": 1}, customer_reference="PO-1")
    say(world, "UPDATE customer SET credit_limit = 900")
    for lines, reference in (({"POT": 2}, ""), ({"MUG": 1}, "PO-1"), ({"POT": 2}, "PO-1")):
        enter_order(shop.owner, shop.new_order(lines, customer_reference=reference))
    return shop


def say(world: World, statement: str) -> None:
    with world.database().engine.begin() as connection:
        connection.execute(sa.text(statement))


def states(world: World) -> list[str]:
    return [row.state for row in world.rows("SELECT state FROM order_check ORDER BY id")]


def queue(desk: Desk) -> Unresolved:
    screen = desk.show(Unresolved)
    desk.wait()
    screen.view.setFocus()
    return screen


def test_a_supervisor_approves_and_takes_it_back(shop: Shop, world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.SUPERVISOR, screens=SCREENS)
    screen = queue(desk)
    assert len(screen.table.rows) == 3
    assert "over the limit of" in screen.view.model().data(screen.view.model().index(0, 3))
    before = states(world)
    desk.press("Ctrl+Return")
    desk.type("they always pay")
    desk.press("Return")
    assert states(world).count("approved") == 1
    desk.wait(lambda: len(screen.table.rows) == 2)
    desk.press("Ctrl+Z")
    assert states(world) == before
    desk.wait(lambda: len(screen.table.rows) == 3)


def test_customer_service_overrides_with_a_reason_and_approves_no_credit(
    shop: Shop, world: World, desk_of: MakeDesk
) -> None:
    desk = desk_of(world, Role.CUSTOMER_SERVICE, screens=SCREENS)
    screen = queue(desk)
    desk.press("Ctrl+Return", "Return")
    assert "may not approve" in desk.shell.notices.waiting[0].text
    assert "approved" not in states(world)
    screen.choose_tab("service")
    desk.wait(lambda: len(screen.table.rows) == 2)
    screen.view.setFocus()
    desk.press("Ctrl+U", "Return")
    assert "overridden" not in states(world)
    desk.type("two halls")
    desk.press("Return")
    assert states(world).count("overridden") == 1
    desk.press("Ctrl+Z")
    assert "overridden" not in states(world)


def test_a_note_a_hold_and_the_way_to_the_order(shop: Shop, world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.CUSTOMER_SERVICE, screens=SCREENS)
    screen = queue(desk)
    desk.press("Ctrl+M", "Return")
    desk.type("rings back")
    desk.press("Return")
    desk.wait(lambda: len(screen.details.notes) == 1)
    desk.press("Ctrl+H")
    desk.wait()
    desk.press("Return", "Return", "Return")
    assert world.one("SELECT count(*) FROM order_hold WHERE released_at IS NULL") == 1
    desk.press("Ctrl+Z")
    assert world.one("SELECT count(*) FROM order_hold WHERE released_at IS NULL") == 0
    say(world, "UPDATE customer SET credit_limit = 0")
    screen.view.setFocus()
    desk.press("Ctrl+R")
    assert states(world).count("resolved") == 1
    row = screen.current()
    assert row is not None
    desk.press("Ctrl+O")
    shown = desk.work.current
    assert isinstance(shown, OrderQueue)


def test_limits_are_typed_by_an_administrator(shop: Shop, world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.ADMIN, screens=SCREENS)
    desk.show(Users)
    desk.wait()
    desk.press("Ctrl+L")
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, LimitsDialog)]
    field = dialog.fields[Role.SUPERVISOR, "credit.limit"]
    field.setText("a lot")
    dialog.keep.click()
    desk.wait()
    assert "a lot" in dialog.state.text()
    field.setText("750,5")
    dialog.fields[Role.CUSTOMER_SERVICE, "quantity.high"].clear()
    dialog.keep.click()
    desk.wait()
    limits = {(row.role, row.code): row.most for row in world.rows("SELECT * FROM approval_limit")}
    assert limits["supervisor", "credit.limit"] == 75_050
    assert ("customer_service", "quantity.high") not in limits


def test_every_question_has_a_title(shop: Shop, world: World) -> None:
    assert set(TITLES) == set(CODES)
    with world.database().reading() as connection:
        rows = unresolved(connection, Ask(filters={"what": "stops"})).rows
    assert all(words(one) != one.code for row in rows for one in row.questions)
