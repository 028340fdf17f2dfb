"""What stands around a table: title with commands, tabs, filter chips, and what an empty or failed table says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import AppError
from app.qt import theme
from app.qt.commands import Action
from app.qt.icons import icon
from app.qt.screen import Screen
from app.qt.widgets import Button, Chip, CommandButton, EmptyState, ErrorState, Label, Tabs
from app.qt.words import mark, said, tr
from app.views.parts.button_row import ButtonRow
from app.views.parts.flow import Flow


class SearchLine(QLineEdit):
    """The field that searches the table; it says what it looks through."""

    def __init__(self, searches: str) -> None:
        super().__init__()
        self._searches = searches
        self.setProperty("kind", "search")
        self.setMinimumWidth(136)
        self.setMaximumWidth(272)
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._say()

    def sizeHint(self) -> QSize:
        """As wide as it may be, where there is room."""
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def _say(self) -> None:
        self.setPlaceholderText(tr(self._searches))
        self.setAccessibleName(tr(self._searches))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()


def buttons_of(screen: Screen) -> list[CommandButton]:
    """The buttons of a screen's commands, the primary one last."""
    actions = [one for one in screen.actions_by_id.values() if one.command.button]
    ordered: list[Action] = sorted(actions, key=lambda one: one.command.primary)
    return [CommandButton(one) for one in ordered]


class Head(QFrame):
    """Title, count and commands; under them the tabs and the search."""

    def __init__(self, screen: Screen, title: str, searches: str) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self.title = Label(title, "title")
        self.count = Label("", "base", "text2")
        self.selected = Label("", "medium", "accent_text")
        self.tabs = Tabs()
        self.search = SearchLine(searches)
        first = QHBoxLayout()
        first.setSpacing(theme.S8)
        first.addWidget(self.title)
        for label in (self.count, self.selected):
            label.setContentsMargins(0, 0, 0, 5)  # on one line with the title's letters
            first.addWidget(label, 0, Qt.AlignmentFlag.AlignBottom)
        self.buttons = buttons_of(screen)
        first.addWidget(ButtonRow(self.buttons), 1)
        second = QHBoxLayout()
        second.setSpacing(theme.S8)
        second.addWidget(self.tabs, 1)
        second.addWidget(self.search)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.S16, theme.S16 - 2, theme.S16, 2)
        whole.setSpacing(theme.S8)
        whole.addLayout(first)
        whole.addLayout(second)

    def set_count(self, text: str) -> None:
        """How many rows the question finds."""
        self.count.say(text)

    def set_selected(self, text: str) -> None:
        """How many are ticked."""
        self.selected.say(text)


_LONG_NAME = 24


