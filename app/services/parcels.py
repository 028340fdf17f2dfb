"""Parcels: opened, filled, closed, opened again; and a whole shipment in one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import sqlalchemy as sa

from app.database import Transaction
from app.domain.codes import make_sscc
from app.domain.flow import PACKAGE, SHIPMENT
from app.domain.permissions import Permission
from app.domain.rates import Measures
from app.errors import BadInput, Conflict, Refused
from app.models import (
    Allocation,
    AppMeta,
    CarrierService,
    Location,
    Package,
    PackageLine,
    Product,
    Shipment,
    ShipmentLine,
    ShippingLabel,
)
from app.models.base import utc_now
from app.services.choosing import LIMITS, check_parcel
from app.services.context import use_case
from app.services.purchases import void_label
from app.services.rows import must_find
from app.services.shipments import record_events
from app.services.states import move_state

HEAVIEST_G = 2_000_000
"""No parcel weighs more than two tonnes; a larger number is a slip of the scale."""


class NotAllPacked(Refused):
    """Something that was picked lies in no parcel, or a parcel is still open."""

    code = "shipment.not_all_packed"

    def __init__(self, shipment: str, missing: tuple[tuple[str, int], ...], open_parcels: int) -> None:
        words = ", ".join(f"{qty} {sku}" for sku, qty in missing) or f"{open_parcels} open parcel(s)"
        super().__init__(
            f"{shipment} is not complete: {words}.",
            hint="Scan what is missing and close the parcel.",
            shipment=shipment,
            missing=[{"sku": sku, "qty": qty} for sku, qty in missing],
            open_parcels=open_parcels,
        )


class ParcelKept(Refused):
    """Only an empty parcel that never had a label, and the last of its shipment, goes as if it had never been."""

    code = "parcel.kept"

    def __init__(self, position: int, sscc: str) -> None:
        super().__init__(
            f"Parcel {position} stays.",
            hint="Only the last parcel can go, and only empty and without any label; move its goods to another first.",
            position=position,
            sscc=sscc,
        )


class SerialNeeded(Refused):
    """Goods with serial numbers are packed by scanning them."""

    code = "packing.serial_needed"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A parcel; `finished` when with it the whole shipment is packed."""

    package_id: int
    sscc: str
    position: int
    shipment_id: int
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Packed:
    """A shipment in one parcel."""

    shipment_id: int
    package_id: int
    sscc: str
    pieces: int


