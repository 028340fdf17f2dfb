"""Refusals that the person at the desk can act on.

Every `AppError` carries a stable `code`, the facts behind the sentence and a hint. Screens and the command line show
it as written (or translated by code and facts); nothing is ever reported as a crash. Any other exception is a bug.
"""

from __future__ import annotations

from typing import ClassVar


class AppError(Exception):
    """A refusal: what happened, the facts, and what to do next.

    Args:
        message: One sentence in English saying what happened.
        hint: What the person can do now; may be empty where the message says it.
        facts: Plain values (text, numbers) for translation and for tests.
    """

    code: ClassVar[str] = "error"

    def __init__(self, message: str, *, hint: str = "", **facts: object) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class Refused(AppError):
    """A rule says no."""

    code = "refused"


class Conflict(AppError):
    """Another desk was first, or the thing is not in the state the step needs."""

    code = "conflict"


class NotAllowed(AppError):
    """A right is missing."""

    code = "not_allowed"


class Unavailable(AppError):
    """A device, the database or the network does not answer."""

    code = "unavailable"


class NotFound(Refused):
    """What was named does not exist."""

    code = "not_found"


class BadInput(Refused):
    """A field, a file or a profile holds something that cannot be used."""

    code = "bad_input"
