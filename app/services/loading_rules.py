"""What a parcel or pallet turns out to be when it is scanned at the ramp: right, or why not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.models import Carrier, CarrierService, Package, Shipment, ShippingLabel
from app.services.leaving import pick_up_number
from app.services.scanning import Verdict

_LIVE = (
    sa.select(ShippingLabel.tracking)
    .where(ShippingLabel.package_id == Package.id, ShippingLabel.voided_at.is_(None))
    .limit(1)
    .scalar_subquery()
)
PARCELS = (
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
    .order_by(Package.id)
    .with_for_update(of=Package, key_share=True)
)
"""Parcels, locked, with what loading needs to know of them."""
PARCEL = PARCELS.where(Package.id == sa.bindparam("package"))
STANDING = PARCELS.where(Package.parent_id == sa.bindparam("pallet"))
"""The parcels of a pallet; lock the pallet first."""
PALLET = (
    sa.select(
        *(Package.id, Package.sscc, Package.state, Package.manifest_id, Package.warehouse_id),
        _LIVE.is_not(None).label("labelled"),
    )
    .where(Package.id == sa.bindparam("pallet"), Package.kind == "pallet")
    .with_for_update(of=Package, key_share=True)
)
GONE = ("loaded", "delivered", "lost")
_NOT_PACKED = frozenset({"planned", "reserved", "released", "picking", "picked", "packing"})


@dataclass(frozen=True, slots=True)
class Judged:
    """What a scanned parcel or pallet turned out to be."""

    verdict: Verdict
    message: str
    facts: dict[str, str | int] = field(default_factory=dict)


def not_fit(parcel: Any, warehouse_id: int) -> Judged | None:
    """Why a parcel cannot leave with any carrier from this warehouse; None where it can."""
    sscc, shipment = parcel.sscc, parcel.shipment
    if parcel.state in GONE:
        return Judged(Verdict.ELSEWHERE, f"Parcel {sscc} has left already.")
    if parcel.collected:
        return Judged(Verdict.FOREIGN, f"The customer fetches {shipment}; no carrier takes it.")
    if parcel.carrier_id is None:
        return Judged(Verdict.FOREIGN, f"{shipment} goes with no carrier.")
    if parcel.warehouse_id != warehouse_id:
        return Judged(Verdict.FOREIGN, f"{shipment} leaves from another warehouse.")
    if parcel.state == "open" or parcel.shipment_state in _NOT_PACKED:
        return Judged(Verdict.NOT_READY, f"{shipment} is not packed yet.")
    if parcel.tracking is None or parcel.state != "labelled":
        if parcel.was_labelled:
            return Judged(Verdict.VOID, f"The label of parcel {sscc} is void.")
        return Judged(Verdict.NOT_READY, f"Parcel {sscc} has no label.")
    return None


def of_other_carrier(parcel: Any, carrier_id: int) -> Judged | None:
    """Why a parcel may not go with this carrier; None where it may, or where it goes with none."""
    if parcel.carrier_id in (None, carrier_id) or parcel.collected:
        return None
    facts = {"carrier": parcel.carrier}
    return Judged(Verdict.FOREIGN, f"{parcel.shipment} goes with {parcel.carrier}.", facts)


def void_label(parcel: Any, code: str) -> Judged | None:
    """Whether what was scanned is an older label of a parcel that has another one now."""
    if code in (parcel.sscc, parcel.tracking):
        return None
    return Judged(Verdict.VOID, f"This label of parcel {parcel.sscc} is void; another one holds.")


def judge_parcel(tx: Transaction, head: Any, parcel: Any, code: str) -> Judged:
    """Whether a parcel may go onto a pick-up, alone; `code` is what was scanned."""
    sscc = parcel.sscc
    if parcel.manifest_id == head.id:
        return Judged(Verdict.INFO, f"Parcel {sscc} is on this truck already.")
    if parcel.manifest_id is not None:
        other = pick_up_number(tx, parcel.manifest_id)
        return Judged(Verdict.ELSEWHERE, f"Parcel {sscc} is on pick-up {other}.", {"pick_up": other})
    if parcel.state in GONE:
        return Judged(Verdict.ELSEWHERE, f"Parcel {sscc} has left already.")
    wrong = (
        of_other_carrier(parcel, head.carrier_id)
        or not_fit(parcel, head.warehouse_id)
        or void_label(parcel, code)
    )
    if wrong is not None:
        return wrong
    if parcel.parent_id is not None:
        return Judged(Verdict.ELSEWHERE, f"Parcel {sscc} stands on a pallet: scan the pallet.")
    return Judged(Verdict.RIGHT, f"Parcel {sscc} is on the truck.")


def judge_pallet(tx: Transaction, head: Any, pallet: Any) -> Judged:
    """Whether a locked pallet may go onto a pick-up with all that stands on it; locks its parcels.

    What the pallet itself says comes first: so no parcel of a pallet that is under way is ever waited for.
    """
    sscc = pallet.sscc
    if pallet.manifest_id == head.id:
        return Judged(Verdict.INFO, f"Pallet {sscc} is on this truck already.")
    if pallet.manifest_id is not None:
        other = pick_up_number(tx, pallet.manifest_id)
        return Judged(Verdict.ELSEWHERE, f"Pallet {sscc} is on pick-up {other}.", {"pick_up": other})
    if pallet.state in GONE:
        return Judged(Verdict.ELSEWHERE, f"Pallet {sscc} has left already.")
    if pallet.warehouse_id != head.warehouse_id:
        return Judged(Verdict.FOREIGN, f"Pallet {sscc} leaves from another warehouse.")
    if pallet.state == "open":
        return Judged(Verdict.NOT_READY, f"Pallet {sscc} is not closed yet.")
    if not pallet.labelled:
        return Judged(Verdict.NOT_READY, f"Pallet {sscc} has no label.")
    parcels = tx.execute(STANDING, {"pallet": pallet.id}).all()
    if not parcels:
        return Judged(Verdict.NOT_READY, f"Nothing stands on pallet {sscc}.")
    for parcel in parcels:
        wrong = of_other_carrier(parcel, head.carrier_id) or not_fit(parcel, head.warehouse_id)
        if wrong is not None:
            return Judged(wrong.verdict, wrong.message, wrong.facts | {"shipment": parcel.shipment})
    count = len(parcels)
    return Judged(Verdict.RIGHT, f"Pallet {sscc} is on the truck, parcels: {count}.", {"parcels": count})
