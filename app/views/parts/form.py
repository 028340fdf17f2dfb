"""Plain forms for master data: fields declared once, read back as values, each refusal beside its field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.errors import AppError
from app.qt import theme
from app.qt.widgets import FormRow
from app.qt.words import said, tr
from app.views.parts.fields import Countries, Flag, Lines, Several

Row = FormRow | Flag


@dataclass(frozen=True)
class Field:
    """One field.

    Attributes:
        name: As the service calls it.
        title: English, inside `mark(...)`.
        kind: 'text', 'lines' (Shift+Enter begins another), 'number' (a whole one), 'amount' (a decimal one), 'choice',
            'several' (of the choices), 'country', 'flag', 'secret'.
        choices: Of a choice: (value, English words inside `mark`). Those that are data come with `Form.offer`.
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

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # As high as its fields, whatever room the drawer has beneath.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._fields = {one.name: one for one in fields}
        self._rows: dict[str, Row] = {}
        self._widgets: dict[str, Any] = {}
        self._locked = False
        self._new = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S8 + theme.S4)
        for one in fields:
            widget = self._widget(one)
            if isinstance(widget, Flag):
                self._widgets[one.name], self._rows[one.name] = widget.box, widget
                column.addWidget(widget)
                continue
            row = FormRow(one.title, widget, one.help, needed=one.needed)
            self._widgets[one.name], self._rows[one.name] = widget, row
            column.addWidget(row)

    def _widget(self, field: Field) -> QWidget:
        widget: QWidget
        if field.kind == "flag":
            widget = Flag(field.title)
            widget.box.toggled.connect(self.edited)
            return widget
        if field.kind in ("choice", "country"):
            box = Countries() if field.kind == "country" else QComboBox()
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            for value, words in field.choices:
                box.addItem(tr(words), value)
            box.currentIndexChanged.connect(self.edited)
            return box
        if field.kind == "several":
            widget = Several(field.choices)
            widget.edited.connect(self.edited)
            return widget
        if field.kind == "lines":
            widget = Lines()
            widget.textChanged.connect(self.edited)
            return widget
        line = QLineEdit()
        if field.kind == "secret":
            line.setEchoMode(QLineEdit.EchoMode.Password)
        line.textEdited.connect(self.edited)
        return line

    def widget(self, name: str) -> Any:
        """The widget of a field."""
        return self._widgets[name]

    def refusal(self, name: str) -> str:
        """Why a field was refused; empty where it was not."""
        return self._rows[name].refusal

    def offer(self, name: str, choices: Iterable[tuple[Any, str]]) -> None:
        """Give a choice its values with their words, which are data: warehouses, say."""
        box = self._widgets[name]
        now = box.currentData()
        box.blockSignals(True)
        box.clear()
        for value, words in choices:
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(now)) if box.count() else -1)
        box.blockSignals(False)

    def show_only(self, names: Iterable[str], among: Iterable[str]) -> None:
        """Of the fields `among`, show these and hide the others."""
        wanted = set(names)
        for name in among:
            self._rows[name].setVisible(name in wanted)

    def lock(self, locked: bool) -> None:
        """Only show: the person may change nothing."""
        self._locked = locked
        self._enable()

    def _enable(self) -> None:
        for name, widget in self._widgets.items():
            widget.setEnabled(not self._locked and (self._new or not self._fields[name].fixed))

    def fill(self, values: Mapping[str, Any], *, new: bool) -> None:
        """Show values; what is fixed can be typed only while the thing is new."""
        self._new = new
        for name, widget in self._widgets.items():
            value = values.get(name, "")
            widget.blockSignals(True)
            if isinstance(widget, QComboBox):
                widget.setCurrentIndex(max(0, widget.findData(value)))
            elif isinstance(widget, QCheckBox):
                widget.setChecked(bool(value))
            elif isinstance(widget, Several):
                widget.choose(value or ())
            elif isinstance(widget, Lines):
                widget.setPlainText(shown(value))
            else:
                widget.setText(shown(value))
                widget.setCursorPosition(0)
            widget.blockSignals(False)
        self._enable()
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
            self._go_to(wrong)
            return None
        return found

    def _read(self, field: Field) -> tuple[Any, str]:
        widget = self._widgets[field.name]
        if isinstance(widget, QComboBox):
            return widget.currentData(), ""
        if isinstance(widget, QCheckBox):
            return widget.isChecked(), ""
        if isinstance(widget, Several):
            chosen = widget.chosen()
            return chosen, "" if chosen or not field.needed else tr("Choose at least one.")
        text = (widget.toPlainText() if isinstance(widget, Lines) else widget.text()).strip()
        if field.needed and not text and not self._rows[field.name].isHidden():
            return None, tr("This is needed.")
        if field.kind == "number":
            return _number(text)
        if field.kind == "amount":
            return _amount(text)
        return text, ""

    def refuse(self, error: AppError) -> bool:
        """Show a service's refusal beside the field that it names; False where it names none of ours.

        Services that make things call a field by its whole name ('supplier code'): its last word is ours.
        """
        field = str(error.facts.get("field", ""))
        name = field if field in self._rows else field.rpartition(" ")[2]
        return self.refuse_field(name, said(error))

    def refuse_field(self, name: str, why: str) -> bool:
        """Say beside a field why it cannot be; False where there is no such field."""
        row = self._rows.get(name)
        if row is None:
            return False
        row.show()
        row.refuse(why)
        self._go_to(name)
        return True

    def _go_to(self, name: str) -> None:
        widget = self._widgets[name]
        (widget.first if isinstance(widget, Several) else widget).setFocus()

    def focus_first(self) -> None:
        """Go to the first field that can be typed into."""
        for name, widget in self._widgets.items():
            if widget.isEnabled() and not self._rows[name].isHidden():
                self._go_to(name)
                if isinstance(widget, QLineEdit):
                    widget.selectAll()
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on; on the last field it saves."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        names = [
            name
            for name, widget in self._widgets.items()
            if widget.isEnabled() and not self._rows[name].isHidden()
        ]
        here = self.focusWidget()
        at = next((at for at, name in enumerate(names) if _holds(self._widgets[name], here)), None)
        if at is None:
            return
        if at + 1 == len(names):
            self.saved.emit()
        else:
            self._go_to(names[at + 1])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for name, field in self._fields.items():
                widget = self._widgets[name]
                if isinstance(widget, QComboBox):
                    for at, (_, words) in enumerate(field.choices):
                        widget.setItemText(at, tr(words))


def _holds(widget: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (widget is focus or widget.isAncestorOf(focus))


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
