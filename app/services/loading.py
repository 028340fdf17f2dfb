"""Loading: every parcel is scanned onto its carrier's pick-up; a foreign one stops everything."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.models import Carrier, CarrierService, Manifest, Package, Shipment, ShippingLabel
from app.queries.dispatch import CONTEXT, LOADED, MISSING
from app.services.context import use_case
from app.services.leaving import pick_up_number
from app.services.manifests import HEAD, require_state
from app.services.resolver import Resolved, resolve
from app.services.rows import local_day, must_find
from app.services.scanning import ScanResult, Verdict, answer

_SHARED = HEAD.with_for_update(of=Manifest, read=True)
"""Many desks load one truck at a time; closing it waits for them, and they for the closing."""
_LIVE = (
    sa.select(ShippingLabel.tracking)
    .where(ShippingLabel.package_id == Package.id, ShippingLabel.voided_at.is_(None))
    .limit(1)
    .scalar_subquery()
)
_PARCEL = (
    sa.select(
        *(Package.id, Package.sscc, Package.kind, Package.state, Package.parent_id, Package.manifest_id),
        *(Package.position, Shipment.id.label("shipment_id"), Shipment.number.label("shipment")),
        *(Shipment.state.label("shipment_state"), Shipment.warehouse_id, CarrierService.collected),
        *(CarrierService.carrier_id, Carrier.name.label("carrier"), _LIVE.label("tracking")),
        sa.exists().where(ShippingLabel.package_id == Package.id).label("was_labelled"),
    )
    .join(Shipment, Shipment.id == Package.shipment_id)
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .outerjoin(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(Package.id == sa.bindparam("package"))
    .with_for_update(of=Package, key_share=True)
)
_PUT = (
    sa.update(Package).where(Package.id == sa.bindparam("package")).values(manifest_id=sa.bindparam("onto"))
)
_COUNTS = sa.select(LOADED.label("loaded"), MISSING.label("missing")).where(
    Manifest.id == sa.bindparam("manifest")
)


@dataclass(frozen=True, slots=True)
class _Judged:
    """What a scanned parcel turned out to be."""

    verdict: Verdict
    message: str
    facts: dict[str, str | int] = field(default_factory=dict)


_NOT_PACKED = frozenset({"planned", "reserved", "released", "picking", "picked", "packing"})


@use_case(Permission.SHIPMENT_SHIP)
def scan_to_load(tx: Transaction, manifest_id: int, code: str) -> ScanResult:
    """Scan a parcel onto a pick-up; every scan is kept with its verdict, and a wrong one changes nothing else.

    `counted` of the answer is how many parcels are loaded, of `wanted` that are to go with it; `left` are missing.

    Raises:
        Conflict: the pick-up is not open.
        NotFound: there is no such pick-up.
    """
    head = _shared(tx, manifest_id)
    found = resolve(tx, code)
    if found.kind != "parcel":
        return _no_parcel(tx, head, found, code)
    parcel = tx.execute(_PARCEL, {"package": found.id}).first()
    if parcel is None:
        message = f"{found.label} is a pallet."
        return _say(tx, head, code, Verdict.WRONG, message, {"sscc": found.label})
    judged = _judge(tx, head, parcel, found)
    facts = {"sscc": parcel.sscc, "shipment": parcel.shipment, "package_id": parcel.id} | judged.facts
    if judged.verdict is not Verdict.RIGHT:
        return _say(tx, head, code, judged.verdict, judged.message, facts)
    tx.execute(_PUT, {"package": parcel.id, "onto": manifest_id})
    tx.changed("package", parcel.id)
    tx.changed("manifest", manifest_id)
    return _say(tx, head, code, Verdict.RIGHT, judged.message, facts)


@use_case(Permission.SHIPMENT_SHIP)
def scan_to_unload(tx: Transaction, manifest_id: int, code: str) -> ScanResult:
    """Scan a parcel off a pick-up again; what is not on it stops.

    Raises:
        Conflict: the pick-up is not open.
        NotFound: there is no such pick-up.
    """
    head = _shared(tx, manifest_id)
    found = resolve(tx, code)
    if found.kind != "parcel":
        return _no_parcel(tx, head, found, code)
    return _off(tx, head, found.id, code)


@use_case(Permission.SHIPMENT_SHIP)
def unload_parcel(tx: Transaction, manifest_id: int, package_id: int) -> ScanResult:
    """Take a parcel off a pick-up again; undoes `scan_to_load`.

    Raises:
        Conflict: the pick-up is not open.
        NotFound: there is no such pick-up or parcel.
    """
    return _off(tx, _shared(tx, manifest_id), package_id, "CMD-UNDO")


def _shared(tx: Transaction, manifest_id: int) -> Any:
    head = must_find(tx.execute(_SHARED, {"manifest": manifest_id}).first(), "pick-up", manifest_id)
    require_state(head, ("open",), "load or unload")
    return head


def _off(tx: Transaction, head: Any, package_id: int, code: str) -> ScanResult:
    parcel = must_find(tx.execute(_PARCEL, {"package": package_id}).first(), "parcel", package_id)
    facts = {"sscc": parcel.sscc, "shipment": parcel.shipment, "package_id": parcel.id}
    if parcel.manifest_id != head.id:
        message = f"Parcel {parcel.sscc} is not on {head.number}."
        return _say(tx, head, code, Verdict.WRONG, message, facts)
    tx.execute(_PUT, {"package": parcel.id, "onto": None})
    tx.changed("package", parcel.id)
    tx.changed("manifest", head.id)
    return _say(tx, head, code, Verdict.INFO, f"Parcel {parcel.sscc} is off {head.number} again.", facts)


def _judge(tx: Transaction, head: Any, parcel: Any, found: Resolved) -> _Judged:
    """Right or wrong, why, and what else is to be known."""
    sscc, shipment = parcel.sscc, parcel.shipment
    if parcel.manifest_id == head.id:
        return _Judged(Verdict.INFO, f"Parcel {sscc} is on this truck already.")
    if parcel.manifest_id is not None:
        other = pick_up_number(tx, parcel.manifest_id)
        return _Judged(Verdict.ELSEWHERE, f"Parcel {sscc} is on pick-up {other}.", {"pick_up": other})
    if parcel.state in ("loaded", "delivered", "lost"):
        return _Judged(Verdict.ELSEWHERE, f"Parcel {sscc} has left already.")
    if parcel.collected:
        return _Judged(Verdict.FOREIGN, f"The customer fetches {shipment}; no carrier takes it.")
    if parcel.carrier_id is None:
        return _Judged(Verdict.FOREIGN, f"{shipment} goes with no carrier.")
    if parcel.carrier_id != head.carrier_id:
        facts = {"carrier": parcel.carrier}
        return _Judged(Verdict.FOREIGN, f"{shipment} goes with {parcel.carrier}.", facts)
    if parcel.warehouse_id != head.warehouse_id:
        return _Judged(Verdict.FOREIGN, f"{shipment} leaves from another warehouse.")
    if parcel.state == "open" or parcel.shipment_state in _NOT_PACKED:
        return _Judged(Verdict.NOT_READY, f"{shipment} is not packed yet.")
    if parcel.tracking is None or parcel.state != "labelled":
        if parcel.was_labelled:
            return _Judged(Verdict.VOID, f"The label of parcel {sscc} is void.")
        return _Judged(Verdict.NOT_READY, f"Parcel {sscc} has no label.")
    if found.code not in (sscc, parcel.tracking):
        return _Judged(Verdict.VOID, f"This label of parcel {sscc} is void; another one holds.")
    if parcel.parent_id is not None:
        return _Judged(Verdict.ELSEWHERE, f"Parcel {sscc} stands on a pallet: scan the pallet.")
    return _Judged(Verdict.RIGHT, f"Parcel {sscc} is on the truck.")


def _no_parcel(tx: Transaction, head: Any, found: Resolved, code: str) -> ScanResult:
    facts: dict[str, str | int] = {"kind": found.kind, "label": found.label}
    if found.kind == "pick_up" and found.id == head.id:
        return _say(tx, head, code, Verdict.INFO, f"{found.label} is open already.", facts)
    if found.kind in ("unknown", "empty"):
        return _say(tx, head, code, Verdict.UNKNOWN, f"Nobody knows the code {code[:60]!r}.", facts)
    message = f"{found.label} is a {found.kind.replace('_', ' ')}, no parcel."
    return _say(tx, head, code, Verdict.WRONG, message, facts)


def _say(
    tx: Transaction, head: Any, code: str, verdict: Verdict, message: str, facts: dict[str, str | int]
) -> ScanResult:
    today = local_day(head.now, head.time_zone)
    counts = tx.execute(_COUNTS, {"manifest": head.id, "today": today}).one()
    loaded, missing = int(counts.loaded), int(counts.missing)
    if verdict is Verdict.RIGHT and not missing:
        verdict = Verdict.COMPLETE
    return answer(
        *(tx, CONTEXT, head.id, code, verdict, message),
        step="close" if verdict is Verdict.COMPLETE else "",
        qty=1,
        counted=loaded,
        wanted=loaded + missing,
        left=missing,
        facts=facts,
    )
