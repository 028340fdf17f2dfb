"""Badges and PINs: what lets the people at a bench take turns without typing a password each time.

A badge is printed and lies about; it only says who somebody is. So it switches only among people who gave their password at
this desk (`services/desk_people`), and asks for the PIN after a while. PINs are argon2id hashes; on PostgreSQL everybody gets
their own hash from the server and nobody else's.
"""

from __future__ import annotations

import re
import secrets

import argon2
import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict, NotFound
from app.models import AppUser, AppUserSecret
from app.services.context import Context, use_case
from app.services.rows import code_field
from app.services.users import HASHER, check_login

PREFIX = "USR-"
SHORTEST_PIN, LONGEST_PIN = 4, 8
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without I, O, 0 and 1, which are taken for each other where somebody has to type them."""
_LETTERS = 10
"""Fifty bits: nobody guesses the badge of a colleague."""

_USER = sa.select(AppUser.id).where(AppUser.login == sa.bindparam("login"))
_HOLDER = sa.select(AppUser.login).where(AppUser.badge == sa.bindparam("badge"))
_BADGE = sa.update(AppUser).where(AppUser.id == sa.bindparam("user")).values(badge=sa.bindparam("code"))
_OWN_PIN_ON_SERVER = sa.text("SELECT own_pin()")
_WRITE_PIN_ON_SERVER = sa.text("SELECT write_pin(:login, :hash)")
_OWN_PIN = (
    sa.select(AppUserSecret.pin_hash)
    .join(AppUser, AppUser.id == AppUserSecret.user_id)
    .where(AppUser.login == sa.bindparam("login"))
)
_HAS_SECRET = sa.select(AppUserSecret.user_id).where(AppUserSecret.user_id == sa.bindparam("user"))


class BadgeTaken(Conflict):
    """A badge is one person's."""

    code = "badge.taken"


@use_case(Permission.USER_ADMIN)
def set_badge(tx: Transaction, login: str, badge: str = "") -> str:
    """Give a person a badge in place of the one before, which then opens nothing; its code (USR-...).

    Args:
        tx: The transaction.
        login: Whose it is.
        badge: A code that is printed already; empty for a new one made at random.

    Raises:
        BadInput: the code is no badge's.
        BadgeTaken: it is somebody else's.
        NotFound: there is no such person.
    """
    user_id = _find(tx, login)
    code = _checked_badge(badge) if badge else _new_badge(tx)
    holder = tx.execute(_HOLDER, {"badge": code}).scalar_one_or_none()
    if holder not in (None, login):
        raise BadgeTaken(f"Badge {code} is {holder}'s.", hint="Take another badge.", badge=code, login=holder)
    tx.execute(_BADGE, {"user": user_id, "code": code})
    tx.changed("app_user", user_id)
    return code


def set_pin(ctx: Context, login: str, pin: str) -> str:
    """Set one's own PIN, or as an administrator anybody's; the login. Takes a quarter of a second.

    Raises:
        BadInput: it is not 4 to 8 digits.
        NotAllowed: it is somebody else's, and the person does not administer people.
        NotFound: there is no such person.
    """
    check_login(login)
    if login != ctx.actor:
        ctx.require(Permission.USER_ADMIN)
    if not (pin.isascii() and pin.isdigit() and SHORTEST_PIN <= len(pin) <= LONGEST_PIN):
        raise BadInput(
            f"A PIN has {SHORTEST_PIN} to {LONGEST_PIN} digits.", hint="Use digits alone.", field="pin"
        )
    return _set_pin(ctx, login, HASHER.hash(pin))


def own_pin_hash(ctx: Context) -> str:
    """The stored hash of one's own PIN; empty where none was set."""
    with ctx.reading() as connection:
        if ctx.db.postgresql:
            found = connection.execute(_OWN_PIN_ON_SERVER).scalar_one_or_none()
        else:
            found = connection.execute(_OWN_PIN, {"login": ctx.actor}).scalar_one_or_none()
    return found or ""


def is_pin(stored: str, pin: str) -> bool:
    """Whether a PIN is the one whose hash is stored. Takes a quarter of a second."""
    try:
        return HASHER.verify(stored, pin)
    except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
        return False


@use_case()
def _set_pin(tx: Transaction, login: str, pin_hash: str) -> str:
    user_id = _find(tx, login)
    if tx.postgresql:
        tx.execute(_WRITE_PIN_ON_SERVER, {"login": login, "hash": pin_hash})
    else:
        _write_pin(tx, user_id, pin_hash)
    tx.changed("app_user", user_id)
    return login


def _write_pin(tx: Transaction, user_id: int, pin_hash: str) -> None:
    """What `write_pin` does on the server."""
    if tx.execute(_HAS_SECRET, {"user": user_id}).first() is None:
        tx.execute(sa.insert(AppUserSecret).values(user_id=user_id, pin_hash=pin_hash))
    else:
        mine = AppUserSecret.user_id == user_id
        tx.execute(sa.update(AppUserSecret).where(mine).values(pin_hash=pin_hash))
    # The audit trail follows app_user and never sees the hash: the row is written as it was, so that it says who did this.
    tx.execute(sa.update(AppUser).where(AppUser.id == user_id).values(active=AppUser.active))


def _find(tx: Transaction, login: str) -> int:
    found: int | None = tx.execute(_USER, {"login": login}).scalar_one_or_none()
    if found is None:
        raise NotFound(
            f"There is nobody with the login {login}.", hint="Look at the list of people.", login=login
        )
    return found


def _checked_badge(badge: str) -> str:
    code = code_field(badge, "badge").upper()
    if re.fullmatch(f"{PREFIX}[A-Z0-9.-]{{4,40}}", code) is None:
        raise BadInput(
            f"{badge!r} is no badge's code.",
            hint=f"It is {PREFIX} and at least four letters and digits.",
            field="badge",
            value=badge,
        )
    return code


def _new_badge(tx: Transaction) -> str:
    while True:
        code = PREFIX + "".join(secrets.choice(_ALPHABET) for _ in range(_LETTERS))
        if tx.execute(_HOLDER, {"badge": code}).first() is None:
            return code
