"""From an order as a message says it to an order as we enter it: whom it means, which goods, how many, at what price.

Nothing is guessed. What is not found, or is several things at once, is an `Oddity`; one that 'stops' must be mended before the
order is entered. Works on any connection, with a number of statements that does not grow with the lines.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.address import PostalAddress, problems
from app.domain.text import fold
from app.integrations.channels.reading import Oddity, OrderReading
from app.models import Carrier, CarrierService, Warehouse
from app.models.base import utc_now
from app.services.intake_articles import ReadArticle, find_articles, read_line
from app.services.intake_parties import find_parties
from app.services.intake_pricing import price_reading
from app.services.order_entry import NewOrder
from app.services.order_prices import Sums
from app.services.rows import CODE_LENGTH, NOTE_LENGTH, local_day

Source = Transaction | Connection
STOPS, WARNS = "stops", "warns"


@dataclass(frozen=True, slots=True)
class Understood:
    """What a reading means here.

    Attributes:
        order: As it would be entered; None where something stops it.
        customer_id: Who buys; None where nobody, or more than one, was found.
        new_customer: The buyer is nobody yet and is entered with the order: a shop sells to everybody.
        lines: Each line of the message with the article found, or None.
        oddities: The reader's own first, then what came up here.
        sums: What the order comes to with us, in minor units; None where it cannot be entered.
    """

    order: NewOrder | None
    customer_id: int | None
    lines: tuple[ReadArticle | None, ...]
    oddities: tuple[Oddity, ...]
    new_customer: bool = False
    sums: Sums | None = None
    currency: str = ""

    @property
    def stops(self) -> tuple[Oddity, ...]:
        """What must be mended before the order can be entered."""
        return tuple(odd for odd in self.oddities if odd.severity == STOPS)


_WAREHOUSES = (
    sa.select(Warehouse.id, Warehouse.code, Warehouse.time_zone, utc_now().label("now"))
    .where(Warehouse.active)
    .order_by(Warehouse.id)
)
_SERVICES = (
    sa.select(CarrierService.id, CarrierService.code, CarrierService.name, Carrier.name.label("carrier"))
    .join(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(CarrierService.active, Carrier.active)
)


def understand(source: Source, reading: OrderReading) -> Understood:
    """Say what a reading means here; nothing is written. At most a dozen statements, however many lines there are."""
    odd = list(reading.oddities)
    parties = find_parties(source, reading)
    odd += parties.oddities
    customer = parties.customer
    warehouse, more = _warehouse(source, reading)
    odd += more
    known = find_articles(source, reading.lines, customer.id if customer else None)
    articles: list[ReadArticle | None] = []
    for line in reading.lines:
        article, more = read_line(line, known)
        articles.append(article)
        odd += more
    if not reading.lines:
        odd.append(Oddity("no_lines", STOPS))
    if reading.cancelled:
        odd.append(Oddity("cancelled", STOPS))
    service, more = _service(source, reading)
    odd += more
    today = local_day(warehouse.now, warehouse.time_zone) if warehouse else reading.ordered_on or date.min
    odd += _dates(reading, today)
    day = reading.ordered_on or today
    customer_id = customer.id if customer else None
    warehouse_id = warehouse.id if warehouse else 0
    worth = price_reading(source, reading, articles, parties, warehouse_id, service, day)
    odd += worth.oddities
    order = None
    if not any(one.severity == STOPS for one in odd) and warehouse is not None:
        order = NewOrder(
            customer_id or 0,
            warehouse.id,
            worth.lines,
            channel=reading.channel,
            currency=worth.currency,
            customer_reference=(reading.reference or reading.number)[:CODE_LENGTH],
            ordered_on=reading.ordered_on,
            requested_on=reading.requested_on,
            ship_address=parties.ship_address,
            bill_address=_bill_address(reading),
            carrier_service_id=service,
            freight=worth.freight,
            note=printable(reading.note),
            internal_note=printable(reading.internal_note),
            kind=reading.kind,
            discount=worth.discount,
        )
    return Understood(
        order, customer_id, tuple(articles), tuple(odd), parties.new, worth.sums, worth.currency
    )


def _dates(reading: OrderReading, today: date) -> Iterator[Oddity]:
    if reading.ordered_on is not None and reading.ordered_on > today + timedelta(days=1):
        yield Oddity("ordered_later", WARNS, facts={"day": reading.ordered_on.isoformat()})
    if reading.requested_on is not None and reading.requested_on < today:
        yield Oddity("requested_past", WARNS, facts={"day": reading.requested_on.isoformat()})


def _warehouse(source: Source, reading: OrderReading) -> tuple[Any, tuple[Oddity, ...]]:
    """The warehouse that is named, or the only one; with several, the first, and the oddity that says so."""
    rows = source.execute(_WAREHOUSES).all()
    wanted = reading.facts.get("warehouse", "")
    if wanted:
        named = [row for row in rows if row.code == wanted]
        return (
            (named[0], ()) if named else (None, (Oddity("unknown_warehouse", STOPS, facts={"code": wanted}),))
        )
    if not rows:
        return None, (Oddity("unknown_warehouse", STOPS, facts={"code": ""}),)
    if len(rows) > 1:
        return rows[0], (Oddity("warehouse_assumed", WARNS, facts={"code": rows[0].code}),)
    return rows[0], ()


def _service(source: Source, reading: OrderReading) -> tuple[int | None, tuple[Oddity, ...]]:
    """The carrier's service by its code or name; where none is meant, the house's rules choose later."""
    wanted = fold(reading.service)
    if not wanted:
        return None, ()
    found = {
        row.id
        for row in source.execute(_SERVICES)
        if wanted in (fold(row.code), fold(row.name), fold(f"{row.carrier} {row.name}"))
    }
    if len(found) == 1:
        return found.pop(), ()
    return None, (Oddity("unknown_service", WARNS, facts={"service": reading.service}),)


def _bill_address(reading: OrderReading) -> PostalAddress | None:
    """The address of the invoice where the message names one that a letter reaches; else the customer's own is used."""
    bill = reading.bill_to
    if bill is None or bill.address is None or problems(bill.address):
        return None
    return bill.address


def printable(text: str) -> str:
    """A note as it may be kept: what cannot be printed is a blank, and it ends where a note ends."""
    plainly = "".join(
        letter
        if letter in "\n\t" or (ord(letter) >= 32 and unicodedata.category(letter) not in ("Cc", "Cf", "Cs"))
        else " "
        for letter in text
    )
    return plainly.strip()[:NOTE_LENGTH]
