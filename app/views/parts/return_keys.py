"""The keys of the returns bench, by page: (key, English words, command)."""

from __future__ import annotations

from app.qt.words import mark

_UNDO = ("Ctrl+Z", mark("Undo"), "returns.undo")
_LEAVE = ("Esc", mark("Another return"), "returns.back")
_HELP = ("F1", mark("Keys"), "")
KEYS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "wait": (("Return", mark("Open"), "returns.confirm"), ("Up", mark("Choose"), ""), _HELP),
    "arrive": (
        ("Return", mark("Take in"), "returns.confirm"),
        ("F6", mark("Everything came"), "returns.all"),
        ("Right", mark("One more"), ""),
        ("Left", mark("One less"), ""),
        _LEAVE,
        _HELP,
    ),
    "judge": (
        ("Return", mark("Confirm"), "returns.confirm"),
        ("F6", mark("All of them"), "returns.all"),
        ("F7", mark("Another decision"), "returns.decision"),
        ("F2", mark("Note"), "returns.note"),
        ("F4", mark("More came"), "returns.more"),
        _UNDO,
        _LEAVE,
        _HELP,
    ),
    "done": (
        ("Return", mark("Go on"), "returns.confirm"),
        ("F4", mark("More came"), "returns.more"),
        _UNDO,
        _LEAVE,
        _HELP,
    ),
}
