"""Damaged or missing at the bench: swapped from stock or sent later, and taken back; the books stay true throughout."""

from __future__ import annotations

import json
import threading

import pytest
import sqlalchemy as sa

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.services.bench_goods import AtBenchNoMore, NoneFree
from app.services.bench_swaps import Swapped, short_at_bench, swap_at_bench, undo_short, undo_swap
from app.services.bench_undo import undo_bench_step
from app.services.packing import open_for_packing, scan_item
from app.services.parcels import SerialNeeded, close_package, finish_packing, pack_all
from app.services.picking import pick_wave
from app.services.release import release_shipments
from app.services.reservation import reserve_shipment
from app.services.shorts import resume_pick
from app.services.stock import ReceiptLine, receive
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.race import findings
from tests.rig.shop import GTIN

WATCHED = ("shipment", "shipment_line", "stock_balance", "stock_level", "allocation", "serial", "package")
BOOKS = ("shipment_line", "stock_level")


def opened(shop: Bench, **lines: int) -> int:
    """A shipment that is being packed."""
    (shipment,) = shop.picked(lines)
    open_for_packing(shop.packer, shop.number("shipment", shipment))
    return shipment


def picked(shop: Bench, lines: dict[str, int], **fields: bool) -> int:
    """A shipment at the bench of an order with further fields."""
    shipment = shop.order(lines, **fields).shipment_id
    pick_wave(shop.owner, release_shipments(shop.owner, (shipment,)).wave_id)
    return shipment


def sound(world: World) -> None:
    """Nothing in the books contradicts another."""
    assert findings(world) == []


def held(world: World) -> dict[str, list[object]]:
    """Tables without the rows that hold nothing: a step and its undoing leave balances of zero."""
    return {
        "levels": world.rows("SELECT product_id, sellable, reserved FROM stock_level ORDER BY 1"),
        "balances": world.rows(
            "SELECT product_id, lot_id, location_id, on_hand, allocated FROM stock_balance WHERE on_hand > 0 ORDER BY 1, 2, 3"
        ),
        "claims": world.rows(
            "SELECT shipment_line_id, lot_id, location_id, qty FROM allocation WHERE qty > 0 ORDER BY 1, 2, 3"
        ),
        "lines": world.rows(
            "SELECT id, qty, reserved, allocated, picked FROM shipment_line WHERE qty > 0 ORDER BY 1"
        ),
        "pieces": world.rows("SELECT code, location_id FROM serial ORDER BY 1"),
    }


@pytest.mark.parametrize("problem", ["damaged", "missing"])
def test_a_swap_brings_another_piece_and_sets_the_first_aside(world: World, problem: str) -> None:
    shop = Bench(world)
    shipment = opened(shop, MUG=3)
    before = held(world)
    swapped = swap_at_bench(shop.packer.once("S:1"), shipment, shop.product["MUG"], 1, problem)
    assert (swapped.sku, swapped.qty) == ("MUG", 1)
    assert [(one.place, one.qty) for one in swapped.places] == [
        ("A-01" if problem == "damaged" else "B-01", 1)
    ]
    assert shop.in_place("MUG", "QUARANTINE") == (1 if problem == "damaged" else 0)
    assert shop.in_place("MUG", "PACKING") == 3
    assert world.one("SELECT picked FROM shipment_line WHERE shipment_id = :s", s=shipment) == 3
    marked = world.one("SELECT count(*) FROM scan_event WHERE context = 'short'")
    assert marked == (1 if problem == "missing" else 0)
    facts = json.loads(world.one("SELECT facts FROM order_event WHERE verb = 'bench_swapped'"))
    assert (facts["sku"], facts["problem"]) == ("MUG", problem)
    sound(world)
    again = swap_at_bench(shop.packer.once("S:1"), shipment, shop.product["MUG"], 1, problem)
    assert again == swapped, "asked again, nothing is done twice"
    undo_swap(shop.packer, shipment, swapped.step)
    assert held(world) == before
    sound(world)
    with pytest.raises(Conflict):
        undo_swap(shop.packer, shipment, "nothing of that name")


def test_the_fetched_piece_is_packed_as_any_other(world: World) -> None:
    shop = Bench(world)
    shipment = opened(shop, TEA=2)
    shop.bring("TEA", 5, "B-03", lot="T2")
    swapped = swap_at_bench(shop.packer, shipment, shop.product["TEA"], 2)
    assert [(one.place, one.lot) for one in swapped.places] == [("A-02", "T1")]
    scan_item(shop.packer, shipment, GTIN["TEA"], qty=2)
    with pytest.raises(AtBenchNoMore):
        undo_swap(shop.packer, shipment, swapped.step)
    undo_bench_step(shop.packer, shipment)
    undo_swap(shop.packer, shipment, swapped.step)
    scan_item(shop.packer, shipment, GTIN["TEA"], qty=2)
    parcel = world.one("SELECT id FROM package")
    assert close_package(shop.packer, parcel, 400).finished
    sound(world)


