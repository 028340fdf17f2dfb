"""Spreadsheets from strangers (ECMA-376, SpreadsheetML): the first sheet as rows of texts, within hard limits.

Formulas give the value that was saved with them. Numbers are written with the decimal mark that is asked for, days as the pattern
says; a cell that says it stands beyond the limits is refused before a row is made.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from xml.etree import ElementTree as ET

from app.integrations.channels.orders.common import unreadable
from app.integrations.channels.orders.xml import parse

MOST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 500
MOST_ROWS, MOST_COLUMNS = 20_000, 200
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})", re.ASCII)
_DAY_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Numbers of the built-in formats that show a day or a time (ECMA-376, 18.8.30)."""
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - a day of the calendar, without a zone
_SINCE_1904 = timedelta(days=1462)


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are a spreadsheet of this kind, by their beginning; cheap."""
    return data[:4] == b"PK\x03\x04" and b"xl/" in data


def read_rows(name: str, data: bytes, decimal: str = ".", day: str = "%Y-%m-%d") -> list[list[str]]:
    """The rows of the first sheet, each as long as its last cell.

    Args:
        name: What the file is called.
        data: Its bytes.
        decimal: The decimal mark of numbers.
        day: How days are written, as `strftime` says.

    Raises:
        Unreadable: it is no such file, or larger unpacked than any table of orders.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            _check(name, book)
            sheet = _part(name, book, _first_sheet(name, book))
            texts = _shared(name, book)
            days = _day_styles(name, book)
            base = _FIRST_DAY + (_SINCE_1904 if _from_1904(name, book) else timedelta())
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError, OSError) as error:
        raise unreadable(name, "it is no whole spreadsheet") from error
    return list(_rows(name, sheet, texts, days, base, decimal, day))


def _check(name: str, book: zipfile.ZipFile) -> None:
    parts = book.infolist()
    if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > MOST_UNPACKED:
        raise unreadable(name, f"it is larger than {MOST_UNPACKED // 1024**2} MB unpacked")


def _bytes(name: str, book: zipfile.ZipFile, part: str) -> bytes | None:
    """A part; what it says of its size is not believed."""
    try:
        with book.open(part) as file:
            found = file.read(MOST_UNPACKED + 1)
    except KeyError:
        return None
    except Exception as error:  # zlib and others raise their own when a part is spoilt
        raise unreadable(name, f"its part {part} is spoilt") from error
    if len(found) > MOST_UNPACKED:
        raise unreadable(name, f"it is larger than {MOST_UNPACKED // 1024**2} MB unpacked")
    return found


def _part(name: str, book: zipfile.ZipFile, part: str) -> ET.Element:
    found = _bytes(name, book, part)
    if found is None:
        raise unreadable(name, f"it has no part {part}")
    return parse(name, found)


def _first_sheet(name: str, book: zipfile.ZipFile) -> str:
    """The part of the first sheet, by the workbook and its relations."""
    sheets = [one for one in _part(name, book, "xl/workbook.xml").iter() if _tag(one) == "sheet"]
    relations = _bytes(name, book, "xl/_rels/workbook.xml.rels")
    if sheets and relations is not None:
        wanted = next((value for key, value in sheets[0].attrib.items() if key.endswith("id")), "")
        wanted = next((value for key, value in sheets[0].attrib.items() if key.endswith("}id")), wanted)
        for one in parse(name, relations).iter():
            if _tag(one) == "Relationship" and one.get("Id") == wanted:
                target = one.get("Target", "")
                return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return "xl/worksheets/sheet1.xml"


def _shared(name: str, book: zipfile.ZipFile) -> list[str]:
    found = _bytes(name, book, "xl/sharedStrings.xml")
    if found is None:
        return []
    return [_text(one) for one in parse(name, found) if _tag(one) == "si"]


def _text(element: ET.Element) -> str:
    """The text of a cell without what tells how it is spoken (`rPh`)."""
    parts = []
    for child in element:
        if _tag(child) == "t":
            parts.append(child.text or "")
        elif _tag(child) == "r":
            parts += [one.text or "" for one in child if _tag(one) == "t"]
    return "".join(parts)


