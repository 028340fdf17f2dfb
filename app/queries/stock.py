"""What there is: levels of products, where their goods lie, who holds them, and what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.text import fold
from app.models import (
    Location,
    Lot,
    Product,
    ProductBarcode,
    PurchaseLine,
    PurchaseOrder,
    SalesOrder,
    Shipment,
    ShipmentLine,
    StockBalance,
    StockLevel,
    Supplier,
)
from app.models.stock import OWN_STOCK
from app.queries.orders import FAR
from app.queries.pages import COUNTED, Ask, Page, by_key, page


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
    lot_id: int
    location_id: int


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
            StockBalance.lot_id,
            StockBalance.location_id,
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


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A product as the list of stock levels shows it, in base units.

    `on_hand` counts every real place of the warehouse, also those that nothing is sold from; `incoming` is what open purchase
    orders still lack.
    """

    id: int
    sku: str
    name: str
    category: str
    lot_tracked: bool
    serial_tracked: bool
    reorder_point: int
    sort_key: str
    sellable: int
    reserved: int
    on_hand: int = 0
    incoming: int = 0

    @property
    def available(self) -> int:
        """What may still be promised; below zero it is a shortage to settle."""
        return self.sellable - self.reserved


@dataclass(frozen=True, slots=True)
class Holder:
    """A shipment that something is promised to, in base units; `picked` stands at a bench for it."""

    shipment_id: int
    number: str
    state: str
    order_id: int | None
    order_number: str
    promised_on: date | None
    reserved: int
    allocated: int
    picked: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """A line of an open purchase order that still lacks pieces."""

    purchase_order_id: int
    number: str
    supplier: str
    expected_on: date | None
    missing: int


MOST_HOLDERS = 50
_ID: Any = Product.id
_SELLABLE = sa.func.coalesce(StockLevel.sellable, 0)
_RESERVED = sa.func.coalesce(StockLevel.reserved, 0)
_AVAILABLE = _SELLABLE - _RESERVED
_STOCK: dict[str, tuple[sa.ColumnElement[bool], ...]] = {
    "short": (StockLevel.reserved > StockLevel.sellable,),
    "reorder": (Product.reorder_point > 0, Product.reorder_point > _AVAILABLE),
    "out": (_SELLABLE == 0, Product.status == "active"),
}
"""What the filter `stock` may ask for."""
_SORTS: dict[str, Any] = {
    "": Product.sort_key,
    "name": Product.sort_key,
    "sku": Product.sku,
    "available": _AVAILABLE,
}
_MISSING = PurchaseLine.qty - PurchaseLine.received
_LACKING = PurchaseLine.received < PurchaseLine.qty
"""As the index of open purchase lines says it."""
_ON_HAND: Any = (
    sa.select(StockBalance.product_id, sa.func.sum(StockBalance.on_hand).label("qty"))
    .join(Location, Location.id == StockBalance.location_id)
    .where(
        StockBalance.product_id.in_(sa.bindparam("ids", expanding=True)),
        Location.warehouse_id == sa.bindparam("warehouse"),
    )
    .group_by(StockBalance.product_id)
)
_TO_COME: Any = (
    sa.select(PurchaseLine.product_id, sa.func.sum(_MISSING).label("qty"))
    .join(PurchaseOrder, PurchaseOrder.id == PurchaseLine.purchase_order_id)
    .where(
        PurchaseOrder.status == "open",
        PurchaseOrder.warehouse_id == sa.bindparam("warehouse"),
        PurchaseLine.product_id.in_(sa.bindparam("ids", expanding=True)),
        _LACKING,
    )
    .group_by(PurchaseLine.product_id)
)
_HOLDERS = (
    sa.select(
        *(Shipment.id, Shipment.number, Shipment.state, Shipment.order_id, SalesOrder.number),
        *(Shipment.promised_on, ShipmentLine.reserved, ShipmentLine.allocated, ShipmentLine.picked),
    )
    .join(Shipment, Shipment.id == ShipmentLine.shipment_id)
    .outerjoin(SalesOrder, SalesOrder.id == Shipment.order_id)
    .where(
        ShipmentLine.product_id == sa.bindparam("product"),
        ShipmentLine.warehouse_id == sa.bindparam("warehouse"),
        ShipmentLine.reserved + ShipmentLine.picked > 0,
    )
    .order_by(sa.func.coalesce(Shipment.promised_on, FAR), Shipment.id)
    .limit(MOST_HOLDERS)
)
_INCOMING = (
    sa.select(PurchaseOrder.id, PurchaseOrder.number, Supplier.name, PurchaseOrder.expected_on, _MISSING)
    .join(PurchaseOrder, PurchaseOrder.id == PurchaseLine.purchase_order_id)
    .join(Supplier, Supplier.id == PurchaseOrder.supplier_id)
    .where(
        PurchaseOrder.status == "open",
        PurchaseOrder.warehouse_id == sa.bindparam("warehouse"),
        PurchaseLine.product_id == sa.bindparam("product"),
        _LACKING,
    )
    .order_by(sa.func.coalesce(PurchaseOrder.expected_on, FAR), PurchaseOrder.id)
)


