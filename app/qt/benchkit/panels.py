"""The main panel of a bench: its frame takes the state's colour; verdict, counter, progress, instruction stand in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.qt import format, icons, theme
from app.qt.benchkit.scale import COUNTER, INSTRUCTION, SMALL, TEXT, VERDICT, Scaling
from app.qt.benchkit.text import BenchKey, BenchLabel, BenchSign
from app.qt.words import tr

STATES = ("plain", "good", "warn", "stop", "info", "accent")
_SIGNS = {
    "good": "check-circle",
    "warn": "alert-triangle",
    "stop": "stop",
    "info": "info",
    "accent": "barcode-scan",
    "plain": "circle",
}


def ink_of(state: str) -> str:
    """The ink of a state; the accent and the plain state have inks of other names."""
    return {"accent": "accent_text", "plain": "text"}.get(state, state)


class BenchPanel(Scaling, QWidget):
    """A panel whose frame takes the state's colour; `body` is its layout.

    Args:
        filled: Whether the whole panel takes the state's quiet ground as well.
    """

    FRAME, RADIUS = 4, 14

    def __init__(
        self,
        *,
        filled: bool = False,
        margins: tuple[int, int, int, int] = (32, 24, 32, 28),
        spacing: int = 16,
    ) -> None:
        super().__init__()
        self._state, self._filled = "plain", filled
        self.body = QVBoxLayout(self)
        self.lay(self.body, margins, spacing)

    def set_state(self, state: str) -> None:
        """Take the colour of a state: "good", "warn", "stop", "info", "accent" or "plain".

        Raises:
            ValueError: there is no such state.
        """
        if state not in STATES:
            raise ValueError(f"There is no state {state!r}.")
        self._state = state
        self.update()

    @property
    def state(self) -> str:
        """The state that is shown."""
        return self._state

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and frame."""
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plain = self._state == "plain"
        width = 1.0 if plain else float(max(3, self.px(self.FRAME)))
        frame = colours.line if plain else colours.colour(ink_of(self._state))
        painter.setPen(QPen(QColor(frame), width))
        ground = colours.soft(self._state) if self._filled and not plain else colours.surface
        painter.setBrush(QColor(ground))
        inset = width / 2
        radius = self.px(self.RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.end()


class VerdictTag(Scaling, QWidget):
    """What became of the last scan: icon and word on the state's quiet ground."""

    def __init__(self, pt: float = TEXT) -> None:
        super().__init__()
        self._pt = pt
        self._text, self._state, self._icon = "", "plain", ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set(self, text: str, state: str = "good", icon: str = "") -> None:
        """Say a verdict; without text the tag is empty. The icon is the state's own where none is given."""
        self._text, self._state, self._icon = text, state, icon or _SIGNS[state]
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text

    def sizeHint(self) -> QSize:
        """As wide as icon and word; it keeps its height when empty, so that nothing jumps."""
        metrics = QFontMetrics(self.face(self._pt, "semibold"))
        height = round(metrics.height() * 1.15)
        return QSize(round(metrics.horizontalAdvance(self._text) + height * 1.45), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and word."""
        if not self._text:
            return
        colours = theme.tokens()
        ink = ink_of(self._state)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soft(self._state)))
        high = float(self.height())
        painter.drawRoundedRect(QRectF(self.rect()), high * 0.14, high * 0.14)
        side = high * 0.72
        icons.paint(painter, self._icon, QRectF(high * 0.26, (high - side) / 2, side, side), ink)
        painter.setPen(QColor(colours.colour(ink)))
        painter.setFont(self.face(self._pt, "semibold"))
        area = QRectF(high * 1.14, 0, self.width() - high * 1.14, high)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()


class Counter(Scaling, QWidget):
    """How many of how many: the first number reads at five metres."""

    def __init__(self, pt: float = COUNTER) -> None:
        super().__init__()
        self._pt = pt
        self._done, self._wanted, self._tone = 0, 0, "accent_text"
        # Where a small window has no room for it, it is set smaller, never cut.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def set(self, done: int, wanted: int, tone: str = "accent_text") -> None:
        """Show the count; `wanted` 0 shows the first number alone."""
        self._done, self._wanted, self._tone = done, wanted, tone
        self._named()

    def _named(self) -> None:
        self.setAccessibleName(" ".join(filter(None, self.words)))
        self.update()

    @property
    def words(self) -> tuple[str, str]:
        """The two parts: "4", "of 6"."""
        rest = tr("of {wanted}", wanted=format.count(self._wanted)) if self._wanted else ""
        return format.count(self._done), rest

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._named()

    def sizeHint(self) -> QSize:
        """As high as its figures."""
        return QSize(self.px(360), self._high(self._pt))

    def minimumSizeHint(self) -> QSize:
        """The least in height that still reads at two metres."""
        return QSize(self.px(120), self._high(min(self._pt, VERDICT)))

    def _high(self, pt: float) -> int:
        return round(QFontMetrics(self.face(pt, "bold")).capHeight() * 1.16)

    def fitted(self) -> float:
        """The points that the count is set in, in the room there is now."""
        number, rest = self.words
        pt = self._pt
        while pt > TEXT:
            large = QFontMetrics(self.face(pt, "bold")).horizontalAdvance(number)
            small = QFontMetrics(self.face(pt * 0.4, "semibold")).horizontalAdvance(f"  {rest}")
            if large + small <= self.width() and self._high(pt) <= self.height():
                break
            pt -= 2
        return pt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both parts on one line."""
        colours = theme.tokens()
        number, rest = self.words
        pt = self.fitted()
        painter = QPainter(self)
        face = self.face(pt, "bold")
        large = QFontMetrics(face)
        base = round((self.height() + large.capHeight()) / 2)
        painter.setFont(face)
        painter.setPen(QColor(colours.colour(self._tone)))
        painter.drawText(0, base, number)
        painter.setFont(self.face(pt * 0.4, "semibold"))
        painter.setPen(QColor(colours.text2))
        painter.drawText(
            large.horizontalAdvance(number) + self.px(20), base - round(large.capHeight() * 0.28), rest
        )
        painter.end()


class BigBar(Scaling, QWidget):
    """Progress as a bar; the number beside it says the same."""

    def __init__(self, height: int = 20) -> None:
        super().__init__()
        self._high, self._part, self._tone = height, 0.0, "accent"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, done: float, wanted: float, tone: str = "accent") -> None:
        """Show `done` of `wanted`; more than all is all."""
        self._part = min(1.0, max(0.0, done / wanted)) if wanted else 0.0
        self._tone = tone
        self.setAccessibleName(f"{round(self._part * 100)} %")
        self.update()

    @property
    def part(self) -> float:
        """How much of it is filled, 0 to 1."""
        return self._part

    def sizeHint(self) -> QSize:
        """A flat bar."""
        return QSize(self.px(200), self.px(self._high))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar."""
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        contrasted = theme.scheme() is theme.Scheme.CONTRAST
        painter.setPen(QPen(QColor(colours.line), 1) if contrasted else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.surface if contrasted else colours.button_edge))
        radius = self.height() / 2
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(whole, radius, radius)
        if self._part:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.colour(self._tone)))
            whole.setWidth(max(whole.width() * self._part, self.height()))
            painter.drawRoundedRect(whole, radius, radius)
        painter.end()


class Instruction(Scaling, QWidget):
    """The one instruction, in the imperative, with an icon; beneath it, smaller, what else is to be known.

    Args:
        ground: "accent" on the accent's quiet ground, "surface" on a white one (over a STOP), or a state.
    """

    def __init__(self, ground: str = "accent", pt: float = INSTRUCTION) -> None:
        super().__init__()
        self._ground = ground
        self._sign = BenchSign("barcode-scan", self._ink(), 52)
        self._text = BenchLabel(pt, "bold", lines=2)
        self._detail = BenchLabel(SMALL, tone="text2", lines=2)
        self._right = BenchLabel(TEXT, "semibold", "text2", align=Qt.AlignmentFlag.AlignRight)
        self._key = BenchKey("", 36)
        column = QVBoxLayout()
        self.lay(column, (0, 0, 0, 0), 2)
        column.addStretch(1)
        column.addWidget(self._text)
        column.addWidget(self._detail)
        column.addStretch(1)
        row = QHBoxLayout(self)
        # Not fixed: a second line needs more height than Qt knows before it knows the width.
        self.lay(row, (28, 16, 32, 16), 24)
        row.addWidget(self._sign)
        row.addLayout(column, 1)
        row.addWidget(self._right)
        row.addWidget(self._key)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.rescale()
        for widget in (self._detail, self._right, self._key):
            widget.hide()

    def _ink(self) -> str:
        return "text" if self._ground == "surface" else ink_of(self._ground)

    def rescale(self) -> None:
        """Keep room for the instruction whether it has one line or two."""
        self.setMinimumHeight(self.px(92))

    def set(
        self, text: str, icon: str = "barcode-scan", *, detail: str = "", right: str = "", key: str = ""
    ) -> None:
        """Say what to do now; `key` shows the key that does it, at the right."""
        self._sign.set(icon, self._ink())
        self._text.say(text)
        self._detail.say(detail)
        self._right.say(right)
        if key:
            self._key.set_keys(key)
        self._detail.setVisible(bool(detail))
        self._right.setVisible(bool(right))
        self._key.setVisible(bool(key))
        self.setAccessibleName(". ".join(filter(None, (text, detail))))

    def set_ground(self, ground: str) -> None:
        """Take another ground: that of a state."""
        self._ground = ground
        self._sign.set(self._sign.icon, self._ink())
        self.update()

    @property
    def text(self) -> str:
        """The instruction."""
        return self._text.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        contrasted = theme.scheme() is theme.Scheme.CONTRAST
        painter.setPen(QPen(QColor(colours.line), 1.5) if contrasted else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.surface if self._ground == "surface" else colours.soft(self._ground)))
        radius = self.px(12)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
        painter.end()


class DonePanel(BenchPanel):
    """Something is complete: the verdict, and beneath it the one thing left to do."""

    def __init__(self) -> None:
        super().__init__(filled=True, margins=(56, 28, 40, 28))
        self._sign = BenchSign("check-circle", "good", 148)
        self._title = BenchLabel(VERDICT, "bold", "good", lines=2)
        self._text = BenchLabel(INSTRUCTION, "bold", lines=2)
        row, column = QHBoxLayout(), QVBoxLayout()
        self.lay(row, (0, 0, 0, 0), 44)
        self.lay(column, (0, 0, 0, 0), 4)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addStretch(1)
        row.addWidget(self._sign)
        row.addLayout(column, 1)
        self.body.addLayout(row)
        self.set_state("good")

    def set(self, title: str, text: str, state: str = "good", icon: str = "") -> None:
        """Say what is complete, and what to do now."""
        self.set_state(state)
        self._sign.set(icon or _SIGNS[state], ink_of(state))
        self._title.say(title, ink_of(state))
        self._text.say(text)
        self.setAccessibleName(f"{title}. {text}")
