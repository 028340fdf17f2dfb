"""The outbox: what is told to customers and their programs, what did not go and why, and what a person decides about it."""

from __future__ import annotations

from app.domain.permissions import Permission
from app.integrations.mail import open_mail
from app.qt.commands import command
from app.qt.format import hour, moment
from app.qt.table import Column
from app.qt.words import mark, said, tr
from app.queries.outbox import MessageRow, outbox, outbox_count
from app.queries.pages import Ask, Connection, Page
from app.services.background import retry_announcement
from app.services.context import Context
from app.services.outbox import PERHAPS, cancel_message, confirm_sent, message_bytes, retry_message
from app.views.parts.bulk import Work, do_to_chosen
from app.views.parts.letter import LetterDialog
from app.views.table_screen import Filter, Tab, TableScreen

STATUSES = {
    "waiting": ("clock", "text2", mark("Waiting")),
    "sending": ("mail", "info", mark("Being sent")),
    "sent": ("check-circle", "good", mark("Sent")),
    "failed": ("alert-triangle", "stop", mark("Not sent")),
    "cancelled": ("close", "text3", mark("Cancelled")),
}
"""What a message may be: (icon, tone, English words)."""
KINDS = {
    "despatch_edifact": mark("Despatch advice, EDIFACT"),
    "despatch_ubl": mark("Despatch advice, UBL"),
    "order_response_edifact": mark("Answer to an order, EDIFACT"),
    "order_response_ubl": mark("Answer to an order, UBL"),
    "order_confirmation": mark("Order confirmation"),
    "order_delay": mark("Order later than promised"),
    "answer_order": mark("Answer to an order"),
    "parcel_notice": mark("Parcels on their way"),
    "delay_notice": mark("Parcel late"),
    "loss_notice": mark("Parcel lost"),
    "pickup_notice": mark("Ready to be fetched"),
    "announce": mark("Announcement"),
}


def status(row: MessageRow) -> str:
    """What a message is, in the person's language; one that is put off says until when."""
    if row.status == "waiting" and row.due_at is not None:
        return tr("Waiting until {time}", time=hour(row.due_at))
    if row.status == "failed" and row.error_code == PERHAPS:
        return tr("Did it go?")
    return tr(STATUSES[row.status][2])


def again(ctx: Context, row_id: int) -> None:
    """Try a message again, or the job that could not make one.

    Raises:
        AppError: it is not to be tried again.
    """
    if row_id < 0:
        retry_announcement(ctx, -row_id)
    else:
        retry_message(ctx, row_id)


