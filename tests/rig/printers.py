"""Real printers for tests: an IPP printer behind a print service of the run's own, and a printer's TCP port.

Nothing of this machine's own print service is asked or changed: the programs get ports, folders and a message bus of their
own, and are stopped at the end.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from scripts import setup

NAME = "office"
SECONDS = 20.0
"""Far more than anything here takes; whoever waits so long has failed."""

_BUS = """<busconfig><type>session</type><listen>unix:path={folder}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>"""
_FILES = """ServerRoot {folder}/etc
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/tmp
ErrorLog {folder}/error_log
AccessLog {folder}/access_log
PageLog {folder}/page_log
"""
_SERVICE = """Listen 127.0.0.1:{port}
LogLevel warn
Browsing No
WebInterface No
DefaultAuthType None
PreserveJobFiles No
<Location />
  Order allow,deny
  Allow 127.0.0.1
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues none
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues none
  <Limit All>
    Order allow,deny
  </Limit>
</Policy>
"""


@dataclass(frozen=True, slots=True)
class IppPrinter:
    """A print service at `server` (for CUPS_SERVER) that knows one printer, whose papers arrive in `tray`."""

    server: str
    name: str
    tray: Path

    def papers(self, count: int) -> list[bytes]:
        """Wait until so many papers have come out; gives them, oldest first."""

        def out() -> list[bytes] | None:
            files = sorted(self.tray.glob("*.pdf"), key=lambda path: int(path.name.partition("-")[0]))
            papers = [path.read_bytes() for path in files]
            whole = all(paper.rstrip().endswith(b"%%EOF") for paper in papers)
            return papers if whole and len(papers) >= count else None

        found: list[bytes] = until(out, f"{count} papers in the tray")
        return found

    def empty(self) -> None:
        """Take all papers out of the tray."""
        for path in self.tray.glob("*"):
            path.unlink()

    def admin(self, *command: str) -> str:
        """Run one of CUPS's programs on this service; what it said."""
        environment = os.environ | {"CUPS_SERVER": self.server, "LC_ALL": "C"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{' '.join(command)}: {done.stderr}"
        return done.stdout


def until(look: Callable[[], Any], what: str, log: Path | None = None) -> Any:
    """Ask until the answer is true, and give it: other processes send no signals. What they said goes into the failure."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if answer := look():
            return answer
        time.sleep(0.02)
    said = log.read_text(encoding="utf-8", errors="replace")[-500:] if log and log.exists() else ""
    raise AssertionError(f"waited in vain for {what} {said}".rstrip())


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _answers(port: int) -> bool:
    with closing(socket.socket()) as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def _programs() -> dict[str, str]:
    """The programs by name; one that is missing fails the test and names its package."""
    missing = setup.missing_printing()
    assert not missing, f"run python3 -m scripts.setup --printing: {missing} (program: package) are not here"
    path = os.pathsep.join((os.environ.get("PATH", ""), *setup.ADMINISTRATORS))
    return {name: found for name in setup.PRINTING if (found := shutil.which(name, path=path))}


@contextmanager
def _running(command: list[str], log: Path, **variables: str) -> Iterator[None]:
    with log.open("wb") as said:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=os.environ | variables
        )
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture(scope="session")
def ipp_printer() -> Iterator[IppPrinter]:
    """An IPP Everywhere printer, set up in a print service of its own as `office`."""
    assert sys.platform != "win32", "CUPS is not for Windows"
    paths = _programs()
    with ExitStack() as stack:
        # Not under pytest's own folders: the service's helpers run as another user and must be able to pass.
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="quai-print-")))
        folder.chmod(0o711)
        for name in ("etc", "spool", "cache", "state", "tmp", "tray"):
            (folder / name).mkdir()
        if os.geteuid() == 0:
            for name, mode in (("spool", 0o710), ("cache", 0o770), ("tmp", 0o1770), ("state", 0o755)):
                shutil.chown(folder / name, group="lp")
                (folder / name).chmod(mode)
        (folder / "bus.conf").write_text(_BUS.format(folder=folder), encoding="ascii")
        if setup.BUS in paths:
            bus = [paths[setup.BUS], f"--config-file={folder / 'bus.conf'}", "--nofork", "--nopidfile"]
            stack.enter_context(_running(bus, folder / "bus.log"))
            until((folder / "bus").exists, "the message bus", folder / "bus.log")

        device = free_port()
        printer = [paths["ippeveprinter"], "-p", str(device), "-r", "off", "-k", "-f", "application/pdf"]
        printer += ["-n", "localhost", "-d", str(folder / "tray"), "Quai test printer"]
        stack.enter_context(
            # It asks the system's bus for a name service that it then does without.
            _running(printer, folder / "printer.log", DBUS_SYSTEM_BUS_ADDRESS=f"unix:path={folder / 'bus'}")
        )
        until(lambda: _answers(device), "the printer", folder / "printer.log")

        port = free_port()
        (folder / "files.conf").write_text(_FILES.format(folder=folder), encoding="ascii")
        (folder / "cupsd.conf").write_text(_SERVICE.format(port=port), encoding="ascii")
        service = [paths["cupsd"], "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "files.conf")]
        stack.enter_context(_running(service, folder / "cupsd.log"))
        until(lambda: _answers(port), "the print service", folder / "cupsd.log")

        made = IppPrinter(f"127.0.0.1:{port}", NAME, folder / "tray")
        uri = f"ipp://localhost:{device}/ipp/print"
        made.admin(paths["lpadmin"], "-p", NAME, "-E", "-v", uri, "-m", "everywhere")
        yield made


class TcpPrinter:
    """A printer's port: keeps what each connection brought.

    Args:
        reads: How many bytes of a connection it takes before it stops reading; None for all.
        closes: Whether it closes its side when it has all.
    """

    def __init__(self, *, reads: int | None = None, closes: bool = True) -> None:
        self._reads, self._closes = reads, closes
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.target = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self.papers: list[bytes] = []
        self._lines: list[socket.socket] = []
        self._arrived = threading.Condition()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def wait(self, count: int = 1) -> list[bytes]:
        """Wait until so many papers are here."""
        with self._arrived:
            assert self._arrived.wait_for(lambda: len(self.papers) >= count, SECONDS), self.papers
            return list(self.papers)

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._socket.accept()
            except OSError:
                return
            got = b""
            while (self._reads is None or len(got) < self._reads) and (part := line.recv(65536)):
                got += part
            with self._arrived:
                self.papers.append(got)
                self._arrived.notify_all()
            if self._closes:
                line.close()
            else:
                self._lines.append(line)

    def __enter__(self) -> TcpPrinter:
        return self

    def __exit__(self, *error: object) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(SECONDS)
        for line in self._lines:
            line.close()


def silent_port() -> str:
    """An address at which nobody answers."""
    return f"127.0.0.1:{free_port()}"
