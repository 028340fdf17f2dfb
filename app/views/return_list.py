"""Returns at the desk: asked for, authorised, on their way, judged, paid back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.permissions import Permission
from app.domain.scan import Scan
from app.qt.commands import command
from app.qt.format import count, moment, money
from app.qt.table import Column
from app.qt.words import mark, tr, trn
from app.queries import returns
from app.queries.pages import Ask, Connection, Page
from app.queries.returns import ReturnRow
from app.services.credits import Credited, settle_return
from app.services.labels import print_return_label
from app.services.resolver import Resolved
from app.services.returns import authorise_return, cancel_return, refuse_return
from app.views.parts import floor_words
from app.views.parts.bulk import Outcome, Work, for_each
from app.views.parts.floor_words import RETURNS
from app.views.parts.return_case import read_case
from app.views.parts.return_drawer import ReturnDrawer
from app.views.parts.scans import look_up_scan
from app.views.table_screen import Tab, TableScreen


class ReturnList(TableScreen[ReturnRow]):
    """Returns by where they stand."""

    id, title, icon, group = "return-list", mark("Returns"), "returns", mark("Ship")
    topics = frozenset({"return_order", "credit"})
    ticks = True
    columns: tuple[Column[ReturnRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("number", mark("Return"), lambda r: r.number, width=150, code=True),
        Column("customer", mark("Customer"), lambda r: r.customer, width=180, stretch=True),
        Column("order", mark("Order"), lambda r: r.order_number, width=140, code=True),
        Column(
            "state",
            mark("State"),
            lambda r: floor_words.of(RETURNS, r.state),
            width=130,
            mark=lambda r: floor_words.sign(RETURNS, r.state),
            tone=lambda r: "text",
        ),
        Column(
            "at", mark("Asked for"), lambda r: moment(r.created_at), width=120, raw=lambda r: r.created_at
        ),
        Column("qty", mark("Pieces"), lambda r: count(r.qty), width=70, right=True, raw=lambda r: r.qty),
        Column(
            "received",
            mark("Came"),
            lambda r: count(r.received),
            width=64,
            right=True,
            raw=lambda r: r.received,
            hidden=True,
        ),
        Column(
            "judged",
            mark("Judged"),
            lambda r: count(r.inspected),
            width=70,
            right=True,
            raw=lambda r: r.inspected,
            hidden=True,
        ),
        Column("credit", mark("Credit note"), lambda r: r.credit, width=140, code=True),
    )
    tabs = (
        Tab("open", mark("All open"), {"state": "open"}),
        Tab("requested", mark("Requested"), {"state": "requested"}),
        Tab("authorised", mark("Awaited"), {"state": "authorised"}),
        Tab("received", mark("To inspect"), {"state": "received"}),
        Tab("inspected", mark("Inspected"), {"state": "inspected"}),
        Tab("settled", mark("Settled"), {"state": "settled"}),
        Tab("all", mark("All")),
    )
    searches = mark("Return, order or customer")
    empty = (mark("No return here"), mark("Press Ctrl+N when a customer wants to send something back."))

    def fetch(self, connection: Connection, ask: Ask) -> Page[ReturnRow]:
        """A page of returns."""
        return returns.return_list(connection, ask)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return returns.count_returns(connection, ask)

    def build(self) -> None:
        """Make the table."""
        super().build()
        self._fit_columns()

    def choose_tab(self, tab_id: str) -> None:
        """Show another view, with the columns that it has a use for."""
        super().choose_tab(tab_id)
        self._fit_columns()

    def _fit_columns(self) -> None:
        self.view.reveal(("credit",), self._tab.id in ("settled", "all"))

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Space and Enter."""
        return (("Space", mark("Select")), ("Return", mark("Open")))

    # The drawer

    def make_drawer(self) -> QWidget:
        """The details beside the table."""
        self.details = ReturnDrawer(self.shell.go)
        self.details.closed.connect(self._close_drawer)
        self.details.opened.connect(lambda: self.opened(None))
        return self.details

    def _close_drawer(self) -> None:
        self.details.hide()
        self.view.setFocus()

    def show_row(self, row: ReturnRow | None) -> None:
        """Tell more of a return."""
        if row is not None:
            self.details.begin(row)
            self.read(read_case, row.id, then=self.details.fill, failed=lambda _: None, latest="details")

    def opened(self, key: object) -> None:
        """Enter: to the bench while there is something to do, else to the order."""
        row = self.current()
        if row is None:
            return
        if row.state in returns.AT_BENCH and self.shell.allows(Permission.RETURN_INSPECT):
            self.shell.go("returns", row.id)
        else:
            self.shell.go("orders", row.order_id)

    def open(self, target: object) -> None:
        """Show a return by its id."""
        if isinstance(target, int) and not self.view.select_key(target):
            self.read(returns.one_return, target, then=self._found)

    def _found(self, row: ReturnRow | None) -> None:
        if row is not None and not self.view.select_key(row.id):
            self._wanted = row.id
            self.choose_tab("all")
            self.search_for(row.number)

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """A return's label shows it; an order or a parcel begins a new return of it."""
        look_up_scan(self, scan, journal, self._scanned)
        return True

    def _scanned(self, found: Resolved) -> bool:
        if found.kind == "return":
            self.open(found.id)
        elif found.kind == "order" and self.shell.allows(Permission.RETURN_AUTHORISE):
            self.shell.go("return-request", found.id)
        else:
            return False
        return True

    # Commands

    def can(self, command_id: str) -> bool:
        """Each step takes returns that can take it."""
        states = {row.state for row in self.chosen()}
        wanted = {
            "return-list.authorise": {"requested"},
            "return-list.refuse": {"requested", "authorised"},
            "return-list.cancel": {"requested", "authorised"},
            "return-list.label": {"authorised"},
            "return-list.pay": {"inspected"},
        }.get(command_id)
        return wanted is None or (bool(states) and states <= wanted)

    @command(
        "return-list.cancel",
        mark("Cancel the return"),
        icon="close",
        shortcut="Del",
        right=Permission.RETURN_AUTHORISE,
        button=False,
    )
    def cancel(self) -> None:
        """The customer keeps the goods."""
        self._each(cancel_return, mark("%n returns cancelled."))

    @command(
        "return-list.refuse",
        mark("Refuse"),
        icon="stop",
        shortcut="Ctrl+D",
        right=Permission.RETURN_AUTHORISE,
    )
    def refuse(self) -> None:
        """Tell the customer no."""
        self._each(refuse_return, mark("%n returns refused."))

    @command(
        "return-list.label",
        mark("Print label"),
        icon="print",
        shortcut="Ctrl+P",
        right=Permission.PAPER_PRINT,
    )
    def label(self) -> None:
        """Print the label that the customer puts on the parcel."""
        self._each(print_return_label, mark("%n return labels sent to the printer."))

    @command(
        "return-list.pay",
        mark("Pay back"),
        icon="money",
        shortcut="Ctrl+Return",
        right=Permission.RETURN_SETTLE,
    )
    def pay(self) -> None:
        """Make the credit note of what came and was judged."""
        for row in self.chosen():
            self.do(settle_return, row.id, then=self._paid)

    def _paid(self, done: Credited) -> None:
        self.untick()
        amount = money(done.total, done.currency)
        self.shell.tell(tr("Credit note {number}: {amount}.", number=done.number, amount=amount))
        self.refresh()

    @command(
        "return-list.authorise",
        mark("Authorise"),
        icon="check",
        shortcut="Ctrl+L",
        right=Permission.RETURN_AUTHORISE,
    )
    def authorise(self) -> None:
        """Let the customer send the goods."""
        self._each(authorise_return, mark("%n returns authorised. Print their labels with Ctrl+P."))

    @command(
        "return-list.new",
        mark("New return"),
        icon="plus",
        shortcut="Ctrl+N",
        right=Permission.RETURN_AUTHORISE,
        primary=True,
    )
    def new(self) -> None:
        """Note what a customer wants to send back."""
        self.shell.go("return-request", 0)

    def _each(self, work: Work, words: str) -> None:
        chosen = self.chosen()
        if chosen:
            self.do(for_each, work, chosen, then=lambda outcome: self._done(outcome, words))

    def _done(self, outcome: Outcome[ReturnRow], words: str) -> None:
        self.untick()
        if outcome.done:
            self.shell.tell(trn(words, len(outcome.done)))
        for _, error in outcome.refused:
            self.shell.notices.refused(error)
        self.refresh()
