"""Pages by key: the next page begins after the last row seen, never at a number of rows to skip."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection as Connection  # for the screens, which name no database library

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


@dataclass(frozen=True, slots=True)
class Ask:
    """What a table wants to see next.

    Attributes:
        after: The key after which the page begins; None for the first page.
        size: Rows wanted.
        sort: The name of the order, one of those that the query knows; empty for its own.
        descending: The other way round.
        text: What was typed into the search field.
        filters: Further conditions by name, as the query knows them.
    """

    after: tuple[Any, ...] | None = None
    size: int = SIZE
    sort: str = ""
    descending: bool = False
    text: str = ""
    filters: Mapping[str, Any] = field(default_factory=dict)


def by_key(statement: Any, ask: Ask, order: Any, key: Any) -> Any:
    """The page of a statement after `ask.after`, in the order of (order, key); neither may be NULL.

    The values of both are what `page` makes the next `after` of; the statement must have them among its columns.
    """
    pair = sa.tuple_(order, key)
    if ask.after is not None:
        bound = sa.tuple_(
            sa.literal(ask.after[0], type_=order.type), sa.literal(ask.after[1], type_=key.type)
        )
        statement = statement.where(pair < bound if ask.descending else pair > bound)
    ways = (order.desc(), key.desc()) if ask.descending else (order, key)
    return statement.order_by(*ways).limit(ask.size)


def unindexed(column: Any) -> Any:
    """A column to sort by of which no index is walked: for few rows that are found by another one."""
    return sa.func.coalesce(column, column)


def page(rows: Sequence[R], ask: Ask, after: Callable[[R], tuple[Any, ...]]) -> Page[R]:
    """The rows as a page; a full one may have a successor after its last row's key."""
    return Page(tuple(rows), after(rows[-1]) if len(rows) == ask.size else None)
