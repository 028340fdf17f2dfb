"""A printer's own port: bytes over TCP, as label printers and print servers take them on 9100."""

from __future__ import annotations

import contextlib
import re
import socket
import sys

from app.errors import BadInput
from app.integrations.printers.base import PerhapsPrinted, PrinterAway

PORT = 9100
CONNECT_SECONDS = 4.0
SEND_SECONDS = 20.0
"""For the whole paper: a printer that is out of labels takes what fits its memory and then nothing."""
CLOSE_SECONDS = 3.0
"""How long the printer may take to close its side; some never do."""

_TARGET = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.%\w]+)\]|(?P<host>[\w.-]+))(?::(?P<port>\d{1,5}))?", re.ASCII)


def raw_target(text: str) -> str:
    """A printer's address as host:port; without a port it is 9100.

    Raises:
        BadInput: it is no address.
    """
    found = _TARGET.fullmatch(text.strip())
    port = int(found["port"] or PORT) if found else 0
    if found is None or not 0 < port < 65536:
        raise BadInput(
            f"{text!r} is no address of a printer.",
            hint="Write host:port, such as 192.0.2.7:9100.",
            field="target",
            value=text,
        )
    return f"[{found['six']}]:{port}" if found["six"] else f"{found['host']}:{port}"


class RawPrinter:
    """Sends bytes to host:port and waits until the printer has them."""

    def __init__(
        self,
        target: str,
        *,
        connect_seconds: float = CONNECT_SECONDS,
        send_seconds: float = SEND_SECONDS,
        close_seconds: float = CLOSE_SECONDS,
    ) -> None:
        self._target = raw_target(target)
        host, _, port = self._target.rpartition(":")
        self._address = (host.strip("[]"), int(port))
        self._seconds = (connect_seconds, send_seconds, close_seconds)

    def send(self, data: bytes, title: str, copies: int = 1) -> str:
        """Hand the bytes over, `copies` times in one go; a port knows no titles.

        Raises:
            PrinterAway: nobody answers there; nothing was sent.
            PerhapsPrinted: the line broke or stood still after it had begun.
        """
        connect, sending, closing = self._seconds
        try:
            line = socket.create_connection(self._address, connect)
        except (OSError, UnicodeError) as error:  # UnicodeError: a name that no name server can hold
            raise PrinterAway(
                f"The printer at {self._target} does not answer.",
                hint="Check that it is switched on and connected.",
                printer=self._target,
            ) from error
        with contextlib.closing(line):
            try:
                line.settimeout(sending)
                line.sendall(data * copies)
                line.shutdown(socket.SHUT_WR)
                _wait_for_the_end(line, closing)
            except OSError as error:
                raise PerhapsPrinted(self._target) from error
        return self._target


def _wait_for_the_end(line: socket.socket, seconds: float) -> None:
    """Return when the printer closed its side, or has all bytes and only keeps the line open.

    Raises:
        OSError: the line broke, or bytes are still on their way.
    """
    line.settimeout(seconds)
    try:
        while line.recv(4096):  # some printers chat; nothing of it matters here
            pass
    except TimeoutError:
        if _unsent(line):
            raise


def _unsent(line: socket.socket) -> bool:
    """Whether bytes are known to be on this side still; only Linux tells."""
    if sys.platform != "linux":
        return False
    import array  # these three are asked here alone, and `fcntl` is not on every system
    import fcntl
    import termios

    waiting = array.array("i", [0])
    fcntl.ioctl(line.fileno(), termios.TIOCOUTQ, waiting)
    # The end of the stream counts as one byte until the printer has confirmed it.
    return waiting[0] > 1
