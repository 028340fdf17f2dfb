"""An order that came in and is understood, entered: a draft with the message among its papers and in its timeline."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain import money
from app.integrations.channels.reading import OrderReading, ReadParty
from app.models import Attachment, Customer, Payment
from app.services.intake_reading import Understood, printable
from app.services.order_entry import Entered, write_order
from app.services.order_settling import settle_new
from app.services.parties import NewCustomer, add_customer
from app.services.rows import CODE_LENGTH
from app.services.shipments import record_events

_ATTACH = sa.insert(Attachment)
_PAID = sa.insert(Payment)
_TAKEN = sa.select(Customer.code).where(Customer.code.in_(sa.bindparam("codes", expanding=True)))
ENDINGS = {"edifact": "edi", "ubl": "xml", "amazon": "txt"}


def enter_reading(
    tx: Transaction, reading: OrderReading, meant: Understood, message: Any
) -> tuple[Entered, int]:
    """Enter what a message means as a draft; the order, and the customer's id.

    Args:
        tx: The transaction.
        reading: What the message says.
        meant: What it means here; nothing stops it.
        message: Its row: `id`, `name`, `channel`, `content_hash`, `blob_sha`.
    """
    order = meant.order
    assert order is not None
    if meant.new_customer:
        order = replace(order, customer_id=_new_customer(tx, reading, meant.currency))
    (number,) = tx.numbers("SO")
    origin = {
        "source": reading.source,
        "external_number": reading.number,
        "content_hash": message.content_hash,
    }
    entered, values = write_order(tx, order, number, origin)
    settle_new(tx, entered.order_id, values, entered.line_ids, values["priced"])
    name = message.name or f"{message.channel}-{reading.number}.{ENDINGS.get(message.channel, 'csv')}"
    tx.execute(_ATTACH, {"order_id": entered.order_id, "blob_sha": message.blob_sha, "name": name})
    _note_payment(tx, reading, entered)
    facts = {
        "number": number,
        "total": entered.total,
        "channel": reading.channel,
        "external": reading.number,
        "message": message.id,
        "name": name,
        "oddities": [f"{odd.line}:{odd.code}" if odd.line else odd.code for odd in meant.oddities],
    }
    record_events(tx, [(entered.order_id, "received", facts)])
    return entered, order.customer_id


def _note_payment(tx: Transaction, reading: OrderReading, entered: Entered) -> None:
    """Write down that the shop says it has the money; somebody who sees it verifies it."""
    if not reading.paid:
        return
    paid = entered.total
    if reading.total is not None and (reading.currency or entered.currency) == entered.currency:
        place = Decimal(1).scaleb(-money.digits(entered.currency))
        paid = money.minor_of(reading.total.quantize(place, ROUND_HALF_UP), entered.currency)
    if paid > 0:
        row = {"order_id": entered.order_id, "method": "shop", "reference": reading.number[:CODE_LENGTH]}
        tx.execute(_PAID, row | {"currency": entered.currency, "amount": paid})


def _new_customer(tx: Transaction, reading: OrderReading, currency: str) -> int:
    """Enter a shop's buyer as a customer, named after their first order."""
    buyer: ReadParty = reading.buyer
    address = (reading.bill_to or buyer).address or buyer.address
    assert address is not None
    address = replace(address, email=address.email or buyer.email, phone=address.phone or buyer.phone)
    base = printable(f"{reading.channel}-{reading.number}".upper())[: CODE_LENGTH - 4]
    codes = [base, *(f"{base}-{count}" for count in range(2, 100))]
    taken = set(tx.execute(_TAKEN, {"codes": codes}).scalars())
    code = next(code for code in codes if code not in taken)
    name = buyer.name or address.company_name or address.name
    if not (address.name or address.company_name):
        address = replace(address, name=name)
    made = NewCustomer(code, name[:200], address, currency=currency, language=_language(reading))
    return add_customer.inside(tx, made)


def _language(reading: OrderReading) -> str:
    """The language of the order where the shop says it; else that of the country, among those that papers are written in."""
    said = reading.facts.get("language", "")[:2].lower()
    if said in ("en", "fr"):
        return said
    ship = reading.ship_to or reading.buyer
    country = ship.address.country_code.upper() if ship.address else ""
    return "fr" if country in ("FR", "BE", "LU", "MC") else "en"
