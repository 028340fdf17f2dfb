"""Setting the books right: pieces lost or found, lots blocked or let go, goods set aside."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.models import Location, Serial, StockBalance
from app.services import goods
from app.services.context import use_case
from app.services.goods import LotKey, Place
from app.services.ledger import LedgerRow, post_numbered
from app.services.losses import TakenOut, take_out
from app.services.reasons import check_reason

LOT_STATUSES = ("ok", "blocked", "expired", "second", "quarantine")


@dataclass(frozen=True, slots=True)
class Relabelled:
    """A lot's new row, what changing it did, and the pieces that stay as they were because they are picked for shipments."""

    lot_id: int
    taken: TakenOut
    left_picked: int


@use_case(Permission.STOCK_ADJUST)
def adjust(
    tx: Transaction,
    product_id: int,
    lot_id: int,
    location_id: int,
    qty: int,
    reason: str,
    serials: tuple[str, ...] = (),
) -> TakenOut:
    """Add found pieces (`qty` above zero) or take lost ones off (below zero), with the reason why.

    A loss of goods that shipments hold moves their claims to other free goods; what is promised too much then is taken back, the
    latest promise first. The result names all of it.

    Raises:
        WrongQuantity: zero.
        WrongReason: not a reason for adjusting.
        NotEnoughThere: more is lost than was there.
        PickedGoods: the goods stand at a bench for a shipment.
        WrongLot, WrongPlace, WrongSerials, NotFound, Conflict: as the names say.
    """
    if not qty:
        raise goods.WrongQuantity(
            "Nothing to adjust.", hint="Give how many more or fewer there are.", qty=qty
        )
    check_reason(tx, reason, "adjust")
    place = _real_place(tx, location_id)
    known = goods.articles(tx, {product_id})
    _of_product(tx, lot_id, product_id)
    article = known[product_id]
    goods.check_serials(article, abs(qty), serials)
    outside = goods.standard_places(tx, place.warehouse_id, "adjustment")["adjustment"]
    source, target = (outside, place) if qty > 0 else (place, outside)
    row = LedgerRow(
        "adjust",
        product_id,
        abs(qty),
        lot_id=lot_id,
        to_lot_id=lot_id,
        from_location_id=source.id,
        to_location_id=target.id,
        reason=reason,
    )
    if qty > 0:
        pieces = goods.new_pieces(tx, [(product_id, code, lot_id) for code in serials], known, outside)
        return TakenOut(tuple(post_numbered(tx, goods.one_by_one(row, list(pieces.values())))))
    ids = goods.serial_ids(tx, article, place, lot_id, serials) if serials else []
    return take_out(tx, place.warehouse_id, goods.one_by_one(row, ids))


@use_case(Permission.STOCK_MOVE)
def set_aside(
    tx: Transaction,
    product_id: int,
    lot_id: int,
    location_id: int,
    qty: int,
    reason: str,
    to_location_id: int | None = None,
    serials: tuple[str, ...] = (),
) -> TakenOut:
    """Carry goods out of sale, to quarantine unless another place is named, even when shipments hold them.

    Raises:
        WrongPlace: the goods would go to a place for sale, or to another warehouse.
        WrongQuantity, WrongReason, NotEnoughThere, PickedGoods, WrongLot, WrongSerials, NotFound, Conflict: as `adjust`.
    """
    goods.require_quantity(qty)
    check_reason(tx, reason, "adjust")
    place = _real_place(tx, location_id)
    if to_location_id is None:
        target = goods.standard_places(tx, place.warehouse_id, "quarantine")["quarantine"]
    else:
        target = _real_place(tx, to_location_id)
    if target.sellable or target.warehouse_id != place.warehouse_id or target.id == place.id:
        raise goods.WrongPlace(
            f"Goods are not set aside in {target.code}.", hint="Take quarantine.", place=target.code
        )
    article = goods.articles(tx, {product_id})[product_id]
    _of_product(tx, lot_id, product_id)
    goods.check_serials(article, qty, serials)
    row = LedgerRow(
        "move",
        product_id,
        qty,
        lot_id=lot_id,
        to_lot_id=lot_id,
        from_location_id=place.id,
        to_location_id=target.id,
        reason=reason,
    )
    ids = goods.serial_ids(tx, article, place, lot_id, serials) if serials else []
    return take_out(tx, place.warehouse_id, goods.one_by_one(row, ids))


