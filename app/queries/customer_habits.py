"""What a customer usually takes, the orders that may be taken again, and what is known of them on the telephone."""

from __future__ import annotations

import statistics
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import Dispute, OrderLine, Product, Receivable, ReturnOrder, SalesOrder, Shipment
from app.queries.days import today

LOOKED_AT = 14
"""The latest orders that say what is usual."""
RARELY = 2
"""Times that a product is taken at least to be of the usual order."""
MOST_ORDERS = 20
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Habit:
    """A product that a customer takes.

    Attributes:
        times, orders: In how many of so many orders.
        qty: Base units that they take usually: the median of these orders, rounded up from the half.
        last_on: When they took it last.
    """

    product_id: int
    sku: str
    name: str
    unit_price: Decimal
    currency: str
    status: str
    times: int
    orders: int
    qty: int
    last_on: date

    @property
    def usual(self) -> bool:
        """Whether it may belong to the usual order: it was taken more than once and can be sold."""
        return self.times >= RARELY and self.status == "active"

    @property
    def regular(self) -> bool:
        """Whether it is taken unless somebody leaves it: it stands in every third order at least."""
        return self.usual and 3 * self.times >= self.orders


@dataclass(frozen=True, slots=True)
class PastOrder:
    """An order that may be taken again or exchanged; `total` in minor units of `currency`."""

    id: int
    number: str
    state: str
    ordered_on: date
    reference: str
    total: int
    currency: str
    lines: int
    words: str


