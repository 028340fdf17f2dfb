"""Lists of orders: what is open, late, held or waits for stock, by page; and the search among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import (
    Address,
    Carrier,
    CarrierService,
    Customer,
    OrderHold,
    SalesOrder,
    Shipment,
    ShipmentLine,
    StockLevel,
)
from app.queries.days import today
from app.queries.order_ready import NOTHING, Ready, ready
from app.queries.order_search import Found, find
from app.queries.pages import COUNTED, SIZE, Ask, Page, unindexed

OPEN = ("draft", "confirmed")
FAR = date(9999, 12, 31)
"""Orders without a promise come last."""
VIEWS = ("open", "today", "late", "waiting", "held", "drafts", "closed")
"""What `filters["view"]` of a question may be; the first one is meant where it says nothing."""


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order as a list shows it.

    Attributes:
        id, number, state, channel, priority, version: Of the order.
        customer, customer_id, customer_code: Who buys.
        promised_on, ordered_on: Days of the warehouse.
        total: To pay, in minor units of `currency`.
        reference: The customer's own.
        carrier: Carrier and service; empty where none is chosen.
        country: Where it goes, as a code; empty where the address may not be read.
        ready: Whether it can leave.
    """

    id: int
    number: str
    state: str
    customer: str
    promised_on: date | None
    ordered_on: date
    total: int
    currency: str
    priority: int
    customer_id: int
    customer_code: str
    channel: str
    reference: str
    carrier: str
    version: int
    country: str = ""
    ready: Ready = NOTHING


# Partial indexes are used only where the condition stands in the statement as in the index, without parameters.
_IS_OPEN = sa.text("sales_order.state IN ('draft', 'confirmed')")
_IS_DRAFT = sa.text("sales_order.state IN ('quote', 'draft')")
_IS_CLOSED = sa.text("sales_order.state IN ('closed', 'cancelled')")
_CARRIER = sa.func.coalesce(Carrier.name + " " + CarrierService.name, "")
_COLUMNS = (
    *(SalesOrder.id, SalesOrder.number, SalesOrder.state, Customer.name, SalesOrder.promised_on),
    *(SalesOrder.ordered_on, SalesOrder.total, SalesOrder.currency, SalesOrder.priority),
    *(SalesOrder.customer_id, Customer.code, SalesOrder.channel, SalesOrder.customer_reference),
    *(_CARRIER, SalesOrder.version),
)
_ROWS = (
    sa.select(*_COLUMNS)
    .join(Customer, Customer.id == SalesOrder.customer_id)
    .outerjoin(CarrierService, CarrierService.id == SalesOrder.carrier_service_id)
    .outerjoin(Carrier, Carrier.id == CarrierService.carrier_id)
)
_COUNTRIES = (
    sa.select(SalesOrder.id, Address.country_code)
    .join(Address, Address.id == SalesOrder.ship_address_id)
    .where(SalesOrder.id.in_(sa.bindparam("ids", expanding=True)))
)
_MISSING = ShipmentLine.qty - ShipmentLine.reserved - ShipmentLine.picked - ShipmentLine.shipped
_PLANNED = sa.select(Shipment.id).where(Shipment.state == "planned").scalar_subquery()
_SHORT_LINES = (
    sa.select(ShipmentLine.shipment_id)
    .outerjoin(
        StockLevel,
        sa.and_(
            StockLevel.product_id == ShipmentLine.product_id,
            StockLevel.warehouse_id == ShipmentLine.warehouse_id,
            StockLevel.owner_id == ShipmentLine.owner_id,
        ),
    )
    .where(_MISSING > 0, sa.func.coalesce(StockLevel.sellable - StockLevel.reserved, 0) < _MISSING)
)
_BY_NAME = {"promise": SalesOrder.promised_on, "number": SalesOrder.id, "ordered": SalesOrder.ordered_on}


def held(day: date) -> sa.Select[Any]:
    """Ids of orders with a hold that binds on this day: a hold with a date binds until the day before."""
    return sa.select(OrderHold.order_id).where(
        OrderHold.released_at.is_(None), sa.or_(OrderHold.until.is_(None), OrderHold.until > day)
    )


def waits(connection: Connection) -> sa.ColumnElement[bool]:
    """That goods are lacking for one of the order's planned shipments.

    PostgreSQL takes the planned shipments as an array: as a join it would expect few of them, and look each line and level up
    on its own.
    """
    line = ShipmentLine.shipment_id
    postgresql = connection.dialect.name == "postgresql"
    planned = line == sa.any_(sa.func.array(_PLANNED)) if postgresql else line.in_(_PLANNED)
    short = sa.select(Shipment.order_id).where(Shipment.id.in_(_SHORT_LINES.where(planned)))
    return SalesOrder.id.in_(short)


def orders(connection: Connection, ask: Ask, *, addresses: bool = False) -> Page[OrderRow]:
    """A page of orders.

    `ask.sort` is 'promise' (those without one last), 'number' or 'ordered'; `ask.text` an order's number or the begin of
    one, words of the customer's name, or the begin of the customer's reference. `ask.filters` may hold `view` (one of
    `VIEWS`), `state`, `channel`, `until` (a number of days from today, or a date) and `customer` (an id).

    Args:
        connection: Where to read.
        ask: What to show.
        addresses: Whether countries are read: the person may read addresses.
    """
    day = today(connection)
    found = find(connection, ask.text, day) if ask.text else None
    where = _where(connection, ask, day, found)
    name = ask.sort or "promise"
    read = _by_promise if name == "promise" else partial(_by_column, column=_BY_NAME[name])
    rows = read(connection, ask, where)
    after = None
    if rows and len(rows) == ask.size:
        last = rows[-1]
        key = {"promise": last.promised_on or FAR, "number": last.id, "ordered": last.ordered_on}
        after = (key[name], last.id)
    return Page(_with_light(connection, rows, day, addresses), after)


