"""Filling an order faster than line by line: the usual order, one taken again, rows of a spreadsheet, scans."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QPoint, QRect

from app.domain.pasted import MOST_ROWS, PastedRow, cells_of, read_rows
from app.domain.scan import Scan
from app.qt.commands import command
from app.qt.format import count, day, money
from app.qt.notices import Notice
from app.qt.words import mark, tr, trn
from app.queries.catalogue_search import ProductHit, named_by, products
from app.queries.customer_habits import Habit, PastLine, PastOrder, habits_of, lines_to_copy, past_orders
from app.queries.pages import Connection
from app.services.resolver import Resolved
from app.views.parts.order_asking import ADD_USUAL, absent_in
from app.views.parts.order_draft import DraftLine
from app.views.parts.order_suggest import Suggestion
from app.views.parts.order_typing import OrderTyping, line_of
from app.views.parts.order_words import STATES
from app.views.parts.scans import look_up_scan


class OrderFilling(OrderTyping):
    """The part of order entry that fills several lines at once."""

    def _connect(self) -> None:
        super()._connect()
        page = self.page
        page.entry.pasted.connect(self._pasted)
        page.table.pasted.connect(self._pasted)
        page.picks.closed.connect(self._picks_closed)
        page.more.exchange_wanted.connect(self.choose_exchanged)

    # The usual order, and one taken again

    @command("entry.usual", mark("Usual order"), icon="undo", shortcut="F4")
    def usual_order(self) -> None:
        """Show what this customer usually takes; each line is taken or left."""
        customer_id = self.draft.customer_id
        self.read(
            lambda connection: habits_of(connection, customer_id),
            then=lambda habits: self._show_usual(customer_id, habits),
            latest="usual",
        )

    def _show_usual(self, customer_id: int, habits: Sequence[Habit]) -> None:
        if customer_id != self.draft.customer_id:
            return
        usual = [one for one in habits if one.usual]
        if not usual:
            words = tr("Nothing is usual yet: fewer than two orders have the same product.")
            self.shell.notices.add(Notice("info", tr("No usual order."), words))
            return
        there = {line.product_id for line in self.draft.lines}
        rows = [self._habit_row(one, one.product_id in there) for one in usual]
        title = tr("What {customer} usually takes", customer=self.draft.customer_name)
        chosen = [one.regular and one.product_id not in there for one in usual]
        self.page.picks.offer(title, rows, self._lines_place(), self._take_habits, chosen)

    def _habit_row(self, habit: Habit, there: bool) -> Suggestion:
        often = tr("in {times} of {orders} orders", times=count(habit.times), orders=count(habit.orders))
        last = tr("last on {day}", day=day(habit.last_on))
        under = ", ".join((habit.sku, often, last, *((tr("in this order"),) if there else ())))
        return Suggestion(habit.name, under, habit, ((count(habit.qty), "text", 64),))

    def _take_habits(self, habits: Sequence[Habit]) -> None:
        self._extend([_line(habit, habit.qty) for habit in habits])

    @command(ADD_USUAL, mark("Add the usual article"), icon="plus", shortcut="Shift+F8", button=False)
    def add_usual_article(self) -> None:
        """Add what this customer takes nearly always and what is missing now."""
        missing = absent_in(self.findings)
        habit = next(
            (one for one in self.habits.values() if missing and one.sku == missing.facts["sku"]), None
        )
        if missing is not None and habit is not None:
            self._extend([_line(habit, int(missing.facts["qty"]))])

    @command("entry.copy", mark("Copy an order"), icon="copy", shortcut="Shift+F4", button=False)
    def copy_order(self) -> None:
        """Show this customer's orders, to take the lines of one again."""
        self._choose_order(mark("Which order again?"), lambda order: True, self._read_copy)

    def choose_exchanged(self) -> None:
        """Show the orders whose goods may be exchanged."""
        wanted = ("confirmed", "closed")
        self._choose_order(mark("Which order is exchanged?"), lambda one: one.state in wanted, self._exchange)

    def _choose_order(self, title: str, fits: Any, then: Any) -> None:
        customer_id = self.draft.customer_id
        if not customer_id:
            self.page.go_to_start(everything=True)
            return

        def shown(orders: tuple[PastOrder, ...]) -> None:
            rows = [_order_row(one) for one in orders if fits(one)]
            if customer_id != self.draft.customer_id:
                return
            if rows:
                self.page.picks.offer(tr(title), rows, self._lines_place(), lambda chosen: then(chosen[0]))
            else:
                words = tr("{customer} has no order to choose.", customer=self.draft.customer_name)
                self.shell.notices.add(Notice("info", tr("No order."), words))

        self.read(lambda connection: past_orders(connection, customer_id), then=shown, latest="past")

    def _read_copy(self, order: PastOrder) -> None:
        def taken(lines: tuple[PastLine, ...]) -> None:
            sold = [line for line in lines if line.status != "blocked"]
            title = tr("Lines of {order}", order=order.number)
            rows = [Suggestion(one.name, one.sku, one, ((count(one.qty), "text", 64),)) for one in lines]
            chosen = [line in sold for line in lines]
            self.page.picks.offer(title, rows, self._lines_place(), self._take_past, chosen)

        self.read(lambda connection: lines_to_copy(connection, order.id), then=taken, latest="past")

    def _take_past(self, lines: Sequence[PastLine]) -> None:
        self._extend([_line(line, line.qty) for line in lines])

    def _exchange(self, order: PastOrder) -> None:
        self.draft.exchange_of_id, self.draft.exchange_number = order.id, order.number
        self._priced()

    def _lines_place(self) -> QRect:
        """The part of the screen in which the lines stand."""
        table = self.page.table
        return QRect(table.mapTo(self, QPoint(0, 0)), table.size())

    def _picks_closed(self) -> None:
        if self.page.more.isVisible() and self.draft.kind == "exchange" and not self.draft.lines:
            self.page.more.priority.setFocus()
        else:
            self.page.table.next_product()

    def _extend(self, lines: Sequence[DraftLine]) -> None:
        """Put lines at the end; Ctrl+Z takes them away again."""
        draft, row = self.draft, len(self.draft.lines)
        self.page.lines.extend(lines)
        self.page.table.next_product()
        if lines:
            self.shell.tell(trn("%n lines added.", len(lines)), lambda: self._cut(draft, row, lines))

    def _cut(self, draft: Any, row: int, lines: Sequence[DraftLine]) -> None:
        """Take the lines that were added together away again, wherever they stand now."""
        if self.draft is not draft:
            return
        for at in range(len(draft.lines) - 1, -1, -1):
            if any(draft.lines[at] is one for one in lines):
                self.page.lines.remove(at)
        self.page.table.next_product()

    # Rows of a spreadsheet

    def _pasted(self, text: str) -> None:
        """Read pasted rows; what names no product or no quantity stays as a line that is to be mended."""
        cells = cells_of(text)
        if len(cells) > MOST_ROWS:
            words = trn("%n rows are too many to type.", len(cells))
            hint = tr("Save them as a file and import it.")
            self.shell.notices.add(Notice("warn", tr("Not pasted."), f"{words} {hint}"))
            return
        draft = self.draft

        def work(connection: Connection) -> dict[str, ProductHit]:
            asked = {cell for row in cells for cell in row if len(cell) <= MOST_CODE}
            return named_by(connection, asked, self._here(connection), draft.customer_id)

        def read(known: dict[str, ProductHit]) -> None:
            if self.draft is draft:
                self._take_rows(read_rows(cells, known), known)

        self.read(work, then=read)

    def _take_rows(self, rows: Sequence[PastedRow], known: dict[str, ProductHit]) -> None:
        self._extend([_pasted_line(row, known.get(row.code)) for row in rows])
        odd = [row for row in rows if row.code not in known or row.qty is None]
        prices = [row.odd_price for row in rows if row.odd_price]
        if odd:
            self.shell.sounds.play("stop")
            words = trn("%n rows are to be mended: Enter on a line looks for its product.", len(odd))
            self.shell.notices.add(Notice("warn", tr("Not all was understood."), words))
        if prices:
            words = tr("Not read as prices: {texts}", texts=", ".join(prices[:MOST_NAMED]))
            self.shell.notices.add(Notice("warn", tr("Prices of the list are taken."), words))

    # Scans

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """A scanned product is a line, or raises its line by what the code stands for."""
        if self.stack.currentWidget() is self.done_page:
            self.begin(self.draft)
        look_up_scan(self, scan, journal, self._scanned)
        return True

    def _scanned(self, found: Resolved) -> bool:
        if found.kind != "product":
            return False
        row = self.page.lines.row_of(found.id)
        if row >= 0:
            self.page.lines.set_qty(row, self.draft.lines[row].qty + found.pack_qty)
            self._show_scanned(row)
        else:
            self.read(
                lambda connection: products(connection, [found.id], self._here(connection)),
                then=lambda hits: self._add_scanned(hits, found),
            )
        return True

    def _add_scanned(self, hits: dict[int, ProductHit], found: Resolved) -> None:
        row = self.page.lines.row_of(found.id)
        if row >= 0:  # scanned twice before the first was read
            self.page.lines.set_qty(row, self.draft.lines[row].qty + found.pack_qty)
        else:
            row = self.page.lines.add(line_of(hits[found.id], found.pack_qty))
        self._show_scanned(row)

    def _show_scanned(self, row: int) -> None:
        line = self.draft.lines[row]
        self.shell.tell(trn("%n of {sku}, {name}.", line.qty, sku=line.sku, name=line.name))
        self.page.table.next_product()


MOST_CODE = 64
"""Letters of a cell that may be a code."""
MOST_NAMED = 4


def _line(one: Habit | PastLine, qty: int) -> DraftLine:
    """A line of something that was taken before, at the price of today."""
    return DraftLine(one.product_id, one.sku, one.name, qty, one.unit_price, one.currency)


def _pasted_line(row: PastedRow, hit: ProductHit | None) -> DraftLine:
    """A line of a pasted row: at the price that it gives, if any."""
    if hit is None:
        return DraftLine(0, row.code, "", row.qty or 0, Decimal(0), "", row.price, pasted=row.text)
    line = line_of(hit, (row.qty or 0) * hit.pack_qty)
    line.price, line.pasted = row.price, row.text
    return line


def _order_row(order: PastOrder) -> Suggestion:
    state = tr(STATES[order.state][2])
    under = ", ".join(part for part in (order.words, order.reference, state) if part)
    lines = trn("%n lines", order.lines)
    figures = ((lines, "text2", 84), (money(order.total, order.currency), "text", 108))
    return Suggestion(f"{order.number}, {day(order.ordered_on)}", under, order, figures)
