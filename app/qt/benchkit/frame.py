"""What frames every bench: the bar on top, the line of the order, the keys at the bottom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from app.qt import icons, theme
from app.qt.benchkit.scale import LEAST, SMALL, TEXT, Scaling
from app.qt.benchkit.text import BenchLabel, BenchSign, paint_key
from app.qt.widgets.text import key_words

BAR = 64
_ORDER = ("scale", "printer", "connection", "desk", "person")
"""How the things of the bar stand, from the left; what is not named here comes after."""


def _on_bar(tone: str) -> tuple[str, str]:
    """Ink and ground of a tone on the bar: its own ink where that can be read there, else its soft ground."""
    colours = theme.tokens()
    if tone in ("text", "plain"):
        return "on_bar", ""
    if theme.contrast(colours.colour(tone), colours.bar) >= 4.5:
        return tone, ""
    return tone, colours.soft(tone)


class _BarItem(Scaling, QWidget):
    """One thing of the bar: icon, words, tone."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._text, self._tone, self._strong = "", "", "text", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set(self, icon: str, text: str, tone: str, strong: bool) -> None:
        self._icon, self._text, self._tone, self._strong = icon, text, tone, strong
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.face(LEAST, "semibold" if self._strong else "medium"))
        return QSize(self.px(30 + 12 + 16) + words.horizontalAdvance(self._text), self.px(BAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        ink, ground = _on_bar(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            high = self.px(44)
            painter.drawRoundedRect(QRectF(0, (self.height() - high) / 2, self.width(), high), 8, 8)
        side = self.px(28)
        icons.paint(painter, self._icon, QRectF(self.px(8), (self.height() - side) / 2, side, side), ink)
        painter.setFont(self.face(LEAST, "semibold" if self._strong else "medium"))
        painter.setPen(QColor(theme.tokens().colour(ink)))
        area = self.rect().adjusted(self.px(8 + 30 + 10), 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()


class BenchBar(Scaling, QWidget):
    """The bar on top: the desk at the left; scale, printer, connection, person at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[str, _BarItem] = {}
        self._row = QHBoxLayout(self)
        self.lay(self._row, (24, 0, 16, 0), 12)
        self._title = BenchLabel(SMALL, "medium", "on_bar")
        brand = BenchLabel(TEXT, "bold", "on_bar")
        brand.say("Quai")
        self._row.addWidget(BenchSign("logo-bench", "on_bar", 34))
        self._row.addWidget(brand)
        self._row.addSpacing(12)
        self._row.addWidget(self._title, 1)
        self.rescale()

    def rescale(self) -> None:
        """Keep the bar's height."""
        self.setFixedHeight(self.px(BAR))

    def set_title(self, title: str) -> None:
        """Say which desk this is."""
        self._title.say(title)

    def set_item(self, key: str, icon: str, text: str, tone: str = "text", *, strong: bool = False) -> None:
        """Show a thing of the desk (`key`: "scale", "printer", ...), at the right."""
        item = self._items.get(key)
        if item is None:
            item = self._items[key] = _BarItem()
            after = sum(_rank(one) > _rank(key) for one in self._items)
            self._row.insertWidget(self._row.count() - after, item)
        item.set(icon, text, tone, strong)

    def remove_item(self, key: str) -> None:
        """Take a thing away: this desk has no scale, say."""
        item = self._items.pop(key, None)
        if item is not None:
            item.hide()
            item.deleteLater()

    def items(self) -> dict[str, str]:
        """What is shown at the right, by key."""
        return {key: item.accessibleName() for key, item in self._items.items()}

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar's ground; in high contrast a line parts it from the page."""
        colours = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.bar))
        if colours.bar == colours.window:
            painter.fillRect(0, self.height() - 2, self.width(), 2, QColor(colours.line))
        painter.end()


def _rank(key: str) -> int:
    return _ORDER.index(key) if key in _ORDER else len(_ORDER)


class BenchHeader(Scaling, QWidget):
    """The line of what is on the bench: the order and whose it is, the parcel and when it leaves."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._detail = BenchLabel(TEXT, "bold", codes=True), BenchLabel(SMALL, tone="text2")
        right = Qt.AlignmentFlag.AlignRight
        self._right, self._right_detail = (
            BenchLabel(TEXT, "semibold", align=right),
            BenchLabel(SMALL, tone="text2", align=right),
        )
        row = QHBoxLayout(self)
        self.lay(row, (32, 0, 32, 0), 32)
        row.addWidget(self._title)
        row.addWidget(self._detail, 1)
        row.addWidget(self._right)
        row.addWidget(self._right_detail)
        self.rescale()

    def rescale(self) -> None:
        """Keep the line's height."""
        self.setFixedHeight(self.px(BAR))

    def set(self, title: str, detail: str = "", right: str = "", right_detail: str = "") -> None:
        """Say what is on the bench."""
        labels = (self._title, self._detail, self._right, self._right_detail)
        for label, text in zip(labels, (title, detail, right, right_detail), strict=True):
            label.say(text)
            label.setVisible(bool(text) or label is self._detail)
        self.setAccessibleName(", ".join(filter(None, (title, detail, right, right_detail))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line's ground."""
        colours = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.surface))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours.line))
        painter.end()


