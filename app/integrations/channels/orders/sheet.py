"""A shop's export as rows of named cells: the bytes are UTF-8, with its mark or without, or else Windows-1252, and that is said.

A row that is broken refuses the whole file: half of an order would look like an order.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.address import PostalAddress
from app.integrations.channels.countries import country_code
from app.integrations.channels.orders.common import LONGEST_NOTE, Notes, Unreadable, clean, unreadable

MOST_ROWS = 100_000
LONGEST_CELL = 32_768
_FOREIGN = (
    (b"PK\x03\x04", "a spreadsheet or zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
    (b"%PDF", "a PDF"),
)
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ][0-9:.]+ ?(?:Z|UTC|[+-][0-9:]{4,6})?)?")


@dataclass(frozen=True, slots=True)
class Row:
    """A row by the names of its columns; `line` is the physical line on which it begins."""

    line: int
    cells: dict[str, str]

    def get(self, *names: str) -> str:
        """The first of these cells that is there and not empty, without blanks around it."""
        return next((cell for name in names if (cell := self.cells.get(name, "").strip())), "")


def text_of(name: str, data: bytes) -> tuple[str, str]:
    """The text of the bytes, and the encoding that it was read in.

    Raises:
        Unreadable: they are no text.
    """
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise unreadable(name, f"it is {what}, not a text table")
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise unreadable(name, "it says that it is UTF-16 and is not") from error
    if b"\0" in data:
        raise unreadable(name, f"it holds a NUL byte at {data.index(0)}")
    plain = data.removeprefix(codecs.BOM_UTF8)
    for encoding in ("utf-8", "cp1252"):
        try:
            return plain.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise unreadable(name, "its bytes are neither UTF-8 nor Windows-1252")


def header_of(data: bytes) -> list[str]:
    """The names of the columns as far as a look at the first bytes tells; none where they are no table."""
    try:
        text, _ = text_of("", data[:16_384])
    except Unreadable:
        return []
    first = text.lstrip("\ufeff").splitlines()[:1]
    if not first:
        return []
    return [cell.strip().strip('"') for cell in re.split(r"[,;\t]", first[0])]


def rows_of(
    name: str, data: bytes, needed: Sequence[str], notes: Notes, delimiters: str = ",;\t"
) -> list[Row]:
    """The rows of a table, each with its cells by name.

    Args:
        name: Of the file.
        data: Its bytes.
        needed: Columns without which it is another table.
        notes: Where the encoding is told of, if it is not UTF-8.
        delimiters: What may stand between cells; the one that the header has most of.

    Raises:
        Unreadable: it is no such table, or a row is broken.
    """
    text, encoding = text_of(name, data)
    if encoding == "cp1252":
        notes.add("charset", said="UTF-8", found="Windows-1252")
    if "\0" in text:
        raise unreadable(name, "it holds a NUL")
    text = text.lstrip("\ufeff")
    head = text.split("\n", 1)[0]
    delimiter = max(delimiters, key=head.count)
    records = _records(name, text, delimiter)
    first = next(records, None)
    if first is None:
        raise unreadable(name, "it is empty")
    names = [cell.strip() for cell in first[1]]
    missing = [column for column in needed if column not in names]
    if missing:
        raise unreadable(name, f"it has no column {missing[0]!r}")
    twice = [column for column in needed if names.count(column) > 1]
    if twice:
        raise unreadable(name, f"it has the column {twice[0]!r} twice")
    rows: list[Row] = []
    for line, cells in records:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(names):
            raise unreadable(name, f"line {line} has {len(cells)} cells, its header has {len(names)}")
        if len(rows) == MOST_ROWS:
            raise unreadable(name, f"it has more than {MOST_ROWS} rows")
        rows.append(Row(line, {}))
        for column, cell in zip(names, cells, strict=True):
            rows[-1].cells.setdefault(column, cell)
    if not rows:
        raise unreadable(name, "it has a header and no rows")
    return rows


def _records(name: str, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(131_072)
    source = io.StringIO(text, newline="")
    if delimiter == "\t" and '"' not in text.split("\n", 1)[0]:  # a quote is then a letter: 24" of something
        reader = csv.reader(source, delimiter=delimiter, strict=True, quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(source, delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise unreadable(name, f"line {line}: {_in_words(str(error))}") from error
        for cell in cells:
            if len(cell) > LONGEST_CELL:
                raise unreadable(name, f"line {line} has a cell of {len(cell)} characters")
        yield line, cells
        line = reader.line_num + 1


def _in_words(message: str) -> str:
    if "unexpected end of data" in message:
        return "a quote is never closed; the file was cut"
    if "expected after" in message:
        return "text follows a closing quote"
    if "field larger" in message:
        return "a cell is longer than any text; a quote is never closed"
    return "the row cannot be split into cells"


def day_of(text: str, what: str, notes: Notes) -> date | None:
    """The day of a moment '2026-11-24 09:30:00 +0100', as it is written."""
    if not text:
        return None
    found = _DATE.fullmatch(text)
    year, month, day = found.groups() if found else ("", "", "")
    return notes.day(year, month, day, what, text)


def text_cell(text: str, what: str, notes: Notes, line: str = "", longest: int = 200) -> str:
    """A text for people; one that a spreadsheet would compute is kept as it is, and noted."""
    if text.startswith("=") or (text.startswith("@") and "(" in text):
        notes.add("formula", line, what=what, text=clean(text, 60))
    return clean(text, longest)


def address_of(
    notes: Notes,
    *,
    name: str,
    company: str,
    street: Sequence[str],
    city: str,
    postal_code: str,
    area: str,
    country: str,
    phone: str = "",
    email: str = "",
) -> PostalAddress | None:
    """An address of cells; None where there is no street, place or postcode."""
    lines = [one for part in street if (one := text_cell(part, "street", notes))]
    code = clean(country, 60)
    if code:
        try:
            code = country_code(code)
        except ValueError:
            notes.add("country", text=code)
            code = code[:2].upper() if len(code) == 2 else ""
    made = PostalAddress(
        country_code=code,
        country_area=clean(area, 60),
        city=text_cell(city, "city", notes),
        street_address="\n".join(lines)[:LONGEST_NOTE],
        postal_code=clean(postal_code.lstrip("'"), 17),
        name=text_cell(name, "name", notes),
        company_name=text_cell(company, "company", notes),
        phone=clean(phone.lstrip("'"), 50),
        email=clean(email),
    )
    return made if any((made.street_address, made.city, made.postal_code)) else None
