"""A weight read at a bench: what a scale said, whether it may count for a parcel, how it compares with what was expected.

Nothing here knows a clock or a port: times are given in milliseconds of any one clock that never goes back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Final, Literal

Fault = Literal["", "overload", "underload", "negative", "no_unit", "not_understood"]
Verdict = Literal["within", "light", "heavy", "unknown"]

GRAMS: Final = MappingProxyType(
    {
        "g": Decimal(1),
        "kg": Decimal(1000),
        "lb": Decimal("453.59237"),
        "oz": Decimal("28.349523125"),
    }
)
"""Grams in one of each unit; the pound is exact by the International Yard and Pound Agreement of 1959, an ounce is its 16th."""

MOST_G = 10_000_000
"""No bench carries ten tonnes: a weight beyond is a line that was read wrongly."""

EMPTY_G = 20
"""Below this the scale is empty: a bench scale of 30 kg shows steps of 5 or 10 g, and drifts by one or two of them."""

GONE_PART = 10
"""A load is off the scale too when less than one tenth of it is left; a lifted edge still leaves about half."""

CHANGED_G, CHANGED_PART = 100, 10
"""Another load without an empty scale between: more than 100 g and more than a tenth apart. Label, slip and pouch weigh less."""

FRESH_MS = 2500
"""A weight that was heard longer ago than this says nothing of what lies on the scale now."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a scale said once.

    Attributes:
        grams: The weight, rounded to whole grams; None where it said none. A weight below zero is kept, with its fault.
        stable: Whether the load was at rest.
        fault: Why this is no weight of a parcel: 'overload', 'underload', 'negative', 'no_unit' (no unit of weight that is
            known), 'not_understood' (no line of the protocol that is set); empty for none.
    """

    grams: int | None
    stable: bool
    fault: Fault = ""


def grams_of(number: Decimal, unit: str) -> int:
    """A weight in whole grams, a half rounded away from zero.

    Raises:
        KeyError: the unit is none of g, kg, lb, oz.
    """
    return int((number * GRAMS[unit]).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def read_weight(number: Decimal, unit: str, *, stable: bool) -> Reading:
    """The reading of a number with the unit that was sent beside it, or that is set for a scale which sends none."""
    if unit not in GRAMS:
        return Reading(None, stable, "no_unit")
    grams = grams_of(number, unit)
    if abs(grams) > MOST_G:
        return Reading(None, False, "not_understood")
    return Reading(grams, stable, "negative" if grams < 0 else "")


class StableWeight:
    """Which of the weights that are heard may count for the parcel that is being closed.

    A weight counts while it is at rest and was heard just now. Once it was used it never counts again, however often it is heard,
    before the scale was seen empty: label and slip are stuck on while the parcel still stands there, and a hand that presses on
    it is no other parcel. A load that is clearly another one counts without: some scales say nothing while they are empty.

    Args:
        repeats: How many equal weights in a row are one at rest, for a protocol that does not say it; 1 where it does.
    """

    def __init__(self, repeats: int = 1) -> None:
        self._repeats = repeats
        self._in_a_row = 0
        self._latest: Reading | None = None
        self._at_ms = 0
        self._spent: set[int] = set()
        self._closed_unread = False

    def hear(self, reading: Reading, at_ms: int) -> Reading:
        """Take a reading; what is given back says whether it is at rest also where the protocol does not.

        A line that was not understood changes nothing: noise between two lines is no weight.
        """
        if reading.fault == "not_understood":
            return reading
        if self._repeats > 1:
            before = self._latest
            same = before is not None and before.grams == reading.grams and before.fault == reading.fault
            self._in_a_row = self._in_a_row + 1 if same else 1
            reading = replace(reading, stable=reading.grams is not None and self._in_a_row >= self._repeats)
        self._latest, self._at_ms = reading, at_ms
        if self._gone(reading):
            self._spent.clear()
            self._closed_unread = False
        elif self._closed_unread and _is_weight(reading):
            self._spent.add(reading.grams or 0)
            self._closed_unread = False
        return reading

    def fresh(self, at_ms: int) -> int | None:
        """The weight in grams that may count now; None where there is none, or where it was used for another parcel."""
        reading = self._latest
        if reading is None or reading.grams is None or not _is_weight(reading):
            return None
        if at_ms - self._at_ms > FRESH_MS:
            return None
        weight = reading.grams
        return weight if all(_another(weight, used) for used in self._spent) else None

    def used(self, at_ms: int) -> None:
        """A parcel was closed: whatever lies on the scale belongs to it, also where its weight was typed."""
        reading = self._latest
        if reading is None or (self._gone(reading) and at_ms - self._at_ms <= FRESH_MS):
            return
        if _is_weight(reading) and at_ms - self._at_ms <= FRESH_MS:
            self._spent.add(reading.grams or 0)
        else:
            # In motion, or not heard: what comes to rest next is still this parcel.
            self._closed_unread = True

    def _gone(self, reading: Reading) -> bool:
        """Whether nothing that was weighed before lies there any more."""
        if reading.fault in ("negative", "underload"):
            return True
        limit = max(EMPTY_G, min(self._spent, default=0) // GONE_PART)
        return reading.grams is not None and reading.grams < limit


def _is_weight(reading: Reading) -> bool:
    """Whether this is the weight of something that lies still."""
    return reading.stable and not reading.fault and reading.grams is not None and reading.grams >= EMPTY_G


def _another(grams: int, used: int) -> bool:
    return abs(grams - used) > max(CHANGED_G, used // CHANGED_PART)


def verdict(expected_g: int | None, read_g: int | None, permille: int, grams: int) -> Verdict:
    """How a weight that was read compares with the one that was expected.

    Args:
        expected_g: What parcel and goods should weigh; None or 0 where it is not known.
        read_g: What was read or typed; None for nothing.
        permille: How far it may be off, in thousandths of the expected weight.
        grams: How far it may be off in grams; of the two the larger counts, and exactly so far is still within.
    """
    if not expected_g or read_g is None:
        return "unknown"
    apart = read_g - expected_g
    if abs(apart) <= grams or abs(apart) * 1000 <= expected_g * permille:
        return "within"
    return "heavy" if apart > 0 else "light"
