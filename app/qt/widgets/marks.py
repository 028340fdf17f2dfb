"""Small marks: pills, the icon and word of a state, initials."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.qt import icons, theme
from app.qt.widgets.text import Label, Spoken, reveal


class Pill(QWidget):
    """A state on its quiet ground: icon and word, never colour alone.

    Args:
        text: An English literal inside `mark(...)`, or data through `say`.
        tone: "good", "warn", "stop", "info", "accent", or "neutral".
        icon: A name of the icon family.
    """

    HEIGHT = 20
    _SIDE, _ICON, _GAP = 6, 13, 4

    def __init__(self, text: str = "", tone: str = "neutral", icon: str = "", **facts: object) -> None:
        super().__init__()
        self._spoken, self._tone, self._sign = Spoken(text, **facts), tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._show()

    @property
    def words(self) -> str:
        """What the pill says."""
        return str(self._spoken)

    def set(self, text: str, tone: str, icon: str = "", **facts: object) -> None:
        """Show another state."""
        self._spoken, self._tone, self._sign = Spoken(text, **facts), tone, icon
        self._show()

    def say(self, text: str, tone: str, icon: str = "") -> None:
        """Show a state whose words are translated already."""
        self._spoken, self._tone, self._sign = Spoken.data(text), tone, icon
        self._show()

    def _show(self) -> None:
        self.setAccessibleName(self.words)
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        width = 2 * self._SIDE + QFontMetrics(theme.font("caption")).horizontalAdvance(self.words)
        return QSize(width + (self._ICON + self._GAP if self._sign else 0) + 2, self.HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and word."""
        colours = theme.tokens()
        ink = {"neutral": "text2", "accent": "accent_text"}.get(self._tone, self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # In high contrast every ground is black: the frame shows what the ground cannot.
        framed = theme.scheme() is theme.Scheme.CONTRAST
        painter.setPen(QPen(QColor(colours.colour(ink)), 1) if framed else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soft(self._tone)))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        at = float(self._SIDE)
        if self._sign:
            box = QRectF(at, (self.height() - self._ICON) / 2, self._ICON, self._ICON)
            icons.paint(painter, self._sign, box, ink)
            at += self._ICON + self._GAP
        painter.setPen(QColor(colours.colour(ink)))
        painter.setFont(theme.font("caption"))
        area = QRectF(at, 0, self.width() - at, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.words)
        painter.end()


class StateCell:
    """How a table shows a state: icon and word in the state's tone."""

    ICON, GAP = 16, 5

    @classmethod
    def width(cls, words: str) -> int:
        """Pixels that icon and word take."""
        return cls.ICON + cls.GAP + QFontMetrics(theme.font("base")).horizontalAdvance(words)

    @classmethod
    def paint(cls, painter: QPainter, rect: QRectF, icon: str, words: str, tone: str = "text") -> None:
        """Paint icon and word at the left of a cell; the word gives way where the cell is too narrow."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sign = "text2" if tone == "text" else tone
        icons.paint(
            painter, icon, QRectF(rect.x(), rect.center().y() - cls.ICON / 2, cls.ICON, cls.ICON), sign
        )
        area = rect.adjusted(cls.ICON + cls.GAP, 0, 0, 0)
        painter.setFont(theme.font("base"))
        painter.setPen(QColor(theme.tokens().colour(tone)))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class Sign(QWidget):
    """An icon of the family as a widget; it stands beside a word that says the same."""

    def __init__(self, icon: str, tone: str = "text2", size: int = 16) -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        self.setFixedSize(size, size)

    def set(self, icon: str, tone: str | None = None) -> None:
        """Show another icon, in another tone where one is given."""
        self._icon, self._tone = icon, tone or self._tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon in the colours of now."""
        painter = QPainter(self)
        icons.paint(painter, self._icon, QRectF(self.rect()), self._tone)
        painter.end()


class Status(QWidget):
    """A thing of the top bar: icon, word and a quiet addition ("Connected", "4 ms")."""

    def __init__(self, icon: str, text: str = "", tone: str = "text", addition: str = "") -> None:
        super().__init__()
        self._sign = Sign(icon, "text2" if tone == "text" else tone)
        self._words, self._addition = Label(text, tone=tone), Label(tone="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self._sign, self._words, self._addition):
            row.addWidget(widget)
        self._addition.say(addition)
        reveal(self._addition, bool(addition))
        self._name_it()

    def set(
        self, text: str, tone: str = "text", icon: str | None = None, addition: str = "", **facts: object
    ) -> None:
        """Show another state of the thing; `text` is an English literal, `addition` is data."""
        self._words.set(text, **facts)
        self._words.set_tone(tone)
        self._sign.set(icon or self._sign._icon, "text2" if tone == "text" else tone)
        self._addition.say(addition)
        reveal(self._addition, bool(addition))
        self._name_it()

    def _name_it(self) -> None:
        self.setAccessibleName(f"{self._words.words} {self._addition.text()}".rstrip())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_it()


class Avatar(QWidget):
    """A person's initials in a disc."""

    SIZE = 28

    def __init__(self, initials: str = "") -> None:
        super().__init__()
        self._initials = initials
        self.setFixedSize(self.SIZE, self.SIZE)

    def set(self, name: str) -> None:
        """Show the initials of a person's name."""
        parts = name.split()
        self._initials = "".join(part[0] for part in (parts[:1] + parts[1:][-1:])).upper()
        self.setAccessibleName(name)
        self.update()

    @property
    def initials(self) -> str:
        """What is shown."""
        return self._initials

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint disc and initials."""
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_soft))
        painter.drawEllipse(self.rect())
        painter.setPen(QColor(colours.accent_text))
        painter.setFont(theme.font("caption"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)
        painter.end()
