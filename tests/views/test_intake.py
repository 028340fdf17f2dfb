"""The intake on the screen, by keyboard alone: accepted, mended, refused, taken back; two versions beside each other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.permissions import Role
from app.integrations.channels.reading import OrderReading, ReadLine, ReadParty
from app.services.intake import file_reading
from app.services.intake_terms import FiledMessage
from app.views.intake import Intake
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.order_desk import Orders
from tests.rig.screens import MakeDesk
from tests.rig.shop import GTIN, Shop

SCREENS = (Orders, Intake)
READING = OrderReading(
    "edifact",
    "PO-1",
    "edifact:4012345000009",
    ReadParty(code="C1", name="Analytique SARL"),
    (
        ReadLine("1", Decimal(3), gtin=GTIN["MUG"], unit="PCE", unit_price=Decimal("2.5"), name="Mug"),
        ReadLine("2", Decimal(2), article="K-9", name="Teapot, blue", unit="PCE", unit_price=Decimal("7.5")),
    ),
    currency="EUR",
)
GOOD = replace(READING, number="PO-2", lines=READING.lines[:1])


def file(
    shop: Shop, reading: OrderReading, name: str = "order.edi", data: bytes = b"UNB+...'"
) -> FiledMessage:
    return file_reading(shop.world.ctx(Role.CUSTOMER_SERVICE), name, data + name.encode(), reading)


def desk_with(shop: Shop, desk_of: MakeDesk) -> tuple[Desk, Intake]:
    desk: Desk = desk_of(shop.world, Role.CUSTOMER_SERVICE, screens=SCREENS)
    screen = desk.show(Intake)
    screen.view.setFocus()
    desk.wait()
    return desk, screen


def state(world: World, message: FiledMessage) -> str:
    return str(world.one("SELECT state FROM intake_message WHERE id = :m", m=message.message_id))


def test_enter_accepts_and_ctrl_z_takes_it_back(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    message = file(shop, GOOD)
    desk, screen = desk_with(shop, desk_of)
    assert screen.details.number.text() == "PO-2"
    assert "UNB" in screen.details.text.toPlainText()
    desk.press("Return")
    assert state(world, message) == "accepted"
    assert world.one("SELECT state FROM sales_order") == "draft"
    screen.shell.undo()
    desk.wait()
    assert state(world, message) == "waiting"
    assert world.one("SELECT state FROM sales_order") == "cancelled"
    desk.press("F10")
    assert state(world, message) == "accepted"
    assert world.one("SELECT count(*) FROM sales_order WHERE state = 'draft'") == 1
    screen.choose_tab("accepted")
    desk.wait()
    screen.view.setFocus()
    desk.press("Return")
    assert isinstance(desk.work.current, Orders)


def test_a_line_is_mended_and_its_number_remembered(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    message = file(shop, READING)
    desk, screen = desk_with(shop, desk_of)
    assert screen.table.rows[0].stops == 1
    desk.press("Return")
    assert screen.details.mend.article.hasFocus()
    desk.type("POT")
    desk.press("Return")
    desk.type("2")
    desk.press("Return", "F10")
    assert world.one("SELECT code FROM customer_article") == "K-9"
    assert screen.table.rows[0].ready, screen.details.looked
    desk.press("F10")
    assert state(world, message) == "accepted"
    again = file(shop, replace(READING, number="PO-3"), "second.edi")
    assert again.ready


def test_refused_with_a_reason_and_looked_at_again(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    message = file(shop, GOOD)
    desk, screen = desk_with(shop, desk_of)
    before = world.tables("intake_message")
    desk.press("Del", "Return")
    assert world.tables("intake_message") == before, "without a reason nothing is refused"
    desk.type("Ordered by telephone, too")
    desk.press("Return")
    assert state(world, message) == "refused"
    screen.choose_tab("refused")
    desk.wait()
    screen.view.setFocus()
    desk.press("Ctrl+R")
    assert state(world, message) == "waiting"


def test_a_conflict_shows_what_differs(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    file(shop, GOOD)
    more = replace(GOOD.lines[0], qty=Decimal(30))
    other = file(shop, replace(GOOD, lines=(more,), reference="X"), "again.edi")
    assert other.state == "conflict"
    desk, screen = desk_with(shop, desk_of)
    screen.choose_tab("conflict")
    desk.wait()
    told = [(row.what, row.before, row.now) for row in screen.details.different.rows]
    assert ("reference", "", "X") in told
    assert any(what == "line" and "30" in now and before.startswith("3 ") for what, before, now in told)
    desk.press("F6")
    assert screen.details.of_other
    screen.view.setFocus()
    desk.press("F2")
    screen.details.mend.number.setText("PO-2B")
    desk.press("F10")
    assert state(world, other) == "waiting"
