"""The lines of an order while it is typed: a table with quantity, price and discount to be written into its cells."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.domain.text import fold
from app.qt.format import count, day, money, percent, price
from app.qt.words import mark, tr
from app.services.quoting import Quote, QuotedLine
from app.views.parts.order_draft import Draft, DraftLine, read_decimal, read_percent, read_pieces

Index = QModelIndex | QPersistentModelIndex
SKU, NAME, QTY, PRICE, DISCOUNT, FREE, PROMISE, AMOUNT = range(8)
LOOK = Qt.ItemDataRole.UserRole
"""What the painter needs of a cell: a `Look`."""
TITLES = (
    *(mark("SKU"), mark("Product"), mark("Quantity"), mark("Price")),
    *(mark("Discount"), mark("Free"), mark("Promise"), mark("Amount")),
)
LEFT = (SKU, NAME)
WRITABLE = (QTY, PRICE, DISCOUNT)


@dataclass(frozen=True)
class Look:
    """How a cell is painted: role of the font, tone, and an icon before the text."""

    role: str = "base"
    tone: str = "text"
    icon: str = ""


_PLAIN = Look()


class Lines(QAbstractTableModel):
    """The draft's lines and one open row at the end, in which the next product is typed.

    Signals:
        edited: a line was changed, added or taken away.
        emptied: somebody wrote 0 into a line's quantity (its row).
    """

    edited, emptied = Signal(), Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.draft = Draft()
        self._quoted: list[QuotedLine | None] = []

    # The draft

    def show(self, draft: Draft) -> None:
        """Show another draft."""
        self.beginResetModel()
        self.draft = draft
        self._quoted = [None] * len(draft.lines)
        self.endResetModel()

    def add(self, line: DraftLine, at: int | None = None) -> int:
        """Put a line at the end, or back to where it was; its row."""
        row = len(self.draft.lines) if at is None else at
        self.beginInsertRows(QModelIndex(), row, row)
        self.draft.lines.insert(row, line)
        self._quoted.insert(row, None)
        self.endInsertRows()
        self.edited.emit()
        return row

    def remove(self, row: int) -> DraftLine:
        """Take a line away; it is given back, so that it can be put back."""
        self.beginRemoveRows(QModelIndex(), row, row)
        line = self.draft.lines.pop(row)
        self._quoted.pop(row)
        self.endRemoveRows()
        self.edited.emit()
        return line

    def set_qty(self, row: int, qty: int) -> None:
        """Write another quantity."""
        self.draft.lines[row].qty = qty
        self._changed(row)

    def row_of(self, product_id: int) -> int:
        """The first line of a product; -1 where there is none."""
        lines = self.draft.lines
        return next((row for row, line in enumerate(lines) if line.product_id == product_id), -1)

    def quoted(self, row: int) -> QuotedLine | None:
        """What the last quote says of a line, unless the line was changed since."""
        return self._quoted[row] if row < len(self._quoted) else None

    def take_quote(self, lines: tuple[tuple[int, int], ...], quote: Quote) -> None:
        """Show a quote that was asked for these (product, quantity); lines changed meanwhile keep what they show."""
        now = [(line.product_id, line.qty) for line in self.draft.lines]
        if [pair[0] for pair in lines] != [pair[0] for pair in now]:
            return
        self._quoted = list(quote.lines)
        if now:
            self.dataChanged.emit(self.index(0, PRICE), self.index(len(now) - 1, AMOUNT))

    def repaint(self) -> None:
        """Say everything again in the language or the currency that is set now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, AMOUNT)
        if self.draft.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.draft.lines) - 1, AMOUNT))

    def _changed(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, AMOUNT))
        self.edited.emit()

    # The table

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The lines and the open row."""
        return 0 if parent.isValid() else len(self.draft.lines) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """All columns."""
        return 0 if parent.isValid() else len(TITLES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be written into."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.row() < len(self.draft.lines) and index.column() in WRITABLE:
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(TITLES[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section in LEFT else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says, how it is painted, and what is written into it."""
        if index.row() >= len(self.draft.lines):
            return _PLAIN if role == LOOK else None
        line = self.draft.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(line, index.row(), index.column())
        if role == LOOK:
            return self._look(line, index.row(), index.column())
        if role == Qt.ItemDataRole.EditRole:
            return _written(line, index.column())
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was written into a cell; nothing is changed by what cannot be read."""
        if role != Qt.ItemDataRole.EditRole or index.row() >= len(self.draft.lines):
            return False
        line, text = self.draft.lines[index.row()], str(value).strip()
        if text == _written(line, index.column()):
            return True
        if wrong(index.column(), text):
            return False
        if index.column() == QTY:
            pieces = read_pieces(text)
            if not pieces:
                self.emptied.emit(index.row())
                return False
            line.qty = pieces
        elif index.column() == PRICE:
            line.price = read_decimal(text) if text else None
        else:
            line.discount = read_percent(text) or Decimal(0)
        self._changed(index.row())
        return True

    def _text(self, line: DraftLine, row: int, column: int) -> str:
        quoted = self.quoted(row)
        if column == SKU:
            return line.sku
        if column == NAME:
            return line.name
        if column == QTY:
            return count(line.qty)
        if column == PRICE:
            known = line.price is not None or line.currency == self.draft.currency
            return price(line.unit_price, self.draft.currency) if known else tr("no price")
        if column == DISCOUNT:
            return percent(line.discount) if line.discount else ""
        if column == AMOUNT:
            net = line.net(self.draft.currency)
            return "" if net is None else money(net, self.draft.currency)
        if quoted is None:
            return ""
        if column == FREE:
            free = max(0, quoted.free)
            return (
                count(free)
                if free >= line.qty
                else tr("{free} of {qty}", free=count(free), qty=count(line.qty))
            )
        return day(quoted.promised_on) or tr("unknown")

    def _look(self, line: DraftLine, row: int, column: int) -> Look:
        quoted = self.quoted(row)
        if column == SKU:
            return Look("code", "text2")
        if column in (QTY, AMOUNT):
            return Look("strong")
        if column == PRICE and line.net(self.draft.currency) is None:
            return Look("base", "stop", "alert-circle")
        if column == PRICE and line.price is not None and line.price != line.list_price:
            return Look("medium")
        if quoted is None or column not in (FREE, PROMISE):
            return _PLAIN
        tone = "warn" if quoted.arrives is not None else "stop"
        if column == FREE:
            short = quoted.free < line.qty
            return Look("medium", tone, "alert-triangle") if short else Look("medium", "good")
        if quoted.promised_on is None:
            return Look("base", "stop")
        return Look("base", tone) if quoted.free < line.qty else _PLAIN


def wrong(column: int, text: str) -> str:
    """What is wrong with a text for a cell, English words for `tr`; empty where it can be read."""
    typed = text.strip()
    if column == PRICE and typed and read_decimal(typed) is None:
        return mark("This is no price.")
    if column == DISCOUNT and typed and read_percent(typed) is None:
        return mark("A discount lies between 0 and 100 %.")
    if column == QTY and typed and read_pieces(typed) is None:
        return mark("This is no quantity.")
    return ""


def _written(line: DraftLine, column: int) -> str:
    """What stands in a cell while one writes into it."""
    if column == QTY:
        return str(line.qty)
    if column == PRICE:
        return "" if line.price is None else f"{line.price.normalize():f}"
    return f"{(line.discount * 100).normalize():f}" if line.discount else ""


def named(line: DraftLine, text: str) -> bool:
    """Whether every word of a text is in the line's SKU or name."""
    return all(word in fold(f"{line.sku} {line.name}") for word in fold(text).split())
