"""Picking along a list: as printed, line by line, short, and each taken back."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotFound, Refused
from app.services.adjusting import adjust
from app.services.picking import pick_task, pick_wave, undo_pick
from app.services.release import release_shipments
from app.services.reservation import reserve_shipment
from app.services.shorts import finish_without, resume_pick, short_pick
from tests.rig.databases import World
from tests.rig.shop import Shop

WATCHED = (
    "pick_task",
    "shipment",
    "shipment_line",
    "stock_move",
    "stock_balance",
    "stock_level",
    "allocation",
    "wave",
)


def tasks(shop: Shop, wave_id: int) -> list[tuple[int, str, int, int, int]]:
    """(id, state, qty, picked, short) by walking order."""
    return [
        (row.id, row.state, row.qty, row.picked, row.short)
        for row in shop.world.rows(
            "SELECT * FROM pick_task WHERE wave_id = :w ORDER BY walk_seq, id", w=wave_id
        )
    ]


def test_as_printed(world: World) -> None:
    shop = Shop(world)
    wave = shop.released({"MUG": 3, "TEA": 2}, {"POT": 1})
    done = pick_wave(world.ctx(Role.PICKER), wave.wave_id)
    assert done.pieces == 6
    assert done.tasks_left == 0
    assert set(done.finished) == set(wave.shipment_ids)
    assert {shop.state("shipment", one) for one in wave.shipment_ids} == {"picked"}
    assert shop.state("wave", wave.wave_id) == "done"
    assert shop.in_place("MUG", "PACKING") == 3
    assert shop.in_place("MUG", "A-01") == 7
    level = shop.stock("MUG")
    assert (level.sellable, level.reserved, level.on_hand, level.allocated) == (47, 0, 50, 3)
    with pytest.raises(Conflict):
        pick_wave(world.ctx(Role.PICKER), wave.wave_id)


def test_in_parts_and_back(world: World) -> None:
    shop = Shop(world)
    picker = world.ctx(Role.PICKER)
    wave = shop.released({"MUG": 3, "TEA": 2})
    (shipment,) = wave.shipment_ids
    mug, tea = (task[0] for task in tasks(shop, wave.wave_id))
    before = world.tables("stock_balance", "stock_level", "allocation", "shipment_line")
    assert pick_task(picker, mug, 1).tasks_left == 2
    assert shop.state("shipment", shipment) == "picking"
    assert pick_task(picker, mug).tasks_left == 1
    assert pick_task(picker, tea).finished == (shipment,)
    assert shop.state("shipment", shipment) == "picked"
    assert undo_pick(picker, tea).pieces == 2
    assert shop.state("shipment", shipment) == "picking"
    assert shop.state("wave", wave.wave_id) == "open"
    assert undo_pick(picker, mug).pieces == 3
    assert shop.state("shipment", shipment) == "released"
    now = world.tables("stock_level", "shipment_line")
    assert now == {name: before[name] for name in now}
    assert (
        world.one(
            "SELECT count(*) FROM stock_balance WHERE location_id = :l AND on_hand > 0",
            l=shop.where("PACKING"),
        )
        == 0
    )
    assert pick_wave(picker, wave.wave_id).pieces == 5


@pytest.mark.parametrize("qty", [0, 4, -1])
def test_wrong_quantity_changes_nothing(world: World, qty: int) -> None:
    shop = Shop(world)
    wave = shop.released({"MUG": 3})
    before = world.tables(*WATCHED)
    with pytest.raises(BadInput):
        pick_task(world.ctx(Role.PICKER), tasks(shop, wave.wave_id)[0][0], qty)
    assert world.tables(*WATCHED) == before


def test_unknown_task(world: World) -> None:
    Shop(world, stock=False)
    with pytest.raises(NotFound):
        pick_task(world.ctx(Role.PICKER), 99)


def test_short_pick_finds_another_bin(world: World) -> None:
    shop = Shop(world)
    picker = world.ctx(Role.PICKER)
    wave = shop.released({"MUG": 8})
    first = tasks(shop, wave.wave_id)[0][0]
    result = short_pick(picker, first, 5, "bin-short")
    assert (result.picked, result.missing, result.elsewhere, result.backordered) == (5, 3, 3, 0)
    assert [task[1:] for task in tasks(shop, wave.wave_id)] == [("short", 8, 5, 3), ("open", 3, 0, 0)]
    assert pick_wave(picker, wave.wave_id).pieces == 3
    assert shop.state("shipment", wave.shipment_ids[0]) == "picked"
    assert world.one("SELECT count(*) FROM scan_event WHERE context = 'short'") == 1


def test_short_pick_lets_the_rest_follow(world: World) -> None:
    shop = Shop(world)
    picker = world.ctx(Role.PICKER)
    wave = shop.released({"POT": 6, "TEA": 1})
    (shipment,) = wave.shipment_ids
    pot = next(task for task in tasks(shop, wave.wave_id) if task[2] == 6)[0]
    result = short_pick(picker, pot, 4, "bin-short")
    assert (result.elsewhere, result.backordered) == (0, 2)
    assert result.backorder_id is not None
    assert shop.state("shipment", result.backorder_id) == "planned"
    assert [(line.sku, line.qty) for line in shop.shipment_lines(result.backorder_id)] == [("POT", 2)]
    assert pick_wave(picker, wave.wave_id).pieces == 1
    assert shop.state("shipment", shipment) == "picked"
    level = shop.stock("POT")
    assert (level.sellable, level.reserved) == (16, 0)
    total = world.one(
        "SELECT sum(s.qty) FROM shipment_line AS s JOIN shipment AS h ON h.id = s.shipment_id"
        " JOIN order_line AS o ON o.id = s.order_line_id WHERE o.product_id = :p",
        p=shop.product["POT"],
    )
    assert total == 6


def test_nothing_found_at_all_puts_the_shipment_back(world: World) -> None:
    shop = Shop(world)
    wave = shop.released({"JAR": 12})
    (shipment,) = wave.shipment_ids
    result = short_pick(world.ctx(Role.PICKER), tasks(shop, wave.wave_id)[0][0], 0, "bin-short")
    assert result.backorder_id == shipment
    assert shop.state("shipment", shipment) == "planned"
    assert shop.state("wave", wave.wave_id) == "done"
    assert shop.stock("JAR").reserved == 0


def test_ship_complete_waits_and_goes_on(world: World) -> None:
    shop = Shop(world)
    picker = world.ctx(Role.PICKER)
    planned = shop.confirmed({"JAR": 12, "MUG": 1}, ship_complete=True)
    reserve_shipment(world.owner, planned)
    wave = release_shipments(world.owner, (planned,))
    jar = next(task for task in tasks(shop, wave.wave_id) if task[2] == 12)[0]
    result = short_pick(picker, jar, 10, "bin-short")
    assert (result.waiting, result.backorder_id) == (2, None)
    assert pick_wave(picker, wave.wave_id).finished == ()
    assert shop.state("shipment", planned) == "picking"
    assert shop.state("wave", wave.wave_id) == "done"
    keeper = world.ctx(Role.STOCK_KEEPER)
    shop.bring("JAR", 5, "B-03")
    resumed = resume_pick(keeper, planned)
    assert resumed.pieces == 2
    assert pick_wave(picker, wave.wave_id).pieces == 2
    assert shop.state("shipment", planned) == "picked"


def test_short_pick_refuses_what_is_not_short(world: World) -> None:
    shop = Shop(world)
    wave = shop.released({"MUG": 3})
    task = tasks(shop, wave.wave_id)[0][0]
    before = world.tables(*WATCHED)
    for qty in (3, -1):
        with pytest.raises(BadInput):
            short_pick(world.ctx(Role.PICKER), task, qty, "bin-short")
    with pytest.raises(Refused):
        short_pick(world.ctx(Role.PICKER), task, 1, "no such reason")
    assert world.tables(*WATCHED) == before


def test_a_loss_after_part_was_picked_ends_with_a_backorder(world: World) -> None:
    shop = Shop(world)
    picker = world.ctx(Role.PICKER)
    wave = shop.released({"MUG": 1, "JAR": 12})
    (shipment,) = wave.shipment_ids
    found = world.rows("SELECT id, product_id FROM pick_task WHERE wave_id = :w", w=wave.wave_id)
    mug = next(row.id for row in found if row.product_id == shop.product["MUG"])
    pick_task(picker, mug)
    with pytest.raises(Conflict):
        finish_without(picker, shipment)
    lot = world.one("SELECT id FROM lot WHERE product_id = :p", p=shop.product["JAR"])
    adjust(world.owner, shop.product["JAR"], lot, shop.where("B-02"), -12, "damaged")
    if shop.state("shipment", shipment) == "picking":
        result = finish_without(picker, shipment)
        assert result.backorder_id is not None
        assert [(line.sku, line.qty) for line in shop.shipment_lines(result.backorder_id)] == [("JAR", 12)]
    assert shop.state("shipment", shipment) == "picked"
