"""Buttons that carry icon, word and key; tabs, chips and the entries of the rail."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
)

from app.qt import icons, theme
from app.qt.widgets.text import CAP_HEIGHT, Spoken, cap_width, key_words, paint_cap, reveal
from app.qt.words import mark, tr

HEIGHT = 28
_SIDE, _ICON, _GAP = 10, 16, 6


class Button(QPushButton):
    """A button that shows its icon, its word and the key that does the same.

    Args:
        text: An English literal inside `mark(...)`.
        icon: A name of the icon family; empty for none.
        key: The key that does the same, as printed ("F8", "Ctrl+N"); it is shown, not bound.
        kind: "" plain, "primary" the one filled button, "danger", "quiet" without a frame, "link".
    """

    def __init__(
        self, text: str = "", icon: str = "", key: str = "", kind: str = "", **facts: object
    ) -> None:
        super().__init__()
        self._spoken = Spoken(text, **facts)
        self._sign, self._key = icon, key
        if kind:
            self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font("strong" if kind == "primary" else "medium"))
        self._show()

    def set(self, text: str, /, **facts: object) -> None:
        """Say another English literal."""
        self._spoken = Spoken(text, **facts)
        self._show()

    def say(self, text: str) -> None:
        """Show words that are translated already."""
        self._spoken = Spoken.data(text)
        self._show()

    def set_key(self, key: str) -> None:
        """Print another key on it."""
        self._key = key
        self._show()

    def set_sign(self, icon: str) -> None:
        """Show another icon of the family; empty for none."""
        self._sign = icon
        self._show()

    def _show(self) -> None:
        words = str(self._spoken)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setAccessibleDescription(key_words(self._key) if self._key else "")
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    @property
    def words(self) -> str:
        """What the button says."""
        return str(self._spoken)

    def sizeHint(self) -> QSize:
        """Wide enough for all of it, whatever the language."""
        width = 2 * _SIDE + QFontMetrics(self.font()).horizontalAdvance(self.words)
        if self._sign:
            width += _ICON + (_GAP if self.words else 0)
        if self._key:
            width += 12 + cap_width(key_words(self._key)) - 4
        return QSize(width, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """A button never cuts its words."""
        return self.sizeHint()

    def _ink(self) -> str:
        kind = self.property("kind")
        if not self.isEnabled():
            return "text2" if kind == "primary" else "text3"
        named = {"primary": "on_accent", "danger": "stop", "quiet": "text2", "link": "accent_text"}
        return named.get(kind, "text")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the style sheet's frame, then icon, word and key."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        ink = self._ink()
        filled = ink == "on_accent"
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        at, middle = float(_SIDE), self.height() / 2
        if self._sign:
            tone = ink if ink != "text" else "text2"
            icons.paint(painter, self._sign, QRectF(at, middle - _ICON / 2, _ICON, _ICON), tone)
            at += _ICON + _GAP
        painter.setFont(self.font())
        painter.setPen(QColor(theme.tokens().colour(ink)))
        painter.drawText(
            QRectF(at, 0, self.width() - at, self.height()), Qt.AlignmentFlag.AlignVCenter, self.words
        )
        if self._key:
            key = key_words(self._key)
            width = cap_width(key)
            cap = QRectF(self.width() - width - _GAP, middle - CAP_HEIGHT / 2, width, CAP_HEIGHT)
            paint_cap(painter, cap, key, on_accent=filled, ink="text2" if self.isEnabled() else "text3")
        painter.end()


class CommandButton(Button):
    """The button of a command: word, key, greying and what it does come from its action.

    Args:
        action: A screen's action; the name of its icon is that of its command.
        primary: Whether it is the one filled button; by default the command says.
    """

    def __init__(self, action: QAction, primary: bool | None = None) -> None:
        command = getattr(action, "command", None)
        filled = bool(getattr(command, "primary", False)) if primary is None else primary
        sign = str(getattr(command, "icon", "") or "")
        super().__init__("", sign, kind="primary" if filled else "")
        self._action, self._folded = action, False
        if not sign and not action.icon().isNull():
            self.setIcon(action.icon())
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self._follow()

    def _follow(self) -> None:
        self._key = self._action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        self.say(self._action.text().replace("&&", "\0").replace("&", "").replace("\0", "&"))
        self.setEnabled(self._action.isEnabled())
        reveal(self, self._action.isVisible() and not self._folded)

    @property
    def action_behind(self) -> QAction:
        """The action that the button stands for."""
        return self._action

    def fold(self, away: bool) -> None:
        """Give way to others, or come back: a row without room keeps the command in a menu."""
        if away != self._folded:
            self._folded = away
            reveal(self, self._action.isVisible() and not away)


class IconButton(QToolButton):
    """A small button with an icon alone; the word is its tooltip and its name for a screen reader.

    Only for what an icon says everywhere (close, open): anything else carries its word.
    """

    def __init__(self, icon: str, text: str, key: str = "") -> None:
        super().__init__()
        self._spoken, self._key = Spoken(text), key
        self.setIcon(icons.icon(icon))
        self.setIconSize(QSize(16, 16))
        self.setFixedSize(28, 28)
        self._show()

    def _show(self) -> None:
        words = str(self._spoken)
        self.setAccessibleName(words)
        self.setToolTip(f"{words}  {key_words(self._key)}" if self._key else words)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()


class Chip(QAbstractButton):
    """A filter that is set: field and value. A click changes it (`clicked`), its cross or Delete takes it away (`removed`)."""

    removed = Signal()
    HEIGHT = 26
    _CROSS = 22

    def __init__(self, field: str, value: str) -> None:
        super().__init__()
        self._field, self._value = Spoken(field), value
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show()

    @property
    def field(self) -> str:
        """The field's words."""
        return str(self._field)

    @property
    def value(self) -> str:
        """The value's words."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show another value; it is data, in the person's language already."""
        self._value = value
        self._show()

    def _show(self) -> None:
        self.setText(f"{self._field} {self._value}")
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(tr(mark("Filter; Delete takes it away")))
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def sizeHint(self) -> QSize:
        """Wide enough for field, value and cross."""
        field = QFontMetrics(theme.font("base")).horizontalAdvance(str(self._field))
        value = QFontMetrics(theme.font("medium")).horizontalAdvance(self._value)
        return QSize(_SIDE + field + 5 + value + self._CROSS, self.HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the cross takes the filter away."""
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() >= self.width() - self._CROSS:
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the filter away, Enter changes it."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint field, value and cross."""
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        framed = self.hasFocus() or self.underMouse() or theme.scheme() is theme.Scheme.CONTRAST
        painter.setPen(QPen(QColor(colours.accent), 1.5) if framed else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_soft))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 5, 5)
        at = _SIDE
        for words, role, tone in (
            (str(self._field), "base", "text2"),
            (self._value, "medium", "accent_text"),
        ):
            painter.setFont(theme.font(role))
            painter.setPen(QColor(colours.colour(tone)))
            painter.drawText(QRectF(at, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, words)
            at += painter.fontMetrics().horizontalAdvance(words) + 5
        icons.paint(painter, "close", QRectF(self.width() - 18, self.height() / 2 - 6, 12, 12), "accent_text")
        painter.end()
