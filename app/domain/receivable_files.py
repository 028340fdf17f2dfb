"""Open invoices as a table in text: what accounting writes out, with a sentence for every line that is wrong.

    customer,number,issued_on,due_on,currency,amount,open
    C-00318,F2026-0412,2026-02-01,2026-03-03,EUR,1250.00,1250.00

Days are written as 2026-03-03, amounts with a point or a comma and no thousands mark; `open` is what is left to pay.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.money import digits, minor_of
from app.errors import BadInput

COLUMNS = ("customer", "number", "issued_on", "due_on", "currency", "amount", "open")
MOST_ROWS = 200_000
LONGEST = 64
_AMOUNT = re.compile(r"[0-9]{1,12}([.,][0-9]{1,4})?", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Invoice:
    """One invoice; money in minor units of `currency`, `customer` the customer's code."""

    customer: str
    number: str
    issued_on: date
    due_on: date
    currency: str
    amount: int
    open: int


@dataclass(frozen=True, slots=True)
class WrongLine:
    """A line that cannot be used, and why; lines are counted from 1, the column names being the first."""

    line: int
    why: str


class _Wrong(Exception):
    """Why a row cannot be used."""


def read_receivables(data: bytes) -> tuple[tuple[tuple[int, Invoice], ...], tuple[WrongLine, ...]]:
    """Invoices with their lines from UTF-8 text with commas, semicolons or tabs between the fields, and all that is wrong.

    What has problems is not to be taken over in part.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return (), (WrongLine(line, "This line is not written in UTF-8."),)
    if "\0" in text:
        return (), (WrongLine(text[: text.index("\0")].count("\n") + 1, "This line holds a NUL."),)
    head = text.partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[tuple[int, Invoice]] = []
    wrong: list[WrongLine] = []
    known: dict[tuple[str, str], int] = {}
    try:
        names = [name.strip().lower() for name in next(reader, [])]
        if sorted(names) != sorted(COLUMNS):
            return (), (WrongLine(1, f"The first line does not name exactly {', '.join(COLUMNS)}."),)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            try:
                invoice = _invoice(names, cells)
                key = (invoice.customer, invoice.number)
                if key in known:
                    raise _Wrong(f"Invoice {invoice.number} stands in line {known[key]} already.")
                if len(found) >= MOST_ROWS:
                    return (), (WrongLine(reader.line_num, f"There are more than {MOST_ROWS} rows."),)
                known[key] = reader.line_num
                found.append((reader.line_num, invoice))
            except _Wrong as why:
                wrong.append(WrongLine(reader.line_num, str(why)))
    except csv.Error as error:
        wrong.append(WrongLine(reader.line_num, f"The line cannot be read: {error}."))
    return tuple(found), tuple(wrong)


def _invoice(names: list[str], cells: list[str]) -> Invoice:
    if len(cells) != len(names):
        raise _Wrong(f"The line has {len(cells)} fields instead of {len(names)}.")
    given = {name: cell.strip() for name, cell in zip(names, cells, strict=True)}
    for name in ("customer", "number"):
        if not given[name] or len(given[name]) > LONGEST or not given[name].isprintable():
            raise _Wrong(f"The {name} is missing or has more than {LONGEST} characters.")
    currency = given["currency"].upper()
    try:
        digits(currency)
    except BadInput as error:
        raise _Wrong(error.message) from error
    issued, due = _day(given, "issued_on"), _day(given, "due_on")
    if due < issued:
        raise _Wrong(f"It is due on {due}, before it was issued on {issued}.")
    amount, left = _amount(given, "amount", currency), _amount(given, "open", currency)
    if left > amount:
        raise _Wrong("More is open than the invoice amounts to.")
    return Invoice(given["customer"], given["number"], issued, due, currency, amount, left)


def _day(given: dict[str, str], name: str) -> date:
    text = given[name]
    try:
        if not _DAY.fullmatch(text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError as error:
        raise _Wrong(f"{name}: {text!r} is no day such as 2026-03-03.") from error


def _amount(given: dict[str, str], name: str, currency: str) -> int:
    text = given[name]
    if not _AMOUNT.fullmatch(text):
        raise _Wrong(f"{name}: {text!r} is no amount such as 1250.00.")
    try:
        return minor_of(Decimal(text.replace(",", ".")), currency)
    except BadInput as error:
        raise _Wrong(f"{name}: {error.message}") from error
