"""The columns and views of the intake."""

from __future__ import annotations

from app.qt.format import moment
from app.qt.table import Column
from app.qt.words import mark, tr, trn
from app.queries.intake import OPEN, IntakeRow
from app.views.parts.intake_words import CHANNELS, reason_words, state_of
from app.views.parts.tabs import Tab


def _state(row: IntakeRow) -> tuple[str, str, str]:
    return state_of(row.state, row.stops)


def _why(row: IntakeRow) -> str:
    if row.state == "accepted":
        return row.order
    if row.state == "refused":
        return reason_words(row.reason)
    parts = (
        trn("%n to mend", row.stops) if row.stops else "",
        trn("%n to look at", row.warns) if row.warns else "",
    )
    return ", ".join(part for part in parts if part)


COLUMNS: tuple[Column[IntakeRow], ...] = (
    Column(
        "state",
        mark("State"),
        lambda r: tr(_state(r)[2]),
        width=112,
        mark=lambda r: _state(r)[:2],
        raw=lambda r: r.state,
    ),
    Column("number", mark("Order"), lambda r: r.number, width=150, code=True, strong=True),
    Column("customer", mark("Customer"), lambda r: r.customer or r.sender, width=210, stretch=True),
    Column("channel", mark("Channel"), lambda r: tr(CHANNELS[r.channel]), width=112, raw=lambda r: r.channel),
    Column("name", mark("File"), lambda r: r.name, width=190),
    Column(
        "why",
        mark("Notes"),
        _why,
        width=210,
        tone=lambda r: "stop" if r.stops and r.state in OPEN else "text2",
    ),
    Column("came", mark("Came"), lambda r: moment(r.received_at), width=112, raw=lambda r: r.received_at),
    Column("source", mark("Source"), lambda r: r.source, width=120, hidden=True),
    Column("sender", mark("Sender"), lambda r: r.sender, width=160, hidden=True),
    Column("subject", mark("Subject"), lambda r: r.subject, width=180, hidden=True),
    Column("by", mark("Decided by"), lambda r: r.by, width=110, hidden=True),
)
_COMES = mark("Orders from folders, mailboxes and files come in here.")
TABS = (
    Tab("waiting", mark("Waiting"), {"state": "waiting"}, empty=(mark("Nothing waits"), _COMES)),
    Tab(
        "conflict",
        mark("Conflicts"),
        {"state": "conflict"},
        empty=(mark("No conflicts"), mark("The same order number with other content would stand here.")),
    ),
    Tab("accepted", mark("Accepted"), {"state": "accepted"}),
    Tab("refused", mark("Refused"), {"state": "refused"}),
    Tab("all", mark("All")),
)
