"""A list over the lines of an order to choose from by keyboard: the usual order line by line, or an order to be taken again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.icons import pixmap
from app.qt.widgets import KeyCap, Label
from app.qt.words import mark, tr, trn
from app.views.parts.order_suggest import HEIGHT, Suggestion, SuggestionPaint

Index = QModelIndex | QPersistentModelIndex
MOST_SHOWN = 9
WIDTH = 700
MANY = (
    *(
        ("Up", mark("Up")),
        ("Down", mark("Down")),
        ("Space", mark("Take or leave")),
        ("A", mark("All or none")),
    ),
    *(("Return", mark("Put into the order")), ("Esc", mark("Close"))),
)
ONE = (("Up", mark("Up")), ("Down", mark("Down")), ("Return", mark("Take")), ("Esc", mark("Close")))


class _Picks(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Suggestion, ...] = ()
        self.chosen: list[bool] = []
        self.many = False

    def fill(self, rows: Sequence[Suggestion], chosen: Sequence[bool] | None) -> None:
        self.beginResetModel()
        self.rows, self.many = tuple(rows), chosen is not None
        self.chosen = list(chosen) if chosen is not None else [False] * len(rows)
        self.endResetModel()

    def set(self, rows: Sequence[int], chosen: bool) -> None:
        for row in rows:
            self.chosen[row] = chosen
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.CheckStateRole and self.many:
            return Qt.CheckState.Checked if self.chosen[index.row()] else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            figures = ", ".join(text for text, _, _ in row.figures if text)
            words = ", ".join(part for part in (row.title, row.under, figures) if part)
            if not self.many:
                return words
            return f"{tr('taken') if self.chosen[index.row()] else tr('left')}: {words}"
        return None


class _Paint(SuggestionPaint):
    """With a tick before what is taken."""

    def begin(self, painter: QPainter, area: QRect, index: Index) -> QRect:
        """The tick."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return area
        taken = state == Qt.CheckState.Checked
        sign = pixmap("check-circle" if taken else "circle", "good" if taken else "text3", 16)
        painter.drawPixmap(area.x(), area.y() + (area.height() - 16) // 2, sign)
        return area.adjusted(theme.S24 + theme.S4, 0, 0, 0)


_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Reasons for which the keyboard goes away and comes back."""


class PickPanel(QFrame):
    """The list, over the part of the screen that it is told.

    Signals:
        closed: it went away, whatever was chosen; the keyboard wants a place.
    """

    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._then: Callable[[list[Any]], None] = lambda chosen: None
        self.setProperty("kind", "popup")
        self.title, self.figure = Label(role="strong"), Label(tone="text2")
        self.rows = _Picks()
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_Paint(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._clicked)
        self.rows.dataChanged.connect(lambda *_: self._count())
        head = QHBoxLayout()
        head.setContentsMargins(theme.S8 + theme.S4, theme.S8, theme.S8 + theme.S4, theme.S4)
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self.figure)
        self._foot = QFrame()
        self._foot.setProperty("kind", "bar-over")
        self._keys = QHBoxLayout(self._foot)
        self._keys.setContentsMargins(theme.S8 + theme.S4, theme.S4, theme.S8, theme.S4)
        self._keys.setSpacing(theme.S4)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(self._foot)
        self.hide()

    def offer(
        self,
        title: str,
        rows: Sequence[Suggestion],
        over: QRect,
        then: Callable[[list[Any]], None],
        chosen: Sequence[bool] | None = None,
    ) -> None:
        """Show rows to choose from.

        Args:
            title: What they are, in the person's language.
            rows: The rows.
            over: The part of the host that may be covered.
            then: Called with the values that were chosen.
            chosen: Which of several are taken to begin with; None where one alone is chosen.
        """
        self.rows.fill(rows, chosen)
        self.title.say(title)
        self.list.setAccessibleName(title)
        self._then = then
        self._show_keys()
        self._count()
        self.list.setFixedHeight(HEIGHT * min(max(1, len(rows)), MOST_SHOWN) + 4)
        self.setFixedWidth(min(WIDTH, over.width()))
        self.adjustSize()
        self.move(over.x(), max(0, min(over.y(), self._host.height() - self.height())))
        self.raise_()
        self.show()
        self.list.setCurrentIndex(self.rows.index(0))
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_keys(self) -> None:
        while (item := self._keys.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for key, words in MANY if self.rows.many else ONE:
            self._keys.addWidget(KeyCap(key))
            self._keys.addWidget(Label(words, "small", "text2"))
            self._keys.addSpacing(theme.S4)
        self._keys.addStretch()

    def _count(self) -> None:
        taken, of = sum(self.rows.chosen), len(self.rows.rows)
        self.figure.say(
            tr("{taken} of {of} taken", taken=taken, of=of) if self.rows.many else trn("%n orders", of)
        )

    def accept(self) -> None:
        """Hand on what is chosen."""
        if self.rows.many:
            chosen = [row.value for row, taken in zip(self.rows.rows, self.rows.chosen, strict=True) if taken]
        else:
            chosen = [self.rows.rows[self.list.currentIndex().row()].value]
        self.close_panel()
        self._then(chosen)

    def close_panel(self) -> None:
        """Go away."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _clicked(self, index: QModelIndex) -> None:
        if self.rows.many:
            self.rows.set([index.row()], not self.rows.chosen[index.row()])
        else:
            self.accept()

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """Enter hands on, Space takes or leaves a row, A all of them, Esc closes; so does whoever goes elsewhere."""
        if event.type() == QEvent.Type.FocusOut and event.reason() not in _STAYS:
            self.hide()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        elif key == Qt.Key.Key_Escape:
            self.close_panel()
        elif key == Qt.Key.Key_Space and self.rows.many:
            row = self.list.currentIndex().row()
            self.rows.set([row], not self.rows.chosen[row])
        elif key == Qt.Key.Key_A and self.rows.many:
            self.rows.set(range(len(self.rows.rows)), not all(self.rows.chosen))
        else:
            return False
        return True
