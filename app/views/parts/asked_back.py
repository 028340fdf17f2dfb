"""What is asked back of a pick list, over its lines: a picker puts it back and says so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.qt import theme
from app.qt.format import count
from app.qt.widgets import Card, Label, Sign
from app.qt.words import mark, tr
from app.queries.put_backs import AskedBackRow


class AskedBackBar(Card):
    """Goods that nobody wants any more, the first of them to be put back next; hidden where there are none."""

    def __init__(self) -> None:
        super().__init__("warn")
        self.rows: tuple[AskedBackRow, ...] = ()
        head = QHBoxLayout()
        head.setSpacing(theme.S8)
        head.addWidget(Sign("undo", "warn", 16))
        head.addWidget(Label(mark("Asked back: put these goods where they came from"), "strong"), 1)
        self.body.addLayout(head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.body.addLayout(self._lines)
        self._label = Label(wrap=True)
        self._lines.addWidget(self._label)
        self.hide()

    def show_rows(self, rows: Sequence[AskedBackRow]) -> None:
        """Show what is asked back."""
        self.rows = tuple(rows)
        self._label.say("\n".join(in_words(one) for one in self.rows))
        self.setVisible(bool(self.rows))


def in_words(row: AskedBackRow) -> str:
    """How many of what, of which shipment."""
    return tr(
        "{qty} x {sku}, {name} ({shipment})",
        qty=count(row.qty),
        sku=row.sku,
        name=row.name,
        shipment=row.shipment,
    )
