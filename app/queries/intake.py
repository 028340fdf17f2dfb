"""The queue of orders that came in by file, mail and EDI, as people see it: the oldest that waits first."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import Customer, IntakeMessage, IntakeSource, Job, SalesOrder
from app.queries.pages import COUNTED, Ask, Page

OPEN = ("waiting", "conflict")


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """One order that came in; `stops` and `warns` count what is odd about it, `by` is who decided."""

    id: int
    state: str
    channel: str
    name: str
    part: int
    number: str
    customer_code: str
    customer: str
    sender: str
    subject: str
    source: str
    received_at: datetime
    decided_at: datetime | None
    by: str
    reason: str
    order_id: int | None
    order: str
    version: int
    stops: int
    warns: int

    @property
    def ready(self) -> bool:
        """Nothing stops it: it can be accepted as it is."""
        return self.state == "waiting" and not self.stops


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A folder or mailbox in which orders are looked for; `error` is what was wrong with the last look."""

    id: int
    code: str
    kind: str
    place: str
    login: str
    channel: str
    profile: str
    active: bool
    every_s: int
    polled_at: datetime | None
    error: str
    version: int


_M = IntakeMessage
_ROWS: Any = (
    sa.select(
        *(_M.id, _M.state, _M.channel, _M.name, _M.part, _M.external_number),
        *(sa.func.coalesce(Customer.code, ""), sa.func.coalesce(Customer.name, "")),
        *(_M.sender, _M.subject, sa.func.coalesce(IntakeSource.name, ""), _M.received_at, _M.decided_at),
        *(_M.decided_by, _M.reason, _M.order_id, sa.func.coalesce(SalesOrder.number, ""), _M.version),
        _M.warnings,
    )
    .outerjoin(Customer, Customer.id == _M.customer_id)
    .outerjoin(IntakeSource, IntakeSource.id == _M.source_id)
    .outerjoin(SalesOrder, SalesOrder.id == _M.order_id)
)
_S = IntakeSource
_SOURCES: Any = sa.select(
    *(_S.id, _S.name, _S.kind, _S.place, _S.login, _S.channel, _S.profile, _S.active, _S.every_s),
    *(sa.func.coalesce(Job.run_at, _S.polled_at).label("polled_at"), _S.error, _S.version),
)
_SOURCES = _SOURCES.outerjoin(
    Job, Job.dedupe_key == sa.literal("poll_intake:").concat(sa.cast(_S.id, sa.Text))
).order_by(_S.name)


def intake(connection: Connection, ask: Ask) -> Page[IntakeRow]:
    """A page of messages: what waits from the oldest on, what was decided from the newest on.

    Args:
        connection: Where to read.
        ask: `text` is looked for in number, file, sender, subject and customer; filters 'state', 'channel'.
    """
    falls = ask.filters.get("state") in ("accepted", "refused")
    statement = _sifted(_ROWS, ask)
    if ask.after is not None:
        last = ask.after[0]
        statement = statement.where(_M.id < last if falls else _M.id > last)
    statement = statement.order_by(_M.id.desc() if falls else _M.id).limit(ask.size)
    rows = tuple(_row(row) for row in connection.execute(statement))
    return Page(rows, (rows[-1].id,) if len(rows) == ask.size else None)


def intake_count(connection: Connection, ask: Ask) -> int:
    """How many messages the question finds; 10,001 stands for more than ten thousand."""
    statement = sa.select(_M.id).outerjoin(Customer, Customer.id == _M.customer_id)
    few = _sifted(statement, ask).limit(COUNTED).subquery()
    return int(connection.execute(sa.select(sa.func.count()).select_from(few)).scalar_one())


def open_count(connection: Connection) -> int:
    """How many messages a person has to look at."""
    few = sa.select(_M.id).where(_M.state.in_(OPEN)).limit(COUNTED).subquery()
    return int(connection.execute(sa.select(sa.func.count()).select_from(few)).scalar_one())


def one_message(connection: Connection, message_id: int) -> IntakeRow | None:
    """One message; None where there is none."""
    row = connection.execute(_ROWS.where(_M.id == message_id)).first()
    return None if row is None else _row(row)


def intake_sources(connection: Connection, ask: Ask) -> Page[SourceRow]:
    """The folders and mailboxes, by name; there are few."""
    statement = _SOURCES
    if text := ask.text.strip():
        ways = [column.icontains(text, autoescape=True) for column in (_S.name, _S.place, _S.login)]
        statement = statement.where(sa.or_(*ways))
    return Page(tuple(SourceRow(*row) for row in connection.execute(statement)), None)


def one_source(connection: Connection, source_id: int) -> SourceRow | None:
    """One of them; None where it is gone."""
    row = connection.execute(_SOURCES.where(_S.id == source_id)).first()
    return None if row is None else SourceRow(*row)


def _row(row: Any) -> IntakeRow:
    *columns, warnings = row
    found = [one["severity"] for one in json.loads(warnings)] if warnings else []
    stops = found.count("stops")
    return IntakeRow(*(*columns, stops, len(found) - stops))


def _sifted(statement: Any, ask: Ask) -> Any:
    for name, column in (("state", _M.state), ("channel", _M.channel)):
        wanted = ask.filters.get(name)
        if isinstance(wanted, tuple):
            statement = statement.where(column.in_(wanted))
        elif wanted not in (None, ""):
            statement = statement.where(column == wanted)
    if text := ask.text.replace("\0", "").strip():
        looked = (_M.external_number, _M.name, _M.sender, _M.subject, Customer.name, Customer.code)
        ways = [column.icontains(text, autoescape=True) for column in looked]
        statement = statement.where(sa.or_(*ways))
    return statement
