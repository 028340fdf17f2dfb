"""Pallets of parcels that stand here: which there are, what stands on one, and its last scans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.orm import aliased

from app.models import Address, Carrier, CarrierService, Package, ScanEvent, Shipment
from app.queries.dispatch import LISTED, Here, LoadScan, WaitingParcel

CONTEXT = "pallet"
"""The context under which scans onto a pallet are recorded; `context_id` is the pallet."""


@dataclass(frozen=True, slots=True)
class PalletRow:
    """A pallet: how many parcels stand on it, of which carrier (empty while nothing does), what they weigh."""

    pallet_id: int
    sscc: str
    state: str
    carrier: str
    parcels: int
    parcels_g: int
    weight_g: int
    height_mm: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A pallet at the bench: what was put on it last (the first ones), and the last scans."""

    pallet: PalletRow
    parcels: tuple[WaitingParcel, ...]
    scans: tuple[LoadScan, ...]


_ON = aliased(Package)
_PALLETS = (
    sa.select(
        *(Package.id, Package.sscc, Package.state, Package.weight_g, Package.height_mm),
        *(sa.func.min(Carrier.name).label("carrier"), sa.func.count(_ON.id).label("parcels")),
        sa.func.coalesce(sa.func.sum(_ON.weight_g), 0).label("parcels_g"),
    )
    .outerjoin(_ON, _ON.parent_id == Package.id)
    .outerjoin(Shipment, Shipment.id == _ON.shipment_id)
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .outerjoin(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(
        Package.kind == "pallet",
        Package.manifest_id.is_(None),
        Package.state.in_(("open", "closed", "labelled")),
    )
    .group_by(Package.id, Package.sscc, Package.state, Package.weight_g, Package.height_mm)
)
_HERE = (
    _PALLETS.where(Package.warehouse_id == sa.bindparam("warehouse"))
    .order_by(Package.id.desc())
    .limit(LISTED)
)
_ONE = _PALLETS.where(Package.id == sa.bindparam("pallet"))
_PARCELS = (
    sa.select(Package.id, Package.sscc, Shipment.number.label("shipment"), Package.position, Address.city)
    .join(Shipment, Shipment.id == Package.shipment_id)
    .outerjoin(Address, Address.id == Shipment.ship_address_id)
    .where(Package.parent_id == sa.bindparam("pallet"))
    .order_by(Package.id.desc())
    .limit(LISTED)
)
_SCANS = (
    sa.select(ScanEvent.at, ScanEvent.code, ScanEvent.verdict, ScanEvent.message)
    .where(ScanEvent.context == CONTEXT, ScanEvent.context_id == sa.bindparam("pallet"))
    .order_by(ScanEvent.id.desc())
    .limit(5)
)


def pallets_here(connection: Connection, place: Here) -> tuple[PalletRow, ...]:
    """The pallets of a warehouse that stand on no pick-up, the newest first."""
    return tuple(_row(one) for one in connection.execute(_HERE, {"warehouse": place.warehouse_id}))


def standing(connection: Connection, pallet_id: int) -> Standing | None:
    """A pallet with what stands on it; None where it is none, is gone, or stands on a pick-up."""
    row = connection.execute(_ONE, {"pallet": pallet_id}).first()
    if row is None:
        return None
    parcels = connection.execute(_PARCELS, {"pallet": pallet_id})
    scans = connection.execute(_SCANS, {"pallet": pallet_id})
    return Standing(
        _row(row),
        tuple(
            WaitingParcel(one.id, one.sscc, one.shipment, one.position, one.city or "", True, "")
            for one in parcels
        ),
        tuple(LoadScan(one.at, one.code, one.verdict, one.message) for one in scans),
    )


def _row(row: Any) -> PalletRow:
    return PalletRow(
        *(row.id, row.sscc, row.state, row.carrier or "", int(row.parcels), int(row.parcels_g)),
        *(row.weight_g, row.height_mm),
    )
