"""F1: every key of the screen that is shown, in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

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
    """Two columns of keys; any key closes it."""

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.S16)
        grid.setVerticalSpacing(theme.S8)
        own = [
            (action.command.shortcut, action.command.text)
            for action in screen.actions_by_id.values()
            if action.command.shortcut
        ]
        at = 0
        for head, keys in ((screen.title, [*screen.keys(), *own]), (mark("Everywhere"), EVERYWHERE)):
            title = Label(head, "strong")
            title.setContentsMargins(0, theme.S8 if at else 0, 0, 0)
            grid.addWidget(title, at, 0, 1, 2)
            at += 1
            for key, words in keys:
                grid.addWidget(KeyCap(key), at, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(Label(words), at, 1)
                at += 1
        grid.setColumnStretch(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.S24, theme.S24, theme.S24, theme.S24)
        whole.addLayout(grid)
        self.setMinimumWidth(360)
