"""Refusals and the services' sentences in the person's language.

Services speak English, once, where the rule stands. `scripts/translations.py` collects their sentences as patterns ("{sku}:
{wanted} wanted, {free} free.") into `sentences.json`; a sentence is recognised by its pattern, and what stands in the blanks is
put into the pattern's translation. A blank that is itself one of our words ("packed") is translated too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication

CONTEXT = "Sentences"
WORDS = "Quai"
"""The context of the screens' own words."""
FILE = Path(__file__).resolve().parents[2] / "resources" / "translations" / "sentences.json"
BLANK = re.compile(r"\{(\w+)\}")
QUOTED = re.compile(r"'([^']*)'")
WEIGHT = re.compile(r"-?[\d,]+(\.\d+)?\u00a0kg")
FIGURES = str.maketrans({",": "\u202f", ".": ","})
"""A weight as services name it (`app.domain.text.kilograms`), and its figures in French."""
LONGEST = 60
"""Characters of what stands in a bare pattern; more is a sentence that nobody collected."""
JOINTS = (", ", " or ", " and ")
"""What stands between the words of a list; `state_words.JOINTS` marks them."""


@cache
def patterns() -> tuple[tuple[tuple[str, ...], str], ...]:
    """The English of every pattern, the most particular first, each with what stands between its blanks.

    A sentence without these cannot be of this form: few expressions are ever made, and to make them all takes long.
    """
    found = json.loads(FILE.read_text(encoding="utf-8"))
    ordered = sorted(found, key=lambda text: (-len(BLANK.sub("", text)), text))
    return tuple((tuple(BLANK.split(text)[::2]), text) for text in ordered)


@cache
def pattern_of(text: str) -> re.Pattern[str]:
    """The expression that recognises a sentence of this form; each blank is a named group."""
    parts = BLANK.split(text)
    made = "".join(f"(?P<{part}>.*?)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return re.compile(made, re.DOTALL)


def sentence(english: str) -> str:
    """A service's sentence in the person's language; one that no pattern knows stays as it is."""
    if not english:
        return english
    known = word(english)
    if known != english:
        return known
    if (several := _several(english)) is not None:
        return several
    found = _recognised(english)
    return english if found is None else _said(*found)


def _recognised(english: str) -> tuple[str, dict[str, str]] | None:
    """The pattern of a sentence and what stands in its blanks, in the person's language."""
    for pieces, text in patterns():
        if not all(piece in english for piece in pieces):
            continue
        found = pattern_of(text).fullmatch(english)
        if found is None:
            continue
        fills = {name: blank(value, name) for name, value in found.groupdict().items()}
        if _says_little(text) and any(
            len(value) > LONGEST and value in fills.values() for value in found.groups()
        ):
            continue
        return text, fills
    return None


def _said(text: str, fills: dict[str, str]) -> str:
    return BLANK.sub(lambda name: fills[name[1]], QCoreApplication.translate(CONTEXT, text))


def filled(pattern: str, facts: Mapping[str, str]) -> str:
    """A sentence of services of which the pattern is known, in the person's language, with its blanks filled."""
    return QCoreApplication.translate(CONTEXT, pattern).format(**facts)


def _several(english: str) -> str | None:
    """The same said of several things ("A: 3 wanted, 1 free; B: 2 wanted, 0 free."); None where it is one sentence."""
    parts = english.removesuffix(".").split("; ")
    if len(parts) == 1:
        return None
    found = [_recognised(f"{part}.") for part in parts]
    first = found[0]
    if first is None or not BLANK.search(first[0]) or any(one is None or one[0] != first[0] for one in found):
        return None
    said = [_said(*one).removesuffix(".") for one in found if one is not None]
    return "\N{NARROW NO-BREAK SPACE}; ".join(said) + "."


@cache
def _says_little(text: str) -> bool:
    """Whether a pattern is so bare ("{title} is {status}.") that a sentence of another kind could look like it."""
    return sum(letter.isalpha() for letter in BLANK.sub("", text)) < 6


def word(english: str) -> str:
    """One of our own words ("packed") in the person's language; any other as it is."""
    return english if "\0" in english else QCoreApplication.translate(WORDS, english)


def blank(english: str, name: str = "") -> str:
    """What stands in a sentence's blank: a word, a list of words or a sentence of ours; else something that stays as it is."""
    if WEIGHT.fullmatch(english):
        return english.translate(FIGURES)
    if name == "country":
        return _countries().get(english, english)
    quoted = QUOTED.fullmatch(english)
    if quoted is not None:
        return word("'{text}'").replace("{text}", quoted[1])
    for joint in JOINTS:
        left, found, right = english.partition(joint)
        if found and (left_word := word(left)) != left and (right_words := blank(right)) != right:
            return word(f"{{left}}{joint}{{right}}").format(left=left_word, right=right_words)
    return sentence(english)


@cache
def _countries() -> dict[str, str]:
    """The countries' French names by the English ones, which the rules of addresses say."""
    from app.domain.countries import (
        territories,  # the names of the world's countries are not read before the first paint
    )

    french = territories("fr")
    return {name: french.get(code, name) for code, name in territories("en").items()}
