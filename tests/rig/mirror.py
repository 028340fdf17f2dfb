"""The same steps on SQLite and PostgreSQL, and everything that both databases hold afterwards, side by side.

Ids and generated numbers differ between the engines, since PostgreSQL's sequences also count what was rolled back. A
row is therefore known by its place in its table, a product by its SKU, a location by its code.
"""

from __future__ import annotations

import itertools
import shutil
import sqlite3
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.errors import AppError
from app.models import Base
from app.models.base import UtcTime
from app.services.context import Context
from tests.rig.cluster import Server
from tests.rig.databases import World

TABLES = (
    *("lot", "sales_order", "order_line", "order_hold", "order_event", "shipment", "shipment_line", "wave"),
    *("pick_task", "package", "package_line", "stock_move", "stock_count", "receipt", "return_order"),
    *("return_line", "inspection", "credit", "credit_line", "stock_level", "stock_balance", "allocation"),
    *("scan_event",),
)
LABELS = {"product": "sku", "location": "code", "customer": "code", "warehouse": "code"}
_KEYS = {
    "order_id": "sales_order",
    "return_id": "return_order",
    "to_lot_id": "lot",
    "from_location_id": "location",
    "to_location_id": "location",
    "packing_location_id": "location",
    "move_id": "stock_move",
    "reverses_id": "stock_move",
    "undoes_id": "scan_event",
    "parent_id": "package",
}
_GENERATED = frozenset(
    {"id", "number", "sscc", "op_key", "actor", "desk", "facts", "message", "code", "context_id", "version"}
    | {"picker", "packer", "ship_address_id", "bill_address_id", "owner_id"}
    | {"carrier_service_id", "import_id", "serial_id", "supplier_id", "purchase_order_id", "purchase_line_id"}
)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class View:
    """What a database holds: rows by table, without what is generated, and the ids behind them."""

    rows: dict[str, list[Row]]
    ids: dict[str, dict[Any, int]]
    """Table -> place in the table (or SKU, or code) -> id."""

    def find(self, table: str, **wanted: Any) -> list[Row]:
        """The rows with these values."""
        return [row for row in self.rows[table] if all(row[name] == value for name, value in wanted.items())]


def _told_columns(table: str) -> list[sa.Column[Any]]:
    """The columns that both engines must agree on, and the id."""
    return [
        column
        for column in Base.metadata.tables[table].columns
        if column.name == "id"
        or (table == "lot" and column.name == "code")
        or not (column.name in _GENERATED or column.name.endswith("_by"))
    ]


def _all_rows(name: str, columns: list[str], order: str, *, postgresql: bool) -> str:
    listed = ", ".join(columns)
    if postgresql:
        return f"SELECT '{name}', (SELECT json_agg(t) FROM (SELECT {listed} FROM {name} ORDER BY {order}) AS t)::text"
    pairs = ", ".join(f"'{column}', {column}" for column in columns)
    return f"SELECT '{name}', (SELECT json_group_array(json_object({pairs})) FROM (SELECT * FROM {name} ORDER BY {order}))"


def _everything(*, postgresql: bool) -> str:
    parts = [_all_rows(table, ["id", label], "id", postgresql=postgresql) for table, label in LABELS.items()]
    for table in TABLES:
        keys = ", ".join(column.name for column in Base.metadata.tables[table].primary_key.columns)
        columns = [column.name for column in _told_columns(table)]
        parts.append(_all_rows(table, columns, keys, postgresql=postgresql))
    return " UNION ALL ".join(parts)


_EVERYTHING = {True: sa.text(_everything(postgresql=True)), False: sa.text(_everything(postgresql=False))}
_COLUMNS = {table: [column for column in _told_columns(table) if column.name != "id"] for table in TABLES}


def look(connection: Connection) -> View:
    """Read everything, in one statement and one state."""
    said = connection.execute(_EVERYTHING[connection.dialect.name == "postgresql"])
    raw: dict[str, list[Row]] = {name: msgspec.json.decode(text) if text else [] for name, text in said}
    names = {table: {row["id"]: row[label] for row in raw[table]} for table, label in LABELS.items()}
    names |= {
        table: {row["id"]: nr for nr, row in enumerate(raw[table])}
        for table in TABLES
        if "id" in Base.metadata.tables[table].c
    }
    rows: dict[str, list[Row]] = {}
    for table in TABLES:
        told = [_told(table, row, names) for row in raw[table]]
        rows[table] = told if table in names else sorted(filter(_counts, told), key=str)
    return View(
        rows, {table: {name: row_id for row_id, name in known.items()} for table, known in names.items()}
    )


def _told(table: str, row: Row, names: dict[str, dict[int, Any]]) -> Row:
    told: Row = {"nr": names[table][row["id"]]} if table in names else {}
    for column in _COLUMNS[table]:
        name, value = column.name, row[column.name]
        if name.endswith("_id"):
            told[name.removesuffix("_id")] = (
                None if value is None else names[_KEYS.get(name, name[:-3])][value]
            )
        elif isinstance(column.type, UtcTime):
            told[name] = value is not None
        else:
            told[name] = bool(value) if isinstance(column.type, sa.Boolean) else value
    return told


def _counts(row: Row) -> bool:
    """Rows of zeroes are left where something once was; which engine leaves them says nothing."""
    return any(row.get(name) for name in ("sellable", "reserved", "on_hand", "allocated", "qty"))


