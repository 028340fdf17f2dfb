"""Carriers are told of pick-ups through real folders: one thing a key, whatever is killed, opened again, given up or away."""

from __future__ import annotations

import csv
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from app.domain.permissions import Role
from app.errors import NotAllowed
from app.queries.untold import COME, TELL, untold
from app.services.background import background_turn
from app.services.carriers import CarrierFields, edit_carrier
from app.services.labels import label_package
from app.services.loading import scan_to_load
from app.services.manifest_papers import close_manifest
from app.services.manifests import cancel_manifest, hand_over_manifest, reopen_manifest
from app.services.parcels import close_package, reopen_package
from app.services.shipping import unship_shipment
from app.services.telling_carriers import CARRIER_JOBS, tell_again
from tests.rig.carriers import Depot
from tests.rig.databases import World
from tests.rig.dock import Dock
from tests.services.test_buying_kills import Killed, killed_at

Rows = list[dict[str, str]]


class Yard(Dock):
    """A dock whose carrier is told through folders; its labels are made before, as ours."""

    def __init__(self, world: World, folder: Path) -> None:
        super().__init__(world)
        self.depot = Depot(folder)
        _, self.parcels = self.waiting({"MUG": 1}, {"TEA": 1})
        self.ours = CarrierFields("DPD")
        self.files = CarrierFields(
            "DPD", kind="file", out_folder=str(self.depot.out), in_folder=str(self.depot.into), timeout_s=5
        )
        edit_carrier(self.owner, self.carrier, self.files, self.ours)

    def closed(self) -> int:
        """A closed pick-up with all parcels."""
        manifest = self.pick_up()
        for parcel in self.parcels:
            scan_to_load(self.packer, manifest, self.sscc(parcel))
        close_manifest(self.packer, manifest)
        return manifest

    def work(self) -> int:
        """A turn of a desk's background, with all waiting due."""
        late = "now() - interval '1 hour'" if self.world.postgresql else "'2020-01-01 00:00:00.000'"
        with self.world.owner.db.engine.begin() as connection:
            connection.exec_driver_sql(f"UPDATE job SET run_at = {late} WHERE status = 'waiting'")
            connection.exec_driver_sql(f"UPDATE job SET lease_until = {late} WHERE status = 'running'")
        return background_turn(self.packer).jobs

    def out(self, what: str) -> dict[str, Rows]:
        """The files of a kind that lie there for the carrier: name -> rows."""
        found = {}
        for path in sorted(self.depot.out.glob(f"{what}-*")):
            with path.open(encoding="utf-8", newline="") as file:
                found[path.name] = list(csv.DictReader(file))
        return found

    def untold(self) -> list[tuple[str, str]]:
        with self.packer.reading() as connection:
            return [(one.kind, one.trouble) for one in untold(connection, self.warehouse)]


@pytest.fixture
def yard(world: World, tmp_path: Path) -> Yard:
    return Yard(world, tmp_path / "depot")


def test_a_pick_up_is_asked_for_and_its_manifest_told_once(yard: Yard) -> None:
    manifest = yard.closed()
    number = yard.number("manifest", manifest)
    assert not list(yard.depot.out.iterdir()), "nothing leaves before it is committed"
    assert yard.work() == 2
    ((name, (asked,)),) = yard.out("pickup").items()
    assert (name, asked["pick_up"], asked["parcels"], asked["weight_g"]) == (
        *(f"pickup-{number}.csv", number, "2", "3000"),
    )
    ((name, rows),) = yard.out("manifest").items()
    assert name == f"manifest-{rows[0]['key']}.csv"
    assert [(row["manifest"], row["sscc"], row["service"]) for row in rows] == [
        (number, yard.sscc(parcel), "DPD-C") for parcel in yard.parcels
    ]
    tracking = yard.world.rows("SELECT tracking FROM shipping_label ORDER BY package_id")
    assert [row["tracking"] for row in rows] == [row.tracking for row in tracking]
    shutil.rmtree(yard.depot.out)
    yard.depot.out.mkdir()
    assert yard.work() == 0
    assert not list(yard.depot.out.iterdir())
    assert yard.untold() == []


def test_a_label_that_was_voided_is_not_told(yard: Yard) -> None:
    parcel = yard.parcels[0]
    void = yard.world.one("SELECT tracking FROM shipping_label WHERE package_id = :p", p=parcel)
    edit_carrier(yard.owner, yard.carrier, yard.ours, yard.files)
    reopen_package(yard.packer, parcel)
    close_package(yard.packer, parcel, 900)
    label_package(yard.packer, parcel)
    with yard.world.owner.db.engine.begin() as connection:
        # Ours bear the parcel's own number: the new one gets another.
        connection.exec_driver_sql(
            f"UPDATE shipping_label SET tracking = 'NEW-1' WHERE package_id = {parcel} AND voided_at IS NULL"
        )
    edit_carrier(yard.owner, yard.carrier, yard.files, yard.ours)
    yard.closed()
    yard.work()
    ((_, rows),) = yard.out("manifest").items()
    told = [row["tracking"] for row in rows]
    assert (len(told), told.count("NEW-1"), void in told) == (2, 1, False)


