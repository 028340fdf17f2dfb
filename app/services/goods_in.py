"""What is to come: purchase orders. Their lines are received by `stock.receive`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.models import PurchaseLine, PurchaseOrder, Supplier, Warehouse
from app.models.bulk import BulkInsert
from app.services import goods
from app.services.context import use_case
from app.services.rows import must_find


@dataclass(frozen=True, slots=True)
class NewPurchaseLine:
    """So many base units of a product."""

    product_id: int
    qty: int


@dataclass(frozen=True, slots=True)
class Purchased:
    """A purchase order and its lines, in the order given."""

    purchase_order_id: int
    number: str
    line_ids: tuple[int, ...]


_LINES = BulkInsert(PurchaseLine, ("purchase_order_id", "position", "product_id", "qty"), returning=("id",))
_STATUS = (
    sa.update(PurchaseOrder)
    .where(PurchaseOrder.id == sa.bindparam("order"), PurchaseOrder.status == sa.bindparam("before"))
    .values(status=sa.bindparam("after"), version=PurchaseOrder.version + 1)
)


@use_case(Permission.STOCK_RECEIVE)
def add_purchase_order(
    tx: Transaction,
    warehouse_id: int,
    supplier_id: int,
    lines: tuple[NewPurchaseLine, ...],
    expected_on: date | None = None,
) -> Purchased:
    """Write down what a supplier is to deliver and when (a local date of the warehouse).

    Raises:
        WrongQuantity: no line, or a line without pieces.
        NotFound: supplier, warehouse or product.
    """
    if not lines:
        raise goods.WrongQuantity("Nothing is ordered.", hint="Give at least one line.")
    for line in lines:
        goods.require_quantity(line.qty)
    goods.articles(tx, {line.product_id for line in lines})
    must_find(
        tx.execute(sa.select(Supplier.id).where(Supplier.id == supplier_id)).first(), "supplier", supplier_id
    )
    must_find(
        tx.execute(sa.select(Warehouse.id).where(Warehouse.id == warehouse_id)).first(),
        "warehouse",
        warehouse_id,
    )
    (number,) = tx.numbers("PO")
    values = {
        "number": number,
        "supplier_id": supplier_id,
        "warehouse_id": warehouse_id,
        "expected_on": expected_on,
    }
    order_id: int = tx.execute(sa.insert(PurchaseOrder).returning(PurchaseOrder.id), values).scalar_one()
    rows = [
        {"purchase_order_id": order_id, "position": position, "product_id": line.product_id, "qty": line.qty}
        for position, line in enumerate(lines, 1)
    ]
    ids = tuple(int(row.id) for row in _LINES(tx, rows))
    tx.changed("purchase_order", order_id)
    return Purchased(order_id, number, ids)


@use_case(Permission.STOCK_RECEIVE)
def close_purchase_order(tx: Transaction, purchase_order_id: int, reopen: bool = False) -> str:
    """Expect nothing more on a purchase order, or expect it again; the new status.

    Raises:
        NotFound: no such purchase order, or it is not in the state before.
    """
    before, after = ("closed", "open") if reopen else ("open", "closed")
    done = tx.execute(_STATUS, {"order": purchase_order_id, "before": before, "after": after}).rowcount
    must_find(purchase_order_id if done else None, f"{before} purchase order", purchase_order_id)
    tx.changed("purchase_order", purchase_order_id)
    return after
