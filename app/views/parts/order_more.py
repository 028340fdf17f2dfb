"""What most orders leave as it is: kind, order discount, priority, promised day, day to wait for, currency; F9 shows it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QWidget

from app.qt import theme
from app.qt.format import day, long_day, percent
from app.qt.widgets import FormRow
from app.qt.words import mark, tr
from app.views.parts.action_panel import Choice
from app.views.parts.order_dates import read_day
from app.views.parts.order_draft import Draft, read_percent
from app.views.parts.order_kinds import KINDS
from app.views.parts.order_words import HIGH, PRIORITIES, URGENT

URGENCIES = (-1, 0, HIGH, URGENT)
"""A priority for each of `PRIORITIES`."""
CURRENCIES = ("EUR", "GBP", "CHF", "USD")


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the desk's own calendar


class OrderMore(QFrame):
    """A second row of fields under the head; Enter goes on from one to the next.

    Signals:
        edited: something was changed in the draft.
        priced: the same, and it changes sums or promises.
        exchange_wanted: the order whose goods are exchanged is to be chosen.
        passed: Enter in the last field.
    """

    edited, priced, exchange_wanted, passed = Signal(), Signal(), Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self.draft = Draft()
        self.kind, self.priority, self.currency = Choice(), Choice(), Choice()
        self.promised, self.hold, self.discount = QLineEdit(), QLineEdit(), QLineEdit()
        for field in (self.promised, self.hold):
            field.setPlaceholderText("13/3, +2")
        self.discount.setPlaceholderText("0 %")
        self.discount.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._rows = {
            "promised": FormRow(mark("Promised for"), self.promised),
            "hold": FormRow(mark("Wait until"), self.hold),
            "discount": FormRow(mark("Order discount"), self.discount),
        }
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.S16, 0, theme.S16, theme.S8)
        line.setSpacing(theme.S16)
        for row, stretch in (
            (FormRow(mark("Kind of order"), self.kind), 4),
            (FormRow(mark("Priority"), self.priority), 3),
            (self._rows["promised"], 3),
            (self._rows["hold"], 3),
            (self._rows["discount"], 2),
            (FormRow(mark("Currency"), self.currency), 2),
        ):
            line.addWidget(row, stretch)
        self._fields: tuple[QWidget, ...] = (
            *(self.kind, self.priority, self.promised),
            *(self.hold, self.discount, self.currency),
        )
        for one in self._fields:
            one.installEventFilter(self)
        self.kind.activated.connect(self._kind_chosen)
        self.priority.activated.connect(self._priority_chosen)
        self.currency.activated.connect(self._currency_chosen)
        for name, text in (("promised", self.promised), ("hold", self.hold), ("discount", self.discount)):
            text.textEdited.connect(lambda typed, name=name: self._typed(name, typed))
            text.editingFinished.connect(lambda name=name: self._show(name))
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Follow the language."""
        self.kind.fill([(value, tr(words)) for value, words in KINDS.items()])
        self.priority.fill([(URGENCIES[at], tr(words)) for at, (_, _, words) in enumerate(PRIORITIES)])
        self.show_draft(self.draft)

    # The draft

    def show_draft(self, draft: Draft) -> None:
        """Show a draft as it was left."""
        self.draft = draft
        self.kind.choose(draft.kind)
        level = next(at for at in (3, 2, 1, 0) if draft.priority >= URGENCIES[at] or at == 0)
        self.priority.choose(URGENCIES[level])
        self.show_currency()
        for name, row in self._rows.items():
            assert isinstance(row.field, QLineEdit)
            row.field.setText(draft.typed.get(name, ""))
            self._show(name)

    def show_currency(self) -> None:
        """Show the order's currency among those that there are."""
        self.currency.fill([(one, one) for one in dict.fromkeys((self.draft.currency, *CURRENCIES))])
        self.currency.choose(self.draft.currency)

    def words(self) -> list[str]:
        """What is not as usual, in the person's language: said beside the title whether the fields are shown or not."""
        draft = self.draft
        found = [tr(KINDS[draft.kind])]
        if draft.kind == "exchange" and draft.exchange_number:
            found[0] = tr("Exchange of {order}", order=draft.exchange_number)
        if draft.priority:
            found.append(tr(PRIORITIES[URGENCIES.index(self.priority.currentData())][2]))
        if draft.promised_on:
            found.append(tr("promised for {day}", day=day(draft.promised_on)))
        if draft.hold_until:
            found.append(tr("waits until {day}", day=day(draft.hold_until)))
        if draft.discount:
            found.append(tr("{percent} off", percent=percent(draft.discount)))
        if draft.asked_currency:
            found.append(draft.asked_currency)
        return found

    # Typing

    def _kind_chosen(self) -> None:
        self.draft.kind = self.kind.currentData()
        if self.draft.kind == "exchange":
            self.exchange_wanted.emit()
        self.priced.emit()

    def _priority_chosen(self) -> None:
        self.draft.priority = self.priority.currentData()
        self.edited.emit()

    def _currency_chosen(self) -> None:
        chosen = str(self.currency.currentData())
        own = self.draft.own.currency if self.draft.own else ""
        self.draft.asked_currency = "" if chosen == own else chosen
        self.draft.currency = chosen
        self.priced.emit()

    def _typed(self, name: str, text: str) -> None:
        self.draft.typed[name] = text
        self._take(name, text)
        self._rows[name].accept()
        self.priced.emit()

    def _take(self, name: str, text: str) -> None:
        blank = not text.strip()
        if name == "discount":
            self.draft.discount = None if blank else read_percent(text)
            return
        found = None if blank else read_day(text, _today())
        if found is not None and found < _today():
            found = None
        if name == "promised":
            self.draft.promised_on = found
        else:
            self.draft.hold_until = found

    def _show(self, name: str) -> None:
        """Show back what was understood."""
        field = self._rows[name].field
        assert isinstance(field, QLineEdit)
        draft = self.draft
        if name == "discount":
            shown = "" if draft.discount is None else f"{_plain(draft.discount * 100)} %"
            why = tr("Between 0 and 100 %")
        else:
            found = draft.promised_on if name == "promised" else draft.hold_until
            shown, why = long_day(found), tr("Which day ahead? 13/3, +2")
        if shown:
            field.setText(shown)
            draft.typed.pop(name, None)
        elif field.text().strip():
            self._rows[name].refuse(why)
            return
        self._rows[name].accept()

    def understood(self) -> bool:
        """Whether every field says something; the first that does not has the keyboard."""
        for name, row in self._rows.items():
            self._show(name)
            if row.refusal:
                self.show()
                self._on(row.field)
                return False
        return True

    # By keyboard

    def begin(self) -> None:
        """Give the keyboard to the first field."""
        self.show()
        self._on(self.kind)

    def _on(self, field: QWidget) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(field, QLineEdit):
            field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Esc goes to the lines."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if isinstance(watched, QComboBox) and watched.view().isVisible():
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.passed.emit()
            return True
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        name = next((name for name, row in self._rows.items() if row.field is watched), "")
        if name:
            self._show(name)
            if self._rows[name].refusal:
                return True
        at = next(at for at, field in enumerate(self._fields) if field is watched)
        if at + 1 < len(self._fields):
            self._on(self._fields[at + 1])
        else:
            self.passed.emit()
        return True


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
