"""Price lists as text: what they look like in a spreadsheet, with a sentence for every line that is wrong.

    sku,from_qty,price,valid_from,valid_until
    MUG-001,1,2.20,2026-01-01,
    MUG-001,12,2.00,2026-01-01,
    TEA-004,1,4.50,2026-11-20,2026-11-30

Prices are of one base unit in the list's currency, with a point or a comma, up to six decimals; days are written as 2026-12-31
and both included. A file of several lists names them in a further column, `list`.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.pricing import Break, break_for
from app.domain.table_files import LineProblem
from app.domain.tables import csv_file

COLUMNS = ("sku", "from_qty", "price", "valid_from", "valid_until")
LIST = "list"
MOST_ROWS = 20_000
MOST_PROBLEMS = 1000
_MOST_QTY = 10**9
_FORMULAS = ("'=", "'+", "'-", "'@")
"""What a file of ours begins a cell with that a spreadsheet would run."""


@dataclass(frozen=True, slots=True)
class ListPrice:
    """What a product costs on a list from a quantity on, between two days, both included."""

    sku: str
    from_qty: int
    unit_price: Decimal
    valid_from: date
    valid_until: date | None = None

    @property
    def key(self) -> tuple[str, int, date]:
        """What there is one price for."""
        return self.sku, self.from_qty, self.valid_from


@dataclass(frozen=True, slots=True)
class FilePrice:
    """A price of a file: its line, the list's code, and the price itself."""

    line: int
    list_code: str
    price: ListPrice


class _Wrong(Exception):
    """Why a row cannot be used."""


def _wrong(column: str, why: str) -> _Wrong:
    return _Wrong(column, why)


def read_prices(
    text: str, today: date, list_code: str = ""
) -> tuple[tuple[FilePrice, ...], tuple[LineProblem, ...]]:
    """Prices from text with commas, semicolons or tabs between the fields, and all that is wrong with it.

    Lines are counted from 1, the column names being the first.

    Args:
        text: As it lies in a file or was pasted.
        today: From when a price holds whose row does not say.
        list_code: The list of all rows; '' where a column `list` says it.
    """
    plain = text.lstrip("\ufeff")
    head = plain.partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=head.count)
    reader = csv.DictReader(io.StringIO(plain, newline=""), delimiter=delimiter)
    names = [name.strip().lower() for name in reader.fieldnames or ()] if "\0" not in plain else []
    if "sku" not in names or "price" not in names or len(set(names)) != len(names):
        why = f"The first line does not name the columns {', '.join(COLUMNS)}."
        return (), (LineProblem(1, "", why),)
    reader.fieldnames = names
    found: list[FilePrice] = []
    problems: list[LineProblem] = []
    known: dict[tuple[str, str, int, date], int] = {}
    try:
        for row in reader:
            values = {name: _cell(value) for name, value in row.items() if isinstance(name, str)}
            if not any(values.values()):
                continue
            line = reader.line_num
            try:
                if len(found) + len(problems) >= MOST_ROWS:
                    problems.append(LineProblem(line, "", f"There are more than {MOST_ROWS} rows."))
                    break
                one = FilePrice(line, _list(values, list_code), _price_of(values, today))
                first = known.setdefault((one.list_code, *one.price.key), line)
                if first != line:
                    raise _wrong("sku", f"Line {first} has a price for this quantity and day already.")
                found.append(one)
            except _Wrong as wrong:
                problems.append(LineProblem(line, *wrong.args))
    except csv.Error:
        why = "This line cannot be read: a quotation mark is not closed, or a field is too long."
        problems.append(LineProblem(reader.line_num + 1, "", why))
    return tuple(found), tuple(problems[:MOST_PROBLEMS])


