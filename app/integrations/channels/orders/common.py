"""What readers of orders share: limits, strict numbers and days, check digits, and sums that are held against what is said."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from app.domain.codes import is_digits, verify_gtin
from app.domain.numbertext import parse_decimal
from app.errors import BadInput
from app.integrations.channels.reading import Oddity, OrderReading, ReadLine

MOST_LINES = 2_000
"""Lines of one order: ten times what any sender's program lets a buyer enter."""
LONGEST_CODE, LONGEST_TEXT, LONGEST_NOTE = 64, 200, 2_000
LARGEST = Decimal(10) ** 12
MOST_PLACES = 6
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
_CENT = Decimal("0.01")
STOPS, WARNS = "stops", "warns"


class Unreadable(BadInput):
    """The bytes are no message of the format, or not a whole one."""

    code = "intake.unreadable"


def unreadable(name: str, why: str) -> Unreadable:
    """The refusal of a file: `why` begins with a small letter and has no full stop."""
    return Unreadable(
        f"{name} cannot be read: {why}.", hint="Ask for the file again, or save it anew.", name=name, why=why
    )


@dataclass(slots=True)
class Notes:
    """What is odd about an order, as it is found."""

    found: list[Oddity] = field(default_factory=list)

    def add(self, code: str, line: str = "", severity: str = WARNS, **facts: Any) -> None:
        """Note an oddity, once."""
        one = Oddity(code, severity, line, {name: _fact(value) for name, value in facts.items()})
        if one not in self.found:
            self.found.append(one)

    def number(self, text: str, what: str, line: str = "", marks: str = ".") -> Decimal | None:
        """A number written with one of these decimal marks and no others; None, and an oddity that stops, where it is none.

        Nothing at all is None without an oddity: whether a number is needed there is for the caller to say.
        """
        plain = text.strip()
        if not plain:
            return None
        mark = next((one for one in marks if one in plain), marks[0])
        try:
            value = parse_decimal(plain, mark)
            if abs(value) >= LARGEST or -int(value.normalize().as_tuple().exponent) > MOST_PLACES:
                raise ValueError
        except ValueError:
            self.add("number", line, STOPS, what=what, text=clean(plain, 40))
            return None
        return value

    def gtin(self, text: str, line: str) -> str:
        """A GTIN as it is written; where its check digit is wrong an oddity, and nothing is found by it."""
        plain = clean(text, LONGEST_CODE)
        if plain and not verify_gtin(plain):
            self.add("gtin", line, WARNS, number=plain)
        return plain

    def gln(self, text: str, who: str) -> str:
        """A GLN; '' and an oddity where it is none."""
        plain = text.strip()
        if not plain:
            return ""
        if len(plain) != 13 or not verify_gtin(plain):
            self.add("gln", who=who, number=clean(plain, 40))
            return ""
        return plain

    def day(self, year: str, month: str, day: str, what: str, text: str, line: str = "") -> date | None:
        """A day of its parts; None and an oddity where there is none such."""
        if all(map(is_digits, (year, month, day))):
            try:
                return date(int(year), int(month), int(day))
            except ValueError:
                pass
        self.add("date", line, WARNS, what=what, text=clean(text, 40))
        return None


def _fact(value: Any) -> Any:
    return format(value.normalize(), "f") if isinstance(value, Decimal) else value


def clean(text: str, longest: int = LONGEST_TEXT) -> str:
    """A text on one line: what cannot be printed is a blank, and it ends where it must."""
    return " ".join(_CONTROL.sub(" ", unicodedata.normalize("NFC", text)).split())[:longest].strip()


def clean_block(text: str) -> str:
    """A text of several lines, each as `clean` makes it."""
    lines = (clean(line, LONGEST_NOTE) for line in text.splitlines()[:200])
    return "\n".join(line for line in lines if line)[:LONGEST_NOTE].strip()


def check_size(name: str, count: int) -> None:
    """Go on only with an order that a person could have written.

    Raises:
        Unreadable: it has too many lines.
    """
    if count > MOST_LINES:
        raise unreadable(name, f"an order has {count} lines, {MOST_LINES} are read at most")


def unique_numbers(lines: Sequence[ReadLine], notes: Notes) -> tuple[ReadLine, ...]:
    """Lines whose numbers tell them apart: what has none, or another's, is numbered by its place."""
    taken: set[str] = set()
    found = []
    for place, line in enumerate(lines, 1):
        number = line.number or str(place)
        if number in taken:
            notes.add("line_number", number, WARNS, number=number)
            number = next(
                one for one in (f"{number}-{count}" for count in range(2, len(lines) + 2)) if one not in taken
            )
        taken.add(number)
        found.append(replace(line, number=number))
    return tuple(found)


def checked(reading: OrderReading, notes: Notes) -> OrderReading:
    """The reading with its numbers told apart and its sums held against what it says; all oddities noted.

    Sums are held to the cent: a line's price times its quantity less its discount, and the lines' sum less the order's discount.
    """
    lines = unique_numbers(reading.lines, notes)
    for line in lines:
        if line.qty <= 0:
            notes.add("qty", line.number, STOPS, qty=line.qty)
        if line.net is None or line.unit_price is None:
            continue
        worth = (line.qty * line.unit_price * (1 - line.discount)).quantize(_CENT, ROUND_HALF_UP)
        if worth != line.net.quantize(_CENT, ROUND_HALF_UP):
            notes.add("line_sum", line.number, said=line.net, found=worth)
    if reading.net_total is not None and not any(line.with_tax for line in lines):
        nets = [net_of(line) for line in lines]
        if all(net is not None for net in nets):
            found = sum((net for net in nets if net is not None), start=Decimal(0))
            found -= reading.discount_amount
            if found not in (reading.net_total, reading.net_total - reading.freight):
                notes.add("sum", said=reading.net_total, found=found)
    if None not in (reading.net_total, reading.tax_total, reading.total):
        assert reading.net_total is not None
        assert reading.tax_total is not None
        found = reading.net_total + reading.tax_total
        if reading.total not in (found, found + reading.freight):
            notes.add("total", said=reading.total, found=found)
    return replace(reading, lines=lines, oddities=(*reading.oddities, *notes.found))


def net_of(line: ReadLine) -> Decimal | None:
    """What a line comes to: as it says, or by its price; None where neither is there."""
    if line.net is not None:
        return line.net
    if line.unit_price is None:
        return None
    return (line.qty * line.unit_price * (1 - line.discount)).quantize(_CENT, ROUND_HALF_UP)


def first(values: Iterable[str]) -> str:
    """The first that is not empty."""
    return next((value for value in values if value), "")
