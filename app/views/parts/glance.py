"""The day in tiles: each is a number with its words, and a key or a click shows the rows behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.qt import icons, theme
from app.qt.format import count, counted, long_day
from app.qt.widgets import Label
from app.qt.words import mark, tr
from app.queries.glance import STEPS, Glance
from app.queries.pages import COUNTED


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the day.

    Attributes:
        key: Its name.
        words: English, inside `mark(...)`.
        icon: Of the family.
        of: Reads it.
        screen, target: Where its rows are.
        tone: Of number and icon while it is not 0.
    """

    key: str
    words: str
    icon: str
    of: Callable[[Glance], int]
    screen: str
    target: object
    tone: str = "text"


STEP_NUMBERS = (
    Number("drafts", mark("Quotes and drafts"), "edit", lambda g: g.drafts, "orders", {"view": "drafts"}),
    *(
        Number(
            f"step-{states[0]}",
            words,
            icon,
            lambda g, nth=nth: g.steps[nth],  # type: ignore[misc]  # a lambda's default has no type
            "shipments",
            {"states": states},
        )
        for nth, (states, words, icon) in enumerate(
            zip(
                STEPS,
                (
                    mark("Not reserved yet"),
                    mark("Reserved"),
                    mark("In picking"),
                    mark("To pack"),
                    mark("To ship"),
                ),
                ("clock", "reserve", "pick-lists", "packing", "shipments"),
                strict=True,
            )
        )
    ),
)
"""Where the work stands, from the telephone to the door."""
DANGERS = (
    Number("late", mark("Late"), "alert-triangle", lambda g: g.late, "today", {"tab": "late"}, "stop"),
    Number("soon", mark("About to miss"), "clock", lambda g: g.soon, "today", {"tab": "soon"}, "warn"),
    Number(
        "waiting", mark("Short of goods"), "half", lambda g: g.waiting, "orders", {"view": "waiting"}, "warn"
    ),
    Number("held", mark("Held"), "hold", lambda g: g.held, "orders", {"view": "held"}, "warn"),
    Number(
        "unresolved",
        mark("To settle"),
        "flag",
        lambda g: g.unresolved,
        "unresolved",
        {"tab": "stops"},
        "warn",
    ),
    Number("intake", mark("Intake"), "intake", lambda g: g.intake, "intake", None, "info"),
    Number(
        "prints",
        mark("Papers to answer"),
        "print",
        lambda g: g.prints,
        "print-queue",
        {"tab": "failed"},
        "stop",
    ),
    Number("mails", mark("Mail not sent"), "mail", lambda g: g.mails, "outbox", {"tab": "failed"}, "stop"),
)
"""What somebody has to look at."""


