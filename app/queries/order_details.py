"""One order with everything that a person on the telephone is asked about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.orm import aliased

from app.domain.address import PostalAddress
from app.models import (
    Address,
    AppUser,
    Carrier,
    CarrierService,
    Customer,
    OrderEvent,
    OrderHold,
    OrderLine,
    Package,
    Product,
    ReasonCode,
    SalesOrder,
    Shipment,
    ShipmentLine,
    ShippingLabel,
    Wave,
)
from app.queries.days import today
from app.queries.order_folder import Paper, folder, told
from app.queries.order_ready import NOTHING, Ready, ready
from app.queries.put_backs import AskedBackRow, asked_back_of_order

MOST_EVENTS = 200
MOST_LINES = 1_000


@dataclass(frozen=True, slots=True)
class Parcel:
    """A parcel; weight in grams."""

    position: int
    sscc: str
    state: str
    weight_g: int
    box: str
    tracking: str


@dataclass(frozen=True, slots=True)
class ShipmentOf:
    """A shipment of the order: lines and base units in it, the weight of these by the catalogue in grams."""

    id: int
    number: str
    state: str
    promised_on: date | None
    wave_id: int | None
    wave: str
    lines: int
    pieces: int
    weight_g: int
    parcels: tuple[Parcel, ...] = ()


@dataclass(frozen=True, slots=True)
class LineOf:
    """A line of the order; money in minor units without tax, `open` is neither cancelled nor shipped."""

    id: int
    position: int
    product_id: int
    sku: str
    description: str
    qty: int
    cancelled: int
    shipped: int
    returned: int
    net: int

    @property
    def open(self) -> int:
        """Base units that are still to leave."""
        return self.qty - self.cancelled - self.shipped


@dataclass(frozen=True, slots=True)
class HoldOf:
    """A hold that was not released; `binds` is False from its date on."""

    id: int
    reason: str
    label_en: str
    label_fr: str
    note: str
    until: date | None
    binds: bool


@dataclass(frozen=True, slots=True)
class Event:
    """A step of the order's timeline; `who` is the person's name where there is one."""

    at: datetime
    who: str
    desk: str
    verb: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OrderDetails:
    """An order; money in minor units of `currency`. Addresses are None where the person may not read them.

    `discount` is a fraction of the whole and `allowance` what that comes to; `net` is after it.
    """

    id: int
    number: str
    state: str
    channel: str
    customer_id: int
    customer: str
    customer_code: str
    customer_status: str
    reference: str
    ordered_on: date
    requested_on: date | None
    promised_on: date | None
    priority: int
    ship_complete: bool
    currency: str
    net: int
    freight: int
    tax: int
    total: int
    carrier: str
    note: str
    internal_note: str
    kind: str = "sale"
    exchange_of: str = ""
    discount: Decimal = Decimal(0)
    allowance: int = 0
    ship_address: PostalAddress | None = None
    bill_address: PostalAddress | None = None
    ready: Ready = NOTHING
    shipments: tuple[ShipmentOf, ...] = ()
    lines: tuple[LineOf, ...] = ()
    holds: tuple[HoldOf, ...] = ()
    events: tuple[Event, ...] = ()
    papers: tuple[Paper, ...] = ()
    asked_back: tuple[AskedBackRow, ...] = ()
    reasons: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """English and French words of the reasons that the timeline names by code."""


_POSTAL = (
    *("country_code", "country_area", "city", "city_area", "street_address", "postal_code"),
    *("sorting_code", "name", "company_name", "phone", "email"),
)
_EXCHANGED = aliased(SalesOrder)
_ORDER: Any = (
    sa.select(
        *(SalesOrder.id, SalesOrder.number, SalesOrder.state, SalesOrder.channel, SalesOrder.customer_id),
        *(Customer.name.label("customer"), Customer.code.label("customer_code")),
        *(Customer.status.label("customer_status"), SalesOrder.customer_reference.label("reference")),
        *(SalesOrder.ordered_on, SalesOrder.requested_on, SalesOrder.promised_on, SalesOrder.priority),
        *(SalesOrder.ship_complete, SalesOrder.currency, SalesOrder.net, SalesOrder.freight),
        *(SalesOrder.tax, SalesOrder.total),
        sa.func.coalesce(Carrier.name + " " + CarrierService.name, "").label("carrier"),
        *(SalesOrder.note, SalesOrder.internal_note, SalesOrder.kind, SalesOrder.discount),
        sa.func.coalesce(_EXCHANGED.number, "").label("exchange_of"),
        sa.select(sa.func.coalesce(sa.func.sum(OrderLine.allowance), 0))
        .where(OrderLine.order_id == SalesOrder.id)
        .correlate(SalesOrder)
        .scalar_subquery()
        .label("allowance"),
        *(SalesOrder.ship_address_id, SalesOrder.bill_address_id),
    )
    .join(Customer, Customer.id == SalesOrder.customer_id)
    .outerjoin(CarrierService, CarrierService.id == SalesOrder.carrier_service_id)
    .outerjoin(Carrier, Carrier.id == CarrierService.carrier_id)
    .outerjoin(_EXCHANGED, _EXCHANGED.id == SalesOrder.exchange_of_id)
    .where(SalesOrder.id == sa.bindparam("order"))
)
_ADDRESSES: Any = sa.select(Address.id, *(getattr(Address, name) for name in _POSTAL)).where(
    Address.id.in_(sa.bindparam("ids", expanding=True))
)
_SHIPMENTS: Any = (
    sa.select(
        *(Shipment.id, Shipment.number, Shipment.state, Shipment.promised_on, Shipment.wave_id),
        sa.func.coalesce(Wave.number, "").label("wave"),
        sa.func.count(ShipmentLine.id).label("lines"),
        sa.func.coalesce(sa.func.sum(ShipmentLine.qty), 0).label("pieces"),
        sa.func.coalesce(sa.func.sum(ShipmentLine.qty * Product.weight_g), 0).label("weight_g"),
    )
    .outerjoin(Wave, Wave.id == Shipment.wave_id)
    .outerjoin(ShipmentLine, sa.and_(ShipmentLine.shipment_id == Shipment.id, ShipmentLine.qty > 0))
    .outerjoin(Product, Product.id == ShipmentLine.product_id)
    .where(Shipment.order_id == sa.bindparam("order"), Shipment.state != "cancelled")
    .group_by(Shipment.id, Wave.number)
    .order_by(Shipment.id)
)
_PARCELS: Any = (
    sa.select(
        *(Package.shipment_id, Package.position, Package.sscc, Package.state, Package.weight_g, Package.box),
        sa.func.coalesce(ShippingLabel.tracking, "").label("tracking"),
    )
    .outerjoin(
        ShippingLabel,
        sa.and_(ShippingLabel.package_id == Package.id, ShippingLabel.voided_at.is_(None)),
    )
    .where(Package.shipment_id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(Package.shipment_id, Package.position)
)
_LINES: Any = (
    sa.select(
        *(OrderLine.id, OrderLine.position, OrderLine.product_id, Product.sku, OrderLine.description),
        *(OrderLine.qty, OrderLine.cancelled, OrderLine.shipped, OrderLine.returned, OrderLine.net),
    )
    .join(Product, Product.id == OrderLine.product_id)
    .where(OrderLine.order_id == sa.bindparam("order"))
    .order_by(OrderLine.position)
    .limit(MOST_LINES)
)
_HOLDS: Any = (
    sa.select(
        *(OrderHold.id, OrderHold.reason, ReasonCode.label_en, ReasonCode.label_fr),
        *(OrderHold.note, OrderHold.until),
    )
    .join(ReasonCode, ReasonCode.code == OrderHold.reason)
    .where(OrderHold.order_id == sa.bindparam("order"), OrderHold.released_at.is_(None))
    .order_by(OrderHold.id)
)
_EVENTS: Any = (
    sa.select(
        OrderEvent.at,
        sa.func.coalesce(AppUser.name, OrderEvent.actor).label("who"),
        *(OrderEvent.desk, OrderEvent.verb, OrderEvent.facts),
    )
    .outerjoin(AppUser, AppUser.login == OrderEvent.actor)
    .where(OrderEvent.order_id == sa.bindparam("order"))
    .order_by(OrderEvent.id.desc())
    .limit(MOST_EVENTS)
)
_REASONS = sa.select(ReasonCode.code, ReasonCode.label_en, ReasonCode.label_fr)
_PLANNED = (
    sa.select(Shipment.order_id, Shipment.id, Shipment.state)
    .where(
        Shipment.order_id.in_(sa.bindparam("ids", expanding=True)),
        Shipment.state.in_(sa.bindparam("states", expanding=True)),
    )
    .order_by(Shipment.id)
)


def order_details(
    connection: Connection, order_id: int, *, addresses: bool = False, letters: bool = False
) -> OrderDetails | None:
    """An order with shipments, lines, holds and timeline (the newest step first); None where there is none.

    Args:
        connection: Where to read.
        order_id: Which.
        addresses: Whether addresses are read: the person may.
        letters: Whether letters, messages and papers with addresses are, too.
    """
    given = {"order": order_id}
    row = connection.execute(_ORDER, given).first()
    if row is None:
        return None
    head = dict(row._mapping)
    ship_id, bill_id = head.pop("ship_address_id"), head.pop("bill_address_id")
    day = today(connection)
    known = read_addresses(connection, (ship_id, bill_id)) if addresses else {}
    holds = tuple(
        HoldOf(**hold._mapping, binds=hold.until is None or day < hold.until)
        for hold in connection.execute(_HOLDS, given)
    )
    return OrderDetails(
        **head,
        ship_address=known.get(ship_id),
        bill_address=known.get(bill_id),
        ready=ready(connection, [order_id], day).get(order_id, NOTHING),
        shipments=_shipments(connection, order_id),
        lines=tuple(LineOf(*line) for line in connection.execute(_LINES, given)),
        holds=holds,
        events=_events(connection, order_id, letters=letters),
        papers=folder(connection, order_id, letters=letters),
        asked_back=asked_back_of_order(connection, order_id),
        reasons={code: (english, french) for code, english, french in connection.execute(_REASONS)},
    )


def _events(connection: Connection, order_id: int, *, letters: bool) -> tuple[Event, ...]:
    steps = [
        Event(
            *(event.at, event.who, event.desk, event.verb),
            msgspec.json.decode(event.facts) if event.facts else {},
        )
        for event in connection.execute(_EVENTS, {"order": order_id})
    ]
    others = [
        Event(one.at, one.who, one.desk, one.verb, one.facts)
        for one in told(connection, order_id, letters=letters)
    ]
    # Steps keep their own order: several of one moment were written one after the other.
    return tuple(sorted([*steps, *others], key=lambda one: one.at, reverse=True)[:MOST_EVENTS])


def read_addresses(
    connection: Connection, address_ids: tuple[int | None, ...]
) -> dict[int | None, PostalAddress]:
    """Addresses by id; only for those who may read them."""
    ids = [one for one in address_ids if one is not None]
    if not ids:
        return {}
    return {
        row.id: PostalAddress(**{name: getattr(row, name) for name in _POSTAL})
        for row in connection.execute(_ADDRESSES, {"ids": ids})
    }


def shipments_in(
    connection: Connection, order_ids: tuple[int, ...], states: tuple[str, ...]
) -> dict[int, tuple[int, ...]]:
    """Ids of the shipments of orders that are in one of these states, by order."""
    found: dict[int, list[int]] = defaultdict(list)
    given = {"ids": list(order_ids), "states": list(states)}
    for row in connection.execute(_PLANNED, given) if order_ids else ():
        found[int(row.order_id or 0)].append(row.id)
    return {order_id: tuple(ids) for order_id, ids in found.items()}


def _shipments(connection: Connection, order_id: int) -> tuple[ShipmentOf, ...]:
    rows = connection.execute(_SHIPMENTS, {"order": order_id}).all()
    parcels: dict[int, list[Parcel]] = defaultdict(list)
    for one in connection.execute(_PARCELS, {"ids": [row.id for row in rows]}) if rows else ():
        parcels[one.shipment_id].append(Parcel(*one[1:]))
    return tuple(
        ShipmentOf(
            *(row.id, row.number, row.state, row.promised_on, row.wave_id, row.wave),
            *(int(row.lines), int(row.pieces), int(row.weight_g), tuple(parcels[row.id])),
        )
        for row in rows
    )
