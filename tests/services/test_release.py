"""Reserved shipments become one pick list in walking order; a list is called back while nothing is picked."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission, Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.services.context import use_case
from app.services.ledger import LedgerRow, post_numbered
from app.services.release import GoodsPicked, recall_shipment, release_shipments
from app.services.reservation import InsufficientStock, ShortProduct
from app.services.sites import add_warehouse, standard_location
from tests.rig.databases import World
from tests.rig.shop import Level, Shop

TABLES = (
    *("shipment", "shipment_line", "wave", "pick_task", "order_event"),
    *("stock_move", "stock_level", "stock_balance", "allocation"),
)


@use_case(Permission.STOCK_ADJUST)
def lose(tx: Transaction, product_id: int, lot_id: int, location_id: int, warehouse_id: int, qty: int) -> int:
    """Goods that are simply gone."""
    gone = standard_location(tx, warehouse_id, "adjustment")
    return post_numbered(
        tx,
        [
            LedgerRow(
                "adjust", product_id, qty, lot_id, lot_id, from_location_id=location_id, to_location_id=gone
            )
        ],
    )[0]


@use_case(Permission.SHIPMENT_PICK)
def take(tx: Transaction, task_id: int) -> int:
    """Pick a task's goods, by the ledger alone."""
    task = tx.execute(sa.text("SELECT * FROM pick_task WHERE id = :id"), {"id": task_id}).one()
    row = LedgerRow(
        *(
            "pick",
            task.product_id,
            task.qty,
            task.lot_id,
            task.lot_id,
            task.from_location_id,
            task.to_location_id,
        ),
        shipment_line_id=task.shipment_line_id,
    )
    return post_numbered(tx, [row])[0]


def lot_of(shop: Shop, sku: str) -> int:
    return int(shop.world.one("SELECT id FROM lot WHERE product_id = :p AND code = ''", p=shop.product[sku]))


def tasks(shop: Shop, wave_id: int) -> list[tuple[str, str, int, int]]:
    rows = shop.world.rows(
        "SELECT t.number, t.shipment_id, t.qty, l.code FROM pick_task AS t JOIN location AS l ON l.id = t.from_location_id"
        " WHERE wave_id = :w ORDER BY t.id",
        w=wave_id,
    )
    return [(row.number, row.code, row.qty, row.shipment_id) for row in rows]


def test_shipments_become_one_pick_list_in_walking_order(world: World) -> None:
    shop = Shop(world)
    one = shop.order({"JAR": 2, "MUG": 12}).shipment_id
    two = shop.order({"MUG": 5, "TEA": 1}).shipment_id
    done = release_shipments(world.ctx(Role.STOCK_KEEPER), (two, one))
    assert done.shipment_ids == (one, two)
    assert done.left_out == ()
    assert done.tasks == 5
    # FEFO of one lot: the pick face first, emptied by the first shipment.
    assert tasks(shop, done.wave_id) == [
        ("PT000001", "A-01", 10, one),
        ("PT000002", "A-02", 1, two),
        ("PT000003", "B-01", 2, one),
        ("PT000004", "B-01", 5, two),
        ("PT000005", "B-02", 2, one),
    ]
    assert shop.stock("MUG") == Level(50, 17, 50, 17)
    assert {row.to_location_id for row in world.rows("SELECT to_location_id FROM pick_task")} == {
        shop.where("PACKING")
    }
    for shipment in (one, two):
        row = world.rows("SELECT state, wave_id FROM shipment WHERE id = :id", id=shipment)[0]
        assert (row.state, row.wave_id) == ("released", done.wave_id)


def test_first_expiry_goes_first_and_expired_goods_stay(world: World) -> None:
    shop = Shop(world, stock=False)
    shop.bring("TEA", 5, "A-01", lot="LATE", expires_on=date(2999, 1, 1))
    shop.bring("TEA", 5, "B-03", lot="SOON", expires_on=date(2998, 1, 1))
    shop.bring("TEA", 5, "A-02", lot="GONE", expires_on=date(2020, 1, 1))
    done = shop.released({"TEA": 6})
    assert [(code, qty) for _, code, qty, _ in tasks(shop, done.wave_id)] == [("A-01", 1), ("B-03", 5)]
    rest = shop.order({"TEA": 5}).shipment_id  # promised, but only four are fit to be sent
    before = world.tables(*TABLES)
    with pytest.raises(InsufficientStock) as caught:
        release_shipments(world.ctx(Role.STOCK_KEEPER), (rest,))
    assert caught.value.short == (ShortProduct("TEA", 5, 4),)
    assert world.tables(*TABLES) == before


def test_strategy_of_the_shipment_chooses_the_bins(world: World) -> None:
    shop = Shop(world)
    placed = shop.order({"MUG": 20})
    with world.database().engine.begin() as connection:
        connection.execute(sa.text("UPDATE shipment SET strategy = 'least_bins'"))
    done = release_shipments(shop.owner, (placed.shipment_id,))
    assert [(code, qty) for _, code, qty, _ in tasks(shop, done.wave_id)] == [("B-01", 20)]