def dearer(prices: Iterable[ListPrice]) -> tuple[tuple[ListPrice, ListPrice], ...]:
    """Where more pieces cost more each: (the price of the higher quantity, the one before), once a product and quantity.

    A list may say so; whoever keeps it is told.
    """
    mine: dict[str, list[ListPrice]] = defaultdict(list)
    for one in prices:
        mine[one.sku].append(one)
    found: dict[tuple[str, int], tuple[ListPrice, ListPrice]] = {}
    for sku, listed in mine.items():
        breaks = {Break(one.from_qty, one.unit_price, one.valid_from, one.valid_until): one for one in listed}
        quantities = sorted({one.from_qty for one in listed})
        for day in sorted({one.valid_from for one in listed}):
            before: Break | None = None
            for qty in quantities:
                now = break_for(breaks, qty, day)
                if before is not None and now is not None and now.unit_price > before.unit_price:
                    found.setdefault((sku, now.from_qty), (breaks[now], breaks[before]))
                before = now
    return tuple(found.values())


def write_prices(prices: Iterable[ListPrice]) -> str:
    """Prices as `read_prices` takes them."""
    rows = (
        (one.sku, one.from_qty, plain_price(one.unit_price), one.valid_from, one.valid_until or "")
        for one in prices
    )
    return csv_file(COLUMNS, rows).decode("utf-8-sig")


def plain_price(price: Decimal) -> str:
    """A price as it is typed: two decimals at least, no more than it has."""
    plain = price.normalize()
    exponent = plain.as_tuple().exponent
    return f"{plain:.2f}" if isinstance(exponent, int) and exponent > -2 else f"{plain:f}"


def for_list(rows: Iterable[FilePrice], list_code: str) -> tuple[ListPrice, ...]:
    """The prices of one list."""
    return tuple(one.price for one in rows if one.list_code == list_code)


def ended(prices: Iterable[ListPrice], last_day: date) -> tuple[ListPrice, ...]:
    """The prices as they are when the list ends: none holds after that day, and those that would begin later are gone."""
    return tuple(
        replace(one, valid_until=min(one.valid_until or last_day, last_day))
        for one in prices
        if one.valid_from <= last_day
    )


def _cell(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    return text[1:] if text.startswith(_FORMULAS) else text


def _list(values: Mapping[str, str], list_code: str) -> str:
    named = values.get(LIST, "")
    if named and list_code and named != list_code:
        raise _wrong(LIST, f"This row is of list {named}, and not of {list_code}.")
    if not named and not list_code:
        raise _wrong(LIST, "The row names no price list.")
    return named or list_code


def _price_of(values: Mapping[str, str], today: date) -> ListPrice:
    sku = values.get("sku", "")
    if not sku or len(sku) > 64 or not sku.isprintable():
        raise _wrong("sku", f"{sku!r} cannot be a SKU.")
    since = _day(values, "valid_from") or today
    until = _day(values, "valid_until")
    if until is not None and until < since:
        raise _wrong("valid_until", f"The price would end on {until}, before it begins on {since}.")
    return ListPrice(sku, _qty(values), _money(values), since, until)


def _qty(values: Mapping[str, str]) -> int:
    text = values.get("from_qty", "") or "1"
    if not text.isascii() or not text.isdigit() or len(text) > 10 or not 1 <= int(text) <= _MOST_QTY:
        raise _wrong("from_qty", f"{text!r} is no quantity: write a whole number from 1 on.")
    return int(text)


def _money(values: Mapping[str, str]) -> Decimal:
    text = values.get("price", "")
    plain = text.replace(",", ".")
    whole, _, rest = plain.partition(".")
    if not plain.isascii() or not (whole + rest).isdigit() or not whole or len(whole) > 9:
        raise _wrong("price", f"{text!r} is no price: write it as 6.90.")
    if len(rest.rstrip("0")) > 6:
        raise _wrong("price", f"{text} has more than six decimals.")
    return Decimal(plain)


def _day(values: Mapping[str, str], name: str) -> date | None:
    text = values.get(name, "")
    if not text:
        return None
    try:
        if len(text) != 10 or not text.isascii():
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise _wrong(name, f"{text!r} is no day: write it as 2026-12-31.") from None
