"""The privilege matrix: what real logins may do equals the manifest, by the catalogue's word and by trying.

A login per role, holding only that role, meets every table with every verb, each column on its own.
"""

from __future__ import annotations

import json
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa

from app.domain.permissions import Role
from app.models import Base
from app.models.rights_manifest import EVERYBODY, MANIFEST
from app.models.rights_terms import KEPT_COLUMNS, KEPT_TABLES, NEVER_READ
from app.models.role_rights import givable, rights_of
from app.models.sql import install, rights
from app.models.sql.logins import SIGNATURE
from app.models.stock import MOVE_KINDS
from app.services import server
from tests.rig.databases import PASSWORD, World, login_name

Right = tuple[str, str, str]
"""Verb, table, column; no column where the verb takes the whole row."""

CS, SK, PI, PA, RE, SU, AD = Role
EVERY = set(Role)
SENSITIVE: dict[Right, set[Role]] = {
    ("INSERT", "order_line", "unit_price"): {CS, SU, AD},
    ("UPDATE", "order_line", "unit_price"): {CS, SU, AD},
    ("UPDATE", "product", "unit_price"): {SU, AD},
    ("INSERT", "sales_order", "total"): {CS, SU, AD},
    ("UPDATE", "app_meta", "tolerance_g"): {SU, AD},
    ("SELECT", "address", ""): {CS, PA, RE, SU, AD},
    ("SELECT", "app_user_secret", ""): set(),
    ("SELECT", "audit_entry", ""): {SU, AD},
    ("INSERT", "app_user", "login"): {AD},
    ("UPDATE", "app_user", "active"): {AD},
    ("INSERT", "app_user_role", "role"): {AD},
    ("INSERT", "stock_move", "actor"): set(),
    ("INSERT", "stock_move", "at"): set(),
    ("INSERT", "stock_move", "id"): set(),
    ("UPDATE", "stock_move", "qty"): set(),
    ("DELETE", "stock_move", ""): set(),
    ("UPDATE", "shipment_line", "reserved"): set(),
    ("UPDATE", "shipment_line", "packed"): set(),
    ("UPDATE", "order_line", "shipped"): set(),
    ("UPDATE", "stock_balance", "on_hand"): set(),
    ("UPDATE", "stock_level", "sellable"): set(),
    ("INSERT", "allocation", "qty"): set(),
    ("INSERT", "audit_entry", "actor"): set(),
    ("UPDATE", "role_permission", "permission"): set(),
    ("UPDATE", "flow_transition", "target"): set(),
    ("UPDATE", "app_meta", "schema_version"): set(),
    ("UPDATE", "number_counter", "last"): set(),
    ("INSERT", "credit", "total"): {CS, SU, AD},
    ("INSERT", "desk_printer", "target"): {SU, AD},
    ("UPDATE", "desk_printer", "target"): {SU, AD},
    ("UPDATE", "print_job", "blob_sha"): set(),
    ("INSERT", "label_purchase", "request_key"): {PA, SU, AD},
    ("UPDATE", "label_purchase", "request_key"): set(),
    ("UPDATE", "label_purchase", "package_id"): set(),
    ("UPDATE", "label_purchase", "status"): {PA, SU, AD},
    ("INSERT", "rate", "price"): {SU, AD},
    ("UPDATE", "rate", "price"): {SU, AD},
    ("INSERT", "carrier_rule", "choice"): {SU, AD},
    ("UPDATE", "shipment", "carrier_service_id"): {CS, PA, SU, AD},
    ("UPDATE", "print_job", "copy"): set(),
    ("DELETE", "print_job", ""): set(),
    ("INSERT", "tracking_event", "code"): {CS, SU, AD},
    ("UPDATE", "tracking_event", "code"): set(),
    ("UPDATE", "tracking_event", "happened_at"): set(),
    ("SELECT", "outgoing_message", ""): {CS, PA, SU, AD},
    ("UPDATE", "outgoing_message", "target"): set(),
    ("UPDATE", "outgoing_message", "blob_sha"): set(),
    ("DELETE", "outgoing_message", ""): set(),
    ("UPDATE", "customer", "credit_limit"): {CS, SU, AD},
    ("UPDATE", "customer", "erased_at"): set(),
    ("INSERT", "price", "unit_price"): {SU, AD},
    ("UPDATE", "order_check", "state"): {CS, SU, AD},
    ("UPDATE", "order_check", "code"): set(),
    ("UPDATE", "order_check", "amount"): set(),
    ("UPDATE", "order_check", "severity"): set(),
    ("INSERT", "order_check", "state"): set(),
    ("DELETE", "order_check", ""): set(),
    ("INSERT", "approval_limit", "most"): {AD},
    ("UPDATE", "approval_limit", "most"): {AD},
    ("UPDATE", "payment", "amount"): set(),
    ("INSERT", "payment", "verified_at"): set(),
    ("SELECT", "customer_contact", ""): {CS, SU, AD},
    ("SELECT", "receivable", ""): {CS, SU, AD},
    ("SELECT", "intake_message", ""): {CS, SU, AD},
    ("UPDATE", "intake_message", "blob_sha"): set(),
    ("INSERT", "order_rule", "actions"): {SU, AD},
    ("DELETE", "sales_order", ""): set(),
    ("DELETE", "product", ""): set(),
}
"""Written by hand, apart from the manifest: a slip there that gives one of these away fails here."""

