"""Files of carriers with events of parcels: taken in by hand, or from the folders that carriers put them into."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.permissions import Permission
from app.domain.tracking import dated_ahead
from app.errors import AppError, BadInput, Unavailable
from app.integrations.channels.base import Rejected
from app.integrations.tracking import EventRow, TrackingProfile, load_tracking_profile, read_events
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

PATTERN = "tracking*.csv"
OWN_PROFILE = "tracking.toml"
"""How a carrier writes its files, beside them in its folder; without it they are written in our own way ('standard')."""
STANDARD = "standard"
DONE, BAD = "done", "bad"
"""Folders into which read files are moved, beside them."""
SETTLED_SECONDS = 10
"""A file that changed a moment ago may still be written to."""
MOST_REASONS = 1_000


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
_FOLDERS = (
    sa.select(Carrier.name, Carrier.in_folder)
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
    good, rejected = _rows(ctx, profile, files)
    if dry_run:
        return TrackingRead(len(good), _would(ctx, good), rejected)
    if rejected and not skip_bad:
        return TrackingRead(len(good), Recorded(), rejected)
    return TrackingRead(len(good), _record(ctx, good), rejected)


def _rows(
    ctx: Context, profile: TrackingProfile, files: Sequence[Path]
) -> tuple[list[EventRow], tuple[Rejected, ...]]:
    """Good and bad rows of files; a date that is yet to come makes a row a bad one."""
    with ctx.reading() as connection:
        now: datetime = connection.execute(_NOW).scalar_one()
    good: list[EventRow] = []
    rejected: list[Rejected] = []
    for row in read_events(profile, files):
        if isinstance(row, Rejected):
            rejected.append(row)
        elif dated_ahead(row.happened_at, now):
            reason = f"the moment {row.happened_at:%Y-%m-%d %H:%M} UTC is yet to come; check the time zone"
            rejected.append(Rejected(row.file, row.line, profile.columns.time or profile.columns.day, reason))
        elif not plain_number(row.number):
            reason = "the number of the parcel is empty"
            rejected.append(Rejected(row.file, row.line, profile.columns.number, reason))
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
    """Look into the carriers' folders and take in what lies there; read files go to 'done', bad ones to 'bad' with the reason.

    Good rows of a file with bad ones count all the same: events do not depend on each other. Two desks that look at the same
    time do no harm, for an event is taken once.

    Raises:
        NotAllowed: the right is missing.
    """
    ctx.require(Permission.SHIPMENT_DELIVER)
    with ctx.reading() as connection:
        folders = connection.execute(_FOLDERS).all()
    result = Polled()
    for name, folder in dict.fromkeys((row.name, row.in_folder.strip()) for row in folders):
        try:
            result = _together(result, _poll_folder(ctx, Path(folder)))
        except (AppError, OSError) as error:
            why = error.message if isinstance(error, AppError) else f"{folder}: {error.strerror or error}."
            result = _together(result, Polled(trouble=(f"Tracking files of {name} are not read. {why}",)))
    return result


def folders_here(connection: Connection) -> tuple[int, int]:
    """How many folders of carriers there are, and how many of them this desk can work in."""
    folders = {row.in_folder.strip() for row in connection.execute(_FOLDERS)}
    return len(folders), sum(_usable(Path(folder)) for folder in folders)


def _usable(folder: Path) -> bool:
    """Whether files can be read there and put away. A folder without the right to read it looks like an empty one."""
    try:
        return folder.is_dir() and os.access(folder, os.R_OK | os.W_OK | os.X_OK)
    except OSError:
        return False


def poll_or_say(ctx: Context) -> Polled:
    """`poll_tracking` as a job: what could not be read is the job's trouble.

    Raises:
        NotYet: a folder or a profile could not be read; the others were, and will be.
    """
    result = poll_tracking(ctx)
    if result.trouble:
        raise NotYet(" ".join(result.trouble), hint="Look at the folder of the carrier.")
    return result


def _together(one: Polled, two: Polled) -> Polled:
    return Polled(
        one.files + two.files, one.bad + two.bad, one.recorded + two.recorded, (*one.trouble, *two.trouble)
    )


def _poll_folder(ctx: Context, folder: Path) -> Polled:
    if not folder.is_dir():
        raise Unavailable(f"The folder {folder} is not there.", hint="Make it, or connect its drive.")
    if not _usable(folder):
        raise Unavailable(
            f"Files in the folder {folder} cannot be read and put away from here.",
            hint="Give this desk the right to read and write there.",
        )
    files = sorted(path for path in folder.glob(PATTERN) if path.is_file() and _settled(path))
    if not files:
        return Polled()
    own = folder / OWN_PROFILE
    profile = load_tracking_profile(str(own) if own.is_file() else STANDARD)
    result = Polled()
    for path in files:
        try:
            read = import_tracking(ctx, profile, (path,), skip_bad=True)
        except BadInput as error:
            if path.exists():  # or another desk was first
                result = _together(result, Polled(trouble=(error.message,)))
            continue
        _put_away(path, read.rejected)
        result = _together(result, Polled(1, bool(read.rejected), read.recorded))
    return result


def _settled(path: Path) -> bool:
    """Whether nobody writes to it any more, by all that can be seen from here."""
    try:
        return abs(time.time() - path.stat().st_mtime) >= SETTLED_SECONDS
    except OSError:
        return False


def _put_away(path: Path, rejected: Sequence[Rejected]) -> None:
    """Move a read file out of the way; beside a bad one stand the reasons, written before it is moved."""
    target = path.parent / (BAD if rejected else DONE)
    target.mkdir(exist_ok=True)
    place = target / path.name
    if place.exists():
        place = target / f"{path.stem}-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}{path.suffix}"
    if rejected:
        lines = [
            f"line {row.line}{', ' + row.column if row.column else ''}: {row.reason}"
            for row in rejected[:MOST_REASONS]
        ]
        if len(rejected) > MOST_REASONS:
            lines.append(f"... and {len(rejected) - MOST_REASONS} more")
        place.with_suffix(".txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with suppress(FileNotFoundError):  # another desk was first
        path.rename(place)
