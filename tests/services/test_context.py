"""Use cases run once, whole, and only on the schema they know."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
import sqlalchemy as sa

from app.database import SCHEMA_VERSION, RuleBroken, SchemaMismatch, Transaction
from app.domain.permissions import Permission, Role
from app.errors import Conflict, NotAllowed
from app.models import Supplier
from app.services.context import use_case
from tests.rig.databases import World


@dataclass(frozen=True, slots=True)
class Made:
    id: int
    code: str


@use_case(Permission.CATALOGUE_EDIT)
def make_supplier(tx: Transaction, code: str, name: str) -> Made:
    """Make one."""
    row = tx.execute(sa.insert(Supplier).values(code=code, name=name).returning(Supplier.id)).scalar_one()
    tx.changed("supplier", row)
    return Made(row, code)


def test_same_key_does_nothing_twice(world: World) -> None:
    ctx = world.owner.once("draft-1:make")
    first = make_supplier(ctx, "A", "Ada")
    assert make_supplier(ctx, "A", "Ada") == first
    assert world.one("SELECT count(*) FROM supplier") == 1
    with pytest.raises(Conflict):
        make_supplier(ctx, "B", "Bea")
    assert world.one("SELECT count(*) FROM supplier") == 1


def test_missing_right_changes_nothing(world: World) -> None:
    with pytest.raises(NotAllowed):
        make_supplier(world.ctx(Role.PICKER), "A", "Ada")
    assert world.one("SELECT count(*) FROM supplier") == 0


def test_refusal_of_the_database_rolls_back(world: World) -> None:
    make_supplier(world.owner, "A", "Ada")
    with pytest.raises(Conflict):
        make_supplier(world.owner.once("k"), "A", "Ada again")
    assert world.one("SELECT count(*) FROM idempotency_key WHERE key = 'k'") == 0


@pytest.mark.parametrize("version", [SCHEMA_VERSION - 1, SCHEMA_VERSION + 1])
def test_other_schema_version_writes_nothing(world: World, version: int) -> None:
    with world.database().engine.begin() as connection:
        connection.execute(sa.text("UPDATE app_meta SET schema_version = :v"), {"v": version})
    with pytest.raises(SchemaMismatch) as caught:
        make_supplier(world.owner, "A", "Ada")
    assert "older" in str(caught.value)
    with world.database().engine.connect() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM supplier")).scalar_one() == 0


def test_rule_of_the_database_is_named(world: World) -> None:
    @use_case()
    def break_it(tx: Transaction) -> int:
        tx.execute(sa.text("INSERT INTO product (sku, name) VALUES ('', 'x')"))
        return 1

    with pytest.raises(RuleBroken) as caught:
        break_it(world.owner)
    assert caught.value.facts["rule"] == "product_sku"
