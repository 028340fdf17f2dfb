"""Pallets of parcels: each wrong scan stops and changes nothing; closed, labelled, opened again, dropped."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from app.domain.codes import verify_sscc
from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.services.hand_over import collect_shipment
from app.services.labels import label_package, stored_bytes
from app.services.loading import scan_to_load
from app.services.pallet_labels import label_pallet, reprint_pallet_label
from app.services.pallet_states import OnPallet
from app.services.pallets import (
    PalletEmpty,
    PalletKept,
    begin_pallet,
    close_pallet,
    drop_pallet,
    reopen_pallet,
    scan_off_pallet,
    scan_onto_pallet,
    take_off_pallet,
)
from app.services.parcels import close_package, reopen_package, reopen_packing
from app.services.scanning import Tone, Verdict
from app.services.shipping import ship_shipment
from tests.documents.readers import decode, texts
from tests.rig.databases import World
from tests.rig.pallet_yard import Yard
from tests.rig.race import findings
from tests.services.test_statements import counted

WATCHED = ("package", "shipping_label", "shipment", "manifest", "print_job", "blob")


def test_parcels_are_scanned_onto_a_pallet_and_off_again(world: World) -> None:
    yard = Yard(world)
    _, (mug, tea) = yard.waiting({"MUG": 1}, {"TEA": 1})
    _, (pot,) = yard.waiting({"POT": 1}, service=yard.express)
    begun = begin_pallet(yard.packer, yard.warehouse)
    assert verify_sscc(begun.sscc)
    pallet = begun.pallet_id
    first = yard.put(pallet, mug)
    assert (first.verdict, first.tone, first.counted) == (Verdict.RIGHT, Tone.GOOD, 1)
    assert (yard.under(mug), yard.state("package", mug)) == (pallet, "labelled")
    again = yard.put(pallet, mug)
    assert (again.verdict, again.counted) == (Verdict.INFO, 1)
    assert scan_onto_pallet(yard.packer, pallet, begun.sscc).verdict is Verdict.INFO
    tracking = world.one("SELECT tracking FROM shipping_label WHERE package_id = :p", p=tea)
    assert scan_onto_pallet(yard.packer, pallet, tracking).counted == 2
    assert yard.put(pallet, pot).counted == 3, "another service of the same carrier"
    assert take_off_pallet(yard.packer, pallet, pot).tone is Tone.INFO
    assert scan_off_pallet(yard.packer, pallet, yard.sscc(tea)).counted == 1
    assert scan_off_pallet(yard.packer, pallet, yard.sscc(tea)).verdict is Verdict.WRONG
    assert scan_off_pallet(yard.packer, pallet, "X").verdict is Verdict.UNKNOWN
    assert (yard.under(mug), yard.under(tea), yard.under(pot)) == (pallet, None, None)
    assert findings(world) == []


def test_scans_that_stop(world: World) -> None:
    yard = Yard(world)
    _, (mug,) = yard.waiting({"MUG": 1})
    _, (foreign,) = yard.waiting({"MUG": 1}, service=yard.foreign)
    _, (bare,) = yard.waiting({"MUG": 1}, label=False)
    opened, (reopened,) = yard.waiting({"MUG": 1})
    reopen_packing(yard.packer, opened)
    _, (voided,) = yard.waiting({"MUG": 1})
    none, (nobody,) = yard.waiting({"MUG": 1})
    _, (elsewhere,) = yard.waiting({"MUG": 1})
    _, (loaded,) = yard.waiting({"MUG": 1})
    with world.database().engine.begin() as connection:
        for statement, row in (
            ("UPDATE shipping_label SET voided_at = made_at WHERE package_id = :i", voided),
            ("UPDATE shipment SET carrier_service_id = NULL WHERE id = :i", none),
        ):
            connection.execute(sa.text(statement), {"i": row})
    other, pallet = yard.begun(elsewhere), yard.begun(mug)
    truck = yard.pick_up()
    scan_to_load(yard.packer, truck, yard.sscc(loaded))
    before = world.tables(*WATCHED)
    for code, verdict, named in (
        (yard.sscc(elsewhere), Verdict.ELSEWHERE, yard.sscc(other)),
        (yard.sscc(loaded), Verdict.ELSEWHERE, yard.number("manifest", truck)),
        (yard.sscc(foreign), Verdict.FOREIGN, "UPS"),
        (yard.sscc(nobody), Verdict.FOREIGN, "no carrier"),
        (yard.sscc(bare), Verdict.NOT_READY, "no label"),
        (yard.sscc(reopened), Verdict.NOT_READY, "not packed"),
        (yard.sscc(voided), Verdict.VOID, "void"),
        (yard.sscc(other), Verdict.WRONG, "only parcels"),
        (yard.number("manifest", truck), Verdict.WRONG, "no parcel"),
        ("NOBODY-KNOWS", Verdict.UNKNOWN, "NOBODY-KNOWS"),
        ("", Verdict.UNKNOWN, ""),
    ):
        result = scan_onto_pallet(yard.packer, pallet, code)
        assert (result.verdict, result.tone) == (verdict, Tone.STOP), code
        assert named in result.message
        assert result.counted == 1
    assert world.tables(*before) == before
    stops = "SELECT count(*) FROM scan_event WHERE context = 'pallet' AND context_id = :p"
    assert world.one(stops, p=pallet) == 12, "every scan is kept, the right one too"


def test_closed_with_its_label_and_opened_again(world: World) -> None:
    yard = Yard(world)
    _, boxes = yard.waiting({"MUG": 1}, {"TEA": 1})
    pallet = yard.begun(*boxes)
    before = world.tables(*WATCHED)
    for weight, height in ((1, 0), (2_500_001, 0), (-1, 0), (0, 3_001), (0, -1)):
        with pytest.raises(BadInput):
            close_pallet(yard.packer, pallet, weight, height)
    with pytest.raises(Conflict, match="open"):
        label_pallet(yard.packer, pallet)
    assert world.tables(*before) == before
    closed = close_pallet(yard.packer, pallet, 28_400, 1_650)
    assert (closed.state, closed.parcels, closed.weight_g) == ("closed", 2, 28_400)
    done = label_pallet(yard.packer, pallet)
    label = stored_bytes(yard.packer, done.sha256)
    assert f"(00){yard.sscc(pallet)}" in {code.text for code in decode(label, 203)}
    words = "\n".join(texts(label))
    for named in ("2 parcels", "28.4 kg", "165 cm high", "DPD", "Lovelace"):
        assert named in words, named
    (job,) = world.rows("SELECT document, title FROM print_job WHERE document = 'pallet_label'")
    assert job.title == f"SSCC {yard.sscc(pallet)}"
    assert label_pallet(yard.packer, pallet) == done, (
        "asked again, it is the same label and nothing is printed"
    )
    copy = reprint_pallet_label(yard.packer, pallet)
    assert "COPY" in "\n".join(texts(stored_bytes(yard.packer, copy.sha256)))
    assert yard.state("package", pallet) == "labelled"
    assert findings(world) == []
    with pytest.raises(Conflict, match="labelled"):
        yard.put(pallet, boxes[0])
    with pytest.raises(Conflict, match="labelled"):
        take_off_pallet(yard.packer, pallet, boxes[0])
    assert reopen_pallet(yard.packer, pallet).state == "open"
    assert (
        world.one("SELECT count(*) FROM shipping_label WHERE package_id = :p AND voided_at IS NULL", p=pallet)
        == 0
    )
    assert close_pallet(yard.packer, pallet).weight_g == 3_000, (
        "what its parcels weigh, where nobody weighed it"
    )
    assert label_pallet(yard.packer, pallet).label_id != done.label_id
    assert findings(world) == []


def test_the_label_names_an_address_only_where_all_go_there(sqlite_world: World) -> None:
    yard = Yard(sqlite_world)
    one, (mug,) = yard.waiting({"MUG": 1})
    _, (tea,) = yard.waiting({"TEA": 1})
    pallet = yard.begun(mug, tea)
    close_pallet(yard.packer, pallet)
    to_one = "\n".join(texts(stored_bytes(yard.packer, label_pallet(yard.packer, pallet).sha256)))
    assert "takes it apart" not in to_one, "two orders to the same door"
    reopen_pallet(yard.packer, pallet)
    with sqlite_world.database().engine.begin() as connection:
        connection.execute(sa.text("UPDATE shipment SET ship_address_id = NULL WHERE id = :i"), {"i": one})
    close_pallet(yard.packer, pallet)
    to_two = "\n".join(texts(stored_bytes(yard.packer, label_pallet(yard.packer, pallet, "fr").sha256)))
    assert "2 adresses" in to_two
    assert to_two.count("Lovelace") == 1, "the sender alone"


def test_an_empty_pallet_goes_as_if_it_had_never_been(world: World) -> None:
    yard = Yard(world)
    _, (mug,) = yard.waiting({"MUG": 1})
    before = world.tables("package")
    assert drop_pallet(yard.packer, yard.begun()).state == "dropped"
    assert world.tables("package") == before
    pallet = yard.begun()
    with pytest.raises(PalletEmpty):
        close_pallet(yard.packer, pallet)
    yard.put(pallet, mug)
    full = world.tables(*WATCHED)
    with pytest.raises(PalletKept):
        drop_pallet(yard.packer, pallet)
    assert world.tables(*full) == full
    close_pallet(yard.packer, pallet)
    label_pallet(yard.packer, pallet)
    reopen_pallet(yard.packer, pallet)
    take_off_pallet(yard.packer, pallet, mug)
    with pytest.raises(PalletKept):
        drop_pallet(yard.packer, pallet)


def test_a_parcel_on_a_pallet_is_not_opened_and_does_not_leave_alone(world: World) -> None:
    yard = Yard(world)
    shipment, (mug,) = yard.waiting({"MUG": 1})
    yard.pallet(mug)
    before = world.tables(*WATCHED)
    with pytest.raises(OnPallet):
        reopen_package(yard.packer, mug)
    with pytest.raises(OnPallet):
        ship_shipment(yard.packer, shipment)
    with world.database().engine.begin() as connection:
        connection.execute(
            sa.text("UPDATE carrier_service SET collected = true WHERE id = :i"), {"i": yard.service}
        )
        connection.execute(
            sa.text("UPDATE shipment SET pickup_code = '123456' WHERE id = :i"), {"i": shipment}
        )
    with pytest.raises(OnPallet):
        collect_shipment(yard.packer, shipment, "123456", "Jo")
    assert world.tables("package", "manifest", "print_job") == {
        name: before[name] for name in ("package", "manifest", "print_job")
    }
    assert yard.state("shipment", shipment) == "packed"


def test_who_may_and_what_there_is(world: World) -> None:
    yard = Yard(world)
    _, (mug,) = yard.waiting({"MUG": 1})
    pallet = yard.begun()
    before = world.tables(*WATCHED)
    for step in (
        lambda ctx: begin_pallet(ctx, yard.warehouse),
        lambda ctx: scan_onto_pallet(ctx, pallet, yard.sscc(mug)),
        lambda ctx: close_pallet(ctx, pallet),
        lambda ctx: drop_pallet(ctx, pallet),
        lambda ctx: label_pallet(ctx, pallet),
    ):
        with pytest.raises(NotAllowed):
            step(world.ctx(Role.PICKER))
    for missing in (mug, 999):
        with pytest.raises(NotFound):
            scan_onto_pallet(yard.packer, missing, "X")
        with pytest.raises(NotFound):
            label_pallet(yard.packer, missing)
    with pytest.raises(NotFound):
        reopen_package(yard.packer, pallet)
    with pytest.raises(NotFound):
        close_package(yard.packer, pallet)
    with pytest.raises(NotFound):
        label_package(yard.packer, pallet)
    with pytest.raises(NotFound):
        begin_pallet(yard.packer, 999)
    with pytest.raises(NotFound):
        reprint_pallet_label(yard.packer, pallet)
    assert world.tables(*before) == before


def test_a_scan_takes_as_many_statements_on_a_full_pallet(sqlite_world: World) -> None:
    yard = Yard(sqlite_world)
    _, boxes = yard.waiting(*({"MUG": 1} for _ in range(6)))
    packer, pallet = yard.packer, yard.begun()
    counts = []
    for box in boxes:
        with counted(packer) as statements:
            scan_onto_pallet(packer, pallet, yard.sscc(box))
        counts.append(len(statements))
    assert counts[0] > 0
    assert len(set(counts)) == 1, counts
