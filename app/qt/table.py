"""Tables that page by key: they hold the rows that were looked at, and ask for the next page when its place comes up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.qt.words import tr
from app.queries.pages import SIZE, Ask, Page

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
MOST_AGAIN = 500
"""When news come, so many rows are read again at most, and those down to what is looked at, current or ticked."""
ROOM = 20
"""So many new rows above those do not push them out."""


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column.

    Attributes:
        key: Its name, remembered in the store and in exports.
        title: English, inside `mark(...)`.
        value: The text of a row, as the person's language writes it.
        width: Pixels.
        right: Numbers stand right.
        sort: The name of the order in `Ask.sort`; empty where the query has none.
        mark: (icon, tone) of a row, or None; the icon stands before the text.
        tone: The text's tone ('text', 'text2', 'good', 'warn', 'stop', 'accent_text') of a row.
        code: SKUs and numbers: slashed zero.
        strong: Semibold.
        raw: The value for an export (a number, a date); `value` without it.
        hidden: Not shown until chosen.
        stretch: Takes what width is left; one column does.
        tail: Small grey text at the right edge of the cell: a country code, say.
        tip: The same at length, for whoever points at the cell or has it read aloud.
    """

    key: str
    title: str
    value: Callable[[R], str]
    width: int = 100
    right: bool = False
    sort: str = ""
    mark: Callable[[R], tuple[str, str] | None] | None = None
    tone: Callable[[R], str] | None = None
    code: bool = False
    strong: bool = False
    raw: Callable[[R], Any] | None = None
    hidden: bool = False
    stretch: bool = False
    tail: Callable[[R], str] | None = None
    tip: Callable[[R], str] | None = None


Load = Callable[[Ask, Callable[[Page[Any]], None]], None]
"""Fetches a page off the main thread and hands it to the function on the main thread."""


class Table(QAbstractTableModel, Generic[R]):
    """Rows by page. `load` is asked for pages; `key_of` names a row, so that it is found again after a refresh."""

    loading = Signal(bool)
    loaded = Signal()
    renewed = Signal(list)
    """The same rows were read again; these of them (their places) say something else now."""

    def __init__(self, columns: Sequence[Column[R]], load: Load, key_of: Callable[[R], object]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: list[R] = []
        self.ask = Ask()
        self.complete = False
        """Whether the last row is there."""
        self.marked: set[object] = set()
        """Keys of the rows that were ticked with Space."""
        self._load = load
        self._key_of = key_of
        self._next: tuple[Any, ...] | None = None
        self._round = 0
        self._waiting = False
        self.read_once = False
        self.reach: Callable[[], int] = lambda: -1
        """The last row that a view shows or has as its current one."""

    def show(self, ask: Ask) -> None:
        """Begin anew with another question."""
        self.ask = replace(ask, after=None)
        self._begin(ask.size or SIZE)

    @property
    def waiting(self) -> bool:
        """Whether rows are on their way."""
        return self._waiting

    def refresh(self) -> None:
        """Read again what is there; rows keep their places as far as they can."""
        ticked = max((at for at, row in enumerate(self.rows) if self._key_of(row) in self.marked), default=-1)
        needed = max(self.reach(), ticked) + 1 + ROOM
        self._begin(max(SIZE, min(len(self.rows), MOST_AGAIN), needed))

    def _begin(self, size: int) -> None:
        self._round += 1
        mine = self._round
        self._waiting = True
        self.loading.emit(True)

        def take(page: Page[R]) -> None:
            if mine == self._round:
                self._replace(page)

        self._load(replace(self.ask, after=None, size=size), take)

    def _replace(self, page: Page[R]) -> None:
        fresh = list(page.rows)
        before = self.rows
        old = [self._key_of(row) for row in before]
        new = [self._key_of(row) for row in fresh]
        if old == new:
            self.rows = fresh
            if fresh:
                self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, len(self.columns) - 1))
            self.renewed.emit([at for at, row in enumerate(fresh) if row != before[at]])
        else:
            self.beginResetModel()
            self.rows = fresh
            self.endResetModel()
        self._landed(page)

    def _landed(self, page: Page[R]) -> None:
        self._next = page.after
        self.complete = page.after is None
        self._waiting = False
        self.read_once = True
        self.loading.emit(False)
        self.loaded.emit()

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's own signature
        """Whether there are rows below that were not read yet."""
        return not parent.isValid() and not self.complete and not self._waiting and self._next is not None

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: B008 - Qt's own signature
        """Ask for the next page; the rows appear when they come."""
        if not self.canFetchMore(parent):
            return
        mine = self._round
        self._waiting = True

        def take(page: Page[R]) -> None:
            if mine != self._round:
                return
            first = len(self.rows)
            if page.rows:
                self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
                self.rows.extend(page.rows)
                self.endInsertRows()
            self._landed(page)

        self._load(replace(self.ask, after=self._next, size=SIZE), take)

    def failed(self) -> None:
        """The page did not come: it may be asked for again."""
        self._waiting = False
        self.loading.emit(False)

    def row_of(self, key: object) -> int:
        """Where a row stands, -1 where it does not."""
        return next((at for at, row in enumerate(self.rows) if self._key_of(row) == key), -1)

    def key_at(self, at: int) -> object:
        """The key of the row at this place."""
        return self._key_of(self.rows[at])

    def toggle(self, at: int) -> None:
        """Tick a row, or take its tick away."""
        self.marked ^= {self.key_at(at)}
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def toggle_all(self) -> None:
        """Tick every row that was read; where all are, take the ticks away."""
        keys = {self._key_of(row) for row in self.rows}
        self.marked = set() if keys <= self.marked else keys
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Rows that were read."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """All columns, hidden ones too."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell; how it is painted, the delegate asks the table itself."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[index.column()].value(self.rows[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole or role == Qt.ItemDataRole.AccessibleTextRole:
            column, row = self.columns[index.column()], self.rows[index.row()]
            return (column.tip(row) if column.tip is not None else "") or column.value(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[index.column()].right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names in the person's language."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort in the database, never here."""
        wanted = self.columns[column].sort if 0 <= column < len(self.columns) else ""
        if not wanted:
            return
        descending = order == Qt.SortOrder.DescendingOrder
        if (self.ask.sort, self.ask.descending) != (wanted, descending):
            self.show(replace(self.ask, sort=wanted, descending=descending, size=SIZE))