class Chips(QFrame):
    """The filters that are set, and the way to others, to the kept views and to the columns.

    Signals:
        removed: a filter (its name) is no longer wanted.
        cleared: none is.
        wanted: others are wanted, or this one (its name) is to be changed.
        columns_wanted, views_wanted: the way there.
    """

    removed = Signal(str)
    cleared = Signal()
    wanted = Signal(str)
    columns_wanted = Signal()
    views_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bar-under")
        self._chips: list[Chip] = []
        self._filter = Button(mark("Filter"), "filter")
        self._clear = Button(mark("Clear all"), kind="quiet")
        self._views = Button(mark("Views"), "star")
        self._columns = Button(mark("Columns"), "columns")
        self._flow = Flow(theme.S8)
        for one in (self._filter, self._clear):
            self._flow.addWidget(one)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.S16, 5, theme.S16, 5)
        row.setSpacing(theme.S8)
        row.addLayout(self._flow, 1)
        for one in (self._views, self._columns):
            row.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        self._filter.clicked.connect(lambda: self.wanted.emit(""))
        self._columns.clicked.connect(self.columns_wanted)
        self._views.clicked.connect(self.views_wanted)
        self._clear.clicked.connect(self.cleared)

    def focus_filter(self) -> None:
        """Give the keyboard to the button that sets filters: a chip that had it is gone."""
        self._filter.setFocus()

    def under_filter(self) -> QPoint:
        """Where a menu of filters opens."""
        return self._under(self._filter)

    def under_views(self) -> QPoint:
        """Where the menu of kept views opens."""
        return self._under(self._views)

    @property
    def shown(self) -> tuple[Chip, ...]:
        """The chips in their order."""
        return tuple(self._chips)

    def name_view(self, name: str) -> None:
        """Say which kept view is shown; none says how to get there."""
        if name:
            self._views.say(name if len(name) <= _LONG_NAME else f"{name[: _LONG_NAME - 1]}\u2026")
        else:
            self._views.set(mark("Views"))

    @staticmethod
    def _under(button: QWidget) -> QPoint:
        return button.mapToGlobal(QPoint(0, button.height() + 2))

    def show_chips(self, chips: Sequence[tuple[str, str, str]], filters: bool) -> None:
        """Show the filters that are set: (name, words of the field, words of the value)."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = []
        for at, (name, field, value) in enumerate(chips):
            chip = Chip(field, value)
            chip.removed.connect(lambda n=name: self.removed.emit(n))
            chip.clicked.connect(lambda _=False, n=name: self.wanted.emit(n))
            self._flow.insert(at, chip)
            self._chips.append(chip)
        self._filter.setVisible(filters)
        self._clear.setVisible(bool(chips))


class States(QStackedWidget):
    """The table, or what stands in its place: nothing there, not readable; and a line of progress under it."""

    retry = Signal()
    turned = Signal()
    """Another of the three is shown; `keyboard` is another widget."""

    def __init__(self, table: QWidget) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self._table = QWidget()
        self._view = table
        self._busy = QProgressBar()
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(2)
        self._busy.setRange(0, 0)
        self._busy.setAccessibleName(tr("Reading"))
        self._line = QFrame()
        self._line.setProperty("kind", "bar-over")
        self._line_words = Label("", "base", "text2")
        self._stop = Button(mark("Stop"), key="Esc")
        line = QHBoxLayout(self._line)
        line.setContentsMargins(theme.S16, 5, theme.S16, 5)
        line.addWidget(self._line_words, 1)
        line.addWidget(self._stop)
        self._line.hide()
        self._cancel: Callable[[], None] | None = None
        self._stop.clicked.connect(self._stopped)
        column = QVBoxLayout(self._table)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(table, 1)
        column.addWidget(self._line)
        self._empty = EmptyState("check-circle", "")
        self._error = ErrorState("")
        self._error.acted.connect(self.retry)
        for one in (self._table, self._empty, self._error):
            self.addWidget(one)

    def loading(self, on: bool) -> None:
        """The frame stays while rows are on their way."""
        self.setProperty("loading", on)

    def loaded(self, any_rows: bool, words: str, hint: str) -> None:
        """Rows came, or there are none."""
        if not any_rows:
            self._empty.set(words, hint)
        self._turn(self._table if any_rows else self._empty)

    @property
    def keyboard(self) -> QWidget:
        """What takes the keyboard now: the table; else what stands in its place, so that the screen's keys go on working."""
        now: QWidget | None = self.currentWidget()
        return self._view if now is self._table else self._error.button if now is self._error else self._empty

    def _turn(self, to: QWidget) -> None:
        if to is self.currentWidget():
            return
        here: QWidget | None = QApplication.focusWidget()
        held = here is not None and self.isAncestorOf(here)
        self.setCurrentWidget(to)
        self.turned.emit()
        if held:
            self.keyboard.setFocus()

    def _stopped(self) -> None:
        if self._cancel is not None:
            self._cancel()

    def failed(self, error: AppError) -> None:
        """Reading failed; the words stay until it is tried again."""
        self._error.say(tr("This could not be read"), said(error), tr("Read again"))
        self._turn(self._error)

    def progress(self, words: str, cancel: Callable[[], None] | None) -> None:
        """Long work under way, with the way to stop it; no words: it is over."""
        self._cancel = cancel
        self._line_words.say(words)
        self._line.setVisible(bool(words))
