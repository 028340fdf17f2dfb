"""The part of the order queue that changes many orders at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.domain.permissions import Permission
from app.qt.commands import command
from app.qt.words import mark
from app.queries.order_choices import service_choices
from app.queries.orders import OrderRow
from app.queries.pages import Connection
from app.queries.returnable import Reason, reasons
from app.services.order_bulk import BulkChange, PreviewLine, preview
from app.views.parts.bulk_acts import change_orders
from app.views.parts.bulk_dialog import BulkDialog
from app.views.parts.order_acts import Done
from app.views.table_screen import TableScreen

RIGHTS = {
    "hold": (Permission.ORDER_HOLD,),
    "let_go": (Permission.ORDER_HOLD,),
    "confirm": (Permission.ORDER_CONFIRM, Permission.ORDER_CANCEL),
    "tag": (Permission.ORDER_ENTER,),
    "untag": (Permission.ORDER_ENTER,),
}
"""What each kind of change takes; confirming takes the way back as well."""
_OTHERS = (Permission.ORDER_ENTER, Permission.ORDER_CONFIRM)


class BulkEditing(TableScreen[OrderRow]):
    """Asks what is to be changed, shows what will become of it, does it and offers one way back."""

    _bulk: BulkDialog | None = None

    def _done(self, done: Done, words: str) -> None:
        """Say what became of it, and offer the way back."""
        raise NotImplementedError

    @command(
        "order.bulk", mark("Bulk edit"), icon="edit", shortcut="Ctrl+Shift+E", right=Permission.ORDER_ENTER
    )
    def bulk(self) -> None:
        """Ask what is to become of the chosen orders."""
        rows = self.chosen()
        if not rows:
            return

        def choices(connection: Connection) -> tuple[tuple[tuple[int, str], ...], tuple[Reason, ...]]:
            return service_choices(connection), reasons(connection, "hold")

        self.read(choices, then=lambda found: self._open_bulk(rows, *found))

    def _open_bulk(
        self,
        rows: tuple[OrderRow, ...],
        services: tuple[tuple[int, str], ...],
        why: tuple[Reason, ...],
    ) -> None:
        dialog = BulkDialog(services, why, self._may_change, self)
        ids = tuple(row.id for row in rows)
        ctx = self.ctx

        def look(change: BulkChange) -> None:
            self.later(preview, ctx, ids, change, then=show(change), failed=refuse, latest="bulk")

        def show(change: BulkChange) -> Callable[[tuple[PreviewLine, ...]], None]:
            return lambda lines: dialog.show_preview(change, lines) if self._bulk is dialog else None

        def refuse(error: Any) -> None:
            if self._bulk is dialog:
                dialog.refused(error)

        self._bulk = dialog
        dialog.asked.connect(look)
        dialog.given.connect(lambda change: self._change_all(rows, change))
        dialog.finished.connect(self._bulk_over)
        dialog.ask()
        dialog.open()

    def _bulk_over(self) -> None:
        self._bulk = None

    def _may_change(self, kind: str) -> bool:
        return all(self.shell.allows(right) for right in RIGHTS.get(kind, _OTHERS))

    def _change_all(self, rows: tuple[OrderRow, ...], change: BulkChange) -> None:
        words = mark("%n orders changed.")
        self.do(change_orders, rows, change, then=lambda done: self._done(done, words))
