"""The keys of the packing bench, by what it does or asks: (key, English words, command)."""

from __future__ import annotations

from app.qt.words import mark

_HELP = ("F1", mark("Keys"), "")
_UNDO = ("Ctrl+Z", mark("Undo last scan"), "packing.undo")
_STAY = ("Esc", mark("Go on packing"), "pack.leave")
_CLOSE = ("F10", mark("Close parcel"), "pack.close")
_NEXT = ("F4", mark("Next parcel"), "pack.next")
KEYS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "waiting": (
        ("Return", mark("Open"), "pack.confirm"),
        ("Up", mark("Choose"), ""),
        ("Ctrl+Z", mark("Undo"), "packing.undo"),
        _HELP,
    ),
    "waiting-join": (
        ("F3", mark("Pack together"), "pack.join"),
        ("Return", mark("Open"), "pack.confirm"),
        ("Esc", mark("Leave it"), "pack.leave"),
        _HELP,
    ),
    "packing": (
        ("F2", mark("Quantity"), "pack.quantity"),
        _NEXT,
        ("F6", mark("Missing or damaged"), "pack.problem"),
        _UNDO,
        ("Esc", mark("Leave or park"), "pack.leave"),
        _HELP,
    ),
    "packing-quantity": (("Return", mark("Confirm"), "pack.confirm"), _STAY, _HELP),
    "packing-problem": (("Return", mark("Go on"), "pack.confirm"), _STAY, _HELP),
    "packing-which": (
        ("1", mark("Missing"), "pack.missing"),
        ("2", mark("Damaged"), "pack.damaged"),
        _STAY,
        _HELP,
    ),
    "packing-park": (("Return", mark("Park"), "pack.confirm"), _STAY, _HELP),
    "closing": (
        ("Return", mark("Close parcel"), "pack.confirm"),
        _CLOSE,
        _UNDO,
        ("Esc", mark("Park, or back"), "pack.leave"),
        _HELP,
    ),
    "closing-park": (("Return", mark("Park"), "pack.confirm"), _STAY, _HELP),
    "done": (
        ("Return", mark("Next"), "pack.confirm"),
        ("F7", mark("Reprint as COPY"), "pack.copy"),
        ("Ctrl+Z", mark("Open again"), "packing.undo"),
        _HELP,
    ),
}
