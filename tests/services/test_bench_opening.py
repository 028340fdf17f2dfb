"""The first scan at an empty bench: papers, single articles, somebody else's work, packed shipments, and everything wrong."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.permissions import Role
from app.errors import NotAllowed
from app.services.bench_opening import scan_at_bench
from app.services.packing import open_for_packing, scan_item
from app.services.parcels import close_package
from app.services.scanning import Tone, Verdict
from app.services.shipping import ship_shipment
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.shop import GTIN, MUG_CARTON

WATCHED = ("package", "package_line", "shipment", "shipment_line", "stock_move", "order_event")


def test_a_paper_opens_its_shipment(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 8, "POT": 1})
    wave = world.one("SELECT wave_id FROM shipment WHERE id = :s", s=shipment)
    found = scan_at_bench(shop.packer.once("PACK-1:7"), shop.number("wave", wave))
    assert (found.shipment_id, found.result.tone, found.result.step) == (shipment, Tone.GOOD, "scan")
    assert found.result.left == 9
    assert shop.state("shipment", shipment) == "packing"
    assert scan_at_bench(shop.packer.once("PACK-1:7"), shop.number("wave", wave)) == found
    events = world.rows("SELECT verdict, context_id FROM scan_event WHERE context = 'packing'")
    assert [(one.verdict, one.context_id) for one in events] == [("right", shipment)]


def test_a_sheet_opens_its_shipments_one_after_the_other(world: World) -> None:
    shop = Bench(world)
    later, sooner, others = shop.picked({"MUG": 1}, {"POT": 1}, {"JAR": 1})
    with world.database().engine.begin() as connection:
        for shipment, day in ((later, 3), (sooner, 2), (others, 1)):
            connection.exec_driver_sql(
                f"UPDATE shipment SET promised_on = '{date(2030, 1, day)}' WHERE id = {shipment}"
            )
    open_for_packing(world.owner, shop.number("shipment", others))
    sheet = shop.number("wave", world.one("SELECT wave_id FROM shipment WHERE id = :s", s=later))
    assert scan_at_bench(shop.packer, sheet).shipment_id == sooner
    assert scan_at_bench(shop.packer, sheet).shipment_id == sooner, "what was begun comes first"
    scan_item(shop.packer, sooner, GTIN["POT"])
    close_package(shop.packer, world.one("SELECT id FROM package"), 100)
    assert scan_at_bench(shop.packer, sheet).shipment_id == later
    scan_item(shop.packer, later, GTIN["MUG"])
    close_package(shop.packer, world.one("SELECT max(id) FROM package"), 100)
    last = scan_at_bench(shop.packer, sheet)
    assert (last.shipment_id, last.result.step) == (others, "join")


def test_a_tote_opens_the_shipment_that_lies_in_it(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 1})
    place = shop.where("STAGING")
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql(
            f"INSERT INTO tote (code, location_id, shipment_id) VALUES ('TOTE-14', {place}, {shipment})"
        )
        connection.exec_driver_sql(f"INSERT INTO tote (code, location_id) VALUES ('TOTE-15', {place})")
    assert scan_at_bench(shop.packer, "TOTE-15").result.verdict is Verdict.FOREIGN
    assert scan_at_bench(shop.packer, "TOTE-14").shipment_id == shipment


def test_an_article_opens_the_shipment_that_waits_for_it_alone(world: World) -> None:
    shop = Bench(world)
    later, sooner, mixed = shop.picked({"MUG": 2}, {"MUG": 1}, {"MUG": 1, "POT": 1})
    with world.database().engine.begin() as connection:
        for shipment, day in ((later, 3), (sooner, 2), (mixed, 1)):
            connection.exec_driver_sql(
                f"UPDATE shipment SET promised_on = '{date(2030, 1, day)}' WHERE id = {shipment}"
            )
    first = scan_at_bench(shop.packer, GTIN["MUG"])
    assert (first.shipment_id, first.result.verdict, first.result.step) == (
        sooner,
        Verdict.COMPLETE,
        "close",
    )
    second = scan_at_bench(shop.packer, GTIN["MUG"])
    assert (second.shipment_id, second.result.counted, second.result.left) == (later, 1, 1)
    third = scan_at_bench(shop.packer, GTIN["MUG"])
    assert (third.shipment_id, third.result.verdict, third.result.tone) == (0, Verdict.FOREIGN, Tone.STOP)
    assert shop.state("shipment", mixed) == "picked"


def test_a_carton_too_large_opens_nothing(world: World) -> None:
    shop = Bench(world)
    shop.picked({"MUG": 2})
    before = world.tables(*WATCHED)
    found = scan_at_bench(shop.packer, MUG_CARTON)
    assert (found.shipment_id, found.result.verdict) == (0, Verdict.TOO_MANY)
    assert world.tables(*WATCHED) == before


def test_somebody_else_packs_it(world: World) -> None:
    shop = Bench(world)
    (shipment,) = shop.picked({"MUG": 1})
    number = shop.number("shipment", shipment)
    open_for_packing(world.owner, number)
    before = world.tables(*WATCHED)
    found = scan_at_bench(shop.packer, number)
    assert (found.shipment_id, found.result.verdict, found.result.step) == (
        shipment,
        Verdict.ELSEWHERE,
        "join",
    )
    assert found.result.facts["packer"] == world.one("SELECT packer FROM shipment")
    assert world.tables(*WATCHED) == before
    joined = scan_at_bench(shop.packer, number, join=True)
    assert (joined.shipment_id, joined.result.step) == (shipment, "scan")


def test_a_packed_one_is_shown(world: World) -> None:
    shop = Bench(world)
    shipment, parcel = shop.packed({"MUG": 1})
    sscc = world.one("SELECT sscc FROM package WHERE id = :p", p=parcel)
    before = world.tables(*WATCHED)
    for code in (sscc, shop.number("shipment", shipment)):
        found = scan_at_bench(shop.packer, code)
        assert (found.shipment_id, found.result.tone, found.result.step) == (shipment, Tone.INFO, "show")
    assert world.tables(*WATCHED) == before


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        ("nonsense", Verdict.UNKNOWN),
        ("", Verdict.UNKNOWN),
        ("\x00\x1d", Verdict.UNKNOWN),
        (GTIN["JAR"], Verdict.FOREIGN),
        ("LOC-LIL-A-01", Verdict.FOREIGN),
        ("SO-2026-999999", Verdict.UNKNOWN),
        ("RESERVED", Verdict.FOREIGN),
    ],
)
def test_a_wrong_scan_is_kept_and_changes_nothing(world: World, code: str, verdict: Verdict) -> None:
    shop = Bench(world)
    shop.picked({"MUG": 1, "POT": 1})
    if code == "RESERVED":
        code = shop.number("shipment", shop.order({"MUG": 1}).shipment_id)
    before = world.tables(*WATCHED)
    found = scan_at_bench(shop.packer, code)
    assert (found.shipment_id, found.result.verdict, found.result.tone) == (0, verdict, Tone.STOP)
    assert found.result.message
    assert world.tables(*WATCHED) == before
    assert world.one("SELECT count(*) FROM scan_event WHERE verdict = :v", v=verdict.value) == 1
    with pytest.raises(NotAllowed):
        scan_at_bench(world.ctx(Role.PICKER), code)


def test_what_has_left_says_where_it_is_taken_back(world: World) -> None:
    shop = Bench(world)
    shipment, parcel = shop.packed({"MUG": 1})
    ship_shipment(shop.packer, shipment)
    before = world.tables("shipment", "package")
    sscc = world.one("SELECT sscc FROM package WHERE id = :p", p=parcel)
    for code in (shop.number("shipment", shipment), sscc):
        arrival = scan_at_bench(shop.packer, code)
        assert (arrival.shipment_id, arrival.result.tone.value) == (0, "stop")
        assert "Shipments" in arrival.result.message
    assert world.tables("shipment", "package") == before
