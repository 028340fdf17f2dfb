"""Signing in: who somebody is and what they may do, asked of the server on PostgreSQL and of the file on SQLite."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import argon2
import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.engine import Connection

from app.database import Database, parse_url
from app.database.refusals import translate
from app.database.tls import secured
from app.domain.permissions import Permission, Role, permissions_of
from app.errors import NotAllowed
from app.models import AppUser, AppUserRole, AppUserSecret
from app.models.sql.rights import group_role
from app.services.context import Context
from app.services.users import HASHER

FILE_OWNER = "owner"
"""Who acts on a SQLite file without signing in; nobody can have it as a login."""


class SignInRefused(NotAllowed):
    """Login and password do not fit, or the person may not work here any more; it never says which."""

    code = "sign_in.refused"

    def __init__(self) -> None:
        super().__init__(
            "The sign-in is not accepted.", hint="Check login and password; an administrator can reset it."
        )


_PERSON = (
    sa.select(AppUser.id, AppUser.active, AppUserSecret.password_hash)
    .outerjoin(AppUserSecret, AppUserSecret.user_id == AppUser.id)
    .where(AppUser.login == sa.bindparam("login"))
)
_ROLES = sa.select(AppUserRole.role).where(AppUserRole.user_id == sa.bindparam("user_id"))
_ACTIVE = sa.select(AppUser.active).where(AppUser.login == sa.bindparam("login"))
_SERVER_ROLES = sa.text(
    "SELECT "
    + ", ".join(f"pg_has_role(session_user, '{group_role(role)}', 'member') AS {role.value}" for role in Role)
    + ", session_user::text AS login"
)


def sign_in(url: str | sa.URL, login: str, password: str, *, desk: str = "") -> Context:
    """Sign a person in with the rights of their roles. Takes about a quarter of a second; keep it off the screen's thread.

    Where the server offers encryption its certificate is checked before the password leaves this computer (`database/tls.py`).

    Close `context.db` to sign out. On SQLite the rights bind this program only: whoever may write the file can do anything.

    Raises:
        SignInRefused: the login, the password or the person is not accepted.
        SchemaMismatch: program and database are of different versions.
        Unavailable: the database does not answer.
    """
    # Without a password the server's client would look for one in the environment and in files.
    if not login or not password or "\0" in login + password:
        raise SignInRefused
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sign_in_sqlite(Database(parsed), login, password, desk)
    try:
        return _ask_server(Database(secured(parsed).set(username=login, password=password)), desk)
    except NotAllowed as refusal:
        raise SignInRefused from refusal


def owner_context(url: str | sa.URL, *, desk: str = "") -> Context:
    """For the command line, whoever holds the file or the URL, without a sign-in.

    On a SQLite file every right, since its owner can do anything to it anyway; on PostgreSQL the login of the URL with the rights
    of its roles (a superuser has them all).

    Raises:
        NotAllowed: the server does not accept the URL's login, or it has no role of Quai's.
        SchemaMismatch: program and database are of different versions.
        Unavailable: the database does not answer.
    """
    database = Database(url)
    if database.postgresql:
        return _ask_server(database, desk)
    return Context(database, FILE_OWNER, frozenset(Permission), desk)


def renewed(ctx: Context) -> Context:
    """The same person, signed in before, with the rights that they have by now; `ctx.db` stays open whatever comes of it.

    Raises:
        SignInRefused: the person may not work here any more.
        Unavailable: the database does not answer.
    """
    try:
        roles = _roles_now(ctx)
    except NotAllowed as refusal:
        raise SignInRefused from refusal
    if not roles:
        raise SignInRefused
    return replace(ctx, rights=permissions_of(roles), op_key="", reason="")


def _roles_now(ctx: Context) -> frozenset[Role]:
    """The roles of somebody who is signed in; none where they may not work here any more."""
    if not ctx.db.postgresql:
        with ctx.reading() as connection:
            person = connection.execute(_PERSON, {"login": ctx.actor}).first()
            return _roles(connection, person.id) if person and person.active else frozenset()
    # Without a role nothing of the schema is to be seen, not even its version: the server alone is asked first.
    try:
        with ctx.db.engine.connect() as line, line.begin():
            _, roles = _server_roles(line)
    except exc.DBAPIError as error:
        refusal = translate(error)
        if refusal is None:
            raise
        raise refusal from error
    if not roles:
        return roles
    with ctx.reading() as connection:
        active = connection.execute(_ACTIVE, {"login": ctx.actor}).scalar_one_or_none()
    return frozenset() if active is False else roles


def _sign_in_sqlite(database: Database, login: str, password: str, desk: str) -> Context:
    nobody = _nobody()
    try:
        with database.reading() as connection:
            person = connection.execute(_PERSON, {"login": login}).first()
            roles = _roles(connection, person.id) if person else frozenset()
        # The hash is computed for everybody, so that nobody learns from the time it takes who has a login.
        stored = person.password_hash if person and person.active and person.password_hash else nobody
        try:
            HASHER.verify(stored, password)
        except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
            raise SignInRefused from None
        if person is None or not person.active or not roles:
            raise SignInRefused
    except BaseException:
        database.close()
        raise
    return Context(database, login, permissions_of(roles), desk)


def _roles(connection: Connection, user_id: int) -> frozenset[Role]:
    return frozenset(Role(role) for role in connection.execute(_ROLES, {"user_id": user_id}).scalars())


@cache
def _nobody() -> str:
    """The hash of no password."""
    return HASHER.hash("nobody's")


def _ask_server(database: Database, desk: str) -> Context:
    try:
        with database.reading() as connection:
            login, roles = _server_roles(connection)
            active = connection.execute(_ACTIVE, {"login": login}).scalar_one_or_none() if roles else False
        if active is False:
            raise NotAllowed(
                f"{login} has no role in Quai.",
                hint="Ask an administrator to add the person.",
                login=login,
            )
    except BaseException:
        database.close()
        raise
    return Context(database, login, permissions_of(roles), desk)


def _server_roles(connection: Connection) -> tuple[str, frozenset[Role]]:
    row = connection.execute(_SERVER_ROLES).one()
    return str(row.login), frozenset(role for role in Role if getattr(row, role.value))
