"""The order queue: what is open, whether it can leave, and everything that is done to orders."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.permissions import Permission
from app.domain.scan import Scan
from app.qt.commands import command
from app.qt.table import Column
from app.qt.words import mark, tr, trn
from app.queries.order_details import HoldOf, OrderDetails, order_details
from app.queries.orders import OrderRow, count_orders, orders
from app.queries.pages import Ask, Connection, Page
from app.queries.readable import reads_addresses, reads_letters
from app.queries.returnable import Reason, reasons
from app.services.orders import hold_order, release_hold
from app.services.release import Released
from app.services.resolver import Resolved
from app.views.parts import order_acts
from app.views.parts.order_acts import Done
from app.views.parts.order_changing import OrderChanging
from app.views.parts.order_columns import COLUMNS, TABS
from app.views.parts.order_drawer import IN_DRAWER, OrderDrawer
from app.views.parts.order_folder import OrderFolder
from app.views.parts.order_letters import OrderLetters
from app.views.parts.order_outcome import left_out, notices, summary
from app.views.parts.order_reason import ReasonPanel
from app.views.parts.scans import look_up_scan


class OrderQueue(OrderLetters):
    """Orders by what is to be done with them, the soonest promise first."""

    id, title, icon, group = "orders", mark("Orders"), "orders", mark("Sell")
    topics = frozenset(
        {"sales_order", "shipment", "order_hold", "stock_level", "stock_move", "purchase_order"}
    )
    columns: tuple[Column[OrderRow], ...] = COLUMNS  # type: ignore[misc]  # the class variable of the base, with its rows named
    sorted_by = ("promise", False)
    tabs = TABS
    ticks = True
    searches = mark("Number, customer, reference")
    empty = (mark("No orders here"), mark("Press Ctrl+N to take one, or choose another view."))

    def build(self) -> None:
        """Make the table, and the lines over it in which reasons are asked."""
        self._closed = False
        super().build()
        self.hold_panel = ReasonPanel(mark("Hold"), mark("Hold"), until=True)
        self.cancel_panel = ReasonPanel(mark("Cancel order"), mark("Cancel the order"), until=False)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        self.changing.stand_in(whole)
        for panel in (self.hold_panel, self.cancel_panel):
            whole.insertWidget(1, panel)
            panel.cancelled.connect(self._leave_panels)
        self.hold_panel.given.connect(self._hold)
        self.cancel_panel.given.connect(self._cancel)
        self._asked: tuple[OrderRow, ...] = ()

    def choose_tab(self, tab_id: str) -> None:
        """Show another view; a condition that it does not know is taken away."""
        self._set = {name: value for name, value in self._set.items() if name != "state"}
        super().choose_tab(tab_id)
        self._paint_chips()

    def fetch(self, connection: Connection, ask: Ask) -> Page[OrderRow]:
        """A page of orders."""
        return orders(connection, ask, addresses=reads_addresses(self.ctx.rights))

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return count_orders(connection, ask, addresses=reads_addresses(self.ctx.rights))

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Space ticks, Enter opens."""
        return (("Space", mark("Select")), ("Return", mark("Open")))

    # The drawer

    def make_drawer(self) -> QWidget:
        """The order's details."""
        self.details = OrderDrawer([self.actions_by_id[name] for name in IN_DRAWER])
        self.details.hide()
        self.details.folder = OrderFolder(self).section
        self.changing = self.details.changing = OrderChanging(self)
        self.details.closed.connect(self._close_drawer)
        self.details.customer_wanted.connect(lambda customer_id: self.shell.go("customers", customer_id))
        return self.details

    def _close_drawer(self) -> None:
        self._closed = True
        self.details.hide()
        self.view.setFocus()

    def opened(self, key: object) -> None:
        """Enter: show the details again, and go into them."""
        self._closed = False
        self.details.setVisible(self.details.order is not None)
        self.details.close_button.setFocus(Qt.FocusReason.TabFocusReason)

    def show_row(self, row: OrderRow | None) -> None:
        """Read the details of another row."""
        if row is None:
            self.details.show_order(None)
            self.details.hide()
            return
        self.read(self._look(row.id), then=self._show_details, failed=lambda _: None, latest="details")

    def _look(self, order_id: int) -> Callable[[Connection], OrderDetails | None]:
        may = {"addresses": reads_addresses(self.ctx.rights), "letters": reads_letters(self.ctx.rights)}
        return lambda connection: order_details(connection, order_id, **may)

    def _show_details(self, order: OrderDetails | None) -> None:
        current = self.current()
        if order is None or current is None or current.id != order.id:
            return
        self.details.order = order
        self.update_commands()
        self.details.show_order(order)
        self.details.setVisible(not self._closed)

    def refresh(self) -> None:
        """Read list and details again."""
        super().refresh()
        self._read_choices()
        if self.current() is not None:
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

    # Finding

    def open(self, target: object) -> None:
        """Show an order by its id, in the view that holds it; or the orders that conditions find (`OrderFilters`)."""
        self._closed = False
        if isinstance(target, Mapping):
            self.show_filtered(target)
            self._read_choices()
            return
        if isinstance(target, int) and not self.view.select_key(target):
            self.read(self._look(target), then=self._found)

    def _found(self, order: OrderDetails | None) -> None:
        if order is None or self.view.select_key(order.id):
            return
        self._wanted = order.id
        self.clear_filters()
        self.choose_tab({"draft": "open", "confirmed": "open", "quote": "drafts"}.get(order.state, "closed"))
        self.search_for(order.number)
        self.view.setFocus()

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """A scanned order is shown; everything else where it is at home."""
        look_up_scan(self, scan, journal, self._take)
        return True

    def _take(self, found: Resolved) -> bool:
        if found.kind == "order":
            self.open(found.id)
        return found.kind == "order"

    # Commands

    def can(self, command_id: str) -> bool:
        """What the chosen orders allow."""
        rows = self.chosen()
        states = {row.state for row in rows}
        return {
            "order.confirm": states == {"draft"},
            "order.edit": states == {"draft"} and len(rows) == 1,
            "order.amend": states == {"confirmed"} and not any(row.ready.step for row in rows),
            "order.reserve": any(row.ready.planned for row in rows),
            "order.unreserve": any(row.ready.reserved for row in rows),
            "order.release": any(row.ready.reserved for row in rows),
            "order.hold": bool(rows) and states <= {"quote", "draft", "confirmed"},
            "order.let_go": bool(self.details.order and self.details.order.holds and len(rows) == 1),
            "order.bulk": bool(rows),
            "order.cancel": bool(rows) and states <= {"quote", "draft", "confirmed"},
        }.get(command_id, super().can(command_id))

    @command("order.hold", mark("Hold"), icon="hold", shortcut="Ctrl+H", right=Permission.ORDER_HOLD)
    def hold(self) -> None:
        """Ask why, then hold the chosen orders."""
        self._ask(self.hold_panel, "hold")

    @command(
        "order.confirm",
        mark("Confirm"),
        icon="check-circle",
        shortcut="Ctrl+Return",
        right=Permission.ORDER_CONFIRM,
    )
    def confirm(self) -> None:
        """Give the customers our word: shipments are planned."""
        self._do(order_acts.confirm, mark("%n orders confirmed."))

    @command(
        "order.release",
        mark("Release to picking"),
        icon="release",
        shortcut="Ctrl+R",
        right=Permission.SHIPMENT_RELEASE,
    )
    def release(self) -> None:
        """One pick list for what is reserved of the chosen orders."""
        rows = self.chosen()
        self.do(order_acts.release, rows, then=self._released)

    @command(
        "order.reserve", mark("Reserve"), icon="reserve", shortcut="Ctrl+L", right=Permission.STOCK_RESERVE
    )
    def reserve(self) -> None:
        """Promise stock to the chosen orders, to each in full or not at all."""
        self._do(order_acts.reserve, mark("%n orders reserved."))

    @command(
        "order.unreserve",
        mark("Unreserve"),
        icon="undo",
        shortcut="Ctrl+Shift+L",
        right=Permission.STOCK_RESERVE,
        button=False,
    )
    def unreserve(self) -> None:
        """Take the promises of the chosen orders back."""
        self._do(order_acts.unreserve, mark("Reservation of %n orders taken back."))

    @command(
        "order.amend", mark("Amend"), icon="edit", shortcut="F2", right=Permission.ORDER_CANCEL, button=False
    )
    def amend(self) -> None:
        """Make the chosen orders drafts again."""
        self._do(order_acts.amend, mark("%n orders are drafts again."))

    @command(
        "order.edit",
        mark("Edit the draft"),
        icon="edit",
        shortcut="F2",
        right=Permission.ORDER_ENTER,
        button=False,
    )
    def edit(self) -> None:
        """Type the draft again in order entry."""
        self.shell.go("order-entry", ("draft", self.chosen()[0].id))

    @command(
        "order.let_go",
        mark("Release hold"),
        icon="play",
        shortcut="Ctrl+Shift+H",
        right=Permission.ORDER_HOLD,
        button=False,
    )
    def let_go(self) -> None:
        """Let the order that is shown go on."""
        order = self.details.order
        if order is None or not order.holds:
            return
        hold = order.holds[0]

        def done(_: int) -> None:
            words = tr("The hold of {order} is released.", order=order.number)
            self._tell(words, lambda: self._hold_again(order.id, hold))

        self.do(release_hold, hold.id, then=done)

    def _hold_again(self, order_id: int, hold: HoldOf) -> None:
        self.do(hold_order, order_id, hold.reason, hold.until, hold.note, then=lambda _: self._undone())

    @command(
        "order.cancel",
        mark("Cancel order"),
        icon="close",
        shortcut="Ctrl+Del",
        right=Permission.ORDER_CANCEL,
        button=False,
    )
    def cancel(self) -> None:
        """Ask why, then cancel the chosen orders."""
        self._ask(self.cancel_panel, "cancel")

    @command(
        "order.new",
        mark("New order"),
        icon="plus",
        shortcut="Ctrl+N",
        right=Permission.ORDER_ENTER,
        primary=True,
    )
    def new(self) -> None:
        """Take an order."""
        self.shell.go("order-entry", "new")

    # Doing

    def _ask(self, panel: ReasonPanel, kind: str) -> None:
        rows = self.chosen()
        if not rows:
            return
        self._leave_panels()
        self._asked = rows
        about = rows[0].number if len(rows) == 1 else trn("%n orders", len(rows))

        def ready(found: tuple[Reason, ...]) -> None:
            panel.ask(about, found)

        self.read(reasons, kind, then=ready)

    def _leave_panels(self) -> None:
        for panel in (self.hold_panel, self.cancel_panel):
            panel.hide()
        self.view.setFocus()

    def _hold(self, reason: str, until: date | None, note: str) -> None:
        self._leave_panels()
        self._do(order_acts.hold, mark("%n orders held."), reason, until, note, rows=self._asked)

    def _cancel(self, reason: str, until: date | None, note: str) -> None:
        self._leave_panels()
        self._do(order_acts.cancel, mark("%n orders cancelled."), reason, note, rows=self._asked)

    def _do(
        self,
        work: Callable[..., Done],
        words: str,
        *more: Any,
        rows: Sequence[OrderRow] = (),
        **named: Any,
    ) -> None:
        chosen = tuple(rows) or self.chosen()
        if chosen:
            self.do(work, chosen, *more, then=lambda done: self._done(done, words), **named)

    def _done(self, done: Done, words: str) -> None:
        """Say what became of it, and offer the way back."""
        self.untick()
        steps = tuple(done.undo)
        undo = (
            (lambda: self.do(order_acts.take_back, steps, then=lambda _: self._undone())) if steps else None
        )
        self._tell(summary(done, words), undo)
        short = tuple(row for row, _ in done.short)
        partly = mark("%n orders reserved in part.")
        for notice in notices(done, lambda: self._do(order_acts.reserve, partly, rows=short, partly=True)):
            self.shell.notices.add(notice)

    def _released(self, released: Released | None) -> None:
        self.untick()
        if released is None:
            self._tell(tr("Nothing of these orders is reserved."), None)
            return
        words = trn("Pick list {number} with %n tasks.", released.tasks, number=released.number)
        ids = released.shipment_ids
        self._tell(words, lambda: self.do(order_acts.recall, ids, then=lambda _: self._undone()))
        for notice in left_out(released):
            self.shell.notices.add(notice)

    def _undone(self) -> None:
        self._tell(tr("Taken back."), None)

    def _tell(self, words: str, undo: Callable[[], None] | None) -> None:
        self.shell.tell(words, undo)
        self.refresh()