class Outbox(TableScreen[MessageRow]):
    """Messages on their way out, those that have not gone first."""

    id, title, icon, group = "outbox", mark("Outbox"), "mail", mark("Steer")
    topics = frozenset({"outgoing_message", "job"})
    right = Permission.SHIPMENT_DELIVER
    columns: tuple[Column[MessageRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column(
            "status",
            mark("State"),
            status,
            width=150,
            mark=lambda r: STATUSES[r.status][:2],
            tone=lambda r: "stop" if r.status == "failed" else "text",
            raw=lambda r: r.status,
        ),
        Column("kind", mark("What"), lambda r: tr(KINDS[r.kind]), width=170, raw=lambda r: r.kind),
        Column("target", mark("Recipient"), lambda r: r.target, width=220),
        Column("shipment", mark("Shipment"), lambda r: r.shipment, width=136, code=True),
        Column("error", mark("Why"), lambda r: said(r.error) if r.error else "", width=240, stretch=True),
        Column("subject", mark("Subject"), lambda r: r.subject, width=200, hidden=True),
        Column("order", mark("Order"), lambda r: r.order, width=136, code=True, hidden=True),
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
            "created", mark("Made"), lambda r: moment(r.created_at), width=110, raw=lambda r: r.created_at
        ),
        Column("by", mark("By"), lambda r: r.created_by, width=92, hidden=True),
        Column("sent", mark("Sent"), lambda r: moment(r.sent_at), width=110, raw=lambda r: r.sent_at),
    )
    tabs = (
        Tab("failed", mark("Not sent"), {"status": "failed"}),
        Tab("waiting", mark("Waiting"), {"status": "waiting"}),
        Tab("sent", mark("Sent"), {"status": "sent"}),
        Tab("cancelled", mark("Cancelled"), {"status": "cancelled"}),
        Tab("all", mark("All")),
    )
    ticks = True
    searches = mark("Address, subject, shipment")
    empty = (
        mark("Nothing stands here"),
        mark("Letters and despatch advices stand here, with the reason where one does not go."),
    )

    def filters(self) -> tuple[Filter, ...]:
        """By kind."""
        return (
            Filter(
                "kind",
                mark("What"),
                tuple((kind, words) for kind, words in KINDS.items() if kind != "announce"),
            ),
        )

    def fetch(self, connection: Connection, ask: Ask) -> Page[MessageRow]:
        """A page of messages."""
        return outbox(connection, ask)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return outbox_count(connection, ask)

    def opened(self, key: object) -> None:
        """Enter shows what it says."""
        self.look()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of commands without a button of their own."""
        return (("Return", mark("Read")), ("Ctrl+O", mark("Open the shipment or order")))

    def can(self, command_id: str) -> bool:
        """What the chosen messages allow."""
        rows = self.chosen()
        states = {row.status for row in rows}
        made = all(row.id > 0 for row in rows)
        possible = {
            "message.read": bool(rows),
            "message.open": bool(rows) and (rows[0].shipment_id or rows[0].order_id) is not None,
            "message.cancel": made and states <= {"waiting", "failed"},
            "message.went": made and {row.error_code for row in rows} == {PERHAPS} and states == {"failed"},
            "message.retry": states <= {"waiting", "failed"},
        }
        return bool(rows) and possible[command_id] if command_id in possible else True

    @command(
        "message.open",
        mark("Open the shipment or order"),
        icon="open-external",
        shortcut="Ctrl+O",
        button=False,
    )
    def open_shipment(self) -> None:
        """Go to the shipment that it tells of, or to the order."""
        row = self.current()
        if row is not None and row.shipment_id is not None:
            self.shell.go("shipments", row.shipment_id)
        elif row is not None and row.order_id is not None:
            self.shell.go("orders", row.order_id)

    @command("message.read", mark("Read"), icon="eye", shortcut="F3", button=False)
    def look(self) -> None:
        """Show what the message says."""
        row = self.current()
        if row is None:
            return
        title, why = tr(KINDS[row.kind]), said(row.error) if row.error else ""

        def show(data: bytes) -> None:
            if row.channel == "mail":
                mail = open_mail(data)
                attached = [tr("Attached: {file}", file=name) for name in mail.attached]
                words = "\n".join((mail.text, *attached))
                LetterDialog(title, mail.to, mail.subject, words, self, why=why).open()
            else:
                text = data.decode("utf-8", "replace")
                LetterDialog(title, row.target, "", text, self, why=why).open()

        if row.sha256:
            self.read(message_bytes, row.sha256, then=show)
        else:
            LetterDialog(title, "", "", tr("It could not be made yet."), self, why=why).open()

    @command(
        "message.cancel", mark("Do not send"), icon="close", shortcut="Del", right=Permission.SHIPMENT_DELIVER
    )
    def cancel(self) -> None:
        """Take the chosen messages out of the outbox."""
        self._each(cancel_message, mark("%n messages taken out of the outbox."))

    @command(
        "message.went",
        mark("It went"),
        icon="check",
        shortcut="Ctrl+Return",
        right=Permission.SHIPMENT_DELIVER,
    )
    def went(self) -> None:
        """Answer that the chosen letters went out."""
        self._each(confirm_sent, mark("%n messages noted as sent."))

    @command(
        "message.retry",
        mark("Try again"),
        icon="refresh",
        shortcut="Ctrl+R",
        right=Permission.SHIPMENT_DELIVER,
        primary=True,
    )
    def retry(self) -> None:
        """Try the chosen messages now; a letter that may have gone goes a second time."""
        self._each(again, mark("%n messages are tried again."))

    def _each(self, work: Work, words: str) -> None:
        do_to_chosen(self, work, words, lambda row: row.target or row.shipment)
