"""One order with questions beside the queue: what is asked, who settles it, what was decided and what was said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.format import day, moment, money
from app.qt.widgets import Card, Drawer, FactRow, Label, Rule, Section, Sign, Timeline, empty
from app.qt.words import mark, tr
from app.queries.unresolved import Noted, Question, UnresolvedRow
from app.views.parts.lines import Link
from app.views.parts.question_words import OWNERS, SEVERITIES, STATES, title, words


class UnresolvedDrawer(Drawer):
    """Beside the queue; `go(screen, target)` leads to what a number names."""

    def __init__(self, go: Callable[[str, object], None]) -> None:
        super().__init__(mark("Open the order"))
        self._row: UnresolvedRow | None = None
        self.who = Link("", lambda: go("customers", self._row.customer_id if self._row else None))
        self.facts = {
            name: FactRow(label, role=role)
            for name, label, role in (
                ("customer", mark("Customer"), "base"),
                ("total", mark("Total"), "base"),
                ("promised", mark("Promise"), "base"),
                ("since", mark("Waits since"), "base"),
            )
        }
        self._cards = QWidget()
        self._column = QVBoxLayout(self._cards)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.S8)
        self.notes, self._said = Timeline(), Section(mark("Notes"))
        for widget in (
            *(self.who, *self.facts.values(), Rule(), Section(mark("Questions")), self._cards),
            *(self._said, self.notes),
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    @property
    def shown(self) -> int | None:
        """The order that is shown."""
        return self._row.id if self._row else None

    def begin(self, row: UnresolvedRow) -> None:
        """Show another order; its notes follow when they were read."""
        other = self._row is None or row.id != self._row.id
        self._row = row
        self.show()
        self.set_title(row.number)
        self.who.name(row.customer_code)
        values = {
            "customer": row.customer,
            "total": money(row.total, row.currency),
            "promised": day(row.promised_on),
            "since": moment(row.since),
        }
        for name, fact in self.facts.items():
            fact.set_value(values[name])
        empty(self._column)
        for question in row.questions:
            self._column.addWidget(_card(question))
        if other:
            self.fill(row.id, ())

    def fill(self, order_id: int, notes: Sequence[Noted]) -> None:
        """Show what was written down of the order, the newest first."""
        if order_id != self.shown:
            return
        self.notes.clear()
        for one in notes:
            self.notes.add("edit", one.words, moment(one.at), one.who)
        self._said.setVisible(bool(notes))


def _card(question: Question) -> QWidget:
    """A question: what it is, in words, and who settles it or did."""
    icon, tone, does = SEVERITIES[question.severity] if question.state == "open" else STATES[question.state]
    card = Card(tone)
    name, said, who = title(question), words(question), _who(question)
    card.setAccessibleName(f"{name}. {said} {who}")
    head = QHBoxLayout()
    head.setSpacing(theme.S8)
    heading, state = Label(role="strong", tone=tone, wrap=True), Label(does, tone=tone)
    heading.say(name)
    head.addWidget(Sign(icon, tone, 16))
    head.addWidget(heading, 1)
    head.addWidget(state)
    card.body.addLayout(head)
    under = QVBoxLayout()
    under.setContentsMargins(theme.S24, 0, 0, 0)
    under.setSpacing(theme.S4)
    for text in (said, who):
        line = Label(wrap=True, tone="text" if text is said else "text2")
        line.say(text)
        under.addWidget(line)
    card.body.addLayout(under)
    return card


def _who(question: Question) -> str:
    if question.state != "open":
        who = tr("By {who}, {time}", who=question.decided_by, time=moment(question.decided_at))
        return f"{who}: {question.note}" if question.note else who
    return tr(
        "Settled by: {role}", role=tr(OWNERS[question.owner]) if question.owner in OWNERS else question.owner
    )
