"""Shipments as a list shows them, one in full, and which shipments a scanned thing belongs to.

Lists of open shipments read the partial index on open states; SQLite takes it only where the statement repeats the index's own
condition word by word, hence `OPEN`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import (
    Address,
    AppUser,
    Carrier,
    CarrierService,
    Customer,
    OrderEvent,
    Package,
    SalesOrder,
    Shipment,
    ShippingLabel,
    Wave,
)
from app.queries.label_purchases import shipments_waiting
from app.queries.order_search import customers_named
from app.queries.pages import COUNTED, Ask, Page

OPEN: sa.ColumnElement[bool] = sa.literal_column(
    "shipment.state NOT IN ('shipped', 'delivered', 'cancelled')", sa.Boolean
)
"""The condition of `ix_shipment_open`."""
_TRACKED: sa.ColumnElement[bool] = sa.literal_column(
    "shipping_label.tracking <> '' AND shipping_label.voided_at IS NULL", sa.Boolean
)
"""The condition of `uq_shipping_label_tracking`."""
OPEN_STATES = frozenset({"planned", "reserved", "released", "picking", "picked", "packing", "packed"})
FOUND = 1_000
"""A search gives the newest so many; whoever sees as many types one letter more."""
FAR = date(9999, 12, 31)
"""Stands in keys for 'no promise': those come last."""


@dataclass(frozen=True, slots=True)
class ShipmentRow:
    """A shipment in a list.

    Attributes:
        country: Where it goes, two letters; empty where the reader may not see addresses.
        weight_g: Of its parcels as read from the scale.
        unlabelled: Closed parcels without a label that counts.
        tracking: The first tracking number.
        parked: Why its packing was put off ('goods', 'question', 'box', 'later'), empty where it was not.
        since: When its packing began, while it is being packed and where that is known.
    """

    id: int
    number: str
    state: str
    order_id: int | None
    order_number: str
    customer_id: int | None
    customer: str
    country: str
    carrier: str
    promised_on: date | None
    shipped_at: datetime | None
    packer: str
    parcels: int
    weight_g: int
    unlabelled: int
    tracking: str
    parked: str = ""
    since: datetime | None = None


PACKED_SINCE = (
    sa.select(sa.func.max(OrderEvent.at))
    .where(OrderEvent.order_id == Shipment.order_id, OrderEvent.verb == "packing")
    .scalar_subquery()
)
"""When the packing of a shipment was begun last."""
HEADS = (
    sa.select(
        *(Shipment.id, Shipment.number, Shipment.state, Shipment.order_id, Shipment.promised_on),
        *(SalesOrder.number.label("order_number"), SalesOrder.customer_id, Customer.name.label("customer")),
        *(Carrier.name.label("carrier"), CarrierService.name.label("service")),
        *(Shipment.shipped_at, Shipment.delivered_at, Shipment.packer, AppUser.name.label("packer_name")),
        *(Wave.number.label("wave"), Shipment.parked),
        sa.case((Shipment.state == "packing", PACKED_SINCE)).label("since"),
    )
    .outerjoin(SalesOrder, SalesOrder.id == Shipment.order_id)
    .outerjoin(Customer, Customer.id == SalesOrder.customer_id)
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .outerjoin(Carrier, Carrier.id == CarrierService.carrier_id)
    .outerjoin(AppUser, AppUser.login == Shipment.packer)
    .outerjoin(Wave, Wave.id == Shipment.wave_id)
    .where(Shipment.id.in_(sa.bindparam("ids", expanding=True)))
)
PLACES = (
    sa.select(Shipment.id, Address.country_code, Address.postal_code, Address.city)
    .join(Address, Address.id == Shipment.ship_address_id)
    .where(Shipment.id.in_(sa.bindparam("ids", expanding=True)))
)
_KEYS: tuple[Any, ...] = (Shipment.id, Shipment.promised_on)
LIVE = sa.and_(ShippingLabel.package_id == Package.id, ShippingLabel.voided_at.is_(None))
_PARCEL_SUMS = (
    sa.select(
        Package.shipment_id,
        sa.func.count(Package.id).label("parcels"),
        sa.func.sum(Package.weight_g).label("weight_g"),
        sa.func.sum(
            sa.case((sa.and_(Package.state == "closed", ShippingLabel.id.is_(None)), 1), else_=0)
        ).label("unlabelled"),
        sa.func.min(ShippingLabel.tracking).label("tracking"),
    )
    .outerjoin(ShippingLabel, LIVE)
    .where(Package.shipment_id.in_(sa.bindparam("ids", expanding=True)))
    .group_by(Package.shipment_id)
)
_OF = {
    "shipment": sa.select(Shipment.id).where(Shipment.id == sa.bindparam("id")),
    "order": sa.select(Shipment.id).where(Shipment.order_id == sa.bindparam("id")).order_by(Shipment.id),
    "pick_list": sa.select(Shipment.id).where(Shipment.wave_id == sa.bindparam("id")).order_by(Shipment.id),
    "parcel": sa.select(Shipment.id)
    .join(Package, Package.shipment_id == Shipment.id)
    .where(Package.id == sa.bindparam("id")),
}


def shipment_list(connection: Connection, ask: Ask, *, addresses: bool) -> Page[ShipmentRow]:
    """A page of shipments.

    Filters of `ask`: `states` (a tuple of states), `promised_until` (a day), `order` and `customer` (ids), `bare` (those with a
    closed parcel without label), `label_open` (those with a label that a carrier has not settled). Orders: 'promise' (those
    without one last) and 'number'; without a name open shipments come by promise and all others newest first.

    Args:
        connection: Where to read.
        ask: What is wanted.
        addresses: Whether the reader may see where they go.
    """
    chosen = _matching(connection, ask)
    if ask.sort == "promise" or (not ask.sort and _only_open(ask)):
        keys = _by_promise(connection, chosen, ask)
    else:
        down = ask.descending if ask.sort else True
        keys = _by_number(connection, chosen, ask, down)
    rows = rows_of(connection, [shipment_id for _, shipment_id in keys], addresses=addresses)
    return Page(rows, keys[-1] if len(keys) == ask.size else None)


def count_shipments(connection: Connection, ask: Ask) -> int:
    """How many shipments the filters let through; 10,001 stands for more than ten thousand."""
    few = _matching(connection, ask).limit(COUNTED).subquery()
    counted: int = connection.execute(sa.select(sa.func.count()).select_from(few)).scalar_one()
    return counted


def shipments_of(connection: Connection, kind: str, row_id: int) -> tuple[int, ...]:
    """The shipments that a scanned thing belongs to ('shipment', 'parcel', 'order', 'pick_list'); none for anything else."""
    statement = _OF.get(kind)
    return tuple(connection.execute(statement, {"id": row_id}).scalars()) if statement is not None else ()


def _only_open(ask: Ask) -> bool:
    states = ask.filters.get("states") or ()
    return bool(states) and OPEN_STATES.issuperset(states)


def _matching(connection: Connection, ask: Ask) -> sa.Select[Any]:
    """The ids and promises of all shipments that the question means."""
    statement: sa.Select[Any] = sa.select(*_KEYS)
    filters = ask.filters
    if states := filters.get("states"):
        statement = statement.where(Shipment.state.in_(tuple(states)))
    if _only_open(ask):
        statement = statement.where(OPEN)
    if (until := filters.get("promised_until")) is not None:
        statement = statement.where(Shipment.promised_on <= until)
    if (order_id := filters.get("order")) is not None:
        statement = statement.where(Shipment.order_id == order_id)
    if (customer_id := filters.get("customer")) is not None:
        orders = sa.select(SalesOrder.id).where(SalesOrder.customer_id == customer_id)
        statement = statement.where(Shipment.order_id.in_(orders))
    if filters.get("bare"):
        closed = sa.exists().where(
            Package.shipment_id == Shipment.id,
            Package.state == "closed",
            ~sa.exists().where(LIVE).correlate(Package),
        )
        statement = statement.where(closed)
    if filters.get("label_open"):
        statement = statement.where(Shipment.id.in_(shipments_waiting()))
    if ask.text.strip():
        statement = statement.where(Shipment.id.in_(_found(connection, ask.text.strip())))
    return statement


def _found(connection: Connection, text: str) -> list[int]:
    """The newest shipments that a search means: by number, order, parcel, tracking number, or the customer's name."""
    upper = text.upper()
    ways: list[sa.Select[Any]] = [
        sa.select(Shipment.id).where(*_begins(Shipment.number, upper)),
        sa.select(Shipment.id)
        .join(SalesOrder, SalesOrder.id == Shipment.order_id)
        .where(*_begins(SalesOrder.number, upper)),
        sa.select(Package.shipment_id).where(Package.sscc == text),
        sa.select(Package.shipment_id)
        .join(ShippingLabel, ShippingLabel.package_id == Package.id)
        .where(ShippingLabel.tracking == text, _TRACKED),
    ]
    if customers := customers_named(connection, text):
        ways.append(
            sa.select(Shipment.id)
            .join(SalesOrder, SalesOrder.id == Shipment.order_id)
            .where(SalesOrder.customer_id.in_(customers))
        )
    found: set[int] = set()
    for way in ways:
        column = way.selected_columns[0]
        found.update(connection.execute(way.order_by(column.desc()).limit(FOUND)).scalars())
    return sorted(found, reverse=True)[:FOUND]


