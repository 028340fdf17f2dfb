"""Products as they are named on the telephone: words in any order, an SKU, a code; with price and what can be promised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.text import fold
from app.models import Product, ProductBarcode, PurchaseLine, PurchaseOrder, StockLevel
from app.models.stock import OWN_STOCK
from app.queries.days import today

FEW = 8
"""Suggestions that a person can take in at a glance."""


@dataclass(frozen=True, slots=True)
class Supply:
    """What may still be promised of a product in a warehouse, and what is to come: (day, base units), the earliest first.

    A delivery that is overdue is left out: nobody knows when it comes.

    `free` below zero is a shortage, which the next arrivals fill first.
    """

    free: int = 0
    arrivals: tuple[tuple[date, int], ...] = ()

    def covered_on(self, qty: int) -> date | None:
        """The day from which so many base units are there: `date.min` for now, None where nobody knows."""
        there = self.free
        if there >= qty:
            return date.min
        for day, more in self.arrivals:
            there += more
            if there >= qty:
                return day
        return None

    def less(self, qty: int) -> Supply:
        """What is left for others once so many are taken."""
        return replace(self, free=self.free - qty)


@dataclass(frozen=True, slots=True)
class ProductHit:
    """A product that a text may mean; `pack_qty` base units where the text was the code of a pack."""

    id: int
    sku: str
    name: str
    unit_price: Decimal
    currency: str
    status: str
    pack_qty: int = 1
    supply: Supply = field(default_factory=Supply)


_COLUMNS = (*(Product.id, Product.sku, Product.name, Product.unit_price, Product.currency, Product.status),)
_BY_CODE: Any = (
    sa.select(*_COLUMNS, ProductBarcode.pack_qty)
    .join(ProductBarcode, ProductBarcode.product_id == Product.id)
    .where(ProductBarcode.code == sa.bindparam("code"))
)
_BY_ID: Any = sa.select(*_COLUMNS).where(Product.id.in_(sa.bindparam("ids", expanding=True)))
_FREE = sa.select(StockLevel.product_id, StockLevel.sellable - StockLevel.reserved).where(
    StockLevel.product_id.in_(sa.bindparam("ids", expanding=True)),
    StockLevel.warehouse_id == sa.bindparam("warehouse"),
    StockLevel.owner_id == OWN_STOCK,
)
_ARRIVALS = (
    sa.select(
        PurchaseLine.product_id,
        PurchaseOrder.expected_on,
        sa.func.sum(PurchaseLine.qty - PurchaseLine.received).label("qty"),
    )
    .join(PurchaseOrder, PurchaseOrder.id == PurchaseLine.purchase_order_id)
    .where(
        PurchaseLine.product_id.in_(sa.bindparam("ids", expanding=True)),
        PurchaseLine.received < PurchaseLine.qty,
        PurchaseOrder.status == "open",
        PurchaseOrder.expected_on >= sa.bindparam("day", type_=sa.Date),
        PurchaseOrder.warehouse_id == sa.bindparam("warehouse"),
    )
    .group_by(PurchaseLine.product_id, PurchaseOrder.expected_on)
    .order_by(PurchaseLine.product_id, PurchaseOrder.expected_on)
)


def find_products(
    connection: Connection, text: str, warehouse_id: int, limit: int = FEW
) -> tuple[ProductHit, ...]:
    """Products that a typed text may mean, the likeliest first; discontinued ones last, blocked ones with their status.

    A code that stands for a product is that product alone. Else every word must be in SKU or name, in any order and
    whatever the accents; an SKU that begins with the text comes before a name that holds it.
    """
    typed = text.replace("\0", "").strip()
    words = fold(typed).split()
    if not words:
        return ()
    rows = connection.execute(_BY_CODE, {"code": typed}).all()
    hits = [ProductHit(*row) for row in rows]
    if not hits:
        likely = sa.case(
            (Product.sku == typed.upper(), 0),
            (Product.sku.startswith(typed.upper(), autoescape=True), 1),
            (Product.sort_key.startswith(words[0], autoescape=True), 2),
            else_=3,
        )
        statement: Any = (
            sa.select(*_COLUMNS)
            .where(*(Product.search_text.contains(word, autoescape=True) for word in words))
            .order_by(Product.status == "discontinued", likely, Product.sort_key, Product.id)
            .limit(limit)
        )
        hits = [ProductHit(*row) for row in connection.execute(statement)]
    return _supplied(connection, hits, warehouse_id)


def products(connection: Connection, product_ids: Sequence[int], warehouse_id: int) -> dict[int, ProductHit]:
    """Products by id, with what can be promised of them."""
    if not product_ids:
        return {}
    hits = [ProductHit(*row) for row in connection.execute(_BY_ID, {"ids": list(product_ids)})]
    return {hit.id: hit for hit in _supplied(connection, hits, warehouse_id)}


def supplies(connection: Connection, product_ids: Sequence[int], warehouse_id: int) -> dict[int, Supply]:
    """What can be promised of products, two statements whatever their number; one without stock has none."""
    if not product_ids:
        return {}
    given: dict[str, Any] = {"ids": list(product_ids), "warehouse": warehouse_id}
    free = {product_id: int(qty) for product_id, qty in connection.execute(_FREE, given)}
    arrivals: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for row in connection.execute(_ARRIVALS, given | {"day": today(connection)}):
        if row.expected_on is not None:
            arrivals[row.product_id].append((row.expected_on, int(row.qty)))
    return {one: Supply(free.get(one, 0), tuple(arrivals.get(one, ()))) for one in product_ids}


def _supplied(
    connection: Connection, hits: Sequence[ProductHit], warehouse_id: int
) -> tuple[ProductHit, ...]:
    there = supplies(connection, [hit.id for hit in hits], warehouse_id)
    return tuple(replace(hit, supply=there[hit.id]) for hit in hits)
