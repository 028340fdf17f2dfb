"""Products as the catalogue lists them, and one with its barcodes as it is edited."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.text import fold
from app.models import Product, ProductBarcode, Supplier
from app.queries.pages import COUNTED, Ask, Page, by_key, page


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product in a list; weight in grams, price per base unit."""

    id: int
    sku: str
    name: str
    sort_key: str
    category: str
    unit: str
    unit_price: Decimal
    currency: str
    weight_g: int
    status: str


@dataclass(frozen=True, slots=True)
class BarcodeRow:
    """A code of a product and the base units that it stands for."""

    id: int
    code: str
    pack_qty: int
    kind: str


@dataclass(frozen=True, slots=True)
class ProductDetail:
    """A product as it is edited; `version` tells whether another desk changed it meanwhile."""

    id: int
    sku: str
    name: str
    unit: str
    category: str
    unit_price: Decimal
    currency: str
    tax_code: str
    weight_g: int
    length_mm: int
    width_mm: int
    height_mm: int
    origin_country: str
    customs_code: str
    lot_tracked: bool
    serial_tracked: bool
    fragile: bool
    upright: bool
    reorder_point: int
    supplier: str
    status: str
    version: int
    un_number: str
    shipping_name: str
    hazard_class: str
    packing_group: str
    tunnel_code: str
    limited_quantity: bool
    floor_price: Decimal
    barcodes: tuple[BarcodeRow, ...] = ()


_ROWS = sa.select(
    *(Product.id, Product.sku, Product.name, Product.sort_key, Product.category, Product.unit),
    *(Product.unit_price, Product.currency, Product.weight_g, Product.status),
)
_ORDERS: dict[str, Any] = {"": Product.sort_key, "name": Product.sort_key, "sku": Product.sku}
_DETAIL = (
    sa.select(
        *(
            Product.id,
            Product.sku,
            Product.name,
            Product.unit,
            Product.category,
            Product.unit_price,
            Product.currency,
        ),
        *(Product.tax_code, Product.weight_g, Product.length_mm, Product.width_mm, Product.height_mm),
        *(
            Product.origin_country,
            Product.customs_code,
            Product.lot_tracked,
            Product.serial_tracked,
            Product.fragile,
            Product.upright,
        ),
        *(Product.reorder_point, sa.func.coalesce(Supplier.code, ""), Product.status, Product.version),
        *(Product.un_number, Product.shipping_name, Product.hazard_class, Product.packing_group),
        *(Product.tunnel_code, Product.limited_quantity, Product.floor_price),
    )
    .outerjoin(Supplier, Supplier.id == Product.supplier_id)
    .where(Product.id == sa.bindparam("product"))
)
_BARCODES = (
    sa.select(ProductBarcode.id, ProductBarcode.code, ProductBarcode.pack_qty, ProductBarcode.kind)
    .where(ProductBarcode.product_id == sa.bindparam("product"))
    .order_by(ProductBarcode.pack_qty, ProductBarcode.code)
)


def product_list(connection: Connection, ask: Ask) -> Page[ProductRow]:
    """A page of products by name or SKU.

    Args:
        connection: Where to read.
        ask: `text`: words in any order, or the beginning of a SKU, or a barcode; `sort`: 'name' or 'sku'; filter 'status'.
    """
    order = _ORDERS[ask.sort]
    statement = by_key(_sifted(_ROWS, ask), ask, order, Product.id)
    rows = [ProductRow(*row) for row in connection.execute(statement)]
    by_sku = ask.sort == "sku"
    return page(rows, ask, lambda row: (row.sku if by_sku else row.sort_key, row.id))


def product_count(connection: Connection, ask: Ask) -> int:
    """How many products these are; 10,001 stands for more than ten thousand."""
    ids = _sifted(sa.select(Product.id), ask).limit(COUNTED).subquery()
    count: int = connection.execute(sa.select(sa.func.count()).select_from(ids)).scalar_one()
    return count


def product_detail(connection: Connection, product_id: int) -> ProductDetail | None:
    """One product with its barcodes, smallest pack first; None where there is none."""
    row = connection.execute(_DETAIL, {"product": product_id}).first()
    if row is None:
        return None
    codes = tuple(BarcodeRow(*code) for code in connection.execute(_BARCODES, {"product": product_id}))
    return ProductDetail(*[*row, codes])


def _sifted(statement: Any, ask: Ask) -> Any:
    if (status := ask.filters.get("status")) is not None:
        statement = statement.where(Product.status == status)
    text = ask.text.strip().replace("\0", "")
    if text:
        coded = sa.select(ProductBarcode.product_id).where(ProductBarcode.code == text)
        wanted = [
            sa.and_(*(Product.search_text.contains(word, autoescape=True) for word in fold(text).split()))
        ]
        statement = statement.where(sa.or_(*wanted, Product.id.in_(coded)))
    return statement
