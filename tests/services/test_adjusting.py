"""Losses and finds, blocked lots and quarantine, on both engines, as a stock keeper."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.permissions import Role
from app.services import goods
from app.services.adjusting import adjust, relabel, relabel_lot, set_aside
from app.services.losses import PickedGoods
from app.services.reasons import WrongReason
from app.services.stock import NotUndone, ReceiptLine, receive, undo_adjustment, undo_moves
from tests.rig.databases import World
from tests.rig.goods import Depot, make_depot

STOCK = (
    "stock_move",
    "stock_balance",
    "stock_level",
    "allocation",
    "shipment_line",
    "shipment",
    "lot",
    "serial",
)


@pytest.fixture
def depot(world: World) -> Depot:
    return make_depot(world)


def test_found_and_lost(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    lot = depot.stock(depot.plain, 10, depot.bin_a)
    found = adjust(ctx, depot.plain, lot, depot.bin_a, 2, "found")
    assert depot.level(depot.plain) == (12, 0)
    lost = adjust(ctx, depot.plain, lot, depot.bin_a, -5, "lost")
    assert depot.level(depot.plain) == (7, 0)
    assert (lost.freed, lost.claimed, lost.shorted) == ((), (), ())
    undo_adjustment(ctx, lost.move_ids)
    undo_adjustment(ctx, found.move_ids)
    assert depot.on_hand(depot.plain, depot.bin_a) == 10
    assert depot.world.rows(
        "SELECT reason FROM stock_move WHERE kind = 'adjust' AND reverses_id IS NULL ORDER BY id"
    ) == [
        ("found",),
        ("lost",),
    ]


def test_wrong_adjustments_change_nothing(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    lot = depot.stock(depot.plain, 3, depot.bin_a)
    other = depot.stock(depot.dated, 3, depot.bin_a, "L1")
    before = depot.world.tables(*STOCK)
    with pytest.raises(goods.WrongQuantity):
        adjust(ctx, depot.plain, lot, depot.bin_a, 0, "lost")
    with pytest.raises(WrongReason):
        adjust(ctx, depot.plain, lot, depot.bin_a, -1, "")
    with pytest.raises(WrongReason):
        adjust(ctx, depot.plain, lot, depot.bin_a, -1, "changed-mind")
    with pytest.raises(goods.NotEnoughThere):
        adjust(ctx, depot.plain, lot, depot.bin_a, -4, "lost")
    with pytest.raises(goods.NotEnoughThere):
        adjust(ctx, depot.plain, lot, depot.bin_b, -1, "lost")
    with pytest.raises(goods.WrongLot):
        adjust(ctx, depot.plain, other, depot.bin_a, -1, "lost")
    with pytest.raises(goods.WrongPlace):
        adjust(ctx, depot.plain, lot, depot.place("customer"), -1, "lost")
    with pytest.raises(goods.WrongPlace):
        set_aside(ctx, depot.plain, lot, depot.bin_a, 1, "damaged", depot.bin_b)
    with pytest.raises(goods.WrongLot):
        relabel(ctx, depot.plain, lot, depot.bin_a, 1, "ok", "quality-block")
    with pytest.raises(goods.WrongLot):
        relabel(ctx, depot.plain, lot, depot.bin_a, 1, "new", "quality-block")
    with pytest.raises(goods.WrongLot):
        relabel(ctx, depot.plain, other, depot.bin_a, 1, "blocked", "quality-block")
    with pytest.raises(NotUndone):
        undo_adjustment(ctx, op_key="never")
    assert depot.world.tables(*STOCK) == before


def test_numbered_pieces_are_lost_and_found_by_number(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    receive(
        ctx, depot.warehouse, (ReceiptLine(depot.numbered, 2, location_id=depot.bin_a, serials=("S1", "S2")),)
    )
    lot = depot.lot(depot.numbered)
    adjust(ctx, depot.numbered, lot, depot.bin_a, -1, "lost", ("S1",))
    assert depot.world.one("SELECT location_id FROM serial WHERE code = 'S1'") == depot.place("adjustment")
    adjust(ctx, depot.numbered, lot, depot.bin_b, 2, "found", ("S1", "S3"))
    assert depot.on_hand(depot.numbered, depot.bin_b) == 2
    before = depot.world.tables(*STOCK)
    with pytest.raises(goods.WrongSerials):
        adjust(ctx, depot.numbered, lot, depot.bin_b, -1, "lost")
    assert depot.world.tables(*STOCK) == before


def test_a_loss_of_claimed_goods_finds_others(depot: Depot) -> None:
    """The shipment keeps its promise with goods of another bin, and its pick task goes there."""
    lot = depot.stock(depot.plain, 5, depot.bin_a)
    depot.stock(depot.plain, 5, depot.bin_b)
    line = depot.line(depot.plain, 4, reserve=4)
    depot.claim(line, lot, depot.bin_a, 4)
    got = adjust(depot.world.ctx(Role.STOCK_KEEPER), depot.plain, lot, depot.bin_a, -3, "damaged")
    assert [(one.location_id, one.qty) for one in got.freed] == [(depot.bin_a, 2)]
    assert [(one.location_id, one.qty) for one in got.claimed] == [(depot.bin_b, 2)]
    assert got.shorted == ()
    assert depot.line_state(line) == (4, 4)
    tasks = depot.world.rows(
        "SELECT from_location_id, qty FROM pick_task WHERE shipment_line_id = :l AND state = 'open' ORDER BY id",
        l=line,
    )
    assert tasks == [(depot.bin_a, 2), (depot.bin_b, 2)]
    assert depot.world.rows("SELECT qty FROM pick_task WHERE state = 'cancelled'") == [(4,)]


def test_a_loss_beyond_all_free_goods_shorts_the_latest_promise(depot: Depot) -> None:
    lot = depot.stock(depot.plain, 10, depot.bin_a)
    early = depot.line(depot.plain, 4, reserve=4, promised=date(2027, 1, 1))
    depot.claim(early, lot, depot.bin_a, 4)
    late = depot.line(depot.plain, 4, reserve=4, promised=date(2027, 3, 1))
    middle = depot.line(depot.plain, 2, reserve=2, promised=date(2027, 2, 1))
    got = adjust(depot.world.ctx(Role.STOCK_KEEPER), depot.plain, lot, depot.bin_a, -5, "lost")
    assert [(one.shipment_line_id, one.qty) for one in got.shorted] == [(late, 4), (middle, 1)]
    assert [depot.line_state(line) for line in (early, middle, late)] == [(4, 4), (1, 0), (0, 0)]
    assert depot.level(depot.plain) == (5, 5)
    states = depot.world.rows("SELECT state FROM shipment ORDER BY id")
    assert [row.state for row in states] == ["released", "planned", "planned"]


def test_the_last_claimed_piece_goes_too(depot: Depot) -> None:
    """Nothing is left: the claim falls, the task is called off, the promise is taken back."""
    lot = depot.stock(depot.plain, 4, depot.bin_a)
    line = depot.line(depot.plain, 4, reserve=4)
    depot.claim(line, lot, depot.bin_a, 4)
    got = adjust(depot.world.ctx(Role.STOCK_KEEPER), depot.plain, lot, depot.bin_a, -4, "lost")
    assert [(one.shipment_line_id, one.qty) for one in got.shorted] == [(line, 4)]
    assert got.claimed == ()
    assert depot.level(depot.plain) == (0, 0)
    assert depot.line_state(line) == (0, 0)
    assert depot.world.rows("SELECT DISTINCT state FROM pick_task") == [("cancelled",)]
    undo_adjustment(depot.world.ctx(Role.STOCK_KEEPER), op_key=depot.op_key(got.move_ids[0]))
    assert depot.level(depot.plain) == (4, 0), "the goods are back and free"


def test_picked_goods_are_not_lost_behind_the_packer(depot: Depot) -> None:
    lot = depot.stock(depot.plain, 4, depot.bin_a)
    line = depot.line(depot.plain, 4, reserve=4)
    depot.claim(line, lot, depot.bin_a, 4)
    depot.pick(line, lot, depot.bin_a, 4)
    before = depot.world.tables(*STOCK)
    with pytest.raises(PickedGoods) as caught:
        adjust(depot.world.ctx(Role.STOCK_KEEPER), depot.plain, lot, depot.place("packing"), -1, "lost")
    assert caught.value.facts["shipments"] == ["SH-T1"]
    assert depot.world.tables(*STOCK) == before


def test_goods_are_set_aside_though_they_are_claimed(depot: Depot) -> None:
    lot = depot.stock(depot.plain, 4, depot.bin_a)
    depot.stock(depot.plain, 1, depot.bin_b)
    line = depot.line(depot.plain, 4, reserve=4)
    depot.claim(line, lot, depot.bin_a, 4)
    got = set_aside(depot.world.ctx(Role.STOCK_KEEPER), depot.plain, lot, depot.bin_a, 2, "damaged")
    assert depot.on_hand(depot.plain, depot.place("quarantine")) == 2
    assert depot.line_state(line) == (3, 3)
    assert [one.qty for one in got.shorted] == [1]


def test_a_blocked_lot_is_not_for_sale_until_it_is_let_go(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    lot = depot.stock(depot.dated, 6, depot.bin_a, "L1")
    depot.stock(depot.dated, 4, depot.bin_b, "L1")
    done = relabel(ctx, depot.dated, lot, depot.bin_a, 2, "blocked", "quality-block")
    assert depot.level(depot.dated) == (8, 0)
    relabel(ctx, depot.dated, done.lot_id, depot.bin_a, 2, "ok", "quality-release")
    assert depot.level(depot.dated) == (10, 0)
    whole = relabel_lot(ctx, depot.warehouse, lot, "blocked", "quality-block")
    assert depot.level(depot.dated) == (0, 0)
    assert whole.left_picked == 0
    undo_moves(ctx, whole.taken.move_ids)
    assert depot.level(depot.dated) == (10, 0)


def test_a_recall_takes_all_but_what_is_picked(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    lot = depot.stock(depot.dated, 6, depot.bin_a, "L1")
    depot.stock(depot.dated, 3, depot.bin_b, "L2")
    line = depot.line(depot.dated, 4, reserve=4)
    depot.claim(line, lot, depot.bin_a, 4)
    depot.pick(line, lot, depot.bin_a, 1)
    got = relabel_lot(ctx, depot.warehouse, lot, "blocked", "quality-block")
    assert got.left_picked == 1
    assert [one.location_id for one in got.taken.claimed] == [depot.bin_b]
    assert depot.line_state(line) == (3, 3)
    with pytest.raises(goods.NotEnoughThere):
        relabel_lot(ctx, depot.warehouse, lot, "expired", "quality-block")


def test_numbered_pieces_are_blocked_with_their_lot(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    receive(
        ctx, depot.warehouse, (ReceiptLine(depot.numbered, 2, location_id=depot.bin_a, serials=("S1", "S2")),)
    )
    got = relabel_lot(ctx, depot.warehouse, depot.lot(depot.numbered), "blocked", "quality-block")
    assert depot.world.rows("SELECT DISTINCT lot_id FROM serial") == [(got.lot_id,)]
    assert depot.level(depot.numbered) == (0, 0)
