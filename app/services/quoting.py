"""What an order would cost and when it could leave, while it is still being typed; nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.permissions import Permission
from app.domain.pricing import Break
from app.domain.promise import add_working_days
from app.errors import AppError, NotFound
from app.models import SalesOrder
from app.queries.catalogue_search import Supply, supplies
from app.queries.days import calendar_of
from app.services.context import Context
from app.services.order_entry import NewOrder, check_customer, promise_of, read_head
from app.services.order_prices import (
    NewLine,
    PricedLine,
    Sold,
    Sums,
    Terms,
    better_break,
    price_line,
    priced_products,
    share_out,
    sum_up,
)
from app.services.order_terms import freight_of, terms_of
from app.services.rows import local_day

AFTER_ARRIVAL = 1
"""Working days from the day on which goods are expected to the day on which they can be promised."""
MOST_DOUBLES = 3


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """A line as it would be entered.

    Attributes:
        product_id, sku, name: What.
        qty: Base units.
        priced: Price and where it comes from, tax rate, sums, share of the order's discount; None where it is refused.
        currency, list_price: The product's own.
        free: What earlier lines leave of what may be promised; below zero it is a shortage.
        arrives: The day on which so many are there; None for now, and where nobody knows (`short` says which).
        promised_on: When the line can leave; None where nobody knows.
        refusal: Why the line cannot be entered, if so.
        floor_price: Below which nobody sells without being asked, in the product's currency; 0 for none.
        next_break: From how many the customer's list is cheaper; None where it never is.
    """

    product_id: int
    sku: str
    name: str
    qty: int
    priced: PricedLine | None
    currency: str
    list_price: Decimal
    free: int
    arrives: date | None
    promised_on: date | None
    refusal: AppError | None = None
    floor_price: Decimal = Decimal(0)
    next_break: Break | None = None

    @property
    def short(self) -> int:
        """Base units that are not there now."""
        return max(0, self.qty - max(0, self.free))


@dataclass(frozen=True, slots=True)
class Quote:
    """An order as it would be entered.

    Attributes:
        lines: In the order in which they were given.
        sums: Of the lines that can be entered: goods, discount, freight, tax of each rate, total.
        currency: Of the sums.
        promised_on: The day that is promised where everything is there.
        complete_on: The day on which all of it can leave; None where nobody knows.
        tax_rates: Those that occur, the lowest first.
        refusals: What stands against the order as a whole: the customer is blocked, say.
        doubles: Numbers of orders in which the customer gave the same reference.
        kind: Of the order.
        discount: Of the whole, as a fraction; what was given, else the customer's own.
        price_list: The name of the list that holds for the customer; '' for none.
        freight_from: Where the freight comes from: 'given', 'table' or 'none'.
    """

    lines: tuple[QuotedLine, ...]
    sums: Sums
    currency: str
    promised_on: date
    complete_on: date | None
    tax_rates: tuple[Decimal, ...]
    refusals: tuple[AppError, ...]
    doubles: tuple[str, ...]
    kind: str = "sale"
    discount: Decimal = Decimal(0)
    price_list: str = ""
    freight_from: str = "given"


_DOUBLES = (
    sa.select(SalesOrder.number)
    .where(
        SalesOrder.customer_id == sa.bindparam("customer"),
        SalesOrder.customer_reference == sa.bindparam("reference"),
        SalesOrder.state != "cancelled",
    )
    .order_by(SalesOrder.id.desc())
    .limit(MOST_DOUBLES)
)


def quote_order(ctx: Context, order: NewOrder) -> Quote:
    """Price an order as `enter_order` would and say when each line can leave; refusals are part of the answer.

    Raises:
        NotFound: the customer or the warehouse is not there.
        NotAllowed: the person may not enter orders.
    """
    ctx.require(Permission.ORDER_ENTER)
    with ctx.reading() as connection:
        head = read_head(connection, order)
        refusals = _refusals(head)
        currency = order.currency or head.currency
        try:
            terms = _terms(connection, order, head, currency)
        except AppError as no:
            refusals = (*refusals, no)
            plain = replace(order, kind=None, exchange_of_id=None, discount=None)
            terms = _terms(connection, plain, head, currency)
        ids = {line.product_id for line in order.lines}
        products = priced_products(connection, ids, terms) if ids else {}
        there = supplies(connection, sorted(ids), order.warehouse_id)
        doubles = _doubles(connection, order)
        promised_on = order.promised_on or promise_of(head, order.requested_on)
        lines = []
        for line in order.lines:
            product = products.get(line.product_id)
            supply = there[line.product_id]
            lines.append(_quoted(line, product, supply, terms, promised_on, head))
            there[line.product_id] = supply.less(line.qty)
        priced = share_out([line.priced for line in lines if line.priced is not None], terms.discount)
        freight, source = freight_of(connection, order, terms, sum(one.paid for one in priced))
    shared = iter(priced)
    lines = [line if line.priced is None else replace(line, priced=next(shared)) for line in lines]
    days = [line.promised_on for line in lines]
    return Quote(
        tuple(lines),
        sum_up([(one.gross, one.net, one.tax_rate) for one in priced], freight, terms.discount),
        currency,
        promised_on,
        None if None in days else max((one for one in days if one), default=promised_on),
        tuple(sorted({one.tax_rate for one in priced})),
        refusals,
        doubles,
        *(terms.kind, terms.discount, terms.list_name, source),
    )


def _terms(connection: Connection, order: NewOrder, head: Any, currency: str) -> Terms:
    country = order.ship_address.country_code.upper() if order.ship_address else head.country_code
    day = order.ordered_on or local_day(head.now, head.time_zone)
    return terms_of(connection, order, head, currency, country or "", day)


def _quoted(
    line: NewLine, product: Sold | None, supply: Supply, terms: Terms, promised_on: date, head: Any
) -> QuotedLine:
    if product is None:
        gone = NotFound(
            f"There is no product {line.product_id}.",
            hint="Look it up again.",
            what="product",
            id=line.product_id,
        )
        return QuotedLine(
            line.product_id, "", "", line.qty, None, terms.currency, Decimal(0), 0, None, None, refusal=gone
        )
    priced: PricedLine | None = None
    refusal: AppError | None = None
    try:
        priced = price_line(line, product, terms)
    except AppError as no:
        refusal = no
    covered = supply.covered_on(line.qty)
    arrives = None if covered in (None, date.min) else covered
    leaves: date | None = None
    if covered == date.min:
        leaves = promised_on
    elif arrives is not None:
        leaves = max(promised_on, add_working_days(arrives, AFTER_ARRIVAL, calendar_of(head)))
    return QuotedLine(
        *(line.product_id, product.sku, product.name, line.qty, priced, product.currency),
        *(product.unit_price, supply.free, arrives, leaves, refusal, product.floor_price),
        next_break=better_break(product, priced, terms) if priced is not None else None,
    )


def _refusals(head: Any) -> tuple[AppError, ...]:
    try:
        check_customer(head)
    except AppError as no:
        return (no,)
    return ()


def _doubles(connection: Connection, order: NewOrder) -> tuple[str, ...]:
    reference = order.customer_reference.strip()
    if not reference:
        return ()
    given = {"customer": order.customer_id, "reference": reference}
    return tuple(connection.execute(_DOUBLES, given).scalars())
