"""People who work with Quai: adding, disabling, roles and passwords, on both engines.

On PostgreSQL a person is a login of the server; the password reaches it as a SCRAM-SHA-256 verifier made here. On SQLite the
password is an argon2id hash in the file, and rights are the program's own: whoever may write the file can do anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import argon2
import sqlalchemy as sa
from psycopg import Connection as PsycopgConnection
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.permissions import Permission, Role
from app.errors import BadInput, Conflict, NotFound, Refused
from app.models import AppUser, AppUserRole, AppUserSecret
from app.models.sql import logins
from app.services.context import Context, use_case
from app.services.rows import text_field

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 200
LANGUAGES = ("en", "fr")
HASHER = argon2.PasswordHasher()
"""argon2id with the library's parameters, RFC 9106's second recommendation; 0.25 s a hash, so never inside a transaction."""

FILE_OWNER_NOTE = "This database is a file: whoever may write the file can change anything in it, whatever roles are listed here."
"""Said wherever people are listed on SQLite."""


class LastAdmin(Refused):
    """Somebody must remain who can administer people."""

    code = "users.last_admin"


class NotTheFirst(Conflict):
    """There is somebody already who can sign in."""

    code = "users.not_the_first"


@dataclass(frozen=True, slots=True)
class NewUser:
    """A person to add; `login` is what they type to sign in, `badge` what they scan."""

    login: str
    name: str
    roles: tuple[Role, ...]
    language: str = "en"
    badge: str | None = None


@dataclass(frozen=True, slots=True)
class User:
    """A person as listed."""

    login: str
    name: str
    roles: tuple[Role, ...]
    active: bool
    language: str
    badge: str | None


_USER = sa.select(AppUser.id, AppUser.login, AppUser.active).where(AppUser.login == sa.bindparam("login"))
_ROLES = sa.select(AppUserRole.role).where(AppUserRole.user_id == sa.bindparam("user_id"))
_ANYBODY = sa.select(sa.exists().where(AppUser.active))
_OTHER_ADMINS = (
    sa.select(sa.func.count())
    .select_from(AppUser)
    .join(AppUserRole, AppUserRole.user_id == AppUser.id)
    .where(AppUser.active, AppUserRole.role == Role.ADMIN.value, AppUser.id != sa.bindparam("user_id"))
)
_WRITE_LOGIN = sa.text(f"SELECT {logins.SCHEMA}.write_login(:person, :verifier, :roles, :active)").bindparams(
    sa.bindparam("roles", type_=ARRAY(sa.Text))
)


def add_user(ctx: Context, user: NewUser, password: str) -> int:
    """Let a person sign in; the id.

    Raises:
        BadInput: the login, name, roles, language or password cannot be used.
        Conflict: the login or the badge is taken.
        RuleBroken: the server has a login of that name which Quai did not make.
    """
    ctx.require(Permission.USER_ADMIN)
    check_login(user.login)
    return _add_user(ctx, user, secret_of(ctx, user.login, password))


def people_exist(connection: Connection | Transaction) -> bool:
    """Whether anybody can sign in here; nobody can in a database that was just made."""
    return bool(connection.execute(_ANYBODY).scalar_one())


def first_admin(ctx: Context, login: str, name: str, password: str, language: str = "en") -> int:
    """Let the first person of a new database sign in, as its administrator; the id.

    Args:
        ctx: The file's owner (`sign_in.owner_context`), on PostgreSQL the server's administrator.
        login: What they type to sign in.
        name: What they are called.
        password: At least ten characters.
        language: en or fr.

    Raises:
        NotTheFirst: somebody can sign in already; an administrator adds further people.
        BadInput, Conflict, RuleBroken: as `add_user`.
    """
    ctx.require(Permission.USER_ADMIN)
    check_login(login)
    return _first_admin(ctx, login, name, language, secret_of(ctx, login, password))


def reset_password(ctx: Context, login: str, password: str) -> str:
    """Give a person a new password; the login.

    Raises:
        BadInput: the password is too short or too long.
        NotFound: there is no such person.
    """
    ctx.require(Permission.USER_ADMIN)
    check_login(login)
    return _reset_password(ctx, login, secret_of(ctx, login, password))


@use_case(Permission.USER_ADMIN)
def disable_user(tx: Transaction, login: str) -> str:
    """Let a person sign in no more; on PostgreSQL a session that is still open loses its rights with the commit. The login.

    Raises:
        NotFound: there is no such person.
        LastAdmin: nobody else could administer people.
    """
    user = _find(tx, login)
    _keep_an_admin(tx, user.id)
    tx.execute(sa.update(AppUser).where(AppUser.id == user.id).values(active=False))
    _write_login(tx, login, active=False)
    tx.changed("app_user", user.id)
    return login


@use_case(Permission.USER_ADMIN)
def enable_user(tx: Transaction, login: str) -> str:
    """Let a disabled person sign in again, with the roles and the password they had; the login.

    Raises:
        NotFound: there is no such person.
    """
    user = _find(tx, login)
    tx.execute(sa.update(AppUser).where(AppUser.id == user.id).values(active=True))
    _write_login(tx, login, roles=_roles_of(tx, user.id), active=True)
    tx.changed("app_user", user.id)
    return login


@use_case(Permission.USER_ADMIN)
def set_roles(tx: Transaction, login: str, roles: tuple[Role, ...]) -> str:
    """Give a person these roles and no others; they hold from the next statement of an open session on. The login.

    Raises:
        BadInput: no role is named.
        NotFound: there is no such person.
        LastAdmin: nobody else could administer people.
    """
    user = _find(tx, login)
    wanted = _checked_roles(roles)
    if Role.ADMIN not in wanted:
        _keep_an_admin(tx, user.id)
    before = set(_roles_of(tx, user.id))
    _write_roles(tx, user.id, add=set(wanted) - before, take=before - set(wanted))
    _write_login(tx, login, roles=wanted if user.active else (), active=bool(user.active))
    tx.changed("app_user", user.id)
    return login


def list_users(ctx: Context) -> tuple[User, ...]:
    """Everybody, by login, with their roles; on SQLite show `FILE_OWNER_NOTE` beside it."""
    with ctx.reading() as connection:
        people = connection.execute(sa.select(AppUser).order_by(AppUser.login)).mappings().all()
        held = connection.execute(sa.select(AppUserRole.user_id, AppUserRole.role)).all()
    return tuple(
        User(
            login=row["login"],
            name=row["name"],
            roles=_ordered({Role(role) for user_id, role in held if user_id == row["id"]}),
            active=row["active"],
            language=row["language"],
            badge=row["badge"],
        )
        for row in people
    )


def check_login(login: str) -> None:
    """Refuse what cannot be a login on one of the engines.

    Raises:
        BadInput: with the grammar as a hint.
    """
    if (
        re.fullmatch(logins.LOGIN_PATTERN, login) is None
        or login in logins.RESERVED
        or login.startswith(logins.RESERVED_PREFIXES)
    ):
        raise BadInput(
            f"{login!r} cannot be a login.",
            hint="Use 2 to 31 small letters, digits, dots, dashes or underscores, a letter first; not a system's own name.",
            field="login",
            value=login,
        )


def secret_of(ctx: Context, login: str, password: str) -> str:
    """What is stored of a password: a SCRAM-SHA-256 verifier (RFC 5802, 7677) or an argon2id hash (RFC 9106), by the engine.

    Made before any transaction: it takes a quarter of a second, and the password itself goes nowhere.

    Raises:
        BadInput: the password is too short or too long, or holds a NUL.
        Unavailable: PostgreSQL does not answer.
    """
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD or "\0" in password:
        raise BadInput(
            f"A password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters.",
            hint="Take three or four words.",
            field="password",
        )
    if not ctx.db.postgresql:
        return HASHER.hash(password)
    with ctx.reading() as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, PsycopgConnection)
        made: bytes = driver.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
    return made.decode("ascii")


@use_case(Permission.USER_ADMIN)
def _add_user(tx: Transaction, user: NewUser, secret: str) -> int:
    name, roles = text_field(user.name, "name"), _checked_roles(user.roles)
    if user.language not in LANGUAGES:
        raise BadInput(f"Nothing is written in {user.language!r}.", hint="Choose en or fr.", field="language")
    badge = user.badge.strip() or None if user.badge else None
    if tx.execute(_USER, {"login": user.login}).first() is not None:
        raise Conflict(
            f"There is somebody with the login {user.login} already.",
            hint="Choose another login.",
            field="login",
            login=user.login,
        )
    values = {"login": user.login, "name": name, "language": user.language, "badge": badge}
    made: int = tx.execute(sa.insert(AppUser).values(values).returning(AppUser.id)).scalar_one()
    _write_roles(tx, made, add=set(roles))
    if tx.postgresql:
        _write_login(tx, user.login, verifier=secret, roles=roles, active=True)
    else:
        tx.execute(sa.insert(AppUserSecret).values(user_id=made, password_hash=secret))
    tx.changed("app_user", made)
    return made


@use_case(Permission.USER_ADMIN)
def _first_admin(tx: Transaction, login: str, name: str, language: str, secret: str) -> int:
    if people_exist(tx):
        raise NotTheFirst(
            "Somebody can sign in to this database already.", hint="Sign in, or ask an administrator."
        )
    return _add_user.inside(tx, NewUser(login, name, (Role.ADMIN,), language), secret)


@use_case(Permission.USER_ADMIN)
def _reset_password(tx: Transaction, login: str, secret: str) -> str:
    user = _find(tx, login)
    if tx.postgresql:
        _write_login(tx, login, verifier=secret)
    else:
        tx.execute(
            sa.update(AppUserSecret).where(AppUserSecret.user_id == user.id).values(password_hash=secret)
        )
        # The audit trail follows app_user and never sees the hash: the row is written as it was, so that it says who did this.
        tx.execute(sa.update(AppUser).where(AppUser.id == user.id).values(active=AppUser.active))
    tx.changed("app_user", user.id)
    return login


def _find(tx: Transaction, login: str) -> sa.Row[tuple[int, str, bool]]:
    found = tx.execute(_USER, {"login": login}).first()
    if found is None:
        raise NotFound(
            f"There is nobody with the login {login}.", hint="Look at the list of people.", login=login
        )
    return found


def _roles_of(tx: Transaction, user_id: int) -> tuple[Role, ...]:
    return _ordered({Role(role) for role in tx.execute(_ROLES, {"user_id": user_id}).scalars()})


def _ordered(roles: set[Role]) -> tuple[Role, ...]:
    return tuple(role for role in Role if role in roles)


def _checked_roles(roles: Sequence[str]) -> tuple[Role, ...]:
    known = {role.value for role in Role}
    wrong = [role for role in roles if role not in known]
    if wrong or not roles:
        raise BadInput(
            f"There is no role {wrong[0]!r}." if wrong else "A person needs at least one role.",
            hint=f"There are {', '.join(sorted(known))}.",
            field="roles",
            value=list(roles),
        )
    return _ordered({Role(role) for role in roles})


def _keep_an_admin(tx: Transaction, user_id: int) -> None:
    """Refuse to take away the last administrator, said before anything is written; the server's function holds to it, too."""
    is_admin = Role.ADMIN in _roles_of(tx, user_id)
    if is_admin and tx.execute(_OTHER_ADMINS, {"user_id": user_id}).scalar_one() == 0:
        raise LastAdmin(
            "Nobody else could administer people.", hint="Make somebody else an administrator first."
        )


def _write_roles(tx: Transaction, user_id: int, *, add: set[Role], take: set[Role] | None = None) -> None:
    rows = [{"user_id": user_id, "role": role.value} for role in sorted(add)]
    if rows:
        tx.execute(sa.insert(AppUserRole), rows)
    if take:
        mine = AppUserRole.user_id == user_id
        tx.execute(sa.delete(AppUserRole).where(mine, AppUserRole.role.in_(sorted(take))))


def _write_login(
    tx: Transaction,
    login: str,
    *,
    verifier: str | None = None,
    roles: Sequence[Role] | None = None,
    active: bool | None = None,
) -> None:
    if tx.postgresql:
        wanted = None if roles is None else [role.value for role in roles]
        tx.execute(_WRITE_LOGIN, {"person": login, "verifier": verifier, "roles": wanted, "active": active})
