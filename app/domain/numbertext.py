"""Numbers and dates in other people's files, read by a strict grammar that never guesses.

Python's own readers accept `1_000`, full-width digits, `NaN` and `1e400`; a file that holds such a thing is
wrong or read with the wrong profile. Every function says in plain words what is wrong, for the list of
rejected rows.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType

MOST_DIGITS = 28
"""Digits a number may have: what `Decimal` computes with exactly by default."""

MOST_INT_DIGITS = 18
"""Digits a whole number may have, so that it fits the database's 64 bits."""

_AROUND = " \t\r\n\xa0\u202f"
# Marks that programs write for the same thing: French Excel groups by a narrow or plain no-break space.
_GROUP_MARKS = MappingProxyType({" ": "[ \xa0\u202f]", "'": "['\u2019]"})
_MARK = re.compile(r"[^0-9A-Za-z+\-]")
_LONGEST_SHOWN = 40

_DIRECTIVES = MappingProxyType(
    {
        "Y": r"(?P<Y>[0-9]{4})",
        "y": r"(?P<y>[0-9]{2})",
        "m": r"(?P<m>[0-9]{1,2})",
        "d": r"(?P<d>[0-9]{1,2})",
        "H": r"(?P<H>[0-9]{1,2})",
        "M": r"(?P<M>[0-9]{1,2})",
        "S": r"(?P<S>[0-9]{1,2})",
        "f": r"(?P<f>[0-9]{1,9})",
    }
)
_CLOCK_LIMITS = MappingProxyType({"H": 23, "M": 59, "S": 59})


def parse_decimal(text: str, decimal: str, thousands: str | None = None) -> Decimal:
    """Read a number exactly as the profile says it is written: "1 234,50" with decimal "," and thousands " ".

    Groups may be left out, but where one is marked all must be, by three digits. A space as thousands mark
    also stands for the no-break spaces that French programs write. A digit is needed behind the decimal
    mark, not before it.

    Args:
        text: The field; spaces around it do not matter.
        decimal: The decimal mark, one character.
        thousands: The mark between groups of three digits, or None where the file has none.

    Raises:
        ValueError: the field is empty or not such a number (the message says why), or the marks make no
            sense.
    """
    whole, fraction, negative = _split(text, decimal, thousands)
    if len(whole) + len(fraction) > MOST_DIGITS:
        raise ValueError(f"{_shown(text)} has more than {MOST_DIGITS} digits")
    number = Decimal(f"{whole}.{fraction}")
    return number.copy_negate() if negative and number else number  # "-0" is zero


def parse_int(text: str, thousands: str | None = None, decimal: str | None = None) -> int:
    """Read a whole number; with a decimal mark given, "12,00" is understood as twelve, "12,50" refused.

    Raises:
        ValueError: the field is empty or no whole number (the message says why), or the marks make no sense.
    """
    whole, fraction, negative = _split(text, decimal, thousands)
    if fraction.strip("0"):
        raise ValueError(f"{_shown(text)} is not a whole number")
    if len(whole.lstrip("0")) > MOST_INT_DIGITS:
        raise ValueError(f"{_shown(text)} has more than {MOST_INT_DIGITS} digits")
    number = int(whole or "0")
    return -number if negative else number


def parse_date(text: str, formats: tuple[str, ...]) -> date:
    """Read a date written in one of these formats; a time of day behind it is checked and dropped.

    Formats are written as for `strptime`, with %Y %y %m %d %H %M %S %f only: month names depend on the
    machine's language. Day and month may lack their zero, unless digits stand right beside them. Two-digit
    years are 1969 to 2068, as in POSIX.

    Args:
        text: The field; spaces around it do not matter.
        formats: What the profile allows. Where two of them give different days, the field is refused: 04/07
            may be in April or in July.

    Raises:
        ValueError: the field is empty, matches no format, matches two with different days, or names a day or
            time that does not exist; or a format cannot be used.
    """
    if not formats:
        raise ValueError("no date format is given")
    field = text.strip(_AROUND)
    if not field:
        raise ValueError("a date is expected, the field is empty")
    patterns = {wanted: date_pattern(wanted) for wanted in formats}
    if not field.isascii():
        raise ValueError(f"{_shown(text)} holds characters that no date is written with")
    matches = [found for pattern in patterns.values() if (found := pattern.fullmatch(field))]
    if not matches:
        raise ValueError(
            f"{_shown(text)} is not a date written as {' or '.join(map(_format_in_words, formats))}"
        )
    days = {day for found in matches if (day := _day(found.groupdict()))}
    if not days:
        raise ValueError(f"{_shown(text)} is a day or a time that does not exist")
    if len(days) > 1:
        choices = " or ".join(day.isoformat() for day in sorted(days))
        raise ValueError(f"{_shown(text)} can be read as {choices}; keep one date format in the profile")
    return days.pop()


