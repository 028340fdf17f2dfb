"""How a table is narrowed down: its views, the conditions that are set, the search, and which columns are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu

from app.qt.commands import command
from app.qt.table import Table
from app.qt.words import mark, tr
from app.views.parts.columns_dialog import ColumnsDialog
from app.views.parts.exporting import Exporting
from app.views.parts.filter_dialog import FilterDialog
from app.views.parts.table_head import Chips, Head
from app.views.parts.tabs import Filter, Tab


class Narrowing(Exporting):
    """The part of a table's screen that decides which rows and columns are asked for."""

    tabs: ClassVar[tuple[Tab, ...]] = ()
    head: Head
    chips: Chips
    table: Table[Any]
    _typing: QTimer
    _tab: Tab
    """The built-in view that is shown, or that the kept one stands on."""
    _tab_shown: str
    """The key of the tab that is chosen."""
    _set: dict[str, Any]

    def filters(self) -> tuple[Filter, ...]:
        """Conditions that can be set."""
        return ()

    def _count(self) -> None:
        """Count the rows of every view anew."""

    def _ask_anew(self) -> None:
        self._typing.stop()
        self.table.show(self.ask())
        self._count()

    def choose_tab(self, tab_id: str) -> None:
        """Show another view."""
        if tab_id == self._tab_shown:
            return
        self._tab_shown = tab_id
        self._tab = next(one for one in self.tabs if one.id == tab_id)
        self.head.tabs.choose(tab_id)
        self.table.marked.clear()
        self.table.ask = replace(self.table.ask, sort=self._tab.sort, descending=self._tab.descending)
        self._ask_anew()

    def set_filter(self, name: str, value: Any) -> None:
        """Add a condition."""
        self._set[name] = value
        self._paint_chips()
        self._ask_anew()

    def set_filters(self, values: Mapping[str, Any]) -> None:
        """Put these conditions in the place of those that are set."""
        self._set = dict(values)
        self._paint_chips()
        self._ask_anew()

    def _remove_filter(self, name: str) -> None:
        self._set.pop(name, None)
        self._paint_chips()
        self._ask_anew()
        self.chips.focus_filter()

    def show_filtered(self, filters: Mapping[str, Any]) -> None:
        """Show the rows behind a number: `view` names the tab, the others are conditions."""
        wanted = filters.get("view", self.tabs[0].filters.get("view"))
        tab = next((one for one in self.tabs if one.filters.get("view") == wanted), None)
        self.head.search.clear()
        self.choose_tab((tab or self.tabs[0]).id)
        rest = {name: value for name, value in filters.items() if name != "view"}
        # A view without a tab of its own stands as a condition, so that it can be taken away.
        self.set_filters(rest if tab is not None or wanted is None else {"view": wanted, **rest})

    def clear_filters(self) -> None:
        """Take all conditions and the search away."""
        self._set.clear()
        self.head.search.clear()
        self._paint_chips()
        self._ask_anew()

    def _paint_chips(self) -> None:
        known = {one.name: one for one in self.filters()}
        shown = [
            (name, tr(known[name].title), known[name].words(value))
            for name, value in self._set.items()
            if name in known
        ]
        self.chips.show_chips(shown, bool(known))

    def _filter_menu(self, at: Any) -> None:
        menu = QMenu(self)
        for one in self.filters():
            sub = menu.addMenu(tr(one.title))
            for value, words in one.choices:
                sub.addAction(tr(words)).triggered.connect(
                    lambda _=False, n=one.name, v=value: self.set_filter(n, v)
                )
        menu.exec(at)

    def change_filters(self, first: str = "") -> None:
        """Choose conditions: from a menu where all are choices, else in a form that begins at `first`."""
        known = self.filters()
        if not known:
            return
        if all(one.kind == "choice" for one in known):
            self._filter_menu(self.chips.under_filter())
            return
        dialog = FilterDialog(known, self._set, first, self)
        dialog.given.connect(self.set_filters)
        dialog.open()

    def search_for(self, text: str) -> None:
        """Type into the search field, as another screen or a scan does."""
        self.head.search.setText(text)
        self._ask_anew()

    def _search_done(self) -> None:
        self._ask_anew()
        self.view.setFocus()

    @command("table.filter", mark("Filter"), icon="filter", shortcut="Ctrl+Shift+F", button=False)
    def choose_filters(self) -> None:
        """Set conditions by keyboard."""
        self.change_filters()

    @command("table.columns", mark("Columns"), icon="columns", shortcut="Ctrl+Shift+K", button=False)
    def choose_columns(self) -> None:
        """Choose and order the columns by keyboard."""
        dialog = ColumnsDialog(self.view.columns_now(), self)
        dialog.given.connect(lambda keys: self.view.show_columns(keys, lent=self.view.lent))
        dialog.forgotten.connect(self.view.forget_columns)
        dialog.open()
