"""Orders as the marketplace Amazon lists them: a flat file, cells divided by tabs, a row a line of an order.

The report of unshipped orders has no prices; the report of all orders has, for the whole line. In Europe they hold the tax, in
America they do not. The marketplace has the money by the day it names.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from app.integrations.channels.orders.common import (
    LONGEST_CODE,
    Notes,
    check_size,
    checked,
    clean,
    clean_block,
    unreadable,
)
from app.integrations.channels.orders.sheet import Row, address_of, day_of, header_of, rows_of, text_cell
from app.integrations.channels.reading import OrderReading, ReadLine, ReadParty

NEEDED = ("order-id", "order-item-id", "purchase-date", "sku", "quantity-purchased", "recipient-name")
WITHOUT_TAX = frozenset({"USD", "CAD", "MXN", "BRL"})
"""Currencies of the marketplaces whose prices have no tax in them."""
_SIX = Decimal("0.000001")


class AmazonOrders:
    """Reads every order of a report."""

    channel = "amazon"

    def recognises(self, name: str, data: bytes) -> bool:
        """Whether the header is that of a report of orders."""
        return set(NEEDED) <= set(header_of(data))

    def read(self, name: str, data: bytes) -> list[OrderReading]:
        """The orders of the file, in its order.

        Raises:
            Unreadable: it is no such report, or a row is broken.
        """
        shared = Notes()
        groups: dict[str, list[Row]] = {}
        for row in rows_of(name, data, NEEDED, shared, "\t"):
            number = clean(row.get("order-id"), LONGEST_CODE)
            if not number:
                raise unreadable(name, f"line {row.line} names no order")
            groups.setdefault(number, []).append(row)
        return [_reading(name, number, rows, Notes(list(shared.found))) for number, rows in groups.items()]


def _reading(name: str, number: str, rows: list[Row], notes: Notes) -> OrderReading:
    check_size(name, len(rows))
    head = rows[0]
    currency = clean(head.get("currency"), 3).upper()
    lines = [_line(row, str(place), currency, notes) for place, row in enumerate(rows, 1)]
    email = clean(head.get("buyer-email"))
    phone = clean(head.get("ship-phone-number", "buyer-phone-number").lstrip("'"), 50)
    address = address_of(
        notes,
        name=head.get("recipient-name"),
        company="",
        street=[head.get(f"ship-address-{place}") for place in (1, 2, 3)],
        city=head.get("ship-city"),
        postal_code=head.get("ship-postal-code"),
        area=head.get("ship-state"),
        country=head.get("ship-country"),
        phone=phone,
    )
    freight = sum(
        (
            notes.number(row.get("shipping-price"), "shipping-price", str(place)) or Decimal(0)
            for place, row in enumerate(rows, 1)
        ),
        start=Decimal(0),
    )
    buyer = text_cell(head.get("buyer-name"), "buyer-name", notes) or (address.name if address else "")
    reading = OrderReading(
        channel="amazon",
        number=number,
        source=f"amazon:{clean(head.get('sales-channel'), 40).lower()}".rstrip(":"),
        buyer=ReadParty(buyer, address=address, email=email, phone=phone),
        lines=tuple(lines),
        ship_to=ReadParty(address=address, email=email, phone=phone) if address else None,
        reference=clean(head.get("purchase-order-number"), LONGEST_CODE) or number,
        currency=currency,
        ordered_on=day_of(head.get("purchase-date"), "purchase-date", notes),
        requested_on=day_of(head.get("promise-date", "earliest-delivery-date"), "promise-date", notes),
        service=clean(head.get("ship-service-level")),
        freight=freight,
        paid=bool(head.get("payments-date")),
        note=clean_block(
            text_cell(
                head.get("delivery-Instructions", "delivery-instructions"), "delivery-instructions", notes
            )
        ),
        facts={"items": ", ".join(clean(row.get("order-item-id"), 40) for row in rows)[:2_000]},
    )
    return checked(reading, notes)


def _line(row: Row, number: str, currency: str, notes: Notes) -> ReadLine:
    wanted = notes.number(row.get("quantity-purchased"), "quantity-purchased", number)
    left = notes.number(row.get("quantity-to-ship"), "quantity-to-ship", number)
    sent = notes.number(row.get("quantity-shipped"), "quantity-shipped", number)
    qty = left if left is not None else wanted
    if qty is None:
        notes.add("no_qty", number, "stops")
    if sent:
        notes.add("fulfilled", number, "stops", status=f"{sent}")
    price = notes.number(row.get("item-price"), "item-price", number)
    if price is not None and wanted is not None and wanted > 0:
        price = (price / wanted).quantize(_SIX, ROUND_HALF_UP)
    off = notes.number(row.get("item-promotion-discount"), "item-promotion-discount", number)
    discount = Decimal(0)
    if off and price and qty:
        discount = min(abs(off) / (price * qty), Decimal(1)).quantize(_SIX, ROUND_HALF_UP)
    return ReadLine(
        number=number,
        qty=qty if qty is not None else Decimal(0),
        sku=clean(row.get("sku").lstrip("'"), LONGEST_CODE),
        name=text_cell(row.get("product-name"), "product-name", notes, number),
        unit_price=price,
        discount=discount,
        with_tax=price is not None and currency not in WITHOUT_TAX,
        note=clean_block(row.get("gift-message-text")),
    )