@dataclass(frozen=True, slots=True)
class PastLine:
    """What a past order had of a product that is sold still, or is not any more (`status`)."""

    product_id: int
    sku: str
    name: str
    unit_price: Decimal
    currency: str
    status: str
    qty: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with a customer.

    Attributes:
        delivered_on: When goods were delivered last, or else were sent.
        on_time: Whether that was by the promised day; None where none was promised.
        orders, returns: Of a year.
        disputes: Open ones.
        outstanding, overdue: Of their invoices, in minor units of the customer's currency; None where none are known.
    """

    delivered_on: date | None = None
    on_time: bool | None = None
    orders: int = 0
    returns: int = 0
    disputes: int = 0
    outstanding: int | None = None
    overdue: int = 0


_CUSTOMER = sa.bindparam("customer", type_=sa.BigInteger)
_THEIRS = (SalesOrder.customer_id == _CUSTOMER, SalesOrder.state.in_(("confirmed", "closed")))
_LATEST = (
    sa.select(SalesOrder.id, SalesOrder.ordered_on)
    .where(*_THEIRS, SalesOrder.kind == "sale")
    .order_by(SalesOrder.id.desc())
    .limit(LOOKED_AT)
    .cte("latest")
)
_TAKEN: Any = (
    sa.select(
        *(_LATEST.c.id, _LATEST.c.ordered_on, OrderLine.product_id),
        sa.func.sum(OrderLine.qty - OrderLine.cancelled).label("qty"),
        *(Product.sku, Product.name, Product.unit_price, Product.currency, Product.status),
    )
    .select_from(_LATEST)
    .join(OrderLine, OrderLine.order_id == _LATEST.c.id)
    .join(Product, Product.id == OrderLine.product_id)
    .where(OrderLine.cancelled < OrderLine.qty)
    .group_by(_LATEST.c.id, _LATEST.c.ordered_on, OrderLine.product_id, *(Product.id, Product.sku))
    .group_by(Product.name, Product.unit_price, Product.currency, Product.status)
    .order_by(_LATEST.c.id.desc(), Product.sku)
)
_FIRST_LINE = (
    sa.select(OrderLine.description)
    .where(OrderLine.order_id == SalesOrder.id)
    .order_by(OrderLine.position)
    .limit(1)
    .correlate(SalesOrder)
    .scalar_subquery()
)
_LINES = (
    sa.select(sa.func.count())
    .where(OrderLine.order_id == SalesOrder.id)
    .correlate(SalesOrder)
    .scalar_subquery()
)
_PAST: Any = (
    sa.select(
        *(SalesOrder.id, SalesOrder.number, SalesOrder.state, SalesOrder.ordered_on),
        *(SalesOrder.customer_reference, SalesOrder.total, SalesOrder.currency),
        *(_LINES.label("lines"), sa.func.coalesce(_FIRST_LINE, "").label("words")),
    )
    .where(SalesOrder.customer_id == _CUSTOMER, SalesOrder.state != "cancelled")
    .order_by(SalesOrder.id.desc())
    .limit(MOST_ORDERS)
)
_AGAIN: Any = (
    sa.select(
        *(OrderLine.product_id, Product.sku, Product.name, Product.unit_price),
        *(Product.currency, Product.status, (OrderLine.qty - OrderLine.cancelled).label("qty")),
    )
    .join(Product, Product.id == OrderLine.product_id)
    .where(OrderLine.order_id == sa.bindparam("order"), OrderLine.cancelled < OrderLine.qty)
    .order_by(OrderLine.position)
)
_SENT: Any = (
    sa.select(Shipment.delivered_at, Shipment.shipped_at, Shipment.promised_on)
    .join(SalesOrder, SalesOrder.id == Shipment.order_id)
    .where(SalesOrder.customer_id == _CUSTOMER, Shipment.state.in_(("shipped", "delivered")))
    .where(SalesOrder.id.in_(sa.select(_LATEST.c.id)))
    .order_by(Shipment.shipped_at.desc())
    .limit(1)
)
_SHIPPED: Any = (
    sa.select(SalesOrder.shipped_on, SalesOrder.promised_on)
    .where(*_THEIRS, SalesOrder.shipped_on.is_not(None))
    .order_by(SalesOrder.shipped_on.desc(), SalesOrder.id.desc())
    .limit(1)
)
_SINCE = sa.bindparam("since", type_=sa.Date)
_YEAR = sa.select(sa.func.count()).where(*_THEIRS, SalesOrder.kind == "sale", SalesOrder.ordered_on >= _SINCE)
_BACK = (
    sa.select(sa.func.count())
    .select_from(ReturnOrder)
    .join(SalesOrder, SalesOrder.id == ReturnOrder.order_id)
    .where(*_THEIRS, SalesOrder.ordered_on >= _SINCE, ReturnOrder.state != "cancelled")
)
_DISPUTES = sa.select(sa.func.count()).where(Dispute.customer_id == _CUSTOMER, Dispute.state == "open")
_OWED: Any = sa.select(
    sa.func.count(Receivable.id).label("number"),
    sa.func.coalesce(sa.func.sum(Receivable.open), 0).label("open"),
    sa.func.coalesce(
        sa.func.sum(
            sa.case((Receivable.due_on < sa.bindparam("day", type_=sa.Date), Receivable.open), else_=0)
        ),
        0,
    ).label("overdue"),
).where(Receivable.customer_id == _CUSTOMER, Receivable.currency == sa.bindparam("currency"))


def habits_of(connection: Connection, customer_id: int) -> tuple[Habit, ...]:
    """What a customer took in their latest orders, what they take most often first: one statement."""
    rows = connection.execute(_TAKEN, {"customer": customer_id}).all()
    orders = len({row.id for row in rows})
    taken: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        taken[row.product_id].append(row)
    found = [
        Habit(
            *(product_id, theirs[0].sku, theirs[0].name, theirs[0].unit_price, theirs[0].currency),
            *(theirs[0].status, len(theirs), orders),
            int(statistics.median(int(one.qty) for one in theirs) + 0.5),
            theirs[0].ordered_on,
        )
        for product_id, theirs in taken.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.times, one.sku)))


def past_orders(connection: Connection, customer_id: int) -> tuple[PastOrder, ...]:
    """The latest orders of a customer, the newest first; cancelled ones are left out."""
    return tuple(PastOrder(*row) for row in connection.execute(_PAST, {"customer": customer_id}))


def lines_to_copy(connection: Connection, order_id: int) -> tuple[PastLine, ...]:
    """What an order had, as far as it was not cancelled."""
    return tuple(PastLine(*row) for row in connection.execute(_AGAIN, {"order": order_id}))


def standing_of(connection: Connection, customer_id: int, currency: str, *, owed: bool = False) -> Standing:
    """How it stands with a customer.

    Args:
        connection: Where to read.
        customer_id: Who.
        currency: Theirs.
        owed: Whether invoices are read: the person may.
    """
    day = today(connection)
    given: dict[str, Any] = {"customer": customer_id, "since": day - YEAR, "day": day, "currency": currency}
    on, promised = _delivered(connection, given)
    debt = connection.execute(_OWED, given).one() if owed else None
    orders, returns, disputes = (
        int(connection.execute(one, given).scalar_one()) for one in (_YEAR, _BACK, _DISPUTES)
    )
    return Standing(
        on,
        on <= promised if on is not None and promised is not None else None,
        orders,
        returns,
        disputes,
        int(debt.open) if debt is not None and debt.number else None,
        int(debt.overdue) if debt is not None else 0,
    )


def _delivered(connection: Connection, given: dict[str, Any]) -> tuple[date | None, date | None]:
    """When goods came to a customer last and when they were promised; of goods that were sent before Quai, the day they left."""
    sent = connection.execute(_SENT, given).first()
    there = (sent.delivered_at or sent.shipped_at) if sent is not None else None
    if sent is not None and isinstance(there, datetime):
        return there.date(), sent.promised_on
    before = connection.execute(_SHIPPED, given).first()
    return (before.shipped_on, before.promised_on) if before is not None else (None, None)
