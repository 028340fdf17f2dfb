"""A server is made ready by its administrator, again and again, and never over somebody else's roles."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

import psycopg
import pytest
import sqlalchemy as sa

from app.domain.permissions import Role
from app.errors import BadInput, NotAllowed, Refused, Unavailable
from app.models import SCHEMA_VERSION
from app.models.sql.rights import BACKUP, GROUPS, LOGIN_MAKER, OWNER, PEOPLE
from app.services import server
from app.services.server import ForeignRole, NotAdministrator, initialise
from scripts import postgres
from tests.rig.cluster import Cluster, Server
from tests.rig.databases import World

ROLES = (OWNER, PEOPLE, LOGIN_MAKER, BACKUP, *GROUPS)


@pytest.fixture(scope="module")
def bare() -> Iterator[Server]:
    """A server of its own: what is tried here would trip other tests' roles."""
    with Cluster() as cluster:
        yield cluster


@pytest.fixture
def empty(bare: Server) -> Iterator[Server]:
    """The server without Quai."""
    yield bare
    with bare.connect() as connection:
        connection.execute("DROP DATABASE IF EXISTS shop WITH (FORCE)")
        names = connection.execute(
            "SELECT rolname FROM pg_roles WHERE rolname ~ '^(quai_|t_)' AND rolname <> current_user"
        )
        for name in sorted(str(row[0]) for row in names.fetchall()):
            for statement in (f"DROP OWNED BY {name}", f"DROP ROLE {name}"):
                connection.execute(statement.encode())


def roles_of(there: Server) -> set[str]:
    with there.connect() as connection:
        return {
            str(row[0])
            for row in connection.execute("SELECT rolname FROM pg_roles WHERE rolname LIKE 'quai\\_%'")
        }


def databases_of(there: Server) -> set[str]:
    with there.connect() as connection:
        return {str(row[0]) for row in connection.execute("SELECT datname FROM pg_database")}


def test_it_makes_everything_and_says_so(empty: Server) -> None:
    said = initialise(empty.url("shop"))
    assert set(ROLES) <= roles_of(empty)
    for words in (
        "Database shop made.",
        "Role quai_owner made.",
        "Schema quai made.",
        f"Schema version {SCHEMA_VERSION} made.",
    ):
        assert words in said
    again = initialise(empty.url("shop"))
    assert "All roles were there already." in again
    assert not any(" made." in sentence for sentence in again), again


def test_the_roles_are_no_more_than_they_should_be(empty: Server) -> None:
    initialise(empty.url("shop"))
    with empty.connect("shop") as connection:
        rows = connection.execute(
            "SELECT rolname, rolcanlogin OR rolsuper OR rolcreatedb OR rolreplication, rolcreaterole, rolbypassrls FROM pg_roles"
            " WHERE rolname = ANY (%s)",
            (list(ROLES),),
        ).fetchall()
        assert {row[0]: row[1:] for row in rows} == {
            name: (False, name == LOGIN_MAKER, name == BACKUP) for name in ROLES
        }
        owned = connection.execute(
            "SELECT pg_get_userbyid(relowner), count(*) FROM pg_class WHERE relnamespace = 'quai'::regnamespace GROUP BY 1"
        ).fetchall()
        assert [row[0] for row in owned] == [OWNER]
        made = connection.execute(
            "SELECT proname FROM pg_proc WHERE proowner = %s::regrole", (LOGIN_MAKER,)
        ).fetchall()
        assert made == [("write_login",)]
        holds = connection.execute(
            "SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = roleid JOIN pg_roles r ON r.oid = member"
            " WHERE r.rolname = %s AND NOT admin_option",
            (LOGIN_MAKER,),
        ).fetchall()
        assert holds == []


def test_the_database_lets_in_nobody_else_and_waits_for_nobody(empty: Server) -> None:
    initialise(empty.url("shop"))
    with empty.connect("shop") as connection:
        connection.execute("CREATE ROLE t_stranger LOGIN PASSWORD 'x'")
        connection.execute("CREATE ROLE t_packer LOGIN PASSWORD 'x' IN ROLE quai_packer")
    url = empty.url("shop", "t_stranger", "x").replace("+psycopg", "")
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(url)
    with psycopg.connect(empty.url("shop", "t_packer", "x").replace("+psycopg", "")) as connection:
        assert connection.execute("SHOW idle_in_transaction_session_timeout").fetchone() == ("8s",)
        assert connection.execute("SHOW search_path").fetchone() == ("quai, pg_temp",)
        for statement in (
            "CREATE TEMP TABLE x ()",
            "CREATE SCHEMA x",
            "CREATE TABLE quai.x ()",
            "CREATE TABLE public.x ()",
            "SELECT lo_create(0)",
            "SELECT lo_from_bytea(0, 'x')",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege), connection.transaction():
                connection.execute(statement.encode())


