"""Unresolved: orders with open questions, what is missing in words, who settles it, and the keys that do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.permissions import Permission, Role
from app.qt.commands import command
from app.qt.format import day, moment, money
from app.qt.notices import Notice
from app.qt.table import Column
from app.qt.words import mark, said, tr, trn
from app.queries.pages import Ask, Connection, Page
from app.queries.returnable import Reason, reasons
from app.queries.unresolved import (
    INFORMS,
    STOPS,
    Question,
    UnresolvedRow,
    notes_of,
    unresolved,
    unresolved_count,
)
from app.services.context import Context
from app.services.order_questions import note_on_order
from app.views.parts.action_panel import ActionPanel
from app.views.parts.note_panel import NotePanel
from app.views.parts.order_reason import ReasonPanel
from app.views.parts.question_words import SEVERITIES, TITLES, in_short
from app.views.parts.unresolved_acts import (
    Settled,
    Step,
    approving,
    asking,
    holding,
    let_go,
    open_again,
    overriding,
    questions_of_kind,
    settle,
)
from app.views.parts.unresolved_drawer import UnresolvedDrawer
from app.views.person_menu import ROLES
from app.views.table_screen import Filter, Tab, TableScreen


def _first(row: UnresolvedRow) -> Question:
    return row.open[0]


def _owners(row: UnresolvedRow) -> str:
    owners = dict.fromkeys(one.owner for one in row.open if one.stops) or dict.fromkeys([_first(row).owner])
    return ", ".join(tr(ROLES[one]) for one in owners if one in ROLES)


def _missing(row: UnresolvedRow) -> str:
    return " ".join(in_short(one) for one in row.open)


class Unresolved(TableScreen[UnresolvedRow]):
    """Orders that nobody may confirm yet, the oldest first."""

    id, title, icon, group = "unresolved", mark("Unresolved"), "flag", mark("Sell")
    topics = frozenset({"sales_order", "order_check", "customer"})
    right = Permission.ORDER_ENTER
    columns: tuple[Column[UnresolvedRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("number", mark("Order"), lambda r: r.number, width=136, code=True),
        Column("customer", mark("Customer"), lambda r: r.customer, width=150),
        Column(
            "does",
            mark("State"),
            lambda r: tr(SEVERITIES[_first(r).severity][2]),
            width=112,
            mark=lambda r: SEVERITIES[_first(r).severity][:2],
            tone=lambda r: "stop" if _first(r).severity == "blocks" else "text",
            raw=lambda r: _first(r).severity,
        ),
        Column("missing", mark("What is missing"), _missing, width=340, stretch=True),
        Column("owner", mark("Who settles it"), _owners, width=142),
        Column(
            "total",
            mark("Total"),
            lambda r: money(r.total, r.currency),
            width=110,
            right=True,
            hidden=True,
            raw=lambda r: r.total,
        ),
        Column(
            "since", mark("Since"), lambda r: moment(r.since), width=110, hidden=True, raw=lambda r: r.since
        ),
        Column(
            "promise",
            mark("Promise"),
            lambda r: day(r.promised_on),
            width=92,
            hidden=True,
            raw=lambda r: r.promised_on,
        ),
    )
    tabs = (
        Tab("stops", mark("To settle"), {"what": STOPS}),
        Tab("service", mark("Customer service"), {"what": STOPS, "owner": Role.CUSTOMER_SERVICE.value}),
        Tab("head", mark("Supervisor"), {"what": STOPS, "owner": Role.SUPERVISOR.value}),
        Tab("informs", mark("Only informs"), {"what": INFORMS}),
        Tab("all", mark("All")),
    )
    ticks = True
    searches = mark("Number, customer, reference")
    empty = (mark("Nothing waits here"), mark("Orders with an open question stand here until it is settled."))

    def build(self) -> None:
        """Make the panels over the table."""
        super().build()
        self._asked: tuple[UnresolvedRow, ...] = ()
        self.approve_panel = NotePanel(
            mark("Approve"), mark("Note (optional)"), mark("Approve"), needed=False
        )
        self.override_panel = NotePanel(mark("Override"), mark("Reason"), mark("Override"))
        self.note_panel = NotePanel(mark("Write a note"), mark("Note"), mark("Write down"))
        self.hold_panel = ReasonPanel(mark("Hold"), mark("Hold"), until=True)
        self._panels: tuple[ActionPanel, ...] = (
            *(self.approve_panel, self.override_panel, self.note_panel, self.hold_panel),
        )
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        for panel in self._panels:
            layout.insertWidget(1, panel)
            panel.cancelled.connect(self._leave_panels)
        self.approve_panel.accepted.connect(self._approve)
        self.override_panel.accepted.connect(self._override)
        self.note_panel.accepted.connect(self._note)
        self.hold_panel.given.connect(self._hold)

    def filters(self) -> tuple[Filter, ...]:
        """By question."""
        return (Filter("code", mark("Question"), tuple(TITLES.items())),)

    def fetch(self, connection: Connection, ask: Ask) -> Page[UnresolvedRow]:
        """A page of orders with their questions."""
        return unresolved(connection, ask)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return unresolved_count(connection, ask)

    def search_of(self, connection: Connection, target: Any) -> str:
        """An order is found by paging on."""
        return ""

    def opened(self, key: object) -> None:
        """Enter goes to the order."""
        self.open_order()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of commands without a button of their own."""
        return (("Space", mark("Select")), ("Return", mark("Open the order")), ("F2", mark("Edit the draft")))

    # The drawer

    def make_drawer(self) -> QWidget:
        """The order's questions."""
        self.details = UnresolvedDrawer(self.shell.go)
        self.details.hide()
        self.details.closed.connect(self._close_drawer)
        self.details.opened.connect(self.open_order)
        self._closed = False
        return self.details

    def _close_drawer(self) -> None:
        self._closed = True
        self.details.hide()
        self.view.setFocus()

    def show_row(self, row: UnresolvedRow | None) -> None:
        """Show the questions of another order, and read its notes."""
        if row is None or self._closed:
            self.details.hide()
            return
        self.details.begin(row)
        self.read(
            notes_of,
            row.id,
            then=lambda notes: self.details.fill(row.id, notes),
            failed=lambda _: None,
            latest="notes",
        )

    def _loaded(self) -> None:
        """Rows were read again: the details follow, whose order may be the same with other questions."""
        super()._loaded()
        self.show_row(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the details, then closes them."""
        if event.key() == Qt.Key.Key_Escape and self.details.isVisible() and not self.head.search.text():
            here = QApplication.focusWidget()
            if here is not None and self.details.isAncestorOf(here):
                self.view.setFocus()
            else:
                self._close_drawer()
            return
        super().keyPressEvent(event)

    # Commands

    def can(self, command_id: str) -> bool:
        """What the chosen orders allow."""
        rows = self.chosen()
        severities = {one.severity for row in rows for one in row.open}
        return {
            "question.approve": "approval" in severities,
            "question.override": "blocks" in severities,
        }.get(command_id, bool(rows) or not command_id.startswith("question."))

    @command(
        "question.note", mark("Write a note"), icon="edit", shortcut="Ctrl+M", right=Permission.ORDER_ENTER
    )
    def note(self) -> None:
        """Write down what was said, for the next one."""
        self._ask(self.note_panel, one=True)

    @command("question.hold", mark("Hold"), icon="hold", shortcut="Ctrl+H", right=Permission.ORDER_HOLD)
    def hold(self) -> None:
        """Ask why, then hold the chosen orders."""
        rows = self.chosen()
        if not rows:
            return
        self._leave_panels()
        self._asked = rows

        def ready(found: tuple[Reason, ...]) -> None:
            self.hold_panel.ask(self._about(rows), found)

        self.read(reasons, "hold", then=ready)

    @command(
        "question.again",
        mark("Ask again"),
        icon="refresh",
        shortcut="Ctrl+R",
        right=Permission.ORDER_ENTER,
    )
    def again(self) -> None:
        """Ask the chosen orders anew: what was put right meanwhile is resolved."""
        self._each(asking, self.chosen(), mark("%n orders asked anew."), back=None)

    @command(
        "question.override",
        mark("Override"),
        icon="release",
        shortcut="Ctrl+U",
        right=Permission.ORDER_APPROVE,
    )
    def override(self) -> None:
        """Let the chosen orders pass although something blocks them, for a reason."""
        self._ask(self.override_panel)

    @command(
        "question.edit",
        mark("Edit the draft"),
        icon="edit",
        shortcut="F2",
        right=Permission.ORDER_ENTER,
        button=False,
    )
    def edit(self) -> None:
        """Put the order right in order entry."""
        row = self.current()
        if row is not None:
            self.shell.go("order-entry", ("draft", row.id))

    @command("question.open", mark("Open the order"), icon="open-external", shortcut="Ctrl+O", button=False)
    def open_order(self) -> None:
        """Go to the order."""
        row = self.current()
        if row is not None:
            self.shell.go("orders", row.id)

    @command(
        "question.approve",
        mark("Approve"),
        icon="check",
        shortcut="Ctrl+Return",
        right=Permission.ORDER_APPROVE,
        primary=True,
    )
    def approve(self) -> None:
        """Approve what the chosen orders wait for, within one's limits."""
        self._ask(self.approve_panel)

    # Doing

    def _about(self, rows: Sequence[UnresolvedRow]) -> str:
        return rows[0].number if len(rows) == 1 else trn("%n orders", len(rows))

    def _ask(self, panel: NotePanel, *, one: bool = False) -> None:
        now = self.current()
        rows = self.chosen() if not one else (() if now is None else (now,))
        if not rows:
            return
        self._leave_panels()
        self._asked = rows
        panel.ask(self._about(rows))

    def _leave_panels(self) -> None:
        for panel in self._panels:
            panel.hide()
        self.view.setFocus()

    def _approve(self) -> None:
        note = self.approve_panel.given() or ""
        rows = tuple(row for row in self._asked if questions_of_kind(row, "approval"))
        self._leave_panels()
        self._each(approving(note), rows, mark("%n orders approved."))

    def _override(self) -> None:
        note = self.override_panel.given()
        if note is None:
            return
        rows = tuple(row for row in self._asked if questions_of_kind(row, "blocks"))
        self._leave_panels()
        self._each(overriding(note), rows, mark("%n orders overridden."))

    def _note(self) -> None:
        note = self.note_panel.given()
        if note is None:
            return
        (row,) = self._asked
        self._leave_panels()

        def done(_: int) -> None:
            self.shell.tell(tr("Written down for {order}.", order=row.number))
            self.refresh()

        self.do(note_on_order, row.id, note, then=done)

    def _hold(self, reason: str, until: date | None, note: str) -> None:
        rows = self._asked
        self._leave_panels()
        self._each(holding(reason, until, note), rows, mark("%n orders held."), back=let_go)

    def _each(
        self,
        step: Step,
        rows: Sequence[UnresolvedRow],
        words: str,
        *,
        back: Callable[[Context, Sequence[tuple[int, ...]]], int] | None = open_again,
    ) -> None:
        def undone(_: int) -> None:
            self.shell.tell(tr("Taken back."))
            self.refresh()

        def done(outcome: Settled) -> None:
            self.untick()
            if outcome.orders:
                take_back = (lambda: self.do(back, outcome.checks, then=undone)) if back else None
                self.shell.tell(trn(words, outcome.orders), take_back)
            for row, error in outcome.refused:
                self.shell.notices.add(Notice("stop", row.number, said(error), cause=error))
            self.refresh()

        if rows:
            self.do(settle, step, tuple(rows), then=done)
