"""Frames and what stands in them: cards, sections, facts, the timeline, the drawer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.theme import S4, S8, S16
from app.qt.widgets.buttons import IconButton
from app.qt.widgets.marks import Sign
from app.qt.widgets.text import Label
from app.qt.words import mark


class Rule(QFrame):
    """A thin line between things, lying or upright."""

    def __init__(self, upright: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "rule-upright" if upright else "rule")


class Card(QFrame):
    """A framed group; `body` is its layout. A tone gives it that tone's quiet ground instead of a frame."""

    def __init__(self, tone: str = "") -> None:
        super().__init__()
        self.setProperty("kind", tone or "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, S8, 12, S8)
        self.body.setSpacing(S4)


class Section(QWidget):
    """The heading of a group, with a figure or a few words at its right.

    Args:
        text: An English literal inside `mark(...)`.
        figure: Data at the right: "2 planned, 11.4 kg".
    """

    def __init__(self, text: str, figure: str = "") -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(S8)
        self.heading, self.figure = Label(text, "strong"), Label(tone="text2")
        self.figure.say(figure)
        self._row.addWidget(self.heading)
        self._row.addStretch(1)
        self._row.addWidget(self.figure)

    def set_figure(self, figure: str) -> None:
        """Show another figure."""
        self.figure.say(figure)

    def add_right(self, widget: QWidget) -> None:
        """Put a link or a button at the right end."""
        self._row.addWidget(widget)


class FactRow(QWidget):
    """One fact: its name at the left, its value beside it.

    Args:
        name: An English literal inside `mark(...)`.
        value: Data; it wraps where room is short.
        name_width: Pixels kept for the names, so that the values of several rows stand under each other.
        role: The role of the value: "code" for numbers of orders and products.
    """

    def __init__(self, name: str, value: str = "", *, name_width: int = 92, role: str = "base") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        self._name = Label(name, tone="text2", wrap=True)
        self._name.setFixedWidth(name_width)
        self._value = Label(role=role, wrap=True)
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._value, 1, Qt.AlignmentFlag.AlignTop)
        self.set_value(value)

    @property
    def value(self) -> str:
        """What is shown."""
        return self._value.text()

    def set_value(self, value: str, tone: str = "text") -> None:
        """Show another value."""
        self._value.say(value)
        self._value.set_tone(tone)
        self.setAccessibleName(f"{self._name.text()}: {value}")


class Facts(QWidget):
    """Facts under each other: names in one column as wide as the longest, values in the other."""

    def __init__(self, *, right: bool = False) -> None:
        super().__init__()
        self._side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(S16)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)

    def add(self, name: str, value: str = "", role: str = "base", tone: str = "text") -> Label:
        """Add a fact: `name` an English literal inside `mark`, `value` data; gives the value's label to be changed later."""
        row = self._grid.rowCount()
        shown = Label(role=role, tone=tone, wrap=True)
        shown.say(value)
        shown.setAlignment(self._side | Qt.AlignmentFlag.AlignTop)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(Label(name, tone="text2"), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(shown, row, 1)
        return shown

    def clear(self) -> None:
        """Take all facts away."""
        empty(self._grid)


def empty(layout: QBoxLayout | QGridLayout) -> None:
    """Take every widget out of a layout and let Qt delete it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class _Event(QWidget):
    """One entry of a timeline, with the line that leads to the next one."""

    def __init__(self, icon: str, tone: str, text: str, when: str, who: str) -> None:
        super().__init__()
        self.last = False
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 10)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        what, time, person = (
            Label(wrap=True),
            Label(tone="text2"),
            Label(role="small", tone="text2", wrap=True),
        )
        what.say(text)
        time.say(when)
        person.say(who)
        grid.addWidget(Sign(icon, tone), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(what, 0, 1)
        grid.addWidget(time, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(person, 1, 1, 1, 2)
        self.setAccessibleName(f"{when} {text}, {who}")

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.last:
            return
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme.tokens().button_edge), 1))
        painter.drawLine(8, 20, 8, self.height() - 3)
        painter.end()


class Timeline(QWidget):
    """What happened, newest first: icon, words, time, and under them person and desk. All of it is data."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._events: list[_Event] = []

    def clear(self) -> None:
        """Take all entries away."""
        empty(self._column)
        self._events.clear()

    def add(self, icon: str, text: str, when: str, who: str = "", tone: str = "text2") -> None:
        """Add an entry at the end."""
        for earlier in self._events:
            earlier.last = False
        event = _Event(icon, tone, text, when, who)
        event.last = True
        self._events.append(event)
        self._column.addWidget(event)

    def __len__(self) -> int:
        return len(self._events)


class Drawer(QFrame):
    """The details beside a table: a head that stays, a body that scrolls; `body` is the layout to fill.

    Signals:
        closed: the cross was pressed.
        opened: somebody wants the thing on a screen of its own.

    Args:
        open_words: What the button that opens it says; English inside `mark(...)`.
        close_words: What the cross says, the same way.
        parent: Where it will stand. Qt styles everything in a part again with each parent that the part is given: one of
            many widgets is given its own first.
    """

    closed, opened = Signal(), Signal()
    WIDTH = 330

    def __init__(
        self,
        open_words: str = mark("Open"),
        close_words: str = mark("Close"),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "drawer")
        self.setFixedWidth(self.WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(S4)
        self._title = Label(role="code-title")
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_button = IconButton("open-external", open_words)
        self.close_button = IconButton("close", close_words, "Esc")
        self.open_button.clicked.connect(self.opened)
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        whole.addLayout(head)
        head.setContentsMargins(S16, S8, S8, 0)
        head.setSpacing(0)
        head.addWidget(self._title, 1)
        head.addWidget(self.open_button)
        head.addWidget(self.close_button)
        area = QScrollArea()
        whole.addWidget(area, 1)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("kind", "clear")
        area.setWidget(inner)
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(S16, S4, S16, S16)
        self.body.setSpacing(S8)

    def set_title(self, title: str) -> None:
        """Show whose details these are: an order's number, say."""
        self._title.say(title)
        self.setAccessibleName(title)


class MiniCard(Card):
    """A small thing in a drawer: icon, name, a line of facts, and its state at the right."""

    def __init__(self, icon: str, name: str, facts: str, state: QWidget | None = None) -> None:
        super().__init__()
        row = QHBoxLayout()
        row.setSpacing(10)
        column = QVBoxLayout()
        column.setSpacing(1)
        title, line = Label(role="medium", elide=True), Label(role="small", tone="text2", elide=True)
        title.say(name)
        line.say(facts)
        column.addWidget(title)
        column.addWidget(line)
        row.addWidget(Sign(icon))
        row.addLayout(column, 1)
        if state is not None:
            row.addWidget(state)
        self.body.setContentsMargins(10, 5, 8, 5)
        self.body.addLayout(row)
        self.setAccessibleName(f"{name}, {facts}")