def _begins(column: Any, text: str) -> tuple[sa.ColumnElement[bool], ...]:
    """That a number begins with the text: a range, which an index on the number serves on both engines."""
    return column >= text, column < f"{text}\U0010ffff"


def _by_number(connection: Connection, chosen: sa.Select[Any], ask: Ask, down: bool) -> list[tuple[Any, int]]:
    if ask.after is not None:
        last = ask.after[1]
        chosen = chosen.where(Shipment.id < last if down else Shipment.id > last)
    ordered = chosen.order_by(Shipment.id.desc() if down else Shipment.id).limit(ask.size)
    return [(row.promised_on or FAR, row.id) for row in connection.execute(ordered)]


def _by_promise(connection: Connection, chosen: sa.Select[Any], ask: Ask) -> list[tuple[Any, int]]:
    """Those with a promise in its order, then those without one, each page in at most two statements."""
    found: list[tuple[Any, int]] = []
    down = ask.descending
    if ask.after is None or ask.after[0] != FAR:
        dated = chosen.where(Shipment.promised_on.is_not(None))
        if ask.after is not None:
            pair = sa.tuple_(Shipment.promised_on, Shipment.id)
            last = sa.tuple_(
                sa.literal(ask.after[0], type_=sa.Date), sa.literal(ask.after[1], type_=sa.BigInteger)
            )
            dated = dated.where(pair < last if down else pair > last)
        ways = (
            (Shipment.promised_on.desc(), Shipment.id.desc()) if down else (Shipment.promised_on, Shipment.id)
        )
        ordered = dated.order_by(*ways).limit(ask.size)
        found = [(row.promised_on, row.id) for row in connection.execute(ordered)]
    if len(found) < ask.size:
        undated = chosen.where(Shipment.promised_on.is_(None))
        if ask.after is not None and ask.after[0] == FAR:
            undated = undated.where(Shipment.id > ask.after[1])
        ordered = undated.order_by(Shipment.id).limit(ask.size - len(found))
        found += [(FAR, row.id) for row in connection.execute(ordered)]
    return found


