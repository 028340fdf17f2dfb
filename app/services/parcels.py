"""Parcels: opened, filled, closed, opened again; and a whole shipment in one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import PACKAGE, SHIPMENT
from app.domain.permissions import Permission
from app.domain.rates import Measures
from app.domain.text import kilograms
from app.errors import BadInput, Conflict, Refused
from app.models import (
    Allocation,
    Location,
    Package,
    PackageLine,
    Product,
    ShipmentLine,
    ShippingLabel,
)
from app.queries.bench_steps import CLOSE, FURTHER
from app.services.bench_steps import cross_off, cross_off_step, keep_step, step_to_undo
from app.services.choosing import check_parcel
from app.services.context import use_case
from app.services.pallet_states import refuse_on_pallet
from app.services.parcel_rows import (
    NotAllPacked,
    Parcel,
    finish,
    lock_head,
    lock_parcel,
    new_package,
    reopen,
    require,
)
from app.services.parcel_weight import HEAVIEST_G, box_values, content_of, judge_weight
from app.services.purchases import void_label
from app.services.shipments import record_events
from app.services.states import move_state


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
class Packed:
    """A shipment in one parcel."""

    shipment_id: int
    package_id: int
    sscc: str
    pieces: int


_P = cast("sa.Table", Package.__table__)
_L = cast("sa.Table", PackageLine.__table__)
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
_DROP = sa.delete(_P).where(
    _P.c.id == sa.bindparam("package"),
    _P.c.state == "open",
    ~sa.exists().where(_L.c.package_id == _P.c.id),
    ~sa.exists().where(ShippingLabel.package_id == _P.c.id),
)
_LATER = _P.alias("later")
_DROP_EMPTY = sa.delete(_P).where(
    _P.c.shipment_id == sa.bindparam("shipment"),
    _P.c.state == "open",
    ~sa.exists().where(_L.c.package_id == _P.c.id),
    ~sa.exists().where(ShippingLabel.package_id == _P.c.id),
    ~sa.exists().where(
        _LATER.c.shipment_id == _P.c.shipment_id,
        _LATER.c.position > _P.c.position,
        sa.or_(
            sa.exists().where(_L.c.package_id == _LATER.c.id),
            sa.exists().where(ShippingLabel.package_id == _LATER.c.id),
        ),
    ),
)
"""Empty parcels at the end of a shipment, as when their goods were moved into one before."""
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
    require(head, ("packing",), "open a parcel")
    parcel = new_package(tx, head)
    keep_step(tx, head.id, FURTHER, f"Parcel {parcel.position} is begun.", package=parcel.package_id)
    return parcel


@use_case(Permission.SHIPMENT_PACK)
def close_package(
    tx: Transaction,
    package_id: int,
    weight_g: int = 0,
    box: str = "",
    size_mm: tuple[int, int, int] = (0, 0, 0),
    weighed: str = "",
    carton_id: int = 0,
    reason: str = "",
) -> Parcel:
    """Close a parcel with its weight; when nothing is left to pack and no parcel is open, the shipment is packed.

    Empty parcels after the last that holds anything go then, unless they had a label once.

    Args:
        tx: The transaction.
        package_id: An open parcel.
        weight_g: What it weighs.
        box: What it is packed in, where that is none of our boxes; with outer `size_mm`.
        size_mm: Length, width, height.
        weighed: Where the weight comes from: 'scale' and 'typed' are held against what goods and box should weigh,
            'computed' takes just that, '' tells nothing of it.
        carton_id: The box, where none was chosen before; 0 for none.
        reason: Why a weight is right that is not the expected one (`parcel_weight.REASONS`).

    Raises:
        BadInput: a weight or size that no parcel has.
        TooMuchForService: the carrier's service does not take it; names those that do.
        WeightOff: the weight is not the expected one, and no reason is given.
        Overloaded: the box does not bear the goods.
        Refused: the parcel is empty.
        Conflict: it is not open.
        NotFound: there is no such parcel or box.
    """
    if not 0 <= weight_g <= HEAVIEST_G or any(side < 0 for side in size_mm):
        raise BadInput(
            f"A parcel does not weigh {kilograms(weight_g)}.",
            hint="Read the scale again.",
            field="weight_g",
            value=weight_g,
        )
    head, parcel = lock_parcel(tx, package_id)
    content = content_of(tx, package_id, carton_id)
    if not content.pieces:
        raise Refused(f"Parcel {parcel.position} is empty.", hint="Scan what goes into it.", sscc=parcel.sscc)
    weight, apart = judge_weight(content, head, parcel, weight_g, weighed, reason)
    values = {"closed_at": head.now, "weight_g": weight, "expected_g": content.expected_g, "weighed": weighed}
    outside, kept = box_values(content, box, size_mm)
    check_parcel(tx, head.id, head, Measures(weight, *outside))
    values |= kept
    move_state(tx, PACKAGE, [package_id], "close", values)
    tx.changed("shipment", head.id)
    words = f"Parcel {parcel.position} is closed."
    keep_step(tx, head.id, CLOSE, words, package=package_id, was=content.chosen_id)
    if apart:
        facts = {"shipment": head.number, "parcel": parcel.position, "weight_g": weight}
        facts |= {"expected_g": content.expected_g, "reason": reason}
        record_events(tx, [(head.order_id, "weight_accepted", facts)])
    everything = head.packed == head.picked and not head.reserved
    gone = 0
    if everything and head.open_parcels > 1:
        gone = tx.execute(_DROP_EMPTY, {"shipment": head.id}).rowcount
    done = everything and head.open_parcels - gone == 1
    if done:
        finish(tx, head, head.parcels - gone)
    return Parcel(package_id, parcel.sscc, parcel.position, head.id, done)


@use_case(Permission.SHIPMENT_PACK)
def drop_package(tx: Transaction, package_id: int) -> Parcel:
    """Take back a parcel that was opened and is not needed; its SSCC is not used again.

    When nothing is left to pack and no other parcel is open, the shipment is packed.

    Raises:
        ParcelKept: it is not empty, had a label once, or is not the last of its shipment (they are numbered 1, 2, ...).
        NotFound: there is no such parcel.
    """
    head, parcel = lock_parcel(tx, package_id)
    begun = step_to_undo(tx, head.id, FURTHER, package_id=package_id)  # while the parcel is there
    if parcel.position != head.parcels or tx.execute(_DROP, {"package": package_id}).rowcount != 1:
        raise ParcelKept(parcel.position, parcel.sscc)
    cross_off_step(tx, begun, f"Parcel {parcel.position} is gone.")
    tx.changed("package", package_id)
    tx.changed("shipment", head.id)
    done = (
        head.state == "packing"
        and head.packed == head.picked > 0
        and head.open_parcels == 1
        and not head.reserved
    )
    if done:
        finish(tx, head, head.parcels - 1)
    return Parcel(package_id, parcel.sscc, parcel.position, head.id, done)


@use_case(Permission.SHIPMENT_PACK)
def reopen_package(tx: Transaction, package_id: int) -> Parcel:
    """Open a closed parcel again; its label is void and must not be used, the shipment is being packed again.

    A label that a carrier sold, or was asked for, is taken back there.

    Raises:
        OnPallet: it stands on a pallet.
        Conflict: it is open, or has left.
        NotFound: there is no such parcel.
    """
    head, parcel = lock_parcel(tx, package_id)
    refuse_on_pallet(tx, package_id, head.number)
    void_label(tx, package_id)
    move_state(tx, PACKAGE, [package_id], "reopen", {"closed_at": None})
    if head.state == "packed":
        reopen(tx, head.id)
    tx.changed("shipment", head.id)
    cross_off(tx, head.id, CLOSE, f"Parcel {parcel.position} is open again.", package_id=package_id)
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
    require(head, ("packing",), "finish packing")
    missing = tuple((row.sku, row.qty) for row in tx.execute(_MISSING, {"shipment": shipment_id}))
    if missing or head.open_parcels:
        raise NotAllPacked(head.number, missing, head.open_parcels)
    finish(tx, head, head.parcels)
    return str(head.number)


@use_case(Permission.SHIPMENT_PACK)
def reopen_packing(tx: Transaction, shipment_id: int) -> str:
    """Go back to packing while the shipment has not left; gives its number.

    Raises:
        Conflict: the shipment is not packed.
        NotFound: there is no such shipment.
    """
    head = lock_head(tx, shipment_id)
    reopen(tx, shipment_id)
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
    require(head, ("picked", "packing"), "pack")
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
    values: dict[str, object] | None = {"packer": tx.actor} if not head.packer else None
    finish(tx, head, parcel.position, values)
    keep_step(tx, head.id, CLOSE, f"Parcel {parcel.position} is closed.", package=parcel.package_id)
    return Packed(shipment_id, parcel.package_id, parcel.sscc, int(head.picked))
