"""Pallets of parcels: begun, loaded by scan, closed, opened again; each has an SSCC from the same numbers as parcels.

A pallet is a package without a shipment; its parcels name it (`parent_id`), may be of any shipments, and go with one carrier.
Lock order: the pallet, then its parcel. Only an open pallet changes, and an open pallet is on no pick-up, so nobody who holds
the parcels of a truck waits for one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import sqlalchemy as sa

from app.database import Transaction
from app.domain.codes import make_sscc
from app.domain.flow import PACKAGE
from app.domain.pallets import HEAVIEST_G, HIGHEST_MM, gross_weight, height_is_one, weight_is_one
from app.domain.permissions import Permission
from app.domain.text import kilograms
from app.errors import BadInput, Conflict, Refused
from app.models import AppMeta, Carrier, CarrierService, Package, Shipment, ShippingLabel, Warehouse
from app.models.base import utc_now
from app.queries.pallets import CONTEXT
from app.services.context import use_case
from app.services.leaving import pick_up_number
from app.services.loading_rules import PARCEL, Judged, not_fit, void_label
from app.services.purchases import void_label as void_stored
from app.services.resolver import Resolved, resolve
from app.services.rows import must_find
from app.services.scanning import ScanResult, Verdict, answer
from app.services.states import move_state


class PalletEmpty(Refused):
    """A pallet on which nothing stands is not closed."""

    code = "pallet.empty"

    def __init__(self, sscc: str) -> None:
        super().__init__(
            f"Nothing stands on pallet {sscc}.", hint="Scan the parcels onto it, or drop it.", sscc=sscc
        )


class PalletKept(Refused):
    """Only an empty pallet that never had a label goes as if it had never been."""

    code = "pallet.kept"

    def __init__(self, sscc: str, parcels: int) -> None:
        super().__init__(
            f"Pallet {sscc} stays.",
            hint="Only an empty pallet that never had a label is dropped; take its parcels off first.",
            sscc=sscc,
            parcels=parcels,
        )


@dataclass(frozen=True, slots=True)
class Pallet:
    """A pallet after a step."""

    pallet_id: int
    sscc: str
    state: str
    parcels: int = 0
    weight_g: int = 0


_P = cast("sa.Table", Package.__table__)
_ON = _P.alias("standing")
_PREFIX = sa.select(AppMeta.sscc_prefix).where(AppMeta.id == 1)
_WAREHOUSE = sa.select(Warehouse.id).where(Warehouse.id == sa.bindparam("warehouse"))
_NEW = sa.insert(_P).returning(_P.c.id)
LOCKED = (
    sa.select(
        *(_P.c.id, _P.c.sscc, _P.c.state, _P.c.manifest_id, _P.c.warehouse_id, utc_now().label("now")),
        sa.exists().where(ShippingLabel.package_id == _P.c.id).label("was_labelled"),
    )
    .where(_P.c.id == sa.bindparam("pallet"), _P.c.kind == "pallet")
    .with_for_update(of=_P, key_share=True)
)
_SUMS = (
    sa.select(
        sa.func.count(_ON.c.id).label("parcels"),
        sa.func.coalesce(sa.func.sum(_ON.c.weight_g), 0).label("weight_g"),
        # Of one carrier they all are.
        sa.func.min(Carrier.id).label("carrier_id"),
        sa.func.min(Carrier.name).label("carrier"),
    )
    .select_from(_ON)
    .join(Shipment, Shipment.id == _ON.c.shipment_id)
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .outerjoin(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(_ON.c.parent_id == sa.bindparam("pallet"))
)
"""What stands on a pallet. Read once it is locked: nobody puts anything on it meanwhile."""
_PUT = sa.update(_P).where(_P.c.id == sa.bindparam("package")).values(parent_id=sa.bindparam("onto"))
_NAME = sa.select(_P.c.sscc).where(_P.c.id == sa.bindparam("pallet"))
_DROP = sa.delete(_P).where(_P.c.id == sa.bindparam("pallet"))


@use_case(Permission.SHIPMENT_PACK)
def begin_pallet(tx: Transaction, warehouse_id: int) -> Pallet:
    """Begin a pallet in a warehouse; undone by `drop_pallet`.

    Raises:
        NotFound: there is no such warehouse.
    """
    must_find(tx.execute(_WAREHOUSE, {"warehouse": warehouse_id}).first(), "warehouse", warehouse_id)
    (serial,) = tx.serials("SSCC", 1)
    sscc = make_sscc(tx.execute(_PREFIX).scalar_one(), serial)
    values = {"kind": "pallet", "warehouse_id": warehouse_id, "sscc": sscc, "position": 1}
    made: int = tx.execute(_NEW, values).scalar_one()
    tx.changed("package", made)
    return Pallet(made, sscc, "open")


@use_case(Permission.SHIPMENT_PACK)
def scan_onto_pallet(tx: Transaction, pallet_id: int, code: str) -> ScanResult:
    """Scan a parcel onto an open pallet; every scan is kept with its verdict, and a wrong one changes nothing else.

    `counted` of the answer is how many parcels stand on it.

    Raises:
        Conflict: the pallet is not open.
        NotFound: there is no such pallet.
    """
    pallet = lock_pallet(tx, pallet_id, ("open",), "put parcels on it")
    found = resolve(tx, code)
    parcel = tx.execute(PARCEL, {"package": found.id}).first() if found.kind == "parcel" else None
    if parcel is None:
        return _no_parcel(tx, pallet, found, code)
    judged = _judge(tx, pallet, parcel, found.code)
    facts = {"sscc": parcel.sscc, "shipment": parcel.shipment, "package_id": parcel.id} | judged.facts
    if judged.verdict is Verdict.RIGHT:
        _put(tx, pallet.id, parcel.id, pallet.id)
    return _say(tx, pallet, code, judged.verdict, judged.message, facts)


@use_case(Permission.SHIPMENT_PACK)
def scan_off_pallet(tx: Transaction, pallet_id: int, code: str) -> ScanResult:
    """Scan a parcel off an open pallet; what does not stand on it stops.

    Raises:
        Conflict: the pallet is not open.
        NotFound: there is no such pallet.
    """
    pallet = lock_pallet(tx, pallet_id, ("open",), "take parcels off it")
    found = resolve(tx, code)
    parcel = tx.execute(PARCEL, {"package": found.id}).first() if found.kind == "parcel" else None
    return _no_parcel(tx, pallet, found, code) if parcel is None else _off(tx, pallet, parcel, code)


@use_case(Permission.SHIPMENT_PACK)
def take_off_pallet(tx: Transaction, pallet_id: int, package_id: int) -> ScanResult:
    """Take a parcel off an open pallet; undoes `scan_onto_pallet`.

    Raises:
        Conflict: the pallet is not open.
        NotFound: there is no such pallet or parcel.
    """
    pallet = lock_pallet(tx, pallet_id, ("open",), "take parcels off it")
    parcel = must_find(tx.execute(PARCEL, {"package": package_id}).first(), "parcel", package_id)
    return _off(tx, pallet, parcel, "CMD-UNDO")


@use_case(Permission.SHIPMENT_PACK)
def close_pallet(tx: Transaction, pallet_id: int, weight_g: int = 0, height_mm: int = 0) -> Pallet:
    """Close a pallet: nothing more is put on it, and it can have its label.

    Args:
        tx: The transaction.
        pallet_id: An open pallet.
        weight_g: With its parcels and the wood; 0 takes what its parcels weigh.
        height_mm: From the floor; 0 where nobody measured.

    Raises:
        PalletEmpty: nothing stands on it.
        BadInput: no pallet weighs so much, or less than its parcels, or is so high.
        Conflict: it is not open.
        NotFound: there is no such pallet.
    """
    pallet = lock_pallet(tx, pallet_id, ("open",), "close it")
    on = tx.execute(_SUMS, {"pallet": pallet_id}).one()
    if not on.parcels:
        raise PalletEmpty(pallet.sscc)
    if not weight_is_one(weight_g, int(on.weight_g)):
        raise BadInput(
            f"Pallet {pallet.sscc} does not weigh {kilograms(weight_g)}; its parcels weigh {kilograms(int(on.weight_g))}.",
            hint=f"Read the scale again; at most {HEAVIEST_G // 1000} kg.",
            field="weight_g",
            value=weight_g,
        )
    if not height_is_one(height_mm):
        raise BadInput(
            f"No pallet is {height_mm} mm high.",
            hint=f"Measure from the floor; at most {HIGHEST_MM} mm.",
            field="height_mm",
            value=height_mm,
        )
    grams, weighed = gross_weight(weight_g, int(on.weight_g))
    values = {"closed_at": pallet.now, "weight_g": grams, "weighed": weighed, "height_mm": height_mm}
    move_state(tx, PACKAGE, [pallet_id], "close", values)
    return Pallet(pallet_id, pallet.sscc, "closed", on.parcels, grams)


@use_case(Permission.SHIPMENT_PACK)
def reopen_pallet(tx: Transaction, pallet_id: int) -> Pallet:
    """Open a closed pallet again; its label is void and must not be used. Undoes `close_pallet`.

    Raises:
        Conflict: it is open, stands on a pick-up, or has left.
        NotFound: there is no such pallet.
    """
    pallet = lock_pallet(tx, pallet_id, ("closed", "labelled"), "open it again")
    if pallet.manifest_id is not None:
        number = pick_up_number(tx, pallet.manifest_id)
        raise Conflict(
            f"Pallet {pallet.sscc} is on pick-up {number}.",
            hint="Take it off the truck first.",
            sscc=pallet.sscc,
            pick_up=number,
        )
    void_stored(tx, pallet_id)
    values = {"closed_at": None, "weight_g": 0, "weighed": "", "height_mm": 0}
    move_state(tx, PACKAGE, [pallet_id], "reopen", values)
    return Pallet(pallet_id, pallet.sscc, "open", tx.execute(_SUMS, {"pallet": pallet_id}).one().parcels)


@use_case(Permission.SHIPMENT_PACK)
def drop_pallet(tx: Transaction, pallet_id: int) -> Pallet:
    """Take back an empty pallet that is not needed; its SSCC is not used again. Undoes `begin_pallet`.

    Raises:
        PalletKept: something stands on it, or it had a label once.
        Conflict: it is not open.
        NotFound: there is no such pallet.
    """
    pallet = lock_pallet(tx, pallet_id, ("open",), "drop it")
    on = tx.execute(_SUMS, {"pallet": pallet_id}).one()
    if on.parcels or pallet.was_labelled:
        raise PalletKept(pallet.sscc, on.parcels)
    tx.execute(_DROP, {"pallet": pallet_id})
    tx.changed("package", pallet_id)
    return Pallet(pallet_id, pallet.sscc, "dropped")


def lock_pallet(tx: Transaction, pallet_id: int, states: tuple[str, ...], verb: str) -> Any:
    """A pallet in one of these states, locked.

    Raises:
        NotFound: there is no such pallet.
        Conflict: it is in another state.
    """
    pallet = must_find(tx.execute(LOCKED, {"pallet": pallet_id}).first(), "pallet", pallet_id)
    if pallet.state not in states:
        raise Conflict(
            f"Pallet {pallet.sscc} is {pallet.state}; to {verb} it must be {' or '.join(states)}.",
            hint="Look at it again; another desk may have been first.",
            sscc=pallet.sscc,
            state=pallet.state,
        )
    return pallet


def _judge(tx: Transaction, pallet: Any, parcel: Any, code: str) -> Judged:
    """Whether a parcel may stand on a pallet."""
    sscc = parcel.sscc
    if parcel.parent_id == pallet.id:
        return Judged(Verdict.INFO, f"Parcel {sscc} stands on this pallet already.")
    if parcel.parent_id is not None:
        other = tx.execute(_NAME, {"pallet": parcel.parent_id}).scalar_one()
        return Judged(Verdict.ELSEWHERE, f"Parcel {sscc} stands on pallet {other}.", {"pallet": other})
    if parcel.manifest_id is not None:
        number = pick_up_number(tx, parcel.manifest_id)
        return Judged(Verdict.ELSEWHERE, f"Parcel {sscc} is on pick-up {number}.", {"pick_up": number})
    wrong = not_fit(parcel, pallet.warehouse_id) or void_label(parcel, code)
    if wrong is not None:
        return wrong
    on = tx.execute(_SUMS, {"pallet": pallet.id}).one()
    if on.parcels and on.carrier_id != parcel.carrier_id:
        message = f"{parcel.shipment} goes with {parcel.carrier}, this pallet with {on.carrier}."
        return Judged(Verdict.FOREIGN, message, {"carrier": parcel.carrier})
    return Judged(Verdict.RIGHT, f"Parcel {sscc} stands on the pallet.")


def _off(tx: Transaction, pallet: Any, parcel: Any, code: str) -> ScanResult:
    facts = {"sscc": parcel.sscc, "shipment": parcel.shipment, "package_id": parcel.id}
    if parcel.parent_id != pallet.id:
        message = f"Parcel {parcel.sscc} does not stand on pallet {pallet.sscc}."
        return _say(tx, pallet, code, Verdict.WRONG, message, facts)
    _put(tx, pallet.id, parcel.id, None)
    return _say(tx, pallet, code, Verdict.INFO, f"Parcel {parcel.sscc} is off the pallet again.", facts)


def _put(tx: Transaction, pallet_id: int, package_id: int, onto: int | None) -> None:
    tx.execute(_PUT, {"package": package_id, "onto": onto})
    tx.changed("package", package_id)
    tx.changed("package", pallet_id)


def _no_parcel(tx: Transaction, pallet: Any, found: Resolved, code: str) -> ScanResult:
    facts: dict[str, str | int] = {"kind": found.kind, "label": found.label}
    if found.kind in ("unknown", "empty"):
        return _say(tx, pallet, code, Verdict.UNKNOWN, f"Nobody knows the code {code[:60]!r}.", facts)
    if found.kind == "parcel" and found.id == pallet.id:
        return _say(tx, pallet, code, Verdict.INFO, f"Pallet {found.label} is at hand already.", facts)
    if found.kind == "parcel":
        message = f"{found.label} is a pallet: only parcels stand on pallets."
        return _say(tx, pallet, code, Verdict.WRONG, message, facts)
    message = f"{found.label} is a {found.kind.replace('_', ' ')}, no parcel."
    return _say(tx, pallet, code, Verdict.WRONG, message, facts)


def _say(
    tx: Transaction, pallet: Any, code: str, verdict: Verdict, message: str, facts: dict[str, str | int]
) -> ScanResult:
    parcels = int(tx.execute(_SUMS, {"pallet": pallet.id}).one().parcels)
    args = (tx, CONTEXT, pallet.id, code, verdict, message)
    return answer(*args, qty=1, counted=parcels, wanted=parcels, facts=facts)
