"""The scanner test page: what it says of good scanners and of those to be set."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.qt.scanner import Burst, ScanJournal, ScannerTest, ScanRouter, WedgeFilter, simulate
from app.qt.scanner.diagnosis import diagnose, kind_words, visible
from app.qt.scanner.router import understood
from app.qt.widgets import Label

EAN = "4006381333931"
GS1 = f"]C101{EAN.zfill(14)}10L7\x1d17270531"


def burst(text: str, slowest: int = 3, prefix: str = "", suffix: str = "\r") -> Burst:
    return Burst(text, text, 1000, 1050, slowest, prefix, suffix)


def told(made: Burst, source: str = "wedge") -> dict[str, str]:
    return {finding.text: finding.tone for finding in diagnose(made, source, understood(made))}


def test_a_well_set_scanner_has_nothing_to_be_done() -> None:
    findings = told(burst(GS1, prefix="~"))
    assert set(findings.values()) == {"good"}
    assert len(findings) == 6


@pytest.mark.parametrize(
    ("made", "tone", "words"),
    [
        (burst(EAN, suffix=""), "warn", "suffix to Enter"),
        (burst(EAN, slowest=77), "warn", "shorten its pause"),
        (burst('\'àà-"_&"""ç"&'), "warn", "another keyboard"),
        (burst(GS1.replace("\x1d", "") + "1" * 30), "warn", "run together"),
        (burst("]C10104006381333932"), "stop", "check digit"),
        (burst(f"]C101{EAN.zfill(14)}17270631"), "stop", "expiry date"),
        (burst(EAN), "info", "no AIM"),
        (burst(EAN, suffix="\t"), "good", "with Tab"),
    ],
)
def test_each_setting_is_named(made: Burst, tone: str, words: str) -> None:
    findings = told(made)
    assert [found for text, found in findings.items() if words in text] == [tone]
    tones = list(findings.values())
    assert tones == sorted(tones, key=("stop", "warn", "good", "info").index), (
        "what is to be done comes first"
    )


def test_a_serial_scanner_is_not_judged_by_its_typing() -> None:
    assert not [text for text in told(burst(EAN, suffix=""), "serial") if "suffix" in text or "types" in text]


def test_control_characters_can_be_seen() -> None:
    assert visible("A\x1dB\t") == "A<GS>B<TAB>"


def test_the_page_shows_what_came(qtbot: QtBot, tmp_path: Path) -> None:
    router = ScanRouter(ScanJournal(tmp_path / "scans.db", "PACK-1"))
    wedge = WedgeFilter()
    router.listen(wedge)
    page = ScannerTest(router)
    field = QLineEdit(page)
    qtbot.addWidget(page)
    page.show()
    field.setFocus()

    def words() -> list[str]:
        return [label.words for label in page.findChildren(Label) if label.isVisible()]

    assert words() == ["Scan any barcode."]
    simulate(field, GS1, gap_ms=7)
    assert GS1.replace("\x1d", "<GS>") in words()
    understood_as = kind_words(understood(burst(GS1)))
    assert {understood_as, EAN.zfill(14), "L7"} <= set(words())
    qtbot.waitUntil(lambda: "It types fast: at most 7 ms between two keys." in words())
    simulate(field, "ABCD-1")
    qtbot.waitUntil(lambda: "It types fast: at most 7 ms between two keys." not in words())
    assert "A plain code" in words()
    assert field.text() == ""
    router.close()
    shiboken6.delete(wedge)
