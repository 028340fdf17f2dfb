"""The lines of an order while it is typed: a table with quantity, price and discount to be written into its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.domain.text import fold
from app.qt.format import count, day, money, percent, price
from app.qt.words import language, mark, tr
from app.services.order_prices import PricedLine
from app.services.quoting import Quote, QuotedLine
from app.views.parts.order_draft import Draft, DraftLine, read_decimal, read_percent, read_pieces

Index = QModelIndex | QPersistentModelIndex
SKU, NAME, QTY, PRICE, DISCOUNT, FREE, PROMISE, AMOUNT = range(8)
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

    def take_quote(self, asked: Sequence[tuple[int, int]], quote: Quote) -> None:
        """Show a quote that was asked for these (row, product); where lines came or went meanwhile the next one is shown."""
        lines = self.draft.lines
        if [row for row, _ in asked] != self.draft.good:
            return
        if any(lines[row].product_id != product for row, product in asked):
            return
        quoted: list[QuotedLine | None] = [None] * len(lines)
        for (row, _), line in zip(asked, quote.lines, strict=True):
            quoted[row] = line
        others = [row for row, line in enumerate(quoted) if line != self._quoted[row]]
        self._quoted = quoted
        if others:
            self.dataChanged.emit(self.index(others[0], PRICE), self.index(others[-1], AMOUNT))

    def mend(self, row: int, line: DraftLine) -> None:
        """Put another line in the place of one."""
        self.draft.lines[row] = line
        self._quoted[row] = None
        self._changed(row)

    def extend(self, lines: Sequence[DraftLine]) -> None:
        """Put several lines at the end at once."""
        if not lines:
            return
        row = len(self.draft.lines)
        self.beginInsertRows(QModelIndex(), row, row + len(lines) - 1)
        self.draft.lines.extend(lines)
        self._quoted.extend([None] * len(lines))
        self.endInsertRows()
        self.edited.emit()

    def cut(self, row: int) -> None:
        """Take every line from this row on away."""
        if row >= len(self.draft.lines):
            return
        self.beginRemoveRows(QModelIndex(), row, len(self.draft.lines) - 1)
        del self.draft.lines[row:]
        del self._quoted[row:]
        self.endRemoveRows()
        self.edited.emit()

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
        """What a cell says and what is written into it."""
        if index.row() >= len(self.draft.lines):
            return None
        line = self.draft.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(line, index.row(), index.column())
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

    def cell(self, row: int, column: int) -> tuple[Look, str]:
        """How a cell is painted and what it says; asked by the painter alone, past Qt's roles, which take as long again."""
        if row >= len(self.draft.lines):
            return _PLAIN, ""
        line = self.draft.lines[row]
        return self._look(line, row, column), self._text(line, row, column)

    def _text(self, line: DraftLine, row: int, column: int) -> str:
        quoted = self.quoted(row)
        if column == SKU:
            return line.sku
        if column == NAME:
            return line.name if line.product_id else tr("{row}: which product?", row=line.pasted)
        if column == QTY:
            return count(line.qty) if line.qty else "?"
        if not line.product_id or (not line.qty and column == AMOUNT):
            return ""
        if column == PRICE:
            cost = self.unit_price(row)
            return tr("no price") if cost is None else _price(cost, self.draft.currency, language())
        if column == DISCOUNT:
            taken = self._discount(row)
            return percent(taken) if taken else ""
        if column == AMOUNT:
            net = self.net(row)
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

    def unit_price(self, row: int) -> Decimal | None:
        """What a base unit costs: as typed, else as quoted for this customer and quantity, else the product's own."""
        line, priced = self.draft.lines[row], self._priced(row)
        if line.price is not None:
            return line.price
        if priced is not None:
            return priced.unit_price
        return line.list_price if line.currency == self.draft.currency else None

    def net(self, row: int) -> int | None:
        """What a line costs without tax in minor units; None where nobody knows."""
        line, cost = self.draft.lines[row], self.unit_price(row)
        priced = self._priced(row)
        now = (line.qty, cost, self._discount(row))
        if priced is not None and (priced.qty, priced.unit_price, priced.discount) == now:
            return priced.net
        if cost is None:
            return None
        typed = replace(line, price=cost, discount=self._discount(row))
        return typed.net(self.draft.currency)

    def _discount(self, row: int) -> Decimal:
        """A line's own discount: as typed, else that of the order that is exchanged."""
        line, priced = self.draft.lines[row], self._priced(row)
        exchanged = priced is not None and priced.source == "as_sold"
        return priced.discount if priced is not None and exchanged and not line.discount else line.discount

    def _priced(self, row: int) -> PricedLine | None:
        """Price and discount of the last quote, where it was for this product."""
        quoted = self.quoted(row)
        same = quoted is not None and quoted.product_id == self.draft.lines[row].product_id
        return quoted.priced if quoted is not None and same else None

    def _look(self, line: DraftLine, row: int, column: int) -> Look:
        quoted = self.quoted(row)
        if column == SKU:
            return Look("code", "text2")
        if column == NAME and not line.product_id:
            return Look("medium", "stop", "alert-circle")
        if column == QTY and not line.qty:
            return Look("medium", "stop", "alert-circle")
        if column in (QTY, AMOUNT):
            return Look("strong")
        if column == PRICE and line.product_id and self.net(row) is None and line.qty:
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


@lru_cache(4096)
def _price(amount: Decimal, currency: str, spoken: str) -> str:
    """As `price`; rows are painted again with every step."""
    return price(amount, currency)


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
        return str(line.qty) if line.qty else ""
    if column == PRICE:
        return "" if line.price is None else f"{line.price.normalize():f}"
    return f"{(line.discount * 100).normalize():f}" if line.discount else ""


def named(line: DraftLine, text: str) -> bool:
    """Whether every word of a text is in the line's SKU or name."""
    return all(word in fold(f"{line.sku} {line.name}") for word in fold(text).split())
