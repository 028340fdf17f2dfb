"""The table in which lines are typed: cells are written into by keyboard, the last row asks for the next product."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRegularExpression,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QRegularExpressionValidator,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.qt import theme
from app.qt.icons import pixmap
from app.qt.widgets.text import set_kind
from app.qt.words import tr
from app.views.parts.order_draft import read_pieces
from app.views.parts.order_lines import (
    AMOUNT,
    DISCOUNT,
    FREE,
    LEFT,
    NAME,
    PRICE,
    PROMISE,
    QTY,
    SKU,
    TITLES,
    WRITABLE,
    Lines,
    wrong,
)
from app.views.parts.order_suggest import pasted_rows

HEIGHT, OPEN_HEIGHT = 30, 40
WIDTHS = {SKU: 116, QTY: 84, PRICE: 92, DISCOUNT: 72, FREE: 116, PROMISE: 84, AMOUNT: 108}
NARROW = WIDTHS | {SKU: 92, QTY: 72, FREE: 104, AMOUNT: 100}
"""The same where there is little room."""
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
NAMED = 132
"""Pixels of a product's name at least."""
_PATTERNS = {QTY: r"\d{0,7}", PRICE: r"\d{0,9}([.,]\d{0,6})?", DISCOUNT: r"\d{0,3}([.,]\d{0,2})? ?%?"}


