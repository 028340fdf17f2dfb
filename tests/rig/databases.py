"""A fresh database for a test on each engine, copied from a template, and contexts of people with just the
roles they need.

`world` runs a test twice, on SQLite and on PostgreSQL. On PostgreSQL `world.ctx(Role.PICKER)` signs in as a
login that holds only that role, so a service that needs more than its role's grants fails here; `world.owner`
is the owner's (or superuser's) own view.
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa

from app.database import Database
from app.domain.permissions import Permission, Role, permissions_of
from app.models.sql.rights import group_role
from app.services import schema, server
from app.services.context import Context
from tests.rig.cluster import Server

PASSWORD = "only-for-tests"
ENGINES = ("sqlite", "postgresql")


class World:
    """One test's database and the people who work in it."""

    def __init__(self, engine: str, url: str) -> None:
        self.engine = engine
        self.url = url
        """As the owner: the file on SQLite, the superuser on PostgreSQL."""
        self._open: dict[str, Database] = {}

    @property
    def postgresql(self) -> bool:
        return self.engine == "postgresql"

    def database(self, url: str | None = None, **kwargs: Any) -> Database:
        """A database handle that is closed with the world."""
        key = f"{url}{sorted(kwargs.items())}"
        if key not in self._open:
            self._open[key] = Database(url or self.url, **kwargs)
        return self._open[key]

    def url_of(self, *roles: Role) -> str:
        """The URL with which somebody who holds just these roles signs in."""
        return self.url

    def ctx(self, *roles: Role, desk: str = "DESK-1") -> Context:
        """Somebody with these roles at a desk."""
        name = login_name(roles)
        return Context(self.database(self.url_of(*roles)), name, permissions_of(frozenset(roles)), desk)

    @property
    def owner(self) -> Context:
        """The owner of the file or server: every right."""
        return Context(self.database(), "owner", frozenset(Permission), "DESK-0")

    def rows(self, statement: str, **parameters: Any) -> list[Any]:
        """What a query says, past all services."""
        with self.database().reading() as connection:
            return list(connection.execute(sa.text(statement), parameters).all())

    def one(self, statement: str, **parameters: Any) -> Any:
        """The single value of a query, past all services."""
        return self.rows(statement, **parameters)[0][0]

    def tables(self, *names: str) -> dict[str, list[Any]]:
        """The whole content of some tables, sorted, to see that a refusal changed nothing."""
        with self.database().reading() as connection:
            return {
                name: sorted(map(str, connection.execute(sa.text(f"SELECT * FROM {name}")).all()))
                for name in names
            }

    def close(self) -> None:
        for database in self._open.values():
            database.close()


def login_name(roles: tuple[Role, ...]) -> str:
    """The test login that holds just these roles."""
    return "t_" + "_".join(sorted(role.value for role in roles)) if roles else "t_nobody"


def make_login(cluster: Server, roles: tuple[Role, ...]) -> str:
    """Make the login of a set of roles once a cluster (workers may meet here)."""
    name = login_name(roles)
    with psycopg.connect(cluster_dsn(cluster, "postgres"), autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(4711)")
        if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (name,)).fetchone() is None:
            connection.execute(f"CREATE ROLE {name} LOGIN PASSWORD '{PASSWORD}'")
            for role in roles:
                connection.execute(f"GRANT {group_role(role)} TO {name}")
    return name


def cluster_dsn(cluster: Server, database: str) -> str:
    """libpq's form of the superuser's URL."""
    return cluster.url(database).replace("postgresql+psycopg://", "postgresql://")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An upgraded empty SQLite file to copy."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    schema.upgrade(f"sqlite:///{path}")
    with sa.create_engine(f"sqlite:///{path}").connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture(scope="session")
def postgresql_template(cluster: Server) -> str:
    """An initialised empty PostgreSQL database to copy, one a worker."""
    name = f"template_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{uuid.uuid4().hex[:6]}"
    with psycopg.connect(cluster_dsn(cluster, "postgres"), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_advisory_lock(4711)"
        )  # roles are the cluster's: two workers must not make them at once
        cluster.create_database(name)
        server.initialise(cluster.url(name))
    return name


@pytest.fixture(params=ENGINES)
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """A fresh database on each engine."""
    yield from _world(request, tmp_path, str(request.param))


@pytest.fixture
def pg_world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """A fresh database on PostgreSQL only."""
    yield from _world(request, tmp_path, "postgresql")


@pytest.fixture
def sqlite_world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """A fresh database on SQLite only."""
    yield from _world(request, tmp_path, "sqlite")


class _PostgresWorld(World):
    def __init__(self, cluster: Server, name: str) -> None:
        super().__init__("postgresql", cluster.url(name))
        self._cluster = cluster
        self._name = name

    def url_of(self, *roles: Role) -> str:
        return self._cluster.url(self._name, make_login(self._cluster, roles), PASSWORD)


def _world(request: pytest.FixtureRequest, tmp_path: Path, engine: str) -> Iterator[World]:
    if engine == "sqlite":
        path = tmp_path / "quai.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        world = World("sqlite", f"sqlite:///{path}")
        yield world
        world.close()
        return
    cluster: Server = request.getfixturevalue("cluster")
    with postgresql_world(cluster, request.getfixturevalue("postgresql_template")) as postgres:
        yield postgres


@contextmanager
def postgresql_world(cluster: Server, template: str) -> Iterator[World]:
    """A copy of the template, for as long as the block lasts."""
    name = f"t_{uuid.uuid4().hex[:12]}"
    cluster.create_database(name, template=template)
    with cluster.connect() as connection:
        for statement in server.database_rules(name):
            connection.execute(statement.encode())
    postgres = _PostgresWorld(cluster, name)
    try:
        yield postgres
    finally:
        postgres.close()
        cluster.drop_database(name)
