"""Desks at the ramp as real processes: a parcel goes onto one truck, and a truck that closes takes no more."""

from __future__ import annotations

from typing import Any

from app.domain.permissions import Role
from app.errors import Conflict
from app.services.loading import scan_to_load
from app.services.manifest_papers import close_manifest
from app.services.manifests import hand_over_manifest
from tests.rig.databases import World
from tests.rig.desks import Desks, Seat, seats
from tests.rig.dock import Dock
from tests.rig.race import findings


def load_all(seat: Seat, manifest: int, codes: list[str]) -> dict[str, Any]:
    """Scan every parcel onto this desk's own truck, then close it and hand it over; what each scan was."""
    ctx = seat.context()
    said = {}
    for code in codes:
        said[code] = scan_to_load(ctx, manifest, code).verdict.value
    handed = 0
    if set(said.values()) & {"right", "complete"}:
        close_manifest(ctx, manifest)
        handed = hand_over_manifest(ctx, manifest, "Jo", partly=True).parcels
    ctx.db.close()
    return {"said": said, "handed": handed}


def close_and_load(seat: Seat, manifest: int, codes: list[str]) -> dict[str, Any]:
    """Scan until the truck is closed; the first desk closes it after its first parcel."""
    ctx = seat.context()
    loaded = []
    for code in codes:
        try:
            if scan_to_load(ctx, manifest, code).verdict.value in ("right", "complete"):
                loaded.append(code)
            if seat.number == 0:
                close_manifest(ctx, manifest)
        except Conflict:
            break
    ctx.db.close()
    return {"loaded": loaded}


def test_two_desks_scan_the_same_parcels_onto_two_trucks(world: World) -> None:
    dock = Dock(world)
    parcels = [parcel for _ in range(3) for parcel in dock.waiting({"MUG": 1}, {"TEA": 1})[1]]
    codes = [dock.sscc(one) for one in parcels]
    trucks = [dock.pick_up(), dock.pick_up()]
    with Desks() as desks:
        for seat, truck in zip(seats(world, 2, Role.PACKER), trucks, strict=True):
            desks.start(load_all, seat, truck, codes if truck == trucks[0] else codes[::-1])
        one, other = desks.results()
    good = {"right", "complete"}
    for code in codes:
        verdicts = {one["said"][code], other["said"][code]}
        assert verdicts & good, code
        assert verdicts - good == {"elsewhere"}, code
    assert one["handed"] + other["handed"] == len(codes)
    assert {dock.state("package", parcel) for parcel in parcels} == {"loaded"}
    assert world.one("SELECT count(*) FROM shipment WHERE state <> 'shipped'") == 0
    assert findings(world) == []


def test_a_truck_that_closes_takes_what_was_scanned_before_and_no_more(world: World) -> None:
    dock = Dock(world)
    parcels = [dock.waiting({"MUG": 1})[1][0] for _ in range(6)]
    codes = [dock.sscc(one) for one in parcels]
    truck = dock.pick_up()
    with Desks() as desks:
        for seat in seats(world, 2, Role.PACKER):
            desks.start(close_and_load, seat, truck, codes[seat.number * 3 :][:3])
        answers = desks.results()
    loaded = {code for answer in answers for code in answer["loaded"]}
    assert dock.state("manifest", truck) == "closed"
    assert {dock.sscc(one) for one in parcels if dock.on(one) == truck} == loaded
    assert hand_over_manifest(dock.packer, truck, "Jo").parcels == len(loaded)
    assert findings(world) == []
