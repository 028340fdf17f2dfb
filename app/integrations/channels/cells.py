"""From the cells of a row to the values of its targets; the functions are built once a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TypeAlias

from app.domain.numbertext import parse_date, parse_decimal
from app.integrations.channels.countries import country_code
from app.integrations.channels.profile import ColumnSpec, FileOptions, Profile
from app.integrations.channels.profile_checks import columns_of, is_currency
from app.integrations.channels.table import Cells
from app.integrations.channels.targets import Holds, Target

Text: TypeAlias = Callable[[Cells], str]
Value: TypeAlias = Callable[[Cells], object]
LENGTHS: Mapping[str, int] = {"key": 64, "text": 200, "block": 2000}
LARGEST_QTY = 2_000_000_000
"""Units a row may speak of; beyond it a sum would leave the database's whole numbers."""
LARGEST_AMOUNT = Decimal(1_000_000_000)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BREAKS = re.compile(r"[\t\r\n\x85\u2028\u2029]+")
_FLAGS = {
    "1": True,
    "true": True,
    "yes": True,
    "y": True,
    "oui": True,
    "o": True,
    "x": True,
    "t": True,
} | dict.fromkeys(("0", "false", "no", "n", "non", "f"), False)
UNITS: Mapping[Holds, Mapping[str, Decimal]] = {
    "weight_unit": {
        "g": Decimal(1),
        "kg": Decimal(1000),
        "lb": Decimal("453.59237"),  # international avoirdupois pound, exact
        "oz": Decimal("28.349523125"),
    },
    "size_unit": {"mm": Decimal(1), "cm": Decimal(10), "m": Decimal(1000), "in": Decimal("25.4")},
}


class CellError(Exception):
    """A cell cannot be used; the text says why."""


class MissingColumn(Exception):
    """The header lacks a column the profile names; the text says which are there."""

    def __init__(self, column: str | int, reason: str) -> None:
        super().__init__(reason)
        self.column = str(column)


@dataclass(frozen=True, slots=True)
class Bound:
    """One target tied to the columns of one file.

    Attributes:
        column: How refusals name it: the header or position of its column, or the target where it is a
            constant.
        text: The target's text after trimming, joining, mapping and its default.
        value: The same as a value; raises `CellError`.
    """

    target: str
    column: str
    text: Text
    value: Value


def locate(column: str | int, header: Sequence[str], width: int) -> int:
    """Where a column stands in a row, from 0.

    Raises:
        MissingColumn: The header has no such name, or the row no such position.
    """
    if isinstance(column, int):
        if column > width:
            raise MissingColumn(column, f"the profile names column {column}, the file has {width}")
        return column - 1
    try:
        return header.index(unicodedata.normalize("NFC", column))
    except ValueError:
        near = [name for name in header if name.casefold() == column.casefold()]
        hint = f"; write '{near[0]}' in the profile" if near else f"; it has {', '.join(header[:40])}"
        raise MissingColumn(column, f"the file has no column '{column}'{hint}") from None


def bind(
    name: str,
    spec: ColumnSpec,
    target: Target,
    options: FileOptions,
    profile: Profile,
    header: Sequence[str],
    width: int,
) -> Bound:
    """Tie one target to the columns of a file.

    Raises:
        MissingColumn: The file lacks one of them.
    """
    places = [locate(column, header, width) for column in columns_of(spec)]
    column = " + ".join(str(one) for one in columns_of(spec)) or name
    text = _text(spec, places, options, profile)
    return Bound(name, column, text, _value(text, spec, target, options))


def _text(spec: ColumnSpec, places: Sequence[int], options: FileOptions, profile: Profile) -> Text:
    empty = frozenset(options.empty or ())
    trim = bool(options.trim)

    def one(cell: str) -> str:
        if trim:
            cell = cell.strip()
        if not cell.isascii():
            cell = unicodedata.normalize("NFC", cell)
        return "" if cell in empty else cell

    if spec.value is not None:
        constant = spec.value
        return lambda cells: constant
    if len(places) == 1:
        place = places[0]

        def raw(cells: Cells) -> str:
            return one(cells[place])
    else:
        glue = " " if spec.with_ is None else spec.with_

        def raw(cells: Cells) -> str:
            return glue.join(filter(None, [one(cells[place]) for place in places]))

    changes = (spec.remove_prefix, spec.remove_suffix, spec.case, spec.map, spec.default)
    return raw if not any(changes) else _changed(raw, spec, profile)


def _changed(raw: Text, spec: ColumnSpec, profile: Profile) -> Text:
    prefix, suffix, default = spec.remove_prefix or "", spec.remove_suffix or "", spec.default or ""
    table = profile.maps[spec.map] if isinstance(spec.map, str) else spec.map

    def changed(cells: Cells) -> str:
        text = raw(cells).removeprefix(prefix).removesuffix(suffix)
        if spec.case is not None:
            text = text.upper() if spec.case == "upper" else text.lower()
        if table is not None and (text or "" in table):
            if text in table:
                text = table[text]
            elif spec.unmapped == "reject":
                raise CellError(f"'{_short(text)}' is not in the profile's map of values")
            elif spec.unmapped == "default":
                text = ""
        return text or default

    return changed


