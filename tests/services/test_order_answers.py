"""Answers to orders: a message comes in, is entered, changed and confirmed, and another's reader reads what goes back."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pydifact.segmentcollection import Interchange

from app.domain.permissions import Role
from app.errors import Conflict
from app.integrations.channels.orders import reader_of
from app.integrations.channels.reading import OrderReading
from app.integrations.messages.answer import NotAnswerable
from app.integrations.messages.ubl_answer import NAMESPACE
from app.services.background import background_turn
from app.services.context import Context
from app.services.intake import accept_message, file_orders, refuse_message
from app.services.order_answers import answer_order, answer_refusal
from app.services.order_changes import cancel_line
from app.services.orders import confirm_order
from app.services.parties import NewCustomer, edit_customer
from app.services.reasons import ensure_reasons
from tests.integrations.channels.orders.samples import BUYER, GOOD, SUPPLIER
from tests.rig.databases import World
from tests.rig.shop import ADDRESS, Shop
from tests.rig.ubl import faults

pytestmark = pytest.mark.filterwarnings("ignore::pydifact.exceptions.MissingImplementationWarning")
UBL = {
    "r": NAMESPACE,
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}


class Desk:
    """Customer service at a shop whose customer sends messages and wants them answered in the same format."""

    def __init__(self, world: World, folder: Path, channel: str) -> None:
        self.world = world
        self.shop = Shop(world)
        self.folder = folder = folder / "answers"
        folder.mkdir()
        self.channel = channel
        self.ctx: Context = world.ctx(Role.CUSTOMER_SERVICE)
        terms = NewCustomer(
            "C1", "Épicerie", ADDRESS, gln=BUYER, order_answer=channel, answer_folder=str(folder)
        )
        edit_customer(self.shop.owner, self.shop.customer, terms, 1)
        with world.database().engine.begin() as connection:
            connection.exec_driver_sql(f"UPDATE app_meta SET gln = '{SUPPLIER}', company = 'Maison Quai'")

    def bring(self) -> int:
        """File and enter the good message of the channel; the order's id."""
        (filed,) = file_orders(self.ctx, "o", GOOD[self.channel])
        return accept_message(self.ctx, filed.message_id, op_key="once").order_id

    def turn(self) -> None:
        """What a console does besides."""
        background_turn(self.ctx)

    def written(self) -> list[bytes]:
        """What lies in the customer's folder."""
        return [path.read_bytes() for path in sorted(self.folder.iterdir())]


def _asked(channel: str) -> OrderReading:
    (reading,) = reader_of(channel, "o", GOOD[channel]).read("o", GOOD[channel])
    return reading


def _segments(data: bytes) -> tuple[Interchange, dict[str, list[Any]]]:
    interchange = Interchange.from_str(data.decode("latin-1"))
    (message,) = interchange.get_messages()
    said: dict[str, list[Any]] = {}
    for one in message.segments:
        said.setdefault(one.tag, []).append(one.elements)
    return interchange, said


def test_an_edifact_order_comes_back_as_ordrsp(world: World, tmp_path: Path) -> None:
    desk = Desk(world, tmp_path, "edifact")
    asked = _asked("edifact")
    confirm_order(desk.ctx, desk.bring())
    desk.turn()
    (data,) = desk.written()
    interchange, said = _segments(data)
    assert interchange.sender == [SUPPLIER, "14"]
    assert interchange.recipient == [BUYER, "14"]
    assert ["ON", asked.number] in [element[0] for element in said["RFF"]]
    assert [[line[0], line[2][0]] for line in said["LIN"]] == [
        [line.number, line.gtin] for line in asked.lines
    ]
    ordered = [qty[0] for qty in said["QTY"] if qty[0][0] == "21"]
    given = [qty[0] for qty in said["QTY"] if qty[0][0] == "113"]
    assert [(Decimal(qty[1]), qty[2]) for qty in ordered] == [(line.qty, line.unit) for line in asked.lines]
    assert [qty[1:] for qty in given] == [qty[1:] for qty in ordered]
    assert [Decimal(price[0][1]) for price in said["PRI"]] == [Decimal("2.5"), Decimal(15), Decimal("6.75")]
    assert [line[1] for line in said["LIN"]] == ["5", "5", "5"]
    assert said["BGM"][0][2] in ("29", "4")  # 4 where the promise is later than the day that was asked for
    assert said["CNT"] == [[["2", "3"]]]
    assert said["PIA"][0] == ["1", ["MUG", "SA"], ["K-77", "IN"]]


