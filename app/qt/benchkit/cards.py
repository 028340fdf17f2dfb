"""What stands smaller, beside the main panel: items, last scans, facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.qt import format, theme
from app.qt.benchkit.panels import BenchPanel, ink_of
from app.qt.benchkit.scale import LEAST, SMALL, TEXT, Scaling
from app.qt.benchkit.text import BenchKey, BenchLabel, BenchSign, Picture

_RIGHT = Qt.AlignmentFlag.AlignRight


class BenchCard(BenchPanel):
    """A plain card with a heading and a figure at its right; `body` takes the rest."""

    def __init__(self, title: str = "", figure: str = "", *, spacing: int = 6) -> None:
        super().__init__(margins=(20, 12, 20, 14), spacing=spacing)
        self.heading, self.figure = (
            BenchLabel(SMALL, "semibold"),
            BenchLabel(SMALL, "semibold", "text2", align=_RIGHT),
        )
        head = QHBoxLayout()
        self.lay(head, (0, 0, 0, 0), 12)
        head.addWidget(self.heading, 1)
        head.addWidget(self.figure)
        self.body.addLayout(head)
        self.set_title(title, figure)

    def set_title(self, title: str, figure: str = "") -> None:
        """Say what the card shows, and its figure."""
        self.heading.say(title)
        self.figure.say(figure)
        self.setAccessibleName(f"{title} {figure}".rstrip())


class BenchLine(Scaling, QWidget):
    """A line of a card: icon, words, and something at the right (a time, a key, "done")."""

    def __init__(self, pt: float = LEAST) -> None:
        super().__init__()
        self._sign, self._text = BenchSign("", "text2", round(pt * 1.45)), BenchLabel(pt, lines=2)
        self._right = BenchLabel(pt, tone="text2", align=_RIGHT)
        row = QHBoxLayout(self)
        self.lay(row, (0, 1, 0, 1), 10)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._right)

    def set(
        self, text: str, right: str = "", tone: str = "text2", icon: str = "", *, right_tone: str = "text2"
    ) -> None:
        """Show the line; without an icon the words begin at the left."""
        self._sign.set(icon, tone)
        self._sign.setVisible(bool(icon))
        self._text.say(text)
        self._right.say(right, right_tone)
        self.setAccessibleName(f"{text} {right}".rstrip())


class BenchFact(Scaling, QWidget):
    """A name at the left and its value at the right; the strong one is the sum."""

    def __init__(self, name: str = "", value: str = "", *, strong: bool = False) -> None:
        super().__init__()
        pt = TEXT if strong else LEAST
        self._name = BenchLabel(pt, "bold" if strong else "regular")
        self._value = BenchLabel(pt, "bold" if strong else "semibold", align=_RIGHT)
        row = QHBoxLayout(self)
        self.lay(row, (0, 2, 0, 2), 16)
        row.addWidget(self._name, 1)
        row.addWidget(self._value)
        self.set(name, value)

    def set(self, name: str, value: str, tone: str = "text") -> None:
        """Show a fact."""
        self._name.say(name)
        self._value.say(value, tone)
        self.setAccessibleName(f"{name}: {value}")


class BenchRule(Scaling, QFrame):
    """A thin line between the parts of a card."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rule")


@dataclass(frozen=True, slots=True)
class BenchItem:
    """One article of the list.

    Attributes:
        name: As short as the article can be named.
        done: How many are in.
        wanted: How many belong in.
        state: "open", "current", "done", "short" or "wrong".
        picture: Its picture, if there is one.
        detail: A quiet second line: place, lot.
    """

    name: str
    done: int
    wanted: int
    state: str = "open"
    picture: QPixmap | None = None
    detail: str = ""


_ITEM = {
    "open": ("clock", "text2"),
    "current": ("barcode-scan", "accent_text"),
    "done": ("check-circle", "good"),
    "short": ("half", "warn"),
    "wrong": ("stop", "stop"),
}


class _ItemRow(Scaling, QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._current = False
        self._picture, self._name = Picture(54), BenchLabel(18, lines=2)
        self._detail = BenchLabel(LEAST, tone="text2")
        self._count, self._sign = BenchLabel(TEXT, "bold", align=_RIGHT), BenchSign("clock", "text2", 28)
        column = QVBoxLayout()
        self.lay(column, (0, 0, 0, 0), 0)
        column.addWidget(self._name)
        column.addWidget(self._detail)
        row = QHBoxLayout(self)
        self.lay(row, (12, 7, 14, 7), 14)
        row.addWidget(self._picture)
        row.addLayout(column, 1)
        row.addWidget(self._count)
        row.addWidget(self._sign)

    def set(self, item: BenchItem) -> None:
        icon, tone = _ITEM[item.state]
        self._current = item.state == "current"
        self._picture.set(item.picture, item.name)
        self._name.say(item.name)
        self._name.set_weight("semibold" if self._current else "regular")
        self._detail.say(item.detail)
        self._detail.setVisible(bool(item.detail))
        self._count.say(f"{format.count(item.done)} / {format.count(item.wanted)}", tone)
        self._sign.set(icon, tone)
        self.setAccessibleName(f"{item.name} {item.done} / {item.wanted}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._current:
            return
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent_text), 2))
        painter.setBrush(QColor(colours.accent_soft))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self.px(8), self.px(8))
        painter.end()


