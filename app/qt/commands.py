"""Commands: declared once on the screen's method, and with it action, button, key, palette entry and barcode."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.domain.permissions import Permission
from app.qt.icons import icon
from app.qt.words import tr

F = TypeVar("F", bound=Callable[..., Any])
_MARK = "__quai_command__"
BARCODE = "CMD-"


@dataclass(frozen=True)
class Command:
    """What can be done on a screen.

    Attributes:
        id: Its name for ever ('order.reserve'); printed command cards carry it.
        text: The English words.
        icon: Of the one family.
        shortcut: As `QKeySequence` reads it; empty for none.
        right: What the person must be allowed; None for everybody.
        primary: The one filled button of the screen.
        button: Whether it stands among the screen's buttons, or only in palette and keys.
        method: The name of the method that does it.
    """

    id: str
    text: str
    icon: str = ""
    shortcut: str = ""
    right: Permission | None = None
    primary: bool = False
    button: bool = True
    method: str = ""

    @property
    def barcode(self) -> str:
        """What the command card carries."""
        return f"{BARCODE}{self.id.upper()}"


def command(
    command_id: str,
    text: str,
    *,
    icon: str = "",
    shortcut: str = "",
    right: Permission | None = None,
    primary: bool = False,
    button: bool = True,
) -> Callable[[F], F]:
    """Make a screen's method a command; the text is a literal inside `mark(...)`."""

    def keep(method: F) -> F:
        found = Command(command_id, text, icon, shortcut, right, primary, button, method.__name__)
        setattr(method, _MARK, found)
        return method

    return keep


def commands_of(kind: type) -> tuple[Command, ...]:
    """The commands that a screen's class declares, its bases' first, in the order they are written."""
    found: dict[str, Command] = {}
    for base in reversed(kind.__mro__):
        for value in vars(base).values():
            mine = getattr(value, _MARK, None)
            if isinstance(mine, Command):
                found[mine.method] = mine
    return tuple(found.values())


class Action(QAction):
    """A command of one screen as Qt knows it; its words follow the language."""

    def __init__(self, command: Command, screen: QWidget, allowed: Callable[[Permission], bool]) -> None:
        super().__init__(screen)
        self.command = command
        self._allowed = allowed
        self.setObjectName(command.id)
        if command.icon:
            self.setIcon(icon(command.icon))
        if command.shortcut:
            # Enter of the numeric keypad is another key to Qt, and the same one to a hand.
            keys = dict.fromkeys((command.shortcut, command.shortcut.replace("Return", "Enter")))
            self.setShortcuts([QKeySequence(key) for key in keys])
            self.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.triggered.connect(lambda: getattr(screen, command.method)())
        self.retranslate()
        screen.addAction(self)
        screen.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the screen's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return False

    def retranslate(self) -> None:
        """Say it in the person's language."""
        self.setText(tr(self.command.text))
        self.setToolTip(tr(self.command.text))

    def permit(self, possible: bool) -> None:
        """Grey it where the right is missing, or where there is nothing to do it to."""
        right = self.command.right
        self.setEnabled(possible and (right is None or self._allowed(right)))
