"""Ctrl+Z from what the database knows: each step in its true order, whoever did it; each undone once, none after dispatch."""

from __future__ import annotations

import threading

import pytest

from app.database import Transaction
from app.domain.permissions import Permission, Role
from app.errors import AppError, Conflict, NotAllowed
from app.queries.bench_queue import bench_queue
from app.queries.bench_steps import BenchStep, last_bench_step
from app.services.bench_holds import park_shipment
from app.services.bench_problems import report_problem
from app.services.bench_steps import cross_off_step
from app.services.bench_swaps import short_at_bench, swap_at_bench
from app.services.bench_undo import HasLeft, StepUndone, undo_bench_step
from app.services.context import Context, use_case
from app.services.packing import open_for_packing, scan_item
from app.services.parcel_items import take_out_scanned
from app.services.parcel_weight import choose_box
from app.services.parcels import close_package, open_package
from app.services.reservation import reserve_shipment
from app.services.shipping import (
    deliver_shipment,
    ship_shipment,
    undeliver_shipment,
    unship_shipment,
)
from app.services.stock import ReceiptLine, receive
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.race import findings
from tests.rig.shop import GTIN
from tests.services.test_parcel_weight import make_carton
from tests.services.test_shipping_races import while_it_stands

KEPT = ("shipment", "shipment_line", "package", "package_line", "stock_move", "scan_event", "order_event")


def opened(shop: Bench, **lines: int) -> int:
    """A shipment that is being packed."""
    (shipment,) = shop.picked(lines)
    open_for_packing(shop.packer, shop.number("shipment", shipment))
    return shipment


def other(world: World) -> Context:
    """Somebody else at another bench."""
    return world.ctx(Role.PACKER, desk="PACK-2")


def contents(world: World) -> dict[str, object]:
    """What steps change and their undoing restores."""
    return {
        "parcels": world.rows("SELECT id, state, carton_id FROM package ORDER BY id"),
        "pieces": world.rows(
            "SELECT package_id, shipment_line_id, lot_id, serial_id, sum(qty) FROM package_line"
            " GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3"
        ),
        "claims": world.rows(
            "SELECT shipment_line_id, lot_id, location_id, qty FROM allocation WHERE qty > 0 ORDER BY 1, 2, 3"
        ),
        "lines": world.rows("SELECT id, qty, reserved, picked FROM shipment_line WHERE qty > 0 ORDER BY id"),
        "numbers": world.rows("SELECT id, location_id FROM serial ORDER BY id"),
        "shipments": world.rows(
            "SELECT id, state, parked FROM shipment WHERE state <> 'cancelled' ORDER BY id"
        ),
    }


def test_every_step_in_its_order_at_another_desk(world: World) -> None:
    shop = Bench(world)
    small, large = make_carton(shop.owner, "S", 100), make_carton(shop.owner, "L", 400)
    shipment = opened(shop, MUG=6, POT=1)
    product = shop.product["MUG"]
    seen = [contents(world)]
    parcels: list[int] = []

    def first_parcel() -> None:
        parcels.append(world.one("SELECT min(id) FROM package"))
        close_package(shop.packer, parcels[0], 900)

    steps = (
        ("box", lambda: choose_box(shop.packer, shipment, small)),
        ("scan", lambda: scan_item(shop.packer, shipment, GTIN["MUG"], qty=2)),
        ("box", lambda: choose_box(shop.packer, shipment, large)),
        ("swap", lambda: swap_at_bench(shop.packer, shipment, product, 1, "damaged")),
        ("out", lambda: take_out_scanned(shop.packer, shipment, GTIN["MUG"])),
        ("short", lambda: short_at_bench(shop.packer, shipment, product, 1, "missing")),
        ("scan", lambda: scan_item(shop.packer, shipment, GTIN["POT"])),
        ("problem", lambda: report_problem(shop.packer, shipment, product, 1, "damaged")),
        ("close", first_parcel),
        ("further", lambda: open_package(shop.packer, shipment)),
        ("scan", lambda: scan_item(shop.packer, shipment, GTIN["MUG"])),
        ("park", lambda: park_shipment(shop.packer, shipment, "goods")),
    )
    for _, step in steps:
        step()
        seen.append(contents(world))
    seen.pop()
    for did, _ in reversed(steps):
        assert undo_bench_step(other(world), shipment).did == did
        assert contents(world) == seen.pop(), did
        assert findings(world) == []
    assert undo_bench_step(other(world), shipment).did == "", "an undoing is not undone itself"
    with world.database().engine.connect() as connection:
        assert last_bench_step(connection, shipment) is None
    undone = world.one("SELECT count(*) FROM scan_event WHERE undoes_id IS NOT NULL")
    assert undone == len(steps), "each undoing is kept"


