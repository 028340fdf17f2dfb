"""A new return: which order, which of its articles, how many, why."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.permissions import Permission
from app.domain.scan import Scan
from app.qt import theme
from app.qt.commands import command
from app.qt.format import count, day
from app.qt.widgets import Card, FormRow, Label, SearchField, Section, empty
from app.qt.words import language, mark, tr, trn
from app.queries import returnable
from app.queries.pages import Connection
from app.queries.returnable import Reason, ShippedLine, ShippedOrder
from app.services.resolver import Resolved
from app.services.returns import Requested, WantedBack, cancel_return, request_return
from app.views.base import View
from app.views.parts.action_panel import Choice, QuantityField
from app.views.parts.scans import look_up_scan
from app.views.parts.table_head import buttons_of

Found = tuple[ShippedOrder | None, tuple[ShippedLine, ...], tuple[Reason, ...]]


class _LineFields:
    """The fields of one shipped line."""

    def __init__(self, line: ShippedLine, reasons: tuple[Reason, ...]) -> None:
        self.line = line
        self.qty, self.reason = QuantityField(), Choice()
        self.qty.setFixedWidth(84)
        self.qty.setEnabled(line.possible > 0)
        self.reason.setEnabled(line.possible > 0)
        self.reason.setMinimumWidth(220)
        self._reasons = reasons
        self.say()

    def say(self) -> None:
        """Say the reasons in the language that is set; the chosen one stays."""
        chosen, french = self.reason.currentData(), language() == "fr"
        self.reason.fill([(one.code, one.label_fr if french else one.label_en) for one in self._reasons])
        if chosen is not None:
            self.reason.setCurrentIndex(max(0, self.reason.findData(chosen)))
        line = self.line
        self.qty.setAccessibleName(tr("Pieces of {sku}", sku=line.sku))
        self.reason.setAccessibleName(tr("Reason for {sku}", sku=line.sku))


class ReturnRequest(View):
    """Found by number or customer, filled in by keyboard, asked for with Ctrl+Enter."""

    id, title, icon, group, home = "return-request", mark("New return"), "returns", "", "return-list"
    topics = frozenset({"return_order"})
    right = Permission.RETURN_AUTHORISE

    def build(self) -> None:
        """Make the fields."""
        self.order: ShippedOrder | None = None
        self.lines: list[_LineFields] = []
        self.search = SearchField(mark("Order number or customer"))
        self.search.returnPressed.connect(self._search)
        self.found = QListWidget()
        self.found.setAccessibleName(tr("Orders that were shipped"))
        self.found.itemActivated.connect(lambda _: self._choose())
        self._orders: tuple[ShippedOrder, ...] = ()
        self.chosen = Section(mark("What comes back"))
        self.note = QLineEdit()
        self.note_row = FormRow(mark("Note"), self.note, mark("What the customer says, for the bench"))
        self.quiet = Label(mark("Find the order on the left, or scan its number."), tone="text2", wrap=True)
        head = QHBoxLayout()
        head.addWidget(Label(self.title, "title"))
        head.addStretch(1)
        for button in buttons_of(self):
            head.addWidget(button)
        left, right = Card(), Card()
        left.setFixedWidth(380)
        left.body.setSpacing(theme.S8)
        left.body.addWidget(self.search)
        left.body.addWidget(self.found, 1)
        right.body.setSpacing(theme.S8)
        right.body.addWidget(self.chosen)
        right.body.addWidget(self.quiet)
        right.body.addWidget(self._grid_area(), 1)
        right.body.addWidget(self.note_row)
        body = QHBoxLayout()
        body.setSpacing(theme.S16)
        body.addWidget(left)
        body.addWidget(right, 1)
        frame = QFrame()
        frame.setProperty("kind", "window")
        whole = QVBoxLayout(frame)
        whole.setContentsMargins(theme.S16, theme.S16, theme.S16, theme.S16)
        whole.setSpacing(theme.S16)
        whole.addLayout(head)
        whole.addLayout(body, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)
        self.setFocusProxy(self.search)
        self.found.installEventFilter(self)
        self.note.installEventFilter(self)
        self._show(None, (), ())

    def _grid_area(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("kind", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.S16)
        self._grid.setVerticalSpacing(theme.S8)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def open(self, target: object) -> None:
        """Begin with an order (its id), or anew."""
        if isinstance(target, int) and target:
            self._read(target)
            return
        self.search.clear()
        self.found.clear()
        self._orders = ()
        self._show(None, (), ())
        self.search.setFocus()

    def refresh(self) -> None:
        """What may come back is read again where an order is chosen and nothing was filled in."""
        if self.order is not None and not self._filled_in:
            self.read(self._query(self.order.id), then=self._read_again, latest="again")

    def _read_again(self, found: Found) -> None:
        """Show it, unless something was filled in or another order chosen while it was read."""
        if (
            not self._filled_in
            and self.order is not None
            and found[0] is not None
            and found[0].id == self.order.id
        ):
            self._show(*found)

    @property
    def _filled_in(self) -> bool:
        return any(one.qty.value for one in self.lines) or bool(self.note.text().strip())

    # Finding the order

    def _search(self) -> None:
        text = self.search.text().strip()
        if text:
            self.read(returnable.shipped_orders, text, then=self._listed, latest="search")

    def _listed(self, orders: tuple[ShippedOrder, ...]) -> None:
        self._orders = orders
        self.found.clear()
        for one in orders:
            self.found.addItem(f"{one.number}   {one.customer}   {day(one.ordered_on)}")
        if len(orders) == 1:
            self._read(orders[0].id)
        elif orders:
            self.found.setCurrentRow(0)
            self.found.setFocus()
        else:
            self.found.addItem(tr("Nothing that was shipped is called so."))

    def _choose(self) -> None:
        at = self.found.currentRow()
        if 0 <= at < len(self._orders):
            self._read(self._orders[at].id)

    def _read(self, order_id: int) -> None:
        self.read(self._query(order_id), then=lambda found: self._show(*found), latest="order")

    def _query(self, order_id: int) -> Callable[[Connection], Found]:
        def query(connection: Connection) -> Found:
            return (
                returnable.shipped_order(connection, order_id),
                returnable.shipped_lines(connection, order_id),
                returnable.reasons(connection, "return"),
            )

        return query

    def retranslate(self) -> None:
        """Follow the language."""
        for one in self.lines:
            one.say()

    # Filling in

    def _show(
        self, order: ShippedOrder | None, lines: tuple[ShippedLine, ...], reasons: tuple[Reason, ...]
    ) -> None:
        self.order = order
        self.chosen.set_figure(f"{order.number}  {order.customer}" if order else "")
        self.quiet.setVisible(order is None)
        self.note_row.setVisible(order is not None)
        self.note.clear()
        empty(self._grid)
        self.lines = [_LineFields(line, reasons) for line in lines]
        for at, words in enumerate(
            (mark("SKU"), mark("Product"), mark("Shipped"), mark("Pieces"), mark("Reason"))
        ):
            if lines:
                self._grid.addWidget(Label(words, "caption", "text2"), 0, at)
        for at, one in enumerate(self.lines, 1):
            sku, name, shipped = Label(role="code"), Label(wrap=True), Label(tone="text2")
            sku.say(one.line.sku)
            name.say(one.line.name)
            announced = (
                tr(", {announced} announced", announced=count(one.line.announced))
                if one.line.announced
                else ""
            )
            shipped.say(f"{count(one.line.shipped)}{announced}")
            for column, widget in enumerate((sku, name, shipped, one.qty, one.reason)):
                self._grid.addWidget(widget, at, column)
            for field in (one.qty, one.reason):
                field.installEventFilter(self)
            one.qty.textChanged.connect(lambda _: self.update_commands())
        for before, after in pairwise(self._fields()):
            self.setTabOrder(before, after)
        first = next((one for one in self.lines if one.line.possible), None)
        if first is not None:
            first.qty.setFocus()
        self.update_commands()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter walks from field to field; in the list it chooses."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            if watched is self.found:
                self._choose()
            else:
                self._walk_on(watched)
            return True
        return False

    def _fields(self) -> list[QWidget]:
        """The fields in the order in which they are filled in."""
        return [
            *(field for one in self.lines for field in (one.qty, one.reason) if one.line.possible),
            self.note,
        ]

    def _walk_on(self, field: QObject) -> None:
        fields = self._fields()
        at = next((at for at, one in enumerate(fields) if one is field), -1)
        if at + 1 < len(fields):
            fields[at + 1].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the returns."""
        if event.key() == Qt.Key.Key_Escape:
            self.shell.go("return-list")
            return
        super().keyPressEvent(event)

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """An order is chosen; an article of it counts one more."""
        look_up_scan(self, scan, journal, self._scanned)
        return True

    def _scanned(self, found: Resolved) -> bool:
        if found.kind == "order":
            self._read(found.id)
            return True
        mine = next(
            (one for one in self.lines if found.kind == "product" and one.line.product_id == found.id), None
        )
        if mine is None:
            return False
        mine.qty.set_value(min((mine.qty.value or 0) + found.pack_qty, mine.line.possible))
        mine.reason.setFocus()
        return True

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Enter and Esc."""
        return (("Return", mark("Next field")), ("Esc", mark("Returns")))

    def can(self, command_id: str) -> bool:
        """Something has to come back."""
        return command_id != "return-request.ask" or any(one.qty.value for one in self.lines)

    @command(
        "return-request.ask",
        mark("Note the return"),
        icon="check",
        shortcut="Ctrl+Return",
        right=Permission.RETURN_AUTHORISE,
        primary=True,
    )
    def ask(self) -> None:
        """Write it down; it is authorised in the list."""
        if self.order is None:
            return
        wanted = tuple(
            WantedBack(one.line.order_line_id, one.qty.value, str(one.reason.currentData()))
            for one in self.lines
            if one.qty.value
        )
        self.do(request_return, self.order.id, wanted, self.note.text().strip(), then=self._asked)

    def _asked(self, made: Requested) -> None:
        words = trn("%n lines noted on {number}.", len(made.line_ids), number=made.number)
        self.shell.tell(words, lambda: self.do(cancel_return, made.return_id, then=self._taken_back))
        self._show(None, (), ())
        self.shell.go("return-list", made.return_id)

    def _taken_back(self, _: object) -> None:
        self.shell.tell(tr("Taken back."))
