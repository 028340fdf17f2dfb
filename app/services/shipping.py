"""Dispatch: parcels leave, arrive, and the guided way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import PACKAGE, SHIPMENT
from app.domain.permissions import Permission
from app.errors import Conflict, Refused
from app.models import Package, Shipment
from app.services.context import use_case
from app.services.leaving import call_back, lock_heads, lock_parcels, pick_up_number, send, take_off
from app.services.pallet_states import follow_parcels, refuse_standing
from app.services.rows import must_find
from app.services.shipments import record_events
from app.services.states import move_state


class LabelMissing(Refused):
    """A parcel of a carrier leaves only with its label."""

    code = "shipment.label_missing"

    def __init__(self, shipment: str, parcels: int) -> None:
        super().__init__(
            f"{parcels} parcel(s) of {shipment} have no label.",
            hint="Print the label, then hand the parcel over.",
            shipment=shipment,
            parcels=parcels,
        )


class OnPickUp(Refused):
    """A parcel that is loaded on a carrier's pick-up leaves with it."""

    code = "shipment.on_pick_up"

    def __init__(self, shipment: str, parcels: int, pick_up: str) -> None:
        super().__init__(
            f"{parcels} parcel(s) of {shipment} are loaded on {pick_up}.",
            hint="Hand that pick-up over, or take them off it.",
            shipment=shipment,
            parcels=parcels,
            pick_up=pick_up,
        )


@dataclass(frozen=True, slots=True)
class Shipped:
    """What left: pieces and parcels; `closed_orders` are orders of which nothing is left to send."""

    shipment_id: int
    number: str
    pieces: int
    parcels: int
    closed_orders: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Delivered:
    """A shipment that arrived."""

    shipment_id: int
    number: str
    parcels: int


@dataclass(frozen=True, slots=True)
class Unshipped:
    """A shipment that is back at the bench; `reopened_orders` wait for goods again."""

    shipment_id: int
    number: str
    pieces: int
    reopened_orders: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ParcelStep:
    """A parcel that got lost on its way, or was found again."""

    package_id: int
    sscc: str
    state: str


_PARCEL = (
    sa.select(
        Package.id, Package.sscc, Package.state, Package.shipment_id, Shipment.number, Shipment.order_id
    )
    .join(Shipment, Shipment.id == Package.shipment_id)
    .where(Package.id == sa.bindparam("package"))
    .with_for_update(of=Shipment, key_share=True)
)
_PARCELS = (
    sa.select(Package.id, Package.state)
    .where(Package.shipment_id == sa.bindparam("shipment"))
    .order_by(Package.id)
)


@use_case(Permission.SHIPMENT_SHIP)
def ship_shipment(tx: Transaction, shipment_id: int) -> Shipped:
    """Hand a packed shipment over: its goods leave the warehouse, its parcels are loaded, and finished orders close.

    Raises:
        Conflict: it is not packed.
        LabelMissing: a carrier takes it and a parcel has no label.
        OnPickUp, OnPallet: a parcel of it is loaded on a truck, or stands on a pallet, and leaves with that.
        NotFound: there is no such shipment.
    """
    head = _lock(tx, shipment_id)
    if head.state != "packed":
        raise Conflict(
            f"Shipment {head.number} is {head.state}, not packed.",
            hint="Finish packing it first.",
            shipment=head.number,
            state=head.state,
        )
    parcels = lock_parcels(tx, [shipment_id])
    away = [parcel for parcel in parcels if parcel.manifest_id is not None and parcel.state != "loaded"]
    if away:
        raise OnPickUp(head.number, len(away), pick_up_number(tx, away[0].manifest_id))
    refuse_standing(parcels, head.number)
    bare = [parcel for parcel in parcels if parcel.state == "closed"]
    if bare and head.carrier_service_id is not None:
        raise LabelMissing(head.number, len(bare))
    left = send(tx, [head], parcels)
    return Shipped(
        shipment_id, head.number, left.pieces[shipment_id], left.parcels[shipment_id], left.closed_orders
    )


