"""Many rows in one statement.

The ledger's trigger must see the rows of a use case together, and one text must serve any number of rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, cast

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Dialect

from app.models.base import Base

_ENCODER = msgspec.json.Encoder()


class Executes(Protocol):
    """What runs statements: a connection, or a use case's transaction."""

    @property
    def dialect(self) -> Dialect:
        """The engine's dialect."""

    def execute(self, statement: Any, parameters: Any = None) -> Any:
        """Run a statement."""


class BulkInsert:
    """A prepared INSERT of any number of rows of a table.

    On PostgreSQL the rows travel as one JSON parameter (one statement, prepared once, whatever their number); on
    SQLite they are an executemany.

    Args:
        table: Where to.
        columns: The columns that are given; the others take their defaults.
        returning: Columns to read back, in the order of the rows; none by default.
    """

    def __init__(self, table: type[Base], columns: Sequence[str], returning: Sequence[str] = ()) -> None:
        self._table = cast("sa.Table", table.__table__)
        self._columns = tuple(columns)
        self._returning = tuple(self._table.c[name] for name in returning)
        self._processors: dict[str, Any] | None = None
        rows = sa.cast(sa.bindparam("rows", type_=sa.Text), sa.JSON)
        source = (
            sa.func.json_to_recordset(rows)
            .table_valued(*(sa.column(name, self._table.c[name].type) for name in self._columns), name="v")
            .render_derived(with_types=True)
        )
        insert = sa.insert(self._table).from_select(
            list(self._columns), sa.select(*source.c), include_defaults=False
        )
        self._postgresql: sa.Executable = insert.returning(*self._returning) if self._returning else insert
        many = sa.insert(self._table)
        self._sqlite: sa.Executable = (
            many.returning(*self._returning, sort_by_parameter_order=True) if self._returning else many
        )

    def __call__(self, tx: Executes, rows: Sequence[Mapping[str, Any]]) -> list[sa.Row[Any]]:
        """Insert the rows; a missing key is NULL. Returns what `returning` names, a row each, in order."""
        if not rows:
            return []
        if tx.dialect.name == "postgresql":
            result = tx.execute(self._postgresql, {"rows": self._as_json(tx.dialect, rows)})
        else:
            result = tx.execute(
                self._sqlite, [{name: row.get(name) for name in self._columns} for row in rows]
            )
        return list(result.all()) if self._returning else []

    def _as_json(self, dialect: Dialect, rows: Sequence[Mapping[str, Any]]) -> str:
        """The rows as JSON; values go through the column types' own processors, as they would as parameters."""
        if self._processors is None:
            found = {
                name: self._table.c[name].type.dialect_impl(dialect).bind_processor(dialect)
                for name in self._columns
                if isinstance(self._table.c[name].type, sa.TypeDecorator)
            }
            self._processors = {name: process for name, process in found.items() if process is not None}
        processors = self._processors
        if processors:
            plain: list[Mapping[str, Any]] = [
                {**row, **{name: process(row.get(name)) for name, process in processors.items()}}
                for row in rows
            ]
        else:
            plain = list(rows)
        return _ENCODER.encode(plain).decode()
