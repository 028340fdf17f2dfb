"""Pick-ups by carriers: opened, closed with their paper, handed over with a proof, and the guided way back."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from PIL import Image

from app.database import Transaction
from app.domain.flow import MANIFEST, PACKAGE
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict, Refused
from app.models import Carrier, Manifest, Package, Warehouse
from app.models.base import utc_now
from app.services.context import use_case
from app.services.leaving import call_back, lock_heads, lock_parcels, send
from app.services.rows import free_text, insert_blob, must_find
from app.services.states import move_state
from app.services.telling_carriers import OURS, ask_to_come

SIGNATURE = "image/png; signature"
"""The media type of a signature: personal data, so the store gives it only to those who read addresses."""
_PNG = b"\x89PNG\r\n\x1a\n"
_LARGEST = 300_000
_WIDEST = 4_000
_SHOWN = 3


class NothingLoaded(Refused):
    """A pick-up without parcels is no pick-up."""

    code = "manifest.empty"

    def __init__(self, number: str) -> None:
        super().__init__(
            f"Nothing is loaded on {number}.", hint="Scan the parcels, or cancel the pick-up.", number=number
        )


class NotFit(Refused):
    """A parcel on a pick-up may not leave: its label is void, or its shipment was opened meanwhile."""

    code = "manifest.not_fit"

    def __init__(self, number: str, sscc: Sequence[str]) -> None:
        named = ", ".join(sscc[:_SHOWN]) + (", ..." if len(sscc) > _SHOWN else "")
        super().__init__(
            f"{len(sscc)} parcel(s) on {number} have a void label or an open shipment: {named}.",
            hint="Take them off the truck and off the pick-up, and pack them again.",
            number=number,
            parcels=list(sscc),
        )


class ProofMissing(Refused):
    """Whoever takes the parcels signs, or gives a name."""

    code = "manifest.proof_missing"

    def __init__(self, number: str) -> None:
        super().__init__(
            f"Nobody has signed for {number}.",
            hint="Let the driver sign on the screen, or type the driver's name.",
            number=number,
        )


class PartsMissing(Refused):
    """Some shipments are not whole on what was handed over: they stay open until the rest leaves."""

    code = "manifest.parts_missing"

    def __init__(self, number: str, shipments: Sequence[str], parcels: int) -> None:
        named = ", ".join(shipments[:_SHOWN]) + (", ..." if len(shipments) > _SHOWN else "")
        super().__init__(
            f"{parcels} parcel(s) of {named} are not on {number}.",
            hint="Load them too, or hand over without them: those shipments stay open until the rest leaves.",
            number=number,
            shipments=list(shipments),
            parcels=parcels,
        )


@dataclass(frozen=True, slots=True)
class OpenedPickUp:
    """A pick-up that parcels can be scanned onto."""

    manifest_id: int
    number: str


@dataclass(frozen=True, slots=True)
class PickUpStep:
    """A pick-up after a step."""

    manifest_id: int
    number: str
    state: str


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What the carrier took: parcels, the shipments that left whole, and those (`staying`) of which parcels are still here."""

    manifest_id: int
    number: str
    parcels: int
    shipments: int
    pieces: int
    staying: tuple[str, ...]
    closed_orders: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A hand-over that did not happen: parcels stand here again, shipments wait again, orders are open again."""

    manifest_id: int
    number: str
    parcels: int
    shipments: int
    reopened_orders: tuple[int, ...]


_CARRIER = sa.select(Carrier.id, Carrier.name, Carrier.active, Carrier.kind).where(
    Carrier.id == sa.bindparam("carrier")
)
_WAREHOUSE = sa.select(Warehouse.id).where(Warehouse.id == sa.bindparam("warehouse"))
_NEW = sa.insert(Manifest).returning(Manifest.id)
HEAD = (
    sa.select(
        *(Manifest.id, Manifest.number, Manifest.state, Manifest.carrier_id, Manifest.warehouse_id),
        *(
            Manifest.vehicle,
            Manifest.driver,
            Carrier.name.label("carrier"),
            Carrier.kind,
            Warehouse.time_zone,
        ),
        utc_now().label("now"),
    )
    .join(Carrier, Carrier.id == Manifest.carrier_id)
    .join(Warehouse, Warehouse.id == Manifest.warehouse_id)
    .where(Manifest.id == sa.bindparam("manifest"))
)
_LOCKED = HEAD.with_for_update(of=Manifest, key_share=True)
_ON_IT = sa.select(Package.shipment_id).where(
    Package.manifest_id == sa.bindparam("manifest"), Package.shipment_id.is_not(None)
)
_PALLETS = (
    sa.select(Package.id, Package.state)
    .where(Package.manifest_id == sa.bindparam("manifest"), Package.kind == "pallet")
    .order_by(Package.id)
    .with_for_update(of=Package, key_share=True)
)
_EMPTIED = sa.update(Package).where(Package.manifest_id == sa.bindparam("manifest")).values(manifest_id=None)


@use_case(Permission.SHIPMENT_SHIP)
def open_manifest(tx: Transaction, carrier_id: int, warehouse_id: int, vehicle: str = "") -> OpenedPickUp:
    """Open a pick-up of a carrier at a warehouse; `vehicle` is its number plate, where that is known.

    A carrier with whom files are exchanged is asked to come, once this is committed.

    Raises:
        NotFound: there is no such carrier or warehouse.
        Refused: the carrier is not active.
        BadInput: the vehicle cannot be written.
    """
    carrier = must_find(tx.execute(_CARRIER, {"carrier": carrier_id}).first(), "carrier", carrier_id)
    must_find(tx.execute(_WAREHOUSE, {"warehouse": warehouse_id}).first(), "warehouse", warehouse_id)
    if not carrier.active:
        raise Refused(
            f"{carrier.name} is not used any more.", hint="Choose another carrier.", carrier=carrier.name
        )
    (number,) = tx.numbers("PU")
    values = {"number": number, "carrier_id": carrier_id, "warehouse_id": warehouse_id}
    values["vehicle"] = free_text(vehicle, "vehicle", 40)
    values["driver"] = ""
    made: int = tx.execute(_NEW, values).scalar_one()
    tx.changed("manifest", made)
    if carrier.kind != OURS:
        ask_to_come(tx, made)
    return OpenedPickUp(made, number)


@use_case(Permission.SHIPMENT_SHIP)
def reopen_manifest(tx: Transaction, manifest_id: int) -> PickUpStep:
    """Go on loading a pick-up that was closed; its paper is worth nothing any more.

    Raises:
        Conflict: it is not closed, or was handed over.
        NotFound: there is no such pick-up.
    """
    head = lock_manifest(tx, manifest_id, ("closed",), "open it again")
    gone = {"closed_at": None, "paper_sha": None, "table_sha": None}
    move_state(tx, MANIFEST, [manifest_id], "reopen", gone)
    return PickUpStep(manifest_id, head.number, "open")


@use_case(Permission.SHIPMENT_SHIP)
def cancel_manifest(tx: Transaction, manifest_id: int) -> PickUpStep:
    """Give a pick-up up; the parcels on it wait for another one.

    Raises:
        Conflict: it is not open.
        NotFound: there is no such pick-up.
    """
    head = lock_manifest(tx, manifest_id, ("open",), "cancel it")
    if tx.execute(_EMPTIED, {"manifest": manifest_id}).rowcount:
        tx.changed("package")
    move_state(tx, MANIFEST, [manifest_id], "cancel")
    return PickUpStep(manifest_id, head.number, "cancelled")


@use_case(Permission.SHIPMENT_SHIP)
def hand_over_manifest(
    tx: Transaction,
    manifest_id: int,
    driver: str = "",
    vehicle: str = "",
    signature: bytes = b"",
    partly: bool = False,
) -> HandedOver:
    """Hand a closed pick-up over: its parcels are loaded, and every shipment that is whole with it leaves, all in one.

    Args:
        tx: The transaction.
        manifest_id: The pick-up.
        driver: Who takes the parcels, as typed; may be empty where somebody signs.
        vehicle: The number plate; empty leaves what was known.
        signature: A PNG that was drawn on the screen; may be empty where a name is typed.
        partly: Go ahead although parcels of some shipments are missing; those shipments stay packed.

    Raises:
        ProofMissing: neither a name nor a signature.
        NotFit: a parcel has no label that holds.
        PartsMissing: some shipments are not whole, and `partly` was not chosen.
        BadInput: the signature is no PNG, or a name cannot be written.
        Conflict: it is not closed, or a shipment was changed meanwhile.
        NotFound: there is no such pick-up.
    """
    name, plate = free_text(driver, "driver", 80), free_text(vehicle, "vehicle", 40)
    head = lock_manifest(tx, manifest_id, ("closed",), "hand it over")
    if not name and not signature:
        raise ProofMissing(head.number)
    shipments, parcels = _all_of(tx, manifest_id)
    mine = [row for row in parcels if row.manifest_id == manifest_id]
    check_fit(head, mine, {one.id for one in shipments if one.state == "packed"})
    waiting = [row for row in parcels if row.manifest_id != manifest_id and row.state in _HERE]
    broken = {row.shipment_id for row in waiting}
    staying = tuple(one.number for one in shipments if one.id in broken)
    if staying and not partly:
        raise PartsMissing(head.number, staying, len(waiting))
    alone = [row.id for row in mine if row.shipment_id in broken]
    alone += [row.id for row in tx.execute(_PALLETS, {"manifest": manifest_id})]
    move_state(tx, PACKAGE, alone, "load")
    leaving = [one for one in shipments if one.id not in broken]
    whole = [row for row in parcels if row.shipment_id not in broken]
    left = send(tx, leaving, whole, {"pick_up": head.number})
    values: dict[str, object] = {"handed_at": head.now, "handed_by": tx.actor, "driver": name}
    values["vehicle"] = plate or head.vehicle
    if signature:
        values["signature_sha"] = store_signature(tx, signature)
    move_state(tx, MANIFEST, [manifest_id], "hand_over", values)
    return HandedOver(
        *(manifest_id, head.number, len(mine), len(leaving), sum(left.pieces.values())),
        *(staying, left.closed_orders),
    )


@use_case(Permission.SHIPMENT_SHIP)
def take_back_manifest(tx: Transaction, manifest_id: int) -> TakenBack:
    """Take a hand-over back that did not happen: mirrored ledger rows, all its parcels stand here again, on the closed pick-up.

    Parcels that left with another pick-up stay where they are; their shipments wait for what came back.

    Raises:
        Conflict: it is not handed over, or a shipment arrived or a parcel was lost meanwhile.
        RuleBroken: some of the goods came back as a return meanwhile.
        NotFound: there is no such pick-up.
    """
    head = lock_manifest(tx, manifest_id, ("handed_over",), "take it back")
    shipments, parcels = _all_of(tx, manifest_id)
    mine = [row for row in parcels if row.manifest_id == manifest_id]
    arrived = [one.number for one in shipments if one.state == "delivered"]
    gone = [row.sscc for row in mine if row.state != "loaded"]
    if arrived or gone:
        what = ", ".join((arrived or gone)[:_SHOWN])
        raise Conflict(
            f"{head.number} cannot be taken back: {what} arrived or was lost on the way.",
            hint="Take that back first; or send only single shipments back.",
            number=head.number,
            delivered=arrived,
            parcels=gone,
        )
    shipped = [one for one in shipments if one.state == "shipped"]
    back = call_back(tx, shipped, mine, {"pick_up": head.number})
    pallets = [row.id for row in tx.execute(_PALLETS, {"manifest": manifest_id}) if row.state == "loaded"]
    move_state(tx, PACKAGE, pallets, "unload")
    values = {"handed_at": None, "handed_by": "", "driver": "", "signature_sha": None}
    move_state(tx, MANIFEST, [manifest_id], "take_back", values)
    return TakenBack(manifest_id, head.number, len(mine), len(shipped), back.reopened_orders)


_HERE = ("open", "closed", "labelled")
"""States of parcels that have not left."""


def lock_manifest(tx: Transaction, manifest_id: int, states: tuple[str, ...], verb: str) -> Any:
    """A pick-up in one of these states, locked against loading and every other step.

    Raises:
        NotFound: there is no such pick-up.
        Conflict: it is in another state.
    """
    head = must_find(tx.execute(_LOCKED, {"manifest": manifest_id}).first(), "pick-up", manifest_id)
    require_state(head, states, verb)
    return head


def require_state(head: Any, states: tuple[str, ...], verb: str) -> None:
    """Go on only where a pick-up is in one of these states.

    Raises:
        Conflict: it is not.
    """
    if head.state not in states:
        raise Conflict(
            f"Pick-up {head.number} is {head.state.replace('_', ' ')}; to {verb} it must be"
            f" {' or '.join(states).replace('_', ' ')}.",
            hint="Look at it again; another desk may have been first.",
            number=head.number,
            state=head.state,
        )


def check_fit(head: Any, parcels: Sequence[Any], packed: set[int] | None = None) -> None:
    """Nothing leaves whose label is void, or that was opened again.

    Raises:
        NothingLoaded: there is no parcel.
        NotFit: names the parcels.
    """
    if not parcels:
        raise NothingLoaded(head.number)
    unfit = [
        row.sscc
        for row in parcels
        if row.state != "labelled"
        or not row.labelled
        or (packed is not None and row.shipment_id not in packed)
    ]
    if unfit:
        raise NotFit(head.number, unfit)


def parcels_on(tx: Transaction, manifest_id: int) -> list[Any]:
    """The parcels on a pick-up, locked, beneath their shipments."""
    return [row for row in _all_of(tx, manifest_id)[1] if row.manifest_id == manifest_id]


def _all_of(tx: Transaction, manifest_id: int) -> tuple[list[Any], list[Any]]:
    """The shipments that have parcels on a pick-up, and all their parcels, locked in the order that everybody takes."""
    ids = set(tx.execute(_ON_IT, {"manifest": manifest_id}).scalars())
    if not ids:
        return [], []
    return lock_heads(tx, ids), lock_parcels(tx, ids)


def store_signature(tx: Transaction, png: bytes) -> str:
    """Keep a signature that was drawn on the screen; its hash.

    Raises:
        BadInput: it is no PNG, or larger than any drawn signature.
    """
    if not _is_drawn(png):
        raise BadInput(
            "This is no signature from the screen.", hint="Let it be drawn again.", field="signature"
        )
    return insert_blob(tx, png, SIGNATURE)


def _is_drawn(png: bytes) -> bool:
    """Whether these bytes are a whole PNG of the size that a screen draws: what is stored can be set on paper."""
    if not png.startswith(_PNG) or len(png) > _LARGEST:
        return False
    try:
        with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
            fits = max(image.size) <= _WIDEST
            image.verify()
    except (OSError, SyntaxError, ValueError):
        return False
    return fits
