"""A short form over a table: what a command needs to know, filled in by keyboard alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.widgets import Button, FormRow, Label
from app.qt.words import mark, tr


class QuantityField(QLineEdit):
    """A whole number; nothing else can be typed. `signed` lets it be below zero."""

    def __init__(self, *, signed: bool = False) -> None:
        super().__init__()
        pattern = r"[+-]?\d{0,7}" if signed else r"\d{0,7}"
        self.setValidator(QRegularExpressionValidator(QRegularExpression(pattern), self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    @property
    def value(self) -> int | None:
        """The number, None while it is none."""
        text = self.text().strip()
        return int(text) if text.lstrip("+-").isdigit() else None

    def set_value(self, value: int | None) -> None:
        """Show a number, selected so that typing replaces it."""
        self.setText("" if value is None else str(value))
        self.selectAll()


class Choice(QComboBox):
    """One of some things: (value, words in the person's language)."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def fill(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer these; the one that was chosen stays chosen."""
        before = self.currentData()
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        self.choose(before)

    def choose(self, value: object) -> None:
        """Choose a value; the first where it is not there."""
        at = next((at for at in range(self.count()) if self.itemData(at) == value), 0)
        self.setCurrentIndex(at if self.count() else -1)


class ActionPanel(QFrame):
    """Fields in a row, a button that does it and one that leaves it; Enter goes on to the next field and then does it.

    Signals:
        accepted: all fields were walked through, or the button was pressed.
        cancelled: Esc, or the other button.
    """

    accepted, cancelled = Signal(), Signal()

    def __init__(self, title: str, rows: Sequence[tuple[FormRow, int]], words: str) -> None:
        """Make the form.

        Args:
            title: What it does, an English literal inside `mark`.
            rows: The fields and their widths in pixels; 0 takes what is left.
            words: What the button says, an English literal inside `mark`.
        """
        super().__init__()
        self.setProperty("kind", "bar-under")
        self._rows = tuple(row for row, _ in rows)
        self.title = Label(title, "strong")
        self.about = Label(tone="text2", elide=True)
        self.done = Button(words, "check", "Return", "primary")
        self.leave = Button(mark("Cancel"), key="Esc")
        head = QHBoxLayout()
        head.setSpacing(theme.S8)
        head.addWidget(self.title)
        head.addWidget(self.about, 1)
        line = QHBoxLayout()
        line.setSpacing(theme.S16)
        for row, width in rows:
            if width:
                row.setFixedWidth(width)
            line.addWidget(row, int(not width))
        if all(width for _, width in rows):
            line.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S8)
        buttons.setContentsMargins(0, 18, 0, 0)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.done)
        foot = QVBoxLayout()
        foot.addLayout(buttons)
        foot.addStretch(1)
        line.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.S16, theme.S8, theme.S16, theme.S8)
        whole.setSpacing(theme.S8)
        whole.addLayout(head)
        whole.addLayout(line)
        self.done.clicked.connect(self.accepted)
        self.leave.clicked.connect(self.cancelled)
        for row in self._rows:
            row.field.installEventFilter(self)
        self.hide()

    def begin(self, about: str, first: QWidget | None = None) -> None:
        """Open it; `about` says what it is about, in the person's language; `first` gets the keyboard."""
        self.about.say(about)
        for row in self._rows:
            row.accept()
        self.show()
        (first or self._shown()[0].field).setFocus(Qt.FocusReason.TabFocusReason)

    def _shown(self) -> list[FormRow]:
        return [row for row in self._rows if row.isVisibleTo(self)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter walks on, Esc leaves."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if isinstance(watched, QComboBox) and watched.view().isVisible():
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.walk_on(watched)
            return True
        return False

    def next_field(self, field: QObject) -> QWidget | None:
        """The field after this one, None after the last."""
        fields = [row.field for row in self._shown()]
        at = next((at for at, one in enumerate(fields) if one is field), len(fields))
        return fields[at + 1] if at + 1 < len(fields) else None

    def walk_on(self, field: QObject) -> None:
        """Go to the field after this one; after the last, do it."""
        after = self.next_field(field)
        if after is not None:
            after.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.accepted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc on a button leaves, too."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)


def whole_number(row: FormRow, least: int = 1) -> int | None:
    """The number in a row's field, None with the reason said under it where it is none or too small."""
    field = row.field
    assert isinstance(field, QuantityField)
    value = field.value
    if value is None or value < least:
        row.refuse(tr("Enter a number of at least {least}.", least=least))
        field.setFocus()
        field.selectAll()
        return None
    row.accept()
    return value