KINDS: dict[Role, set[str]] = {
    CS: {"reserve", "release", "deallocate"},
    SK: {"receive", "move", "relabel", "adjust", "reserve", "release", "allocate", "deallocate"},
    PI: {"pick", "move+", "allocate", "deallocate", "release"},
    PA: {"move+", "ship"},
    RE: {"return", "move-", "relabel", "adjust"},
    SU: set(MOVE_KINDS),
    AD: set(MOVE_KINDS),
}
"""Ledger kinds a role posts; '+' only with a shipment line, '-' only without. Picks and shipments always need one."""


def _columns(connection: sa.Connection) -> dict[str, list[tuple[str, str]]]:
    """Every table of the schema, ours or not, with its columns and their types."""
    rows = connection.exec_driver_sql(
        "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_class AS c JOIN pg_attribute AS a"
        " ON a.attrelid = c.oid WHERE c.relnamespace = 'quai'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')"
        " AND attnum > 0 AND NOT attisdropped ORDER BY 1, attnum"
    ).all()
    tables: dict[str, list[tuple[str, str]]] = {}
    for table, column, kind in rows:
        tables.setdefault(table, []).append((column, kind))
    return tables


def _expected(role: Role) -> set[Right]:
    held = rights_of(role)
    found = {("SELECT", table, "") for table in held.select} | {
        ("DELETE", table, "") for table in held.delete
    }
    found |= {("INSERT", table, column) for table, columns in held.insert.items() for column in columns}
    return found | {("UPDATE", table, column) for table, columns in held.update.items() for column in columns}


def _by_catalogue(connection: sa.Connection, login: str) -> set[Right]:
    """What the server's own functions say of a login."""
    found: set[Right] = set()
    whole = connection.exec_driver_sql(
        f"SELECT verb, relname FROM pg_class, unnest(ARRAY['SELECT', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS verb"
        f" WHERE relnamespace = 'quai'::regnamespace AND relkind IN ('r', 'v', 'm', 'p')"
        f" AND has_table_privilege('{login}', oid, verb)"
    ).all()
    found |= {(verb, table, "") for verb, table in whole}
    single = connection.exec_driver_sql(
        f"SELECT verb, relname, attname, has_table_privilege('{login}', c.oid, 'SELECT')"
        f" FROM pg_class AS c JOIN pg_attribute AS a ON attrelid = c.oid,"
        f" unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) AS verb"
        f" WHERE relnamespace = 'quai'::regnamespace AND relkind IN ('r', 'v', 'm', 'p') AND attnum > 0 AND NOT attisdropped"
        f" AND has_column_privilege('{login}', c.oid, attnum, verb)"
    ).all()
    return found | {
        (verb, table, column) for verb, table, column, reads in single if not (verb == "SELECT" and reads)
    }


_TRY = """
DO $do$
DECLARE attempt text; refused text[] := '{}'; n int := 0;
BEGIN
  FOREACH attempt IN ARRAY %s::text[] LOOP
    n := n + 1;
    BEGIN
      EXECUTE attempt;
    EXCEPTION
      WHEN insufficient_privilege THEN refused := refused || n::text;
      WHEN OTHERS THEN NULL;  -- let by, and stopped by some other rule
    END;
  END LOOP;
  PERFORM set_config('test.refused', array_to_json(refused)::text, false);
END $do$"""


