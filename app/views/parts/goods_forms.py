"""The forms over goods in: a count with its lot, the delivery note, where goods are put away."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.qt.format import count, day
from app.qt.widgets import FormRow
from app.qt.words import mark, tr
from app.queries import places
from app.queries.goods_in import OrderedLine
from app.queries.pages import Connection
from app.queries.places import InPlace, Place
from app.views.base import View
from app.views.parts.action_panel import ActionPanel, QuantityField, whole_number
from app.views.parts.delivery import Counted
from app.views.parts.order_dates import read_day


class CountForm(ActionPanel):
    """How many of a line came, with lot and expiry or serial numbers where the article has them."""

    wanted = Signal(object)
    """The counts (a tuple of `Counted`)."""

    def __init__(self) -> None:
        self.qty_field, self.lot_field = QuantityField(), QLineEdit()
        self.expires_field, self.serials_field = QLineEdit(), QLineEdit()
        self.qty = FormRow(mark("Pieces"), self.qty_field, needed=True)
        self.lot = FormRow(mark("Lot"), self.lot_field, mark("As it stands on the goods"), needed=True)
        self.expires = FormRow(mark("Best before"), self.expires_field, mark("Day, month and year"))
        self.serials = FormRow(
            mark("Serial numbers"), self.serials_field, mark("Blanks between them"), needed=True
        )
        super().__init__(
            mark("Count"),
            ((self.lot, 180), (self.expires, 160), (self.serials, 320), (self.qty, 110)),
            mark("Count"),
        )
        self._line: OrderedLine | None = None
        self.accepted.connect(self._finish)

    def ask(self, line: OrderedLine, qty: int, lot: Counted | None) -> None:
        """Open it for a line; `lot` proposes the lot of the pieces before."""
        self._line = line
        self.qty_field.set_value(qty)
        self.lot_field.setText(lot.lot if lot is not None else "")
        self.expires_field.setText(day(lot.expires_on) if lot is not None else "")
        self.serials_field.clear()
        self.lot.setVisible(line.lot_tracked)
        self.expires.setVisible(line.lot_tracked)
        self.serials.setVisible(line.serial_tracked)
        self.qty.setVisible(not line.serial_tracked)
        self.begin(
            tr("{sku} {name}, {missing} expected", sku=line.sku, name=line.name, missing=count(line.missing))
        )

    def take_serial(self, code: str) -> None:
        """A number was scanned while the form asks for numbers."""
        self.serials_field.setText(f"{self.serials_field.text()} {code}".strip())

    def _finish(self) -> None:
        line = self._line
        if line is None:
            return
        lot, expires_on = self.lot_field.text().strip(), None
        if line.lot_tracked and not lot:
            self.lot.refuse(tr("Read the lot from the goods."))
            self.lot_field.setFocus()
            return
        if line.lot_tracked and (typed := self.expires_field.text().strip()):
            expires_on = read_day(typed, date.today())  # noqa: DTZ011 - the desk's own calendar
            if expires_on is None:
                self.expires.refuse(tr("This is no day."))
                self.expires_field.setFocus()
                return
        if line.serial_tracked:
            codes = self.serials_field.text().split()
            if not codes:
                self.serials.refuse(tr("Scan each piece."))
                return
            self.wanted.emit(tuple(Counted(line, 1, lot, expires_on, code) for code in codes))
            return
        qty = whole_number(self.qty)
        if qty is not None:
            self.wanted.emit((Counted(line, qty, lot, expires_on),))


class NoteForm(ActionPanel):
    """The supplier's delivery note, before everything that was counted is taken in."""

    wanted = Signal(str)

    def __init__(self) -> None:
        self.field = QLineEdit()
        self.note = FormRow(mark("Delivery note"), self.field, mark("The supplier's number; may be left out"))
        super().__init__(mark("Take in"), ((self.note, 320),), mark("Take in"))
        self.accepted.connect(lambda: self.wanted.emit(self.field.text().strip()))

    def ask(self, words: str) -> None:
        """Open it."""
        self.field.clear()
        self.begin(words)


class PutAwayForm(ActionPanel):
    """Where pieces go; `wanted` carries (row, place, pieces, serials)."""

    wanted = Signal(object, object, int, object)

    def __init__(self, view: View) -> None:
        self._view = view
        self.place_field, self.qty_field, self.serials_field = QLineEdit(), QuantityField(), QLineEdit()
        self.place = FormRow(mark("To place"), self.place_field, mark("Scan or type it"), needed=True)
        self.qty = FormRow(mark("Pieces"), self.qty_field, needed=True)
        self.serials = FormRow(mark("Serial numbers"), self.serials_field, mark("Blanks between them"))
        super().__init__(
            mark("Put away"), ((self.place, 180), (self.qty, 110), (self.serials, 320)), mark("Put away")
        )
        self._row: InPlace | None = None
        self.accepted.connect(self._finish)

    def ask(self, row: InPlace, proposed: Place | None, serials: tuple[str, ...]) -> None:
        """Open it for goods at the dock, with the place where goods of their kind lie."""
        self._row = row
        self.place_field.setText(proposed.code if proposed is not None else "")
        self.place_field.selectAll()
        self.qty_field.set_value(row.on_hand - row.allocated)
        self.serials_field.setText(" ".join(serials))
        self.serials.setVisible(bool(serials))
        self.begin(f"{row.sku} {row.name}")

    def take_place(self, code: str) -> None:
        """A place was scanned: they go there."""
        self.place_field.setText(code)
        self.walk_on(self.place_field)

    def _finish(self) -> None:
        qty = whole_number(self.qty)
        typed, view = self.place_field.text(), self._view
        if qty is None:
            return

        def read(connection: Connection) -> Place | None:
            return places.find_place(connection, places.home(connection, view.ctx.desk), typed)

        view.read(read, then=lambda place: self._found(typed, place, qty))

    def _found(self, typed: str, place: Place | None, qty: int) -> None:
        if place is None:
            self.place.refuse(tr("There is no place {place}.", place=typed) if typed else tr("Which place?"))
            self.place_field.setFocus()
            self.place_field.selectAll()
            return
        self.place.accept()
        self.wanted.emit(self._row, place, qty, tuple(self.serials_field.text().split()))
