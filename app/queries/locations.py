"""Places of a warehouse as they are listed, one as it is edited, and the warehouses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.address import PostalAddress
from app.models import Location, StockBalance, Warehouse
from app.queries.order_details import read_addresses
from app.queries.pages import COUNTED, Ask, Page, by_key, page

GROUPS: dict[str, tuple[str, ...]] = {
    "shelves": ("storage", "pick_face"),
    "floor": ("goods_in", "staging", "packing", "returns", "quarantine"),
    "moving": ("tote", "transit"),
    "virtual": ("supplier", "customer", "adjustment", "assembly"),
}
"""Kinds of places that are looked at together."""


@dataclass(frozen=True, slots=True)
class LocationRow:
    """A place of a list; `pieces` lie there, of all products."""

    id: int
    code: str
    barcode: str
    kind: str
    aisle: str
    bay: str
    level: str
    position: str
    walk_seq: int
    sellable: bool
    active: bool
    warehouse_id: int
    warehouse: str
    pieces: int


@dataclass(frozen=True, slots=True)
class WarehouseRow:
    """A warehouse as it is listed and edited; `address` is None where there is none or it may not be read."""

    id: int
    code: str
    name: str
    time_zone: str
    working_days: str
    cut_off: str
    active: bool
    address: PostalAddress | None = None


_PIECES = (
    sa.select(sa.func.coalesce(sa.func.sum(StockBalance.on_hand), 0))
    .where(StockBalance.location_id == Location.id)
    .correlate(Location)
    .scalar_subquery()
)
_ROWS: Any = sa.select(
    *(Location.id, Location.code, Location.barcode, Location.kind, Location.aisle, Location.bay),
    *(Location.level, Location.position, Location.walk_seq, Location.sellable, Location.active),
    *(Location.warehouse_id, Warehouse.code, _PIECES),
).join(Warehouse, Warehouse.id == Location.warehouse_id)
_ORDERS: dict[str, Any] = {"": Location.code, "code": Location.code, "walk": Location.walk_seq}
_WAREHOUSES: Any = sa.select(
    *(Warehouse.id, Warehouse.code, Warehouse.name, Warehouse.time_zone, Warehouse.working_days),
    *(Warehouse.cut_off, Warehouse.active, Warehouse.address_id),
).order_by(Warehouse.code)


def location_list(connection: Connection, ask: Ask) -> Page[LocationRow]:
    """A page of places by code, or along the walk where `ask.sort` is 'walk'.

    Args:
        connection: Where to read.
        ask: `text`: the beginning of a code, or a barcode; filters 'warehouse' (id), 'group' (of `GROUPS`), 'active'.
    """
    statement = by_key(_sifted(_ROWS, ask), ask, _ORDERS[ask.sort], Location.id.expression)
    rows = [_place(row) for row in connection.execute(statement)]
    return page(rows, ask, lambda row: (row.walk_seq if ask.sort == "walk" else row.code, row.id))


def location_count(connection: Connection, ask: Ask) -> int:
    """How many places these are; 10,001 stands for more than ten thousand."""
    ids = _sifted(sa.select(Location.id), ask).limit(COUNTED).subquery()
    count: int = connection.execute(sa.select(sa.func.count()).select_from(ids)).scalar_one()
    return count


def location_ids(connection: Connection, ask: Ask, most: int) -> tuple[int, ...]:
    """The ids of all places of a question in its order, at most so many: what is printed for them together."""
    order = _ORDERS[ask.sort]
    statement = _sifted(sa.select(Location.id), ask).order_by(order, Location.id).limit(most)
    return tuple(connection.execute(statement).scalars())


def last_walk(connection: Connection, warehouse_id: int) -> int:
    """How far the walk of a warehouse goes; 0 where there is none."""
    end = sa.select(sa.func.max(Location.walk_seq)).where(Location.warehouse_id == warehouse_id)
    return int(connection.execute(end).scalar() or 0)


def location_detail(connection: Connection, location_id: int) -> LocationRow | None:
    """One place; None where there is none."""
    row = connection.execute(_ROWS.where(Location.id == location_id)).first()
    return None if row is None else _place(row)


def warehouses(connection: Connection, *, addresses: bool = False) -> tuple[WarehouseRow, ...]:
    """Every warehouse by its code."""
    rows = connection.execute(_WAREHOUSES).all()
    known = read_addresses(connection, tuple(row[-1] for row in rows)) if addresses else {}
    return tuple(WarehouseRow(*(*row[:-1], known.get(row[-1]))) for row in rows)


def _place(row: Any) -> LocationRow:
    *fields, pieces = row
    return LocationRow(*(*fields, int(pieces)))  # PostgreSQL sums in its own wide numbers


def _sifted(statement: Any, ask: Ask) -> Any:
    if (warehouse := ask.filters.get("warehouse")) is not None:
        statement = statement.where(Location.warehouse_id == warehouse)
    if (group := ask.filters.get("group")) is not None:
        statement = statement.where(Location.kind.in_(GROUPS[group]))
    if (active := ask.filters.get("active")) is not None:
        statement = statement.where(Location.active == active)
    text = ask.text.strip().replace("\0", "")
    if text:
        begins = Location.code.startswith(text.upper(), autoescape=True)
        statement = statement.where(sa.or_(begins, Location.barcode.in_({text, text.upper()})))
    return statement
