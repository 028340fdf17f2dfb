"""The printer's queue: what waits and why, what asks a person, what came out; and what a person decides about it."""

from __future__ import annotations

from app.domain.permissions import Permission
from app.qt.commands import command
from app.qt.format import hour, moment
from app.qt.preview import PreviewDialog
from app.qt.table import Column
from app.qt.words import mark, said, tr
from app.queries.pages import Ask, Connection, Page
from app.queries.print_queue import DeskRow, PrintRow, desks, print_count, print_queue
from app.services.attachments import open_paper
from app.services.reprinting import (
    cancel_print_job,
    confirm_printed,
    move_print_job,
    reprint,
    retry_print_job,
)
from app.views.parts.bulk import Work, do_to_chosen
from app.views.parts.printers import printer_words
from app.views.table_screen import Filter, Tab, TableScreen

STATUSES = {
    "waiting": ("clock", "text2", mark("Waiting")),
    "printing": ("print", "info", mark("Printing")),
    "printed": ("check-circle", "good", mark("Printed")),
    "failed": ("alert-triangle", "stop", mark("Did it come out?")),
    "cancelled": ("close", "text3", mark("Cancelled")),
}
"""What a job may be: (icon, tone, English words)."""
DOCUMENTS = {
    "shipment_label": mark("Shipping label"),
    "pallet_label": mark("Pallet label"),
    "pick_list": mark("Pick list"),
    "packing_slip": mark("Packing slip"),
    "order_confirmation": mark("Order confirmation"),
    "delivery_note": mark("Delivery note"),
    "cn22": mark("CN 22 declaration"),
    "cn23": mark("CN 23 declaration"),
    "waybill": mark("Waybill"),
    "hazard_marks": mark("Dangerous goods marks"),
    "hazard_marks_small": mark("Small dangerous goods marks"),
    "manifest": mark("Manifest"),
    "return_label": mark("Return label"),
    "location_labels": mark("Labels of places"),
    "badge_card": mark("Badge"),
    "command_card": mark("Command card"),
}


def paper(document: str) -> str:
    """A kind of paper in the person's language."""
    return tr(DOCUMENTS[document]) if document in DOCUMENTS else document


def status(row: PrintRow) -> str:
    """What a job is, in the person's language; one that is put off says until when."""
    words = tr(STATUSES[row.status][2])
    if row.status == "waiting" and row.due_at is not None:
        return tr("Waiting until {time}", time=hour(row.due_at))
    return words


def reason(row: PrintRow) -> str:
    """Why it waits, or what is asked."""
    return said(row.error) if row.error else ""


