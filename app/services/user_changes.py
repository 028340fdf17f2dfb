"""Changing a person who is there: name, language and roles in one step, all or nothing."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission, Role
from app.errors import BadInput, NotFound
from app.models import AppUser, AppUserRole
from app.services.context import use_case
from app.services.editing import changed_meanwhile, edit_row
from app.services.rows import text_field
from app.services.users import LANGUAGES, set_roles


@dataclass(frozen=True, slots=True)
class UserFields:
    """What can be changed of a person; the login stays, since papers and the audit trail name it.

    To somebody in `training` the benches say more; nothing is allowed that is not otherwise.
    """

    name: str
    roles: tuple[Role, ...]
    language: str = "en"
    training: bool = False


_USER = sa.select(AppUser.id).where(AppUser.login == sa.bindparam("login"))
_ROLES = sa.select(AppUserRole.role).where(AppUserRole.user_id == sa.bindparam("user"))


@use_case(Permission.USER_ADMIN)
def edit_user(tx: Transaction, login: str, fields: UserFields, was: UserFields) -> str:
    """Change what a person is called, reads and may do; the login.

    Args:
        tx: The transaction.
        login: Whom.
        fields: As it is to be.
        was: As it was read.

    Raises:
        NotFound: there is no such person.
        BadInput: the name is empty, the language unknown or no role named.
        LastAdmin: nobody else could administer people.
        Conflict: another desk changed the person meanwhile.
    """
    user_id = tx.execute(_USER, {"login": login}).scalar_one_or_none()
    if user_id is None:
        raise NotFound(
            f"There is nobody with the login {login}.", hint="Look at the list of people.", login=login
        )
    if fields.language not in LANGUAGES:
        raise BadInput(
            f"Nothing is written in {fields.language!r}.", hint="Choose en or fr.", field="language"
        )
    new: dict[str, object] = {"name": text_field(fields.name, "name"), "language": fields.language}
    new["training"] = fields.training
    edit_row(
        tx,
        AppUser,
        user_id,
        new,
        {"name": was.name, "language": was.language, "training": was.training},
        what="app_user",
        name=login,
    )
    if set(fields.roles) != set(was.roles):
        if set(tx.execute(_ROLES, {"user": user_id}).scalars()) != {role.value for role in was.roles}:
            raise changed_meanwhile(login)
        set_roles.inside(tx, login, fields.roles)
    return login
