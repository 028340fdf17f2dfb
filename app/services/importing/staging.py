"""Staging tables: rows go in by short transactions, come out group by group, and leave nothing behind.

Nothing here asks for a right: `importer` does, and on PostgreSQL the grants of the staging tables hold.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias, cast

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from app.database import SCHEMA_VERSION, Database, Transaction
from app.errors import Conflict
from app.models import (
    AppMeta,
    Base,
    Blob,
    IdempotencyKey,
    ImportFile,
    ImportLine,
    ImportNew,
    ImportOrder,
    ImportStage,
)
from app.models.base import utc_now
from app.models.bulk import BulkInsert
from app.services.context import Context, use_case

BATCH = 4000
"""Rows of one short transaction: some tens of milliseconds."""
STALE_MINUTES = 15
"""An import without a sign of life for so long is dead."""

StagedRow: TypeAlias = tuple[str, str, int, int, str]
"""Group key, role ('head', 'line', 'row'), number of the file from 0, line, payload."""

_STAGED = ("group_key", "role", "file_no", "line", "payload")
_INSERT = BulkInsert(ImportStage, ("import_id", *_STAGED))
_TOUCH = (
    sa.update(ImportFile)
    .where(ImportFile.id == sa.bindparam("import_id"), ImportFile.status == "staging")
    .values(touched_at=utc_now())
)
_FINISH = (
    sa.update(ImportFile)
    .where(ImportFile.id == sa.bindparam("import_id"), ImportFile.status == "staging")
    .values(
        status="done",
        done_at=utc_now(),
        summary=sa.bindparam("summary_text"),
        skipped=sa.bindparam("skipped_text"),
    )
)
_PAGE = (
    sa.select(
        *(ImportStage.id, ImportStage.group_key, ImportStage.role, ImportStage.file_no, ImportStage.line),
        ImportStage.payload,
    )
    .where(
        ImportStage.import_id == sa.bindparam("import_id"),
        sa.tuple_(ImportStage.group_key, ImportStage.id)
        > sa.tuple_(sa.bindparam("key"), sa.bindparam("last")),
    )
    .order_by(ImportStage.group_key, ImportStage.id)
    .limit(BATCH)
)
_STALE = {
    "postgresql": f"now() - interval '{STALE_MINUTES} minutes'",
    "sqlite": f"strftime('%Y-%m-%d %H:%M:%f', 'now', '-{STALE_MINUTES} minutes')",
}
_DEAD = (
    "SELECT id FROM import_file AS f WHERE status = 'staging' AND touched_at < {stale} OR status <> 'staging' AND ("
    "EXISTS (SELECT 1 FROM import_stage AS s WHERE s.import_id = f.id)"
    " OR EXISTS (SELECT 1 FROM import_order AS s WHERE s.import_id = f.id)"
    " OR EXISTS (SELECT 1 FROM import_line AS s WHERE s.import_id = f.id)"
    " OR EXISTS (SELECT 1 FROM import_new AS s WHERE s.import_id = f.id))"
)


class ImportGivenUp(Conflict):
    """The import gave no sign of life for so long that another desk cleaned up after it; nothing was imported."""

    code = "import.given_up"

    def __init__(self) -> None:
        super().__init__(
            f"This import stood still for more than {STALE_MINUTES} minutes and was given up.",
            hint="Import the files again; nothing of them was kept.",
        )


@use_case()
def begin_import(tx: Transaction, kind: str, profile: str, sha256: str, names: str) -> int:
    """Open an import; its id."""
    statement = sa.insert(ImportFile).values(kind=kind, profile=profile, sha256=sha256, names=names)
    made: int = tx.execute(statement.returning(ImportFile.id)).scalar_one()
    tx.changed("import_file", made)
    return made


@use_case()
def stage_rows(tx: Transaction, import_id: int, rows: tuple[StagedRow, ...]) -> int:
    """Put a batch of rows as they were read into the staging table.

    Raises:
        ImportGivenUp: another desk has cleaned up this import.
    """
    touch(tx, import_id)
    _INSERT(tx, [dict(zip(_STAGED, row, strict=True), import_id=import_id) for row in rows])
    return len(rows)


@use_case()
def unstage_rows(tx: Transaction, import_id: int, ids: tuple[int, ...]) -> int:
    """Take refused rows out of the staging table.

    Raises:
        ImportGivenUp: another desk has cleaned up this import.
    """
    touch(tx, import_id)
    tx.execute(sa.delete(ImportStage).where(ImportStage.id.in_(ids), ImportStage.import_id == import_id))
    return len(ids)


def finish_import(tx: Transaction, import_id: int, summary: str, skipped: str = "") -> None:
    """Mark an import as done, in the transaction that takes it over.

    Raises:
        ImportGivenUp: another desk has cleaned up this import.
    """
    parameters = {"import_id": import_id, "summary_text": summary, "skipped_text": skipped}
    if tx.execute(_FINISH, parameters).rowcount != 1:
        raise ImportGivenUp
    tx.changed("import_file", import_id)


@use_case()
def drop_import(tx: Transaction, import_id: int) -> bool:
    """Mark an import that is not done as given up; its staged rows are deleted afterwards."""
    statement = sa.update(ImportFile).where(ImportFile.id == import_id, ImportFile.status == "staging")
    tx.changed("import_file", import_id)
    return tx.execute(statement.values(status="dropped", done_at=utc_now())).rowcount == 1


@use_case()
def delete_some(tx: Transaction, import_id: int, table: str) -> bool:
    """Delete staged rows of an import that is over; whether there may be more.

    On SQLite some thousand, so that no desk waits for the write lock; on PostgreSQL, where nobody waits for it, all.
    """
    target = Base.metadata.tables[table]
    tx.changed("import_file", import_id)
    if tx.postgresql:
        tx.execute(sa.delete(target).where(target.c.import_id == import_id))
        return False
    key = [column for column in target.primary_key.columns if column.name != "import_id"]
    some = sa.select(*key).where(target.c.import_id == import_id).limit(2 * BATCH)
    chosen = sa.tuple_(*key).in_(some) if len(key) > 1 else key[0].in_(some)
    statement = sa.delete(target).where(target.c.import_id == import_id, chosen)
    return tx.execute(statement).rowcount == 2 * BATCH


def touch(tx: Transaction, import_id: int) -> None:
    """Give a sign of life.

    Raises:
        ImportGivenUp: another desk has cleaned up this import.
    """
    if tx.execute(_TOUCH, {"import_id": import_id}).rowcount != 1:
        raise ImportGivenUp
    tx.changed("import_file", import_id)


def insert_missing(tx: Transaction, rows: Sequence[dict[str, Any]]) -> None:
    """Note products, customers and addresses to be made; the first note of each counts."""
    if rows:
        dialect = postgresql if tx.postgresql else sqlite
        table = cast("sa.Table", ImportNew.__table__)
        tx.execute(dialect.insert(table).on_conflict_do_nothing(), list(rows))


def clean_up(ctx: Context, import_id: int) -> None:
    """Delete what an import that is over left in the staging tables, in short transactions."""
    for table in ("import_stage", "import_line", "import_order", "import_new"):
        while delete_some(ctx, import_id, table):
            pass


def clean_dead_imports(ctx: Context) -> int:
    """Clean up after imports that were killed; how many there were."""
    engine = "postgresql" if ctx.db.postgresql else "sqlite"
    with ctx.reading() as connection:
        dead = connection.execute(sa.text(_DEAD.format(stale=_STALE[engine]))).scalars().all()
    for import_id in dead:
        drop_import(ctx, import_id)
        clean_up(ctx, import_id)
    return len(dead)


def staged_rows(source: Context | Transaction, import_id: int) -> Iterator[Any]:
    """The staged rows by group and order of reading (id, group_key, role, file_no, line, payload), a page at a time.

    With a context each page is a short read of its own; with a transaction they are read in it.
    """
    key, last = "", 0
    page: Sequence[Any]
    while True:
        parameters = {"import_id": import_id, "key": key, "last": last}
        if isinstance(source, Transaction):
            page = _page(source.connection, parameters)
        else:
            with source.reading() as connection:
                page = _page(connection, parameters)
        yield from page
        if len(page) < BATCH:
            return
        key, last = page[-1].group_key, page[-1].id


def _page(connection: Connection, parameters: dict[str, Any]) -> Sequence[Any]:
    if connection.dialect.name != "postgresql":
        return connection.execute(_PAGE, parameters).all()
    # Nobody has analysed rows that came a second ago: left alone, the planner sorts all that remain for every page.
    connection.exec_driver_sql("SET LOCAL enable_sort = off")
    page = connection.execute(_PAGE, parameters).all()
    connection.exec_driver_sql("SET LOCAL enable_sort = on")
    return page


def staged_groups(ctx: Context, import_id: int, longest: int) -> Iterator[list[Any]]:
    """The staged rows group by group; of a group longer than `longest` only so many and one more."""
    group: list[Any] = []
    for row in staged_rows(ctx, import_id):
        if group and group[0].group_key != row.group_key:
            yield group
            group = []
        if len(group) <= longest:
            group.append(row)
    if group:
        yield group


@contextmanager
def private_staging(ctx: Context) -> Iterator[Context]:
    """A context whose staging tables lie in a temporary file of its own, so that a dry run writes nothing anywhere else."""
    models = (Blob, AppMeta, IdempotencyKey, ImportFile, ImportStage, ImportOrder, ImportLine, ImportNew)
    with tempfile.TemporaryDirectory(prefix="quai-import-") as folder:
        database = Database(f"sqlite:///{Path(folder) / 'staging.db'}")
        try:
            Base.metadata.create_all(
                database.engine, tables=[cast("sa.Table", model.__table__) for model in models]
            )
            with database.engine.begin() as connection:
                connection.execute(sa.insert(AppMeta).values(id=1, schema_version=SCHEMA_VERSION))
            yield replace(ctx, db=database, op_key="")
        finally:
            database.close()
