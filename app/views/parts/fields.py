"""Fields that Qt has not: several lines where Enter moves on, countries, boxes to tick, a box that can be refused."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain.countries import countries, country_name
from app.qt import theme
from app.qt.widgets import Label
from app.qt.words import language, tr


class Lines(QPlainTextEdit):
    """A short text of several lines; Enter leaves it, Shift+Enter begins another line."""

    HEIGHT = 64

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the form's."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            event.ignore()
            return
        super().keyPressEvent(event)


class Countries(QComboBox):
    """All countries by name in the language that is set; typing finds one. Their data are the two-letter codes."""

    def __init__(self) -> None:
        super().__init__()
        self._fill()

    def _fill(self) -> None:
        now = self.currentData()
        self.blockSignals(True)
        self.clear()
        named = sorted((country_name(code, language()), code) for code in countries())
        self.addItem("", "")
        for name, code in named:
            self.addItem(name, code)
        self.setCurrentIndex(max(0, self.findData(now)))
        self.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()


class Several(QWidget):
    """Boxes to tick, under each other: some of the choices.

    Signals:
        edited: one was ticked or unticked.
    """

    edited = Signal()

    def __init__(self, choices: Iterable[tuple[Any, str]]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S4)
        self._words: list[str] = []
        self._boxes: list[tuple[Any, QCheckBox]] = []
        for value, words in choices:
            box = QCheckBox(tr(words))
            box.toggled.connect(self.edited)
            column.addWidget(box)
            self._words.append(words)
            self._boxes.append((value, box))

    @property
    def first(self) -> QCheckBox:
        """The first box, which gets the keyboard."""
        return self._boxes[0][1]

    def box(self, value: Any) -> QCheckBox:
        """The box of a choice."""
        return next(box for one, box in self._boxes if one == value)

    def chosen(self) -> tuple[Any, ...]:
        """What is ticked, in the order of the choices."""
        return tuple(value for value, box in self._boxes if box.isChecked())

    def choose(self, values: Iterable[Any]) -> None:
        """Tick these and no others, without telling anybody."""
        wanted = set(values)
        for value, box in self._boxes:
            box.blockSignals(True)
            box.setChecked(value in wanted)
            box.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for words, (_, box) in zip(self._words, self._boxes, strict=True):
                box.setText(tr(words))


class Flag(QWidget):
    """A box to tick with its words; a refusal is said beneath it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.box = QCheckBox(tr(words))
        self._why = Label("", "small", "stop", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S4)
        column.addWidget(self.box)
        column.addWidget(self._why)
        self.accept()

    @property
    def refusal(self) -> str:
        """Why it was refused; empty where it was not."""
        return self._why.text()

    def refuse(self, why: str) -> None:
        """Say why it cannot be; translated already."""
        self._why.say(why)
        self._why.show()
        self.box.setAccessibleDescription(why)

    def accept(self) -> None:
        """Take the refusal away."""
        self._why.say("")
        self._why.hide()
        self.box.setAccessibleDescription("")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.box.setText(tr(self._words))