_P = cast("sa.Table", Package.__table__)
_L = cast("sa.Table", PackageLine.__table__)
_HEAD = (
    sa.select(
        *(Shipment.id, Shipment.number, Shipment.state, Shipment.order_id, Shipment.packer),
        *(Shipment.carrier_service_id, *LIMITS, AppMeta.sscc_prefix, utc_now().label("now")),
        sa.select(sa.func.coalesce(sa.func.max(Package.position), 0))
        .where(Package.shipment_id == Shipment.id)
        .scalar_subquery()
        .label("parcels"),
        sa.select(sa.func.count(Package.id))
        .where(Package.shipment_id == Shipment.id, Package.state == "open")
        .scalar_subquery()
        .label("open_parcels"),
        sa.select(sa.func.coalesce(sa.func.sum(ShipmentLine.picked), 0))
        .where(ShipmentLine.shipment_id == Shipment.id)
        .scalar_subquery()
        .label("picked"),
        sa.select(sa.func.coalesce(sa.func.sum(ShipmentLine.packed), 0))
        .where(ShipmentLine.shipment_id == Shipment.id)
        .scalar_subquery()
        .label("packed"),
        sa.select(sa.func.coalesce(sa.func.sum(ShipmentLine.picked * Product.weight_g), 0))
        .join(Product, Product.id == ShipmentLine.product_id)
        .where(ShipmentLine.shipment_id == Shipment.id)
        .scalar_subquery()
        .label("weight"),
        sa.exists()
        .where(
            ShipmentLine.shipment_id == Shipment.id,
            Product.id == ShipmentLine.product_id,
            Product.serial_tracked,
        )
        .label("serials"),
    )
    .select_from(Shipment)
    .join(AppMeta, AppMeta.id == 1)
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .where(Shipment.id == sa.bindparam("shipment"))
    .with_for_update(of=Shipment, key_share=True)
)
_SHIPMENT_OF = sa.select(_P.c.shipment_id).where(_P.c.id == sa.bindparam("package"))
PARCEL = sa.select(_P.c.id, _P.c.sscc, _P.c.position, _P.c.state, _P.c.shipment_id).where(
    _P.c.id == sa.bindparam("package")
)
_NEW = sa.insert(_P).returning(_P.c.id)
_ALL_GOODS = sa.insert(_L).from_select(
    ["package_id", "shipment_line_id", "lot_id", "qty"],
    sa.select(
        sa.bindparam("package", type_=sa.BigInteger),
        Allocation.shipment_line_id,
        Allocation.lot_id,
        sa.func.sum(Allocation.qty),
    )
    .join(ShipmentLine, ShipmentLine.id == Allocation.shipment_line_id)
    .join(Location, Location.id == Allocation.location_id)
    .where(ShipmentLine.shipment_id == sa.bindparam("shipment"), Allocation.qty > 0, ~Location.sellable)
    .group_by(Allocation.shipment_line_id, Allocation.lot_id)
    .order_by(Allocation.shipment_line_id, Allocation.lot_id),
    include_defaults=False,
)
_PIECES = sa.select(sa.func.coalesce(sa.func.sum(_L.c.qty), 0)).where(
    _L.c.package_id == sa.bindparam("package")
)
_DROP = sa.delete(_P).where(
    _P.c.id == sa.bindparam("package"),
    _P.c.state == "open",
    ~sa.exists().where(_L.c.package_id == _P.c.id),
    ~sa.exists().where(ShippingLabel.package_id == _P.c.id),
)
_MISSING = (
    sa.select(Product.sku, (ShipmentLine.picked - ShipmentLine.packed).label("qty"))
    .join(Product, Product.id == ShipmentLine.product_id)
    .where(ShipmentLine.shipment_id == sa.bindparam("shipment"), ShipmentLine.picked > ShipmentLine.packed)
    .order_by(ShipmentLine.id)
)


@use_case(Permission.SHIPMENT_PACK)
def open_package(tx: Transaction, shipment_id: int) -> Parcel:
    """Begin another parcel of a shipment that is being packed.

    Raises:
        Conflict: the shipment is not being packed.
        NotFound: there is no such shipment.
    """
    head = lock_head(tx, shipment_id)
    _require(head, ("packing",), "open a parcel")
    return new_package(tx, head)


def lock_head(tx: Transaction, shipment_id: int) -> Any:
    """A shipment, locked, with what packing needs to know of it.

    Raises:
        NotFound: there is no such shipment.
    """
    return must_find(tx.execute(_HEAD, {"shipment": shipment_id}).first(), "shipment", shipment_id)


def new_package(tx: Transaction, head: Any, **values: Any) -> Parcel:
    """Insert a parcel with its SSCC into a locked shipment."""
    (serial,) = tx.serials("SSCC", 1)
    sscc = make_sscc(head.sscc_prefix, serial)
    row = {"shipment_id": head.id, "sscc": sscc, "position": head.parcels + 1}
    package_id: int = tx.execute(_NEW, row | values).scalar_one()
    tx.changed("package", package_id)
    tx.changed("shipment", head.id)
    return Parcel(package_id, sscc, head.parcels + 1, head.id)


