"""The commands of a screen in its title row: those that find no room stand in a menu behind "More"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from app.qt import theme
from app.qt.widgets import Button, CommandButton
from app.qt.words import mark


class ButtonRow(QWidget):
    """Buttons from the least to the most important one; the least important give way first."""

    def __init__(self, buttons: Sequence[CommandButton]) -> None:
        super().__init__()
        self._buttons = list(buttons)
        self._more = Button(mark("More"), "chevron-down")
        self._more.clicked.connect(self._open)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.S8)
        self._row.addStretch()
        self._row.addWidget(self._more)
        for button in self._buttons:
            self._row.addWidget(button)
        self._more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """The most important button and the way to the others."""
        last = self._buttons[-1].sizeHint().width() if self._buttons else 0
        return QSize(last + theme.S8 + self._more.sizeHint().width(), 28)

    def sizeHint(self) -> QSize:
        """All of them."""
        return QSize(sum(one.sizeHint().width() + theme.S8 for one in self._wanted()), 28)

    def _wanted(self) -> list[CommandButton]:
        """Those whose command is there at all."""
        return [one for one in self._buttons if one.action_behind.isVisible()]

    def _fit(self) -> None:
        wanted = self._wanted()
        room = self.width()
        needed = sum(one.sizeHint().width() + theme.S8 for one in wanted) - theme.S8
        hidden = 0
        if needed > room:
            room -= self._more.sizeHint().width() + theme.S8
            while hidden < len(wanted) - 1 and needed > room:
                needed -= wanted[hidden].sizeHint().width() + theme.S8
                hidden += 1
        for at, button in enumerate(wanted):
            button.fold(at < hidden)
        self._more.setVisible(hidden > 0)

    def _open(self) -> None:
        menu = QMenu(self)
        for button in self._wanted():
            if not button.isVisibleTo(self):
                menu.addAction(button.action_behind)
        menu.exec(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Room came or went."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Words became longer or shorter: another language, another key."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)
