"""The database's own rules: they stand as they were installed, and they are this program's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.flow import FLOWS
from app.domain.permissions import ROLE_PERMISSIONS
from app.models import AppMeta, FlowTransition, RolePermission
from app.models.sql import install
from app.services.checking.rules import Finding

_NAME = re.compile(r"FUNCTION (?:quai\.)?(\w+)\(")
_BODY = re.compile(r"\$f\$(.*)\$f\$", re.DOTALL)


def tables(connection: Connection) -> Iterator[Finding]:
    """The states' and the permissions' tables hold what the program's own do."""
    transitions = connection.execute(
        sa.select(
            FlowTransition.flow, FlowTransition.source, FlowTransition.target, FlowTransition.permission
        )
    )
    yield from _differences(
        "flow_transition",
        {
            f"{flow.name} {source} -> {target} by {permission}": "allowed"
            for flow in FLOWS
            for source, target, permission in flow.transitions
        },
        {f"{row.flow} {row.source} -> {row.target} by {row.permission}": "allowed" for row in transitions},
    )
    held = connection.execute(sa.select(RolePermission.role, RolePermission.permission))
    yield from _differences(
        "role_permission",
        {
            f"{role} {permission}": "held"
            for role, all_held in ROLE_PERMISSIONS.items()
            for permission in all_held
        },
        {f"{row.role} {row.permission}": "held" for row in held},
    )


def fingerprint(connection: Connection) -> Iterator[Finding]:
    """Triggers, functions, grants, policies, constraints are those that stood after the last upgrade."""
    stored = connection.execute(sa.select(AppMeta.fingerprint)).scalar_one()
    yield from _differences("fingerprint", json.loads(stored or "{}"), install.facts(connection))


def program(connection: Connection) -> Iterator[Finding]:
    """Triggers and functions are those that this program would make."""
    if connection.dialect.name == "postgresql":
        yield from _differences("program", _functions(), _functions_there(connection), extra=True)
        return
    triggers = sa.text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    there = {f"trigger {row.name}": str(row.sql) for row in connection.execute(triggers)}
    yield from _differences(
        "program", {f"trigger {name}": text for name, text in install.sqlite_triggers().items()}, there
    )


def _functions() -> dict[str, str]:
    """Name and body of each function that the program would make on PostgreSQL."""
    found = {}
    for text in install.postgresql_functions():
        name, body = _NAME.search(text), _BODY.search(text)
        if name and body:
            found[f"function {name[1]}"] = body[1]
    return found


def _functions_there(connection: Connection) -> dict[str, str]:
    statement = sa.text("SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'quai'::regnamespace")
    return {f"function {row.proname}": row.prosrc for row in connection.execute(statement)}


def foreign_keys(connection: Connection) -> Iterator[Finding]:
    """Every reference leads somewhere; PostgreSQL holds to it by itself, a SQLite file may have been written with it off."""
    if connection.dialect.name != "sqlite":
        return
    for table, row_id, parent, _ in connection.execute(sa.text("PRAGMA foreign_key_check")):
        yield Finding("foreign_key", f"{table} {row_id}", f"a row of {parent}", "nothing")


def _differences(
    rule: str, expected: Mapping[str, str], found: Mapping[str, str], *, extra: bool = False
) -> Iterator[Finding]:
    """Name what is missing, different or (unless `extra` things are fine) too much."""
    for name in sorted({*expected, *(() if extra else found)}):
        should, stands = expected.get(name), found.get(name)
        if should != stands:
            yield Finding(rule, name, _short(should), _short(stands))


def _short(text: str | None) -> str:
    if text is None:
        return "nothing"
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}..."


CHECKS = (tables, fingerprint, program, foreign_keys)
"""On the installation."""
