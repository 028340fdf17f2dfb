"""What carriers say of parcels: what an event changes, when a parcel is due, and since when one that left is late.

No clock and no time zone: days and times are local to the warehouse, the caller converts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.domain.promise import Calendar, add_working_days, promise_date

CODES = ("accepted", "in_transit", "out_for_delivery", "delivered", "exception", "returned", "lost")
"""Every code of an event; of several at the same moment the later one here is the later one."""
MOVING = frozenset({"accepted", "in_transit", "out_for_delivery"})
AHEAD = timedelta(days=1)
"""A carrier's clock may be so far ahead of ours (a time zone that nobody named); beyond it the date is wrong."""
BEFORE = timedelta(days=30)
"""Carriers give numbers anew: what happened so long before the parcel was made is not about it."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a carrier says of a parcel."""

    happened_at: datetime
    code: str


def _rank(event: Event) -> tuple[datetime, int]:
    return event.happened_at, CODES.index(event.code)


def outcome(events: Iterable[Event]) -> str:
    """How a parcel stands after all its events: '', 'moving', 'exception', 'delivered', 'returned' or 'lost'.

    The order of happening counts, not the order of reading. What was delivered or comes back stays so, whatever scan follows it
    (proofs of delivery and sorting on the way home are told as movements); a lost parcel that moves is found.
    """
    stands = ""
    for event in sorted(events, key=_rank):
        if event.code in ("delivered", "returned"):
            stands = "returned" if stands == "returned" else event.code
        elif stands in ("delivered", "returned"):
            continue
        elif event.code in MOVING:
            stands = "moving"
        else:
            stands = event.code
    return stands


def steps(state: str, known: Iterable[Event], new: Iterable[Event]) -> tuple[str, ...]:
    """The steps (verbs of the flow of parcels) that new events cause for a parcel in this state.

    Only what is new causes anything: an event that is read again, or one that another overtook, does not undo what a person
    has set right meanwhile. A parcel that has not left, or arrived, takes no step: the event is kept and shown.

    Args:
        state: Of the parcel: 'loaded', 'lost' ...
        known: Events that were there before.
        new: Events that came now and were not there.
    """
    known, new = tuple(known), tuple(new)
    stands = outcome((*known, *new))
    caused = {event.code for event in new}
    if state not in ("loaded", "lost"):
        return ()
    if stands == "delivered" and "delivered" in caused:
        return ("deliver",) if state == "loaded" else ("find", "deliver")
    if stands == "lost" and "lost" in caused and state == "loaded":
        return ("lose",)
    was_lost = any(event.code == "lost" for event in (*known, *new))
    if stands == "moving" and caused & MOVING and state == "lost" and was_lost:
        return ("find",)
    return ()


def dated_ahead(happened_at: datetime, now: datetime) -> bool:
    """Whether an event is dated so far in the future that its date must be wrong."""
    return happened_at > now + AHEAD


def belongs(happened_at: datetime, made_at: datetime) -> bool:
    """Whether an event can be about a parcel that was made at this moment, and not about an earlier one of the same number."""
    return happened_at >= made_at - BEFORE


def due_on(shipped_at: datetime, cut_off: time, transit_days: int, travels: Calendar) -> date:
    """The day on which a parcel should arrive: what is handed over after the cut-off travels with the next service day.

    Args:
        shipped_at: When it was handed over, on the warehouse's clock.
        cut_off: The latest hand-over of the carrier's service.
        transit_days: Days on the way, counted in service days.
        travels: On which days the service travels.

    Raises:
        ValueError: the days are negative, or lead beyond the year 9999.
    """
    return promise_date(shipped_at, cut_off, transit_days, travels)


def late_before(today: date, cut_off: time, transit_days: int, travels: Calendar) -> datetime:
    """The moment, on the warehouse's clock, before which a parcel must have left to be late today.

    It turns `due_on` around, so that a database finds late parcels by one comparison: `due_on(at) < today` exactly
    where `at < late_before(today)`.

    Raises:
        ValueError: no such day lies in the calendar.
    """
    # A parcel is late today if it was due on the last service day before today, or earlier.
    last = today - timedelta(days=1)
    while not travels.works_on(last):
        last -= timedelta(days=1)
    left = add_working_days(last, -transit_days, travels) if transit_days else last
    return datetime.combine(left, cut_off)
