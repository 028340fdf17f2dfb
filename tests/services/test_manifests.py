"""Pick-ups: closed with their paper, handed over with a proof, taken back by mirrored rows; what is not whole stays."""

from __future__ import annotations

import csv
import io

import pytest
import sqlalchemy as sa

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound, Refused
from app.services.carriers import CarrierFields, edit_carrier
from app.services.labels import stored_bytes
from app.services.loading import scan_to_load, unload_parcel
from app.services.manifest_papers import (
    close_manifest,
    manifest_content,
    manifest_csv,
    print_manifest,
    store_closed,
)
from app.services.manifests import (
    NotFit,
    NothingLoaded,
    PartsMissing,
    ProofMissing,
    cancel_manifest,
    hand_over_manifest,
    open_manifest,
    reopen_manifest,
    take_back_manifest,
)
from app.services.parcels import reopen_packing
from app.services.resolver import resolve
from app.services.shipping import (
    OnPickUp,
    deliver_shipment,
    lose_parcel,
    ship_shipment,
    undeliver_shipment,
    unship_shipment,
)
from tests.documents.readers import decode, texts
from tests.rig.databases import World
from tests.rig.dock import PNG, Dock
from tests.rig.race import findings
from tests.services.test_statements import counted

WATCHED = (
    *("manifest", "package", "shipment", "shipment_line", "stock_move", "stock_balance", "allocation"),
    *("sales_order", "print_job", "blob", "order_event"),
)
STOCK = ("stock_balance", "stock_level", "allocation", "shipment_line", "order_line")


def loaded(dock: Dock, *parcels: int) -> int:
    """An open pick-up with parcels on it."""
    manifest = dock.pick_up()
    for parcel in parcels:
        scan_to_load(dock.packer, manifest, dock.sscc(parcel))
    return manifest


def closed(dock: Dock, *parcels: int) -> int:
    """A closed pick-up."""
    manifest = loaded(dock, *parcels)
    close_manifest(dock.packer, manifest)
    return manifest


def test_handed_over_and_taken_back(world: World) -> None:
    dock = Dock(world)
    first, boxes = dock.waiting({"MUG": 2}, {"TEA": 1})
    second, (pot,) = dock.waiting({"POT": 1}, service=dock.express)
    manifest = closed(dock, *boxes, pot)
    before = world.tables(*STOCK)
    done = hand_over_manifest(dock.packer, manifest, "Jo Driver", "AB-123-CD")
    assert (done.parcels, done.shipments, done.pieces, done.staying) == (3, 2, 4, ())
    assert len(done.closed_orders) == 2
    for shipment in (first, second):
        assert dock.state("shipment", shipment) == "shipped"
    assert {dock.state("package", one) for one in (*boxes, pot)} == {"loaded"}
    assert dock.in_place("MUG", "PACKING") == 0
    (row,) = world.rows("SELECT state, driver, vehicle, handed_at, handed_by FROM manifest")
    assert (row.state, row.driver, row.vehicle) == ("handed_over", "Jo Driver", "AB-123-CD")
    assert row.handed_at is not None
    assert row.handed_by
    facts = world.rows("SELECT facts FROM order_event WHERE verb = 'shipped'")
    assert all(done.number in one.facts for one in facts)
    assert findings(world) == []
    with pytest.raises(Conflict):
        hand_over_manifest(dock.packer, manifest, "Jo Driver")
    back = take_back_manifest(dock.packer, manifest)
    assert (back.parcels, back.shipments, back.reopened_orders) == (3, 2, done.closed_orders)
    assert world.tables(*STOCK) == before
    assert {dock.state("package", one) for one in (*boxes, pot)} == {"labelled"}
    (row,) = world.rows("SELECT state, driver, handed_at, handed_by FROM manifest")
    assert tuple(row) == ("closed", "", None, "")
    assert findings(world) == []
    assert hand_over_manifest(dock.packer, manifest, signature=PNG).pieces == 4


def test_the_paper_and_the_table_say_what_is_on_the_truck(world: World) -> None:
    dock = Dock(world)
    shipment, boxes = dock.waiting({"MUG": 2}, {"TEA": 1})
    _, (pot,) = dock.waiting({"POT": 1}, service=dock.express)
    manifest = loaded(dock, *boxes, pot)
    done = close_manifest(dock.packer, manifest, "fr")
    paper = stored_bytes(dock.packer, done.paper_sha)
    assert done.number in {code.text for code in decode(paper, 203)}
    words = "\n".join(texts(paper))
    assert "Bordereau de remise" in words
    for parcel in (*boxes, pot):
        assert dock.sscc(parcel) in words
    assert words.count("Lovelace") == 1, "our own address; a list that lies about names no customer"
    number, table = manifest_csv(dock.packer, manifest)
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    assert number == done.number
    assert [row["sscc"] for row in rows] == [dock.sscc(one) for one in (*boxes, pot)]
    assert {row["shipment"] for row in rows[:2]} == {dock.number("shipment", shipment)}
    assert [row["weight_g"] for row in rows] == ["1000", "2000", "1000"]
    assert world.one("SELECT document FROM print_job WHERE id = :i", i=done.print_job_id) == "manifest"
    hand_over_manifest(dock.packer, manifest, "=Jo Driver", signature=PNG)
    proof = print_manifest(dock.packer, manifest)
    assert "=Jo Driver" in "".join(texts(stored_bytes(dock.packer, proof.sha256)))
    assert world.one("SELECT paper_sha FROM manifest") == proof.sha256
    copy = print_manifest(dock.packer, manifest, copy=True)
    assert "COPY" in "".join(texts(stored_bytes(dock.packer, copy.sha256)))
    assert world.one("SELECT paper_sha FROM manifest") == proof.sha256
    with dock.packer.reading() as connection:
        found = resolve(connection, done.number.lower())
    assert (found.kind, found.id) == ("pick_up", manifest)


