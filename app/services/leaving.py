"""Goods leave the warehouse and come back: any number of shipments at once, in a number of statements that does not grow.

What one shipment does alone (`shipping.py`) and what a whole truck does (`manifests.py`) is the same here: one sorted insert into
the ledger, one step of each flow.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import PACKAGE, SHIPMENT
from app.models import (
    Allocation,
    Location,
    Manifest,
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
from app.services.ledger import LedgerRow, post_moves, reverse_moves
from app.services.order_rows import close_finished, reopen_unfinished
from app.services.pallet_states import lift_off
from app.services.pickup_letters import GONE, announce_ready, recall_ready
from app.services.shipments import record_events
from app.services.sites import standard_code
from app.services.states import move_state


@dataclass(frozen=True, slots=True)
class Left:
    """What left: pieces and parcels by shipment id; `closed_orders` are orders of which nothing is left to send."""

    pieces: dict[int, int]
    parcels: dict[int, int]
    closed_orders: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CalledBack:
    """What came back: pieces by shipment id; `reopened_orders` wait for goods again."""

    pieces: dict[int, int]
    reopened_orders: tuple[int, ...]


_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_CUSTOMER = (
    sa.select(Location.id)
    .where(Location.warehouse_id == Shipment.warehouse_id, Location.code == standard_code("customer"))
    .scalar_subquery()
)
_HAS_SERIALS = sa.exists().where(
    ShipmentLine.shipment_id == Shipment.id, Product.id == ShipmentLine.product_id, Product.serial_tracked
)
_HEADS = (
    sa.select(
        *(Shipment.id, Shipment.number, Shipment.state, Shipment.order_id, Shipment.carrier_service_id),
        *(_CUSTOMER.label("customer_place"), _HAS_SERIALS.label("has_serials"), utc_now().label("now")),
        Shipment.pickup_code,
    )
    .where(Shipment.id.in_(_IDS))
    .order_by(Shipment.id)
    .with_for_update(of=Shipment, key_share=True)
)
_PARCELS = (
    sa.select(
        *(
            Package.id,
            Package.sscc,
            Package.state,
            Package.shipment_id,
            Package.manifest_id,
            Package.parent_id,
        ),
        sa.exists()
        .where(ShippingLabel.package_id == Package.id, ShippingLabel.voided_at.is_(None))
        .label("labelled"),
    )
    .where(Package.shipment_id.in_(_IDS))
    .order_by(Package.id)
    .with_for_update(of=Package, key_share=True)
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
        *(ShipmentLine.shipment_id, OrderLine.order_id),
    )
    .join(ShipmentLine, ShipmentLine.id == Allocation.shipment_line_id)
    .outerjoin(OrderLine, OrderLine.id == ShipmentLine.order_line_id)
    .where(ShipmentLine.shipment_id.in_(_IDS), Allocation.qty > 0)
    .order_by(Allocation.shipment_line_id, Allocation.lot_id, Allocation.location_id)
)
_SERIALS = (
    sa.select(PackageLine.shipment_line_id, PackageLine.lot_id, PackageLine.serial_id)
    .join(Package, Package.id == PackageLine.package_id)
    .where(Package.shipment_id.in_(_IDS), PackageLine.serial_id.is_not(None))
    .order_by(PackageLine.serial_id)
)
_M = cast("sa.Table", StockMove.__table__)
_UNDONE = _M.alias("undone")
_MOVES = (
    sa.select(_M.c.id, _M.c.qty, ShipmentLine.shipment_id, OrderLine.order_id)
    .join(ShipmentLine, ShipmentLine.id == _M.c.shipment_line_id)
    .outerjoin(OrderLine, OrderLine.id == ShipmentLine.order_line_id)
    .where(
        ShipmentLine.shipment_id.in_(_IDS),
        _M.c.kind == "ship",
        _M.c.reverses_id.is_(None),
        ~sa.exists().where(_UNDONE.c.reverses_id == _M.c.id),
    )
)
_NUMBER = sa.select(Manifest.number).where(Manifest.id == sa.bindparam("manifest"))
_TAKE_OFF = sa.update(Package).where(Package.id.in_(_IDS)).values(manifest_id=None)


def lock_heads(tx: Transaction, shipment_ids: Iterable[int]) -> list[Any]:
    """Shipments by id, locked, with what leaving needs to know of them; unknown ids are left out."""
    return list(tx.execute(_HEADS, {"ids": sorted(set(shipment_ids))}).all())


def lock_parcels(tx: Transaction, shipment_ids: Iterable[int]) -> list[Any]:
    """All parcels of some shipments, locked, with whether each has a label that holds.

    Locked so that no desk loads one onto a pick-up while it leaves in another way. Lock the shipments first.
    """
    return list(tx.execute(_PARCELS, {"ids": sorted(set(shipment_ids))}).all())


def pick_up_number(tx: Transaction, manifest_id: int) -> str:
    """The number of a pick-up."""
    return str(tx.execute(_NUMBER, {"manifest": manifest_id}).scalar_one())


def send(
    tx: Transaction,
    heads: Sequence[Any],
    parcels: Sequence[Any],
    facts: dict[str, object] | None = None,
    *,
    fetched: bool = False,
) -> Left:
    """Let packed shipments leave with all their goods: ledger, shipments, those parcels that are not loaded yet, orders.

    Args:
        tx: The transaction.
        heads: From `lock_heads`, all packed.
        parcels: All their parcels, from `lock_parcels`.
        facts: Further facts for the orders' timelines.
        fetched: Whether the customer took them at the counter: then they have arrived, too.

    Raises:
        Conflict: one of them is not packed.
    """
    ids = [head.id for head in heads]
    places = {head.id: head.customer_place for head in heads}
    goods = tx.execute(_GOODS, {"ids": ids}).all() if ids else []
    serials: dict[tuple[int, int], list[int]] = defaultdict(list)
    if any(head.has_serials for head in heads):
        for row in tx.execute(_SERIALS, {"ids": ids}):
            serials[row.shipment_line_id, row.lot_id].append(row.serial_id)
    post_moves(tx, [move for row in goods for move in _ship(row, places[row.shipment_id], serials)])
    if heads:
        now = heads[0].now
        times = {"shipped_at": now, "delivered_at": now} if fetched else {"shipped_at": now}
        move_state(tx, SHIPMENT, ids, "collect" if fetched else "ship", times)
    here = [one.id for one in parcels if one.state in ("closed", "labelled")]
    move_state(tx, PACKAGE, here, "collect" if fetched else "load")
    pieces = Counter(dict.fromkeys(ids, 0))
    sent: dict[tuple[int, int], int] = defaultdict(int)
    for row in goods:
        pieces[row.shipment_id] += row.qty
        if row.order_id is not None:
            sent[row.order_id, row.shipment_id] += row.qty
    boxes = Counter(dict.fromkeys(ids, 0))
    boxes.update(parcel.shipment_id for parcel in parcels if parcel.shipment_id in places)
    numbers = {head.id: head.number for head in heads}
    record_events(
        tx,
        [
            (
                order_id,
                "shipped",
                {"shipment": numbers[shipment], "pieces": pieces[shipment], "parcels": boxes[shipment]}
                | (facts or {}),
            )
            for order_id, shipment in sorted(sent)
        ],
    )
    recall_ready(tx, [head.id for head in heads if head.pickup_code], GONE)
    if not fetched:
        announce_shipped(tx, ids)
    return Left(dict(pieces), dict(boxes), close_finished(tx, {order_id for order_id, _ in sent}))


def call_back(
    tx: Transaction,
    heads: Sequence[Any],
    parcels: Sequence[Any],
    facts: dict[str, object] | None = None,
    *,
    fetched: bool = False,
) -> CalledBack:
    """Take it back that shipments left, by mirrored ledger rows; `parcels` are those loaded parcels that stand here again.

    Raises:
        Conflict: one of them is not shipped, or has arrived.
        RuleBroken: some of the goods came back as a return meanwhile.
    """
    ids = [head.id for head in heads]
    if fetched:
        move_state(tx, SHIPMENT, ids, "uncollect", {"shipped_at": None, "delivered_at": None})
    else:
        move_state(tx, SHIPMENT, ids, "unship", {"shipped_at": None})
        recall_messages(tx, ids)
    announce_ready(tx, [head.id for head in heads if head.pickup_code])
    moves = tx.execute(_MOVES, {"ids": ids}).all() if ids else []
    reverse_moves(tx, [row.id for row in moves], "unship")
    back = "uncollect" if fetched else "unload"
    move_state(tx, PACKAGE, [row.id for row in parcels if row.labelled], back)
    move_state(tx, PACKAGE, [row.id for row in parcels if not row.labelled], f"{back}_plain")
    numbers = {head.id: head.number for head in heads}
    pieces = Counter(dict.fromkeys(ids, 0))
    for row in moves:
        pieces[row.shipment_id] += row.qty
    came = sorted({(row.order_id, row.shipment_id) for row in moves if row.order_id is not None})
    record_events(
        tx,
        [
            (order_id, "unshipped", {"shipment": numbers[shipment]} | (facts or {}))
            for order_id, shipment in came
        ],
    )
    return CalledBack(dict(pieces), reopen_unfinished(tx, {order_id for order_id, _ in came}))


def take_off(tx: Transaction, parcels: Iterable[Any]) -> None:
    """Parcels are no longer on the pick-up that they went with, nor on a pallet; the pick-ups are announced."""
    parcels = list(parcels)
    lift_off(tx, [row.id for row in parcels if row.parent_id is not None])
    mine = [row for row in parcels if row.manifest_id is not None]
    if not mine:
        return
    tx.execute(_TAKE_OFF, {"ids": [row.id for row in mine]})
    for row in mine:
        tx.changed("package", row.id)
        tx.changed("manifest", row.manifest_id)


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
