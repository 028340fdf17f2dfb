"""All conditions of a list in one place: filled in by keyboard, set together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.widgets import Button, FormRow
from app.qt.words import mark, tr
from app.views.parts.action_panel import Choice
from app.views.parts.tabs import Filter

_COLUMNS = 3
_HINTS = {"day": "+7, -2, 13/3", "amount": "1250.00", "code": mark("two letters")}
_WIDTH = 210


class FilterDialog(QDialog):
    """One field a condition; what stays empty asks nothing.

    Signals:
        given: the conditions that were filled in, by name.
    """

    given = Signal(dict)

    def __init__(
        self, filters: Sequence[Filter], now: Mapping[str, Any], first: str, parent: QWidget
    ) -> None:
        """Show the conditions with what is set `now`; `first` names the one that gets the keyboard."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Filter"))
        self._filters = tuple(filters)
        self.rows: dict[str, FormRow] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.S16)
        grid.setVerticalSpacing(theme.S8)
        for at, one in enumerate(self._filters):
            row = FormRow(one.title, self._field(one, now.get(one.name)))
            row.setFixedWidth(_WIDTH)
            self.rows[one.name] = row
            grid.addWidget(row, at // _COLUMNS, at % _COLUMNS)
        self.leave = Button(mark("Cancel"), key="Esc")
        self.clear = Button(mark("Clear all"), kind="quiet")
        self.apply = Button(mark("Apply"), "check", "Return", "primary")
        self.apply.setDefault(True)
        self.leave.clicked.connect(self.reject)
        self.clear.clicked.connect(self._clear)
        self.apply.clicked.connect(self._give)
        foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        foot.addWidget(self.clear)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.apply)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.S24, theme.S24, theme.S24, theme.S16)
        whole.setSpacing(theme.S16)
        whole.addLayout(grid)
        whole.addStretch(1)
        whole.addLayout(foot)
        start = self.rows.get(first) or next(iter(self.rows.values()))
        start.field.setFocus(Qt.FocusReason.TabFocusReason)

    def _field(self, one: Filter, value: Any) -> QWidget:
        if one.kind == "choice":
            box = Choice()
            known = [choice for choice, _ in one.choices]
            more = [(value, one.words(value))] if value is not None and value not in known else []
            box.fill([(None, tr("any")), *((choice, tr(words)) for choice, words in one.choices), *more])
            box.choose(value)
            return box
        line = QLineEdit(one.typed(value))
        hint = _HINTS.get(one.kind, "")
        line.setPlaceholderText(tr(hint) if hint else "")
        return line

    def fill(self, name: str, value: Any) -> None:
        """Type into a field, or choose by value, as a person does."""
        field = self.rows[name].field
        if isinstance(field, Choice):
            field.choose(value)
        elif isinstance(field, QLineEdit):
            field.setText(value)

    def _clear(self) -> None:
        for row in self.rows.values():
            if isinstance(row.field, Choice):
                row.field.setCurrentIndex(0)
            elif isinstance(row.field, QLineEdit):
                row.field.clear()

    def _give(self) -> None:
        found: dict[str, Any] = {}
        wrong: list[FormRow] = []
        today = date.today()  # noqa: DTZ011 - the desk's own calendar
        for one in self._filters:
            row = self.rows[one.name]
            row.accept()
            try:
                value = (
                    row.field.currentData()
                    if isinstance(row.field, Choice)
                    else one.read(row.field.text() if isinstance(row.field, QLineEdit) else "", today)
                )
            except ValueError as error:
                row.refuse(str(error))
                wrong.append(row)
                continue
            if value is not None:
                found[one.name] = value
        if wrong:
            wrong[0].field.setFocus()
            return
        self.accept()
        self.given.emit(found)