def _by_trying(url: str, tables: dict[str, list[tuple[str, str]]]) -> set[Right]:
    """What a login can do when it runs each statement, every one in a savepoint of its own; all is rolled back."""
    attempts: list[tuple[Right, str]] = []
    for table, columns in tables.items():
        attempts.append((("SELECT", table, ""), f"SELECT * FROM quai.{table} LIMIT 1"))
        attempts.append((("DELETE", table, ""), f"DELETE FROM quai.{table} WHERE false"))
        attempts.append((("TRUNCATE", table, ""), f"TRUNCATE quai.{table}"))
        for column, kind in columns:
            given = (
                f"INSERT INTO quai.{table} ({column}) OVERRIDING SYSTEM VALUE SELECT NULL::{kind} WHERE false"
            )
            attempts.append((("INSERT", table, column), given))
            attempts.append(
                (("UPDATE", table, column), f"UPDATE quai.{table} SET {column} = DEFAULT WHERE false")
            )
    with psycopg.connect(url.replace("+psycopg", ""), options="-c statement_timeout=60000") as connection:
        quoted = "ARRAY[" + ",".join("$q$" + text + "$q$" for _, text in attempts) + "]"
        connection.execute(_TRY.replace("%s", quoted).encode())
        said = connection.execute("SELECT current_setting('test.refused')").fetchone()
        connection.rollback()
    assert said is not None
    refused = {int(number) for number in json.loads(said[0])}
    return {right for number, (right, _) in enumerate(attempts, 1) if number not in refused}


def _differences(world: World) -> dict[str, set[Any]]:
    """Rights that a role has beside the manifest ('allowed') or lacks ('denied'), as the catalogue and as trying tell."""
    found: dict[str, set[Any]] = {"allowed": set(), "denied": set()}
    for role in Role:
        url = world.url_of(role)
        expected = _expected(role)
        with world.database().engine.connect() as connection:
            tables = _columns(connection)
            told = _by_catalogue(connection, login_name((role,)))
        for got in (told, _by_trying(url, tables)):
            found["allowed"] |= {(role.value, *right) for right in got - expected}
            found["denied"] |= {(role.value, *right) for right in expected - got}
    return found


def test_every_role_table_verb_and_column(pg_world: World) -> None:
    assert _differences(pg_world) == {"allowed": set(), "denied": set()}


def test_the_matrix_sees_what_is_planted(pg_world: World) -> None:
    """Each kind of slip in the server shows up, so the matrix above is not empty words."""
    with pg_world.database().engine.begin() as connection:
        for statement in (
            "GRANT UPDATE (unit_price) ON order_line TO quai_packer",
            "GRANT SELECT ON app_user_secret TO quai_returns",
            "GRANT TRUNCATE ON stock_move TO quai_picker",
            "REVOKE INSERT (qty) ON stock_move FROM quai_picker",
            "REVOKE SELECT ON product FROM quai_stock_keeper",
        ):
            connection.exec_driver_sql(statement)
    assert _differences(pg_world) == {
        "allowed": {
            ("packer", "UPDATE", "order_line", "unit_price"),
            ("returns", "SELECT", "app_user_secret", ""),
            ("picker", "TRUNCATE", "stock_move", ""),
        },
        "denied": {("picker", "INSERT", "stock_move", "qty"), ("stock_keeper", "SELECT", "product", "")},
    }


def test_granting_again_takes_strange_grants_away(pg_world: World) -> None:
    with pg_world.database().engine.begin() as connection:
        before = install.fingerprint(connection)
        for statement in (
            "GRANT ALL ON stock_move TO quai_packer WITH GRANT OPTION",
            "GRANT UPDATE (total) ON sales_order TO PUBLIC",
            "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA quai TO PUBLIC",
            "GRANT CREATE ON SCHEMA quai TO quai_picker",
            "GRANT ALL ON ALL SEQUENCES IN SCHEMA quai TO quai_picker",
            "CREATE POLICY wide ON stock_move FOR INSERT TO PUBLIC WITH CHECK (true)",
            "ALTER TABLE stock_move DISABLE ROW LEVEL SECURITY",
        ):
            connection.exec_driver_sql(statement)
        assert install.fingerprint(connection) != before
        connection.exec_driver_sql("SET LOCAL ROLE quai_owner")
        rights.grant(connection)
        assert install.fingerprint(connection) == before
    assert _differences(pg_world) == {"allowed": set(), "denied": set()}