def test_a_paper_that_is_out_of_date_is_not_kept(world: World) -> None:
    dock = Dock(world)
    _, (mug, tea) = dock.waiting({"MUG": 1}, {"TEA": 1})
    manifest = loaded(dock, mug)
    with dock.packer.reading() as connection:
        content = manifest_content(connection, manifest)
    scan_to_load(dock.packer, manifest, dock.sscc(tea))
    before = world.tables(*WATCHED)
    assert store_closed(dock.packer, manifest, content, b"%PDF", b"") is None
    assert world.tables(*WATCHED) == before


def test_a_shipment_that_is_not_whole_stays_and_only_where_somebody_says_so(world: World) -> None:
    dock = Dock(world)
    shipment, (mug, tea) = dock.waiting({"MUG": 1}, {"TEA": 1})
    whole, (pot,) = dock.waiting({"POT": 1})
    manifest = closed(dock, mug, pot)
    before = world.tables(*WATCHED)
    with pytest.raises(PartsMissing) as refusal:
        hand_over_manifest(dock.packer, manifest, "Jo")
    assert refusal.value.facts["shipments"] == [dock.number("shipment", shipment)]
    assert world.tables(*WATCHED) == before
    done = hand_over_manifest(dock.packer, manifest, "Jo", partly=True)
    assert (done.staying, done.shipments, done.parcels) == ((dock.number("shipment", shipment),), 1, 2)
    assert (dock.state("shipment", shipment), dock.state("shipment", whole)) == ("packed", "shipped")
    assert (dock.state("package", mug), dock.state("package", tea)) == ("loaded", "labelled")
    assert dock.in_place("MUG", "PACKING") == 1, "the shipment's goods leave the books together"
    assert findings(world) == []
    rest = closed(dock, tea)
    done = hand_over_manifest(dock.packer, rest, "Jo")
    assert (done.shipments, done.pieces) == (1, 2)
    assert dock.state("shipment", shipment) == "shipped"
    # The way back, in either order: what left with the other pick-up stays away.
    take_back_manifest(dock.packer, manifest)
    assert (dock.state("package", mug), dock.state("package", tea)) == ("labelled", "loaded")
    assert (dock.state("shipment", shipment), dock.state("shipment", whole)) == ("packed", "packed")
    assert findings(world) == []
    assert hand_over_manifest(dock.packer, manifest, "Jo").shipments == 2


def test_what_is_not_handed_over(world: World) -> None:
    dock = Dock(world)
    shipment, (mug,) = dock.waiting({"MUG": 1})
    _, (tea,) = dock.waiting({"TEA": 1})
    manifest = loaded(dock, mug, tea)
    with pytest.raises(Conflict, match="open"):
        hand_over_manifest(dock.packer, manifest, "Jo")
    close_manifest(dock.packer, manifest)
    before = world.tables(*WATCHED)
    for wrong, kind in (
        ({}, ProofMissing),
        ({"driver": "  "}, ProofMissing),
        ({"signature": b"GIF89a"}, BadInput),
        ({"signature": PNG[:60]}, BadInput),
        ({"signature": PNG + bytes(400_000)}, BadInput),
        ({"driver": "x" * 81}, BadInput),
    ):
        with pytest.raises(kind):
            hand_over_manifest(dock.packer, manifest, **wrong)
    for roles in ((Role.PICKER,), (Role.CUSTOMER_SERVICE,)):
        with pytest.raises(NotAllowed):
            hand_over_manifest(world.ctx(*roles), manifest, "Jo")
        with pytest.raises(NotAllowed):
            close_manifest(world.ctx(*roles), manifest)
    with pytest.raises(OnPickUp):
        ship_shipment(dock.packer, shipment)
    assert world.tables(*WATCHED) == before
    reopen_packing(dock.packer, shipment)
    with pytest.raises(NotFit, match=dock.sscc(mug)):
        hand_over_manifest(dock.packer, manifest, "Jo")
    with pytest.raises(NotFound):
        hand_over_manifest(dock.packer, 999, "Jo")