def test_a_line_that_was_cancelled_is_answered_as_refused(world: World, tmp_path: Path) -> None:
    desk = Desk(world, tmp_path, "edifact")
    order = desk.bring()
    ensure_reasons(desk.shop.owner)
    lines = world.rows("SELECT id FROM order_line ORDER BY position")
    cancel_line(desk.ctx, lines[1].id, 6, "not-available")
    cancel_line(desk.ctx, lines[2].id, 0, "not-available")
    confirm_order(desk.ctx, order)
    desk.turn()
    _, said = _segments(desk.written()[0])
    assert said["BGM"][0][2] == "4"
    assert [line[1] for line in said["LIN"]] == ["5", "3", "7"]
    given = [qty[0][1] for qty in said["QTY"] if qty[0][0] == "113"]
    assert given == ["12", "1", "0"]  # one carton of six is left of two


def test_a_ubl_order_comes_back_as_order_response(world: World, tmp_path: Path) -> None:
    desk = Desk(world, tmp_path, "ubl")
    asked = _asked("ubl")
    confirm_order(desk.ctx, desk.bring())
    desk.turn()
    (data,) = desk.written()
    assert faults(data) == []
    root = ET.fromstring(data)
    assert root.findtext("cac:OrderReference/cbc:ID", namespaces=UBL) == asked.number
    assert root.findtext("cbc:OrderResponseCode", namespaces=UBL) in ("AP", "CA")
    lines = root.findall("cac:OrderLine", UBL)
    said = [
        (
            line.findtext("cac:OrderLineReference/cbc:LineID", namespaces=UBL),
            Decimal(line.findtext("cac:LineItem/cbc:Quantity", namespaces=UBL) or ""),
            line.find("cac:LineItem/cbc:Quantity", UBL).get("unitCode"),  # type: ignore[union-attr]  # fails if missing
            line.findtext("cac:LineItem/cbc:LineStatusCode", namespaces=UBL),
            Decimal(line.findtext("cac:LineItem/cac:Price/cbc:PriceAmount", namespaces=UBL) or ""),
        )
        for line in lines
    ]
    assert said == [(line.number, line.qty, line.unit, "5", line.unit_price) for line in asked.lines]


@pytest.mark.parametrize("channel", ["edifact", "ubl"])
def test_a_refused_message_is_answered_with_the_reason(world: World, tmp_path: Path, channel: str) -> None:
    desk = Desk(world, tmp_path, channel)
    (filed,) = file_orders(desk.ctx, "o", GOOD[channel])
    with pytest.raises(Conflict):
        answer_refusal(desk.ctx, filed.message_id)
    refuse_message(desk.ctx, filed.message_id, "We do not deliver there: ask again + soon")
    assert answer_refusal(desk.ctx, filed.message_id) is not None
    assert answer_refusal(desk.ctx, filed.message_id) is None
    desk.turn()
    (data,) = desk.written()
    if channel == "ubl":
        assert faults(data) == []
        root = ET.fromstring(data)
        assert root.findtext("cbc:OrderResponseCode", namespaces=UBL) == "RE"
        assert root.findtext("cbc:Note", namespaces=UBL) == "We do not deliver there: ask again + soon"
    else:
        _, said = _segments(data)
        assert said["BGM"][0][2] == "27"
        assert {line[1] for line in said["LIN"]} == {"7"}
        assert said["FTX"][0][3] == "We do not deliver there: ask again + soon"


def test_nothing_goes_where_nothing_is_wanted_or_known(world: World, tmp_path: Path) -> None:
    desk = Desk(world, tmp_path, "edifact")
    order = desk.bring()
    assert answer_order(desk.ctx, order) is None  # a draft
    confirm_order(desk.ctx, order)
    terms = NewCustomer("C1", "Épicerie", ADDRESS, order_answer="edifact", answer_folder=str(tmp_path))
    edit_customer(desk.shop.owner, desk.shop.customer, terms, 2)
    before = world.tables("outgoing_message", "blob")
    with pytest.raises(NotAnswerable) as refused:
        answer_order(desk.ctx, order)
    assert refused.value.facts["missing"] == "the GLN of the customer"
    assert world.tables("outgoing_message", "blob") == before
    edit_customer(desk.shop.owner, desk.shop.customer, NewCustomer("C1", "Épicerie", ADDRESS, gln=BUYER), 3)
    assert answer_order(desk.ctx, order) is None
