"""Ctrl+Z at the bench after a restart of the program, at another desk and by another person."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.services.shipping import ship_shipment
from app.views.packing import PackingBench
from app.views.parts.packing_words import Mode, log_line
from tests.rig.databases import World
from tests.rig.packing_station import SCREENS, Station, mode, tag
from tests.rig.race import findings
from tests.rig.screens import MakeDesk
from tests.rig.shop import GTIN
from tests.services.test_parcel_weight import make_carton


@pytest.fixture
def station(world: World, desk_of: MakeDesk) -> Station:
    return Station(world, desk_of)


def test_steps_are_undone_at_a_new_desk_in_their_order(station: Station, desk_of: MakeDesk) -> None:
    make_carton(station.shop.owner, "S", 100)
    _, shipment = station.opened(MUG=4, POT=1)
    station.desk.scan(GTIN["MUG"], "BOX-S", "CMD-PACK.SWAP", GTIN["POT"], "CMD-PACK.SHORT")
    assert station.packed() == 2
    who = station.world.ctx(Role.PACKER, Role.PICKER, desk="PACK-9")
    assert who.actor != station.shop.packer.actor
    desk = desk_of(station.world, screens=SCREENS, ctx=who)
    other = desk.show(PackingBench)
    desk.scan(station.number(shipment))
    assert mode(other) is Mode.WAITING, "asked whether to pack together"
    desk.press("F3")
    said = []
    for _ in range(5):
        desk.press("Ctrl+Z")
        said.append(tag(other))
    assert said == ["Taken back", "Taken out: 1 POT", "Swap taken back", "No box chosen", "Taken out: 1 MUG"]
    assert (station.packed(), desk.notices) == (0, ())
    desk.press("Ctrl+Z")
    assert (mode(other), station.shop.state("shipment", shipment)) == (Mode.WAITING, "picked")
    assert findings(station.world) == []


def test_what_waits_for_goods_comes_back_after_a_restart(station: Station, desk_of: MakeDesk) -> None:
    _, shipment = station.opened(MUG=1)
    station.desk.scan("CMD-PACK.PROBLEM", "CMD-PACK.MISSING", "CMD-PACK.SHORT")
    assert station.shop.state("shipment", shipment) == "picking"
    desk = desk_of(station.world, screens=SCREENS, ctx=station.shop.packer)
    bench = desk.show(PackingBench)
    desk.press("Ctrl+Z")
    assert (tag(bench), station.shop.state("shipment", shipment)) == ("Taken back", "picked")
    desk.press("Ctrl+Z")
    assert tag(bench) == "Not done", "nothing is left, and it is said"


def test_a_quantity_is_the_last_step_until_the_next_scan(station: Station) -> None:
    bench, _ = station.opened(MUG=4)
    desk = station.desk
    desk.scan(GTIN["MUG"])
    desk.press("F2")
    desk.type("2")
    desk.press("Return", "Ctrl+Z")
    assert (tag(bench), bench.state.quantity, station.packed()) == ("The next scan counts once", 1, 1)
    desk.scan("CMD-PACK.QUANTITY", "CMD-PACK.2", GTIN["MUG"])
    assert station.packed() == 3
    desk.scan("CMD-PACKING.UNDO")
    assert (tag(bench), station.packed()) == ("Taken out: 2 MUG", 1)
    desk.scan("CMD-PACKING.UNDO")
    assert station.packed() == 0


def test_what_was_dispatched_meanwhile_says_what_to_do(station: Station) -> None:
    bench, shipment = station.opened(MUG=1)
    station.desk.scan(GTIN["MUG"])
    assert mode(bench) is Mode.DONE
    ship_shipment(station.world.owner, shipment)
    before = station.world.tables("package", "package_line", "scan_event")
    station.desk.press("Ctrl+Z")
    assert (mode(bench), tag(bench)) == (Mode.WAITING, f"{station.number(shipment)} has left this bench")
    assert "undo handing over in Shipments" in bench.state.note()
    station.desk.press("Ctrl+Z")
    assert tag(bench) == "Not done"
    assert "Undo handing over in Shipments" in bench.state.note()
    assert station.world.tables("package", "package_line", "scan_event") == before


def test_the_list_of_scans_says_what_was_taken_back(station: Station) -> None:
    bench, _ = station.opened(MUG=3, POT=1)
    station.desk.scan(GTIN["MUG"], "CMD-PACK.SWAP")
    station.desk.press("Ctrl+Z", "Ctrl+Z")
    assert bench.state.scene is not None
    said = [log_line(scan)[0] for scan in bench.state.scene.scans]
    name = bench.state.scene.scans[0].name
    assert said[:4] == [f"Taken out: {name}", f"Taken back: {name}", f"Swapped: {name}", name]
