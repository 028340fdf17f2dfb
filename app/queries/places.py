"""Where one is, and what lies in a place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import Desk, Location, Lot, Product, Serial, StockBalance, Warehouse


@dataclass(frozen=True, slots=True)
class Place:
    """A place as people name it; `sellable` goods in it may be sold."""

    id: int
    code: str
    barcode: str
    kind: str
    warehouse_id: int
    physical: bool
    sellable: bool


@dataclass(frozen=True, slots=True)
class InPlace:
    """Pieces of a lot that lie in a place; `allocated` of them are held for shipments."""

    product_id: int
    sku: str
    name: str
    lot_id: int
    lot: str
    status: str
    expires_on: date | None
    on_hand: int
    allocated: int


_HOME = (
    sa.select(Warehouse.id)
    .outerjoin(Desk, sa.and_(Desk.warehouse_id == Warehouse.id, Desk.code == sa.bindparam("desk")))
    .where(Warehouse.active)
    .order_by(Desk.id.is_(None), Warehouse.id)
    .limit(1)
)
_PLACES = sa.select(
    *(Location.id, Location.code, Location.barcode, Location.kind),
    *(Location.warehouse_id, Location.physical, Location.sellable),
)
_NAMED = _PLACES.where(
    Location.warehouse_id == sa.bindparam("warehouse"),
    sa.or_(Location.code == sa.bindparam("text"), Location.barcode == sa.bindparam("text")),
).limit(1)
_BY_ID = _PLACES.where(Location.id == sa.bindparam("id"))
_SHELVES = (
    _PLACES.add_columns(sa.func.sum(StockBalance.on_hand).label("pieces"))
    .join(StockBalance, StockBalance.location_id == Location.id)
    .where(
        StockBalance.product_id == sa.bindparam("product"),
        Location.warehouse_id == sa.bindparam("warehouse"),
        Location.sellable,
        Location.active,
    )
    .group_by(Location.id)
    # Rows of places that were emptied stay: where goods lay last is still where they belong.
    .order_by(sa.desc("pieces"), Location.walk_seq, Location.id)
    .limit(1)
)
_EMPTY = (
    _PLACES.where(
        Location.warehouse_id == sa.bindparam("warehouse"),
        Location.kind == "storage",
        Location.active,
        ~sa.exists().where(StockBalance.location_id == Location.id, StockBalance.on_hand > 0),
    )
    .order_by(Location.walk_seq, Location.id)
    .limit(1)
)
_INSIDE = (
    sa.select(
        *(Product.id, Product.sku, Product.name, Lot.id, Lot.code, Lot.status, Lot.expires_on),
        *(StockBalance.on_hand, StockBalance.allocated),
    )
    .join(Product, Product.id == StockBalance.product_id)
    .join(Lot, Lot.id == StockBalance.lot_id)
    .where(StockBalance.location_id == sa.bindparam("place"), StockBalance.on_hand > 0)
    .order_by(Product.sku, Lot.expires_on, Lot.code)
)
_SERIALS = (
    sa.select(Serial.code)
    .where(
        Serial.location_id == sa.bindparam("place"),
        Serial.product_id == sa.bindparam("product"),
        Serial.lot_id == sa.bindparam("lot"),
    )
    .order_by(Serial.code)
)


def home(connection: Connection, desk: str) -> int:
    """The warehouse of a desk, else the first one; 0 where there is none yet."""
    return int(connection.execute(_HOME, {"desk": desk}).scalar() or 0)


def find_place(connection: Connection, warehouse_id: int, text: str) -> Place | None:
    """The place that a person typed or scanned, by its code or barcode."""
    row = connection.execute(_NAMED, {"warehouse": warehouse_id, "text": text.strip().upper()}).first()
    return Place(*row) if row is not None else None


def place(connection: Connection, location_id: int) -> Place | None:
    """A place by its id."""
    row = connection.execute(_BY_ID, {"id": location_id}).first()
    return Place(*row) if row is not None else None


def proposed_place(connection: Connection, product_id: int, warehouse_id: int) -> Place | None:
    """Where goods for sale are put: to most of their kind, else where they lay last, else into the first empty shelf."""
    parameters = {"product": product_id, "warehouse": warehouse_id}
    row = connection.execute(_SHELVES, parameters).first()
    if row is None:
        row = connection.execute(_EMPTY, {"warehouse": warehouse_id}).first()
    return Place(*row[:7]) if row is not None else None


def lying_in(connection: Connection, location_id: int) -> tuple[InPlace, ...]:
    """What lies in a place, by SKU."""
    return tuple(InPlace(*row) for row in connection.execute(_INSIDE, {"place": location_id}))


def serials_in(connection: Connection, product_id: int, lot_id: int, location_id: int) -> tuple[str, ...]:
    """The numbers of the pieces of a lot that lie in a place."""
    found = connection.execute(_SERIALS, {"place": location_id, "product": product_id, "lot": lot_id})
    return tuple(found.scalars())