class Tile(QAbstractButton):
    """A number over its words. Enter, Space or a click shows its rows; arrow keys go to the next one."""

    SIZE = QSize(96, 62)

    def __init__(self, number: Number) -> None:
        super().__init__()
        self.number = number
        self.value = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name()

    def show_value(self, value: int) -> None:
        """Show another number."""
        self.value = value
        self._name()
        self.update()

    def _name(self) -> None:
        self.setText(tr(self.number.words))
        self.setAccessibleName(f"{tr(self.number.words)}: {counted(self.value)}")
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a click, too; arrow keys move."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as its words, which are never cut."""
        words = QFontMetrics(theme.font("base")).horizontalAdvance(self.text()) + 2 * 10
        return QSize(max(self.SIZE.width(), words), self.SIZE.height())

    def minimumSizeHint(self) -> QSize:
        """No less."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame, icon, number and words."""
        colours = theme.tokens()
        tone = self.number.tone if self.value else "text2"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.underMouse() or self.isDown()
        painter.setBrush(QColor(colours.window if hot else colours.surface))
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(colours.accent if focused else colours.button_edge), 2 if focused else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        icons.paint(painter, self.number.icon, QRectF(12, 12, 16, 16), "text2" if tone == "text" else tone)
        painter.setFont(theme.font("title"))
        painter.setPen(QColor(colours.colour(tone)))
        area = QRectF(36, 4, self.width() - 44, 32)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, counted(self.value))
        painter.setFont(theme.font("base"))
        painter.setPen(QColor(colours.text))
        area = QRectF(12, 36, self.width() - 16, 20)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class RateBar(QWidget):
    """How much of the day's orders has left, as a bar that words beside it say, too."""

    HEIGHT = 12

    def __init__(self) -> None:
        super().__init__()
        self._rate = 0.0
        self.setFixedHeight(self.HEIGHT)
        self.setMinimumWidth(120)

    def show_rate(self, rate: float) -> None:
        """Show another part, from 0 to 1."""
        self._rate = rate
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the whole and the part of it that left."""
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.button_edge), 1))
        painter.setBrush(QColor(colours.surface))
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(whole, 5, 5)
        if self._rate > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.good))
            part = QRectF(whole)
            part.setWidth(max(10.0, whole.width() * min(1.0, self._rate)))
            painter.drawRoundedRect(part, 5, 5)
        painter.end()


class GlancePanel(QWidget):
    """The day over its list.

    Signals:
        wanted: (screen id, target) somebody wants to see the rows of a number.
    """

    wanted = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: Glance | None = None
        self.tiles: dict[str, Tile] = {}
        self.title, self.day = Label(mark("Today"), "title"), Label(tone="text2")
        self.rate, self.how = Label(role="title"), Label(tone="text2", wrap=True)
        self.bar = RateBar()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.S16, theme.S8, theme.S16, theme.S16)
        whole.setSpacing(theme.S8)
        head = QHBoxLayout()
        head.setSpacing(theme.S8)
        self.day.setContentsMargins(0, 0, 0, 3)  # on one line with the title's letters
        head.addWidget(self.title)
        head.addWidget(self.day, 1, Qt.AlignmentFlag.AlignBottom)
        whole.addLayout(head)
        top = QHBoxLayout()
        top.setSpacing(theme.S16)
        column = QVBoxLayout()
        column.setSpacing(theme.S4)
        column.addStretch()
        column.addWidget(self.bar)
        column.addWidget(self.how)
        column.addStretch()
        top.addWidget(self.rate)
        top.addLayout(column, 1)
        for number in (
            Number("left", mark("Left today"), "truck", lambda g: g.left, "orders", {"view": "left"}, "good"),
            Number(
                "today",
                mark("Still to leave today"),
                "calendar",
                lambda g: g.today,
                "orders",
                {"view": "today"},
            ),
            Number(
                "received",
                mark("Received today"),
                "order-entry",
                lambda g: g.received,
                "orders",
                {"view": "received"},
            ),
        ):
            tile = self._tile(number)
            tile.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            top.addWidget(tile)
        whole.addLayout(top)
        groups = QHBoxLayout()
        groups.setSpacing(theme.S24)
        for words, numbers, wide in (
            (mark("Where the work stands"), STEP_NUMBERS, 3),
            (mark("To look at"), DANGERS, 4),
        ):
            group = QVBoxLayout()
            group.setSpacing(theme.S8)
            group.addWidget(Label(words, "strong"))
            group.addLayout(self._tiles(numbers, wide))
            groups.addLayout(group, wide)
        whole.addLayout(groups)

    def _tiles(self, numbers: Sequence[Number], wide: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.S8)
        for nth, number in enumerate(numbers):
            grid.addWidget(self._tile(number), nth // wide, nth % wide)
            grid.setColumnStretch(nth % wide, 1)
        return grid

    def _tile(self, number: Number) -> Tile:
        tile = self.tiles[number.key] = Tile(number)
        tile.clicked.connect(lambda: self.wanted.emit(number.screen, number.target))
        return tile

    def show_glance(self, now: Glance) -> None:
        """Show the day."""
        self.shown = now
        for tile in self.tiles.values():
            tile.show_value(tile.number.of(now))
        self.say()

    def say(self) -> None:
        """Say the rate, and exactly how it is made."""
        now = self.shown
        if now is None:
            return
        self.day.say(long_day(now.day))
        self.bar.show_rate(now.rate or 0.0)
        if now.rate is None:
            self.rate.say("–")
            self.how.say(tr("Nothing is promised until today, and nothing has left."))
            return
        if now.capped:
            self.rate.say("–")
            self.how.say(
                tr("More than {most} orders are to leave: no rate is made.", most=count(COUNTED - 1))
            )
            return
        # Rounded down: 100 % is said only once everything has left.
        self.rate.say(tr("{percent}%", percent=count(int(now.rate * 100))))
        self.how.say(
            tr(
                "{left} of {due} orders left: those that left today, and those promised until {day} that have not.",
                left=count(now.left),
                due=count(now.due),
                day=long_day(now.day),
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