def test_a_piece_with_a_number_goes_back_by_its_number(world: World) -> None:
    shop = Bench(world)
    product = shop.add_product("SCALE", serial_tracked=True, barcodes=(("4006381333948", 1),))
    pieces = ReceiptLine(product, 2, location_id=shop.where("B-03"), serials=("S1", "S2"))
    receive(shop.owner, shop.warehouse, (pieces,))
    (shipment,) = shop.picked({"SCALE": 1})
    code = "]C1010400638133394821S1"
    open_for_packing(shop.packer, shop.number("shipment", shipment))
    scan_item(shop.packer, shipment, code)
    before = contents(world)
    assert before["pieces"]
    take_out_scanned(shop.packer, shipment, code)
    assert undo_bench_step(other(world), shipment).did == "out"
    assert contents(world) == before
    assert findings(world) == []


def test_a_scan_over_two_lots_is_one_step(world: World) -> None:
    shop = Bench(world)
    shop.bring("TEA", 1, "B-03", lot="T0")
    shipment = opened(shop, TEA=31)
    lots = world.one("SELECT count(DISTINCT lot_id) FROM allocation WHERE qty > 0")
    scan_item(shop.packer, shipment, GTIN["TEA"], qty=31)
    assert world.one("SELECT count(*) FROM package_line") == lots >= 2
    assert undo_bench_step(shop.packer, shipment).qty == 31
    assert world.one("SELECT count(*) FROM package_line") == 0


def test_a_parcel_that_a_scan_began_goes_with_it(world: World) -> None:
    shop = Bench(world)
    shipment = opened(shop, MUG=3)
    before = contents(world)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    assert undo_bench_step(shop.packer, shipment).did == "scan"
    assert contents(world) == before
    scan_item(shop.packer, shipment, GTIN["MUG"])
    close_package(shop.packer, world.one("SELECT id FROM package"), 400)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    assert [undo_bench_step(shop.packer, shipment).did for _ in range(2)] == ["scan", "close"]
    assert [row.state for row in world.rows("SELECT state FROM package")] == ["open"]


def test_a_box_that_came_with_closing_is_a_proposal_again(world: World) -> None:
    shop = Bench(world)
    proposed, chosen = make_carton(shop.owner, "S", 100), make_carton(shop.owner, "L", 400)
    shipment = opened(shop, MUG=1)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    parcel = world.one("SELECT id FROM package")
    box = "SELECT carton_id FROM package"
    close_package(shop.packer, parcel, carton_id=proposed)
    assert world.one(box) == proposed
    assert undo_bench_step(shop.packer, shipment).did == "close"
    assert world.one(box) is None
    choose_box(shop.packer, shipment, chosen)
    close_package(shop.packer, parcel, carton_id=proposed)
    assert undo_bench_step(shop.packer, shipment).did == "close"
    assert world.one(box) == chosen


def test_each_of_two_reports_is_withdrawn(world: World) -> None:
    """The one that stands is what the benches' list shows."""
    shop = Bench(world)
    shipment = opened(shop, MUG=2, POT=1)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    shown = []
    for sku in ("MUG", "POT"):
        report_problem(shop.packer, shipment, shop.product[sku], 1, "damaged")
    for _ in range(3):
        with shop.packer.reading() as connection:
            problem = bench_queue(connection).rows[0].problem
        shown.append(problem.sku if problem is not None else "")
        undo_bench_step(shop.packer, shipment)
    assert shown == ["POT", "MUG", ""]
    assert world.one("SELECT count(*) FROM package_line") == 0, "the third step back is the scan"


