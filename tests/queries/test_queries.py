"""What the queries read is what the services wrote."""

from __future__ import annotations

from datetime import date

import pytest

from app.queries.orders import open_orders, order_queue
from app.queries.stock import product_ids, stock_of, where_is
from tests.rig.databases import World
from tests.rig.shop import Shop


def test_stock(world: World) -> None:
    shop = Shop(world)
    shop.order({"MUG": 4})
    with world.owner.reading() as connection:
        ids = product_ids(connection, ["MUG", "POT", "NONE"])
        assert ids == {sku: shop.product[sku] for sku in ("MUG", "POT")}
        found = stock_of(connection, list(shop.product.values()), shop.warehouse)
        assert (found[ids["MUG"]].sellable, found[ids["MUG"]].reserved, found[ids["MUG"]].available) == (
            50,
            4,
            46,
        )
        assert [(one.place, one.on_hand) for one in where_is(connection, ids["MUG"], shop.warehouse)] == [
            ("A-01", 10),
            ("B-01", 40),
        ]
        assert stock_of(connection, [999], shop.warehouse)[999].available == 0


@pytest.mark.parametrize("size", [1, 2, 3, 10])
def test_queue_pages_meet_without_gap(world: World, size: int) -> None:
    shop = Shop(world)
    days = [date(2030, 1, 3), date(2030, 1, 1), date(2030, 1, 3), date(2030, 1, 2), date(2030, 1, 3)]
    made = [shop.draft({"MUG": 1}, promised_on=day).order_id for day in days]
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql(
            f"UPDATE sales_order SET promised_on = NULL WHERE id IN ({made[2]}, {made[4]})"
        )
    seen, after = [], None
    with world.owner.reading() as connection:
        while True:
            page = order_queue(connection, after, size)
            seen += [row.id for row in page.rows]
            after = page.after
            if after is None:
                break
        assert open_orders(connection) == 5
    assert seen == [made[1], made[3], made[0], made[2], made[4]]
