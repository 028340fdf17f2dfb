"""Lines in a drawer: a code, a few words, a number at the right, and where the code leads."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from app.qt import theme
from app.qt.widgets import Label, empty


class Link(QAbstractButton):
    """A code that leads somewhere; it stands where a plain one would."""

    def __init__(self, code: str, act: Callable[[], None]) -> None:
        super().__init__()
        self.setText(code)
        self.setAccessibleName(code)
        self.setFont(theme.font("code"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: act())

    def name(self, code: str) -> None:
        """Lead to another thing."""
        self.setText(code)
        self.setAccessibleName(code)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As large as its text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 1, metrics.height() + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it, underlined where the keyboard or the mouse is."""
        font = self.font()
        font.setUnderline(self.hasFocus() or self.underMouse())
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(QColor(theme.tokens().accent_text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class Lines(QWidget):
    """Rows of three: what it is, more about it, how many. All of it is data in the person's language."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.S8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)

    def clear(self) -> None:
        """Take all rows away."""
        empty(self._grid)

    def add(
        self,
        code: str,
        words: str,
        number: str = "",
        *,
        tone: str = "text",
        act: Callable[[], None] | None = None,
        under: str = "",
    ) -> None:
        """Add a row; `act` makes the code a link, `under` is a quiet second line."""
        at = self._grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        first: QWidget
        if act is not None:
            first = Link(code, act)
        else:
            first = plain = Label(role="code", tone=tone)
            plain.say(code)
        middle = Label(tone="text2", elide=True)
        middle.say(words)
        right = Label(role="medium", tone=tone)
        right.say(number)
        right.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(first, at, 0, top)
        self._grid.addWidget(middle, at, 1, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(right, at, 2, Qt.AlignmentFlag.AlignVCenter)
        if under:
            second = Label(role="small", tone="text2", wrap=True)
            second.say(under)
            self._grid.addWidget(second, at + 1, 0, 1, 3)

    def say(self, words: str) -> None:
        """One quiet line instead: there is nothing."""
        quiet = Label(tone="text3", wrap=True)
        quiet.say(words)
        self._grid.addWidget(quiet, self._grid.rowCount(), 0, 1, 3)