class PrintQueue(TableScreen[PrintRow]):
    """Papers on their way to the printers, those that have not come out first."""

    id, title, icon, group = "print-queue", mark("Print queue"), "print", mark("Steer")
    topics = frozenset({"print_job", "desk"})
    right = Permission.PAPER_PRINT
    columns: tuple[Column[PrintRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column(
            "status",
            mark("State"),
            status,
            width=150,
            mark=lambda r: STATUSES[r.status][:2],
            tone=lambda r: "stop" if r.status == "failed" else "text",
            raw=lambda r: r.status,
        ),
        Column("document", mark("Paper"), lambda r: paper(r.document), width=160),
        Column("title", mark("For"), lambda r: r.title, width=216, code=True),
        Column("copy", mark("Copy"), lambda r: tr("COPY") if r.copy else "", width=88),
        Column("desk", mark("Desk"), lambda r: r.desk, width=84),
        Column("error", mark("Why"), reason, width=240, stretch=True),
        Column("printer", mark("Printer"), lambda r: printer_words(r.printer), width=150, hidden=True),
        Column(
            "attempts",
            mark("Attempts"),
            lambda r: str(r.attempts) if r.attempts else "",
            width=76,
            right=True,
            hidden=True,
            raw=lambda r: r.attempts,
        ),
        Column(
            "created",
            mark("Asked for"),
            lambda r: moment(r.created_at),
            width=116,
            raw=lambda r: r.created_at,
        ),
        Column("by", mark("By"), lambda r: r.created_by, width=92),
        Column(
            "printed",
            mark("Came out"),
            lambda r: moment(r.printed_at),
            width=110,
            hidden=True,
            raw=lambda r: r.printed_at,
        ),
    )
    tabs = (
        Tab("all", mark("All")),
        Tab("waiting", mark("Waiting"), {"status": "waiting"}),
        Tab("failed", mark("To answer"), {"status": "failed"}),
        Tab("printed", mark("Printed"), {"status": "printed"}),
        Tab("cancelled", mark("Cancelled"), {"status": "cancelled"}),
    )
    ticks = True
    searches = mark("Number on the paper")
    empty = (
        mark("Nothing waits"),
        mark("What is printed anywhere stands here, with the reason where it does not come out."),
    )

    def build(self) -> None:
        """Make the table; the desks are read with the first rows."""
        self._desks: tuple[DeskRow, ...] = ()
        super().build()

    def refresh(self) -> None:
        """Read rows and desks again."""
        super().refresh()
        self.read(desks, then=self._take_desks, failed=lambda _: None, latest="desks")

    def _take_desks(self, found: tuple[DeskRow, ...]) -> None:
        if found != self._desks:
            self._desks = found
            self._paint_chips()
        self.update_commands()

    def filters(self) -> tuple[Filter, ...]:
        """By desk and by kind of paper."""
        return (
            Filter("desk", mark("Desk"), tuple((desk.id, desk.code) for desk in self._desks)),
            Filter("document", mark("Paper"), tuple(DOCUMENTS.items())),
        )

    def fetch(self, connection: Connection, ask: Ask) -> Page[PrintRow]:
        """A page of jobs."""
        return print_queue(connection, ask)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return print_count(connection, ask)

    def opened(self, key: object) -> None:
        """Enter shows the paper."""
        self.preview()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of commands without a button of their own."""
        return (("Return", mark("Preview")), ("Ctrl+D", mark("Print at this desk")))

    def can(self, command_id: str) -> bool:
        """What the chosen jobs allow."""
        states = {row.status for row in self.chosen()}
        possible = {
            "print.preview": bool(states),
            "print.cancel": states <= {"waiting", "failed"},
            "print.here": states == {"waiting"} and self._here() is not None,
            "print.came": states == {"failed"},
            "print.copy": states == {"printed"},
            "print.retry": states <= {"waiting", "failed"},
        }
        return bool(states) and possible[command_id] if command_id in possible else True

    def _here(self) -> int | None:
        """This desk, where it is one that is set up."""
        return next((desk.id for desk in self._desks if desk.code == self.ctx.desk), None)

    @command("print.preview", mark("Preview"), icon="eye", shortcut="F3", button=False)
    def preview(self) -> None:
        """Show the paper as it was or will be printed."""
        row = self.current()
        if row is None:
            return
        title = f"{paper(row.document)} {row.title}"

        def show(data: bytes) -> None:
            dialog = PreviewDialog(self.shell.tasks, title, self)
            dialog.open()
            dialog.preview.show_pdf(data, title)

        self.do(open_paper, row.document, row.sha256, then=show)

    @command(
        "print.cancel", mark("Cancel printing"), icon="close", shortcut="Del", right=Permission.PAPER_PRINT
    )
    def cancel(self) -> None:
        """Take the chosen papers out of the queue."""
        self._each(cancel_print_job, mark("%n papers taken out of the queue."))

    @command(
        "print.here",
        mark("Print at this desk"),
        icon="desk",
        shortcut="Ctrl+D",
        right=Permission.PAPER_PRINT,
        button=False,
    )
    def print_here(self) -> None:
        """Let the chosen papers come out here."""
        here = self._here()
        if here is not None:
            self._each(
                lambda ctx, job_id: move_print_job(ctx, job_id, here),
                mark("%n papers come out at this desk."),
            )

    @command(
        "print.came", mark("It came out"), icon="check", shortcut="Ctrl+Return", right=Permission.PAPER_PRINT
    )
    def came_out(self) -> None:
        """Answer that the chosen papers came out."""
        self._each(confirm_printed, mark("%n papers noted as printed."))

    @command("print.copy", mark("Reprint as COPY"), icon="copy", shortcut="F7", right=Permission.PAPER_PRINT)
    def reprint(self) -> None:
        """Print the chosen papers once more, marked as copies."""
        self._each(reprint, mark("%n copies sent to the printer."))

    @command(
        "print.retry",
        mark("Try again"),
        icon="refresh",
        shortcut="Ctrl+R",
        right=Permission.PAPER_PRINT,
        primary=True,
    )
    def retry(self) -> None:
        """Try the chosen papers now; one that may have come out is printed as COPY."""
        self._each(retry_print_job, mark("%n papers are tried again."))

    def _each(self, work: Work, words: str) -> None:
        do_to_chosen(self, work, words, lambda row: row.title)
