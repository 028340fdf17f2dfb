"""Parcels under way: late, lost, with trouble, silent; and what carriers say of numbers that nobody knows.

A parcel is due by its carrier's days on the way, counted from the hand-over in the days on which the service travels. Which are
late is found by comparing the hand-over with one moment for each service and warehouse (`domain.tracking.late_before`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.promise import Calendar
from app.domain.tracking import due_on, late_before
from app.models import (
    Address,
    Carrier,
    CarrierService,
    Customer,
    Package,
    SalesOrder,
    Shipment,
    ShippingLabel,
    TrackingEvent,
    Warehouse,
)
from app.models.base import utc_now
from app.queries.order_search import customers_named
from app.queries.pages import COUNTED, Ask, Page
from app.queries.shipments import LIVE

SILENT_DAYS = 5
"""A carrier that says nothing for so long is asked."""
OWN_DAYS, OWN_CUT_OFF = 1, "23:59"
"""Our own delivery is due on the next working day."""
TROUBLE = ("exception", "returned")
_LINK = "{tracking}"


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A parcel under way, or an event of a number that nobody knows (`package_id` is None then, and `id` below zero).

    Attributes:
        id: The parcel's; of an unknown number minus the event's.
        due_on: The day on which it should arrive, a local date of its warehouse.
        late_days: Days since then; 0 where it is not late.
        said: The code of the carrier's newest event; empty where there is none.
        link: Where the carrier tells about it; empty where it has no such page.
    """

    id: int
    package_id: int | None
    shipment_id: int | None
    shipment: str
    order_id: int | None
    order: str
    customer_id: int | None
    customer: str
    carrier: str
    sscc: str
    position: int
    parcels: int
    tracking: str
    link: str
    state: str
    country: str
    shipped_at: datetime | None
    due_on: date | None
    late_days: int
    said: str
    words: str
    place: str
    said_at: datetime | None


@dataclass(frozen=True, slots=True)
class Told:
    """An event of a parcel's timeline; `code` is one of `domain.tracking.CODES`."""

    id: int
    happened_at: datetime
    code: str
    words: str
    place: str
    source: str
    read_at: datetime


_OPEN = sa.literal_column("package.state IN ('loaded', 'lost')", sa.Boolean)
"""The condition of `ix_package_under_way`."""
_PARCEL = (Package.kind == "parcel", Shipment.state.in_(("shipped", "delivered")))
_UNKNOWN = sa.literal_column(
    "tracking_event.package_id IS NULL AND tracking_event.dismissed_at IS NULL", sa.Boolean
)
_E = TrackingEvent


def _newest(column: Any) -> sa.ScalarSelect[Any]:
    return (
        sa.select(column)
        .where(_E.package_id == Package.id)
        .order_by(_E.happened_at.desc(), _E.id.desc())
        .limit(1)
        .correlate(Package)
        .scalar_subquery()
    )


