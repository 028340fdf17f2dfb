"""The schema as it is made: equal to the models, with every rule in place."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from app.models import SCHEMA_VERSION, Base
from tests.rig.databases import World


def test_head_equals_models(world: World) -> None:
    with world.database().engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_append_only(world: World) -> None:
    assert world.one("SELECT count(*) FROM flow_transition") > 30
    assert world.one("SELECT schema_version FROM app_meta") == SCHEMA_VERSION