@use_case(Permission.STOCK_MOVE)
def relabel(
    tx: Transaction,
    product_id: int,
    lot_id: int,
    location_id: int,
    qty: int,
    status: str,
    reason: str,
    serials: tuple[str, ...] = (),
) -> Relabelled:
    """Give pieces of a lot in one place another status: block them, call them expired or second choice, or let them go again.

    Raises:
        WrongLot: no such status, or they have it already.
        WrongQuantity, WrongReason, NotEnoughThere, PickedGoods, WrongPlace, WrongSerials, NotFound, Conflict: as `adjust`.
    """
    goods.require_quantity(qty)
    check_reason(tx, reason, "relabel")
    place = _real_place(tx, location_id)
    article = goods.articles(tx, {product_id})[product_id]
    goods.check_serials(article, qty, serials)
    target = _other_status(tx, lot_id, product_id, status)
    row = _relabel_row(product_id, lot_id, target, place.id, qty, reason)
    ids = goods.serial_ids(tx, article, place, lot_id, serials) if serials else []
    return Relabelled(target, take_out(tx, place.warehouse_id, goods.one_by_one(row, ids)), 0)


_LYING = (
    sa.select(StockBalance.location_id, StockBalance.on_hand, StockBalance.allocated, Location.sellable)
    .join(Location, Location.id == StockBalance.location_id)
    .where(
        StockBalance.product_id == sa.bindparam("product"),
        StockBalance.lot_id == sa.bindparam("lot"),
        Location.warehouse_id == sa.bindparam("warehouse"),
        StockBalance.on_hand > 0,
    )
    .order_by(StockBalance.location_id)
)
_NUMBERED = (
    sa.select(Serial.id, Serial.location_id).where(Serial.lot_id == sa.bindparam("lot")).order_by(Serial.id)
)


@use_case(Permission.STOCK_MOVE)
def relabel_lot(tx: Transaction, warehouse_id: int, lot_id: int, status: str, reason: str) -> Relabelled:
    """Give a lot another status wherever it lies in a warehouse, all at once: a recall, or its release.

    Pieces picked for shipments stay as they are; their number is told, so that the picks can be undone.

    Raises:
        NotEnoughThere: none of the lot lies in the warehouse.
        WrongLot, WrongReason, NotFound, Conflict: as `relabel`.
    """
    check_reason(tx, reason, "relabel")
    batch = goods.lots(tx, {lot_id})[lot_id]
    article = goods.articles(tx, {batch.product_id})[batch.product_id]
    target = _other_status(tx, lot_id, batch.product_id, status)
    lying = tx.execute(_LYING, {"product": batch.product_id, "lot": lot_id, "warehouse": warehouse_id}).all()
    numbered: dict[int, list[int]] = {}
    if article.serial_tracked:
        for row in tx.execute(_NUMBERED, {"lot": lot_id}).all():
            numbered.setdefault(row.location_id, []).append(row.id)
    rows: list[LedgerRow] = []
    picked = 0
    for row in lying:
        held = 0 if row.sellable else row.allocated
        picked += held
        if qty := row.on_hand - held:
            step = _relabel_row(batch.product_id, lot_id, target, row.location_id, qty, reason)
            rows += goods.one_by_one(step, numbered.get(row.location_id, [])[:qty])
    if not rows:
        raise goods.NotEnoughThere(
            article.sku, f"lot {batch.code or '-'}", wanted=1, on_hand=picked, allocated=picked
        )
    return Relabelled(target, take_out(tx, warehouse_id, rows), picked)


def _relabel_row(
    product_id: int, lot_id: int, to_lot_id: int, location_id: int, qty: int, reason: str
) -> LedgerRow:
    return LedgerRow(
        "relabel",
        product_id,
        qty,
        lot_id=lot_id,
        to_lot_id=to_lot_id,
        from_location_id=location_id,
        to_location_id=location_id,
        reason=reason,
    )


def _real_place(tx: Transaction, location_id: int) -> Place:
    place = goods.places(tx, {location_id})[location_id]
    if not place.physical:
        raise goods.WrongPlace(f"Nothing lies in {place.code}.", hint="Scan a real place.", place=place.code)
    return place


def _of_product(tx: Transaction, lot_id: int, product_id: int) -> None:
    if goods.lots(tx, {lot_id})[lot_id].product_id != product_id:
        raise goods.WrongLot("This lot is of another article.", hint="Scan the goods again.", lot_id=lot_id)


def _other_status(tx: Transaction, lot_id: int, product_id: int, status: str) -> int:
    """The lot row that stands for the same goods with another status."""
    if status not in LOT_STATUSES:
        raise goods.WrongLot(
            f"{status!r} is no status of a lot.", hint=f"There are {', '.join(LOT_STATUSES)}.", status=status
        )
    batch = goods.lots(tx, {lot_id})[lot_id]
    if batch.product_id != product_id or batch.status == status:
        raise goods.WrongLot(
            f"The lot is {batch.status} already."
            if batch.status == status
            else "This lot is of another article.",
            hint="Scan the goods again.",
            status=batch.status,
        )
    key = LotKey(product_id, batch.code, batch.owner_id, status)
    return goods.lots_for(tx, {key: batch.expires_on})[key]
