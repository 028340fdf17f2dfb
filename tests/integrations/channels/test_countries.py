"""Countries by code or by name, whatever the case and the accents."""

from __future__ import annotations

import pytest

from app.integrations.channels.countries import country_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("FR", "FR"),
        ("fr", "FR"),
        ("FRA", "FR"),
        ("France", "FR"),
        ("ROYAUME-UNI", "GB"),
        ("UK", "GB"),
        ("U.S.A.", "US"),
        ("United States", "US"),
        ("Côte d'Ivoire", "CI"),
        ("cote d’ivoire", "CI"),
        ("Österreich", "AT"),
        ("Venezuela", "VE"),
        ("España", "ES"),
    ],
)
def test_known_names(text: str, code: str) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize("text", ["", "Atlantis", "EU", "European Union", "ZZ", "XX", "-", "12", "World"])
def test_what_is_no_country_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no country we know"):
        country_code(text)
