"""Counts and what they settle, on both engines, as a stock keeper."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.errors import Conflict, NotFound
from app.services import goods
from app.services.counting import CountLine, count_balance, count_location, undo_count
from app.services.losses import PickedGoods
from app.services.stock import ReceiptLine, receive
from tests.rig.databases import World
from tests.rig.goods import Depot, make_depot

STOCK = ("stock_move", "stock_balance", "stock_level", "stock_count", "allocation", "shipment_line")


@pytest.fixture
def depot(world: World) -> Depot:
    return make_depot(world)


@pytest.mark.parametrize("counted", [0, 3, 5, 8])
def test_the_books_follow_the_count(depot: Depot, counted: int) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    lot = depot.stock(depot.plain, 5, depot.bin_a)
    got = count_balance(ctx, depot.bin_a, depot.plain, lot, counted)
    (one,) = got.balances
    assert (one.expected, one.counted) == (5, counted)
    assert (one.move_id is None) == (counted == 5)
    assert depot.on_hand(depot.plain, depot.bin_a) == counted
    undo_count(ctx, one.count_id)
    assert depot.on_hand(depot.plain, depot.bin_a) == 5
    with pytest.raises(Conflict):
        undo_count(ctx, one.count_id)


def test_a_whole_place_is_counted(depot: Depot) -> None:
    """What nobody found is not there, what was found beside the books is."""
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    plain = depot.stock(depot.plain, 5, depot.bin_a)
    depot.stock(depot.dated, 5, depot.bin_a, "L1")
    second = depot.stock(depot.dated, 2, depot.bin_b, "L2")
    got = count_location(
        ctx, depot.bin_a, (CountLine(depot.plain, plain, 6), CountLine(depot.dated, second, 1))
    )
    assert [(one.product_id, one.expected, one.counted) for one in got.balances] == [
        (depot.plain, 5, 6),
        (depot.dated, 0, 1),
        (depot.dated, 5, 0),
    ]
    moves = [
        depot.world.rows("SELECT qty, lot_id FROM stock_move WHERE id = :i", i=one.move_id)
        for one in got.balances
    ]
    assert [(row[0].qty, row[0].lot_id) for row in moves] == [
        (1, plain),
        (1, second),
        (5, depot.lot(depot.dated, "L1")),
    ]
    assert depot.on_hand(depot.dated, depot.bin_a) == 1
    assert count_location(ctx, depot.place("staging"), ()).balances == ()


def test_a_count_below_what_is_claimed_moves_the_claims(depot: Depot) -> None:
    lot = depot.stock(depot.plain, 5, depot.bin_a)
    depot.stock(depot.plain, 1, depot.bin_b)
    line = depot.line(depot.plain, 4, reserve=4)
    depot.claim(line, lot, depot.bin_a, 4)
    got = count_balance(depot.world.ctx(Role.STOCK_KEEPER), depot.bin_a, depot.plain, lot, 2)
    assert [one.qty for one in got.taken.claimed] == [1]
    assert [one.qty for one in got.taken.shorted] == [1]
    assert depot.line_state(line) == (3, 3)


def test_wrong_counts_change_nothing(depot: Depot) -> None:
    ctx = depot.world.ctx(Role.STOCK_KEEPER)
    lot = depot.stock(depot.plain, 5, depot.bin_a)
    receive(ctx, depot.warehouse, (ReceiptLine(depot.numbered, 1, location_id=depot.bin_a, serials=("S1",)),))
    line = depot.line(depot.plain, 2, reserve=2)
    depot.claim(line, lot, depot.bin_a, 2)
    depot.pick(line, lot, depot.bin_a, 2)
    before = depot.world.tables(*STOCK)
    with pytest.raises(goods.WrongQuantity):
        count_balance(ctx, depot.bin_a, depot.plain, lot, -1)
    with pytest.raises(goods.WrongQuantity):
        count_location(ctx, depot.bin_a, (CountLine(depot.plain, lot, 1), CountLine(depot.plain, lot, 2)))
    with pytest.raises(goods.WrongLot):
        count_balance(ctx, depot.bin_a, depot.dated, lot, 1)
    with pytest.raises(goods.WrongPlace):
        count_balance(ctx, depot.place("supplier"), depot.plain, lot, 1)
    with pytest.raises(goods.WrongSerials):
        count_balance(ctx, depot.bin_a, depot.numbered, depot.lot(depot.numbered), 0)
    with pytest.raises(PickedGoods):
        count_balance(ctx, depot.place("packing"), depot.plain, lot, 1)
    with pytest.raises(NotFound):
        undo_count(ctx, 999_999)
    assert depot.world.tables(*STOCK) == before
