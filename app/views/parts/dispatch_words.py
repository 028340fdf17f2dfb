"""How the dispatch bench says things: its keys by what it does or asks, its STOPs, the states of pick-ups."""

from __future__ import annotations

from app.qt.words import mark
from app.services.scanning import Verdict

_HELP = ("F1", mark("Keys"), "")
_BACK = ("Esc", mark("Back to the list"), "dispatch.back")
_NO = ("Esc", mark("No, go on"), "dispatch.back")
_TELL = ("F5", mark("Tell again"), "dispatch.tell")
"""Only while a carrier does not know something."""
KEYS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "list": (
        ("Return", mark("Open"), "dispatch.confirm"),
        ("Up", mark("Choose"), ""),
        ("F3", mark("New pallet"), "dispatch.pallet"),
        _TELL,
        _HELP,
    ),
    "loading": (
        ("F10", mark("Close the pick-up"), "dispatch.close"),
        ("F4", mark("Take a parcel off"), "dispatch.off"),
        ("Ctrl+Z", mark("Undo"), "dispatch.undo"),
        ("F9", mark("Give it up"), "dispatch.cancel"),
        _BACK,
        _HELP,
    ),
    "loading-cancel": (("Return", mark("Give it up"), "dispatch.confirm"), _NO, _HELP),
    "signing": (
        ("Return", mark("Hand over"), "dispatch.confirm"),
        ("F6", mark("Sign again"), "dispatch.clear"),
        ("F7", mark("Print again"), "dispatch.reprint"),
        ("Ctrl+Z", mark("Load on"), "dispatch.undo"),
        _BACK,
        _HELP,
    ),
    "signing-partly": (("Return", mark("Hand over without them"), "dispatch.confirm"), _NO, _HELP),
    "gone": (
        ("Return", mark("Next"), "dispatch.confirm"),
        ("F7", mark("Reprint as COPY"), "dispatch.reprint"),
        ("Ctrl+Z", mark("Take it back"), "dispatch.undo"),
        _TELL,
        _HELP,
    ),
    "gone-back": (("Return", mark("Take it back"), "dispatch.confirm"), _NO, _HELP),
    "pallet": (
        ("Return", mark("Close and print"), "dispatch.confirm"),
        ("F4", mark("Take a parcel off"), "dispatch.off"),
        ("Ctrl+Z", mark("Undo"), "dispatch.undo"),
        ("F9", mark("Give it up"), "dispatch.cancel"),
        _BACK,
        _HELP,
    ),
    "stacked": (
        ("Return", mark("Next"), "dispatch.confirm"),
        ("F7", mark("Print again"), "dispatch.reprint"),
        ("Ctrl+Z", mark("Load on"), "dispatch.undo"),
        _BACK,
        _HELP,
    ),
    "counter": (
        ("Return", mark("Hand over"), "dispatch.confirm"),
        ("F6", mark("Sign again"), "dispatch.clear"),
        _BACK,
        _HELP,
    ),
    "fetched": (
        ("Return", mark("Next"), "dispatch.confirm"),
        ("Ctrl+Z", mark("Take it back"), "dispatch.undo"),
        _HELP,
    ),
    "fetched-back": (("Return", mark("Take it back"), "dispatch.confirm"), _NO, _HELP),
}
"""The keys by mode and question: (key, English words, command)."""

STOPS = {
    Verdict.WRONG: (mark("Stop: not on this truck"), mark("Put it aside, then press Space")),
    Verdict.FOREIGN: (mark("Stop: another carrier"), mark("Put it aside, then press Space")),
    Verdict.ELSEWHERE: (mark("Stop: already elsewhere"), mark("Put it aside, then press Space")),
    Verdict.NOT_READY: (mark("Stop: not ready"), mark("Back to the packing bench; press Space")),
    Verdict.VOID: (mark("Stop: void label"), mark("Back to the packing bench; press Space")),
    Verdict.UNKNOWN: (mark("Stop: unknown code"), mark("Look for another code, then press Space")),
}
"""What a STOP says: the verdict, and what to do."""
PALLET_STOPS = {
    Verdict.WRONG: (mark("Stop: not for a pallet"), mark("Put it aside, then press Space")),
}
"""What a STOP says otherwise while parcels are put on a pallet."""
MISTAKEN = (mark("Stop: not done"), mark("Press Space, then try once more"))

STATES = {
    "open": (mark("Loading"), "accent"),
    "closed": (mark("To be signed"), "warn"),
    "handed_over": (mark("Handed over"), "good"),
    "cancelled": (mark("Given up"), "text2"),
}
"""A pick-up's state in words, and its tone."""

PALLETS = {
    "open": (mark("Being loaded"), "accent"),
    "closed": (mark("No label yet"), "warn"),
    "labelled": (mark("Waits for its truck"), "good"),
}
"""A pallet's state in words, and its tone."""

SCANS = {
    "right": ("good", "check-circle"),
    "complete": ("good", "check-circle"),
    "info": ("info", "info"),
}
"""Tone and icon of a recorded scan; all others stopped."""
