"""Parking a shipment at the bench with a reason that every other desk sees, and taking it up again."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput
from app.models import Shipment
from app.models.fulfilment import PARKED
from app.queries.bench_steps import PARK
from app.services.bench_steps import cross_off, keep_step
from app.services.context import use_case
from app.services.parcel_rows import lock_head, require
from app.services.shipments import record_events

REASONS = tuple(reason for reason in PARKED if reason)


@dataclass(frozen=True, slots=True)
class Parked:
    """A shipment that lies at the bench and waits, and why."""

    shipment_id: int
    number: str
    reason: str


_PARK = (
    sa.update(Shipment)
    .where(Shipment.id == sa.bindparam("shipment"))
    .values(parked=sa.bindparam("why"), version=Shipment.version + 1)
)


@use_case(Permission.SHIPMENT_PACK)
def park_shipment(tx: Transaction, shipment_id: int, reason: str) -> Parked:
    """Let a shipment wait as it is: what is packed stays packed, it stays its packer's; opening it goes on.

    Raises:
        BadInput: the reason is none of `REASONS`.
        Conflict: it is not being packed.
        NotFound: there is no such shipment.
    """
    if reason not in REASONS:
        raise BadInput(
            f"{reason!r} is no reason to park a shipment.", hint="Choose one of the list.", field="reason"
        )
    return _write(tx, shipment_id, reason, "packing_parked")


@use_case(Permission.SHIPMENT_PACK)
def unpark_shipment(tx: Transaction, shipment_id: int) -> Parked:
    """Take the parking back; undoes `park_shipment`.

    Raises:
        Conflict: it is not being packed.
        NotFound: there is no such shipment.
    """
    return _write(tx, shipment_id, "", "packing_unparked")


def _write(tx: Transaction, shipment_id: int, reason: str, verb: str) -> Parked:
    head = lock_head(tx, shipment_id)
    require(head, ("packing",), "park it")
    tx.execute(_PARK, {"shipment": shipment_id, "why": reason})
    tx.changed("shipment", shipment_id)
    # Parked for another reason it is parked once, and one step back it lies open.
    cross_off(tx, shipment_id, PARK, f"Parked: {reason}." if reason else "It is gone on with.")
    if reason:
        keep_step(tx, shipment_id, PARK, f"Parked: {reason}.")
    record_events(tx, [(head.order_id, verb, {"shipment": head.number, "reason": reason})])
    return Parked(shipment_id, head.number, reason)