def count_orders(connection: Connection, ask: Ask) -> int:
    """How many orders a question finds; 10,001 stands for more than ten thousand."""
    day = today(connection)
    found = find(connection, ask.text, day) if ask.text else None
    some = sa.select(SalesOrder.id).where(*_where(connection, ask, day, found)).limit(COUNTED).subquery()
    count: int = connection.execute(sa.select(sa.func.count()).select_from(some)).scalar_one()
    return count


def order_queue(
    connection: Connection, after: tuple[date, int] | None = None, size: int = SIZE
) -> Page[OrderRow]:
    """A page of open orders by promised date, those without one last.

    Args:
        connection: Where to read.
        after: The key of the page before; None begins.
        size: Rows a page.
    """
    return orders(connection, Ask(after=after, size=size))


def open_orders(connection: Connection) -> int:
    """How many orders are open; 10,001 stands for more than ten thousand."""
    return count_orders(connection, Ask())


def _where(connection: Connection, ask: Ask, day: date, found: Found | None) -> list[sa.ColumnElement[bool]]:
    asked = ask.filters
    wanted: list[Any] = _view(connection, str(asked.get("view") or VIEWS[0]), day)
    if state := asked.get("state"):
        wanted.append(SalesOrder.state == state)
    if channel := asked.get("channel"):
        wanted.append(SalesOrder.channel == channel)
    if customer := asked.get("customer"):
        wanted.append(SalesOrder.customer_id == customer)
    if (until := asked.get("until")) is not None:
        last = day + timedelta(days=until) if isinstance(until, int) else until
        wanted.append(SalesOrder.promised_on <= last)
    if found is not None:
        wanted.append(found.condition())
    return wanted


def _view(connection: Connection, view: str, day: date) -> list[Any]:
    confirmed = [_IS_OPEN, SalesOrder.state == "confirmed"]
    views: dict[str, list[Any]] = {
        "open": [_IS_OPEN],
        "today": [*confirmed, SalesOrder.promised_on == day],
        "late": [*confirmed, SalesOrder.promised_on < day],
        "waiting": [*confirmed, waits(connection)],
        "held": [_IS_OPEN, SalesOrder.id.in_(held(day))],
        "drafts": [_IS_DRAFT],
        "closed": [_IS_CLOSED],
    }
    return views[view]


def _by_promise(connection: Connection, ask: Ask, where: Sequence[Any]) -> list[OrderRow]:
    """Dated orders first, whichever way round; those without a date follow by id."""
    rows: list[OrderRow] = []
    begun = 0
    if ask.after is not None and ask.after[0] == FAR:
        begun = int(ask.after[1])
    else:
        dated = [*where, SalesOrder.promised_on.is_not(None)]
        rows = _by_column(connection, ask, dated, SalesOrder.promised_on)
    if len(rows) < ask.size:
        rest = Ask(after=(begun, begun), size=ask.size - len(rows))
        undated = [*where, SalesOrder.promised_on.is_(None)]
        rows += _by_column(connection, rest, undated, SalesOrder.id)
    return rows


def _by_column(connection: Connection, ask: Ask, where: Sequence[Any], column: Any) -> list[OrderRow]:
    order: tuple[Any, ...] = (SalesOrder.id,) if column is SalesOrder.id else (column, SalesOrder.id)
    if column is not SalesOrder.promised_on and ask.filters.get("view", "open") not in ("drafts", "closed"):
        # The index of all orders would be walked past every closed one: sort the few that are open instead.
        order = tuple(unindexed(one) for one in order)
    # Only the keys of all that is found are sorted; what a row shows is read for those of the page alone.
    keys: Any = sa.select(SalesOrder.id).where(*where)
    if ask.after is not None:
        values = ask.after[-len(order) :]
        key = sa.tuple_(*order)
        bound = sa.tuple_(
            *(sa.literal(value, type_=one.type) for value, one in zip(values, order, strict=True))
        )
        keys = keys.where(key < bound if ask.descending else key > bound)
    ways = [one.desc() if ask.descending else one for one in order]
    page: Any = _ROWS.where(SalesOrder.id.in_(keys.order_by(*ways).limit(ask.size)))
    return [OrderRow(*row) for row in connection.execute(page.order_by(*ways))]


def _with_light(
    connection: Connection, rows: Sequence[OrderRow], day: date, addresses: bool
) -> tuple[OrderRow, ...]:
    """The rows of a page with what is asked for these rows alone."""
    if not rows:
        return ()
    ids = [row.id for row in rows]
    lights = ready(connection, ids, day)
    countries: dict[int, str] = {}
    if addresses:
        countries = {one.id: one.country_code for one in connection.execute(_COUNTRIES, {"ids": ids})}
    return tuple(
        replace(row, country=countries.get(row.id, ""), ready=lights.get(row.id, NOTHING)) for row in rows
    )
