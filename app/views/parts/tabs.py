"""How a table's screen names its views and the conditions that a person may set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.qt.words import tr


@dataclass(frozen=True)
class Tab:
    """A view of the table: its name and what it adds to the question."""

    id: str
    title: str
    filters: Mapping[str, Any] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False
    empty: tuple[str, str] | None = None
    """What this view says when it is empty, where that differs from the screen's own words."""


@dataclass(frozen=True)
class Filter:
    """A condition that a person may set: its choices are (value, English words inside `mark`)."""

    name: str
    title: str
    choices: tuple[tuple[Any, str], ...]

    def words(self, value: Any) -> str:
        """How a value is called."""
        return next((tr(words) for choice, words in self.choices if choice == value), str(value))
