"""Text made comparable for search and sorting, the same way for every engine.

Both databases compare the results byte by byte (`COLLATE "C"`), so what counts as equal is decided here
alone.
"""

from __future__ import annotations

import unicodedata

SORT_KEY_LENGTH = 200
"""Characters of a sort key: at most 800 bytes, well within what PostgreSQL lets an index row hold (2,704)."""

# Letters that Unicode does not take apart into a plain letter and a mark, but people type without.
_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ł": "l",
        "ŋ": "n",
        "þ": "th",
        "ŧ": "t",
    }
)
_WORD = frozenset("LMN")


def fold(text: str) -> str:
    """Give the form in which texts are searched: "Crème brûlée, 2 l" is found as "creme brulee 2 l".

    Case, accents, ligatures and width make no difference; punctuation, symbols and control characters part
    words; invisible format characters (soft hyphen, zero width space) vanish. Folding twice changes nothing,
    and the result can always be stored: no NUL, no lone surrogate.
    """
    if text.isascii():
        plain = text.lower()
    else:
        # Folding case can bring marks to light and the reverse ("İ"), hence the decomposition on both sides.
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        plain = plain.casefold().translate(_LETTERS)
    return " ".join("".join(map(_fold_character, plain)).split())


def sort_key(text: str) -> str:
    """Give the key by which texts are listed: folded, digits as they are, and not too long for an index.

    Texts that differ only in what folding drops have equal keys; a list needs the row's id behind it.
    """
    return fold(text)[:SORT_KEY_LENGTH].rstrip()


def _fold_character(character: str) -> str:
    if character.isascii():
        return character if character.isalnum() else " "
    if unicodedata.combining(character):
        return ""  # an accent; vowel signs of Indic scripts have class 0 and stay, they are half the word
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return character if category[0] in _WORD else " "


def kilograms(grams: int) -> str:
    """Grams as a sentence names a weight to people: '12.6 kg', '0.35 kg'.

    `app/qt/refusals.py` writes the figures as the person's language does.
    """
    figures = f"{grams / 1000:,.3f}".rstrip("0").rstrip(".")
    return f"{figures}\u00a0kg"
