"""Opening a database at the start of the console: what is there, and what has to happen first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from app.config import file_url
from app.database import SCHEMA_VERSION, make_engine, parse_url
from app.database.refusals import translate
from app.errors import Unavailable
from app.models import AppMeta, AppUser
from app.services import schema
from app.services.backup import copy_file
from app.services.sample import data, seed
from app.services.sign_in import owner_context


@dataclass(frozen=True, slots=True)
class Found:
    """A database as the start of the program finds it.

    Attributes:
        state: 'none' (nothing there yet), 'old' (an upgrade is due), 'new' (made by a later program), 'empty' (nobody can
            sign in yet) or 'ready'.
        embedded: It is a file of this desk.
        company: Whose it is; empty where nobody said.
        sample: It is the sample company, whose passwords everybody may know.
        place: The file, or server and database, as a person calls it.
    """

    state: str
    embedded: bool
    company: str = ""
    sample: bool = False
    place: str = ""


_COMPANY = sa.select(AppMeta.company)
_ANYBODY = sa.select(sa.exists().where(AppUser.active))


def look(url: str) -> Found:
    """Tell what is under a URL, without making anything.

    Raises:
        BadInput: the URL cannot be used.
        Unavailable: the server does not answer, or the file is no database.
    """
    parsed = parse_url(url)
    if parsed.get_backend_name() != "sqlite":
        # A server asks for a login before it tells anything; signing in finds out.
        return Found("ready", False, place=f"{parsed.host or 'localhost'}/{parsed.database or ''}")
    file = Path(parsed.database or "")
    if not file.exists() or file.stat().st_size == 0:
        return Found("none", True, place=str(file))
    engine = make_engine(parsed)
    try:
        with engine.connect() as connection:
            connection = connection.execution_options(quai_reading=True)
            version = schema.current_version(connection)
            if version is None:
                return Found("none", True, place=str(file))
            if version != SCHEMA_VERSION:
                return Found("old" if version < SCHEMA_VERSION else "new", True, place=str(file))
            company = connection.execute(_COMPANY).scalar_one()
            people = connection.execute(_ANYBODY).scalar_one()
    except sa.exc.DBAPIError as error:
        refusal = translate(error)
        raise refusal or Unavailable(
            f"{file} cannot be opened as a database.", hint="Choose another file."
        ) from error
    finally:
        engine.dispose()
    return Found(
        "ready" if people else "empty", True, company, company == data.load().company.name, str(file)
    )


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
