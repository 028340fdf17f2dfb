"""The views of a list that a person sees: their own, and those that others share."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import AppUser, SavedView

MOST = 200


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A kept view; `owner` is a login, `owner_name` how people call them, `filters` and `columns` JSON text."""

    id: int
    name: str
    owner: str
    owner_name: str
    shared: bool
    filters: str
    columns: str
    version: int


_VIEWS = (
    sa.select(
        SavedView.id,
        SavedView.name,
        SavedView.owner,
        sa.func.coalesce(AppUser.name, SavedView.owner),
        SavedView.shared,
        SavedView.filters,
        SavedView.columns,
        SavedView.version,
    )
    .outerjoin(AppUser, AppUser.login == SavedView.owner)
    .where(
        SavedView.screen == sa.bindparam("screen"),
        sa.or_(SavedView.owner == sa.bindparam("person"), SavedView.shared.is_(True)),
    )
    .order_by(SavedView.owner != sa.bindparam("person"), SavedView.id)
    .limit(MOST)
)


def saved_views(connection: Connection, screen: str, person: str) -> tuple[ViewRow, ...]:
    """A person's own views of a screen in the order they were made, then those that others share."""
    rows = connection.execute(_VIEWS, {"screen": screen, "person": person})
    return tuple(ViewRow(*row) for row in rows)
