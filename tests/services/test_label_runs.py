"""Forms of labels at a desk, copies from the stored bytes, and labels of many parcels as one job."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from app.documents.label_formats import FORMATS, ZPL
from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.services.context import Context
from app.services.desks import add_desk, set_printer
from app.services.label_forms import OtherForm
from app.services.label_preview import shown_paper
from app.services.label_runs import ToLabel, parcels_to_label, print_labels, print_run
from app.services.labels import label_package, make_label, reprint_label, stored_bytes
from app.services.printing import mark_printed, print_waiting, take_print_jobs
from app.services.reprinting import LabelVoided, reprint
from tests.documents.readers import decode, texts
from tests.rig.bench import Bench
from tests.rig.databases import World

DESK = "PACK-1"
SAYS = "COPY / DUPLICATA"
WATCHED = ("print_job", "shipping_label", "package", "blob")


def desk_with(world: World, form: str, target: str = "192.0.2.7", kind: str = "raw", code: str = DESK) -> int:
    desk = add_desk(world.owner, code)
    set_printer(world.owner, desk, "shipment_label", kind, target, form)
    return desk


def sscc(world: World, parcel: int) -> str:
    return str(world.one("SELECT sscc FROM package WHERE id = :p", p=parcel))


def media(world: World, sha: str) -> str:
    return str(world.one("SELECT media_type FROM blob WHERE sha256 = :s", s=sha))


@pytest.mark.parametrize("form", ["zpl203", "zpl300_a6", "a4_2up", "4x6"])
def test_a_desk_makes_its_labels_in_its_form(world: World, form: str) -> None:
    shop = Bench(world)
    _, parcel = shop.packed({"MUG": 2})
    desk_with(world, form)
    made = label_package(shop.packer, parcel)
    kept = stored_bytes(shop.packer, made.sha256)
    (chosen,) = (one for one in FORMATS if one.name == form)
    assert chosen.takes(kept)
    assert media(world, made.sha256) == chosen.media_type
    printed = world.one("SELECT blob_sha FROM print_job WHERE id = :j", j=made.print_job_id)
    assert (printed == made.sha256) == (not chosen.two_up)
    assert world.one("SELECT print_job_id FROM shipping_label") == made.print_job_id
    before = world.tables(*WATCHED)
    assert label_package(shop.packer, parcel) == made, "asked again, nothing comes out twice"
    assert world.tables(*WATCHED) == before
    shown = shown_paper(shop.packer, printed)
    assert {one.text for one in decode(shown, 203)} == {f"(00){sscc(world, parcel)}"}


def test_no_form_that_there_is_not(world: World) -> None:
    desk = desk_with(world, "zpl203")
    before = world.tables("desk_printer")
    for document, form in (("shipment_label", "zpl600"), ("packing_slip", "zpl203"), ("*", "a4_2up")):
        with pytest.raises(BadInput):
            set_printer(world.owner, desk, document, "raw", "192.0.2.7", form)
    assert world.tables("desk_printer") == before
    with pytest.raises(DBAPIError), world.database().engine.begin() as connection:
        connection.exec_driver_sql("UPDATE desk_printer SET format = 'zpl600'")


@pytest.mark.parametrize("form", ["", "zpl203", "a4_2up"])
def test_a_copy_is_made_of_the_stored_bytes(world: World, form: str) -> None:
    """Also where the parcel says more by now: the copy says what the first one said."""
    shop = Bench(world)
    _, parcel = shop.packed({"MUG": 2})
    desk_with(world, form)
    first = stored_bytes(shop.packer, label_package(shop.packer, parcel).sha256)
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql("UPDATE package SET weight_g = weight_g + 777")
    copy = stored_bytes(shop.packer, reprint_label(shop.packer, parcel).sha256)
    if form == "zpl203":
        assert copy.startswith(first[: first.index(b"^PQ1")])
        assert SAYS.encode() in copy
    else:
        said, was = texts(copy)[0], texts(first)[0]
        assert SAYS in said
        assert sorted(said.replace(SAYS, "").split()) == sorted(was.split())


def test_another_printer_gets_a_copy_that_it_understands(world: World) -> None:
    """A label kept in PDF, asked for at a desk with a ZPL printer: drawn anew, with its own tracking number."""
    shop = Bench(world)
    _, parcel = shop.packed({"MUG": 2})
    label_package(shop.packer, parcel)
    desk_with(world, "zpl300", code="PACK-2")
    there = world.ctx(Role.PACKER, desk="PACK-2")
    copy = stored_bytes(there, reprint_label(there, parcel).sha256)
    assert copy.startswith(b"^XA")
    assert SAYS.encode() in copy
    assert sscc(world, parcel).encode() in copy


def test_a_waiting_label_in_another_form_is_refused(world: World) -> None:
    shop = Bench(world)
    _, parcel = shop.packed({"MUG": 2})
    make_label(shop.packer, parcel, alone=False)
    desk_with(world, "zpl203")
    before = world.tables(*WATCHED)
    with pytest.raises(OtherForm):
        label_package(shop.packer, parcel)
    assert world.tables(*WATCHED) == before


def came_out(ctx: Context, job: int) -> None:
    (taken,) = take_print_jobs(ctx, DESK, 1)
    assert taken.id == job
    mark_printed(ctx, job, taken.attempt)


def packed_many(shop: Bench, count: int) -> tuple[list[int], tuple[ToLabel, ...]]:
    shipments = [shop.packed({"MUG": 1})[0] for _ in range(count)]
    return shipments, parcels_to_label(shop.packer, shipments)


@pytest.mark.parametrize("form", ["zpl203", "a4_2up", "a6"])
def test_many_labels_are_one_job(world: World, form: str) -> None:
    shop = Bench(world)
    shipments, parcels = packed_many(shop, 3)
    desk_with(world, form)
    assert [parcel.shipment for parcel in parcels] == [shop.number("shipment", one) for one in shipments]
    done: list[int] = []

    def told(at: int) -> bool:
        done.append(at)
        return True

    run = print_labels(shop.packer.once("run"), parcels, start=1, progress=told)
    assert (run.printed, run.before, run.refused, run.stopped, done) == (3, 0, (), False, [1, 2, 3])
    (job,) = run.jobs
    title = f"SSCC {sscc(world, parcels[0].package_id)} + 2"
    assert world.rows("SELECT document, title FROM print_job") == [("shipment_label", title)]
    assert world.rows("SELECT DISTINCT print_job_id FROM shipping_label") == [(job,)]
    sha = world.one("SELECT blob_sha FROM print_job")
    numbers = [f"(00){sscc(world, parcel.package_id)}" for parcel in parcels]
    shown = decode(shown_paper(shop.packer, sha), 203)
    assert [one.text for one in sorted(shown, key=lambda one: one.page)] == numbers
    if form == "a4_2up":
        assert [sum(one.page == page for one in shown) for page in (1, 2)] == [1, 2]
    before = world.tables(*WATCHED)
    assert parcels_to_label(shop.packer, shipments) == ()
    again = print_labels(shop.packer.once("run-2"), parcels)
    assert (again.printed, again.before, again.jobs) == (0, 3, ())
    assert world.tables(*WATCHED) == before, "what came out in a run is not printed again as new"
    came_out(shop.packer, job)
    copy = reprint(shop.packer, job)
    marked = stored_bytes(shop.packer, copy.sha256)
    assert marked.count(SAYS.encode()) == 3 if form == "zpl203" else SAYS in texts(marked)[0]
    assert world.rows("SELECT DISTINCT prints FROM shipping_label") == [(1,)]
    assert {one.text for one in decode(shown_paper(shop.packer, copy.sha256), 203)} == set(numbers)


def test_what_cannot_be_labelled_holds_up_no_other(world: World) -> None:
    shop = Bench(world)
    _, parcels = packed_many(shop, 2)
    run = print_labels(shop.packer, (parcels[0], ToLabel(999, "SH-GONE"), parcels[1]))
    assert run.printed == 2
    ((name, error),) = run.refused
    assert (name, error.code) == ("SH-GONE", NotFound.code)
    assert world.one("SELECT count(*) FROM print_job") == 1


def test_a_stopped_run_prints_what_it_made(world: World) -> None:
    shop = Bench(world)
    shipments, parcels = packed_many(shop, 3)
    run = print_labels(shop.packer, parcels, progress=lambda done: done < 2)
    assert (run.printed, run.stopped) == (2, True)
    assert [one.package_id for one in parcels_to_label(shop.packer, shipments)] == [parcels[2].package_id]


def test_a_run_that_broke_off_loses_no_label(world: World) -> None:
    """The program ended after the labels were made: the next run prints those, as no copies."""
    shop = Bench(world)
    shipments, parcels = packed_many(shop, 2)
    make_label(shop.packer, parcels[0].package_id, alone=False)
    assert world.one("SELECT count(*) FROM print_job") == 0
    assert parcels_to_label(shop.packer, shipments) == parcels
    run = print_labels(shop.packer, parcels)
    assert (run.printed, run.before) == (2, 0)
    assert world.rows("SELECT copy FROM print_job") == [(False,)]


def test_one_label_is_in_one_job_only(world: World) -> None:
    shop = Bench(world)
    _, parcels = packed_many(shop, 2)
    labels = [make_label(shop.packer, one.package_id, alone=False).label_id for one in parcels]
    print_run(shop.packer, (labels[0],), b"^XA^XZ")
    before = world.tables(*WATCHED)
    with pytest.raises(Conflict, match="meanwhile"):
        print_run(shop.packer, tuple(labels), b"^XA^XZ")
    with pytest.raises(NotAllowed):
        print_labels(world.ctx(Role.PICKER), parcels)
    assert world.tables(*WATCHED) == before


def test_two_desks_print_a_label_once(world: World) -> None:
    shop = Bench(world)
    _, parcels = packed_many(shop, 2)
    labels = tuple(make_label(shop.packer, one.package_id, alone=False).label_id for one in parcels)
    said: list[object] = []

    def ask(desk: str) -> None:
        try:
            said.append(print_run(world.ctx(Role.PACKER, desk=desk), labels, b"^XA^XZ"))
        except Conflict as error:
            said.append(error)

    desks = [threading.Thread(target=ask, args=(f"PACK-{at}",)) for at in (1, 2)]
    for one in desks:
        one.start()
    for one in desks:
        one.join()
    assert sorted(type(one).__name__ for one in said) == ["Conflict", "int"]
    assert world.one("SELECT count(*) FROM print_job") == 1


def test_a_run_with_a_void_label_is_not_printed_again(world: World) -> None:
    shop = Bench(world)
    _, parcels = packed_many(shop, 2)
    desk_with(world, "zpl203")
    (job,) = print_labels(shop.packer, parcels).jobs
    came_out(shop.packer, job)
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE shipping_label SET voided_at = CURRENT_TIMESTAMP WHERE package_id ="
            f" {parcels[1].package_id}"
        )
    before = world.tables(*WATCHED)
    with pytest.raises(LabelVoided, match=sscc(world, parcels[1].package_id)):
        reprint(shop.packer, job)
    assert world.tables(*WATCHED) == before


def test_a_zpl_label_reaches_its_folder_under_its_own_ending(world: World, tmp_path: Path) -> None:
    """And once it is under way, it is not taken a second time."""
    shop = Bench(world)
    _, parcel = shop.packed({"MUG": 1})
    folder = tmp_path / "labels"
    folder.mkdir()
    desk_with(world, "zpl203", str(folder), "folder")
    made = label_package(shop.packer, parcel)
    assert media(world, made.sha256) == ZPL
    assert print_waiting(shop.packer).printed == 1
    (file,) = folder.iterdir()
    assert file.suffix == ".zpl"
    assert file.read_bytes() == stored_bytes(shop.packer, made.sha256)
    assert take_print_jobs(shop.packer, DESK, 1) == ()
