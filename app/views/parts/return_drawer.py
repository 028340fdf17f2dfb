"""The details of a return: what is to come back and why, how it was judged, what is paid back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.qt.format import count, moment, money
from app.qt.widgets import Drawer, FactRow, Label, Pill, Rule, Section, Timeline
from app.qt.words import language, mark, tr
from app.queries.returns import ReturnRow
from app.views.parts import floor_words
from app.views.parts.floor_words import DISPOSITIONS, RETURNS
from app.views.parts.lines import Lines, Link
from app.views.parts.return_case import Case


class ReturnDrawer(Drawer):
    """Beside the list of returns. `go(screen, target)` leads to what a number names."""

    def __init__(self, go: Callable[[str, object], None]) -> None:
        super().__init__()
        self._go = go
        self._row: ReturnRow | None = None
        self.customer = Label(role="strong", wrap=True)
        self.state = Pill()
        self.order = Link("", lambda: self._go("orders", self._row.order_id if self._row else 0))
        self.asked, self.credit = FactRow(mark("Asked for")), FactRow(mark("Credit"))
        self.note = FactRow(mark("Note"))
        self.section, self.lines = Section(mark("To come back")), Lines()
        self.judged_head, self.judged = Section(mark("Judged")), Timeline()
        for widget in (
            *(self.customer, self.state, self.order, self.asked, self.credit, self.note, Rule()),
            *(self.section, self.lines, Rule(), self.judged_head, self.judged),
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def begin(self, row: ReturnRow) -> None:
        """Show another return; its lines follow when they were read."""
        self.show()
        if self._row is None or self._row.id != row.id:
            self.lines.clear()
            self.judged.clear()
        self._row = row
        self.set_title(row.number)
        self.customer.say(row.customer)
        icon, tone, words = RETURNS[row.state]
        self.state.set(words, {"text2": "neutral", "text3": "neutral"}.get(tone, tone), icon)
        self.order.name(row.order_number)
        self.asked.set_value(moment(row.created_at))
        self.credit.set_value(row.credit)
        self.credit.setVisible(bool(row.credit))
        self.note.set_value(row.note)
        self.note.setVisible(bool(row.note))

    def fill(self, case: Case | None) -> None:
        """Show what was read of the return."""
        if case is None or self._row is None or case.head.id != self._row.id:
            return
        if case.credit is not None and not case.head.credit:
            self.credit.set_value(money(case.credit.total, case.head.currency))
            self.credit.show()
        self.section.set_figure(
            tr("{came} of {all} here", came=count(case.head.received), all=count(case.head.qty))
        )
        self.lines.clear()
        for line in case.lines.values():
            self.lines.add(
                line.sku,
                line.name,
                count(line.qty),
                act=partial(self._go, "stock", line.product_id),
                under=floor_words.reason(line.reason, line.reason_en, line.reason_fr, language()),
            )
        self.judged.clear()
        self.judged_head.setVisible(bool(case.judged))
        for one in case.judged:
            icon, tone, words = DISPOSITIONS[one.disposition]
            text = f"{count(one.qty)} {one.sku}: {one.grade}, {tr(words)} {one.place}".rstrip()
            who = " \N{MIDDLE DOT} ".join(part for part in (one.actor, one.note) if part)
            self.judged.add(icon, text, moment(one.at), who, tone)