@use_case(Permission.SHIPMENT_PACK)
def close_package(
    tx: Transaction, package_id: int, weight_g: int, box: str = "", size_mm: tuple[int, int, int] = (0, 0, 0)
) -> Parcel:
    """Close a parcel with its weight; when nothing is left to pack and no parcel is open, the shipment is packed.

    Raises:
        BadInput: a weight or size that no parcel has.
        TooMuchForService: the carrier's service does not take it; names those that do.
        Refused: the parcel is empty.
        Conflict: it is not open.
        NotFound: there is no such parcel.
    """
    if not 0 <= weight_g <= HEAVIEST_G or any(side < 0 for side in size_mm):
        raise BadInput(
            f"A parcel does not weigh {weight_g} g.",
            hint="Read the scale again.",
            field="weight_g",
            value=weight_g,
        )
    head, parcel = _lock_parcel(tx, package_id)
    if not tx.execute(_PIECES, {"package": package_id}).scalar_one():
        raise Refused(f"Parcel {parcel.position} is empty.", hint="Scan what goes into it.", sscc=parcel.sscc)
    check_parcel(tx, head.id, head, Measures(weight_g, *size_mm))
    values = {"closed_at": head.now, "weight_g": weight_g, "box": box}
    values |= dict(zip(("length_mm", "width_mm", "height_mm"), size_mm, strict=True))
    move_state(tx, PACKAGE, [package_id], "close", values)
    tx.changed("shipment", head.id)
    done = head.packed == head.picked and head.open_parcels == 1
    if done:
        _finish(tx, head, head.parcels)
    return Parcel(package_id, parcel.sscc, parcel.position, head.id, done)


@use_case(Permission.SHIPMENT_PACK)
def drop_package(tx: Transaction, package_id: int) -> Parcel:
    """Take back a parcel that was opened and is not needed; its SSCC is not used again.

    When nothing is left to pack and no other parcel is open, the shipment is packed.

    Raises:
        ParcelKept: it is not empty, had a label once, or is not the last of its shipment (they are numbered 1, 2, ...).
        NotFound: there is no such parcel.
    """
    head, parcel = _lock_parcel(tx, package_id)
    if parcel.position != head.parcels or tx.execute(_DROP, {"package": package_id}).rowcount != 1:
        raise ParcelKept(parcel.position, parcel.sscc)
    tx.changed("package", package_id)
    tx.changed("shipment", head.id)
    done = head.state == "packing" and head.packed == head.picked > 0 and head.open_parcels == 1
    if done:
        _finish(tx, head, head.parcels - 1)
    return Parcel(package_id, parcel.sscc, parcel.position, head.id, done)


@use_case(Permission.SHIPMENT_PACK)
def reopen_package(tx: Transaction, package_id: int) -> Parcel:
    """Open a closed parcel again; its label is void and must not be used, the shipment is being packed again.

    A label that a carrier sold, or was asked for, is taken back there.

    Raises:
        Conflict: it is open, or has left.
        NotFound: there is no such parcel.
    """
    head, parcel = _lock_parcel(tx, package_id)
    void_label(tx, package_id)
    move_state(tx, PACKAGE, [package_id], "reopen", {"closed_at": None})
    if head.state == "packed":
        move_state(tx, SHIPMENT, [head.id], "reopen_pack")
    tx.changed("shipment", head.id)
    record_events(tx, [(head.order_id, "parcel_reopened", {"shipment": head.number, "sscc": parcel.sscc})])
    return Parcel(package_id, parcel.sscc, parcel.position, head.id)


@use_case(Permission.SHIPMENT_PACK)
def finish_packing(tx: Transaction, shipment_id: int) -> str:
    """Declare a shipment packed; gives its number.

    Raises:
        NotAllPacked: something that was picked lies in no parcel, or a parcel is open.
        Conflict: the shipment is not being packed.
        NotFound: there is no such shipment.
    """
    head = lock_head(tx, shipment_id)
    _require(head, ("packing",), "finish packing")
    missing = tuple((row.sku, row.qty) for row in tx.execute(_MISSING, {"shipment": shipment_id}))
    if missing or head.open_parcels:
        raise NotAllPacked(head.number, missing, head.open_parcels)
    _finish(tx, head, head.parcels)
    return str(head.number)


