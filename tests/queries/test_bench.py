"""What the bench shows: what waits in which order, who packs, what lies in the open parcel, how far the papers are."""

from __future__ import annotations

from datetime import date

from app.queries.bench import Article, article, at_bench, papers
from app.queries.bench_queue import bench_queue
from app.services.labels import label_package, print_packing_slip
from app.services.packing import open_for_packing, scan_item
from app.services.parcels import close_package
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.shop import GTIN, TEA_EXPIRES, TEA_LOT


def test_what_waits_comes_by_promise(world: World) -> None:
    shop = Bench(world)
    made = shop.picked({"MUG": 1}, {"POT": 2, "JAR": 1}, {"MUG": 1}, {"JAR": 1})
    days = (date(2030, 1, 2), date(2030, 1, 1), None, date(2030, 1, 2))
    with world.database().engine.begin() as connection:
        for shipment_id, day in zip(made, days, strict=True):
            value = f"'{day}'" if day else "NULL"
            connection.exec_driver_sql(f"UPDATE shipment SET promised_on = {value} WHERE id = {shipment_id}")
        connection.exec_driver_sql(f"UPDATE shipment SET priority = 5 WHERE id = {made[3]}")
    shop.order({"MUG": 1})
    with shop.packer.reading() as connection:
        found = bench_queue(connection, 3)
        assert [row.shipment_id for row in bench_queue(connection).rows] == [
            made[1],
            made[3],
            made[0],
            made[2],
        ]
    assert [row.shipment_id for row in found.rows] == [made[1], made[3], made[0]]
    assert found.total == 4
    first = found.rows[0]
    assert (first.products, first.pieces, first.packed, first.state) == (2, 3, 0, "picked")
    assert (first.customer, first.packer, first.problem) == ("Analytique", "", None)
    assert first.pick_list.startswith("PL-")


def test_who_packs_since_when(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 7, "TEA": 1})
    open_for_packing(shop.packer, shop.number("shipment", shipment))
    scan_item(shop.packer, shipment, GTIN["MUG"], qty=2)
    scan_item(shop.packer, shipment, GTIN["POT"])
    with shop.packer.reading() as connection:
        seen = at_bench(connection, shipment)
        waiting = bench_queue(connection).rows[0]
        assert at_bench(connection, 999) is None
    assert seen is not None
    assert (seen.packer, seen.state, seen.since is not None) == (shop.packer.actor, "packing", True)
    assert (seen.customer, seen.town, seen.picked, seen.packed) == ("Analytique", "59000 Lille", 8, 2)
    mug, tea = seen.items
    assert (mug.sku, mug.picked, mug.packed, mug.left, mug.lots) == ("MUG", 7, 2, 5, ())
    assert (tea.sku, tea.lots) == ("TEA", ((TEA_LOT, TEA_EXPIRES),))
    (parcel,) = seen.parcels
    assert parcel is not None
    assert (parcel.position, parcel.pieces, parcel.expected_g, parcel.tracking) == (1, 2, 200, "")
    wrong, right = seen.scans
    assert (wrong.verdict, wrong.sku, wrong.qty) == ("wrong", "POT", 0)
    assert (right.verdict, right.sku, right.qty, right.code) == ("right", "MUG", 2, GTIN["MUG"])
    assert (waiting.packed, waiting.packer) == (2, shop.packer.actor)


def test_a_shipment_that_left_still_shows_what_was_packed(world: World) -> None:
    shop = Bench(world)
    shipment, _ = shop.packed({"MUG": 3})
    with shop.packer.reading() as connection:
        seen = at_bench(connection, shipment)
    assert seen is not None
    assert (seen.picked, seen.packed) == (3, 3)
    (parcel,) = seen.parcels
    assert (parcel.state, parcel.weight_g, parcel.expected_g) == ("closed", 300, 300)


def test_how_far_the_papers_are(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 1})
    scan_item(shop.packer, shipment, GTIN["MUG"])
    parcel = world.one("SELECT id FROM package WHERE shipment_id = :s", s=shipment)
    close_package(shop.packer, parcel, 100)
    label = label_package(shop.packer, parcel)
    slip = print_packing_slip(shop.packer, shipment)
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE print_job SET status = 'failed', error = 'No paper.', printer = 'Zebra'"
            f" WHERE id = {label.print_job_id}"
        )
    with shop.packer.reading() as connection:
        assert papers(connection, ()) == ()
        first, second = papers(connection, (label.print_job_id, slip.print_job_id))
        seen = at_bench(connection, shipment)
    assert (first.document, first.status, first.printer, first.error) == (
        "shipment_label",
        "failed",
        "Zebra",
        "No paper.",
    )
    assert (second.document, second.status, second.copy) == ("packing_slip", "waiting", False)
    assert seen is not None
    assert seen.parcels[0].label_sha == label.sha256


def test_which_article(world: World) -> None:
    shop = Bench(world)
    with shop.packer.reading() as connection:
        assert article(connection, shop.product["MUG"]) == Article(
            shop.product["MUG"], "MUG", "Mug of the shop"
        )
        assert article(connection, 999) is None
