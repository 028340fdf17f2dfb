"""Looking for orders in folders and mailboxes: a repeated job a source, done by a desk that reaches it.

What came is committed before the file is moved or the letter is taken away: a desk that dies between the two finds the same
thing again, and the intake knows it by its key.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import AppError, Unavailable
from app.integrations.channels.reading import Oddity
from app.integrations.mailbox import ImapMailbox, Mailbox, imap_place
from app.models import IntakeSource, Job
from app.models.base import utc_now
from app.services.context import Context, use_case
from app.services.intake import MOST_BYTES
from app.services.intake_files import Came, Way, file_unread, take_file
from app.services.intake_letters import take_letter
from app.services.intake_sources import password_of
from app.services.jobs import Handler, NotYet

POLL = "poll_intake"
LEFT_TO_OTHERS = 240
"""Seconds for which a look that this desk cannot take is left to others; then the source says that nobody sees it."""
SETTLED_SECONDS = 3.0
"""For so long a file was not written to before it is read."""
MOST_FILES, MOST_LETTERS = 50, 20
"""Of one look; the others come with the next."""
DONE, FAILED = "done", "failed"
UNFINISHED = (".tmp", ".part", ".filepart", ".crdownload", ".partial")
"""How programs call files that they are still writing."""


class FolderAway(Unavailable):
    """A folder is not there, or its files cannot be read and moved."""

    code = "intake.folder_away"


@dataclass(frozen=True, slots=True)
class Source:
    """A source that is looked into."""

    id: int
    name: str
    kind: str
    place: str
    login: str
    channel: str
    profile: str
    every_s: int

    @property
    def job(self) -> str:
        """The kind and key of its job."""
        return f"{POLL}:{self.id}"

    @property
    def way(self) -> Way:
        """How its files are read."""
        return Way(self.id, self.name, self.channel, self.profile)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look brought: files or letters taken in, messages filed, and what was wrong with single files."""

    taken: int = 0
    filed: int = 0
    trouble: tuple[str, ...] = ()


Open = Callable[[Source], Mailbox]
_S = IntakeSource
_SOURCES = (
    sa.select(*(_S.id, _S.name, _S.kind, _S.place, _S.login, _S.channel, _S.profile, _S.every_s))
    .where(_S.active)
    .order_by(_S.id)
)
_JOBS = sa.select(Job.kind, Job.status, Job.run_at, Job.lease_until, utc_now().label("now")).where(
    Job.dedupe_key.in_(sa.bindparam("keys", expanding=True))
)
_SAY: Any = (
    sa.update(_S)
    .where(
        _S.id == sa.bindparam("source"),
        sa.or_(_S.error != sa.bindparam("words"), _S.error_code != sa.bindparam("code")),
    )
    .values(error=sa.bindparam("words"), error_code=sa.bindparam("code"), polled_at=utc_now())
)


def source_jobs(ctx: Context, repeat: Callable[[Context, str], object]) -> Mapping[str, Handler]:
    """The looks that this desk does now; those that are due are put in line by `repeat`.

    A source that this desk cannot reach is left to others; when none of them came either, it is said with the source.
    """
    if Permission.ORDER_IMPORT not in ctx.rights:
        return {}
    with ctx.reading() as connection:
        sources = [Source(*row) for row in connection.execute(_SOURCES)]
        jobs = (
            {row.kind: row for row in connection.execute(_JOBS, {"keys": [one.job for one in sources]})}
            if sources
            else {}
        )
    handlers: dict[str, Handler] = {}
    for source in sources:
        row = jobs.get(source.job)
        late = _late(row, source.every_s)
        if late is None:
            continue
        if not reaches(source) and late < timedelta(seconds=LEFT_TO_OTHERS):
            if row is None or row.status in ("done", "failed"):
                repeat(ctx, source.job)  # from now on it is seen for how long nobody came
            continue
        if row is None or row.status in ("done", "failed"):
            repeat(ctx, source.job)
        handlers[source.job] = partial(_handle, source)
    return handlers


def _late(row: Any, every_s: int) -> timedelta | None:
    """For how long a look has been waiting; None while it is not due."""
    if row is None:
        return timedelta()
    now: datetime = row.now
    if row.status in ("done", "failed"):
        return timedelta() if now >= row.run_at + timedelta(seconds=every_s) else None
    due: datetime = row.lease_until if row.status == "running" else row.run_at
    return now - due if now >= due else None


def reaches(source: Source) -> bool:
    """Whether this desk sees the folder, or knows the mailbox's password."""
    if source.kind == "folder":
        return os.access(source.place, os.R_OK | os.W_OK | os.X_OK)
    return bool(password_of(source.place, source.login))


