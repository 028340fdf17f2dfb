"""Returns up to the dock: asked for, authorised or refused, received; and each taken back.

They are judged in `inspecting` and paid back in `credits`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import RETURN
from app.domain.permissions import Permission
from app.errors import Conflict, NotFound, Refused
from app.models import (
    OrderLine,
    Product,
    ReturnLine,
    ReturnOrder,
    SalesOrder,
    StockMove,
)
from app.models.bulk import BulkInsert
from app.models.stock import OWN_STOCK
from app.queries.returnable import ANNOUNCED
from app.queries.returns import SHIPPED_LOTS
from app.services import goods
from app.services.context import use_case
from app.services.events import record_event
from app.services.goods import Article, LotKey
from app.services.ledger import LedgerRow, post_numbered
from app.services.reasons import check_reason
from app.services.rows import must_find
from app.services.states import move_state
from app.services.stock import moves_of, take_back


class TooManyBack(Refused):
    """More is to come back than can: than was shipped, or than was announced."""

    code = "return.too_many"

    def __init__(self, sku: str, *, wanted: int, possible: int, of_what: str) -> None:
        super().__init__(
            f"{sku}: {wanted} to come back, {possible} of what was {of_what} can.",
            hint="Check the count, and whether the goods belong to another order.",
            sku=sku,
            wanted=wanted,
            possible=possible,
            of_what=of_what,
        )


@dataclass(frozen=True, slots=True)
class WantedBack:
    """A customer wants to send back pieces of an order line, for a reason of the list."""

    order_line_id: int
    qty: int
    reason: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """Pieces of a return line that came.

    The lot is only needed where an article kept by lot was shipped from several; serial numbers where it has them.
    """

    return_line_id: int
    qty: int
    lot_id: int | None = None
    serials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Requested:
    """A return (RMA-...) and its lines, in the order given."""

    return_id: int
    number: str
    line_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReturnStep:
    """A return after a step: its state, and the ledger rows of the step."""

    return_id: int
    number: str
    state: str
    move_ids: tuple[int, ...] = ()


_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_ORDER = (
    sa.select(SalesOrder.id, SalesOrder.customer_id, SalesOrder.warehouse_id, SalesOrder.number)
    .where(SalesOrder.id == sa.bindparam("id"))
    .with_for_update(key_share=True)
)
_ORDER_LINES = (
    sa.select(OrderLine.id, OrderLine.order_id, OrderLine.product_id, OrderLine.shipped, Product.sku)
    .join(Product, Product.id == OrderLine.product_id)
    .where(OrderLine.id.in_(_IDS))
)
_NEW = sa.insert(ReturnOrder).returning(ReturnOrder.id)
_NEW_LINES = BulkInsert(
    ReturnLine, ("return_id", "order_line_id", "product_id", "reason", "qty"), returning=("id",)
)
_RETURN = (
    sa.select(ReturnOrder.id, ReturnOrder.number, ReturnOrder.state, ReturnOrder.order_id)
    .add_columns(ReturnOrder.customer_id, ReturnOrder.warehouse_id)
    .where(ReturnOrder.id == sa.bindparam("id"))
    .with_for_update(key_share=True)
)
_LINES = (
    sa.select(ReturnLine.id, ReturnLine.order_line_id, ReturnLine.product_id, ReturnLine.qty)
    .add_columns(ReturnLine.received, ReturnLine.inspected)
    .where(ReturnLine.return_id == sa.bindparam("id"))
    .order_by(ReturnLine.id)
)
_MOVES = sa.select(StockMove.id, StockMove.kind, StockMove.reverses_id).where(
    StockMove.return_line_id.in_(_IDS)
)


@use_case(Permission.RETURN_AUTHORISE)
def request_return(
    tx: Transaction, order_id: int, lines: tuple[WantedBack, ...], note: str = ""
) -> Requested:
    """Note that a customer wants to send goods of an order back.

    Raises:
        TooManyBack: more than was shipped and is not announced already.
        WrongReason: not a reason for a return.
        WrongQuantity, NotFound: as the names say.
    """
    if not lines:
        raise goods.WrongQuantity("Nothing is to come back.", hint="Name at least one line.")
    order = must_find(tx.execute(_ORDER, {"id": order_id}).first(), "order", order_id)
    ids = {"ids": sorted({line.order_line_id for line in lines})}
    known = {row.id: row for row in tx.execute(_ORDER_LINES, ids).all() if row.order_id == order_id}
    announced = {row.order_line_id: int(row.qty) for row in tx.execute(ANNOUNCED, ids).all()}
    wanted: dict[int, int] = defaultdict(int)
    for line in lines:
        goods.require_quantity(line.qty)
        must_find(known.get(line.order_line_id), f"line of order {order.number}", line.order_line_id)
        wanted[line.order_line_id] += line.qty
    for reason in sorted({line.reason for line in lines}):
        check_reason(tx, reason, "return")
    for line_id, qty in wanted.items():
        row = known[line_id]
        if qty > (possible := row.shipped - announced.get(line_id, 0)):
            raise TooManyBack(row.sku, wanted=qty, possible=possible, of_what="shipped")
    (number,) = tx.numbers("RMA")
    return_id: int = tx.execute(
        _NEW,
        {
            "number": number,
            "order_id": order_id,
            "customer_id": order.customer_id,
            "warehouse_id": order.warehouse_id,
            "note": note,
        },
    ).scalar_one()
    rows = [
        {
            "return_id": return_id,
            "order_line_id": line.order_line_id,
            "product_id": known[line.order_line_id].product_id,
            "reason": line.reason,
            "qty": line.qty,
        }
        for line in lines
    ]
    line_ids = tuple(int(row.id) for row in _NEW_LINES(tx, rows))
    tx.changed("return_order", return_id)
    record_event(tx, order_id, "return_requested", number=number)
    return Requested(return_id, number, line_ids)


@use_case(Permission.RETURN_AUTHORISE)
def authorise_return(tx: Transaction, return_id: int) -> ReturnStep:
    """Let the customer send the goods.

    Raises:
        Conflict: it is not a request (any more).
        NotFound: there is no such return.
    """
    return _step(tx, return_id, "authorise")


@use_case(Permission.RETURN_AUTHORISE)
def refuse_return(tx: Transaction, return_id: int) -> ReturnStep:
    """Tell the customer no; nothing has come yet.

    Raises:
        Conflict, NotFound: as `authorise_return`.
    """
    return _step(tx, return_id, "refuse")


@use_case(Permission.RETURN_AUTHORISE)
def cancel_return(tx: Transaction, return_id: int) -> ReturnStep:
    """The customer keeps the goods.

    Raises:
        Conflict, NotFound: as `authorise_return`.
    """
    return _step(tx, return_id, "cancel")


def _step(tx: Transaction, return_id: int, verb: str) -> ReturnStep:
    found = lock_return(tx, return_id)
    move_state(tx, RETURN, [return_id], verb)
    state = RETURN.move(verb).target
    record_event(tx, found.order_id, f"return_{state}", number=found.number)
    return ReturnStep(return_id, found.number, state)


def lock_return(tx: Transaction, return_id: int) -> Any:
    """The return, locked: its steps come one after the other.

    Raises:
        NotFound: there is no such return.
    """
    return must_find(tx.execute(_RETURN, {"id": return_id}).first(), "return", return_id)


def lines_of(tx: Transaction, return_id: int) -> dict[int, Any]:
    """The lines of a return by id, with what was received and inspected; call it with the return locked."""
    return {row.id: row for row in tx.execute(_LINES, {"id": return_id}).all()}


@use_case(Permission.RETURN_RECEIVE)
def receive_return(tx: Transaction, return_id: int, arrived: tuple[Arrived, ...]) -> ReturnStep:
    """Take pieces that came back in; they lie in the place for returns until they are judged.

    A return may come in several parcels; what comes after it was judged opens it again.

    Raises:
        TooManyBack: more than was announced.
        Conflict: the return is not authorised, refused or settled; a serial number is not with a customer.
        WrongLot: an article kept by lot was shipped from several lots and none is named.
        WrongQuantity, WrongSerials, NotFound: as the names say.
    """
    found = lock_return(tx, return_id)
    lines = lines_of(tx, return_id)
    if not arrived:
        raise goods.WrongQuantity("Nothing came.", hint="Name at least one line.")
    came: dict[int, int] = defaultdict(int)
    for one in arrived:
        goods.require_quantity(one.qty)
        must_find(lines.get(one.return_line_id), f"line of return {found.number}", one.return_line_id)
        came[one.return_line_id] += one.qty
    known = goods.articles(tx, {lines[line_id].product_id for line_id in came})
    for line in (lines[line_id] for line_id in came):
        if (qty := came[line.id]) > (possible := line.qty - line.received):
            raise TooManyBack(known[line.product_id].sku, wanted=qty, possible=possible, of_what="announced")
    for one in arrived:
        goods.check_serials(known[lines[one.return_line_id].product_id], one.qty, one.serials)
    if found.state == "authorised":
        move_state(tx, RETURN, [return_id], "receive")
    elif found.state == "inspected":
        move_state(tx, RETURN, [return_id], "reinspect")
    elif found.state != "received":
        raise Conflict(
            f"Return {found.number} is {found.state}.",
            hint="Goods come back on an authorised return.",
            number=found.number,
            state=found.state,
        )
    rows = _arrivals(tx, found, lines, known, arrived)
    moves = post_numbered(tx, rows)
    tx.changed("return_order", return_id)
    record_event(tx, found.order_id, "return_received", number=found.number, qty=sum(came.values()))
    return ReturnStep(return_id, found.number, "received", tuple(moves))


def _arrivals(
    tx: Transaction,
    found: Any,
    lines: dict[int, Any],
    known: dict[int, Article],
    arrived: Sequence[Arrived],
) -> list[LedgerRow]:
    where = goods.standard_places(tx, found.warehouse_id, "customer", "returns")
    customer, returns = where["customer"], where["returns"]
    lot_ids = _lots(tx, lines, known, arrived)
    numbered = [
        (lines[one.return_line_id].product_id, code, lot_id)
        for one, lot_id in zip(arrived, lot_ids, strict=True)
        for code in one.serials
    ]
    pieces = goods.new_pieces(tx, numbered, known, customer) if numbered else {}
    rows: list[LedgerRow] = []
    for one, lot_id in zip(arrived, lot_ids, strict=True):
        product_id = lines[one.return_line_id].product_id
        row = LedgerRow(
            "return",
            product_id,
            one.qty,
            lot_id=lot_id,
            to_lot_id=lot_id,
            from_location_id=customer.id,
            to_location_id=returns.id,
            return_line_id=one.return_line_id,
        )
        rows += goods.one_by_one(row, [pieces[product_id, code] for code in one.serials])
    return rows


def _lots(
    tx: Transaction, lines: dict[int, Any], known: dict[int, Article], arrived: Sequence[Arrived]
) -> list[int]:
    """The lot of each arrival: as named, or the one that was shipped, or the default lot."""
    order_lines = sorted({lines[one.return_line_id].order_line_id for one in arrived})
    shipped: dict[int, list[int]] = defaultdict(list)
    for row in tx.execute(SHIPPED_LOTS, {"ids": order_lines}).all():
        if row.qty > 0:
            shipped[row.order_line_id].append(row.lot_id)
    named = goods.lots(tx, {one.lot_id for one in arrived if one.lot_id is not None})
    plain = {LotKey(lines[one.return_line_id].product_id, "", OWN_STOCK): None for one in arrived}
    default = goods.lots_for(tx, plain)
    found = []
    for one in arrived:
        line = lines[one.return_line_id]
        article, candidates = known[line.product_id], shipped[line.order_line_id]
        if one.lot_id is not None:
            if named[one.lot_id].product_id != article.id:
                raise goods.WrongLot(
                    f"This lot is not of {article.sku}.", hint="Scan the goods again.", sku=article.sku
                )
            found.append(one.lot_id)
        elif len(candidates) == 1:
            found.append(candidates[0])
        elif candidates and article.lot_tracked:
            raise goods.WrongLot(
                f"{article.sku} was shipped from several lots.",
                hint="Read the lot from the goods.",
                sku=article.sku,
                lots=sorted(candidates),
            )
        else:
            found.append(default[LotKey(article.id, "", OWN_STOCK)])
    return found


@use_case(Permission.RETURN_RECEIVE)
def unreceive_return(tx: Transaction, return_id: int) -> ReturnStep:
    """Take the whole receipt of a return back, as long as nothing of it was judged; it waits for the goods again.

    Raises:
        Conflict: something was inspected (undo that first).
        NotEnoughThere: the goods were carried away from the place for returns.
        NotFound: there is no such return, or nothing was received.
    """
    found = lock_return(tx, return_id)
    lines = lines_of(tx, return_id)
    if any(line.inspected for line in lines.values()):
        raise Conflict(
            f"Goods of return {found.number} were judged already.",
            hint="Undo the inspections first.",
            number=found.number,
        )
    moves = tx.execute(_MOVES, {"ids": sorted(lines)}).all()
    undone = {row.reverses_id for row in moves}
    back = [row.id for row in moves if row.reverses_id is None and row.id not in undone]
    if not back:
        raise NotFound("Nothing was received on this return.", hint="Look it up again.", number=found.number)
    move_state(tx, RETURN, [return_id], "unreceive")
    taken = take_back(tx, moves_of(tx, back, ""), ("return",))
    record_event(tx, found.order_id, "return_unreceived", number=found.number)
    return ReturnStep(return_id, found.number, "authorised", taken.move_ids)
