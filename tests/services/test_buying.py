"""Labels that a carrier sells: one key, one label, whatever breaks in between; taken back when a parcel is opened again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.permissions import Role
from app.errors import Conflict, NotAllowed
from app.integrations.carriers.base import Bought
from app.services.bench_closing import print_papers
from app.services.buying import TrackingTaken, ask_carrier, keep_label, label_jobs
from app.services.choosing import change_service
from app.services.jobs import NotYet, finish_job, take_jobs, work_off
from app.services.labels import label_package, reprint_label, stored_bytes
from app.services.parcel_rows import Parcel
from app.services.parcels import reopen_package
from app.services.purchase_content import asked
from app.services.purchases import LABEL_JOB, Purchase, ask_again, give_up
from app.services.shipping import LabelMissing, ship_shipment
from tests.rig.carriers import Counter
from tests.rig.databases import World

WATCHED = ("label_purchase", "shipping_label", "package", "print_job", "job")
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 298 420]>>endobj\ntrailer<</Root 1 0 R>>"
)


@pytest.fixture
def counter(world: World, tmp_path: Path) -> Counter:
    return Counter(world, tmp_path / "depot")


def test_a_label_is_asked_for_awaited_and_printed_at_the_desk_that_asked(
    counter: Counter, world: World
) -> None:
    shipment, parcel = counter.closed()
    answer = label_package(counter.packer, parcel)
    assert (answer.awaited, answer.print_job_id, answer.sha256) == ("Depot", 0, "")
    assert counter.purchases() == [("asked", "", "")]
    assert not list(counter.depot.out.iterdir()), "the carrier hears of it once it is kept, not before"
    counter.work()
    assert [path.suffix for path in counter.depot.out.iterdir()] == [".csv"]
    assert counter.purchases() == [("asked", "", "carrier.awaited")]
    (waiting,) = counter.open()
    assert (waiting.awaited, waiting.desk, waiting.trouble) == (
        True,
        "PACK-1",
        "The answer of Depot is awaited.",
    )
    with pytest.raises(LabelMissing):
        ship_shipment(counter.packer, shipment)
    counter.depot.work()
    counter.due()
    assert work_off(world.ctx(Role.PACKER, desk="ELSEWHERE"), label_jobs(counter.packer)) == 1
    assert counter.purchases() == [("bought", "DP00000001", "")]
    assert counter.live(parcel) == ["DP00000001"]
    assert (counter.state("package", parcel), counter.open()) == ("labelled", ())
    row = world.rows("SELECT price, currency, reference FROM label_purchase")[0]
    assert tuple(row) == (705, "EUR", "R-DP00000001")
    title = world.one("SELECT sscc FROM package WHERE id = :p", p=parcel)
    assert [(row.document, row.title) for row in world.rows("SELECT document, title FROM print_job")] == [
        ("shipment_label", f"SSCC {title}")
    ]
    ship_shipment(counter.packer, shipment)


def test_asked_again_it_is_the_same_purchase(counter: Counter) -> None:
    _, parcel = counter.closed()
    first = label_package(counter.packer, parcel)
    assert label_package(counter.packer, parcel) == first
    counter.work()
    assert label_package(counter.packer, parcel) == first
    counter.depot.work()
    counter.work(2)
    there = label_package(counter.packer, parcel)
    assert (there.tracking, there.awaited) == ("DP00000001", "")
    assert counter.purchases() == [("bought", "DP00000001", "")]
    assert counter.depot.sold.keys() == {_key(counter)}


def test_the_bench_goes_on_and_says_so(counter: Counter) -> None:
    shipment, parcel = counter.closed()
    closed = print_papers(counter.packer, Parcel(parcel, "", 1, shipment, finished=True))
    assert closed.trouble is not None
    assert closed.trouble.message == "The answer of Depot is awaited."
    assert len(closed.jobs) == 1, "the packing slip does not wait for the carrier"


def test_the_carriers_own_label_is_what_is_printed_and_copied(counter: Counter, world: World) -> None:
    counter.depot.label = PDF
    _, parcel = counter.closed()
    label_package(counter.packer, parcel)
    counter.work()
    counter.depot.work()
    counter.work()
    sha = world.one("SELECT blob_sha FROM shipping_label")
    assert stored_bytes(counter.packer, sha) == PDF
    copy = reprint_label(counter.packer, parcel)
    assert copy.sha256 != sha
    assert stored_bytes(counter.packer, copy.sha256).startswith(b"%PDF")
    assert world.one("SELECT prints FROM shipping_label") == 1


def test_without_a_price_our_own_table_gives_it(counter: Counter, world: World) -> None:
    counter.depot.prices = False
    _, parcel = counter.closed()
    label_package(counter.packer, parcel)
    counter.work()
    counter.depot.work()
    counter.work()
    assert world.one("SELECT price FROM label_purchase") == 600


def test_a_refusal_is_listed_until_another_purchase_or_carrier(counter: Counter, world: World) -> None:
    counter.depot.refuses = "Unknown postcode"
    _, parcel = counter.closed()
    label_package(counter.packer, parcel)
    counter.work()
    counter.depot.work()
    counter.work()
    (refused,) = counter.open()
    assert (refused.status, refused.trouble) == ("failed", "Depot says: Unknown postcode")
    assert counter.state("package", parcel) == "closed"
    assert "label_refused" in [row.verb for row in world.rows("SELECT verb FROM order_event")]
    before = world.tables(*WATCHED)
    with pytest.raises(Conflict, match="refused the label"):
        give_up(counter.packer, refused.id)
    with pytest.raises(Conflict, match="refused the label"):
        ask_again(counter.packer, refused.id)
    assert world.tables(*WATCHED) == before
    counter.depot.refuses = ""
    label_package(counter.packer, parcel)
    assert [status for status, *_ in counter.purchases()] == ["failed", "asked"]
    assert [one.status for one in counter.open()] == ["asked"]
    counter.work()
    counter.depot.work()
    counter.work()
    assert counter.live(parcel) == ["DP00000001"]
    assert len(set(_keys(counter))) == 2


def test_a_carrier_that_is_away_is_asked_again_and_it_is_said(counter: Counter) -> None:
    _, parcel = counter.closed()
    label_package(counter.packer, parcel)
    counter.depot.out.rename(counter.depot.folder / "gone")
    counter.work(3)
    (waiting,) = counter.open()
    assert (waiting.awaited, waiting.trouble) == (False, f"The folder {counter.depot.out} is not there.")
    assert counter.world.one("SELECT attempts FROM label_purchase") == 1, "the same trouble is written once"
    (counter.depot.folder / "gone").rename(counter.depot.out)
    counter.work()
    counter.depot.work()
    counter.work()
    assert counter.live(parcel) == ["DP00000001"]


def test_a_parcel_opened_again_takes_its_label_back(counter: Counter, world: World) -> None:
    _, parcel = counter.closed()
    label_package(counter.packer, parcel)
    counter.work()
    counter.depot.work()
    counter.work()
    reopen_package(counter.packer, parcel)
    assert counter.live(parcel) == []
    assert counter.purchases() == [("void_asked", "DP00000001", "")]
    counter.work()
    (waiting,) = counter.open()
    assert (waiting.status, waiting.awaited) == ("void_asked", True)
    assert [path.name for path in counter.depot.out.iterdir()] == [f"void-{_key(counter)}.csv"]
    counter.depot.work()
    counter.work()
    assert counter.purchases() == [("voided", "DP00000001", "")]
    assert counter.open() == ()
    assert counter.depot.voided == {_key(counter)}


def test_a_label_that_comes_after_its_parcel_was_opened_is_taken_back_by_its_number(counter: Counter) -> None:
    _, parcel = counter.closed()
    label_package(counter.packer, parcel)
    counter.work()
    with counter.packer.reading() as connection:
        found = asked(connection, 1)
    assert found is not None
    reopen_package(counter.packer, parcel)
    assert keep_label(counter.packer, found, Bought("LATE-1", "", 100)).status == "void_asked"
    assert counter.live(parcel) == []
    assert counter.purchases() == [("void_asked", "LATE-1", "")]
    counter.work(2)
    counter.depot.work()
    counter.work(2)
    assert counter.purchases() == [("voided", "LATE-1", "")]


def test_a_number_that_comes_while_its_label_is_taken_back_is_taken_back_too(counter: Counter) -> None:
    """The desk that asks to take it back read no number yet: it asks once more."""
    _, parcel = counter.closed()
    label_package(counter.packer, parcel)
    counter.work()
    with counter.packer.reading() as connection:
        found = asked(connection, 1)
    assert found is not None
    reopen_package(counter.packer, parcel)
    (taken,) = take_jobs(counter.packer, (LABEL_JOB,), 1, 120)
    keep_label(counter.packer, found, Bought("LATE-1", "", 100))
    finish_job(counter.packer, taken.id, taken.attempt)
    (again,) = take_jobs(counter.packer, (LABEL_JOB,), 1, 120)
    assert again.id == taken.id


def test_giving_up_takes_back_and_lets_another_carrier_take_it(counter: Counter, world: World) -> None:
    shipment, parcel = counter.closed()
    label_package(counter.packer, parcel)
    counter.work()
    (waiting,) = counter.open()
    with pytest.raises(NotAllowed):
        give_up(world.ctx(Role.PICKER), waiting.id)
    assert give_up(counter.packer, waiting.id) == Purchase(waiting.id, parcel, "void_asked")
    change_service(counter.packer, shipment, None)
    own = label_package(counter.packer, parcel)
    assert own.awaited == ""
    assert give_up(counter.packer, waiting.id).status == "voided", (
        "a carrier that never confirms is left to itself"
    )
    assert counter.open() == ()
    counter.depot.work()
    counter.work(2)
    assert len(counter.live(parcel)) == 1


def test_asking_again_hands_the_request_over_anew_under_its_key(counter: Counter) -> None:
    _, parcel = counter.closed()
    label_package(counter.packer, parcel)
    counter.work()
    name = f"label-{_key(counter)}.csv"
    (counter.depot.out / name).unlink()
    counter.work(2)
    assert not list(counter.depot.out.iterdir()), "it is with the carrier: only the answer is looked for"
    ask_again(counter.packer, counter.open()[0].id)
    counter.work()
    assert [path.name for path in counter.depot.out.iterdir()] == [name]


def test_one_tracking_number_is_not_kept_for_two_parcels(counter: Counter) -> None:
    parcels = [counter.closed()[1] for _ in range(2)]
    for parcel in parcels:
        label_package(counter.packer, parcel)
    counter.work()
    counter.depot.sold = dict.fromkeys(_keys(counter), "SAME")
    counter.depot.work()
    counter.work()
    assert counter.live(parcels[0]) == ["SAME"]
    assert counter.live(parcels[1]) == []
    (odd,) = counter.open()
    assert odd.trouble.startswith("Depot gives the tracking number SAME, which parcel ")
    with pytest.raises(NotYet) as refused:
        ask_carrier(counter.packer, odd.id)
    assert isinstance(refused.value.__cause__, TrackingTaken)


def test_only_packers_ask_carriers(counter: Counter, world: World) -> None:
    _, parcel = counter.closed()
    purchase = label_package(counter.packer, parcel).purchase_id
    assert label_jobs(world.ctx(Role.PICKER)) == {}
    with pytest.raises(NotAllowed):
        ask_carrier(world.ctx(Role.PICKER), purchase)
    assert counter.purchases() == [("asked", "", "")]


def test_a_carrier_of_ours_labels_at_once_as_ever(counter: Counter, world: World) -> None:
    _, parcel = counter.packed({"MUG": 1})
    answer = label_package(counter.packer, parcel)
    assert (answer.awaited, answer.purchase_id) == ("", 0)
    assert counter.purchases() == []
    shutil.rmtree(counter.depot.folder)
    assert replace(answer, print_job_id=0) == replace(label_package(counter.packer, parcel), print_job_id=0)


def _keys(counter: Counter) -> list[str]:
    return [
        row.request_key for row in counter.world.rows("SELECT request_key FROM label_purchase ORDER BY id")
    ]


def _key(counter: Counter) -> str:
    (key,) = _keys(counter)
    return key


def test_a_label_file_that_no_printer_opens_is_asked_for_again(counter: Counter) -> None:
    _, parcel = counter.closed()
    counter.depot.label = b"%PDF-1.4 half of a file"
    label_package(counter.packer, parcel)
    counter.work()
    counter.depot.work()
    counter.work()
    assert counter.live(parcel) == []
    assert counter.purchases() == [("asked", "", "carrier.perhaps")]
    (waiting,) = counter.open()
    assert "cannot be opened" in waiting.trouble
    (counter.depot.into / "DP00000001.pdf").write_bytes(PDF)
    counter.work()
    assert counter.live(parcel) == ["DP00000001"]
    assert reprint_label(counter.packer, parcel).print_job_id
