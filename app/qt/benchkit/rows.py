"""A card with what can be opened at a bench: a row each, the one that Enter opens in a frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.benchkit.cards import BenchCard
from app.qt.benchkit.scale import LEAST, SMALL, Scaling
from app.qt.benchkit.text import BenchLabel

_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class RowText:
    """What a row says: name and number at the left, two things at the right, the lower one in a tone."""

    name: str
    number: str
    above: str = ""
    below: str = ""
    tone: str = "text2"


class BenchRow(Scaling, QWidget):
    """A row of the card.

    Signals:
        pressed: somebody wants this one (its place in the list).
    """

    pressed = Signal(int)

    def __init__(self, place: int) -> None:
        super().__init__()
        self._place, self._chosen = place, False
        self._name = BenchLabel(SMALL, "semibold", lines=2)
        self._number = BenchLabel(LEAST, tone="text2", codes=True, lines=2)
        self._above = BenchLabel(LEAST, "semibold", align=_RIGHT)
        self._below = BenchLabel(LEAST, tone="text2", align=_RIGHT, lines=2)
        left, right, row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout(self)
        self.lay(left, (0, 0, 0, 0), 0)
        self.lay(right, (0, 0, 0, 0), 0)
        self.lay(row, (14, 6, 14, 6), 16)
        for widget in (self._name, self._number):
            left.addWidget(widget)
        for widget in (self._above, self._below):
            right.addWidget(widget)
        row.addLayout(left, 4)
        row.addLayout(right, 3)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set(self, what: RowText, chosen: bool) -> None:
        """Show it."""
        self._chosen = chosen
        self._name.say(what.name)
        self._number.say(what.number)
        self._above.say(what.above)
        self._below.say(what.below, what.tone)
        said = (what.name, what.number, what.above, what.below)
        self.setAccessibleName(" ".join(part for part in said if part))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click wants it, too."""
        self.pressed.emit(self._place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame the one that Enter opens."""
        if not self._chosen:
            return
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent_text), 2))
        painter.setBrush(QColor(colours.accent_soft))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self.px(8), self.px(8))
        painter.end()


class RowCard(BenchCard):
    """The rows; the card goes where there is nothing to open.

    Signals:
        wanted: a row was clicked (its place).
    """

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(spacing=2)
        self._rows: list[BenchRow] = []

    def show_rows(self, rows: Sequence[RowText], chosen: int) -> None:
        """Show these; rows are kept, so that nothing jumps."""
        while len(self._rows) > len(rows):
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(rows):
            row = BenchRow(len(self._rows))
            row.pressed.connect(self.wanted)
            self._rows.append(row)
            self.body.addWidget(row)
        for at, (row, what) in enumerate(zip(self._rows, rows, strict=True)):
            row.set(what, at == chosen)
        self.setVisible(bool(rows))
