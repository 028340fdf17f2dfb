"""The one way of every scan: numbered first, handed on once, doubled ones doubted."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.scan import Scan, ScanFault, ScanKind
from app.errors import AppError
from app.qt.scanner import Burst, ScanJournal, ScanRouter, WedgeFilter, simulate
from app.qt.scanner.router import REPEATED

EAN = "4006381333931"


class Console:
    """A journal, a router, and all that the router told, in order."""

    def __init__(self, folder: Path) -> None:
        self.journal = ScanJournal(folder / "scans.db", "PACK-1")
        self.router = ScanRouter(self.journal)
        self.told: list[tuple[Any, ...]] = []
        self.router.scanned.connect(self._scanned)
        self.router.repeated.connect(lambda scan: self.told.append(("repeated", scan.code)))
        self.router.fault.connect(lambda scan: self.told.append(("fault", scan.fault)))
        self.router.refused.connect(self._refused)

    def _scanned(self, scan: Scan, no: int, source: str) -> None:
        assert any(entry.no == no and entry.raw == scan.raw for entry in self.journal.recent(100)), (
            "written first"
        )
        assert threading.current_thread() is threading.main_thread()
        self.told.append(("scanned", scan.code, no, source))

    def _refused(self, scan: Scan, error: AppError) -> None:
        self.told.append(("refused", scan.code, error.code))

    def verdicts(self) -> list[tuple[str, str]]:
        return [(entry.code, entry.verdict) for entry in reversed(self.journal.recent())]


@pytest.fixture
def console(qapp: QApplication, tmp_path: Path) -> Iterator[Console]:
    made = Console(tmp_path)
    yield made
    made.router.close()
    shiboken6.delete(made.router)


def burst(text: str, started: int, ended: int | None = None) -> Burst:
    return Burst(text, text, started, started + 20 if ended is None else ended)


def test_a_scan_is_numbered_handed_on_and_answered(console: Console, qtbot: QtBot) -> None:
    console.router.receive(burst(EAN, 1000), "wedge")
    qtbot.waitUntil(lambda: console.told == [("scanned", EAN, 1, "wedge")])
    assert console.router.operation_key(1) == console.journal.operation_key(1)
    console.router.answered(1, "right")
    qtbot.waitUntil(lambda: console.verdicts() == [(EAN, "right")])


def test_scans_keep_their_order(console: Console, qtbot: QtBot) -> None:
    for number in range(60):
        console.router.receive(burst(f"LOC-{number}", 1000 * number), ("wedge", "serial")[number % 2])
    qtbot.waitUntil(lambda: len(console.told) == 60)
    assert [(told[1], told[2]) for told in console.told] == [(f"LOC-{n}", n + 1) for n in range(60)]


def test_a_double_scan_counts_once_and_is_shown(console: Console, qtbot: QtBot) -> None:
    console.router.receive(burst(EAN, 1000), "wedge")
    console.router.receive(burst(EAN, 1319), "wedge")
    qtbot.waitUntil(lambda: len(console.told) == 2)
    assert console.told == [("scanned", EAN, 1, "wedge"), ("repeated", EAN)]
    assert console.verdicts() == [(EAN, ""), (EAN, REPEATED)]
    console.router.confirm()
    console.router.confirm()
    qtbot.waitUntil(lambda: len(console.told) == 3)
    assert console.told[2] == ("scanned", EAN, 3, "wedge"), "there were two; confirmed once, counted once"


@pytest.mark.parametrize(
    ("second", "source"),
    [
        (burst(EAN, 1320), "wedge"),
        (burst("LOC-A1", 1100), "wedge"),
        (burst(EAN, 1100), "serial"),
        (burst(EAN, 900), "wedge"),
    ],
    ids=["300 ms later", "another code", "another scanner", "a clock that went back"],
)
def test_what_is_no_double_scan(console: Console, qtbot: QtBot, second: Burst, source: str) -> None:
    console.router.receive(burst(EAN, 1000), "wedge")
    console.router.receive(second, source)
    qtbot.waitUntil(lambda: len(console.told) == 2)
    assert [told[0] for told in console.told] == ["scanned", "scanned"]


def test_a_scanner_held_to_a_label_counts_once(console: Console, qtbot: QtBot) -> None:
    for number in range(10):
        console.router.receive(burst(EAN, 1000 + 200 * number), "wedge")
    qtbot.waitUntil(lambda: len(console.told) == 10)
    assert [told[0] for told in console.told] == ["scanned"] + ["repeated"] * 9


def test_a_long_code_read_slowly_twice_is_still_two_readings(console: Console, qtbot: QtBot) -> None:
    long = "]C101040063813339311012345678901234567890"
    console.router.receive(burst(long, 1000, 1600), "wedge")
    console.router.receive(burst(long, 1650, 2250), "wedge")
    qtbot.waitUntil(lambda: len(console.told) == 2)
    assert [told[0] for told in console.told] == ["scanned", "repeated"]


def test_a_scanner_for_another_keyboard_is_understood_and_named(console: Console, qtbot: QtBot) -> None:
    console.router.receive(burst("SH)éàé-)àààà&é", 1000), "wedge")
    console.router.receive(Burst("SHß2026ß000012", "SH-2026-000012", 9000, 9020), "wedge")
    qtbot.waitUntil(lambda: len(console.told) == 4)
    fault = ("fault", ScanFault.KEYBOARD_LAYOUT)
    assert console.told == [
        fault,
        ("scanned", "SH-2026-000012", 1, "wedge"),
        fault,
        ("scanned", "SH-2026-000012", 2, "wedge"),
    ]


def test_injected_texts_go_the_same_way_and_are_never_doubted(console: Console, qtbot: QtBot) -> None:
    console.router.inject(EAN)
    console.router.inject(EAN, "tour")
    console.router.inject(EAN, "tour")
    qtbot.waitUntil(lambda: len(console.told) == 3)
    assert [told[2:] for told in console.told] == [(1, "injected"), (2, "tour"), (3, "tour")]


def test_nothing_scanned_is_nothing(console: Console, qtbot: QtBot) -> None:
    console.router.receive(burst("\x1d ", 1000), "serial")
    console.router.inject(EAN)
    qtbot.waitUntil(lambda: bool(console.told))
    assert console.told == [("scanned", EAN, 1, "injected")]


def test_without_a_journal_nothing_is_done(console: Console, qtbot: QtBot) -> None:
    console.journal.close()
    console.router.inject(EAN)
    qtbot.waitUntil(lambda: bool(console.told))
    assert console.told == [("refused", EAN, "scanner.journal")]


def test_from_the_keys_to_the_window(console: Console, qtbot: QtBot) -> None:
    wedge = WedgeFilter()
    console.router.listen(wedge)
    observed: list[str] = []
    console.router.observed.connect(
        lambda seen, source: observed.append(f"{source} {seen.slowest} {seen.suffix!r}")
    )
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    simulate(field, f"]C101{EAN.zfill(14)}10L7\x1d17270531", gap_ms=9)
    simulate(field, EAN)
    simulate(field, EAN, pause_ms=50)
    qtbot.waitUntil(lambda: len(console.told) == 3)
    assert [told[0] for told in console.told] == ["scanned", "scanned", "repeated"]
    assert observed[0] == "wedge 9 '\\r'"
    assert field.text() == ""
    first = console.journal.recent()[-1]
    assert (first.kind, first.code) == (ScanKind.GTIN, EAN.zfill(14))
    shiboken6.delete(wedge)


def test_after_a_crash_the_open_scans_are_listed(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    console = Console(tmp_path)
    console.router.inject(EAN)
    console.router.inject("LOC-A1")
    qtbot.waitUntil(lambda: len(console.told) == 2)
    console.router.answered(1, "right")
    console.router.close()
    again = Console(tmp_path)
    assert [entry.raw for entry in again.router.unanswered()] == ["LOC-A1"]
    again.router.close()


def test_closing_writes_what_waits(qapp: QApplication, tmp_path: Path) -> None:
    console = Console(tmp_path)
    for number in range(20):
        console.router.inject(f"LOC-{number}")
    console.router.close()
    qapp.processEvents()
    assert console.told == [], "nobody acts on them while the program ends"
    console.router.inject("LOC-20")
    again = Console(tmp_path)
    assert len(again.router.unanswered()) == 20
    again.router.close()
