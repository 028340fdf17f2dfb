"""The details of a purchase order: its lines and its receipts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from app.qt.format import count, day, moment
from app.qt.widgets import Drawer, FactRow, Label, Rule, Section, Timeline
from app.qt.words import mark, tr
from app.queries.goods_in import PurchaseRow
from app.views.parts.lines import Lines


class PurchaseDrawer(Drawer):
    """Beside the purchase orders. `go(screen, target)` leads to what a number names."""

    def __init__(self, go: Callable[[str, object], None]) -> None:
        super().__init__(mark("Receive"))
        self._go = go
        self._id = 0
        self.supplier, self.expected = Label(role="strong", wrap=True), FactRow(mark("Expected on"))
        self.section, self.lines = Section(mark("Lines")), Lines()
        self.receipts_head, self.receipts = Section(mark("Receipts")), Timeline()
        for widget in (
            *(self.supplier, self.expected, Rule(), self.section, self.lines),
            *(Rule(), self.receipts_head, self.receipts),
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def begin(self, row: PurchaseRow) -> None:
        """Show another purchase order; its lines follow when they were read."""
        self.show()
        if row.id != self._id:
            self.lines.clear()
            self.receipts.clear()
        self._id = row.id
        self.set_title(row.number)
        self.supplier.say(row.supplier)
        self.expected.set_value(day(row.expected_on) or tr("not said"))
        self.section.set_figure(tr("{came} of {all} here", came=count(row.received), all=count(row.qty)))

    def fill(self, found: tuple[Any, ...]) -> None:
        """Show what was read of it."""
        order_id, lines, receipts = found
        if order_id != self._id:
            return
        self.lines.clear()
        for line in lines:
            tone = "text3" if not line.missing else "text"
            figure = f"{count(line.received)} / {count(line.qty)}"
            self.lines.add(
                line.sku, line.name, figure, tone=tone, act=partial(self._go, "stock", line.product_id)
            )
        self.receipts.clear()
        self.receipts_head.setVisible(bool(receipts))
        for one in receipts:
            words = tr("{number} taken back", number=one.number) if one.undone else one.number
            who = " \N{MIDDLE DOT} ".join(part for part in (one.received_by, one.delivery_note) if part)
            icon, tone = ("undo", "text3") if one.undone else ("goods-in", "good")
            self.receipts.add(icon, words, moment(one.received_at), who, tone)