def test_parked_for_another_reason_it_is_parked_once(world: World) -> None:
    shop = Bench(world)
    shipment = opened(shop, MUG=1)
    for reason in ("goods", "box"):
        park_shipment(shop.packer, shipment, reason)
    assert undo_bench_step(shop.packer, shipment).did == "park"
    assert world.one("SELECT parked FROM shipment WHERE id = :s", s=shipment) == ""
    assert undo_bench_step(shop.packer, shipment).did == ""


def test_an_empty_bench_undoes_what_emptied_it(world: World) -> None:
    shop = Bench(world)
    shipment = opened(shop, MUG=1)
    with pytest.raises(Conflict, match="Nothing"):
        undo_bench_step(shop.packer)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    with pytest.raises(Conflict, match="Nothing"):
        undo_bench_step(shop.packer)
    park_shipment(shop.packer, shipment, "box")
    assert undo_bench_step(shop.packer).did == "park"
    with pytest.raises(Conflict, match="Nothing"):
        undo_bench_step(shop.packer)
    waits = opened(shop, POT=1)
    assert short_at_bench(shop.packer, waits, shop.product["POT"]).waits
    assert (undo_bench_step(shop.packer).did, shop.state("shipment", waits)) == ("short", "picked")


def test_gone_on_with_is_parked_no_more(world: World) -> None:
    shop = Bench(world)
    shipment = opened(shop, MUG=2)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    park_shipment(shop.packer, shipment, "box")
    open_for_packing(shop.packer, shop.number("shipment", shipment))
    assert undo_bench_step(shop.packer, shipment).did == "scan"


def test_what_was_packed_at_once_or_long_ago_is_opened_again(world: World) -> None:
    """`pack_all` keeps its step; of what an older version packed the parcels tell the order."""
    shop = Bench(world)
    shipment, _ = shop.packed({"MUG": 2})
    assert undo_bench_step(shop.packer, shipment).did == "close"
    first = opened(shop, POT=2)
    with world.database().engine.begin() as connection:
        number = connection.exec_driver_sql("SELECT max(id) FROM scan_event").scalar_one()
    scan_item(shop.packer, first, GTIN["POT"])
    parcel = world.one("SELECT max(id) FROM package")
    close_package(shop.packer, parcel, 400)
    open_package(shop.packer, first)
    scan_item(shop.packer, first, GTIN["POT"])
    forget(world, number)
    done = [undo_bench_step(shop.packer, first).did for _ in range(5)]
    assert done == ["scan", "further", "close", "scan", ""]


def forget(world: World, since: int) -> None:
    """Let it be as if an older version had done what came after."""
    with world.database().engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET session_replication_role = replica")
        else:
            rows = connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'scan_event'"
            ).all()
            for row in rows:
                connection.exec_driver_sql(f"DROP TRIGGER {row.name}")
        connection.exec_driver_sql(f"DELETE FROM scan_event WHERE id > {since}")


def test_nothing_is_undone_after_dispatch(world: World) -> None:
    shop = Bench(world)
    shipment = opened(shop, MUG=1)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    close_package(shop.packer, world.one("SELECT id FROM package"), 400)
    ship_shipment(shop.owner, shipment)
    before = world.tables(*KEPT)
    with pytest.raises(HasLeft) as left:
        undo_bench_step(shop.packer, shipment)
    assert "Undo handing over" in left.value.hint
    with pytest.raises(HasLeft):
        undo_bench_step(shop.packer)
    with pytest.raises(NotAllowed):
        undo_bench_step(world.ctx(Role.PICKER), shipment)
    assert world.tables(*KEPT) == before
    deliver_shipment(shop.owner, shipment)
    with pytest.raises(HasLeft) as arrived:
        undo_bench_step(shop.packer, shipment)
    assert "Undo delivered" in arrived.value.hint
    undeliver_shipment(shop.owner, shipment)
    unship_shipment(shop.owner, shipment)
    assert [undo_bench_step(shop.packer, shipment).did for _ in range(2)] == ["close", "scan"]


