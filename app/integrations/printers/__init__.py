"""Printers: where stored bytes become paper, a label or a file.

`PRINTERS` holds one line a kind. A kind that another floor brings (Windows prints through Qt) takes the place of ours by
`with_kind`, at the composition root; whoever prints is handed the resulting tuple.
"""

from __future__ import annotations

from app.errors import BadInput
from app.integrations.printers.base import Printer, PrinterKind
from app.integrations.printers.folder import FolderPrinter, folder_target
from app.integrations.printers.raw import RawPrinter, raw_target
from app.integrations.printers.system import SystemPrinter, any_system_target, system_printers, system_target

PRINTERS: tuple[PrinterKind, ...] = (
    PrinterKind("system", SystemPrinter, system_target, system_printers),
    PrinterKind("raw", RawPrinter, raw_target),
    PrinterKind("folder", FolderPrinter, folder_target),
)


def kind_of(name: str, kinds: tuple[PrinterKind, ...] = PRINTERS) -> PrinterKind:
    """The kind of printer of that name.

    Raises:
        BadInput: there is none.
    """
    for kind in kinds:
        if kind.name == name:
            return kind
    raise BadInput(
        f"There is no kind of printer {name!r}.",
        hint=f"Choose one of {', '.join(kind.name for kind in kinds)}.",
        kind=name,
    )


def with_kind(kind: PrinterKind, kinds: tuple[PrinterKind, ...] = PRINTERS) -> tuple[PrinterKind, ...]:
    """The kinds with this one in the place of its namesake, or added."""
    return (*(known for known in kinds if known.name != kind.name), kind)


def storable_target(kind: str, text: str) -> str:
    """A typed target as it may be stored for any desk: of another system's printers only that system knows the names.

    Raises:
        BadInput: there is no such kind, or the target cannot be one anywhere.
    """
    return any_system_target(text) if kind == "system" else kind_of(kind).clean(text)


__all__ = [
    "PRINTERS",
    "Printer",
    "PrinterKind",
    "any_system_target",
    "kind_of",
    "storable_target",
    "with_kind",
]
