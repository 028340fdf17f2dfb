"""Who somebody is, as the window shows it."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import AppMeta, AppUser, AppUserRole


@dataclass(frozen=True, slots=True)
class Person:
    """A person at a desk; `roles` as stored ('packer'), `company` whom they work for, `badge` empty where they have none.

    To somebody in `training` the benches say more.
    """

    login: str
    name: str
    language: str
    roles: tuple[str, ...]
    company: str
    badge: str = ""
    training: bool = False


_PERSON = sa.select(AppUser.id, AppUser.name, AppUser.language, AppUser.badge, AppUser.training).where(
    AppUser.login == sa.bindparam("login")
)
_ROLES = (
    sa.select(AppUserRole.role).where(AppUserRole.user_id == sa.bindparam("id")).order_by(AppUserRole.role)
)
_COMPANY = sa.select(AppMeta.company)


def person(connection: Connection, login: str) -> Person:
    """The person with this login; somebody without an entry (the file's owner) is called by the login."""
    company = str(connection.execute(_COMPANY).scalar_one_or_none() or "")
    row = connection.execute(_PERSON, {"login": login}).first()
    if row is None:
        return Person(login, login, "", (), company)
    roles = tuple(connection.execute(_ROLES, {"id": row.id}).scalars())
    return Person(login, row.name, row.language, roles, company, row.badge or "", row.training)