def _handle(source: Source, ctx: Context, payload: str) -> Looked:
    """A look as a job: what was wrong stands with the source, and the job is tried again.

    Raises:
        NotYet: the source could not be looked into, or a file of it could not be moved.
    """
    try:
        found = look_into(ctx.once(""), source)
    except AppError as error:
        say_trouble(ctx.once(""), source.id, error.message, error.code)
        raise NotYet(error.message, hint=error.hint) from error
    words = " ".join(found.trouble)
    say_trouble(ctx.once(""), source.id, words, FolderAway.code if words else "")
    if words:
        raise NotYet(words, hint="Look at the folder of the source.")
    return found


@use_case(Permission.ORDER_IMPORT)
def say_trouble(tx: Transaction, source_id: int, words: str, code: str) -> None:
    """Write down what was wrong with the last look into a source; nothing is written where it was known."""
    if tx.execute(_SAY, {"source": source_id, "words": words, "code": code}).rowcount:
        tx.changed("intake_source", source_id)


def look_into(ctx: Context, source: Source, opened: Open | None = None) -> Looked:
    """Take in what lies in a source now.

    Args:
        ctx: The person and the desk.
        source: Which.
        opened: Opens a mailbox; by its place, login and kept password without it.

    Raises:
        FolderAway, MailboxAway: it cannot be reached; what lies there stays.
        MailboxRefused: login, password or mailbox are not known there.
        NotAllowed: the person may not take orders in.
    """
    ctx.require(Permission.ORDER_IMPORT)
    if source.kind == "folder":
        return look_into_folder(ctx, source)
    filed = taken = 0
    with (opened or _mailbox)(source) as mailbox:
        for letter in mailbox.letters(MOST_LETTERS):
            filed += sum(not one.known for one in take_letter(ctx, source.way, letter))
            mailbox.take_away(letter)
            taken += 1
    return Looked(taken, filed)


def _mailbox(source: Source) -> Mailbox:
    return ImapMailbox(imap_place(source.place), source.login, password_of(source.place, source.login))


def look_into_folder(ctx: Context, source: Source, settled: float = SETTLED_SECONDS) -> Looked:
    """Take in the files of a folder that nobody is writing any more; each is moved to done/ or failed/ after it was filed.

    Raises:
        FolderAway: the folder is not there, or may not be read.
    """
    folder = Path(source.place)
    try:
        names = sorted(one.name for one in os.scandir(folder) if one.is_file(follow_symlinks=False))
    except OSError as error:
        raise FolderAway(
            f"The folder {folder} cannot be read: {error.strerror}.",
            hint="Check its path and rights at this desk.",
            folder=str(folder),
        ) from error
    taken = filed = 0
    trouble: list[str] = []
    for name in names:
        if taken >= MOST_FILES:
            break
        if name.startswith((".", "~$")) or name.lower().endswith(UNFINISHED):
            continue
        try:
            found = _take(ctx, source, folder / name, settled)
        except OSError as error:
            trouble.append(f"{name} in {folder} cannot be taken in: {error.strerror}.")
            continue
        if found is not None:
            taken += 1
            filed += found
    return Looked(taken, filed, tuple(trouble))


def _take(ctx: Context, source: Source, file: Path, settled: float) -> int | None:
    """File one file and move it; how many messages it made, None where somebody is still writing it."""
    before = file.stat()
    if 0 <= time.time() - before.st_mtime < settled:
        return None
    came = Came(file.name, f"folder:{source.id}:{before.st_mtime_ns}:{before.st_size}:{file.name}")
    if before.st_size > MOST_BYTES:
        odd = Oddity(
            "too_large",
            "stops",
            facts={"size": str(before.st_size // 1024**2), "where": f"{FAILED}/{file.name}"},
        )
        filed = file_unread(ctx, source.way, came, f"{file.name}: {before.st_size} bytes".encode(), odd)
    else:
        data = file.read_bytes()
        if not _same(before, file.stat()):
            return None
        filed = take_file(ctx, source.way, came, data)
    # Written to meanwhile: it stays, and comes again as what it is then.
    with suppress(FileNotFoundError):  # another desk moved it
        if _same(before, file.stat()):
            move_into(file, FAILED if any(_unread(one.oddities) for one in filed) else DONE)
    return sum(not one.known for one in filed)


def _same(before: os.stat_result, now: os.stat_result) -> bool:
    return (before.st_size, before.st_mtime_ns) == (now.st_size, now.st_mtime_ns)


def _unread(oddities: tuple[Oddity, ...]) -> bool:
    return any(one.code in ("not_read", "too_large") for one in oddities)


def move_into(file: Path, name: str) -> Path:
    """Move a file into a folder beside it, under a name that is free there; where it is now.

    Raises:
        OSError: it cannot be moved; it lies where it lay.
    """
    folder = file.parent / name
    folder.mkdir(exist_ok=True)
    target, count = folder / file.name, 1
    while target.exists():
        count += 1
        target = folder / f"{file.stem} ({count}){file.suffix}"
    file.rename(target)
    return target
