"""Orders that wait for somebody to settle a question, the oldest first, with what is asked of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import AppUser, Customer, OrderCheck, OrderEvent, SalesOrder
from app.models.base import UtcTime
from app.queries.pages import COUNTED, Ask, Page, by_key, page

STOPS, INFORMS = "stops", "informs"
MOST_NOTES = 20


@dataclass(frozen=True, slots=True)
class Question:
    """A question of an order as it stands; `amount` in minor units of the order's currency."""

    id: int
    code: str
    severity: str
    owner: str
    facts: Mapping[str, Any]
    amount: int
    state: str
    opened_at: datetime
    decided_by: str
    decided_at: datetime | None
    note: str

    @property
    def stops(self) -> bool:
        """Whether the order waits for it."""
        return self.state == "open" and self.severity != INFORMS


@dataclass(frozen=True, slots=True)
class UnresolvedRow:
    """An order with questions; `total` in minor units of `currency`, `since` when the first that is open came up."""

    id: int
    number: str
    customer_id: int
    customer: str
    customer_code: str
    total: int
    currency: str
    promised_on: date | None
    channel: str
    since: datetime
    version: int
    questions: tuple[Question, ...] = ()

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions that are open, what stops the order first."""
        return tuple(one for one in self.questions if one.state == "open")


@dataclass(frozen=True, slots=True)
class Noted:
    """What somebody wrote down about an order."""

    at: datetime
    who: str
    words: str


_OPEN: Any = sa.literal_column("order_check.state = 'open'", sa.Boolean)  # as the partial index says it
_WAITS = OrderCheck.severity != INFORMS
_SINCE = sa.func.min(OrderCheck.opened_at, type_=UtcTime()).label("since")
_WAITING = (
    sa.select(OrderCheck.order_id, _SINCE, sa.func.sum(sa.case((_WAITS, 1), else_=0)).label("stops"))
    .where(_OPEN)
    .group_by(OrderCheck.order_id)
    .subquery()
)
_ROWS: Any = (
    sa.select(
        *(SalesOrder.id, SalesOrder.number, SalesOrder.customer_id, Customer.name.label("customer")),
        *(Customer.code.label("customer_code"), SalesOrder.total, SalesOrder.currency),
        *(SalesOrder.promised_on, SalesOrder.channel, _WAITING.c.since, SalesOrder.version),
    )
    .select_from(_WAITING)
    .join(SalesOrder, SalesOrder.id == _WAITING.c.order_id)
    .join(Customer, Customer.id == SalesOrder.customer_id)
    .where(SalesOrder.state.in_(("quote", "draft")))
)
_QUESTIONS = (
    sa.select(
        *(OrderCheck.order_id, OrderCheck.id, OrderCheck.code, OrderCheck.severity, OrderCheck.owner),
        *(OrderCheck.facts, OrderCheck.amount, OrderCheck.state, OrderCheck.opened_at),
        sa.func.coalesce(AppUser.name, OrderCheck.decided_by).label("who"),
        *(OrderCheck.decided_at, OrderCheck.note),
    )
    .outerjoin(AppUser, AppUser.login == OrderCheck.decided_by)
    .where(
        OrderCheck.order_id.in_(sa.bindparam("ids", expanding=True)),
        OrderCheck.state.in_(("open", "approved", "overridden")),
    )
    .order_by(OrderCheck.order_id, OrderCheck.id)
)
_NOTES = (
    sa.select(OrderEvent.at, sa.func.coalesce(AppUser.name, OrderEvent.actor).label("who"), OrderEvent.facts)
    .outerjoin(AppUser, AppUser.login == OrderEvent.actor)
    .where(OrderEvent.order_id == sa.bindparam("order"), OrderEvent.verb == "noted")
    .order_by(OrderEvent.id.desc())
    .limit(MOST_NOTES)
)
_RANK = ("blocks", "approval", "informs")


def unresolved(connection: Connection, ask: Ask) -> Page[UnresolvedRow]:
    """A page of orders with open questions, two statements whatever their number.

    Args:
        connection: Where to read.
        ask: `text` is looked for in number, customer and reference; filters 'what' (`STOPS`, `INFORMS`), 'owner', 'code'.
    """
    found = connection.execute(by_key(_sifted(_ROWS, ask), ask, SalesOrder.id, SalesOrder.id)).all()
    questions = questions_of(connection, [row.id for row in found])
    rows = [UnresolvedRow(**row._mapping, questions=questions.get(row.id, ())) for row in found]
    return page(rows, ask, lambda row: (row.id, row.id))


def unresolved_count(connection: Connection, ask: Ask) -> int:
    """How many orders these are; 10,001 stands for more than ten thousand."""
    few = _sifted(_ROWS.with_only_columns(SalesOrder.id), ask).limit(COUNTED).subquery()
    return int(connection.execute(sa.select(sa.func.count()).select_from(few)).scalar_one())


def questions_of(connection: Connection, order_ids: Sequence[int]) -> dict[int, tuple[Question, ...]]:
    """Questions of orders that are open or were decided by a person: open ones first, what stops before what informs."""
    if not order_ids:
        return {}
    found: dict[int, list[Question]] = defaultdict(list)
    for row in connection.execute(_QUESTIONS, {"ids": list(order_ids)}):
        found[row.order_id].append(
            Question(
                *(row.id, row.code, row.severity, row.owner, msgspec.json.decode(row.facts or "{}")),
                *(row.amount, row.state, row.opened_at, row.who, row.decided_at, row.note),
            )
        )
    return {
        order: tuple(sorted(mine, key=lambda one: (one.state != "open", _RANK.index(one.severity), one.id)))
        for order, mine in found.items()
    }


def notes_of(connection: Connection, order_id: int) -> tuple[Noted, ...]:
    """What people wrote down about an order, the newest first."""
    return tuple(
        Noted(row.at, row.who, str(msgspec.json.decode(row.facts or "{}").get("note", "")))
        for row in connection.execute(_NOTES, {"order": order_id})
    )


def _sifted(statement: Any, ask: Ask) -> Any:
    what = ask.filters.get("what")
    if what == STOPS:
        statement = statement.where(_WAITING.c.stops > 0)
    elif what == INFORMS:
        statement = statement.where(_WAITING.c.stops == 0)
    for name, column in (("owner", OrderCheck.owner), ("code", OrderCheck.code)):
        if wanted := ask.filters.get(name):
            mine = sa.exists().where(OrderCheck.order_id == SalesOrder.id, _OPEN, column == wanted)
            statement = statement.where(mine.where(_WAITS) if name == "owner" else mine)
    if text := ask.text.strip():
        statement = statement.where(
            sa.or_(
                SalesOrder.number.startswith(text.upper(), autoescape=True),
                SalesOrder.customer_reference.startswith(text, autoescape=True),
                Customer.name.icontains(text, autoescape=True),
                Customer.code.startswith(text.upper(), autoescape=True),
            )
        )
    return statement
