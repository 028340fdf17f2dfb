"""Promised dates: working days, holidays, cut-off."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.promise import Calendar, add_working_days, next_working_day, promise_date

EASTER = Calendar(holidays=frozenset({date(2026, 4, 3), date(2026, 4, 6)}))  # Good Friday, Easter Monday
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
calendars = st.builds(
    Calendar,
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    holidays=st.frozensets(days, max_size=40),
)


def worked(first: date, last: date, calendar: Calendar) -> int:
    """Count working days after the first up to and including the last, day by day."""
    return sum(calendar.works_on(first + timedelta(n)) for n in range(1, (last - first).days + 1))


@given(days, st.integers(0, 60), calendars)
def test_forward_counts_working_days(day: date, count: int, calendar: Calendar) -> None:
    start = next_working_day(day, calendar)
    assert calendar.works_on(start)
    assert start == day or worked(day, start, calendar) == 1
    found = add_working_days(day, count, calendar)
    assert calendar.works_on(found)
    assert worked(start, found, calendar) == count


@given(days, st.integers(1, 60), calendars)
def test_back_and_forth_meet(day: date, count: int, calendar: Calendar) -> None:
    start = next_working_day(day, calendar)
    assert add_working_days(add_working_days(start, count, calendar), -count, calendar) == start
    assert add_working_days(day, -count, calendar) < day


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), st.times(), st.integers(0, 30), calendars)  # noqa: DTZ001 - a warehouse's wall clock
def test_a_promise_is_a_working_day_and_never_earlier_for_a_later_order(
    ordered_at: datetime, cutoff: time, lead: int, calendar: Calendar
) -> None:
    promised = promise_date(ordered_at, cutoff, lead, calendar)
    assert calendar.works_on(promised)
    assert promised >= ordered_at.date()
    assert promise_date(ordered_at + timedelta(hours=5), cutoff, lead, calendar) >= promised
    assert promise_date(ordered_at, cutoff, lead + 1, calendar) > promised


@pytest.mark.parametrize(
    ("ordered", "lead", "promised"),
    [
        ("2026-04-01T13:59:59", 0, date(2026, 4, 1)),
        ("2026-04-01T14:00", 0, date(2026, 4, 2)),
        ("2026-04-01T09:00", 1, date(2026, 4, 2)),
        ("2026-04-01T09:00", 2, date(2026, 4, 7)),  # over Easter
        ("2026-04-02T15:00", 0, date(2026, 4, 7)),
        ("2026-04-04T09:00", 1, date(2026, 4, 8)),  # a Saturday counts from the Tuesday after
    ],
)
def test_by_hand(ordered: str, lead: int, promised: date) -> None:
    assert promise_date(datetime.fromisoformat(ordered), time(14), lead, EASTER) == promised


def test_going_back_from_a_day_off() -> None:
    assert add_working_days(date(2026, 4, 6), -1, EASTER) == date(2026, 4, 1)
    assert add_working_days(date(2026, 4, 6), 0, EASTER) == date(2026, 4, 7)


@pytest.mark.parametrize("weekdays", [frozenset(), frozenset({7}), frozenset({-1, 0})])
def test_a_calendar_without_working_days_is_refused(weekdays: frozenset[int]) -> None:
    with pytest.raises(ValueError, match="at least one working weekday"):
        Calendar(weekdays)


def test_the_end_of_time_is_an_answer_not_a_crash() -> None:
    with pytest.raises(ValueError, match="no working day is left"):
        add_working_days(date.max, 1, EASTER)
    with pytest.raises(ValueError, match="no working day is left"):
        add_working_days(date.min, -1, EASTER)
    with pytest.raises(ValueError, match="lead time of -1 days"):
        promise_date(datetime.fromisoformat("2026-04-01T09:00"), time(14), -1, EASTER)
