"""The printer's queue as people see it: what has not come out first, the newest first. And desks with their printers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import Desk, DeskPrinter, PrintJob
from app.queries.pages import COUNTED, Ask, Page

Rows = sa.Select[*tuple[Any, ...]]
OPEN = ("waiting", "printing", "failed")
DONE = ("printed", "cancelled")


@dataclass(frozen=True, slots=True)
class PrintRow:
    """A job in the queue.

    `error` says why it waits, or asks whether it came out (`failed`); `printer` is where it was sent last, `due_at` when it is
    tried again (None: at once). `desk` is empty where no desk asked for it. `sha256` finds its bytes (`labels.stored_bytes`).
    """

    id: int
    document: str
    title: str
    status: str
    copy: bool
    desk_id: int | None
    desk: str
    printer: str
    error: str
    error_code: str
    attempts: int
    due_at: datetime | None
    created_at: datetime
    created_by: str
    printed_at: datetime | None
    sha256: str


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A desk by its code, with the warehouse it stands in."""

    id: int
    code: str
    name: str
    warehouse_id: int | None


@dataclass(frozen=True, slots=True)
class PrinterRow:
    """Where a desk prints a kind of paper; '*' is every other."""

    document: str
    kind: str
    target: str
    format: str = ""


_ROWS: Rows = (
    sa.select(
        *(PrintJob.id, PrintJob.document, PrintJob.title, PrintJob.status, PrintJob.copy, PrintJob.desk_id),
        sa.func.coalesce(Desk.code, ""),
        *(PrintJob.printer, PrintJob.error, PrintJob.error_code, PrintJob.attempts, PrintJob.due_at),
        *(PrintJob.created_at, PrintJob.created_by, PrintJob.printed_at, PrintJob.blob_sha),
    )
    .outerjoin(Desk, Desk.id == PrintJob.desk_id)
    .order_by(PrintJob.id.desc())
)
_WAITING = sa.select(sa.func.count()).select_from(
    sa.select(PrintJob.id)
    .join(Desk, Desk.id == PrintJob.desk_id)
    .where(Desk.code == sa.bindparam("code"), PrintJob.status.in_(OPEN))
    .limit(COUNTED)
    .subquery()
)
_DESKS = sa.select(Desk.id, Desk.code, Desk.name, Desk.warehouse_id).order_by(Desk.code)
_PRINTERS = (
    sa.select(DeskPrinter.document, DeskPrinter.kind, DeskPrinter.target, DeskPrinter.format)
    .where(DeskPrinter.desk_id == sa.bindparam("desk"))
    .order_by(DeskPrinter.document)
)


def print_queue(connection: Connection, ask: Ask = Ask()) -> Page[PrintRow]:  # noqa: B008 - frozen, and never changed
    """A page of the queue.

    Args:
        connection: Where to read.
        ask: `text` is looked for in the titles; `filters` may hold 'desk' (id), 'status' and 'document'. There is one order.
    """
    rows: list[PrintRow] = []
    rank, last = ask.after or (0, None)
    for group, statuses in enumerate((OPEN, DONE)):
        if group < rank or len(rows) == ask.size:
            continue
        statement = _sifted(_ROWS.where(PrintJob.status.in_(statuses)), ask)
        if group == rank and last is not None:
            statement = statement.where(PrintJob.id < last)
        found = connection.execute(statement.limit(ask.size - len(rows)))
        rows += [PrintRow(*row) for row in found]
    after = (int(rows[-1].status in DONE), rows[-1].id) if len(rows) == ask.size else None
    return Page(tuple(rows), after)


def print_count(connection: Connection, ask: Ask = Ask()) -> int:  # noqa: B008 - frozen, and never changed
    """How many jobs the queue holds under these conditions; 10,001 stands for more than ten thousand."""
    ids = _sifted(sa.select(PrintJob.id), ask).limit(COUNTED).subquery()
    count: int = connection.execute(sa.select(sa.func.count()).select_from(ids)).scalar_one()
    return count


def waiting_count(connection: Connection, desk: str) -> int:
    """How many papers of a desk (by its code) have not come out: waiting, printing, or asking a person."""
    count: int = connection.execute(_WAITING, {"code": desk}).scalar_one()
    return count


def desks(connection: Connection) -> tuple[DeskRow, ...]:
    """Every desk by its code."""
    return tuple(DeskRow(*row) for row in connection.execute(_DESKS))


def printers_of(connection: Connection, desk_id: int) -> tuple[PrinterRow, ...]:
    """Where a desk prints what."""
    return tuple(PrinterRow(*row) for row in connection.execute(_PRINTERS, {"desk": desk_id}))


def _sifted(statement: Rows, ask: Ask) -> Rows:
    columns = {"desk": PrintJob.desk_id, "status": PrintJob.status, "document": PrintJob.document}
    for name, column in columns.items():
        if (wanted := ask.filters.get(name)) not in (None, ""):
            statement = statement.where(column == wanted)
    if ask.text:
        statement = statement.where(PrintJob.title.icontains(ask.text, autoescape=True))
    return statement
