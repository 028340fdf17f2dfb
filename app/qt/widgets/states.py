"""What a screen says when there is nothing to show, something went wrong, or somebody has to acknowledge a message."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.qt import icons, theme
from app.qt.theme import S4, S8, S16
from app.qt.widgets.buttons import Button
from app.qt.widgets.marks import Sign
from app.qt.widgets.text import CAP_HEIGHT, Label, Spoken, cap_width, key_words, paint_cap, reveal, set_kind
from app.qt.words import mark


class EmptyState(QWidget):
    """Says why there is nothing and what to do next; `acted` when its button is pressed.

    Args:
        icon: A name of the icon family.
        title: An English literal inside `mark(...)`: "No open orders".
        hint: What to do next, the same way.
        action: The words of its button; empty for none.
    """

    acted = Signal()
    _TONE = "text3"

    def __init__(self, icon: str, title: str, hint: str = "", action: str = "", key: str = "") -> None:
        super().__init__()
        self.sign = Sign(icon, self._TONE, 32)
        self.title, self.hint = Label(title, "strong"), Label(hint, tone="text2", wrap=True)
        self.button = Button(action, key=key)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.setContentsMargins(S16, S16, S16, S16)
        column.setSpacing(S8)
        column.addStretch(2)
        column.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title, 0, Qt.AlignmentFlag.AlignHCenter)
        # Without an alignment of its own in the layout: only so does a wrapped text get the height it needs.
        column.addWidget(self.hint)
        column.addSpacing(S4)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._fit()

    def set(self, title: str, hint: str = "", action: str = "") -> None:
        """Say something else."""
        self.title.set(title)
        self.hint.set(hint)
        self.button.set(action)
        self._fit()

    def say(self, title: str, hint: str = "", action: str = "") -> None:
        """Say something that is translated already."""
        self.title.say(title)
        self.hint.say(hint)
        self.button.say(action)
        self._fit()

    def _fit(self) -> None:
        reveal(self.hint, bool(self.hint.text()))
        reveal(self.button, bool(self.button.words))
        self.setAccessibleName(f"{self.title.text()}. {self.hint.text()}")


class ErrorState(EmptyState):
    """Says what could not be shown and offers the next step; it stays until that was taken."""

    _TONE = "stop"

    def __init__(self, title: str, hint: str = "", action: str = mark("Try again"), key: str = "F5") -> None:
        super().__init__("alert-circle", title, hint, action, key)


class MessageBar(QFrame):
    """The bar of messages that somebody has to acknowledge: it is there only while one waits.

    It grows where a sentence needs a second line; nothing of a message is ever cut.

    Signals:
        acted: the step that the message offers.
        acknowledged: the message may go.
    """

    acted, acknowledged = Signal(), Signal()
    HEIGHT = 40
    _ICONS: ClassVar[dict[str, str]] = {
        "stop": "alert-circle",
        "warn": "alert-triangle",
        "good": "check-circle",
        "info": "info",
    }

    def __init__(self) -> None:
        super().__init__()
        self._tone = "stop"
        self.setMinimumHeight(self.HEIGHT)
        self._sign = Sign("alert-circle", "stop")
        self._title, self._text = Label(role="strong", tone="stop"), Label(wrap=True)
        self._count = Label(role="caption", tone="text2")
        self._action = Button()
        self._done = Button(mark("Acknowledge"), key="F8")
        self._action.clicked.connect(self.acted)
        self._done.clicked.connect(self.acknowledged)
        row = QHBoxLayout(self)
        row.setContentsMargins(S16, S4, S16, S4 + 1)
        row.setSpacing(S8)
        row.addWidget(self._sign)
        row.addWidget(self._title)
        row.addWidget(self._text, 1)
        for widget in (self._count, self._action, self._done):
            row.addWidget(widget)
        self.hide()

    def show_message(
        self, tone: str, title: str, text: str, *, place: int = 1, of: int = 1, action: str = ""
    ) -> None:
        """Show a message, translated already; `place` of `of` says how many wait."""
        self._tone = tone
        self._sign.set(self._ICONS.get(tone, "info"), tone)
        self._title.say(title)
        self._title.set_tone(tone)
        self._text.say(text)
        self._count.set(mark("{place} of {all}"), place=place, all=of)
        reveal(self._count, of > 1)
        self._action.say(action)
        reveal(self._action, bool(action))
        self.setAccessibleName(f"{title} {text}")
        self.show()
        self.update()

    @property
    def message(self) -> str:
        """Title and text that are shown."""
        return f"{self._title.text()} {self._text.text()}"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tone's quiet ground, its edge at the left and the line beneath."""
        colours = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.soft(self._tone)))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours.button_edge))
        painter.fillRect(0, 0, 3, self.height(), QColor(colours.colour(self._tone)))
        painter.end()


