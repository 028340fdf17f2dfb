"""The keys of the packing bench, by what it does or asks: (key, English words, command)."""

from __future__ import annotations

from app.qt.words import mark

Keys = tuple[tuple[str, str, str], ...]
SPARE = ("F12", "F7", "F5", "F3", "F4", "Esc")
"""The keys that a narrow bar leaves to F1 and the command card, the least needed first."""
_HELP = ("F1", mark("Keys"), "")
_CALL = ("F9", mark("Call"), "pack.call")
_UNDO = ("Ctrl+Z", mark("Undo last scan"), "packing.undo")
_STAY = ("Esc", mark("Go on packing"), "pack.leave")
_CLOSE = ("F10", mark("Close parcel"), "pack.close")
_NEXT = ("F4", mark("Next parcel"), "pack.next")
_BOX = ("F3", mark("Box"), "pack.box")
_MOVE = ("F7", mark("Move"), "packing.move")
_HOLD = ("F12", mark("Park"), "pack.hold")
_PICK: tuple[tuple[str, str, str], ...] = (_STAY, _CALL, _HELP)
KEYS: dict[str, Keys] = {
    "waiting": (
        ("Return", mark("Open"), "pack.confirm"),
        ("Up", mark("Choose"), ""),
        ("Ctrl+Z", mark("Undo"), "packing.undo"),
        _CALL,
        _HELP,
    ),
    "waiting-join": (
        ("F3", mark("Pack together"), "pack.join"),
        ("Return", mark("Open"), "pack.confirm"),
        ("Esc", mark("Leave it"), "pack.leave"),
        _CALL,
        _HELP,
    ),
    "packing": (
        ("F2", mark("Quantity"), "pack.quantity"),
        _NEXT,
        ("F5", mark("Take out"), "pack.out"),
        ("F6", mark("Missing or damaged"), "pack.problem"),
        _MOVE,
        _BOX,
        _UNDO,
        _HOLD,
        _CALL,
        _HELP,
    ),
    "quantity": (("Return", mark("Confirm"), "pack.confirm"), _STAY, _HELP),
    "problem": (("Return", mark("Go on"), "pack.confirm"), _STAY, _HELP),
    "which": (("1", mark("Missing"), "pack.missing"), ("2", mark("Damaged"), "pack.damaged"), *_PICK),
    "how": (
        ("1", mark("Swap from stock"), "pack.swap"),
        ("2", mark("Send the rest later"), "pack.short"),
        ("3", mark("Tell a supervisor"), "pack.report"),
        *_PICK,
    ),
    "serial": _PICK,
    "out": _PICK,
    "move": _PICK,
    "into": (_NEXT, *_PICK),
    "off": (
        ("Return", mark("Weigh again"), "pack.confirm"),
        _BOX,
        _UNDO,
        ("Esc", mark("Back"), "pack.leave"),
        _CALL,
        _HELP,
    ),
    "box": (("F3", mark("More boxes"), "pack.box"), *_PICK),
    "park": (("Return", mark("Park for later"), "pack.confirm"), *_PICK),
    "closing": (
        ("Return", mark("Close parcel"), "pack.confirm"),
        _BOX,
        ("F5", mark("Take out"), "pack.out"),
        _MOVE,
        _UNDO,
        _HOLD,
        ("Esc", mark("Park, or back"), "pack.leave"),
        _CALL,
        _HELP,
    ),
    "done": (
        ("Return", mark("Next"), "pack.confirm"),
        ("F7", mark("Reprint as COPY"), "pack.copy"),
        ("Ctrl+Z", mark("Open the parcel again"), "packing.undo"),
        _CALL,
        _HELP,
    ),
}
"""By the bench's mode, or by what it asks."""


def keys_of(name: str) -> Keys:
    """The keys for a mode and a question ('packing-park')."""
    mode, _, asked = name.partition("-")
    return KEYS.get(name) or KEYS.get(asked) or KEYS[mode]
