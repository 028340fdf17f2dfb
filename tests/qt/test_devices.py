"""Papers printed through Qt: every code can be read, each page in its own size, nothing fitted to anything."""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from app.documents import document
from app.documents.labels import shipment_label
from app.errors import BadInput
from app.integrations.printers import PRINTERS, any_system_target, kind_of, storable_target
from app.integrations.printers.base import PrinterAway, PrinterRefused
from app.qt.devices import SYSTEM, QtPrinter, known_printers, print_pdf
from app.views.at_work import kinds_of
from tests.documents import readers, samples

NAMES = ("Office 2nd floor (HP)", r"\\server\HP LaserJet 4", "Étiquettes", "office")


def to_file(file: Path, dots: int) -> QPrinter:
    """A printer with so many dots an inch whose paper is a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setResolution(dots)
    return printer


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """The pages' sizes in points."""
    paper = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_size() for page in paper]
    finally:
        paper.close()


PAPERS = {
    "label": lambda: shipment_label(samples.label()),
    "list": lambda: document("pick_list").render(samples.pick_list(60)),
    "slip": lambda: document("packing_slip").render(samples.slip()),
    "badge": lambda: document("badge_card").render(samples.badge()),
}


@pytest.mark.parametrize("dots", [203, 300, 600, 1200])
@pytest.mark.parametrize("paper", PAPERS)
def test_every_code_is_read_from_what_came_out(paper: str, dots: int, tmp_path: Path, qapp: object) -> None:
    data = PAPERS[paper]()
    file = tmp_path / "out.pdf"
    assert print_pdf(to_file(file, dots), data, "SSCC 1") == len(sizes(data))
    came = file.read_bytes()
    for was, now in zip(sizes(data), sizes(came), strict=True):
        assert now == pytest.approx(was, abs=1.0), "points: within a third of a millimetre"
    codes = sorted((code.page, code.text) for code in readers.decode(data, 300))
    assert codes
    assert sorted((code.page, code.text) for code in readers.decode(came, 300)) == codes
    assert readers.ink(came) == pytest.approx(readers.ink(data), abs=0.5), (
        "millimetres: to scale, where it stood"
    )


def test_what_is_no_pdf_goes_another_way(tmp_path: Path, qapp: object) -> None:
    file = tmp_path / "out.pdf"
    with pytest.raises(PrinterRefused, match="network address"):
        print_pdf(to_file(file, 300), b"^XA^XZ", "SSCC 1")
    with pytest.raises(PrinterRefused, match="cannot be read"):
        print_pdf(to_file(file, 300), b"%PDF-1.4 and nothing more", "SSCC 1")
    assert not file.exists()


def test_a_file_that_cannot_be_written_is_a_printer_that_does_not_begin(tmp_path: Path, qapp: object) -> None:
    printer = to_file(tmp_path / "no such folder" / "out.pdf", 300)
    with pytest.raises(PrinterRefused):
        print_pdf(printer, PAPERS["label"](), "SSCC 1")


def test_a_printer_that_the_system_does_not_know(qapp: object) -> None:
    with pytest.raises(PrinterAway, match="No such printer"):
        QtPrinter("No such printer").send(PAPERS["label"](), "SSCC 1")
    assert "No such printer" not in known_printers()


@pytest.mark.parametrize("name", NAMES)
def test_names_of_other_systems_can_be_stored_for_their_desks(name: str) -> None:
    assert any_system_target(f" {name} ") == storable_target("system", name) == name
    assert SYSTEM.clean(name) == name


@pytest.mark.parametrize("typed", ["", " ", "-o raw", "a\nb", "a\0b", "x" * 221])
def test_names_that_no_system_has(typed: str) -> None:
    with pytest.raises(BadInput):
        storable_target("system", typed)


def test_only_where_lp_is_not_the_way_papers_go_through_qt() -> None:
    assert kind_of("system", kinds_of("win32")) is SYSTEM
    assert {one.name for one in kinds_of("win32")} == {one.name for one in PRINTERS}
    assert kinds_of("linux") == kinds_of("darwin") == PRINTERS
    assert sys.platform == "win32" or kinds_of(sys.platform) == PRINTERS
