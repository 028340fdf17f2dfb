"""Order entry: an order is taken on the telephone by keyboard alone; what is typed is kept until it is placed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.domain.permissions import Permission
from app.errors import AppError, Conflict
from app.qt.commands import command
from app.qt.notices import Notice
from app.qt.words import mark, tr, trn
from app.services.context import Context
from app.services.order_revision import Kept, revise_order
from app.services.orders import (
    Entered,
    InsufficientStock,
    NewOrder,
    Placed,
    QuestionsOpen,
    amend_order,
    cancel_order,
    enter_order,
    place_order,
)
from app.services.placing import (
    PlacedInPart,
    keep_asked,
    keep_held,
    place_draft,
    place_held,
    place_in_part,
    place_to_wait,
)
from app.views.parts.order_asking import ADD_USUAL, absent_in
from app.views.parts.order_draft import Again, Draft
from app.views.parts.order_lines import PRICE
from app.views.parts.order_usual import OrderFilling

MISTAKE = "entry-error"
"""Why an order is cancelled that is taken back right after it was placed."""


class OrderEntry(OrderFilling):
    """A new order: customer, lines, checks; F10 places it."""

    id, title, icon, group = "order-entry", mark("Order entry"), "order-entry", mark("Sell")
    topics = frozenset({"stock_move", "stock_level", "product", "customer", "purchase_order"})
    right = Permission.ORDER_ENTER

    def build(self) -> None:
        """Make the parts, and show what was left unfinished."""
        self._placed_id = 0
        self._busy = False
        super().build()
        self.done_page.next_wanted.connect(self.next_order)
        self.done_page.opened.connect(lambda: self.shell.go("orders", self._placed_id))

    # Commands

    def can(self, command_id: str) -> bool:
        """What the draft allows."""
        done = self.stack.currentWidget() is self.done_page
        begun = not self.draft.blank and not self._busy
        return {
            "entry.confirm": begun and not done,
            "entry.keep": begun and not done,
            "entry.split": self._short and not done,
            "entry.wait": self._short and not done,
            "entry.price": bool(self.draft.lines) and not done,
            "entry.drop": bool(self.draft.lines) and not done,
            "entry.customer": not done,
            "entry.more": not done,
            "entry.usual": bool(self.draft.customer_id) and not done,
            ADD_USUAL: absent_in(self.findings) is not None and not done,
            "entry.copy": bool(self.draft.customer_id) and not done,
            "entry.discard": not self.draft.blank and not done,
            "entry.new": done,
        }.get(command_id, True)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys that work everywhere here."""
        return (("Return", mark("Next")), ("Alt+Up", mark("Line above")), ("Esc", mark("Back")))

    @command("entry.customer", mark("Customer"), icon="customers", shortcut="F2", button=False)
    def go_to_customer(self) -> None:
        """Go to the customer."""
        self.page.go_to_start(everything=True)

    @command("entry.drop", mark("Take the line away"), icon="trash", shortcut="F3", button=False)
    def drop_line(self) -> None:
        """Take a refused line away, or the current one."""
        refused = [row for row in range(len(self.draft.lines)) if self._refused_at(row)]
        row = self.page.table.currentIndex().row()
        wanted = row if 0 <= row < len(self.draft.lines) and (not refused or row in refused) else None
        at = wanted if wanted is not None else (refused or [len(self.draft.lines) - 1])[0]
        if 0 <= at < len(self.draft.lines):
            self.drop(at)

    def _refused_at(self, row: int) -> bool:
        """Whether a line cannot be entered as it is."""
        quoted = self.page.lines.quoted(row)
        return not self.draft.lines[row].good or (quoted is not None and quoted.refusal is not None)

    @command("entry.more", mark("Kind and terms"), icon="more", shortcut="F9", button=False)
    def show_more(self) -> None:
        """Go to kind, priority, days, discount and currency; pressed there, they are put away."""
        more = self.page.more
        if more.isVisible() and more.isAncestorOf(QApplication.focusWidget() or self):
            self.page.table.next_product()
            more.hide()
        else:
            more.begin()

    @command("entry.price", mark("Price"), icon="money", shortcut="F12", button=False)
    def write_price(self) -> None:
        """Write the price of the first line without one, else of the current line, else of the last."""
        quoted = [self.page.lines.quoted(at) for at in range(len(self.draft.lines))]
        bare = next((at for at, line in enumerate(quoted) if line and line.priced is None), None)
        row, last = self.page.table.currentIndex().row(), len(self.draft.lines) - 1
        here = row if 0 <= row <= last else last
        self.page.table.write(here if bare is None else bare, PRICE)

    @command("entry.split", mark("Split"), icon="split", shortcut="F5", button=False)
    def split(self) -> None:
        """Send what is there; the rest follows."""
        self._decide("split")

    @command("entry.wait", mark("All later"), icon="clock", shortcut="F6", button=False)
    def wait(self) -> None:
        """All of it waits until everything is there."""
        self._decide("wait")

    def _decide(self, shortage: str) -> None:
        self.draft.shortage = "" if self.draft.shortage == shortage else shortage
        self._show_checks()
        self._edited()

    @command("entry.new", mark("Next order"), icon="plus", shortcut="Ctrl+N", button=False)
    def next_order(self) -> None:
        """Take the next order, or go on with the one that was begun before."""
        self.begin(self.draft)

    @command("entry.discard", mark("Start over"), icon="trash", shortcut="Ctrl+Shift+Del", button=False)
    def discard(self) -> None:
        """Forget what was typed; Ctrl+Z brings it back."""
        before = self.draft
        self.begin(before.aside or Draft())
        self.shell.tell(tr("What was typed is forgotten."), lambda: self.begin(before))

    @command("entry.keep", mark("Keep as draft"), icon="save", shortcut="F7", right=Permission.ORDER_ENTER)
    def keep(self) -> None:
        """Write the order down as a draft: nothing is promised yet."""
        if not self._finished():
            return
        again, until = self.draft.again, self.draft.hold_until
        work: Callable[..., Any] = enter_order if again is None else partial(_revise, again.kept)
        if until is not None or (again is not None and again.hold_until is not None):
            work = partial(keep_held, until=until, kept=again.kept if again else None)
        self._place(work, "enter", mark("{number} is kept as a draft."))

    def keep_asked(self) -> None:
        """Write the order down as a draft whose questions stand among those that are to be settled."""
        if self._finished():
            again = self.draft.again
            work = partial(keep_asked, kept=again.kept if again else None)
            self._place(work, "ask", mark("{number} is kept; what is open of it is among the unresolved."))

    @command(
        "entry.confirm",
        mark("Confirm"),
        icon="check-circle",
        shortcut="F10",
        right=Permission.ORDER_CONFIRM,
        primary=True,
    )
    def confirm(self) -> None:
        """Place the order: entered, confirmed and reserved in one go, or nothing."""
        if not self._finished():
            return
        until = self.draft.hold_until
        if self._short and not self.draft.shortage and until is None:
            self.shell.sounds.play("stop")
            self.shell.notices.add(
                Notice(
                    "warn",
                    tr("Short stock."),
                    tr("Decide first: F5 splits the order, F6 lets all of it wait."),
                )
            )
            return
        again = self.draft.again
        works: dict[str, Callable[..., Any]] = {"split": place_in_part, "wait": place_to_wait}
        work = works.get(self.draft.shortage if self._short else "", place_draft if again else place_order)
        if until is not None:
            work = partial(place_held, until=until)
        if again is not None:
            work = partial(work, kept=again.kept)
        self._place(work, "place", mark("{number} is placed."))

    # Placing

    def _finished(self) -> bool:
        """Whether all that is typed was understood and taken; what was not has the keyboard, and is said."""
        page = self.page
        done = (
            page.table.settle()
            and page.head.understood()
            and page.more.understood()
            and self._lines_taken()
            and page.foot.understood()
        )
        if not done:
            self.shell.sounds.play("stop")
        return done

    def _lines_taken(self) -> bool:
        """Whether there are lines, and nothing half typed beside them."""
        typed = self.page.entry.text().strip()
        bad = [row for row, line in enumerate(self.draft.lines) if not line.good]
        if bad:
            words = trn("%n lines do not say what or how many. Mend them, or F3 takes them away.", len(bad))
            self.shell.notices.add(Notice("warn", tr("Not finished."), words))
            self.page.table.write(bad[0])
            return False
        if self.draft.lines and not typed:
            return True
        words = tr("No product yet. Type one, Enter takes it.")
        if typed:
            words = tr("{typed} is typed, but not taken. Press Enter, or delete it.", typed=typed)
        self.shell.notices.add(Notice("warn", tr("Not finished."), words))
        self.page.table.next_product()
        return False

    def _place(self, work: Callable[..., Any], verb: str, words: str) -> None:
        draft, ctx = self.draft, self.ctx.once(f"draft:{self.draft.id}:{verb}")
        wait_until = self.quote.complete_on if self.quote else None

        def place() -> Any:
            with ctx.reading() as connection:
                here = draft.again.warehouse_id if draft.again else self._here(connection)
            return work(ctx, draft.order(here, wait_until))

        self._busy = True
        self.update_commands()
        self.later(place, then=partial(self._placed, draft, words), failed=self._refused)

    def _refused(self, error: AppError) -> None:
        """Nothing is lost: the draft stays as it is, and stock is looked at again."""
        self._busy = False
        self.update_commands()
        if isinstance(error, QuestionsOpen):
            self.shell.notices.refused(error, tr("Keep to be settled"), self.keep_asked)
        elif isinstance(error, InsufficientStock):
            self.shell.notices.refused(error, tr("Split"), self.split)
        elif isinstance(error, Conflict) and (again := self.draft.again) is not None:
            self.shell.notices.refused(error, tr("Open it anew"), lambda: self._open_anew(again))
        else:
            self.shell.notices.refused(error)
        self._pricing.start()

    def _open_anew(self, again: Again) -> None:
        """Show the order as another desk left it; Ctrl+Z brings back what was typed here."""
        typed = self.draft
        self.read_draft(again.kept.order_id, aside=typed.aside, undo=lambda: self.begin(typed))

    def _placed(self, draft: Draft, words: str, placed: Any) -> None:
        self._busy = False
        self._placed_id = placed.order_id
        quote = self.quote
        self.draft, self.quote = draft.aside or Draft(), None
        self.page.show_draft(self.draft)
        self._save()
        self.done_page.show_order(placed, quote)
        self.stack.setCurrentWidget(self.done_page)
        self.done_page.setFocus()
        self.update_commands()
        done = tr(words, number=placed.number)
        self.shell.tell(done, lambda: self._take_back(draft, placed))
        if isinstance(placed, Placed | PlacedInPart):
            self.shell.sounds.play("good")

    def _take_back(self, draft: Draft, placed: Any) -> None:
        """Cancel what was just placed and show it as it was typed; a draft that was there before is what it was."""
        again = draft.again

        def typed(words: str, again: Again | None = None) -> None:
            self.begin(replace(draft.copy(), again=again, aside=self.draft.left))
            self.shell.tell(tr(words, number=placed.number))

        def unkept(made: Entered) -> None:
            assert again is not None
            kept = replace(again, kept=Kept(made.order_id, made.version))
            typed(mark("{number} is as it was; here is what was typed."), kept)

        def unplaced(order_id: int) -> None:
            words = tr("{number} is a draft again.", number=placed.number)
            self.shell.tell(words)
            self.read_draft(order_id, aside=self.draft.left)

        if again is None:
            words = mark("{number} is cancelled; here is what was typed.")
            self.do(cancel_order, placed.order_id, MISTAKE, then=lambda _: typed(words))
        elif isinstance(placed, Entered):
            now = Kept(placed.order_id, placed.version)
            self.do(revise_order, now, again.before, then=unkept)
        else:
            self.do(amend_order, placed.order_id, then=unplaced)

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list; what was typed stays here."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            self.shell.go("orders")
            return
        if self.stack.currentWidget() is self.done_page and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            self.done_page.opened.emit()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Follow the language."""
        self.page.retranslate()
        self.done_page.retranslate()
        shown = list(self.page.panel.shown)
        self.page.panel.shown = []
        self._show_checks() if shown else self.page.panel.show_checks(())
        if self.customer is not None:
            self.page.show_customer(self.customer, self.address, self.standing)
        if QApplication.focusWidget() is self:
            self.page.go_to_start()


def _revise(kept: Kept, ctx: Context, order: NewOrder) -> Entered:
    return revise_order(ctx, kept, order)
