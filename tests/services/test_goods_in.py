"""Purchase orders and what is received on them, on both engines, as a stock keeper."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.errors import Conflict, NotFound
from app.services import goods
from app.services.goods_in import NewPurchaseLine, add_purchase_order, close_purchase_order
from app.services.parties import add_supplier
from app.services.stock import ReceiptLine, receive, undo_receipt
from tests.rig.databases import World
from tests.rig.goods import Depot, make_depot


@pytest.fixture
def depot(world: World) -> Depot:
    return make_depot(world)


def received(depot: Depot, line: int) -> int:
    found: int = depot.world.one("SELECT received FROM purchase_line WHERE id = :i", i=line)
    return found


def test_receipts_count_on_the_purchase_line(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    supplier = add_supplier(depot.world.owner, "SUP", "Supplier")
    order = add_purchase_order(ctx, depot.warehouse, supplier, (NewPurchaseLine(depot.plain, 10),))
    (line,) = order.line_ids
    first = receive(ctx, depot.warehouse, (ReceiptLine(depot.plain, 4, purchase_line_id=line),), supplier)
    receive(ctx, depot.warehouse, (ReceiptLine(depot.plain, 8, purchase_line_id=line),), supplier)
    assert received(depot, line) == 12, "more than ordered is a fact"
    assert (
        depot.world.one("SELECT purchase_order_id FROM receipt WHERE id = :i", i=first.receipt_id)
        == order.purchase_order_id
    )
    undo_receipt(ctx, first.receipt_id)
    assert received(depot, line) == 8


def test_a_closed_purchase_order_takes_nothing_more(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    supplier = add_supplier(depot.world.owner, "SUP", "Supplier")
    order = add_purchase_order(ctx, depot.warehouse, supplier, (NewPurchaseLine(depot.plain, 10),))
    line = ReceiptLine(depot.plain, 4, purchase_line_id=order.line_ids[0])
    assert close_purchase_order(ctx, order.purchase_order_id) == "closed"
    with pytest.raises(Conflict):
        receive(ctx, depot.warehouse, (line,))
    with pytest.raises(NotFound):
        close_purchase_order(ctx, order.purchase_order_id)
    assert received(depot, order.line_ids[0]) == 0
    assert close_purchase_order(ctx, order.purchase_order_id, reopen=True) == "open"
    with pytest.raises(Conflict):
        receive(
            ctx, depot.warehouse, (ReceiptLine(depot.dated, 1, "L1", purchase_line_id=order.line_ids[0]),)
        )
    receive(ctx, depot.warehouse, (line,))


def test_wrong_purchase_orders_are_not_written(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    supplier = add_supplier(depot.world.owner, "SUP", "Supplier")
    line = NewPurchaseLine(depot.plain, 1)
    for arguments, refusal in (
        ((depot.warehouse, supplier, ()), goods.WrongQuantity),
        ((depot.warehouse, supplier, (NewPurchaseLine(depot.plain, 0),)), goods.WrongQuantity),
        ((depot.warehouse, 999_999, (line,)), NotFound),
        ((999_999, supplier, (line,)), NotFound),
        ((depot.warehouse, supplier, (NewPurchaseLine(999_999, 1),)), NotFound),
    ):
        with pytest.raises(refusal):
            add_purchase_order(ctx, *arguments)
    assert depot.world.one("SELECT count(*) FROM purchase_order") == 0
