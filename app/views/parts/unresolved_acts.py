"""What is done to orders with questions, off the main thread: each is a use case of its own, and a refusal holds up no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.errors import AppError
from app.queries.unresolved import UnresolvedRow
from app.services.context import Context
from app.services.order_questions import approve, override, reopen, settle_questions
from app.services.orders import hold_order, release_hold

Step = Callable[[Context, UnresolvedRow], tuple[int, ...]]
"""What is done to one order; the questions that were decided."""


@dataclass
class Settled:
    """What became of several orders: how many were settled, the questions decided, and the refusals."""

    orders: int = 0
    checks: list[tuple[int, ...]] = field(default_factory=list)
    refused: list[tuple[UnresolvedRow, AppError]] = field(default_factory=list)


def settle(ctx: Context, step: Step, rows: Sequence[UnresolvedRow]) -> Settled:
    """Do it to every order; each is a use case of its own, and a refusal holds up no other."""
    done = Settled()
    for row in rows:
        try:
            decided = step(ctx, row)
        except AppError as error:
            done.refused.append((row, error))
        else:
            done.orders += 1
            done.checks.append(decided)
    return done


def open_again(ctx: Context, checks: Sequence[tuple[int, ...]]) -> int:
    """Take decisions back; how many orders they were of.

    Raises:
        AppError: one cannot be taken back any more.
    """
    for ids in checks:
        reopen(ctx, ids)
    return len(checks)


def questions_of_kind(row: UnresolvedRow, severity: str) -> tuple[int, ...]:
    """The open questions of an order of one severity."""
    return tuple(one.id for one in row.open if one.severity == severity)


def approving(note: str) -> Step:
    """Approves all that an order waits for."""
    return lambda ctx, row: approve(ctx, questions_of_kind(row, "approval"), note).check_ids


def overriding(note: str) -> Step:
    """Overrides all that blocks an order."""

    def step(ctx: Context, row: UnresolvedRow) -> tuple[int, ...]:
        blocks = questions_of_kind(row, "blocks")
        return tuple(one for check in blocks for one in override(ctx, check, note).check_ids)

    return step


def asking(ctx: Context, row: UnresolvedRow) -> tuple[int, ...]:
    """Asks an order anew; nothing is decided."""
    settle_questions(ctx, row.id)
    return ()


def holding(reason: str, until: date | None, note: str) -> Step:
    """Holds an order; gives the hold's id."""
    return lambda ctx, row: (hold_order(ctx, row.id, reason, until, note),)


def let_go(ctx: Context, holds: Sequence[tuple[int, ...]]) -> int:
    """Release holds again; how many.

    Raises:
        AppError: one was released already.
    """
    for (hold,) in holds:
        release_hold(ctx, hold)
    return len(holds)