def _day_styles(name: str, book: zipfile.ZipFile) -> frozenset[int]:
    """The styles that show a number as a day."""
    found = _bytes(name, book, "xl/styles.xml")
    if found is None:
        return frozenset()
    root = parse(name, found)
    own = {one.get("numFmtId", ""): one.get("formatCode", "") for one in root.iter() if _tag(one) == "numFmt"}
    days = set()
    for group in root:
        if _tag(group) != "cellXfs":
            continue
        for at, style in enumerate(group):
            number = style.get("numFmtId", "0")
            if number in own:
                plain = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", own[number]).lower()
                if re.search(r"[ymd]", plain) and not re.search(r"[0#]", plain.replace("00", "")):
                    days.add(at)
            elif number.isdigit() and int(number) in _DAY_FORMATS:
                days.add(at)
    return frozenset(days)


def _from_1904(name: str, book: zipfile.ZipFile) -> bool:
    root = _part(name, book, "xl/workbook.xml")
    return any(_tag(one) == "workbookPr" and one.get("date1904") in ("1", "true") for one in root)


def _rows(
    name: str,
    sheet: ET.Element,
    texts: list[str],
    days: frozenset[int],
    base: datetime,
    decimal: str,
    day: str,
) -> Iterator[list[str]]:
    at = 0
    for row in sheet.iter():
        if _tag(row) != "row":
            continue
        said = row.get("r", "")
        at = int(said) if said.isascii() and said.isdigit() and len(said) < 8 and int(said) > at else at + 1
        if at > MOST_ROWS:
            raise unreadable(name, f"it has more than {MOST_ROWS} rows")
        cells: dict[int, str] = {}
        place = -1
        for cell in row:
            if _tag(cell) != "c":
                continue
            place = _column(name, cell.get("r", ""), place + 1)
            value = _value(cell, texts, days, base, decimal, day)
            if value:
                cells[place] = value
        yield [cells.get(column, "") for column in range(max(cells, default=-1) + 1)]


def _column(name: str, said: str, otherwise: int) -> int:
    found = _CELL.fullmatch(said)
    number = otherwise
    if found:
        number = 0
        for letter in found[1]:
            number = number * 26 + ord(letter) - 64
        number -= 1
    if number >= MOST_COLUMNS:
        raise unreadable(name, f"it has more than {MOST_COLUMNS} columns")
    return number


def _value(
    cell: ET.Element, texts: list[str], days: frozenset[int], base: datetime, decimal: str, day: str
) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return next((_text(one) for one in cell if _tag(one) == "is"), "")
    raw = next((one.text or "" for one in cell if _tag(one) == "v"), "").strip()
    if kind == "s":
        return texts[int(raw)] if raw.isascii() and raw.isdigit() and int(raw) < len(texts) else ""
    if kind in ("str", "e", "b") or not raw:
        return raw
    if kind == "d":
        try:
            return date.fromisoformat(raw[:10]).strftime(day)
        except ValueError:
            return raw
    style = cell.get("s", "0")
    return _number(raw, style.isdigit() and int(style) in days, base, decimal, day)


def _number(raw: str, is_day: bool, base: datetime, decimal: str, day: str) -> str:
    try:
        # As a float is written: fifteen places are what the program that saved it knew.
        number = Decimal(f"{Decimal(raw):.15g}")
    except (InvalidOperation, ValueError):
        return raw
    if not number.is_finite() or abs(number) > Decimal(10) ** 15:
        return raw
    if is_day and 0 < number < 2_958_466:
        return (base + timedelta(days=float(number))).strftime(day)
    plain = format(number, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain.replace(".", decimal)


def _tag(element: ET.Element) -> str:
    """The name of an element of a spreadsheet, whichever of the two namespaces it is written in."""
    return str(element.tag).rpartition("}")[2]
