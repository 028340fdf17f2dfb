"""Where customs begin, which form is borne there, and what it must say."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.address import PostalAddress
from app.domain.countries import countries
from app.domain.customs import (
    CN22_HEAVIEST_G,
    CN22_LINES,
    OF_KIND,
    SDR_CAUTIOUS,
    BadRates,
    Category,
    Form,
    Goods,
    category_of,
    declared,
    eori_number,
    form_for,
    missing,
    sdr_rates,
    tariff_number,
    territories,
)
from app.errors import BadInput
from app.models.fulfilment import SHIPMENT_KINDS

RATES = {"EUR": Decimal("1.17"), "JPY": Decimal("200")}
MUG = Goods("MUG", "Mug", 2, 600, 1250, "69120023", "FR")


def at(country: str, postcode: str = "") -> PostalAddress:
    return PostalAddress(country_code=country, postal_code=postcode)


@pytest.mark.parametrize(
    ("here", "there", "needed"),
    [
        (at("FR", "69007"), at("FR", "75010"), False),
        (at("FR", "69007"), at("DE", "10115"), False),
        (at("FR", "69007"), at("MC", "98000"), False),
        (at("FR", "69007"), at("FR", "98000"), False),
        (at("FR", "69007"), at("CH", "8001"), True),
        (at("FR", "69007"), at("GB", "SW1A 1AA"), True),
        (at("FR", "69007"), at("GB", "BT1 5GS"), False),
        (at("GB", "SW1A 1AA"), at("GB", "bt1 5gs"), False),
        (at("FR", "69007"), at("RE", "97400"), True),
        (at("FR", "69007"), at("FR", "97400"), True),
        (at("RE", "97400"), at("FR", "97410"), False),
        (at("FR", "69007"), at("ES", "28001"), False),
        (at("FR", "69007"), at("ES", "35001"), True),
        (at("ES", "35001"), at("ES", "38001"), False),
        (at("FR", "69007"), at("DE", "78266"), True),
        (at("FR", "69007"), at("IT", "23041"), True),
        (at("FR", "69007"), at("FI", "22100"), True),
        (at("FR", "69007"), at("GR", "630 86"), True),
        (at("CH", "8001"), at("LI", "9490"), False),
        (at("US", "10001"), at("PR", "00901"), False),
        (at("FR", "69007"), at("US", "10001"), True),
        (at("FR", "69007"), at("NO", "0150"), True),
        (at("GB", "IM1 1AA"), at("JE", "JE2 3AB"), True),
    ],
)
def test_where_customs_begin(here: PostalAddress, there: PostalAddress, needed: bool) -> None:
    assert declared(here, there) is needed
    assert declared(there, here) is needed


@given(st.sampled_from(sorted(countries())), st.text(max_size=8))
def test_nothing_is_declared_to_its_own_place(country: str, postcode: str) -> None:
    address = at(country, postcode)
    assert territories(address)
    assert not declared(address, address)


@pytest.mark.parametrize(
    ("value", "currency", "grams", "lines", "form"),
    [
        (35_100, "EUR", 500, 1, Form.CN22),  # exactly 300 special drawing rights
        (35_101, "EUR", 500, 1, Form.CN23),
        (35_100, "EUR", CN22_HEAVIEST_G, CN22_LINES, Form.CN22),
        (100, "EUR", CN22_HEAVIEST_G + 1, 1, Form.CN23),
        (100, "EUR", 500, CN22_LINES + 1, Form.CN23),
        (60_000, "JPY", 500, 1, Form.CN22),  # a yen has no hundredths
        (60_001, "JPY", 500, 1, Form.CN23),
        (1, "NOK", 1, 1, Form.CN23),  # nobody said what a krone is worth: the form that is always right
    ],
)
def test_which_form(value: int, currency: str, grams: int, lines: int, form: Form) -> None:
    assert form_for(value, currency, grams, lines, RATES) is form


def test_values_of_a_special_drawing_right_are_read() -> None:
    assert sdr_rates("EUR 1.17, usd 1.36") == {"EUR": Decimal("1.17"), "USD": Decimal("1.36")}
    assert sdr_rates("  ") is SDR_CAUTIOUS


@pytest.mark.parametrize(
    "text", ["EUR", "EUR 0", "EUR 1,17", "EUR -1", "EUR 1e3", "EUR ١", "XYZ 1", "EUR 1, EUR 2", "1.17 EUR"]
)
def test_values_that_cannot_be_are_refused(text: str) -> None:
    with pytest.raises(BadRates) as caught:
        sdr_rates(text)
    assert caught.value.facts["field"] == "sdr_rates"


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = sdr_rates(text)
    except BadRates:
        return
    assert all(rate > 0 for rate in found.values())


def test_what_customs_miss_is_named() -> None:
    assert missing(MUG, Category.SALE) == ()
    bare = replace(MUG, net_g=0, value=0, hs="", origin="")
    assert missing(bare, Category.SALE) == ("weight", "value", "customs_code", "origin_country")
    assert missing(bare, Category.OTHER) == ("weight", "value"), "of what is no trade the rest may stay blank"
    assert missing(replace(MUG, hs="6912002", origin="XX"), Category.OTHER) == (
        "customs_code",
        "origin_country",
    )


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("6912.00 23", "69120023"),
        ("691200", "691200"),
        ("6912002310", "6912002310"),
        ("6912", ""),
        ("6912002", ""),
        ("69120A", ""),
        ("٦٩١٢٠٠", ""),
        ("", ""),
    ],
)
def test_tariff_numbers(text: str, digits: str) -> None:
    assert tariff_number(text) == digits


def test_every_kind_of_shipment_has_a_category() -> None:
    assert set(OF_KIND) == set(SHIPMENT_KINDS)
    assert category_of("sale", (0, 100)) is Category.SALE
    assert category_of("sale", (0, 0)) is Category.SAMPLE
    assert category_of("replacement", (0,)) is Category.OTHER


def test_customs_numbers() -> None:
    assert eori_number(" fr 812 345 678 00012") == "FR81234567800012"
    assert eori_number("CHE-123.456.789") == "CHE123456789"
    assert eori_number("") == ""
    for wrong in ("12345", "FR", "FR" + "1" * 16, "F1234", "FRé"):
        with pytest.raises(BadInput):
            eori_number(wrong)
