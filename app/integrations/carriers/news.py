"""What carriers say of parcels in files: `tracking*.csv` in the folder of a carrier, by its profile, put away once it is taken.

Any carrier can say so, also one whose labels we set ourselves. A file is put away after its rows were taken, so that a program
that ends in between reads it again; whoever takes rows bears that.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from app.errors import BadInput
from app.integrations.carriers.base import Account, CarrierTrouble, Heard, Take
from app.integrations.carriers.folders import patiently
from app.integrations.channels.base import Rejected
from app.integrations.tracking import TrackingProfile, load_tracking_profile, read_events

PATTERN = "tracking*.csv"
OWN_PROFILE = "tracking.toml"
"""How a carrier writes its files, beside them in its folder; without it they are written in our own way ('standard')."""
STANDARD = "standard"
DONE, BAD = "done", "bad"
"""Folders into which read files are moved, beside them."""
SETTLED_SECONDS = 10
"""A file that changed a moment ago may still be written to."""
MOST_REASONS = 1_000


def hear(account: Account, take: Take) -> Heard:
    """Give the files that lie in the account's folder to `take`, one by one; an account without a folder says nothing.

    Good rows of a file with bad ones count all the same: events do not depend on each other. A file that cannot be read or put
    away holds up no other. Two desks that look at the same time do no harm, for an event is taken once.

    Raises:
        CarrierTrouble: the folder cannot be looked into.
        BadInput: its profile cannot be used.
    """
    if not account.in_folder.strip():
        return Heard()
    folder = Path(account.in_folder.strip())
    # A dead share shows here: nothing is read from one that does not answer.
    files, profile = patiently(account, folder, lambda: _look(folder))
    done, bad = 0, 0
    trouble: dict[str, None] = {}
    for path in files:
        try:
            rejected = take(read_events(profile, (path,)))
            _put_away(path, rejected)
        except BadInput as error:
            if path.exists():  # or another desk was first
                trouble[error.message] = None
            continue
        except OSError as error:
            trouble[f"{path}: {error.strerror or error}."] = None
            continue
        done += 1
        bad += bool(rejected)
    return Heard(done, bad, tuple(trouble))


def reaches(account: Account) -> bool:
    """Whether files in the account's folder can be read and put away from here."""
    folder = Path(account.in_folder.strip())
    try:
        return patiently(
            account, folder, lambda: folder.is_dir() and os.access(folder, os.R_OK | os.W_OK | os.X_OK)
        )
    except CarrierTrouble:
        return False


def _look(folder: Path) -> tuple[list[Path], TrackingProfile]:
    """The files that nobody writes to any more, and how they are written.

    Raises:
        OSError: the folder is not there, or may not be read.
        BadInput: the profile cannot be used.
    """
    names = sorted(path for path in folder.iterdir() if path.match(PATTERN))
    files = [path for path in names if path.is_file() and _settled(path)]
    own = folder / OWN_PROFILE
    return files, load_tracking_profile(str(own) if files and own.is_file() else STANDARD)


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
