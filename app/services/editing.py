"""Rows changed without losing what another desk wrote meanwhile, taken away so that they can come back, and moved."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa

from app.database import Transaction
from app.errors import Conflict
from app.models import Base
from app.services.rows import must_find

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

F = TypeVar("F", bound="DataclassInstance")


def edit_row(
    tx: Transaction,
    model: type[Base],
    row_id: int,
    values: Mapping[str, Any],
    was: Mapping[str, Any],
    *,
    what: str,
    name: str,
) -> bool:
    """Write the values that differ from what was read; whether there were any.

    Tables without a version are compared field by field: another desk's change is never overwritten.

    Args:
        tx: The transaction.
        model: The table.
        row_id: Which row.
        values: The fields as they are to be.
        was: The same fields as they were read.
        what: What the row is, 'carrier' say.
        name: How people call it.

    Raises:
        NotFound: there is no such row.
        Conflict: another desk changed one of these fields meanwhile.
    """
    new = {column: value for column, value in values.items() if value != was[column]}
    key = model.__table__.c.id
    if not new:
        must_find(tx.execute(sa.select(key).where(key == row_id)).first(), what, row_id)
        return False
    same = [model.__table__.c[column].is_not_distinct_from(value) for column, value in was.items()]
    if tx.execute(sa.update(model).where(key == row_id, *same).values(new)).rowcount == 1:
        tx.changed(what, row_id)
        return True
    must_find(tx.execute(sa.select(key).where(key == row_id)).first(), what, row_id)
    raise changed_meanwhile(name)


def remove_row(tx: Transaction, model: type[Base], row_id: int, fields: type[F], *, what: str) -> F:
    """Delete a row; what it said, so that it can be added again. `fields` is a dataclass with slots, named as the columns.

    Raises:
        NotFound: there is no such row.
    """
    columns = model.__table__.c
    names = [one.name for one in dataclasses.fields(fields)]
    gone = sa.delete(model).where(columns.id == row_id).returning(*(columns[name] for name in names))
    row = must_find(tx.execute(gone).first(), what, row_id)
    tx.changed(model.__tablename__, row_id)
    return fields(**dict(zip(names, row, strict=True)))


def move_row(tx: Transaction, model: type[Base], row_id: int, by: int, *, what: str) -> tuple[int, int]:
    """Move a row of a table with `position` and `version` up (below 0) or down by so many places; at an end it stays.

    Gives its place before and now, counted from 1.

    Raises:
        NotFound: there is no such row.
    """
    columns = model.__table__.c
    every = tx.execute(sa.select(columns.id).order_by(columns.position, columns.id).with_for_update())
    order = list(every.scalars())
    if row_id not in order:
        must_find(None, what, row_id)
    at = order.index(row_id)
    to = min(len(order) - 1, max(0, at + by))
    order.insert(to, order.pop(at))
    placed = sa.update(model).where(columns.id == sa.bindparam("row"))
    tx.execute(
        placed.values(position=sa.bindparam("place"), version=columns.version + 1),
        [{"row": one, "place": place} for place, one in enumerate(order, 1)],
    )
    tx.changed(model.__tablename__)
    return at + 1, to + 1


def changed_meanwhile(name: str) -> Conflict:
    """Another desk was first; nothing is overwritten."""
    return Conflict(
        f"{name} was changed at another desk meanwhile.",
        hint="Look at it again, then repeat your change.",
        name=name,
    )
