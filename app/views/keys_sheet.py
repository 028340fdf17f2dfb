"""F1: every key of the screen that is shown, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QWidget

from app.qt import theme
from app.qt.screen import Screen
from app.qt.widgets import KeyCap, Label
from app.qt.words import mark, tr

EVERYWHERE = (
    ("Ctrl+K", mark("Search and commands")),
    ("Ctrl+B", mark("Type a code instead of scanning it")),
    ("F1", mark("Keys of this screen")),
    ("F5", mark("Read again")),
    ("F8", mark("Acknowledge the message")),
    ("F11", mark("Bench mode")),
    ("Ctrl+Z", mark("Undo")),
    ("Alt+Left", mark("The screen before")),
)


class KeysSheet(QDialog):
    """The screen's keys at the left, those that work everywhere at the right; any key closes it."""

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys"))
        commands = [action.command for action in screen.actions_by_id.values()]
        own = [
            (one.shortcut, one.text)
            for one in commands
            if one.shortcut and (one.right is None or screen.shell.allows(one.right))
        ]
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.S24, theme.S24, theme.S24, theme.S24)
        row.setSpacing(theme.S24 + theme.S16)
        for head, keys in ((screen.title, [*screen.keys(), *own]), (mark("Everywhere"), EVERYWHERE)):
            row.addLayout(_column(head, keys))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whoever has seen enough presses anything."""
        if event.key() not in _HELD:
            self.accept()


_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


def _column(head: str, keys: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.S16)
    grid.setVerticalSpacing(theme.S8)
    grid.addWidget(Label(head, "strong"), 0, 0, 1, 2)
    for at, (key, words) in enumerate(keys, 1):
        grid.addWidget(KeyCap(key), at, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Label(words), at, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(len(keys) + 1, 1)
    return grid
