"""Events of parcels from delimited files, row by row, each with its line; what cannot be used is refused with a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from app.domain.numbertext import date_pattern, parse_date
from app.integrations.channels.base import Rejected
from app.integrations.channels.profile import FileOptions
from app.integrations.channels.profile_checks import merged
from app.integrations.channels.table import Cells, Table
from app.integrations.tracking.profile import ISO, TrackingProfile, word_key

LONGEST_NUMBER = 64
LONGEST_WORDS = 500
_ISO = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,6})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?",
    re.ASCII,
)
_DEFAULT_DATES = [ISO]


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as it stands in a file; `happened_at` in UTC, `code` one of `domain.tracking.CODES`.

    `number_in` and `moment_in` name the columns, for a refusal that is found later.
    """

    file: str
    line: int
    number: str
    happened_at: datetime
    code: str
    words: str
    place: str
    number_in: str = ""
    moment_in: str = ""


class _Bad(Exception):
    """A cell cannot be used: which column, and why."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column


def read_events(profile: TrackingProfile, files: Sequence[Path]) -> Iterator[EventRow | Rejected]:
    """Give the rows of the files one by one, bad ones as `Rejected`; memory stays flat.

    Raises:
        BadInput: a file cannot be opened.
    """
    given = profile.file
    options = merged(given, FileOptions(dates=_DEFAULT_DATES))
    for path in files:
        table = Table(path, options)
        shape = table.shape()
        if isinstance(shape, Rejected):
            yield shape
            continue
        names, width = shape
        try:
            row_of = _bind(profile, options, names, width)
        except _Bad as error:
            yield Rejected(table.name, 1, error.column, str(error))
            continue
        for found in table.rows():
            if isinstance(found, Rejected):
                yield found
                continue
            line, cells = found
            try:
                read = row_of(table.name, line, cells)
            except _Bad as error:
                yield Rejected(table.name, line, error.column, str(error))
                continue
            if read is not None:
                yield read


def _bind(
    profile: TrackingProfile, options: FileOptions, names: Cells, width: int
) -> Callable[[str, int, Cells], EventRow | None]:
    """The function that reads a row of a file with these columns.

    Raises:
        _Bad: a column of the profile is not there.
    """
    columns = profile.columns
    trim = bool(options.trim)

    def cell(column: str) -> Callable[[Cells], str]:
        if not column:
            return lambda cells: ""
        at = _locate(column, names, width)
        return lambda cells: cells[at].strip() if trim else cells[at]

    number, code = cell(columns.number), cell(columns.code)
    words, place = cell(columns.words), cell(columns.place)
    day, hour = cell(columns.time or columns.day), cell(columns.hour)
    when = columns.time or columns.day
    codes = {word_key(word): ours for word, ours in profile.codes.items()}
    skip = {word_key(word) for word in profile.skip}
    zone = ZoneInfo(profile.time_zone)
    dates = tuple(options.dates or _DEFAULT_DATES)

    def row(file: str, line: int, cells: Cells) -> EventRow | None:
        word = word_key(code(cells))
        if word in skip:
            return None
        ours = codes.get(word) or profile.unmapped
        if not word:
            raise _Bad(columns.code, "the status is empty")
        if not ours:
            raise _Bad(columns.code, f"the status '{code(cells)[:40]}' is not among [codes] of the profile")
        name = "".join(number(cells).split())
        if not name:
            raise _Bad(columns.number, "the number of the parcel is empty")
        if len(name) > LONGEST_NUMBER or not name.isprintable():
            raise _Bad(columns.number, f"a parcel's number has at most {LONGEST_NUMBER} printable characters")
        text = " ".join(part for part in (day(cells), hour(cells)) if part.strip())
        try:
            at = moment_of(text, dates, zone)
        except ValueError as error:
            raise _Bad(when, str(error)) from None
        return EventRow(
            *(file, line, name, at, ours),
            *(_words(words(cells), columns.words), _words(place(cells), columns.place)),
            *(columns.number, when),
        )

    return row


def _locate(column: str, names: Cells, width: int) -> int:
    if names:
        if column in names:
            return names.index(column)
        there = ", ".join(name for name in names if name)[:200]
        raise _Bad(column, f"there is no column '{column}'; there are {there}")
    if column.isascii() and column.isdigit() and 1 <= int(column) <= width:
        return int(column) - 1
    raise _Bad(column, f"the file has no header; name a column by its position, 1 to {width}")


def _words(text: str, column: str) -> str:
    plain = " ".join(text.split())
    if len(plain) > LONGEST_WORDS:
        raise _Bad(column, f"the text has more than {LONGEST_WORDS} characters")
    if not plain.isprintable():
        raise _Bad(column, "the text holds characters that cannot be shown")
    return plain


def moment_of(text: str, formats: Sequence[str], zone: ZoneInfo) -> datetime:
    """Read a moment, in UTC; without an offset it is one of the zone.

    Raises:
        ValueError: it is written in none of the formats, does not exist, or can be read in two ways.
    """
    plain = text.strip()
    found = {at for wanted in formats if (at := _read(plain, wanted, zone)) is not None}
    if len(found) > 1:
        ways = " or ".join(sorted(f"{at:%Y-%m-%d %H:%M}" for at in found))
        raise ValueError(f"'{plain[:40]}' can be read as {ways}; keep one format in the profile")
    if not found:
        # For the reason in words; it refuses everything that is refused here.
        parse_date(plain, tuple(one for one in formats if one != ISO) or ("%Y-%m-%d %H:%M",))
        raise ValueError(f"'{plain[:40]}' is no moment as the profile writes it")
    return found.pop()


def _read(text: str, wanted: str, zone: ZoneInfo) -> datetime | None:
    try:
        if wanted == ISO:
            if not _ISO.fullmatch(text):
                return None
            at = datetime.fromisoformat(text.replace(",", "."))
        else:
            match = date_pattern(wanted).fullmatch(text) if text.isascii() else None
            if match is None:
                return None
            day = parse_date(text, (wanted,))
            parts = match.groupdict()
            hour, minute, second = (int(parts.get(name) or 0) for name in ("H", "M", "S"))
            clock = timedelta(hours=hour, minutes=minute, seconds=second)
            at = datetime.combine(day, time.min) + clock
        if at.tzinfo is None:
            at = at.replace(tzinfo=zone)
        return at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
