"""Today by keys: numbers, what stands behind each, and the letter to a customer whose order will be late."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.permissions import Role
from app.qt.screen import Screen
from app.qt.words import mark
from app.services.orders import confirm_order, hold_order
from app.views.orders import OrderQueue
from app.views.outbox import Outbox
from app.views.parts.letter import LetterDialog
from app.views.print_queue import PrintQueue
from app.views.shipments import Shipments
from app.views.table_screen import TableScreen
from app.views.today import Today
from app.views.unresolved import Unresolved
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.shop import Shop


class Intake(Screen):
    """Stands for the screen on which orders come in."""

    id, title, icon, group = "intake", mark("Intake"), "intake", mark("Sell")


SCREENS = (Today, OrderQueue, Shipments, Unresolved, PrintQueue, Outbox, Intake)
TODAY = date.today()  # noqa: DTZ011 - the desk's own calendar, as the screen's


@pytest.fixture
def shop(sqlite_world: World) -> Shop:
    shop = Shop(sqlite_world)
    late = shop.draft({"MUG": 1}, promised_on=TODAY - timedelta(days=3))
    held = shop.draft({"MUG": 1}, promised_on=TODAY)
    for order in (late, held):
        confirm_order(shop.owner, order.order_id)
    hold_order(shop.owner, held.order_id, "credit-check")
    shop.order({"MUG": 1}, promised_on=TODAY)
    return shop


def _desk(shop: Shop, desk_of: MakeDesk) -> tuple[Desk, Today]:
    desk = desk_of(shop.world, Role.CUSTOMER_SERVICE, screens=SCREENS)
    return desk, desk.show(Today)


def _letter() -> LetterDialog | None:
    return next(
        (one for one in QApplication.topLevelWidgets() if isinstance(one, LetterDialog) and one.isVisible()),
        None,
    )


def test_the_day_says_how_it_is_made(shop: Shop, desk_of: MakeDesk) -> None:
    _, screen = _desk(shop, desk_of)
    tiles = {key: tile.value for key, tile in screen.glance.tiles.items()}
    assert tiles["left"] == 0
    assert (tiles["today"], tiles["late"], tiles["soon"], tiles["held"]) == (2, 1, 1, 1)
    assert (tiles["step-planned"], tiles["step-reserved"]) == (2, 1)
    assert screen.glance.rate.text() == "0%"
    assert screen.glance.how.text().startswith(
        "0 of 3 orders left: those that left today, and those promised"
    )
    assert screen.glance.tiles["late"].accessibleName() == "Late: 1"
    assert len(screen.table.rows) == 2


def test_each_number_opens_its_rows(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    for key, tile in screen.glance.tiles.items():
        desk.work.go("today")
        desk.wait()
        number = tile.value
        tile.setFocus()
        desk.press("Return")
        shown = desk.work.current
        assert shown is not None
        assert shown.id == tile.number.screen, key
        if isinstance(shown, TableScreen):
            assert len(shown.table.rows) == number, key


def test_a_customer_is_told_once_by_keys(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    screen.view.setFocus()
    desk.press("Home", "Ctrl+M")
    letter = _letter()
    assert letter is not None
    assert "will not keep that day" in letter.text.toPlainText()
    desk.press("Escape")
    assert shop.world.one("SELECT count(*) FROM outgoing_message") == 0  # nothing goes by itself
    desk.press("Ctrl+M")
    letter = _letter()
    assert letter is not None
    letter.accept()
    desk.wait()
    assert shop.world.one("SELECT kind FROM outgoing_message") == "order_delay"
    assert screen.table.rows[0].told == "waiting"
    screen.view.setFocus()
    desk.press("Home")
    assert not screen.actions_by_id["today.tell"].isEnabled()


def test_an_empty_day_says_so(sqlite_world: World, desk_of: MakeDesk) -> None:
    Shop(sqlite_world)
    desk = desk_of(sqlite_world, Role.SUPERVISOR, screens=SCREENS)
    screen = desk.show(Today)
    assert screen.glance.rate.text() == "–"
    assert screen.glance.how.text() == "Nothing is promised until today, and nothing has left."
    assert not screen.table.rows


def test_a_confirmation_is_sent_and_printed_from_the_queue(shop: Shop, desk_of: MakeDesk) -> None:
    desk = desk_of(shop.world, Role.CUSTOMER_SERVICE, screens=SCREENS)
    screen = desk.show(OrderQueue)
    screen.view.setFocus()
    desk.press("Home", "Ctrl+M", "Ctrl+Shift+P")
    assert shop.world.one("SELECT kind FROM outgoing_message") == "order_confirmation"
    assert shop.world.one("SELECT document FROM print_job") == "order_confirmation"
    desk.press("Ctrl+M")  # the same version a second time
    assert shop.world.one("SELECT count(*) FROM outgoing_message") == 1
    (notice,) = desk.shell.notices.waiting
    assert "has this letter already" in notice.text
