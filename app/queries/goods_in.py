"""What is to come in: open purchase orders, their lines, what lies at the dock, and receipts that can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.text import fold
from app.models import (
    Location,
    Product,
    PurchaseLine,
    PurchaseOrder,
    Receipt,
    StockMove,
    Supplier,
)
from app.queries.orders import FAR
from app.queries.pages import COUNTED, Ask, Page, by_key, page


@dataclass(frozen=True, slots=True)
class PurchaseRow:
    """A purchase order in the list; quantities in base units."""

    id: int
    number: str
    status: str
    supplier_id: int
    supplier: str
    expected_on: date | None
    lines: int = 0
    qty: int = 0
    received: int = 0


@dataclass(frozen=True, slots=True)
class OrderedLine:
    """A line of a purchase order."""

    id: int
    position: int
    product_id: int
    sku: str
    name: str
    lot_tracked: bool
    serial_tracked: bool
    qty: int
    received: int

    @property
    def missing(self) -> int:
        """What is still to come; more than ordered is a fact, not a debt."""
        return max(0, self.qty - self.received)


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A receipt of a purchase order; `undone` ones were taken back."""

    id: int
    number: str
    delivery_note: str
    received_at: datetime
    received_by: str
    undone: bool


_STATUSES = {
    # Written out, not bound: only so is the index of open orders found.
    "open": PurchaseOrder.status == sa.literal_column("'open'"),
    "closed": PurchaseOrder.status == "closed",
}
_EXPECTED = sa.func.coalesce(PurchaseOrder.expected_on, FAR)
_ROWS: Any = sa.select(
    *(PurchaseOrder.id, PurchaseOrder.number, PurchaseOrder.status, Supplier.id.label("supplier_id")),
    *(Supplier.name, _EXPECTED.label("expected")),
).join(Supplier, Supplier.id == PurchaseOrder.supplier_id)
_SUMS: Any = (
    sa.select(
        PurchaseLine.purchase_order_id,
        sa.func.count(),
        sa.func.sum(PurchaseLine.qty),
        sa.func.sum(PurchaseLine.received),
    )
    .where(PurchaseLine.purchase_order_id.in_(sa.bindparam("ids", expanding=True)))
    .group_by(PurchaseLine.purchase_order_id)
)
_LINES: Any = (
    sa.select(
        *(PurchaseLine.id, PurchaseLine.position, PurchaseLine.product_id, Product.sku, Product.name),
        *(Product.lot_tracked, Product.serial_tracked, PurchaseLine.qty, PurchaseLine.received),
    )
    .join(Product, Product.id == PurchaseLine.product_id)
    .where(PurchaseLine.purchase_order_id == sa.bindparam("order"))
    .order_by(PurchaseLine.position)
)
_ID: Any = PurchaseOrder.id
_BACK = sa.orm.aliased(StockMove)
_UNDONE = (
    sa.exists()
    .where(StockMove.op_key == Receipt.op_key, _BACK.reverses_id == StockMove.id)
    .correlate(Receipt)
)
_RECEIPTS = (
    sa.select(
        *(Receipt.id, Receipt.number, Receipt.delivery_note, Receipt.received_at, Receipt.received_by),
        sa.and_(Receipt.op_key != "", _UNDONE),
    )
    .where(Receipt.purchase_order_id == sa.bindparam("order"))
    .order_by(Receipt.id.desc())
    .limit(20)
)
_DOCK = (
    sa.select(Location.id)
    .where(Location.warehouse_id == sa.bindparam("warehouse"), Location.kind == "goods_in")
    .order_by(Location.id)
    .limit(1)
)


def purchases(connection: Connection, ask: Ask, warehouse_id: int) -> Page[PurchaseRow]:
    """A page of open purchase orders by expected date, or of closed ones (`ask.filters["status"]`), the newest first."""
    statement = _asked(_ROWS, ask, warehouse_id)
    if ask.filters.get("status", "open") == "open":
        found = connection.execute(by_key(statement, ask, _EXPECTED, _ID)).all()
        return page(_with_sums(connection, found), ask, lambda row: (row.expected_on or FAR, row.id))
    newest = replace(ask, descending=not ask.descending)
    found = connection.execute(by_key(statement, newest, _ID, _ID)).all()
    return page(_with_sums(connection, found), ask, lambda row: (row.id, row.id))


def count_purchases(connection: Connection, ask: Ask, warehouse_id: int) -> int:
    """How many purchase orders the question finds; 10,001 stands for more than ten thousand."""
    few = _asked(_ROWS.with_only_columns(PurchaseOrder.id), ask, warehouse_id).limit(COUNTED).subquery()
    return int(connection.execute(sa.select(sa.func.count()).select_from(few)).scalar_one())


def purchase(connection: Connection, purchase_order_id: int) -> PurchaseRow | None:
    """One purchase order, None where there is none."""
    rows = connection.execute(_ROWS.where(PurchaseOrder.id == purchase_order_id)).all()
    return next(iter(_with_sums(connection, rows)), None)


def purchase_lines(connection: Connection, purchase_order_id: int) -> tuple[OrderedLine, ...]:
    """The lines of a purchase order."""
    return tuple(OrderedLine(*row) for row in connection.execute(_LINES, {"order": purchase_order_id}))


def receipts(connection: Connection, purchase_order_id: int) -> tuple[ReceiptRow, ...]:
    """The last receipts of a purchase order, the newest first."""
    rows = connection.execute(_RECEIPTS, {"order": purchase_order_id})
    return tuple(ReceiptRow(*row[:5], bool(row[5])) for row in rows)


def dock(connection: Connection, warehouse_id: int) -> int | None:
    """The place where deliveries are taken in."""
    found: int | None = connection.execute(_DOCK, {"warehouse": warehouse_id}).scalar()
    return found


def _asked(statement: Any, ask: Ask, warehouse_id: int) -> Any:
    statement = statement.where(
        _STATUSES[ask.filters.get("status", "open")], PurchaseOrder.warehouse_id == warehouse_id
    )
    if ask.filters.get("until") is not None:
        statement = statement.where(PurchaseOrder.expected_on <= ask.filters["until"])
    if ask.text:
        number = PurchaseOrder.number.startswith(ask.text.upper(), autoescape=True)
        words = [Supplier.search_text.contains(word, autoescape=True) for word in fold(ask.text).split()]
        statement = statement.where(sa.or_(number, sa.and_(sa.true(), *words)))
    return statement


def _with_sums(connection: Connection, rows: Any) -> list[PurchaseRow]:
    ids = [row.id for row in rows]
    sums = {row[0]: row[1:] for row in connection.execute(_SUMS, {"ids": ids})} if ids else {}
    return [
        PurchaseRow(
            *(row.id, row.number, row.status, row.supplier_id, row.name),
            row.expected if row.expected != FAR else None,
            *(int(one) for one in sums.get(row.id, (0, 0, 0))),
        )
        for row in rows
    ]
