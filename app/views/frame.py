"""The window's frame: rail, top bar, message bar and status bar around the screen that is shown."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.icons import pixmap
from app.qt.notices import Notices
from app.qt.screen import Screen
from app.qt.widgets import Avatar, KeyCap, Label, MessageBar, RailButton, SearchField, Status
from app.qt.words import mark

RAIL, TOP, STATUS = 204, 48, 28


class Rail(QFrame):
    """The screens that the person may see, by group, each with what waits there."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self.setFixedWidth(RAIL)
        self._buttons: dict[str, RailButton] = {}
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(theme.S8, theme.S8, theme.S8, theme.S8)
        self._column.setSpacing(0)
        area = QScrollArea()
        area.setWidget(self._inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(theme.S8, theme.S8, theme.S8, theme.S8)
        self._foot.setSpacing(0)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(rule)
        whole.addLayout(self._foot)

    def _make_room(self, _: int, longest: int) -> None:
        """Where the rail is scrolled, the bar takes the place of the margin: no word gets less room."""
        self._column.setContentsMargins(theme.S8, theme.S8, 0 if longest else theme.S8, theme.S8)

    def fill(self, screens: Iterable[type[Screen]]) -> None:
        """Show these screens, in groups; those without a group stand at the foot."""
        for box in (self._column, self._foot):
            while (item := box.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.deleteLater()
        self._buttons = {}
        group = ""
        for kind in screens:
            if kind.home:
                continue
            if kind.group and kind.group != group:
                group = kind.group
                head = Label(group, "small", "text3")
                head.setContentsMargins(
                    theme.S8, theme.S16 if self._column.count() else theme.S4, 0, theme.S4
                )
                self._column.addWidget(head)
            button = RailButton(kind.icon, kind.title)
            button.clicked.connect(lambda _=False, name=kind.id: self.chosen.emit(name))
            self._buttons[kind.id] = button
            (self._column if kind.group else self._foot).addWidget(button)
        self._column.addStretch()

    def choose(self, screen_id: str) -> None:
        """Mark the screen that is shown."""
        for name, button in self._buttons.items():
            button.setChecked(name == screen_id)

    def show_counts(self, counts: dict[str, int]) -> None:
        """What waits at each screen."""
        for name, button in self._buttons.items():
            button.set_count(counts.get(name) or None)


class TopBar(QFrame):
    """Who, where, whether the database answers, what waits in the printer; and the way to everything (Ctrl+K)."""

    palette_wanted = Signal()
    person_wanted = Signal()
    prints_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bar-under")
        self.setFixedHeight(TOP)
        self._logo = QLabel()
        name = QLabel("Quai")
        name.setProperty("kind", "title")
        brand = QFrame()
        brand.setFixedWidth(RAIL - theme.S16)
        left = QHBoxLayout(brand)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.S8)
        left.addWidget(self._logo)
        left.addWidget(name)
        left.addStretch()
        self.finder = FindField()
        self.finder.wanted.connect(self.palette_wanted)
        self.connection = Status("check-circle", mark("Connected"), "good")
        self.scale = Status("scale")
        self.scale.hide()
        self.printer = Status("print", mark("Printer idle"))
        self.desk = Status("desk", mark("No desk"))
        self.person = PersonButton()
        self.person.clicked.connect(self.person_wanted)
        rule = QFrame()
        rule.setProperty("kind", "rule-upright")
        rule.setFixedHeight(24)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.S16, 0, theme.S16, 0)
        row.setSpacing(theme.S16 + theme.S4)
        row.addWidget(brand)
        row.addWidget(self.finder, 10)
        row.addStretch(1)
        for one in (self.scale, self.connection, self.printer, self.desk, rule, self.person):
            row.addWidget(one)
        self._draw()

    def _draw(self) -> None:
        self._logo.setPixmap(pixmap("logo", "accent", 24, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()


class FindField(SearchField):
    """Looks like the search field that it opens: the palette has the real one."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(mark("Search orders, products, customers, parcels"), "Ctrl+K")
        self.setFixedHeight(32)
        self.setMinimumWidth(200)
        self.setMaximumWidth(480)
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the palette."""
        self.wanted.emit()


class PersonButton(QToolButton):
    """Who works here; opens what concerns the person."""

    def __init__(self) -> None:
        super().__init__()
        self._avatar = Avatar()
        self._name = QLabel()
        self._name.setProperty("kind", "strong")
        self._role = QLabel()
        self._role.setProperty("kind", "small")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self._name)
        words.addWidget(self._role)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.S4, 0, theme.S4, 0)
        row.setSpacing(theme.S8)
        row.addWidget(self._avatar)
        row.addLayout(words)
        self.setFixedHeight(40)
        for child in (self._avatar, self._name, self._role):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_person(self, name: str, role: str) -> None:
        """Name and role."""
        self._name.setText(name)
        self._role.setText(role)
        self._avatar.set(name)
        self.setAccessibleName(f"{name}, {role}")
        metrics = self._name.fontMetrics()
        self.setMinimumWidth(
            60
            + max(metrics.horizontalAdvance(name) + 8, self._role.fontMetrics().horizontalAdvance(role) + 8)
        )


class Messages(MessageBar):
    """What has to be acknowledged, the oldest first; it is there only while something is."""

    def __init__(self, notices: Notices) -> None:
        super().__init__()
        self._notices = notices
        self.acknowledged.connect(notices.acknowledge)
        self.acted.connect(self._act)
        notices.changed.connect(self._refill)

    def _refill(self) -> None:
        waiting = self._notices.waiting
        if not waiting:
            self.hide()
            return
        first = waiting[0]
        self.show_message(first.tone, first.title, first.text, of=len(waiting), action=first.action)

    def _act(self) -> None:
        act = self._notices.waiting[0].act
        self._notices.acknowledge()
        if act is not None:
            act()


class StatusBar(QFrame):
    """What was done last, at the left; the keys of the screen, at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bar-over")
        self.setFixedHeight(STATUS)
        self._said = Label("", "small", "text2", elide=True)
        self._keys = QHBoxLayout()
        self._keys.setSpacing(6)
        self._right = Label("", "small", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.S16, 0, theme.S16, 0)
        row.setSpacing(theme.S16)
        row.addWidget(self._said, 1)
        row.addLayout(self._keys)
        row.addWidget(self._right)

    def tell(self, text: str) -> None:
        """Say what was done; it stays until the next."""
        self._said.say(text)

    def show_right(self, text: str) -> None:
        """Company and version."""
        self._right.say(text)

    def show_keys(self, keys: Iterable[tuple[str, str]]) -> None:
        """The keys that work now: (key, English words)."""
        while (item := self._keys.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for key, words in keys:
            self._keys.addWidget(KeyCap(key))
            self._keys.addWidget(Label(words, "small", "text2"))
            self._keys.addSpacing(theme.S8)
