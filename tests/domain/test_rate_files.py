"""Rate tables as text: read whole or refused by line, and written so that they are read back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.rate_files import Band, RateTable, read_rates, write_rates
from app.domain.rates import Extra, Zone
from app.domain.table_files import LineProblem

GOOD = """what,zone,country,postcodes,up_to_g,price,name,kind,threshold
zone,A,FR,,,,,,
zone,B,fr,20,,,,,
rate,A,,,5000,9.90,,,
rate,A,,,1000,"6,90",,,
rate,B,,,30000,29.9,,,

extra,,,,,12.5,Fuel,percent,
extra,,FR,20,,9.00,Corsica,prefix,
extra,,,,,7,Long,oversize,1000
"""
TABLE = RateTable(
    (Zone("FR", "", "A"), Zone("FR", "20", "B")),
    (Band("A", 1_000, 690), Band("A", 5_000, 990), Band("B", 30_000, 2_990)),
    (
        Extra("Fuel", "percent", 1_250),
        Extra("Corsica", "prefix", 900, prefix="FR 20"),
        Extra("Long", "oversize", 700, threshold=1_000),
    ),
)


@pytest.mark.parametrize("text", [GOOD, "\ufeff" + GOOD.replace("\n", "\r\n")])
def test_a_table(text: str) -> None:
    assert read_rates(text, "EUR") == (TABLE, ())


def test_semicolons_and_tabs() -> None:
    for mark in (";", "\t"):
        text = "\n".join(
            mark.join(row) for row in (("What", "Zone", "Country"), ("zone", "A", "FR"), ("rate", "A", ""))
        )
        assert [one.line for one in read_rates(text, "EUR")[1]] == [2, 3]
        assert read_rates(text, "EUR")[0].zones == (Zone("FR", "", "A"),)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("zone,A,XX,,,,,,", "'XX' is no country: write its two letters, as FR."),
        ("zone,,FR,75,,,,,", "'' cannot be the zone."),
        ("rate,A,,,1000,1e3,,,", "'1e3' is no price: write it as 6.90."),
        ("rate,A,,,1000,-1,,,", "'-1' is no price: write it as 6.90."),
        ("rate,A,,,7000,6.905,,,", "6.905 has more decimals than EUR has."),
        ("rate,A,,,0,6,,,", "A rate is up to at least 1 g, not 0 g."),
        ("rate,A,,,1.5,6,,,", "'1.5' cannot be the up_to_g: write a whole number."),
        ("rate,A,,,1000,6.90,,,", "Zone A has a price up to 1000 g already."),
        ("rate,A,,,9000,6.90,,,", "Up to 9000 g costs less in zone A than a lighter parcel."),
        ("rate,C,,,1000,6.90,,,", "No row says where zone C is."),
        ("zone,C,BE,,,,,,", "Zone C has no rates."),
        ("zone,A,FR,2 0,,,,,", "FR 20 has a zone already."),
        ("extra,,,,,1,Fuel,percent,", "There is a surcharge Fuel already."),
        ("extra,,,,,1,Odd,odd,", "'odd' is no kind of surcharge: write one of percent, parcel, oversize,"),
        ("extra,,,,,1,Long 2,oversize,", "'' cannot be the threshold: write a whole number."),
        ("price,A,,,1000,6.90,,,", "'price' is no kind of row: write zone, rate or extra."),
    ],
)
def test_what_is_wrong_is_said_by_line(row: str, why: str) -> None:
    _, problems = read_rates(GOOD + row + "\n", "EUR")
    assert len(problems) == 1
    assert problems[0].line == 11
    assert problems[0].why.startswith(why)


def test_a_text_that_is_no_table() -> None:
    for text in ("", "sku,qty\nMUG,1\n", "what\0,zone\n"):
        table, problems = read_rates(text, "EUR")
        assert table == RateTable()
        assert [one.line for one in problems] == [1]
    assert read_rates('what,zone\nzone,"A\n' + "x" * 140_000, "EUR")[1] == (
        LineProblem(
            2, "", "This line cannot be read: a quotation mark is not closed, or a field is too long."
        ),
    )
    _, many = read_rates("what\n" + "odd\n" * 500, "EUR")
    assert len(many) == 100


names = (
    st.text("ABCdé ,;\"'-7", min_size=1, max_size=8)
    .map(str.strip)
    .filter(bool)
    .filter(lambda one: one != "rate")
)
numbers = st.integers(0, 999_999)


@st.composite
def tables(draw: st.DrawFn) -> RateTable:
    """Tables that are right."""
    zone_names = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    places = draw(
        st.lists(
            st.tuples(st.sampled_from(("FR", "BE", "JP")), st.sampled_from(("", "2", "20", "75"))),
            min_size=len(zone_names),
            max_size=6,
            unique=True,
        )
    )
    zones = tuple(
        Zone(country, prefix, zone_names[at % len(zone_names)]) for at, (country, prefix) in enumerate(places)
    )
    bands = []
    for zone in zone_names:
        tops = sorted(draw(st.sets(st.integers(1, 99_999), min_size=1, max_size=3)))
        prices = sorted(draw(st.lists(numbers, min_size=len(tops), max_size=len(tops))))
        bands += [Band(zone, top, price) for top, price in zip(tops, prices, strict=True)]
    extras = tuple(
        Extra(
            name,
            kind,
            draw(numbers),
            draw(numbers) if kind.startswith("over") else 0,
            "FR 20" if kind == "prefix" else "",
        )
        for name, kind in draw(
            st.dictionaries(
                names,
                st.sampled_from(("percent", "oversize", "overweight", "prefix", "saturday")),
                max_size=3,
            )
        ).items()
    )
    return RateTable(zones, tuple(sorted(bands, key=lambda one: (one.zone, one.up_to_g))), extras)


@settings(max_examples=60)
@given(tables(), st.sampled_from(("EUR", "JPY", "KWD")))
def test_what_is_written_is_read_back(table: RateTable, currency: str) -> None:
    assert read_rates(write_rates(table, currency), currency) == (table, ())


@settings(max_examples=60)
@given(st.text(max_size=200), st.sampled_from(("", "what,zone,country\n", "what;zone\nzone;")))
def test_any_text_is_read_or_refused(text: str, head: str) -> None:
    table, problems = read_rates(head + text, "EUR")
    assert problems or read_rates(write_rates(table, "EUR"), "EUR") == (table, ())
