"""One thing done to several rows: what is refused holds up no other, and is told with its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from app.errors import AppError
from app.services.context import Context

Work = Callable[[Context, int], Any]


class HasId(Protocol):
    """A row that is named by its id."""

    @property
    def id(self) -> int:
        """The id."""


R = TypeVar("R", bound=HasId)


@dataclass(frozen=True)
class Outcome(Generic[R]):
    """What became of several rows: those done, and those refused with why."""

    done: tuple[R, ...]
    refused: tuple[tuple[R, AppError], ...]


def for_each(ctx: Context, work: Work, rows: Sequence[R]) -> Outcome[R]:
    """Do it to every row; each is a use case of its own."""
    done: list[R] = []
    refused: list[tuple[R, AppError]] = []
    for row in rows:
        try:
            work(ctx, row.id)
        except AppError as error:
            refused.append((row, error))
        else:
            done.append(row)
    return Outcome(tuple(done), tuple(refused))
