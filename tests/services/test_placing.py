"""An order of which not everything is there is placed in part or waits; under one key it is placed once."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, NotAllowed
from app.services.placing import place_in_part, place_to_wait
from tests.rig.databases import World
from tests.rig.shop import Shop


def test_what_is_there_is_promised_and_the_rest_waits(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE).once("order:1:place")
    order = shop.new_order({"POT": 25, "MUG": 2})
    made = place_in_part(ctx, order)
    assert place_in_part(ctx, order) == made
    assert world.one("SELECT count(*) FROM sales_order") == 1
    assert made.reserved == 22
    assert [shop.state("shipment", one) for one in made.shipment_ids] == ["reserved", "planned"]
    assert shop.stock("POT").reserved == 20
    lines = [(one.sku, one.qty, one.reserved) for one in shop.shipment_lines(made.shipment_ids[1])]
    assert lines == [("POT", 5, 0)]
    assert shop.state("sales_order", made.order_id) == "confirmed"


def test_everything_there_makes_one_shipment(world: World) -> None:
    shop = Shop(world)
    made = place_in_part(world.ctx(Role.CUSTOMER_SERVICE), shop.new_order({"MUG": 2}))
    assert (len(made.shipment_ids), made.reserved) == (1, 2)


@pytest.mark.parametrize("fields", [{}, {"ship_complete": True}])
def test_nothing_there_or_complete_only_waits(world: World, fields: dict[str, bool]) -> None:
    shop = Shop(world, stock=bool(fields))
    made = place_in_part(world.ctx(Role.CUSTOMER_SERVICE), shop.new_order({"POT": 25, "MUG": 2}, **fields))
    assert (len(made.shipment_ids), made.reserved) == (1, 0)
    assert shop.state("shipment", made.shipment_ids[0]) == "planned"
    assert shop.state("sales_order", made.order_id) == "confirmed"


def test_an_order_that_waits_is_promised_nothing(world: World) -> None:
    shop = Shop(world)
    made = place_to_wait(world.ctx(Role.CUSTOMER_SERVICE), shop.new_order({"MUG": 2}))
    assert (made.reserved, shop.stock("MUG").reserved) == (0, 0)
    assert shop.state("sales_order", made.order_id) == "confirmed"


def test_refused_leaves_nothing(world: World) -> None:
    shop = Shop(world)
    before = world.tables("sales_order", "order_line", "shipment", "order_event")
    for place in (place_in_part, place_to_wait):
        with pytest.raises(BadInput):
            place(world.ctx(Role.CUSTOMER_SERVICE), shop.new_order({"MUG": 0}))
        with pytest.raises(NotAllowed):
            place(world.ctx(Role.STOCK_KEEPER), shop.new_order({"MUG": 1}))
    assert world.tables("sales_order", "order_line", "shipment", "order_event") == before
