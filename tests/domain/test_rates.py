"""Prices and days of carriers' services by their tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.domain.boxes import chargeable_g
from app.domain.promise import Calendar
from app.domain.rates import (
    Consignment,
    Extra,
    Measures,
    Quote,
    Service,
    Zone,
    arrival_day,
    hand_over_day,
    over_limits,
    quote,
    rate_for,
    zone_of,
)

MONDAY = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - the warehouse's own clock
BANDS = ((1_000, 690), (5_000, 990), (30_000, 1_890))
STANDARD = Service(
    1,
    "STD",
    "Rhône Standard",
    transit_days=2,
    max_weight_g=30_000,
    max_length_mm=1_200,
    max_girth_mm=3_000,
    volume_divisor=5_000,
    zones=(Zone("FR", "", "A"), Zone("FR", "20", "C"), Zone("FR", "2", "B"), Zone("BE", "", "B")),
    rates={"A": BANDS, "B": tuple((up_to, price + 500) for up_to, price in BANDS), "C": ((30_000, 2_990),)},
)


def to(country: str = "FR", postal_code: str = "69001", *parcels: Measures, **fields: object) -> Consignment:
    wanted = Consignment(country, postal_code, parcels or (Measures(800),), MONDAY, Calendar())
    return replace(wanted, **fields)  # type: ignore[arg-type]  # the fields of a consignment


def test_the_longest_prefix_wins() -> None:
    assert [zone_of(STANDARD, "FR", code) for code in ("69001", "20 000", "21000", "")] == [
        "A",
        "C",
        "B",
        "A",
    ]
    assert zone_of(STANDARD, "BE", "1000") == "B"
    assert zone_of(STANDARD, "DE", "20095") is None


def test_the_charged_weight_is_the_larger_one() -> None:
    assert chargeable_g(2_000, (400, 300, 200), 5_000) == 4_800
    assert chargeable_g(6_000, (400, 300, 200), 5_000) == 6_000
    assert chargeable_g(2_000, (400, 300, 200), 0) == 2_000
    assert chargeable_g(1, (101, 101, 101), 5_000) == 207  # 206.06 g of volume: whole grams, rounded up


def test_a_price_by_zone_and_weight() -> None:
    assert quote(STANDARD, to()).price == 690
    assert quote(STANDARD, to("FR", "69001", Measures(1_000))).price == 690
    assert quote(STANDARD, to("FR", "69001", Measures(1_001))).price == 990
    assert quote(STANDARD, to("FR", "20090")).price == 2_990
    both = quote(STANDARD, to("BE", "1000", Measures(900), Measures(2_000)))
    assert (both.price, both.parts) == (690 + 500 + 990 + 500, (("rate", 2_680),))


def test_what_a_service_does_not_take() -> None:
    for goods, why in (
        (to("DE", "20095"), "does not go to DE 20095"),
        (
            to("FR", "69001", Measures(31_000)),
            "takes parcels up to 30\u00a0kg, and this one weighs 31\u00a0kg",
        ),
        (
            to("FR", "69001", Measures(900, 1_300, 100, 100)),
            "takes parcels up to 1200 mm long, and this one is 1300 mm long",
        ),
        (
            to("FR", "69001", Measures(900, 1_200, 600, 400)),
            "takes parcels up to 3000 mm in girth and length, and this one has 3200 mm",
        ),
        (
            to("FR", "69001", Measures(900, 1_000, 500, 400)),
            "has no rate for 40\u00a0kg in zone A",
        ),
    ):
        assert quote(STANDARD, goods) == Quote(STANDARD, why_not=why)
    assert over_limits(STANDARD, [Measures(30_000, 1_200, 0, 400)]) == "", "a girth that is not known passes"


def test_surcharges_are_asked_once_a_parcel_where_they_apply() -> None:
    extras = (
        Extra("Fuel", "percent", 1_250),
        Extra("Handling", "parcel", 50),
        Extra("Long", "oversize", 700, threshold=1_000),
        Extra("Heavy", "overweight", 400, threshold=20_000),
        Extra("Corsica", "prefix", 900, prefix="FR 20"),
        Extra("Dangerous", "dangerous", 1_500),
        Extra("Saturday", "saturday", 300),
    )
    dear = replace(STANDARD, extras=extras, volume_divisor=0)
    assert quote(dear, to()).parts == (("rate", 690), ("Fuel", 86), ("Handling", 50))  # 86.25
    two = quote(dear, to("FR", "20000", Measures(900, 1_100, 10, 10), Measures(21_000), dangerous=True))
    assert dict(two.parts) == {
        "rate": 5_980,
        "Fuel": 748,  # 373.75 each, rounded a parcel
        "Handling": 100,
        "Long": 700,
        "Heavy": 400,
        "Corsica": 1_800,
        "Dangerous": 3_000,
    }
    saturday = replace(dear, service_days="123456", transit_days=5)
    arrived = quote(saturday, to())
    assert arrived.arrives_on == date(2026, 11, 28)
    assert ("Saturday", 300) in arrived.parts


def test_days_by_cut_off_service_days_and_holidays() -> None:
    calendar = Calendar(holidays=frozenset({date(2026, 11, 24)}))
    assert hand_over_day(STANDARD, MONDAY, calendar) == date(2026, 11, 23)
    assert hand_over_day(STANDARD, MONDAY.replace(hour=16, minute=30), calendar) == date(2026, 11, 25)
    assert arrival_day(STANDARD, date(2026, 11, 23), calendar) == date(2026, 11, 26)
    tuesdays = replace(STANDARD, service_days="2")
    assert hand_over_day(tuesdays, MONDAY, Calendar()) == date(2026, 11, 24)
    assert hand_over_day(tuesdays, MONDAY, calendar) == date(2026, 12, 1)
    assert arrival_day(tuesdays, date(2026, 12, 1), Calendar()) == date(2026, 12, 15)
    sundays = replace(STANDARD, service_days="7")
    assert quote(sundays, to()).why_not == "travels on no day on which the warehouse works"


def test_without_tables_a_service_goes_everywhere_at_an_unknown_price() -> None:
    bare = Service(9, "BARE", "Bare")
    answer = quote(bare, to("JP", "100-0001"))
    assert (answer.possible, answer.price, answer.arrives_on) == (True, None, date(2026, 11, 24))
    assert quote(replace(bare, collected=True), to()).price == 0


weights = st.integers(1, 40_000)
sides = st.integers(0, 1_500)
prices = st.integers(0, 9_999)


@st.composite
def services(draw: st.DrawFn) -> Service:
    """Services whose rates never fall as weight rises."""
    zones = tuple(
        Zone(country, prefix, draw(st.sampled_from("ABC")))
        for country, prefix in draw(
            st.sets(
                st.tuples(st.sampled_from(("FR", "BE")), st.sampled_from(("", "2", "20", "59"))), min_size=1
            )
        )
    )
    rates = {}
    for zone in "ABC":
        tops = sorted(draw(st.sets(st.integers(1, 50_000), min_size=1, max_size=4)))
        steps = sorted(draw(st.lists(prices, min_size=len(tops), max_size=len(tops))))
        rates[zone] = tuple(zip(tops, steps, strict=True))
    extras = tuple(
        Extra(kind, kind, draw(prices), draw(st.integers(0, 30_000)), draw(st.sampled_from(("FR 20", "BE"))))
        for kind in draw(
            st.sets(
                st.sampled_from(
                    ("percent", "parcel", "oversize", "overweight", "prefix", "dangerous", "saturday")
                )
            )
        )
    )
    return Service(
        1,
        "X",
        "X",
        transit_days=draw(st.integers(0, 9)),
        service_days="".join(sorted(draw(st.sets(st.sampled_from("1234567"), min_size=1)))),
        max_weight_g=draw(st.sampled_from((0, 20_000))),
        volume_divisor=draw(st.sampled_from((0, 4_000, 5_000))),
        zones=zones,
        rates=rates,
        extras=extras,
    )


@settings(max_examples=40)
@given(services(), weights, weights, sides, sides, sides, st.sampled_from(("20000", "59000", "75001")))
def test_more_weight_never_costs_less(
    service: Service, one: int, other: int, length: int, width: int, height: int, postal_code: str
) -> None:
    light, heavy = sorted((one, other))
    answers = [
        quote(service, to("FR", postal_code, Measures(weight, length, width, height)))
        for weight in (light, heavy)
    ]
    assume(all(answer.possible for answer in answers))
    assert answers[0].price is not None
    assert answers[1].price is not None
    assert answers[0].price <= answers[1].price
    assert answers[0].arrives_on == answers[1].arrives_on


@settings(max_examples=40)
@given(services(), weights, weights, sides)
def test_a_service_that_takes_the_heavier_takes_the_lighter(
    service: Service, one: int, other: int, side: int
) -> None:
    light, heavy = sorted((one, other))
    if quote(service, to("BE", "1000", Measures(heavy, side, side, side))).possible:
        assert quote(service, to("BE", "1000", Measures(light, side, side, side))).possible


@settings(max_examples=40)
@given(services(), st.lists(weights, min_size=1, max_size=4))
def test_parcels_cost_as_much_together_as_each_alone(service: Service, several: list[int]) -> None:
    parcels = [Measures(weight) for weight in several]
    alone = [quote(service, to("FR", "59000", parcel)) for parcel in parcels]
    together = quote(service, to("FR", "59000", *parcels))
    assert together.possible == all(one.possible for one in alone)
    if together.possible:
        assert together.price == sum(one.price or 0 for one in alone)
        assert together.price == sum(amount for _, amount in together.parts)


@settings(max_examples=40)
@given(services(), weights)
def test_the_rate_is_the_first_band_that_takes_the_weight(service: Service, weight: int) -> None:
    for zone, bands in service.rates.items():
        fitting = [price for up_to, price in bands if weight <= up_to]
        assert rate_for(service, zone, weight) == (fitting[0] if fitting else None)
        assert not fitting or fitting[0] == min(fitting)


@settings(max_examples=40)
@given(services(), st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)), st.integers(0, 20))  # noqa: DTZ001 - the warehouse's own clock
def test_it_leaves_before_it_arrives_on_days_on_which_it_travels(
    service: Service, ready_at: datetime, later: int
) -> None:
    calendar = Calendar(frozenset({0, 1, 2, 3, 4, 5, 6}))
    leaves = hand_over_day(service, ready_at, calendar)
    assert leaves is not None
    arrives = arrival_day(service, leaves, calendar)
    assert ready_at.date() <= leaves <= arrives
    assert str(leaves.isoweekday()) in service.service_days
    assert str(arrives.isoweekday()) in service.service_days
    assert (
        arrival_day(replace(service, transit_days=service.transit_days + later), leaves, calendar) >= arrives
    )
