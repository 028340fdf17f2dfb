"""Writes the manifest into PostgreSQL as grants and row policies. Always the whole of it: everything is revoked first."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy.engine import Connection

from app.domain.permissions import Role
from app.models import Base
from app.models.role_rights import RoleRights, rights_of

OWNER = "quai_owner"
"""Owns every table and function; nobody signs in as it."""

PEOPLE = "quai_people"
"""Every login that Quai made is a member, so that it never touches one that it did not make."""

LOGIN_MAKER = "quai_users"
"""Owns the one function that makes and alters logins, and nothing else; the only role with CREATEROLE."""

BACKUP = "quai_backup"
"""Reads everything, row policies notwithstanding: `pg_dump --role=quai_backup`."""

_AUDIT_COLUMNS = "(op_key, reason, table_name, row_key, verb, after)"


def group_role(role: Role) -> str:
    """The NOLOGIN role of PostgreSQL that stands for a role."""
    return f"quai_{role.value}"


GROUPS = tuple(group_role(role) for role in Role)


def grant(connection: Connection) -> None:
    """Take every right in the schema away from everybody but its owner, then write grants and policies by the manifest.

    Runs as the owner, inside the transaction that upgrades the schema; a second time it changes nothing.
    """
    for statement in (*_revocations(connection), *_grants(), *_policies(connection)):
        connection.exec_driver_sql(statement)


_GRANTEES = """
SELECT DISTINCT coalesce(r.rolname, 'public') FROM (
  SELECT (aclexplode(relacl)).grantee FROM pg_class WHERE relnamespace = 'quai'::regnamespace
  UNION SELECT (aclexplode(attacl)).grantee FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
    WHERE c.relnamespace = 'quai'::regnamespace AND attacl IS NOT NULL
  UNION SELECT (aclexplode(coalesce(proacl, acldefault('f', proowner)))).grantee FROM pg_proc
    WHERE pronamespace = 'quai'::regnamespace
  UNION SELECT (aclexplode(nspacl)).grantee FROM pg_namespace WHERE nspname = 'quai') AS g
  LEFT JOIN pg_roles AS r ON r.oid = g.grantee WHERE r.rolname IS DISTINCT FROM 'quai_owner'"""


def _revocations(connection: Connection) -> list[str]:
    found = {str(name) for name in connection.exec_driver_sql(_GRANTEES).scalars()}
    quoted = [
        "PUBLIC" if name == "public" else '"' + name.replace('"', '""') + '"'
        for name in sorted(found | {"public"})
    ]
    who = ", ".join(quoted)
    kinds = ("TABLES", "SEQUENCES", "FUNCTIONS")
    return [
        # The global form: with IN SCHEMA it would take nothing away from what PUBLIC has by default.
        f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
        *(f"REVOKE ALL ON ALL {kind} IN SCHEMA quai FROM {who} CASCADE" for kind in kinds),
        f"REVOKE ALL ON SCHEMA quai FROM {who} CASCADE",
    ]


def _grants() -> list[str]:
    """Each privilege once, for all the roles that hold it."""
    holders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for role in Role:
        rights = rights_of(role)
        for verb, target in _privileges(rights):
            holders[verb, target].append(group_role(role))
    together: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for (verb, target), groups in sorted(holders.items()):
        together[verb, tuple(groups)].append(target)
    return [
        f"GRANT USAGE ON SCHEMA quai TO {', '.join(GROUPS)}, {LOGIN_MAKER}",
        f"GRANT INSERT {_AUDIT_COLUMNS} ON audit_entry TO {LOGIN_MAKER}",
        *(
            f"GRANT {verb} ON {'FUNCTION ' if verb == 'EXECUTE' else ''}{', '.join(targets)} TO {', '.join(groups)}"
            for (verb, groups), targets in together.items()
        ),
    ]


def _privileges(rights: RoleRights) -> list[tuple[str, str]]:
    found = [("SELECT", table) for table in rights.select]
    found += [("DELETE", table) for table in rights.delete]
    for verb, columns in (("INSERT", rights.insert), ("UPDATE", rights.update)):
        found += [(f"{verb} ({', '.join(sorted(names))})", table) for table, names in columns.items()]
    return found + [("EXECUTE", name) for name in rights.functions]


GUARDED = ("blob", "idempotency_key", "stock_move")
"""Tables with row policies."""

OWN_ROWS = "actor = SESSION_USER"
OLD_KEYS = "at < now() - interval '30 days'"
MESSAGE_TYPES = ("message/rfc822", "application/edifact", "application/xml")
"""How messages to customers and from them are stored; told by their type, for those who may not read them may not ask for them either."""
NO_ADDRESS_ON_IT = (
    "media_type <> 'image/png; signature'"
    " AND NOT EXISTS (SELECT 1 FROM shipping_label AS l WHERE l.blob_sha = blob.sha256)"
    " AND NOT EXISTS (SELECT 1 FROM print_job AS j WHERE j.blob_sha = blob.sha256 AND "
    "j.document NOT IN ('pick_list', 'location_labels', 'command_card'))"
    f" AND media_type NOT IN ({', '.join(map(repr, MESSAGE_TYPES))}) AND right(media_type, 8) <> '; orders'"
)
"""Of the papers these name nobody: who may not read addresses gets no label, no slip and no signature from the store either."""


def ledger_condition(rights: RoleRights) -> str:
    """What must be true of a ledger row that a role posts."""
    free = sorted(kind for kind, conditions in rights.kinds.items() if "" in conditions)
    bound = {kind: " OR ".join(sorted(found)) for kind, found in rights.kinds.items() if "" not in found}
    parts = [f"kind IN ({', '.join(repr(kind) for kind in free)})"] if free else []
    parts += [f"(kind = '{kind}' AND ({condition}))" for kind, condition in sorted(bound.items())]
    return " OR ".join(parts)


def _policies(connection: Connection) -> list[str]:
    """Row policies, one a role, so that the planner picks them by membership and each row costs a comparison of text.

    A person can only take on (SET ROLE) a role of which the login is a member, so nothing is gained by it.
    """
    old = connection.exec_driver_sql(
        "SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'quai'"
    ).all()
    everybody = ", ".join(GROUPS)
    statements = [f'DROP POLICY "{name}" ON "{table}"' for table, name in old]
    for table in sorted(Base.metadata.tables):
        statements.append(
            f"ALTER TABLE {table} {'ENABLE' if table in GUARDED else 'DISABLE'} ROW LEVEL SECURITY"
        )
    for table in ("stock_move", "idempotency_key"):
        statements.append(f"CREATE POLICY read ON {table} FOR SELECT TO {everybody} USING (true)")
    for role in Role:
        seen = "true" if "address" in rights_of(role).select else NO_ADDRESS_ON_IT
        statements.append(
            f"CREATE POLICY read_{role.value} ON blob FOR SELECT TO {group_role(role)} USING ({seen})"
        )
        if condition := ledger_condition(rights_of(role)):
            statements.append(
                f"CREATE POLICY post_{role.value} ON stock_move FOR INSERT TO {group_role(role)} WITH CHECK ({condition})"
            )
    statements.append(f"CREATE POLICY store ON blob FOR INSERT TO {everybody} WITH CHECK (true)")
    statements.append(f"CREATE POLICY claim ON idempotency_key FOR INSERT TO {everybody} WITH CHECK (true)")
    statements.append(
        f"CREATE POLICY answer ON idempotency_key FOR UPDATE TO {everybody} USING ({OWN_ROWS} AND result IS NULL)"
        f" WITH CHECK ({OWN_ROWS})"
    )
    statements.append(f"CREATE POLICY prune ON idempotency_key FOR DELETE TO {everybody} USING ({OLD_KEYS})")
    return statements
