"""STOP: fills the whole window until somebody says that they have understood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.benchkit.panels import BenchPanel, Instruction
from app.qt.benchkit.scale import SMALL, TEXT, VERDICT, Scaling
from app.qt.benchkit.text import BenchLabel, BenchSign, Picture
from app.qt.words import tr


@dataclass(frozen=True, slots=True)
class Shown:
    """One of the two articles of a STOP.

    Attributes:
        name: The article, in full.
        detail: Its code, and how many are still wanted.
        picture: Its picture, if there is one.
    """

    name: str
    detail: str = ""
    picture: QPixmap | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """What a STOP says; every text is in the person's language already.

    Attributes:
        title: The verdict: "Stop: wrong item".
        text: What it means: "Nothing was put into the parcel."
        instruction: What to do, in the imperative, with the key in words.
        detail: The other way to acknowledge: the command card.
        scanned: What was scanned.
        expected: What was expected; None where nothing was.
        where: Desk, person and time, at the upper right.
        aside: Another key that works here: "Item put back?  F6".
    """

    title: str
    text: str
    instruction: str
    scanned: Shown | None = None
    expected: Shown | None = None
    detail: str = ""
    where: str = ""
    aside: str = ""
    key: str = "Space"
    icon: str = "hand"


class _Side(BenchPanel):
    """Scanned or expected: which of the two, picture, name, code."""

    def __init__(self, icon: str, tone: str) -> None:
        super().__init__(margins=(32, 20, 32, 28))
        self._head, self._tone = BenchLabel(TEXT, "bold", tone), tone
        self._picture = Picture(210)
        self._name, self._detail = (
            BenchLabel(32, "bold", lines=4),
            BenchLabel(SMALL, tone="text2", lines=2, codes=True),
        )
        head, row, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        self.lay(head, (0, 0, 0, 0), 14)
        self.lay(row, (0, 0, 0, 0), 24)
        self.lay(column, (0, 0, 0, 0), 8)
        head.addWidget(BenchSign(icon, tone, 38))
        head.addWidget(self._head, 1)
        column.addStretch(1)
        column.addWidget(self._name)
        column.addWidget(self._detail)
        column.addStretch(1)
        row.addWidget(self._picture)
        row.addLayout(column, 1)
        self.body.addLayout(head)
        self.body.addLayout(row, 1)

    def set(self, head: str, shown: Shown) -> None:
        self._head.say(head)
        self._name.say(shown.name)
        self._detail.say(shown.detail)
        self._picture.set(shown.picture, shown.name)
        self.setAccessibleName(f"{head}: {shown.name}, {shown.detail}")


class StopOverlay(Scaling, QWidget):
    """Covers the whole window: what was scanned and what was expected side by side, what to do, and which key says "understood".

    It closes by `acknowledge` alone: the key Space does that, and so does whoever reads the command card. Scans that arrive
    meanwhile are named by `set_kept`.

    Signals:
        acknowledged: somebody has understood; the overlay is gone.
        key_pressed: another key was pressed over the STOP ("F6").
    """

    acknowledged = Signal()
    key_pressed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._stop: Stop | None = None
        self._say: Callable[[], Stop]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title, self._text = (
            BenchLabel(VERDICT, "bold", "on_stop", lines=2),
            BenchLabel(26, "medium", "on_stop", lines=2),
        )
        self._where = BenchLabel(SMALL - 2, "medium", "on_stop", lines=3, align=Qt.AlignmentFlag.AlignRight)
        self._scanned, self._expected = _Side("close", "stop"), _Side("check", "good")
        self._instruction = Instruction("surface")
        self._kept, self._aside = (
            BenchLabel(SMALL, "semibold", "on_stop", lines=2),
            BenchLabel(SMALL, tone="on_stop"),
        )
        self._kept_sign = BenchSign("barcode-scan", "on_stop", 30)
        top, words, sides, foot = QHBoxLayout(), QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self.lay(top, (0, 0, 0, 0), 36)
        self.lay(words, (0, 0, 0, 0), 4)
        self.lay(sides, (0, 0, 0, 0), 32)
        self.lay(foot, (0, 0, 0, 0), 16)
        words.addWidget(self._title)
        words.addWidget(self._text)
        top.addWidget(BenchSign("stop", "on_stop", 120))
        top.addLayout(words, 1)
        top.addWidget(self._where, 0, Qt.AlignmentFlag.AlignTop)
        sides.addWidget(self._scanned, 1)
        sides.addWidget(self._expected, 1)
        foot.addWidget(self._kept_sign)
        foot.addWidget(self._kept, 1)
        foot.addWidget(self._aside)
        whole = QVBoxLayout(self)
        self.lay(whole, (56, 44, 56, 32), 24)
        whole.addLayout(top)
        whole.addLayout(sides, 3)
        whole.addStretch(1)
        whole.addWidget(self._instruction)
        whole.addLayout(foot)
        self.rescale()
        self.hide()
        window.installEventFilter(self)

    def rescale(self) -> None:
        """Keep the line of kept scans, so that nothing jumps when one comes."""
        self._kept.setMinimumHeight(self.px(44))

    @property
    def stop(self) -> Stop | None:
        """What is shown now; None while work goes on."""
        return self._stop

    @property
    def kept(self) -> str:
        """The line that names the scans that wait."""
        return self._kept.text()

    def show_stop(self, stop: Callable[[], Stop]) -> None:
        """Stop everything and say why; asked once more where the language changes meanwhile."""
        self._say = stop
        self._write(stop())
        self.set_kept("")
        parent = self.parentWidget()
        assert parent is not None, "made over a window"
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, stop: Stop) -> None:
        self._stop = stop
        self._title.say(stop.title)
        self._text.say(stop.text)
        self._where.say(stop.where)
        self._aside.say(stop.aside)
        self._name_sides(stop)
        self._instruction.set(stop.instruction, stop.icon, detail=stop.detail, key=stop.key)
        self.setAccessibleName(f"{stop.title}. {stop.text} {stop.instruction}")

    def _name_sides(self, stop: Stop) -> None:
        for side, head, shown in (
            (self._scanned, tr("Scanned"), stop.scanned),
            (self._expected, tr("Expected"), stop.expected),
        ):
            side.setVisible(shown is not None)
            if shown is not None:
                side.set(head, shown)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._stop is not None:
            self._write(self._say())

    def set_kept(self, text: str) -> None:
        """Name the scans that arrived meanwhile and are kept; empty while there are none."""
        self._kept.say(text)
        self._kept_sign.setVisible(bool(text))

    def acknowledge(self) -> None:
        """Somebody has understood: work goes on."""
        if self._stop is None:
            return
        self._stop = None
        self.hide()
        self.acknowledged.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space acknowledges; every other key does nothing here but is told."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.acknowledge()
        elif Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12:
            self.key_pressed.emit(f"F{event.key() - Qt.Key.Key_F1 + 1}")
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if watched is self.parent() and isinstance(event, QResizeEvent):
            self.resize(event.size())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the whole window in the colour of STOP."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.tokens().stop_fill))
        painter.end()
