"""Goods in and about the house: receiving, moving, putting away, and taking each back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import Conflict, NotFound, Refused
from app.models import PurchaseLine, PurchaseOrder, Receipt, StockMove
from app.services import goods
from app.services.context import use_case
from app.services.goods import Article, LotKey, Place
from app.services.ledger import LedgerRow, post_numbered, reverse_moves


class NotUndone(Refused):
    """A step that this undo is not for."""

    code = "stock.not_undone"


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """Goods as they came: base units of a product, with lot, expiry and serial numbers where the article has them.

    Without `location_id` they lie in the dock's place (GOODS-IN), from where they are put away.
    """

    product_id: int
    qty: int
    lot_code: str = ""
    expires_on: date | None = None
    location_id: int | None = None
    purchase_line_id: int | None = None
    serials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """The receipt of a delivery and its ledger rows, as posted."""

    receipt_id: int
    number: str
    move_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """Ledger rows of one step, as posted."""

    move_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Carry:
    """Carry pieces of a lot from one place to another of the same warehouse."""

    product_id: int
    lot_id: int
    from_location_id: int
    to_location_id: int
    qty: int
    serials: tuple[str, ...] = ()


_NEW_RECEIPT = sa.insert(Receipt).returning(Receipt.id)
_PURCHASES = (
    sa.select(
        PurchaseLine.id, PurchaseLine.product_id, PurchaseOrder.id.label("order_id"), PurchaseOrder.number
    )
    .add_columns(PurchaseOrder.status, PurchaseOrder.warehouse_id)
    .join(PurchaseOrder, PurchaseOrder.id == PurchaseLine.purchase_order_id)
    .where(PurchaseLine.id.in_(sa.bindparam("ids", expanding=True)))
)


@use_case(Permission.STOCK_RECEIVE)
def receive(
    tx: Transaction,
    warehouse_id: int,
    lines: tuple[ReceiptLine, ...],
    supplier_id: int | None = None,
    delivery_note: str = "",
) -> Received:
    """Take a delivery in: one receipt (GR-...), and the goods on hand where they were put.

    More than was ordered is a fact and is taken in.

    Raises:
        WrongQuantity: no line, or a line without pieces.
        WrongLot: the article needs a lot, an expiry date came without one, or two dates for one lot.
        LotDateDiffers: the lot is known with another expiry date.
        WrongSerials: not one number a piece.
        WrongPlace: a place of another warehouse, or no real place.
        Conflict: a serial number is in the house already; a purchase line is closed or for another article.
        NotFound: product, place or purchase line.
    """
    if not lines:
        raise goods.WrongQuantity("Nothing was delivered.", hint="Give at least one line.")
    known = goods.articles(tx, [line.product_id for line in lines])
    for line in lines:
        goods.require_quantity(line.qty)
        goods.check_serials(known[line.product_id], line.qty, line.serials)
        _check_lot(known[line.product_id], line)
    where = goods.standard_places(tx, warehouse_id, "supplier", "goods_in")
    supplier, dock = where["supplier"], where["goods_in"]
    if given := {line.location_id for line in lines if line.location_id is not None}:
        for place in goods.places(tx, given).values():
            _require_here(place, warehouse_id)
    purchase_order_id = _purchase_order(tx, warehouse_id, lines)
    wanted: dict[LotKey, date | None] = {}
    for line in lines:
        key = LotKey(line.product_id, line.lot_code)
        if line.expires_on and wanted.get(key) not in (None, line.expires_on):
            raise goods.WrongLot(
                f"Lot {line.lot_code} is given with two expiry dates.",
                hint="Compare with the goods.",
                lot=line.lot_code,
            )
        wanted[key] = line.expires_on or wanted.get(key)
    lot_ids = goods.lots_for(tx, wanted)
    pieces = goods.new_pieces(
        tx,
        [
            (line.product_id, code, lot_ids[LotKey(line.product_id, line.lot_code)])
            for line in lines
            for code in line.serials
        ],
        known,
        supplier,
    )
    (number,) = tx.numbers("GR")
    receipt_id: int = tx.execute(
        _NEW_RECEIPT,
        {
            "number": number,
            "warehouse_id": warehouse_id,
            "supplier_id": supplier_id,
            "purchase_order_id": purchase_order_id,
            "delivery_note": delivery_note,
            "op_key": tx.op_key,
        },
    ).scalar_one()
    tx.changed("receipt", receipt_id)
    rows = []
    for line in lines:
        lot_id = lot_ids[LotKey(line.product_id, line.lot_code)]
        row = LedgerRow(
            "receive",
            line.product_id,
            line.qty,
            lot_id=lot_id,
            to_lot_id=lot_id,
            from_location_id=supplier.id,
            to_location_id=line.location_id or dock.id,
            purchase_line_id=line.purchase_line_id,
        )
        rows += goods.one_by_one(row, [pieces[line.product_id, code] for code in line.serials])
    return Received(receipt_id, number, tuple(post_numbered(tx, rows)))


def _check_lot(article: Article, line: ReceiptLine) -> None:
    if article.lot_tracked and not line.lot_code:
        raise goods.WrongLot(
            f"{article.sku} is kept by lot.", hint="Give the lot from the goods.", sku=article.sku
        )
    if line.expires_on is not None and not line.lot_code:
        raise goods.WrongLot(
            f"{article.sku}: an expiry date belongs to a lot.",
            hint="Give the lot from the goods.",
            sku=article.sku,
        )


def _require_here(place: Place, warehouse_id: int) -> None:
    if place.warehouse_id != warehouse_id or not place.physical:
        raise goods.WrongPlace(
            f"{place.code} is no place of this warehouse where goods can lie.",
            hint="Scan a place of this warehouse.",
            place=place.code,
        )


def _purchase_order(tx: Transaction, warehouse_id: int, lines: Sequence[ReceiptLine]) -> int | None:
    """The purchase order that the lines are of, when it is one; announces each that is touched."""
    wanted = {line.purchase_line_id: line for line in lines if line.purchase_line_id is not None}
    if not wanted:
        return None
    found = {row.id: row for row in tx.execute(_PURCHASES, {"ids": sorted(wanted)}).all()}
    for line in lines:
        if line.purchase_line_id is None:
            continue
        row = found.get(line.purchase_line_id)
        if row is None:
            raise NotFound("There is no such purchase line.", hint="Look the purchase order up again.")
        if row.status != "open" or row.product_id != line.product_id or row.warehouse_id != warehouse_id:
            raise Conflict(
                f"This is not on the open purchase order {row.number} of this warehouse.",
                hint="Receive it without a purchase order, or look the order up again.",
                number=row.number,
                status=row.status,
            )
    orders = sorted({row.order_id for row in found.values()})
    for order_id in orders:
        tx.changed("purchase_order", order_id)
    return orders[0] if len(orders) == 1 else None


@use_case(Permission.STOCK_MOVE)
def move_stock(
    tx: Transaction,
    product_id: int,
    lot_id: int,
    from_location_id: int,
    to_location_id: int,
    qty: int,
    serials: tuple[str, ...] = (),
) -> Moved:
    """Carry free goods from one place to another; goods that shipments hold stay for them.

    Raises:
        NotEnoughThere: fewer free pieces there.
        WrongPlace: another warehouse, or no real place.
        WrongQuantity, WrongSerials, NotFound: as the names say.
    """
    return _carry(tx, (Carry(product_id, lot_id, from_location_id, to_location_id, qty, serials),))


@use_case(Permission.STOCK_MOVE)
def put_away(tx: Transaction, carries: tuple[Carry, ...]) -> Moved:
    """Put received goods into their places, all or none.

    Raises:
        NotEnoughThere, WrongPlace, WrongQuantity, WrongSerials, NotFound: as `move_stock`.
    """
    return _carry(tx, carries)


def _carry(tx: Transaction, carries: Sequence[Carry]) -> Moved:
    if not carries:
        raise goods.WrongQuantity("Nothing is to be moved.", hint="Give at least one line.")
    known = goods.articles(tx, {carry.product_id for carry in carries})
    where = goods.places(tx, {one for c in carries for one in (c.from_location_id, c.to_location_id)})
    batches = goods.lots(tx, {carry.lot_id for carry in carries})
    warehouses = {place.warehouse_id for place in where.values()}
    if len(warehouses) > 1 or not all(place.physical for place in where.values()):
        raise goods.WrongPlace(
            "Goods are moved between real places of one warehouse.",
            hint="Send a transfer to another warehouse.",
        )
    rows: list[LedgerRow] = []
    for carry in carries:
        goods.require_quantity(carry.qty)
        article, place = known[carry.product_id], where[carry.from_location_id]
        if carry.from_location_id == carry.to_location_id:
            raise goods.WrongPlace(
                "The goods are there already.", hint="Scan another place.", place=place.code
            )
        if batches[carry.lot_id].product_id != carry.product_id:
            raise goods.WrongLot(
                f"This lot is not of {article.sku}.", hint="Scan the goods again.", sku=article.sku
            )
        goods.check_serials(article, carry.qty, carry.serials)
        row = LedgerRow(
            "move",
            carry.product_id,
            carry.qty,
            lot_id=carry.lot_id,
            to_lot_id=carry.lot_id,
            from_location_id=carry.from_location_id,
            to_location_id=carry.to_location_id,
        )
        found = goods.serial_ids(tx, article, place, carry.lot_id, carry.serials) if carry.serials else []
        rows += goods.one_by_one(row, found)
    owners = {batch.owner_id for batch in batches.values()}
    balances = goods.lock_stock(tx, warehouses.pop(), set(known), owners)
    goods.require_free(rows, balances, known, where)
    return Moved(tuple(post_numbered(tx, rows)))


_MOVES = sa.select(
    StockMove.id,
    StockMove.kind,
    StockMove.product_id,
    StockMove.lot_id,
    StockMove.to_lot_id,
    StockMove.from_location_id,
    StockMove.to_location_id,
    StockMove.qty,
    StockMove.shipment_line_id,
    StockMove.reverses_id,
)
_BY_ID = _MOVES.where(StockMove.id.in_(sa.bindparam("ids", expanding=True))).order_by(StockMove.id)
_BY_KEY = _MOVES.where(StockMove.op_key == sa.bindparam("op_key"), StockMove.op_key != "").order_by(
    StockMove.id
)
_RECEIPT_KEY = sa.select(Receipt.op_key).where(Receipt.id == sa.bindparam("id"))
_ORDERED_ON = (
    sa.select(PurchaseLine.purchase_order_id)
    .join(StockMove, StockMove.purchase_line_id == PurchaseLine.id)
    .where(StockMove.op_key == sa.bindparam("op_key"))
    .distinct()
)


@use_case(Permission.STOCK_RECEIVE)
def undo_receipt(tx: Transaction, receipt_id: int) -> Moved:
    """Take a whole receipt back by mirrored ledger rows; the receipt itself stays on record.

    Raises:
        NotEnoughThere: the goods were moved on or are held by shipments.
        Conflict: it was undone already.
        NotFound: there is no such receipt.
    """
    op_key = tx.execute(_RECEIPT_KEY, {"id": receipt_id}).scalar_one_or_none()
    if op_key is None:
        raise NotFound("There is no such receipt.", hint="Look its number up.", receipt_id=receipt_id)
    tx.changed("receipt", receipt_id)
    for order_id in tx.execute(_ORDERED_ON, {"op_key": op_key}).scalars():
        tx.changed("purchase_order", order_id)
    return take_back(tx, tx.execute(_BY_KEY, {"op_key": op_key}).all(), ("receive",))


@use_case(Permission.STOCK_MOVE)
def undo_moves(tx: Transaction, move_ids: tuple[int, ...] = (), op_key: str = "") -> Moved:
    """Take moves between places and lots back by mirrored ledger rows, named by id or by their operation.

    Raises:
        NotEnoughThere: the goods were moved on or are held by shipments.
        NotUndone: there is nothing to undo, or it was no such move.
        Conflict: it was undone already.
    """
    return take_back(tx, moves_of(tx, move_ids, op_key), ("move", "relabel"))


@use_case(Permission.STOCK_ADJUST)
def undo_adjustment(tx: Transaction, move_ids: tuple[int, ...] = (), op_key: str = "") -> Moved:
    """Take adjustments back by mirrored ledger rows.

    Promises that a loss cut short are not made again here: the goods are free, and what waits can be reserved.

    Raises:
        NotEnoughThere, NotUndone, Conflict: as `undo_moves`.
    """
    return take_back(tx, moves_of(tx, move_ids, op_key), ("adjust",))


def moves_of(tx: Transaction, move_ids: Sequence[int], op_key: str) -> list[Any]:
    """Ledger rows by id, or all of one operation."""
    if op_key:
        return list(tx.execute(_BY_KEY, {"op_key": op_key}).all())
    return list(tx.execute(_BY_ID, {"ids": sorted(set(move_ids))}).all())


def take_back(tx: Transaction, moves: Sequence[Any], kinds: tuple[str, ...]) -> Moved:
    """Post the mirror of ledger rows of these kinds, after a check under the locks that the goods are still free.

    Of an operation that also touched promises and claims only the goods are taken back.
    """
    goods_moves = [row for row in moves if row.kind in kinds and row.reverses_id is None]
    strange = [row for row in moves if row.kind not in (*kinds, "release", "deallocate", "allocate")]
    if not goods_moves or strange or any(row.shipment_line_id is not None for row in goods_moves):
        raise NotUndone(
            "There is nothing here that this undo is for.",
            hint="Undo the step where it was done.",
            kinds=sorted({row.kind for row in moves}),
        )
    known = goods.articles(tx, {row.product_id for row in goods_moves})
    where = goods.places(
        tx, {one for row in goods_moves for one in (row.from_location_id, row.to_location_id)}
    )
    batches = goods.lots(tx, {row.lot_id for row in goods_moves})
    warehouse = next(iter(where.values())).warehouse_id
    balances = goods.lock_stock(tx, warehouse, set(known), {batch.owner_id for batch in batches.values()})
    back = [
        LedgerRow(
            row.kind, row.product_id, row.qty, lot_id=row.to_lot_id, from_location_id=row.to_location_id
        )
        for row in goods_moves
    ]
    goods.require_free(back, balances, known, where)
    return Moved(tuple(reverse_moves(tx, [row.id for row in goods_moves])))