class SearchField(QLineEdit):
    """A field to search in: lens, what can be searched as a placeholder, and the key that leads here.

    Args:
        placeholder: An English literal inside `mark(...)`.
        key: The key that leads here; shown while the field is empty.
    """

    def __init__(self, placeholder: str = "", key: str = "") -> None:
        super().__init__()
        self._spoken, self._key = Spoken(placeholder), key
        self.setProperty("kind", "search")
        self.setTextMargins(22, 0, cap_width(key_words(key)) + S4 if key else 0, 0)
        self.setFont(theme.font("base"))
        self._show()

    def _show(self) -> None:
        self.setPlaceholderText(str(self._spoken))
        self.setAccessibleName(str(self._spoken))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then lens and key."""
        super().paintEvent(event)
        painter = QPainter(self)
        middle = self.height() / 2
        icons.paint(painter, "search", QRectF(S8 + 1, middle - 8, 16, 16), "text2")
        if self._key and not self.text():
            words = key_words(self._key)
            width = cap_width(words)
            paint_cap(
                painter, QRectF(self.width() - width - 7, middle - CAP_HEIGHT / 2, width, CAP_HEIGHT), words
            )
        painter.end()


class FormRow(QWidget):
    """A field with its name above and, where it was refused, why beneath.

    Args:
        text: The field's name, an English literal inside `mark(...)`.
        field: The widget to fill in; it takes the name for a screen reader.
        help: A quiet line beneath that says what is wanted, the same way.
        needed: Whether it must be filled: the name says so.
    """

    def __init__(self, text: str, field: QWidget, help: str = "", *, needed: bool = False) -> None:
        super().__init__()
        self.field = field
        self._name = Label(text, "caption", "text2")
        self._name.setBuddy(field)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(S4)
        self._why: Label | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(S8)
        head.addWidget(self._name)
        if needed:
            head.addWidget(Label(mark("required"), "small", "text3"))
        head.addStretch(1)
        grows = field.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Expanding
        column.addWidget(field, int(grows))
        if help:
            column.addWidget(Label(help, "small", "text3", wrap=True))
        column.addLayout(self._foot)
        if not grows:
            # Rows beside each other keep their fields at one height, whatever stands beneath.
            column.addStretch(1)
        self.accept()

    def refuse(self, why: str) -> None:
        """Say under the field why it was refused; translated already."""
        set_kind(self.field, "wrong", "true")
        if self._why is None:  # most fields never are: a form of many has fewer widgets
            self._sign, self._why = (
                Sign("alert-circle", "stop", 14),
                Label(role="small", tone="stop", wrap=True),
            )
            self._foot.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
            self._foot.addWidget(self._why, 1)
        self._why.say(why)
        self._sign.show()
        self._why.show()
        self.field.setAccessibleDescription(why)

    def accept(self) -> None:
        """Take the refusal away."""
        if self._why is not None:
            set_kind(self.field, "wrong", "")
            self._sign.hide()
            self._why.hide()
            self._why.say("")
        self.field.setAccessibleName(self._name.words)
        self.field.setAccessibleDescription("")

    @property
    def refusal(self) -> str:
        """Why the field was refused; empty where it was not."""
        return "" if self._why is None else self._why.text()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.field.setAccessibleName(self._name.words)