def test_nobody_but_an_administrator(empty: Server) -> None:
    with empty.connect() as connection:
        connection.execute("CREATE ROLE t_mighty LOGIN PASSWORD 'x' CREATEDB CREATEROLE")
    with pytest.raises(NotAdministrator) as caught:
        initialise(empty.url("shop", "t_mighty", "x"))
    assert "t_mighty is no administrator" in caught.value.message
    assert not set(ROLES) & roles_of(empty)
    assert "shop" not in databases_of(empty)


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("quai_packer LOGIN", "can sign in"),
        ("quai_owner SUPERUSER", "is a superuser"),
        ("quai_admin CREATEROLE", "can make roles"),
        ("quai_returns BYPASSRLS", "passes row policies"),
        ("quai_users CREATEDB CREATEROLE", "can make databases"),
        ("quai_picker IN ROLE pg_read_all_data", "is a member of pg_read_all_data"),
    ],
)
def test_a_foreign_role_is_left_alone(empty: Server, role: str, words: str) -> None:
    with empty.connect() as connection:
        connection.execute(f"CREATE ROLE {role}".encode())
        before = connection.execute("SELECT * FROM pg_authid ORDER BY oid").fetchall()
        with pytest.raises(ForeignRole) as caught:
            initialise(empty.url("shop"))
        assert words in caught.value.message
        assert connection.execute("SELECT * FROM pg_authid ORDER BY oid").fetchall() == before
    assert "shop" not in databases_of(empty)


def test_a_schema_of_somebody_else_is_left_alone(empty: Server) -> None:
    empty.create_database("shop")
    with empty.connect("shop") as connection:
        connection.execute("CREATE SCHEMA quai")
        with pytest.raises(Refused, match="belongs to quai_rig"):
            initialise(empty.url("shop"))
        assert connection.execute(
            "SELECT count(*) FROM pg_class WHERE relnamespace = 'quai'::regnamespace"
        ).fetchone() == (0,)


def test_a_database_of_another_encoding_is_left_alone(empty: Server) -> None:
    with empty.connect() as connection:
        connection.execute(
            "CREATE DATABASE shop ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0"
        )
    with pytest.raises(Refused, match="SQL_ASCII"):
        initialise(empty.url("shop"))


def test_urls_that_cannot_be_meant(empty: Server) -> None:
    for url in ("sqlite:///x.db", "postgresql+psycopg://postgres@host", "mysql://a@b/c"):
        with pytest.raises(BadInput):
            initialise(url)
    with pytest.raises(NotAllowed):
        initialise(empty.url("shop", "nobody", "x"))
    with pytest.raises(Unavailable):
        initialise(sa.make_url(empty.url("shop", "a", "b")).set(port=1).render_as_string(hide_password=False))
    assert not set(ROLES) & roles_of(empty)


def test_the_backup_role_reads_everything_and_writes_nothing(pg_world: World) -> None:
    with pg_world.database().engine.connect() as connection:
        tables = sa.inspect(connection).get_table_names("quai")
        assert len(tables) > 50
        connection.exec_driver_sql(f"SET ROLE {BACKUP}")
        for table in tables:
            connection.exec_driver_sql(f"SELECT count(*) FROM {table}")
        with pytest.raises(sa.exc.ProgrammingError, match="permission denied"):
            connection.exec_driver_sql("UPDATE product SET name = 'x'")


def test_pg_dump_takes_all_rows_with_the_backup_role(empty: Server) -> None:
    initialise(empty.url("shop"))
    with empty.connect("shop") as connection:
        connection.execute(f"CREATE ROLE t_dumper LOGIN PASSWORD 'x' IN ROLE {BACKUP}".encode())
        connection.execute(
            "INSERT INTO quai.idempotency_key (key, use_case, payload_hash) VALUES ('a key to keep', 'x', 'x')"
        )
    programs = postgres.find_server()
    assert programs is not None
    url = empty.url("shop", "t_dumper", "x").replace("+psycopg", "")
    command = [str(programs / "pg_dump"), f"--role={BACKUP}", "--schema=quai", f"--dbname={url}"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    dump = subprocess.run(command, capture_output=True, text=True, env=environment, check=True).stdout
    assert "a key to keep" in dump
    assert "ENABLE ROW LEVEL SECURITY" in dump


def test_an_older_server_is_refused(empty: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "OLDEST", 99)
    with pytest.raises(Refused, match="too old"):
        initialise(empty.url("shop"))
    assert not set(ROLES) & roles_of(empty)


def test_every_role_of_the_program_has_its_group() -> None:
    assert set(GROUPS) == {f"quai_{role.value}" for role in Role}