def test_shipment_whose_goods_were_lost_is_left_out_and_named(world: World) -> None:
    shop = Shop(world)
    lacking = shop.order({"MUG": 1, "JAR": 12}).shipment_id
    ready = shop.order({"MUG": 50 - 1}).shipment_id
    lose(shop.owner, shop.product["JAR"], lot_of(shop, "JAR"), shop.where("B-02"), shop.warehouse, 3)
    done = release_shipments(world.ctx(Role.STOCK_KEEPER), (lacking, ready))
    assert done.shipment_ids == (ready,)
    assert [(one.shipment_id, one.short) for one in done.left_out] == [
        (lacking, (ShortProduct("JAR", 12, 9),))
    ]
    assert shop.state("shipment", lacking) == "reserved"
    assert shop.stock("MUG").allocated == 49


def test_more_urgent_shipment_chooses_first(world: World) -> None:
    shop = Shop(world)
    shop.order({"JAR": 6})
    last = shop.order({"JAR": 6}, priority=1).shipment_id
    lose(shop.owner, shop.product["JAR"], lot_of(shop, "JAR"), shop.where("B-02"), shop.warehouse, 6)
    ids = tuple(row.id for row in world.rows("SELECT id FROM shipment"))
    assert release_shipments(shop.owner, ids).shipment_ids == (last,)


def test_refused_releases_change_nothing(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.STOCK_KEEPER)
    ready = shop.order({"MUG": 1}).shipment_id
    planned = shop.confirmed({"MUG": 1})
    before = world.tables(*TABLES)
    with pytest.raises(BadInput):
        release_shipments(ctx, ())
    with pytest.raises(Conflict) as caught:
        release_shipments(ctx, (ready, planned))
    assert caught.value.facts["state"] == "planned"
    with pytest.raises(NotFound):
        release_shipments(ctx, (ready, 999))
    with pytest.raises(NotAllowed):
        release_shipments(world.ctx(Role.CUSTOMER_SERVICE), (ready,))
    add_warehouse(shop.owner, "PAR", "Paris")
    with world.database().engine.begin() as connection:
        connection.execute(sa.text("UPDATE shipment SET warehouse_id = 2 WHERE id = :id"), {"id": planned})
    with pytest.raises(BadInput):
        release_shipments(ctx, (ready, planned))
    assert world.tables("wave", "pick_task", "stock_move") == {
        name: before[name] for name in ("wave", "pick_task", "stock_move")
    }


def test_shipment_is_called_back_from_its_list_and_the_empty_list_with_it(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.STOCK_KEEPER)
    done = shop.released({"MUG": 12}, {"MUG": 5})
    one, two = done.shipment_ids
    assert recall_shipment(ctx, one).state == "reserved"
    assert shop.stock("MUG") == Level(50, 17, 50, 5)
    assert world.one("SELECT wave_id FROM shipment WHERE id = :id", id=one) is None
    states = world.rows("SELECT shipment_id, state FROM pick_task ORDER BY id")
    assert {(row.shipment_id, row.state) for row in states} == {(one, "cancelled"), (two, "open")}
    assert shop.state("wave", done.wave_id) == "open"
    before = world.tables(*TABLES)
    with pytest.raises(Conflict):
        recall_shipment(ctx, one)
    assert world.tables(*TABLES) == before
    recall_shipment(ctx, two)
    assert shop.state("wave", done.wave_id) == "cancelled"
    again = release_shipments(ctx, (one, two))
    assert again.tasks == done.tasks
    assert shop.stock("MUG") == Level(50, 17, 50, 17)


def test_picked_goods_are_put_back_before_the_list_is_called_back(world: World) -> None:
    shop = Shop(world)
    done = shop.released({"MUG": 12})
    take(world.ctx(Role.PICKER), world.one("SELECT min(id) FROM pick_task"))
    before = world.tables(*TABLES)
    with pytest.raises(GoodsPicked) as caught:
        recall_shipment(world.ctx(Role.STOCK_KEEPER), done.shipment_ids[0])
    assert caught.value.facts["pieces"] == 10
    assert world.tables(*TABLES) == before


def test_shrunken_promise_makes_the_recalled_shipment_wait_again(world: World) -> None:
    shop = Shop(world)
    done = shop.released({"JAR": 12})
    line = shop.shipment_lines(done.shipment_ids[0])[0]

    @use_case(Permission.STOCK_ADJUST)
    def shrink(tx: Transaction) -> int:
        rows = [
            LedgerRow(
                "deallocate", line.product_id, 2, lot_of(shop, "JAR"), None, shop.where("B-02"), None, line.id
            ),
            LedgerRow("release", line.product_id, 2, shipment_line_id=line.id),
        ]
        return len(post_numbered(tx, rows))

    shrink(shop.owner)
    assert recall_shipment(world.ctx(Role.STOCK_KEEPER), done.shipment_ids[0]).state == "planned"
    assert shop.stock("JAR") == Level(12, 0, 12, 0)