class _Key(Scaling, QAbstractButton):
    """A key of the bar with its word; it can be pressed by hand as well."""

    def __init__(self, keys: str, text: str) -> None:
        super().__init__()
        self.keys = keys
        self.setText(text)
        # A click works, the keyboard's focus stays where it is.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._renamed()

    def _renamed(self) -> None:
        self.setAccessibleName(f"{key_words(self.keys)}: {self.text()}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._renamed()

    def _cap(self) -> int:
        metrics = QFontMetrics(self.face(LEAST, "semibold"))
        return max(self.px(34), metrics.horizontalAdvance(key_words(self.keys)) + self.px(22))

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.face(LEAST, "medium")).horizontalAdvance(self.text())
        return QSize(self._cap() + self.px(10) + words + 2, self.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.tokens()
        cap = self._cap()
        painter = QPainter(self)
        paint_key(painter, QRectF(0, 1, cap, self.height() - 2))
        painter.setPen(QColor(colours.text))
        painter.setFont(self.face(LEAST, "semibold"))
        box = QRectF(0, 0, cap, self.height() - 2)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key_words(self.keys))
        painter.setFont(self.face(LEAST, "medium"))
        area = self.rect().adjusted(cap + self.px(10), 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.underMouse():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.end()


class KeyBar(Scaling, QWidget):
    """The keys that work now, each with its word, in one row.

    Where they do not find room in it those that are needed least are left out (F1 shows every key), and only where that is not
    enough they take a second row; none is ever cut.

    Signals:
        pressed: the key that somebody clicked, as it was given.
    """

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[_Key] = []
        self._shown: tuple[tuple[str, str], ...] = ()
        self._spare: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_keys(self, keys: Sequence[tuple[str, str]], spare: Sequence[str] = ()) -> None:
        """Show these keys: (key, words in the person's language); `spare` names those to leave out first, in this order."""
        if (tuple(keys), tuple(spare)) == (self._shown, self._spare):
            return
        self._shown, self._spare = tuple(keys), tuple(spare)
        for old in self._keys:
            old.hide()
            old.deleteLater()
        self._keys = []
        for name, text in keys:
            key = _Key(name, text)
            key.setParent(self)
            key.clicked.connect(lambda _=False, name=name: self.pressed.emit(name))
            key.show()
            self._keys.append(key)
        self._place()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What works now, shown or left to F1."""
        return self._shown

    @property
    def in_sight(self) -> tuple[str, ...]:
        """The keys that found room."""
        return tuple(key.keys for key in self._keys if not key.isHidden())

    def rescale(self) -> None:
        """Set the keys anew."""
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the keys in the new width."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Set the keys anew where one asks for other room: they hear of a new scale after the bar."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def _place(self) -> None:
        left, gap, row = self.px(24), self.px(27), self.px(44)
        room = self.width() - 2 * left + gap
        wide = {key.keys: key.sizeHint().width() + gap for key in self._keys}
        for name in self._spare:
            if sum(wide.values()) <= room:
                break
            wide.pop(name, None)
        at, line = left, 0
        for key in self._keys:
            key.setVisible(key.keys in wide)
            if key.keys not in wide:
                continue
            size = key.sizeHint()
            if at > left and at + size.width() > self.width() - left:
                at, line = left, line + 1
            key.setGeometry(QRect(QPoint(at, self.px(14) + line * row), size))
            at += size.width() + gap
        self.setFixedHeight(self.px(60 + 4) + line * row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar's ground."""
        colours = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.surface))
        painter.fillRect(0, 0, self.width(), 1, QColor(colours.line))
        painter.end()


class BenchPage(Scaling, QWidget):
    """A whole bench: bar, header, room for panels, keys.

    `left` and `right` are the layouts to fill: the one thing to do, and everything smaller beside it. With `columns=1` there is
    `left` alone, over the whole width.
    """

    LEFT, RIGHT = 58, 42

    def __init__(self, columns: int = 2) -> None:
        super().__init__()
        self.bar, self.header, self.keys = BenchBar(), BenchHeader(), KeyBar()
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        body = QHBoxLayout()
        self.lay(body, (32, 24, 32, 24), 24)
        # Widgets stretch as they are told here, however long their words are.
        body.addLayout(self.left, self.LEFT)
        if columns > 1:
            body.addLayout(self.right, self.RIGHT)
        self.lay(self.left, (0, 0, 0, 0), 16)
        self.lay(self.right, (0, 0, 0, 0), 16)
        whole = QVBoxLayout(self)
        # Long words are set smaller; they never make the window larger than the screen.
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.header)
        whole.addLayout(body, 1)
        whole.addWidget(self.keys)

    def hasHeightForWidth(self) -> bool:
        """The window alone says how high a bench is."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Small enough for any window; what does not fit then is set smaller."""
        return QSize(640, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page's ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.tokens().window))
        painter.end()
