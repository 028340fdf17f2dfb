"""Shipments: what is to be packed and handed over, what left, their parcels, labels and papers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.domain.permissions import Permission
from app.domain.scan import Scan
from app.qt.commands import command
from app.qt.notices import Notice
from app.qt.preview import PreviewDialog
from app.qt.table import Column
from app.qt.widgets import empty
from app.qt.words import mark, said, tr, trn
from app.queries.pages import Ask, Connection, Page
from app.queries.readable import reads_addresses
from app.queries.shipment_carrier import Carriage, carriage
from app.queries.shipment_detail import ShipmentDetail, shipment_detail
from app.queries.shipment_papers import ShipmentPapers, shipment_papers
from app.queries.shipments import ShipmentRow, count_shipments, shipment_list, shipments_of
from app.services.attachments import open_paper
from app.services.context import Context
from app.services.label_preview import shown_paper
from app.services.labels import reprint_label
from app.services.resolver import Resolved
from app.services.shipping import (
    LabelMissing,
    deliver_shipment,
    ship_shipment,
    undeliver_shipment,
    unship_shipment,
)
from app.views.parts.bulk import Outcome, Work, for_each
from app.views.parts.label_run import LabelPrinting
from app.views.parts.scans import look_up_scan
from app.views.parts.shipment_carriers import CarrierActs
from app.views.parts.shipment_drawer import ShipmentDrawer, in_fours
from app.views.parts.shipment_list import COLUMNS, FILTERS, dated
from app.views.parts.shipment_papers import PAPERS, PaperLines, why_not
from app.views.parts.shipment_prints import ShipmentPrints
from app.views.table_screen import Filter, Tab

TO_PACK = ("picked", "packing")
_TO_PACK = (mark("Nothing to pack"), mark("Shipments come here when their pick list is confirmed."))
_AWAITED = (
    mark("No label is awaited"),
    mark("Labels that a carrier sells stand here until it has answered."),
)
_GONE = (mark("Nothing on its way"), mark("Shipments that were handed over stand here until they arrive."))
_ARRIVED = (mark("Nothing delivered yet"), mark("Shipments come here when they have arrived."))


class Shipments(ShipmentPrints, CarrierActs):
    """Shipments by what is to be done with them; those to hand over first."""

    id, title, icon, group = "shipments", mark("Shipments"), "shipments", mark("Ship")
    topics = frozenset({"shipment", "package", "shipping_label", "sales_order", "label_purchase"})
    columns: tuple[Column[ShipmentRow], ...] = COLUMNS  # type: ignore[misc]  # the class variable of the base, with its rows named
    sorted_by = ("promise", False)
    tabs = (
        Tab("ship", mark("To ship"), {"states": ("packed",)}),
        Tab("pack", mark("To pack"), {"states": TO_PACK}, empty=_TO_PACK),
        Tab("labels", mark("Labels awaited"), {"label_open": True}, sort="number", empty=_AWAITED),
        Tab("shipped", mark("Shipped"), {"states": ("shipped",)}, "number", True, _GONE),
        Tab("delivered", mark("Delivered"), {"states": ("delivered",)}, "number", True, _ARRIVED),
        Tab("all", mark("All"), sort="number", descending=True),
    )
    ticks = True
    searches = mark("Number, customer, parcel")
    empty = (mark("Nothing here"), mark("Packed shipments wait here until they are handed over."))

    def filters(self) -> tuple[Filter, ...]:
        """By promise, and those whose label is missing."""
        return FILTERS

    def fetch(self, connection: Connection, ask: Ask) -> Page[ShipmentRow]:
        """A page of shipments."""
        return shipment_list(connection, dated(ask), addresses=reads_addresses(self.ctx.rights))

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return count_shipments(connection, dated(ask))

    def build(self) -> None:
        """Make the parts."""
        super().build()
        self.printing = LabelPrinting(self, self.states.progress, self._labelled)

    def stop_export(self) -> bool:
        """Esc stops long work under way: the labels, else an export; False where there is none."""
        if self.printing.running:
            self.printing.stop()
            return True
        return super().stop_export()

    # The drawer

    def make_drawer(self) -> QWidget:
        """The shipment's details."""
        self.takes: ShipmentPapers | None = None
        self.details = ShipmentDrawer(self.shell.tasks)
        self.details.order_wanted.connect(lambda order_id: self.shell.go("orders", order_id))
        self.details.label_wanted.connect(self.preview_label)
        self.details.closed.connect(self.view_only)
        return self.details

    def view_only(self) -> None:
        """Close the drawer; another row opens it again."""
        self.details.hide()
        self.view.setFocus()

    def show_row(self, row: ShipmentRow | None) -> None:
        """Read the details of another row."""
        if row is None:
            self.takes = None
            self.details.show_detail(None)
            self.details.hide()
            return
        addresses = reads_addresses(self.ctx.rights)

        def look(connection: Connection) -> tuple[ShipmentDetail | None, ShipmentPapers, Carriage]:
            papers = shipment_papers(connection, row.id, addresses=addresses)
            detail = shipment_detail(connection, row.id, addresses=addresses)
            tells = Permission.SHIPMENT_DELIVER in self.ctx.rights  # as the letters in the outbox
            travels = carriage(connection, row.id, code=tells) if addresses else Carriage()
            return detail, papers, travels

        self.read(
            look,
            then=lambda found: self._show_detail(*found),
            failed=lambda _: self.details.hide(),
            latest="detail",
        )

    def _show_detail(self, detail: ShipmentDetail | None, papers: ShipmentPapers, travels: Carriage) -> None:
        current = self.current()
        if detail is None or current is None or current.id != detail.row.id:
            return
        self.takes = papers
        self.details.show_detail(detail, travels)
        empty(self.details.papers)
        lines = PaperLines(papers, lambda _: self.shell.allows(Permission.PAPER_PRINT), self.print_paper)
        self.details.papers.addWidget(lines)
        self.details.show()
        sha = self.details.label_sha
        if sha and reads_addresses(self.ctx.rights):
            self.details.show_label(
                sha, lambda take: self.do(shown_paper, sha, then=take, failed=lambda _: None)
            )
        self.update_commands()

    def refresh(self) -> None:
        """Read list and details again."""
        super().refresh()
        if self.current() is not None:
            self.show_row(self.current())

    # Finding

    def open(self, target: object) -> None:
        """Show a shipment (its id), or what another thing belongs to: ('parcel', id), ('order', id), ('pick_list', id)."""
        if isinstance(target, Mapping):
            self.head.search.clear()
            self.choose_tab(target.get("tab", "all"))
            self.set_filters({name: value for name, value in target.items() if name != "tab"})
            return
        kind, row_id = target if isinstance(target, tuple) else ("shipment", target)

        def found(ids: tuple[int, ...]) -> None:
            if ids and not self.view.select_key(ids[0]):
                self._look_among_all(str(kind), int(row_id), ids[0])

        self.read(shipments_of, kind, row_id, then=found)

    def _look_among_all(self, kind: str, row_id: int, shipment_id: int) -> None:
        def name(connection: Connection) -> str:
            detail = shipment_detail(connection, shipment_id, addresses=False)
            if detail is None:
                return ""
            return detail.row.order_number if kind == "order" else detail.row.number

        def search(number: str) -> None:
            self._wanted = shipment_id
            self.choose_tab("all")
            self.clear_filters()
            self.search_for(number)
            self.view.setFocus()

        self.read(name, then=search)

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """A parcel, shipment, order or pick list shows its shipment."""
        look_up_scan(self, scan, journal, self._take)
        return True

    def _take(self, found: Resolved) -> bool:
        if found.kind not in ("shipment", "parcel", "order", "pick_list"):
            return False
        self.open((found.kind, found.id))
        return True

    def opened(self, key: object) -> None:
        """Enter: one that is to be packed goes to the bench, every other to its order."""
        row = self.current()
        if row is None:
            return
        if row.state in TO_PACK and self.shell.allows(Permission.SHIPMENT_PACK):
            self.shell.go("packing", row.id)
        elif row.order_id is not None:
            self.shell.go("orders", row.order_id)

    # Commands

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of commands without a button of their own."""
        return (("Return", mark("Open")), ("F3", mark("Preview label")))

    def can(self, command_id: str) -> bool:
        """What the chosen shipments allow."""
        rows = self.chosen()
        states = {row.state for row in rows}
        detail = self.details.detail
        labelled = bool(detail and self.details.label_sha and detail.row.state != "cancelled")
        bare = any(row.unlabelled or row.state == "packed" for row in rows) and not self.printing.running
        if command_id in dict(PAPERS):
            return bool(rows) and not why_not(command_id, self.takes)
        return {
            "shipment.preview": labelled,
            "shipment.copy": labelled,
            "shipment.label": bare,
            "shipment.label-second": bare,
            "shipment.slip": bool(rows) and all(row.parcels for row in rows),
            "shipment.ship": states == {"packed"},
            "shipment.unship": states == {"shipped"},
            "shipment.deliver": states == {"shipped"},
            "shipment.undeliver": states == {"delivered"},
        }.get(command_id, self.may(command_id))

    @command("shipment.preview", mark("Preview label"), icon="eye", shortcut="F3", button=False)
    def preview_label(self) -> None:
        """Show the stored label large, with the way to print it again as COPY."""
        detail, sha = self.details.detail, self.details.label_sha
        if detail is None or not sha:
            return
        parcel = next(one for one in detail.parcels if one.label_sha == sha)
        title = tr("Label of parcel {position}, {sscc}", position=parcel.position, sscc=in_fours(parcel.sscc))
        prints = self.reprint if self.shell.allows(Permission.SHIPMENT_PACK) else None

        def show(data: bytes) -> None:
            words = mark("Reprint as COPY")
            dialog = PreviewDialog(self.shell.tasks, title, self, prints=prints, print_words=words)
            dialog.open()
            dialog.preview.show_pdf(data, title)

        self.do(open_paper, "label", sha, then=show)

    @command(
        "shipment.copy", mark("Reprint as COPY"), icon="copy", shortcut="F7", right=Permission.SHIPMENT_PACK
    )
    def reprint(self) -> None:
        """Print every label of the current shipment once more, marked as a copy."""
        detail = self.details.detail
        if detail is None:
            return
        ids = [parcel.id for parcel in detail.parcels if parcel.label_sha]

        def work(ctx: Context) -> int:
            for package_id in ids:
                reprint_label(ctx, package_id)
            return len(ids)

        self.do(work, then=lambda n: self.shell.tell(trn("%n copies sent to the printer.", n)))

    @command(
        "shipment.label", mark("Print label"), icon="label", shortcut="Ctrl+P", right=Permission.SHIPMENT_PACK
    )
    def print_labels(self) -> None:
        """Make the labels that are missing and send them to the printer."""
        self._label(self.chosen())

    @command(
        "shipment.label-second",
        mark("Print labels from the second half"),
        icon="label",
        right=Permission.SHIPMENT_PACK,
        button=False,
    )
    def print_labels_from_second(self) -> None:
        """The same onto sheets of two labels of which the first has lost its upper one."""
        self._label(self.chosen(), second_half=True)

    def _label(self, rows: tuple[ShipmentRow, ...], *, second_half: bool = False) -> None:
        if rows:
            self.printing.start([row.id for row in rows], second_half=second_half)
            self.update_commands()

    def _labelled(self) -> None:
        self.untick()
        self.refresh()

    @command(
        "shipment.unship",
        mark("Undo handing over"),
        icon="undo",
        right=Permission.SHIPMENT_SHIP,
        button=False,
    )
    def unship(self) -> None:
        """The chosen shipments are packed and here again."""
        self._do(unship_shipment, mark("%n shipments are back, packed."), back=ship_shipment)

    @command(
        "shipment.undeliver",
        mark("Undo delivered"),
        icon="undo",
        right=Permission.SHIPMENT_DELIVER,
        button=False,
    )
    def undeliver(self) -> None:
        """The chosen shipments are on their way again."""
        self._do(undeliver_shipment, mark("%n shipments are on their way again."), back=deliver_shipment)

    @command(
        "shipment.deliver",
        mark("Delivered"),
        icon="check-circle",
        shortcut="Ctrl+D",
        right=Permission.SHIPMENT_DELIVER,
    )
    def deliver(self) -> None:
        """The chosen shipments arrived."""
        self._do(deliver_shipment, mark("%n shipments noted as delivered."), back=undeliver_shipment)

    @command(
        "shipment.ship",
        mark("Ship"),
        icon="truck",
        shortcut="Ctrl+Return",
        right=Permission.SHIPMENT_SHIP,
        primary=True,
    )
    def ship(self) -> None:
        """Hand the chosen shipments over: their goods leave the warehouse."""
        self._do(ship_shipment, mark("%n shipments handed over."), back=unship_shipment)

    def _do(
        self,
        work: Work,
        words: str,
        *,
        back: Work | None = None,
        rows: tuple[ShipmentRow, ...] | None = None,
    ) -> None:
        """Do something to the chosen shipments; `back` is what undoes it. Each refusal is said with its next step."""
        chosen = self.chosen() if rows is None else rows
        if chosen:
            self.do(for_each, work, chosen, then=lambda outcome: self._done(outcome, words, back))

    def _done(self, outcome: Outcome[ShipmentRow], words: str, back: Work | None) -> None:
        self.untick()
        if outcome.done:
            undo = None
            if back is not None:
                undo = lambda: self._do(back, mark("%n shipments: taken back."), rows=outcome.done)  # noqa: E731 - bound to this outcome
            self.shell.tell(trn(words, len(outcome.done)), undo)
        for row, error in outcome.refused:
            if isinstance(error, LabelMissing) and self.shell.allows(Permission.SHIPMENT_PACK):
                self.shell.notices.refused(error, tr("Print label"), lambda row=row: self._label((row,)))  # type: ignore[misc]  # a lambda's default has no type
            else:
                self.shell.notices.add(Notice("stop", row.number, said(error), cause=error))
        self.refresh()
