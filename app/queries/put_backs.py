"""Goods that are asked back: of a pick list, and of an order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import OrderLine, Product, PutBack, Shipment, ShipmentLine


@dataclass(frozen=True, slots=True)
class AskedBackRow:
    """Pieces of a product that nobody wants any more; `picked` of the line have left their bins."""

    id: int
    order_line_id: int
    sku: str
    name: str
    qty: int
    picked: int
    shipment: str


_OPEN: Any = (
    sa.select(
        *(PutBack.id, PutBack.order_line_id, Product.sku, Product.name, PutBack.qty),
        *(ShipmentLine.picked, Shipment.number.label("shipment")),
    )
    .join(ShipmentLine, ShipmentLine.id == PutBack.shipment_line_id)
    .join(Shipment, Shipment.id == PutBack.shipment_id)
    .join(Product, Product.id == ShipmentLine.product_id)
    .where(PutBack.state == "open")
    .order_by(PutBack.id)
)
_OF_LIST = _OPEN.where(Shipment.wave_id == sa.bindparam("wave"))
_OF_ORDER = _OPEN.join(OrderLine, OrderLine.id == PutBack.order_line_id).where(
    OrderLine.order_id == sa.bindparam("order")
)


def asked_back_of_list(connection: Connection, wave_id: int) -> tuple[AskedBackRow, ...]:
    """What is asked back of the shipments on a pick list, the oldest request first."""
    return tuple(AskedBackRow(*row) for row in connection.execute(_OF_LIST, {"wave": wave_id}))


def asked_back_of_order(connection: Connection, order_id: int) -> tuple[AskedBackRow, ...]:
    """What is asked back of an order, the oldest request first."""
    return tuple(AskedBackRow(*row) for row in connection.execute(_OF_ORDER, {"order": order_id}))
