"""The tests' shop is what its words say."""

from __future__ import annotations

from tests.rig.databases import World
from tests.rig.shop import BINS, STOCK, Level, Shop


def test_shop_has_goods_in_its_bins(world: World) -> None:
    shop = Shop(world)
    assert shop.stock("MUG") == Level(sellable=50, reserved=0, on_hand=50, allocated=0)
    for sku, code, qty in STOCK:
        assert shop.in_place(sku, code) == qty
    walk = world.rows("SELECT code FROM location WHERE sellable ORDER BY walk_seq")
    assert tuple(row.code for row in walk) == BINS
