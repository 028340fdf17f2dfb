"""What is done with the carrier of a shipment: another one is chosen, its labels are asked for again or given up."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.permissions import Permission
from app.domain.rates import Quote
from app.qt.commands import command
from app.qt.words import mark, tr, trn
from app.queries.rate_tables import ToSend
from app.queries.shipments import ShipmentRow
from app.services.choosing import (
    CHANGEABLE,
    Chosen,
    ServiceChanged,
    change_service,
    choose_carrier,
    shipment_quotes,
)
from app.services.context import Context
from app.services.purchases import ask_again, give_up
from app.views.parts.service_dialog import ServiceDialog
from app.views.parts.shipment_drawer import ShipmentDrawer
from app.views.table_screen import TableScreen


class CarrierActs(TableScreen[ShipmentRow]):
    """The part of the shipments' screen that deals with carriers."""

    details: ShipmentDrawer

    def may(self, command_id: str) -> bool:
        """What the current shipment and its labels allow."""
        row = self.current()
        waiting = self.details.carriage.waiting
        return {
            "shipment.carrier": row is not None and row.state in CHANGEABLE,
            "shipment.rules": row is not None and row.state in CHANGEABLE,
            "shipment.ask_again": any(one.status != "failed" for one in waiting),
            "shipment.give_up": any(one.status != "failed" for one in waiting),
        }.get(command_id, True)

    @command(
        "shipment.carrier",
        mark("Change carrier"),
        icon="carriers",
        shortcut="Ctrl+Shift+C",
        right=Permission.SHIPMENT_PACK,
        button=False,
    )
    def change_carrier(self) -> None:
        """Show what every service asks for the current shipment, and take another one."""
        row = self.current()
        if row is not None and self.may("shipment.carrier"):
            self.do(shipment_quotes, row.id, then=self._choose)

    def _choose(self, found: tuple[ToSend, tuple[Quote, ...]]) -> None:
        sent, quotes = found
        self.services = ServiceDialog(sent, quotes, self)
        self.services.chosen.connect(lambda service: self._change(sent.id, service))
        self.services.open()

    def _change(self, shipment_id: int, service_id: int | None) -> None:
        def changed(done: ServiceChanged) -> None:
            self.refresh()
            if done.before == done.after:
                return
            name = done.name or tr("own delivery")
            words = tr("{shipment} goes with {carrier}.", shipment=done.number, carrier=name)
            self.shell.tell(words, lambda: self._change(shipment_id, done.before))

        self.do(change_service, shipment_id, service_id, then=changed)

    @command(
        "shipment.rules",
        mark("Carrier by rule"),
        icon="rules",
        right=Permission.SHIPMENT_PACK,
        button=False,
    )
    def by_rule(self) -> None:
        """Let the rules choose the carrier of the current shipment again, as it is now."""
        row = self.current()
        if row is None or not self.may("shipment.rules"):
            return

        def chosen(found: Chosen) -> None:
            self.refresh()
            if found.service_id is None:
                self.shell.tell(tr("No rule gives {shipment} a carrier.", shipment=found.number))
            else:
                self.shell.tell(
                    tr("{shipment} goes with {carrier}.", shipment=found.number, carrier=found.name)
                )

        self.do(choose_carrier, row.id, then=chosen)

    @command(
        "shipment.ask_again",
        mark("Ask the carrier again"),
        icon="refresh",
        right=Permission.SHIPMENT_PACK,
        button=False,
    )
    def ask_carrier_again(self) -> None:
        """Hand the requests of the current shipment over anew, under their keys."""
        self._each(ask_again, mark("%n labels are asked for again."))

    @command(
        "shipment.give_up",
        mark("Give labels up"),
        icon="close",
        right=Permission.SHIPMENT_PACK,
        button=False,
    )
    def give_labels_up(self) -> None:
        """Wait no longer for the labels of the current shipment; the carrier is told to take them back."""
        self._each(give_up, mark("%n labels are given up."))

    def _each(self, work: Callable[[Context, int], object], words: str) -> None:
        ids = [one.id for one in self.details.carriage.waiting if one.status != "failed"]

        def each(ctx: Context) -> int:
            for purchase_id in ids:
                work(ctx, purchase_id)
            return len(ids)

        def told(n: int) -> None:
            self.shell.tell(trn(words, n))
            self.refresh()

        if ids:
            self.do(each, then=told)
