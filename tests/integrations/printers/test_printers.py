"""Each kind of printer with the real thing: a TCP port, a folder, an IPP printer behind CUPS."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.documents import document
from app.errors import BadInput
from app.integrations.printers import PRINTERS, PrinterKind, kind_of, with_kind
from app.integrations.printers.base import NoRoom, PerhapsPrinted, PrinterAway, PrinterRefused, plain_title
from app.integrations.printers.folder import FolderPrinter, folder_target
from app.integrations.printers.raw import RawPrinter, raw_target
from app.integrations.printers.system import SystemPrinter, system_printers, system_target
from tests.documents import readers, samples
from tests.rig.printers import IppPrinter, TcpPrinter, silent_port, until

ZPL = b"^XA^FO20,20^A0N,28^FDQuai^FS^XZ"
BIG = b"x" * 20_000_000
"""More than any buffer between two programs holds."""


def slip() -> bytes:
    return document("packing_slip").render(samples.slip())


# --- a printer's port


@pytest.mark.parametrize("closes", [True, False])
def test_bytes_arrive_as_they_are(closes: bool) -> None:
    with TcpPrinter(closes=closes) as printer:
        assert RawPrinter(printer.target, close_seconds=0.2).send(ZPL, "SSCC 1") == printer.target
        assert printer.wait() == [ZPL]


def test_copies_go_in_one_line() -> None:
    with TcpPrinter() as printer:
        RawPrinter(printer.target).send(ZPL, "SSCC 1", copies=3)
        assert printer.wait() == [ZPL * 3]


def test_nobody_at_the_port() -> None:
    where = silent_port()
    with pytest.raises(PrinterAway) as refusal:
        RawPrinter(where).send(ZPL, "SSCC 1")
    assert refusal.value.facts["printer"] == where
    assert where in refusal.value.message
    with pytest.raises(PrinterAway):
        RawPrinter(f"{'a' * 64}.invalid:9100").send(ZPL, "no name server holds this name")


def test_a_printer_that_stops_reading_may_have_printed() -> None:
    with TcpPrinter(reads=10, closes=False) as printer, pytest.raises(PerhapsPrinted) as refusal:
        RawPrinter(printer.target, send_seconds=0.3).send(BIG, "SSCC 1")
    assert printer.target in refusal.value.message


def test_a_line_that_breaks_may_have_printed() -> None:
    with TcpPrinter(reads=10) as printer, pytest.raises(PerhapsPrinted):
        RawPrinter(printer.target).send(BIG, "SSCC 1")


def test_bytes_that_never_left_may_have_printed() -> None:
    """All bytes went to the system, none to the printer: only the system knows that they are still here."""
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        printer = RawPrinter(f"127.0.0.1:{server.getsockname()[1]}", close_seconds=0.2)
        with pytest.raises(PerhapsPrinted):
            printer.send(b"x" * 200_000, "SSCC 1")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("192.0.2.7", "192.0.2.7:9100"),
        (" zebra-1.example:6101 ", "zebra-1.example:6101"),
        ("[2001:db8::7]", "[2001:db8::7]:9100"),
        ("[2001:db8::7]:9101", "[2001:db8::7]:9101"),
    ],
)
def test_addresses(typed: str, stored: str) -> None:
    assert raw_target(typed) == stored
    assert raw_target(stored) == stored


@pytest.mark.parametrize(
    "typed", ["", "host:", "host:0", "host:65536", "host:９１００", "a b", "a/b", "2001:db8::7"]
)
def test_no_addresses(typed: str) -> None:
    with pytest.raises(BadInput):
        raw_target(typed)


# --- a folder


@pytest.mark.parametrize("title", ["../../CON.pdf", "a\0b", "SSCC 1/2", ""])
def test_files_get_names_of_ours(tmp_path: Path, title: str) -> None:
    """Whatever the title says; two papers of one moment are two files, and nothing half written lies about."""
    printer = FolderPrinter(str(tmp_path))
    names = [printer.send(b"%PDF-1.4 one", title), printer.send(ZPL, title), printer.send(b"?", title)]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    assert [Path(name).suffix for name in names] == [".pdf", ".zpl", ".prn"]
    assert all(name.isascii() and name.startswith("quai-") for name in names)
    assert (tmp_path / names[0]).read_bytes() == b"%PDF-1.4 one"
    printer.send(ZPL, title, copies=2)
    assert len(list(tmp_path.iterdir())) == 5


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PrinterAway):
        FolderPrinter(str(tmp_path / "drive")).send(ZPL, "SSCC 1")
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(PrinterAway):
        FolderPrinter(str(file)).send(ZPL, "SSCC 1")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    # The administrator may write everywhere but where the kernel keeps its own.
    folder = "/sys" if os.geteuid() == 0 else str(tmp_path)
    with pytest.raises(PrinterRefused):
        FolderPrinter(folder).send(ZPL, "SSCC 1")


@contextlib.contextmanager
def little_room(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    with little_room(1000), pytest.raises(NoRoom):
        FolderPrinter(str(tmp_path)).send(b"x" * 5000, "SSCC 1")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("typed", ["", "papers", "./papers", "/srv/a\0b"])
def test_no_folders(typed: str) -> None:
    with pytest.raises(BadInput):
        folder_target(typed)


# --- the system's printers


@pytest.fixture
def cups(ipp_printer: IppPrinter, monkeypatch: pytest.MonkeyPatch) -> IppPrinter:
    monkeypatch.setenv("CUPS_SERVER", ipp_printer.server)
    ipp_printer.empty()
    return ipp_printer


def test_a_paper_comes_out_of_an_ipp_printer(cups: IppPrinter) -> None:
    assert system_printers() == (cups.name,)
    request = SystemPrinter(cups.name).send(slip(), "-o raw; ../SH-1\n\0'$(id)", copies=1)
    assert request.startswith(f"{cups.name}-")
    (paper,) = cups.papers(1)
    assert readers.texts(paper) == readers.texts(slip())


def test_printers_that_are_not_there(cups: IppPrinter, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PrinterAway, match="knows no printer cellar"):
        SystemPrinter("cellar").send(slip(), "SH-1")
    monkeypatch.setenv("CUPS_SERVER", silent_port())
    with pytest.raises(PrinterAway, match="does not answer"):
        SystemPrinter(cups.name).send(slip(), "SH-1")
    assert system_printers() == ()
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(PrinterAway, match="lp is not here"):
        SystemPrinter(cups.name).send(slip(), "SH-1")
    assert system_printers() == ()


def test_a_printer_that_takes_nothing(cups: IppPrinter) -> None:
    cups.admin("cupsreject", cups.name)
    until(lambda: "not accepting" in cups.admin("lpstat", "-a", cups.name), "the printer takes nothing")
    try:
        with pytest.raises(PrinterRefused, match="takes no papers now"):
            SystemPrinter(cups.name).send(slip(), "SH-1")
    finally:
        cups.admin("cupsaccept", cups.name)


def test_a_print_service_that_hangs_may_have_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as server:
        monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{server.getsockname()[1]}")
        with pytest.raises(PerhapsPrinted):
            SystemPrinter("office", seconds=0.5).send(slip(), "SH-1")


@pytest.mark.parametrize("typed", ["", "-h", "a b", "a/b", "a#b", "a\nb", "x" * 128])
def test_no_printer_names(typed: str) -> None:
    with pytest.raises(BadInput):
        system_target(typed)


# --- the registry


def test_another_floor_brings_its_own_kind() -> None:
    through_qt = PrinterKind("system", FolderPrinter, folder_target)
    kinds = with_kind(through_qt)
    assert kind_of("system", kinds) is through_qt
    assert [kind.name for kind in kinds] == ["raw", "folder", "system"]
    assert kind_of("system").open is SystemPrinter
    assert len(PRINTERS) == 3
    with pytest.raises(BadInput):
        kind_of("fax")


def test_titles_are_one_line() -> None:
    assert plain_title("SH\n1\0\x1b") == "SH1"
    assert plain_title("\n") == "Quai"
    assert len(plain_title("x" * 500)) == 120
