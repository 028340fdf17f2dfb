"""A bench scale at the end of a real pseudo-terminal: it weighs, answers as its protocol says, and can be unplugged."""

from __future__ import annotations

import os
import select
import sys
import threading
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

if sys.platform != "win32":
    import tty

from app.domain.scale import GRAMS, Fault

PLACES = {"g": 1, "kg": 3, "lb": 3, "oz": 2}
"""Decimal places that the display shows."""
EVERY_S = 0.05
"""A scale that sends by itself does so as often."""


def shown(grams: int, unit: str) -> Decimal:
    """What the display of a scale shows for a weight."""
    return (grams / GRAMS[unit]).quantize(Decimal(1).scaleb(-PLACES[unit]))


def sics(number: Decimal, unit: str, *, stable: bool) -> bytes:
    return f"S {'S' if stable else 'D'} {number:>10} {unit}\r\n".encode()


def toledo_8217(number: Decimal, unit: str, *, stable: bool) -> bytes:
    if number < 0:
        return b"\x02?" + bytes([0x44 if stable else 0x45]) + b"\r"
    return b"\x02" + f"{number:06}".encode() + b"\r" if stable else b"\x02?\x41\r"


def headed(number: Decimal, unit: str, *, stable: bool) -> bytes:
    return f"{'ST' if stable else 'US'},{number:+010} {unit}\r\n".encode()


def sbi(number: Decimal, unit: str, *, stable: bool) -> bytes:
    return f"{'-' if number < 0 else '+'}{abs(number):>9} {unit if stable else '':<3}\r\n".encode()


def plain(number: Decimal, unit: str, *, stable: bool) -> bytes:
    return f"{'-' if number < 0 else '+'}{abs(number):>7} {unit}\r\n".encode()


PRINTERS: dict[str, Callable[..., bytes]] = {
    "sics": sics,
    "8217": toledo_8217,
    "ad": headed,
    "sbi": sbi,
    "plain": plain,
}
FAULTS: dict[str, dict[Fault, bytes]] = {
    "sics": {"overload": b"S +\r\n", "underload": b"S -\r\n"},
    "8217": {"overload": b"\x02?\x42\r", "negative": b"\x02?\x44\r"},
    "ad": {"overload": b"OL,+\r\n", "underload": b"OL,-\r\n"},
    "sbi": {"overload": b"     High     \r\n", "underload": b"     Low      \r\n"},
    "plain": {"overload": b"  OL  \r\n", "underload": b"  UL  \r\n"},
}
ASKED = {"sics": b"SI\r\n", "8217": b"W", "ad": b"Q\r\n", "sbi": b"\x1bP\r\n"}


class RigScale:
    """A scale with something on it.

    Args:
        link: The name under which its port appears; it is there while the scale is plugged in.
        protocol: What it speaks.
        unit: What it weighs in.
    """

    def __init__(self, link: Path, protocol: str, unit: str = "kg") -> None:
        self.protocol, self.unit = protocol, unit
        self.link = link
        self.asked = 0
        self._says = b""
        self._lock = threading.Lock()
        self._master, self._slave = -1, -1
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        self.put(0)

    def put(self, grams: int, *, stable: bool = True) -> None:
        """So much lies on it now, at rest or not."""
        line = PRINTERS[self.protocol](shown(grams, self.unit), self.unit, stable=stable)
        self.say(line)

    def fail(self, fault: Fault) -> None:
        """It says that it cannot weigh this."""
        self.say(FAULTS[self.protocol][fault])

    def say(self, line: bytes) -> None:
        """What it sends from now on, right or wrong; nothing for b''."""
        with self._lock:
            self._says = line

    def plug_in(self) -> None:
        """Its port appears."""
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(self._master, self._stop), daemon=True)
        self.link.symlink_to(os.ttyname(self._slave))
        self._thread.start()

    def pull_out(self) -> None:
        """Its port is gone."""
        if self._thread is None:
            return
        self._stop.set()
        self._thread.join()
        self._thread = None
        self.link.unlink()
        os.close(self._slave)
        os.close(self._master)

    def _run(self, master: int, stop: threading.Event) -> None:
        heard = b""
        ask = ASKED.get(self.protocol)
        while not stop.is_set():
            if select.select([master], [], [], EVERY_S)[0]:
                heard += os.read(master, 256)
            if ask is None:
                self._send(master)
                continue
            while ask in heard:
                heard = heard.split(ask, 1)[1]
                self.asked += 1
                self._send(master)

    def _send(self, master: int) -> None:
        with self._lock:
            says = self._says
        if says:
            os.write(master, says)
