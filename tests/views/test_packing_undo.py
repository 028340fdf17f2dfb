"""Ctrl+Z at the bench after a restart of the program, at another desk and by another person."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.views.packing import PackingBench
from app.views.parts.packing_words import Mode
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
    who = station.world.ctx(Role.PACKER, desk="PACK-9")
    desk = desk_of(station.world, screens=SCREENS, ctx=who)
    other = desk.show(PackingBench)
    desk.scan(station.number(shipment))
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
