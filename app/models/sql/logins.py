"""The one function that makes and alters logins on PostgreSQL, and the checks it makes on whoever calls it.

It is owned by `quai_users`, the only role with CREATEROLE, and runs with its rights. It takes a verifier (RFC 5803), never a password,
and refuses every login that Quai did not make.
"""

from __future__ import annotations

from app.domain.permissions import Permission, Role, roles_with
from app.models.sql.rights import GROUPS, LOGIN_MAKER, PEOPLE, group_role

LOGIN_PATTERN = "[a-z][a-z0-9._-]{1,30}"
"""2 to 31 small letters, digits, dots, dashes and underscores; equal in Python's and PostgreSQL's regular expressions."""

RESERVED = ("owner", "public", "none", "postgres", "root", "administrator")
"""Names that stand for something else on one of the engines."""

RESERVED_PREFIXES = ("quai_", "pg_")

VERIFIER_PATTERN = r"SCRAM-SHA-256\$[0-9]{4,7}:[A-Za-z0-9+/=]{16,88}\$[A-Za-z0-9+/=]{44}:[A-Za-z0-9+/=]{44}"

SIGNATURE = "write_login(text, text, text[], boolean)"
SCHEMA = LOGIN_MAKER
_MEMBER = (
    "EXISTS (SELECT 1 FROM pg_auth_members AS m JOIN pg_roles AS r ON r.oid = m.member JOIN pg_roles AS g ON g.oid = m.roleid"
    " WHERE g.rolname = 'quai_' || {} AND r.rolname = person"
)
_KNOWN_ROLES = ", ".join(f"'{role.value}'" for role in Role)
_PREFIXES = "|".join(RESERVED_PREFIXES)
_RESERVED = ", ".join(f"'{name}'" for name in RESERVED)

WRITE_LOGIN = rf"""
CREATE OR REPLACE FUNCTION {SCHEMA}.write_login(person text, verifier text, wanted text[], active boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $f$
DECLARE known record; role text; was_admin boolean; keeps boolean; done text := 'changed';
BEGIN
  IF person !~ '^{LOGIN_PATTERN}$' OR person IN ({_RESERVED}) OR person ~ '^({_PREFIXES})' THEN
    RAISE EXCEPTION 'users.login_name' USING ERRCODE = '23514';
  END IF;
  IF verifier !~ '^{VERIFIER_PATTERN}$' THEN RAISE EXCEPTION 'users.not_a_verifier' USING ERRCODE = '23514'; END IF;
  IF EXISTS (SELECT 1 FROM unnest(wanted) AS w(name) WHERE name IS NULL OR name NOT IN ({_KNOWN_ROLES})) THEN
    RAISE EXCEPTION 'users.no_such_role' USING ERRCODE = '23514';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('quai.logins'));
  SELECT oid, rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls AS mighty,
         pg_has_role(oid, '{PEOPLE}', 'member') AS ours INTO known FROM pg_roles WHERE rolname = person;
  IF FOUND AND (known.mighty OR NOT known.ours) THEN RAISE EXCEPTION 'users.not_ours' USING ERRCODE = '23514'; END IF;
  IF NOT FOUND THEN
    IF verifier IS NULL THEN RAISE EXCEPTION 'users.no_such_login' USING ERRCODE = '23514'; END IF;
    EXECUTE format('CREATE ROLE %I LOGIN INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', person);
    EXECUTE format('GRANT {PEOPLE} TO %I', person);
    done := 'made';
  END IF;
  was_admin := {{admin}};
  IF verifier IS NOT NULL THEN EXECUTE format('ALTER ROLE %I PASSWORD %L', person, verifier); END IF;
  IF wanted IS NOT NULL OR NOT active THEN
    -- A disabled person loses the roles too, so that a session that is still open can do nothing more.
    FOREACH role IN ARRAY ARRAY[{_KNOWN_ROLES}] LOOP
      keeps := coalesce(active IS NOT false AND role = ANY (wanted), false);
      IF keeps = {{holds}} THEN CONTINUE; END IF;
      IF keeps THEN EXECUTE format('GRANT %I TO %I', 'quai_' || role, person);
      ELSE EXECUTE format('REVOKE %I FROM %I', 'quai_' || role, person);
      END IF;
      -- From version 16 on a grant that the server's administrator made by hand is not ours to take back.
      IF keeps <> {{holds}} THEN RAISE EXCEPTION 'users.foreign_grant' USING ERRCODE = '23514', DETAIL = role; END IF;
    END LOOP;
  END IF;
  IF active IS NOT NULL THEN
    EXECUTE format('ALTER ROLE %I ' || CASE WHEN active THEN 'LOGIN' ELSE 'NOLOGIN' END, person);
  END IF;
  IF was_admin AND NOT {{admin}} AND NOT EXISTS (SELECT 1 FROM pg_auth_members AS m JOIN pg_roles AS r ON r.oid = m.member
      WHERE m.roleid = '{group_role(Role.ADMIN)}'::regrole AND r.rolcanlogin) THEN
    RAISE EXCEPTION 'users.last_admin' USING ERRCODE = '23514';
  END IF;
  INSERT INTO quai.audit_entry (op_key, reason, table_name, row_key, verb, after)
  VALUES (coalesce(current_setting('quai.op_key', true), ''), coalesce(current_setting('quai.reason', true), ''), 'login', person,
          done, jsonb_build_object('password', verifier IS NOT NULL, 'roles', wanted, 'active', active)::text);
END $f$""".replace("{admin}", _MEMBER.format("'admin'") + " AND r.rolcanlogin)").replace(
    "{holds}", _MEMBER.format("role") + ")"
)
"""A null argument leaves that part as it is; the person is made when new, which takes a verifier."""


def statements() -> list[str]:
    """Make the function and let those who administer people call it; run as `quai_users`."""
    admins = ", ".join(sorted(group_role(role) for role in roles_with(Permission.USER_ADMIN)))
    return [
        f"ALTER DEFAULT PRIVILEGES FOR ROLE {LOGIN_MAKER} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
        WRITE_LOGIN,
        f"REVOKE ALL ON FUNCTION {SCHEMA}.{SIGNATURE} FROM PUBLIC, {', '.join(GROUPS)}",
        f"GRANT EXECUTE ON FUNCTION {SCHEMA}.{SIGNATURE} TO {admins}",
        f"REVOKE ALL ON SCHEMA {SCHEMA} FROM PUBLIC, {', '.join(GROUPS)}",
        f"GRANT USAGE ON SCHEMA {SCHEMA} TO {admins}",
    ]
