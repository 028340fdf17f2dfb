"""Telling carriers of pick-ups: asked to come when one is opened, told what goes with it when it is closed.

What is told is read and kept with the job, in the transaction that opens or closes: whatever happens afterwards, and
however often the job is done, one key never tells two things. The job tells it outside any transaction, unless the pick-up
went another way meanwhile: opened again, closed anew (under another key), or given up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import sqlalchemy as sa

from app.database import Transaction
from app.domain.address import PostalAddress
from app.domain.permissions import Permission
from app.errors import AppError
from app.integrations.carriers import Account, carrier_of
from app.integrations.carriers.base import ManifestLine, ManifestRequest, PickUpRequest
from app.models import (
    Address,
    Carrier,
    CarrierService,
    Job,
    Manifest,
    Package,
    Shipment,
    ShippingLabel,
    Warehouse,
)
from app.models.base import utc_now
from app.queries.dispatch import goes_with
from app.queries.untold import COME, TELL, come_key, tell_key, untold
from app.services.context import Context, use_case
from app.services.jobs import Handler, NotYet, add_job
from app.services.rows import must_find

OURS = "table"
"""The kind of carriers that are told nothing: the paper goes with the driver, and they come by themselves."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a job tells of the closing of a pick-up at `closed_at`."""

    manifest_id: int
    closed_at: datetime
    request: ManifestRequest


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a job asks for when a pick-up was opened."""

    manifest_id: int
    request: PickUpRequest


_FIELDS = PostalAddress.__slots__
_HEAD: Any = (
    sa.select(
        *(Manifest.number, Manifest.carrier_id, Manifest.warehouse_id, Manifest.closed_at),
        *(Warehouse.time_zone, utc_now().label("now")),
        *(getattr(Address, name) for name in _FIELDS),
        sa.select(sa.func.min(CarrierService.cut_off))
        .where(
            CarrierService.carrier_id == Manifest.carrier_id,
            CarrierService.active,
            ~CarrierService.collected,
        )
        .correlate(Manifest)
        .scalar_subquery()
        .label("cut_off"),
    )
    .join(Warehouse, Warehouse.id == Manifest.warehouse_id)
    .outerjoin(Address, Address.id == Warehouse.address_id)
    .where(Manifest.id == sa.bindparam("manifest"))
)
_WAITING: Any = (
    sa.select(
        sa.func.count(Package.id).label("parcels"),
        sa.func.coalesce(sa.func.sum(Package.weight_g), 0).label("weight_g"),
    )
    .join(Shipment, Shipment.id == Package.shipment_id)
    .join(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .where(
        *goes_with(
            sa.bindparam("carrier", type_=sa.BigInteger),
            sa.bindparam("warehouse", type_=sa.BigInteger),
            sa.bindparam("today", type_=sa.Date),
        )
    )
)
_LINES: Any = (
    sa.select(
        *(ShippingLabel.tracking, Package.sscc, CarrierService.code, Shipment.number),
        *(Address.country_code, Address.postal_code, Package.weight_g),
    )
    .select_from(Package)
    .join(Shipment, Shipment.id == Package.shipment_id)
    .join(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    # A parcel whose label is void is on no manifest.
    .join(ShippingLabel, sa.and_(ShippingLabel.package_id == Package.id, ShippingLabel.voided_at.is_(None)))
    .outerjoin(Address, Address.id == Shipment.ship_address_id)
    .where(Package.manifest_id == sa.bindparam("manifest"), Package.kind == "parcel")
    .order_by(Package.id)
)
_NOW: Any = (
    sa.select(
        *(Manifest.state, Manifest.closed_at, Carrier.kind),
        *(Carrier.name, Carrier.account, Carrier.out_folder, Carrier.in_folder, Carrier.timeout_s),
    )
    .join(Carrier, Carrier.id == Manifest.carrier_id)
    .where(Manifest.id == sa.bindparam("manifest"))
)
_SOON: Any = (
    sa.update(Job)
    .where(Job.id.in_(sa.bindparam("jobs", expanding=True)), Job.status == "waiting")
    .values(run_at=utc_now(), attempts=0)
    .returning(Job.id)
)


def ask_to_come(tx: Transaction, manifest_id: int) -> None:
    """Put in line that the carrier of a pick-up, opened in this transaction, is asked to come; once a pick-up."""
    head = tx.execute(_HEAD, {"manifest": manifest_id}).one()
    now: datetime = head.now.astimezone(ZoneInfo(head.time_zone))
    wanted = {"carrier": head.carrier_id, "warehouse": head.warehouse_id, "today": now.date()}
    waiting = tx.execute(_WAITING, wanted).one()
    earliest = f"{now:%H:%M}"
    # After its hour of hand-over the carrier decides by itself whether it still comes.
    latest = head.cut_off if head.cut_off and head.cut_off > earliest else ""
    sender = PostalAddress(**{name: getattr(head, name) or "" for name in _FIELDS})
    request = PickUpRequest(
        *(head.number, now.date(), earliest, latest, sender, waiting.parcels, int(waiting.weight_g))
    )
    add_job.inside(tx, COME, _text(Wanted(manifest_id, request)), come_key(manifest_id))


def tell_closed(tx: Transaction, manifest_id: int) -> None:
    """Put in line that the carrier is told what goes with a locked pick-up, closed in this transaction."""
    head = tx.execute(_HEAD, {"manifest": manifest_id}).one()
    lines = tuple(
        ManifestLine(
            *(row.tracking, row.sscc, row.code, row.number),
            *(row.country_code or "", row.postal_code or "", row.weight_g),
        )
        for row in tx.execute(_LINES, {"manifest": manifest_id})
    )
    day = head.closed_at.astimezone(ZoneInfo(head.time_zone)).date()
    key = f"{head.number}-{head.closed_at:%Y%m%dT%H%M%S%f}"
    told = Told(manifest_id, head.closed_at, ManifestRequest(key, head.number, day, lines))
    add_job.inside(tx, TELL, _text(told), tell_key(manifest_id, head.closed_at))


@use_case(Permission.SHIPMENT_SHIP)
def tell_again(tx: Transaction, warehouse_id: int) -> int:
    """Let all that carriers of a warehouse's pick-ups were not told be tried as soon as possible; how many things that is.

    What is being told at this moment is left alone. Where nothing is left to be told, nothing is done.
    """
    jobs = [one.job_id for one in untold(tx.connection, warehouse_id)]
    found = tx.execute(_SOON, {"jobs": jobs}).scalars().all() if jobs else []
    for job in found:
        tx.changed("job", job)
    return len(found)


def _text(job: Told | Wanted) -> str:
    return msgspec.json.encode(job).decode()


def _tell(ctx: Context, payload: str) -> str:
    """Tell a carrier what goes with a pick-up; the work of a `carrier_manifest` job. What it calls that, if anything.

    Raises:
        NotYet: it cannot be told now.
        NotAllowed: the right to hand over is missing.
    """
    told = msgspec.json.decode(payload, type=Told)
    row = _now(ctx, told.manifest_id)
    if row.state not in ("closed", "handed_over") or row.closed_at != told.closed_at:
        return ""
    return _patiently(told.request.number, lambda: _carrier(row).manifest(told.request))


def _come(ctx: Context, payload: str) -> str:
    """Ask a carrier to come; the work of a `carrier_pick_up` job. What it calls that, if anything.

    Raises:
        NotYet: it cannot be asked now.
        NotAllowed: the right to hand over is missing.
    """
    wanted = msgspec.json.decode(payload, type=Wanted)
    row = _now(ctx, wanted.manifest_id)
    if row.state not in ("open", "closed"):
        return ""
    return _patiently(wanted.request.number, lambda: _carrier(row).pick_up(wanted.request))


def _now(ctx: Context, manifest_id: int) -> Any:
    ctx.require(Permission.SHIPMENT_SHIP)
    with ctx.reading() as connection:
        return must_find(connection.execute(_NOW, {"manifest": manifest_id}).first(), "pick-up", manifest_id)


def _carrier(row: Any) -> Any:
    account = Account(row.name, row.account, row.out_folder, row.in_folder, row.timeout_s)
    return carrier_of(row.kind, account)


def _patiently(number: str, tell: Callable[[], str]) -> str:
    """Whatever is in the way now, it is tried again until it is done: nobody else tells the carrier."""
    try:
        return tell()
    except AppError as trouble:
        raise NotYet(trouble.message, number=number) from trouble


CARRIER_JOBS: Mapping[str, Handler] = MappingProxyType({TELL: _tell, COME: _come})
"""The jobs of those who hand over."""
