"""The day at a glance: how much of what was to leave has left, where orders stand, and which promises are in danger.

Days are those of the first warehouse. Every count stops at 10,001, and the whole is read in a fixed number of statements.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import IntakeMessage, OrderCheck, OutgoingMessage, PrintJob, SalesOrder, Shipment
from app.queries.days import span
from app.queries.order_filters import view_of
from app.queries.orders import OrderRow, count_orders, orders
from app.queries.outbox import failed_count
from app.queries.pages import COUNTED, Ask, Page

STEPS: tuple[tuple[str, ...], ...] = (
    ("planned",),
    ("reserved",),
    ("released", "picking"),
    ("picked", "packing"),
    ("packed",),
)
"""The states of shipments that each step has."""
DELAY = "order_delay"


@dataclass(frozen=True, slots=True)
class Glance:
    """The day in numbers; each of them is 10,001 where there are more than ten thousand.

    Attributes:
        day, next: Today, and the working day that follows.
        left: Orders that are done and of which goods left today.
        today, late: Confirmed orders promised for today, or before, that have not left whole.
        received: Orders of today, quotes and cancelled ones apart.
        drafts: Quotes and drafts.
        steps: Shipments by `STEPS`.
        waiting: Confirmed orders of which goods are lacking. `held`: with a hold that binds.
        soon: Promised until `next`, and short or held.
        unresolved: Orders with a question that stops them; `approval`: those of which one waits for approval.
        intake: Messages with orders that nobody has decided about.
        prints, mails: Papers and messages that a person has to look at.
    """

    day: date
    next: date
    left: int = 0
    today: int = 0
    late: int = 0
    received: int = 0
    drafts: int = 0
    steps: tuple[int, ...] = (0, 0, 0, 0, 0)
    waiting: int = 0
    held: int = 0
    soon: int = 0
    unresolved: int = 0
    approval: int = 0
    intake: int = 0
    prints: int = 0
    mails: int = 0

    @property
    def due(self) -> int:
        """What is to leave by the end of the day: what left, and what is promised until today and has not."""
        return self.left + self.today + self.late

    @property
    def rate(self) -> float | None:
        """The part of it that left; None where nothing is to leave."""
        return self.left / self.due if self.due else None

    @property
    def capped(self) -> bool:
        """Whether a number that the rate is made of stopped counting."""
        return max(self.left, self.today, self.late) >= COUNTED


@dataclass(frozen=True, slots=True)
class RiskRow:
    """An order whose promise is in danger; `told` is the state of the letter that says so, empty where there is none."""

    order: OrderRow
    told: str = ""

    @property
    def id(self) -> int:
        """Of the order."""
        return self.order.id


_VIEWS = ("left", "today", "late", "received", "drafts", "waiting", "held", "soon")
_STOPS = (sa.text("order_check.state = 'open'"), OrderCheck.severity != "informs")
_PRINTING = sa.text("print_job.status IN ('waiting', 'printing', 'failed')")  # as the partial index says it
_TOLD: Any = (
    sa.select(OutgoingMessage.dedupe_key, OutgoingMessage.status)
    .where(OutgoingMessage.order_id.in_(sa.bindparam("ids", expanding=True)), OutgoingMessage.kind == DELAY)
    .order_by(OutgoingMessage.id)
)


def glance(connection: Connection) -> Glance:
    """The day in numbers."""
    now = span(connection)
    counts = [_some(SalesOrder.id, *view_of(connection, view, now.day, now)).label(view) for view in _VIEWS]
    counts += [_some(Shipment.id, Shipment.state.in_(states)).label(f"step_{states[0]}") for states in STEPS]
    counts += [
        _distinct(OrderCheck.order_id, *_STOPS).label("unresolved"),
        _distinct(OrderCheck.order_id, *_STOPS, OrderCheck.severity == "approval").label("approval"),
        _some(IntakeMessage.id, sa.text("intake_message.state IN ('waiting', 'conflict')")).label("intake"),
        _some(PrintJob.id, _PRINTING, PrintJob.status == "failed").label("prints"),
    ]
    row = connection.execute(sa.select(*counts)).one()._mapping
    return Glance(
        day=now.day,
        next=now.next,
        steps=tuple(int(row[f"step_{states[0]}"]) for states in STEPS),
        mails=failed_count(connection),
        **{name: int(row[name]) for name in (*_VIEWS, "unresolved", "approval", "intake", "prints")},
    )


def at_risk(connection: Connection, ask: Ask, *, addresses: bool = False) -> Page[RiskRow]:
    """A page of orders whose promise is missed or in danger, with whether the customer was told about that promise.

    Args:
        connection: Where to read.
        ask: As `orders` takes it; the view is one of 'risk', 'late' and 'soon'.
        addresses: Whether the person may read addresses.
    """
    page = orders(connection, ask, addresses=addresses)
    ids = [row.id for row in page.rows]
    letters = connection.execute(_TOLD, {"ids": ids}) if ids else ()
    told: dict[str, str] = {row.dedupe_key: row.status for row in letters}
    return Page(
        tuple(RiskRow(row, told.get(f"{DELAY}:{row.id}:{row.promised_on:%Y%m%d}", "")) for row in page.rows),
        page.after,
    )


def at_risk_count(connection: Connection, ask: Ask, *, addresses: bool = False) -> int:
    """How many there are; 10,001 stands for more than ten thousand."""
    return count_orders(connection, ask, addresses=addresses)


def _some(column: Any, *where: Any) -> sa.ScalarSelect[int]:
    few = sa.select(column).where(*where).limit(COUNTED).subquery()
    return sa.select(sa.func.count()).select_from(few).scalar_subquery()


def _distinct(column: Any, *where: Any) -> sa.ScalarSelect[int]:
    few = sa.select(column).where(*where).distinct().limit(COUNTED).subquery()
    return sa.select(sa.func.count()).select_from(few).scalar_subquery()
