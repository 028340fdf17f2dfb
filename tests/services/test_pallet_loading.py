"""A pallet goes onto a truck with one scan, leaves, comes back and arrives with its parcels, and no parcel without it."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.domain.permissions import Role
from app.errors import Conflict
from app.queries.dispatch import here, loading, open_for_parcel
from app.services.labels import stored_bytes
from app.services.loading import scan_to_load, scan_to_unload, unload_parcel
from app.services.manifest_papers import close_manifest, manifest_csv
from app.services.manifests import cancel_manifest, hand_over_manifest, take_back_manifest
from app.services.pallet_labels import label_pallet
from app.services.pallets import close_pallet, reopen_pallet, scan_onto_pallet
from app.services.parcels import reopen_packing
from app.services.scanning import Tone, Verdict
from app.services.shipping import (
    deliver_shipment,
    find_parcel,
    lose_parcel,
    undeliver_shipment,
    unship_shipment,
)
from app.services.tracking import Tracked, record_tracking
from tests.documents.readers import texts
from tests.rig.databases import World
from tests.rig.desks import Desks, Seat, seats
from tests.rig.pallet_yard import Yard
from tests.rig.race import findings
from tests.services.test_statements import counted

WATCHED = ("package", "shipment", "manifest", "shipping_label")


def on_truck(yard: Yard, *codes: int) -> int:
    """An open pick-up with pallets and parcels on it."""
    truck = yard.pick_up()
    for code in codes:
        assert scan_to_load(yard.packer, truck, yard.sscc(code)).tone in (Tone.GOOD, Tone.DONE)
    return truck


def test_one_scan_loads_and_unloads_a_pallet(world: World) -> None:
    yard = Yard(world)
    _, boxes = yard.waiting({"MUG": 1}, {"TEA": 1})
    _, (pot,) = yard.waiting({"POT": 1}, service=yard.express)
    pallet, truck = yard.pallet(*boxes), yard.pick_up()
    before = world.tables(*WATCHED)
    single = scan_to_load(yard.packer, truck, yard.sscc(boxes[0]))
    assert (single.verdict, "scan the pallet" in single.message) == (Verdict.ELSEWHERE, True)
    done = scan_to_load(yard.packer, truck, yard.sscc(pallet))
    assert (done.verdict, done.counted, done.wanted, done.left) == (Verdict.RIGHT, 2, 3, 1)
    assert {yard.on(one) for one in (pallet, *boxes)} == {truck}
    assert scan_to_load(yard.packer, truck, yard.sscc(pallet)).verdict is Verdict.INFO
    stays = scan_to_unload(yard.packer, truck, yard.sscc(boxes[1]))
    assert (stays.verdict, stays.counted) == (Verdict.ELSEWHERE, 2)
    assert yard.sscc(pallet) in stays.message
    with pytest.raises(Conflict, match="pick-up"):
        reopen_pallet(yard.packer, pallet)
    assert scan_to_load(yard.packer, truck, yard.sscc(pot)).verdict is Verdict.COMPLETE
    unload_parcel(yard.packer, truck, pot)
    assert scan_to_unload(yard.packer, truck, yard.sscc(pallet)).counted == 0
    assert world.tables(*WATCHED) == before
    assert scan_to_unload(yard.packer, truck, yard.sscc(pallet)).verdict is Verdict.WRONG
    scan_to_load(yard.packer, truck, yard.sscc(pallet))
    assert unload_parcel(yard.packer, truck, pallet).tone is Tone.INFO
    scan_to_load(yard.packer, truck, yard.sscc(pallet))
    cancel_manifest(yard.packer, truck)
    assert {yard.on(one) for one in (pallet, *boxes)} == {None}
    assert findings(world) == []


def test_pallets_that_stop(world: World) -> None:
    yard = Yard(world)
    parcels = [yard.waiting({"MUG": 1})[1][0] for _ in range(5)]
    shipment, (opened,) = yard.waiting({"MUG": 1})
    _, (foreign,) = yard.waiting({"MUG": 1}, service=yard.foreign)
    away, truck = on_truck(yard, taken := yard.pallet(parcels[0])), yard.pick_up()
    begun, bare, empty = yard.begun(parcels[1]), yard.begun(parcels[2]), yard.begun()
    close_pallet(yard.packer, bare)
    other, broken = yard.pallet(foreign), yard.pallet(parcels[3], opened)
    reopen_packing(yard.packer, shipment)
    before = world.tables(*WATCHED)
    for pallet, verdict, named in (
        (taken, Verdict.ELSEWHERE, yard.number("manifest", away)),
        (begun, Verdict.NOT_READY, "not closed"),
        (empty, Verdict.NOT_READY, "not closed"),
        (bare, Verdict.NOT_READY, "no label"),
        (other, Verdict.FOREIGN, "UPS"),
        (broken, Verdict.NOT_READY, yard.number("shipment", shipment)),
    ):
        result = scan_to_load(yard.packer, truck, yard.sscc(pallet))
        assert (result.verdict, result.tone, result.counted) == (verdict, Tone.STOP, 0), pallet
        assert named in result.message
    assert world.tables(*WATCHED) == before
    close_manifest(yard.packer, away)
    hand_over_manifest(yard.packer, away, "Jo")
    assert scan_to_load(yard.packer, truck, yard.sscc(taken)).verdict is Verdict.ELSEWHERE


def test_handed_over_taken_back_and_on_the_paper(world: World) -> None:
    yard = Yard(world)
    shipment, boxes = yard.waiting({"MUG": 1}, {"TEA": 1})
    _, (pot,) = yard.waiting({"POT": 1})
    pallet = yard.pallet(*boxes)
    truck = on_truck(yard, pallet, pot)
    closed = close_manifest(yard.packer, truck)
    words = "\n".join(texts(stored_bytes(yard.packer, closed.paper_sha)))
    assert words.count(f"on pallet {yard.sscc(pallet)}") == 2, "beside each of its parcels"
    table = csv.DictReader(io.StringIO(manifest_csv(yard.packer, truck)[1].decode("utf-8-sig")))
    assert [row["pallet"] for row in table] == [yard.sscc(pallet), yard.sscc(pallet), ""]
    done = hand_over_manifest(yard.packer, truck, "Jo")
    assert (done.parcels, done.shipments) == (3, 2)
    assert {yard.state("package", one) for one in (pallet, *boxes, pot)} == {"loaded"}
    assert findings(world) == []
    assert take_back_manifest(yard.packer, truck).parcels == 3
    assert {yard.state("package", one) for one in (pallet, *boxes, pot)} == {"labelled"}
    assert yard.under(boxes[0]) == pallet
    assert yard.state("shipment", shipment) == "packed"
    assert findings(world) == []
    assert hand_over_manifest(yard.packer, truck, "Jo").parcels == 3


def test_a_pallet_has_arrived_when_its_parcels_have(world: World) -> None:
    yard = Yard(world)
    one, (mug,) = yard.waiting({"MUG": 1})
    two, (tea,) = yard.waiting({"TEA": 1})
    pallet = yard.pallet(mug, tea)
    truck = on_truck(yard, pallet)
    close_manifest(yard.packer, truck)
    hand_over_manifest(yard.packer, truck, "Jo")
    deliver_shipment(yard.owner, one)
    assert yard.state("package", pallet) == "loaded"
    lose_parcel(yard.owner, tea)
    assert yard.state("package", pallet) == "loaded"
    find_parcel(yard.owner, tea)
    at = datetime.now(UTC) - timedelta(minutes=1)
    record_tracking(yard.owner, (Tracked(yard.sscc(tea), at, "delivered"),), "test")
    assert (yard.state("shipment", two), yard.state("package", pallet)) == ("delivered", "delivered")
    assert findings(world) == []
    undeliver_shipment(yard.owner, one)
    assert yard.state("package", pallet) == "loaded"
    assert findings(world) == []


def test_a_shipment_that_came_back_alone_is_off_its_pallet(world: World) -> None:
    yard = Yard(world)
    one, (mug,) = yard.waiting({"MUG": 1})
    two, (tea,) = yard.waiting({"TEA": 1})
    pallet = yard.pallet(mug, tea)
    truck = on_truck(yard, pallet)
    close_manifest(yard.packer, truck)
    hand_over_manifest(yard.packer, truck, "Jo")
    unship_shipment(yard.packer, one)
    assert (yard.under(mug), yard.on(mug), yard.state("package", mug)) == (None, None, "labelled")
    assert (yard.under(tea), yard.state("package", pallet)) == (pallet, "loaded")
    assert findings(world) == []
    unship_shipment(yard.packer, two)
    assert (yard.on(pallet), yard.state("package", pallet)) == (None, "labelled"), "nothing of it is away"
    assert findings(world) == []
    again = yard.pick_up()
    empty = scan_to_load(yard.packer, again, yard.sscc(pallet))
    assert (empty.verdict, "Nothing stands" in empty.message) == (Verdict.NOT_READY, True)
    reopen_pallet(yard.packer, pallet)
    yard.put(pallet, mug)
    close_pallet(yard.packer, pallet)
    label_pallet(yard.packer, pallet)
    assert scan_to_load(yard.packer, again, yard.sscc(pallet)).counted == 1


def test_what_is_missing_names_a_pallet_once(world: World) -> None:
    yard = Yard(world)
    _, boxes = yard.waiting({"MUG": 1}, {"TEA": 1})
    _, (pot,) = yard.waiting({"POT": 1})
    pallet, truck = yard.pallet(*boxes), yard.pick_up()

    def seen() -> Any:
        with yard.packer.reading() as connection:
            place = here(connection, "PACK-1")
            assert place is not None
            assert open_for_parcel(connection, pallet, place) == truck
            return loading(connection, truck, place.today)

    found = seen()
    assert [(one.package_id, one.parcels) for one in found.missing] == [(pallet, 2), (pot, 0)]
    assert found.pick_up.missing == 3
    scan_to_load(yard.packer, truck, yard.sscc(pallet))
    found = seen()
    assert [(one.package_id, one.parcels) for one in found.loaded] == [(pallet, 2)]
    assert [one.package_id for one in found.missing] == [pot]


def test_loading_a_pallet_takes_as_many_statements_for_any_number_of_parcels(sqlite_world: World) -> None:
    yard = Yard(sqlite_world)
    packer, counts = yard.packer, []
    for boxes in (1, 4):
        pallet, truck = yard.pallet(*yard.waiting(*({"MUG": 1} for _ in range(boxes)))[1]), yard.pick_up()
        with counted(packer) as statements:
            assert scan_to_load(packer, truck, yard.sscc(pallet)).counted == boxes
            close_manifest(packer, truck)
            hand_over_manifest(packer, truck, "Jo")
        counts.append(len(statements))
    assert counts[0] == counts[1] > 0


def put_all(seat: Seat, pallet: int, codes: list[str]) -> dict[str, str]:
    """Scan every parcel onto this desk's own pallet; what each scan was."""
    ctx = seat.context()
    said = {code: scan_onto_pallet(ctx, pallet, code).verdict.value for code in codes}
    ctx.db.close()
    return said


