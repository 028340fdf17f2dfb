"""A screen that is a table: title, commands, views, filters, search, drawer, export; rows come by page from SQL."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors import AppError
from app.qt.commands import command
from app.qt.format import counted
from app.qt.table import Column, Table
from app.qt.tableview import TableView
from app.qt.widgets import Button
from app.qt.words import mark, tr, trn
from app.queries.pages import Ask, Connection, Page
from app.views.parts.keeping import Keeping
from app.views.parts.table_head import Chips, Head, States
from app.views.parts.tabs import Filter, Tab

__all__ = ["Filter", "Tab", "TableScreen"]
R = TypeVar("R")
TYPING_MS = 150
FAR = 2_000
"""So many rows are paged through for one that is wanted."""


class TableScreen(Keeping, Generic[R]):
    """Rows of one kind, the way every list of the program works."""

    columns: ClassVar[tuple[Column[Any], ...]] = ()
    ticks: ClassVar[bool] = False
    sorted_by: ClassVar[tuple[str, bool]] = ("", False)
    """The order of the rows while nobody chose one: `Column.sort` and whether it falls; shown in the head."""
    searches: ClassVar[str] = mark("Search")
    """What the search field looks through."""
    empty: ClassVar[tuple[str, str]] = (mark("Nothing here"), "")
    """What an empty table says: what it is, and what to do next."""

    def fetch(self, connection: Connection, ask: Ask) -> Page[R]:
        """A page of rows; called off the main thread."""
        raise NotImplementedError

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many rows the question finds, 10,001 for more; called off the main thread."""
        raise NotImplementedError

    def key_of(self, row: R) -> object:
        """What names a row."""
        return row.id  # type: ignore[attr-defined]  # rows of lists carry an id unless this is overridden

    def opened(self, key: object) -> None:
        """Enter on a row."""

    def search_of(self, connection: Connection, target: Any) -> str:
        """What finds a row that is not among those read: its number; called off the main thread.

        Empty where only paging on may find it.
        """
        return ""

    def make_drawer(self) -> QWidget | None:
        """The details beside the table; None for none."""
        return None

    def show_row(self, row: R | None) -> None:
        """Another row is the current one: fill the drawer."""

    def build(self) -> None:
        """Make the parts."""
        self._tab = self.builtin[0]
        self._tab_shown = self._tab.id
        self._set: dict[str, Any] = {}
        self._kept_views = {}
        self._wanted: object = None
        self._sought = False
        self._shown_key: object = None
        self._folded = False
        self.table: Table[R] = Table(self.columns, self._load, self.key_of)
        self.view = TableView(self.table, self.id, self.shell.store, ticks=self.ticks)
        self.view.sorted_by = self.sorted_by
        self.view.setAccessibleName(tr(self.title))
        self.head = Head(self, self.title, self.searches)
        for one in self.tabs:
            self.head.tabs.add(one.id, one.title)
        save = Button(mark("Save view"), "plus", kind="quiet")
        save.clicked.connect(self.keep_view)
        self.head.tabs.add_after(save)
        self.chips = Chips()
        self.states = States(self.view)
        self.states.retry.connect(self.refresh)
        self.states.turned.connect(lambda: self.setFocusProxy(self.states.keyboard))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        body = QHBoxLayout()
        whole.addLayout(body, 1)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        left = QVBoxLayout()
        body.addLayout(left, 1)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.chips)
        left.addWidget(self.states, 1)
        self.drawer = self.make_drawer()
        if self.drawer is not None:
            body.addWidget(self.drawer)
        self._connect()
        self.setFocusProxy(self.view)
        self._paint_chips()

    def _connect(self) -> None:
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._ask_anew)
        self.head.search.textChanged.connect(lambda: self._typing.start())
        self.head.search.returnPressed.connect(self._search_done)
        self.head.tabs.chosen.connect(self.choose_tab)
        self.chips.removed.connect(self._remove_filter)
        self.chips.cleared.connect(self.clear_filters)
        self.chips.wanted.connect(self.change_filters)
        self.chips.columns_wanted.connect(self.choose_columns)
        self.chips.views_wanted.connect(self.choose_view)
        self.view.opened.connect(self.opened)
        self.view.current.connect(self._current_changed)
        self.view.ticked.connect(self._ticked)
        self.table.loaded.connect(self._loaded)
        self.table.loading.connect(self.states.loading)

    # What is asked

    def ask(self) -> Ask:
        """The question that is on the screen."""
        now = self.table.ask
        filters = {**self._tab.filters, **self._set}
        return Ask(
            sort=now.sort, descending=now.descending, text=self.head.search.text().strip(), filters=filters
        )

    def refresh(self) -> None:
        """Read again what is shown."""
        if not self.table.read_once:
            self.table.ask = replace(self.ask(), sort=self._tab.sort, descending=self._tab.descending)
        self.table.ask = replace(self.table.ask, filters=self.ask().filters)
        self.table.refresh()
        self._count()
        self._read_views()

    def _load(self, ask: Ask, take: Callable[[Page[R]], None]) -> None:
        def failed(error: AppError) -> None:
            self.table.failed()
            self.states.failed(error)

        self.read(self.fetch, ask, then=take, failed=failed, latest="page")

    def _count(self) -> None:
        asks = {self._tab_shown: self.ask()}
        for tab in self.tabs:
            asks.setdefault(tab.id, Ask(filters=dict(tab.filters)))
        kept = self._kept_counts(self.count)

        def counts(connection: Connection) -> dict[str, int]:
            found = {name: self.count(connection, one) for name, one in asks.items()}
            return found | kept(connection)

        self.read(counts, then=self._counted, failed=lambda _: None, latest="count")

    def _counted(self, found: dict[str, int]) -> None:
        if self._tab_shown in found:
            self.head.set_count(counted(found[self._tab_shown]))
        for name, number in found.items():
            if name in self.head.tabs.keys:
                self.head.tabs.set_count(name, number)

    def _loaded(self) -> None:
        self._keep_ticks()
        if self._wanted is not None and self.view.select_key(self._wanted):
            self._wanted = None
        words, hint = self._tab.empty or self.empty
        if self.table.ask.text or self._set:
            words, hint = mark("Nothing found"), mark("Change the search or the filters.")
        self.states.loaded(bool(self.table.rows), words, hint)
        self._fold_drawer(not self.table.rows)
        self.update_commands()
        self._seek()

    def _fold_drawer(self, empty: bool) -> None:
        """Details of nothing are not shown; the drawer comes back with the first row, unless somebody closed it."""
        if self.drawer is None or empty == self._folded or self.makes_new:
            return
        if empty and not self.drawer.isVisibleTo(self):
            return
        self._folded = empty
        self.drawer.setVisible(not empty)

    @property
    def makes_new(self) -> bool:
        """Whether the drawer holds the fields of something new, which is in no row yet."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back: it stops an export, leaves the search field for the table, then clears the search."""
        if event.key() == Qt.Key.Key_Escape and self.stop_export():
            return
        if event.key() == Qt.Key.Key_Escape and (self.head.search.hasFocus() or self.head.search.text()):
            if not self.head.search.hasFocus() or not self.head.search.text():
                self.head.search.clear()
            self.view.setFocus()
            return
        super().keyPressEvent(event)

    # Rows

    def current(self) -> R | None:
        """The current row."""
        found: R | None = self.view.current_row()
        return found

    def chosen(self) -> tuple[R, ...]:
        """The ticked rows, else the current one."""
        ticked = tuple(row for row in self.table.rows if self.key_of(row) in self.table.marked)
        if ticked:
            return ticked
        now = self.current()
        return () if now is None else (now,)

    def untick(self) -> None:
        """Take all ticks away, once what was wanted is done."""
        self.table.marked.clear()
        self.view.viewport().update()
        self._ticked()

    def _current_changed(self, row: R | None) -> None:
        key = None if row is None else self.key_of(row)
        again, self._shown_key = key is not None and key == self._shown_key, key
        if not (again and self._is_typed_into()):
            self.show_row(row)
        self.update_commands()

    def _is_typed_into(self) -> bool:
        """Whether somebody types in the details: news of their row leave the fields alone."""
        here: QWidget | None = QApplication.focusWidget()
        return (
            self.drawer is not None
            and isinstance(here, QLineEdit | QPlainTextEdit | QComboBox)
            and self.drawer.isAncestorOf(here)
        )

    def _keep_ticks(self) -> None:
        """Only rows that are there can be ticked: what a filter or another desk took away is not done by accident."""
        gone = self.table.marked - {self.key_of(row) for row in self.table.rows}
        if gone:
            self.table.marked -= gone
            self._ticked()

    def _ticked(self) -> None:
        number = len(self.table.marked)
        self.head.set_selected(trn("%n selected", number) if number else "")
        self.update_commands()

    def open(self, target: object) -> None:
        """Show one row: where it is not among those read, the search finds it (`search_of`) or paging on does.

        A mapping names a view by its `tab`, as the number said that was drilled into.
        """
        if isinstance(target, Mapping):
            self.clear_filters()
            self.choose_tab(target["tab"])
            return
        self._wanted, self._sought = (None if self.view.select_key(target) else target), False
        if self.table.read_once:
            self._seek()

    def _seek(self) -> None:
        target = self._wanted
        if target is None or self.table.waiting:
            return
        if not self._sought:
            self._sought = True
            self.read(self.search_of, target, then=lambda text: self._search_it(target, text))
        elif self.table.canFetchMore() and len(self.table.rows) < FAR:
            self.table.fetchMore()
        else:
            self._wanted = None
            self.shell.tell(tr("This is not in the list."))

    def _search_it(self, target: object, text: str) -> None:
        if self._wanted != target:
            return
        if not text or text == self.table.ask.text:
            self._seek()
            return
        if self.tabs:
            self.view.own_columns()
            self._tab = self.tabs[-1]  # the view of everything stands last
            self._tab_shown = self._tab.id
            self.head.tabs.choose(self._tab.id)
        self._set.clear()
        self._paint_chips()
        self.search_for(text)

    def retranslate(self) -> None:
        """Follow the language."""
        self.view.setAccessibleName(tr(self.title))
        self.table.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.view.viewport().update()
        self._paint_chips()
        self._loaded()
        self._count()
        self._ticked()
        self.show_row(self.current())

    # Commands that every table has

    @command("table.search", mark("Search here"), icon="search", shortcut="Ctrl+F", button=False)
    def search(self) -> None:
        """Go to the search field."""
        self.head.search.setFocus()
        self.head.search.selectAll()

    @command("table.refresh", mark("Read again"), icon="refresh", shortcut="F5", button=False)
    def read_again(self) -> None:
        """Read again what is shown."""
        self.refresh()
