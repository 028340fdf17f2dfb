"""Widgets in rows that break where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Widgets one after the other, in as many rows as they take; hidden ones take no place."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put one at the end."""
        self._items.append(item)

    def insert(self, at: int, widget: QWidget) -> None:
        """Put a widget at a place; it comes there in the order of the Tab key, too."""
        self.addWidget(widget)
        self._items.insert(at, self._items.pop())
        after = self._items[at + 1].widget() if at + 1 < len(self._items) else None
        if at:
            before = self._items[at - 1].widget()
            if before is not None:
                QWidget.setTabOrder(before, widget)
        if after is not None:
            QWidget.setTabOrder(widget, after)
        self.invalidate()

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The one at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes what width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """So high it is."""
        return self._place(QRect(0, 0, width, 0), really=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put them in their places."""
        super().setGeometry(rect)
        self._place(rect, really=True)

    def sizeHint(self) -> QSize:
        """All in one row."""
        sizes = [one.sizeHint() for one in self._items if not one.isEmpty()]
        width = sum(one.width() for one in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((one.height() for one in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest of them."""
        sizes = [one.minimumSize() for one in self._items if not one.isEmpty()]
        return QSize(
            max((one.width() for one in sizes), default=0), max((one.height() for one in sizes), default=0)
        )

    def _place(self, rect: QRect, *, really: bool) -> int:
        x, y, high = rect.x(), rect.y(), 0
        for one in self._items:
            if one.isEmpty():
                continue
            size = one.sizeHint()
            if x > rect.x() and x + size.width() > rect.x() + rect.width():
                x, y, high = rect.x(), y + high + self._gap // 2, 0
            high = max(high, size.height())
            if really:
                one.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap
        return y + high - rect.y()
