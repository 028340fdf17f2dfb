"""The page on which an order is typed, and the one that says that it is placed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.address import PostalAddress
from app.qt import theme
from app.qt.format import count, day, long_day, money, price
from app.qt.screen import Screen
from app.qt.widgets import Button, Label, Sign
from app.qt.words import mark, tr, trn
from app.queries.catalogue_search import ProductHit
from app.queries.customer_habits import Habit, Standing
from app.queries.customers import CustomerDetails, CustomerRow
from app.services.orders import Entered, Placed
from app.services.placing import PlacedInPart
from app.services.quoting import Quote, QuotedLine
from app.views.parts.order_draft import Draft
from app.views.parts.order_foot import OrderFoot
from app.views.parts.order_head import OrderHead, suggestions
from app.views.parts.order_hints import KeyHints
from app.views.parts.order_lines import Lines
from app.views.parts.order_more import OrderMore
from app.views.parts.order_picks import PickPanel
from app.views.parts.order_side import OrderSide
from app.views.parts.order_suggest import SuggestField, Suggestion
from app.views.parts.order_table import LinesTable
from app.views.parts.table_head import buttons_of

PRODUCT_KEYS = (
    *(("Up", mark("Up")), ("Down", mark("Down")), ("Return", mark("Take"))),
    *(("Ctrl+Return", mark("Take the usual quantity")), ("Esc", mark("Close"))),
)
HINTS = (
    *(("F2", mark("Customer")), ("Shift+F4", mark("Copy an order")), ("F9", mark("Kind and terms"))),
    *(("F3", mark("Take the line away")), ("F12", mark("Price")), ("Ctrl+V", mark("Paste rows"))),
)
SIDES = (344, 264)
"""How wide the checks may be beside the lines, the wish first."""


class EntryPage(QWidget):
    """Head, lines, foot; at the right what is to be checked and who the customer is."""

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = Label(tone="text2", elide=True)
        self._saved: tuple[int, str] | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._title(screen))
        self._body = body = QHBoxLayout()
        whole.addLayout(body, 1)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        self._left = left = QVBoxLayout()
        body.addLayout(left, 1)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        self.head = OrderHead(screen)
        left.addWidget(self.head)
        self.more = OrderMore()
        left.addWidget(self.more)
        self.entry = SuggestField(
            *(screen, mark("Product, SKU or barcode"), 700, mark("No product is called {typed}.")),
            PRODUCT_KEYS,
        )
        self.picks = PickPanel(screen)
        self.lines = Lines()
        self.table = LinesTable(self.lines, self.entry)
        self.table.setAccessibleName(tr("Lines"))
        self.foot = OrderFoot()
        self.side = OrderSide()
        self.panel = self.side.panel
        middle = QFrame()
        middle.setProperty("kind", "surface")
        lines = QHBoxLayout(middle)
        lines.setContentsMargins(theme.S8, 0, theme.S8, 0)
        lines.addWidget(self.table)
        left.addWidget(middle, 1)
        left.addWidget(KeyHints(HINTS))
        left.addWidget(self.foot)
        body.addWidget(self.side)
        self.setTabOrder(self.head.service, self.more)
        self.setTabOrder(self.more, self.entry)
        self.setTabOrder(self.entry, self.table)
        self.setTabOrder(self.table, self.foot.note)

    def _title(self, screen: Screen) -> QWidget:
        bar = QFrame()
        bar.setProperty("kind", "bar-under")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.S16, theme.S16 - 2, theme.S16, theme.S8 + 2)
        row.setSpacing(theme.S8)
        self.title = Label(role="title")
        row.addWidget(self.title)
        row.addWidget(self._kept, 1, Qt.AlignmentFlag.AlignBottom)
        for button in buttons_of(screen):
            row.addWidget(button)
        return bar

    def minimumSizeHint(self) -> QSize:
        """What it takes with the checks over the sums, as they stand where there is little room."""
        width = max(self.head.minimumSizeHint().width(), self.foot.minimumSizeHint().width())
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The checks stand at the right, wide or narrow, or lie over the sums: the lines need their columns."""
        super().resizeEvent(event)
        width = next((side for side in SIDES if self.width() - side >= self.table.LEAST), 0)
        if self.side.stand(width, self.width()):
            (self._body.addWidget if width else partial(self._left.insertWidget, 4))(self.side)

    def show_draft(self, draft: Draft) -> None:
        """Show a draft as it was left."""
        if draft.again is None:
            self.title.set(mark("New order"))
        else:
            self.title.set(mark("Draft {number}"), number=draft.again.number)
        self.head.show_draft(draft)
        self.more.show_draft(draft)
        self.lines.show(draft)
        self.foot.show_draft(draft)
        self.picks.hide()
        self._saved = None
        self.say_kind()
        self.entry.setText(draft.typed.get("product", ""))
        self.side.show_customer(None)
        self.panel.show_checks(())

    def show_customer(
        self, customer: CustomerDetails, address: PostalAddress | None, standing: Standing | None = None
    ) -> None:
        """Say where it goes and what is known of the customer."""
        self.head.show_customer()
        self.head.show_address(address, known=True)
        self.head.show_terms(customer, standing)
        self.side.show_customer(customer, standing)
        self.more.show_currency()
        self.lines.repaint()

    def show_quote(self, quote: Quote) -> None:
        """Say what it comes to and on whose prices."""
        self.foot.show_quote(quote)
        self.head.show_list(quote.price_list)

    def say_kind(self) -> None:
        """Say beside the title what kind of order it is, what is not as usual, and since when it is kept."""
        words = self.more.words()
        if self._saved is not None:
            lines, hour = self._saved
            words.append(
                trn("%n lines, kept at {hour}", lines, hour=hour)
                if lines
                else tr("kept at {hour}", hour=hour)
            )
        self._kept.say(", ".join(words))

    def say_kept(self, kept: bool, lines: int) -> None:
        """Say that what was typed is kept, and since when."""
        self._saved = (lines, f"{datetime.now():%H:%M}") if kept else None  # noqa: DTZ005 - the desk's own clock
        self.say_kind()

    def go_to_start(self, *, everything: bool = False) -> None:
        """Give the keyboard to what is wanted first: the customer, else a cell that was left open, else the next product."""
        cell = self.head.draft.typed.get("cell", "")
        if cell and self.isVisible() and not everything:
            self.table.write_again(cell)
        elif self.head.draft.customer_id and not everything:
            self.table.next_product()
        else:
            self.head.customer.setFocus(Qt.FocusReason.TabFocusReason)
            self.head.customer.selectAll()

    def retranslate(self) -> None:
        """Follow the language."""
        self.table.setAccessibleName(tr("Lines"))
        self.entry.say_again()
        self.head.retranslate()
        self.more.retranslate()
        self.say_kind()
        self.foot.retranslate()
        self.lines.repaint()


