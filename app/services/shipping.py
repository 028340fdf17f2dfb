"""Dispatch: parcels leave, arrive, and the guided way back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, cast

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import PACKAGE, SHIPMENT
from app.domain.permissions import Permission
from app.errors import Conflict, Refused
from app.models import (
    Allocation,
    Location,
    OrderLine,
    Package,
    PackageLine,
    Product,
    Shipment,
    ShipmentLine,
    ShippingLabel,
    StockMove,
)
from app.models.base import utc_now
from app.services.announcing import announce_shipped, recall_messages
from app.services.context import use_case
from app.services.ledger import LedgerRow, post_moves, reverse_moves
from app.services.order_rows import close_finished, reopen_unfinished
from app.services.rows import must_find
from app.services.shipments import record_events
from app.services.sites import standard_code
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
_CUSTOMER = (
    sa.select(Location.id)
    .where(Location.warehouse_id == Shipment.warehouse_id, Location.code == standard_code("customer"))
    .scalar_subquery()
)
_HAS_SERIALS = sa.exists().where(
    ShipmentLine.shipment_id == Shipment.id, Product.id == ShipmentLine.product_id, Product.serial_tracked
)
_HEAD = (
    sa.select(
        *(Shipment.id, Shipment.number, Shipment.state, Shipment.order_id, Shipment.carrier_service_id),
        *(_CUSTOMER.label("customer_place"), _HAS_SERIALS.label("has_serials"), utc_now().label("now")),
    )
    .where(Shipment.id == sa.bindparam("shipment"))
    .with_for_update(of=Shipment, key_share=True)
)
_PARCELS = (
    sa.select(Package.id, Package.state)
    .where(Package.shipment_id == sa.bindparam("shipment"))
    .order_by(Package.id)
)
_GOODS = (
    sa.select(
        *(
            Allocation.shipment_line_id,
            Allocation.product_id,
            Allocation.lot_id,
            Allocation.location_id,
            Allocation.qty,
        ),
        OrderLine.order_id,
    )
    .join(ShipmentLine, ShipmentLine.id == Allocation.shipment_line_id)
    .outerjoin(OrderLine, OrderLine.id == ShipmentLine.order_line_id)
    .where(ShipmentLine.shipment_id == sa.bindparam("shipment"), Allocation.qty > 0)
    .order_by(Allocation.shipment_line_id, Allocation.lot_id, Allocation.location_id)
)
_SERIALS = (
    sa.select(PackageLine.shipment_line_id, PackageLine.lot_id, PackageLine.serial_id)
    .join(Package, Package.id == PackageLine.package_id)
    .where(Package.shipment_id == sa.bindparam("shipment"), PackageLine.serial_id.is_not(None))
    .order_by(PackageLine.serial_id)
)
_PARCELS_WITH_LABEL = (
    sa.select(
        Package.id,
        sa.exists()
        .where(ShippingLabel.package_id == Package.id, ShippingLabel.voided_at.is_(None))
        .label("labelled"),
    )
    .where(Package.shipment_id == sa.bindparam("shipment"), Package.state == "loaded")
    .order_by(Package.id)
)
_M = cast("sa.Table", StockMove.__table__)
_UNDONE = _M.alias("undone")
_MOVES = (
    sa.select(_M.c.id, _M.c.qty, OrderLine.order_id)
    .join(ShipmentLine, ShipmentLine.id == _M.c.shipment_line_id)
    .outerjoin(OrderLine, OrderLine.id == ShipmentLine.order_line_id)
    .where(
        ShipmentLine.shipment_id == sa.bindparam("shipment"),
        _M.c.kind == "ship",
        _M.c.reverses_id.is_(None),
        ~sa.exists().where(_UNDONE.c.reverses_id == _M.c.id),
    )
)


@use_case(Permission.SHIPMENT_SHIP)
def ship_shipment(tx: Transaction, shipment_id: int) -> Shipped:
    """Hand a packed shipment over: its goods leave the warehouse, its parcels are loaded, and finished orders close.

    Raises:
        Conflict: it is not packed.
        LabelMissing: a carrier takes it and a parcel has no label.
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
    parcels = tx.execute(_PARCELS, {"shipment": shipment_id}).all()
    bare = [parcel for parcel in parcels if parcel.state == "closed"]
    if bare and head.carrier_service_id is not None:
        raise LabelMissing(head.number, len(bare))
    goods = tx.execute(_GOODS, {"shipment": shipment_id}).all()
    serials: dict[tuple[int, int], list[int]] = defaultdict(list)
    if head.has_serials:
        for row in tx.execute(_SERIALS, {"shipment": shipment_id}):
            serials[row.shipment_line_id, row.lot_id].append(row.serial_id)
    post_moves(tx, [move for row in goods for move in _ship(row, head.customer_place, serials)])
    move_state(tx, SHIPMENT, [shipment_id], "ship", {"shipped_at": head.now})
    move_state(
        tx, PACKAGE, [parcel.id for parcel in parcels if parcel.state in ("closed", "labelled")], "load"
    )
    orders = {row.order_id for row in goods if row.order_id is not None}
    pieces = sum(row.qty for row in goods)
    announce_shipped(tx, [shipment_id])
    facts = {"shipment": head.number, "pieces": pieces, "parcels": len(parcels)}
    record_events(tx, [(order_id, "shipped", facts) for order_id in sorted(orders)])
    return Shipped(shipment_id, head.number, pieces, len(parcels), close_finished(tx, orders))


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
    record_events(tx, [(head.order_id, "undelivered", {"shipment": head.number})])
    return Delivered(shipment_id, head.number, len(arrived))


