"""Stock levels: what there is of each product, where it lies, who holds it, what is to come."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.permissions import Permission
from app.domain.scan import Scan
from app.qt.commands import command
from app.qt.format import count
from app.qt.notices import Notice
from app.qt.table import Column
from app.qt.words import mark, tr, trn
from app.queries import places, stock
from app.queries.pages import Ask, Connection, Page
from app.queries.stock import LevelRow, Lying
from app.services.adjusting import adjust
from app.services.counting import Counted, count_balance, undo_count
from app.services.losses import TakenOut
from app.services.resolver import Resolved
from app.services.shortages import Settled, settle_shortage
from app.services.stock import Moved, move_stock, undo_adjustment, undo_moves
from app.views.parts.scans import look_up_scan
from app.views.parts.stock_drawer import StockDrawer
from app.views.parts.stock_forms import AdjustForm, CountForm, MoveForm
from app.views.table_screen import Tab, TableScreen


class StockLevels(TableScreen[LevelRow]):
    """Products with their levels in the desk's warehouse; shortages stand out."""

    id, title, icon, group = "stock", mark("Stock levels"), "stock", mark("Stock")
    topics = frozenset({"stock", "product", "purchase_order", "shipment"})
    columns: tuple[Column[LevelRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("sku", mark("SKU"), lambda r: r.sku, width=120, code=True, sort="sku"),
        Column("name", mark("Product"), lambda r: r.name, width=200, sort="name", stretch=True),
        Column(
            "on_hand",
            mark("On hand"),
            lambda r: count(r.on_hand),
            width=80,
            right=True,
            raw=lambda r: r.on_hand,
        ),
        Column(
            "reserved",
            mark("Reserved"),
            lambda r: count(r.reserved),
            width=84,
            right=True,
            raw=lambda r: r.reserved,
        ),
        Column(
            "available",
            mark("Available"),
            lambda r: count(r.available),
            width=96,
            right=True,
            sort="available",
            strong=True,
            raw=lambda r: r.available,
            mark=lambda r: ("alert-triangle", "stop") if r.available < 0 else None,
            tone=lambda r: "stop" if r.available < 0 else "warn" if r.available < r.reorder_point else "text",
        ),
        Column(
            "incoming",
            mark("Incoming"),
            lambda r: count(r.incoming) if r.incoming else "",
            width=84,
            right=True,
            raw=lambda r: r.incoming,
        ),
        Column(
            "reorder",
            mark("Reorder point"),
            lambda r: count(r.reorder_point) if r.reorder_point else "",
            width=122,
            right=True,
            raw=lambda r: r.reorder_point,
        ),
        Column("category", mark("Category"), lambda r: r.category, width=90),
    )
    sorted_by = ("name", False)
    tabs = (
        Tab("all", mark("All")),
        Tab("short", mark("Short"), {"stock": "short"}, "available"),
        Tab("reorder", mark("Below reorder point"), {"stock": "reorder"}),
        Tab("out", mark("Out of stock"), {"stock": "out"}),
    )
    searches = mark("Name, SKU or barcode")
    empty = (mark("Nothing here"), mark("Choose another view."))

    def build(self) -> None:
        """Make the table, and the forms over it."""
        self._warehouse = 0
        self._place: int | None = None
        super().build()
        self.adjust_form, self.move_form, self.count_form = AdjustForm(self), MoveForm(self), CountForm(self)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        for form in self._forms:
            whole.insertWidget(1, form)
            form.cancelled.connect(self._leave_form)
        self.adjust_form.wanted.connect(self._adjust)
        self.move_form.wanted.connect(self._move)
        self.count_form.wanted.connect(self._count_there)

    @property
    def _forms(self) -> tuple[AdjustForm | MoveForm | CountForm, ...]:
        return self.adjust_form, self.move_form, self.count_form

    def here(self, connection: Connection) -> int:
        """The warehouse of this desk."""
        if not self._warehouse:
            self._warehouse = places.home(connection, self.ctx.desk)
        return self._warehouse

    def fetch(self, connection: Connection, ask: Ask) -> Page[LevelRow]:
        """A page of products."""
        return stock.levels(connection, ask, self.here(connection))

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return stock.count_levels(connection, ask, self.here(connection))

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Enter opens the card."""
        return (("Return", mark("Stock card")),)

    # The drawer

    def make_drawer(self) -> QWidget:
        """The details beside the table."""
        self.details = StockDrawer(self.shell.go)
        self.details.closed.connect(self._close_drawer)
        self.details.opened.connect(lambda: self.opened(self._shown_id()))
        return self.details

    def _close_drawer(self) -> None:
        self.details.hide()
        self.view.setFocus()

    def _shown_id(self) -> int:
        row = self.current()
        return row.id if row is not None else 0

    def show_row(self, row: LevelRow | None) -> None:
        """Tell more of a product."""
        if row is None:
            return
        self.details.begin(row)
        self.read(self._more, row.id, then=self.details.fill, failed=lambda _: None, latest="details")

    def _more(self, connection: Connection, product_id: int) -> tuple[Any, ...]:
        here = self.here(connection)
        return (
            product_id,
            stock.where_is(connection, product_id, here),
            stock.holders(connection, product_id, here),
            stock.incoming(connection, product_id, here),
        )

    def opened(self, key: object) -> None:
        """Enter: the product's stock card."""
        if key:
            self.shell.go("stock-card", key)

    def open(self, target: object) -> None:
        """Show a product by its id, or ("location", id): what lies there."""
        if isinstance(target, tuple):
            self._open_place(int(target[1]))
            return
        if not self.view.select_key(target):
            self.read(self._row_of, target, then=self._found)

    def _row_of(self, connection: Connection, product_id: int) -> LevelRow | None:
        return stock.level_of(connection, product_id, self.here(connection))

    def _found(self, row: LevelRow | None) -> None:
        if row is None:
            return
        if not self.view.select_key(row.id):
            self.choose_tab("all")
            self._wanted = row.id
            self.search_for(row.sku)
        self.view.setFocus()

    def _open_place(self, location_id: int) -> None:
        def read(connection: Connection) -> tuple[Any, ...]:
            return places.place(connection, location_id), places.lying_in(connection, location_id)

        self.read(read, then=lambda found: self.details.show_place(*found), latest="details")

    # Scans

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """A product is shown; a place fills the form that asks for one, or shows what lies there."""
        look_up_scan(self, scan, journal, self._scanned)
        return True

    def _scanned(self, found: Resolved) -> bool:
        if found.kind == "product":
            self.open(found.id)
        elif found.kind == "location" and self.move_form.isVisible():
            self.move_form.take_place(found.label)
        elif found.kind == "location":
            self._open_place(found.id)
        else:
            return False
        return True

    # Commands

    def can(self, command_id: str) -> bool:
        """A product is needed; a shortage to settle one."""
        row = self.current()
        if command_id == "stock.settle":
            return row is not None and row.available < 0
        return row is not None or not command_id.startswith("stock.")

    @command(
        "stock.settle",
        mark("Settle shortage"),
        icon="alert-triangle",
        shortcut="Ctrl+L",
        right=Permission.STOCK_RESERVE,
    )
    def settle(self) -> None:
        """Take the latest promises back, as many as lack goods."""
        row = self.current()
        if row is not None:
            self.do(settle_shortage, row.id, self._warehouse, then=lambda done: self._settled(row.sku, done))

    def _settled(self, sku: str, done: Settled) -> None:
        self.shell.tell(tr("The shortage of {sku} is settled.", sku=sku))
        self._tell_shorted(sku, done)
        if done.left:
            words = trn("%n pieces are still claimed for picking. Report them short there.", done.left)
            self.shell.notices.add(Notice("warn", sku, words))
        self.refresh()

    def _tell_shorted(self, sku: str, done: Settled | TakenOut) -> None:
        if not done.shorted:
            return
        numbers = ", ".join(sorted({one.shipment_number for one in done.shorted}))
        pieces = sum(one.qty for one in done.shorted)
        words = trn("%n pieces are promised no more. Waiting again: {numbers}.", pieces, numbers=numbers)
        self.shell.notices.add(Notice("warn", sku, words))

    @command("stock.count", mark("Count here"), icon="counts", shortcut="F9", right=Permission.STOCK_COUNT)
    def count_here(self) -> None:
        """Say how many lie in a place."""
        self._begin(self.count_form)

    @command("stock.move", mark("Move"), icon="arrow-right", shortcut="F7", right=Permission.STOCK_MOVE)
    def carry(self) -> None:
        """Carry pieces to another place."""
        self._begin(self.move_form)

    @command("stock.adjust", mark("Adjust"), icon="edit", shortcut="F6", right=Permission.STOCK_ADJUST)
    def set_right(self) -> None:
        """Add found pieces, or take lost ones off."""
        self._begin(self.adjust_form)

    def _begin(self, form: AdjustForm | MoveForm | CountForm) -> None:
        row = self.current()
        if row is None:
            return
        for one in self._forms:
            one.setVisible(False)
        self.read(form.read, row, self._warehouse, then=lambda found: self._ready(form, row, found))

    def _ready(self, form: AdjustForm | MoveForm | CountForm, row: LevelRow, found: Any) -> None:
        if not form.fill(row, found):
            words = tr("{sku} lies nowhere yet. Take it in under Goods in.", sku=row.sku)
            self.shell.notices.add(Notice("info", row.sku, words))

    def _leave_form(self) -> None:
        for form in self._forms:
            form.hide()
        self.view.setFocus()

    def _adjust(self, row: LevelRow, lying: Lying, qty: int, why: str, serials: tuple[str, ...]) -> None:
        def done(taken: TakenOut) -> None:
            self._leave_form()
            words = (
                trn("%n found of {sku} in {place}.", qty, sku=row.sku, place=lying.place)
                if qty > 0
                else trn("%n taken off of {sku} in {place}.", -qty, sku=row.sku, place=lying.place)
            )
            self.shell.tell(words, lambda: self.do(undo_adjustment, taken.move_ids, then=self._undone))
            self._tell_shorted(row.sku, taken)
            self.refresh()

        self.do(adjust, row.id, lying.lot_id, lying.location_id, qty, why, serials, then=done)

    def _move(
        self, row: LevelRow, lying: Lying, target: places.Place, qty: int, serials: tuple[str, ...]
    ) -> None:
        def done(moved: Moved) -> None:
            self._leave_form()
            words = trn(
                "%n of {sku} carried from {place} to {target}.",
                qty,
                sku=row.sku,
                place=lying.place,
                target=target.code,
            )
            self.shell.tell(words, lambda: self.do(undo_moves, moved.move_ids, then=self._undone))
            self.refresh()

        self.do(move_stock, row.id, lying.lot_id, lying.location_id, target.id, qty, serials, then=done)

    def _count_there(self, row: LevelRow, lying: Lying, counted: int) -> None:
        def done(found: Counted) -> None:
            self._leave_form()
            (one,) = found.balances
            words = tr(
                "{sku} in {place}: {counted} counted, the books said {expected}.",
                sku=row.sku,
                place=lying.place,
                counted=count(one.counted),
                expected=count(one.expected),
            )
            self.shell.tell(words, lambda: self.do(undo_count, one.count_id, then=self._undone))
            self._tell_shorted(row.sku, found.taken)
            self.refresh()

        self.do(count_balance, lying.location_id, row.id, lying.lot_id, counted, then=done)

    def _undone(self, _: Moved) -> None:
        self.shell.tell(tr("Taken back."))
        self.refresh()
