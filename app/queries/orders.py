"""The order queue: open orders, soonest promise first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import Customer, SalesOrder
from app.queries.pages import COUNTED, SIZE, Page

OPEN = ("draft", "confirmed")
FAR = date(9999, 12, 31)
"""Orders without a promise come last."""


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An open order as a queue shows it; `total` in minor units of `currency`."""

    id: int
    number: str
    state: str
    customer: str
    promised_on: date | None
    ordered_on: date
    total: int
    currency: str
    priority: int


_ROWS = (
    sa.select(
        *(SalesOrder.id, SalesOrder.number, SalesOrder.state, Customer.name, SalesOrder.promised_on),
        *(SalesOrder.ordered_on, SalesOrder.total, SalesOrder.currency, SalesOrder.priority),
    )
    .join(Customer, Customer.id == SalesOrder.customer_id)
    .where(SalesOrder.state.in_(OPEN))
    .limit(sa.bindparam("size"))
)
_DATED = _ROWS.where(SalesOrder.promised_on.is_not(None)).order_by(SalesOrder.promised_on, SalesOrder.id)
_DATED_AFTER = _DATED.where(
    sa.tuple_(SalesOrder.promised_on, SalesOrder.id)
    > sa.tuple_(sa.bindparam("day", type_=sa.Date), sa.bindparam("id", type_=sa.BigInteger))
)
_UNDATED_AFTER = _ROWS.where(SalesOrder.promised_on.is_(None), SalesOrder.id > sa.bindparam("id")).order_by(
    SalesOrder.id
)
_COUNT = sa.select(sa.func.count()).select_from(
    sa.select(SalesOrder.id).where(SalesOrder.state.in_(OPEN)).limit(COUNTED).subquery()
)


def order_queue(
    connection: Connection, after: tuple[date, int] | None = None, size: int = SIZE
) -> Page[OrderRow]:
    """A page of open orders by promised date, those without one last.

    Args:
        connection: Where to read.
        after: The key of the page before; None begins.
        size: Rows a page.
    """
    rows: list[OrderRow] = []
    if after is None:
        rows = [OrderRow(*row) for row in connection.execute(_DATED, {"size": size})]
    elif after[0] != FAR:
        parameters = {"size": size, "day": after[0], "id": after[1]}
        rows = [OrderRow(*row) for row in connection.execute(_DATED_AFTER, parameters)]
    if len(rows) < size:
        begun = after[1] if after is not None and after[0] == FAR else 0
        more = connection.execute(_UNDATED_AFTER, {"size": size - len(rows), "id": begun})
        rows += [OrderRow(*row) for row in more]
    last = rows[-1] if len(rows) == size else None
    return Page(tuple(rows), (last.promised_on or FAR, last.id) if last else None)


def open_orders(connection: Connection) -> int:
    """How many orders are open; 10,001 stands for more than ten thousand."""
    count: int = connection.execute(_COUNT).scalar_one()
    return count
