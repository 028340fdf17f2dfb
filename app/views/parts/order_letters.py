"""What a customer gets of an order in writing: its confirmation by mail, or as a paper from the printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.domain.permissions import Permission
from app.qt.commands import command
from app.qt.words import mark
from app.services.order_papers import CONFIRMED
from app.views.parts import order_acts
from app.views.parts.order_acts import Done
from app.views.parts.order_narrowing import OrderNarrowing


class OrderLetters(OrderNarrowing):
    """The part of the order queue that confirms in writing."""

    def _do(self, work: Callable[..., Done], words: str, *more: Any) -> None:
        """Do something to the chosen orders, and say what became of it."""
        raise NotImplementedError

    def can(self, command_id: str) -> bool:
        """Only what is confirmed is confirmed in writing."""
        if command_id not in ("order.send_confirmation", "order.print_confirmation"):
            return super().can(command_id)
        rows = self.chosen()
        return bool(rows) and {row.state for row in rows} <= set(CONFIRMED)

    @command(
        "order.send_confirmation",
        mark("Send confirmation"),
        icon="mail",
        shortcut="Ctrl+M",
        right=Permission.ORDER_CONFIRM,
        button=False,
    )
    def send_confirmation(self) -> None:
        """Put letters that confirm the chosen orders into the outbox, with their papers."""
        self._do(order_acts.send_confirmations, mark("%n confirmations are in the outbox."))

    @command(
        "order.print_confirmation",
        mark("Print confirmation"),
        icon="print",
        shortcut="Ctrl+Shift+P",
        right=Permission.PAPER_PRINT,
        button=False,
    )
    def print_confirmation(self) -> None:
        """Send the confirmations of the chosen orders to the printer."""
        self._do(order_acts.print_confirmations, mark("%n confirmations sent to the printer."))
