"""How a table's screen names its views and the conditions that a person may set."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from app.qt.format import day
from app.qt.words import mark, tr, trn
from app.views.parts.order_dates import read_day

_DAYS = re.compile(r"([+-]) ?([0-9]{1,3})( ?[wsWS])?", re.ASCII)
_AMOUNT = re.compile(r"[0-9]{1,12}([.,][0-9]{1,2})?", re.ASCII)
_NEAR = {-1: mark("yesterday"), 0: mark("today"), 1: mark("tomorrow")}
_WEEK = 7


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
    """A condition that a person may set.

    Attributes:
        name: As the query calls it.
        title: English, inside `mark(...)`.
        choices: (value, English words inside `mark`); of data, the words as they stand.
        kind: 'choice', or typed: 'text', 'code' (in capitals), 'day' (a number of days from today, or a date), 'amount' (in
            minor units of two places).
    """

    name: str
    title: str
    choices: tuple[tuple[Any, str], ...] = ()
    kind: str = "choice"

    def words(self, value: Any) -> str:
        """How a value is called."""
        if self.kind == "day":
            return _day_words(value)
        if self.kind == "amount" and isinstance(value, int):
            return f"{Decimal(value) / 100:.2f}"
        return next((tr(words) for choice, words in self.choices if choice == value), str(value))

    def read(self, text: str, today: date) -> Any:
        """What somebody typed, as a value; None for nothing.

        Raises:
            ValueError: it cannot be that; says in the person's language what can.
        """
        typed = " ".join(text.split())
        if not typed:
            return None
        if self.kind == "day":
            return _read_day(typed, today)
        if self.kind == "amount":
            if _AMOUNT.fullmatch(typed.replace("\u202f", "").replace("\u00a0", "").replace(" ", "")) is None:
                raise ValueError(tr("Write an amount: 1250 or 1250.50"))
            return _minor(typed)
        return typed.upper() if self.kind == "code" else typed

    def typed(self, value: Any) -> str:
        """A value as somebody would type it: `read` gives it back."""
        if value is None:
            return ""
        if self.kind == "day":
            return f"{value:+}" if isinstance(value, int) else value.isoformat()
        return self.words(value)

    def restore(self, value: Any) -> Any:
        """A value that came back from text: days are days again.

        Raises:
            ValueError: it is none of this condition's.
        """
        if self.kind == "day" and isinstance(value, str):
            return date.fromisoformat(value)
        if self.kind in ("day", "amount") and (not isinstance(value, int) or isinstance(value, bool)):
            raise ValueError(self.name)
        return value


def _minor(typed: str) -> int:
    try:
        return int(Decimal(re.sub(r"[^0-9.]", "", typed.replace(",", "."))) * 100)
    except InvalidOperation as error:  # the pattern above lets no such text through
        raise ValueError(typed) from error


def _read_day(typed: str, today: date) -> Any:
    if found := _DAYS.fullmatch(typed):
        days = int(found[2]) * (_WEEK if found[3] else 1)
        return -days if found[1] == "-" else days
    for days, words in _NEAR.items():
        if typed.casefold() in (words, tr(words).casefold()):
            return days
    meant = read_day(typed, today)
    if meant is None:
        raise ValueError(tr("Write a day, or days from today: 13/3, today, +7, -2"))
    return meant


def _day_words(value: Any) -> str:
    if not isinstance(value, int):
        return day(value)
    if value in _NEAR:
        return tr(_NEAR[value])
    return trn("in %n days", value) if value > 0 else trn("%n days ago", -value)
