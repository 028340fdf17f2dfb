"""Makes the database's own rules anew.

Functions, triggers, sequences, the tables that rules are read from; and their fingerprint.

Alembic's batch mode drops triggers silently on SQLite, so they are dropped and made again after every
upgrade, and what stands in the database is compared with what this program would make.
"""

from __future__ import annotations

import hashlib
import json

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.flow import FLOWS
from app.domain.permissions import ROLE_PERMISSIONS
from app.models import SCHEMA_VERSION, AppMeta, FlowTransition, RolePermission
from app.models.sql import (
    bench_goods,
    erasing,
    guards,
    importing,
    ledger_postgresql,
    ledger_sqlite,
    pins,
    questions,
)

SEQUENCES = ("so", "sh", "pl", "pt", "po", "gr", "rma", "pu", "sscc")
"""One a kind of number that people see; credit notes take theirs from `number_counter`, without gaps."""


def install(connection: Connection) -> None:
    """Drop and make every trigger and function anew, and fill the tables that they read."""
    if connection.dialect.name == "postgresql":
        _install_postgresql(connection)
    else:
        _install_sqlite(connection)
    connection.execute(sa.delete(FlowTransition))
    connection.execute(
        sa.insert(FlowTransition),
        [
            {"flow": flow.name, "source": source, "target": target, "permission": permission.value}
            for flow in FLOWS
            for source, target, permission in sorted(flow.transitions)
        ],
    )
    connection.execute(sa.delete(RolePermission))
    connection.execute(
        sa.insert(RolePermission),
        [
            {"role": role.value, "permission": permission.value}
            for role, held in ROLE_PERMISSIONS.items()
            for permission in sorted(held)
        ],
    )
    if not connection.execute(sa.update(AppMeta).values(schema_version=SCHEMA_VERSION)).rowcount:
        connection.execute(sa.insert(AppMeta).values(id=1, schema_version=SCHEMA_VERSION))


def remember_fingerprint(connection: Connection) -> None:
    """Keep the fingerprint of what stands in the database now; called last, after grants and policies."""
    connection.execute(sa.update(AppMeta).values(fingerprint=fingerprint(connection)))


def _install_postgresql(connection: Connection) -> None:
    rows = connection.exec_driver_sql(
        "SELECT tgname, relname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid"
        " WHERE NOT tgisinternal AND c.relnamespace = 'quai'::regnamespace"
    ).all()
    for name, table in rows:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}" ON quai."{table}"')
    for name in SEQUENCES:
        connection.exec_driver_sql(f"CREATE SEQUENCE IF NOT EXISTS quai.number_{name} AS bigint")
    connection.exec_driver_sql("DROP TYPE IF EXISTS quai.ledger_fact")
    connection.exec_driver_sql(ledger_postgresql.FACT_TYPE)
    for text in postgresql_functions():
        connection.exec_driver_sql(text)
    own = (bench_goods.REJOINED_TRIGGER, bench_goods.ALL_CANCELLED_TRIGGER, *questions.POSTGRESQL)
    for text in (*guards.postgresql()[1], *ledger_postgresql.TRIGGERS, *own):
        connection.exec_driver_sql(text)


def postgresql_functions() -> tuple[str, ...]:
    """The text of every function that triggers and services call on PostgreSQL."""
    functions, _ = guards.postgresql()
    return (
        *functions,
        ledger_postgresql.APPLY_MOVES,
        *ledger_postgresql.LOCK_FUNCTIONS,
        ledger_postgresql.IDENTIFY_SERIAL,
        ledger_postgresql.FORGET_SERIAL,
        *bench_goods.FUNCTIONS,
        bench_goods.REJOINED,
        bench_goods.ALL_CANCELLED,
        erasing.ERASE,
        importing.IMPORT_LINES,
        *pins.FUNCTIONS,
        *questions.FUNCTIONS,
    )


def take_down(connection: Connection) -> None:
    """Drop the triggers of SQLite: one that names a table would not let that table be made anew. `install` brings them back."""
    if connection.dialect.name == "sqlite":
        for (name,) in connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).all():
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def _install_sqlite(connection: Connection) -> None:
    take_down(connection)
    for text in sqlite_triggers().values():
        connection.exec_driver_sql(text)


def sqlite_triggers() -> dict[str, str]:
    """The text of every trigger on SQLite by its name, as the database keeps it."""
    texts = (text.strip() for text in (*guards.sqlite(), *ledger_sqlite.TRIGGERS, *questions.SQLITE))
    return {text.split()[2]: text for text in texts}


_POSTGRESQL_FACTS = {
    "trigger": "SELECT c.relname || '.' || tgname, pg_get_triggerdef(t.oid) || ' ' || tgenabled::text FROM pg_trigger t"
    " JOIN pg_class c ON c.oid = tgrelid WHERE NOT tgisinternal AND c.relnamespace = 'quai'::regnamespace",
    "function": "SELECT p.oid::regprocedure::text, pg_get_functiondef(p.oid) || ' ' || pg_get_userbyid(proowner)"
    " || ' ' || coalesce((SELECT string_agg(a, ' ' ORDER BY a) FROM unnest(proacl::text[]) a), '')"
    " FROM pg_proc p WHERE pronamespace = 'quai'::regnamespace",
    "policy": "SELECT tablename || '.' || policyname, permissive || ' ' || roles::text || ' ' || cmd || ' ' || coalesce(qual, '')"
    " || ' ' || coalesce(with_check, '') FROM pg_policies WHERE schemaname = 'quai'",
    "grant": "SELECT 'quai.' || relname, pg_get_userbyid(relowner) || ' ' || relrowsecurity::text || ' ' || coalesce("
    "(SELECT string_agg(a, ' ' ORDER BY a) FROM unnest(relacl::text[]) a), '') FROM pg_class"
    " WHERE relnamespace = 'quai'::regnamespace AND relkind IN ('r', 'v', 'S')",
    "column grant": "SELECT 'quai.' || relname || '.' || attname, (SELECT string_agg(a, ' ' ORDER BY a) FROM unnest(attacl::text[]) a)"
    " FROM pg_attribute JOIN pg_class c ON c.oid = attrelid WHERE c.relnamespace = 'quai'::regnamespace AND attacl IS NOT NULL",
    "constraint": "SELECT c.relname || '.' || conname, pg_get_constraintdef(k.oid) FROM pg_constraint k"
    " JOIN pg_class c ON c.oid = conrelid WHERE c.relnamespace = 'quai'::regnamespace",
}
_SQLITE_FACTS = {
    "trigger": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "table": "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    "index": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
}


def facts(connection: Connection) -> dict[str, str]:
    """Each rule that stands in the database ('trigger stock_move.frozen') with a hash of its definition."""
    queries = _POSTGRESQL_FACTS if connection.dialect.name == "postgresql" else _SQLITE_FACTS
    return {
        f"{kind} {name}": hashlib.sha256(str(definition).encode()).hexdigest()[:16]
        for kind, query in queries.items()
        for name, definition in connection.exec_driver_sql(query).all()
    }


def fingerprint(connection: Connection) -> str:
    """All facts as JSON text, so that a difference can be named and not only noticed."""
    return json.dumps(facts(connection), sort_keys=True)
