"""From an order as a message says it to an order as we enter it: whom it means, which goods, how many, at what price.

Nothing is guessed. What is not found, or is several things at once, is an `Oddity`; one that 'stops' must be mended before the
order is entered. Works on any connection, with a number of statements that does not grow with the lines.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain import money
from app.domain.address import PostalAddress, problems
from app.domain.text import fold
from app.errors import AppError
from app.integrations.channels.reading import Oddity, OrderReading, ReadLine
from app.models import Carrier, CarrierService, Warehouse
from app.models.base import utc_now
from app.services.intake_articles import SIX, ReadArticle, find_articles, plain, read_line
from app.services.intake_parties import find_parties
from app.services.order_entry import NewOrder
from app.services.order_prices import NewLine, PricedLine, Sums, price_line, priced_products, sum_up
from app.services.rows import CODE_LENGTH, NOTE_LENGTH, local_day

Source = Transaction | Connection
STOPS, WARNS = "stops", "warns"
_HALF_CENT = Decimal("0.0001")
"""To which prices are held against each other: finer than any paper shows."""


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
    """Say what a reading means here; nothing is written. At most nine statements, however many lines there are."""
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
    currency = reading.currency or (customer.currency if customer else "")
    if not _is_currency(currency):
        odd.append(Oddity("unknown_currency", STOPS, facts={"currency": currency}))
        return Understood(None, customer.id if customer else None, tuple(articles), tuple(odd), parties.new)
    today = local_day(warehouse.now, warehouse.time_zone) if warehouse else reading.ordered_on or date.min
    odd += _dates(reading, today)
    day = reading.ordered_on or today
    ids = {article.product_id for article in articles if article is not None}
    products = priced_products(source, ids, parties.country, day) if ids else {}
    lines, priced = [], []
    for line, article in zip(reading.lines, articles, strict=True):
        if article is None:
            continue
        wanted, cost, more = _line(line, article, products[article.product_id], currency, reading)
        odd += more
        if wanted is not None and cost is not None:
            lines.append(wanted)
            priced.append(cost)
    taxed = max((line.tax_rate for line in priced), default=Decimal(0))
    with_tax = any(line.with_tax for line in reading.lines)
    freight, more = _minor(
        reading.freight / (1 + taxed) if with_tax else reading.freight, currency, "freight"
    )
    odd += more
    sums = None
    if lines and len(lines) == len(reading.lines):
        sums = sum_up([(line.gross, line.net, line.tax_rate) for line in priced], max(freight, 0))
        odd += _totals(reading, sums, currency)
    order = None
    if not any(one.severity == STOPS for one in odd) and warehouse is not None:
        order = NewOrder(
            customer.id if customer else 0,
            warehouse.id,
            tuple(lines),
            channel=reading.channel,
            currency=currency,
            customer_reference=(reading.reference or reading.number)[:CODE_LENGTH],
            ordered_on=reading.ordered_on,
            requested_on=reading.requested_on,
            ship_address=parties.ship_address,
            bill_address=_bill_address(reading),
            carrier_service_id=service,
            freight=freight,
            note=printable(reading.note),
            internal_note=printable(reading.internal_note),
        )
    customer_id = customer.id if customer else None
    return Understood(order, customer_id, tuple(articles), tuple(odd), parties.new, sums, currency)


def _line(
    line: ReadLine, article: ReadArticle, product: Any, currency: str, reading: OrderReading
) -> tuple[NewLine | None, PricedLine | None, tuple[Oddity, ...]]:
    """The line as it would be entered; its price is the message's, and held against ours."""
    odd: list[Oddity] = []
    price = article.unit_price
    rate = product.tax_rate if product.tax_rate is not None else Decimal(0)
    if price is not None and line.with_tax:
        taken = line.tax_rate if line.tax_rate is not None else rate
        price = (price / (1 + taken)).quantize(SIX, rounding=ROUND_HALF_UP)
    if line.tax_rate is not None and line.tax_rate != rate:
        facts = {"article": article.sku, "theirs": plain(line.tax_rate * 100), "ours": plain(rate * 100)}
        odd.append(Oddity("tax_differs", WARNS, line.number, facts))
    off = whole_discount(reading)
    discount = (1 - (1 - line.discount) * (1 - off)).quantize(SIX, rounding=ROUND_HALF_UP)
    wanted = NewLine(article.product_id, article.qty, price, discount)
    try:
        cost = price_line(wanted, product, currency)
    except AppError as refusal:
        facts = {"article": article.sku, "refusal": refusal.message}
        code = {"order.product_blocked": "article_blocked", "order.no_price": "no_price"}
        odd.append(Oddity(code.get(refusal.code, "line"), STOPS, line.number, facts))
        return None, None, tuple(odd)
    if product.status == "discontinued":
        odd.append(Oddity("article_discontinued", WARNS, line.number, {"article": article.sku}))
    if price is not None and product.currency == currency:
        asked = price * (1 - line.discount)
        if asked.quantize(_HALF_CENT, rounding=ROUND_HALF_UP) != product.unit_price.quantize(_HALF_CENT):
            facts = {"article": article.sku, "theirs": plain(asked), "ours": plain(product.unit_price)}
            odd.append(Oddity("price_differs", WARNS, line.number, facts | {"currency": currency}))
    return wanted, cost, tuple(odd)


def whole_discount(reading: OrderReading) -> Decimal:
    """The part of all lines that a discount of the whole order takes off, as a fraction."""
    amount = reading.discount_amount
    if amount <= 0:
        return Decimal(0)
    nets = [
        line.net if line.net is not None else line.qty * (line.unit_price or 0) * (1 - line.discount)
        for line in reading.lines
    ]
    whole = sum(nets, start=Decimal(0))
    return min(amount / whole, Decimal(1)) if whole > 0 else Decimal(0)


def _totals(reading: OrderReading, sums: Sums, currency: str) -> Iterator[Oddity]:
    """What the message says that the order comes to, held against what it comes to with us."""
    freight = reading.freight
    for what, theirs, ours in (
        ("net", reading.net_total, sums.net),
        ("total", reading.total, sums.total),
    ):
        mine = money.to_decimal_string(ours, currency)
        # Some say the net sum with freight in it, some without.
        same = (Decimal(mine), Decimal(mine) + freight) if what == "net" else (Decimal(mine),)
        if theirs is not None and theirs not in same:
            facts = {"theirs": plain(theirs), "ours": mine, "currency": currency}
            yield Oddity(f"{what}_differs", WARNS, facts=facts)


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


def _minor(amount: Decimal, currency: str, what: str) -> tuple[int, tuple[Oddity, ...]]:
    try:
        minor = money.minor_of(
            amount.quantize(Decimal(1).scaleb(-money.digits(currency)), ROUND_HALF_UP), currency
        )
    except (AppError, InvalidOperation):
        minor = -1
    if minor < 0:
        return 0, (Oddity("amount", STOPS, facts={"what": what, "amount": plain(amount)}),)
    return minor, ()


def _is_currency(text: str) -> bool:
    try:
        money.digits(text)
    except AppError:
        return False
    return True


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
