"""A scanner on a serial port or a USB port that acts as one."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.qt.scanner.bursts import Burst
from app.qt.serial_line import SerialLine, Wire

_LONGEST = 8192  # bytes; the largest QR code holds 7,089 digits


@dataclass(frozen=True, slots=True)
class SerialSettings:
    r"""How the scanner is connected.

    Attributes:
        port: The port's name: "COM3", "ttyACM0", or a path as /dev/serial/by-id/..., which stays the same
            wherever the scanner is plugged in.
        baud: Bits a second.
        data_bits: 7 or 8.
        parity: "none", "even" or "odd".
        stop_bits: 1 or 2.
        terminators: Characters of which each ends a code; with "\r\n" all of CR, LF and CR LF do. Empty where
            the scanner sends none: then silence ends a code.
        silence_ms: After so long a pause an unfinished code is not finished any more.
    """

    port: str
    baud: int = 9600
    data_bits: int = 8
    parity: str = "none"
    stop_bits: int = 1
    terminators: str = "\r\n"
    silence_ms: int = 1000

    @property
    def wire(self) -> Wire:
        """How the port is opened."""
        return Wire(self.port, self.baud, self.data_bits, self.parity, self.stop_bits)


class SerialScanner(QObject):
    """Reads codes from a serial port and keeps trying while it is unplugged.

    Signals:
        burst: a `Burst`, without its terminator; FNC1 is kept.
        connected: whether the port is open, at every change; with the reason in words when it is not.
        garbled: (text) an unfinished code was given up: the terminator is set wrongly, or the line is bad.
    """

    burst = Signal(object)
    connected = Signal(bool, str)
    garbled = Signal(str)
    name = "serial"

    def __init__(self, settings: SerialSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._bytes = bytearray()
        self._started = 0
        self._ends = settings.terminators.encode()
        self._line = SerialLine(settings.wire, self)
        self._line.arrived.connect(self._read)
        self._line.connected.connect(self._changed)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self._fall_silent)

    def start(self) -> None:
        """Open the port, now or as soon as it is there; `connected` tells."""
        self._line.start()

    def stop(self) -> None:
        """Close the port."""
        self._line.stop()

    def _changed(self, is_open: bool, why: str) -> None:
        self._forget()  # half a code that the cut left behind is none
        self.connected.emit(is_open, why)

    def _read(self, data: bytes) -> None:
        """Take what came, which may be a part of a code, or several."""
        for byte in data:
            if byte in self._ends:
                self._finish()
                continue
            if not self._bytes:
                self._started = _now()
            self._bytes.append(byte)
            if len(self._bytes) > _LONGEST:
                self._give_up()
        if self._bytes:
            self._silence.start(self.settings.silence_ms)

    def _finish(self) -> None:
        self._silence.stop()
        if self._bytes:
            text = _decoded(self._bytes)
            started = self._started
            self._forget()
            self.burst.emit(Burst(text, text, started, _now()))

    def _fall_silent(self) -> None:
        if self._ends:
            self._give_up()
        else:
            self._finish()

    def _give_up(self) -> None:
        text = _decoded(self._bytes)
        self._forget()
        self.garbled.emit(text)

    def _forget(self) -> None:
        self._silence.stop()
        self._bytes.clear()


def _decoded(code: bytearray) -> str:
    """The text of a code; scanners send UTF-8 or, older ones, the bytes of a Western Windows."""
    try:
        return code.decode()
    except UnicodeDecodeError:
        return code.decode("latin-1")


def _now() -> int:
    return time.monotonic_ns() // 1_000_000
