"""Every parcel is scanned onto its carrier's pick-up; a wrong one stops, is recorded, and changes nothing else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from app.domain.permissions import Role
from app.errors import Conflict, NotAllowed, NotFound, Refused
from app.services.loading import scan_to_load, scan_to_unload, unload_parcel
from app.services.manifest_papers import close_manifest
from app.services.manifests import open_manifest
from app.services.parcels import reopen_package, reopen_packing
from app.services.scanning import ScanResult, Tone, Verdict
from tests.rig.databases import World
from tests.rig.dock import Dock
from tests.rig.race import findings


def load(dock: Dock, manifest: int, parcel: int) -> ScanResult:
    """Scan a parcel onto a pick-up."""
    return scan_to_load(dock.packer, manifest, dock.sscc(parcel))


def test_all_parcels_of_a_carrier_are_counted_off(world: World) -> None:
    dock = Dock(world)
    _, (mug, tea) = dock.waiting({"MUG": 1}, {"TEA": 1})
    _, (pot,) = dock.waiting({"POT": 1}, service=dock.express)
    dock.waiting({"JAR": 1}, service=dock.foreign)
    manifest = dock.pick_up()
    first = load(dock, manifest, mug)
    assert (first.verdict, first.tone, first.counted, first.wanted, first.left) == (
        Verdict.RIGHT,
        Tone.GOOD,
        1,
        3,
        2,
    )
    assert (dock.on(mug), dock.state("package", mug)) == (manifest, "labelled"), "it leaves at the hand-over"
    again = load(dock, manifest, mug)
    assert (again.verdict, again.tone, again.counted) == (Verdict.INFO, Tone.INFO, 1)
    tracking = world.one("SELECT tracking FROM shipping_label WHERE package_id = :p", p=tea)
    assert scan_to_load(dock.packer, manifest, tracking).counted == 2
    last = load(dock, manifest, pot)
    assert (last.verdict, last.tone, last.step, last.left) == (Verdict.COMPLETE, Tone.DONE, "close", 0)
    assert world.one("SELECT count(*) FROM scan_event WHERE context = 'loading'") == 4
    assert findings(world) == []


def test_scans_that_stop(world: World) -> None:
    dock = Dock(world)
    _, (mine,) = dock.waiting({"MUG": 1})
    _, (foreign,) = dock.waiting({"MUG": 1}, service=dock.foreign)
    _, (bare,) = dock.waiting({"MUG": 1}, label=False)
    own, (parcel,) = dock.waiting({"MUG": 1})
    with world.database().engine.begin() as connection:
        connection.execute(sa.text("UPDATE shipment SET carrier_service_id = NULL WHERE id = :i"), {"i": own})
    opened, (reopened,) = dock.waiting({"MUG": 1})
    reopen_packing(dock.packer, opened)
    _, (voided,) = dock.waiting({"MUG": 1})
    with world.database().engine.begin() as connection:
        connection.execute(
            sa.text("UPDATE shipping_label SET voided_at = made_at WHERE package_id = :p"), {"p": voided}
        )
    other, manifest = dock.pick_up(), dock.pick_up()
    load(dock, other, mine)
    before = world.tables("package", "shipment", "manifest")
    for code, verdict, named in (
        (dock.sscc(mine), Verdict.ELSEWHERE, dock.number("manifest", other)),
        (dock.sscc(foreign), Verdict.FOREIGN, "UPS"),
        (dock.sscc(parcel), Verdict.FOREIGN, "no carrier"),
        (dock.sscc(bare), Verdict.NOT_READY, "no label"),
        (dock.sscc(reopened), Verdict.NOT_READY, "not packed"),
        (dock.sscc(voided), Verdict.VOID, "void"),
        (dock.number("shipment", own), Verdict.WRONG, "no parcel"),
        ("NOBODY-KNOWS", Verdict.UNKNOWN, "NOBODY-KNOWS"),
        ("", Verdict.UNKNOWN, ""),
    ):
        result = scan_to_load(dock.packer, manifest, code)
        assert (result.verdict, result.tone, result.step) == (verdict, Tone.STOP, "acknowledge"), code
        assert named in result.message
        assert result.counted == 0
    assert scan_to_load(dock.packer, manifest, dock.number("manifest", manifest)).verdict is Verdict.INFO
    assert world.tables(*before) == before
    stops = world.one(
        "SELECT count(*) FROM scan_event WHERE context = 'loading' AND context_id = :m", m=manifest
    )
    assert stops == 10


def test_an_old_label_of_a_parcel_stops_although_the_parcel_is_right(world: World) -> None:
    dock = Dock(world)
    _, (parcel,) = dock.waiting({"MUG": 1})
    with world.database().engine.begin() as connection:
        connection.execute(sa.text("UPDATE shipping_label SET tracking = 'OLD-1', voided_at = made_at"))
        connection.execute(
            sa.text(
                "INSERT INTO shipping_label (package_id, tracking, blob_sha)"
                " SELECT package_id, 'NEW-1', blob_sha FROM shipping_label"
            )
        )
    manifest = dock.pick_up()
    assert scan_to_load(dock.packer, manifest, "OLD-1").verdict is Verdict.VOID
    assert dock.on(parcel) is None
    assert scan_to_load(dock.packer, manifest, "NEW-1").verdict is Verdict.COMPLETE


def test_unloaded_again_by_undo_and_by_scan(world: World) -> None:
    dock = Dock(world)
    _, (mug, tea) = dock.waiting({"MUG": 1}, {"TEA": 1})
    manifest = dock.pick_up()
    before = world.tables("package")
    load(dock, manifest, mug)
    undone = unload_parcel(dock.packer, manifest, mug)
    assert (undone.verdict, undone.counted, undone.left) == (Verdict.INFO, 0, 2)
    load(dock, manifest, tea)
    assert scan_to_unload(dock.packer, manifest, dock.sscc(tea)).tone is Tone.INFO
    assert world.tables("package") == before
    assert scan_to_unload(dock.packer, manifest, dock.sscc(tea)).verdict is Verdict.WRONG
    assert scan_to_unload(dock.packer, manifest, "X").verdict is Verdict.UNKNOWN


def test_what_is_due_later_is_not_missing_and_may_go_all_the_same(world: World) -> None:
    dock = Dock(world)
    shipment, (parcel,) = dock.waiting({"MUG": 1})
    later = date.today() + timedelta(days=30)  # noqa: DTZ011 - far enough for every time zone
    with world.database().engine.begin() as connection:
        connection.execute(
            sa.text("UPDATE shipment SET promised_on = :d WHERE id = :i").bindparams(
                sa.bindparam("d", later, sa.Date), sa.bindparam("i", shipment)
            )
        )
    manifest = dock.pick_up()
    assert scan_to_load(dock.packer, manifest, "X").left == 0
    assert load(dock, manifest, parcel).wanted == 1


def test_loading_takes_an_open_pick_up_and_the_right(world: World) -> None:
    dock = Dock(world)
    _, (mug,) = dock.waiting({"MUG": 1})
    manifest = dock.pick_up()
    load(dock, manifest, mug)
    close_manifest(dock.packer, manifest)
    before = world.tables("package", "manifest", "scan_event")
    with pytest.raises(Conflict, match="closed"):
        load(dock, manifest, mug)
    with pytest.raises(Conflict, match="closed"):
        scan_to_unload(dock.packer, manifest, "X")
    with pytest.raises(Conflict, match="closed"):
        unload_parcel(dock.packer, manifest, mug)
    with pytest.raises(NotFound):
        scan_to_load(dock.packer, 999, "X")
    with pytest.raises(NotAllowed):
        scan_to_load(world.ctx(Role.PICKER), manifest, "X")
    with pytest.raises(NotAllowed):
        open_manifest(world.ctx(Role.CUSTOMER_SERVICE), dock.carrier, dock.warehouse)
    assert world.tables(*before) == before


def test_the_database_keeps_a_loaded_parcel_closed(world: World) -> None:
    dock = Dock(world)
    _, (mug,) = dock.waiting({"MUG": 1})
    manifest = dock.pick_up()
    load(dock, manifest, mug)
    before = world.tables("package", "shipping_label", "shipment")
    with pytest.raises(Refused, match="pick-up"):
        reopen_package(dock.packer, mug)
    assert world.tables(*before) == before
