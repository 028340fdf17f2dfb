"""An order of which not everything is there is placed in part or waits; under one key it is placed once."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, NotAllowed
from app.services.order_revision import Kept
from app.services.placing import keep_held, place_held, place_in_part, place_to_wait
from app.services.reasons import WrongReason, retire_reason
from app.services.reservation import reserve_shipment
from app.services.shipments import OrderHeld
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


def test_an_order_waits_until_the_day_that_the_customer_wants(world: World) -> None:
    shop = Shop(world)
    service = world.ctx(Role.CUSTOMER_SERVICE)
    until = date(2099, 5, 4)
    kept = keep_held(service, shop.new_order({"MUG": 2}), until)
    holds = "SELECT until, released_at FROM order_hold WHERE order_id = :order ORDER BY id"
    assert [str(one.until) for one in world.rows(holds, order=kept.order_id)] == [until.isoformat()]
    kept = keep_held(service, shop.new_order({"MUG": 3}, priority=8), until, Kept(kept.order_id, 1))
    assert len(world.rows(holds, order=kept.order_id)) == 1
    assert world.one("SELECT priority FROM sales_order WHERE id = :order", order=kept.order_id) == 8
    placed = place_held(service, shop.new_order({"MUG": 3}), date(2099, 6, 1), Kept(kept.order_id, 2))
    assert (placed.held_until, placed.reserved) == (date(2099, 6, 1), 0)
    assert shop.state("sales_order", placed.order_id) == "confirmed"
    first, second = world.rows(holds, order=placed.order_id)
    assert first.released_at is not None
    assert second.released_at is None
    with pytest.raises(OrderHeld):
        reserve_shipment(service, placed.shipment_ids[0])
    assert shop.stock("MUG").reserved == 0
    assert world.one("SELECT priority FROM sales_order WHERE id = :order", order=placed.order_id) == 8


def test_nothing_is_kept_where_the_hold_is_refused(world: World) -> None:
    shop = Shop(world)
    retire_reason(shop.owner, "customer-request")
    before = world.tables("sales_order", "order_hold", "shipment")
    with pytest.raises(WrongReason):
        place_held(shop.owner, shop.new_order({"MUG": 2}), date(2099, 5, 4))
    assert world.tables("sales_order", "order_hold", "shipment") == before
