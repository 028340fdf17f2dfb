"""The printers of this system through CUPS's own programs, `lp` and `lpstat`.

CUPS itself keeps the paper until the printer is there.

Windows has no CUPS: there the console brings a printer of this kind of its own, through Qt (`with_kind`).
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence

from app.errors import BadInput
from app.integrations.printers.base import (
    PerhapsPrinted,
    PrinterAway,
    PrinterRefused,
    is_pdf,
    plain_title,
)

SECONDS = 30.0
_ASK_SECONDS = 5.0
_REQUEST = re.compile(r"request id is (\S+)")
_NAME = re.compile(r"[^-\s/#'\"\\?][^\s/#'\"\\?]{0,126}")
"""What CUPS takes as a name, less a first '-', which its programs would read as an option."""
_ANY_NAME = re.compile(r"[^-\s].{0,219}")
"""Windows holds names of 220 characters."""


def system_target(text: str) -> str:
    """The name of a printer as CUPS knows it.

    Raises:
        BadInput: no printer can have this name.
    """
    name = text.strip()
    if not name.isprintable() or not _NAME.fullmatch(name):
        raise BadInput(
            f"{text!r} is no name of a printer.",
            hint="Choose one from the list.",
            field="target",
            value=text,
        )
    return name


def any_system_target(text: str) -> str:
    """The name of a printer as any system may know it: Windows allows spaces, and a server before the name.

    Raises:
        BadInput: no printer can have this name.
    """
    name = text.strip()
    if not name.isprintable() or not _ANY_NAME.fullmatch(name):
        raise BadInput(
            f"{text!r} is no name of a printer.",
            hint="Choose one from the list.",
            field="target",
            value=text,
        )
    return name


def system_printers() -> tuple[str, ...]:
    """The printers that this system knows, by name; none where it has no CUPS or CUPS does not answer."""
    try:
        said = _ask(["lpstat", "-e"])
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return tuple(sorted(line.strip() for line in said.stdout.splitlines() if line.strip()))


class SystemPrinter:
    """Hands papers to CUPS."""

    def __init__(self, target: str, *, seconds: float = SECONDS) -> None:
        self._name = system_target(target)
        self._seconds = seconds

    def send(self, data: bytes, title: str, copies: int = 1) -> str:
        """Put the paper into the system's queue; gives CUPS's number of it ('office-12').

        Raises:
            PrinterAway: there is no CUPS, it does not run, or it knows no such printer.
            PrinterRefused: the printer takes no papers now, or not this one.
            PerhapsPrinted: CUPS did not say in time whether it took it.
        """
        command = ["lp", "-d", self._name, "-n", str(copies), "-t", plain_title(title)]
        if not is_pdf(data):
            command += ["-o", "raw"]
        try:
            done = subprocess.run(
                [*command, "-"],
                input=data,
                capture_output=True,
                timeout=self._seconds,
                env=_environment(),
                start_new_session=True,  # no terminal: a password that CUPS wants is refused, not waited for
                check=False,
            )
        except FileNotFoundError as error:
            raise PrinterAway(
                "This system's printing program lp is not here.",
                hint="Install CUPS (cups-client), or choose another kind of printer.",
                printer=self._name,
            ) from error
        except subprocess.TimeoutExpired as error:
            raise PerhapsPrinted(self._name) from error
        if done.returncode:
            raise self._trouble(done.stderr.decode(errors="replace"))
        found = _REQUEST.search(done.stdout.decode(errors="replace"))
        return found[1] if found else self._name

    def _trouble(self, said: str) -> PrinterAway | PrinterRefused:
        name = self._name
        if "not accepting" in said:
            return PrinterRefused(
                f"The printer {name} takes no papers now.", hint="Resume it in the system.", printer=name
            )
        # lp says of every printer that it does not exist while CUPS itself is down.
        if not _scheduler_runs():
            return PrinterAway(
                "This system's print service does not answer.", hint="Start CUPS.", printer=name
            )
        if "does not exist" in said:
            return PrinterAway(
                f"This system knows no printer {name}.",
                hint="Choose the desk's printer anew.",
                printer=name,
            )
        return PrinterRefused(
            f"The printer {name} did not take the paper.",
            hint="Look into the system's print queue.",
            printer=name,
            said=said.strip(),
        )


def _scheduler_runs() -> bool:
    try:
        return "scheduler is running" in _ask(["lpstat", "-r"]).stdout
    except (OSError, subprocess.TimeoutExpired):
        return False


def _ask(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=_ASK_SECONDS,
        env=_environment(),
        check=False,
    )


def _environment() -> dict[str, str]:
    """CUPS's programs in plain English: their words are read here."""
    return {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
