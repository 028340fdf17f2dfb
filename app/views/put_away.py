"""Putting away: what lies at the dock, and where it goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.permissions import Permission
from app.domain.scan import Scan
from app.qt.commands import command
from app.qt.format import count, day
from app.qt.notices import Notice
from app.qt.table import Column
from app.qt.words import mark, tr, trn
from app.queries import goods_in, places
from app.queries.pages import Ask, Connection, Page
from app.queries.places import InPlace, Place
from app.services.resolver import Resolved
from app.services.stock import Carry, Moved, put_away, undo_moves
from app.views.parts.goods_forms import PutAwayForm
from app.views.parts.scans import look_up_scan
from app.views.table_screen import TableScreen


class PutAway(TableScreen[InPlace]):
    """The goods at the dock."""

    id, title, icon, group, home = "put-away", mark("Put away"), "shelf", "", "goods-in"
    topics = frozenset({"stock"})
    columns: tuple[Column[InPlace], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("sku", mark("SKU"), lambda r: r.sku, width=120, code=True),
        Column("name", mark("Product"), lambda r: r.name, width=240, stretch=True),
        Column("lot", mark("Lot"), lambda r: r.lot, width=120, code=True),
        Column(
            "expires", mark("Best before"), lambda r: day(r.expires_on), width=120, raw=lambda r: r.expires_on
        ),
        Column(
            "qty", mark("Pieces"), lambda r: count(r.on_hand), width=90, right=True, raw=lambda r: r.on_hand
        ),
    )
    empty = (
        mark("The dock is empty"),
        mark("What is received lies here until it is put away. Esc goes back."),
    )

    def build(self) -> None:
        """Make the table, and the form over it."""
        self._dock = 0
        super().build()
        self.head.search.hide()
        self.form = PutAwayForm(self)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.insertWidget(1, self.form)
        self.form.cancelled.connect(self._leave_form)
        self.form.wanted.connect(self._put)

    def key_of(self, row: InPlace) -> object:
        """A lot lies there once."""
        return row.product_id, row.lot_id

    def here(self, connection: Connection) -> int:
        """The dock of this desk's warehouse."""
        if not self._dock:
            self._dock = goods_in.dock(connection, places.home(connection, self.ctx.desk)) or 0
        return self._dock

    def fetch(self, connection: Connection, ask: Ask) -> Page[InPlace]:
        """What lies at the dock."""
        return Page(places.lying_in(connection, self.here(connection)), None)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many lots lie there."""
        return len(places.lying_in(connection, self.here(connection)))

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Enter and Esc."""
        return (("Return", mark("Put away")), ("Esc", mark("Goods in")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.shell.go("goods-in")
            return
        super().keyPressEvent(event)

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """A product chooses its goods; a place is where they go."""
        look_up_scan(self, scan, journal, self._scanned)
        return True

    def _scanned(self, found: Resolved) -> bool:
        if found.kind == "location":
            if self.form.isVisible():
                self.form.take_place(found.label)
            else:
                self.shell.tell(tr("Choose the goods first: scan one of them, or press Enter."))
            return True
        if found.kind != "product":
            return False
        mine = [row for row in self.table.rows if row.product_id == found.id]
        row = next((one for one in mine if not found.lot or one.lot == found.lot), None)
        if row is None:
            self.shell.sounds.play("stop")
            words = tr("{sku} does not lie at the dock.", sku=found.label)
            self.shell.notices.add(Notice("stop", tr("Not here."), words))
            return True
        self.view.select_key(self.key_of(row))
        self.shell.sounds.play("good")
        self.put()
        return True

    def opened(self, key: object) -> None:
        """Enter: say where they go."""
        if self.shell.allows(Permission.STOCK_MOVE):
            self.put()

    def can(self, command_id: str) -> bool:
        """Something has to lie there."""
        return command_id != "put-away.put" or self.current() is not None

    @command(
        "put-away.put",
        mark("Put away"),
        icon="shelf",
        shortcut="F7",
        right=Permission.STOCK_MOVE,
        primary=True,
    )
    def put(self) -> None:
        """Ask where the current goods go; most of their kind, or where they lay last, is proposed."""
        row = self.current()
        if row is None:
            return
        dock = self._dock

        def read(connection: Connection) -> tuple[Place | None, tuple[str, ...]]:
            here = places.home(connection, self.ctx.desk)
            return (
                places.proposed_place(connection, row.product_id, here),
                places.serials_in(connection, row.product_id, row.lot_id, dock),
            )

        self.read(read, then=lambda found: self.form.ask(row, *found), latest="form")

    def _leave_form(self) -> None:
        self.form.hide()
        self.view.setFocus()

    def _put(self, row: InPlace, place: Place, qty: int, serials: tuple[str, ...]) -> None:
        carry = Carry(row.product_id, row.lot_id, self._dock, place.id, qty, serials)

        def done(moved: Moved) -> None:
            self._leave_form()
            self.shell.sounds.play("good")
            words = trn("%n of {sku} lie in {place}.", qty, sku=row.sku, place=place.code)
            self.shell.tell(words, lambda: self.do(undo_moves, moved.move_ids, then=self._undone))
            self.refresh()

        self.do(put_away, (carry,), then=done)

    def _undone(self, _: Moved) -> None:
        self.shell.tell(tr("Taken back."))
        self.refresh()
