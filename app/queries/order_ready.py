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
    PurchaseLine,
    PurchaseOrder,
    SalesOrder,
    Shipment,
    ShipmentLine,
    StockLevel,
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
        until: The day on which the last missing goods are expected; None where nobody knows.
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
_DUE = (
    sa.select(sa.func.min(PurchaseOrder.expected_on))
    .join(PurchaseLine, PurchaseLine.purchase_order_id == PurchaseOrder.id)
    .where(
        PurchaseLine.product_id == _GOODS.c.product_id,
        PurchaseLine.received < PurchaseLine.qty,
        PurchaseOrder.status == "open",
        PurchaseOrder.warehouse_id == _GOODS.c.warehouse_id,
        # A delivery that is overdue comes nobody knows when.
        PurchaseOrder.expected_on >= sa.bindparam("day", type_=sa.Date),
    )
    .scalar_subquery()
)
_FREE = sa.func.coalesce(StockLevel.sellable - StockLevel.reserved, 0)
_IS_SHORT = _GOODS.c.wanted - _GOODS.c.covered > sa.case((_FREE > 0, _FREE), else_=0)
_PRODUCTS = (
    sa.select(
        *(_GOODS.c.order_id, _GOODS.c.lines, _GOODS.c.open_lines),
        sa.case((_IS_SHORT, 1), else_=0).label("short"),
        sa.case((_IS_SHORT, _DUE)).label("due"),
    )
    .outerjoin(
        StockLevel,
        sa.and_(
            StockLevel.product_id == _GOODS.c.product_id,
            StockLevel.warehouse_id == _GOODS.c.warehouse_id,
            StockLevel.owner_id == OWN_STOCK,
        ),
    )
    .subquery("products")
)
_SUMS = sa.select(
    _PRODUCTS.c.order_id,
    sa.func.sum(_PRODUCTS.c.lines).label("lines"),
    sa.func.sum(_PRODUCTS.c.open_lines).label("open_lines"),
    sa.func.sum(_PRODUCTS.c.open_lines * (1 - _PRODUCTS.c.short)).label("done"),
    sa.func.max(_PRODUCTS.c.due, type_=sa.Date).label("until"),
    sa.func.sum(sa.case((sa.and_(_PRODUCTS.c.short == 1, _PRODUCTS.c.due.is_(None)), 1), else_=0)).label(
        "unknown"
    ),
).group_by(_PRODUCTS.c.order_id)
_STATES = sa.select(SalesOrder.id, SalesOrder.state, SalesOrder.ship_complete).where(SalesOrder.id.in_(_IDS))
_HELD = (
    sa.select(OrderHold.order_id)
    .where(
        OrderHold.order_id.in_(_IDS),
        OrderHold.released_at.is_(None),
        sa.or_(OrderHold.until.is_(None), OrderHold.until > sa.bindparam("day", type_=sa.Date)),
    )
    .distinct()
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
    on_hold = set(connection.execute(_HELD, given | {"day": day}).scalars())
    shipments: dict[int, dict[str, int]] = defaultdict(dict)
    for row in connection.execute(_SHIPMENTS, given):
        shipments[row.order_id][row.state] = row.number
    sums = {row.order_id: row for row in connection.execute(_SUMS, given | {"day": day})}
    return {
        one.id: _light(
            one.state, bool(one.ship_complete), sums.get(one.id), one.id in on_hold, shipments[one.id]
        )
        for one in orders
    }


def _light(state: str, complete: bool, sums: Any, on_hold: bool, shipments: dict[str, int]) -> Ready:
    if sums is None:
        return Ready("held" if on_hold else "")
    done, of, lines = int(sums.done), int(sums.open_lines), int(sums.lines)
    light = ""
    if on_hold:
        light = "held"
    elif state == "confirmed" and of:
        light = "now" if done == of else "part" if done and not complete else "waits"
    step = ""
    if state == "confirmed":
        step = "part_shipped" if LEFT & set(shipments) else ""
        step = "fulfilment" if IN_FULFILMENT & set(shipments) else step
    until = sums.until if not sums.unknown else None
    planned, reserved = shipments.get("planned", 0), shipments.get("reserved", 0)
    return Ready(light, done, of, until, lines, step, planned, reserved)
