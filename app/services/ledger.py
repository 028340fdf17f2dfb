"""Writing the stock ledger: the only way in which stock changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.errors import Conflict
from app.models import StockMove
from app.models.bulk import BulkInsert


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row to post; see DESIGN section 3 for which fields each kind takes. Quantities are base units."""

    kind: str
    product_id: int
    qty: int
    lot_id: int | None = None
    to_lot_id: int | None = None
    from_location_id: int | None = None
    to_location_id: int | None = None
    shipment_line_id: int | None = None
    return_line_id: int | None = None
    purchase_line_id: int | None = None
    serial_id: int | None = None
    reason: str = ""
    reverses_id: int | None = None


_FIELDS = tuple(LedgerRow.__dataclass_fields__)
_POST = BulkInsert(StockMove, (*_FIELDS, "op_key"))
_POST_NUMBERED = BulkInsert(StockMove, (*_FIELDS, "op_key"), returning=("id",))
_KINDS = {
    "deallocate": 0,
    "receive": 1,
    "adjust": 2,
    "move": 3,
    "relabel": 4,
    "return": 5,
    "release": 6,
    "reserve": 7,
    "allocate": 8,
}


def posting_order(row: LedgerRow) -> tuple[int, ...]:
    """Claims let go first, arrivals before promises and new claims, then by key: one order for everybody.

    SQLite's trigger sees the rows one by one, so a claim goes before the promise and the goods it rests on.
    """
    return (
        _KINDS.get(row.kind, 9),
        row.shipment_line_id or 0,
        row.product_id,
        row.lot_id or 0,
        row.from_location_id or 0,
        row.to_location_id or 0,
    )


def post_moves(tx: Transaction, rows: Iterable[LedgerRow]) -> None:
    """Post rows as one sorted multi-row INSERT, so that the trigger locks once and in order.

    Post everything of a use case in one call where possible: a second call may lock earlier keys again and
    meet another desk.

    Raises:
        RuleBroken: (after the transaction) the ledger refused.
    """
    _POST(tx, _sorted(tx, rows))


def post_numbered(tx: Transaction, rows: Iterable[LedgerRow]) -> list[int]:
    """Post rows as `post_moves` does, and wait for their ids, which come in posted (sorted) order."""
    return [int(got.id) for got in _POST_NUMBERED(tx, _sorted(tx, rows))]


def _sorted(tx: Transaction, rows: Iterable[LedgerRow]) -> list[dict[str, Any]]:
    ordered = sorted(rows, key=posting_order)
    for row in ordered:
        tx.changed("stock", row.product_id)
    return [{name: getattr(row, name) for name in _FIELDS} | {"op_key": tx.op_key} for row in ordered]


_MIRROR_KIND = {
    "reserve": "release",
    "release": "reserve",
    "allocate": "deallocate",
    "deallocate": "allocate",
}
_M = StockMove.__table__
_MOVES = (
    sa.select(*(_M.c[name] for name in ("id", *_FIELDS)))
    .where(_M.c.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(_M.c.id)
)
_REVERSED = sa.select(_M.c.reverses_id).where(_M.c.reverses_id.in_(sa.bindparam("ids", expanding=True)))


def mirror(row: Any, reason: str = "undo") -> LedgerRow:
    """The row that takes a posted row back."""
    promise = row.kind in _MIRROR_KIND
    return LedgerRow(
        kind=_MIRROR_KIND.get(row.kind, row.kind),
        product_id=row.product_id,
        qty=row.qty,
        lot_id=row.lot_id if promise else row.to_lot_id,
        to_lot_id=None if promise else row.lot_id,
        from_location_id=row.from_location_id if promise else row.to_location_id,
        to_location_id=None if promise else row.from_location_id,
        shipment_line_id=row.shipment_line_id,
        return_line_id=row.return_line_id,
        purchase_line_id=row.purchase_line_id,
        serial_id=row.serial_id,
        reason=reason,
        reverses_id=row.id,
    )


def reverse_moves(tx: Transaction, move_ids: Sequence[int], reason: str = "undo") -> list[int]:
    """Undo ledger rows by their mirrored rows, all or none.

    Raises:
        Conflict: one of them was undone already, or is not there.
    """
    if not move_ids:
        return []
    if tx.execute(_REVERSED, {"ids": list(move_ids)}).first() is not None:
        raise Conflict("This step was undone already.", hint="Look at the stock card.")
    found = tx.execute(_MOVES, {"ids": list(move_ids)}).all()
    if len(found) != len(set(move_ids)):
        raise Conflict("The moves to undo are not all there.", hint="Look at the stock card.")
    return post_numbered(tx, [mirror(row, reason) for row in found])
