"""Settings of a desk and the scanner test page."""

from __future__ import annotations

import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pypdfium2
import pytest
import zxingcpp

from app.domain.permissions import Role
from app.integrations.printers import PRINTERS, PrinterKind, any_system_target, with_kind
from app.integrations.printers.folder import FolderPrinter
from app.qt.commands import command
from app.qt.scanner import WedgeFilter, simulate
from app.qt.screen import Screen
from app.qt.widgets import Label
from app.qt.words import mark
from app.queries.print_queue import desks, printers_of
from app.services.desks import add_desk, set_printer
from app.views.parts.printers import DOCUMENTS, PrinterLines
from app.views.scanner_test import ScannerTest
from app.views.settings import Settings
from tests.documents.readers import decode
from tests.rig.databases import World
from tests.rig.screens import MakeDesk

SCREENS = (ScannerTest, Settings)


def stored(world: World) -> list[tuple[str, str, str]]:
    with world.owner.reading() as connection:
        return [
            (one.document, one.kind, one.target)
            for desk in desks(connection)
            for one in printers_of(connection, desk.id)
        ]


def test_a_desk_is_made_known_and_given_a_printer(world: World, desk_of: MakeDesk, tmp_path: Path) -> None:
    desk = desk_of(world, Role.SUPERVISOR, screens=SCREENS)
    screen = desk.show(Settings)
    line = screen.lines["pick_list"]
    assert not line.kind.isEnabled()
    screen.make_desk.click()
    desk.wait()
    assert line.kind.isEnabled()
    line.kind.setCurrentIndex(line.kind.findData("folder"))
    desk.type(str(tmp_path))
    desk.press("Return")
    assert stored(world) == [("pick_list", "folder", str(tmp_path))]
    line.test.click()
    desk.wait()
    (page,) = list(tmp_path.glob("*.pdf"))
    image = pypdfium2.PdfDocument(page)[0].render(scale=4).to_pil()
    assert [one.text for one in zxingcpp.read_barcodes(image)] == ["TEST-QUAI"]
    line.kind.setCurrentIndex(0)
    desk.wait()
    assert stored(world) == []


def test_what_is_being_typed_stays_when_another_desk_changes_something(
    world: World, desk_of: MakeDesk, tmp_path: Path
) -> None:
    number = add_desk(world.owner, "DESK-1")
    desk = desk_of(world, Role.SUPERVISOR, screens=SCREENS)
    screen = desk.show(Settings)
    line, other = screen.lines["pick_list"], screen.lines["packing_slip"]
    line.kind.setCurrentIndex(line.kind.findData("folder"))
    desk.type(str(tmp_path)[:-1])
    set_printer(world.owner, number, "packing_slip", "folder", str(tmp_path))
    screen.refresh()
    desk.wait()
    assert other.target.text() == str(tmp_path)
    assert line.kind.currentData() == "folder"
    desk.type(str(tmp_path)[-1])
    desk.press("Return")
    assert set(stored(world)) == {
        ("pick_list", "folder", str(tmp_path)),
        ("packing_slip", "folder", str(tmp_path)),
    }
    set_printer(world.owner, number, "pick_list", "raw", "192.168.1.20:9100")
    screen.refresh()
    desk.wait()
    assert line.target.text() == "192.168.1.20:9100", "what is kept follows the others"


def test_a_target_that_cannot_be_one_is_refused_beside_its_field(world: World, desk_of: MakeDesk) -> None:
    add_desk(world.owner, "DESK-1")
    desk = desk_of(world, Role.SUPERVISOR, screens=SCREENS)
    screen = desk.show(Settings)
    line = screen.lines["shipment_label"]
    line.kind.setCurrentIndex(line.kind.findData("raw"))
    desk.type("nonsense:port:x")
    desk.press("Return")
    assert line.row.refusal
    assert stored(world) == []
    assert desk.notices == ()


