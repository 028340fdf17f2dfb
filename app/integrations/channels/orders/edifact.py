"""Orders as UN/EDIFACT ORDERS, directories D.96A and D.01B, plain or in the manner of GS1 EANCOM.

Sources: the UN/EDIFACT message ORDERS in both directories for the groups of segments; the code lists 1001 (220 an order, 227 on
consignment), 1225 (9 original, 1 cancelled), 2005 (137, 2, 10, 61, 63, 64), 3035 (BY, SU, DP, UC, IV), 3055 (9 GS1, 91 the
supplier, 92 the buyer), 6063 (21 ordered, 192 free of charge), 5125 (AAA net, AAB gross), 5025 (203, 79, 86, 77, 124), 5463,
7143 (EN, UP, SRV, SA, IN, BP) and 6069 (1 sum of quantities, 2 lines). What an order can say besides is noted or left alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.integrations.channels.orders.common import (
    Notes,
    check_size,
    checked,
    clean,
    clean_block,
    net_of,
    unreadable,
)
from app.integrations.channels.orders.edifact_segments import Gathered, Item
from app.integrations.channels.orders.edifact_syntax import Segment, looks_like, messages
from app.integrations.channels.reading import OrderReading, ReadLine, ReadParty

RELEASES = ("D.96A", "D.01B")
DOCUMENTS = {"220": "sale", "105": "sale", "224": "sale", "226": "sale", "227": "consignment", "YB1": "sale"}
_CENT = Decimal("0.01")


class EdifactOrders:
    """Reads ORDERS out of interchanges; other messages in the same file are noted."""

    channel = "edifact"

    def recognises(self, name: str, data: bytes) -> bool:
        """Whether the bytes begin as an interchange does."""
        return looks_like(data)

    def read(self, name: str, data: bytes) -> list[OrderReading]:
        """Every ORDERS in the bytes.

        Raises:
            Unreadable: they are no whole interchange, or there is no ORDERS in it.
        """
        found = messages(name, data)
        orders = [message for message in found if message.type == "ORDERS"]
        others = ", ".join(sorted({clean(message.type, 10) for message in found} - {"ORDERS"}))
        if not orders:
            raise unreadable(name, f"it holds no ORDERS but {others}")
        if others:
            for message in orders:
                message.notes.add("other_message", types=others)
        return [_reading(name, Gathered(name, message)) for message in orders]


def _reading(name: str, it: Gathered) -> OrderReading:
    if not it.number:
        raise unreadable(name, "an order has no number (BGM)")
    head = it.message.interchange
    lines = tuple(_line(item, it.notes) for item in it.items)
    check_size(name, len(lines))
    _judge(it)
    sender = clean(head.part(1), 35)
    nets = [net_of(line) or Decimal(0) for line in lines]
    whole = sum(nets, start=Decimal(0))
    discount = it.discount
    for percent in it.percents:
        discount += (whole * percent / 100).quantize(_CENT, ROUND_HALF_UP)
    buyer = it.parties.get("BY") or it.parties.get("OB") or ReadParty(gln=_sender_gln(head, it.notes))
    reading = OrderReading(
        channel="edifact",
        number=it.number,
        source=f"edifact:{buyer.gln or sender}",
        buyer=buyer,
        lines=lines,
        ship_to=it.parties.get("DP") or it.parties.get("UC"),
        bill_to=it.parties.get("IV"),
        supplier=it.parties.get("SU") or it.parties.get("SE"),
        reference=it.reference or it.number,
        currency=it.currency,
        ordered_on=it.dates.get("137"),
        requested_on=_wanted(it),
        service=it.service,
        freight=it.freight,
        discount_amount=discount,
        net_total=_net_total(it, whole - discount),
        tax_total=it.amounts.get("124"),
        total=_total(it, whole - discount),
        cancelled=it.function == "1",
        kind=DOCUMENTS.get(it.document, "sale"),
        note=clean_block("\n".join(it.texts[True])),
        internal_note=clean_block("\n".join(it.texts[False])),
        facts=it.facts
        | {
            "release": it.message.release,
            "association": clean(it.message.segments[0].part(1, 4), 10),
            "message_reference": clean(it.message.segments[0].part(0), 20),
            "interchange": clean(head.part(4), 20),
            "sender": sender,
            "sender_qualifier": clean(head.part(1, 1), 4),
            "recipient": clean(head.part(2), 35),
            "recipient_qualifier": clean(head.part(2, 1), 4),
            "document": it.document,
        },
    )
    return checked(reading, it.notes)


def _judge(it: Gathered) -> None:
    """What is odd about the message as a whole."""
    if it.message.release not in RELEASES:
        it.notes.add("release", release=clean(it.message.release, 12))
    if it.function in ("3", "4", "5"):
        it.notes.add("changes_order", "", "stops", function=it.function)
    elif it.function in ("7", "31", "43"):
        it.notes.add("copy", function=it.function)
    elif it.function not in ("", "1", "9"):
        it.notes.add("function", function=it.function)
    if it.document not in DOCUMENTS:
        it.notes.add("document", document=it.document)
    lines, pieces = it.controls.get("2"), it.controls.get("1")
    if lines is not None and lines != len(it.items):
        it.notes.add("count", "", "stops", what="CNT 2", said=lines, found=str(len(it.items)))
    ordered = sum((item.qty or Decimal(0) for item in it.items), start=Decimal(0))
    if pieces is not None and pieces != ordered:
        it.notes.add("count", "", "stops", what="CNT 1", said=pieces, found=ordered)


def _sender_gln(head: Segment, notes: Notes) -> str:
    return notes.gln(head.part(1), "UNB") if head.part(1, 1) == "14" else ""


def _wanted(it: Gathered) -> date | None:
    """The day that is asked for: of the head, else that which all lines share."""
    day = next((it.dates[code] for code in ("2", "63", "61", "10", "64") if code in it.dates), None)
    days = {item.wanted for item in it.items if item.wanted is not None}
    if day is None and len(days) == 1 and all(item.wanted for item in it.items):
        return days.pop()
    for item in it.items:
        if item.wanted is not None and item.wanted != day:
            it.notes.add("line_date", item.number, day=item.wanted.isoformat())
    return day


def _net_total(it: Gathered, found: Decimal) -> Decimal | None:
    """What all lines come to without tax, as the message says: 86 is that as well where it is the same."""
    said = it.amounts.get("79", it.amounts.get("125"))
    whole = it.amounts.get("86")
    return whole if said is None and whole == found else said


def _total(it: Gathered, found: Decimal) -> Decimal | None:
    said = it.amounts.get("77", it.amounts.get("9"))
    whole = it.amounts.get("86")
    taxed = whole is not None and whole not in (found, it.amounts.get("79"))
    return whole if said is None and taxed else said


def _line(item: Item, notes: Notes) -> ReadLine:
    price = item.prices.get("AAA", item.prices.get("NTP"))
    discount = Decimal(0)
    if price is None:
        price = first_price(item.prices, ("AAB", "GRP", "INF", ""))
        rest = Decimal(1)
        for percent in item.percents:
            rest *= 1 - percent / 100
        worth = (item.qty or Decimal(0)) * (price or Decimal(0))
        if item.allowance and worth > 0:
            rest -= item.allowance / worth
        discount = min(max(1 - rest, Decimal(0)), Decimal(1)).quantize(Decimal("0.000001"), ROUND_HALF_UP)
    if item.qty is None:
        notes.add("no_qty", item.number, "stops")
    return ReadLine(
        number=item.number,
        qty=item.qty if item.qty is not None else Decimal(0),
        gtin=item.gtin,
        sku=item.sku,
        article=item.article,
        name=clean(" ".join(item.names)),
        unit=item.unit,
        unit_price=price,
        discount=discount,
        net=item.net,
        tax_rate=item.tax_rate,
        note=clean_block("\n".join(item.notes)),
    )


def first_price(prices: dict[str, Decimal], codes: Sequence[str]) -> Decimal | None:
    """The price of the first code that is there."""
    return next((prices[code] for code in codes if code in prices), None)
