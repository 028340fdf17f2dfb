"""The columns of a table: shown, hidden and moved by each person, remembered at the desk, lent by a kept view."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtWidgets import QMenu, QTableView, QWidget

from app.qt import theme
from app.qt.store import Store
from app.qt.table import Table
from app.qt.words import tr

TICK = 38
"""Pixels of the column of ticks."""


class WithColumns(QTableView):
    """A table whose columns are chosen."""

    table: Table[Any]
    ticks: bool

    def __init__(self, name: str, store: Store, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._name = f"table/{name}"
        self._store = store
        self._restoring = False
        self._lent = False
        """Whether the columns are those of a kept view: what is changed then is not the person's own choice."""

    def _stretch(self) -> None:
        """Give the one column that stretches what is left."""

    def _sort_by(self, section: int) -> None:
        """Sort by a column."""

    @property
    def _sorted(self) -> tuple[str, bool]:
        """What the rows are sorted by now."""
        return "", False

    @property
    def lent(self) -> bool:
        """Whether the columns are those of a kept view."""
        return self._lent

    def columns_now(self) -> list[tuple[str, str, bool]]:
        """Every column in its order: (key, words, whether it is shown)."""
        head, columns = self.horizontalHeader(), self.table.columns
        order = sorted(range(len(columns)), key=head.visualIndex)
        return [(columns[at].key, tr(columns[at].title), not head.isSectionHidden(at)) for at in order]

    def show_columns(self, keys: Sequence[str], *, lent: bool = False) -> None:
        """Show these columns in this order and no others; `lent` by a kept view, they are not remembered as one's own.

        Keys that this table does not know are passed over; where it knows none, its columns stay.
        """
        known = {column.key: at for at, column in enumerate(self.table.columns)}
        wanted = [known[key] for key in dict.fromkeys(keys) if key in known]
        if not wanted:
            return
        self._lent = lent
        head = self.horizontalHeader()
        self._restoring = True
        others = [at for at in sorted(range(head.count()), key=head.visualIndex) if at not in wanted]
        for place, at in enumerate([*wanted, *others]):
            head.moveSection(head.visualIndex(at), place)
            head.setSectionHidden(at, at not in wanted)
        self._restoring = False
        self._stretch()
        self._remember()

    def own_columns(self) -> None:
        """Give a kept view's columns back: the person's own are shown again."""
        if self._lent:
            self._lent = False
            self._restore()
            self._stretch()

    def column_menu(self) -> QMenu:
        """Which columns are shown, and which one sorts."""
        menu = QMenu(self)
        head = self.horizontalHeader()
        for at, column in enumerate(self.table.columns):
            entry = menu.addAction(tr(column.title))
            entry.setCheckable(True)
            entry.setChecked(not head.isSectionHidden(at))
            entry.toggled.connect(self._shower(at))
        menu.addSeparator()
        if any(one.sort for one in self.table.columns):
            sorting = menu.addMenu(tr("Sort by"))
            for at, column in enumerate(self.table.columns):
                if column.sort:
                    entry = sorting.addAction(tr(column.title))
                    entry.setCheckable(True)
                    entry.setChecked(column.sort == self._sorted[0])
                    entry.triggered.connect(lambda _=False, at=at: self._sort_by(at))
        menu.addAction(tr("As at first")).triggered.connect(self.forget_columns)
        return menu

    def _shower(self, at: int) -> Callable[[bool], None]:
        def show(on: bool) -> None:
            head = self.horizontalHeader()
            shown = [one for one in range(head.count()) if not head.isSectionHidden(one)]
            if on or len(shown) > 1:
                head.setSectionHidden(at, not on)
            self._stretch()
            self._remember()

        return show

    def _restore(self) -> None:
        kept = self._store.get(self._name, {})
        kept = kept if isinstance(kept, dict) else {}
        head = self.horizontalHeader()
        self._restoring = True
        for at, column in enumerate(self.table.columns):
            one = kept.get(column.key, {})
            extra = TICK - theme.S8 if at == 0 and self.ticks else 0
            head.resizeSection(at, int(one.get("width", column.width + extra)))
            head.setSectionHidden(at, bool(one.get("hidden", column.hidden)))
        places = sorted(
            range(head.count()), key=lambda at: kept.get(self.table.columns[at].key, {}).get("place", at)
        )
        for place, at in enumerate(places):
            head.moveSection(head.visualIndex(at), place)
        self._restoring = False

    def _remember(self, *_: int) -> None:
        if self._restoring or self._lent:
            return
        head = self.horizontalHeader()
        self._store.put(
            self._name,
            {
                column.key: {
                    "width": head.sectionSize(at) or column.width,
                    "hidden": head.isSectionHidden(at),
                    "place": head.visualIndex(at),
                }
                for at, column in enumerate(self.table.columns)
            },
        )

    def reveal(self, keys: Collection[str], wanted: bool) -> None:
        """Show or hide columns that belong to one view of the table alone; what a person chose stays remembered."""
        if self._lent:
            return
        kept = self._store.get(self._name, {})
        kept = kept if isinstance(kept, dict) else {}
        head = self.horizontalHeader()
        self._restoring = True
        for at, column in enumerate(self.table.columns):
            if column.key in keys:
                chosen = not kept.get(column.key, {}).get("hidden", column.hidden)
                head.setSectionHidden(at, not (wanted and chosen))
        self._restoring = False
        self._stretch()

    def forget_columns(self) -> None:
        """Show them as at first."""
        self._lent = False
        self._store.put(self._name, {})
        self._restore()
        self._stretch()
