"""Which columns a table shows, and in which order: chosen by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.widgets import Button, Label
from app.qt.words import mark, tr

_ROW = 26
"""Pixels of a row."""


class ColumnsDialog(QDialog):
    """Every column in a row: Space shows or hides it, Alt+Up and Alt+Down move it.

    Signals:
        given: the keys of the columns that are shown, in their order.
        forgotten: as at first.
    """

    given = Signal(list)
    forgotten = Signal()

    def __init__(self, columns: Sequence[tuple[str, str, bool]], parent: QWidget) -> None:
        """Offer columns in their order: (key, words in the person's language, whether it is shown)."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Columns"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Columns"))
        for key, words, shown in columns:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.installEventFilter(self)
        self.up = Button(mark("Up"), "arrow-up", "Alt+Up")
        self.down = Button(mark("Down"), "arrow-down", "Alt+Down")
        self.first = Button(mark("As at first"), "undo", kind="quiet")
        self.leave = Button(mark("Cancel"), key="Esc")
        self.apply = Button(mark("Apply"), "check", "Return", "primary")
        self.apply.setDefault(True)
        self.up.clicked.connect(lambda: self.move_by(-1))
        self.down.clicked.connect(lambda: self.move_by(1))
        self.first.clicked.connect(self._forget)
        self.leave.clicked.connect(self.reject)
        self.apply.clicked.connect(self._give)
        about = Label(mark("Space shows or hides a column."), tone="text2", wrap=True)
        moving, foot = QHBoxLayout(), QHBoxLayout()
        moving.setSpacing(theme.S8)
        moving.addWidget(self.up)
        moving.addWidget(self.down)
        moving.addStretch()
        moving.addWidget(self.first)
        foot.setSpacing(theme.S8)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.apply)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.S24, theme.S24, theme.S24, theme.S16)
        whole.setSpacing(theme.S8)
        whole.addWidget(about)
        whole.addWidget(self.list, 1)
        whole.addLayout(moving)
        whole.addSpacing(theme.S8)
        whole.addLayout(foot)
        self.resize(max(430, self.sizeHint().width()), min(620, 230 + _ROW * len(columns)))
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def shown(self) -> list[str]:
        """The keys of the ticked columns in their order."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return [
            str(one.data(Qt.ItemDataRole.UserRole))
            for one in items
            if one.checkState() == Qt.CheckState.Checked
        ]

    def move_by(self, step: int) -> None:
        """Move the current column up or down."""
        at = self.list.currentRow()
        if 0 <= at + step < self.list.count():
            item = self.list.takeItem(at)
            self.list.insertItem(at + step, item)
            self.list.setCurrentRow(at + step)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt with an arrow moves the column."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            self.move_by(-1 if event.key() == Qt.Key.Key_Up else 1)
            return True
        return super().eventFilter(watched, event)

    def _forget(self) -> None:
        self.accept()
        self.forgotten.emit()

    def _give(self) -> None:
        if self.shown:
            self.accept()
            self.given.emit(self.shown)
