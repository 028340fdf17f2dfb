"""Words that say themselves again when the language changes, and keys as they stand on the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.qt import theme
from app.qt.words import mark, tr, trn


def set_kind(widget: QWidget, name: str, value: str) -> None:
    """Set a dynamic property that the style sheet reads ("kind", "tone", "wrong"), also after the widget was shown."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def reveal(widget: QWidget, wanted: bool) -> None:
    """Show or hide a part of something; a part that has no parent yet never opens as a window of its own."""
    if not wanted or widget.parent() is not None:
        widget.setVisible(wanted)


class Spoken:
    """An English literal with its facts, said in the language that is set whenever it is asked for.

    A fact called `n` picks the plural (`trn`). Text that is data (a customer's name) is said as it stands.
    """

    __slots__ = ("facts", "source", "translated")

    def __init__(self, source: str, /, **facts: object) -> None:
        self.source, self.facts, self.translated = source, facts, True

    @classmethod
    def data(cls, text: str) -> Spoken:
        """Text that is no literal and stays as it is."""
        made = cls(text)
        made.translated = False
        return made

    def __str__(self) -> str:
        if not self.translated or not self.source:
            return self.source
        facts = dict(self.facts)
        number = facts.pop("n", None)
        return trn(self.source, number, **facts) if isinstance(number, int) else tr(self.source, **facts)


class Label(QLabel):
    """A line of text in one of the theme's roles and tones.

    Args:
        text: An English literal inside `mark(...)`; translated when shown and again when the language changes.
        role: A role of `theme.ROLES`: "small", "base", "medium", "strong", "title", "code".
        tone: A token or tone: "text", "text2", "text3", "accent_text", "good", "warn", "stop", "info".
        wrap: Whether it may take further lines.
        elide: Whether it gives way where room is short; the whole text is then its tooltip.
        facts: What fills the `{placeholders}`; `n` picks the plural.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "base",
        tone: str = "text",
        *,
        wrap: bool = False,
        elide: bool = False,
        **facts: object,
    ) -> None:
        super().__init__()
        self._spoken = Spoken(text, **facts)
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role))
        self.setWordWrap(wrap)
        self.setProperty("tone", tone)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._show()

    def set(self, text: str, /, **facts: object) -> None:
        """Say another English literal, with its facts."""
        self._spoken = Spoken(text, **facts)
        self._show()

    def say(self, text: str) -> None:
        """Show text that is no literal: a name, a number, a sentence that is translated already."""
        self._spoken = Spoken.data(text)
        self._show()

    @property
    def words(self) -> str:
        """What it says in the language that is set now."""
        return str(self._spoken)

    def set_tone(self, tone: str) -> None:
        """Take another tone."""
        set_kind(self, "tone", tone)

    def _show(self) -> None:
        words = self.words
        self.setText(words)
        self.setAccessibleName(words)
        if self._elide:
            self.setToolTip(words)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, shortened at its end where it may be."""
        metrics = self.fontMetrics()
        if not self._elide or metrics.horizontalAdvance(self.text()) <= self.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        short = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), short)
        painter.end()


_KEYS = {
    "Space": mark("Space"),
    "Return": mark("Enter"),
    "Enter": mark("Enter"),
    "Esc": mark("Esc"),
    "Escape": mark("Esc"),
    "Del": mark("Del"),
    "Delete": mark("Del"),
    "Ins": mark("Ins"),
    "Backspace": mark("Backspace"),
    "Tab": mark("Tab"),
    "Shift": mark("Shift"),
    "Home": mark("Home"),
    "End": mark("End"),
    "PgUp": mark("Page up"),
    "PgDown": mark("Page down"),
    "Left": "\N{LEFTWARDS ARROW}",
    "Right": "\N{RIGHTWARDS ARROW}",
    "Up": "\N{UPWARDS ARROW}",
    "Down": "\N{DOWNWARDS ARROW}",
}
"""Keys whose names a keyboard says in the person's language."""


def key_words(keys: str) -> str:
    """A key sequence as it stands on the person's keyboard: "Ctrl+Return" is "Ctrl Enter", "Ctrl Entrée" in French."""
    # The plus key itself is the last part of "Ctrl++".
    parts = [part or "+" for part in keys.replace("++", "+\0").replace(" ", "+").split("+")]
    return " ".join(tr(_KEYS[part]) if part in _KEYS else part.replace("\0", "+") for part in parts)


CAP_HEIGHT = 18
_CAP_SIDE = 5


def cap_width(words: str) -> int:
    """Pixels that a key cap with these words takes."""
    return max(20, QFontMetrics(theme.font("caption")).horizontalAdvance(words) + 2 * _CAP_SIDE + 2)


def paint_cap(
    painter: QPainter, rect: QRectF, words: str, *, on_accent: bool = False, ink: str = "text2"
) -> None:
    """Paint a key: a framed cap, or a translucent one on a filled button."""
    colours = theme.tokens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if on_accent:
        ground = QColor(colours.on_accent)
        ground.setAlphaF(0.16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
    else:
        painter.setPen(QPen(QColor(colours.button_edge), 1))
        painter.setBrush(QColor(colours.surface))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(QColor(colours.on_accent if on_accent else colours.colour(ink)))
    painter.setFont(theme.font("caption"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


class KeyCap(QWidget):
    """A key as printed on a keyboard; its name follows the language."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.words)

    @property
    def words(self) -> str:
        """The key's name in the person's language."""
        return key_words(self._keys)

    def set_keys(self, keys: str) -> None:
        """Show another key."""
        self._keys = keys
        self._renamed()

    def _renamed(self) -> None:
        self.setAccessibleName(self.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the key's name."""
        return QSize(cap_width(self.words), CAP_HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._renamed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key."""
        painter = QPainter(self)
        paint_cap(painter, QRectF(self.rect()), self.words)
        painter.end()
