"""The papers that the list of shipments prints: a command each."""

from __future__ import annotations

from app.domain.permissions import Permission
from app.qt.commands import command
from app.qt.words import mark
from app.queries.shipments import ShipmentRow
from app.services.labels import print_packing_slip
from app.services.printing_shipping import (
    print_customs,
    print_delivery_note,
    print_hazard_marks,
    print_waybill,
)
from app.views.parts.bulk import Work
from app.views.table_screen import TableScreen


class ShipmentPrints(TableScreen[ShipmentRow]):
    """A list of shipments that prints their papers."""

    def _do(
        self,
        work: Work,
        words: str,
        *,
        back: Work | None = None,
        rows: tuple[ShipmentRow, ...] | None = None,
    ) -> None:
        """Do something to the chosen shipments."""
        raise NotImplementedError

    @command(
        "shipment.slip",
        mark("Print packing slip"),
        icon="document",
        shortcut="Ctrl+Shift+P",
        right=Permission.PAPER_PRINT,
        button=False,
    )
    def print_slip(self) -> None:
        """Send the packing slips of the chosen shipments to the printer."""
        self._do(print_packing_slip, mark("%n packing slips sent to the printer."))

    def print_paper(self, command_id: str) -> None:
        """Do what the button beside a paper says."""
        self.actions_by_id[command_id].trigger()

    @command(
        "shipment.delivery-note",
        mark("Print delivery note"),
        icon="document",
        right=Permission.PAPER_PRINT,
        button=False,
    )
    def print_note(self) -> None:
        """Send the delivery notes of the chosen shipments to the printer."""
        self._do(print_delivery_note, mark("%n delivery notes sent to the printer."))

    @command(
        "shipment.customs",
        mark("Print customs declaration"),
        icon="document",
        right=Permission.PAPER_PRINT,
        button=False,
    )
    def print_declaration(self) -> None:
        """Send the customs declarations of the chosen shipments to the printer."""
        self._do(print_customs, mark("Customs declarations of %n shipments sent to the printer."))

    @command(
        "shipment.waybill", mark("Print waybill"), icon="document", right=Permission.PAPER_PRINT, button=False
    )
    def print_consignment(self) -> None:
        """Send the waybills of the chosen shipments to the printer."""
        self._do(print_waybill, mark("%n waybills sent to the printer."))

    @command(
        "shipment.hazard-marks",
        mark("Print dangerous goods marks"),
        icon="label",
        right=Permission.PAPER_PRINT,
        button=False,
    )
    def print_marks(self) -> None:
        """Send the marks of the chosen shipments' parcels to the printer."""
        self._do(print_hazard_marks, mark("Dangerous goods marks of %n shipments sent to the printer."))
