"""The command card of the bench: every action stands on it and works by scan, in the state where it can."""

from __future__ import annotations

import pytest

from app.documents import document
from app.documents.content import CommandCard
from app.qt.commands import commands_of
from app.services.packing import open_for_packing
from app.views.packing import PackingBench
from app.views.parts.command_cards import cards_of
from app.views.parts.packing_keys import KEYS
from tests.rig.databases import World
from tests.rig.packing_station import Station
from tests.rig.screens import MakeDesk
from tests.rig.shop import GTIN
from tests.services.test_parcel_weight import make_carton

WANTED = {
    "pack.close",
    "pack.next",
    "packing.undo",
    "packing.move",
    "pack.copy",
    "pack.quantity",
    "pack.hold",
    "pack.call",
    "pack.person",
    "pack.box",
    "pack.accept",
    "pack.understood",
    "pack.missing",
    "pack.damaged",
    "pack.swap",
    "pack.short",
    *(f"pack.{figure}" for figure in range(10)),
}
NEEDS: dict[str, tuple[str, ...]] = {
    "pack.confirm": (),
    "pack.leave": (),
    "pack.close": ("open", GTIN["MUG"]),
    "pack.next": ("open", GTIN["MUG"]),
    "packing.undo": ("open", GTIN["MUG"]),
    "pack.copy": ("open", GTIN["MUG"], GTIN["MUG"]),
    "pack.quantity": ("open",),
    "pack.hold": ("open",),
    "pack.call": (),
    "pack.person": (),
    "pack.box": ("open",),
    "pack.accept": (
        "typed",
        "open",
        GTIN["MUG"],
        GTIN["MUG"],
        "CMD-PACK.9",
        "CMD-PACK.9",
        "CMD-PACK.9",
        "CMD-PACK.CLOSE",
    ),
    "pack.understood": ("open", GTIN["JAR"]),
    "pack.problem": ("open",),
    "pack.missing": ("open", "CMD-PACK.PROBLEM"),
    "pack.damaged": ("open", "CMD-PACK.PROBLEM"),
    "pack.swap": ("open",),
    "pack.short": ("open",),
    "pack.report": ("open", "CMD-PACK.PROBLEM", "CMD-PACK.MISSING"),
    "pack.out": ("open", GTIN["MUG"]),
    "packing.move": ("open", GTIN["MUG"]),
    "pack.join": ("others",),
    **{f"pack.{figure}": ("open",) for figure in range(10)},
}
"""What is scanned before: 'open' is the sheet, 'others' one that somebody else has begun, 'typed' sets the desk."""


def test_every_action_stands_on_the_card() -> None:
    ((_, entries),) = cards_of((PackingBench,))
    found = {entry.id for entry in entries}
    assert found == {one.id for one in commands_of(PackingBench)} == set(NEEDS)
    assert found >= WANTED
    assert {command for keys in KEYS.values() for _, _, command in keys if command} <= found
    assert document("command_card").render(CommandCard("Packing", entries, "en")).startswith(b"%PDF")


@pytest.mark.parametrize("command", sorted(NEEDS))
def test_it_works_by_scan(sqlite_world: World, desk_of: MakeDesk, command: str) -> None:
    station = Station(sqlite_world, desk_of)
    make_carton(station.shop.owner, "M", 100)
    (shipment,) = station.shop.picked({"MUG": 2})
    bench = station.bench()
    for step in NEEDS[command]:
        if step == "typed":
            station.desk.shell.store.put("weighing", "typed")
        elif step == "others":
            open_for_packing(sqlite_world.owner, station.number(shipment))
            station.desk.scan(station.number(shipment))
        else:
            station.desk.scan(station.number(shipment) if step == "open" else step)
    action = bench.actions_by_id[command]
    assert action.isEnabled(), "not possible here"
    done: list[str] = []
    action.triggered.connect(lambda: done.append(command))
    station.desk.scan(f"CMD-{command.upper()}")
    assert done == [command]
    assert station.desk.notices == ()