_SISTER = sa.orm.aliased(Package)
_PARCELS: Any = (
    sa.select(sa.func.count(_SISTER.id))
    .where(_SISTER.shipment_id == Package.shipment_id, _SISTER.kind == "parcel")
    .correlate(Package)
    .scalar_subquery()
)
_IDS = (
    sa.select(Package.id)
    .join(Shipment, Shipment.id == Package.shipment_id)
    .outerjoin(SalesOrder, SalesOrder.id == Shipment.order_id)
    .where(_OPEN, *_PARCEL)
)
_ROWS: Any = (
    sa.select(
        *(Package.id, Package.sscc, Package.position, Package.state, Package.shipment_id),
        *(Shipment.number.label("shipment"), Shipment.order_id, Shipment.shipped_at),
        *(SalesOrder.number.label("order"), SalesOrder.customer_id, Customer.name.label("customer")),
        *(Carrier.name.label("carrier"), Carrier.tracking_url, CarrierService.name.label("service")),
        *(CarrierService.transit_days, CarrierService.cut_off, CarrierService.service_days),
        *(Warehouse.time_zone, Warehouse.working_days, Warehouse.holidays),
        *(ShippingLabel.tracking, _PARCELS.label("parcels"), utc_now().label("now")),
        *(_E.code.label("said"), _E.words, _E.place, _E.happened_at),
    )
    .join(Shipment, Shipment.id == Package.shipment_id)
    .join(Warehouse, Warehouse.id == Shipment.warehouse_id)
    .outerjoin(SalesOrder, SalesOrder.id == Shipment.order_id)
    .outerjoin(Customer, Customer.id == SalesOrder.customer_id)
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .outerjoin(Carrier, Carrier.id == CarrierService.carrier_id)
    .outerjoin(ShippingLabel, LIVE)
    .outerjoin(_E, _E.id == _newest(_E.id))
    .where(Package.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(Package.id)
)
_COUNTRIES = (
    sa.select(Shipment.id, Address.country_code)
    .join(Address, Address.id == Shipment.ship_address_id)
    .where(Shipment.id.in_(sa.bindparam("ids", expanding=True)))
)
_TRAVELS: Any = sa.select(
    *(CarrierService.id.label("service_id"), CarrierService.transit_days, CarrierService.cut_off),
    *(CarrierService.service_days, Warehouse.id.label("warehouse_id"), Warehouse.time_zone),
    *(Warehouse.working_days, Warehouse.holidays, utc_now().label("now")),
).select_from(Warehouse)
_SERVICES = _TRAVELS.join(CarrierService, sa.true())
_OWN = _TRAVELS.outerjoin(CarrierService, sa.false())
_EVENTS: Any = (
    sa.select(_E.id, _E.happened_at, _E.code, _E.words, _E.place, _E.source, _E.read_at)
    .where(_E.package_id == sa.bindparam("package"))
    .order_by(_E.happened_at.desc(), _E.id.desc())
    .limit(200)
)
_STRANGERS: Any = sa.select(_E.id, _E.number, _E.code, _E.words, _E.place, _E.happened_at, _E.read_at).where(
    _UNKNOWN
)


def under_way(connection: Connection, ask: Ask, *, addresses: bool) -> Page[UnderWay]:
    """A page of parcels under way, the oldest first.

    Args:
        connection: Where to read.
        ask: Filter 'show': 'late', 'lost', 'trouble' (the carrier tells of an exception, a return, or of an arrival that took no
            effect), 'silent' (no word since `SILENT_DAYS`), 'unknown' (numbers that nobody knows), or nothing for all;
            'carrier' (id). `text`: a number, or words of the customer's name.
        addresses: Whether the reader may see where they go.
    """
    if ask.filters.get("show") == "unknown":
        return _strangers(connection, ask)
    statement = _sifted(connection, _IDS, ask)
    if statement is None:
        return Page((), None)
    if ask.after is not None:
        statement = statement.where(Package.id > ask.after[0])
    ids = list(connection.execute(statement.order_by(Package.id).limit(ask.size)).scalars())
    return Page(
        parcel_rows(connection, ids, addresses=addresses), (ids[-1],) if len(ids) == ask.size else None
    )


def under_way_count(connection: Connection, ask: Ask) -> int:
    """How many these are; 10,001 stands for more than ten thousand."""
    statement: Any
    if ask.filters.get("show") == "unknown":
        statement = _named(sa.select(_E.id).where(_UNKNOWN), ask)
    else:
        statement = _sifted(connection, _IDS, ask)
    if statement is None:
        return 0
    few = statement.limit(COUNTED).subquery()
    return int(connection.execute(sa.select(sa.func.count()).select_from(few)).scalar_one())


def parcel_rows(connection: Connection, ids: Sequence[int], *, addresses: bool) -> tuple[UnderWay, ...]:
    """Parcels by their ids, in the order of the ids."""
    if not ids:
        return ()
    rows = connection.execute(_ROWS, {"ids": list(ids)}).all()
    where: dict[int, str] = {}
    if addresses:
        shipments = sorted({row.shipment_id for row in rows})
        where = {row.id: row.country_code for row in connection.execute(_COUNTRIES, {"ids": shipments})}
    return tuple(_row(row, where.get(row.shipment_id, "")) for row in rows)


def parcel_events(connection: Connection, package_id: int) -> tuple[Told, ...]:
    """What the carrier said of a parcel, the newest first."""
    return tuple(Told(*row) for row in connection.execute(_EVENTS, {"package": package_id}))


def tracking_link(url: str, tracking: str) -> str:
    """The page on which a carrier tells about a parcel; empty where it has none. Only pages of the web are links."""
    if not tracking or _LINK not in url or not url.lower().startswith(("https://", "http://")):
        return ""
    return url.replace(_LINK, quote(tracking, safe=""))


def travelling(row: Any) -> tuple[time, int, Calendar]:
    """Latest hand-over, days on the way and days of travel of a row's service; of our own delivery where it has none."""
    holidays = frozenset(date.fromisoformat(word) for word in row.holidays.replace(",", " ").split())
    own = row.transit_days is None
    days = (row.working_days if own else row.service_days) or row.working_days
    travels = Calendar(frozenset(int(day) - 1 for day in days), holidays)
    cut_off = OWN_CUT_OFF if own else row.cut_off
    return time.fromisoformat(cut_off), OWN_DAYS if own else row.transit_days, travels


def due_of(row: Any) -> date | None:
    """The day on which the parcel of a row should arrive."""
    if row.shipped_at is None:
        return None
    left = row.shipped_at.astimezone(ZoneInfo(row.time_zone)).replace(tzinfo=None)
    return due_on(left, *travelling(row))


def _row(row: Any, country: str) -> UnderWay:
    due = due_of(row)
    today = row.now.astimezone(ZoneInfo(row.time_zone)).date()
    return UnderWay(
        id=row.id,
        package_id=row.id,
        shipment_id=row.shipment_id,
        shipment=row.shipment,
        order_id=row.order_id,
        order=row.order or "",
        customer_id=row.customer_id,
        customer=row.customer or "",
        carrier=" ".join(part for part in (row.carrier, row.service) if part),
        sscc=row.sscc,
        position=row.position,
        parcels=row.parcels,
        tracking=row.tracking or "",
        link=tracking_link(row.tracking_url or "", row.tracking or ""),
        state=row.state,
        country=country,
        shipped_at=row.shipped_at,
        due_on=due,
        late_days=max(0, (today - due).days) if due else 0,
        said=row.said or "",
        words=row.words or "",
        place=row.place or "",
        said_at=row.happened_at,
    )


def _strangers(connection: Connection, ask: Ask) -> Page[UnderWay]:
    statement = _named(_STRANGERS, ask)
    if ask.after is not None:
        statement = statement.where(_E.id < ask.after[0])
    found = connection.execute(statement.order_by(_E.id.desc()).limit(ask.size)).all()
    rows = tuple(
        UnderWay(
            *(-row.id, None, None, "", None, "", None, "", "", "", 0, 0, row.number, "", "unknown", ""),
            *(None, None, 0, row.code, row.words, row.place, row.happened_at),
        )
        for row in found
    )
    return Page(rows, (found[-1].id,) if len(found) == ask.size else None)


def _named(statement: Any, ask: Ask) -> Any:
    text = ask.text.strip()
    return statement.where(_E.number.startswith(text, autoescape=True)) if text else statement


def _sifted(connection: Connection, statement: Any, ask: Ask) -> Any:
    """The statement with all conditions; None where nothing can be found."""
    show = ask.filters.get("show")
    if show == "lost":
        statement = statement.where(Package.state == "lost")
    elif show == "late":
        statement = statement.where(Package.state == "loaded", _late(connection))
    elif show == "trouble":
        statement = statement.where(
            Package.state == "loaded", _newest(_E.code).in_((*TROUBLE, "lost", "delivered"))
        )
    elif show == "silent":
        since = _now(connection) - timedelta(days=SILENT_DAYS)
        spoken = sa.exists().where(_E.package_id == Package.id, _E.happened_at > since).correlate(Package)
        statement = statement.where(
            Package.state == "loaded",
            Shipment.shipped_at < since,
            Shipment.carrier_service_id.is_not(None),
            ~spoken,
        )
    if (carrier := ask.filters.get("carrier")) is not None:
        sold = sa.select(CarrierService.id).where(CarrierService.carrier_id == carrier)
        statement = statement.where(Shipment.carrier_service_id.in_(sold))
    return _searched(connection, statement, ask.text.strip())


def _searched(connection: Connection, statement: Any, text: str) -> Any:
    if not text:
        return statement
    upper = text.upper()
    tracked = sa.exists().where(LIVE, ShippingLabel.tracking == text).correlate(Package)
    ways: list[Any] = [
        sa.and_(Shipment.number >= upper, Shipment.number < f"{upper}\U0010ffff"),
        sa.and_(SalesOrder.number >= upper, SalesOrder.number < f"{upper}\U0010ffff"),
        Package.sscc == "".join(text.split()),
        tracked,
    ]
    if customers := customers_named(connection, text):
        ways.append(SalesOrder.customer_id.in_(customers))
    return statement.where(sa.or_(*ways))


def _now(connection: Connection) -> datetime:
    now: datetime = connection.execute(sa.select(utc_now())).scalar_one()
    return now


def _late(connection: Connection) -> Any:
    """That a parcel left too long ago to be in time: one comparison a service and warehouse."""
    ways = []
    for row in (*connection.execute(_SERVICES), *connection.execute(_OWN)):
        zone = ZoneInfo(row.time_zone)
        today = row.now.astimezone(zone).date()
        before = late_before(today, *travelling(row)).replace(tzinfo=zone)
        of_service = (
            Shipment.carrier_service_id.is_(None)
            if row.service_id is None
            else Shipment.carrier_service_id == row.service_id
        )
        ways.append(
            sa.and_(
                Shipment.warehouse_id == row.warehouse_id,
                of_service,
                Shipment.shipped_at < sa.literal(before, type_=Shipment.shipped_at.type),
            )
        )
    return sa.or_(sa.false(), *ways)
