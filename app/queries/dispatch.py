"""Pick-ups by carriers: which there are, what is loaded on one, and which parcels are still missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.orm import aliased

from app.models import (
    Address,
    AppUser,
    Carrier,
    CarrierService,
    Desk,
    Manifest,
    Package,
    ScanEvent,
    Shipment,
    ShippingLabel,
    Warehouse,
)
from app.models.base import UtcTime, utc_now

LISTED = 12
"""So many parcels can be read from where one stands."""
CONTEXT = "loading"
"""The context under which scans at a pick-up are recorded; `context_id` is the pick-up."""


@dataclass(frozen=True, slots=True)
class PickUp:
    """A pick-up in the list; `loaded` parcels are on it, `missing` ones are to go with its carrier and on none."""

    manifest_id: int
    number: str
    state: str
    carrier_id: int
    carrier: str
    warehouse_id: int
    warehouse: str
    vehicle: str
    driver: str
    created_at: datetime
    closed_at: datetime | None
    handed_at: datetime | None
    handed_by: str
    signed: bool
    loaded: int
    missing: int
    weight_g: int

    @property
    def expected(self) -> int:
        """All parcels that are to go with it."""
        return self.loaded + self.missing


@dataclass(frozen=True, slots=True)
class Choice:
    """A carrier that fetches here, with how many parcels wait for it."""

    carrier_id: int
    carrier: str
    waiting: int
    cut_off: str


@dataclass(frozen=True, slots=True)
class WaitingParcel:
    """A parcel: of which shipment, the how-manieth, where it goes; or a pallet with so many `parcels` of one carrier.

    A pallet has no shipment; it counts as labelled once it is closed and has its label.
    """

    package_id: int
    sscc: str
    shipment: str
    position: int
    town: str
    labelled: bool
    tracking: str
    parcels: int = 0


@dataclass(frozen=True, slots=True)
class LoadScan:
    """A scan at a pick-up as it was recorded."""

    at: datetime
    code: str
    verdict: str
    message: str


@dataclass(frozen=True, slots=True)
class Loading:
    """A pick-up at the bench: what is missing (the first ones), what was loaded last, and the last scans."""

    pick_up: PickUp
    missing: tuple[WaitingParcel, ...]
    loaded: tuple[WaitingParcel, ...]
    scans: tuple[LoadScan, ...]


def goes_with(carrier: Any, warehouse: Any, today: Any) -> tuple[Any, ...]:
    """Conditions of parcels that are to go with a carrier from a warehouse by a day, and stand on no pick-up yet.

    Join `Shipment` and `CarrierService` to `Package`. What the customer fetches goes with nobody.
    """
    return (
        Shipment.state == "packed",
        Shipment.warehouse_id == warehouse,
        sa.or_(Shipment.promised_on.is_(None), Shipment.promised_on <= today),
        CarrierService.carrier_id == carrier,
        ~CarrierService.collected,
        Package.kind == "parcel",
        Package.manifest_id.is_(None),
        Package.state.in_(("closed", "labelled")),
    )


def _counted(*where: Any) -> sa.ScalarSelect[int]:
    rows = (
        sa.select(sa.func.count(Package.id))
        .join(Shipment, Shipment.id == Package.shipment_id)
        .join(CarrierService, CarrierService.id == Shipment.carrier_service_id)
        .where(*where)
    )
    return rows.correlate(Manifest, Carrier).scalar_subquery()


_WAREHOUSE: sa.BindParameter[int] = sa.bindparam("warehouse", type_=sa.BigInteger)
_TODAY: sa.BindParameter[date] = sa.bindparam("today", type_=sa.Date)
MISSING = _counted(*goes_with(Manifest.carrier_id, Manifest.warehouse_id, _TODAY))
"""How many parcels should go with a pick-up and are on none; `today` is the warehouse's own day."""
LOADED = (
    sa.select(sa.func.count(Package.id))
    .where(Package.manifest_id == Manifest.id, Package.kind == "parcel")
    .correlate(Manifest)
    .scalar_subquery()
)
_WEIGHT = (
    sa.select(sa.func.coalesce(sa.func.sum(Package.weight_g), 0))
    .where(Package.manifest_id == Manifest.id, Package.kind == "parcel")
    .correlate(Manifest)
    .scalar_subquery()
)
_HERE = sa.select(Warehouse.id, Warehouse.code, Warehouse.time_zone, utc_now().label("now")).outerjoin(
    Desk, sa.and_(Desk.warehouse_id == Warehouse.id, Desk.code == sa.bindparam("desk"))
)
_HERE = _HERE.where(Warehouse.active).order_by(Desk.id.is_(None), Warehouse.id).limit(1)
_PICK_UPS = (
    sa.select(
        *(Manifest.id, Manifest.number, Manifest.state, Manifest.carrier_id, Carrier.name.label("carrier")),
        *(Manifest.warehouse_id, Warehouse.code.label("warehouse"), Manifest.vehicle, Manifest.driver),
        *(Manifest.created_at, Manifest.closed_at, Manifest.handed_at, Manifest.handed_by),
        *(AppUser.name.label("hander"), Manifest.signature_sha.is_not(None).label("signed")),
        sa.case((Manifest.state == "open", MISSING), else_=0).label("missing"),
        *(LOADED.label("loaded"), _WEIGHT.label("weight_g")),
    )
    .join(Carrier, Carrier.id == Manifest.carrier_id)
    .join(Warehouse, Warehouse.id == Manifest.warehouse_id)
    .outerjoin(AppUser, AppUser.login == Manifest.handed_by)
)
_ONE = _PICK_UPS.where(Manifest.id == sa.bindparam("manifest"))
_OPEN = _PICK_UPS.where(Manifest.warehouse_id == _WAREHOUSE, Manifest.state.in_(("open", "closed"))).order_by(
    Manifest.id
)
_GONE = (
    _PICK_UPS.where(
        Manifest.warehouse_id == _WAREHOUSE,
        Manifest.state == "handed_over",
        Manifest.handed_at >= sa.bindparam("since", type_=UtcTime),
    )
    .order_by(Manifest.id.desc())
    .limit(LISTED)
)
_CHOICES = (
    sa.select(
        *(Carrier.id, Carrier.name),
        _counted(*goes_with(Carrier.id, _WAREHOUSE, _TODAY)).label("waiting"),
        sa.select(sa.func.min(CarrierService.cut_off))
        .where(CarrierService.carrier_id == Carrier.id, CarrierService.active, ~CarrierService.collected)
        .scalar_subquery()
        .label("cut_off"),
    )
    .where(
        Carrier.active,
        sa.exists().where(CarrierService.carrier_id == Carrier.id, ~CarrierService.collected),
    )
    .order_by(Carrier.name, Carrier.id)
)
_PARCELS = (
    sa.select(
        *(Package.id, Package.sscc, Shipment.number.label("shipment"), Package.position, Address.city),
        (Package.state != "closed").label("labelled"),
        sa.func.coalesce(ShippingLabel.tracking, "").label("tracking"),
    )
    .join(Shipment, Shipment.id == Package.shipment_id)
    .join(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .outerjoin(Address, Address.id == Shipment.ship_address_id)
    .outerjoin(
        ShippingLabel, sa.and_(ShippingLabel.package_id == Package.id, ShippingLabel.voided_at.is_(None))
    )
)
_DUE = goes_with(sa.bindparam("carrier", type_=sa.BigInteger), _WAREHOUSE, _TODAY)
_MISSING_ROWS = (
    _PARCELS.where(*_DUE, Package.parent_id.is_(None))
    .order_by(Shipment.promised_on, Package.id)
    .limit(LISTED)
)
_LOADED_ROWS = (
    _PARCELS.where(Package.manifest_id == sa.bindparam("manifest"), Package.parent_id.is_(None))
    .order_by(Package.id.desc())
    .limit(LISTED)
)
_PALLET = aliased(Package)
_PALLETS = (
    sa.select(
        *(_PALLET.id, _PALLET.sscc, sa.func.count(Package.id).label("parcels")),
        *(sa.func.min(Address.city).label("first"), sa.func.max(Address.city).label("last")),
        _PALLET.state.not_in(("open", "closed")).label("labelled"),
    )
    .join(Package, Package.parent_id == _PALLET.id)
    .join(Shipment, Shipment.id == Package.shipment_id)
    .join(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .outerjoin(Address, Address.id == Shipment.ship_address_id)
    .group_by(_PALLET.id, _PALLET.sscc, _PALLET.state)
    .order_by(_PALLET.id)
    .limit(LISTED)
)
"""A row a pallet with how many of its parcels are meant; its town where they all go to one."""
_MISSING_PALLETS = _PALLETS.where(*_DUE)
_LOADED_PALLETS = _PALLETS.where(Package.manifest_id == sa.bindparam("manifest"))
_SCANS = (
    sa.select(ScanEvent.at, ScanEvent.code, ScanEvent.verdict, ScanEvent.message)
    .where(ScanEvent.context == CONTEXT, ScanEvent.context_id == sa.bindparam("manifest"))
    .order_by(ScanEvent.id.desc())
    .limit(5)
)

_OF_PARCEL = (
    sa.select(Package.manifest_id, CarrierService.carrier_id)
    .join(Shipment, Shipment.id == Package.shipment_id)
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    # Of a pallet any parcel will do: they go together, with one carrier.
    .where(sa.or_(Package.id == sa.bindparam("package"), Package.parent_id == sa.bindparam("package")))
    .limit(1)
)
_OPEN_OF = (
    sa.select(Manifest.id)
    .where(
        Manifest.state == "open",
        Manifest.carrier_id == sa.bindparam("carrier"),
        Manifest.warehouse_id == _WAREHOUSE,
    )
    .limit(2)
)


@dataclass(frozen=True, slots=True)
class Here:
    """The warehouse that a desk works in, and its own day."""

    warehouse_id: int
    warehouse: str
    today: date
    midnight: datetime


def here(connection: Connection, desk: str) -> Here | None:
    """Where a desk works: its own warehouse, else the first one; None where there is none."""
    row = connection.execute(_HERE, {"desk": desk}).first()
    if row is None:
        return None
    zone = ZoneInfo(row.time_zone)
    now: datetime = row.now.astimezone(zone)
    return Here(row.id, row.code, now.date(), now.replace(hour=0, minute=0, second=0, microsecond=0))


def pick_ups(connection: Connection, place: Here) -> tuple[PickUp, ...]:
    """The pick-ups that are open or closed, oldest first, then those handed over today, latest first."""
    parameters = {"warehouse": place.warehouse_id, "today": place.today}
    rows = list(connection.execute(_OPEN, parameters))
    rows += connection.execute(_GONE, parameters | {"since": place.midnight.astimezone(UTC)})
    return tuple(_pick_up(row) for row in rows)


def choices(connection: Connection, place: Here) -> tuple[Choice, ...]:
    """The carriers that fetch parcels, with how many wait for each."""
    parameters = {"warehouse": place.warehouse_id, "today": place.today}
    return tuple(
        Choice(row.id, row.name, int(row.waiting), row.cut_off or "")
        for row in connection.execute(_CHOICES, parameters)
    )


def loading(connection: Connection, manifest_id: int, today: date) -> Loading | None:
    """A pick-up at the bench; None where there is none of this id."""
    row = connection.execute(_ONE, {"manifest": manifest_id, "today": today}).first()
    if row is None:
        return None
    found = _pick_up(row)
    parameters = {"manifest": manifest_id, "warehouse": found.warehouse_id, "today": today}
    wanted = parameters | {"carrier": found.carrier_id}
    missing = (
        [
            *(_pallet(one) for one in connection.execute(_MISSING_PALLETS, wanted)),
            *(_parcel(one) for one in connection.execute(_MISSING_ROWS, wanted)),
        ]
        if found.state == "open"
        else []
    )
    loaded = [
        *(_pallet(one) for one in connection.execute(_LOADED_PALLETS, parameters)),
        *(_parcel(one) for one in connection.execute(_LOADED_ROWS, parameters)),
    ]
    scans = connection.execute(_SCANS, parameters)
    return Loading(
        found,
        tuple(missing[:LISTED]),
        tuple(loaded[:LISTED]),
        tuple(LoadScan(one.at, one.code, one.verdict, one.message) for one in scans),
    )


def open_for_parcel(connection: Connection, package_id: int, place: Here) -> int | None:
    """The pick-up that a parcel or pallet stands on, else the only open one of its carrier here; None where it is not clear."""
    row = connection.execute(_OF_PARCEL, {"package": package_id}).first()
    if row is None:
        return None
    if row.manifest_id is not None:
        return int(row.manifest_id)
    found = connection.execute(
        _OPEN_OF, {"carrier": row.carrier_id, "warehouse": place.warehouse_id}
    ).scalars()
    ids = list(found)
    return ids[0] if len(ids) == 1 else None


def _pick_up(row: Any) -> PickUp:
    return PickUp(
        *(row.id, row.number, row.state, row.carrier_id, row.carrier, row.warehouse_id, row.warehouse),
        *(row.vehicle, row.driver, row.created_at, row.closed_at, row.handed_at),
        *(row.hander or row.handed_by, bool(row.signed), int(row.loaded), int(row.missing)),
        int(row.weight_g),
    )


def _pallet(row: Any) -> WaitingParcel:
    town = row.first if row.first == row.last and row.first else ""
    return WaitingParcel(row.id, row.sscc, "", 0, town, bool(row.labelled), "", int(row.parcels))


def _parcel(row: Any) -> WaitingParcel:
    return WaitingParcel(
        *(row.id, row.sscc, row.shipment, row.position, row.city or "", bool(row.labelled), row.tracking)
    )
