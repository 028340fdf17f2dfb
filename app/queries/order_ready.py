"""Whether orders can leave: asked for the few orders of a page, never for the whole table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import (
    OrderHold,
    OrderLine,
    Product,
    PurchaseLine,
    PurchaseOrder,
    ReasonCode,
    SalesOrder,
    Shipment,
    ShipmentLine,
    StockLevel,
    Supplier,
)
from app.models.stock import OWN_STOCK

IN_FULFILMENT = frozenset({"released", "picking", "picked", "packing", "packed"})
LEFT = frozenset({"shipped", "delivered"})


@dataclass(frozen=True, slots=True)
class Ready:
    """Whether an order can leave.

    Attributes:
        light: 'now' (everything that is open is promised or free), 'part' (some lines), 'waits' (none, or
            some of an order that ships complete), 'held', or '' where it
            does not matter: drafts, closed and cancelled orders.
        done: Open lines that could leave now.
        of: Open lines.
        until: The day on which the last missing goods are expected, or the hold ends; None where nobody knows.
        waits_for: Who sends the goods that come last; the product's SKU where it is on order nowhere.
        ordered: Whether all that is missing is on order.
        reason: Why it is held, in English and French.
        lines: All lines that are not cancelled.
        step: 'fulfilment' while goods are on their way through the house, 'part_shipped' when some left, else ''.
        planned: Shipments that are not reserved yet.
        reserved: Shipments that wait for a pick list.
    """

    light: str = ""
    done: int = 0
    of: int = 0
    until: date | None = None
    lines: int = 0
    step: str = ""
    planned: int = 0
    reserved: int = 0
    waits_for: str = ""
    ordered: bool = True
    reason: tuple[str, str] = ("", "")


NOTHING = Ready()

_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_COVERED = sa.func.coalesce(
    sa.select(sa.func.sum(ShipmentLine.reserved + ShipmentLine.picked))
    .where(ShipmentLine.order_line_id == OrderLine.id)
    .scalar_subquery(),
    0,
)
_LEFT_OPEN = OrderLine.qty - OrderLine.cancelled - OrderLine.shipped
_GOODS = (
    # A product that stands in two lines has its free stock once: hence by product, not by line.
    sa.select(
        SalesOrder.id.label("order_id"),
        SalesOrder.warehouse_id,
        OrderLine.product_id,
        sa.func.count().filter(OrderLine.cancelled < OrderLine.qty).label("lines"),
        sa.func.count().filter(_LEFT_OPEN > 0).label("open_lines"),
        sa.func.sum(_LEFT_OPEN).label("wanted"),
        sa.func.sum(_COVERED).label("covered"),
    )
    .join(OrderLine, OrderLine.order_id == SalesOrder.id)
    .where(SalesOrder.id.in_(_IDS))
    .group_by(SalesOrder.id, SalesOrder.warehouse_id, OrderLine.product_id)
    .subquery("goods")
)
_COMING: Any = (
    sa.select(sa.literal(1))
    .select_from(PurchaseOrder)
    .join(PurchaseLine, PurchaseLine.purchase_order_id == PurchaseOrder.id)
    .join(Supplier, Supplier.id == PurchaseOrder.supplier_id)
    .where(
        PurchaseLine.product_id == _GOODS.c.product_id,
        PurchaseLine.received < PurchaseLine.qty,
        PurchaseOrder.status == "open",
        PurchaseOrder.warehouse_id == _GOODS.c.warehouse_id,
        # A delivery that is overdue comes nobody knows when.
        PurchaseOrder.expected_on >= sa.bindparam("day", type_=sa.Date),
    )
    .order_by(PurchaseOrder.expected_on, PurchaseOrder.id)
    .limit(1)
)
_DUE = _COMING.with_only_columns(PurchaseOrder.expected_on).scalar_subquery()
_SENDER = _COMING.with_only_columns(Supplier.name).scalar_subquery()
_FREE = sa.func.coalesce(StockLevel.sellable - StockLevel.reserved, 0)
_IS_SHORT = _GOODS.c.wanted - _GOODS.c.covered > sa.case((_FREE > 0, _FREE), else_=0)
_PRODUCTS = (
    sa.select(
        *(_GOODS.c.order_id, _GOODS.c.lines, _GOODS.c.open_lines, Product.sku),
        sa.case((_IS_SHORT, 1), else_=0).label("short"),
        sa.case((_IS_SHORT, _DUE)).label("due"),
        sa.case((_IS_SHORT, _SENDER)).label("sender"),
    )
    .join(Product, Product.id == _GOODS.c.product_id)
    .outerjoin(
        StockLevel,
        sa.and_(
            StockLevel.product_id == _GOODS.c.product_id,
            StockLevel.warehouse_id == _GOODS.c.warehouse_id,
            StockLevel.owner_id == OWN_STOCK,
        ),
    )
    .order_by(_GOODS.c.order_id, _GOODS.c.product_id)
)
_STATES = sa.select(SalesOrder.id, SalesOrder.state, SalesOrder.ship_complete).where(SalesOrder.id.in_(_IDS))
_HELD = (
    sa.select(OrderHold.order_id, OrderHold.until, ReasonCode.label_en, ReasonCode.label_fr)
    .join(ReasonCode, ReasonCode.code == OrderHold.reason)
    .where(
        OrderHold.order_id.in_(_IDS),
        OrderHold.released_at.is_(None),
        sa.or_(OrderHold.until.is_(None), OrderHold.until > sa.bindparam("day", type_=sa.Date)),
    )
    .order_by(OrderHold.order_id, OrderHold.id)
)
_SHIPMENTS = (
    sa.select(Shipment.order_id, Shipment.state, sa.func.count().label("number"))
    .where(Shipment.order_id.in_(_IDS))
    .group_by(Shipment.order_id, Shipment.state)
)


def ready(connection: Connection, order_ids: Sequence[int], day: date) -> dict[int, Ready]:
    """The light of each order: four statements, whatever the number of orders."""
    if not order_ids:
        return {}
    given: dict[str, Any] = {"ids": list(order_ids)}
    orders = connection.execute(_STATES, given).all()
    holds: dict[int, list[Any]] = defaultdict(list)
    for hold in connection.execute(_HELD, given | {"day": day}):
        holds[hold.order_id].append(hold)
    shipments: dict[int, dict[str, int]] = defaultdict(dict)
    for row in connection.execute(_SHIPMENTS, given):
        shipments[row.order_id][row.state] = row.number
    goods: dict[int, list[Any]] = defaultdict(list)
    for product in connection.execute(_PRODUCTS, given | {"day": day}):
        goods[product.order_id].append(product)
    return {
        one.id: _light(one.state, bool(one.ship_complete), goods[one.id], holds[one.id], shipments[one.id])
        for one in orders
    }


def _light(
    state: str, complete: bool, goods: Sequence[Any], holds: Sequence[Any], shipments: dict[str, int]
) -> Ready:
    done = sum(int(row.open_lines) for row in goods if not row.short)
    of = sum(int(row.open_lines) for row in goods)
    short = [row for row in goods if row.short]
    unknown = [row for row in short if row.due is None]
    last = unknown[0] if unknown else max(short, key=lambda row: row.due, default=None)
    light, reason, waits_for = "", ("", ""), ""
    until = last.due if last is not None else None
    if holds:
        light, reason = "held", (holds[0].label_en, holds[0].label_fr)
        ends = [row.until for row in holds]
        until = max(ends) if all(ends) else None
    elif state == "confirmed" and of:
        light = "now" if done == of else "part" if done and not complete else "waits"
        waits_for = "" if last is None else last.sku if unknown else last.sender
    step = ""
    if state == "confirmed":
        step = "part_shipped" if LEFT & set(shipments) else ""
        step = "fulfilment" if IN_FULFILMENT & set(shipments) else step
    return Ready(
        *(light, done, of, until, sum(int(row.lines) for row in goods), step),
        *(shipments.get("planned", 0), shipments.get("reserved", 0), waits_for, not unknown, reason),
    )