@dataclass(slots=True)
class Side:
    """One engine's database, and what was in it when it was last looked at."""

    world: World
    view: View

    @property
    def ctx(self) -> Context:
        return self.world.owner

    def id(self, table: str, name: Any) -> int:
        """The id of a row by its place, SKU or code."""
        return self.view.ids[table][name]

    def look(self) -> View:
        """Look again."""
        with self.world.database().reading() as connection:
            self.view = look(connection)
        return self.view


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a step answered, without ids and generated numbers; or how it was refused."""

    refusal: str = ""
    told: Any = None


_TELLING = frozenset(
    [
        "sku",
        "wanted",
        "free",
        "qty",
        "left",
        "state",
        "verb",
        "rule",
        "field",
        "possible",
        "pieces",
        "reason",
        "serial",
        "lot",
        "picked",
        "expires",
        "kind",
    ]
)


def outcome(call: Callable[[], Any]) -> Outcome:
    """Do it; refusals are outcomes, everything else is a bug and rises."""
    try:
        answer = call()
        return Outcome(told=None if isinstance(answer, int) else _plain(answer))  # a bare number is an id
    except AppError as refusal:
        return Outcome(f"{type(refusal).__name__} {refusal.code}", _telling(refusal.facts))


def _telling(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts without ids and numbers, which each engine gives out in its own order."""
    return {name: value for name, value in facts.items() if name in _TELLING}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        told = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {name: one for name, one in told.items() if not _is_generated(name)}
    if isinstance(value, dict):
        return _telling(value)
    if isinstance(value, (tuple, list)):
        return [None if isinstance(one, int) else _plain(one) for one in value]
    return None if isinstance(value, int) and not isinstance(value, bool) and value > 10**9 else value


def _is_generated(name: str) -> bool:
    return name in (
        "number",
        "sscc",
        "order_number",
        "wave_number",
        "shipment_number",
        "message",
        "id",
        "tracking",
        "changes",
    ) or name.endswith("_id")


Differences = list[str]


def differences(one: View, other: View) -> Differences:
    """What two databases hold differently, or what changed between two looks."""
    found = []
    for table in TABLES:
        for left, right in itertools.zip_longest(one.rows[table], other.rows[table]):
            if left != right:
                found.append(f"{table}: {left} / {right}")
    return found


class Ground:
    """A prepared shop on each engine, to which every run goes back."""

    def __init__(self, cluster: Server, folder: Path, sqlite: Path, postgresql: str) -> None:
        self._cluster = cluster
        self._file, self._kept = folder / "day.db", folder / "kept.db"
        self._name = f"ground_{uuid.uuid4().hex[:10]}"
        shutil.copy(sqlite, self._file)
        cluster.create_database(self._name, template=postgresql)
        self._world = World("postgresql", cluster.url(self._name))

    def prepare(self, furnish: Callable[[World], None]) -> None:
        """Furnish both and keep what is there now."""
        world = World("sqlite", f"sqlite:///{self._file}")
        furnish(world)
        world.close()  # the last connection that closes writes SQLite's journal back into the file
        self._file.rename(self._kept)
        furnish(self._world)
        with self._cluster.connect(self._name) as connection:
            connection.execute("CREATE SCHEMA kept")
            for table in Base.metadata.tables:
                connection.execute(f"CREATE TABLE kept.{table} AS SELECT * FROM quai.{table}")

    def copy(self) -> list[Side]:
        """Both databases as they were prepared."""
        for path in self._file.parent.glob(f"{self._file.name}*"):
            path.unlink()
        shutil.copy(self._kept, self._file)
        with self._cluster.connect(self._name) as connection:
            steps = ["BEGIN", "SET LOCAL session_replication_role = replica"]  # no trigger, no foreign key
            for table in Base.metadata.tables:
                columns = ", ".join(Base.metadata.tables[table].columns.keys())
                steps.append(f"DELETE FROM quai.{table}")
                steps.append(
                    f"INSERT INTO quai.{table} ({columns}) OVERRIDING SYSTEM VALUE SELECT {columns} FROM kept.{table}"
                )
            connection.execute("; ".join([*steps, "COMMIT"]))
        sides = []
        for world in (World("sqlite", f"sqlite:///{self._file}"), self._world):
            with world.database().reading() as connection:
                sides.append(Side(world, look(connection)))
        return sides

    @contextmanager
    def altered(
        self, sqlite: Sequence[str], postgresql: Sequence[str], back: Sequence[str]
    ) -> Iterator[None]:
        """Change the databases' own rules for a while; `back` puts PostgreSQL's right again."""
        sound = self._kept.read_bytes()
        with closing(sqlite3.connect(self._kept, isolation_level=None)) as file:
            for statement in sqlite:
                file.execute(statement)
        try:
            self._in_quai(postgresql)
            yield
        finally:
            self._kept.write_bytes(sound)
            self._in_quai(back)

    def _in_quai(self, statements: Sequence[str]) -> None:
        with self._cluster.connect(self._name) as connection:
            connection.execute("SET search_path = quai, pg_temp")
            for statement in statements:
                connection.execute(statement)

    def drop(self, sides: list[Side]) -> None:
        """Let them go."""
        sides[0].world.close()

    def close(self) -> None:
        """Drop everything."""
        self._world.close()
        self._cluster.drop_database(self._name)
