"""Products as they are named on the telephone: words in any order, an SKU, a code; with price and what can be promised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.codes import GTIN_LENGTHS, verify_gtin
from app.domain.text import fold
from app.models import (
    CustomerArticle,
    Product,
    ProductBarcode,
    PurchaseLine,
    PurchaseOrder,
    StockLevel,
)
from app.models.stock import OWN_STOCK
from app.queries.days import today

CHUNK = 500
"""Codes that one statement looks up."""
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
    """A product that a text may mean; `pack_qty` base units where the text was the code of a pack.

    `article` is what the customer calls it, where the text was (the beginning of) that.
    """

    id: int
    sku: str
    name: str
    unit_price: Decimal
    currency: str
    status: str
    pack_qty: int = 1
    supply: Supply = field(default_factory=Supply)
    article: str = ""


_COLUMNS = (*(Product.id, Product.sku, Product.name, Product.unit_price, Product.currency, Product.status),)
_BY_CODE: Any = (
    sa.select(*_COLUMNS, ProductBarcode.pack_qty)
    .join(ProductBarcode, ProductBarcode.product_id == Product.id)
    .where(ProductBarcode.code.in_(sa.bindparam("codes", expanding=True)))
)
_BY_ARTICLE: Any = (
    sa.select(*_COLUMNS, CustomerArticle.code)
    .join(CustomerArticle, CustomerArticle.product_id == Product.id)
    .where(
        CustomerArticle.customer_id == sa.bindparam("customer"),
        sa.func.upper(CustomerArticle.code).startswith(sa.bindparam("article"), autoescape=False, escape="/"),
    )
    .order_by(sa.func.length(CustomerArticle.code), CustomerArticle.code)
    .limit(FEW)
)
_BY_SKU: Any = sa.select(*_COLUMNS).where(Product.sku.in_(sa.bindparam("skus", expanding=True)))
_CODED: Any = (
    sa.select(ProductBarcode.code, *_COLUMNS, ProductBarcode.pack_qty)
    .join(Product, Product.id == ProductBarcode.product_id)
    .where(ProductBarcode.code.in_(sa.bindparam("codes", expanding=True)))
)
_CALLED: Any = (
    sa.select(CustomerArticle.code, *_COLUMNS)
    .join(Product, Product.id == CustomerArticle.product_id)
    .where(
        CustomerArticle.customer_id == sa.bindparam("customer"),
        sa.func.upper(CustomerArticle.code).in_(sa.bindparam("articles", expanding=True)),
    )
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
    connection: Connection,
    text: str,
    warehouse_id: int,
    limit: int = FEW,
    *,
    customer_id: int = 0,
    usual: Sequence[int] = (),
) -> tuple[ProductHit, ...]:
    """Products that a typed text may mean, the likeliest first; discontinued ones last, blocked ones with their status.

    A code that stands for a product is that product alone, a GTIN with or without its leading zeros. Then come products that the
    customer calls so. Else every word must be in SKU or name, in any order and whatever the accents; what the customer usually
    takes comes first, and an SKU that begins with the text before a name that holds it.

    Args:
        connection: Where to read.
        text: What was typed or scanned.
        warehouse_id: Where it is to come from.
        limit: At most so many.
        customer_id: Whose article numbers count; 0 for nobody's.
        usual: Ids of what they take, what they take most often first.
    """
    typed = text.replace("\0", "").strip()
    words = fold(typed).split()
    if not words:
        return ()
    hits = [ProductHit(*row) for row in connection.execute(_BY_CODE, {"codes": _codes(typed)})]
    if not hits:
        theirs = _theirs(connection, typed, customer_id) if customer_id else []
        known = {hit.id for hit in theirs}
        hits = theirs + [hit for hit in _named(connection, typed, words, usual, limit) if hit.id not in known]
    return _supplied(connection, hits[:limit], warehouse_id)


def _codes(typed: str) -> list[str]:
    """A code in all ways in which it is written: leading zeros change nothing of a GTIN (GS1 General Specifications, 3.3)."""
    if not (typed.isascii() and typed.isdigit() and verify_gtin(typed)):
        return [typed]
    core = typed.lstrip("0")
    return [core.zfill(length) for length in GTIN_LENGTHS if len(core) <= length]


def _theirs(connection: Connection, typed: str, customer_id: int) -> list[ProductHit]:
    """What a customer calls so, the shortest of their numbers first; a product once."""
    begins = typed.upper().replace("/", "//").replace("%", "/%").replace("_", "/_")
    found: dict[int, ProductHit] = {}
    for *columns, code in connection.execute(_BY_ARTICLE, {"customer": customer_id, "article": begins}):
        found.setdefault(columns[0], replace(ProductHit(*columns), article=code))
    return list(found.values())


def _named(
    connection: Connection, typed: str, words: Sequence[str], usual: Sequence[int], limit: int
) -> list[ProductHit]:
    likely: list[tuple[Any, int]] = [(Product.sku == typed.upper(), 0)]
    if usual:
        likely.append((Product.id.in_(list(usual)), 1))
    likely += [
        (Product.sku.startswith(typed.upper(), autoescape=True), 2),
        (Product.sort_key.startswith(words[0], autoescape=True), 3),
    ]
    often: list[Any] = [
        sa.case({one: at for at, one in enumerate(usual)}, value=Product.id, else_=len(usual))
    ]
    statement: Any = (
        sa.select(*_COLUMNS)
        .where(*(Product.search_text.contains(word, autoescape=True) for word in words))
        .order_by(Product.status == "discontinued", sa.case(*likely, else_=4), *(often if usual else ()))
        .order_by(Product.sort_key, Product.id)
        .limit(limit)
    )
    return [ProductHit(*row) for row in connection.execute(statement)]


def named_by(
    connection: Connection, codes: Collection[str], warehouse_id: int, customer_id: int = 0
) -> dict[str, ProductHit]:
    """The products that codes name, by the code as it was given: SKU, barcode, or what the customer calls them.

    Three statements for every `CHUNK` codes, and those of the supplies.
    """
    found: dict[str, ProductHit] = {}
    asked = sorted({code for code in codes if code})
    for at in range(0, len(asked), CHUNK):
        part = asked[at : at + CHUNK]
        upper = sorted({code.upper() for code in part})
        forms = sorted({form for code in part for form in _codes(code)})
        by_sku = {row.sku: ProductHit(*row) for row in connection.execute(_BY_SKU, {"skus": upper})}
        by_code = {code: ProductHit(*row) for code, *row in connection.execute(_CODED, {"codes": forms})}
        given = {"customer": customer_id, "articles": upper}
        called = {code.upper(): ProductHit(*row) for code, *row in connection.execute(_CALLED, given)}
        for code in part:
            barcode = next((by_code[form] for form in _codes(code) if form in by_code), None)
            hit = barcode or called.get(code.upper()) or by_sku.get(code.upper())
            if hit is not None:
                found[code] = hit
    there = supplies(connection, sorted({hit.id for hit in found.values()}), warehouse_id)
    return {code: replace(hit, supply=there[hit.id]) for code, hit in found.items()}


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