@use_case(Permission.SHIPMENT_PACK)
def reopen_packing(tx: Transaction, shipment_id: int) -> str:
    """Go back to packing while the shipment has not left; gives its number.

    Raises:
        Conflict: the shipment is not packed.
        NotFound: there is no such shipment.
    """
    head = lock_head(tx, shipment_id)
    move_state(tx, SHIPMENT, [shipment_id], "reopen_pack")
    record_events(tx, [(head.order_id, "packing_reopened", {"shipment": head.number})])
    return str(head.number)


@use_case(Permission.SHIPMENT_PACK)
def leave_packing(tx: Transaction, shipment_id: int) -> str:
    """Give a shipment back unpacked, as it was when it was picked; gives its number. Undoes the opening at the bench.

    Raises:
        Conflict: it is not being packed, or something of it lies in a parcel.
        NotFound: there is no such shipment.
    """
    head = lock_head(tx, shipment_id)
    if head.packed:
        raise Conflict(
            f"{head.packed} pieces of {head.number} lie in parcels.",
            hint="Take them out of the parcels first.",
            shipment=head.number,
            packed=int(head.packed),
        )
    move_state(tx, SHIPMENT, [shipment_id], "unpack", {"packer": ""})
    record_events(tx, [(head.order_id, "packing_left", {"shipment": head.number})])
    return str(head.number)


@use_case(Permission.SHIPMENT_PACK)
def pack_all(tx: Transaction, shipment_id: int, weight_g: int = 0) -> Packed:
    """Put everything that was picked for a shipment into one closed parcel.

    Args:
        tx: The transaction.
        shipment_id: A picked shipment of which nothing is packed yet.
        weight_g: Read from the scale; 0 computes it from the products.

    Raises:
        SerialNeeded, TooMuchForService: serial numbers are scanned one by one; the service does not take so much at once.
        Conflict: the shipment is not picked, or its packing has begun.
        NotFound: there is no such shipment.
    """
    head = lock_head(tx, shipment_id)
    _require(head, ("picked", "packing"), "pack")
    if head.packed or not head.picked:
        raise Conflict(
            f"{head.number} is packed in part, or nothing is picked for it.",
            hint="Go on scanning at the bench.",
            shipment=head.number,
            packed=int(head.packed),
        )
    if head.open_parcels:
        raise Conflict(
            f"A parcel of {head.number} is open.",
            hint="Go on scanning into it, or drop it.",
            shipment=head.number,
            open_parcels=head.open_parcels,
        )
    if head.serials:
        raise SerialNeeded(
            f"{head.number} holds goods with serial numbers.",
            hint="Scan them one by one.",
            shipment=head.number,
        )
    weight = weight_g or min(int(head.weight), HEAVIEST_G)
    check_parcel(tx, head.id, head, Measures(weight))
    parcel = new_package(tx, head, state="closed", closed_at=head.now, weight_g=weight)
    tx.execute(_ALL_GOODS, {"package": parcel.package_id, "shipment": shipment_id})
    move_state(tx, SHIPMENT, [shipment_id], "finish_pack", None if head.packer else {"packer": tx.actor})
    record_events(tx, [(head.order_id, "packed", {"shipment": head.number, "parcels": parcel.position})])
    return Packed(shipment_id, parcel.package_id, parcel.sscc, int(head.picked))


def _finish(tx: Transaction, head: Any, parcels: int) -> None:
    move_state(tx, SHIPMENT, [head.id], "finish_pack")
    record_events(tx, [(head.order_id, "packed", {"shipment": head.number, "parcels": parcels})])


def _lock_parcel(tx: Transaction, package_id: int) -> tuple[Any, Any]:
    """A parcel under the lock of its shipment, and the shipment."""
    shipment = must_find(tx.execute(_SHIPMENT_OF, {"package": package_id}).first(), "parcel", package_id)
    head = lock_head(tx, shipment.shipment_id)
    return head, tx.execute(PARCEL, {"package": package_id}).one()


def _require(head: Any, states: tuple[str, ...], verb: str) -> None:
    if head.state not in states:
        raise Conflict(
            f"Shipment {head.number} is {head.state}; to {verb} it must be {' or '.join(states)}.",
            hint="Look at it again; another desk may have been first.",
            shipment=head.number,
            state=head.state,
        )