def _value(text: Text, spec: ColumnSpec, target: Target, options: FileOptions) -> Value:
    parse = _parser(spec, target.holds, options)
    nothing: object = "" if target.holds in ("key", "text", "block", "country", "currency", "state") else None
    if target.holds in UNITS:
        nothing = ""

    def value(cells: Cells) -> object:
        found = text(cells)
        if found:
            try:
                return parse(found)
            except ValueError as error:
                raise CellError(str(error)) from None
        if target.required:
            raise CellError(
                "the cell is empty, and every row needs it; if that is right, give it a default in the "
                "profile"
            )
        return nothing

    return value


def _parser(spec: ColumnSpec, holds: Holds, options: FileOptions) -> Callable[[str], object]:
    """What turns a text that is not empty into a value, or raises ValueError with a reason."""
    if holds in ("number", "amount", "quantity", "count"):
        decimal = spec.decimal if spec.decimal is not None else options.decimal or "."
        thousands = spec.thousands if spec.thousands is not None else options.thousands
        return _number_parser(spec, holds, decimal, thousands or None)
    if holds == "date":
        forms = tuple(spec.dates if spec.dates is not None else options.dates or ())
        return lru_cache(maxsize=4096)(lambda text: parse_date(text, forms))
    simple: dict[str, Callable[[str], object]] = {
        "flag": _flag,
        "country": lru_cache(maxsize=4096)(country_code),
        "currency": _currency,
        "state": _state,
    }
    if holds in simple:
        return simple[holds]
    if holds in UNITS:
        units = UNITS[holds]
        return lambda text: _unit(text, units)
    longest = LENGTHS[holds]
    return _block_parser(longest) if holds == "block" else _line_parser(longest, key=holds == "key")


def _number_parser(
    spec: ColumnSpec, holds: Holds, decimal: str, thousands: str | None
) -> Callable[[str], object]:
    step = None if spec.round is None else Decimal(1).scaleb(-spec.round)

    def number(text: str) -> object:
        found = parse_decimal(text, decimal, thousands)
        if holds in ("amount", "count") and found < 0:
            raise ValueError(f"'{_short(text)}' is below zero")
        if holds in ("quantity", "count"):
            if found != found.to_integral_value():
                raise ValueError(f"'{_short(text)}' is no whole number of units")
            if abs(found) > LARGEST_QTY:
                raise ValueError(f"'{_short(text)}' is more than {LARGEST_QTY:,}")
            return int(found)
        if abs(found) > LARGEST_AMOUNT:
            raise ValueError(f"'{_short(text)}' is more than {LARGEST_AMOUNT:,}")
        if step is not None:
            return found.quantize(step, rounding=ROUND_HALF_UP)
        if -int(found.normalize().as_tuple().exponent) > 6:
            raise ValueError(
                f"'{_short(text)}' has more than six decimals; say round = 2 (or so) for this column"
            )
        return found

    return number


def _line_parser(longest: int, *, key: bool) -> Callable[[str], str]:
    def line(text: str) -> str:
        _refuse_control(text)
        if _BREAKS.search(text):
            if key:
                raise ValueError("a tab or line break stands inside")
            text = _BREAKS.sub(" ", text).strip()
        return _fitting(text, longest)

    return line


def _block_parser(longest: int) -> Callable[[str], str]:
    def block(text: str) -> str:
        _refuse_control(text)
        return _fitting(
            "\n".join(part.replace("\t", " ").rstrip() for part in text.splitlines()).strip("\n"), longest
        )

    return block


def _refuse_control(text: str) -> None:
    if not text.isprintable():
        found = _CONTROL.search(text)
        if found:
            raise ValueError(f"the control character U+{ord(found[0]):04X} stands inside")


def _fitting(text: str, longest: int) -> str:
    if len(text) > longest:
        raise ValueError(f"the text has {len(text):,} characters, {longest:,} are allowed")
    return text


def _flag(text: str) -> bool:
    try:
        return _FLAGS[text.casefold()]
    except KeyError:
        raise ValueError(f"'{_short(text)}' is neither yes nor no; map it to one of them") from None


def _currency(text: str) -> str:
    if not is_currency(text):
        raise ValueError(f"'{_short(text)}' is no currency code such as EUR")
    return text


def _state(text: str) -> str:
    if text not in ("open", "closed", "cancelled"):
        raise ValueError(f"'{_short(text)}' is none of open, closed, cancelled; map it to one of them")
    return text


def _unit(text: str, units: Mapping[str, Decimal]) -> str:
    unit = text.strip().lower()
    if unit not in units:
        raise ValueError(f"'{_short(text)}' is no unit; use one of {', '.join(units)}, or map it")
    return unit


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
