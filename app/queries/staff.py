"""The people who may sign in, as an administrator lists them; and the desks that they work at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import AppUser, AppUserRole, Desk, DeskPrinter, Warehouse
from app.queries.pages import COUNTED, Ask, Page, by_key, page


@dataclass(frozen=True, slots=True)
class UserRow:
    """A person of a list; `roles` as stored ('packer')."""

    id: int
    login: str
    name: str
    language: str
    badge: str
    active: bool
    training: bool
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeskListRow:
    """A desk of a list, with the warehouse it stands in and how many kinds of paper it has a printer for."""

    id: int
    code: str
    name: str
    warehouse_id: int | None
    warehouse: str
    printers: int


_USERS: Any = sa.select(
    *(AppUser.id, AppUser.login, AppUser.name, AppUser.language),
    *(sa.func.coalesce(AppUser.badge, ""), AppUser.active, AppUser.training),
)
_USER_ORDERS: dict[str, Any] = {"": AppUser.login, "login": AppUser.login, "name": AppUser.name}
_ROLES: Any = (
    sa.select(AppUserRole.user_id, AppUserRole.role)
    .where(AppUserRole.user_id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(AppUserRole.role)
)
_PRINTERS = (
    sa.select(sa.func.count())
    .select_from(DeskPrinter)
    .where(DeskPrinter.desk_id == Desk.id)
    .correlate(Desk)
    .scalar_subquery()
)
_DESKS: Any = sa.select(
    *(Desk.id, Desk.code, Desk.name, Desk.warehouse_id, sa.func.coalesce(Warehouse.code, ""), _PRINTERS)
).outerjoin(Warehouse, Warehouse.id == Desk.warehouse_id)
_DESK_ORDERS: dict[str, Any] = {"": Desk.code, "code": Desk.code, "name": Desk.name}


def user_list(connection: Connection, ask: Ask) -> Page[UserRow]:
    """A page of people by login, or by name where `ask.sort` says so.

    Args:
        connection: Where to read.
        ask: `text`: a part of login or name, or a badge; filters 'active' and 'role'.
    """
    statement = by_key(_people(_USERS, ask), ask, _USER_ORDERS[ask.sort], AppUser.id.expression)
    rows = connection.execute(statement).all()
    found = [UserRow(*(*row, roles)) for row, roles in zip(rows, _roles(connection, rows), strict=True)]
    return page(found, ask, lambda row: (row.name if ask.sort == "name" else row.login, row.id))


def user_count(connection: Connection, ask: Ask) -> int:
    """How many people these are; 10,001 stands for more than ten thousand."""
    ids = _people(sa.select(AppUser.id), ask).limit(COUNTED).subquery()
    count: int = connection.execute(sa.select(sa.func.count()).select_from(ids)).scalar_one()
    return count


def user_detail(connection: Connection, user_id: int) -> UserRow | None:
    """One person; None where there is none."""
    rows = connection.execute(_USERS.where(AppUser.id == user_id)).all()
    return UserRow(*(*rows[0], _roles(connection, rows)[0])) if rows else None


def desk_list(connection: Connection, ask: Ask) -> Page[DeskListRow]:
    """A page of desks by code, or by name where `ask.sort` says so; `ask.text` is a part of code or name."""
    statement = by_key(_stands(_DESKS, ask), ask, _DESK_ORDERS[ask.sort], Desk.id.expression)
    rows = [DeskListRow(*row) for row in connection.execute(statement)]
    return page(rows, ask, lambda row: (row.name if ask.sort == "name" else row.code, row.id))


def desk_count(connection: Connection, ask: Ask) -> int:
    """How many desks these are; 10,001 stands for more than ten thousand."""
    ids = _stands(sa.select(Desk.id), ask).limit(COUNTED).subquery()
    count: int = connection.execute(sa.select(sa.func.count()).select_from(ids)).scalar_one()
    return count


def desk_detail(connection: Connection, desk_id: int) -> DeskListRow | None:
    """One desk; None where there is none."""
    row = connection.execute(_DESKS.where(Desk.id == desk_id)).first()
    return None if row is None else DeskListRow(*row)


def _roles(connection: Connection, rows: Any) -> list[tuple[str, ...]]:
    held: dict[int, list[str]] = {row[0]: [] for row in rows}
    for user_id, role in connection.execute(_ROLES, {"ids": list(held)}) if held else ():
        held[user_id].append(role)
    return [tuple(held[row[0]]) for row in rows]


def _people(statement: Any, ask: Ask) -> Any:
    if (active := ask.filters.get("active")) is not None:
        statement = statement.where(AppUser.active == active)
    if (role := ask.filters.get("role")) is not None:
        holders = sa.select(AppUserRole.user_id).where(AppUserRole.role == role)
        statement = statement.where(AppUser.id.in_(holders))
    for word in ask.text.replace("\0", "").split():
        ways = (AppUser.login.icontains(word, autoescape=True), AppUser.name.icontains(word, autoescape=True))
        statement = statement.where(sa.or_(*ways, AppUser.badge == word.upper()))
    return statement


def _stands(statement: Any, ask: Ask) -> Any:
    for word in ask.text.replace("\0", "").split():
        ways = (Desk.code.icontains(word, autoescape=True), Desk.name.icontains(word, autoescape=True))
        statement = statement.where(sa.or_(*ways))
    return statement
