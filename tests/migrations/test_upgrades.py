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


ROWS = (
    "INSERT INTO app_meta (id, schema_version) VALUES (1, 3)",
    "INSERT INTO customer (code, name) VALUES ('C1', 'Maison Lefèvre')",
    "INSERT INTO warehouse (code, name) VALUES ('W', 'Lyon')",
    "INSERT INTO product (sku, name) VALUES ('MUG', 'Mug')",
    "INSERT INTO sales_order (number, customer_id, warehouse_id, ordered_on) VALUES ('SO-1', 1, 1, '2026-11-25')",
    "INSERT INTO order_line (order_id, position, product_id, qty) VALUES (1, 1, 1, 6)",
    "INSERT INTO scan_event (context, code, verdict, product_id) VALUES ('packing', 'x', 'good', 1)",
    "INSERT INTO blob (sha256, media_type, bytes) VALUES ('x', 'application/pdf', '')",
    "INSERT INTO outgoing_message (kind, channel, target, blob_sha, dedupe_key)"
    " VALUES ('parcel_notice', 'mail', 'a@b.example', 'x', 'd')",
)
"""Rows that refer to each other, so that a table cannot simply be dropped and made anew."""


def test_a_database_of_schema_3_keeps_rows_that_refer_to_each_other(url: str) -> None:
    engine = make_engine(url)
    with engine.connect() as connection, connection.begin():
        _begin_as_owner(connection)
        command.upgrade(schema.alembic_config(connection), "0003")
        for row in ROWS:
            connection.exec_driver_sql(row)
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(
                "CREATE TRIGGER agreed AFTER UPDATE ON order_line BEGIN SELECT state FROM sales_order; END"
            )
    _upgrade(url)
    with engine.connect() as connection:
        kept = connection.exec_driver_sql(
            "SELECT c.name, o.number, o.kind, l.qty, l.allowance, e.did, m.kind FROM customer AS c"
            " JOIN sales_order AS o ON o.customer_id = c.id JOIN order_line AS l ON l.order_id = o.id"
            " JOIN scan_event AS e ON e.product_id = l.product_id CROSS JOIN outgoing_message AS m"
        )
        assert kept.all() == [("Maison Lefèvre", "SO-1", "sale", 6, 0, "", "parcel_notice")]
        migration = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(migration, Base.metadata) == []
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()
