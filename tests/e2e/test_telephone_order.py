"""A telephone order by keystrokes alone: every key that is pressed is counted, up to the confirmed order and its paper."""

from __future__ import annotations

import pypdfium2

from app.documents.packing_slip import packing_slip
from app.domain.permissions import Role
from app.services.papers import packing_slip_content
from app.views.order_entry import OrderEntry
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.order_desk import SCREENS
from tests.rig.screens import MakeDesk

MOST_KEYS = 45
LINES = (("yir", "12"), ("lav", "6"), ("orge", "6"), ("kala", "4"), ("écum", "8"))
"""What is typed to find a product among three hundred, and how many of it."""


class Counted:
    """Hands that count: a letter is a key, and so is each key of a combination."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.keys = desk, 0

    def type(self, text: str) -> None:
        self.keys += len(text)
        self.desk.type(text)

    def press(self, *keys: str) -> None:
        self.keys += sum(len(key.split("+")) for key in keys)
        self.desk.press(*keys)


def paper_of(world: World, order_id: int) -> str:
    """The words of the paper that a confirmed order gets, made as a PDF."""
    shipment = world.one("SELECT id FROM shipment WHERE order_id = :order", order=order_id)
    with world.owner.reading() as connection:
        content = packing_slip_content(connection, shipment)
    pages = pypdfium2.PdfDocument(packing_slip(content))
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def test_five_lines_take_at_most_45_keys(sample_world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(sample_world, Role.CUSTOMER_SERVICE, screens=SCREENS)
    screen = desk.show(OrderEntry, "new")
    hands = Counted(desk)
    hands.type("ashw")
    hands.press("Return", "Return", "Return", "Return")
    for words, qty in LINES:
        hands.type(words)
        hands.press("Return")
        hands.type(qty)
        hands.press("Return")
    wanted = ["CAF-001", "MIE-001", "SIR-003", "OLI-009", "ASS-010"]
    assert [line.sku for line in screen.draft.lines] == wanted
    hands.press("F10")
    assert hands.keys <= MOST_KEYS, f"{hands.keys} keys"
    assert not desk.notices
    number = screen.done_page.number.text()
    (order,) = sample_world.rows(
        "SELECT o.id, o.state, c.name FROM sales_order o JOIN customer c ON c.id = o.customer_id "
        "WHERE o.number = :number",
        number=number,
    )
    assert (order.state, order.name) == ("confirmed", "Ashworth & Sons")
    lines = sample_world.rows(
        "SELECT p.sku, l.qty FROM order_line l JOIN product p ON p.id = l.product_id "
        "WHERE l.order_id = :order ORDER BY l.position",
        order=order.id,
    )
    assert [(line.sku, line.qty) for line in lines] == list(
        zip(wanted, (int(qty) for _, qty in LINES), strict=True)
    )
    words = paper_of(sample_world, order.id)
    assert number in words
    assert "Ashworth" in words, words
