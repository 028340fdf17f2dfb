"""Lists of orders: what is open, late, held or waits for stock, by page; and the search among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import (
    Address,
    Carrier,
    CarrierService,
    Customer,
    OrderTag,
    SalesOrder,
    Warehouse,
)
from app.queries.days import today
from app.queries.order_filters import WALKED, Narrowed, OrderFilters, narrow
from app.queries.order_ready import NOTHING, Ready, ready
from app.queries.order_search import find
from app.queries.pages import COUNTED, SIZE, Ask, Page, unindexed

OPEN = ("draft", "confirmed")
FAR = date(9999, 12, 31)
"""Orders without a promise come last."""


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
        site: The warehouse's code.
        kind, entered_by, requested_on: As the order has them.
        vip: Whether the customer is one.
        tags: By name.
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
    site: str = ""
    kind: str = "sale"
    entered_by: str = ""
    requested_on: date | None = None
    vip: bool = False
    country: str = ""
    tags: tuple[str, ...] = ()
    ready: Ready = NOTHING


_CARRIER = sa.func.coalesce(Carrier.name + " " + CarrierService.name, "")
_COLUMNS = (
    *(SalesOrder.id, SalesOrder.number, SalesOrder.state, Customer.name, SalesOrder.promised_on),
    *(SalesOrder.ordered_on, SalesOrder.total, SalesOrder.currency, SalesOrder.priority),
    *(SalesOrder.customer_id, Customer.code, SalesOrder.channel, SalesOrder.customer_reference),
    *(_CARRIER, SalesOrder.version, Warehouse.code, SalesOrder.kind, SalesOrder.created_by),
    *(SalesOrder.requested_on, Customer.vip),
)
_ROWS = (
    sa.select(*_COLUMNS)
    .join(Customer, Customer.id == SalesOrder.customer_id)
    .join(Warehouse, Warehouse.id == SalesOrder.warehouse_id)
    .outerjoin(CarrierService, CarrierService.id == SalesOrder.carrier_service_id)
    .outerjoin(Carrier, Carrier.id == CarrierService.carrier_id)
)
_COUNTRIES = (
    sa.select(SalesOrder.id, Address.country_code)
    .join(Address, Address.id == SalesOrder.ship_address_id)
    .where(SalesOrder.id.in_(sa.bindparam("ids", expanding=True)))
)
_TAGS = (
    sa.select(OrderTag.order_id, OrderTag.tag)
    .where(OrderTag.order_id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(OrderTag.order_id, OrderTag.tag)
)
_BY_NAME = {"promise": SalesOrder.promised_on, "number": SalesOrder.id, "ordered": SalesOrder.ordered_on}


def orders(connection: Connection, ask: Ask, *, addresses: bool = False) -> Page[OrderRow]:
    """A page of orders.

    `ask.sort` is 'promise' (those without one last), 'number' or 'ordered'; `ask.text` an order's number or the begin of
    one, words of the customer's name, or the begin of the customer's reference. `ask.filters` are those of `OrderFilters`.

    Args:
        connection: Where to read.
        ask: What to show.
        addresses: Whether countries are read: the person may read addresses.

    Raises:
        BadInput: a condition that does not exist.
        NotAllowed: a condition on what the person may not know.
    """
    asked, day = _narrowed(connection, ask, addresses)
    name = ask.sort or "promise"
    read = _by_promise if name == "promise" else partial(_by_column, column=_BY_NAME[name])
    rows = read(connection, ask, asked)
    after = None
    if rows and len(rows) == ask.size:
        last = rows[-1]
        key = {"promise": last.promised_on or FAR, "number": last.id, "ordered": last.ordered_on}
        after = (key[name], last.id)
    return Page(_with_light(connection, rows, day, addresses), after)


def count_orders(connection: Connection, ask: Ask, *, addresses: bool = False) -> int:
    """How many orders a question finds; 10,001 stands for more than ten thousand.

    Raises:
        BadInput, NotAllowed: as `orders`.
    """
    asked, _ = _narrowed(connection, ask, addresses)
    some = sa.select(SalesOrder.id).where(*asked.where).limit(COUNTED).subquery()
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


def _narrowed(connection: Connection, ask: Ask, addresses: bool) -> tuple[Narrowed, date]:
    """The conditions of a question: its filters, and what was typed into the search field."""
    day = today(connection)
    found = narrow(connection, OrderFilters.of(ask.filters), day, addresses=addresses)
    if not ask.text:
        return found, day
    typed = find(connection, ask.text, day)
    return Narrowed((*found.where, typed.condition()), found.few), day


def _by_promise(connection: Connection, ask: Ask, asked: Narrowed) -> list[OrderRow]:
    """Dated orders first, whichever way round; those without a date follow by id."""
    rows: list[OrderRow] = []
    begun = 0
    if ask.after is not None and ask.after[0] == FAR:
        begun = int(ask.after[1])
    else:
        dated = replace(asked, where=(*asked.where, SalesOrder.promised_on.is_not(None)))
        rows = _by_column(connection, ask, dated, SalesOrder.promised_on)
    if len(rows) < ask.size:
        rest = Ask(after=(begun, begun), size=ask.size - len(rows))
        undated = replace(asked, where=(*asked.where, SalesOrder.promised_on.is_(None)))
        rows += _by_column(connection, rest, undated, SalesOrder.id)
    return rows


def _by_column(connection: Connection, ask: Ask, asked: Narrowed, column: Any) -> list[OrderRow]:
    order: tuple[Any, ...] = (SalesOrder.id,) if column is SalesOrder.id else (column, SalesOrder.id)
    if asked.few or (column is not SalesOrder.promised_on and ask.filters.get("view", "open") not in WALKED):
        # The index of all orders would be walked past every closed one: sort the few that are open instead.
        order = tuple(unindexed(one) for one in order)
    # Only the keys of all that is found are sorted; what a row shows is read for those of the page alone.
    keys: Any = sa.select(SalesOrder.id).where(*asked.where)
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
    tags: dict[int, list[str]] = defaultdict(list)
    for one in connection.execute(_TAGS, {"ids": ids}):
        tags[one.order_id].append(one.tag)
    countries: dict[int, str] = {}
    if addresses:
        countries = {one.id: one.country_code for one in connection.execute(_COUNTRIES, {"ids": ids})}
    return tuple(
        replace(
            row,
            country=countries.get(row.id, ""),
            tags=tuple(tags.get(row.id, ())),
            ready=lights.get(row.id, NOTHING),
        )
        for row in rows
    )
