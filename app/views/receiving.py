"""Receiving one purchase order: scans count up, lots and serial numbers are asked for, then all is taken in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.permissions import Permission
from app.domain.scan import Scan
from app.qt.commands import command
from app.qt.format import count
from app.qt.notices import Notice
from app.qt.table import Column
from app.qt.words import mark, tr, trn
from app.queries import goods_in, places
from app.queries.goods_in import OrderedLine, PurchaseRow, ReceiptRow
from app.queries.pages import Ask, Connection, Page
from app.services.resolver import Resolved
from app.services.stock import Received, receive, undo_receipt
from app.views.parts.action_panel import ActionPanel
from app.views.parts.delivery import Counted, Delivery
from app.views.parts.goods_forms import CountForm, NoteForm
from app.views.parts.scans import look_up_scan
from app.views.table_screen import TableScreen


class Receiving(TableScreen[OrderedLine]):
    """The lines of a purchase order with what was counted now."""

    id, title, icon, group, home = "receiving", mark("Receive goods"), "goods-in", "", "goods-in"
    topics = frozenset({"purchase_order", "receipt"})
    empty = (mark("Nothing was ordered"), mark("Esc goes back."))

    def build(self) -> None:
        """Make the table, and the forms over it."""
        self.columns = (  # type: ignore[misc]  # the counts stand beside the rows, on this screen
            Column("sku", mark("SKU"), lambda r: r.sku, width=120, code=True),
            Column("name", mark("Product"), lambda r: r.name, width=220, stretch=True),
            Column("qty", mark("Ordered"), lambda r: count(r.qty), width=90, right=True, raw=lambda r: r.qty),
            Column(
                "received",
                mark("Came before"),
                lambda r: count(r.received) if r.received else "",
                width=110,
                right=True,
                raw=lambda r: r.received,
            ),
            Column(
                "now",
                mark("Counted now"),
                lambda r: count(self.delivery.of(r.id)) if self.delivery.of(r.id) else "",
                width=120,
                right=True,
                strong=True,
                raw=lambda r: self.delivery.of(r.id),
                mark=self._sign,
                tone=self._tone,
            ),
            Column("lots", mark("Lots"), lambda r: ", ".join(self.delivery.lots(r.id)), width=200, code=True),
        )
        self.delivery = Delivery()
        self._order = 0
        self._warehouse = 0
        self._head: PurchaseRow | None = None
        self._receipts: tuple[ReceiptRow, ...] = ()
        super().build()
        self.head.search.hide()
        self.count_form, self.note_form = CountForm(), NoteForm()
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        for form in self._forms:
            whole.insertWidget(1, form)
            form.cancelled.connect(self._leave_form)
        self.count_form.wanted.connect(self._counted_by_hand)
        self.note_form.wanted.connect(self._receive)

    @property
    def _forms(self) -> tuple[ActionPanel, ...]:
        return self.count_form, self.note_form

    def _sign(self, row: OrderedLine) -> tuple[str, str] | None:
        now = self.delivery.of(row.id)
        if not now:
            return None
        return {-1: ("half", "info"), 0: ("check-circle", "good"), 1: ("alert-triangle", "warn")}[
            (now > row.missing) - (now < row.missing)
        ]

    def _tone(self, row: OrderedLine) -> str:
        return "warn" if self.delivery.of(row.id) > row.missing else "text"

    def open(self, target: object) -> None:
        """Show a purchase order (its id); what was counted of another one is forgotten."""
        if not isinstance(target, int):
            return
        if target != self._order:
            self._order = target
            self.delivery.clear()
            self.table.read_once = False
        self._leave_form()
        self.refresh()

    def refresh(self) -> None:
        """Read the order again; what was counted stays."""
        if self._order:
            self.read(self._about, self._order, then=self._is_about, latest="head")
        super().refresh()

    def _about(
        self, connection: Connection, order_id: int
    ) -> tuple[PurchaseRow | None, tuple[ReceiptRow, ...], int]:
        return (
            goods_in.purchase(connection, order_id),
            goods_in.receipts(connection, order_id),
            places.home(connection, self.ctx.desk),
        )

    def _is_about(self, found: tuple[PurchaseRow | None, tuple[ReceiptRow, ...], int]) -> None:
        self._head, self._receipts, self._warehouse = found
        if self._head is not None:
            self.head.title.say(f"{self._head.number}  {self._head.supplier}")
        self.update_commands()

    def fetch(self, connection: Connection, ask: Ask) -> Page[OrderedLine]:
        """All lines."""
        return Page(goods_in.purchase_lines(connection, self._order), None)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many lines there are."""
        return len(goods_in.purchase_lines(connection, self._order))

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Enter and Esc."""
        return (("Return", mark("Count")), ("Esc", mark("Goods in")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the orders."""
        if event.key() == Qt.Key.Key_Escape:
            self.shell.go("goods-in")
            return
        super().keyPressEvent(event)

    def leave(self) -> bool:
        """Counted goods that were not taken in keep the program open."""
        if not self.delivery:
            return True
        words = tr("{pieces} pieces were counted and not taken in.", pieces=count(self.delivery.pieces))
        self.shell.notices.add(Notice("warn", tr("Not taken in."), words))
        return False

    # Counting

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """A product counts up, a pack as its pack; anything else is a serial number where one is asked for."""
        look_up_scan(self, scan, journal, self._scanned)
        return True

    def _scanned(self, found: Resolved) -> bool:
        current = self.current()
        if found.kind == "product":
            self._product(found)
        elif found.kind == "purchase_order":
            self.open(found.id)
        elif found.kind == "unknown" and current is not None and current.serial_tracked:
            self._serial(current, found.code)
        else:
            return False
        return True

    def _product(self, found: Resolved) -> None:
        mine = [row for row in self.table.rows if row.product_id == found.id]
        lacking = [row for row in mine if self.delivery.of(row.id) < row.missing]
        line = next(iter(lacking or mine), None)
        if line is None:
            self._stop(tr("Not ordered."), tr("{sku} is not on this order. Put it aside.", sku=found.label))
            return
        self.view.select_key(line.id)
        if line.serial_tracked:
            if found.serial:
                self._serial(line, found.serial)
            else:
                self.shell.tell(tr("Scan the serial number of {sku}.", sku=line.sku))
            return
        before = self.delivery.lot_of(line.id)
        if line.lot_tracked and not found.lot and before is None:
            self.count_form.ask(line, found.pack_qty, None)
            return
        lot = found.lot or (before.lot if before is not None else "")
        expires = found.expires if found.lot else (before.expires_on if before is not None else None)
        self._add(
            Counted(
                line, found.pack_qty, lot if line.lot_tracked else "", expires if line.lot_tracked else None
            )
        )

    def _serial(self, line: OrderedLine, code: str) -> None:
        if self.delivery.has_serial(line.product_id, code):
            self._stop(tr("Counted already."), tr("{code} was scanned before.", code=code))
            return
        if self.count_form.isVisible():
            self.count_form.take_serial(code)
            return
        lot = self.delivery.lot_of(line.id)
        self._add(Counted(line, 1, lot.lot if lot else "", lot.expires_on if lot else None, code))

    def _stop(self, title: str, words: str) -> None:
        self.shell.sounds.play("stop")
        self.shell.notices.add(Notice("stop", title, words))

    def _add(self, *counts: Counted) -> None:
        line = counts[0].line
        for one in counts:
            self.delivery.add(one)
        now, wanted = self.delivery.of(line.id), line.missing
        self.shell.sounds.play("article" if now == wanted else "good")
        words = tr("{sku}: {now} of {wanted} counted.", sku=line.sku, now=count(now), wanted=count(wanted))
        self.shell.tell(f"{words} {tr('More than was ordered.')}" if now > wanted else words)
        self.view.viewport().update()
        self.view.select_key(line.id)
        self.update_commands()

    def _counted_by_hand(self, counts: tuple[Counted, ...]) -> None:
        self._leave_form()
        self._add(*counts)

    def opened(self, key: object) -> None:
        """Enter: count by hand."""
        row = self.current()
        if row is not None and self.can("receiving.count"):
            self.count_form.ask(
                row, max(1, row.missing - self.delivery.of(row.id)), self.delivery.lot_of(row.id)
            )

    def _leave_form(self) -> None:
        for form in self._forms:
            form.hide()
        self.view.setFocus()

    # Commands

    def can(self, command_id: str) -> bool:
        """Only an open order is received; only what was counted is taken in."""
        is_open = self._head is not None and self._head.status == "open"
        if command_id == "receiving.take_in":
            return is_open and bool(self.delivery)
        if command_id == "receiving.count":
            return is_open and self.current() is not None and self.shell.allows(Permission.STOCK_RECEIVE)
        if command_id == "receiving.undo":
            return bool(self.delivery)
        if command_id == "receiving.undo_receipt":
            return any(not one.undone for one in self._receipts)
        return True

    @command("receiving.undo", mark("Undo the last count"), icon="undo", button=False)
    def undo(self) -> None:
        """Forget what was counted last (Ctrl+Z)."""
        back = self.delivery.take_back()
        if back is not None:
            self.shell.tell(trn("%n of {sku} not counted.", back.qty, sku=back.line.sku))
            self.view.viewport().update()
            self.update_commands()

    @command(
        "receiving.undo_receipt",
        mark("Take the last receipt back"),
        icon="undo",
        shortcut="Ctrl+D",
        right=Permission.STOCK_RECEIVE,
    )
    def take_back(self) -> None:
        """Mirror the last receipt of this order."""
        last = next((one for one in self._receipts if not one.undone), None)
        if last is not None:
            self.do(undo_receipt, last.id, then=lambda _: self._taken_back(last.number))

    def _taken_back(self, number: str) -> None:
        self.shell.tell(tr("{number} is taken back.", number=number))
        self.refresh()

    @command("receiving.put_away", mark("Put away"), icon="shelf", shortcut="F7", right=Permission.STOCK_MOVE)
    def put_away(self) -> None:
        """What lies at the dock."""
        self.shell.go("put-away")

    @command(
        "receiving.take_in",
        mark("Take in"),
        icon="check",
        shortcut="Ctrl+Return",
        right=Permission.STOCK_RECEIVE,
        primary=True,
    )
    def take_in(self) -> None:
        """Take in all that was counted, with the supplier's delivery note."""
        self.note_form.ask(trn("%n pieces", self.delivery.pieces))

    def _receive(self, note: str) -> None:
        supplier = self._head.supplier_id if self._head is not None else None
        self.do(receive, self._warehouse, self.delivery.lines(), supplier, note, then=self._received)

    def _received(self, made: Received) -> None:
        self.delivery.clear()
        self._leave_form()
        words = tr("{number} is taken in. F7 puts the goods away.", number=made.number)
        self.shell.tell(
            words,
            lambda: self.do(undo_receipt, made.receipt_id, then=lambda _: self._taken_back(made.number)),
        )
        self.shell.sounds.play("parcel")
        self.refresh()
