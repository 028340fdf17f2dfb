"""The columns of a customer's account: which of them each of its lists shows, and what they say."""

from __future__ import annotations

from datetime import date, datetime

from app.qt.format import day, moment, money
from app.qt.table import Column
from app.qt.words import mark, tr
from app.queries.accounts import AccountRow
from app.views.parts.floor_words import RETURNS
from app.views.parts.order_words import STATES

SUBJECTS = {
    "delivery": mark("Delivery"),
    "goods": mark("Goods"),
    "price": mark("Price"),
    "invoice": mark("Invoice"),
    "other": mark("Something else"),
}
"""What a dispute is about."""
DISPUTES = {
    "open": ("alert-circle", "warn", mark("Not settled")),
    "settled": ("check", "text2", mark("Settled")),
    "dropped": ("close", "text3", mark("Dropped")),
}
"""What a dispute is at: (icon, tone, English words)."""
INVOICES = {
    "paid": ("check", "text2", mark("Paid")),
    "open": ("circle", "text", mark("To pay")),
    "overdue": ("alert-circle", "stop", mark("Overdue")),
}


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the desk's own calendar


def due(row: AccountRow) -> date | None:
    """The day that an order was promised for, or an invoice is due on."""
    return date.fromisoformat(row.more) if row.kind in ("order", "invoice") and row.more else None


def state_of(row: AccountRow) -> tuple[str, str, str] | None:
    """Icon, tone and English words of what a row is at; None where it is at nothing."""
    if row.kind == "order":
        return STATES[row.state]
    if row.kind == "return":
        return RETURNS[row.state]
    if row.kind == "dispute":
        return DISPUTES[row.state]
    if row.kind == "invoice":
        day_due = due(row)
        late = row.amount and day_due is not None and day_due < _today()
        return INVOICES["overdue" if late else "open" if row.amount else "paid"]
    return None


def _sign(row: AccountRow) -> tuple[str, str] | None:
    found = state_of(row)
    return None if found is None else found[:2]


def _state(row: AccountRow) -> str:
    found = state_of(row)
    return "" if found is None else tr(found[2])


def _on(row: AccountRow) -> str:
    return moment(row.on) if isinstance(row.on, datetime) else day(row.on)


def _due_tone(row: AccountRow) -> str:
    day_due = due(row)
    late = day_due is not None and day_due < _today()
    running = row.state in ("draft", "confirmed") if row.kind == "order" else bool(row.amount)
    return "stop" if late and running else "text"


def _amount(row: AccountRow) -> str:
    return "" if row.amount is None else money(row.amount, row.currency)


def _words(row: AccountRow) -> str:
    if row.kind == "invoice":
        return tr("of {amount}", amount=money(row.whole, row.currency))
    return " ".join(row.words.split())


COLUMNS: tuple[Column[AccountRow], ...] = (
    Column("on", mark("When"), _on, width=118, raw=lambda r: r.on),
    Column("number", mark("Number"), lambda r: r.number, width=140, code=True),
    Column("article", mark("Their number"), lambda r: r.number, width=150, code=True),
    Column("sku", mark("SKU"), lambda r: r.extra, width=150, code=True),
    Column(
        "subject", mark("About"), lambda r: tr(SUBJECTS[r.extra]) if r.extra in SUBJECTS else "", width=120
    ),
    Column("words", mark("What"), _words, width=200, stretch=True),
    Column("role", mark("Role"), lambda r: r.number, width=150),
    Column("phone", mark("Telephone"), lambda r: r.more, width=150),
    Column("email", mark("E-mail"), lambda r: r.extra, width=210),
    Column("order", mark("Order"), lambda r: r.words, width=140, code=True),
    Column("note", mark("Note"), lambda r: " ".join(r.more.split()), width=200, stretch=True),
    Column("answer", mark("Answer"), lambda r: " ".join(r.more.split()), width=200),
    Column("due", mark("Due"), lambda r: day(due(r)), width=100, tone=_due_tone, raw=due),
    Column("state", mark("State"), _state, width=124, mark=_sign),
    Column("amount", mark("Amount"), _amount, width=110, right=True, raw=lambda r: r.amount),
    Column("who", mark("Who"), lambda r: r.who, width=120),
)
SHOWN: dict[str, frozenset[str]] = {
    "order": frozenset({"on", "number", "words", "due", "state", "amount", "who"}),
    "return": frozenset({"on", "number", "order", "note", "state", "who"}),
    "invoice": frozenset({"on", "number", "words", "due", "state", "amount"}),
    "contact": frozenset({"words", "role", "phone", "email"}),
    "note": frozenset({"on", "words", "who"}),
    "dispute": frozenset({"on", "subject", "number", "words", "answer", "state", "who"}),
    "article": frozenset({"article", "sku", "words"}),
}
"""Which columns each list shows."""
