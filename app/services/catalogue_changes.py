"""Changing a product that is there; what was ordered, stored or shipped keeps its own words and prices."""

from __future__ import annotations

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.domain.text import fold
from app.errors import Conflict, Refused
from app.models import Product, ProductBarcode, StockBalance
from app.services.catalogue import NewProduct, product_values
from app.services.context import use_case
from app.services.rows import must_find

_NOW = sa.select(Product.sku, Product.version, Product.lot_tracked, Product.serial_tracked).where(
    Product.id == sa.bindparam("product")
)
_CODES = sa.select(ProductBarcode.code).where(ProductBarcode.product_id == sa.bindparam("product"))
_LIES = sa.select(
    sa.exists().where(StockBalance.product_id == sa.bindparam("product"), StockBalance.on_hand > 0)
)
KEPT = ("sku", "currency", "supplier_id")
"""What a product keeps for ever: papers and ledgers name it so. (The supplier is changed with the purchase orders.)"""


class TrackingFixed(Refused):
    """Whether goods are tracked by lot or serial number is decided before there are any."""

    code = "product.tracking_fixed"

    def __init__(self, sku: str) -> None:
        super().__init__(
            f"{sku} lies in stock: whether it is tracked by lot or serial number stays as it is.",
            hint="Ship or adjust what is there first, or make another product.",
            sku=sku,
        )


@use_case(Permission.CATALOGUE_EDIT)
def edit_product(tx: Transaction, product_id: int, product: NewProduct, version: int) -> int:
    """Change a product's fields; gives its new version. SKU, currency and supplier stay; barcodes have steps of their own.

    Args:
        tx: The transaction.
        product_id: Which.
        product: The fields as they are to be; `barcodes` are not looked at.
        version: The version that was read.

    Raises:
        NotFound: there is no such product.
        Conflict: another desk changed it meanwhile.
        TrackingFixed: goods of it lie in stock.
        BadInput: a field cannot be used.
    """
    before = must_find(tx.execute(_NOW, {"product": product_id}).first(), "product", product_id)
    tracked = (product.lot_tracked, product.serial_tracked) != (before.lot_tracked, before.serial_tracked)
    if tracked and tx.execute(_LIES, {"product": product_id}).scalar_one():
        raise TrackingFixed(before.sku)
    values = {name: value for name, value in product_values(product).items() if name not in KEPT}
    codes = tx.execute(_CODES, {"product": product_id}).scalars()
    values["search_text"] = fold(f"{before.sku} {product.name} {' '.join(codes)}")
    changed = tx.execute(
        sa.update(Product)
        .where(Product.id == product_id, Product.version == version)
        .values(values | {"version": version + 1})
    )
    if changed.rowcount != 1:
        raise Conflict(
            f"Another desk changed {before.sku} meanwhile.",
            hint="Read it again, then change it.",
            sku=before.sku,
        )
    tx.changed("product", product_id)
    return version + 1
