"""The label of a pallet in the form of a desk's printer: where it comes out, its copies, how the screen shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.documents.copies import as_copy, is_pdf, is_zpl
from app.documents.label_formats import zpl_dpi, zpl_size
from app.documents.labels import A6, FOUR_BY_SIX
from app.errors import BadInput
from app.services.context import Context
from app.services.desks import add_desk, set_printer
from app.services.label_preview import shown_paper
from app.services.labels import stored_bytes
from app.services.pallet_labels import label_pallet, reprint_pallet_label
from app.services.pallets import close_pallet, reopen_pallet
from app.services.printing import mark_printed, print_waiting, take_print_jobs
from app.services.reprinting import LabelVoided, reprint
from tests.documents.readers import decode, texts
from tests.rig.databases import World
from tests.rig.pallet_yard import Yard

DESK = "PACK-1"
SAYS = "COPY / DUPLICATA"


def closed(yard: Yard) -> int:
    """A closed pallet without a label."""
    _, boxes = yard.waiting({"MUG": 1}, {"TEA": 1})
    pallet = yard.begun(*boxes)
    close_pallet(yard.packer, pallet, 28_400)
    return pallet


def desk(yard: Yard, form: str, document: str = "shipment_label") -> int:
    """The packer's desk, with a label printer."""
    made = add_desk(yard.owner, DESK)
    set_printer(yard.owner, made, document, "raw", "192.0.2.7", form)
    return made


@pytest.mark.parametrize(
    ("form", "dpi", "size"), [("zpl203", 203, FOUR_BY_SIX), ("zpl300_a6", 300, A6)], ids=["203", "300 on A6"]
)
def test_it_comes_in_the_form_of_the_desks_label_printer(
    world: World, form: str, dpi: int, size: object
) -> None:
    yard = Yard(world)
    desk(yard, form)
    pallet = closed(yard)
    done = label_pallet(yard.packer, pallet, "fr")
    label = stored_bytes(yard.packer, done.sha256)
    assert is_zpl(label)
    assert (zpl_dpi(label), zpl_size(label)) == (dpi, size)
    assert b"2 colis" in label
    assert label_pallet(yard.packer, pallet, "fr") == done
    copy = reprint_pallet_label(yard.packer, pallet)
    assert stored_bytes(yard.packer, copy.sha256) == as_copy(label), "the same bytes, with COPY on them"
    assert world.one("SELECT prints FROM shipping_label WHERE package_id = :p", p=pallet) == 1
    for sha in (done.sha256, copy.sha256):
        shown = shown_paper(yard.packer, sha)
        assert [one.text for one in decode(shown, 203)] == [f"(00){yard.sscc(pallet)}"]
        said = "\n".join(texts(shown))
        assert ("2 colis" in said, SAYS in said) == (True, sha == copy.sha256), "as it was made: in French"


def _taken(ctx: Context) -> str:
    """Let everything come out; the kind of printer that the pallet's label went to, the last paper asked for."""
    jobs = take_print_jobs(ctx, DESK, 9)
    for job in jobs:
        mark_printed(ctx, job.id, job.attempt)
    assert jobs[-1].document == "pallet_label"
    return jobs[-1].kind


def test_it_comes_out_of_its_own_printer_else_of_that_of_parcels(world: World, tmp_path: Path) -> None:
    """Whatever printer it goes to understands it: the form is that printer's."""
    yard = Yard(world)
    made, papers = desk(yard, "zpl203"), tmp_path / "papers"
    papers.mkdir()
    set_printer(yard.owner, made, "*", "folder", str(papers))
    pallet = closed(yard)
    label = stored_bytes(yard.packer, label_pallet(yard.packer, pallet).sha256)
    assert is_zpl(label)
    assert _taken(yard.packer) == "raw", "not of the printer for all other papers"
    set_printer(yard.owner, made, "pallet_label", "folder", str(papers), "4x6")
    copy = reprint_pallet_label(yard.packer, pallet, "fr")
    drawn = stored_bytes(yard.packer, copy.sha256)
    assert is_pdf(drawn), "its own printer takes no ZPL: the label is drawn for it"
    assert [one.text for one in decode(drawn, 203)] == [f"(00){yard.sscc(pallet)}"]
    said = "\n".join(texts(drawn))
    assert ("2 colis" in said, SAYS in said) == (True, True)
    assert print_waiting(yard.packer).printed == 1
    assert [file.read_bytes() for file in papers.iterdir() if file.is_file()] == [drawn]


def test_without_a_label_printer_it_is_a_page_of_the_others(world: World, tmp_path: Path) -> None:
    yard, papers = Yard(world), tmp_path / "papers"
    papers.mkdir()
    set_printer(yard.owner, add_desk(yard.owner, DESK), "*", "folder", str(papers))
    label = stored_bytes(yard.packer, label_pallet(yard.packer, closed(yard)).sha256)
    assert is_pdf(label)
    assert print_waiting(yard.packer).printed == 3, "two parcels and their pallet"
    assert label in [file.read_bytes() for file in papers.iterdir() if file.is_file()]


def test_on_sheets_of_two_the_label_is_kept_alone(sqlite_world: World) -> None:
    yard = Yard(sqlite_world)
    desk(yard, "a4_2up")
    pallet = closed(yard)
    done = label_pallet(yard.packer, pallet)
    printed = sqlite_world.one("SELECT blob_sha FROM print_job WHERE id = :i", i=done.print_job_id)
    assert printed != done.sha256
    for sha in (printed, reprint_pallet_label(yard.packer, pallet).sha256):
        (code,) = decode(stored_bytes(yard.packer, sha), 203)
        assert code.text == f"(00){yard.sscc(pallet)}"
    assert len(decode(stored_bytes(yard.packer, done.sha256), 203)) == 1


def test_the_queue_prints_no_void_label_of_a_pallet(world: World) -> None:
    yard = Yard(world)
    desk(yard, "zpl203")
    pallet = closed(yard)
    job = label_pallet(yard.packer, pallet).print_job_id
    _taken(yard.packer)
    reprint(yard.packer, job)
    assert world.one("SELECT prints FROM shipping_label WHERE package_id = :p", p=pallet) == 1
    reopen_pallet(yard.packer, pallet)
    before = world.tables("print_job", "blob", "shipping_label")
    with pytest.raises(LabelVoided):
        reprint(yard.packer, job)
    assert world.tables("print_job", "blob", "shipping_label") == before


def test_a_paper_that_is_no_label_has_no_form(sqlite_world: World) -> None:
    yard = Yard(sqlite_world)
    made = add_desk(yard.owner, DESK)
    before = sqlite_world.tables("desk_printer")
    with pytest.raises(BadInput, match="packing_slip"):
        set_printer(yard.owner, made, "packing_slip", "raw", "192.0.2.7", "zpl203")
    assert sqlite_world.tables("desk_printer") == before
