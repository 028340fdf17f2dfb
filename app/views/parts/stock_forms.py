"""The forms over the stock levels: adjust, move, count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.qt.format import count, day
from app.qt.widgets import FormRow
from app.qt.words import language, mark, tr
from app.queries import places, returnable, stock
from app.queries.pages import Connection
from app.queries.places import Place
from app.queries.returnable import Reason
from app.queries.stock import LevelRow, Lying
from app.views.base import View
from app.views.parts.action_panel import ActionPanel, Choice, QuantityField, whole_number


class _StockForm(ActionPanel):
    """Asks at which place and lot, and for serial numbers where the product has them."""

    def __init__(self, view: View, title: str, rows: Sequence[tuple[FormRow, int]], words: str) -> None:
        self.view = view
        self.where = FormRow(mark("Place and lot"), Choice())
        self.serials = FormRow(mark("Serial numbers"), QLineEdit(), mark("Blanks between them"))
        super().__init__(title, ((self.where, 280), *rows, (self.serials, 220)), words)
        self.row: LevelRow | None = None
        self.lying: tuple[Lying, ...] = ()
        self.accepted.connect(self.finish)

    def read(self, connection: Connection, row: LevelRow, warehouse: int) -> tuple[tuple[Lying, ...], object]:
        """What the form needs; off the main thread."""
        return stock.where_is(connection, row.id, warehouse), self.read_more(connection, row, warehouse)

    def read_more(self, connection: Connection, row: LevelRow, warehouse: int) -> object:
        """What a form needs besides."""
        return None

    def fill(self, row: LevelRow, found: tuple[tuple[Lying, ...], object]) -> bool:
        """Open it for a product; False where it lies nowhere."""
        self.row, (self.lying, more) = row, found
        if not self.lying:
            return False
        choice = self.where.field
        assert isinstance(choice, Choice)
        choice.clear()
        choice.fill([(at, _words(one)) for at, one in enumerate(self.lying)])
        field = self.serials.field
        assert isinstance(field, QLineEdit)
        field.clear()
        self.serials.setVisible(row.serial_tracked)
        self.fill_more(more)
        # With one place there is nothing to choose.
        first = self.next_field(choice) if len(self.lying) == 1 else choice
        self.begin(f"{row.sku}  {row.name}", first)
        return True

    def fill_more(self, more: object) -> None:
        """Fill the further fields."""

    def finish(self) -> None:
        """Check the fields and say what is wanted."""
        raise NotImplementedError

    @property
    def chosen(self) -> Lying:
        """Place and lot that are chosen."""
        choice = self.where.field
        assert isinstance(choice, Choice)
        return self.lying[int(choice.currentData())]

    @property
    def pieces(self) -> tuple[str, ...]:
        """The serial numbers that were given."""
        field = self.serials.field
        assert isinstance(field, QLineEdit)
        return tuple(field.text().split())


def _words(one: Lying) -> str:
    lot = tr("Lot {lot}", lot=one.lot) if one.lot else ""
    until = day(one.expires_on)
    return " · ".join(part for part in (one.place, lot, until, count(one.on_hand)) if part)


class AdjustForm(_StockForm):
    """Pieces found or lost, with the reason; `wanted` carries (row, place and lot, difference, reason, serials)."""

    wanted = Signal(object, object, int, str, object)

    def __init__(self, view: View) -> None:
        self.difference = FormRow(
            mark("Difference"), QuantityField(signed=True), mark("+2 found, -2 lost"), needed=True
        )
        self.reason = FormRow(mark("Reason"), Choice(), needed=True)
        super().__init__(view, mark("Adjust"), ((self.difference, 160), (self.reason, 220)), mark("Adjust"))

    def read_more(self, connection: Connection, row: LevelRow, warehouse: int) -> tuple[Reason, ...]:
        """The reasons."""
        return returnable.reasons(connection, "adjust")

    def fill_more(self, more: object) -> None:
        """Offer the reasons."""
        assert isinstance(more, tuple)
        choice, field = self.reason.field, self.difference.field
        assert isinstance(choice, Choice)
        assert isinstance(field, QuantityField)
        french = language() == "fr"
        choice.fill([(one.code, one.label_fr if french else one.label_en) for one in more])
        field.set_value(None)

    def finish(self) -> None:
        """Say what is wanted."""
        field, choice = self.difference.field, self.reason.field
        assert isinstance(field, QuantityField)
        assert isinstance(choice, Choice)
        if not field.value:
            self.difference.refuse(tr("How many more or fewer there are."))
            field.setFocus()
            return
        self.wanted.emit(self.row, self.chosen, field.value, str(choice.currentData()), self.pieces)


class MoveForm(_StockForm):
    """Where goods are carried; `wanted` carries (row, place and lot, target, pieces, serials)."""

    wanted = Signal(object, object, object, int, object)

    def __init__(self, view: View) -> None:
        self.target = FormRow(mark("To place"), QLineEdit(), mark("Scan or type it"), needed=True)
        self.qty = FormRow(mark("Pieces"), QuantityField(), needed=True)
        super().__init__(view, mark("Move"), ((self.target, 160), (self.qty, 110)), mark("Move"))
        choice = self.where.field
        assert isinstance(choice, Choice)
        choice.currentIndexChanged.connect(self._offer_all)

    def fill_more(self, more: object) -> None:
        """All that is free, to a place to be named."""
        field = self.target.field
        assert isinstance(field, QLineEdit)
        field.clear()
        self._offer_all()

    def _offer_all(self) -> None:
        choice, field = self.where.field, self.qty.field
        assert isinstance(choice, Choice)
        assert isinstance(field, QuantityField)
        if choice.currentData() is not None:
            field.set_value(self.chosen.on_hand - self.chosen.allocated)

    def take_place(self, code: str) -> None:
        """A place was scanned: it is where they go."""
        field = self.target.field
        assert isinstance(field, QLineEdit)
        field.setText(code)
        self.target.accept()
        self.walk_on(field)

    def finish(self) -> None:
        """Look the place up, then say what is wanted."""
        field = self.target.field
        assert isinstance(field, QLineEdit)
        qty = whole_number(self.qty)
        if qty is None or self.row is None:
            return
        typed = field.text()

        def read(connection: Connection) -> Place | None:
            return places.find_place(connection, places.home(connection, self.view.ctx.desk), typed)

        self.view.read(read, then=lambda place: self._found(typed, place, qty))

    def _found(self, typed: str, place: Place | None, qty: int) -> None:
        field = self.target.field
        assert isinstance(field, QLineEdit)
        if place is None:
            self.target.refuse(tr("There is no place {place}.", place=typed) if typed else tr("Which place?"))
            field.setFocus()
            field.selectAll()
            return
        self.target.accept()
        self.wanted.emit(self.row, self.chosen, place, qty, self.pieces)


class CountForm(_StockForm):
    """How many were counted; `wanted` carries (row, place and lot, counted)."""

    wanted = Signal(object, object, int)

    def __init__(self, view: View) -> None:
        self.counted = FormRow(mark("Counted"), QuantityField(), needed=True)
        super().__init__(view, mark("Count here"), ((self.counted, 130),), mark("Set the books"))

    def fill_more(self, more: object) -> None:
        """Nothing is proposed: who counts does not copy the books."""
        field = self.counted.field
        assert isinstance(field, QuantityField)
        field.set_value(None)
        self.serials.hide()

    def finish(self) -> None:
        """Say what is wanted."""
        counted = whole_number(self.counted, 0)
        if counted is not None:
            self.wanted.emit(self.row, self.chosen, counted)
