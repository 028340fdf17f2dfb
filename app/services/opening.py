"""Making or upgrading a database at the start of the console, before anybody can work with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from app.config import file_url
from app.database import parse_url
from app.errors import Unavailable
from app.services import schema
from app.services.backup import copy_file
from app.services.sample import seed
from app.services.sign_in import owner_context


def make(url: str) -> None:
    """Make the tables of an embedded database, or bring them to this program's schema.

    Raises:
        Unavailable: the folder or the file cannot be written.
        SchemaMismatch: the database is newer than the program.
    """
    file = Path(parse_url(url).database or "")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(
            f"The folder {file.parent} cannot be made: {error.strerror}.", hint="Choose another place."
        ) from error
    schema.upgrade(url)


def upgrade(url: str) -> Path:
    """Save an older file beside itself, then bring it to this program's schema; where it was saved.

    Raises:
        Unavailable: the copy cannot be written; the database is as it was.
        SchemaMismatch: the database is newer than the program.
    """
    file = Path(parse_url(url).database or "")
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    saved = file.with_name(f"{file.stem}-before-upgrade-{stamp}{file.suffix}")
    copy_file(file, saved)
    schema.upgrade(url)
    return saved


def make_sample(url: str, progress: Callable[[int, int, str], None]) -> None:
    """Make the sample company in a new file; the file appears when all of it is there, so a stopped first start leaves nothing.

    Args:
        url: Where; there is no database yet.
        progress: Told (done, total, words) as it goes.

    Raises:
        Unavailable: the folder or the file cannot be written.
    """
    file = Path(parse_url(url).database or "")
    part = file.with_name(f"{file.stem}.partial{file.suffix}")
    for name in ("", "-wal", "-shm"):
        part.with_name(part.name + name).unlink(missing_ok=True)
    there = file_url(part)
    make(there)
    owner = owner_context(there)
    try:
        seed(owner, progress)
    finally:
        owner.db.close()
    whole = file.with_name(f"{file.stem}.whole{file.suffix}")
    whole.unlink(missing_ok=True)
    copy_file(part, whole)  # one file alone, without the log beside it
    whole.replace(file)
    for name in ("", "-wal", "-shm"):
        part.with_name(part.name + name).unlink(missing_ok=True)
