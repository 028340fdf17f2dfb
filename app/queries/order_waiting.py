"""Which orders wait, of all of them: short of goods, held, or able to leave; as `order_ready` says it of a page's few."""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import OrderHold, OrderLine, SalesOrder, Shipment, ShipmentLine, StockLevel
from app.queries.days import Span

LIGHTS = ("now", "part", "waits", "held")
ANY = "any"
IS_OPEN = sa.text("sales_order.state IN ('draft', 'confirmed')")
"""The condition of the partial index, word for word: it is used only so."""
_MISSING = ShipmentLine.qty - ShipmentLine.reserved - ShipmentLine.picked - ShipmentLine.shipped
_PLANNED = sa.select(Shipment.id).where(Shipment.state == "planned").scalar_subquery()
_FREE = sa.func.coalesce(StockLevel.sellable - StockLevel.reserved, 0)
_LEVEL = sa.and_(
    StockLevel.product_id == ShipmentLine.product_id,
    StockLevel.warehouse_id == ShipmentLine.warehouse_id,
    StockLevel.owner_id == ShipmentLine.owner_id,
)
_BY_PRODUCT: Any = (
    # As the light does: a product that stands in two lines has its free stock once.
    sa.select(Shipment.order_id)
    .join(ShipmentLine, ShipmentLine.shipment_id == Shipment.id)
    .outerjoin(StockLevel, _LEVEL)
    .where(_MISSING > 0)
    .group_by(Shipment.order_id, ShipmentLine.product_id)
)
_BY_ALL: Any = (
    sa.select(Shipment.order_id)
    .join(ShipmentLine, ShipmentLine.shipment_id == Shipment.id)
    .outerjoin(StockLevel, _LEVEL)
    .where(
        Shipment.state.not_in(("cancelled", "shipped", "delivered")), ShipmentLine.qty > ShipmentLine.shipped
    )
)
_FREE_ONCE = sa.func.max(sa.case((_FREE > 0, _FREE), else_=0))
_HAS_OPEN = (
    sa.exists()
    .where(
        OrderLine.order_id == SalesOrder.id,
        OrderLine.cancelled + OrderLine.shipped < OrderLine.qty,
    )
    .correlate(SalesOrder)
)


def held(day: date, reason: str = ANY) -> sa.Select[Any]:
    """Ids of orders with a hold that binds on this day: a hold with a date binds until the day before."""
    found = sa.select(OrderHold.order_id).where(
        OrderHold.released_at.is_(None), sa.or_(OrderHold.until.is_(None), OrderHold.until > day)
    )
    return found if reason == ANY else found.where(OrderHold.reason == reason)


def short(connection: Connection) -> sa.Select[Any]:
    """Ids of orders of which goods are lacking for a planned shipment.

    PostgreSQL takes the planned shipments as an array: as a join it would expect few of them, and look each line and level up
    on its own.
    """
    line = ShipmentLine.shipment_id
    postgresql = connection.dialect.name == "postgresql"
    planned = line == sa.any_(sa.func.array(_PLANNED)) if postgresql else line.in_(_PLANNED)
    found: sa.Select[Any] = _BY_PRODUCT.where(planned).having(sa.func.sum(_MISSING) > _FREE_ONCE)
    return found


def lit(connection: Connection, light: str, day: date) -> list[Any]:
    """What `order_ready` says of an order, for all of them: it is asked by the few shipments that are planned."""
    if light == "held":
        return [IS_OPEN, SalesOrder.id.in_(held(day))]
    lacking = SalesOrder.id.in_(short(connection))
    confirmed = [IS_OPEN, SalesOrder.state == "confirmed", SalesOrder.id.not_in(held(day))]
    if light == "now":
        return [*confirmed, _HAS_OPEN, ~lacking]
    partly = sa.and_(SalesOrder.ship_complete.is_(False), SalesOrder.id.in_(_some_there(connection)))
    return [*confirmed, lacking, partly if light == "part" else ~partly]


def _some_there(connection: Connection) -> sa.Select[Any]:
    """Ids of orders of which an open product is all there, by all their shipments that have not left."""
    waiting = sa.select(Shipment.order_id).where(Shipment.state == "planned")
    found: sa.Select[Any] = (
        _BY_ALL.where(Shipment.order_id.in_(waiting))
        .group_by(Shipment.order_id, ShipmentLine.product_id)
        .having(sa.func.sum(_MISSING) <= _FREE_ONCE)
    )
    return found


def of_the_day(connection: Connection, view: str, now: Span) -> list[Any]:
    """Conditions of the day at a glance (`glance.py` says what they mean)."""
    if view == "left":
        gone = sa.select(Shipment.order_id).where(
            Shipment.shipped_at >= now.began, Shipment.order_id.is_not(None), Shipment.kind == "sale"
        )
        return [SalesOrder.state == "closed", SalesOrder.id.in_(gone)]
    if view == "received":
        return [SalesOrder.ordered_on == now.day, SalesOrder.state.in_(("draft", "confirmed", "closed"))]
    stuck = sa.or_(SalesOrder.id.in_(short(connection)), SalesOrder.id.in_(held(now.day)))
    soon = sa.and_(SalesOrder.promised_on >= now.day, SalesOrder.promised_on <= now.next, stuck)
    late = SalesOrder.promised_on < now.day
    # The bound lets the index of open orders end where the promises of the next working day do.
    confirmed = [IS_OPEN, SalesOrder.state == "confirmed", SalesOrder.promised_on <= now.next]
    return [*confirmed, soon if view == "soon" else sa.or_(late, soon)]
