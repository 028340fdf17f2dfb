"""What there is: levels of products, and where their goods lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import Location, Lot, Product, StockBalance, StockLevel
from app.models.stock import OWN_STOCK


@dataclass(frozen=True, slots=True)
class Stock:
    """A product in a warehouse, in base units; `available` below zero is a shortage to settle."""

    product_id: int
    sellable: int
    reserved: int

    @property
    def available(self) -> int:
        """What may still be promised."""
        return self.sellable - self.reserved


@dataclass(frozen=True, slots=True)
class Lying:
    """Pieces of a lot in a place; `allocated` of them are held for shipments."""

    place: str
    kind: str
    lot: str
    status: str
    expires_on: date | None
    on_hand: int
    allocated: int


_LEVELS = sa.select(StockLevel.product_id, StockLevel.sellable, StockLevel.reserved).where(
    StockLevel.product_id.in_(sa.bindparam("ids", expanding=True)),
    StockLevel.warehouse_id == sa.bindparam("warehouse"),
    StockLevel.owner_id == OWN_STOCK,
)
_LYING = (
    sa.select(
        *(
            Location.code,
            Location.kind,
            Lot.code,
            Lot.status,
            Lot.expires_on,
            StockBalance.on_hand,
            StockBalance.allocated,
        )
    )
    .join(Location, Location.id == StockBalance.location_id)
    .join(Lot, Lot.id == StockBalance.lot_id)
    .where(
        StockBalance.product_id == sa.bindparam("product"),
        StockBalance.on_hand > 0,
        Location.warehouse_id == sa.bindparam("warehouse"),
    )
    .order_by(Location.walk_seq, Location.code, Lot.expires_on, Lot.code)
)
_BY_SKU = sa.select(Product.id, Product.sku).where(Product.sku.in_(sa.bindparam("skus", expanding=True)))


def stock_of(connection: Connection, product_ids: Sequence[int], warehouse_id: int) -> dict[int, Stock]:
    """Levels by product; one that never had stock has zeros."""
    found = {product_id: Stock(product_id, 0, 0) for product_id in product_ids}
    for product_id, sellable, reserved in connection.execute(
        _LEVELS, {"ids": list(product_ids), "warehouse": warehouse_id}
    ):
        found[product_id] = Stock(product_id, sellable, reserved)
    return found


def where_is(connection: Connection, product_id: int, warehouse_id: int) -> tuple[Lying, ...]:
    """Where a product lies in a warehouse, along the walk."""
    rows = connection.execute(_LYING, {"product": product_id, "warehouse": warehouse_id})
    return tuple(Lying(*row) for row in rows)


def product_ids(connection: Connection, skus: Sequence[str]) -> dict[str, int]:
    """Ids of products by SKU; unknown ones are left out."""
    return {row.sku: row.id for row in connection.execute(_BY_SKU, {"skus": list(skus)})}
