"""Making a PostgreSQL server ready: the roles, the database, its owner, the schema. Can be repeated; says what it did."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.engine import Connection
from sqlalchemy.pool import NullPool

from app.database import parse_url
from app.database.refusals import translate
from app.errors import BadInput, NotAllowed, Refused
from app.models.sql import logins
from app.models.sql.rights import BACKUP, GROUPS, LOGIN_MAKER, OWNER, PEOPLE
from app.services.schema import upgrade

OLDEST = 15
ATTRIBUTES = {
    OWNER: "",
    LOGIN_MAKER: "CREATEROLE",
    PEOPLE: "",
    BACKUP: "BYPASSRLS",
    **dict.fromkeys(GROUPS, ""),
}
"""The roles of a Quai server; none can sign in, and none has more than what is named here."""

_ROLES = """
SELECT r.rolname, r.rolcanlogin, r.rolsuper, r.rolcreatedb, r.rolreplication, r.rolcreaterole, r.rolbypassrls,
       coalesce((SELECT string_agg(g.rolname, ', ' ORDER BY g.rolname) FROM pg_auth_members AS m JOIN pg_roles AS g
         ON g.oid = m.roleid WHERE m.member = r.oid AND NOT m.admin_option), '') AS member_of
  FROM pg_roles AS r"""
_LARGE_OBJECTS = """
SELECT p.oid::regprocedure::text FROM pg_proc AS p WHERE p.pronamespace = 'pg_catalog'::regnamespace
   AND (p.proname ~ '^lo_' OR p.proname IN ('loread', 'lowrite')) AND has_function_privilege('public', p.oid, 'EXECUTE')"""


class NotAdministrator(NotAllowed):
    """Only the server's administrator can make roles and databases."""

    code = "server.not_administrator"


class ForeignRole(Refused):
    """A role that bears one of Quai's names has rights that Quai would not give it; nothing was changed."""

    code = "server.foreign_role"


def initialise(url: str) -> list[str]:
    """Make roles, database, schema, tables and grants on the server of `url`, whose login must be an administrator's.

    Returns:
        What was done, a sentence each; a second time it only says what was there.

    Raises:
        BadInput: the URL is not PostgreSQL's, or names no database.
        NotAdministrator: the login is not a superuser.
        ForeignRole: one of Quai's role names belongs to somebody who can sign in, or is mighty.
        Refused: the server is too old, or the schema belongs to somebody else.
        Unavailable: the server does not answer.
    """
    target = parse_url(url)
    name = target.database
    if target.get_backend_name() != "postgresql" or not name:
        raise BadInput(
            "Only a PostgreSQL server is made ready.",
            hint="Write postgresql+psycopg://administrator@host/database.",
        )
    done: list[str] = []
    try:
        with _connected(target.set(database="postgres")) as connection:
            _check_server(connection)
            _check_roles(connection)
            if _make_database(connection, name):
                done.append(f"Database {name} made.")
            done += _make_roles(connection)
            for statement in database_rules(name):
                connection.exec_driver_sql(statement)
            done.append(f"Only Quai's roles may connect to {name}; nobody makes temporary tables there.")
        with _connected(target) as connection:
            done += _prepare(connection)
    except exc.DBAPIError as error:
        refusal = translate(error)
        if refusal is None:
            raise
        raise refusal from error
    return done + upgrade(url)


class _connected:  # noqa: N801 - reads as the context manager it is
    """A connection in autocommit, for what no transaction allows."""

    def __init__(self, url: sa.URL) -> None:
        self._engine = sa.create_engine(
            url,
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
            connect_args={"options": "-c search_path=pg_catalog"},
        )

    def __enter__(self) -> Connection:
        self._connection = self._engine.connect().execution_options(no_parameters=True)
        return self._connection

    def __exit__(self, *error: object) -> None:
        self._connection.close()
        self._engine.dispose()


def _check_server(connection: Connection) -> None:
    version, login, administrator = connection.exec_driver_sql(
        "SELECT current_setting('server_version_num')::int / 10000, rolname, rolsuper FROM pg_roles WHERE rolname = current_user"
    ).one()
    if version < OLDEST:
        raise Refused(
            f"The server is PostgreSQL {version}; that is too old.",
            hint=f"Quai needs {OLDEST}.",
            version=version,
        )
    if not administrator:
        raise NotAdministrator(
            f"{login} is no administrator of this server, so it cannot make Quai's roles; nothing was changed.",
            hint="Sign in as a superuser, such as postgres.",
            login=login,
        )


