"""Writing a row's fields anew without losing what another desk wrote meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.errors import Conflict
from app.models import Base
from app.services.rows import must_find


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


def changed_meanwhile(name: str) -> Conflict:
    """Another desk was first; nothing is overwritten."""
    return Conflict(
        f"{name} was changed at another desk meanwhile.",
        hint="Look at it again, then repeat your change.",
        name=name,
    )
