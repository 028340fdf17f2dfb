"""Country names and codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.countries import countries, country_code_of, country_name, territories


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("FR", "FR"),
        (" fr ", "FR"),
        ("deu", "DE"),
        ("AND", "AD"),
        ("ET", "ET"),
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("U. S.", "US"),
        ("United States of America", "US"),
        ("UK", "GB"),
        ("England", "GB"),
        ("Royaume-Uni", "GB"),
        ("royaume uni", "GB"),
        ("Österreich", "AT"),
        ("Osterreich", "AT"),
        ("España", "ES"),
        ("Etats-Unis", "US"),
        ("Tchéquie", "CZ"),
        ("Czech Republic", "CZ"),
        ("The Netherlands", "NL"),
        ("Pays-Bas", "NL"),
        ("St. Lucia", "LC"),
        ("Saint Lucia", "LC"),
        ("Saint Vincent and the Grenadines", "VC"),
        ("Hongkong", "HK"),
        ("Antigua and Barbuda", "AG"),
        ("Côte d'Ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("Россия", "RU"),
        ("日本", "JP"),
        ("Ελλάδα", "GR"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Guinea", "GN"),
        ("Cuba", "CU"),
    ],
)
def test_known_names(name: str, code: str) -> None:
    assert country_code_of(name) == code


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        ".",
        "Atlantis",
        "EU",
        "ZZ",
        "the",
        "Kongo",
        "United",
        "Europe",
        "YUG",
        "SUN",
        "SU",
        "250",
        "QUU",
        "ＦＲＡＮＣＥＲ",
        "\0",
    ],
)
def test_names_that_are_not_guessed(name: str) -> None:
    assert country_code_of(name) is None


def test_every_country_is_found_by_its_codes_and_names() -> None:
    assert len(countries()) > 240
    assert {"FR", "GB", "US", "XK"} <= countries()
    assert not {"EU", "UN", "ZZ", "UK", "EZ"} & countries()
    for language in ("en", "fr", "de", "es"):
        for code, name in territories(language).items():
            if code in countries():
                assert country_code_of(code) == code
                assert country_code_of(name) == code, (language, name)
                assert country_code_of(name.upper()) == code


def test_names_for_people() -> None:
    assert country_name("DE", "fr") == "Allemagne"
    assert country_name("DE", "en") == "Germany"
    assert country_name("QQ", "en") == "QQ"


@given(st.text(max_size=40))
def test_any_text_gives_a_country_or_none(name: str) -> None:
    assert country_code_of(name) in countries() | {None}