def test_a_void_label_leaves_with_nobody(world: World) -> None:
    dock = Dock(world)
    _, (mug,) = dock.waiting({"MUG": 1})
    _, (tea,) = dock.waiting({"TEA": 1})
    manifest = loaded(dock, mug, tea)
    with world.database().engine.begin() as connection:
        void = "UPDATE shipping_label SET voided_at = made_at WHERE package_id = :p"
        connection.execute(sa.text(void), {"p": mug})
    before = world.tables(*WATCHED)
    with pytest.raises(NotFit, match=dock.sscc(mug)):
        close_manifest(dock.packer, manifest)
    assert world.tables(*WATCHED) == before
    unload_parcel(dock.packer, manifest, mug)
    assert close_manifest(dock.packer, manifest).parcels == 1


def test_closed_reopened_cancelled(world: World) -> None:
    dock = Dock(world)
    _, (mug,) = dock.waiting({"MUG": 1})
    manifest = dock.pick_up()
    with pytest.raises(NothingLoaded):
        close_manifest(dock.packer, manifest)
    with pytest.raises(NotFound):
        manifest_csv(dock.packer, manifest)
    with pytest.raises(Conflict):
        print_manifest(dock.packer, manifest)
    with pytest.raises(Conflict):
        reopen_manifest(dock.packer, manifest)
    scan_to_load(dock.packer, manifest, dock.sscc(mug))
    close_manifest(dock.packer, manifest)
    with pytest.raises(Conflict):
        cancel_manifest(dock.packer, manifest)
    assert reopen_manifest(dock.packer, manifest).state == "open"
    assert world.rows("SELECT paper_sha, table_sha, closed_at FROM manifest") == [(None, None, None)]
    assert cancel_manifest(dock.packer, manifest).state == "cancelled"
    assert dock.on(mug) is None
    with pytest.raises(Conflict):
        take_back_manifest(dock.packer, manifest)
    with pytest.raises(NotFound):
        open_manifest(dock.packer, 999, dock.warehouse)
    with pytest.raises(NotFound):
        open_manifest(dock.packer, dock.carrier, 999)
    edit_carrier(dock.owner, dock.carrier, CarrierFields("DPD", False), CarrierFields("DPD"))
    with pytest.raises(Refused, match="not used"):
        open_manifest(dock.packer, dock.carrier, dock.warehouse)


def test_what_arrived_or_was_lost_is_not_taken_back(world: World) -> None:
    dock = Dock(world)
    shipment, (mug,) = dock.waiting({"MUG": 1})
    _, (tea,) = dock.waiting({"TEA": 1})
    manifest = closed(dock, mug, tea)
    hand_over_manifest(dock.packer, manifest, "Jo")
    service = world.ctx(Role.CUSTOMER_SERVICE)
    deliver_shipment(service, shipment)
    before = world.tables(*WATCHED)
    with pytest.raises(Conflict, match=dock.number("shipment", shipment)):
        take_back_manifest(dock.packer, manifest)
    assert world.tables(*WATCHED) == before
    undeliver_shipment(service, shipment)
    lose_parcel(service, tea)
    with pytest.raises(Conflict, match=dock.sscc(tea)):
        take_back_manifest(dock.packer, manifest)


def test_a_single_shipment_comes_back_from_a_pick_up(world: World) -> None:
    dock = Dock(world)
    shipment, (mug,) = dock.waiting({"MUG": 1})
    _, (tea,) = dock.waiting({"TEA": 1})
    manifest = closed(dock, mug, tea)
    hand_over_manifest(dock.packer, manifest, "Jo")
    unship_shipment(dock.packer, shipment)
    assert (dock.on(mug), dock.state("package", mug)) == (None, "labelled")
    assert dock.on(tea) == manifest
    assert findings(world) == []
    again = closed(dock, mug)
    assert hand_over_manifest(dock.packer, again, "Jo").shipments == 1


def test_a_truck_takes_as_many_statements_as_a_parcel(pg_world: World) -> None:
    dock = Dock(pg_world)
    counts = []
    for boxes in (1, 4):
        parcels = [dock.waiting({"MUG": 1})[1][0] for _ in range(boxes)]
        manifest = closed(dock, *parcels)
        packer = dock.packer
        with counted(packer) as handing:
            hand_over_manifest(packer, manifest, "Jo")
        with counted(packer) as taking:
            take_back_manifest(packer, manifest)
        hand_over_manifest(packer, manifest, "Jo")
        counts.append((len(handing), len(taking)))
    assert counts[0] == counts[1]
    assert max(map(max, counts)) <= 22


def test_signatures_are_for_those_who_read_addresses(pg_world: World) -> None:
    dock = Dock(pg_world)
    _, (mug,) = dock.waiting({"MUG": 1})
    manifest = closed(dock, mug)
    hand_over_manifest(dock.packer, manifest, signature=PNG)
    sha = pg_world.one("SELECT signature_sha FROM manifest")
    assert stored_bytes(dock.packer, sha) == PNG
    with pytest.raises(NotFound):
        stored_bytes(pg_world.ctx(Role.PICKER), sha)
