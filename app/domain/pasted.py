"""Rows pasted from a spreadsheet: which column says what, and what each row wants; no row is ever dropped.

Columns may stand in any order. A head row names them; without one they are told by what they hold: the code is the column of
which most cells are known, the quantity the first other column of whole numbers, a price one of amounts that is left.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.text import fold

MOST_ROWS = 2000
"""More are no order that somebody types; they come by a file."""
MOST_PIECES = 10**7 - 1
CODES = frozenset(
    {
        *(
            "sku",
            "code",
            "article",
            "articles",
            "item",
            "product",
            "produit",
            "ref",
            "reference",
            "gtin",
            "ean",
        ),
        *(
            "ean13",
            "upc",
            "barcode",
            "part",
            "part number",
            "item number",
            "article number",
            "numero d article",
        ),
        *("code article", "reference article", "code produit", "code barres"),
    }
)
QUANTITIES = frozenset(
    {
        "quantity",
        "quantite",
        "qty",
        "qte",
        "pieces",
        "pcs",
        "units",
        "unites",
        "nombre",
        "nb",
        "menge",
        "anzahl",
    }
)
PRICES = frozenset(
    {
        "price",
        "prix",
        "unit price",
        "prix unitaire",
        "pu",
        "pu ht",
        "prix ht",
        "net price",
        "prix net",
        "preis",
    }
)
_WHOLE = re.compile(r"([0-9]{1,3}(?:[ \u00a0\u202f'][0-9]{3})+|[0-9]{1,7})(?:[.,]0+)?", re.ASCII)
_AMOUNT = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,6})?", re.ASCII)
_SIGNS = re.compile(r"(?:eur|usd|gbp|chf|€|\$|£)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PastedRow:
    """A row: what it names, how many (None where nobody can read that), at which price (None where it gives none).

    `text` is the row as it came; `odd_price` is what stands in the price's column and is none.
    """

    code: str
    qty: int | None
    price: Decimal | None
    text: str
    odd_price: str = ""


def cells_of(text: str) -> list[list[str]]:
    """The cells of pasted rows: parted by tabs, else semicolons, else commas; empty rows are left out."""
    rows = [row for row in text.replace("\0", "").splitlines() if row.strip()]
    mark = "\t" if any("\t" in row for row in rows) else ";" if any(";" in row for row in rows) else ","
    if mark == "," and not all(row.count(",") == rows[0].count(",") for row in rows):
        mark = "\t"
    found = []
    for row in rows:
        try:
            cells = next(csv.reader(io.StringIO(row), delimiter=mark), [])
        except csv.Error:  # a quotation mark that is none
            cells = row.split(mark)
        found.append([cell.strip() for cell in cells])
    return [cells for cells in found if any(cells)]


def read_rows(rows: Sequence[Sequence[str]], known: Collection[str]) -> list[PastedRow]:
    """What pasted rows want.

    Args:
        rows: Their cells, as `cells_of` gives them.
        known: The cells that name a product.
    """
    if not rows:
        return []
    head = _head(rows[0], known)
    body = rows[1:] if head else rows
    width = max(len(row) for row in rows)
    names = [fold(cell) for cell in rows[0]] if head else []
    code = _named(names, CODES)
    if code is None:
        hits = [sum(_cell(row, at) in known for row in body) for at in range(width)]
        code = max(range(width), key=lambda at: (hits[at], -at))
    qty = _named(names, QUANTITIES)
    if qty is None:
        qty = _like(body, [at for at in range(width) if at != code and not _is_in(names, at, PRICES)], whole)
    price = _named(names, PRICES)
    if price is None and not head:
        price = _like(body, [at for at in range(width) if at not in (code, qty)], amount)
    return [_row(row, code, qty, price) for row in body]


def _row(row: Sequence[str], code: int, qty: int | None, price: int | None) -> PastedRow:
    cost = amount(_cell(row, price))
    return PastedRow(
        _cell(row, code) or next(cell for cell in row if cell),
        1 if qty is None else whole(_cell(row, qty)),
        cost,
        "  ".join(cell for cell in row if cell),
        _cell(row, price) if cost is None else "",
    )


def whole(text: str) -> int | None:
    """A quantity above none; None where it is none."""
    found = _WHOLE.fullmatch(text.strip())
    if found is None:
        return None
    pieces = int(re.sub(r"[^0-9]", "", found[1]))
    return pieces if 0 < pieces <= MOST_PIECES else None


def amount(text: str) -> Decimal | None:
    """A price, with or without the sign of a currency; None where it is none."""
    plain = re.sub(r"[ \u00a0\u202f]", "", _SIGNS.sub("", text))
    return Decimal(plain.replace(",", ".")) if _AMOUNT.fullmatch(plain) else None


def _head(row: Sequence[str], known: Collection[str]) -> bool:
    """Whether a row names the columns."""
    words = [fold(cell) for cell in row]
    named = any(word in CODES or word in QUANTITIES for word in words)
    return named and not any(cell in known or whole(cell) is not None for cell in row if cell)


def _named(names: Sequence[str], words: Collection[str]) -> int | None:
    return next((at for at, name in enumerate(names) if name in words), None)


def _is_in(names: Sequence[str], at: int, words: Collection[str]) -> bool:
    return at < len(names) and names[at] in words


def _like(rows: Sequence[Sequence[str]], columns: Sequence[int], read: object) -> int | None:
    """The column that most rows can be read in, the first of several; None where fewer than half can."""
    assert callable(read)
    best, most = None, 0
    for at in columns:
        hits = sum(read(_cell(row, at)) is not None for row in rows)
        if hits > most:
            best, most = at, hits
    return best if 2 * most >= len(rows) else None


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at] if at is not None and at < len(row) else ""
