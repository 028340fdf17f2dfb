"""Goods in: what suppliers are to bring, and how much of it came."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.permissions import Permission
from app.domain.scan import Scan
from app.qt.commands import command
from app.qt.format import count, day
from app.qt.table import Column
from app.qt.words import mark, tr
from app.queries import goods_in, places
from app.queries.goods_in import PurchaseRow
from app.queries.pages import Ask, Connection, Page
from app.services.goods_in import close_purchase_order
from app.services.resolver import Resolved
from app.views.parts.goods_drawer import PurchaseDrawer
from app.views.parts.scans import look_up_scan
from app.views.table_screen import Tab, TableScreen


def _state(row: PurchaseRow) -> tuple[str, str, str]:
    if row.status != "open":
        return "check-circle", "text3", mark("Closed")
    if not row.received:
        return "clock", "text2", mark("Expected")
    if row.received < row.qty:
        return "half", "info", mark("Part came")
    return "check-circle", "good", mark("All came")


class GoodsIn(TableScreen[PurchaseRow]):
    """Purchase orders by the day they are expected."""

    id, title, icon, group = "goods-in", mark("Goods in"), "goods-in", mark("Stock")
    topics = frozenset({"purchase_order", "receipt"})
    columns: tuple[Column[PurchaseRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("number", mark("Order"), lambda r: r.number, width=150, code=True),
        Column("supplier", mark("Supplier"), lambda r: r.supplier, width=200, stretch=True),
        Column(
            "state",
            mark("State"),
            lambda r: tr(_state(r)[2]),
            width=120,
            mark=lambda r: _state(r)[:2],
            tone=lambda r: "text",
        ),
        Column(
            "expected",
            mark("Expected on"),
            lambda r: day(r.expected_on),
            width=110,
            raw=lambda r: r.expected_on,
        ),
        Column("lines", mark("Lines"), lambda r: count(r.lines), width=70, right=True, raw=lambda r: r.lines),
        Column("qty", mark("Ordered"), lambda r: count(r.qty), width=84, right=True, raw=lambda r: r.qty),
        Column(
            "came", mark("Came"), lambda r: count(r.received), width=76, right=True, raw=lambda r: r.received
        ),
    )
    tabs = (
        Tab("open", mark("All open"), {"status": "open"}),
        Tab("closed", mark("Closed"), {"status": "closed"}),
    )
    searches = mark("Number or supplier")
    empty = (mark("Nothing is on order"), mark("Purchase orders that suppliers are to bring stand here."))

    def build(self) -> None:
        """Make the table."""
        self._warehouse = 0
        super().build()

    def here(self, connection: Connection) -> int:
        """The warehouse of this desk."""
        if not self._warehouse:
            self._warehouse = places.home(connection, self.ctx.desk)
        return self._warehouse

    def fetch(self, connection: Connection, ask: Ask) -> Page[PurchaseRow]:
        """A page of purchase orders."""
        return goods_in.purchases(connection, ask, self.here(connection))

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return goods_in.count_purchases(connection, ask, self.here(connection))

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Enter."""
        return (("Return", mark("Receive")),)

    def make_drawer(self) -> QWidget:
        """The details beside the table."""
        self.details = PurchaseDrawer(self.shell.go)
        self.details.closed.connect(self._close_drawer)
        self.details.opened.connect(lambda: self.opened(None))
        return self.details

    def _close_drawer(self) -> None:
        self.details.hide()
        self.view.setFocus()

    def show_row(self, row: PurchaseRow | None) -> None:
        """Tell more of a purchase order."""
        if row is not None:
            self.details.begin(row)
            self.read(self._more, row.id, then=self.details.fill, failed=lambda _: None, latest="details")

    @staticmethod
    def _more(connection: Connection, order_id: int) -> tuple[object, ...]:
        return (
            order_id,
            goods_in.purchase_lines(connection, order_id),
            goods_in.receipts(connection, order_id),
        )

    def opened(self, key: object) -> None:
        """Enter: receive it."""
        row = self.current()
        if row is not None:
            self.shell.go("receiving", row.id)

    def open(self, target: object) -> None:
        """Show a purchase order by its id; a receipt's number finds nothing to do here."""
        if isinstance(target, int):
            self.shell.go("receiving", target)

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """The number of a purchase order opens it."""
        look_up_scan(self, scan, journal, self._scanned)
        return True

    def _scanned(self, found: Resolved) -> bool:
        if found.kind != "purchase_order":
            return False
        self.open(found.id)
        return True

    def can(self, command_id: str) -> bool:
        """By the order that is current."""
        row = self.current()
        if command_id == "goods-in.close":
            return row is not None and row.status == "open"
        if command_id == "goods-in.receive":
            return row is not None and row.status == "open"
        return True

    @command("goods-in.put_away", mark("Put away"), icon="shelf", shortcut="F7", right=Permission.STOCK_MOVE)
    def put_away(self) -> None:
        """What lies at the dock."""
        self.shell.go("put-away")

    @command(
        "goods-in.close",
        mark("Expect no more"),
        icon="close",
        shortcut="Ctrl+D",
        right=Permission.STOCK_RECEIVE,
    )
    def end(self) -> None:
        """Close the purchase order: what lacks does not come any more."""
        row = self.current()
        if row is not None:
            self.do(close_purchase_order, row.id, then=lambda _: self._closed(row))

    def _closed(self, row: PurchaseRow) -> None:
        self.shell.tell(
            tr("{number} is closed.", number=row.number),
            lambda: self.do(close_purchase_order, row.id, True, then=lambda _: self._opened_again(row)),
        )
        self.refresh()

    def _opened_again(self, row: PurchaseRow) -> None:
        self.shell.tell(tr("{number} is expected again.", number=row.number))
        self.refresh()

    @command(
        "goods-in.receive",
        mark("Receive"),
        icon="goods-in",
        shortcut="Ctrl+Return",
        right=Permission.STOCK_RECEIVE,
        primary=True,
    )
    def receive(self) -> None:
        """Count what came of it."""
        self.opened(None)
