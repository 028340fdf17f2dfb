"""What events of parcels mean, and when a parcel is late."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.promise import Calendar
from app.domain.tracking import (
    CODES,
    MOVING,
    Event,
    belongs,
    dated_ahead,
    due_on,
    late_before,
    outcome,
    steps,
)

START = datetime(2026, 3, 2, 8, tzinfo=UTC)


def at(hours: int, code: str) -> Event:
    return Event(START + timedelta(hours=hours), code)


EVENTS = st.lists(st.builds(at, st.integers(0, 200), st.sampled_from(CODES)), max_size=8)
CALENDARS = st.builds(
    Calendar,
    st.frozensets(st.integers(0, 6), min_size=1),
    st.frozensets(st.dates(date(2026, 1, 1), date(2026, 3, 1)), max_size=6),
)


@pytest.mark.parametrize(
    ("codes", "stands"),
    [
        ((), ""),
        (("accepted", "in_transit"), "moving"),
        (("in_transit", "exception"), "exception"),
        (("exception", "out_for_delivery"), "moving"),
        (("lost",), "lost"),
        (("lost", "in_transit"), "moving"),
        (("delivered", "in_transit"), "delivered"),  # the proof of delivery is told as a movement
        (("delivered", "exception"), "delivered"),
        (("delivered", "lost"), "delivered"),
        (("exception", "returned", "in_transit"), "returned"),  # on its way home
        (("returned", "delivered"), "returned"),  # to us
    ],
)
def test_the_order_of_happening_tells_how_a_parcel_stands(codes: tuple[str, ...], stands: str) -> None:
    events = [at(hour, code) for hour, code in enumerate(codes)]
    assert outcome(events) == outcome(reversed(events)) == stands


@pytest.mark.parametrize(
    ("state", "known", "new", "verbs"),
    [
        ("loaded", (), (at(1, "delivered"),), ("deliver",)),
        ("lost", (at(1, "lost"),), (at(2, "delivered"),), ("find", "deliver")),
        ("loaded", (at(1, "in_transit"),), (at(2, "lost"),), ("lose",)),
        ("lost", (at(1, "lost"),), (at(2, "in_transit"),), ("find",)),
        # A movement from before the loss, read after it, finds nothing.
        ("lost", (at(2, "lost"),), (at(1, "in_transit"),), ()),
        # A person said that it is lost; an old scan does not gainsay them.
        ("lost", (), (at(1, "in_transit"),), ()),
        # A person took the delivery back; neither the same event again nor a later scan delivers it anew.
        ("loaded", (at(1, "delivered"),), (), ()),
        ("loaded", (at(1, "delivered"),), (at(2, "in_transit"),), ()),
        ("loaded", (at(1, "delivered"),), (at(3, "delivered"),), ("deliver",)),
        # The loss was overtaken by the delivery.
        ("loaded", (at(5, "delivered"),), (at(2, "lost"),), ()),
        ("loaded", (), (at(1, "lost"), at(2, "in_transit")), ()),
        ("loaded", (at(1, "in_transit"),), (at(2, "returned"),), ()),
        ("labelled", (), (at(1, "delivered"),), ()),
        ("delivered", (), (at(1, "lost"),), ()),
    ],
)
def test_only_new_events_cause_steps(
    state: str, known: tuple[Event, ...], new: tuple[Event, ...], verbs: tuple[str, ...]
) -> None:
    assert steps(state, known, new) == verbs


@given(st.sampled_from(("open", "closed", "labelled", "loaded", "lost", "delivered")), EVENTS, EVENTS)
def test_steps_are_such_as_the_state_allows(state: str, known: list[Event], new: list[Event]) -> None:
    found = steps(state, known, new)
    assert steps(state, reversed(known), reversed(new)) == found
    assert found in {
        "loaded": {(), ("deliver",), ("lose",)},
        "lost": {(), ("find",), ("find", "deliver")},
    }.get(state, {()})
    assert not steps(state, [*known, *new], ())
    if "find" in found and "deliver" not in found:
        assert any(event.code in MOVING for event in new)


def test_dates_that_cannot_be() -> None:
    assert not dated_ahead(START + timedelta(hours=23), START)
    assert dated_ahead(START + timedelta(hours=25), START)
    assert belongs(START - timedelta(days=29), START)
    assert not belongs(START - timedelta(days=31), START)


def test_what_is_handed_over_after_the_cut_off_travels_with_the_next_service_day() -> None:
    week = Calendar()
    friday = datetime.combine(date(2026, 3, 6), time(16))
    assert due_on(friday, time(16, 30), 1, week) == date(2026, 3, 9)
    assert due_on(friday + timedelta(hours=1), time(16, 30), 1, week) == date(2026, 3, 10)


@given(
    st.builds(datetime.combine, st.dates(date(2026, 1, 1), date(2026, 3, 1)), st.times()),
    st.dates(date(2026, 1, 20), date(2026, 3, 10)),
    st.times().map(lambda one: one.replace(second=0, microsecond=0)),
    st.integers(0, 6),
    CALENDARS,
)
def test_late_before_turns_due_on_around(
    left: datetime, today: date, cut_off: time, days: int, travels: Calendar
) -> None:
    assert (due_on(left, cut_off, days, travels) < today) == (
        left < late_before(today, cut_off, days, travels)
    )
