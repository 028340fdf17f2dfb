"""Promised dates: working days of a warehouse, its cut-off time, and lead times counted in working days.

All days and times are local to the warehouse; the caller converts from UTC with the warehouse's time zone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

_MONDAY_TO_FRIDAY = frozenset(range(5))


@dataclass(frozen=True, slots=True)
class Calendar:
    """When a warehouse works.

    Attributes:
        weekdays: Working weekdays, Monday 0 to Sunday 6; at least one.
        holidays: Days on which nobody works, whatever the weekday.

    Raises:
        ValueError: no working weekday, or one outside 0 to 6.
    """

    weekdays: frozenset[int] = _MONDAY_TO_FRIDAY
    holidays: frozenset[date] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        if not self.weekdays or not self.weekdays <= frozenset(range(7)):
            raise ValueError("a calendar needs at least one working weekday, Monday 0 to Sunday 6")

    def works_on(self, day: date) -> bool:
        """Tell whether this is a working day."""
        return day.weekday() in self.weekdays and day not in self.holidays


def next_working_day(day: date, calendar: Calendar) -> date:
    """Give the day itself if it is worked on, else the first working day after it.

    Raises:
        ValueError: there is none before the end of the calendar, year 9999.
    """
    while not calendar.works_on(day):
        day = _step(day, 1)
    return day


def add_working_days(day: date, count: int, calendar: Calendar) -> date:
    """Give the working day that is `count` working days later, or earlier where `count` is negative.

    A day off counts as the working day that follows it (that precedes it, when going back); with a count of
    0 that is the answer.

    Raises:
        ValueError: the answer would lie outside the years 1 to 9999.
    """
    direction = -1 if count < 0 else 1
    while not calendar.works_on(day):
        day = _step(day, direction)
    for _ in range(abs(count)):
        day = _step(day, direction)
        while not calendar.works_on(day):
            day = _step(day, direction)
    return day


def promise_date(ordered_at: datetime, cutoff: time, lead_days: int, calendar: Calendar) -> date:
    """Give the day that can be promised for an order.

    An order that comes on a working day before the cut-off is worked on that day; at the cut-off or later,
    or on a day off, on the next working day. The lead time is counted from there in working days.

    Args:
        ordered_at: When the order came, on the warehouse's own clock.
        cutoff: From this time on, an order waits for the next working day.
        lead_days: Working days from then to the promise; 0 promises that very day.
        calendar: When the warehouse works.

    Raises:
        ValueError: the lead time is negative, or the promise would lie beyond the year 9999.
    """
    if lead_days < 0:
        raise ValueError(f"a lead time of {lead_days} days is negative")
    day = ordered_at.date()
    if ordered_at.time() >= cutoff:
        day = _step(day, 1)
    return add_working_days(next_working_day(day, calendar), lead_days, calendar)


def _step(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise ValueError("no working day is left between the years 1 and 9999") from None
