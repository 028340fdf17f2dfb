"""What comes to the packing bench: opened, parked, joined, and changed by other desks."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.services.packing import open_for_packing
from app.services.parcels import reopen_packing
from app.services.shipping import ship_shipment
from app.views.parts.packing_words import Mode
from tests.rig.databases import World
from tests.rig.packing_station import SCREENS, Station, asked, keys, mode, stopped, tag
from tests.rig.screens import MakeDesk
from tests.rig.shop import GTIN


@pytest.fixture
def station(world: World, desk_of: MakeDesk) -> Station:
    return Station(world, desk_of)


def test_leave_or_park(station: Station) -> None:
    bench, shipment = station.opened(MUG=2)
    desk, shop = station.desk, station.shop
    desk.press("Escape")
    assert (mode(bench), shop.state("shipment", shipment)) == (Mode.WAITING, "picked")
    desk.scan(station.number(shipment), GTIN["MUG"])
    desk.press("Escape")
    assert asked(bench) == "park"
    desk.press("Escape")
    assert asked(bench) == ""
    desk.press("Escape", "Return")
    assert (mode(bench), shop.state("shipment", shipment)) == (Mode.WAITING, "packing")
    assert station.packed() == 1
    desk.press("Return")
    station.lies()


@pytest.mark.parametrize("answer", ["again", "Return", "Escape"])
def test_another_paper_asks_to_park_this_one(station: Station, answer: str) -> None:
    bench, shipment = station.opened(MUG=2)
    (other,) = station.shop.picked({"POT": 1})
    station.desk.scan(GTIN["MUG"], station.number(other))
    assert asked(bench) == "park"
    if answer == "again":
        station.desk.scan(station.number(other))
    else:
        station.desk.press(answer)
        station.lies()
    scene = bench.state.scene
    assert scene is not None
    assert scene.shipment_id == (shipment if answer == "Escape" else other)
    assert station.shop.state("shipment", shipment) == "packing"


def test_the_same_paper_says_so_and_changes_nothing(station: Station) -> None:
    bench, shipment = station.opened(MUG=2)
    station.desk.scan(station.number(shipment))
    assert (tag(bench), station.sounds, stopped(bench)) == ("Open already", [], False)


def test_the_end_of_a_number_in_the_list_is_enough(station: Station) -> None:
    first, second = station.shop.picked({"MUG": 1}, {"POT": 1})
    bench, desk = station.bench(), station.desk
    order = next(row.order_number for row in bench.state.queue.rows if row.shipment_id == second)
    desk.type(order.rpartition("-")[2].lstrip("0"))
    desk.press("Return")
    station.lies()
    assert bench.state.scene is not None
    assert bench.state.scene.shipment_id == second
    assert bench.state.meant("12") == "12", "no such number waits: it goes on as it was typed"
    assert bench.state.meant(GTIN["MUG"]) == GTIN["MUG"]
    assert station.shop.state("shipment", first) == "picked"


def test_waiting_takes_articles_papers_and_typed_numbers(station: Station) -> None:
    mixed, single = station.shop.picked({"MUG": 1, "POT": 1}, {"JAR": 1})
    bench, desk = station.bench(), station.desk
    assert bench.waiting_page.finder.hasFocus()
    assert [row.shipment_id for row in bench.state.queue.rows] == [mixed, single]
    desk.scan(GTIN["TEA"])
    assert stopped(bench)
    assert bench.overlay is not None
    assert bench.overlay.stop is not None
    assert bench.overlay.stop.expected is None
    desk.press("Space")
    desk.scan(GTIN["JAR"])
    assert bench.state.scene is not None
    assert (bench.state.scene.shipment_id, mode(bench)) == (single, Mode.DONE)
    desk.press("Return")
    desk.scan(station.number(single))
    assert mode(bench) is Mode.DONE
    assert bench.done_page.panel.accessibleName().startswith("Packed already")
    desk.press("Return")
    desk.type(station.number(mixed).lower())
    desk.press("Return")
    station.lies()
    assert bench.state.scene is not None
    assert bench.state.scene.shipment_id == mixed


def test_arrows_choose_what_enter_opens(station: Station) -> None:
    _, second = station.shop.picked({"MUG": 1}, {"POT": 1})
    bench = station.bench()
    station.desk.press("Down", "Return")
    station.lies()
    assert bench.state.scene is not None
    assert bench.state.scene.shipment_id == second


def test_a_click_opens_what_waits(station: Station) -> None:
    _, second = station.shop.picked({"MUG": 1}, {"POT": 1})
    bench = station.bench()
    bench.waiting_page.list.wanted.emit(1)
    station.lies()
    assert bench.state.scene is not None
    assert bench.state.scene.shipment_id == second


def test_somebody_else_packs_it_and_joining_is_on_purpose(station: Station) -> None:
    (shipment,) = station.shop.picked({"MUG": 2})
    open_for_packing(station.world.owner, station.number(shipment))
    bench, desk = station.bench(), station.desk
    desk.scan(station.number(shipment))
    assert mode(bench) is Mode.WAITING
    assert "since" in bench.state.note()
    assert "F3" in keys(bench)
    desk.press("F3")
    assert mode(bench) is Mode.PACKING
    desk.scan(GTIN["MUG"])
    assert station.packed() == 1


def test_what_another_desk_did_to_it_is_seen(station: Station) -> None:
    bench, shipment = station.opened(MUG=1)
    station.desk.scan(GTIN["MUG"])
    reopen_packing(station.shop.packer, shipment)
    station.desk.work._changed(frozenset({"shipment"}))
    station.desk.wait()
    assert mode(bench) is Mode.CLOSING
    assert bench.work_page.instruction.text == "Finish the shipment"
    station.desk.press("Return")
    assert mode(bench) is Mode.DONE
    ship_shipment(station.shop.packer, shipment)
    station.desk.work._changed(frozenset({"shipment"}))
    station.desk.wait()
    assert mode(bench) is Mode.WAITING
    assert "has left" in tag(bench)


def test_nobody_else_sees_the_bench(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.PICKER, screens=SCREENS)
    assert desk.work.allowed() == ()
