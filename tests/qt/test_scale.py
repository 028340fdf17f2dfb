"""A desk's scale through the real serial port, on a pseudo-terminal: five protocols, faults, noise, unplugging."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.scale import Fault, Reading
from app.domain.scale_protocols import PROTOCOLS
from app.errors import AppError
from app.qt import scale as scale_module
from app.qt.scale import FRAMINGS, PortAway, Scale, ScaleNotUnderstood, ScaleSettings, ScaleSilent
from tests.rig.scale import ASKED, FAULTS, RigScale

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
CODES = tuple(one.code for one in PROTOCOLS)


class Bench:
    """A scale, its cable and what the desk makes of it."""

    def __init__(self, folder: Path, qtbot: QtBot, code: str, unit: str = "kg") -> None:
        self.rig = RigScale(folder / "scale", code, unit)
        spoken = next(one for one in PROTOCOLS if one.code == code)
        self.scale = Scale(ScaleSettings(str(self.rig.link), code, spoken.baud, spoken.framing, unit))
        self.readings: list[Reading] = []
        self.troubles: list[AppError | str] = []
        self.scale.reading.connect(self.readings.append)
        self.scale.trouble.connect(self.troubles.append)
        self._qtbot = qtbot

    def start(self) -> Bench:
        self.rig.plug_in()
        self.scale.start()
        return self

    def until(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds, timeout=10_000)

    def fresh(self, grams: int | None) -> None:
        """Wait until this weight may count, or none."""
        self.until(lambda: self.scale.fresh_weight() == grams)

    def heard(self, times: int = 4) -> None:
        """Wait until it said something a few more times."""
        before = len(self.readings)
        self.until(lambda: len(self.readings) >= before + times)

    def end(self) -> None:
        self.scale.stop()
        self.rig.pull_out()


MakeBench = Callable[..., Bench]


@pytest.fixture
def bench_of(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[MakeBench]:
    made: list[Bench] = []

    def make(code: str, unit: str = "kg") -> Bench:
        made.append(Bench(tmp_path, qtbot, code, unit))
        return made[-1]

    yield make
    for bench in made:
        bench.end()


@pytest.mark.parametrize("code", CODES)
def test_a_day_at_the_scale(bench_of: MakeBench, code: str) -> None:
    bench = bench_of(code).start()
    bench.until(lambda: bench.scale.latest is not None)
    assert bench.scale.fresh_weight() is None, "it is empty"
    bench.rig.put(7790, stable=False)
    bench.heard(2)
    if code != "plain":
        assert bench.scale.fresh_weight() is None, "it is in motion"
    bench.rig.put(7794)
    bench.fresh(7794)
    bench.scale.used()
    bench.heard()
    assert bench.scale.fresh_weight() is None, "it was used, and still lies there"
    bench.rig.put(0)
    bench.until(lambda: bench.scale.latest is not None and bench.scale.latest.grams == 0)
    bench.rig.put(7794)
    bench.fresh(7794)
    assert (bench.rig.asked > 0) is (code in ASKED)
    assert bench.troubles == []


@pytest.mark.parametrize(
    ("code", "fault"), [(code, fault) for code, faults in FAULTS.items() for fault in faults]
)
def test_faults_are_heard_and_no_weight(bench_of: MakeBench, code: str, fault: Fault) -> None:
    bench = bench_of(code).start()
    bench.rig.put(7794)
    bench.fresh(7794)
    bench.rig.fail(fault)
    bench.until(lambda: bench.scale.latest is not None and bench.scale.latest.fault == fault)
    assert bench.scale.fresh_weight() is None
    assert bench.troubles == [], "the line works; the load is wrong"


def test_below_zero_is_no_weight(bench_of: MakeBench) -> None:
    bench = bench_of("ad").start()
    bench.rig.put(-240)
    bench.until(lambda: bench.scale.latest == Reading(-240, True, "negative"))
    assert bench.scale.fresh_weight() is None


def test_pounds_are_grams(bench_of: MakeBench) -> None:
    bench = bench_of("8217", "lb").start()
    bench.rig.put(2268)
    bench.fresh(2268)


def test_garbage_between_the_lines_is_passed_over(bench_of: MakeBench) -> None:
    bench = bench_of("sics").start()
    bench.rig.say(b"\x00\xff~noise~\r\nS S      1.234 kg\r\n\r\n\x80\x81")
    bench.fresh(1234)
    bench.until(lambda: "not_understood" in {one.fault for one in bench.readings})
    bench.heard()
    assert bench.scale.fresh_weight() == 1234
    assert bench.troubles == []


def test_a_line_that_never_ends_is_told_and_survived(
    bench_of: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scale_module, "SILENT_MS", 600)
    bench = bench_of("plain").start()
    bench.rig.put(500)
    bench.fresh(500)
    bench.rig.say(b"U" * 500)
    bench.until(lambda: bool(bench.troubles))
    assert isinstance(bench.troubles[0], ScaleNotUnderstood)
    assert (bench.scale.latest, bench.scale.why) == (None, bench.troubles[0])
    bench.rig.say(b"\r\n+  0.500 kg\r\n")
    bench.fresh(500)
    assert bench.troubles[1:] == [""]
    assert bench.scale.why is None


def test_the_wrong_protocol_is_named(bench_of: MakeBench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale_module, "SILENT_MS", 600)
    bench = bench_of("sbi").start()
    bench.rig.say(b"ST,+0001.234 kg\r\n")
    bench.until(lambda: bool(bench.troubles))
    (trouble,) = bench.troubles
    assert isinstance(trouble, ScaleNotUnderstood)
    assert trouble.facts["protocol"] == "Sartorius SBI"
    assert bench.scale.fresh_weight() is None


def test_a_scale_that_is_switched_off_is_told_and_asked_on(
    bench_of: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scale_module, "SILENT_MS", 600)
    monkeypatch.setattr(scale_module, "ANSWER_MS", 200)
    bench = bench_of("sics").start()
    bench.rig.put(7794)
    bench.fresh(7794)
    bench.rig.say(b"")
    bench.until(lambda: bool(bench.troubles))
    assert isinstance(bench.troubles[0], ScaleSilent)
    assert bench.scale.latest is None, "what it said before is not what lies there now"
    bench.rig.put(300)
    bench.fresh(300)
    assert bench.troubles[1:] == [""]


def test_unplugged_and_plugged_in_again(bench_of: MakeBench) -> None:
    bench = bench_of("8217")
    bench.scale.start()
    assert isinstance(bench.scale.why, PortAway), "it is not there yet"
    bench.rig.plug_in()
    bench.rig.put(7794)
    bench.fresh(7794)
    assert bench.troubles[1:] == [""]
    bench.rig.pull_out()
    bench.until(lambda: len(bench.troubles) == 3)
    assert isinstance(bench.troubles[2], PortAway)
    assert bench.scale.latest is None
    assert bench.scale.fresh_weight() is None, "nobody knows what lies there"
    bench.rig.plug_in()
    bench.fresh(7794)
    bench.scale.used()
    bench.rig.pull_out()
    bench.until(lambda: bench.scale.latest is None)
    bench.rig.plug_in()
    bench.until(lambda: bench.scale.latest == Reading(7794, True))
    assert bench.scale.fresh_weight() is None, "the parcel of before still lies there"
    bench.rig.put(12_400)
    bench.fresh(12_400)


def test_a_stopped_scale_is_silent(bench_of: MakeBench) -> None:
    bench = bench_of("plain").start()
    bench.heard()
    bench.scale.stop()
    heard = len(bench.readings)
    bench._qtbot.wait(200)
    assert len(bench.readings) == heard
    assert bench.troubles == []


def test_every_protocol_has_a_line_that_can_be_opened() -> None:
    assert {one.framing for one in PROTOCOLS} <= set(FRAMINGS)
    assert ScaleSettings("ttyS0", "sics", framing="7O1").wire.parity == "odd"
