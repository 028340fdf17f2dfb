"""What the list of orders shows, and what can be asked of it."""

from __future__ import annotations

from datetime import date

from app.qt.format import count, day, money, near_day
from app.qt.table import Column
from app.qt.words import mark, tr
from app.queries.orders import OrderRow
from app.views.parts.order_words import (
    CHANNELS,
    LIGHTS,
    STATES,
    channel_words,
    is_late,
    light_words,
    priority_of,
    state_of,
)
from app.views.table_screen import Filter, Tab


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the desk's own calendar


def _state(row: OrderRow) -> tuple[str, str, str]:
    return STATES[state_of(row.state, row.ready)]


def _promise_tone(row: OrderRow) -> str:
    return "stop" if is_late(row, _today()) else "text"


COLUMNS: tuple[Column[OrderRow], ...] = (
    Column(
        "ready",
        mark("Ready"),
        lambda r: light_words(r.ready),
        width=92,
        mark=lambda r: LIGHTS.get(r.ready.light),
        raw=lambda r: light_words(r.ready),
    ),
    Column("number", mark("Order"), lambda r: r.number, width=146, code=True, sort="number"),
    Column(
        "customer",
        mark("Customer"),
        lambda r: r.customer,
        width=120,
        stretch=True,
        tail=lambda r: r.country,
    ),
    Column(
        "lines",
        mark("Lines"),
        lambda r: count(r.ready.lines),
        width=54,
        right=True,
        raw=lambda r: r.ready.lines,
    ),
    Column(
        "amount",
        mark("Amount"),
        lambda r: money(r.total, r.currency),
        width=112,
        right=True,
        raw=lambda r: r.total,
    ),
    Column(
        "promise",
        mark("Promise"),
        lambda r: near_day(r.promised_on, _today()),
        width=98,
        right=True,
        sort="promise",
        raw=lambda r: r.promised_on,
        mark=lambda r: ("alert-triangle", "stop") if is_late(r, _today()) else None,
        tone=_promise_tone,
    ),
    Column(
        "priority",
        mark("Priority"),
        lambda r: tr(priority_of(r.priority)[2]),
        width=94,
        mark=lambda r: priority_of(r.priority)[:2],
        tone=lambda r: priority_of(r.priority)[1],
        raw=lambda r: r.priority,
    ),
    Column(
        "state",
        mark("State"),
        lambda r: tr(_state(r)[2]),
        width=116,
        mark=lambda r: _state(r)[:2],
        tone=lambda r: "stop" if r.ready.light == "held" else "text",
        raw=lambda r: r.state,
    ),
    Column("channel", mark("Channel"), lambda r: channel_words(r.channel), width=100, hidden=True),
    Column(
        "ordered",
        mark("Ordered on"),
        lambda r: day(r.ordered_on),
        width=90,
        right=True,
        sort="ordered",
        hidden=True,
        raw=lambda r: r.ordered_on,
    ),
    Column(
        "reference", mark("Customer's reference"), lambda r: r.reference, width=130, code=True, hidden=True
    ),
    Column("carrier", mark("Carrier"), lambda r: r.carrier or tr("own delivery"), width=130, hidden=True),
)

TABS = (
    Tab("open", mark("All open"), {"view": "open"}, "promise"),
    Tab("today", mark("Ship today"), {"view": "today"}, "promise"),
    Tab("late", mark("Late"), {"view": "late"}, "promise"),
    Tab("waiting", mark("Waits for stock"), {"view": "waiting"}, "promise"),
    Tab("held", mark("Held"), {"view": "held"}, "promise"),
    Tab("drafts", mark("Drafts"), {"view": "drafts"}, "number", descending=True),
    Tab("closed", mark("Closed"), {"view": "closed"}, "ordered", descending=True),
)

_STATES_OF = {
    "open": ("draft", "confirmed"),
    "held": ("draft", "confirmed"),
    "drafts": ("quote", "draft"),
    "closed": ("closed", "cancelled"),
}
_UNTIL = (
    (0, mark("until today")),
    (1, mark("until tomorrow")),
    (7, mark("within a week")),
    (14, mark("within two weeks")),
    (31, mark("within a month")),
)


def filters_of(view: str) -> tuple[Filter, ...]:
    """The conditions that can be set in a view; the state only where it tells orders apart."""
    states = _STATES_OF.get(view, ())
    chosen = tuple((state, STATES[state][2]) for state in states)
    first = (Filter("state", mark("State"), chosen),) if chosen else ()
    return (
        *first,
        Filter("until", mark("Promise"), _UNTIL),
        Filter("channel", mark("Channel"), tuple(CHANNELS.items())),
    )
