"""Why orders are held or cancelled, asked in a line over the table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.qt.format import long_day
from app.qt.widgets import FormRow
from app.qt.words import language, mark, tr
from app.queries.returnable import Reason
from app.views.parts.action_panel import ActionPanel, Choice
from app.views.parts.order_dates import read_day


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the desk's own calendar


class ReasonPanel(ActionPanel):
    """A reason of the list, until when where that is asked, and a note.

    Signals:
        given: (reason's code, the day or None, note).
    """

    given = Signal(str, object, str)

    def __init__(self, title: str, words: str, *, until: bool) -> None:
        """Make it; `title` and `words` are English literals inside `mark`."""
        self.reason, self.until, self.note = Choice(), QLineEdit(), QLineEdit()
        self.until.setPlaceholderText("+2, 13/3")
        self._why = FormRow(mark("Reason"), self.reason, needed=True)
        self._when = FormRow(mark("Until (optional)"), self.until)
        self._more = FormRow(mark("Note (optional)"), self.note)
        rows = [(self._why, 260), *([(self._when, 170)] if until else []), (self._more, 0)]
        super().__init__(title, rows, words)
        self._reasons: tuple[Reason, ...] = ()
        self.accepted.connect(self._give)
        self.until.editingFinished.connect(self._show_day)

    def ask(self, about: str, reasons: Sequence[Reason]) -> None:
        """Open it; `about` names the orders."""
        self._reasons = tuple(reasons)
        french = language() == "fr"
        self.reason.fill([(one.code, one.label_fr if french else one.label_en) for one in reasons])
        self.until.clear()
        self.note.clear()
        self.begin(about, self.reason)

    def _show_day(self) -> None:
        found = read_day(self.until.text(), _today())
        if found is not None:
            self.until.setText(long_day(found))

    def _give(self) -> None:
        typed = self.until.text().strip()
        day = read_day(typed, _today())
        if typed and day is None:
            self._when.refuse(tr("Write a day: 13/3, +2, tomorrow or Friday."))
            self.until.setFocus()
            return
        if day is not None and day <= _today():
            self._when.refuse(tr("Choose a day after today."))
            self.until.setFocus()
            return
        self._when.accept()
        code = self.reason.currentData()
        if code is None:
            self._why.refuse(tr("There is no reason to choose; add one first."))
            return
        self.given.emit(str(code), day, self.note.text().strip())