def test_functions_schemas_sequences_and_the_database(pg_world: World) -> None:
    for role in Role:
        login = login_name((role,))
        pg_world.url_of(role)
        functions = pg_world.rows(
            "SELECT p.oid::regprocedure::text FROM pg_proc AS p WHERE pronamespace IN ('quai'::regnamespace,"
            " 'quai_users'::regnamespace) AND has_function_privilege(:login, p.oid, 'EXECUTE')",
            login=login,
        )
        expected = {name.replace(", ", ",") for name in rights_of(role).functions}
        if role is AD:
            expected.add("quai_users." + SIGNATURE.replace(", ", ","))
        assert {name for (name,) in functions} == expected, role
        wrong = pg_world.rows(
            "SELECT 'sequence ' || relname FROM pg_class WHERE relnamespace = 'quai'::regnamespace AND CASE relkind"
            "   WHEN 'S' THEN has_sequence_privilege(:login, oid, 'USAGE, SELECT, UPDATE') ELSE false END"
            " UNION ALL SELECT 'create in ' || nspname FROM pg_namespace WHERE has_schema_privilege(:login, oid, 'CREATE')"
            " UNION ALL SELECT 'use of ' || nspname FROM pg_namespace WHERE has_schema_privilege(:login, oid, 'USAGE')"
            "   AND nspname NOT IN ('quai', 'pg_catalog', 'information_schema') AND NOT (nspname = 'quai_users' AND :admin)"
            " UNION ALL SELECT verb || ' on the database' FROM unnest(ARRAY['CREATE', 'TEMP']) AS verb"
            "   WHERE has_database_privilege(:login, current_database(), verb)"
            " UNION ALL SELECT proname FROM pg_proc WHERE proname LIKE 'lo\\_%'"
            "   AND has_function_privilege(:login, oid, 'EXECUTE')",
            login=login,
            admin=role is AD,
        )
        assert wrong == []


def test_a_login_without_a_role_gets_nowhere(pg_world: World) -> None:
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(pg_world.url_of().replace("+psycopg", ""))


def test_what_is_sensitive_by_hand() -> None:
    for right, who in SENSITIVE.items():
        assert {role for role in Role if right in _expected(role)} == who, right


def test_the_manifest_keeps_to_its_own_rules() -> None:
    tables = Base.metadata.tables
    for grant in (EVERYBODY, *MANIFEST.values()):
        for verb, given in (("insert", grant.insert), ("update", grant.update)):
            assert set(given) <= set(tables), given
            assert not set(given) & KEPT_TABLES
            for table, columns in given.items():
                names = set(givable(table) if columns == "*" else columns.split())
                assert names <= set(tables[table].columns.keys()), (table, names)
                assert not names & set(KEPT_COLUMNS.get(table, "").split())
                assert not names & {
                    "id",
                    "actor",
                    "at",
                    "desk",
                    "created_at",
                    "created_by",
                    "made_at",
                    "made_by",
                }, (verb, table)
        assert not set(grant.read) & NEVER_READ
        assert not set(grant.delete) & KEPT_TABLES
        assert set(grant.kinds) <= set(MOVE_KINDS)


def test_each_role_posts_its_own_kinds(pg_world: World) -> None:
    """Really posted: a row policy speaks before any CHECK or key does, so a refusal by another rule means that it let the row by.

    A refusal by the policy or the grant is told by its SQLSTATE.
    """
    for role in Role:
        with psycopg.connect(pg_world.url_of(role).replace("+psycopg", ""), autocommit=True) as connection:
            got = set()
            for kind in MOVE_KINDS:
                by = {mark: _is_let_by(connection, kind, line) for mark, line in (("+", "1"), ("-", "NULL"))}
                if by["+"]:
                    needs = not by["-"] and kind not in ("pick", "ship")
                    got.add(kind + ("+" if needs else ""))
                elif by["-"]:
                    got.add(kind + "-")
        assert got == KINDS[role], role


def _is_let_by(connection: psycopg.Connection[Any], kind: str, line: str) -> bool:
    try:
        connection.execute(
            f"INSERT INTO quai.stock_move (kind, product_id, qty, shipment_line_id) VALUES ('{kind}', 1, 1, {line})".encode()
        )
    except psycopg.errors.InsufficientPrivilege:
        return False
    except psycopg.errors.IntegrityError:
        return True
    raise AssertionError("a row without places was stored")


def test_kinds_come_together_in_one_login(pg_world: World) -> None:
    with psycopg.connect(pg_world.url_of(PI, RE).replace("+psycopg", ""), autocommit=True) as connection:
        assert _is_let_by(connection, "pick", "1")
        assert _is_let_by(connection, "return", "NULL")
        assert not _is_let_by(connection, "receive", "NULL")


def test_every_guarded_table_is_guarded(pg_world: World) -> None:
    guarded = pg_world.rows(
        "SELECT relname FROM pg_class WHERE relrowsecurity AND relnamespace = 'quai'::regnamespace ORDER BY 1"
    )
    assert [name for (name,) in guarded] == list(rights.GUARDED)


def test_the_server_is_made_ready_twice(pg_world: World) -> None:
    with pg_world.database().engine.connect() as connection:
        before = install.fingerprint(connection)
    said = server.initialise(pg_world.url)
    assert not any(
        "made" in sentence and "already" not in sentence for sentence in said if "Role" in sentence
    )
    with pg_world.database().engine.connect() as connection:
        assert install.fingerprint(connection) == before
    assert PASSWORD not in str(said)
