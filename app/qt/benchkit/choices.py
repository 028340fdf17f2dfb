"""A few answers side by side, each with its key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.qt import theme
from app.qt.benchkit.scale import LEAST, SMALL, TEXT, Scaling
from app.qt.benchkit.text import paint_key
from app.qt.widgets.text import key_words

_GAP = 14
_SQUEEZED = 11
"""Points of a word that is wider than its card, before it would be cut."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the key that gives it, its word, and what it means; in the person's language."""

    key: str
    title: str
    detail: str = ""


class _Card(Scaling, QAbstractButton):
    HEIGHT, HEAD, FOOT = 152, 104, 14

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.choice = choice
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setText(choice.title)
        self.setAccessibleName(f"{key_words(choice.key)}: {choice.title}, {choice.detail}")

    def _set_text(self, painter: QPainter, area: QRect, text: str, pt: float, weight: str) -> None:
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        while pt > _SQUEEZED:
            need = QFontMetrics(self.face(pt, weight)).boundingRect(area, flags, text)
            if need.width() <= area.width() and need.height() <= area.height():
                break
            pt -= 0.5
        painter.setFont(self.face(pt, weight))
        painter.drawText(area, flags, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.tokens()
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.px(4) if chosen else 1.5
        painter.setPen(QPen(QColor(colours.accent_text if chosen else colours.button_edge), width))
        painter.setBrush(QColor(colours.accent_soft if chosen else colours.surface))
        inset = width / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self.px(12), self.px(12)
        )
        words = key_words(self.choice.key)
        face = self.face(TEXT, "bold")
        cap = max(self.px(48), QFontMetrics(face).horizontalAdvance(words) + self.px(24))
        box = QRectF((self.width() - cap) / 2, self.px(14), cap, self.px(48))
        paint_key(painter, box)
        painter.setPen(QColor(colours.text))
        painter.setFont(face)
        painter.drawText(box.adjusted(0, 0, 0, -3), Qt.AlignmentFlag.AlignCenter, words)
        side = self.px(10)
        painter.setPen(QColor(colours.accent_text if chosen else colours.text))
        title = QRect(side, self.px(66), self.width() - 2 * side, self.px(38))
        detail = QRect(
            side,
            self.px(self.HEAD),
            self.width() - 2 * side,
            self.height() - self.px(self.HEAD + self.FOOT - 4),
        )
        if not self.choice.detail:
            title.setBottom(detail.bottom())
        self._set_text(painter, title, self.choice.title, SMALL + 1, "bold")
        painter.setPen(QColor(colours.text2))
        self._set_text(painter, detail, self.choice.detail, LEAST, "regular")
        painter.end()


class ChoiceCards(Scaling, QWidget):
    """Answers to the question at hand; `chosen` tells the key of the one that was given by click or by `press`."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[_Card] = []
        # No layout: Qt would ask it, and not us, for the height that a width needs.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Ask with these answers; none is chosen."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []
        for choice in choices:
            card = _Card(choice)
            card.clicked.connect(lambda _=False, key=choice.key: self.press(key))
            self._cards.append(card)
            card.setParent(self)
            card.show()
        self._place()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Narrow cards need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the longest card needs; all are as high as it."""
        if not self._cards:
            return 0
        each = self._each(width)
        return max(self._needed(card.choice, each) for card in self._cards)

    def sizeHint(self) -> QSize:
        """As high as its cards; the width is the page's."""
        return QSize(self.px(600), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Cards narrower than this cut their words."""
        return QSize(self.px(110) * len(self._cards), self.px(_Card.HEIGHT))

    def rescale(self) -> None:
        """Set the cards anew."""
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards in the new width."""
        super().resizeEvent(event)
        self._place()

    def _each(self, width: int) -> int:
        return (width - self.px(_GAP) * (len(self._cards) - 1)) // max(1, len(self._cards))

    def _place(self) -> None:
        gap, many = self.px(_GAP), len(self._cards)
        for place, card in enumerate(self._cards):
            left = place * (self.width() + gap) // many
            right = (place + 1) * (self.width() + gap) // many - gap
            card.setGeometry(left, 0, right - left, self.height())

    def _needed(self, choice: Choice, width: int) -> int:
        """The height in which a card's detail finds room at the least size."""
        area = QRect(0, 0, width - 2 * self.px(10), 10_000)
        detail = QFontMetrics(self.face(LEAST)).boundingRect(
            area, int(Qt.TextFlag.TextWordWrap), choice.detail
        )
        return max(self.px(_Card.HEIGHT), self.px(_Card.HEAD + _Card.FOOT) + detail.height())

    @property
    def current(self) -> str:
        """The key of the answer that is chosen; empty while there is none."""
        return next((card.choice.key for card in self._cards if card.isChecked()), "")

    def choose(self, key: str) -> None:
        """Show an answer as chosen; an unknown or empty key chooses none."""
        for card in self._cards:
            card.setChecked(card.choice.key == key)

    def press(self, key: str) -> bool:
        """Give an answer as its key does; False where no card has this key."""
        if not any(card.choice.key == key for card in self._cards):
            return False
        self.choose(key)
        self.chosen.emit(key)
        return True