class _Rows(QScrollArea):
    """Rows that ask for the room they all need, and scroll where there is less."""

    def __init__(self) -> None:
        super().__init__()
        self._at: QWidget | None = None
        self.inner = QWidget()
        self.inner.setProperty("kind", "clear")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(self.inner)
        self.viewport().setAutoFillBackground(False)

    def keep_in_sight(self, row: QWidget | None) -> None:
        self._at = row
        self._reveal()

    def _reveal(self) -> None:
        if self._at is not None:
            self.ensureWidgetVisible(self._at, 0, self._at.height())

    def _needed(self) -> int:
        found = self.inner.heightForWidth(self.viewport().width()) if self.inner.hasHeightForWidth() else -1
        return found if found >= 0 else self.inner.sizeHint().height()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._needed())

    def minimumSizeHint(self) -> QSize:
        layout = self.inner.layout()
        first = layout.itemAt(0) if layout is not None else None
        # Two rows stay in sight, however small the window is.
        least = 2 * first.sizeHint().height() if first is not None else 0
        return QSize(super().minimumSizeHint().width(), min(self._needed(), least))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if watched is self.inner and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
        self._reveal()


class ItemList(BenchCard):
    """All articles of the order; the one at hand is framed and kept in sight."""

    def __init__(self, title: str = "", figure: str = "") -> None:
        super().__init__(title, figure)
        self._rows: list[_ItemRow] = []
        self._items: tuple[BenchItem, ...] = ()
        self._area = _Rows()
        self._column = QVBoxLayout(self._area.inner)
        self.lay(self._column, (0, 0, 0, 0), 4)
        self.body.addWidget(self._area, 1)

    @property
    def items(self) -> tuple[BenchItem, ...]:
        """What is shown."""
        return self._items

    def set_items(self, items: Sequence[BenchItem]) -> None:
        """Show these articles; rows are kept, so that nothing jumps when one of them counts up."""
        self._items = tuple(items)
        while len(self._rows) > len(items):
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(items):
            row = _ItemRow()
            self._rows.append(row)
            self._column.addWidget(row)
        for row, item in zip(self._rows, items, strict=True):
            row.set(item)
        at = next((row for row, item in zip(self._rows, items, strict=True) if item.state == "current"), None)
        self._area.keep_in_sight(at)


@dataclass(frozen=True, slots=True)
class Scanned:
    """A line of the log: what was scanned, when, and what became of it."""

    text: str
    when: str
    tone: str = "good"
    icon: str = "check-circle"


class ScanLog(BenchCard):
    """The last scans, newest first; as many as are given to `set`, or `keep` of those that were added."""

    def __init__(self, title: str = "", keep: int = 4) -> None:
        super().__init__(title, spacing=2)
        self._keep = keep
        self._entries: tuple[Scanned, ...] = ()
        self._lines: list[BenchLine] = []

    @property
    def entries(self) -> tuple[Scanned, ...]:
        """What is shown."""
        return self._entries

    def add(self, entry: Scanned) -> None:
        """Show one more, on top."""
        self.set((entry, *self._entries)[: self._keep])

    def set(self, entries: Sequence[Scanned]) -> None:
        """Show these."""
        self._entries = tuple(entries)
        while len(self._lines) > len(entries):
            line = self._lines.pop()
            line.hide()
            line.deleteLater()
        while len(self._lines) < len(entries):
            line = BenchLine()
            self._lines.append(line)
            self.body.addWidget(line)
        for line, entry in zip(self._lines, entries, strict=True):
            line.set(entry.text, entry.when, entry.tone, entry.icon)


class FactCard(BenchPanel):
    """One fact, large: icon and name, value, a quiet line; with a key where it can be changed."""

    def __init__(self, title: str = "", icon: str = "", *, value_pt: float = 34) -> None:
        super().__init__(margins=(28, 18, 28, 18), spacing=4)
        self._sign = BenchSign(icon, "text2", 34)
        self._title = BenchLabel(SMALL, "semibold", "text2")
        self._value = BenchLabel(value_pt, "bold", lines=2)
        self._detail = BenchLabel(LEAST + 1, tone="text2", lines=2)
        self._key, self._words = BenchKey(""), BenchLabel(LEAST, "medium")
        head, foot = QHBoxLayout(), QHBoxLayout()
        self.lay(head, (0, 0, 0, 0), 10)
        self.lay(foot, (0, 6, 0, 0), 10)
        head.addWidget(self._sign)
        head.addWidget(self._title, 1)
        foot.addWidget(self._key)
        foot.addWidget(self._words, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._value)
        self.body.addWidget(self._detail)
        self.body.addLayout(foot)
        self._title.say(title)
        self._sign.setVisible(bool(icon))
        for widget in (self._key, self._words):
            widget.hide()

    def set(self, title: str, value: str, detail: str = "", *, icon: str = "", tone: str = "text") -> None:
        """Show the fact; its value and icon take the tone."""
        self._title.say(title)
        self._value.say(value, tone)
        self._detail.say(detail)
        self._sign.set(icon, tone)
        self._sign.setVisible(bool(icon))
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(f"{title}: {value}. {detail}")

    def set_frame(self, state: str) -> None:
        """Frame the card in a state's colour, value and icon too."""
        self.set_state(state)
        self._value.set_tone(ink_of(state))
        self._sign.set(self._sign.icon, ink_of(state))

    def set_key(self, key: str, words: str) -> None:
        """Show the key that changes the fact; an empty one takes it away."""
        self._key.set_keys(key)
        self._words.say(words)
        self._key.setVisible(bool(key))
        self._words.setVisible(bool(key))
