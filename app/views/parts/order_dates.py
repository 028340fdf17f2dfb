"""Days as they are typed on the telephone: 13/3, +2, tomorrow, Friday; in the language that is set, and always in English."""

from __future__ import annotations

import re
from datetime import date, timedelta

from babel import Locale

from app.domain.text import fold
from app.qt.words import language, mark, tr

_FIGURES = re.compile(r"([0-9]{1,2})(?:[/.\- ]([0-9]{1,2})(?:[/.\- ]([0-9]{2}|[0-9]{4}))?)?[/.]?", re.ASCII)
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", re.ASCII)
_AHEAD = re.compile(r"\+ ?([0-9]{1,3})( ?[wsWS])?", re.ASCII)
_NAMED = ((0, mark("today")), (1, mark("tomorrow")), (2, mark("day after tomorrow")))
_LEAST_LETTERS = 2
_NAME_LETTERS = 3
"""Letters of a month's name that are enough; a weekday needs two."""
_WEEK = 7


def read_day(text: str, today: date) -> date | None:
    """The day that somebody meant, the next one where the year or the month is left out; None where it is no day.

    Args:
        text: A number of days ahead (+2, +1w for weeks), day and month (13/3, 13.3.27, 13 March), a weekday or the
            begin of one, today or tomorrow. A day written in full with its weekday is read back, too.
        today: From which is counted.
    """
    typed = text.strip()
    if ahead := _AHEAD.fullmatch(typed):
        return today + timedelta(days=int(ahead[1]) * (_WEEK if ahead[2] else 1))
    if iso := _ISO.fullmatch(typed):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    if figures := _FIGURES.fullmatch(typed):
        return _by_figures(int(figures[1]), figures[2], figures[3], today)
    words = fold(typed).split()
    return _by_words(words, today) if words else None


def _by_figures(day: int, month: str | None, year: str | None, today: date) -> date | None:
    if month is None:
        for ahead in range(3):  # a month without such a day is passed over
            first = date(today.year + (today.month - 1 + ahead) // 12, (today.month - 1 + ahead) % 12 + 1, 1)
            found = _date(first.year, first.month, day)
            if found is not None and found >= today:
                return found
        return None
    return _in_year(day, int(month), year, today)


def _in_year(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is not None:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    found = _date(today.year, month, day)
    return found if found is not None and found >= today else _date(today.year + 1, month, day)


def _by_words(words: list[str], today: date) -> date | None:
    said = " ".join(words)
    for ahead, name in _NAMED:
        if said in (fold(tr(name)), name):
            return today + timedelta(days=ahead)
    rest = [word for word in words if not _is_weekday(word)]
    if not rest:
        return _next_weekday(words[0], today) if len(words) == 1 else None
    if len(rest) in (2, 3) and rest[0].isascii() and rest[0].isdigit():
        month = _month(rest[1])
        year = rest[2] if len(rest) == 3 else None
        if month is None or (
            year is not None and not (year.isascii() and year.isdigit() and len(year) in (2, 4))
        ):
            return None
        return _in_year(int(rest[0]), month, year, today) if len(rest[0]) < 3 else None
    return None


def _locales() -> tuple[Locale, ...]:
    return tuple(Locale.parse(one) for one in dict.fromkeys((language(), "en")))


def _weekday(word: str) -> int | None:
    """Monday 0 to Sunday 6, from the begin of its name."""
    if len(word) < _LEAST_LETTERS:
        return None
    for locale in _locales():
        for number, name in locale.days["format"]["wide"].items():
            if fold(name).startswith(word):
                return int(number)
    return None


def _is_weekday(word: str) -> bool:
    return _weekday(word) is not None


def _month(word: str) -> int | None:
    for locale in _locales():
        for width in ("wide", "abbreviated"):
            for number, name in locale.months["format"][width].items():
                if fold(name) == word or (len(word) >= _NAME_LETTERS and fold(name).startswith(word)):
                    return int(number)
    return None


def _next_weekday(word: str, today: date) -> date | None:
    weekday = _weekday(word)
    if weekday is None:
        return None
    return today + timedelta(days=(weekday - today.weekday() - 1) % _WEEK + 1)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
