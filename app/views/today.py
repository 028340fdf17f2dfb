"""Today: the day at a glance for customer service and supervisors, and the promises in danger with a letter for each."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from app.domain.permissions import Permission
from app.qt.commands import command
from app.qt.format import near_day
from app.qt.table import Column
from app.qt.words import mark, tr
from app.queries.glance import Glance, RiskRow, at_risk, at_risk_count, glance
from app.queries.pages import Ask, Connection, Page
from app.queries.readable import reads_addresses
from app.services.order_letters import OrderProposal, propose_delay, send_delay
from app.views.parts.glance import GlancePanel
from app.views.parts.letter import LetterDialog
from app.views.parts.order_words import LIGHTS, light_words
from app.views.table_screen import Tab, TableScreen

TOLD: dict[str, tuple[str, str, str] | None] = {
    "": None,
    "waiting": ("clock", "info", mark("Letter waits")),
    "sending": ("mail", "info", mark("Being sent")),
    "sent": ("check-circle", "good", mark("Told")),
    "failed": ("alert-triangle", "stop", mark("Letter not sent")),
    "cancelled": ("close", "text2", mark("Letter taken out")),
}
"""What became of the letter about a promise: (icon, tone, English words); None where there is none."""


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the desk's own calendar


def _told(row: RiskRow) -> str:
    known = TOLD[row.told]
    return tr(known[2]) if known else tr("Not told yet")


def _told_mark(row: RiskRow) -> tuple[str, str] | None:
    known = TOLD[row.told]
    return known[:2] if known else None


class Today(TableScreen[RiskRow]):
    """Numbers of the day; under them orders whose promise is missed, or cannot be kept as things stand."""

    id, title, icon, group = "today", mark("Today"), "dashboard", mark("Steer")
    topics = frozenset(
        {
            *("sales_order", "shipment", "order_hold", "order_check", "stock_level", "intake_message"),
            *("print_job", "outgoing_message", "job"),
        }
    )
    right = Permission.ORDER_CONFIRM
    columns: tuple[Column[RiskRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("number", mark("Order"), lambda r: r.order.number, width=146, code=True, sort="number"),
        Column(
            "customer",
            mark("Customer"),
            lambda r: r.order.customer,
            width=160,
            stretch=True,
            tail=lambda r: r.order.country,
        ),
        Column(
            "promise",
            mark("Promise"),
            lambda r: near_day(r.order.promised_on, _today()),
            width=110,
            right=True,
            sort="promise",
            raw=lambda r: r.order.promised_on,
            mark=lambda r: ("alert-triangle", "stop") if _late(r) else ("clock", "warn"),
            tone=lambda r: "stop" if _late(r) else "text",
        ),
        Column(
            "ready",
            mark("Ready"),
            lambda r: light_words(r.order.ready),
            width=130,
            mark=lambda r: LIGHTS.get(r.order.ready.light),
        ),
        Column("told", mark("Customer told"), _told, width=160, mark=_told_mark),
        Column("reference", mark("Customer's reference"), lambda r: r.order.reference, width=170, code=True),
    )
    sorted_by = ("promise", False)
    tabs = (
        Tab("risk", mark("All"), {"view": "risk"}, "promise"),
        Tab("late", mark("Late"), {"view": "late"}, "promise"),
        Tab("soon", mark("About to miss their promise"), {"view": "soon"}, "promise"),
    )
    searches = mark("Number, customer, reference")
    empty = (
        mark("No promise is in danger"),
        mark(
            "Orders stand here that are late, and those promised until the next working day that cannot leave."
        ),
    )

    def build(self) -> None:
        """Make the table, and the day over it."""
        self.glance = GlancePanel(self)  # before the table, so that Tab comes to it first
        super().build()
        self.head.title.set(mark("Promises in danger"))
        self.glance.wanted.connect(self._drill)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.insertWidget(0, self.glance)

    def refresh(self) -> None:
        """Read numbers and list again."""
        super().refresh()
        self.read(glance, then=self._show, latest="glance")

    def _show(self, now: Glance) -> None:
        self.glance.show_glance(now)
        self.counted.emit(now.late + now.soon)

    def _drill(self, screen: str, target: object) -> None:
        """Show the rows of a number: here, or on the screen where they are at home."""
        if screen == self.id:
            self.open(target)
            self.view.setFocus()
        else:
            self.shell.go(screen, target)

    def fetch(self, connection: Connection, ask: Ask) -> Page[RiskRow]:
        """A page of orders."""
        return at_risk(connection, ask, addresses=reads_addresses(self.ctx.rights))

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return at_risk_count(connection, ask, addresses=reads_addresses(self.ctx.rights))

    def opened(self, key: object) -> None:
        """Enter opens the order."""
        self.shell.go("orders", key)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Enter opens."""
        return (("Return", mark("Open")),)

    def can(self, command_id: str) -> bool:
        """A customer is told once about a promise."""
        row = self.current()
        return row is not None and not row.told if command_id == "today.tell" else True

    @command(
        "today.tell",
        mark("Tell the customer"),
        icon="mail",
        shortcut="Ctrl+M",
        right=Permission.ORDER_CONFIRM,
        primary=True,
    )
    def tell(self) -> None:
        """Show the letter that says that the order will be late; it goes once somebody says so."""
        row = self.current()
        if row is not None and self.can("today.tell"):
            self.read(propose_delay, row.id, then=self._propose)

    def _propose(self, found: OrderProposal) -> None:
        LetterDialog(
            tr("Tell {customer} that {order} will be late", customer=found.customer, order=found.order),
            *(found.to, found.letter.subject, found.letter.text, self),
            sends=lambda: self._send(found),
        ).open()

    def _send(self, found: OrderProposal) -> None:
        def done(_: int) -> None:
            self.shell.tell(tr("The letter to {customer} is in the outbox.", customer=found.customer))
            self.refresh()

        self.do(send_delay, found.order_id, then=done)


def _late(row: RiskRow) -> bool:
    return row.order.promised_on is not None and row.order.promised_on < _today()
