"""A shipment is reserved whole or not at all; the rest waits where the customer lets it."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.errors import Conflict, NotAllowed, NotFound
from app.services.orders import NewLine, NewOrder, confirm_order, enter_order, hold_order
from app.services.reservation import (
    InsufficientStock,
    ShortProduct,
    reserve_available,
    reserve_shipment,
    reserve_waiting,
)
from tests.rig.databases import World
from tests.rig.shop import Level, Shop

TABLES = ("sales_order", "shipment", "shipment_line", "stock_level", "stock_move", "order_event")


def test_shipment_is_reserved_whole(world: World) -> None:
    shop = Shop(world)
    shipment = shop.confirmed({"MUG": 50, "JAR": 1})
    done = reserve_shipment(world.ctx(Role.STOCK_KEEPER), shipment)
    assert (done.pieces, len(done.move_ids), done.backorder_id) == (51, 2, None)
    assert shop.state("shipment", shipment) == "reserved"
    assert shop.stock("MUG") == Level(50, 50, 50, 0)
    before = world.tables(*TABLES)
    with pytest.raises(Conflict):
        reserve_shipment(world.ctx(Role.STOCK_KEEPER), shipment)
    with pytest.raises(NotFound):
        reserve_shipment(world.ctx(Role.STOCK_KEEPER), 999)
    with pytest.raises(NotAllowed):
        reserve_shipment(world.ctx(Role.PICKER), shipment)
    assert world.tables(*TABLES) == before


def test_short_shipment_reserves_nothing_and_names_every_product_once(world: World) -> None:
    shop = Shop(world)
    shop.add_product("NEW")
    mug = shop.product["MUG"]
    lines = (
        NewLine(mug, 30),
        NewLine(shop.product["NEW"], 1),
        NewLine(mug, 30),
        NewLine(shop.product["JAR"], 12),
    )
    order = enter_order(shop.owner, NewOrder(shop.customer, shop.warehouse, lines))
    shipment = confirm_order(shop.owner, order.order_id).shipment_ids[0]
    before = world.tables(*TABLES)
    with pytest.raises(InsufficientStock) as caught:
        reserve_shipment(world.ctx(Role.CUSTOMER_SERVICE), shipment)
    assert caught.value.short == (ShortProduct("MUG", 60, 50), ShortProduct("NEW", 1, 0))
    assert world.tables(*TABLES) == before


def test_what_is_free_is_reserved_and_the_rest_waits_as_a_backorder(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    shipment = shop.confirmed({"MUG": 60, "JAR": 2, "POT": 25})
    done = reserve_available(ctx, shipment)
    assert done.pieces == 72
    assert done.backorder_id is not None
    assert shop.state("shipment", done.backorder_id) == "planned"
    kept = [(line.sku, line.qty, line.reserved) for line in shop.shipment_lines(shipment)]
    assert kept == [("MUG", 50, 50), ("JAR", 2, 2), ("POT", 20, 20)]
    rest = [(line.sku, line.qty, line.reserved) for line in shop.shipment_lines(done.backorder_id)]
    assert rest == [("MUG", 10, 0), ("POT", 5, 0)]
    before = world.tables(*TABLES)
    with pytest.raises(InsufficientStock):
        reserve_available(ctx, done.backorder_id)
    assert world.tables(*TABLES) == before
    shop.bring("MUG", 10)
    shop.bring("POT", 5)
    assert reserve_available(ctx, done.backorder_id).backorder_id is None


def test_order_that_ships_complete_is_never_split(world: World) -> None:
    shop = Shop(world)
    shipment = shop.confirmed({"MUG": 60, "JAR": 2}, ship_complete=True)
    before = world.tables(*TABLES)
    with pytest.raises(InsufficientStock) as caught:
        reserve_available(world.ctx(Role.CUSTOMER_SERVICE), shipment)
    assert caught.value.short == (ShortProduct("MUG", 60, 50),)
    assert world.tables(*TABLES) == before


def test_waiting_shipments_are_served_by_promise_or_by_number(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.STOCK_KEEPER)
    first = shop.confirmed({"JAR": 8}, requested_on=None)
    urgent = shop.confirmed({"JAR": 8}, priority=1)
    held = shop.confirmed({"POT": 1})
    hold_order(shop.owner, world.one("SELECT order_id FROM shipment WHERE id = :id", id=held), "credit-check")
    run = reserve_waiting(ctx, shop.warehouse)
    assert [one.shipment_id for one in run.reserved] == [urgent]
    assert [(one.shipment_id, one.short, one.holds) for one in run.waiting] == [
        (first, (ShortProduct("JAR", 8, 4),), ()),
        (held, (), ("credit-check",)),
    ]
    shop.bring("JAR", 10)
    later = shop.confirmed({"JAR": 7}, priority=9)
    run = reserve_waiting(ctx, shop.warehouse, order="number")
    assert [one.shipment_id for one in run.reserved] == [first]
    assert [one.shipment_id for one in run.waiting] == [held, later]
    assert run.waiting[1].order_number.endswith("000004")
    with pytest.raises(NotAllowed):
        reserve_waiting(world.ctx(Role.PACKER), shop.warehouse)


def test_waiting_run_reserves_in_part_where_asked_and_stops_at_its_limit(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    whole = shop.confirmed({"JAR": 20}, ship_complete=True)
    part = shop.confirmed({"JAR": 20})
    assert reserve_waiting(ctx, shop.warehouse, 1, partial=True).reserved == ()
    run = reserve_waiting(ctx.once("night"), shop.warehouse, partial=True)
    assert [(one.shipment_id, one.pieces) for one in run.reserved] == [(part, 12)]
    assert [one.shipment_id for one in run.waiting] == [whole]
    again = reserve_waiting(ctx.once("night"), shop.warehouse, partial=True)
    assert again.reserved == ()
