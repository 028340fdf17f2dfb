"""Orders are confirmed, held, placed in one go and amended; each step is taken back whole."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotFound
from app.services.orders import (
    CustomerBlocked,
    HoldNotThere,
    InsufficientStock,
    OrderHeld,
    accept_quote,
    amend_order,
    confirm_order,
    enter_order,
    hold_order,
    place_order,
    release_hold,
)
from app.services.parties import set_customer_status
from app.services.reasons import WrongReason
from app.services.release import release_shipments
from app.services.reservation import reserve_shipment, unreserve_shipment
from tests.rig.databases import World
from tests.rig.shop import Level, Shop

TABLES = (
    "sales_order",
    "order_line",
    "shipment",
    "shipment_line",
    "stock_level",
    "stock_move",
    "order_event",
    "order_hold",
)


def test_quote_is_accepted_then_confirmed_with_a_planned_shipment(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    made = enter_order(ctx, shop.new_order({"MUG": 3, "TEA": 2}, quote=True, priority=5, ship_complete=True))
    with pytest.raises(Conflict):
        confirm_order(ctx, made.order_id)
    accept_quote(ctx, made.order_id)
    done = confirm_order(ctx, made.order_id)
    shipment = world.rows("SELECT * FROM shipment WHERE id = :id", id=done.shipment_ids[0])[0]
    assert (shipment.state, shipment.priority, bool(shipment.ship_complete)) == ("planned", 5, True)
    assert shipment.ship_address_id is not None
    lines = shop.shipment_lines(shipment.id)
    assert [(line.sku, line.qty, line.reserved, line.order_line_id) for line in lines] == [
        ("MUG", 3, 0, made.line_ids[0]),
        ("TEA", 2, 0, made.line_ids[1]),
    ]
    assert shop.state("sales_order", made.order_id) == "confirmed"
    before = world.tables(*TABLES)
    for step in (accept_quote, confirm_order):
        with pytest.raises(Conflict):
            step(ctx, made.order_id)
        with pytest.raises(NotFound):
            step(ctx, 999)
    assert world.tables(*TABLES) == before


def test_blocked_customer_is_not_confirmed(world: World) -> None:
    shop = Shop(world)
    made = shop.draft({"MUG": 1})
    set_customer_status(shop.owner, shop.customer, "blocked")
    before = world.tables(*TABLES)
    with pytest.raises(CustomerBlocked):
        confirm_order(world.ctx(Role.CUSTOMER_SERVICE), made.order_id)
    assert world.tables(*TABLES) == before


def test_order_is_placed_and_reserved_in_one_go(world: World) -> None:
    shop = Shop(world)
    placed = place_order(world.ctx(Role.CUSTOMER_SERVICE), shop.new_order({"MUG": 4, "TEA": 30}))
    assert shop.state("sales_order", placed.order_id) == "confirmed"
    assert shop.state("shipment", placed.shipment_id) == "reserved"
    assert shop.stock("MUG") == Level(50, 4, 50, 0)
    assert shop.stock("TEA") == Level(30, 30, 30, 0)
    verbs = [row.verb for row in world.rows("SELECT verb FROM order_event ORDER BY id")]
    assert verbs == ["entered", "confirmed", "reserved"]


def test_order_that_falls_short_is_not_placed_and_every_product_named(world: World) -> None:
    shop = Shop(world)
    shop.order({"TEA": 25})
    before = world.tables(*TABLES)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    with pytest.raises(InsufficientStock) as caught:
        place_order(ctx, shop.new_order({"MUG": 51, "TEA": 6, "POT": 20}))
    assert caught.value.facts["short"] == [
        {"sku": "MUG", "wanted": 51, "free": 50},
        {"sku": "TEA", "wanted": 6, "free": 5},
    ]
    assert "MUG: 51 wanted, 50 free; TEA: 6 wanted, 5 free" in str(caught.value)
    with pytest.raises(BadInput):
        place_order(ctx, shop.new_order({"MUG": 1}, quote=True))
    assert world.tables(*TABLES) == before


def test_held_order_is_neither_reserved_nor_released_until_let_go(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    waiting = shop.confirmed({"MUG": 1})
    ready = shop.order({"MUG": 1})
    order_id = world.one("SELECT order_id FROM shipment WHERE id = :id", id=waiting)
    hold = hold_order(ctx, order_id, "credit-check", date(2999, 1, 1), "Ask Bea")
    other = hold_order(ctx, ready.order_id, "address-check")
    before = world.tables(*TABLES)
    with pytest.raises(OrderHeld) as caught:
        reserve_shipment(ctx, waiting)
    assert (caught.value.facts["reason"], caught.value.facts["until"]) == ("credit-check", "2999-01-01")
    with pytest.raises(OrderHeld) as caught:
        release_shipments(world.ctx(Role.STOCK_KEEPER), (ready.shipment_id,))
    assert caught.value.facts["reason"] == "address-check"
    assert world.tables(*TABLES) == before
    assert release_hold(ctx, hold) == order_id
    release_hold(ctx, other)
    reserve_shipment(ctx, waiting)
    release_shipments(world.ctx(Role.STOCK_KEEPER), (ready.shipment_id, waiting))
    row = world.rows("SELECT released_at, released_by, placed_by FROM order_hold WHERE id = :id", id=hold)[0]
    assert row.released_at is not None
    assert row.released_by == row.placed_by == "t_customer_service"


def test_hold_lapses_on_its_day_and_is_let_go_once(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    waiting = shop.confirmed({"MUG": 1})
    order_id = world.one("SELECT order_id FROM shipment WHERE id = :id", id=waiting)
    hold = hold_order(ctx, order_id, "customer-request", date(2020, 1, 1))
    reserve_shipment(ctx, waiting)
    release_hold(ctx, hold)
    before = world.tables(*TABLES)
    with pytest.raises(HoldNotThere):
        release_hold(ctx, hold)
    with pytest.raises(WrongReason):
        hold_order(ctx, order_id, "damaged")
    with pytest.raises(NotFound):
        hold_order(ctx, 999, "credit-check")
    assert world.tables(*TABLES) == before


def test_confirmed_order_is_amended_and_confirmed_again(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    placed = shop.order({"MUG": 4})
    amend_order(ctx, placed.order_id)
    assert shop.state("sales_order", placed.order_id) == "draft"
    assert shop.state("shipment", placed.shipment_id) == "cancelled"
    assert shop.stock("MUG") == Level(50, 0, 50, 0)
    again = confirm_order(ctx, placed.order_id).shipment_ids[0]
    reserve_shipment(ctx, again)
    assert shop.stock("MUG").reserved == 4
    release_shipments(shop.owner, (again,))
    before = world.tables(*TABLES)
    with pytest.raises(Conflict):
        amend_order(ctx, placed.order_id)
    assert world.tables(*TABLES) == before


def test_reservation_is_taken_back(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    placed = shop.order({"MUG": 4, "POT": 1})
    unreserve_shipment(ctx, placed.shipment_id)
    assert shop.state("shipment", placed.shipment_id) == "planned"
    assert [line.reserved for line in shop.shipment_lines(placed.shipment_id)] == [0, 0]
    assert shop.stock("MUG").reserved == shop.stock("POT").reserved == 0
    before = world.tables(*TABLES)
    with pytest.raises(Conflict):
        unreserve_shipment(ctx, placed.shipment_id)
    assert world.tables(*TABLES) == before
