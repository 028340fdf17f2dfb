"""Bringing a database to this program's schema: migrations, then the database's own rules anew, then grants."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy import exc
from sqlalchemy.engine import Connection

from app.database import SCHEMA_VERSION, SchemaMismatch, Timeouts, Transaction, make_engine
from app.database.engine import SqliteWho
from app.database.refusals import translate
from app.errors import NotAllowed, Refused
from app.models.sql import install, rights
from app.services.approval_limits import ensure_limits
from app.services.finding import current_version
from app.services.reasons import ensure_reasons

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"
OWNER = "quai_owner"


def alembic_config(connection: Connection) -> Config:
    """Alembic's settings for a connection whose transaction is ours."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def upgrade(url: str, *, to: str = "head") -> list[str]:
    """Bring the database to this program's schema, in one transaction; a second time it changes nothing.

    Returns:
        What was done, a sentence each.

    Raises:
        SchemaMismatch: the database is newer than the program.
        Refused: on PostgreSQL the roles are missing (`server init` makes them).
        Unavailable: the database does not answer.
    """
    engine = make_engine(url, timeouts=Timeouts(statement=600, lock=60, idle_in_transaction=600, frozen=900))
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "sqlite":
                # A table is altered by making it anew; dropping the old one would count as deleting what others refer to.
                # The switch takes effect outside a transaction alone; the references are checked before the commit.
                connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                done = _upgrade(connection, to)
                _check_references(connection)
                return done
    except exc.DBAPIError as error:
        refusal = translate(error)
        if isinstance(refusal, NotAllowed) and engine.dialect.name == "postgresql":
            raise NotAllowed(
                "This login may not change the database's schema.",
                hint="Run it with the server administrator's login, as `server init`.",
            ) from error
        if refusal is None or isinstance(refusal, SchemaMismatch):
            raise
        raise refusal from error
    finally:
        engine.dispose()


def _upgrade(connection: Connection, to: str) -> list[str]:
    if connection.dialect.name == "postgresql":
        _become_owner(connection)
    before = current_version(connection)
    if before is not None and before > SCHEMA_VERSION:
        raise SchemaMismatch(
            f"The database has version {before}; this program only knows {SCHEMA_VERSION}.",
            hint="Install the newer program.",
        )
    revision = _revision(connection)
    install.take_down(connection)
    command.upgrade(alembic_config(connection), to)
    install.install(connection)
    done = [
        f"Schema version {SCHEMA_VERSION}"
        + (" (was there already)." if _revision(connection) == revision else " made.")
    ]
    if connection.dialect.name == "postgresql":
        rights.grant(connection)
        done.append("Grants and row policies written.")
    if added := _reasons(connection):
        done.append(f"{added} standard reasons added.")
    if added := ensure_limits.inside(_owner(connection)):
        done.append(f"{added} approval limits added.")
    install.remember_fingerprint(connection)
    return done


def _check_references(connection: Connection) -> None:
    """Every reference leads to a row (SQLite, https://www.sqlite.org/lang_altertable.html, step 10).

    Raises:
        Refused: one does not; nothing was changed.
    """
    if connection.dialect.name != "sqlite":
        return
    if wrong := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        raise Refused(
            f"{len(wrong)} rows of {wrong[0][0]} refer to rows that are not there.",
            hint="Bring a backup back, or ask for help; nothing was changed.",
            table=wrong[0][0],
            rows=len(wrong),
        )


def _reasons(connection: Connection) -> int:
    """Add the standard reasons that are not there yet: holds, shorts, returns and adjustments need one."""
    return ensure_reasons.inside(_owner(connection))


def _owner(connection: Connection) -> Transaction:
    """What the upgrade writes, in the owner's name."""
    who = connection.connection.info.get("who")
    if isinstance(who, SqliteWho):
        who.actor, who.desk, who.reason = "owner", "", "db upgrade"
    return Transaction(connection, "db upgrade", "owner", "")


def _become_owner(connection: Connection) -> None:
    there = connection.exec_driver_sql(f"SELECT 1 FROM pg_roles WHERE rolname = '{OWNER}'").first()
    schema = connection.exec_driver_sql("SELECT 1 FROM pg_namespace WHERE nspname = 'quai'").first()
    if there is None or schema is None:
        raise Refused(
            "This server has no Quai roles yet.",
            hint="Run: main.py server init URL, with an administrator's login.",
        )
    connection.exec_driver_sql(f"SET LOCAL ROLE {OWNER}")


def _revision(connection: Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.exec_driver_sql(
        "SELECT version_num FROM alembic_version"
    ).scalar_one_or_none()
    return revision
