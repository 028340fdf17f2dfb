"""Pages by key: the next page begins after the last row seen, never at a number of rows to skip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

R = TypeVar("R")
SIZE = 100
"""Rows a page."""
COUNTED = 10_001
"""Nobody reads more than ten thousand rows; counting stops one above."""


@dataclass(frozen=True, slots=True)
class Page(Generic[R]):
    """Some rows, and the key after which the next page begins (None: this was the last)."""

    rows: tuple[R, ...]
    after: tuple[Any, ...] | None
