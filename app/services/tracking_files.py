"""Files of carriers with events of parcels: taken in by hand, or from the folders that carriers put them into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app.domain.permissions import Permission
from app.domain.tracking import dated_ahead
from app.errors import AppError
from app.integrations.carriers import Account, carrier_of
from app.integrations.carriers.news import reaches
from app.integrations.channels.base import Rejected
from app.integrations.tracking import EventRow, TrackingProfile, read_events
from app.models import Carrier
from app.models.base import utc_now
from app.services.context import Context
from app.services.jobs import NotYet
from app.services.tracking import (
    MOST_AT_ONCE,
    Recorded,
    Tracked,
    match_unknown,
    parcels_named,
    plain_number,
    record_tracking,
)


@dataclass(frozen=True, slots=True)
class TrackingRead:
    """What came of files: rows of events, what they changed, and the rows that were refused."""

    events: int
    recorded: Recorded
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class Polled:
    """What a look into the carriers' folders brought; `trouble` says why something could not be read, once a reason."""

    files: int = 0
    bad: int = 0
    recorded: Recorded = field(default_factory=Recorded)
    trouble: tuple[str, ...] = ()


_NOW = sa.select(utc_now())
_CARRIERS = (
    sa.select(
        *(Carrier.kind, Carrier.name, Carrier.account),
        *(Carrier.out_folder, Carrier.in_folder, Carrier.timeout_s),
    )
    .where(Carrier.active, Carrier.in_folder != "")
    .order_by(Carrier.code)
)


def import_tracking(
    ctx: Context,
    profile: TrackingProfile,
    files: Sequence[Path],
    *,
    dry_run: bool = False,
    skip_bad: bool = False,
) -> TrackingRead:
    """Take in files of events: all rows or none, unless bad ones may be left out. A file that was read before changes nothing.

    Raises:
        NotAllowed: the right is missing.
        BadInput: a file cannot be opened.
    """
    ctx.require(Permission.SHIPMENT_DELIVER)
    good, rejected = _sorted_out(ctx, read_events(profile, files))
    if dry_run:
        return TrackingRead(len(good), _would(ctx, good), rejected)
    if rejected and not skip_bad:
        return TrackingRead(len(good), Recorded(), rejected)
    return TrackingRead(len(good), _record(ctx, good), rejected)


def _sorted_out(
    ctx: Context, rows: Iterable[EventRow | Rejected]
) -> tuple[list[EventRow], tuple[Rejected, ...]]:
    """Good and bad rows; a date that is yet to come makes a row a bad one, as does a number without a letter or digit."""
    with ctx.reading() as connection:
        now: datetime = connection.execute(_NOW).scalar_one()
    good: list[EventRow] = []
    rejected: list[Rejected] = []
    for row in rows:
        if isinstance(row, Rejected):
            rejected.append(row)
        elif dated_ahead(row.happened_at, now):
            reason = f"the moment {row.happened_at:%Y-%m-%d %H:%M} UTC is yet to come; check the time zone"
            rejected.append(Rejected(row.file, row.line, row.moment_in, reason))
        elif not plain_number(row.number):
            reason = "the number of the parcel is empty"
            rejected.append(Rejected(row.file, row.line, row.number_in, reason))
        else:
            good.append(row)
    return good, tuple(rejected)


def _record(ctx: Context, rows: Sequence[EventRow]) -> Recorded:
    total = Recorded()
    # In order of time, so that what one file says takes effect in the order in which it happened.
    ordered = sorted(rows, key=lambda row: row.happened_at)
    for at in range(0, len(ordered), MOST_AT_ONCE):
        some = ordered[at : at + MOST_AT_ONCE]
        events = tuple(Tracked(row.number, row.happened_at, row.code, row.words, row.place) for row in some)
        total += record_tracking(ctx.once(""), events, some[0].file)
    return total + match_unknown(ctx.once(""))


def _would(ctx: Context, rows: Sequence[EventRow]) -> Recorded:
    """How many events there are, and how many of them name no parcel that is known."""
    unknown = 0
    with ctx.reading() as connection:
        for at in range(0, len(rows), MOST_AT_ONCE):
            numbers = [plain_number(row.number) for row in rows[at : at + MOST_AT_ONCE]]
            named = parcels_named(connection, numbers)
            unknown += sum(number not in named for number in numbers)
    return Recorded(new=len(rows), unknown=unknown)


def poll_tracking(ctx: Context) -> Polled:
    """Take in what the carriers that write files say of parcels (`Carrier.track`); one that is away holds up no other.

    Raises:
        NotAllowed: the right is missing.
    """
    ctx.require(Permission.SHIPMENT_DELIVER)
    with ctx.reading() as connection:
        carriers = connection.execute(_CARRIERS).all()
    files, bad, recorded = 0, 0, Recorded()
    trouble: list[str] = []

    def take(rows: Iterable[EventRow | Rejected]) -> Sequence[Rejected]:
        nonlocal recorded
        good, rejected = _sorted_out(ctx, rows)
        recorded += _record(ctx, good)
        return rejected

    for row in carriers:
        try:
            heard = carrier_of(row.kind, _account(row)).track(take)
        except AppError as error:
            trouble.append(f"Tracking files of {row.name} are not read. {error.message}")
            continue
        files, bad = files + heard.times, bad + heard.bad
        trouble += [f"Tracking files of {row.name} are not read. {why}" for why in heard.trouble]
    return Polled(files, bad, recorded, tuple(trouble))


def folders_here(ctx: Context) -> tuple[int, int]:
    """How many carriers put files into a folder, and how many of these folders this desk can work in."""
    with ctx.reading() as connection:
        accounts = [_account(row) for row in connection.execute(_CARRIERS)]
    return len(accounts), sum(reaches(account) for account in accounts)


def poll_or_say(ctx: Context) -> Polled:
    """`poll_tracking` as a job: what could not be read is the job's trouble.

    Raises:
        NotYet: a folder or a profile could not be read; the others were, and will be.
    """
    result = poll_tracking(ctx)
    if result.trouble:
        raise NotYet(" ".join(result.trouble), hint="Look at the folder of the carrier.")
    return result


def _account(row: Any) -> Account:
    return Account(row.name, row.account, row.out_folder, row.in_folder, row.timeout_s)
