"""Lists as people want to see them again: kept under a name, shared with everybody, changed by their owner alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import msgspec
import sqlalchemy as sa

from app.database import Transaction
from app.errors import BadInput, Conflict, NotAllowed
from app.models import SavedView
from app.models.base import actor_name
from app.services.context import use_case
from app.services.editing import changed_meanwhile
from app.services.rows import must_find, text_field

LONGEST_NAME = 40
MOST_TEXT = 10_000
MOST_VIEWS = 30
"""Views that one person may keep of a screen."""


@dataclass(frozen=True, slots=True)
class ViewFields:
    """What is kept of a list; `filters` and `columns` are JSON text that the screen wrote and will read again."""

    name: str
    shared: bool = False
    filters: str = ""
    columns: str = ""


@dataclass(frozen=True, slots=True)
class DeletedView:
    """A view that was deleted, as it was: what `save_view` takes to bring it back."""

    screen: str
    fields: ViewFields


_MINE = SavedView.owner == actor_name()
_NEW = (
    sa.insert(SavedView)
    .values(
        {name: sa.bindparam(f"new_{name}") for name in ("screen", "name", "shared", "filters", "columns")}
    )
    .returning(SavedView.id)
)
_ONE = sa.select(
    SavedView.screen,
    SavedView.name,
    SavedView.owner,
    SavedView.shared,
    SavedView.filters,
    SavedView.columns,
    SavedView.version,
    _MINE.label("mine"),
).where(SavedView.id == sa.bindparam("view"))
_SAME_NAME = sa.select(SavedView.id).where(
    SavedView.screen == sa.bindparam("screen"), SavedView.name == sa.bindparam("name"), _MINE
)
_HOW_MANY = (
    sa.select(sa.func.count()).select_from(SavedView).where(SavedView.screen == sa.bindparam("screen"), _MINE)
)
_CHANGE = (
    sa.update(SavedView)
    .where(SavedView.id == sa.bindparam("view"), SavedView.version == sa.bindparam("was"), _MINE)
    .values(
        version=SavedView.version + 1,
        **{name: sa.bindparam(f"new_{name}") for name in ("name", "shared", "filters", "columns")},
    )
)
_DELETE = sa.delete(SavedView).where(
    SavedView.id == sa.bindparam("view"), SavedView.version == sa.bindparam("was"), _MINE
)


@use_case()
def save_view(tx: Transaction, screen: str, fields: ViewFields) -> int:
    """Keep a list under a name of one's own; its id. Brings back a deleted one, too.

    Raises:
        BadInput: the name is missing or too long, or what is kept is no JSON text.
        Conflict: one's own view of this screen has the name already, or there are too many.
    """
    kept = _checked(fields)
    _check_free(tx, screen, kept.name, 0)
    if tx.execute(_HOW_MANY, {"screen": screen}).scalar_one() >= MOST_VIEWS:
        raise Conflict(
            f"You keep {MOST_VIEWS} views of this list already.",
            hint="Delete one that you do not need any more.",
            most=MOST_VIEWS,
        )
    made: int = tx.execute(_NEW, {"new_screen": screen, **_values(kept)}).scalar_one()
    tx.changed("saved_view", made)
    return made


@use_case()
def change_view(tx: Transaction, view_id: int, fields: ViewFields, version: int) -> int:
    """Rename a view of one's own, share it or not, keep another list under it; its new version.

    Called with what it was before, it undoes itself.

    Raises:
        NotAllowed: it is another person's.
        Conflict: one's own view has the name already, or it was changed meanwhile.
        BadInput: as `save_view`.
        NotFound: there is no such view any more.
    """
    kept = _checked(fields)
    found = _own(tx, view_id)
    _check_free(tx, found.screen, kept.name, view_id)
    if tx.execute(_CHANGE, {"view": view_id, "was": version, **_values(kept)}).rowcount != 1:
        raise changed_meanwhile(found.name)
    tx.changed("saved_view", view_id)
    return version + 1


@use_case()
def delete_view(tx: Transaction, view_id: int, version: int) -> DeletedView:
    """Delete a view of one's own.

    Raises:
        NotAllowed: it is another person's.
        Conflict: it was changed meanwhile.
        NotFound: there is no such view any more.
    """
    found = _own(tx, view_id)
    if tx.execute(_DELETE, {"view": view_id, "was": version}).rowcount != 1:
        raise changed_meanwhile(found.name)
    tx.changed("saved_view", view_id)
    return DeletedView(found.screen, ViewFields(found.name, found.shared, found.filters, found.columns))


def _own(tx: Transaction, view_id: int) -> Any:
    found = must_find(tx.execute(_ONE, {"view": view_id}).first(), "view", view_id)
    if not found.mine:
        raise NotAllowed(
            f"{found.name} belongs to {found.owner}.",
            hint="Save it under a name of your own, and change that.",
            view=found.name,
            owner=found.owner,
        )
    return found


def _checked(fields: ViewFields) -> ViewFields:
    name = text_field(fields.name, "name")
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise BadInput(
            f"A view's name has at most {LONGEST_NAME} letters.", hint="Shorten it.", field="name", value=name
        )
    for what, text in (("filters", fields.filters), ("columns", fields.columns)):
        if len(text) > MOST_TEXT or not _is_json(text):
            raise BadInput(
                "This view holds too much to be kept.",
                hint="Choose fewer conditions or columns.",
                field=what,
            )
    return replace(fields, name=name)


def _is_json(text: str) -> bool:
    try:
        msgspec.json.decode(text or "{}")
    except msgspec.DecodeError:
        return False
    return "\0" not in text and "\\u0000" not in text


def _check_free(tx: Transaction, screen: str, name: str, view_id: int) -> None:
    found = tx.execute(_SAME_NAME, {"screen": screen, "name": name}).scalar_one_or_none()
    if found not in (None, view_id):
        raise Conflict(
            f"You have a view {name} of this list already.",
            hint="Choose another name, or change that one.",
            field="name",
            name=name,
        )


def _values(fields: ViewFields) -> dict[str, Any]:
    return {
        "new_name": fields.name,
        "new_shared": fields.shared,
        "new_filters": fields.filters,
        "new_columns": fields.columns,
    }
