"""Orders as the shop system Shopify exports them: a CSV file with a row a line of an order.

The first row of an order says everything, the others their line alone. Prices hold the tax where the shop sells so: then the
subtotal and the shipping make the total, with nothing added. An apostrophe before a postcode keeps spreadsheets from counting.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from app.domain.address import PostalAddress
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

NEEDED = (
    "Name",
    "Email",
    "Financial Status",
    "Lineitem quantity",
    "Lineitem name",
    "Lineitem price",
    "Lineitem sku",
)
_PAID = frozenset({"paid", "partially_refunded"})
_OVER = frozenset({"refunded", "voided"})
_SIX, _CENT = Decimal("0.000001"), Decimal("0.01")


class ShopifyOrders:
    """Reads every order of an export."""

    channel = "shopify"

    def recognises(self, name: str, data: bytes) -> bool:
        """Whether the header is that of an export of orders."""
        return set(NEEDED) <= set(header_of(data))

    def read(self, name: str, data: bytes) -> list[OrderReading]:
        """The orders of the file, in its order.

        Raises:
            Unreadable: it is no such export, or a row is broken.
        """
        shared = Notes()
        groups: dict[str, list[Row]] = {}
        for row in rows_of(name, data, NEEDED, shared):
            number = clean(row.get("Name").removeprefix("#"), LONGEST_CODE)
            if not number:
                raise unreadable(name, f"line {row.line} names no order")
            groups.setdefault(number, []).append(row)
        return [_reading(name, number, rows, Notes(list(shared.found))) for number, rows in groups.items()]


def _reading(name: str, number: str, rows: list[Row], notes: Notes) -> OrderReading:
    check_size(name, len(rows))
    head = rows[0]
    said = {
        what: notes.number(head.get(what), what)
        for what in ("Subtotal", "Shipping", "Taxes", "Total", "Discount Amount", "Refunded Amount")
    }
    freight = said["Shipping"] or Decimal(0)
    with_tax = _with_tax(said["Subtotal"], freight, said["Taxes"], said["Total"])
    lines, offs = [], []
    for place, row in enumerate(rows, 1):
        line, off = _line(row, str(place), with_tax, notes)
        lines.append(line)
        offs.append(off)
    lines, discount = _discounts(lines, offs, said["Discount Amount"] or Decimal(0), said["Subtotal"], notes)
    status = head.get("Financial Status").lower()
    shipped = head.get("Fulfillment Status").lower()
    if shipped in ("fulfilled", "partial"):
        notes.add("fulfilled", "", "stops", status=shipped)
    if said["Refunded Amount"]:
        notes.add("refunded", amount=said["Refunded Amount"])
    billing, shipping = _address(head, "Billing", notes), _address(head, "Shipping", notes)
    email = clean(head.get("Email"))
    phone = clean(head.get("Phone", "Billing Phone", "Shipping Phone").lstrip("'"), 50)
    buyer_address = billing or shipping
    buyer_name = buyer_address.company_name or buyer_address.name if buyer_address else ""
    reading = OrderReading(
        channel="shopify",
        number=number,
        source="shopify",
        buyer=ReadParty(buyer_name, address=buyer_address, email=email, phone=phone),
        lines=tuple(lines),
        ship_to=ReadParty(address=shipping, email=email, phone=phone) if shipping else None,
        bill_to=ReadParty(address=billing, email=email) if billing else None,
        reference=clean(head.get("Name"), LONGEST_CODE),
        currency=clean(head.get("Currency"), 3).upper(),
        ordered_on=day_of(head.get("Created at"), "Created at", notes),
        service=clean(head.get("Shipping Method")),
        freight=freight,
        discount_amount=discount,
        tax_total=said["Taxes"],
        net_total=None if with_tax else said["Subtotal"],
        total=said["Total"],
        paid=status in _PAID,
        cancelled=bool(head.get("Cancelled at")) or status in _OVER,
        internal_note=clean_block(text_cell(head.get("Notes"), "Notes", notes, longest=2_000)),
        facts={key: value for key, value in _facts(head).items() if value},
    )
    return checked(reading, notes)


def _with_tax(subtotal: Decimal | None, freight: Decimal, tax: Decimal | None, total: Decimal | None) -> bool:
    """Whether prices hold the tax: the sum without it already makes the total."""
    if subtotal is None or total is None or not tax:
        return False
    return subtotal + freight == total


def _line(row: Row, number: str, with_tax: bool, notes: Notes) -> tuple[ReadLine, Decimal]:
    """A line, and what is taken off it in money."""
    qty = notes.number(row.get("Lineitem quantity"), "Lineitem quantity", number)
    if qty is None:
        notes.add("no_qty", number, "stops")
    off = notes.number(row.get("Lineitem discount"), "Lineitem discount", number) or Decimal(0)
    line = ReadLine(
        number=number,
        qty=qty if qty is not None else Decimal(0),
        sku=clean(row.get("Lineitem sku").lstrip("'"), LONGEST_CODE),
        name=text_cell(row.get("Lineitem name"), "Lineitem name", notes, number),
        unit_price=notes.number(row.get("Lineitem price"), "Lineitem price", number),
        with_tax=with_tax,
    )
    return line, off


def _discounts(
    lines: list[ReadLine], offs: list[Decimal], whole: Decimal, subtotal: Decimal | None, notes: Notes
) -> tuple[list[ReadLine], Decimal]:
    """Which discounts there are: the export has them by line, of the whole, or the same ones in both places."""
    worths = [line.qty * (line.unit_price or Decimal(0)) for line in lines]
    gross, by_line = sum(worths, Decimal(0)), sum(offs, Decimal(0))
    if subtotal is None or gross - whole == subtotal:
        return lines, whole
    if gross - by_line != subtotal and gross - by_line - whole != subtotal:
        notes.add("sum", said=subtotal, found=(gross - whole).quantize(_CENT, ROUND_HALF_UP))
        return lines, whole
    found = []
    for line, off, worth in zip(lines, offs, worths, strict=True):
        part = (
            min(off / worth, Decimal(1)).quantize(_SIX, ROUND_HALF_UP)
            if worth > 0 and off > 0
            else Decimal(0)
        )
        found.append(replace(line, discount=part))
    return found, Decimal(0) if gross - by_line == subtotal else whole


def _address(row: Row, whose: str, notes: Notes) -> PostalAddress | None:
    street = row.get(f"{whose} Address1"), row.get(f"{whose} Address2")
    return address_of(
        notes,
        name=row.get(f"{whose} Name"),
        company=row.get(f"{whose} Company"),
        street=street if any(street) else (row.get(f"{whose} Street"),),
        city=row.get(f"{whose} City"),
        postal_code=row.get(f"{whose} Zip"),
        area=row.get(f"{whose} Province"),
        country=row.get(f"{whose} Country"),
        phone=row.get(f"{whose} Phone"),
    )


def _facts(row: Row) -> dict[str, str]:
    return {
        "id": clean(row.get("Id"), 40),
        "payment": clean(row.get("Payment Method")),
        "payment_reference": clean(row.get("Payment Reference")),
        "tags": clean(row.get("Tags")),
        "risk": clean(row.get("Risk Level"), 20),
    }
