"""Why a message does not become an order, asked in a line over the list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.qt.widgets import FormRow
from app.qt.words import mark, tr
from app.views.parts.action_panel import ActionPanel


class RefusePanel(ActionPanel):
    """The reason, in words.

    Signals:
        given: the reason.
    """

    given = Signal(str)

    def __init__(self) -> None:
        self.reason = QLineEdit()
        self.reason.setMaxLength(500)
        self._why = FormRow(mark("Reason"), self.reason, needed=True)
        super().__init__(mark("Refuse"), [(self._why, 0)], mark("Refuse"))
        self.accepted.connect(self._give)

    def ask(self, about: str) -> None:
        """Open it; `about` names the messages."""
        self.reason.clear()
        self.begin(about, self.reason)

    def _give(self) -> None:
        words = self.reason.text().strip()
        if not words:
            self._why.refuse(tr("Say why."))
            self.reason.setFocus()
            return
        self._why.accept()
        self.given.emit(words)
