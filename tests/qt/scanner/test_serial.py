"""A serial scanner on a real pseudo-terminal: parts of codes, line ends, unplugging."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.qt.scanner import Burst, SerialScanner, SerialSettings

if sys.platform != "win32":
    import tty

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")


class Cable:
    """The scanner's end of a line; the other end is the port, under a name that stays."""

    def __init__(self, port: Path) -> None:
        self._link = port
        self._master: int | None = None

    def plug_in(self) -> None:
        self._master, slave = os.openpty()
        tty.setraw(slave)
        self._link.symlink_to(os.ttyname(slave))
        self._slave = slave

    def send(self, data: bytes) -> None:
        assert self._master is not None
        os.write(self._master, data)

    def pull_out(self) -> None:
        if self._master is not None:
            os.close(self._slave)
            os.close(self._master)
            self._link.unlink()
            self._master = None


class Desk:
    def __init__(self, port: Path, **more: object) -> None:
        self.scanner = SerialScanner(SerialSettings(str(port), **more))  # type: ignore[arg-type]  # a test's own words
        self.codes: list[str] = []
        self.garbled: list[str] = []
        self.lines: list[bool] = []
        self.scanner.burst.connect(self._keep)
        self.scanner.garbled.connect(self.garbled.append)
        self.scanner.connected.connect(lambda is_open, why: self.lines.append(is_open))

    def _keep(self, burst: Burst) -> None:
        assert burst.started <= burst.ended
        self.codes.append(burst.text)


@pytest.fixture
def cable(qapp: QApplication, tmp_path: Path) -> Iterator[Cable]:
    made = Cable(tmp_path / "scanner")
    yield made
    made.pull_out()


@pytest.fixture
def port(tmp_path: Path) -> Path:
    return tmp_path / "scanner"


def test_line_ends_separators_and_parts(cable: Cable, port: Path, qtbot: QtBot) -> None:
    cable.plug_in()
    desk = Desk(port)
    desk.scanner.start()
    assert desk.lines == [True]
    cable.send(b"4006381333931\r\n\r\n" + b"]C10104006381333931" + b"10L7\x1d17270531\nLOC")
    qtbot.waitUntil(lambda: len(desk.codes) == 2)
    cable.send(b"-A1")
    cable.send(b"\rcaf\xe9\rcaf\xc3\xa9\r")
    qtbot.waitUntil(lambda: len(desk.codes) == 5)
    assert desk.codes == ["4006381333931", "]C1010400638133393110L7\x1d17270531", "LOC-A1", "café", "café"]
    assert desk.garbled == []
    desk.scanner.stop()
    assert desk.lines == [True, False]


def test_every_byte_may_come_alone(cable: Cable, port: Path, qtbot: QtBot) -> None:
    cable.plug_in()
    desk = Desk(port, terminators="\x03")
    desk.scanner.start()
    for byte in b"LOC-A1\r\x03":
        cable.send(bytes([byte]))
        qtbot.wait(1)
    qtbot.waitUntil(lambda: desk.codes == ["LOC-A1\r"])
    desk.scanner.stop()


def test_a_code_that_never_ends_is_given_up(cable: Cable, port: Path, qtbot: QtBot) -> None:
    cable.plug_in()
    desk = Desk(port, silence_ms=50)
    desk.scanner.start()
    cable.send(b"40063")
    qtbot.waitUntil(lambda: desk.garbled == ["40063"])
    cable.send(b"LOC-A1\r")
    qtbot.waitUntil(lambda: desk.codes == ["LOC-A1"])
    desk.scanner.stop()


def test_without_terminators_silence_ends_a_code(cable: Cable, port: Path, qtbot: QtBot) -> None:
    cable.plug_in()
    desk = Desk(port, terminators="", silence_ms=50)
    desk.scanner.start()
    cable.send(b"LOC-A1")
    qtbot.waitUntil(lambda: desk.codes == ["LOC-A1"])
    assert desk.garbled == []
    desk.scanner.stop()


def test_noise_does_not_fill_the_memory(cable: Cable, port: Path, qtbot: QtBot) -> None:
    cable.plug_in()
    desk = Desk(port)
    desk.scanner.start()
    for _ in range(9):
        cable.send(b"U" * 1000)
        qtbot.wait(1)
    qtbot.waitUntil(lambda: bool(desk.garbled))
    assert len(desk.garbled[0]) == 8193
    desk.scanner.stop()


def test_unplugged_and_plugged_in_again(cable: Cable, port: Path, qtbot: QtBot) -> None:
    desk = Desk(port)
    desk.scanner.start()
    assert desk.lines == [False], "not there yet"
    cable.plug_in()
    qtbot.waitUntil(lambda: desk.lines == [False, True])
    cable.send(b"LOC-A1\rhalf a co")
    qtbot.waitUntil(lambda: desk.codes == ["LOC-A1"])
    cable.pull_out()
    qtbot.waitUntil(lambda: desk.lines == [False, True, False])
    cable.plug_in()
    qtbot.waitUntil(lambda: desk.lines == [False, True, False, True])
    cable.send(b"LOC-A2\r")
    qtbot.waitUntil(lambda: desk.codes == ["LOC-A1", "LOC-A2"])
    desk.scanner.stop()


def test_a_stopped_scanner_tries_no_more(cable: Cable, port: Path, qtbot: QtBot) -> None:
    stopped, other = Desk(port), Desk(port)
    stopped.scanner.start()
    stopped.scanner.stop()
    other.scanner.start()
    cable.plug_in()
    qtbot.waitUntil(lambda: other.lines == [False, True])  # as late as the first would have tried
    assert stopped.lines == [False]
    other.scanner.stop()
