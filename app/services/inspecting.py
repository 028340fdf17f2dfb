"""Judging returned goods: a grade, and what becomes of them - back on the shelf, set aside, or thrown away."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import RETURN
from app.domain.grading import Disposition, Grade, allowed_dispositions
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict, Refused
from app.models import Inspection, ReturnLine, StockMove, Warehouse
from app.models.base import utc_now
from app.services import goods
from app.services.context import use_case
from app.services.events import record_event
from app.services.goods import Article, Batch, Place
from app.services.ledger import LedgerRow, post_numbered, reverse_moves
from app.services.returns import lines_of, lock_return
from app.services.rows import local_day, must_find
from app.services.states import move_state

SCRAPPED = "scrapped"


class WrongDisposition(Refused):
    """Goods of this grade, or past their expiry, may not go that way."""

    code = "return.disposition"

    def __init__(self, grade: Grade, disposition: Disposition, allowed: tuple[Disposition, ...]) -> None:
        super().__init__(
            f"Goods of grade {grade} do not go to {disposition}.",
            hint=f"Choose {' or '.join(allowed)}.",
            grade=grade.value,
            disposition=disposition.value,
            allowed=[one.value for one in allowed],
        )


class NotReceived(Refused):
    """More would be judged than came back and was not judged yet."""

    code = "return.not_received"

    def __init__(self, sku: str, *, wanted: int, waiting: int) -> None:
        super().__init__(
            f"{sku}: {wanted} to judge, {waiting} waiting.",
            hint="Receive the goods first, or check the count.",
            sku=sku,
            wanted=wanted,
            waiting=waiting,
        )


@dataclass(frozen=True, slots=True)
class Inspected:
    """A judgement: its row, the move that carried it out, and the state of the return after it."""

    inspection_id: int
    move_id: int
    return_id: int
    state: str


_RETURN_OF = sa.select(ReturnLine.return_id).where(ReturnLine.id == sa.bindparam("id"))
_CAME = sa.select(
    StockMove.id, StockMove.lot_id, StockMove.to_lot_id, StockMove.qty, StockMove.reverses_id
).where(StockMove.return_line_id == sa.bindparam("id"))
_JUDGED = (
    sa.select(StockMove.lot_id, sa.func.sum(Inspection.qty).label("qty"))
    .join(Inspection, Inspection.move_id == StockMove.id)
    .where(Inspection.return_line_id == sa.bindparam("id"), Inspection.undone_at.is_(None))
    .group_by(StockMove.lot_id)
)
_NOW = sa.select(Warehouse.time_zone, utc_now().label("now")).where(Warehouse.id == sa.bindparam("id"))
_NEW = sa.insert(Inspection).returning(Inspection.id)
_INSPECTION = (
    sa.select(
        Inspection.id, Inspection.move_id, Inspection.undone_at, ReturnLine.return_id, StockMove.product_id
    )
    .add_columns(StockMove.kind, StockMove.qty, StockMove.to_lot_id, StockMove.to_location_id)
    .join(ReturnLine, ReturnLine.id == Inspection.return_line_id)
    .join(StockMove, StockMove.id == Inspection.move_id)
    .where(Inspection.id == sa.bindparam("id"))
)
_UNDONE = (
    sa.update(Inspection)
    .where(Inspection.id == sa.bindparam("inspection"), Inspection.undone_at.is_(None))
    .values(undone_at=utc_now())
)


@use_case(Permission.RETURN_INSPECT)
def inspect(
    tx: Transaction,
    return_line_id: int,
    qty: int,
    grade: str,
    disposition: str,
    location_id: int | None = None,
    note: str = "",
    lot_id: int | None = None,
    serials: tuple[str, ...] = (),
) -> Inspected:
    """Judge pieces that came back and carry the judgement out; with the last piece the return is inspected.

    Args:
        tx: The transaction.
        return_line_id: Of which line.
        qty: How many; one at a time where pieces have serial numbers.
        grade: A to D, see `domain/grading.py`.
        disposition: restock (into `location_id`, a place for sale), quarantine or scrap.
        location_id: Where restocked goods go.
        note: What the inspector saw.
        lot_id: Needed where pieces of several lots wait.
        serials: The number of the piece, where it has one.

    Raises:
        WrongDisposition: damaged or expired goods do not go back on the shelf.
        NotReceived: fewer pieces wait to be judged.
        WrongPlace: restocked goods need a place for sale.
        Conflict: the return is not received (any more).
        BadInput, NotFound: as the names say.
    """
    goods.require_quantity(qty)
    return_id = must_find(
        tx.execute(_RETURN_OF, {"id": return_line_id}).scalar(), "return line", return_line_id
    )
    found = lock_return(tx, return_id)
    if found.state != "received":
        raise Conflict(
            f"Return {found.number} is {found.state}.",
            hint="Goods are judged once they were received.",
            number=found.number,
            state=found.state,
        )
    line = lines_of(tx, return_id)[return_line_id]
    article = goods.articles(tx, {line.product_id})[line.product_id]
    if qty > (waiting := line.received - line.inspected):
        raise NotReceived(article.sku, wanted=qty, waiting=waiting)
    batch = _batch(tx, article, return_line_id, lot_id, qty)
    now = tx.execute(_NOW, {"id": found.warehouse_id}).one()
    expired = batch.expires_on is not None and batch.expires_on < local_day(now.now, now.time_zone)
    decided = _decide(grade, disposition, expired=expired)
    where = goods.standard_places(tx, found.warehouse_id, "returns", "quarantine", "adjustment")
    target = _target(tx, decided, where, found.warehouse_id, location_id)
    row = LedgerRow(
        "adjust" if decided is Disposition.SCRAP else "move",
        article.id,
        qty,
        lot_id=batch.id,
        to_lot_id=batch.id,
        from_location_id=where["returns"].id,
        to_location_id=target.id,
        reason=SCRAPPED if decided is Disposition.SCRAP else "",
        serial_id=_piece(tx, article, where["returns"], batch, qty, serials),
    )
    balances = goods.lock_stock(tx, found.warehouse_id, [article.id], [batch.owner_id])
    goods.require_free(
        [row], balances, {article.id: article}, {place.id: place for place in (*where.values(), target)}
    )
    (move_id,) = post_numbered(tx, [row])
    values = {
        "return_line_id": return_line_id,
        "qty": qty,
        "grade": Grade(grade).value,
        "disposition": decided.value,
        "note": note,
        "move_id": move_id,
    }
    inspection_id: int = tx.execute(_NEW, values).scalar_one()
    tx.changed("return_order", return_id)
    record_event(
        tx,
        found.order_id,
        "return_judged",
        number=found.number,
        sku=article.sku,
        qty=qty,
        disposition=decided,
    )
    if any(one.received > one.inspected for one in lines_of(tx, return_id).values()):
        return Inspected(inspection_id, move_id, return_id, "received")
    move_state(tx, RETURN, [return_id], "inspect")
    record_event(tx, found.order_id, "return_inspected", number=found.number)
    return Inspected(inspection_id, move_id, return_id, "inspected")


def _decide(grade: str, disposition: str, *, expired: bool) -> Disposition:
    try:
        judged, wanted = Grade(grade), Disposition(disposition)
    except ValueError:
        raise BadInput(
            f"{grade!r} and {disposition!r} are no grade and disposition.",
            hint=f"Grades are {', '.join(Grade)}; dispositions {', '.join(Disposition)}.",
            grade=grade,
            disposition=disposition,
        ) from None
    allowed = allowed_dispositions(judged, expired=expired)
    if wanted not in allowed:
        raise WrongDisposition(judged, wanted, allowed)
    return wanted


def _batch(tx: Transaction, article: Article, return_line_id: int, lot_id: int | None, qty: int) -> Batch:
    """The lot that the pieces are of: as named, or the only one that waits."""
    waiting: dict[int, int] = defaultdict(int)
    for row in tx.execute(_CAME, {"id": return_line_id}).all():
        waiting[row.lot_id] += row.qty if row.reverses_id is None else -row.qty
    for row in tx.execute(_JUDGED, {"id": return_line_id}).all():
        waiting[row.lot_id] -= int(row.qty)
    left = {lot: pieces for lot, pieces in waiting.items() if pieces > 0}
    if lot_id is None and len(left) != 1:
        raise goods.WrongLot(
            f"{article.sku} came back of several lots.",
            hint="Read the lot from the goods.",
            sku=article.sku,
            lots=sorted(left),
        )
    chosen = lot_id if lot_id is not None else next(iter(left))
    if qty > left.get(chosen, 0):
        raise NotReceived(article.sku, wanted=qty, waiting=left.get(chosen, 0))
    return goods.lots(tx, {chosen})[chosen]


def _target(
    tx: Transaction,
    decided: Disposition,
    where: dict[str, Place],
    warehouse_id: int,
    location_id: int | None,
) -> Place:
    if decided is Disposition.SCRAP:
        return where["adjustment"]
    if decided is Disposition.QUARANTINE:
        return where["quarantine"]
    if location_id is None:
        raise goods.WrongPlace("Restocked goods need a place.", hint="Scan the place where they go.")
    place = goods.places(tx, {location_id})[location_id]
    if not place.sellable or place.warehouse_id != warehouse_id:
        raise goods.WrongPlace(
            f"{place.code} is no place for sale of this warehouse.", hint="Scan a shelf.", place=place.code
        )
    return place


def _piece(
    tx: Transaction, article: Article, place: Place, batch: Batch, qty: int, codes: tuple[str, ...]
) -> int | None:
    """The piece with a number of its own; such pieces are judged one at a time."""
    goods.check_serials(article, 1 if article.serial_tracked else qty, codes)
    if not codes:
        return None
    if qty != 1:
        raise goods.WrongQuantity(
            f"{article.sku} is judged piece by piece.",
            hint="Scan one serial number.",
            sku=article.sku,
            qty=qty,
        )
    return goods.serial_ids(tx, article, place, batch.id, codes)[0]


@use_case(Permission.RETURN_INSPECT)
def undo_inspection(tx: Transaction, inspection_id: int) -> Inspected:
    """Take a judgement back by its mirrored ledger row: the pieces wait in the place for returns again.

    Raises:
        NotEnoughThere: restocked goods are gone or held by shipments already.
        Conflict: it was undone already, or the return is settled.
        NotFound: there is no such judgement.
    """
    row = must_find(tx.execute(_INSPECTION, {"id": inspection_id}).first(), "inspection", inspection_id)
    found = lock_return(tx, row.return_id)
    if tx.execute(_UNDONE, {"inspection": inspection_id}).rowcount != 1:
        raise Conflict(
            "This judgement was undone already.", hint="Look at the return.", inspection_id=inspection_id
        )
    if found.state == "inspected":
        move_state(tx, RETURN, [row.return_id], "reinspect")
    elif found.state != "received":
        raise Conflict(
            f"Return {found.number} is {found.state}.",
            hint="What was paid back stays judged.",
            number=found.number,
            state=found.state,
        )
    _require_there(tx, found.warehouse_id, row)
    (move_id,) = reverse_moves(tx, [row.move_id])
    tx.changed("return_order", row.return_id)
    record_event(tx, found.order_id, "return_judged_again", number=found.number, qty=row.qty)
    return Inspected(inspection_id, move_id, row.return_id, "received")


def _require_there(tx: Transaction, warehouse_id: int, row: Any) -> None:
    article = goods.articles(tx, {row.product_id})
    place = goods.places(tx, {row.to_location_id})
    batch = goods.lots(tx, {row.to_lot_id})[row.to_lot_id]
    balances = goods.lock_stock(tx, warehouse_id, [row.product_id], [batch.owner_id])
    back = LedgerRow(row.kind, row.product_id, row.qty, lot_id=batch.id, from_location_id=row.to_location_id)
    goods.require_free([back], balances, article, place)
