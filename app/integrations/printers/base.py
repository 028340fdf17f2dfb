"""What every printer does, and what it says when it does not.

The refusals tell two things apart that decide whether a job is tried again: nothing left this computer (`PrinterAway`,
`PrinterRefused`, `NoRoom`), or something may have (`PerhapsPrinted`), which only a person at the printer can settle.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.errors import Unavailable

TITLE_LENGTH = 120


class PrinterTrouble(Unavailable):
    """A paper was not handed over; `printer` is among the facts."""

    code = "printer.trouble"


class PrinterAway(PrinterTrouble):
    """The printer does not answer; nothing was sent."""

    code = "printer.away"


class PrinterRefused(PrinterTrouble):
    """The printer answers and does not take the paper; nothing was printed."""

    code = "printer.refused"


class NoRoom(PrinterTrouble):
    """There is no room for the paper; nothing of it was kept."""

    code = "printer.no_room"


class PerhapsPrinted(PrinterTrouble):
    """The line broke while the paper was on its way: it may have come out, whole or in part."""

    code = "printer.perhaps"

    def __init__(self, printer: str) -> None:
        super().__init__(
            f"Nobody knows whether this came out of {printer}.",
            hint="Look at the printer, then say whether it did.",
            printer=printer,
        )


class Printer(Protocol):
    """One printer."""

    def send(self, data: bytes, title: str, copies: int = 1) -> str:
        """Hand a paper over; gives what the printer calls it.

        Args:
            data: PDF, or the printer's own language.
            title: What people see in the printer's queue; never used as a file name or an option.
            copies: How often it is to come out, at least once.

        Raises:
            PrinterAway, PrinterRefused, NoRoom: nothing came out.
            PerhapsPrinted: it may have.
        """
        ...


@dataclass(frozen=True, slots=True)
class PrinterKind:
    """A kind of printer.

    Attributes:
        name: As it is stored with a desk: 'system', 'raw', 'folder'.
        open: Makes the printer from a target as `clean` gave it; does not connect yet.
        clean: A typed target as it is to be stored. Raises `BadInput` where it cannot be one; asks nothing outside this program.
        known: The targets that this computer knows by itself, for a list to choose from; it may take seconds.
    """

    name: str
    open: Callable[[str], Printer]
    clean: Callable[[str], str]
    known: Callable[[], tuple[str, ...]] = tuple


def plain_title(title: str) -> str:
    """A title in one line of printable characters, not too long for any queue."""
    return "".join(character for character in title if character.isprintable())[:TITLE_LENGTH] or "Quai"


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF; what is not goes to the printer as it is."""
    return data.startswith(b"%PDF-")


def is_zpl(data: bytes) -> bool:
    """Whether the bytes are ZPL, the language of label printers."""
    return data.lstrip().startswith(b"^XA")
