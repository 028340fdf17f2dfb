"""What an order that came in costs as it says and as it would cost with us; what differs is an oddity.

The message's own prices are taken: they are what the customer ordered at. Where it has none, ours are: the customer's list with
quantity breaks, else the product's price, less the discount agreed with the customer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain import money
from app.errors import AppError
from app.integrations.channels.reading import Oddity, OrderReading, ReadLine
from app.services.intake_articles import SIX, ReadArticle, plain
from app.services.intake_parties import SHOPS, Parties
from app.services.order_entry import NewOrder, read_head
from app.services.order_prices import (
    NewLine,
    PricedLine,
    Sold,
    Sums,
    Terms,
    price_line,
    priced_products,
    share_out,
    sum_up,
)
from app.services.order_terms import freight_of, terms_of

STOPS, WARNS = "stops", "warns"
_FINE = Decimal("0.0001")
"""To which prices are held against each other: finer than any paper shows."""
_CODES = {"order.product_blocked": "article_blocked", "order.no_price": "no_price"}


@dataclass(frozen=True, slots=True)
class Worth:
    """The money of an order that came in.

    Attributes:
        lines: As they would be entered; those that cannot be are missing.
        currency: '' where nobody knows.
        discount: Of the whole, as a fraction; None for what was agreed with the customer.
        freight: In minor units without tax; None for what our table of charges says.
        sums: What it comes to with us; None where a line cannot be entered.
    """

    lines: tuple[NewLine, ...]
    currency: str
    discount: Decimal | None
    freight: int | None
    sums: Sums | None
    oddities: tuple[Oddity, ...]


def price_reading(
    source: Transaction | Connection,
    reading: OrderReading,
    articles: Sequence[ReadArticle | None],
    parties: Parties,
    warehouse_id: int,
    service_id: int | None,
    day: date,
) -> Worth:
    """Price an order as it says, and hold it against our own prices; three statements at most."""
    customer = parties.customer
    said = reading.currency or (customer.currency if customer else "")
    priced_by_them = any(line.unit_price is not None or line.net is not None for line in reading.lines)
    discount = whole_discount(reading) if priced_by_them or reading.discount_amount else None
    terms = Terms(said, parties.country, day, reading.kind, discount or Decimal(0))
    if customer is not None and warehouse_id:
        draft = NewOrder(customer.id, warehouse_id, (), kind=reading.kind, discount=discount)
        try:
            terms = terms_of(source, draft, read_head(source, draft), said, parties.country, day)
        except AppError as refusal:
            return _nothing(Oddity("terms", STOPS, facts={"refusal": refusal.message}))
    ids = {article.product_id for article in articles if article is not None}
    products = priced_products(source, ids, terms) if ids else {}
    currency, odd = _currency(said, products, known=customer is not None or parties.new)
    if not currency:
        return _nothing(*odd)
    terms = replace(terms, currency=currency)
    agreed = Decimal(customer.discount) if customer is not None else Decimal(0)
    found: list[Oddity] = list(odd)
    lines: list[NewLine] = []
    priced: list[PricedLine] = []
    for line, article in zip(reading.lines, articles, strict=True):
        if article is None:
            continue
        wanted, cost, more = _line(line, article, products[article.product_id], terms, agreed)
        found += more
        if wanted is not None and cost is not None:
            lines.append(wanted)
            priced.append(cost)
    freight, more = _freight(reading, priced, currency)
    found += more
    sums = None
    if lines and len(lines) == len(reading.lines):
        carriage = freight
        if carriage is None:
            paid = sum(line.paid for line in share_out(priced, terms.discount))
            carriage, _ = freight_of(source, NewOrder(0, 0, (), carrier_service_id=service_id), terms, paid)
        figures = [(line.gross, line.net, line.tax_rate) for line in priced]
        sums = sum_up(figures, carriage, terms.discount)
        found += _totals(reading, sums, currency)
    return Worth(tuple(lines), currency, discount, freight, sums, tuple(found))


def _nothing(*oddities: Oddity) -> Worth:
    return Worth((), "", None, None, None, oddities)


def _currency(said: str, products: Mapping[int, Sold], *, known: bool) -> tuple[str, tuple[Oddity, ...]]:
    """The currency of an order: as it says or the customer has, else that in which all its articles are priced."""
    if not said:
        priced = {product.currency for product in products.values()}
        if len(priced) == 1:
            said = priced.pop()
            return said, (Oddity("currency_assumed", WARNS, facts={"currency": said}),)
        if not known:
            return "", ()  # who buys is not known either, and stops the order
    try:
        money.digits(said)
    except AppError:
        return "", (Oddity("unknown_currency", STOPS, facts={"currency": said}),)
    return said, ()


def _line(
    line: ReadLine, article: ReadArticle, product: Sold, terms: Terms, agreed: Decimal
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
    wanted = NewLine(article.product_id, article.qty, price, line.discount)
    try:
        cost = price_line(wanted, product, terms)
    except AppError as refusal:
        facts = {"article": article.sku, "refusal": refusal.message}
        odd.append(Oddity(_CODES.get(refusal.code, "line"), STOPS, line.number, facts))
        return None, None, tuple(odd)
    if product.status == "discontinued":
        odd.append(Oddity("article_discontinued", WARNS, line.number, {"article": article.sku}))
    if price is not None:
        theirs = price * (1 - line.discount) * (1 - terms.discount)
        if (ours := _ours(wanted, product, terms, agreed)) is not None and not _same(theirs, ours):
            facts = {"article": article.sku, "theirs": plain(theirs), "ours": plain(ours)}
            odd.append(Oddity("price_differs", WARNS, line.number, facts | {"currency": terms.currency}))
    return wanted, cost, tuple(odd)


def _ours(line: NewLine, product: Sold, terms: Terms, agreed: Decimal) -> Decimal | None:
    """What one piece costs with us, all discounts taken off; None where we have no price in the currency."""
    try:
        cost = price_line(replace(line, unit_price=None, discount=Decimal(0)), product, terms)
    except AppError:
        return None
    return cost.unit_price * (1 - cost.discount) * (1 - agreed)


def _same(one: Decimal, other: Decimal) -> bool:
    return one.quantize(_FINE, ROUND_HALF_UP) == other.quantize(_FINE, ROUND_HALF_UP)


def whole_discount(reading: OrderReading) -> Decimal:
    """The part that a discount of the whole order takes off, as a fraction of six decimals."""
    amount = reading.discount_amount
    if amount <= 0:
        return Decimal(0)
    nets = [
        line.net if line.net is not None else line.qty * (line.unit_price or 0) * (1 - line.discount)
        for line in reading.lines
    ]
    whole = sum(nets, start=Decimal(0))
    return min(amount / whole, Decimal(1)).quantize(SIX, ROUND_HALF_UP) if whole > 0 else Decimal(0)


def _freight(
    reading: OrderReading, lines: Sequence[PricedLine], currency: str
) -> tuple[int | None, tuple[Oddity, ...]]:
    """What carriage costs: a shop says it, and that it is free as well; of other messages silence says nothing."""
    amount = reading.freight
    if not amount and reading.channel not in SHOPS:
        return None, ()
    if any(line.with_tax for line in reading.lines):
        amount /= 1 + max((line.tax_rate for line in lines), default=Decimal(0))
    try:
        place = Decimal(1).scaleb(-money.digits(currency))
        minor = money.minor_of(amount.quantize(place, ROUND_HALF_UP), currency)
    except (AppError, InvalidOperation):
        minor = -1
    if minor < 0:
        return None, (Oddity("amount", STOPS, facts={"what": "freight", "amount": plain(reading.freight)}),)
    return minor, ()


def _totals(reading: OrderReading, sums: Sums, currency: str) -> Iterator[Oddity]:
    """What the message says that the order comes to, held against what it comes to with us."""
    for what, theirs, ours in (("net", reading.net_total, sums.net), ("total", reading.total, sums.total)):
        mine = Decimal(money.to_decimal_string(ours, currency))
        # Some say the net sum with freight in it, some without.
        same = (mine, mine + reading.freight) if what == "net" else (mine,)
        if theirs is not None and theirs not in same:
            facts = {"theirs": plain(theirs), "ours": plain(mine), "currency": currency}
            yield Oddity(f"{what}_differs", WARNS, facts=facts)
