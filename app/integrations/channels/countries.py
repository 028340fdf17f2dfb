"""Countries as people write them: codes, and names in the languages our files come in."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from babel import Locale
from babel.core import get_global

_LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl")


def country_code(text: str) -> str:
    """The ISO 3166-1 alpha-2 code of a country given by code (two or three letters) or by name.

    Names are those of the Unicode CLDR in seven languages, and its aliases (USA, UK); case, accents and
    punctuation do not matter.

    Raises:
        ValueError: Nobody calls a country so.
    """
    found = _known().get(_folded(text))
    if found is None:
        raise ValueError(f"'{text}' is no country we know; give it a map to a two-letter code such as GB")
    return found


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if char.isalnum())


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    codes = {str(code) for code in Locale("en").territories if len(str(code)) == 2 and str(code).isalpha()}
    codes -= {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"}  # groups and codes for tests are no countries
    known: dict[str, str] = {}
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if code in codes:
                known.setdefault(_folded(str(name)), str(code))
    for alias, replaced in get_global("territory_aliases").items():
        if len(replaced) == 1 and replaced[0] in codes and alias.isalpha():
            known.setdefault(_folded(alias), replaced[0])
    known.update({_folded(code): code for code in codes})
    return known