def _check_roles(connection: Connection) -> None:
    """Look at all that is there before anything is made."""
    there = {row.rolname: row for row in connection.exec_driver_sql(_ROLES).all()}
    for name, attribute in ATTRIBUTES.items():
        if name in there:
            _check_role(there[name], attribute)


def _make_roles(connection: Connection) -> list[str]:
    there = set(connection.exec_driver_sql("SELECT rolname FROM pg_roles").scalars())
    done = []
    for name, attribute in ATTRIBUTES.items():
        if name not in there:
            inherit = "NOINHERIT" if name == LOGIN_MAKER else "INHERIT"
            connection.exec_driver_sql(f"CREATE ROLE {name} NOLOGIN {inherit} {attribute}")
            done.append(f"Role {name} made.")
    modern = connection.exec_driver_sql(
        "SELECT current_setting('server_version_num')::int >= 160000"
    ).scalar_one()
    how = "ADMIN TRUE, INHERIT FALSE, SET FALSE" if modern else "ADMIN OPTION"
    connection.exec_driver_sql(f"GRANT {', '.join((*GROUPS, PEOPLE))} TO {LOGIN_MAKER} WITH {how}")
    connection.exec_driver_sql(f"GRANT pg_read_all_data TO {BACKUP}")
    return done or ["All roles were there already."]


def _check_role(row: sa.Row[tuple[object, ...]], attribute: str) -> None:
    has = {
        "can sign in": row.rolcanlogin,
        "is a superuser": row.rolsuper,
        "can make databases": row.rolcreatedb,
        "can replicate": row.rolreplication,
        "can make roles": row.rolcreaterole and attribute != "CREATEROLE",
        "passes row policies": row.rolbypassrls and attribute != "BYPASSRLS",
        f"is a member of {row.member_of}": row.member_of
        and not (row.rolname == BACKUP and row.member_of == "pg_read_all_data"),
    }
    wrong = [words for words, true in has.items() if true]
    if wrong:
        raise ForeignRole(
            f"The role {row.rolname} is not as Quai makes it: it {' and '.join(wrong)}. Nothing was changed.",
            hint="Rename or drop that role, then run this again.",
            role=row.rolname,
            wrong=wrong,
        )


def _make_database(connection: Connection, name: str) -> bool:
    asked = sa.text("SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = :name")
    asked = asked.execution_options(no_parameters=False)
    encoding = connection.execute(asked, {"name": name}).scalar_one_or_none()
    if encoding not in (None, "UTF8"):
        raise Refused(
            f"The database's encoding is {encoding}, not UTF8.",
            hint="Choose another database.",
            encoding=encoding,
        )
    if encoding is not None:
        return False
    connection.exec_driver_sql(f"CREATE DATABASE {_quoted(name)} ENCODING 'UTF8' TEMPLATE template0")
    return True


def database_rules(name: str) -> list[str]:
    """What is kept with the server and not inside the database, so that a copy of a database needs it anew.

    `pg_temp` last: a temporary table must never stand before Quai's own. Sessions that hold a transaction open without working
    are ended, whatever program they use.
    """
    database = _quoted(name)
    return [
        f"REVOKE ALL ON DATABASE {database} FROM PUBLIC, {', '.join(GROUPS)}",
        f"GRANT CONNECT ON DATABASE {database} TO {', '.join(GROUPS)}, {BACKUP}",
        f"ALTER DATABASE {database} SET search_path = quai, pg_temp",
        f"ALTER DATABASE {database} SET idle_in_transaction_session_timeout = '8s'",
    ]


def _prepare(connection: Connection) -> list[str]:
    owner = connection.exec_driver_sql(
        "SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname = 'quai'"
    ).scalar_one_or_none()
    if owner not in (None, OWNER):
        raise Refused(f"The schema quai belongs to {owner}.", hint="Choose another database.", owner=owner)
    for name in (OWNER, LOGIN_MAKER):
        schema = "quai" if name == OWNER else logins.SCHEMA
        connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {schema} AUTHORIZATION {name}")
    connection.exec_driver_sql("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    large = connection.exec_driver_sql(_LARGE_OBJECTS).scalars().all()
    for function in large:
        connection.exec_driver_sql(f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC")
    connection.exec_driver_sql(f"SET ROLE {LOGIN_MAKER}")
    for statement in logins.statements():
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("RESET ROLE")
    return [
        "Schema quai made." if owner is None else "The schema was there already.",
        f"{len(large)} large-object functions closed to everybody."
        if large
        else "Large objects were closed already.",
        "The function that makes logins is in place.",
    ]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
