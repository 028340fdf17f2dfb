"""Countries as people and files name them, turned into ISO 3166 codes.

Names come from babel (CLDR) in English, French and the languages of Europe and the larger trading partners;
short and older forms that CLDR does not list stand below.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from types import MappingProxyType

from babel import Locale
from babel.core import get_global

from app.domain.text import fold

# Regions, groups and test codes that CLDR lists beside the countries, and islands without a post of their
# own.
_NO_COUNTRIES = frozenset({"CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "UN", "XA", "XB", "ZZ"})
_FIRST_LANGUAGES = ("en", "fr")
_OTHER_LANGUAGES = (
    *(
        "de",
        "es",
        "it",
        "nl",
        "pt",
        "pt_PT",
        "pl",
        "sv",
        "da",
        "nb",
        "fi",
        "is",
        "cs",
        "sk",
        "hu",
        "ro",
        "bg",
        "el",
    ),
    *(
        "hr",
        "sr",
        "sl",
        "et",
        "lv",
        "lt",
        "ga",
        "mt",
        "tr",
        "uk",
        "ru",
        "ar",
        "he",
        "ja",
        "ko",
        "zh",
        "zh_Hant",
    ),
)
_COMMON_FORMS = MappingProxyType(
    {
        "AE": ("UAE", "EAU"),
        "BO": ("Plurinational State of Bolivia",),
        "CD": (
            "DR Congo",
            "DRC",
            "RDC",
            "Democratic Republic of the Congo",
            "République démocratique du Congo",
        ),
        "CG": ("Congo", "Republic of the Congo", "République du Congo"),
        "CI": ("Ivory Coast",),
        "CN": ("PRC", "People's Republic of China", "Chine populaire", "Mainland China"),
        "CV": ("Cape Verde",),
        "CZ": ("Czech Republic", "République tchèque", "Tchéquie"),
        "DE": ("Federal Republic of Germany", "Allemagne fédérale", "BRD"),
        "FR": ("French Republic", "République française", "France métropolitaine", "Metropolitan France"),
        "GB": (
            *("UK", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland"),
            *("Grande-Bretagne", "Angleterre", "Écosse", "Pays de Galles", "Irlande du Nord"),
            "United Kingdom of Great Britain and Northern Ireland",
        ),
        "GR": ("EL", "Hellas"),
        "HK": ("Hong Kong", "Hong-Kong"),
        "IE": ("Eire", "Republic of Ireland", "République d'Irlande"),
        "IR": ("Islamic Republic of Iran",),
        "KP": ("DPRK",),
        "KR": ("Korea", "Republic of Korea", "République de Corée", "Corée"),
        "LA": ("Lao PDR",),
        "MD": ("Republic of Moldova",),
        "MK": ("Macedonia", "Macédoine"),
        "MM": ("Burma", "Myanmar", "Birmanie"),
        "MO": ("Macao", "Macau"),
        "NL": ("Holland", "Hollande", "The Netherlands"),
        "PS": ("Palestine",),
        "RU": ("Russian Federation", "Fédération de Russie"),
        "SK": ("Slovak Republic", "République slovaque"),
        "SY": ("Syrian Arab Republic",),
        "SZ": ("Swaziland",),
        "TL": ("East Timor",),
        "TR": ("Turkey", "Türkiye"),
        "TZ": ("United Republic of Tanzania",),
        "US": (
            *("USA", "United States of America", "The States", "America", "EUA", "EE.UU."),
            *("États-Unis d'Amérique", "Amérique"),
        ),
        "VA": ("Vatican", "Holy See", "Saint-Siège"),
        "VE": ("Bolivarian Republic of Venezuela",),
        "VN": ("Viet Nam",),
    }
)
_LEFT_OUT = frozenset({"the", "and", "et", "und", "y"})


def country_code_of(name: str) -> str | None:
    """Give the two-letter ISO code of a country as somebody wrote it, or None where that is not clear.

    Understands ISO 3166 codes of two and three letters, and names in many languages, with or without
    accents, dots and articles: "UK", "U.S.A.", "DEU", "Royaume-Uni", "Österreich". A name that means
    different countries in different languages is not guessed.
    """
    key = _key(name)
    code = _codes().get(name.strip().lower())  # before anything is left out: ET and AND are codes
    return code or _first_names().get(key) or _other_names().get(key) or _codes().get(key)


@cache
def countries() -> frozenset[str]:
    """Give the two-letter codes of all countries and territories (ISO 3166-1, with XK for Kosovo)."""
    return frozenset(code for code in territories("en") if len(code) == 2 and code not in _NO_COUNTRIES)


def country_name(code: str, language: str) -> str:
    """Give a country's name in "en", "fr" or another language of babel; the code itself if unknown."""
    return territories(language).get(code, code)


@cache
def territories(language: str) -> dict[str, str]:
    """Give the names of countries, regions and groups by their CLDR code, in one language."""
    return {str(code): str(name) for code, name in Locale.parse(language).territories.items()}


@cache
def _codes() -> dict[str, str]:
    """Map every two- and three-letter code, in lower case, to the country's; former codes where one country follows."""
    codes = {code.lower(): code for code in countries()}
    for alias, targets in get_global("territory_aliases").items():
        if alias.isalpha() and len(targets) == 1 and targets[0] in countries():
            codes.setdefault(alias.lower(), targets[0])
    return codes


@cache
def _first_names() -> dict[str, str]:
    names = {_key(form): code for code, forms in _COMMON_FORMS.items() for form in forms}
    for key, code in _names_in(_FIRST_LANGUAGES):
        names.setdefault(key, code)
    return names


@cache
def _other_names() -> dict[str, str]:
    names: dict[str, set[str]] = {}
    for key, code in _names_in(_OTHER_LANGUAGES):
        names.setdefault(key, set()).add(code)
    return {key: codes.pop() for key, codes in names.items() if len(codes) == 1}


def _names_in(languages: Iterable[str]) -> Iterable[tuple[str, str]]:
    for language in languages:
        for code, name in territories(language).items():
            if code in countries():
                yield _key(name), code


def _key(name: str) -> str:
    """Fold a name so that spellings meet: "St. Lucia", "Saint Lucia"; "U.S.A.", "USA"; "Hong-Kong", "Hongkong"."""
    return "".join("saint" if word == "st" else word for word in fold(name).split() if word not in _LEFT_OUT)
