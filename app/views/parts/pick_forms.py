"""The form over a pick list: less is there than the list says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.qt.format import count
from app.qt.widgets import FormRow
from app.qt.words import language, mark, tr
from app.queries.pick_lists import TaskRow
from app.queries.returnable import Reason
from app.views.parts.action_panel import ActionPanel, Choice, QuantityField, whole_number


class ShortForm(ActionPanel):
    """How many were found, and why not all; `wanted` carries (line, found, reason)."""

    wanted = Signal(object, int, str)

    def __init__(self, parent: QWidget) -> None:
        self.found = FormRow(mark("Found"), QuantityField(), needed=True)
        self.reason = FormRow(mark("Reason"), Choice(), needed=True)
        super().__init__(mark("Short"), ((self.found, 130), (self.reason, 260)), mark("Report short"))
        self.setParent(parent)
        self._row: TaskRow | None = None
        self.accepted.connect(self._finish)

    def ask(self, row: TaskRow, reasons: Sequence[Reason]) -> None:
        """Open it for a line."""
        self._row = row
        field, choice = self.found.field, self.reason.field
        assert isinstance(field, QuantityField)
        assert isinstance(choice, Choice)
        field.set_value(0)
        french = language() == "fr"
        choice.fill([(one.code, one.label_fr if french else one.label_en) for one in reasons])
        self.begin(
            tr(
                "{place}: {pieces} of {sku} {name}",
                place=row.place,
                pieces=count(row.left),
                sku=row.sku,
                name=row.name,
            )
        )

    def _finish(self) -> None:
        found = whole_number(self.found, 0)
        choice = self.reason.field
        assert isinstance(choice, Choice)
        if found is None or self._row is None:
            return
        if found >= self._row.left:
            self.found.refuse(tr("Fewer than {pieces}; else confirm the line.", pieces=count(self._row.left)))
            return
        self.wanted.emit(self._row, found, str(choice.currentData()))
