"""A note that a command needs or may have, asked in a line over the table."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from app.qt.widgets import FormRow
from app.qt.words import tr
from app.views.parts.action_panel import ActionPanel


class NotePanel(ActionPanel):
    """A note over the table, and what is done with it."""

    def __init__(self, title: str, label: str, words: str, *, needed: bool = True) -> None:
        """Make it; the texts are English literals inside `mark`."""
        self.note = QLineEdit()
        self.row = FormRow(label, self.note, needed=needed)
        self._needed = needed
        super().__init__(title, [(self.row, 0)], words)

    def ask(self, about: str) -> None:
        """Open it; `about` names the orders."""
        self.note.clear()
        self.begin(about, self.note)

    def given(self) -> str | None:
        """What was written; None where something is needed, which is then said."""
        words = self.note.text().strip()
        if not words and self._needed:
            self.row.refuse(tr("Write down why."))
            self.note.setFocus()
            return None
        return words
