"""Numbers shown to people: SO-2026-000123 says what it is, of which year, and sorts as text.

The running number comes from a sequence of the database; here is only how it is written and read back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType

KINDS = MappingProxyType(
    {
        "SO": "sales order",
        "SH": "shipment",
        "PL": "pick list",
        "PO": "purchase order",
        "GR": "goods receipt",
        "RMA": "return",
        "CN": "credit note",
        "CT": "count",
        "PU": "pick-up",
    }
)
"""Prefix of each kind of number and the thing it numbers; prefixes never change meaning."""

TASK_PREFIX = "PT"
_WIDTH = 6
_MOST_DIGITS = 15
_NUMBER = re.compile(
    rf"({'|'.join(KINDS)})-([0-9]{{4}})-([0-9]{{1,{_MOST_DIGITS}}})", re.IGNORECASE | re.ASCII
)
_TASK = re.compile(rf"{TASK_PREFIX}([0-9]{{{_WIDTH},{_MOST_DIGITS}}})", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Number:
    """The parts of a number shown to people."""

    kind: str
    year: int
    serial: int

    def __str__(self) -> str:
        return number(self.kind, self.year, self.serial)


def number(kind: str, year: int, serial: int) -> str:
    """Write a number as people see it: `number("SO", 2026, 123)` is "SO-2026-000123".

    Serials above 999,999 simply grow longer.

    Raises:
        ValueError: the kind is not in `KINDS`, the year has not four digits, or the serial is not 1 to 15
            digits.
    """
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is no kind of number; there are {', '.join(KINDS)}")
    if not 1000 <= year <= 9999:
        raise ValueError(f"the year {year} has not four digits")
    _check_serial(serial)
    return f"{kind}-{year}-{serial:0{_WIDTH}d}"


def parse(text: str) -> Number:
    """Read a number back; lower case and left-out zeros ("so-2026-123") are understood, as people type them.

    Raises:
        ValueError: the text is no number of a known kind.
    """
    found = _NUMBER.fullmatch(text)
    if found is None or not int(found[3]) or found[2] < "1000":
        raise ValueError(f"{text!r} is not a number like SO-2026-000123")
    return Number(found[1].upper(), int(found[2]), int(found[3]))


def task_number(task_id: int) -> str:
    """Write the number of a pick task, short for a barcode on each line: `task_number(42)` is "PT000042".

    Raises:
        ValueError: the id is not 1 to 15 digits.
    """
    _check_serial(task_id)
    return f"{TASK_PREFIX}{task_id:0{_WIDTH}d}"


def parse_task(text: str) -> int:
    """Read the id of a pick task back from its number, in either case.

    At least six digits are asked for: "PT100" is a temperature sensor that somebody sells.

    Raises:
        ValueError: the text is no pick task number.
    """
    found = _TASK.fullmatch(text)
    if found is None or not int(found[1]):
        raise ValueError(f"{text!r} is not a pick task like PT000042")
    return int(found[1])


def _check_serial(serial: int) -> None:
    if not 1 <= serial < 10**_MOST_DIGITS:
        raise ValueError(f"the serial number {serial} is not 1 to {_MOST_DIGITS} digits")
