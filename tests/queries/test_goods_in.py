"""Open purchase orders, their lines and receipts."""

from __future__ import annotations

from datetime import date

from app.domain.permissions import Role
from app.queries import goods_in, places
from app.queries.pages import Ask
from app.services.goods_in import NewPurchaseLine, add_purchase_order, close_purchase_order
from app.services.parties import add_supplier
from app.services.stock import ReceiptLine, receive, undo_receipt
from tests.rig.databases import World
from tests.rig.shop import Shop


def test_purchase_orders_by_the_day_they_are_expected(world: World) -> None:
    shop = Shop(world)
    supplier = add_supplier(shop.owner, "S1", "Poterie du Nord")
    mug, tea = shop.product["MUG"], shop.product["TEA"]
    days = [date(2030, 1, 2), None, date(2030, 1, 1)]
    made = [
        add_purchase_order(
            shop.owner, shop.warehouse, supplier, (NewPurchaseLine(mug, 12), NewPurchaseLine(tea, 6)), day
        )
        for day in days
    ]
    receive(
        shop.owner, shop.warehouse, (ReceiptLine(mug, 6, purchase_line_id=made[0].line_ids[0]),), supplier
    )
    close_purchase_order(shop.owner, made[1].purchase_order_id)
    with world.ctx(Role.STOCK_KEEPER).reading() as connection:
        rows = goods_in.purchases(connection, Ask(), shop.warehouse).rows
        assert [row.id for row in rows] == [made[2].purchase_order_id, made[0].purchase_order_id]
        assert (rows[1].supplier, rows[1].lines, rows[1].qty, rows[1].received) == (
            "Poterie du Nord",
            2,
            18,
            6,
        )
        closed = goods_in.purchases(connection, Ask(filters={"status": "closed"}), shop.warehouse).rows
        assert [(row.id, row.expected_on) for row in closed] == [(made[1].purchase_order_id, None)]
        assert goods_in.count_purchases(connection, Ask(), shop.warehouse) == 2
        assert goods_in.count_purchases(connection, Ask(text=made[0].number.lower()), shop.warehouse) == 1
        assert goods_in.count_purchases(connection, Ask(text="nord pot"), shop.warehouse) == 2
        assert (
            goods_in.count_purchases(connection, Ask(filters={"until": date(2030, 1, 1)}), shop.warehouse)
            == 1
        )
        first = goods_in.purchases(connection, Ask(size=1), shop.warehouse)
        second = goods_in.purchases(connection, Ask(first.after, 1), shop.warehouse)
        assert [row.id for row in (*first.rows, *second.rows)] == [row.id for row in rows]
        assert goods_in.purchase(connection, made[0].purchase_order_id) == rows[1]
        assert goods_in.purchase(connection, 999) is None
        lines = goods_in.purchase_lines(connection, made[0].purchase_order_id)
        assert [(line.sku, line.qty, line.received, line.missing) for line in lines] == [
            ("MUG", 12, 6, 6),
            ("TEA", 6, 0, 6),
        ]
        assert lines[1].lot_tracked


def test_receipts_and_what_lies_at_the_dock(world: World) -> None:
    shop = Shop(world)
    supplier = add_supplier(shop.owner, "S1", "Poterie du Nord")
    mug = shop.product["MUG"]
    order = add_purchase_order(shop.owner, shop.warehouse, supplier, (NewPurchaseLine(mug, 12),))
    line = ReceiptLine(mug, 6, purchase_line_id=order.line_ids[0])
    first = receive(shop.owner, shop.warehouse, (line,), supplier, "DN-1")
    second = receive(shop.owner, shop.warehouse, (line,), supplier, "DN-2")
    undo_receipt(shop.owner, first.receipt_id)
    with world.ctx(Role.STOCK_KEEPER).reading() as connection:
        found = goods_in.receipts(connection, order.purchase_order_id)
        assert [(one.id, one.delivery_note, one.undone) for one in found] == [
            (second.receipt_id, "DN-2", False),
            (first.receipt_id, "DN-1", True),
        ]
        dock = goods_in.dock(connection, shop.warehouse)
        assert dock == shop.where("GOODS-IN")
        assert [(one.sku, one.on_hand) for one in places.lying_in(connection, shop.where("GOODS-IN"))] == [
            ("MUG", 6)
        ]
