"""Boxes as they are listed and edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.text import fold
from app.models import Carton, Warehouse
from app.queries.pages import COUNTED, Ask, Page, by_key, page


@dataclass(frozen=True, slots=True)
class CartonRow:
    """A box of a list: sizes in millimetres, weights in grams; `warehouse` is empty where it is used everywhere."""

    id: int
    code: str
    barcode: str
    name: str
    kind: str
    warehouse: str
    inner_mm: tuple[int, int, int]
    outer_mm: tuple[int, int, int]
    tare_g: int
    max_weight_g: int
    active: bool

    @property
    def litres(self) -> float:
        """Inner volume."""
        length, width, height = self.inner_mm
        return length * width * height / 1_000_000


@dataclass(frozen=True, slots=True)
class CartonDetail:
    """A box as it is edited; `version` tells whether another desk changed it meanwhile."""

    id: int
    code: str
    barcode: str
    name: str
    kind: str
    warehouse_id: int | None
    inner_length_mm: int
    inner_width_mm: int
    inner_height_mm: int
    outer_length_mm: int
    outer_width_mm: int
    outer_height_mm: int
    tare_g: int
    max_weight_g: int
    active: bool
    version: int


_SIZES = (
    *(Carton.inner_length_mm, Carton.inner_width_mm, Carton.inner_height_mm),
    *(Carton.outer_length_mm, Carton.outer_width_mm, Carton.outer_height_mm),
)
_ROWS: Any = sa.select(
    *(Carton.id, Carton.code, Carton.barcode, Carton.name, Carton.kind),
    sa.func.coalesce(Warehouse.code, "").label("warehouse"),
    *(*_SIZES, Carton.tare_g, Carton.max_weight_g, Carton.active),
).outerjoin(Warehouse, Warehouse.id == Carton.warehouse_id)
_ORDERS: dict[str, Any] = {"": Carton.code, "code": Carton.code, "name": Carton.name}
_DETAIL: Any = sa.select(
    *(Carton.id, Carton.code, Carton.barcode, Carton.name, Carton.kind, Carton.warehouse_id),
    *(*_SIZES, Carton.tare_g, Carton.max_weight_g, Carton.active, Carton.version),
).where(Carton.id == sa.bindparam("carton"))


def carton_list(connection: Connection, ask: Ask) -> Page[CartonRow]:
    """A page of boxes by code, or by name where `ask.sort` says so.

    Args:
        connection: Where to read.
        ask: `text`: words of code, name or barcode; filters 'active', 'kind'.
    """
    statement = by_key(_sifted(_ROWS, ask), ask, _ORDERS[ask.sort], Carton.id.expression)
    rows = [
        CartonRow(
            *(row.id, row.code, row.barcode, row.name, row.kind, row.warehouse),
            (row.inner_length_mm, row.inner_width_mm, row.inner_height_mm),
            (row.outer_length_mm, row.outer_width_mm, row.outer_height_mm),
            *(row.tare_g, row.max_weight_g, row.active),
        )
        for row in connection.execute(statement)
    ]
    return page(rows, ask, lambda row: (row.name if ask.sort == "name" else row.code, row.id))


def carton_count(connection: Connection, ask: Ask) -> int:
    """How many boxes these are; 10,001 stands for more than ten thousand."""
    ids = _sifted(sa.select(Carton.id), ask).limit(COUNTED).subquery()
    count: int = connection.execute(sa.select(sa.func.count()).select_from(ids)).scalar_one()
    return count


def carton_detail(connection: Connection, carton_id: int) -> CartonDetail | None:
    """One box; None where there is none."""
    row = connection.execute(_DETAIL, {"carton": carton_id}).first()
    return None if row is None else CartonDetail(*row)


def _sifted(statement: Any, ask: Ask) -> Any:
    if (active := ask.filters.get("active")) is not None:
        statement = statement.where(Carton.active == active)
    if (kind := ask.filters.get("kind")) is not None:
        statement = statement.where(Carton.kind == kind)
    # As with carriers, names are not folded in the database; case alone is overlooked.
    for word in ask.text.replace("\0", "").split():
        ways = sorted({word, fold(word)} - {""})
        columns = (Carton.code, Carton.name, Carton.barcode)
        statement = statement.where(
            sa.or_(*(one.icontains(way, autoescape=True) for one in columns for way in ways))
        )
    return statement
