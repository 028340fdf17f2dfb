"""The intake: what is filed, accepted, mended, refused and looked at again; nothing is dropped or merged unseen."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.integrations.channels.reading import OrderReading, reading_from_json
from app.services.context import Context
from app.services.intake import (
    accept_message,
    file_orders,
    mend_message,
    refuse_message,
    reopen_message,
)
from app.services.intake_terms import FiledMessage, NotOpen, NotUnderstood, OrderThere, TooLarge, oddities_of
from app.services.parties import NewCustomer, edit_customer
from tests.integrations.channels.orders.samples import BUYER, GOOD, SHOPIFY
from tests.rig.databases import World
from tests.rig.shop import ADDRESS, Shop

GOOD_EDI = GOOD["edifact"]
UNKNOWN = GOOD_EDI.replace(b"4006381333931", b"4006381333924").replace(b"PIA+1+MUG:SA", b"PIA+1+MUK:SA")
WRITTEN = ("intake_message", "sales_order", "order_line", "attachment", "payment", "customer")


@pytest.fixture
def shop(world: World) -> Shop:
    shop = Shop(world)
    edit_customer(shop.owner, shop.customer, NewCustomer("C1", "Épicerie", ADDRESS, gln=BUYER), 1)
    return shop


@pytest.fixture
def desk(shop: Shop) -> Context:
    return shop.world.ctx(Role.CUSTOMER_SERVICE)


def filed(ctx: Context, data: bytes, name: str = "order.edi") -> FiledMessage:
    (one,) = file_orders(ctx, name, data)
    return one


def test_a_message_is_filed_with_its_bytes_and_accepted_once(desk: Context, shop: Shop) -> None:
    message = filed(desk, GOOD_EDI)
    assert (message.state, message.ready, message.number) == ("waiting", True, "PO-4711")
    row = shop.world.rows(
        "SELECT name, channel, reading, warnings, customer_id, content_hash FROM intake_message"
    )[0]
    assert (row.name, row.channel, row.customer_id) == ("order.edi", "edifact", shop.customer)
    assert reading_from_json(row.reading).number == "PO-4711"
    assert oddities_of(row.warnings) == message.oddities
    entered = accept_message(desk, message.message_id, op_key="k1")
    assert accept_message(desk, message.message_id, op_key="k1") == entered
    with pytest.raises(NotOpen):
        accept_message(desk, message.message_id, op_key="k2")
    assert shop.world.one("SELECT count(*) FROM sales_order") == 1
    kept = shop.world.rows("SELECT state, order_id, decided_by, version FROM intake_message")[0]
    assert (kept.state, kept.order_id, kept.version) == ("accepted", entered.order_id, 2)
    assert kept.decided_by == desk.actor
    order = shop.world.rows(
        "SELECT content_hash, ship_address_id, note, internal_note, requested_on FROM sales_order"
    )[0]
    assert order.content_hash == row.content_hash
    assert order.note == "Livrer à l'accueil: sonner 2x"
    assert order.internal_note == "Bestellung über Herrn Müller"
    town = shop.world.one(f"SELECT city FROM address WHERE id = {order.ship_address_id}")
    assert town == "Roubaix"
    facts = json.loads(shop.world.one("SELECT facts FROM order_event WHERE verb = 'received'"))
    assert (facts["external"], facts["message"]) == ("PO-4711", message.message_id)


def test_the_same_bytes_come_in_once(desk: Context, shop: Shop) -> None:
    first = filed(desk, GOOD_EDI)
    again = filed(desk, GOOD_EDI, "copy.edi")
    assert (again.known, again.message_id, again.state) == (True, first.message_id, "waiting")
    assert shop.world.one("SELECT count(*) FROM intake_message") == 1


def test_the_same_bytes_see_what_was_entered_meanwhile(desk: Context, shop: Shop) -> None:
    first = filed(desk, UNKNOWN)
    assert not first.ready
    shop.add_product("MUK", price="2.50")
    again = filed(desk, UNKNOWN)
    assert (again.known, again.ready) == (True, True)
    accept_message(desk, first.message_id, op_key="k")


def test_a_repeat_is_a_duplicate_and_a_change_a_conflict(desk: Context, shop: Shop) -> None:
    first = filed(desk, GOOD_EDI)
    repeat = filed(desk, GOOD_EDI.replace(b"REF42", b"REF43"), "repeat.edi")
    assert (repeat.state, repeat.duplicate_of) == ("refused", "order.edi")
    changed = filed(desk, GOOD_EDI.replace(b"QTY+21:12", b"QTY+21:13"), "changed.edi")
    assert (changed.state, changed.ready) == ("conflict", False)
    assert changed.oddities[0].code == "conflict"
    order = accept_message(desk, first.message_id, op_key="k")
    later = filed(desk, GOOD_EDI.replace(b"REF42", b"REF44"), "later.edi")
    assert (later.state, later.duplicate_of) == ("refused", order.number)
    before = shop.world.tables(*WRITTEN)
    with pytest.raises(OrderThere) as refused:
        accept_message(desk, changed.message_id, op_key="k3")
    assert refused.value.facts["order"] == order.number
    assert shop.world.tables(*WRITTEN) == before


def test_another_number_makes_a_conflict_an_order(desk: Context, shop: Shop) -> None:
    accept_message(desk, filed(desk, GOOD_EDI).message_id, op_key="k")
    spoiled = GOOD_EDI.replace(b"DTM+2:20261201", b"DTM+2:20261215")
    changed = filed(desk, spoiled, "changed.edi")
    reading = _reading(shop, changed.message_id)
    mended = mend_message(desk, changed.message_id, replace(reading, number="PO-4711-2"), 1)
    assert (mended.state, mended.ready, mended.version) == ("waiting", True, 2)
    accept_message(desk, changed.message_id, op_key="k2")
    assert shop.world.one("SELECT count(*) FROM sales_order") == 2


def test_what_is_unknown_waits_until_it_is_mended(desk: Context, shop: Shop) -> None:
    message = filed(desk, UNKNOWN)
    assert (message.state, message.ready) == ("waiting", False)
    before = shop.world.tables(*WRITTEN)
    with pytest.raises(NotUnderstood) as refused:
        accept_message(desk, message.message_id, op_key="k")
    assert "unknown_article" in str(refused.value.facts["codes"])
    assert shop.world.tables(*WRITTEN) == before
    reading = _reading(shop, message.message_id)
    lines = (replace(reading.lines[0], gtin="", sku="MUG"), *reading.lines[1:])
    with pytest.raises(Conflict):
        mend_message(desk, message.message_id, replace(reading, lines=lines), 7)
    assert shop.world.tables(*WRITTEN) == before
    mended = mend_message(desk, message.message_id, replace(reading, lines=lines), message.version)
    assert mended.ready
    accept_message(desk, message.message_id, op_key="k")
    assert bytes(shop.world.one("SELECT bytes FROM blob WHERE media_type = 'application/edifact'")) == UNKNOWN


def test_what_a_reader_finds_stops_until_somebody_looked(desk: Context, shop: Shop) -> None:
    message = filed(desk, GOOD_EDI.replace(b"UNT+40", b"UNT+39"))
    assert [odd.code for odd in message.oddities if odd.severity == "stops"] == ["count"]
    reading = _reading(shop, message.message_id)
    assert mend_message(desk, message.message_id, reading, 1).ready


def test_a_message_is_refused_with_a_reason_and_looked_at_again(desk: Context, shop: Shop) -> None:
    message = filed(desk, GOOD_EDI)
    before = shop.world.tables(*WRITTEN)
    with pytest.raises(BadInput):
        refuse_message(desk, message.message_id, "  ")
    with pytest.raises(NotFound):
        refuse_message(desk, 99, "no")
    assert shop.world.tables(*WRITTEN) == before
    assert refuse_message(desk, message.message_id, "Not ours").state == "refused"
    with pytest.raises(NotOpen):
        refuse_message(desk, message.message_id, "Again")
    sent_again = filed(desk, GOOD_EDI.replace(b"REF42", b"REF45"), "again.edi")
    assert sent_again.ready  # what was refused by a person may be sent again
    assert reopen_message(desk, message.message_id).state == "conflict"  # the other one is here now
    refuse_message(desk, sent_again.message_id, "The first one is taken")
    refuse_message(desk, message.message_id, "Look again")
    assert reopen_message(desk, message.message_id).ready
    accept_message(desk, message.message_id, op_key="k")


def test_several_orders_in_a_file_are_several_messages(desk: Context, shop: Shop) -> None:
    twice = SHOPIFY + "\n".join(SHOPIFY.replace("#1001", "#1002").splitlines()[1:]) + "\n"
    found = file_orders(desk, "shop.csv", twice.encode())
    assert [(one.number, one.part, one.ready) for one in found] == [("1001", 0, True), ("1002", 1, True)]
    assert shop.world.one("SELECT count(DISTINCT blob_sha) FROM intake_message") == 1


def test_rubbish_is_refused_and_nothing_filed(desk: Context, shop: Shop) -> None:
    before = shop.world.tables("intake_message", "blob")
    for data in (b"", b"hello", b"\0" * 100, GOOD_EDI[:500]):
        with pytest.raises(BadInput):
            file_orders(desk, "x", data)
    with pytest.raises(BadInput):
        file_orders(desk, "x", GOOD_EDI, channel="morse")
    with pytest.raises(TooLarge):
        file_orders(desk, "x", b"UNB" + bytes(20 * 1024 * 1024 + 1))
    assert shop.world.tables("intake_message", "blob") == before


def test_only_who_takes_orders_in_may(desk: Context, shop: Shop) -> None:
    message = filed(desk, GOOD_EDI)
    before = shop.world.tables(*WRITTEN)
    packer = shop.world.ctx(Role.PACKER)
    with pytest.raises(NotAllowed):
        file_orders(packer, "x", GOOD_EDI)
    with pytest.raises(NotAllowed):
        accept_message(packer, message.message_id, op_key="k")
    with pytest.raises(NotAllowed):
        refuse_message(packer, message.message_id, "no")
    assert shop.world.tables(*WRITTEN) == before


@pytest.mark.parametrize("name", ["edifact", "shopify", "amazon"])
def test_the_bytes_name_people_and_are_read_by_some(pg_world: World, name: str) -> None:
    file_orders(pg_world.ctx(Role.CUSTOMER_SERVICE), "x", GOOD[name])
    for role, seen in ((Role.CUSTOMER_SERVICE, 1), (Role.PICKER, 0), (Role.STOCK_KEEPER, 0)):
        with pg_world.ctx(role).reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM blob").scalar_one() == seen


def _reading(shop: Shop, message_id: int) -> OrderReading:
    return reading_from_json(shop.world.one(f"SELECT reading FROM intake_message WHERE id = {message_id}"))
