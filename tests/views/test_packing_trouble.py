"""When something is wrong at the bench: swaps, shorts, pieces out of parcels, parking, a supervisor; and all of it undone."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.queries.help_calls import open_calls
from app.services.help_calls import answer_call
from app.services.parcels import open_package
from app.views.parts.packing_words import Mode
from tests.rig.databases import World
from tests.rig.packing_station import Station, asked, mode, tag
from tests.rig.race import findings
from tests.rig.screens import MakeDesk
from tests.rig.shop import GTIN


@pytest.fixture
def station(world: World, desk_of: MakeDesk) -> Station:
    return Station(world, desk_of)


def test_a_damaged_piece_is_swapped_and_the_swap_undone(station: Station) -> None:
    bench, _ = station.opened(MUG=3)
    desk, shop = station.desk, station.shop
    desk.scan(GTIN["MUG"])
    desk.press("F6")
    desk.type("1")
    desk.press("Return", "2", "1")
    assert (tag(bench), mode(bench)) == ("Fetch 1 MUG", Mode.PACKING)
    assert bench.work_page.instruction.text == "Fetch it at A-01"
    assert shop.in_place("MUG", "QUARANTINE") == 1
    desk.scan(GTIN["MUG"])
    desk.press("Ctrl+Z")
    assert station.packed() == 1
    desk.press("Ctrl+Z")
    assert tag(bench) == "Swap taken back"
    assert shop.in_place("MUG", "QUARANTINE") == 0
    desk.press("Ctrl+Z")
    assert station.packed() == 0
    assert findings(station.world) == []


def test_one_command_swaps_and_one_sends_later(station: Station) -> None:
    """Scanned from the card, without a question: a damaged piece is swapped, a missing one follows, and the parcel closes."""
    bench, shipment = station.opened(MUG=2, POT=1)
    desk = station.desk
    desk.scan(GTIN["POT"], "CMD-PACK.SWAP", GTIN["MUG"], "CMD-PACK.SHORT")
    assert mode(bench) is Mode.DONE, "nothing is left to pack"
    assert station.shop.state("shipment", shipment) == "packed"
    assert station.world.one("SELECT count(*) FROM shipment") == 2
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert tag(bench) == "Taken back"
    assert station.world.one("SELECT sum(picked) FROM shipment_line WHERE shipment_id = :s", s=shipment) == 3
    assert findings(station.world) == []


def test_the_last_goods_that_are_missing_make_the_shipment_wait(station: Station) -> None:
    bench, shipment = station.opened(MUG=1)
    desk = station.desk
    desk.scan("CMD-PACK.PROBLEM", "CMD-PACK.MISSING", "CMD-PACK.SHORT")
    assert (mode(bench), station.shop.state("shipment", shipment)) == (Mode.WAITING, "picking")
    desk.press("Ctrl+Z")
    assert station.shop.state("shipment", shipment) == "picked"
    assert desk.notices == ()


def test_nothing_to_swap_with_is_said_and_changes_nothing(station: Station) -> None:
    bench, shipment = station.opened(JAR=12)
    before = station.world.tables("stock_move", "shipment_line")
    station.desk.scan("CMD-PACK.SWAP")
    assert tag(bench) == "Not done"
    assert station.world.tables("stock_move", "shipment_line") == before
    assert station.shop.state("shipment", shipment) == "packing"


def test_a_piece_comes_out_and_goes_into_another_parcel(station: Station) -> None:
    bench, shipment = station.opened(MUG=2, POT=1)
    desk = station.desk
    desk.scan(GTIN["MUG"], GTIN["POT"])
    second = open_package(station.shop.packer, shipment)
    desk.press("F5")
    desk.scan(GTIN["JAR"])
    assert tag(bench) == "Not done"
    desk.press("F5")
    desk.scan(GTIN["POT"])
    assert tag(bench) == "Taken out: 1 POT"
    desk.scan(second.sscc)
    assert tag(bench) == "Parcel 2"
    desk.scan(GTIN["POT"])
    rows = station.world.rows("SELECT package_id, qty FROM package_line ORDER BY id")
    assert rows[-1].package_id == second.package_id
    desk.scan(GTIN["MUG"])
    assert mode(bench) is Mode.CLOSING, "which of two open parcels is closed is said"
    desk.press("Return")
    desk.press("Return")
    assert mode(bench) is Mode.DONE
    assert station.world.one("SELECT count(*) FROM package WHERE state = 'labelled'") == 2


@pytest.mark.parametrize(
    ("answer", "reason"), [("2", "question"), ("Return", "later"), ("CMD-PACK.1", "goods")]
)
def test_parked_with_a_reason_that_others_see(station: Station, answer: str, reason: str) -> None:
    bench, shipment = station.opened(MUG=2)
    desk = station.desk
    desk.scan(GTIN["MUG"], "CMD-PACK.HOLD")
    assert asked(bench) == "park"
    desk.scan(answer) if answer.startswith("CMD") else desk.press(answer)
    assert mode(bench) is Mode.WAITING
    assert bench.state.queue.rows[0].parked == reason
    assert station.world.one("SELECT parked FROM shipment WHERE id = :s", s=shipment) == reason
    desk.press("Ctrl+Z")
    assert (mode(bench), station.world.one("SELECT parked FROM shipment")) == (Mode.PACKING, "")


def test_a_supervisor_is_called_and_comes(station: Station) -> None:
    bench, shipment = station.opened(MUG=2)
    desk, world = station.desk, station.world
    desk.press("F9")
    assert bench.work_page.bar.items()["call"] == "Called, nobody yet"
    with world.database().reading() as connection:
        (call,) = open_calls(connection)
    assert call.shipment == station.number(shipment)
    answer_call(world.ctx(Role.SUPERVISOR), call.call_id)
    desk.work._changed(frozenset({"help_call"}))
    desk.wait()
    assert "is coming" in bench.work_page.bar.items()["call"]
    desk.scan("CMD-PACK.CALL", "CMD-PACK.CALL")
    assert "call" not in bench.work_page.bar.items()


def test_a_quantity_by_scanner_alone(station: Station) -> None:
    bench, _ = station.opened(MUG=12)
    station.desk.scan("CMD-PACK.QUANTITY", "CMD-PACK.1", "CMD-PACK.0", GTIN["MUG"])
    assert station.packed() == 10
    station.desk.scan("CMD-PACK.2", GTIN["MUG"])
    assert (station.packed(), mode(bench)) == (12, Mode.DONE)


def test_in_training_every_step_is_told_and_nothing_relaxed(station: Station) -> None:
    bench, _ = station.opened(MUG=2)
    assert not bench.work_page.lesson.isVisible()
    with station.world.database().engine.begin() as connection:
        connection.exec_driver_sql("UPDATE app_user SET training = true")
    bench.refresh()
    station.desk.wait()
    bench.state.training = (
        True  # the packer of these tests is a login without an entry of their own on SQLite
    )
    bench.show_state()
    assert bench.work_page.lesson.isVisible()
    assert "Scan each piece" in bench.work_page.lesson.words.text()
    station.desk.scan(GTIN["JAR"])
    assert bench.overlay is not None
    assert bench.overlay.stop is not None
    assert "shelf beside you" in bench.overlay.stop.text
    assert station.packed() == 0