def deliver_all(seat: Seat, shipments: list[int]) -> int:
    """Note that each of these shipments arrived."""
    ctx = seat.context()
    for shipment in shipments:
        deliver_shipment(ctx, shipment)
    ctx.db.close()
    return len(shipments)


def test_two_desks_note_the_last_two_parcels_of_a_pallet(pg_world: World) -> None:
    yard = Yard(pg_world)
    pairs = [[yard.waiting({"MUG": 1}) for _ in range(2)] for _ in range(3)]
    pallets = [yard.pallet(*(parcel for _, (parcel,) in pair)) for pair in pairs]
    truck = on_truck(yard, *pallets)
    close_manifest(yard.packer, truck)
    hand_over_manifest(yard.packer, truck, "Jo")
    with Desks() as desks:
        for seat in seats(pg_world, 2, Role.SUPERVISOR):
            desks.start(deliver_all, seat, [pair[seat.number][0] for pair in pairs])
        assert desks.results() == [3, 3]
    assert {yard.state("package", pallet) for pallet in pallets} == {"delivered"}
    assert findings(pg_world) == []


def test_two_desks_scan_the_same_parcels_onto_two_pallets(world: World) -> None:
    yard = Yard(world)
    parcels = [parcel for _ in range(2) for parcel in yard.waiting({"MUG": 1}, {"TEA": 1})[1]]
    codes = [yard.sscc(one) for one in parcels]
    pallets = [yard.begun(), yard.begun()]
    with Desks() as desks:
        for seat, pallet in zip(seats(world, 2, Role.PACKER), pallets, strict=True):
            desks.start(put_all, seat, pallet, codes if pallet == pallets[0] else codes[::-1])
        one, other = desks.results()
    for parcel, code in zip(parcels, codes, strict=True):
        assert sorted((one[code], other[code])) == ["elsewhere", "right"], code
        assert yard.under(parcel) == pallets[0 if one[code] == "right" else 1]
    assert findings(world) == []
