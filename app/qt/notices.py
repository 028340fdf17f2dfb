"""What a person has to know: it stays until they acknowledge it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.errors import AppError, Conflict, NotAllowed, Unavailable
from app.qt.words import mark, said, tr


@dataclass(frozen=True)
class Notice:
    """One message.

    Attributes:
        tone: 'stop', 'warn', 'good' or 'info'.
        title: Two or three words, in the person's language.
        text: What happened and what to do, in the person's language.
        action: The words of the next step that is offered; empty for none.
        act: Does it.
        cause: The refusal behind it, if any.
    """

    tone: str
    title: str
    text: str
    action: str = ""
    act: Callable[[], None] | None = None
    cause: AppError | None = None


_TITLES = (
    (NotAllowed, mark("Not allowed.")),
    (Unavailable, mark("No answer.")),
    (Conflict, mark("Another desk was first.")),
)


class Notices(QObject):
    """The messages that wait to be acknowledged, oldest first; `changed` tells when there are others."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Notice] = []

    @property
    def waiting(self) -> tuple[Notice, ...]:
        """All that is not acknowledged."""
        return tuple(self._waiting)

    def add(self, notice: Notice) -> None:
        """Show a message; the very same one twice is one."""
        if notice not in self._waiting:
            self._waiting.append(notice)
            self.changed.emit()

    def refused(self, error: AppError, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a refusal, with the next step where the screen knows one."""
        title = next((tr(words) for kind, words in _TITLES if isinstance(error, kind)), tr("Not done."))
        self.add(Notice("stop", title, said(error), action, act, error))

    def acknowledge(self) -> None:
        """Take the oldest one away."""
        if self._waiting:
            self._waiting.pop(0)
            self.changed.emit()

    def drop(self, notice: Notice) -> None:
        """Take one away that is settled elsewhere."""
        if notice in self._waiting:
            self._waiting.remove(notice)
            self.changed.emit()

    def clear(self) -> None:
        """Take all away: another person signs in."""
        self._waiting.clear()
        self.changed.emit()
