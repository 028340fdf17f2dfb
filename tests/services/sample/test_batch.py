"""Many calls of one use case in one transaction: all of them, or none."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, NotAllowed
from app.services.catalogue import NewProduct, add_product
from app.services.sample.batch import each
from tests.rig.databases import World

GOODS = tuple((NewProduct(f"P-{nth}", f"Product {nth}"),) for nth in range(3))


def test_all_of_them_in_order(world: World) -> None:
    made = each(world.ctx(Role.SUPERVISOR), add_product, GOODS)
    rows = world.rows("SELECT id, sku FROM product ORDER BY sku")
    assert [(row.id, row.sku) for row in rows] == [(made[nth], f"P-{nth}") for nth in range(3)]


def test_or_none(world: World) -> None:
    before = world.tables("product", "lot")
    with pytest.raises(BadInput):
        each(world.ctx(Role.SUPERVISOR), add_product, (*GOODS, (NewProduct("", "Nameless"),)))
    with pytest.raises(NotAllowed):
        each(world.ctx(Role.PICKER), add_product, GOODS)
    assert world.tables("product", "lot") == before
