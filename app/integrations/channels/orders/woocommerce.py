"""Orders as exports of the shop system WooCommerce write them, in the two sets of columns that its usual exporters have.

One has a row an article ('Order Number', 'Item Name', 'Quantity (- Refund)'), the other a row an order with its articles in cells
'line_item_1', 'line_item_2' of the form 'name:Mug|sku:MUG|quantity:2|total:5.00|sub_total:5.00'. Prices are without tax in both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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

BY_ARTICLE = ("Order Number", "Order Status", "Item Name", "SKU")
BY_ORDER = ("order_id", "status", "line_item_1")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "number": ("Order Number", "order_number", "order_id"),
    "status": ("Order Status", "status"),
    "ordered": ("Order Date", "order_date", "date"),
    "currency": ("Order Currency", "Currency", "order_currency"),
    "email": ("Email (Billing)", "billing_email", "customer_email"),
    "phone": ("Phone (Billing)", "billing_phone"),
    "note": ("Customer Note", "customer_note"),
    "service": ("Shipping Method Title", "shipping_method"),
    "freight": ("Order Shipping Amount", "shipping_total"),
    "discount": ("Cart Discount Amount", "cart_discount", "discount_total"),
    "subtotal": ("Order Subtotal Amount", "order_subtotal"),
    "tax": ("Order Total Tax Amount", "tax_total"),
    "total": ("Order Total Amount", "order_total"),
    "refund": ("Order Refund Amount", "refund_total"),
    "fee": ("Order Fee Amount", "fee_total"),
    "payment": ("Payment Method Title", "payment_method_title", "payment_method"),
    "transaction": ("Transaction ID", "transaction_id"),
    "qty": ("Quantity (- Refund)", "Quantity"),
    "cost": ("Item Cost", "Item Price"),
    "line_total": ("Order Line Total", "Order Line (w/o tax)"),
    "sku": ("SKU",),
    "name": ("Item Name",),
}
"""What a value may be called."""
_PAID = frozenset({"processing", "completed"})
_OVER = frozenset({"cancelled", "refunded", "failed", "trash"})
_ITEM = re.compile(r"line_item_([0-9]{1,4})")
_SIX = Decimal("0.000001")
_MARKS = ".,"


class WooCommerceOrders:
    """Reads every order of an export, of either form."""

    channel = "woocommerce"

    def recognises(self, name: str, data: bytes) -> bool:
        """Whether the header is that of either form."""
        header = set(header_of(data))
        return set(BY_ARTICLE) <= header or set(BY_ORDER) <= header

    def read(self, name: str, data: bytes) -> list[OrderReading]:
        """The orders of the file, in its order.

        Raises:
            Unreadable: it is no such export, or a row is broken.
        """
        shared = Notes()
        by_order = set(BY_ORDER) <= set(header_of(data))
        groups: dict[str, list[Row]] = {}
        for row in rows_of(name, data, BY_ORDER if by_order else BY_ARTICLE, shared):
            number = clean(_cell(row, "number").removeprefix("#"), LONGEST_CODE)
            if not number and groups and not by_order:
                number = next(reversed(groups))  # an article of the order above, whose cells are not repeated
            if not number:
                raise unreadable(name, f"line {row.line} names no order")
            groups.setdefault(number, []).append(row)
        readings = []
        for number, rows in groups.items():
            notes = Notes(list(shared.found))
            if by_order and len(rows) > 1:
                raise unreadable(name, f"order {number} stands there {len(rows)} times")
            articles = _in_cells(rows[0], notes) if by_order else _in_rows(rows, notes)
            check_size(name, len(articles))
            readings.append(_reading(number, rows[0], articles, notes))
        return readings


def _cell(row: Row, what: str) -> str:
    return row.get(*COLUMNS[what])


def _reading(number: str, head: Row, lines: Sequence[ReadLine], notes: Notes) -> OrderReading:
    said = {
        what: notes.number(_cell(head, what), COLUMNS[what][0], marks=_MARKS)
        for what in ("freight", "discount", "subtotal", "tax", "total", "refund", "fee")
    }
    freight = said["freight"] or Decimal(0)
    status = _cell(head, "status").lower().removeprefix("wc-").replace(" ", "-")
    if status == "completed":
        notes.add("fulfilled", "", "stops", status=status)
    if said["refund"]:
        notes.add("refunded", amount=said["refund"])
    if said["fee"]:
        notes.add("charge", kind="fee", amount=said["fee"], unit=clean(_cell(head, "currency"), 3))
    billing, shipping = _address(head, "Billing", notes), _address(head, "Shipping", notes)
    email, phone = clean(_cell(head, "email")), clean(_cell(head, "phone").lstrip("'"), 50)
    address = billing or shipping
    name = address.company_name or address.name if address else ""
    # Where a line says what it costs after the discount, the order's discount is in it already.
    discount = Decimal(0) if any(line.discount for line in lines) else abs(said["discount"] or Decimal(0))
    reading = OrderReading(
        channel="woocommerce",
        number=number,
        source="woocommerce",
        buyer=ReadParty(name, address=address, email=email, phone=phone),
        lines=tuple(lines),
        ship_to=ReadParty(address=shipping, email=email, phone=phone) if shipping else None,
        bill_to=ReadParty(address=billing, email=email) if billing else None,
        reference=number,
        currency=clean(_cell(head, "currency"), 3).upper(),
        ordered_on=day_of(_cell(head, "ordered"), "Order Date", notes),
        service=clean(_cell(head, "service").split("|")[0]),
        freight=freight,
        discount_amount=discount,
        tax_total=said["tax"],
        net_total=said["total"] - said["tax"]
        if said["total"] is not None and said["tax"] is not None and not said["fee"]
        else None,
        total=said["total"],
        paid=status in _PAID,
        cancelled=status in _OVER,
        note=clean_block(text_cell(_cell(head, "note"), "Customer Note", notes, longest=2_000)),
        facts={
            key: value
            for key, value in (
                ("payment", clean(_cell(head, "payment"))),
                ("payment_reference", clean(_cell(head, "transaction"))),
            )
            if value
        },
    )
    return checked(reading, notes)


def _in_rows(rows: Sequence[Row], notes: Notes) -> list[ReadLine]:
    """The articles that have a row each."""
    found = []
    for place, row in enumerate(rows, 1):
        number = str(place)
        qty = notes.number(_cell(row, "qty"), "Quantity", number, _MARKS)
        cost = notes.number(_cell(row, "cost"), "Item Cost", number, _MARKS)
        line = ReadLine(
            number=number,
            qty=qty if qty is not None else Decimal(0),
            sku=clean(_cell(row, "sku").lstrip("'"), LONGEST_CODE),
            name=text_cell(_cell(row, "name"), "Item Name", notes, number),
            unit_price=cost,
        )
        if qty is None:
            notes.add("no_qty", number, "stops")
        found.append(line)
    return found


def _in_cells(row: Row, notes: Notes) -> list[ReadLine]:
    """The articles of one row, a cell each."""
    cells = {int(match[1]): cell for name, cell in row.cells.items() if (match := _ITEM.fullmatch(name))}
    found = []
    for place, cell in sorted(cells.items()):
        if not cell.strip():
            continue
        number = str(place)
        parts = [part.partition(":") for part in cell.split("|")]
        said = {key.strip().lower(): value.strip() for key, _, value in parts}
        qty = notes.number(said.get("quantity", ""), "quantity", number, _MARKS)
        net = notes.number(said.get("total", ""), "total", number, _MARKS)
        gross = notes.number(said.get("sub_total", said.get("subtotal", "")), "sub_total", number, _MARKS)
        if qty is None:
            notes.add("no_qty", number, "stops")
        line = ReadLine(
            number=number,
            qty=qty if qty is not None else Decimal(0),
            sku=clean(said.get("sku", ""), LONGEST_CODE),
            name=text_cell(said.get("name", ""), "name", notes, number),
            net=net,
        )
        whole = gross if gross is not None else net
        if whole is not None and qty is not None and qty > 0:
            price = (whole / qty).quantize(_SIX, ROUND_HALF_UP)
            line = replace(line, unit_price=price)
            if net is not None and 0 < net < whole:
                line = replace(line, discount=(1 - net / whole).quantize(_SIX, ROUND_HALF_UP))
        found.append(line)
    return found


def _address(row: Row, whose: str, notes: Notes) -> PostalAddress | None:
    """The address of the bill or of the goods, by the columns of either form."""
    small = whose.lower()

    def get(title: str, plain: str) -> str:
        return row.get(f"{title} ({whose})", f"{small}_{plain}")

    person = f"{get('First Name', 'first_name')} {get('Last Name', 'last_name')}".strip()
    first = row.get(f"Address 1&2 ({whose})", f"Address 1 ({whose})", f"{small}_address_1")
    return address_of(
        notes,
        name=person or get("Full Name", "full_name"),
        company=get("Company", "company"),
        street=(first, get("Address 2", "address_2")),
        city=get("City", "city"),
        postal_code=get("Postcode", "postcode"),
        area=get("State Code", "state"),
        country=get("Country Code", "country") or row.get(f"Country Name ({whose})"),
    )
