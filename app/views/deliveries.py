"""Parcels under way: which are late, lost or in trouble, what the carriers say, and what a person decides about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.domain.countries import country_name
from app.domain.permissions import Permission
from app.domain.scan import Scan
from app.errors import AppError
from app.qt.commands import command
from app.qt.format import count, day, moment
from app.qt.notices import Notice
from app.qt.table import Column
from app.qt.words import language, mark, said, tr, trn
from app.queries.pages import Ask, Connection, Page
from app.queries.readable import reads_addresses
from app.queries.under_way import Told, UnderWay, parcel_events, under_way, under_way_count
from app.services.announcing import Proposal, propose_notice, send_notice
from app.services.context import Context
from app.services.shipping import deliver_shipment, find_parcel, lose_parcel, undeliver_shipment
from app.services.tracking import Recorded, dismiss_event, match_unknown, restore_event
from app.views.parts.delivery_drawer import DeliveryDrawer
from app.views.parts.delivery_words import STANDS, said_words, stands
from app.views.parts.letter import LetterDialog
from app.views.table_screen import Tab, TableScreen

Step = Callable[[Context, int], Any]


def each(ctx: Context, step: Step, ids: Sequence[int]) -> tuple[list[int], list[AppError]]:
    """Take a step with each of them; what is refused holds up no other."""
    done: list[int] = []
    refused: list[AppError] = []
    for one in ids:
        try:
            step(ctx, one)
        except AppError as error:
            refused.append(error)
        else:
            done.append(one)
    return done, refused


def parcel_number(row: UnderWay) -> str:
    """What people call a parcel: its tracking number, else its SSCC."""
    return row.tracking or row.sscc


class Deliveries(TableScreen[UnderWay]):
    """What has left and has not arrived, the oldest first."""

    id, title, icon, group = "deliveries", mark("Deliveries"), "deliveries", mark("Ship")
    topics = frozenset({"shipment", "package", "tracking_event", "shipping_label", "carrier"})
    right = Permission.SHIPMENT_DELIVER
    columns: tuple[Column[UnderWay], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("number", mark("Parcel"), parcel_number, width=174, code=True),
        Column(
            "state",
            mark("State"),
            lambda r: tr(STANDS[stands(r)][2]),
            width=140,
            mark=lambda r: STANDS[stands(r)][:2],
            tone=lambda r: "text" if stands(r) == "under_way" else STANDS[stands(r)][1],
            raw=stands,
        ),
        Column("customer", mark("Customer"), lambda r: r.customer, width=110, stretch=True),
        Column(
            "carrier",
            mark("Carrier"),
            lambda r: (r.carrier or tr("own delivery")) if r.shipment else "",
            width=140,
        ),
        Column(
            "sent",
            mark("Handed over"),
            lambda r: moment(r.shipped_at),
            width=110,
            hidden=True,
            raw=lambda r: r.shipped_at,
        ),
        Column(
            "due",
            mark("Expected"),
            lambda r: day(r.due_on),
            width=84,
            right=True,
            raw=lambda r: r.due_on,
            tone=lambda r: "stop" if r.late_days else "text",
        ),
        Column(
            "late",
            mark("Days late"),
            lambda r: count(r.late_days) if r.late_days else "",
            width=96,
            right=True,
            raw=lambda r: r.late_days,
        ),
        Column("said", mark("The carrier says"), said_words, width=144),
        Column(
            "at",
            mark("Said for"),
            lambda r: moment(r.said_at),
            width=110,
            hidden=True,
            raw=lambda r: r.said_at,
        ),
        Column("place", mark("Place"), lambda r: r.place, width=120, hidden=True),
        Column("shipment", mark("Shipment"), lambda r: r.shipment, width=132, code=True, hidden=True),
        Column("order", mark("Order"), lambda r: r.order, width=132, code=True, hidden=True),
        Column("sscc", mark("SSCC"), lambda r: r.sscc, width=160, code=True, hidden=True),
        Column(
            "country",
            mark("Country"),
            lambda r: country_name(r.country, language()) if r.country else "",
            width=110,
            hidden=True,
            raw=lambda r: r.country,
        ),
    )
    tabs = (
        Tab("late", mark("Late"), {"show": "late"}),
        Tab("lost", mark("Lost"), {"show": "lost"}),
        Tab("trouble", mark("Incidents"), {"show": "trouble"}),
        Tab("silent", mark("No word"), {"show": "silent"}),
        Tab("unknown", mark("Unknown numbers"), {"show": "unknown"}),
        Tab("all", mark("All under way")),
    )
    ticks = True
    searches = mark("Number, customer, tracking")
    empty = (
        mark("Nothing to look after"),
        mark("Parcels that are late, lost or in trouble stand here until they arrive."),
    )

    def fetch(self, connection: Connection, ask: Ask) -> Page[UnderWay]:
        """A page of parcels."""
        return under_way(connection, ask, addresses=reads_addresses(self.ctx.rights))

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return under_way_count(connection, ask)

    # The drawer

    def make_drawer(self) -> QWidget:
        """The parcel's details."""
        self.details = DeliveryDrawer(self.shell.go)
        self.details.closed.connect(self._close_details)
        self.details.opened.connect(lambda: self.opened(None))
        return self.details

    def _close_details(self) -> None:
        self.details.hide()
        self.view.setFocus()

    def show_row(self, row: UnderWay | None) -> None:
        """Read what the carrier said of another row."""
        if row is None:
            self.details.hide()
            return
        self.details.begin(row)
        if row.package_id is None:
            told = Told(-row.id, row.said_at, row.said, row.words, row.place, "", row.said_at)  # type: ignore[arg-type]  # an event has a moment
            self.details.fill(row, (told,))
            return
        self.read(
            parcel_events,
            row.package_id,
            then=lambda events: self.details.fill(row, events),
            failed=lambda _: None,
            latest="events",
        )

    def opened(self, key: object) -> None:
        """Enter goes to the parcel's shipment."""
        row = self.current()
        if row is not None and row.shipment_id is not None:
            self.shell.go("shipments", row.shipment_id)

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """A parcel's label finds it."""
        self.shell.answered(journal, "search")
        self.choose_tab("all")
        self.search_for(scan.sscc or scan.code)
        self.view.setFocus()
        return True

    # Commands

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of commands without a button of their own."""
        return (
            ("Return", mark("Open")),
            ("Ctrl+Shift+C", mark("Copy the link")),
            ("Ctrl+R", mark("Look again")),
        )

    def can(self, command_id: str) -> bool:
        """What the chosen parcels allow."""
        rows = self.chosen()
        states = {row.state for row in rows}
        row = self.current()
        return {
            "delivery.delivered": states == {"loaded"},
            "delivery.lost": states == {"loaded"},
            "delivery.found": states == {"lost"},
            "delivery.aside": states == {"unknown"},
            "delivery.write": row is not None
            and row.state in ("loaded", "lost")
            and row.order_id is not None,
            "delivery.link": row is not None and bool(row.link),
        }.get(command_id, True)

    @command("delivery.link", mark("Copy the link"), icon="link", shortcut="Ctrl+Shift+C", button=False)
    def copy_link(self) -> None:
        """Put the address of the carrier's page about the parcel into the clipboard."""
        row = self.current()
        if row is not None and row.link:
            QGuiApplication.clipboard().setText(row.link)
            self.shell.tell(tr("{link} is in the clipboard.", link=row.link))

    @command(
        "delivery.match",
        mark("Look again"),
        icon="refresh",
        shortcut="Ctrl+R",
        right=Permission.SHIPMENT_DELIVER,
        button=False,
    )
    def match(self) -> None:
        """Give events of unknown numbers to parcels that are known by now."""

        def done(result: Recorded) -> None:
            self.shell.tell(trn("%n events found their parcel.", result.new))
            self.refresh()

        self.do(match_unknown, then=done)

    @command(
        "delivery.aside", mark("Not ours"), icon="close", shortcut="Del", right=Permission.SHIPMENT_DELIVER
    )
    def put_aside(self) -> None:
        """Put events of numbers aside that are none of ours."""
        self._take(
            dismiss_event, restore_event, [-row.id for row in self.chosen()], mark("%n events put aside.")
        )

    @command(
        "delivery.write",
        mark("Write to the customer"),
        icon="mail",
        shortcut="Ctrl+M",
        right=Permission.SHIPMENT_DELIVER,
    )
    def write(self) -> None:
        """Show the letter that the parcel is late or lost; it goes when that is confirmed."""
        row = self.current()
        if row is None or row.package_id is None:
            return
        self.read(propose_notice, row.package_id, then=self._propose)

    def _propose(self, proposal: Proposal) -> None:
        def sent(_: int) -> None:
            self.shell.tell(tr("The letter to {name} is in the outbox.", name=proposal.customer))

        dialog = LetterDialog(
            tr("Letter to {name}", name=proposal.customer),
            proposal.to,
            proposal.letter.subject,
            proposal.letter.text,
            self,
            lambda: self.do(send_notice, proposal.package_id, then=sent),
        )
        dialog.open()

    @command(
        "delivery.found", mark("Found"), icon="check", shortcut="Ctrl+U", right=Permission.SHIPMENT_DELIVER
    )
    def found(self) -> None:
        """Lost parcels are on their way after all."""
        self._take(find_parcel, lose_parcel, self._parcels(), mark("%n parcels are on their way again."))

    @command(
        "delivery.lost",
        mark("Lost"),
        icon="alert-triangle",
        shortcut="Ctrl+L",
        right=Permission.SHIPMENT_DELIVER,
    )
    def lost(self) -> None:
        """The carrier lost the chosen parcels."""
        self._take(lose_parcel, find_parcel, self._parcels(), mark("%n parcels noted as lost."))

    @command(
        "delivery.delivered",
        mark("Delivered"),
        icon="check-circle",
        shortcut="Ctrl+Return",
        right=Permission.SHIPMENT_DELIVER,
        primary=True,
    )
    def delivered(self) -> None:
        """The shipments of the chosen parcels arrived, with all their parcels that are on their way."""
        ids = list(dict.fromkeys(row.shipment_id for row in self.chosen() if row.shipment_id is not None))
        self._take(deliver_shipment, undeliver_shipment, ids, mark("%n shipments noted as delivered."))

    def _parcels(self) -> list[int]:
        return [row.package_id for row in self.chosen() if row.package_id is not None]

    def _take(self, step: Step, back: Step, ids: list[int], words: str) -> None:
        def done(result: tuple[list[int], list[AppError]]) -> None:
            good, refused = result
            self.untick()
            if good:
                self.shell.tell(trn(words, len(good)), lambda: self._back(back, good))
            for error in refused:
                self.shell.notices.add(Notice("stop", tr(self.title), said(error), cause=error))
            self.refresh()

        if ids:
            self.do(each, step, ids, then=done)

    def _back(self, step: Step, ids: list[int]) -> None:
        def done(result: tuple[list[int], list[AppError]]) -> None:
            for error in result[1]:
                self.shell.notices.add(Notice("stop", tr(self.title), said(error), cause=error))
            self.shell.tell(tr("Taken back."))
            self.refresh()

        self.do(each, step, ids, then=done)
