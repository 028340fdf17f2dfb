"""How tables look and are worked by keyboard: fixed widths, icon and word, ticks with Space, columns to choose."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.qt import theme
from app.qt.icons import pixmap
from app.qt.store import Store
from app.qt.table import Table
from app.qt.table_columns import TICK, WithColumns

HEIGHT = 28
SHORTEST = 140
"""The column that stretches gives way down to so many pixels."""


class Cells(QStyledItemDelegate):
    """Paints a cell: icon and word, tone, the accent edge of the current row, a tick in the first column."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        t = theme.tokens()
        view = self.parent()
        assert isinstance(view, TableView)
        table = view.table
        column, row = table.columns[index.column()], table.rows[index.row()]
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(t.accent_soft))
        painter.setPen(QColor(t.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() == view.first_column():
            if chosen:
                painter.fillRect(rect.x(), rect.y(), 3, rect.height(), QColor(t.accent))
            if view.ticks:
                self._tick(painter, rect, table.key_at(index.row()) in table.marked)
                rect = rect.adjusted(TICK - theme.S8, 0, 0, 0)
        area = rect.adjusted(theme.S8, 0, -theme.S8, 0)
        if column.tail is not None and (tail := column.tail(row)):
            painter.setFont(theme.font("small"))
            painter.setPen(QColor(t.text3))
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tail)
            area.setRight(area.right() - painter.fontMetrics().horizontalAdvance(tail) - theme.S8)
        text = column.value(row) or ""
        sign = column.mark(row) if column.mark is not None else None
        tone = column.tone(row) if column.tone is not None else (sign[1] if sign else "text")
        painter.setFont(theme.font("code" if column.code else "strong" if column.strong else "base"))
        metrics = painter.fontMetrics()
        if sign is not None:
            at = area.x()
            if column.right:
                at = max(area.x(), area.right() - metrics.horizontalAdvance(text) - 20)
            painter.drawPixmap(at, rect.y() + (rect.height() - 16) // 2, pixmap(sign[0], sign[1], 16))
            if not column.right:
                area.setLeft(area.left() + 21)
        painter.setPen(QColor(t.colour(tone)))
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _tick(self, painter: QPainter, rect: QRect, on: bool) -> None:
        t = theme.tokens()
        box = QRect(rect.x() + 10, rect.y() + (rect.height() - 14) // 2, 14, 14)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(t.accent if on else t.edge), 1.2))
        painter.setBrush(QColor(t.accent if on else t.surface))
        painter.drawRoundedRect(box, 3, 3)
        if on:
            painter.setPen(QPen(QColor(t.on_accent), 1.8))
            painter.drawPolyline([box.topLeft() + one for one in _CHECK])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows are of one height."""
        return QSize(80, HEIGHT)


_CHECK = (QPoint(3, 7), QPoint(6, 10), QPoint(11, 4))


class TableView(WithColumns):
    """A table on the screen.

    Signals:
        opened: Enter or a double click on a row (its key).
        current: another row is the current one (the row, or None).
        ticked: other rows are ticked.
    """

    opened = Signal(object)
    current = Signal(object)
    ticked = Signal()

    def __init__(
        self,
        table: Table[Any],
        name: str,
        store: Store,
        *,
        ticks: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, store, parent)
        self.table = table
        self.ticks = ticks
        self.sorted_by: tuple[str, bool] = ("", False)
        """The order of the rows while nobody chose one: `Column.sort` and whether it falls."""
        self._kept: object = None
        self.setModel(table)
        self.setItemDelegate(Cells(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setDefaultSectionSize(HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsMovable(True)
        head.setMinimumSectionSize(40)
        head.setFixedHeight(HEIGHT)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.sectionClicked.connect(self._sort_by)
        head.setSectionsClickable(True)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(lambda at: self.column_menu().exec(head.mapToGlobal(at)))
        self._restore()
        head.sectionResized.connect(self._remember)
        head.sectionMoved.connect(self._remember)
        table.modelAboutToBeReset.connect(self._keep)
        table.modelReset.connect(self._find_again)
        table.renewed.connect(self._renewed)
        table.loading.connect(self._show_sort)
        table.reach = self._reach
        self.selectionModel().currentRowChanged.connect(lambda now, _: self._tell(now))
        self.doubleClicked.connect(lambda index: self.opened.emit(table.key_at(index.row())))

    def first_column(self) -> int:
        """The column that stands leftmost now."""
        head = self.horizontalHeader()
        return next(
            (
                head.logicalIndex(at)
                for at in range(head.count())
                if not head.isSectionHidden(head.logicalIndex(at))
            ),
            0,
        )

    def current_row(self) -> Any:
        """The current row, or None."""
        at = self.currentIndex().row()
        return self.table.rows[at] if 0 <= at < len(self.table.rows) else None

    def select_key(self, key: object) -> bool:
        """Make a row the current one; False where it was not read."""
        at = self.table.row_of(key)
        if at < 0:
            return False
        self._select(at)
        return True

    def _select(self, at: int) -> None:
        index = self.table.index(at, self.first_column())
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )

    def _keep(self) -> None:
        at = self.currentIndex().row()
        self._kept = self.table.key_at(at) if 0 <= at < len(self.table.rows) else None
        self._scroll = self.verticalScrollBar().value()

    def _find_again(self) -> None:
        if self._kept is not None and not self.select_key(self._kept):
            self._kept = None
        self.verticalScrollBar().setValue(self._scroll)
        if self._kept is None:
            if self.table.rows and self.hasFocus():
                self._select(0)
            else:
                self.current.emit(self.current_row())

    def _renewed(self, places: list[int]) -> None:
        at = self.currentIndex().row()
        if at in places:
            self.current.emit(self.table.rows[at])

    def _reach(self) -> int:
        last = self.rowAt(self.viewport().height() - 1)
        return max(self.currentIndex().row(), last if last >= 0 else len(self.table.rows) - 1)

    def _tell(self, now: QModelIndex) -> None:
        self.current.emit(self.table.rows[now.row()] if now.isValid() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space ticks, Ctrl+A ticks all that were read, Home and End go to the ends; letters are no search here."""
        at = self.currentIndex().row()
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= at < len(self.table.rows):
            self.opened.emit(self.table.key_at(at))
        elif key == Qt.Key.Key_Space and self.ticks and 0 <= at < len(self.table.rows):
            self.table.toggle(at)
            self.ticked.emit()
        elif self.ticks and event.matches(QKeySequence.StandardKey.SelectAll) and self.table.rows:
            self.table.toggle_all()
            self.ticked.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.table.rows:
            self._select(0 if key == Qt.Key.Key_Home else len(self.table.rows) - 1)
        elif (
            event.text()
            and event.text().isprintable()
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: Any) -> None:
        """A click on the tick ticks."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self.ticks and index.isValid() and index.column() == self.first_column():
            left = self.visualRect(index).x()
            if event.position().x() - left < TICK - theme.S8:
                self.table.toggle(index.row())
                self.ticked.emit()

    def focusInEvent(self, event: Any) -> None:
        """Who comes here by keyboard finds a current row."""
        super().focusInEvent(event)
        if self.table.rows and not self.currentIndex().isValid():
            self._select(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The one column that stretches takes what is left."""
        super().resizeEvent(event)
        self._stretch()

    def _stretch(self) -> None:
        head = self.horizontalHeader()
        wide = next(
            (at for at, one in enumerate(self.table.columns) if one.stretch and not head.isSectionHidden(at)),
            -1,
        )
        if wide < 0:
            return
        others = sum(
            head.sectionSize(at) for at in range(head.count()) if at != wide and not head.isSectionHidden(at)
        )
        self._restoring = True
        head.resizeSection(wide, max(SHORTEST, self.viewport().width() - others))
        self._restoring = False

    @property
    def _sorted(self) -> tuple[str, bool]:
        """What the rows are sorted by now."""
        ask = self.table.ask
        return (ask.sort, ask.descending) if ask.sort else self.sorted_by

    def _sort_by(self, section: int) -> None:
        column = self.table.columns[section]
        if column.sort:
            down = self._sorted == (column.sort, False)
            self.table.sort(section, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)
        self._show_sort()

    def _show_sort(self) -> None:
        """The head says which column sorts."""
        name, descending = self._sorted
        at = next((at for at, one in enumerate(self.table.columns) if name and one.sort == name), -1)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(at, order)
