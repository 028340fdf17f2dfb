"""Cancelling gives back exactly what was promised and claimed, and can itself be taken back."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission, Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.services.context import use_case
from app.services.ledger import LedgerRow, post_numbered
from app.services.order_changes import OrderShipped, cancel_line, cancel_order, restore_line, revive_order
from app.services.orders import confirm_order
from app.services.reasons import WrongReason
from app.services.release import GoodsPicked, release_shipments
from app.services.reservation import reserve_available, reserve_shipment
from tests.rig.databases import World
from tests.rig.shop import Level, Shop

TABLES = (
    *("sales_order", "order_line", "shipment", "shipment_line", "wave", "pick_task", "order_event"),
    *("stock_move", "stock_level", "stock_balance", "allocation"),
)
WHY = "customer-cancelled"


@use_case(Permission.SHIPMENT_PICK, Permission.SHIPMENT_SHIP)
def send(tx: Transaction, shipment_id: int, ship: bool) -> int:
    """Pick all tasks of a shipment, and on demand ship it, by the ledger alone."""
    tasks = tx.execute(
        sa.text("SELECT * FROM pick_task WHERE shipment_id = :id AND state = 'open'"), {"id": shipment_id}
    ).all()
    customer = tx.execute(sa.text("SELECT id FROM location WHERE code = 'CUSTOMER'")).scalar_one()
    for kind in ("pick", "ship") if ship else ("pick",):
        rows = []
        for task in tasks:
            ends = (
                (task.from_location_id, task.to_location_id)
                if kind == "pick"
                else (task.to_location_id, customer)
            )
            goods = (task.product_id, task.qty, task.lot_id, task.lot_id)
            rows.append(LedgerRow(kind, *goods, *ends, shipment_line_id=task.shipment_line_id))
        post_numbered(tx, rows)
    done = ("picking", "picked", "packing", "packed", "shipped") if ship else ("picking", "picked")
    for state in done:
        tx.execute(sa.text("UPDATE shipment SET state = :s WHERE id = :id"), {"s": state, "id": shipment_id})
    return len(tasks)


def line_of(world: World, order_id: int, position: int = 1) -> int:
    return int(
        world.one("SELECT id FROM order_line WHERE order_id = :o AND position = :p", o=order_id, p=position)
    )


def test_cancelled_order_frees_what_it_held_wherever_it_stood(world: World) -> None:
    shop = Shop(world)
    shop.order({"MUG": 3, "JAR": 1})  # another order, whose promises stay
    placed = shop.order({"MUG": 60 - 23, "JAR": 2})
    part = shop.confirmed({"MUG": 20})
    reserve_available(shop.owner, part)
    release_shipments(shop.owner, (placed.shipment_id,))
    done = cancel_order(world.ctx(Role.CUSTOMER_SERVICE), placed.order_id, WHY, "He telephoned")
    assert done.shipment_ids == (placed.shipment_id,)
    assert shop.state("sales_order", placed.order_id) == "cancelled"
    assert shop.state("shipment", placed.shipment_id) == "cancelled"
    assert shop.stock("MUG") == Level(50, 3 + 10, 50, 0)
    assert shop.stock("JAR") == Level(12, 1, 12, 0)
    assert {row.state for row in world.rows("SELECT state FROM pick_task")} == {"cancelled"}
    assert {row.state for row in world.rows("SELECT state FROM wave")} == {"cancelled"}
    rows = world.rows("SELECT qty, cancelled FROM order_line WHERE order_id = :o", o=placed.order_id)
    assert all(row.cancelled == row.qty for row in rows)
    two = world.one("SELECT order_id FROM shipment WHERE id = :id", id=part)
    assert len(cancel_order(world.ctx(Role.CUSTOMER_SERVICE), two, WHY).shipment_ids) == 2
    assert shop.stock("MUG").reserved == 3
    before = world.tables(*TABLES)
    with pytest.raises(Conflict):
        cancel_order(world.ctx(Role.CUSTOMER_SERVICE), placed.order_id, WHY)
    assert world.tables(*TABLES) == before


def test_draft_is_cancelled_and_revived(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    draft = shop.draft({"MUG": 10, "TEA": 2})
    cancel_line(ctx, draft.line_ids[0], 7, WHY)
    cancel_order(ctx, draft.order_id, WHY)
    assert revive_order(ctx, draft.order_id).number == draft.number
    assert shop.state("sales_order", draft.order_id) == "draft"
    rows = world.rows("SELECT cancelled FROM order_line ORDER BY id")
    assert [row.cancelled for row in rows] == [3, 0]
    with pytest.raises(Conflict):
        revive_order(ctx, draft.order_id)
    shipment = confirm_order(ctx, draft.order_id).shipment_ids[0]
    assert [line.qty for line in shop.shipment_lines(shipment)] == [7, 2]


def test_revived_order_reserves_anew(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    placed = shop.order({"MUG": 10})
    cancel_order(ctx, placed.order_id, WHY)
    revive_order(ctx, placed.order_id)
    reserve_shipment(ctx, confirm_order(ctx, placed.order_id).shipment_ids[0])
    assert shop.stock("MUG") == Level(50, 10, 50, 0)


def test_order_is_not_cancelled_once_goods_left_their_bins(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    placed = shop.order({"MUG": 12})
    release_shipments(shop.owner, (placed.shipment_id,))
    send(shop.owner, placed.shipment_id, False)
    before = world.tables(*TABLES)
    with pytest.raises(GoodsPicked) as caught:
        cancel_order(ctx, placed.order_id, WHY)
    assert "Put the goods back" in caught.value.hint
    with pytest.raises(GoodsPicked):
        cancel_line(ctx, placed.line_ids[0], 5, WHY)
    with pytest.raises(WrongReason):
        cancel_order(ctx, placed.order_id, "damaged")
    with pytest.raises(NotFound):
        cancel_order(ctx, 999, WHY)
    with pytest.raises(NotAllowed):
        cancel_order(world.ctx(Role.STOCK_KEEPER), placed.order_id, WHY)
    assert world.tables(*TABLES) == before


def test_line_is_cancelled_down_and_restored(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    placed = shop.order({"MUG": 10, "TEA": 2}, freight=490)
    done = cancel_line(ctx, placed.line_ids[0], 4, WHY)
    assert (done.cancelled, done.order_state) == (6, "confirmed")
    assert done.total == round((4 * 250 + 2 * 500 + 490) * 1.2)
    assert shop.stock("MUG").reserved == 4
    assert [line.qty for line in shop.shipment_lines(placed.shipment_id)] == [4, 2]
    row = world.rows("SELECT gross, net, total FROM sales_order")[0]
    assert (row.gross, row.net, row.total) == (2000, 2000, done.total)
    restored = restore_line(ctx, placed.line_ids[0], 10)
    assert (restored.cancelled, restored.total) == (0, placed.total)
    waiting = world.rows("SELECT id, state FROM shipment ORDER BY id")
    assert [row.state for row in waiting] == ["reserved", "planned"]
    assert [(line.sku, line.qty) for line in shop.shipment_lines(waiting[1].id)] == [("MUG", 6)]
    restore = world.tables(*TABLES)
    for down_to in (-1, 10, 11):
        with pytest.raises(BadInput):
            cancel_line(ctx, placed.line_ids[0], down_to, WHY)
    for up_to in (10, 11):
        with pytest.raises(BadInput):
            restore_line(ctx, placed.line_ids[0], up_to)
    with pytest.raises(NotFound):
        cancel_line(ctx, 999, 0, WHY)
    with pytest.raises(WrongReason):
        cancel_line(ctx, placed.line_ids[0], 0, "")
    assert world.tables(*TABLES) == restore


def test_pieces_that_nobody_promised_are_cancelled_first(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    shipment = shop.confirmed({"MUG": 60, "TEA": 1})
    order_id = world.one("SELECT order_id FROM shipment WHERE id = :id", id=shipment)
    backorder = reserve_available(ctx, shipment).backorder_id
    assert backorder is not None
    cancel_line(ctx, line_of(world, order_id), 55, WHY)
    assert [line.qty for line in shop.shipment_lines(backorder)] == [5]
    assert shop.stock("MUG").reserved == 50
    cancel_line(ctx, line_of(world, order_id), 40, WHY)
    assert shop.state("shipment", backorder) == "cancelled"
    assert shop.stock("MUG").reserved == 40
    restore_line(ctx, line_of(world, order_id), 42)
    restore_line(ctx, line_of(world, order_id), 45)
    restore_line(ctx, line_of(world, order_id), 46)
    last = world.one("SELECT max(id) FROM shipment")
    assert [(line.sku, line.qty) for line in shop.shipment_lines(last)] == [("MUG", 6)]


def test_line_on_a_pick_list_calls_its_shipment_back(world: World) -> None:
    shop = Shop(world)
    placed = shop.order({"MUG": 12, "TEA": 1})
    release_shipments(shop.owner, (placed.shipment_id,))
    cancel_line(world.ctx(Role.CUSTOMER_SERVICE), placed.line_ids[0], 11, WHY)
    assert shop.state("shipment", placed.shipment_id) == "reserved"
    assert shop.stock("MUG") == Level(50, 11, 50, 0)
    assert shop.stock("TEA") == Level(30, 1, 30, 0)
    release_shipments(shop.owner, (placed.shipment_id,))
    assert shop.stock("MUG").allocated == 11


def test_order_without_any_line_left_is_cancelled(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    placed = shop.order({"MUG": 10, "TEA": 2})
    cancel_line(ctx, placed.line_ids[1], 0, WHY)
    done = cancel_line(ctx, placed.line_ids[0], 0, WHY)
    assert (done.order_state, done.total) == ("cancelled", 0)
    assert shop.state("sales_order", placed.order_id) == "cancelled"
    assert shop.state("shipment", placed.shipment_id) == "cancelled"
    assert shop.stock("MUG").reserved == shop.stock("TEA").reserved == 0
    with pytest.raises(Conflict):
        restore_line(ctx, placed.line_ids[0], 1)
    revive_order(ctx, placed.order_id)
    assert [row.cancelled for row in world.rows("SELECT cancelled FROM order_line ORDER BY id")] == [0, 2]


def test_order_closes_when_the_rest_is_cancelled_and_opens_when_that_is_undone(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    shipment = shop.confirmed({"MUG": 60})
    order_id = world.one("SELECT order_id FROM shipment WHERE id = :id", id=shipment)
    reserve_available(ctx, shipment)
    release_shipments(shop.owner, (shipment,))
    send(shop.owner, shipment, True)
    line = line_of(world, order_id)
    before = world.tables(*TABLES)
    with pytest.raises(OrderShipped):
        cancel_order(ctx, order_id, WHY)
    with pytest.raises(BadInput):
        cancel_line(ctx, line, 49, WHY)
    assert world.tables(*TABLES) == before
    assert cancel_line(ctx, line, 50, WHY).order_state == "closed"
    assert shop.state("sales_order", order_id) == "closed"
    assert restore_line(ctx, line, 52).order_state == "confirmed"
    assert shop.state("sales_order", order_id) == "confirmed"