class Cells(QStyledItemDelegate):
    """Paints a cell, and makes the line in which it is written.

    Signals:
        entered: Enter in a cell (its row, its column).
        stepped: Alt+Up or Alt+Down in a cell (its row, its column, -1 or 1).
        dropped: Del while all of a quantity is selected (its row).
        refused: what was typed cannot be read (why, in English words for `tr`); the cell stays open.
        typing: what stands in the open cell ('row:column:text'); '' once it is closed.
    """

    entered, stepped, dropped = Signal(int, int), Signal(int, int, int), Signal(int)
    refused, typing = Signal(str), Signal(str)
    editor: QLineEdit | None = None
    """The line that is open, if one is."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        t = theme.tokens()
        lines: Lines = index.model()  # type: ignore[assignment]  # the only model that this delegate is given
        look, text = lines.cell(index.row(), index.column())
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(t.accent_soft))
            if index.column() == SKU:
                painter.fillRect(rect.x(), rect.y(), 3, rect.height(), QColor(t.accent))
        painter.setPen(QColor(t.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        area = rect.adjusted(theme.S8, 0, -theme.S8, 0)
        painter.setFont(theme.font(look.role))
        metrics = QFontMetrics(painter.font())
        side = Qt.AlignmentFlag.AlignLeft if index.column() in LEFT else Qt.AlignmentFlag.AlignRight
        if look.icon:
            left = side == Qt.AlignmentFlag.AlignLeft
            at = area.x() if left else max(area.x(), area.right() - metrics.horizontalAdvance(text) - 20)
            painter.drawPixmap(at, rect.y() + (rect.height() - 16) // 2, pixmap(look.icon, look.tone, 16))
            area.setLeft(area.x() + 20 if left else area.x())
        painter.setPen(QColor(t.colour(look.tone)))
        shown = text
        if index.column() in LEFT:  # figures have their room
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows are of one height."""
        return QSize(60, HEIGHT)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """A line in which only what fits can be typed."""
        line = QLineEdit(parent)
        line.setProperty("kind", "cell")
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        pattern = QRegularExpression(_PATTERNS[index.column()])
        line.setValidator(QRegularExpressionValidator(pattern, line))
        line.setAccessibleName(tr(TITLES[index.column()]))
        row, column = index.row(), index.column()
        line.setProperty("place", (row, column))
        self.editor = line
        line.textEdited.connect(lambda text: self.typing.emit(f"{row}:{column}:{text}"))
        return line

    def destroyEditor(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Its text stands in the draft now, or was given up."""
        super().destroyEditor(editor, index)
        self.editor = None
        self.typing.emit("")

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Begin with all of it selected, so that typing replaces it."""
        assert isinstance(editor, QLineEdit)
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
        editor.selectAll()

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Write it into the draft."""
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter goes on, Alt with arrows to the lines beside, Del takes the line away."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(editor, event)
        assert isinstance(editor, QLineEdit)
        row, column = editor.property("place")
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.close(editor):
                self.entered.emit(row, column)
            return True
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            if self.close(editor):
                self.stepped.emit(row, column, 1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and self._refuses(editor):
            return True
        if key == Qt.Key.Key_Delete and column == QTY and editor.selectedText() == editor.text():
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
            self.dropped.emit(row)
            return True
        return super().eventFilter(editor, event)

    def close(self, editor: QLineEdit) -> bool:
        """Write down what stands in an open cell; False where it cannot be read, and the cell stays open."""
        if self._refuses(editor):
            return False
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        return True

    def _refuses(self, editor: QLineEdit) -> bool:
        why = wrong(editor.property("place")[1], editor.text())
        set_kind(editor, "wrong", "true" if why else "")
        if why:
            editor.selectAll()
            self.refused.emit(why)
        return bool(why)


class LinesTable(QTableView):
    """The lines on the screen.

    Signals:
        dropped: a line is to be taken away (its row).
        refused: what was typed into a cell cannot be read (why, in English words for `tr`).
        left_up: Alt+Up above the first line.
        typing: as `Cells`.
        pasted: rows were pasted (their text).
    """

    dropped, refused, left_up = Signal(int), Signal(str), Signal()
    typing, pasted = Signal(str), Signal(str)
    LEAST = sum(NARROW.values()) + NAMED + 3 * theme.S8
    """Pixels in which all columns are seen, with the margins and the scroll bar."""

    def __init__(self, lines: Lines, entry: QLineEdit) -> None:
        super().__init__()
        self.lines, self.entry = lines, entry
        self._cells = Cells(self)
        self._mended, self._parked = -1, ""
        self.setModel(lines)
        self.setItemDelegate(self._cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setDefaultSectionSize(HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(28)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # The field lies over the last row: a widget of the view's own would be lost with every reset of the rows.
        entry.setParent(self.viewport())
        self._cells.entered.connect(self._entered)
        self._cells.stepped.connect(lambda row, column, by: self.step(row + by, column))
        self._cells.dropped.connect(self.dropped)
        self._cells.refused.connect(self.refused)
        self._cells.typing.connect(self.typing)
        self.verticalScrollBar().valueChanged.connect(self.place_entry)
        for signal in (lines.modelReset, lines.rowsInserted, lines.rowsRemoved):
            signal.connect(self._rows_changed)
        self._rows_changed()

    @property
    def open_row(self) -> int:
        """The row in which the next product is typed."""
        return self.lines.rowCount() - 1

    def _rows_changed(self) -> None:
        for row in (self.open_row - 1, self.open_row):
            if row >= 0:
                self.setRowHeight(row, OPEN_HEIGHT if row == self.open_row else HEIGHT)
        QTimer.singleShot(0, self, self.place_entry)

    def place_entry(self) -> None:
        """Keep the field over the open row, or the one that is mended."""
        row = self._mended if 0 <= self._mended < self.open_row else self.open_row
        rect = self.visualRect(self.lines.index(row, SKU))
        width = self.columnWidth(SKU) + self.columnWidth(NAME) - 2 * theme.S8
        height = min(28, rect.height() - 2)
        top = rect.y() + (rect.height() - height) // 2
        self.entry.setGeometry(rect.x() + theme.S8, top, width, height)
        self.entry.setVisible(rect.bottom() > 0)
        self.entry.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The product's name takes what is left."""
        super().resizeEvent(event)
        room = self.viewport().width()
        widths = WIDTHS if room >= sum(WIDTHS.values()) + 2 * NAMED else NARROW
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.setColumnWidth(NAME, max(NAMED, room - sum(widths.values())))
        if self.entry.hasFocus() and self.mended < 0:
            self.scrollToBottom()
        self.place_entry()

    # By keyboard

    @property
    def mended(self) -> int:
        """The row for which a product is looked for; -1 for a new one."""
        return self._mended if 0 <= self._mended < self.open_row else -1

    def mend(self, row: int) -> None:
        """Look for the product of a pasted row, beginning with what it says."""
        if self.mended < 0:
            self._parked = self.entry.text()
        self._mended = row
        index = self.lines.index(row, SKU)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.place_entry()
        self.entry.setFocus(Qt.FocusReason.TabFocusReason)
        self.entry.setText(self.lines.draft.lines[row].sku)
        self.entry.selectAll()

    def _end_mending(self) -> None:
        """The field is for new lines again, with what was typed in it before."""
        if self._mended >= 0:
            self.entry.setText(self._parked)
            self._parked = ""
            self._mended = -1
            self.place_entry()

    def next_product(self) -> None:
        """Go to the field for the next product."""
        self._end_mending()
        self.setCurrentIndex(self.lines.index(self.open_row, SKU))
        self.scrollToBottom()
        self.place_entry()
        self.entry.setFocus(Qt.FocusReason.TabFocusReason)

    def write(self, row: int, column: int = QTY) -> None:
        """Write into a cell; a row that names no product is mended first."""
        if row < self.open_row and not self.lines.draft.lines[row].product_id:
            self.mend(row)
            return
        self._end_mending()
        index = self.lines.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)

    def write_again(self, typing: str) -> None:
        """Open a cell as it was left ('row:column:text'), with what stood in it; a cell that is not there any more is none."""
        row, column, text = typing.split(":", 2)
        if int(row) < self.open_row and int(column) in WRITABLE:
            self.write(int(row), int(column))
            if (editor := self._cells.editor) is not None:
                editor.setText(text)

    def settle(self) -> bool:
        """Write down what stands in an open cell; False where it cannot be read, or takes its line away."""
        editor = QApplication.focusWidget()
        if not isinstance(editor, QLineEdit) or editor.property("place") is None:
            return True
        row, column = editor.property("place")
        lines = len(self.lines.draft.lines)
        gone = column == QTY and row < lines and not read_pieces(editor.text())
        return self._cells.close(editor) and not gone

    def step(self, row: int, column: int = QTY) -> None:
        """Go to another line; below the last one lies the field, above the first one the head."""
        if row < 0:
            self.left_up.emit()
        elif row >= self.open_row:
            self.next_product()
        else:
            self.write(row, column if column in WRITABLE else QTY)

    def _entered(self, row: int, column: int) -> None:
        """Enter in a quantity opens the next line; in a price it goes to the discount, and from there on, too."""
        if column == PRICE and row < self.open_row:
            self.write(row, DISCOUNT)
        else:
            self.next_product()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or a figure writes the quantity, letters the next product, Del takes the line away, Alt with arrows walks."""
        row, key = self.currentIndex().row(), event.key()
        if event.matches(QKeySequence.StandardKey.Paste) and (rows := pasted_rows()):
            self.pasted.emit(rows)
        elif self.entry.hasFocus() and key == Qt.Key.Key_Up:
            self.step((self.mended if self.mended >= 0 else self.open_row) - 1)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(row + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(row)
        elif key == Qt.Key.Key_Delete and 0 <= row < self.open_row:
            self.dropped.emit(row)
        elif event.text().isdigit() and 0 <= row < self.open_row:
            self.write(row)
            editor = QApplication.focusWidget()
            if isinstance(editor, QLineEdit):
                editor.setText(event.text())
        elif event.text().strip() and event.text().isprintable() and not event.modifiers() & _COMMANDS:
            self.next_product()
            QApplication.sendEvent(self.entry, event)
        elif key == Qt.Key.Key_Down and row >= self.open_row - 1:
            self.next_product()
        else:
            super().keyPressEvent(event)
