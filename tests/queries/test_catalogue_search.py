"""Products are found as they are named; what can be promised of them is counted with what is to come."""

from __future__ import annotations

from datetime import date

from app.domain.permissions import Role
from app.queries.catalogue_search import ProductHit, Supply, find_products, products, supplies
from app.services.catalogue import set_status
from app.services.goods_in import NewPurchaseLine, add_purchase_order
from app.services.parties import add_supplier
from tests.rig.databases import World
from tests.rig.shop import GTIN, MUG_CARTON, Shop


def found(world: World, shop: Shop, text: str) -> tuple[ProductHit, ...]:
    with world.ctx(Role.CUSTOMER_SERVICE).reading() as connection:
        return find_products(connection, text, shop.warehouse)


def skus(world: World, shop: Shop, text: str) -> list[str]:
    return [hit.sku for hit in found(world, shop, text)]


def test_words_in_any_order_code_and_sku(world: World) -> None:
    shop = Shop(world)
    assert skus(world, shop, "shop mug") == skus(world, shop, "MÜG the") == ["MUG"]
    assert skus(world, shop, "shop of the") == ["JAR", "MUG", "POT", "TEA"]
    assert skus(world, shop, "tea nothing") == skus(world, shop, "") == skus(world, shop, " - ") == []
    assert skus(world, shop, "%") == skus(world, shop, "x_x") == []
    (hit,) = found(world, shop, GTIN["POT"])
    assert (hit.sku, hit.pack_qty, hit.supply) == ("POT", 1, Supply(20))
    (hit,) = found(world, shop, MUG_CARTON)
    assert (hit.sku, hit.pack_qty) == ("MUG", 6)


def test_the_likeliest_comes_first(world: World) -> None:
    shop = Shop(world)
    shop.add_product("MUG-BLUE")
    shop.add_product("A-MUG")
    assert skus(world, shop, "mug") == ["MUG", "MUG-BLUE", "A-MUG"]
    set_status(shop.owner, shop.product["MUG"], "discontinued")
    set_status(shop.owner, shop.product["MUG-BLUE"], "blocked")
    assert [(hit.sku, hit.status) for hit in found(world, shop, "mug")] == [
        *(("MUG-BLUE", "blocked"), ("A-MUG", "active"), ("MUG", "discontinued")),
    ]


def test_supply_counts_promises_and_arrivals(world: World) -> None:
    shop = Shop(world)
    supplier = add_supplier(shop.owner, "S1", "Supplier")
    shop.order({"POT": 18})
    for day, qty in ((date(2030, 3, 20), 5), (date(2030, 3, 17), 2), (None, 100), (date(2020, 1, 1), 50)):
        line = NewPurchaseLine(shop.product["POT"], qty)
        add_purchase_order(shop.owner, shop.warehouse, supplier, (line,), day)
    with world.ctx(Role.CUSTOMER_SERVICE).reading() as connection:
        there = supplies(connection, [shop.product["POT"], 999], shop.warehouse)
        assert products(connection, [], shop.warehouse) == {}
        assert products(connection, [shop.product["POT"]], shop.warehouse)[shop.product["POT"]].sku == "POT"
    pot = there[shop.product["POT"]]
    assert pot == Supply(2, ((date(2030, 3, 17), 2), (date(2030, 3, 20), 5)))
    assert there[999] == Supply()
    assert pot.covered_on(2) == date.min
    assert pot.covered_on(4) == date(2030, 3, 17)
    assert pot.less(3).covered_on(4) == date(2030, 3, 20)
    assert pot.covered_on(10) is None
