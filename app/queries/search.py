"""One search over what people ask for by telephone: orders, shipments and parcels by number, products and customers by words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.text import fold
from app.models import Customer, Package, Product, ProductBarcode, SalesOrder, Shipment, ShippingLabel

EACH = 5
"""Hits of each kind at most."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: its kind, id, how it is called, and what tells it from others."""

    kind: str
    id: int
    title: str
    hint: str


_TEXT = sa.bindparam("text", type_=sa.Text)
_UPPER = sa.bindparam("upper", type_=sa.Text)
_NEXT = sa.bindparam("next", type_=sa.Text)


def _prefixed(column: Any) -> Any:
    """Begins with what was typed; by range, which an index serves on both engines."""
    return sa.and_(column >= _UPPER, column < _NEXT)


def _numbered(kind: str, model: Any, hint: Any) -> sa.Select[*tuple[Any, ...]]:
    return (
        sa.select(sa.literal(kind).label("kind"), model.id, model.number.label("title"), hint.label("hint"))
        .where(_prefixed(model.number))
        .order_by(model.number)
        .limit(EACH)
    )


_ORDERS = _numbered("order", SalesOrder, Customer.name).join(Customer, Customer.id == SalesOrder.customer_id)
_SHIPMENTS = _numbered("shipment", Shipment, Shipment.state)
_PARCELS = (
    sa.select(
        sa.literal("parcel").label("kind"),
        Shipment.id,
        Package.sscc.label("title"),
        Shipment.number.label("hint"),
    )
    .join(Shipment, Shipment.id == Package.shipment_id)
    .where(Package.sscc == _TEXT)
    .limit(EACH)
)
_TRACKED = (
    sa.select(
        sa.literal("parcel").label("kind"),
        Shipment.id,
        ShippingLabel.tracking.label("title"),
        Shipment.number.label("hint"),
    )
    .join(Package, Package.id == ShippingLabel.package_id)
    .join(Shipment, Shipment.id == Package.shipment_id)
    .where(ShippingLabel.tracking == _TEXT)
    .limit(EACH)
)
_CODED = (
    sa.select(
        sa.literal("product").label("kind"),
        Product.id,
        Product.sku.label("title"),
        Product.name.label("hint"),
    )
    .join(ProductBarcode, ProductBarcode.product_id == Product.id)
    .where(ProductBarcode.code.in_(sa.bindparam("codes", expanding=True)))
    .limit(EACH)
)


def _by_words(kind: str, model: Any, title: Any, words: list[str]) -> sa.Select[*tuple[Any, ...]]:
    """Every word stands somewhere in the folded text; names that begin with the first word come first."""
    found = sa.select(
        sa.literal(kind).label("kind"), model.id, title.label("title"), model.name.label("hint")
    )
    for word in words:
        found = found.where(model.search_text.contains(word, autoescape=True))
    first = sa.case((model.sort_key.startswith(words[0], autoescape=True), 0), else_=1)
    return found.order_by(first, model.sort_key, model.id).limit(EACH)


def search(connection: Connection, text: str) -> tuple[Hit, ...]:
    """What somebody may mean who types this: numbers first, then products, then customers.

    Numbers are found by their beginning, barcodes and tracking numbers whole, words in any order and without accents.
    """
    typed = text.strip()[:100].replace("\0", "")
    words = fold(typed).split()
    if not words:
        return ()
    upper = typed.upper()
    values = {
        "text": typed,
        "upper": upper,
        "next": upper[:-1] + chr(ord(upper[-1]) + 1),
        "codes": [typed, typed.zfill(13), typed.zfill(14)],
    }
    statements: list[sa.Executable] = [
        _by_words("product", Product, Product.sku, words),
        _by_words("customer", Customer, Customer.code, words),
    ]
    if any(letter.isdigit() for letter in typed):
        statements = [_ORDERS, _SHIPMENTS, _PARCELS, _TRACKED, _CODED, *statements]
    seen: dict[tuple[str, int], Hit] = {}
    for statement in statements:
        for row in connection.execute(statement, values):
            seen.setdefault((row.kind, row.id), Hit(*row))
    return tuple(seen.values())
