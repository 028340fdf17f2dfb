"""Many rows in one statement.

The ledger's trigger must see them together, and one text serves any number of rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.engine import Connection

from app.models.base import Base


class BulkInsert:
    """A prepared INSERT of any number of rows of a table.

    `unnest` of one array a column on PostgreSQL, executemany on SQLite.

    Args:
        table: Where to.
        columns: The columns that are given; the others take their defaults.
        returning: Columns to read back, in the order of the rows; none by default.
    """

    def __init__(self, table: type[Base], columns: Sequence[str], returning: Sequence[str] = ()) -> None:
        self._table = cast("sa.Table", table.__table__)
        self._columns = tuple(columns)
        self._returning = tuple(self._table.c[name] for name in returning)
        arrays = [sa.bindparam(f"v_{name}", type_=ARRAY(self._table.c[name].type)) for name in self._columns]
        source = sa.func.unnest(*arrays).table_valued(*(f"c_{name}" for name in self._columns), name="v").render_derived()
        insert = sa.insert(self._table).from_select(
            list(self._columns), sa.select(*source.c), include_defaults=False
        )
        self._postgresql: sa.Executable = insert.returning(*self._returning) if self._returning else insert
        rows = sa.insert(self._table)
        self._sqlite: sa.Executable = (
            rows.returning(*self._returning, sort_by_parameter_order=True) if self._returning else rows
        )

    def __call__(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> list[sa.Row[Any]]:
        """Insert the rows; a missing key is NULL. Returns what `returning` names, a row each, in order."""
        if not rows:
            return []
        if connection.dialect.name == "postgresql":
            arrays = {f"v_{name}": [row.get(name) for row in rows] for name in self._columns}
            result = connection.execute(self._postgresql, arrays)
        else:
            result = connection.execute(
                self._sqlite, [{name: row.get(name) for name in self._columns} for row in rows]
            )
        return list(result.all()) if self._returning else []