def test_opened_again_before_it_is_told_and_closed_anew(yard: Yard) -> None:
    manifest = yard.closed()
    reopen_manifest(yard.packer, manifest)
    yard.work()
    assert yard.out("manifest") == {}
    close_manifest(yard.packer, manifest)
    yard.work()
    first = yard.out("manifest")
    assert len(first) == 1
    reopen_manifest(yard.packer, manifest)
    close_manifest(yard.packer, manifest)
    yard.work()
    both = yard.out("manifest")
    assert len(both) == 2
    assert both.items() > first.items(), "another closing has a key of its own"
    assert len(yard.out("pickup")) == 1


def test_one_that_was_given_up_is_not_asked_for(yard: Yard) -> None:
    cancel_manifest(yard.packer, yard.pick_up())
    yard.work()
    assert not list(yard.depot.out.iterdir())


def test_a_folder_that_is_away_is_said_and_tried_until_it_is_there(yard: Yard) -> None:
    manifest = yard.closed()
    away = yard.depot.folder / "gone"
    yard.depot.out.rename(away)
    for _ in range(9):  # one more than a job is tried that fails for good
        assert yard.work() == 0
    trouble = f"The folder {yard.depot.out} is not there."
    assert sorted(yard.untold()) == [(TELL, trouble), (COME, trouble)]
    assert {row.status for row in yard.world.rows("SELECT status FROM job WHERE last_error <> ''")} == {
        "waiting"
    }
    hand_over_manifest(yard.packer, manifest, "Jo Driver")
    assert yard.untold() == [(TELL, trouble)], "the vehicle has come; the manifest is still wanted"
    away.rename(yard.depot.out)
    yard.work()
    assert (len(yard.out("manifest")), yard.out("pickup"), yard.untold()) == (1, {}, [])


def test_a_desk_has_it_tried_at_once(yard: Yard) -> None:
    manifest = yard.closed()
    yard.depot.out.rename(yard.depot.folder / "gone")
    assert yard.work() == 0
    (yard.depot.folder / "gone").rename(yard.depot.out)
    assert background_turn(yard.packer).jobs == 0, "its next try is yet to come"
    before = yard.world.tables("job", "manifest")
    with pytest.raises(NotAllowed):
        tell_again(yard.world.ctx(Role.PICKER), yard.warehouse)
    assert tell_again(yard.packer, yard.warehouse + 1) == 0, "another warehouse's"
    assert yard.world.tables("job", "manifest") == before
    assert tell_again(yard.packer, yard.warehouse) == 2
    assert background_turn(yard.packer).jobs == 2
    assert (len(yard.out("manifest")), len(yard.out("pickup")), yard.untold()) == (1, 1, [])
    assert tell_again(yard.packer, yard.warehouse) == 0
    hand_over_manifest(yard.packer, manifest, "Jo Driver")


def test_killed_anywhere_one_key_tells_one_thing(sqlite_world: World, tmp_path: Path) -> None:
    yard = Yard(sqlite_world, tmp_path / "depot")
    shipment = yard.world.one("SELECT shipment_id FROM package WHERE id = :p", p=yard.parcels[0])
    seen: dict[str, Rows] = {}
    for point in range(1, 14):
        manifest = yard.closed()
        with suppress(Killed), killed_at(point):
            yard.work()
        for name, rows in yard.out("manifest").items():
            assert seen.setdefault(name, rows) == rows
        # What it held goes elsewhere before it is told again.
        hand_over_manifest(yard.packer, manifest, "Jo Driver")
        unship_shipment(yard.packer, shipment)
        yard.work()
        for name, rows in yard.out("manifest").items():
            assert seen.setdefault(name, rows) == rows
        assert len(seen) == point
    assert {len(rows) for rows in seen.values()} == {2}


def test_carriers_of_ours_are_told_nothing_and_only_those_who_hand_over_tell(yard: Yard) -> None:
    manifest = yard.closed()
    payload = yard.world.one("SELECT payload FROM job WHERE kind = 'carrier_manifest'")
    before = yard.world.tables("job", "manifest")
    with pytest.raises(NotAllowed):
        CARRIER_JOBS[TELL](yard.world.ctx(Role.PICKER), payload)
    assert background_turn(yard.world.ctx(Role.PICKER)).jobs == 0
    assert yard.world.tables("job", "manifest") == before
    edit_carrier(yard.owner, yard.carrier, yard.ours, yard.files)
    assert CARRIER_JOBS[TELL](yard.packer, payload) == ""
    assert yard.work() == 2
    reopen_manifest(yard.packer, manifest)
    close_manifest(yard.packer, manifest)
    yard.pick_up(yard.other)
    assert yard.world.one("SELECT count(*) FROM job WHERE kind LIKE 'carrier_%'") == 2
    assert not list(yard.depot.out.iterdir())