def test_goods_that_others_were_promised_are_not_taken(world: World) -> None:
    shop = Bench(world)
    shipment = opened(shop, JAR=2)
    shop.order({"JAR": 10})
    before = world.tables(*WATCHED, "stock_move", "scan_event")
    with pytest.raises(NoneFree) as refused:
        swap_at_bench(shop.packer, shipment, shop.product["JAR"], 1)
    assert refused.value.facts["free"] == 0
    assert world.tables(*WATCHED, "stock_move", "scan_event") == before


def test_a_short_follows_as_a_backorder_and_comes_back(world: World) -> None:
    shop = Bench(world)
    shipment = opened(shop, MUG=3, POT=1)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    before = held(world)
    short = short_at_bench(shop.packer, shipment, shop.product["MUG"], 1, "damaged")
    assert not short.waits
    assert short.backorder_id is not None
    assert shop.state("shipment", short.backorder_id) == "planned"
    assert world.one("SELECT sum(qty) FROM shipment_line WHERE shipment_id = :s", s=short.backorder_id) == 1
    assert world.one("SELECT sum(picked) FROM shipment_line WHERE shipment_id = :s", s=shipment) == 3
    assert shop.in_place("MUG", "QUARANTINE") == 1
    sound(world)
    undo_short(shop.packer, shipment, short.step, short.backorder_id)
    assert held(world) == before
    assert shop.state("shipment", short.backorder_id) == "cancelled"
    sound(world)
    short = short_at_bench(shop.packer, shipment, shop.product["MUG"], 1, "missing")
    scan_item(shop.packer, shipment, GTIN["MUG"])
    scan_item(shop.packer, shipment, GTIN["POT"])
    assert close_package(shop.packer, world.one("SELECT id FROM package"), 800).finished
    sound(world)


@pytest.mark.parametrize("complete", [True, False])
def test_where_nothing_may_follow_the_shipment_waits(world: World, complete: bool) -> None:
    """Ordered to go complete, or nothing else left in it: it waits for goods until a supervisor finds some."""
    shop = Bench(world)
    lines = {"JAR": 1, "POT": 1} if complete else {"JAR": 1}
    shipment = picked(shop, lines, ship_complete=complete)
    open_for_packing(shop.packer, shop.number("shipment", shipment))
    before = held(world)
    short = short_at_bench(shop.packer, shipment, shop.product["JAR"], 1, "damaged")
    assert (short.waits, short.backorder_id) == (True, None)
    assert shop.state("shipment", shipment) == "picking"
    sound(world)
    undo_short(shop.packer, shipment, short.step)
    assert (shop.state("shipment", shipment), held(world)) == ("picked", before)
    short_at_bench(shop.packer, shipment, shop.product["JAR"], 1, "damaged")
    resumed = resume_pick(world.ctx(Role.SUPERVISOR), shipment)
    assert resumed.pieces == 1
    pick_wave(shop.owner, resumed.wave_id)
    assert shop.state("shipment", shipment) == "picked"
    assert pack_all(shop.packer, shipment).pieces == len(lines)
    sound(world)


def test_a_backorder_that_was_worked_on_stays(world: World) -> None:
    shop = Bench(world)
    shipment = opened(shop, MUG=2)
    short = short_at_bench(shop.packer, shipment, shop.product["MUG"], 1)
    assert short.backorder_id is not None
    reserve_shipment(shop.owner, short.backorder_id)
    before = world.tables(*WATCHED, "stock_move")
    with pytest.raises(Conflict, match="worked on"):
        undo_short(shop.packer, shipment, short.step, short.backorder_id)
    assert world.tables(*WATCHED, "stock_move") == before


def test_what_waits_for_goods_is_never_complete(world: World) -> None:
    """A resumed shipment of which only a part was found: its packing does not finish by itself."""
    shop = Bench(world)
    shipment = picked(shop, {"JAR": 3, "POT": 1}, ship_complete=True)
    short_at_bench(shop.packer, shipment, shop.product["JAR"], 2, "damaged")
    with world.database().engine.begin() as connection:  # as if a desk had moved it on without its goods
        connection.exec_driver_sql("UPDATE shipment SET state = 'picked'")
    scan_item(shop.packer, shipment, GTIN["JAR"])
    scan_item(shop.packer, shipment, GTIN["POT"])
    assert not close_package(shop.packer, world.one("SELECT id FROM package"), 900).finished
    with pytest.raises(Conflict, match="waits for 2"):
        finish_packing(shop.packer, shipment)


def with_numbers(shop: Bench) -> int:
    """A shipment of two scales with serial numbers, opened."""
    scale = shop.add_product("SCALE", serial_tracked=True, barcodes=(("4006381333948", 1),))
    pieces = ReceiptLine(scale, 4, location_id=shop.where("B-03"), serials=("S1", "S2", "S3", "S4"))
    receive(shop.owner, shop.warehouse, (pieces,))
    return opened(shop, SCALE=2)


