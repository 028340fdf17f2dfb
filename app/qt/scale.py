"""The scale of a desk, on a serial port or a USB port that acts as one: read all the time, asked where it wants to be asked."""

from __future__ import annotations

import time
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.scale import Reading, StableWeight
from app.domain.scale_protocols import Lines, protocol
from app.errors import AppError, Unavailable
from app.qt.serial_line import SerialLine, Wire

FRAMINGS = MappingProxyType(
    {
        "8N1": (8, "none", 1),
        "8E1": (8, "even", 1),
        "8O1": (8, "odd", 1),
        "7E1": (7, "even", 1),
        "7O1": (7, "odd", 1),
    }
)
"""Data bits, parity and stop bits, as manuals write them."""

BEAT_MS = 250
"""So often it is looked whether the scale is to be asked; the Toledo 8217 wants 200 ms between two questions."""
ANSWER_MS = 1000
"""So long an answer is waited for before the question is asked again; a scale may wait until the load is at rest."""
SILENT_MS = 3000
"""A scale that said nothing of a weight for so long does not work as it is set."""


class PortAway(Unavailable):
    """The port is not there, or something else holds it."""

    code = "scale.port"

    def __init__(self, port: str, why: str) -> None:
        super().__init__(
            f"The scale on {port} does not answer. {why}",
            hint="It is tried again by itself.",
            port=port,
            why=why,
        )


class ScaleSilent(Unavailable):
    """The port is open, and nothing comes."""

    code = "scale.silent"

    def __init__(self, port: str) -> None:
        super().__init__(
            f"The scale on {port} says nothing.",
            hint="Switch it on; look whether protocol and speed are those of the scale.",
            port=port,
        )


class ScaleNotUnderstood(Unavailable):
    """Something comes, and it is not what the protocol that is set sends."""

    code = "scale.not_understood"

    def __init__(self, port: str, spoken: str) -> None:
        super().__init__(
            f"What the scale on {port} sends is not understood as {spoken}.",
            hint="Set the protocol, speed and data bits that the scale has.",
            port=port,
            protocol=spoken,
        )


@dataclass(frozen=True, slots=True)
class ScaleSettings:
    """How the scale is connected.

    Attributes:
        port: The port's name, as in `Wire`.
        protocol: The code of what it speaks.
        baud: Bits a second.
        framing: A key of `FRAMINGS`.
        unit: 'g', 'kg', 'lb' or 'oz': what is meant where the scale names none; empty for none.
    """

    port: str
    protocol: str
    baud: int = 9600
    framing: str = "8N1"
    unit: str = ""

    @property
    def wire(self) -> Wire:
        """How the port is opened."""
        return Wire(self.port, self.baud, *FRAMINGS[self.framing])


class Scale(QObject):
    """What lies on the scale now, and whether it may count for a parcel.

    Signals:
        reading: (Reading) what the scale said; those that were not understood, too.
        trouble: (AppError) why it does not work now; '' when it works again.
    """

    reading = Signal(object)
    trouble = Signal(object)

    def __init__(self, settings: ScaleSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.protocol = protocol(settings.protocol)
        self.latest: Reading | None = None
        """What it said last, of a weight; None while it says nothing."""
        self.why: AppError | None = None
        """Why it does not work now."""
        self._weights = StableWeight(self.protocol.repeats)
        self._lines = Lines(self.protocol.framed)
        self._garbled = False
        self._open = False
        self._heard_ms = self._asked_ms = 0
        self._answered = True
        self._line = SerialLine(settings.wire, self, answers=bool(self.protocol.ask))
        self._line.arrived.connect(self._arrived)
        self._line.connected.connect(self._connected)
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self._look)

    def start(self) -> None:
        """Listen, now or as soon as the port is there."""
        self._line.start()

    def stop(self) -> None:
        """Close the port."""
        self._beat.stop()
        self._line.stop()

    def fresh_weight(self) -> int | None:
        """The weight in grams that lies still on the scale now and was used for no parcel yet; None where there is none."""
        return self._weights.fresh(_now()) if self.latest is not None else None

    def used(self) -> None:
        """A parcel was closed: what lies on the scale counts for no other one before the scale was seen empty."""
        self._weights.used(_now())

    # The line

    def _connected(self, is_open: bool, why: str) -> None:
        self._open = is_open
        self._lines.forget()
        self._garbled, self._answered, self._heard_ms = False, True, _now()
        if is_open:
            self._beat.start()
            self._look()
            return
        self._beat.stop()
        self.latest = None
        if why:
            self._tell(PortAway(self.settings.port, why))

    def _arrived(self, data: bytes) -> None:
        for line in self._lines.feed(data):
            found = self.protocol.reading(line, self.settings.unit)
            if found is not None:
                self._heard(found)

    def _heard(self, found: Reading) -> None:
        now = _now()
        self._answered = True
        found = self._weights.hear(found, now)
        if found.fault == "not_understood":
            self._garbled = True
        else:
            self.latest, self._heard_ms, self._garbled = found, now, False
            self._tell(None)
        self.reading.emit(found)

    def _look(self) -> None:
        """Ask again, and notice when nothing is heard any more."""
        now = _now()
        if now - self._heard_ms >= SILENT_MS:
            self.latest = None
            port = self.settings.port
            self._tell(ScaleNotUnderstood(port, self.protocol.title) if self._garbled else ScaleSilent(port))
        ask = self.protocol.ask
        if ask and (self._answered or now - self._asked_ms >= ANSWER_MS) and self._line.send(ask):
            self._asked_ms, self._answered = now, False

    def _tell(self, why: AppError | None) -> None:
        if (why and str(why)) != (self.why and str(self.why)):
            self.why = why
            self.trouble.emit(why or "")


def _now() -> int:
    return time.monotonic_ns() // 1_000_000
