"""A test page for a printer that is being set up; it goes there at once, through no queue."""

from __future__ import annotations

from app.documents.label_formats import label_format
from app.documents.test_page import test_page
from app.documents.words import Language
from app.domain.permissions import Permission
from app.integrations.printers import PRINTERS, PrinterKind, kind_of
from app.services.context import Context


def print_test_page(
    ctx: Context,
    kind: str,
    target: str,
    language: Language = "en",
    kinds: tuple[PrinterKind, ...] = PRINTERS,
    form: str = "",
) -> str:
    """Send a test page; gives what the printer calls it.

    Args:
        ctx: The person.
        kind: 'system', 'raw' or 'folder'.
        target: The printer, as typed.
        language: Of the page.
        kinds: The kinds of printers that there are.
        form: In which form labels come out there (`desk_printer.format`).

    Raises:
        NotAllowed: the right to print is missing.
        BadInput: kind or target cannot be used.
        PrinterAway, PrinterRefused, NoRoom, PerhapsPrinted: it did not come out.
    """
    ctx.require(Permission.PAPER_PRINT)
    chosen = kind_of(kind, kinds)
    clean = chosen.clean(target)
    return chosen.open(clean).send(test_page(clean, language, label_format(form)), "Quai test page")
