"""Plain forms for master data: fields declared once, read back as values, each refusal beside its field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.errors import AppError
from app.qt import theme
from app.qt.widgets import FormRow
from app.qt.words import said, tr


@dataclass(frozen=True)
class Field:
    """One field.

    Attributes:
        name: As the service calls it.
        title: English, inside `mark(...)`.
        kind: 'text', 'number' (a whole one), 'amount' (a decimal one), 'choice', 'flag', 'secret'.
        choices: Of a choice: (value, English words inside `mark`).
        needed: It may not stay empty.
        fixed: It is shown, and only set when the thing is made.
        help: A line under it, English inside `mark(...)`.
    """

    name: str
    title: str
    kind: str = "text"
    choices: tuple[tuple[Any, str], ...] = ()
    needed: bool = False
    fixed: bool = False
    help: str = ""


class Form(QWidget):
    """Fields under each other. Enter moves on, and on the last one saves.

    Signals:
        saved: Enter on the last field.
        edited: something was changed.
    """

    saved = Signal()
    edited = Signal()

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self._fields = {one.name: one for one in fields}
        self._rows: dict[str, FormRow] = {}
        self._widgets: dict[str, Any] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S8 + theme.S4)
        for one in fields:
            widget = self._widget(one)
            self._widgets[one.name] = widget
            if one.kind == "flag":
                column.addWidget(widget)
                continue
            row = FormRow(one.title, widget, one.help, needed=one.needed)
            self._rows[one.name] = row
            column.addWidget(row)

    def _widget(self, field: Field) -> QWidget:
        if field.kind == "choice":
            box = QComboBox()
            for value, words in field.choices:
                box.addItem(tr(words), value)
            box.currentIndexChanged.connect(self.edited)
            return box
        if field.kind == "flag":
            flag = QCheckBox(tr(field.title))
            flag.toggled.connect(self.edited)
            return flag
        line = QLineEdit()
        if field.kind == "secret":
            line.setEchoMode(QLineEdit.EchoMode.Password)
        line.textEdited.connect(self.edited)
        return line

    def fill(self, values: Mapping[str, Any], *, new: bool) -> None:
        """Show values; what is fixed can be typed only while the thing is new."""
        for name, widget in self._widgets.items():
            value = values.get(name, "")
            widget.blockSignals(True)
            if isinstance(widget, QComboBox):
                widget.setCurrentIndex(max(0, widget.findData(value)))
            elif isinstance(widget, QCheckBox):
                widget.setChecked(bool(value))
            else:
                widget.setText(shown(value))
            widget.setEnabled(new or not self._fields[name].fixed)
            widget.blockSignals(False)
        self.accept()

    def accept(self) -> None:
        """Take every refusal away."""
        for row in self._rows.values():
            row.accept()

    def values(self) -> dict[str, Any] | None:
        """What stands in the fields; None where one of them cannot be read, which is said beside it."""
        self.accept()
        found: dict[str, Any] = {}
        wrong: str | None = None
        for name, field in self._fields.items():
            value, why = self._read(field)
            if why:
                self._rows[name].refuse(why)
                wrong = wrong or name
            found[name] = value
        if wrong is not None:
            self._widgets[wrong].setFocus()
            return None
        return found

    def _read(self, field: Field) -> tuple[Any, str]:
        widget = self._widgets[field.name]
        if isinstance(widget, QComboBox):
            return widget.currentData(), ""
        if isinstance(widget, QCheckBox):
            return widget.isChecked(), ""
        text = widget.text().strip()
        if field.needed and not text:
            return None, tr("This is needed.")
        if field.kind == "number":
            return _number(text)
        if field.kind == "amount":
            return _amount(text)
        return text, ""

    def refuse(self, error: AppError) -> bool:
        """Show a service's refusal beside the field that it names; False where it names none of ours."""
        name = str(error.facts.get("field", ""))
        row = self._rows.get(name)
        if row is None:
            return False
        row.refuse(said(error))
        self._widgets[name].setFocus()
        return True

    def focus_first(self) -> None:
        """Go to the first field that can be typed into."""
        for widget in self._widgets.values():
            if widget.isEnabled():
                widget.setFocus()
                if isinstance(widget, QLineEdit):
                    widget.selectAll()
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on; on the last field it saves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            open_ = [widget for widget in self._widgets.values() if widget.isEnabled()]
            here = self.focusWidget()
            if here is open_[-1]:
                self.saved.emit()
            elif here in open_:
                open_[open_.index(here) + 1].setFocus()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for name, field in self._fields.items():
                widget = self._widgets[name]
                if isinstance(widget, QCheckBox):
                    widget.setText(tr(field.title))
                elif isinstance(widget, QComboBox):
                    for at, (_, words) in enumerate(field.choices):
                        widget.setItemText(at, tr(words))


def shown(value: object) -> str:
    """A value as it is typed: no thousands, no unit."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        plain = value.normalize()
        return f"{plain:f}" if plain == plain.to_integral() else f"{value:f}".rstrip("0")
    return str(value)


def _number(text: str) -> tuple[int | None, str]:
    if not text:
        return 0, ""
    if text.isascii() and text.lstrip("-").isdigit() and len(text) < 12:
        return int(text), ""
    return None, tr("Write a whole number.")


def _amount(text: str) -> tuple[Decimal | None, str]:
    if not text:
        return Decimal(0), ""
    plain = text.replace(",", ".")
    if plain.isascii() and plain.replace(".", "", 1).isdigit() and len(plain) < 20:
        try:
            return Decimal(plain), ""
        except InvalidOperation:
            pass
    return None, tr("Write an amount as 12.50, without thousands.")
