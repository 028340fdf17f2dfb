"""What stands on the command cards of the benches, in the language that is set."""

from __future__ import annotations

from collections.abc import Iterable

from app.documents.content import CommandEntry
from app.qt.commands import commands_of
from app.qt.screen import Screen
from app.qt.widgets.text import key_words
from app.qt.words import tr

Card = tuple[str, tuple[CommandEntry, ...]]


def cards_of(screens: Iterable[type[Screen]]) -> tuple[Card, ...]:
    """A card for each bench that has commands: its title and they."""
    return tuple((tr(kind.title), entries) for kind in screens if kind.bench and (entries := _entries(kind)))


def _entries(kind: type[Screen]) -> tuple[CommandEntry, ...]:
    return tuple(
        CommandEntry(one.id, tr(one.text), key_words(one.shortcut) if one.shortcut else "")
        for one in commands_of(kind)
    )
