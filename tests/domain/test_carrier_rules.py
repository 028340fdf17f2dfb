"""Which service takes a shipment, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.carrier_rules import Rule, Wanted, choose, in_time, misses
from app.domain.promise import Calendar
from app.domain.rates import Consignment, Measures, Service, Zone

MONDAY = datetime(2026, 11, 23, 16, 45)  # noqa: DTZ001 - the warehouse's own clock
TODAY = date(2026, 11, 23)
GOODS = Consignment("FR", "59000", (Measures(3_000, 600, 400, 300),), MONDAY, Calendar())
WANTED = Wanted(GOODS, customer_id=7, value=12_000, leave_by=TODAY)


def service(number: int, price: int | None, days: int, cut_off: str = "17:00", **fields: object) -> Service:
    zones = () if price is None else (Zone("FR", "", "A"),)
    rates = {} if price is None else {"A": ((30_000, price),)}
    made = Service(
        number,
        f"S{number}",
        f"Service {number}",
        transit_days=days,
        cut_off=cut_off,
        zones=zones,
        rates=rates,
    )
    return replace(made, **fields)  # type: ignore[arg-type]  # the fields of a service


CHEAP_LATE = service(1, 500, 2, "16:30")
CHEAP = service(2, 700, 3)
FAST = service(3, 1_500, 1)
BARE = service(4, None, 1)
SHOP = service(5, None, 0, collected=True)
ALL = (CHEAP_LATE, CHEAP, FAST, BARE, SHOP)


def test_the_cheapest_that_keeps_the_promise_and_why() -> None:
    found = choose((Rule(1, "Everything", "cheapest"),), ALL, WANTED)
    assert found.quote is not None
    assert (found.quote.service, found.late) == (CHEAP, False)
    assert found.words == (
        "Rule Everything takes the cheapest in time: Service 2.",
        "Service 4: has no rates here.",
        "Service 1: leaves on 2026-11-24, and 2026-11-23 is promised.",
    )


def test_the_fastest_takes_the_cheaper_of_two_equal() -> None:
    found = choose((Rule(1, "Hurry", "fastest"),), ALL, WANTED)
    assert found.quote is not None
    assert found.quote.service is FAST


def test_where_all_are_late_the_fastest_goes_and_it_is_said() -> None:
    late = replace(WANTED, leave_by=date(2026, 11, 20))
    found = choose((Rule(1, "Everything", "cheapest"),), ALL, late)
    assert found.quote is not None
    assert (found.quote.service, found.late) == (FAST, True)
    assert found.words[-1] == "Service 3 is late, and nothing is faster."


def test_the_customers_day_counts_too() -> None:
    found = choose((Rule(1, "Everything", "cheapest"),), ALL, replace(WANTED, arrive_by=date(2026, 11, 25)))
    assert found.quote is not None
    assert found.quote.service is FAST
    assert "Service 2: arrives on 2026-11-26, and it is wanted on 2026-11-25." in found.words


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        (Rule(1, "R", "cheapest", country="BE EU"), ""),
        (Rule(1, "R", "cheapest", country="BE DE"), "it goes to FR, not to BE DE"),
        (Rule(1, "R", "cheapest", postal_prefix="59"), ""),
        (Rule(1, "R", "cheapest", postal_prefix="75"), "the postcode 59000 does not begin with 75"),
        (Rule(1, "R", "cheapest", customer_id=7), ""),
        (Rule(1, "R", "cheapest", customer_id=8), "it is for another customer"),
        (Rule(1, "R", "cheapest", from_g=3_000, to_g=3_000), ""),
        (Rule(1, "R", "cheapest", from_g=3_001), "it weighs 3\u00a0kg, less than 3.001\u00a0kg"),
        (Rule(1, "R", "cheapest", to_g=2_999), "it weighs 3\u00a0kg, more than 2.999\u00a0kg"),
        (Rule(1, "R", "cheapest", from_mm=600), ""),
        (Rule(1, "R", "cheapest", from_mm=601), "its longest side has 600 mm, less than 601 mm"),
        (Rule(1, "R", "cheapest", from_value=12_000), ""),
        (Rule(1, "R", "cheapest", from_value=12_001), "the order is worth less"),
        (Rule(1, "R", "cheapest", dangerous=True), "it holds no dangerous goods"),
    ],
)
def test_conditions(rule: Rule, why: str) -> None:
    assert misses(rule, WANTED) == why


def test_the_first_rule_that_holds_and_gives_one_decides() -> None:
    rules = (
        Rule(1, "Belgium", "cheapest", country="BE"),
        Rule(2, "Gone", "service", service_id=99),
        Rule(3, "By hand of the shop", "service", service_id=5),
        Rule(4, "Rest", "cheapest"),
    )
    found = choose(rules, ALL, WANTED)
    assert found.rule is rules[2]
    assert found.quote is not None
    assert found.quote.service is SHOP
    assert found.words[:3] == (
        "Rule Belgium does not hold: it goes to FR, not to BE.",
        "Rule Gone holds, and finds no service.",
        "?: is not offered.",
    )


def test_prices_in_another_currency_are_not_compared() -> None:
    foreign = replace(CHEAP, id=8, name="Foreign", currency="GBP")
    found = choose((Rule(1, "R", "cheapest"),), (foreign, FAST), WANTED)
    assert found.quote is not None
    assert found.quote.service is FAST
    assert "Foreign: is priced in GBP." in found.words
    alone = choose((Rule(1, "R", "cheapest"),), (foreign,), WANTED)
    assert alone.quote is not None
    assert alone.quote.service is foreign


def test_without_rules_nothing_is_chosen() -> None:
    assert choose((), ALL, WANTED).words == ("There are no rules.",)
    nothing = choose((Rule(1, "R", "cheapest", country="US"),), ALL, WANTED)
    assert nothing.quote is None
    assert nothing.words[-1] == "No rule gives a service: choose one by hand."


many = st.lists(
    st.builds(
        service,
        st.integers(1, 6),
        st.none() | st.integers(1, 3_000),
        st.integers(0, 6),
        st.sampled_from(("16:30", "17:00")),
        max_weight_g=st.sampled_from((0, 2_000)),
    ),
    max_size=6,
    unique_by=lambda one: one.id,
)


@settings(max_examples=40)
@given(
    many, st.sampled_from(("cheapest", "fastest")), st.none() | st.sampled_from((TODAY, date(2026, 11, 24)))
)
def test_nothing_better_was_left_out(services: list[Service], choice: str, leave_by: date | None) -> None:
    wanted = replace(WANTED, leave_by=leave_by)
    found = choose((Rule(1, "R", choice),), services, wanted)
    going = [one for one in found.quotes if one.possible and (choice == "fastest" or one.price is not None)]
    punctual = [one for one in going if not in_time(one, wanted)]
    if found.quote is None:
        assert not going
        return
    assert found.quote in going
    assert found.late == (not punctual)
    if punctual and choice == "cheapest":
        assert found.quote.price == min(one.price or 0 for one in punctual)
    else:
        assert found.quote.arrives_on == min(one.arrives_on or date.max for one in punctual or going)
    named = " ".join(found.words)
    assert all(one.service.name in named for one in going if one not in punctual)