def test_a_step_that_went_on_elsewhere_stays(world: World) -> None:
    """A backorder that was worked on: the refusal says so, and nothing changed."""
    shop = Bench(world)
    shipment = opened(shop, MUG=2)
    short = short_at_bench(shop.packer, shipment, shop.product["MUG"], 1)
    assert short.backorder_id is not None
    reserve_shipment(shop.owner, short.backorder_id)
    before = world.tables(*KEPT)
    with pytest.raises(Conflict, match="worked on"):
        undo_bench_step(other(world), shipment)
    assert world.tables(*KEPT) == before


def test_two_desks_at_once_undo_two_steps(world: World) -> None:
    shop = Bench(world)
    shipment = opened(shop, MUG=3, POT=1)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    swap_at_bench(shop.packer, shipment, shop.product["POT"], 1)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    got: list[object] = []
    start = threading.Barrier(4)

    def undo(ctx: Context) -> None:
        start.wait()
        try:
            got.append(undo_bench_step(ctx, shipment))
        except AppError as refusal:
            got.append(refusal)

    desks = [
        threading.Thread(target=undo, args=(world.ctx(Role.PACKER, desk=f"PACK-{number}"),))
        for number in range(4)
    ]
    for one in desks:
        one.start()
    for one in desks:
        one.join()
    done = sorted(one.did for one in got if isinstance(one, StepUndone))
    assert done == ["", "scan", "scan", "swap"]
    assert world.one("SELECT count(*) FROM package_line") == 0
    assert findings(world) == []


def test_the_second_of_two_desks_sees_what_the_first_undid(pg_world: World) -> None:
    shop = Bench(pg_world)
    shipment = opened(shop, MUG=3)
    scan_item(shop.packer, shipment, GTIN["MUG"], qty=2)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    second = while_it_stands(
        *(pg_world, Role.PACKER, undo_bench_step, (shipment,)),
        lambda: undo_bench_step(other(pg_world), shipment),
    )
    assert (second.did, second.qty) == ("scan", 2), "the step before"
    assert pg_world.one("SELECT count(*) FROM package_line") == 0


def test_an_empty_bench_undoes_nothing_that_another_goes_on_with(pg_world: World) -> None:
    shop = Bench(pg_world)
    shipment = opened(shop, MUG=2)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    park_shipment(shop.packer, shipment, "box")
    number = shop.number("shipment", shipment)

    def undo() -> object:
        with pytest.raises(Conflict, match="another bench"):
            undo_bench_step(shop.packer)
        return pg_world.one("SELECT count(*) FROM package_line")

    assert while_it_stands(pg_world, Role.PACKER, open_for_packing, (number, True), undo) == 1


def test_the_database_lets_no_step_be_undone_twice(world: World) -> None:
    shop = Bench(world)
    shipment = opened(shop, MUG=1)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    with shop.packer.reading() as connection:
        step = last_bench_step(connection, shipment)
    assert step is not None
    undo_bench_step(shop.packer, shipment)
    before = world.tables("scan_event")
    with pytest.raises(AppError):
        _twice(shop.packer, step)
    assert world.tables("scan_event") == before


@use_case(Permission.SHIPMENT_PACK)
def _twice(tx: Transaction, step: BenchStep) -> None:
    cross_off_step(tx, step, "Once more.")


def test_asked_again_nothing_is_undone_twice(world: World) -> None:
    shop = Bench(world)
    shipment = opened(shop, MUG=3)
    scan_item(shop.packer, shipment, GTIN["MUG"])
    scan_item(shop.packer, shipment, GTIN["MUG"])
    once = shop.packer.once("UNDO:1")
    assert undo_bench_step(once, shipment) == undo_bench_step(once, shipment)
    assert world.one("SELECT sum(qty) FROM package_line") == 1
