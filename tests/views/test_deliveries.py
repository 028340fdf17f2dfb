"""Parcels under way and the outbox on the screen: seen, decided about, taken back."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.domain.permissions import Role
from app.services.announcing import send_notice
from app.services.outbox import PERHAPS
from app.views.deliveries import Deliveries
from app.views.outbox import Outbox
from app.views.parts.letter import LetterDialog
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.sent import Sent, said

SCREENS = (Deliveries, Outbox)


def shown(desk: Desk, tab: str) -> Deliveries:
    """The screen with a view of it."""
    screen = desk.show(Deliveries)
    screen.choose_tab(tab)
    desk.wait()
    screen.view.setFocus()
    return screen


def letters() -> list[LetterDialog]:
    """Letters that are open."""
    return [
        one for one in QApplication.topLevelWidgets() if isinstance(one, LetterDialog) and one.isVisible()
    ]


def test_lost_found_delivered_and_taken_back(world: World, desk_of: MakeDesk) -> None:
    shop = Sent(world)
    desk = desk_of(world, Role.CUSTOMER_SERVICE, screens=SCREENS)
    screen = shown(desk, "all")
    assert [row.sscc for row in screen.table.rows] == shop.sscc
    desk.press("Ctrl+L")
    assert shop.state("package", shop.parcels[0]) == "lost"
    assert not screen.run("delivery.delivered")
    desk.press("Ctrl+U")
    assert shop.state("package", shop.parcels[0]) == "loaded"
    desk.press("Ctrl+Return")
    assert shop.state("shipment", shop.shipment) == "delivered"
    assert screen.table.rows == []
    desk.press("Ctrl+Z")
    assert shop.state("shipment", shop.shipment) == "shipped"
    desk.wait(lambda: len(screen.table.rows) == 1)


def test_a_letter_is_read_before_it_goes(world: World, desk_of: MakeDesk) -> None:
    shop = Sent(world)
    shop.label(shop.parcels[0], "1Z1")
    desk = desk_of(world, Role.CUSTOMER_SERVICE, screens=SCREENS)
    shown(desk, "all")
    desk.press("Ctrl+M")
    (dialog,) = letters()
    assert "1Z1" in dialog.text.toPlainText()
    dialog.reject()
    desk.wait()
    assert world.one("SELECT count(*) FROM outgoing_message") == 0
    desk.press("Ctrl+M")
    letters()[0].accept()
    desk.wait(lambda: bool(world.one("SELECT count(*) FROM outgoing_message")))
    desk.wait()
    desk.press("Ctrl+M")
    assert "has this letter already" in desk.shell.notices.waiting[0].text
    assert letters() == []


def test_what_the_carrier_says_stands_beside_the_parcel(world: World, desk_of: MakeDesk) -> None:
    shop = Sent(world)
    shop.tell(said(shop.sscc[0], "exception", 2, "Nobody home"), said(shop.sscc[0], "in_transit", 20))
    desk = desk_of(world, Role.CUSTOMER_SERVICE, screens=SCREENS)
    screen = shown(desk, "trouble")
    desk.wait(lambda: len(screen.details.timeline) == 2)
    assert screen.details.who.text() == "Analytique"


def test_unknown_numbers_are_put_aside(world: World, desk_of: MakeDesk) -> None:
    shop = Sent(world)
    shop.tell(said("XY1", "lost", 2))
    desk = desk_of(world, Role.CUSTOMER_SERVICE, screens=SCREENS)
    screen = shown(desk, "unknown")
    assert [row.tracking for row in screen.table.rows] == ["XY1"]
    assert not screen.run("delivery.lost")
    desk.press("Del")
    desk.wait(lambda: screen.table.rows == [])
    desk.press("Ctrl+Z")
    desk.wait(lambda: len(screen.table.rows) == 1)
    shop.label(shop.parcels[0], "XY1")
    desk.press("Ctrl+R")
    assert shop.state("package", shop.parcels[0]) == "lost"


def test_the_carriers_page_is_copied(sqlite_world: World, desk_of: MakeDesk) -> None:
    shop = Sent(sqlite_world)
    shop.label(shop.parcels[0], "1Z1")
    with sqlite_world.database().engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO carrier (id, code, name, tracking_url) VALUES (7, 'CX', 'CX', 'https://t.example/{tracking}')"
        )
        connection.exec_driver_sql(
            "INSERT INTO carrier_service (id, carrier_id, code, name) VALUES (7, 7, 'S', 'S')"
        )
        connection.exec_driver_sql("UPDATE shipment SET carrier_service_id = 7")
    desk = desk_of(sqlite_world, Role.CUSTOMER_SERVICE, screens=SCREENS)
    shown(desk, "all")
    desk.press("Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text() == "https://t.example/1Z1"


def test_the_outbox_is_looked_through_and_decided(world: World, desk_of: MakeDesk) -> None:
    shop = Sent(world)
    message = send_notice(shop.service, shop.parcels[0])
    desk = desk_of(world, Role.CUSTOMER_SERVICE, screens=SCREENS)

    def put(status: str, code: str = "") -> None:
        with world.database().engine.begin() as connection:
            connection.exec_driver_sql(
                f"UPDATE outgoing_message SET status = '{status}', error = 'Broke.', error_code = '{code}'"
            )

    def status() -> str:
        return str(world.one("SELECT status FROM outgoing_message WHERE id = :m", m=message))

    put("failed", PERHAPS)
    screen = desk.show(Outbox)
    screen.view.setFocus()
    desk.press("F3")
    (dialog,) = letters()
    assert "late" in dialog.text.toPlainText()
    dialog.reject()
    desk.wait()
    screen.view.setFocus()
    desk.press("Ctrl+Return")
    assert status() == "sent"
    put("failed")
    screen.refresh()
    desk.wait(lambda: len(screen.table.rows) == 1)
    assert not screen.run("message.went")
    desk.press("Ctrl+R")
    assert status() == "waiting"
    screen.choose_tab("waiting")
    desk.wait(lambda: len(screen.table.rows) == 1)
    screen.view.setFocus()
    desk.press("Del")
    assert status() == "cancelled"


def test_an_announcement_that_could_not_be_made_is_tried_again(world: World, desk_of: MakeDesk) -> None:
    Sent(world)
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE job SET status = 'failed', attempts = 8, last_error = 'The despatch advice needs a GLN.'"
        )
    desk = desk_of(world, Role.CUSTOMER_SERVICE, screens=SCREENS)
    screen = desk.show(Outbox)
    (row,) = screen.table.rows
    assert (row.kind, row.shipment != "") == ("announce", True)
    screen.view.setFocus()
    assert not screen.run("message.cancel")
    desk.press("Ctrl+R")
    assert world.one("SELECT status FROM job WHERE kind = 'announce'") == "waiting"
