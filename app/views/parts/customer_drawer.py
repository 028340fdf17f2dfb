"""A customer at a glance beside the lists of their account: key figures, each leading to its rows, and the form of the row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.format import count, day, local, money, percent
from app.qt.widgets import Button, Drawer, Label, Pill, Rule, Section, empty
from app.qt.words import mark, tr, trn
from app.queries.accounts import Holder
from app.queries.customer_figures import Figures, Money
from app.views.parts.customer_forms import FORMS, KindForm
from app.views.parts.lines import Link

NAMES = 136
"""Pixels kept for the names of figures."""


class CustomerDrawer(Drawer):
    """Key figures of a customer, and under them the form of a contact, note, dispute or article number.

    Signals:
        wanted: a number was followed (the tab that holds its rows).
        stored: the form is to be kept.
    """

    wanted = Signal(str)
    stored = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(mark("Open the customer's fields"), parent=parent)
        self.close_button.hide()
        self.form: KindForm | None = None
        inner = self.body.parentWidget()
        self._editor = QVBoxLayout()
        self._editor.setSpacing(theme.S8)
        self._editor_title = Section(mark("Entry"))
        self.forms = {kind: KindForm(kind, fields, inner) for kind, fields in FORMS.items()}
        self.save = Button(mark("Save"), "check", "Ctrl+S", "primary")
        self.save.clicked.connect(self.stored)
        self.rule = Rule()
        self._editor.addWidget(self._editor_title)
        for form in self.forms.values():
            form.saved.connect(self.stored)
            form.hide()
            self._editor.addWidget(form)
        self._editor.addWidget(self.save)
        self._editor.addWidget(self.rule)
        self._fill = QVBoxLayout()
        self._fill.setSpacing(theme.S8)
        self.body.addLayout(self._editor)
        self.body.addLayout(self._fill)
        self.body.addStretch()
        self.show_form("", "")

    def show_form(self, kind: str, title: str) -> None:
        """Show the form of a kind of row under its title; none for ''."""
        self.form = self.forms.get(kind)
        for name, form in self.forms.items():
            form.setVisible(name == kind)
        for widget in (self._editor_title, self.save, self.rule):
            widget.setVisible(self.form is not None)
        if title:
            self._editor_title.heading.set(title)

    def show_figures(self, whose: Holder | None, found: Figures) -> None:
        """Show whose account it is, and what it comes to."""
        empty(self._fill)
        if whose is None:
            self.set_title("")
            return
        self.set_title(whose.code)
        name = Label(role="strong", wrap=True)
        name.say(whose.name)
        self._fill.addWidget(name)
        for pill in _pills(whose):
            self._fill.addWidget(pill)
        self._fill.addWidget(Section(mark("Last 365 days")))
        self._fill.addWidget(self._year(found))
        self._fill.addWidget(Rule())
        self._fill.addWidget(Section(mark("Still open")))
        self._fill.addWidget(self._open(found))

    def _year(self, found: Figures) -> QWidget:
        rows = _Figures()
        rows.add(mark("Orders"), count(found.orders), _sums(found.turnover), self._to("order"))
        share = percent_of(found.on_time, found.promised)
        rows.add(
            mark("On time"),
            share,
            trn("of %n shipments", found.promised) if found.promised else tr("nothing promised has left"),
        )
        rows.add(
            mark("Returns"),
            count(found.returns),
            tr("{share} of orders", share=percent_of(found.returns, found.orders)) if found.orders else "",
            self._to("return"),
        )
        rows.add(mark("Last order"), day(found.last_ordered) or tr("none"))
        gone = found.last_shipped
        rows.add(
            mark("Last delivery"),
            day(local(gone).date() if isinstance(gone, datetime) else gone) or tr("none"),
        )
        return rows

    def _open(self, found: Figures) -> QWidget:
        rows = _Figures()
        rows.add(mark("Open orders"), count(found.open_orders), _sums(found.open_amount), self._to("open"))
        rows.add(mark("Returns on their way"), count(found.open_returns), "", self._to("return"))
        rows.add(
            mark("Disputes"),
            count(found.open_disputes),
            "",
            self._to("dispute"),
            tone="warn" if found.open_disputes else "text",
        )
        rows.add(mark("To be paid"), _sums(found.owed) or tr("nothing"), "", self._to("invoice"))
        if found.overdue:
            rows.add(
                mark("Overdue"),
                _sums(found.overdue),
                trn("%n invoices", found.overdue_invoices),
                self._to("invoice"),
                tone="stop",
            )
        return rows

    def _to(self, tab: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(tab)


class _Figures(QWidget):
    """Figures under each other, each with its name; those that lead to their rows are links."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.S8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnMinimumWidth(0, NAMES)
        self._grid.setColumnStretch(2, 1)

    def add(
        self,
        name: str,
        figure: str,
        more: str = "",
        act: Callable[[], None] | None = None,
        *,
        tone: str = "text",
    ) -> None:
        """Add a figure: where `act` leads somewhere it is a link; `more` stands under it."""
        row = self._grid.rowCount()
        self._grid.addWidget(Label(name, tone="text2"), row, 0)
        if act is None:
            plain = Label(role="medium", tone=tone)
            plain.say(figure)
            self._grid.addWidget(plain, row, 1, 1, 2)
        else:
            link = Link(figure, act)
            link.setAccessibleName(f"{tr(name)}: {figure}")
            self._grid.addWidget(link, row, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        if more:
            quiet = Label(role="small", tone="stop" if tone == "stop" else "text2", wrap=True)
            quiet.say(more)
            self._grid.addWidget(quiet, row + 1, 1, 1, 2)


def _pills(whose: Holder) -> Sequence[Pill]:
    found = []
    if whose.erased_at is not None:
        found.append(Pill(mark("Personal data erased"), "neutral", "trash"))
    if whose.status == "blocked":
        found.append(Pill(mark("Blocked"), "stop", "hold"))
    if whose.vip:
        found.append(Pill(mark("VIP"), "accent", "star"))
    return found


def percent_of(part: int, whole: int) -> str:
    """A share as the language writes it; a dash where there is no whole."""
    return percent(Decimal(part) / Decimal(whole)) if whole else "\N{EN DASH}"


def _sums(sums: Sequence[Money]) -> str:
    return ", ".join(money(one.amount, one.currency) for one in sums)
