"""A shipment and its parcels as packing needs them: locked, a parcel made, the shipment declared packed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import sqlalchemy as sa

from app.database import Transaction
from app.domain.codes import make_sscc
from app.domain.flow import SHIPMENT
from app.errors import Conflict, Refused
from app.models import AppMeta, CarrierService, Package, Product, Shipment, ShipmentLine
from app.models.base import utc_now
from app.queries.bench_steps import PARK
from app.services.bench_steps import cross_off
from app.services.choosing import LIMITS
from app.services.pickup_letters import OPENED_AGAIN, ready_to_fetch, recall_ready
from app.services.rows import must_find
from app.services.shipments import record_events
from app.services.states import move_state


class PackedByOther(Refused):
    """Somebody else packs this shipment."""

    code = "shipment.packed_by_other"

    def __init__(self, shipment: str, packer: str) -> None:
        super().__init__(
            f"{packer} is packing {shipment}.",
            hint="Take another one, or join on purpose.",
            shipment=shipment,
            packer=packer,
        )


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


@dataclass(frozen=True, slots=True)
class Parcel:
    """A parcel; `finished` when with it the whole shipment is packed."""

    package_id: int
    sscc: str
    position: int
    shipment_id: int
    finished: bool = False


_P = cast("sa.Table", Package.__table__)
_HEAD = (
    sa.select(
        *(Shipment.id, Shipment.number, Shipment.state, Shipment.order_id, Shipment.packer, Shipment.parked),
        *(AppMeta.sscc_prefix, AppMeta.tolerance_permille, AppMeta.tolerance_g),
        *(Shipment.carrier_service_id, *LIMITS, utc_now().label("now")),
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
        sa.select(sa.func.coalesce(sa.func.sum(ShipmentLine.reserved), 0))
        .where(ShipmentLine.shipment_id == Shipment.id)
        .scalar_subquery()
        .label("reserved"),
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
)
_LOCK = (
    sa.select(Shipment.id)
    .where(Shipment.id == sa.bindparam("shipment"))
    .with_for_update(of=Shipment, key_share=True)
)
"""Locked before it is read: a statement that waits for a lock counts parcels and pieces as they were before it waited."""
_LOCK_PARCEL = sa.select(_P.c.id).where(_P.c.id == sa.bindparam("package")).with_for_update(key_share=True)
_SHIPMENT_OF = sa.select(_P.c.shipment_id).where(_P.c.id == sa.bindparam("package"), _P.c.kind == "parcel")
PARCEL = sa.select(_P.c.id, _P.c.sscc, _P.c.position, _P.c.state, _P.c.shipment_id).where(
    _P.c.id == sa.bindparam("package")
)
_NEW = sa.insert(_P).returning(_P.c.id)
_GO_ON = (
    sa.update(Shipment)
    .where(Shipment.id == sa.bindparam("shipment"))
    .values(parked="", version=Shipment.version + 1)
)


def hold_shipment(tx: Transaction, shipment_id: int) -> None:
    """Lock a shipment; what is read next is what other desks have made of it."""
    tx.execute(_LOCK, {"shipment": shipment_id})


def lock_head(tx: Transaction, shipment_id: int) -> Any:
    """A shipment, locked, with what packing needs to know of it.

    Raises:
        NotFound: there is no such shipment.
    """
    hold_shipment(tx, shipment_id)
    return must_find(tx.execute(_HEAD, {"shipment": shipment_id}).first(), "shipment", shipment_id)


def begin(tx: Transaction, head: Any, *, join: bool = False) -> str:
    """Make the actor the packer of a locked shipment, which waits no more; gives who packs it.

    Raises:
        PackedByOther: somebody else packs it, and joining was not asked for.
        Conflict: it is not ready to pack.
    """
    if head.state == "picked":
        if head.parked:
            cross_off(tx, head.id, PARK, "It is gone on with.")
        move_state(tx, SHIPMENT, [head.id], "start_pack", {"packer": tx.actor, "parked": ""})
        record_events(tx, [(head.order_id, "packing", {"shipment": head.number, "packer": tx.actor})])
        return tx.actor
    if head.state != "packing":
        raise Conflict(
            f"Shipment {head.number} is {head.state}, not ready to pack.",
            hint="Look at it again.",
            shipment=head.number,
            state=head.state,
        )
    if head.packer not in ("", tx.actor):
        if not join:
            raise PackedByOther(head.number, head.packer)
        record_events(tx, [(head.order_id, "packing_joined", {"shipment": head.number, "packer": tx.actor})])
    if head.parked:
        cross_off(tx, head.id, PARK, "It is gone on with.")
        tx.execute(_GO_ON, {"shipment": head.id})
        tx.changed("shipment", head.id)
    return str(head.packer)


def new_package(tx: Transaction, head: Any, **values: Any) -> Parcel:
    """Insert a parcel with its SSCC into a locked shipment."""
    (serial,) = tx.serials("SSCC", 1)
    sscc = make_sscc(head.sscc_prefix, serial)
    row = {"shipment_id": head.id, "sscc": sscc, "position": head.parcels + 1} | values
    package_id: int = tx.execute(_NEW, row).scalar_one()
    tx.changed("package", package_id)
    tx.changed("shipment", head.id)
    return Parcel(package_id, sscc, head.parcels + 1, head.id)


def finish(tx: Transaction, head: Any, parcels: int, values: dict[str, object] | None = None) -> None:
    """Declare a shipment packed of which everything lies in closed parcels; what is fetched gets a code.

    The customer is told the code.

    Args:
        tx: The transaction.
        head: From `lock_head`.
        parcels: How many there are.
        values: Columns of the shipment that change with it.

    Raises:
        Conflict: it waits for goods that were short at the bench.
    """
    if head.reserved:
        raise Conflict(
            f"{head.number} waits for {head.reserved} pieces that are still to come.",
            hint="Park it; a supervisor looks for them, or lets it go without.",
            shipment=head.number,
            pieces=int(head.reserved),
        )
    move_state(tx, SHIPMENT, [head.id], "finish_pack", values)
    ready_to_fetch(tx, head.id)
    record_events(tx, [(head.order_id, "packed", {"shipment": head.number, "parcels": parcels})])


def reopen(tx: Transaction, shipment_id: int) -> None:
    """Take it back that a locked shipment is packed; a letter that it is ready to be fetched is called back, unless it went.

    Raises:
        Conflict: it is not packed.
    """
    move_state(tx, SHIPMENT, [shipment_id], "reopen_pack")
    recall_ready(tx, [shipment_id], OPENED_AGAIN)


def lock_parcel(tx: Transaction, package_id: int) -> tuple[Any, Any]:
    """A parcel under its own lock and that of its shipment, and the shipment.

    Its own, too: who keeps a label that was bought holds that one alone.
    """
    shipment = must_find(tx.execute(_SHIPMENT_OF, {"package": package_id}).first(), "parcel", package_id)
    head = lock_head(tx, shipment.shipment_id)
    tx.execute(_LOCK_PARCEL, {"package": package_id})
    return head, tx.execute(PARCEL, {"package": package_id}).one()


def require(head: Any, states: tuple[str, ...], verb: str) -> None:
    """Go on only with a shipment in one of these states.

    Raises:
        Conflict: it is in another.
    """
    if head.state not in states:
        raise Conflict(
            f"Shipment {head.number} is {head.state}; to {verb} it must be {' or '.join(states)}.",
            hint="Look at it again; another desk may have been first.",
            shipment=head.number,
            state=head.state,
        )