class DonePage(QWidget):
    """The order is placed: its number to be read aloud, and what comes next.

    Signals:
        opened: somebody wants to see the order.
        next_wanted: the next order is to be taken.
    """

    opened, next_wanted = Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._order: Entered | Placed | PlacedInPart | None = None
        self._quote: Quote | None = None
        self.number, self.text = Label(role="code-title"), Label(role="strong")
        self.more = Label(tone="text2", wrap=True)
        self.open_button = Button(mark("Open the order"), "orders", "Return")
        self.open_button.clicked.connect(self.opened)
        self._next = Button(mark("Next order"), "plus", "Ctrl+N", "primary")
        self._next.clicked.connect(self.next_wanted)
        middle = Qt.AlignmentFlag.AlignHCenter
        for label in (self.number, self.text, self.more):
            label.setAlignment(middle)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S8)
        buttons.addStretch()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self._next)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(theme.S8)
        column.addStretch(2)
        column.addWidget(Sign("check-circle", "good", 48), 0, middle)
        column.addWidget(self.number)
        column.addWidget(self.text)
        column.addWidget(self.more)
        column.addSpacing(theme.S8)
        column.addLayout(buttons)
        column.addStretch(3)

    def show_order(self, order: Entered | Placed | PlacedInPart, quote: Quote | None) -> None:
        """Say what became of it."""
        self._order, self._quote = order, quote
        self.retranslate()

    def retranslate(self) -> None:
        """Follow the language."""
        order, quote = self._order, self._quote
        if order is None:
            return
        self.number.say(order.number)
        total = money(order.total, order.currency)
        promise = long_day(quote.promised_on) if quote else ""
        if isinstance(order, Entered):
            self.text.set(mark("Kept as a draft"))
            self.more.set(mark("{total}. Nothing is promised yet; confirm it from the list."), total=total)
        elif isinstance(order, Placed):
            self.text.set(mark("Placed and reserved"))
            self.more.set(mark("{total}, promised for {day}."), total=total, day=promise)
        elif order.held_until is not None:
            self.text.set(mark("Placed; it waits as the customer wants"))
            words = mark("{total}. Nothing of it is reserved before {day}.")
            self.more.set(words, total=total, day=long_day(order.held_until))
        elif order.reserved:
            self.text.set(mark("Placed and reserved in part"))
            words = mark("{total}. {pieces} pieces leave for {day}, the rest follows.")
            self.more.set(words, total=total, pieces=count(order.reserved), day=promise)
        else:
            self.text.set(mark("Placed; it waits for stock"))
            later = long_day(quote.complete_on) if quote and quote.complete_on else ""
            words = mark("{total}, expected for {day}.") if later else mark("{total}. Nobody knows yet when.")
            self.more.set(words, total=total, day=later)


