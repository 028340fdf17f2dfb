"""Typing an order: the draft that is kept, the customer, the lines, and what they come to; placing it is the screen's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.domain.address import PostalAddress
from app.domain.order_questions import Finding
from app.errors import AppError
from app.qt.notices import Notice
from app.qt.words import tr
from app.queries.catalogue_search import ProductHit, find_products
from app.queries.choices import carrier_services
from app.queries.customer_habits import Habit, Standing, habits_of, standing_of
from app.queries.customers import CustomerDetails, CustomerRow, customer_details, find_customers
from app.queries.drafts import DraftRow, draft_order
from app.queries.pages import Connection
from app.queries.places import home
from app.queries.readable import reads_addresses
from app.services.quoting import Quote, QuotedLine
from app.views.base import View
from app.views.parts.order_asking import Answer, offers_of, quoted_and_asked, quoted_hits
from app.views.parts.order_checks import checks
from app.views.parts.order_desk import DonePage, EntryPage, customer_rows, product_rows
from app.views.parts.order_draft import Draft, DraftLine, Keeper, typed_again

Known = tuple[CustomerDetails, tuple[Habit, ...], Standing]
QUOTE_MS = 120
SAVE_MS = 250


class OrderTyping(View):
    """The part of order entry that takes what is typed and scanned."""

    def build(self) -> None:
        """Make the parts, and show what was left unfinished."""
        self.draft = Draft()
        self._could: object = None
        self.keeper = Keeper(self.shell.store.folder, self.ctx.actor)
        self.quote: Quote | None = None
        self.findings: tuple[Finding, ...] | None = None
        self.customer: CustomerDetails | None = None
        self.habits: dict[int, Habit] = {}
        self.standing: Standing | None = None
        self.stack = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.page = EntryPage(self, self.stack)
        self.done_page = DonePage()
        self.stack.addWidget(self.page)
        self.stack.addWidget(self.done_page)
        self._pricing, self._saving = self._timer(QUOTE_MS, self._ask_quote), self._timer(SAVE_MS, self._save)
        self._connect()
        self.shell.session_changed.connect(self._person_changed)
        self.begin(self.keeper.load())

    def _timer(self, wait: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(act)
        return timer

    def _connect(self) -> None:
        page = self.page
        page.head.customer.wanted.connect(self._look_for_customers)
        page.head.customer_taken.connect(self._take_customer)
        page.head.edited.connect(self._edited)
        page.head.passed.connect(page.table.next_product)
        page.more.edited.connect(self._edited)
        page.more.priced.connect(self._priced)
        page.more.passed.connect(page.table.next_product)
        page.entry.wanted.connect(self._look_for_products)
        page.entry.taken.connect(self._take_product)
        page.entry.taken_usual.connect(self._take_usual)
        page.entry.passed.connect(self._entry_passed)
        page.entry.textEdited.connect(self._product_typed)
        page.lines.edited.connect(self._priced)
        page.lines.emptied.connect(self._drop_soon)
        page.table.dropped.connect(self.drop)
        page.table.refused.connect(self._cell_refused)
        page.table.typing.connect(self._cell_typed)
        page.table.selectionModel().currentRowChanged.connect(lambda *_: self.update_commands())
        page.table.left_up.connect(page.head.customer.setFocus)
        page.foot.edited.connect(self._edited)
        page.foot.priced.connect(self._priced)
        page.panel.wanted.connect(self.run)

    # The draft

    def begin(self, draft: Draft) -> None:
        """Show a draft, a new or a kept one."""
        self.draft, self.quote, self.findings, self.customer, self.habits = draft, None, None, None, {}
        self.page.show_draft(draft)
        self.stack.setCurrentWidget(self.page)
        self._read_customer()
        self._priced()
        self.page.go_to_start()

    def _person_changed(self) -> None:
        """Another person goes on here: each has a draft of their own."""
        if self.keeper.actor == self.ctx.actor:
            return
        self.leave()
        self.keeper = Keeper(self.shell.store.folder, self.ctx.actor)
        self.begin(self.keeper.load())

    def update_commands(self) -> None:
        """Grey what cannot be done now; a key that changes none of that costs nothing."""
        now = (self.ctx, tuple(self.can(name) for name in self.actions_by_id))
        if now != self._could:
            self._could = now
            super().update_commands()

    def _edited(self) -> None:
        """Something was typed: keep it, a moment after the first key and not after the last one."""
        if not self._saving.isActive():
            self._saving.start()
        self.page.say_kind()
        self.update_commands()

    def _cell_typed(self, cell: str) -> None:
        """What stands in an open cell is kept with the draft."""
        if cell:
            self.draft.typed["cell"] = cell
            self._edited()
        else:
            self.draft.typed.pop("cell", None)

    def _priced(self) -> None:
        """Something was changed that changes sums or promises."""
        self._pricing.start()
        self._edited()

    def _save(self) -> None:
        self.later(self.keeper.writer(self.draft), then=lambda _: self._say_kept(), lane="draft")

    def _say_kept(self) -> None:
        self.page.say_kept(not self.draft.blank, len(self.draft.lines))

    def leave(self) -> bool:
        """What was typed last is kept, too."""
        self._saving.stop()
        self.keeper.writer(self.draft)()
        return True

    def refresh(self) -> None:
        """Read the lists to choose from and the stock again; nothing that was typed is touched."""
        self.read(carrier_services, then=self.page.head.show_services, failed=lambda _: None)
        self._read_customer()
        self._pricing.start()

    def open(self, target: object) -> None:
        """'new': go on with what was begun, or begin; ('customer', id): an order of theirs; ('draft', id): type it again."""
        if self.stack.currentWidget() is self.done_page:
            self.begin(self.draft)
        kind, row_id = target if isinstance(target, tuple) else ("new", 0)
        left = self.draft.left
        if kind == "draft":
            again = self.draft.again
            if again is not None and again.kept.order_id == row_id and left is self.draft:
                self.page.go_to_start()
            else:
                self.read_draft(row_id, aside=left)
        elif kind == "customer":
            if left is not None and (left is not self.draft or self.draft.customer_id not in (0, row_id)):
                self.begin(Draft(aside=left))
                self._say_aside()
            self.draft.customer_id = row_id
            self._read_customer(then=self.page.head.go_on)
        else:
            if left is not self.draft:
                self.begin(left or Draft())
            self.page.go_to_start()

    def read_draft(
        self, order_id: int, *, aside: Draft | None, undo: Callable[[], None] | None = None
    ) -> None:
        """Read a kept order and type it again; nothing can be typed until it is there."""
        addresses = reads_addresses(self.ctx.rights)

        def shown(row: DraftRow | None) -> None:
            self.stack.setEnabled(True)
            if row is None:
                words = tr("The order is no draft any more. Look at it in the list.")
                self.shell.notices.add(Notice("warn", tr("No draft."), words))
                self.page.go_to_start()
                return
            self.begin(typed_again(row, aside))
            if undo is not None:
                self.shell.tell(tr("{number} as it is now.", number=row.number), undo)
            elif aside is not None:
                self._say_aside()

        def failed(error: AppError) -> None:
            self.stack.setEnabled(True)
            self.shell.notices.refused(error)
            self.page.go_to_start()

        self.stack.setEnabled(False)
        self.read(
            lambda connection: draft_order(connection, order_id, addresses=addresses),
            then=shown,
            failed=failed,
            latest="draft",
        )

    def _say_aside(self) -> None:
        self.shell.tell(tr("What was begun before comes back after this order."))

    # The customer

    def _look_for_customers(self, typed: str) -> None:
        addresses = reads_addresses(self.ctx.rights)

        def found(rows: tuple[CustomerRow, ...]) -> None:
            self.page.head.customer.offer(typed, customer_rows(rows))

        self.read(
            lambda connection: find_customers(connection, typed, addresses=addresses),
            then=found,
            latest="customers",
        )

    def _take_customer(self, row: CustomerRow) -> None:
        self.draft.choose(row.id, row.name, row.code, row.currency)
        self.page.head.show_customer()
        self.page.head.go_on()
        self.customer = None
        self._read_customer()
        self._priced()

    def _read_customer(self, then: Callable[[], None] | None = None) -> None:
        customer_id, addresses = self.draft.customer_id, reads_addresses(self.ctx.rights)
        if not customer_id:
            return

        def work(connection: Connection) -> Known | None:
            customer = customer_details(connection, customer_id, addresses=addresses)
            if customer is None:
                return None
            habits = habits_of(connection, customer_id)
            standing = standing_of(connection, customer_id, customer.row.currency, owed=addresses)
            return customer, habits, standing

        def found(known: Known | None) -> None:
            if known is None or self.draft.customer_id != known[0].row.id:
                return
            self.customer, habits, self.standing = known
            self.habits = {one.product_id: one for one in habits}
            row = self.customer.row
            self.draft.choose(row.id, row.name, row.code, row.currency)
            self.page.show_customer(self.customer, self.address, self.standing)
            self._show_checks()
            if then is not None:
                self._priced()
                then()

        self.read(work, then=found, failed=lambda _: None, latest="customer")

    # The lines

    def _here(self, connection: Connection) -> int:
        again = self.draft.again
        return again.warehouse_id if again is not None else home(connection, self.ctx.desk)

    def _look_for_products(self, typed: str) -> None:
        ctx, draft = self.ctx, self.draft
        usual = [one.product_id for one in self.habits.values() if one.usual]

        def work() -> tuple[tuple[ProductHit, ...], dict[int, QuotedLine]]:
            with ctx.reading() as connection:
                here, theirs = self._here(connection), draft.customer_id
                hits = find_products(connection, typed, here, customer_id=theirs, usual=usual)
            return hits, quoted_hits(ctx, draft, hits, here) if draft.customer_id else {}

        def found(answer: tuple[tuple[ProductHit, ...], dict[int, QuotedLine]]) -> None:
            hits, quoted = answer
            self.page.entry.offer(typed, product_rows(hits, quoted, self.habits, draft.currency))

        self.later(work, then=found, latest="products")

    def _product_typed(self, text: str) -> None:
        self.draft.typed["product"] = text
        self._edited()

    def _take_product(self, hit: ProductHit) -> None:
        """Enter on a suggestion: its line, and in it the quantity."""
        self.page.table.write(self._taken(hit, hit.pack_qty))

    def _take_usual(self, hit: ProductHit) -> None:
        """Ctrl+Enter: with the quantity that they take usually, and on to the next; without one it is asked for."""
        habit = self.habits.get(hit.id)
        row = self._taken(hit, habit.qty if habit else hit.pack_qty)
        if habit is None:
            self.page.table.write(row)
        else:
            self.page.table.next_product()

    def _taken(self, hit: ProductHit, qty: int) -> int:
        """Put a product into its line, a new one or the one that is mended; its row."""
        row, table = self.page.table.mended, self.page.table
        if row >= 0:
            line = self.draft.lines[row]
            mended = replace(line_of(hit, line.qty or qty), price=line.price, discount=line.discount)
            self.page.lines.mend(row, mended)
            table.next_product()
            return row
        self.page.entry.clear()
        self.draft.typed.pop("product", None)
        return self.page.lines.add(line_of(hit, qty))

    def _entry_passed(self) -> None:
        """Enter in the empty field: the lines are done."""
        self.page.foot.note.setFocus(Qt.FocusReason.TabFocusReason)

    def drop(self, row: int) -> None:
        """Take a line away; Ctrl+Z puts it back where it was."""
        draft, line = self.draft, self.page.lines.remove(row)

        def undo() -> None:
            if self.draft is draft:
                self.page.table.write(self.page.lines.add(line, min(row, len(draft.lines))))

        self.shell.tell(tr("Line {sku} taken away.", sku=line.sku or line.pasted), undo)
        self.page.table.step(min(row, len(draft.lines)))

    def _cell_refused(self, why: str) -> None:
        self.shell.sounds.play("stop")
        self.shell.tell(tr(why))

    def _drop_soon(self, row: int) -> None:
        """A quantity of 0: the line goes once its cell is closed."""
        QTimer.singleShot(0, self, lambda: self.drop(row) if row < len(self.draft.lines) else None)

    # Prices and checks

    def _ask_quote(self) -> None:
        draft = self.draft
        if not draft.customer_id or not draft.good:
            self.quote = self.findings = None
            self.page.foot.show_quote(None)
            self._show_checks()
            return
        ctx, asked = self.ctx, [(row, draft.lines[row].product_id) for row in draft.good]

        def shown(answer: Answer) -> None:
            if self.draft is draft:
                quote, self.findings = answer
                self.quote = quote
                self.page.lines.take_quote(asked, quote)
                self.page.show_quote(quote)
                self._show_checks()

        work = partial(quoted_and_asked, ctx, draft, self._here)
        self.later(work, then=shown, failed=lambda _: None, latest="quote")

    def _show_checks(self) -> None:
        known, whole = self.customer is not None, bool(self.customer and self.customer.row.ship_complete)
        address = self.address
        known = known and reads_addresses(self.ctx.rights)
        found = checks(
            *(self.draft, self.quote, address),
            customer_known=known,
            ship_complete=whole,
            findings=self.findings,
            offers=offers_of(self.findings),
        )
        self.page.panel.show_checks(found)
        self.update_commands()

    @property
    def address(self) -> PostalAddress | None:
        """Where it goes: the order's own address, else the customer's; None where it is not known or not to be read."""
        if self.draft.own is not None and self.draft.own.address is not None:
            return self.draft.own.address
        return self.customer.ship_address or self.customer.bill_address if self.customer else None

    @property
    def _short(self) -> bool:
        return bool(self.quote and any(line.short for line in self.quote.lines))


def line_of(hit: ProductHit, qty: int) -> DraftLine:
    """A line of a product that was found."""
    return DraftLine(hit.id, hit.sku, hit.name, qty, hit.unit_price, hit.currency)
