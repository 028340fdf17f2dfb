"""Accepted messages taken back, conflicts decided, and what customers call our articles."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.permissions import Role
from app.errors import NotAllowed
from app.integrations.channels.reading import OrderReading, ReadLine, ReadParty
from app.services.intake import accept_message, file_reading
from app.services.intake_back import TakenFurther, prefer_message, remember_articles, take_back_message
from app.services.intake_looking import look_at, original
from app.services.intake_mending import MendedLine, Mending, mend_and_remember, mended
from app.services.intake_terms import FiledMessage, NotOpen
from app.services.orders import confirm_order
from tests.rig.databases import World
from tests.rig.shop import GTIN, Shop

READING = OrderReading(
    "edifact",
    "PO-1",
    "edifact:4012345000009",
    ReadParty(code="C1"),
    (ReadLine("1", Decimal(3), gtin=GTIN["MUG"], unit="PCE", unit_price=Decimal("2.5")),),
    currency="EUR",
)
TABLES = ("intake_message", "sales_order", "customer_article")


def filed(world: World, reading: OrderReading = READING, name: str = "a.edi") -> FiledMessage:
    return file_reading(world.ctx(Role.CUSTOMER_SERVICE), name, name.encode(), reading)


def state(world: World, message: FiledMessage) -> str:
    return str(world.one("SELECT state FROM intake_message WHERE id = :m", m=message.message_id))


def test_a_draft_is_taken_back_and_entered_anew(world: World) -> None:
    Shop(world)
    clerk = world.ctx(Role.CUSTOMER_SERVICE)
    message = filed(world)
    first = accept_message(clerk, message.message_id, op_key="a")
    again = take_back_message(clerk, message.message_id)
    assert (again.state, again.ready) == ("waiting", True)
    row = world.rows("SELECT state, external_number FROM sales_order")[0]
    assert tuple(row) == ("cancelled", f"PO-1 ({first.number})")
    second = accept_message(clerk, message.message_id, op_key="b")
    assert second.number != first.number


def test_what_is_more_than_a_draft_stays(world: World) -> None:
    Shop(world)
    clerk = world.ctx(Role.CUSTOMER_SERVICE)
    message = filed(world)
    with pytest.raises(NotOpen):
        take_back_message(clerk, message.message_id)
    entered = accept_message(clerk, message.message_id, op_key="a")
    confirm_order(clerk, entered.order_id)
    before = world.tables(*TABLES)
    with pytest.raises(TakenFurther):
        take_back_message(clerk, message.message_id)
    with pytest.raises(NotAllowed):
        take_back_message(world.ctx(Role.PICKER), message.message_id)
    assert world.tables(*TABLES) == before


def test_the_new_version_stands_instead(world: World) -> None:
    Shop(world)
    clerk = world.ctx(Role.CUSTOMER_SERVICE)
    old = filed(world)
    new = filed(world, replace(READING, note="other"), "b.edi")
    assert new.state == "conflict"
    assert prefer_message(clerk, new.message_id).ready
    assert state(world, old) == "refused"
    accept_message(clerk, new.message_id, op_key="a")
    third = filed(world, replace(READING, note="third"), "c.edi")
    assert third.state == "conflict"
    with clerk.reading() as connection:
        looked = look_at(connection, third.message_id)
    assert looked is not None
    assert looked.other is not None
    assert looked.other.reading.note == "other"
    prefer_message(clerk, third.message_id)
    assert [state(world, one) for one in (new, third)] == ["refused", "waiting"]
    assert world.one("SELECT state FROM sales_order") == "cancelled"


def test_a_confirmed_order_is_not_replaced(world: World) -> None:
    Shop(world)
    clerk = world.ctx(Role.CUSTOMER_SERVICE)
    entered = accept_message(clerk, filed(world).message_id, op_key="a")
    confirm_order(clerk, entered.order_id)
    other = filed(world, replace(READING, note="other"), "b.edi")
    before = world.tables(*TABLES)
    with pytest.raises(TakenFurther):
        prefer_message(clerk, other.message_id)
    with pytest.raises(NotOpen):
        prefer_message(clerk, filed(world, replace(READING, number="PO-2"), "c.edi").message_id)
    assert world.tables("sales_order") == {"sales_order": before["sales_order"]}
    assert state(world, other) == "conflict"


def test_their_numbers_are_remembered_and_change(world: World) -> None:
    shop = Shop(world)
    clerk = world.ctx(Role.CUSTOMER_SERVICE)
    ask = "SELECT code, product_id FROM customer_article ORDER BY code"
    assert remember_articles(clerk, shop.customer, (("K-1", shop.product["MUG"]),)) == 1
    assert remember_articles(clerk, shop.customer, (("K-1", shop.product["MUG"]),)) == 0
    assert (
        remember_articles(clerk, shop.customer, (("K-1", shop.product["POT"]), ("K-2", shop.product["TEA"])))
        == 2
    )
    assert [tuple(row) for row in world.rows(ask)] == [
        ("K-1", shop.product["POT"]),
        ("K-2", shop.product["TEA"]),
    ]
    with pytest.raises(NotAllowed):
        remember_articles(world.ctx(Role.PACKER), shop.customer, (("K-3", shop.product["MUG"]),))
    # Where ours should stand, their own number is found, too.
    line = ReadLine("1", Decimal(1), sku="K-2")
    assert filed(world, replace(READING, number="PO-9", lines=(line,))).ready


def test_mended_and_remembered_in_one_step(world: World) -> None:
    shop = Shop(world)
    clerk = world.ctx(Role.CUSTOMER_SERVICE)
    line = ReadLine(
        "1", Decimal(2), article="K-9", unit="CT", unit_price=Decimal(15), name="Mugs by the carton"
    )
    message = filed(world, replace(READING, lines=(line,)))
    assert not message.ready
    with clerk.reading() as connection:
        looked = look_at(connection, message.message_id)
    assert looked is not None
    assert looked.meant is not None
    mending = Mending(lines=(MendedLine(0, "MUG", 12, remember=True), MendedLine(None, "POT", 1)))
    reading = mended(looked.reading, mending, looked.meant.lines)
    assert [(one.sku, one.qty, one.unit, one.unit_price) for one in reading.lines] == [
        ("MUG", Decimal(12), "", Decimal("2.5")),
        ("POT", Decimal(1), "", None),
    ]
    kept = mend_and_remember(
        clerk, message.message_id, reading, 1, shop.customer, (("K-9", shop.product["MUG"]),)
    )
    assert kept.ready
    assert accept_message(clerk, message.message_id, op_key="a").total > 0


def test_nothing_mended_changes_nothing() -> None:
    assert mended(READING, Mending()) == READING
    assert mended(READING, Mending(lines=(MendedLine(0, qty=0),))).lines == ()
    chosen = mended(replace(READING, buyer=ReadParty(gln="4012345000009")), Mending(customer=("C2", "")))
    assert (chosen.buyer.code, chosen.buyer.gln) == ("C2", "")


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        (
            "a.edi",
            b"UNB+UNOC:3+" + b"x" * 200 + b"'BGM+220'FTX+a?'b'",
            "UNB+UNOC:3+" + "x" * 200 + "'\nBGM+220'\nFTX+a?'b'\n",
        ),
        ("a.txt", "caf\u00e9 \u202efdp.exe\x1b[31m".encode(), "caf\u00e9 \ufffdfdp.exe\ufffd[31m"),
        ("a.txt", "caf\u00e9".encode("cp1252"), "caf\u00e9"),
        ("a.pdf", b"%PDF-1.7", None),
        ("a.bin", b"\0" * 50, None),
        (
            "a.eml",
            b"From: a@example.org\nSubject: Hi\nContent-Type: text/html\n\n<p>Two<br>mugs<script>x()</script>",
            "From: a@example.org\nSubject: Hi\n\nTwo\nmugs",
        ),
    ],
    ids=["edifact", "turning signs", "cp1252", "pdf", "bytes", "letter"],
)
def test_bytes_are_shown_safely(name: str, data: bytes, text: str | None) -> None:
    shown = original(name, data)
    assert shown.text == text
    assert shown.size == len(data)