@use_case(Permission.SHIPMENT_SHIP)
def unship_shipment(tx: Transaction, shipment_id: int) -> Unshipped:
    """Take a hand-over back that did not happen: by mirrored ledger rows the goods lie packed at the bench again.

    Raises:
        Conflict: it is not shipped, or has arrived.
        RuleBroken: some of its goods came back as a return meanwhile.
        NotFound: there is no such shipment.
    """
    head = _lock(tx, shipment_id)
    move_state(tx, SHIPMENT, [shipment_id], "unship", {"shipped_at": None})
    recall_messages(tx, shipment_id)
    moves = tx.execute(_MOVES, {"shipment": shipment_id}).all()
    reverse_moves(tx, [row.id for row in moves], "unship")
    parcels = tx.execute(_PARCELS_WITH_LABEL, {"shipment": shipment_id}).all()
    move_state(tx, PACKAGE, [row.id for row in parcels if row.labelled], "unload")
    move_state(tx, PACKAGE, [row.id for row in parcels if not row.labelled], "unload_plain")
    orders = {row.order_id for row in moves if row.order_id is not None}
    record_events(tx, [(order_id, "unshipped", {"shipment": head.number}) for order_id in sorted(orders)])
    return Unshipped(shipment_id, head.number, sum(row.qty for row in moves), reopen_unfinished(tx, orders))


def _lock(tx: Transaction, shipment_id: int) -> Any:
    return must_find(tx.execute(_HEAD, {"shipment": shipment_id}).first(), "shipment", shipment_id)


def _ship(row: Any, customer_place: int, serials: dict[tuple[int, int], list[int]]) -> list[LedgerRow]:
    """Goods of a line in a place as ledger rows: each serial number on its own, the rest together."""

    def move(qty: int, serial_id: int | None = None) -> LedgerRow:
        return LedgerRow(
            "ship",
            row.product_id,
            qty,
            lot_id=row.lot_id,
            to_lot_id=row.lot_id,
            from_location_id=row.location_id,
            to_location_id=customer_place,
            shipment_line_id=row.shipment_line_id,
            serial_id=serial_id,
        )

    numbered = serials.get((row.shipment_line_id, row.lot_id), [])
    mine, serials[row.shipment_line_id, row.lot_id] = numbered[: row.qty], numbered[row.qty :]
    moves = [move(1, serial_id) for serial_id in mine]
    if row.qty > len(mine):
        moves.append(move(row.qty - len(mine)))
    return moves
