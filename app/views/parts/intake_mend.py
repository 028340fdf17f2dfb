"""Mending a message: the customer, the head and the address over the lines, and the article of one line after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.address import PostalAddress
from app.qt import theme
from app.qt.format import long_day
from app.qt.widgets import Button, FormRow, Label
from app.qt.words import mark, tr
from app.services.intake_looking import Looked
from app.services.intake_mending import MendedLine, Mending, number_of
from app.views.parts.action_panel import QuantityField
from app.views.parts.fields import Countries
from app.views.parts.intake_lines import LineRow
from app.views.parts.order_dates import read_day
from app.views.parts.order_suggest import SuggestField


class MendForm(QFrame):
    """The fields of a message that may be wrong; Enter moves on, from line to line.

    Signals:
        kept: all is as it should be.
        left: nothing is to be changed.
        edited: a line is another one now.
        line_wanted: the place of the line that is mended next.
    """

    kept, left, edited, line_wanted = Signal(), Signal(), Signal(), Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._looked: Looked | None = None
        self._customer: tuple[int, str, str, str] | None = None
        self._line: LineRow | None = None
        self._product: tuple[int, str, str] | None = None
        self.changes: dict[int, MendedLine] = {}
        self.products: dict[str, int] = {}
        self.added: list[LineRow] = []
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.S8)
        whole.addLayout(self._make_head())
        whole.addLayout(self._make_address())
        whole.addLayout(self._make_line())

    def _make_head(self) -> QHBoxLayout:
        self.customer = SuggestField(
            self._host, mark("Name, code, telephone, postcode"), 420, mark("Nobody is called {typed}.")
        )
        self.number, self.reference, self.day = QLineEdit(), QLineEdit(), QLineEdit()
        self.number.setMaxLength(60)
        self.reference.setMaxLength(60)
        self.day.setPlaceholderText("13/3, +2")
        self._day_row = FormRow(mark("Requested"), self.day)
        self._customer_row = FormRow(mark("Customer"), self.customer)
        self.customer.setAccessibleName(tr("Customer"))
        row = QHBoxLayout()
        row.setSpacing(theme.S8)
        row.addWidget(self._customer_row, 4)
        self._number_row = FormRow(mark("Order number"), self.number, needed=True)
        for one in (self._number_row, FormRow(mark("Customer PO"), self.reference), self._day_row):
            row.addWidget(one, 2)
        self.keep = Button(mark("Keep"), "check", "F10", "primary")
        self.leave = Button(mark("Cancel"), key="Esc")
        self.keep.clicked.connect(self.kept)
        self.leave.clicked.connect(self.left)
        self.customer.taken.connect(self._customer_taken)
        self.customer.passed.connect(lambda: self.number.setFocus())
        return row

    def _make_address(self) -> QHBoxLayout:
        self.name, self.street, self.zip, self.city = (QLineEdit() for _ in range(4))
        self.country = Countries()
        self.country.setMinimumContentsLength(8)
        self.name.setPlaceholderText(tr("Customer’s own"))
        row = QHBoxLayout()
        row.setSpacing(theme.S8)
        for words, field, share in (
            (mark("Deliver to"), self.name, 3),
            (mark("Street"), self.street, 3),
            (mark("Postal code"), self.zip, 1),
            (mark("Town"), self.city, 2),
            (mark("Country"), self.country, 2),
        ):
            row.addWidget(FormRow(words, field), share)
        return row

    def _make_line(self) -> QHBoxLayout:
        self.article = SuggestField(
            self._host, mark("SKU or name"), 460, mark("No product is called {typed}.")
        )
        self.pieces = QuantityField()
        self.remember = QCheckBox(tr("Remember the number"))
        self._article_row = FormRow(mark("Article of the line"), self.article)
        self._pieces_row = FormRow(mark("Pieces"), self.pieces)
        self.about = Label(tone="text2", elide=True)
        row = QHBoxLayout()
        row.setSpacing(theme.S8)
        row.addWidget(self._article_row, 4)
        self._pieces_row.setFixedWidth(90)
        row.addWidget(self._pieces_row)
        side = QVBoxLayout()
        side.setContentsMargins(0, 18, 0, 0)
        side.addWidget(self.remember)
        side.addWidget(self.about)
        row.addLayout(side, 5)
        row.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignBottom)
        self.article.taken.connect(self._article_taken)
        self.article.passed.connect(self._to_pieces)
        return row

    # What is mended

    def begin(self, looked: Looked, rows: Sequence[LineRow]) -> None:
        """Show what was read; the keyboard goes to the first thing that stops it."""
        self._looked = looked
        self.changes.clear()
        self.products.clear()
        self.added.clear()
        self._customer = self._product = None
        reading = looked.reading
        code, name = looked.customer
        self.customer.setText(f"{name}, {code}" if code else "")
        self.number.setText(reading.number)
        self.reference.setText(reading.reference)
        self.day.setText(long_day(reading.requested_on) if reading.requested_on else "")
        self._fill_address(looked.reading.ship_to.address if looked.reading.ship_to else None)
        for field in (self.customer, self.number, self.reference, self.day, self.name, self.street):
            field.setCursorPosition(0)
        self._day_row.accept()
        self._number_row.accept()
        self.show()
        self.show_line(next((row for row in rows if row.severity == "stops"), rows[0] if rows else None))
        lines_stop = any(row.severity == "stops" for row in rows)
        if not code and not (looked.meant and looked.meant.new_customer):
            self.customer.setFocus()
        elif lines_stop:
            self.article.setFocus()
        else:
            self.number.setFocus()

    def _fill_address(self, address: PostalAddress | None) -> None:
        now = address or PostalAddress(country_code="")
        self.name.setText(now.company_name or now.name)
        self.street.setText(now.street_address.replace("\n", ", "))
        self.zip.setText(now.postal_code)
        self.city.setText(now.city)
        self.country.setCurrentIndex(max(0, self.country.findData(now.country_code.upper())))
        self._address_was = self._address_typed()

    def _address_typed(self) -> tuple[str, str, str, str, str]:
        typed = (self.name.text(), self.street.text(), self.zip.text(), self.city.text())
        name, street, postal, city = (text.strip() for text in typed)
        return name, street, postal, city, str(self.country.currentData() or "")

    def show_line(self, row: LineRow | None) -> None:
        """Mend this line now."""
        self._line, self._product = row, None
        self.article.close_popup()
        self.article.setText(row.sku if row is not None else "")
        self.pieces.setText("" if row is None or row.pieces is None else str(row.pieces))
        theirs = self._their_number()
        self.remember.setEnabled(bool(theirs))
        self.remember.setChecked(bool(theirs) and row is not None and not row.sku)
        self.remember.setText(
            tr("Remember {number} as this article", number=theirs) if theirs else tr("Remember the number")
        )
        if row is None:
            self.about.say(tr("A further line"))
        else:
            self.about.say(
                tr(
                    "Line {number}: {ordered}, {words}",
                    number=row.number,
                    ordered=row.ordered,
                    words=row.theirs,
                )
            )

    def _their_number(self) -> str:
        if self._line is None or self._looked is None or self._line.at >= len(self._looked.reading.lines):
            return ""
        return number_of(self._looked.reading.lines[self._line.at])[:60]

    @property
    def customer_id(self) -> int | None:
        """Who buys, as it is now."""
        if self._customer is not None:
            return self._customer[0]
        return self._looked.meant.customer_id if self._looked is not None and self._looked.meant else None

    def _customer_taken(self, value: object) -> None:
        assert isinstance(value, tuple)
        self._customer = value
        self.customer.setText(f"{value[2]}, {value[1]}")
        self.number.setFocus()

    def _article_taken(self, value: object) -> None:
        assert isinstance(value, tuple)
        self._product = value
        self.article.setText(value[1])
        self.about.say(value[2])
        self._to_pieces()

    def _to_pieces(self) -> None:
        self.pieces.setFocus()
        self.pieces.selectAll()

    def _line_done(self) -> None:
        """Keep what was typed for this line, and go on to the next one that something stops."""
        line, product = self._line, self._product
        qty = self.pieces.value
        sku = product[1] if product is not None else ""
        if product is not None:
            self.products[sku] = product[0]
        if line is None or self._looked is None or line.at >= len(self._looked.reading.lines):
            self._add(line, sku, qty)
        else:
            at = line.at
            before = self.changes.get(at, MendedLine(at))
            now = replace(
                before,
                sku=sku or before.sku,
                qty=qty if qty != line.pieces else before.qty,
                remember=self.remember.isChecked() and bool(sku or before.sku),
            )
            if now != MendedLine(at):
                self.changes[at] = now
        self.edited.emit()
        self.line_wanted.emit(line.at if line is not None else -1)

    def _add(self, line: LineRow | None, sku: str, qty: int | None) -> None:
        assert self._looked is not None
        if line is not None:
            self.added = [one for one in self.added if one.at != line.at]
            sku = sku or line.sku
        if sku and qty:
            place = len(self._looked.reading.lines)
            at = line.at if line is not None else max([place - 1, *(one.at for one in self.added)]) + 1
            name = self._product[2] if self._product is not None else ""
            row = LineRow(at, "+", name, "", sku, name, qty, "", "", tr("Added"), "mended")
            self.added = sorted([*self.added, row], key=lambda one: one.at)

    def mending(self, today: date) -> Mending | None:
        """What is changed; None where a field cannot be read, which is said beside it."""
        if self._looked is None:
            return None
        reading = self._looked.reading
        typed = self.day.text().strip()
        shown = long_day(reading.requested_on) if reading.requested_on else ""
        day = reading.requested_on if typed == shown else read_day(typed, today)
        self._day_row.accept()
        self._number_row.accept()
        if typed and day is None:
            self._day_row.refuse(tr("Write a day: 13/3, +2, tomorrow or Friday."))
            self.day.setFocus()
            return None
        number = self.number.text().strip()
        if not number:
            self._number_row.refuse(tr("This is needed."))
            self.number.setFocus()
            return None
        if self._product is not None:
            self._line_done()
        lines = [*self.changes.values(), *(MendedLine(None, one.sku, one.pieces) for one in self.added)]
        return Mending(
            self._customer[1:2] + self._customer[3:4] if self._customer is not None else None,
            number,
            self.reference.text().strip(),
            day,
            not typed,
            self._address(),
            tuple(lines),
        )

    def _address(self) -> PostalAddress | None:
        typed = self._address_typed()
        assert self._looked is not None
        if typed == self._address_was:
            return None
        name, street, postal, city, country = typed
        ship = self._looked.reading.ship_to
        now = (ship.address if ship is not None else None) or PostalAddress(country_code="")
        person = now.name if now.company_name or not now.name else ""
        company = name if now.company_name or not now.name else ""
        lines = street if street != now.street_address.replace("\n", ", ") else now.street_address
        return replace(
            now,
            name=person or (name if not company else ""),
            company_name=company,
            street_address=lines,
            postal_code=postal,
            city=city,
            country_code=country,
        )

    def remembered(self) -> tuple[tuple[str, int], ...]:
        """Their numbers that are to mean our articles from now on, with the product."""
        if self._looked is None:
            return ()
        lines = self._looked.reading.lines
        return tuple(
            (number_of(lines[at])[:60], self.products[one.sku])
            for at, one in sorted(self.changes.items())
            if one.remember and one.sku in self.products and number_of(lines[at])
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on; in the pieces it keeps the line. Esc leaves."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
            return
        if key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        here = self.focusWidget()
        if here is self.pieces:
            self._line_done()
            return
        order: list[QWidget] = [
            *(self.customer, self.number, self.reference, self.day),
            *(self.name, self.street, self.zip, self.city, self.country, self.article, self.pieces),
        ]
        at = next((at for at, one in enumerate(order) if one is here), -1)
        if 0 <= at < len(order) - 1:
            order[at + 1].setFocus()

    def retranslate(self) -> None:
        """Follow the language."""
        for field in (self.customer, self.article):
            field.say_again()
        self.name.setPlaceholderText(tr("Customer’s own"))
        if not self.isHidden():
            self.show_line(self._line)