@use_case(Permission.SHIPMENT_DELIVER)
def deliver_shipment(tx: Transaction, shipment_id: int) -> Delivered:
    """Note that a shipment arrived, with all its parcels that were on their way.

    Raises:
        Conflict: it is not shipped.
        NotFound: there is no such shipment.
    """
    head = _lock(tx, shipment_id)
    move_state(tx, SHIPMENT, [shipment_id], "deliver", {"delivered_at": head.now})
    loaded = [row.id for row in tx.execute(_PARCELS, {"shipment": shipment_id}) if row.state == "loaded"]
    move_state(tx, PACKAGE, loaded, "deliver")
    follow_parcels(tx, loaded)
    record_events(tx, [(head.order_id, "delivered", {"shipment": head.number})])
    return Delivered(shipment_id, head.number, len(loaded))


@use_case(Permission.SHIPMENT_DELIVER)
def lose_parcel(tx: Transaction, package_id: int) -> ParcelStep:
    """Note that the carrier lost a parcel on its way; the shipment stays as it is.

    Raises:
        Conflict: it is not on its way.
        NotFound: there is no such parcel.
    """
    return _parcel_step(tx, package_id, "loaded", "lose", "lost")


@use_case(Permission.SHIPMENT_DELIVER)
def find_parcel(tx: Transaction, package_id: int) -> ParcelStep:
    """Note that a lost parcel is on its way after all; undoes `lose_parcel`.

    Raises:
        Conflict: it is not lost.
        NotFound: there is no such parcel.
    """
    return _parcel_step(tx, package_id, "lost", "find", "loaded")


def _parcel_step(tx: Transaction, package_id: int, source: str, verb: str, target: str) -> ParcelStep:
    parcel = must_find(tx.execute(_PARCEL, {"package": package_id}).first(), "parcel", package_id)
    if parcel.state != source:
        raise Conflict(
            f"Parcel {parcel.sscc} is {parcel.state}, not {source}.",
            hint="Look at it again; another desk may have been first.",
            sscc=parcel.sscc,
            state=parcel.state,
        )
    move_state(tx, PACKAGE, [package_id], verb)
    tx.changed("shipment", parcel.shipment_id)
    facts = {"shipment": parcel.number, "sscc": parcel.sscc}
    record_events(tx, [(parcel.order_id, f"parcel_{'lost' if verb == 'lose' else 'found'}", facts)])
    return ParcelStep(package_id, parcel.sscc, target)


@use_case(Permission.SHIPMENT_DELIVER)
def undeliver_shipment(tx: Transaction, shipment_id: int) -> Delivered:
    """Take a delivery back that was noted by mistake.

    Raises:
        Conflict: it is not delivered.
        NotFound: there is no such shipment.
    """
    head = _lock(tx, shipment_id)
    move_state(tx, SHIPMENT, [shipment_id], "undeliver", {"delivered_at": None})
    arrived = [row.id for row in tx.execute(_PARCELS, {"shipment": shipment_id}) if row.state == "delivered"]
    move_state(tx, PACKAGE, arrived, "undeliver")
    follow_parcels(tx, arrived)
    record_events(tx, [(head.order_id, "undelivered", {"shipment": head.number})])
    return Delivered(shipment_id, head.number, len(arrived))


@use_case(Permission.SHIPMENT_SHIP)
def unship_shipment(tx: Transaction, shipment_id: int) -> Unshipped:
    """Take a hand-over back that did not happen: by mirrored ledger rows the goods lie packed at the bench again.

    Parcels that left with a pick-up are no longer on it, nor on their pallet; what its paper said stays in the store.

    Raises:
        Conflict: it is not shipped, or has arrived.
        RuleBroken: some of its goods came back as a return meanwhile.
        NotFound: there is no such shipment.
    """
    head = _lock(tx, shipment_id)
    parcels = [row for row in lock_parcels(tx, [shipment_id]) if row.state == "loaded"]
    back = call_back(tx, [head], parcels)
    take_off(tx, parcels)
    return Unshipped(shipment_id, head.number, back.pieces[shipment_id], back.reopened_orders)


def _lock(tx: Transaction, shipment_id: int) -> Any:
    return must_find(next(iter(lock_heads(tx, [shipment_id])), None), "shipment", shipment_id)