def rows_of(connection: Connection, ids: Sequence[int], *, addresses: bool) -> tuple[ShipmentRow, ...]:
    """Shipments by id in the order asked for; what hangs on them is read for these alone."""
    named = {"ids": list(ids)}
    if not ids:
        return ()
    heads = {row.id: row for row in connection.execute(HEADS, named)}
    sums = {row.shipment_id: row for row in connection.execute(_PARCEL_SUMS, named)}
    places = {row.id: row.country_code for row in connection.execute(PLACES, named)} if addresses else {}
    return tuple(
        _row(heads[shipment_id], sums.get(shipment_id), places.get(shipment_id, ""))
        for shipment_id in ids
        if shipment_id in heads
    )


def _row(head: Any, sums: Any, country: str) -> ShipmentRow:
    return ShipmentRow(
        id=head.id,
        number=head.number,
        state=head.state,
        order_id=head.order_id,
        order_number=head.order_number or "",
        customer_id=head.customer_id,
        customer=head.customer or "",
        country=country,
        carrier=" ".join(part for part in (head.carrier, head.service) if part),
        promised_on=head.promised_on,
        shipped_at=head.shipped_at,
        packer=head.packer_name or head.packer,
        parcels=sums.parcels if sums is not None else 0,
        weight_g=int(sums.weight_g) if sums is not None else 0,
        unlabelled=int(sums.unlabelled) if sums is not None else 0,
        tracking=(sums.tracking or "") if sums is not None else "",
        parked=head.parked,
        since=head.since if head.packer else None,
    )
