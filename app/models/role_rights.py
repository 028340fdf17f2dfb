"""What a role may do, all its permissions together, as the manifest says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from app.domain.flow import FLOWS
from app.domain.permissions import ROLE_PERMISSIONS, Role
from app.models import Base
from app.models.base import actor_name, desk_name, utc_now
from app.models.rights_manifest import EVERYBODY, MANIFEST
from app.models.rights_terms import ALL, KEPT_COLUMNS, NEVER_READ, READ_BY_SOME


@dataclass(frozen=True, slots=True)
class RoleRights:
    """All that a role may do: tables it reads, columns it gives or changes, tables it deletes from, kinds it posts."""

    select: frozenset[str]
    insert: Mapping[str, frozenset[str]]
    update: Mapping[str, frozenset[str]]
    delete: frozenset[str]
    kinds: Mapping[str, frozenset[str]]
    """Ledger kind -> conditions of which one must hold; '' always holds."""
    functions: frozenset[str]


def givable(table: str) -> tuple[str, ...]:
    """The columns that somebody may give when a row is made: not its id, nor what defaults, triggers and flows keep."""
    kept = {*KEPT_COLUMNS.get(table, "").split(), "state", "version"}
    return tuple(
        column.name
        for column in Base.metadata.tables[table].columns
        if column.identity is None and column.name not in kept and not _says_who_or_when(table, column.name)
    )


def _says_who_or_when(table: str, name: str) -> bool:
    default = Base.metadata.tables[table].columns[name].server_default
    return isinstance(getattr(default, "arg", None), (actor_name, desk_name, utc_now))


@cache
def rights_of(role: Role) -> RoleRights:
    """The union of what a role's permissions grant, with the steps that the flows give it."""
    insert: dict[str, set[str]] = {}
    update: dict[str, set[str]] = {}
    kinds: dict[str, set[str]] = {}
    delete: set[str] = set()
    functions: set[str] = set()
    select = set(Base.metadata.tables) - NEVER_READ - READ_BY_SOME
    for grant in (EVERYBODY, *(MANIFEST[permission] for permission in ROLE_PERMISSIONS[role])):
        for table, columns in grant.insert.items():
            insert.setdefault(table, set()).update(givable(table) if columns == ALL else columns.split())
        for table, columns in grant.update.items():
            update.setdefault(table, set()).update(columns.split())
        for kind, condition in grant.kinds.items():
            kinds.setdefault(kind, set()).add(condition)
        delete.update(grant.delete)
        functions.update(grant.functions)
        select.update(grant.read)
    for flow in FLOWS:
        if any(move.permission in ROLE_PERMISSIONS[role] for move in flow.moves):
            versioned = "version" in Base.metadata.tables[flow.name].columns
            update.setdefault(flow.name, set()).update({"state", "version"} if versioned else {"state"})
    return RoleRights(
        frozenset(select),
        {table: frozenset(columns) for table, columns in sorted(insert.items())},
        {table: frozenset(columns) for table, columns in sorted(update.items())},
        frozenset(delete),
        {kind: frozenset(conditions) for kind, conditions in sorted(kinds.items())},
        frozenset(functions),
    )
