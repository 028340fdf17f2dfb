"""What is usual among few numbers and days: robust statistics that one slip does not move.

Sources: B. Iglewicz and D. C. Hoaglin, How to Detect and Handle Outliers (ASQC, 1993): the modified z-score
0.6745 (x - median) / MAD, an outlier beyond 3.5. Where more than half of the values are equal (MAD 0) the mean absolute
deviation takes its place, with the factor 1.253314 (the square root of pi / 2) that makes both comparable.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

LEAST_ORDERS = 5
"""Orders of a product from which on its quantities say what is usual."""
OUTLIER = Fraction(7, 2)
"""Modified z-score beyond which a value is an outlier (Iglewicz and Hoaglin)."""
_MAD = Fraction(6745, 10_000)
_MEAN_AD = Fraction(1_253_314, 1_000_000)

USUAL_OF, USUAL_IN = 10, 8
"""An article is usual that stands in at least so many (the second) of a customer's last orders (the first)."""
LEAST_DAYS = LEAST_ORDERS + 1
"""Days with orders from which on a customer has a rhythm: as many intervals as quantities."""
LATE_FACTOR = Fraction(3, 2)
"""Median intervals that must have passed before the usual order is overdue, however steady they were."""


@dataclass(frozen=True, slots=True)
class Spread:
    """What is usual among numbers; `low` and `high` are the least and greatest that are no outliers themselves."""

    count: int
    median: Fraction
    low: int
    high: int
    scale: Fraction
    """What a score of one stands for; 0 where all values are equal."""

    def score(self, value: int) -> Fraction | None:
        """The modified z-score; None where the values have no spread and this is another one."""
        if self.scale:
            return (value - self.median) / self.scale
        return Fraction(0) if value == self.median else None

    def is_outlier(self, value: int) -> bool:
        """Whether a value is further from the median than the rule allows."""
        score = self.score(value)
        return score is None or abs(score) > OUTLIER


def spread_of(values: Sequence[int]) -> Spread | None:
    """What is usual among whole numbers; None for fewer than `LEAST_ORDERS`."""
    if len(values) < LEAST_ORDERS:
        return None
    middle = median(values)
    away = [abs(value - middle) for value in values]
    mad = median(away)
    scale = mad / _MAD if mad else _MEAN_AD * sum(away, Fraction(0)) / len(away)
    kept = [value for value in values if not scale or abs(value - middle) / scale <= OUTLIER]
    return Spread(len(values), middle, min(kept), max(kept), scale)


def median(values: Sequence[int | Fraction]) -> Fraction:
    """The middle value, or the mean of the two middle ones.

    Raises:
        ValueError: there is none.
    """
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return Fraction(ordered[half])
    return Fraction(ordered[half - 1] + ordered[half]) / 2


def whole(value: Fraction) -> int:
    """Rounded half up, for sentences."""
    return int((value + Fraction(1, 2)).__floor__())


def is_usual(seen: int, of: int) -> bool:
    """Whether an article that stands in `seen` of the last `of` orders is missed when it does not."""
    return of >= LEAST_ORDERS and seen * USUAL_OF >= of * USUAL_IN


def overdue_days(days: Sequence[date], today: date) -> tuple[int, int] | None:
    """The median days between a customer's orders, and by how many this one is late; None where it is not, or nobody knows.

    It is late when the days since the last order are an outlier among the intervals: who orders irregularly is rarely late.
    """
    known = sorted(set(days))
    if len(known) < LEAST_DAYS:
        return None
    gaps = [(later - earlier).days for earlier, later in pairwise(known)]
    usual = spread_of(gaps)
    since = (today - known[-1]).days
    if usual is None or since <= LATE_FACTOR * usual.median or not usual.is_outlier(since):
        return None
    return whole(usual.median), since - whole(usual.median)