def test_a_damaged_piece_goes_by_its_number(world: World) -> None:
    shop = Bench(world)
    shipment = with_numbers(shop)
    scale = shop.product["SCALE"]
    before = held(world)
    for wrong in ("", "S9"):
        with pytest.raises((SerialNeeded, BadInput)):
            swap_at_bench(shop.packer, shipment, scale, 1, "damaged", wrong)
    assert held(world) == before
    swapped = swap_at_bench(shop.packer, shipment, scale, 1, "damaged", "S2")
    place = "SELECT l.code FROM serial AS s JOIN location AS l ON l.id = s.location_id WHERE s.code = 'S2'"
    assert world.one(place) == "QUARANTINE"
    sound(world)
    assert scan_item(shop.packer, shipment, "010400638133394821S2").verdict.value == "serial_wrong"
    undo_swap(shop.packer, shipment, swapped.step)
    assert held(world) == before
    short = short_at_bench(shop.packer, shipment, scale, 1, "missing")
    assert short.backorder_id is not None
    scan_item(shop.packer, shipment, "010400638133394821S3")
    assert close_package(shop.packer, world.one("SELECT id FROM package"), 800).finished
    sound(world)


def test_refusals_leave_nothing(world: World) -> None:
    shop = Bench(world)
    shipment = opened(shop, MUG=2)
    packed, _ = shop.packed({"POT": 1})
    scan_item(shop.packer, shipment, GTIN["MUG"])
    before = world.tables(*WATCHED, "stock_move", "scan_event", "order_event")
    mug = shop.product["MUG"]
    for step in (swap_at_bench, short_at_bench):
        for qty in (0, -1, 2):
            with pytest.raises(BadInput):
                step(shop.packer, shipment, mug, qty)
        with pytest.raises(BadInput):
            step(shop.packer, shipment, mug, 1, "ugly")
        with pytest.raises(NotFound):
            step(shop.packer, shipment, shop.product["JAR"], 1)
        with pytest.raises(NotFound):
            step(shop.packer, shipment, 999_999, 1)
        with pytest.raises(NotFound):
            step(shop.packer, 999_999, mug, 1)
        with pytest.raises(Conflict):
            step(shop.packer, packed, shop.product["POT"], 1)
        with pytest.raises(NotAllowed):
            step(world.ctx(Role.PICKER), shipment, mug, 1)
    assert world.tables(*WATCHED, "stock_move", "scan_event", "order_event") == before


def test_two_benches_do_not_take_the_same_piece(world: World) -> None:
    shop = Bench(world)
    first, second = opened(shop, JAR=5), opened(shop, JAR=6)
    got: list[Swapped | NoneFree] = []

    def swap(shipment: int) -> None:
        try:
            got.append(swap_at_bench(shop.packer, shipment, shop.product["JAR"], 1))
        except NoneFree as refused:
            got.append(refused)

    both = [threading.Thread(target=swap, args=(shipment,)) for shipment in (first, second)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(isinstance(one, Swapped) for one in got) == [False, True]
    sound(world)


def test_a_packer_on_the_server_can_do_no_more(pg_world: World) -> None:
    """With their own password: no goods of others, no bin they were not picked from, no other state, nothing without a let-go."""
    shop = Bench(pg_world)
    shipment = opened(shop, MUG=2)
    line, lot, bench = pg_world.rows(
        "SELECT a.shipment_line_id, a.lot_id, a.location_id FROM allocation AS a WHERE a.qty > 0"
    )[0]
    bin_, other = shop.where("A-01"), shop.where("B-02")
    scan_item(shop.packer, shipment, GTIN["MUG"])
    backorder = short_at_bench(shop.packer, opened(shop, POT=2), shop.product["POT"], 1).backorder_id
    packer = pg_world.database(pg_world.url_of(Role.PACKER)).engine
    before = pg_world.tables(*WATCHED, "stock_move")
    let_go = "SELECT bench_let_go({line}, {lot}, {bench}, {back}, {pieces}, NULL, true, '{why}', 'psql')"
    good = {"line": line, "lot": lot, "bench": bench, "back": bin_, "pieces": 1, "why": "bench-damaged"}
    tries = [
        let_go.format(**good | {"pieces": 2}),
        let_go.format(**good | {"back": other}),
        let_go.format(**good | {"why": "whatever"}),
        let_go.format(**good | {"bench": bin_}),
        f"SELECT bench_fetch({line}, {lot}, {bin_}, {bench}, 1, 'bench-damaged', 'psql')",
        f"SELECT bench_take_back({shipment}, 'psql', 'psql2')",
        f"UPDATE shipment SET state = 'cancelled' WHERE id = {backorder}",
    ]
    for statement in tries:
        with pytest.raises(sa.exc.DBAPIError), packer.begin() as connection:
            connection.exec_driver_sql(statement)
    assert pg_world.tables(*WATCHED, "stock_move") == before


def test_a_step_is_taken_back_at_its_own_shipment_alone(world: World) -> None:
    shop = Bench(world)
    first, second = opened(shop, MUG=2), opened(shop, MUG=2)
    swap_at_bench(shop.packer.once("S:own"), first, shop.product["MUG"], 1)
    before = world.tables(*WATCHED, "stock_move")
    with pytest.raises(Conflict):
        undo_swap(shop.packer, second, "S:own")
    assert world.tables(*WATCHED, "stock_move") == before
    undo_swap(shop.packer, first, "S:own")
    sound(world)
