"""A database of an earlier schema with rows in it becomes today's, and loses none of them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from app.database import SCHEMA_VERSION, make_engine
from app.models import Base
from app.services import schema, server
from tests.rig.cluster import Server
from tests.rig.databases import ENGINES


@pytest.fixture(params=ENGINES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database, not yet made Quai's."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'old.db'}"
        return
    cluster: Server = request.getfixturevalue("cluster")
    request.getfixturevalue("postgresql_template")  # it made the roles
    name = f"old_{uuid.uuid4().hex[:12]}"
    cluster.create_database(name)
    yield cluster.url(name)
    cluster.drop_database(name)


def _begin_as_owner(connection: sa.Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("CREATE SCHEMA quai AUTHORIZATION quai_owner")
        connection.exec_driver_sql("SET LOCAL ROLE quai_owner")


def _upgrade(url: str) -> None:
    if url.startswith("postgresql"):
        server.initialise(url)
    else:
        schema.upgrade(url)


def test_print_jobs_of_schema_1_are_kept(url: str) -> None:
    engine = make_engine(url)
    with engine.connect() as connection, connection.begin():
        _begin_as_owner(connection)
        command.upgrade(schema.alembic_config(connection), "0001")
        connection.exec_driver_sql("INSERT INTO app_meta (id, schema_version) VALUES (1, 1)")
        connection.exec_driver_sql(
            "INSERT INTO blob (sha256, media_type, bytes) VALUES ('x', 'application/pdf', '')"
        )
        connection.exec_driver_sql(
            "INSERT INTO print_job (document, title, blob_sha) VALUES ('pick_list', 'PL-1', 'x')"
        )
    _upgrade(url)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT schema_version FROM app_meta").scalar() == SCHEMA_VERSION
        kept = connection.exec_driver_sql(
            "SELECT title, status, attempts, error, due_at, printed_at FROM print_job"
        )
        assert kept.all() == [("PL-1", "waiting", 0, "", None, None)]
        migration = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(migration, Base.metadata) == []
    engine.dispose()