def levels(connection: Connection, ask: Ask, warehouse_id: int) -> Page[LevelRow]:
    """A page of products with their levels in a warehouse, by name unless `ask.sort` says 'sku' or 'available'.

    `ask.filters["stock"]` may be 'short', 'reorder' or 'out'; `ask.text` is words of the name, an SKU or a barcode.
    """
    order = _SORTS[ask.sort]
    columns = (
        *(Product.id, Product.sku, Product.name, Product.category, Product.lot_tracked),
        *(Product.serial_tracked, Product.reorder_point, Product.sort_key, _SELLABLE, _RESERVED),
    )
    found = connection.execute(by_key(_asked(sa.select(*columns), ask, warehouse_id), ask, order, _ID))
    rows = [LevelRow(*row) for row in found]
    more = {"ids": [row.id for row in rows], "warehouse": warehouse_id}
    on_hand = _by_product(connection, _ON_HAND, more)
    to_come = _by_product(connection, _TO_COME, more)
    filled = [replace(row, on_hand=on_hand.get(row.id, 0), incoming=to_come.get(row.id, 0)) for row in rows]
    return page(filled, ask, lambda row: (_sorted_by(row, ask.sort), row.id))


def count_levels(connection: Connection, ask: Ask, warehouse_id: int) -> int:
    """How many products the question finds; 10,001 stands for more than ten thousand."""
    few = _asked(sa.select(Product.id), ask, warehouse_id).limit(COUNTED).subquery()
    return int(connection.execute(sa.select(sa.func.count()).select_from(few)).scalar_one())


def level_of(connection: Connection, product_id: int, warehouse_id: int) -> LevelRow | None:
    """One product as in the list, None where there is none."""
    asked = Ask(filters={"product": product_id})
    return next(iter(levels(connection, asked, warehouse_id).rows), None)


def holders(connection: Connection, product_id: int, warehouse_id: int) -> tuple[Holder, ...]:
    """The shipments that something of a product is promised to, the earliest promise first; the first fifty."""
    rows = connection.execute(_HOLDERS, {"product": product_id, "warehouse": warehouse_id})
    return tuple(Holder(row[0], row[1], row[2], row[3], row[4] or "", *row[5:]) for row in rows)


def incoming(connection: Connection, product_id: int, warehouse_id: int) -> tuple[Incoming, ...]:
    """What open purchase orders still lack of a product, the earliest first."""
    rows = connection.execute(_INCOMING, {"product": product_id, "warehouse": warehouse_id})
    return tuple(Incoming(*row) for row in rows)


def _asked(statement: Any, ask: Ask, warehouse_id: int) -> Any:
    """The products that a question is about, joined to their levels."""
    here = sa.and_(
        StockLevel.product_id == Product.id,
        StockLevel.warehouse_id == warehouse_id,
        StockLevel.owner_id == OWN_STOCK,
    )
    statement = statement.select_from(Product).join(StockLevel, here, isouter=True)
    if (product_id := ask.filters.get("product")) is not None:
        return statement.where(Product.id == product_id)
    wanted = str(ask.filters.get("stock", ""))
    if not (wanted or ask.text):
        return statement
    # First which, then in which order: walking all products in their order in search of a few takes seconds.
    which: Any = sa.select(Product.id)
    if wanted:
        # Shortages are few: begin with the levels, not with the catalogue.
        which = which.join(StockLevel, here, isouter=wanted != "short").where(*_STOCK[wanted])
    if ask.text:
        words = [Product.search_text.contains(word, autoescape=True) for word in fold(ask.text).split()]
        coded = sa.select(ProductBarcode.product_id).where(ProductBarcode.code == ask.text)
        which = which.where(sa.or_(sa.and_(sa.true(), *words), Product.id.in_(coded)))
    found = which.cte("found").prefix_with("MATERIALIZED")
    return statement.join(found, found.c.id == Product.id)


def _by_product(connection: Connection, statement: Any, parameters: dict[str, Any]) -> dict[int, int]:
    if not parameters["ids"]:
        return {}
    return {row.product_id: int(row.qty) for row in connection.execute(statement, parameters)}


def _sorted_by(row: LevelRow, sort: str) -> str | int:
    if sort == "available":
        return row.available
    return row.sku if sort == "sku" else row.sort_key