def customer_rows(rows: Sequence[CustomerRow]) -> list[Suggestion]:
    """Customers as suggestions."""
    return suggestions(rows, [trn("%n open", row.open_orders) if row.open_orders else "" for row in rows])


def product_rows(
    hits: Sequence[ProductHit],
    quoted: Mapping[int, QuotedLine],
    habits: Mapping[int, Habit],
    currency: str,
) -> list[Suggestion]:
    """Products as suggestions: how often they take it, what it costs them, what is free, and when it could leave."""
    found = []
    for hit in hits:
        line = quoted.get(hit.id)
        cost, of = hit.unit_price, hit.currency
        if line is not None and line.priced is not None:
            cost, of = line.priced.unit_price, currency
        promised = day(line.promised_on) if line is not None else ""
        words, tone = _free(hit)
        figures = ((price(cost, of), "text2", 84), (words, tone, 150), (promised, "text2", 76))
        found.append(Suggestion(hit.name, _under(hit, habits.get(hit.id)), hit, figures))
    return found


def _free(hit: ProductHit) -> tuple[str, str]:
    """What is free of a product, in words and a tone."""
    free = max(0, hit.supply.free)
    arrival = next(iter(hit.supply.arrivals), None)
    if hit.status == "blocked":
        return tr("blocked"), "stop"
    if not free and arrival is not None:
        return tr("0, expected {day}", day=day(arrival[0])), "warn"
    return trn("%n free", free), "good" if free else "stop"


def _under(hit: ProductHit, habit: Habit | None) -> str:
    """What stands under a product's name."""
    words = hit.sku if hit.pack_qty == 1 else trn("{sku}, a pack of %n", hit.pack_qty, sku=hit.sku)
    if hit.status == "discontinued":
        words = tr("{sku}, discontinued", sku=words)
    if hit.article:
        words = tr("{sku}, their number {article}", sku=words, article=hit.article)
    return words if habit is None else f"{words}   {taken_words(habit)}"


def taken_words(habit: Habit) -> str:
    """How often a customer took a product, and how many usually."""
    if habit.times == 1:
        return tr("taken once, {qty}", qty=count(habit.qty))
    return trn("taken %n times, usually {qty}", habit.times, qty=count(habit.qty))
