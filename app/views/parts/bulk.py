"""One thing done to several rows: what is refused holds up no other, and is told with its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from app.errors import AppError
from app.qt.notices import Notice
from app.qt.words import said, trn
from app.services.context import Context
from app.views.table_screen import TableScreen

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


def do_to_chosen(screen: TableScreen[R], work: Work, words: str, name: Callable[[R], str]) -> None:
    """Do it to the chosen rows of a list: how many is said in `words` (with %n), each refusal beside the row's name."""

    def done(outcome: Outcome[R]) -> None:
        screen.untick()
        if outcome.done:
            screen.shell.tell(trn(words, len(outcome.done)))
        for row, error in outcome.refused:
            screen.shell.notices.add(Notice("stop", name(row), said(error), cause=error))
        screen.refresh()

    rows = screen.chosen()
    if rows:
        screen.do(for_each, work, rows, then=done)
