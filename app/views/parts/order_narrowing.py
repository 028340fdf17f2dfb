"""What the order queue can be narrowed down by, with what there is to choose from."""

from __future__ import annotations

from app.queries.order_choices import OrderChoices, order_choices
from app.queries.readable import reads_addresses
from app.views.parts.bulk_editing import BulkEditing
from app.views.parts.order_columns import filters_of
from app.views.table_screen import Filter


class OrderNarrowing(BulkEditing):
    """The part of the order queue that knows its conditions."""

    _choices: OrderChoices = OrderChoices()

    def filters(self) -> tuple[Filter, ...]:
        """The conditions that make sense in this view."""
        addresses = reads_addresses(self.ctx.rights)
        return filters_of(self._tab.id, self._choices, self.ctx.actor, addresses=addresses)

    def _read_choices(self) -> None:
        def came(found: OrderChoices) -> None:
            if found != self._choices:
                self._choices = found
                self._paint_chips()

        customer = self._set.get("customer")
        wanted = customer if isinstance(customer, int) else None
        self.read(order_choices, wanted, then=came, failed=lambda _: None, latest="choices")
