"""What is painted before anything else is read: Qt, the theme and this page are all that it takes."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.icons import pixmap
from app.qt.words import mark, tr

WIDTH = 496


class CardPage(QWidget):
    """A card in the middle of the window."""

    def __init__(self) -> None:
        super().__init__()
        card = QFrame()
        card.setProperty("kind", "card")
        card.setFixedWidth(WIDTH)
        self.column = QVBoxLayout(card)
        self.column.setContentsMargins(theme.S24 + theme.S8, theme.S24, theme.S24 + theme.S8, theme.S24)
        self.column.setSpacing(theme.S16)
        head = QHBoxLayout()
        head.setSpacing(theme.S8)
        logo = QLabel()
        logo.setPixmap(pixmap("logo", "accent", 28, self.devicePixelRatioF()))
        name = QLabel("Quai")
        name.setProperty("kind", "title")
        head.addWidget(logo)
        head.addWidget(name)
        head.addStretch()
        self.column.addLayout(head)
        # Stretches, not an alignment: only so does the card get the height that its wrapped lines need.
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(card)
        middle.addStretch()
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(middle)
        whole.addStretch(3)


class OpeningPage(CardPage):
    """The first thing that is painted, while the rest of the program is read."""

    def __init__(self) -> None:
        super().__init__()
        self._text = mark("Opening ...")
        self._words = QLabel(tr(self._text))
        self._words.setProperty("tone", "text2")
        self._words.setWordWrap(True)
        self.column.addWidget(self._words)

    def say(self, text: str) -> None:
        """Say what is being done; an English literal inside `mark`."""
        self._text = text
        self._words.setText(tr(text))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say(self._text)
