"""Ctrl+K: type a few letters to do something or to find an order, a product, a customer or a parcel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.text import fold
from app.qt import theme
from app.qt.icons import pixmap
from app.qt.widgets import key_words
from app.qt.words import mark, tr
from app.queries.search import Hit, search

if TYPE_CHECKING:
    from app.views.window import Work

WIDTH, ROW, MOST = 640, 40, 12
HOMES = {
    "order": "orders",
    "product": "stock",
    "customer": "customers",
    "parcel": "shipments",
    "shipment": "shipments",
}
KINDS = {
    "order": (mark("Order"), "orders"),
    "product": (mark("Product"), "products"),
    "customer": (mark("Customer"), "customers"),
    "parcel": (mark("Parcel"), "parcel"),
    "shipment": (mark("Shipment"), "shipments"),
}


@dataclass(frozen=True)
class Entry:
    """One line of the palette."""

    title: str
    hint: str
    key: str
    icon: str
    act: Callable[[], Any] | None
    """None: it only says something."""


class _Rows(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        t = theme.tokens()
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(t.accent_soft))
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), QColor(t.accent))
        painter.drawPixmap(rect.x() + 16, rect.center().y() - 7, pixmap(entry.icon or "palette", "text2", 16))
        area = rect.adjusted(44, 0, -16, 0)
        painter.setFont(theme.font("medium"))
        painter.setPen(QColor(t.text))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, entry.title)
        wide = painter.fontMetrics().horizontalAdvance(entry.title) + 12
        painter.setFont(theme.font("base"))
        painter.setPen(QColor(t.text2))
        painter.drawText(area.adjusted(wide, 0, -90, 0), Qt.AlignmentFlag.AlignVCenter, entry.hint)
        painter.setFont(theme.font("small"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, right, key_words(entry.key) if entry.key else "")

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:
        return QSize(WIDTH, ROW)


class Palette(QFrame):
    """A field and a list over the window; Esc closes it and the focus goes back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "popup")
        self.setFixedWidth(WIDTH)
        self.field = QLineEdit()
        self.list = QListWidget()
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda _: self._take())
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.S8, theme.S8, theme.S8, theme.S8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._work: Work | None = None
        self._before: QWidget | None = None
        self._hits: tuple[Hit, ...] = ()
        self._searching = self._enter = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(80)
        self._timer.timeout.connect(self._search)
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.hide()

    def begin(self, work: Work) -> None:
        """Open it over the window."""
        if self.isVisible():
            self.field.selectAll()
            return
        self._work = work
        self._before = work.window().focusWidget()
        self._say()
        self.field.clear()
        self._timer.stop()
        self._searching = False
        self._hits = ()
        self._fill()
        self.move(QPoint((work.width() - WIDTH) // 2, 56))
        self.show()
        self.raise_()
        self.field.setFocus()

    def _say(self) -> None:
        self.field.setPlaceholderText(tr("Search orders, products, customers, parcels, or a command"))
        self.field.setAccessibleName(tr("Search everything"))
        self.list.setAccessibleName(tr("Results"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, also while it is open."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            chosen = self.list.currentRow()
            self._say()
            self._fill()
            self.list.setCurrentRow(chosen)

    def end(self) -> None:
        """Close it."""
        self.hide()
        if self._before is not None and shiboken6.isValid(self._before):
            self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while the field keeps the focus."""
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            QTimer.singleShot(0, self, self._left)
        elif event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            at = self.list.currentRow()
            if event.key() == Qt.Key.Key_Down:
                self.list.setCurrentRow(min(at + 1, self.list.count() - 1))
            elif event.key() == Qt.Key.Key_PageDown:
                self.list.setCurrentRow(min(at + MOST, self.list.count() - 1))
            elif event.key() == Qt.Key.Key_PageUp:
                self.list.setCurrentRow(max(at - MOST, 0))
            elif event.key() == Qt.Key.Key_Up:
                self.list.setCurrentRow(max(at - 1, 0))
            elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                # What was typed a moment ago is still looked up: Enter takes what it finds, not what stood there before.
                self._enter = self._searching
                if not self._searching:
                    self._take()
            elif event.key() == Qt.Key.Key_Escape:
                self.end()
            else:
                return False
            return True
        return False

    def _left(self) -> None:
        focus: QWidget | None = self.window().focusWidget()
        if self.isVisible() and focus is not None and not self.isAncestorOf(focus):
            self.hide()

    def _typed(self) -> None:
        self._searching, self._enter = True, False
        self._fill()
        self._timer.start()

    def _search(self) -> None:
        text = self.field.text().strip()
        assert self._work is not None
        ctx = self._work.ctx
        if len(text) < 2:
            self._found(())
            return

        def work() -> tuple[Hit, ...]:
            with ctx.reading() as connection:
                return search(connection, text)

        self._work.shell.tasks.run(
            work, then=self._found, failed=lambda _: self._found(()), owner=self, latest="palette"
        )

    def _found(self, hits: tuple[Hit, ...]) -> None:
        if self._timer.isActive():
            return  # more was typed meanwhile
        self._searching = False
        self._hits = hits
        self._fill()
        if self._enter and self.isVisible():
            self._take()

    def _fill(self) -> None:
        assert self._work is not None
        words = fold(self.field.text()).split()
        entries = [self._entry(hit) for hit in self._hits]
        for title, key, icon, act in self._work.commands():
            if all(word in fold(title) for word in words):
                entries.append(Entry(title, "", key, icon, act))
        if not entries and not self._searching:
            entries.append(Entry(tr("Nothing is called so."), "", "", "search", None))
        self.list.clear()
        for entry in entries:
            item = QListWidgetItem()
            if entry.act is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setData(Qt.ItemDataRole.UserRole, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.title} {entry.hint}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(max(1, min(len(entries), MOST)) * ROW + 4)
        self.adjustSize()

    def _entry(self, hit: Hit) -> Entry:
        kind, icon = KINDS[hit.kind]
        work = self._work
        assert work is not None
        return Entry(
            hit.title, f"{tr(kind)}  {hit.hint}".rstrip(), "", icon, lambda: work.go(HOMES[hit.kind], hit.id)
        )

    def _take(self) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        if item is None:
            return
        entry: Entry = item.data(Qt.ItemDataRole.UserRole)
        if entry.act is None:
            return
        self.end()
        entry.act()