def test_printers_of_the_system_are_offered_and_may_be_typed(world: World, desk_of: MakeDesk) -> None:
    add_desk(world.owner, "DESK-1")
    desk = desk_of(world, Role.SUPERVISOR, screens=SCREENS)
    names = ("Office 2nd floor (HP)", "Zebra ZD421")
    desk.shell.kinds = with_kind(PrinterKind("system", FolderPrinter, any_system_target, lambda: names))
    screen = desk.show(Settings)
    line = screen.lines["shipment_label"]
    line.kind.setCurrentIndex(line.kind.findData("system"))
    desk.press("Down", "Down", "Return")
    assert stored(world) == [("shipment_label", "system", "Zebra ZD421")]
    desk.press("Ctrl+A")
    desk.type("Cellar by the door")
    desk.press("Return")
    assert stored(world) == [("shipment_label", "system", "Cellar by the door")]
    assert line.target.text() == "Cellar by the door"
    assert line.row.refusal == ""
    desk.shell.kinds = PRINTERS
    desk.press("Return")
    assert line.row.refusal, "this system's own names have no spaces"
    assert desk.notices == ()


def test_serial_ports_are_asked_for_off_the_main_thread(
    world: World, desk_of: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[threading.Thread] = []

    def ports() -> list[Any]:
        asked.append(threading.current_thread())
        return [SimpleNamespace(portName=lambda: "ttyACM0")]

    monkeypatch.setattr("app.views.settings.QSerialPortInfo", SimpleNamespace(availablePorts=ports))
    screen = desk_of(world, screens=SCREENS).show(Settings)
    assert screen.port.findData("ttyACM0") > 0
    assert asked
    assert threading.main_thread() not in asked


def test_lines_of_printers_come_one_a_turn_and_the_keyboard_walks_them_in_order(
    world: World, desk_of: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    there: list[int] = []
    make = PrinterLines._make_next

    def make_next(lines: PrinterLines) -> None:
        make(lines)
        there.append(len(lines.lines))

    monkeypatch.setattr(PrinterLines, "_make_next", make_next)
    screen = desk_of(world, screens=SCREENS).show(Settings)
    assert list(screen.lines) == list(DOCUMENTS)
    assert there == [*range(1, len(DOCUMENTS) + 1), len(DOCUMENTS)]
    assert list(screen.lines.values())[-1].test.nextInFocusChain() is screen.cards


def test_without_the_right_printers_are_only_shown(world: World, desk_of: MakeDesk) -> None:
    add_desk(world.owner, "DESK-1")
    desk = desk_of(world, Role.PACKER, screens=SCREENS)
    screen = desk.show(Settings)
    assert not any(line.save.isEnabled() for line in screen.lines.values())


class Bench(Screen):
    """A bench with two commands."""

    id, title, icon, bench = "bench", mark("Packing"), "packing", True

    @command("bench.close", mark("Close the parcel"), shortcut="F9")
    def close_parcel(self) -> None:
        """Nothing, here."""

    @command("bench.weigh", mark("Weigh"))
    def weigh(self) -> None:
        """Nothing, here."""


def test_command_cards_of_the_benches_are_printed(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.PACKER, screens=(*SCREENS, Bench))
    screen = desk.show(Settings)
    screen.cards.click()
    desk.wait()
    (row,) = world.rows(
        "SELECT p.document, p.title, b.bytes FROM print_job AS p JOIN blob AS b ON b.sha256 = p.blob_sha"
    )
    assert (row.document, row.title) == ("command_card", "Packing")
    assert {one.text for one in decode(bytes(row.bytes), 203)} == {"CMD-BENCH.CLOSE", "CMD-BENCH.WEIGH"}


def test_without_a_bench_there_is_no_command_card(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.PACKER, screens=SCREENS)
    screen = desk.show(Settings)
    assert not screen.cards.isEnabled()


def test_what_is_kept_on_this_computer(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, screens=SCREENS)
    screen = desk.show(Settings)
    heard: list[str] = []
    desk.shell.settings_changed.connect(heard.append)
    screen.prefix.setText("~")
    screen.prefix.editingFinished.emit()
    screen.volume.setValue(10)
    screen.scheme.setCurrentIndex(1)
    assert heard == ["wedge", "volume", "scheme"]
    assert desk.shell.store.get("wedge") == {"prefix": "~", "suffixes": "\r\t"}
    assert desk.shell.store.get("volume") == 10


def test_a_scan_on_the_test_page_is_explained_and_does_nothing(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, screens=SCREENS)
    screen = desk.show(ScannerTest)
    wedge = WedgeFilter()
    desk.router.listen(wedge)
    simulate(screen, "SO-2026-000001")
    desk.wait(lambda: "SO-2026-000001" in [one.text() for one in screen.page.findChildren(Label)])
    assert world.one("SELECT count(*) FROM scan_event") == 0
    assert desk.work.current is screen
    assert desk.router.unanswered() == []
