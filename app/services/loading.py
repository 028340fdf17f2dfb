"""Loading: every parcel or pallet is scanned onto its carrier's pick-up; a foreign one stops everything."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.models import Manifest, Package
from app.queries.dispatch import CONTEXT, LOADED, MISSING
from app.services.context import use_case
from app.services.loading_rules import PALLET, PARCEL, judge_pallet, judge_parcel
from app.services.manifests import HEAD, require_state
from app.services.resolver import Resolved, resolve
from app.services.rows import local_day, must_find
from app.services.scanning import ScanResult, Verdict, answer

_SHARED = HEAD.with_for_update(of=Manifest, read=True)
"""Many desks load one truck at a time; closing it waits for them, and they for the closing."""
_PUT = (
    sa.update(Package).where(Package.id == sa.bindparam("package")).values(manifest_id=sa.bindparam("onto"))
)
_PUT_PALLET = (
    sa.update(Package)
    .where(sa.or_(Package.id == sa.bindparam("pallet"), Package.parent_id == sa.bindparam("pallet")))
    .values(manifest_id=sa.bindparam("onto"))
)
_PALLET_NAME = sa.select(Package.sscc).where(Package.id == sa.bindparam("pallet"))
_COUNTS = sa.select(LOADED.label("loaded"), MISSING.label("missing")).where(
    Manifest.id == sa.bindparam("manifest")
)


@use_case(Permission.SHIPMENT_SHIP)
def scan_to_load(tx: Transaction, manifest_id: int, code: str) -> ScanResult:
    """Scan a parcel, or a pallet with all that stands on it, onto a pick-up; every scan is kept, a wrong one changes no more.

    `counted` of the answer is how many parcels are loaded, of `wanted` that are to go with it; `left` are missing.

    Raises:
        Conflict: the pick-up is not open.
        NotFound: there is no such pick-up.
    """
    head = _shared(tx, manifest_id)
    found = resolve(tx, code)
    if found.kind != "parcel":
        return _no_parcel(tx, head, found, code)
    parcel = tx.execute(PARCEL, {"package": found.id}).first()
    if parcel is None:
        return _load_pallet(tx, head, found, code)
    judged = judge_parcel(tx, head, parcel, found.code)
    facts = {"sscc": parcel.sscc, "shipment": parcel.shipment, "package_id": parcel.id} | judged.facts
    if judged.verdict is not Verdict.RIGHT:
        return _say(tx, head, code, judged.verdict, judged.message, facts)
    tx.execute(_PUT, {"package": parcel.id, "onto": manifest_id})
    tx.changed("package", parcel.id)
    tx.changed("manifest", manifest_id)
    return _say(tx, head, code, Verdict.RIGHT, judged.message, facts)


@use_case(Permission.SHIPMENT_SHIP)
def scan_to_unload(tx: Transaction, manifest_id: int, code: str) -> ScanResult:
    """Scan a parcel, or a whole pallet, off a pick-up again; what is not on it stops.

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
    """Take a parcel, or a whole pallet, off a pick-up again; undoes `scan_to_load`.

    Raises:
        Conflict: the pick-up is not open.
        NotFound: there is no such pick-up or parcel.
    """
    return _off(tx, _shared(tx, manifest_id), package_id, "CMD-UNDO")


def _shared(tx: Transaction, manifest_id: int) -> Any:
    head = must_find(tx.execute(_SHARED, {"manifest": manifest_id}).first(), "pick-up", manifest_id)
    require_state(head, ("open",), "load or unload")
    return head


def _load_pallet(tx: Transaction, head: Any, found: Resolved, code: str) -> ScanResult:
    """All parcels of a pallet with one scan, or none."""
    pallet = must_find(tx.execute(PALLET, {"pallet": found.id}).first(), "pallet", found.id)
    judged = judge_pallet(tx, head, pallet)
    facts: dict[str, str | int] = {"sscc": pallet.sscc, "package_id": pallet.id} | judged.facts
    if judged.verdict is Verdict.RIGHT:
        _put_pallet(tx, pallet.id, head.id, onto=head.id)
    return _say(tx, head, code, judged.verdict, judged.message, facts)


def _put_pallet(tx: Transaction, pallet_id: int, manifest_id: int, *, onto: int | None) -> None:
    tx.execute(_PUT_PALLET, {"pallet": pallet_id, "onto": onto})
    tx.changed("package")
    tx.changed("manifest", manifest_id)


def _pallet_off(tx: Transaction, head: Any, package_id: int, code: str) -> ScanResult:
    pallet = must_find(tx.execute(PALLET, {"pallet": package_id}).first(), "parcel", package_id)
    facts: dict[str, str | int] = {"sscc": pallet.sscc, "package_id": pallet.id}
    if pallet.manifest_id != head.id:
        message = f"Pallet {pallet.sscc} is not on {head.number}."
        return _say(tx, head, code, Verdict.WRONG, message, facts)
    _put_pallet(tx, pallet.id, head.id, onto=None)
    return _say(tx, head, code, Verdict.INFO, f"Pallet {pallet.sscc} is off {head.number} again.", facts)


def _off(tx: Transaction, head: Any, package_id: int, code: str) -> ScanResult:
    parcel = tx.execute(PARCEL, {"package": package_id}).first()
    if parcel is None:
        return _pallet_off(tx, head, package_id, code)
    facts = {"sscc": parcel.sscc, "shipment": parcel.shipment, "package_id": parcel.id}
    if parcel.manifest_id != head.id:
        message = f"Parcel {parcel.sscc} is not on {head.number}."
        return _say(tx, head, code, Verdict.WRONG, message, facts)
    if parcel.parent_id is not None:
        pallet = tx.execute(_PALLET_NAME, {"pallet": parcel.parent_id}).scalar_one()
        message = f"Parcel {parcel.sscc} stands on pallet {pallet}: scan the pallet."
        return _say(tx, head, code, Verdict.ELSEWHERE, message, facts | {"pallet": pallet})
    tx.execute(_PUT, {"package": parcel.id, "onto": None})
    tx.changed("package", parcel.id)
    tx.changed("manifest", head.id)
    return _say(tx, head, code, Verdict.INFO, f"Parcel {parcel.sscc} is off {head.number} again.", facts)


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
