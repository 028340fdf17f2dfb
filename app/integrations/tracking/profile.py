"""How a carrier writes its events: columns, times, and which of its words are which of our codes; a TOML file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from app.domain.numbertext import date_pattern
from app.domain.tracking import CODES
from app.errors import NotFound
from app.integrations.channels.loading import FORMAT, LARGEST_PROFILE, ProfileError
from app.integrations.channels.profile import FileOptions
from app.integrations.channels.profile_words import say_plainly

SHIPPED_TRACKING = Path(__file__).resolve().parents[3] / "resources" / "tracking"
ISO = "iso"
"""Among the dates of a profile: ISO 8601, with or without an offset."""


class Columns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which column holds what; `time` holds day and hour, or `day` and `hour` hold them apart. Empty: there is none."""

    number: str
    code: str
    time: str = ""
    day: str = ""
    hour: str = ""
    words: str = ""
    place: str = ""


class TrackingProfile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the files of a carrier are read.

    Attributes:
        format: Of the profile itself.
        title: What people call it.
        file: How the file is written; its `dates` say how moments are written.
        time_zone: Of moments without an offset.
        columns: Where things stand.
        codes: The carrier's word for a status -> one of ours.
        unmapped: The code of any other word; empty refuses its row.
        skip: Words whose rows say nothing of a parcel and are left out.
    """

    format: int
    columns: Columns
    codes: Mapping[str, str]
    title: str = ""
    file: FileOptions = msgspec.field(default_factory=FileOptions)
    time_zone: str = "UTC"
    unmapped: str = ""
    skip: tuple[str, ...] = ()


def load_tracking_profile(name: str, folders: Sequence[Path] = (SHIPPED_TRACKING,)) -> TrackingProfile:
    """The profile of a name that comes with Quai, or of the `.toml` file that `name` is the path of.

    Raises:
        NotFound: there is none; the hint lists those there are.
        ProfileError: it cannot be used; says why.
    """
    path = _find(name, folders)
    try:
        if path.stat().st_size > LARGEST_PROFILE:
            raise ProfileError(name, [f"It is larger than {LARGEST_PROFILE // 1024} KiB."])
        tables = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ProfileError(name, [f"It cannot be read: {error.strerror or error}."]) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ProfileError(name, [f"It is not valid TOML in UTF-8: {error}."]) from error
    try:
        profile = msgspec.convert(tables, TrackingProfile)
    except msgspec.ValidationError as error:
        raise ProfileError(name, [say_plainly(str(error))]) from error
    problems = _problems(profile)
    if problems:
        raise ProfileError(name, problems)
    return profile


def _find(name: str, folders: Sequence[Path]) -> Path:
    if name.lower().endswith(".toml"):
        path = Path(name)
        if path.is_file():
            return path
        raise NotFound(f"There is no profile file {name}.", hint="Check the path.", profile=name)
    for folder in folders:
        path = folder / f"{name}.toml"
        if re.fullmatch(r"[\w-]+", name) and path.is_file():
            return path
    known = ", ".join(sorted(path.stem for folder in folders for path in folder.glob("*.toml"))) or "none"
    raise NotFound(
        f"There is no profile of tracking files called {name}.",
        hint=f"Profiles here: {known}. One of your own is named by its path, ending in .toml.",
        profile=name,
    )


def _problems(profile: TrackingProfile) -> list[str]:
    found = []
    if profile.format != FORMAT:
        found.append(f"It says format = {profile.format}. Write format = {FORMAT}.")
    columns = profile.columns
    if not columns.number or not columns.code:
        found.append("[columns] must name the columns of number and code.")
    if bool(columns.time) == bool(columns.day):
        found.append("[columns] must name either time, or day (and hour).")
    if columns.hour and not columns.day:
        found.append("[columns] names hour without day.")
    try:
        ZoneInfo(profile.time_zone)
    except (ValueError, OSError, KeyError):
        found.append(f"time_zone: there is no time zone {profile.time_zone!r}. Write it as Europe/Paris.")
    for word, code in profile.codes.items():
        if code not in CODES:
            found.append(f"[codes] {word!r}: {code!r} is no code. There are {', '.join(CODES)}.")
    if profile.unmapped and profile.unmapped not in CODES:
        found.append(f"unmapped: {profile.unmapped!r} is no code. There are {', '.join(CODES)}.")
    twice = sorted({word_key(word) for word in profile.codes} & {word_key(word) for word in profile.skip})
    found += [f"{word!r} stands in [codes] and in skip." for word in twice]
    for wanted in profile.file.dates or ():
        if wanted == ISO:
            continue
        try:
            date_pattern(wanted)
        except ValueError as error:
            found.append(f"[file] dates: {error}.")
    return found


def word_key(text: str) -> str:
    """A carrier's word as it is compared: blanks and capitals do not matter."""
    return " ".join(text.split()).casefold()
