"""What a customer's account comes to: orders of a year, on time, returns, what is open and what is owed; five statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import (
    CustomerArticle,
    CustomerContact,
    CustomerNote,
    Dispute,
    Receivable,
    ReturnOrder,
    SalesOrder,
    Shipment,
    Warehouse,
)
from app.queries.days import today

YEAR = timedelta(days=365)
MOST = 5_000
"""Of so many of the newest shipments it is asked whether they left on time."""
IN_FORCE = ("confirmed", "closed")
"""States of an order that counts as one."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units."""

    currency: str
    amount: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The key figures of a customer; 'a year' is the last 365 days.

    Attributes:
        orders: Orders of a year that were confirmed.
        turnover: What they come to with tax, a sum a currency.
        last_ordered: The day of the newest order.
        promised: Shipments of a year that left and had a promise.
        on_time: Those of them that left on the promised day or before.
        last_shipped: When goods left for them last.
        returns: Returns of a year.
        open_orders: Orders that are not closed.
        open_amount: What these come to, a sum a currency.
        owed: Open of their invoices, a sum a currency.
        overdue: Of it what should have been paid by now.
        overdue_invoices: In how many invoices.
        open_returns, open_disputes, contacts, notes, articles: Rows of that kind.
    """

    orders: int = 0
    turnover: tuple[Money, ...] = ()
    last_ordered: date | None = None
    promised: int = 0
    on_time: int = 0
    last_shipped: datetime | date | None = None
    returns: int = 0
    open_orders: int = 0
    open_amount: tuple[Money, ...] = ()
    owed: tuple[Money, ...] = ()
    overdue: tuple[Money, ...] = ()
    overdue_invoices: int = 0
    open_returns: int = 0
    open_disputes: int = 0
    contacts: int = 0
    notes: int = 0
    articles: int = 0


_SINCE = sa.bindparam("since", type_=sa.Date())
_MINE = SalesOrder.customer_id == sa.bindparam("customer")
_YEARS = sa.and_(SalesOrder.state.in_(IN_FORCE), SalesOrder.ordered_on > _SINCE)
_OPEN = SalesOrder.state.in_(("quote", "draft", "confirmed"))
_BEFORE = sa.and_(SalesOrder.history, SalesOrder.shipped_on > _SINCE, SalesOrder.promised_on.is_not(None))
"""What left before Quai came has no shipment with an hour."""
_ORDERS: Any = (
    sa.select(
        SalesOrder.currency,
        sa.func.count().filter(_YEARS).label("orders"),
        sa.func.coalesce(sa.func.sum(SalesOrder.total).filter(_YEARS), 0).label("turnover"),
        sa.func.count().filter(_OPEN).label("open_orders"),
        sa.func.coalesce(sa.func.sum(SalesOrder.total).filter(_OPEN), 0).label("open_amount"),
        sa.func.count().filter(_BEFORE).label("promised"),
        sa.func.count().filter(_BEFORE, SalesOrder.shipped_on <= SalesOrder.promised_on).label("on_time"),
        sa.func.max(SalesOrder.ordered_on).label("last_ordered"),
        sa.func.max(SalesOrder.shipped_on).label("last_shipped"),
    )
    .where(_MINE)
    .group_by(SalesOrder.currency)
    .order_by(SalesOrder.currency)
)
_LEFT: Any = (
    sa.select(Shipment.shipped_at, Shipment.promised_on, Warehouse.time_zone)
    .join(SalesOrder, SalesOrder.id == Shipment.order_id)
    .join(Warehouse, Warehouse.id == Shipment.warehouse_id)
    .where(_MINE, Shipment.shipped_at.is_not(None))
    .order_by(Shipment.id.desc())
    .limit(MOST)
)
_OWED: Any = (
    sa.select(
        Receivable.currency,
        sa.func.sum(Receivable.open).label("owed"),
        sa.func.coalesce(
            sa.func.sum(Receivable.open).filter(Receivable.due_on < sa.bindparam("today", type_=sa.Date())), 0
        ).label("overdue"),
        sa.func.count().filter(Receivable.due_on < sa.bindparam("today", type_=sa.Date())).label("invoices"),
    )
    .where(Receivable.customer_id == sa.bindparam("customer"), Receivable.open > 0)
    .group_by(Receivable.currency)
    .order_by(Receivable.currency)
)


def _number(model: Any, *conditions: Any) -> Any:
    return (
        sa.select(sa.func.count())
        .select_from(model)
        .where(model.customer_id == sa.bindparam("customer"), *conditions)
        .scalar_subquery()
    )


_REST: Any = sa.select(
    _number(
        ReturnOrder, ReturnOrder.created_at > sa.bindparam("instant", type_=ReturnOrder.created_at.type)
    ).label("returns"),
    _number(ReturnOrder, ReturnOrder.state.in_(("requested", "authorised", "received", "inspected"))).label(
        "open_returns"
    ),
    _number(Dispute, Dispute.state == "open").label("open_disputes"),
    _number(CustomerArticle).label("articles"),
)
_KNOWN: Any = sa.select(
    _number(CustomerContact).label("contacts"),
    _number(CustomerNote, CustomerNote.removed_at.is_(None)).label("notes"),
)


def figures(connection: Connection, customer_id: int, *, known: bool = True) -> Figures:
    """The key figures of a customer; `known` where the person may read what is known of customers."""
    day = today(connection)
    since = day - YEAR
    given: dict[str, Any] = {"customer": customer_id, "since": since}
    orders = connection.execute(_ORDERS, given).all()
    left = [
        (row.shipped_at.astimezone(ZoneInfo(row.time_zone)).date(), row.shipped_at, row.promised_on)
        for row in connection.execute(_LEFT, {"customer": customer_id})
    ]
    dated = [(gone, promise) for gone, _, promise in left if gone > since and promise is not None]
    instant = datetime.combine(since, datetime.min.time(), ZoneInfo("UTC"))
    rest = connection.execute(_REST, {"customer": customer_id, "instant": instant}).one()
    owed: list[Any] = []
    contacts = notes = 0
    if known:
        owed = list(connection.execute(_OWED, {"customer": customer_id, "today": day}))
        contacts, notes = connection.execute(_KNOWN, {"customer": customer_id}).one()
    before = max((row.last_shipped for row in orders if row.last_shipped), default=None)
    return Figures(
        orders=sum(row.orders for row in orders),
        turnover=_sums(orders, "turnover"),
        last_ordered=max((row.last_ordered for row in orders), default=None),
        promised=len(dated) + sum(row.promised for row in orders),
        on_time=sum(gone <= promise for gone, promise in dated) + sum(row.on_time for row in orders),
        last_shipped=max((at for _, at, _ in left), default=before),
        returns=rest.returns,
        open_orders=sum(row.open_orders for row in orders),
        open_amount=_sums(orders, "open_amount"),
        owed=_sums(owed, "owed"),
        overdue=_sums(owed, "overdue"),
        overdue_invoices=sum(row.invoices for row in owed),
        open_returns=rest.open_returns,
        open_disputes=rest.open_disputes,
        contacts=contacts,
        notes=notes,
        articles=rest.articles,
    )


def _sums(rows: Sequence[Any], name: str) -> tuple[Money, ...]:
    return tuple(Money(row.currency, int(getattr(row, name))) for row in rows if getattr(row, name))
