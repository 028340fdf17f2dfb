"""What is under a database's URL, told at the start of the console.

Nothing but the database layer is read for it: the whole of the services takes longer than a person likes to wait.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import SCHEMA_VERSION, make_engine, parse_url
from app.database.refusals import translate
from app.errors import Unavailable
from app.services import known_sample


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


_COMPANY = sa.text("SELECT company FROM app_meta")
_BADGE = sa.text("SELECT login FROM app_user WHERE active AND badge IN (:code, upper(:code))")
_ANYBODY = sa.text("SELECT EXISTS (SELECT 1 FROM app_user WHERE active)")


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
            version = current_version(connection)
            if version is None:
                return Found("none", True, place=str(file))
            if version != SCHEMA_VERSION:
                return Found("old" if version < SCHEMA_VERSION else "new", True, place=str(file))
            company = connection.execute(_COMPANY).scalar_one()
            people = bool(connection.execute(_ANYBODY).scalar_one())
    except sa.exc.DBAPIError as error:
        refusal = translate(error)
        raise refusal or Unavailable(
            f"{file} cannot be opened as a database.", hint="Choose another file."
        ) from error
    finally:
        engine.dispose()
    return Found("ready" if people else "empty", True, company, company == known_sample.company(), str(file))


def holder(url: str, badge: str) -> str:
    """The login of whoever has a badge, before anybody signed in; empty where nobody has it, or only a server could tell.

    Raises:
        Unavailable: the file cannot be read.
    """
    parsed = parse_url(url)
    if parsed.get_backend_name() != "sqlite" or not Path(parsed.database or "").exists():
        return ""
    engine = make_engine(parsed)
    try:
        with engine.connect() as connection:
            connection = connection.execution_options(quai_reading=True)
            if current_version(connection) != SCHEMA_VERSION:
                return ""
            return str(connection.execute(_BADGE, {"code": badge}).scalar_one_or_none() or "")
    except sa.exc.DBAPIError as error:
        raise translate(error) or error from error
    finally:
        engine.dispose()


def current_version(connection: Connection) -> int | None:
    """The database's schema version, or None where there are no tables yet."""
    if not sa.inspect(connection).has_table("app_meta"):
        return None
    version: int | None = connection.exec_driver_sql(
        "SELECT schema_version FROM app_meta"
    ).scalar_one_or_none()
    return version
