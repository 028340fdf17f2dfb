"""The outbox as people see it: what has not gone first, the newest first; and announcements that could not be made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import Job, OutgoingMessage, SalesOrder, Shipment
from app.queries.pages import COUNTED, Ask, Page

OPEN = ("waiting", "sending", "failed")
DONE = ("sent", "cancelled")
UNMADE = "announce"
ANSWERS = "answer_order"
_MAKERS = (UNMADE, "announce_ready", ANSWERS)
"""The kinds of job that make messages (`services/announcing.py`, `pickup_letters.py`, `order_answers.py`);
one that fails is a row of the list."""


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message; or, with an `id` below zero, minus the id of a job that could not make one.

    `target` is a mail address or a file; `sha256` finds its bytes (empty: there are none), `due_at` when it is tried again.
    """

    id: int
    kind: str
    channel: str
    target: str
    subject: str
    status: str
    error: str
    error_code: str
    attempts: int
    shipment_id: int | None
    shipment: str
    order_id: int | None
    order: str
    created_at: datetime
    created_by: str
    due_at: datetime | None
    sent_at: datetime | None
    sha256: str


_M = OutgoingMessage
_OPEN: sa.ColumnElement[bool] = sa.literal_column(
    "outgoing_message.status IN ('waiting', 'sending', 'failed')", sa.Boolean
)
_ROWS: Any = (
    sa.select(
        *(_M.id, _M.kind, _M.channel, _M.target, _M.subject, _M.status, _M.error, _M.error_code, _M.attempts),
        *(_M.shipment_id, sa.func.coalesce(Shipment.number, ""), SalesOrder.id.label("order_id")),
        sa.func.coalesce(SalesOrder.number, ""),
        *(_M.created_at, _M.created_by, _M.due_at, _M.sent_at, _M.blob_sha),
    )
    .outerjoin(Shipment, Shipment.id == _M.shipment_id)
    .outerjoin(SalesOrder, SalesOrder.id == sa.func.coalesce(_M.order_id, Shipment.order_id))
    .order_by(_M.id.desc())
)
_FAILED_JOBS: Any = (
    sa.select(
        *(Job.id, Job.kind, Job.payload, Job.last_error),
        *(Job.attempts, Job.status, Job.run_at, Job.created_at),
    )
    .where(Job.kind.in_(_MAKERS), Job.last_error != "", Job.status.in_(("waiting", "failed")))
    .order_by(Job.id.desc())
)


def outbox(connection: Connection, ask: Ask) -> Page[MessageRow]:
    """A page of the outbox, in its one order.

    Args:
        connection: Where to read.
        ask: `text` is looked for in target, subject and the shipment's number; filters 'status', 'kind'.
    """
    rows: list[MessageRow] = []
    rank, last = ask.after or (0, None)
    if ask.after is None and _with_jobs(ask):
        rows += unmade(connection)
    for group, statuses in enumerate((OPEN, DONE)):
        if group < rank or len(rows) >= ask.size:
            continue
        statement = _sifted(_ROWS.where(_M.status.in_(statuses)), ask)
        if group == rank and last is not None:
            statement = statement.where(_M.id < last)
        rows += [MessageRow(*row) for row in connection.execute(statement.limit(ask.size - len(rows)))]
    if len(rows) < ask.size or rows[-1].id < 0:
        return Page(tuple(rows), None)
    return Page(tuple(rows), (int(rows[-1].status in DONE), rows[-1].id))


def outbox_count(connection: Connection, ask: Ask) -> int:
    """How many messages these are; 10,001 stands for more than ten thousand."""
    statement = sa.select(_M.id).outerjoin(Shipment, Shipment.id == _M.shipment_id)
    few = _sifted(statement, ask).limit(COUNTED).subquery()
    found = int(connection.execute(sa.select(sa.func.count()).select_from(few)).scalar_one())
    return found + (len(unmade(connection)) if _with_jobs(ask) else 0)


def failed_count(connection: Connection) -> int:
    """How many messages a person has to look at, those among them that could not be made."""
    few = sa.select(_M.id).where(_OPEN, _M.status == "failed").limit(COUNTED).subquery()
    found = int(connection.execute(sa.select(sa.func.count()).select_from(few)).scalar_one())
    return found + len(unmade(connection))


def unmade(connection: Connection) -> list[MessageRow]:
    """Announcements that could not be made, with the reason; the newest fifty."""
    jobs = connection.execute(_FAILED_JOBS.limit(50)).all()
    if not jobs:
        return []
    ids = {job.id: int("".join(filter(str.isdigit, job.payload)) or 0) for job in jobs}
    wanted = (
        sa.select(Shipment.id, Shipment.number, Shipment.order_id, SalesOrder.number.label("order"))
        .outerjoin(SalesOrder, SalesOrder.id == Shipment.order_id)
        .where(Shipment.id.in_({ids[job.id] for job in jobs if job.kind != ANSWERS}))
    )
    heads = {row.id: row for row in connection.execute(wanted)}
    asked = sa.select(sa.null().label("id"), sa.literal("").label("number"), SalesOrder.id.label("order_id"))
    asked = asked.add_columns(SalesOrder.number.label("order")).where(
        SalesOrder.id.in_({ids[job.id] for job in jobs if job.kind == ANSWERS})
    )
    orders = {row.order_id: row for row in connection.execute(asked)}
    found = []
    for job in jobs:
        head = (orders if job.kind == ANSWERS else heads).get(ids[job.id])
        found.append(
            MessageRow(
                id=-job.id,
                kind=ANSWERS if job.kind == ANSWERS else UNMADE,
                channel="",
                target="",
                subject="",
                status="failed",
                error=job.last_error,
                error_code="",
                attempts=job.attempts,
                shipment_id=head.id if head else None,
                shipment=head.number if head else "",
                order_id=head.order_id if head else None,
                order=(head.order or "") if head else "",
                created_at=job.created_at,
                created_by="",
                due_at=None,
                sent_at=None,
                sha256="",
            )
        )
    return found


def _with_jobs(ask: Ask) -> bool:
    return ask.filters.get("status") in (None, "", "failed") and not ask.text and not ask.filters.get("kind")


def _sifted(statement: Any, ask: Ask) -> Any:
    for name, column in (("status", _M.status), ("kind", _M.kind)):
        if (wanted := ask.filters.get(name)) not in (None, ""):
            statement = statement.where(column == wanted)
    if text := ask.text.strip():
        ways = [column.icontains(text, autoescape=True) for column in (_M.target, _M.subject)]
        statement = statement.where(sa.or_(*ways, Shipment.number.startswith(text.upper(), autoescape=True)))
    return statement
