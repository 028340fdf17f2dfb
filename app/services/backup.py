"""Saving a database whole, and bringing it back into an empty one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from app.database import Database, parse_url
from app.errors import BadInput, Refused, Unavailable


def backup(url: str, file: Path) -> list[str]:
    """Save the whole database to a new file: SQLite's own form, or pg_dump's custom form for PostgreSQL.

    Copying only the `.db` of a database in WAL mode loses rows, so SQLite's backup interface is used, and the copy is checked.

    Raises:
        Refused: the file is there already.
        BadInput: there is no database to save, or the file cannot be written.
        Unavailable: pg_dump is missing or failed.
    """
    if file.exists():
        raise Refused(f"{file} is there already.", hint="Choose another name; nothing is overwritten.")
    if not file.parent.is_dir():
        raise BadInput(f"The folder {file.parent} does not exist.", hint="Make it, or choose another.")
    part = file.with_name(file.name + ".part")
    database = Database(url)
    try:
        with database.reading():
            pass
    finally:
        database.close()
    parsed = parse_url(url)
    try:
        if parsed.get_backend_name() == "sqlite":
            copy_file(_path(parsed), part)
        else:
            _run(parsed, "pg_dump", "--format=custom", "--schema=quai", f"--file={part}")
        part.replace(file)
    except OSError as error:
        raise BadInput(
            f"{file} cannot be written: {error.strerror}.", hint="Choose another place."
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return [f"Saved to {file} ({file.stat().st_size:,} bytes)."]


def restore(url: str, file: Path) -> list[str]:
    """Bring a saved database back; never over one that holds tables.

    Raises:
        Refused: the target holds tables already.
        BadInput: the file is not a saved Quai database.
        Unavailable: pg_restore is missing or failed.
    """
    if not file.is_file():
        raise BadInput(f"{file} is not there.", hint="Name the file that `db backup` wrote.")
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        target = _path(parsed)
        if target.exists() and target.stat().st_size:
            raise Refused(
                f"{target} is there already.", hint="Restore into a new file, then put it in its place."
            )
        # What a killed program left of an older database would be played into the new one when it is first opened.
        for stale in (Path(f"{target}-wal"), Path(f"{target}-journal")):
            if stale.exists() and stale.stat().st_size:
                raise Refused(
                    f"{stale} belongs to a database that stood here before.",
                    hint="Put it back beside that database, or move it away; or restore into a new file.",
                )
        part = target.with_name(target.name + ".part")
        try:
            copy_file(file, part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    else:
        engine = sa.create_engine(url)
        try:
            with engine.connect() as connection:
                if sa.inspect(connection).has_table("app_meta", schema="quai"):
                    raise Refused(
                        "This database holds Quai tables already.", hint="Restore into a new, empty database."
                    )
        finally:
            engine.dispose()
        _run(
            parsed,
            "pg_restore",
            "--exit-on-error",
            "--single-transaction",
            f"--dbname={parsed.database}",
            str(file),
        )
    grants = (
        " Run `server init URL` next: logins and grants belong to the server."
        if url_is_server(parsed)
        else ""
    )
    return [f"{file} brought back.{grants} Then run `db check` to see that it is whole."]


def url_is_server(url: sa.URL) -> bool:
    """Whether a URL leads to a server (and not to a file)."""
    return url.get_backend_name() != "sqlite"


def _path(url: sa.URL) -> Path:
    if not url.database or url.database == ":memory:":
        raise BadInput("A database in memory cannot be saved.", hint="Name a file.")
    return Path(url.database)


def copy_file(source: Path, target: Path) -> None:
    """Copy an embedded database as it is now, whole and checked, into a file of its own.

    Raises:
        BadInput: the source is no Quai database, or is damaged.
    """
    try:
        with (
            closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as old,
            closing(sqlite3.connect(target)) as new,
        ):
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")  # one file alone, also while it is read
            if new.execute("SELECT count(*) FROM sqlite_master WHERE name = 'app_meta'").fetchone()[0] != 1:
                raise BadInput(
                    f"{source} is not a Quai database.", hint="Name the file that `db backup` wrote."
                )
            verdict = new.execute("PRAGMA integrity_check").fetchone()[0]
            if verdict != "ok":
                raise BadInput(f"{source} is damaged: {verdict}.", hint="Use an older copy.")
    except sqlite3.DatabaseError as error:
        raise BadInput(
            f"{source} cannot be read as a database: {error}.", hint="Name the right file."
        ) from error


def _run(url: sa.URL, program: str, *arguments: str) -> None:
    found = shutil.which(program) or next(
        (str(path) for path in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"), reverse=True)),
        None,
    )
    if found is None:
        raise Unavailable(f"{program} is not installed.", hint="Install PostgreSQL's client programs.")
    query = {name: value for name, value in url.query.items() if isinstance(value, str)}
    settings = {
        "PGHOST": url.host or query.get("host", ""),
        "PGPORT": str(url.port or query.get("port", "")),
        "PGUSER": url.username or "",
        "PGPASSWORD": str(url.password or ""),
        "PGDATABASE": url.database or "",
    }
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    environment |= {name: value for name, value in settings.items() if value}
    result = subprocess.run([found, *arguments], env=environment, capture_output=True, text=True, check=False)
    if result.returncode:
        lines = result.stderr.strip().splitlines() or ["no reason given"]
        raise Unavailable(
            f"{program} failed: {lines[-1]}",
            hint="It takes the server administrator's login; check the disk as well.",
        )