@cache
def date_pattern(wanted: str) -> re.Pattern[str]:
    """Check a date format and give the pattern it stands for; a profile calls this before it reads a file.

    Raises:
        ValueError: the format names no year, month and day, one part twice, or a part this program does not
            read.
    """
    tokens = re.findall(r"%.|[^%]|%$", wanted, re.DOTALL)
    pattern = ""
    seen: set[str] = set()
    for place, token in enumerate(tokens):
        if token == "%%" or not token.startswith("%"):
            pattern += re.escape(token[-1])
            continue
        part = _DIRECTIVES.get(token[1:])
        if part is None:
            raise ValueError(f"the date format {wanted!r} uses {token}; %Y %y %m %d %H %M %S %f can be used")
        if token[1:] in seen:
            raise ValueError(f"the date format {wanted!r} has {token} twice")
        seen.add(token[1:])
        beside = tokens[max(0, place - 1) : place] + tokens[place + 1 : place + 2]
        if any(_is_digits_too(other) for other in beside):
            part = part.replace("{1,2}", "{2}")  # else 2026111 would be two days
        pattern += part
    if not {"m", "d"} <= seen or len(seen & {"Y", "y"}) != 1:
        raise ValueError(f"the date format {wanted!r} does not name one year, one month and one day")
    return re.compile(pattern)


def _is_digits_too(token: str) -> bool:
    return (token.startswith("%") and token != "%%") or token in "0123456789"


def _day(parts: dict[str, str]) -> date | None:
    """Make the date of the parts found; None where there is no such day or time."""
    if any(int(parts.get(name, "0")) > limit for name, limit in _CLOCK_LIMITS.items()):
        return None
    if "y" in parts:
        short = int(parts["y"])
        year = short + (1900 if short >= 69 else 2000)
    else:
        year = int(parts["Y"])
    try:
        return date(year, int(parts["m"]), int(parts["d"]))
    except ValueError:
        return None


def _format_in_words(wanted: str) -> str:
    """Show a format as people know it: DD/MM/YYYY."""
    for directive, shown in (("Y", "YYYY"), ("y", "YY"), ("m", "MM"), ("d", "DD"), ("H", "hh"), ("M", "mm")):
        wanted = wanted.replace(f"%{directive}", shown)
    return wanted.replace("%S", "ss").replace("%f", "ffffff").replace("%%", "%")


def _split(text: str, decimal: str | None, thousands: str | None) -> tuple[str, str, bool]:
    """Take a number apart into digits before and after the decimal mark, and whether it is negative."""
    _check_marks(decimal, thousands)
    field = text.strip(_AROUND)
    if not field:
        raise ValueError("a number is expected, the field is empty")
    found = _number_pattern(decimal, thousands).fullmatch(field)
    if found is None:
        raise ValueError(f"{_shown(text)} is not a number{_why(field, decimal, thousands)}")
    whole = "".join(character for character in found["whole"] or "" if character in "0123456789")
    return whole, found["fraction"] or "", found["sign"] == "-"


@cache
def _number_pattern(decimal: str | None, thousands: str | None) -> re.Pattern[str]:
    whole = "[0-9]+"
    if thousands:
        mark = _GROUP_MARKS.get(thousands, re.escape(thousands))
        # One and the same mark throughout: 1 234 567 with two kinds of spaces is not what a program writes.
        whole = rf"[0-9]{{1,3}}(?P<mark>{mark})[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*|{whole}"
    if decimal is None:
        return re.compile(rf"(?P<sign>[+-]?)(?P<whole>{whole})(?P<fraction>)")
    mark = re.escape(decimal)
    return re.compile(rf"(?P<sign>[+-]?)(?=[0-9{mark}])(?P<whole>{whole})?(?:{mark}(?P<fraction>[0-9]+))?")


def _check_marks(decimal: str | None, thousands: str | None) -> None:
    for mark, name in ((decimal, "decimal"), (thousands, "thousands")):
        if mark is not None and not _MARK.fullmatch(mark):
            raise ValueError(
                f"{mark!r} cannot be a {name} mark: one character is, if no digit, letter or sign"
            )
    if decimal is not None and decimal == thousands:
        raise ValueError(f"{decimal!r} cannot be both the decimal and the thousands mark")


def _why(field: str, decimal: str | None, thousands: str | None) -> str:
    """Say what most likely is wrong with a field that is no number."""
    strange = [c for c in field if c not in "0123456789+-" and c not in (decimal, thousands)]
    groups = _GROUP_MARKS.get(thousands or "", "")
    strange = [c for c in strange if c not in groups]
    if any(c.isdigit() for c in strange):
        return ": only the digits 0 to 9 are read"
    if strange:
        return f": {strange[0]!r} does not belong there{_marks_in_words(decimal, thousands)}"
    if decimal is not None and field.count(decimal) > 1:
        return f": the decimal mark {decimal!r} comes more than once"
    if decimal is not None and field.endswith(decimal):
        return f": digits are missing behind {decimal!r}"
    if thousands and any(c == thousands or c in groups for c in field):
        return f": the thousands mark {thousands!r} does not stand before groups of three digits"
    return ": a sign is only read in front" if set(field) & set("0123456789") else ""


def _marks_in_words(decimal: str | None, thousands: str | None) -> str:
    marks = [
        f"the {name} mark is {mark!r}"
        for name, mark in (("decimal", decimal), ("thousands", thousands))
        if mark
    ]
    return f" ({', '.join(marks)})" if marks else ""


def _shown(text: str) -> str:
    """Quote a field for a message, cut where it is long."""
    return repr(text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…")
