"""Order rules: what holds, what is done, and the text in which they are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.order_rules import (
    Action,
    Condition,
    Conditions,
    Facts,
    Rule,
    checked_actions,
    checked_conditions,
    holds,
    matches,
    plan,
    tag_of,
)
from app.domain.order_rules_text import actions_text, conditions_text, read_actions, read_conditions
from app.errors import BadInput

_WORDS = ("C-1", "C-2", "MUG", "Glass", "web")
_VALUES = {
    "vip": st.just(()),
    **{
        name: st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3, unique=True).map(tuple)
        for name in ("customer", "channel", "product", "category", "reference", "carrier", "postcode")
    },
    "country": st.lists(st.sampled_from(("FR", "BE", "EU")), min_size=1, unique=True).map(tuple),
    "kind": st.sampled_from((("sale",), ("sample", "exchange"))),
    "currency": st.sampled_from((("EUR",), ("JPY", "EUR"))),
    "tag": st.sampled_from((("fragile",), ("gift", "fragile"))),
    **{
        name: st.integers(0, 99_999).map(lambda cents: (f"{Decimal(cents) / 100:.2f}",))
        for name in ("total_from", "total_to")
    },
    **{
        name: st.integers(0, 50_000).map(lambda grams: (str(grams),)) for name in ("weight_from", "weight_to")
    },
}


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    """One that may be kept."""
    about = draw(st.sampled_from(sorted(_VALUES)))
    return Condition(about, draw(_VALUES[about]), draw(st.booleans()))


facts_of_orders = st.builds(
    Facts,
    customer=st.sampled_from(_WORDS),
    vip=st.booleans(),
    country=st.sampled_from(("FR", "BE", "CH", "")),
    postcode=st.sampled_from(("75001", "C-1 5", "")),
    channel=st.sampled_from(_WORDS),
    kind=st.sampled_from(("sale", "sample")),
    currency=st.sampled_from(("EUR", "JPY")),
    total=st.integers(0, 99_999).map(lambda cents: Decimal(cents) / 100),
    products=st.frozensets(st.sampled_from(_WORDS)),
    categories=st.frozensets(st.sampled_from(("glass", "Paper"))),
    weight_g=st.integers(0, 50_000),
    tags=st.frozensets(st.sampled_from(("gift", "fragile"))),
    reference=st.sampled_from(("", "web 12", "mug")),
    carrier=st.sampled_from(("", "C-1")),
    service=st.sampled_from(("", "C-2")),
)
several = st.lists(conditions(), max_size=4, unique_by=lambda one: one.about).map(tuple)
actions = st.one_of(
    st.builds(Action, st.just("carrier"), st.sampled_from(_WORDS)),
    st.builds(Action, st.just("hold"), st.just("credit-check"), days=st.integers(0, 366)),
    st.builds(Action, st.just("hold"), st.just("credit-check"), until=st.dates()),
    st.builds(Action, st.just("tag"), st.sampled_from(("gift", "à voir"))),
    st.builds(Action, st.just("priority"), st.integers(-9, 9).map(str)),
    st.builds(Action, st.just("warehouse"), st.just("MAIN")),
)
deeds = st.lists(actions, min_size=1, max_size=5, unique_by=lambda one: one.do).map(tuple)


@given(several, st.booleans())
def test_conditions_come_back_from_their_text(of: tuple[Condition, ...], any_: bool) -> None:
    when = Conditions(any_ and bool(of), of)
    try:
        kept = checked_conditions(when)
    except BadInput:  # a range the wrong way round
        assert not when.any
        return
    assert read_conditions(conditions_text(kept)) == kept
    assert conditions_text(read_conditions(conditions_text(kept))) == conditions_text(kept)


@given(deeds)
def test_actions_come_back_from_their_text(then: tuple[Action, ...]) -> None:
    kept = checked_actions(then)
    assert read_actions(actions_text(kept)) == kept


@given(several, facts_of_orders)
def test_all_any_and_not(of: tuple[Condition, ...], facts: Facts) -> None:
    def rule(any_: bool, conditions: tuple[Condition, ...]) -> Rule:
        return Rule(1, "r", Conditions(any_, conditions), ())

    every, some = matches(rule(False, of), facts), matches(rule(True, of), facts)
    assert every == all(holds(one, facts) for one in of)
    assert some == any(holds(one, facts) for one in of)
    turned = tuple(replace(one, otherwise=not one.otherwise) for one in of)
    assert every is not matches(rule(True, turned), facts)  # De Morgan
    assert some is not matches(rule(False, turned), facts)
    assert matches(rule(False, ()), facts)
    assert not matches(rule(True, ()), facts)
    assert matches(rule(False, of[:1]), facts) >= every  # a condition more never lets more through
    assert matches(rule(True, of[:1]), facts) <= some


def test_what_each_condition_is_about() -> None:
    facts = Facts(
        "C-1", True, "FR", "97110", "web", "sale", "EUR", Decimal("250.00"),
        frozenset({"MUG"}), frozenset({"Glass"}), 2_000, frozenset({"gift"}), "Dock 4-b", "DPD", "DPD-24",
    )  # fmt: skip
    right = {
        "vip": (), "customer": ("X", "C-1"), "country": ("EU",), "postcode": ("97 1",), "channel": ("web",), "kind": ("sale",),
        "currency": ("EUR",), "product": ("MUG",), "category": ("glass",), "total_from": ("250",), "total_to": ("250.00",),
        "weight_from": ("2000",), "weight_to": ("2000",), "tag": ("gift",), "reference": ("dock",), "carrier": ("DPD",),
    }  # fmt: skip
    for about, values in right.items():
        assert holds(Condition(about, values), facts), about
        assert not holds(Condition(about, values, otherwise=True), facts), about
        assert not holds(
            Condition(about, values), Facts(total=Decimal(300), kind="sample", currency="CHF")
        ) or (about in ("total_from", "weight_to")), about
    assert holds(Condition("carrier", ("DPD-24",)), facts)
    assert not holds(Condition("carrier", ("X",)), Facts())


def test_earlier_rules_are_seen_and_come_first() -> None:
    always = Conditions()
    rules = (
        Rule(1, "first", always, (Action("tag", "gift"), Action("priority", "5"))),
        Rule(2, "second", Conditions(of=(Condition("tag", ("gift",)),)), (Action("priority", "8"), Action("carrier", "DPD"))),
        Rule(3, "third", Conditions(of=(Condition("carrier", ("DPD",)),)), (Action("hold", "credit-check"),)),
    )  # fmt: skip
    assert [(step.rule.id, step.action.do, step.before) for step in plan(rules, Facts())] == [
        (1, "tag", ""),
        (1, "priority", ""),
        (2, "priority", "first"),
        (2, "carrier", ""),
        (3, "hold", ""),
    ]
    assert plan(rules[1:], Facts()) == ()
    gone = plan(rules, Facts(), lambda action: action.value not in ("DPD", "5"))
    assert [(step.rule.id, step.action.do, step.before) for step in gone] == [
        (1, "tag", ""),
        (1, "priority", ""),
        (2, "priority", ""),
        (2, "carrier", ""),
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "mapping"),
        ('{"match":"some","of":[]}', "neither 'all' nor 'any'"),
        ('{"match":"any","of":[]}', "never holds"),
        ('{"match":"all"}', "list"),
        ('{"match":"all","of":[],"x":1}', "'x'"),
        ('{"match":"all","of":[{"about":"moon","is":["1"]}]}', "'moon'"),
        ('{"match":"all","of":[{"about":"customer","is":[]}]}', "0 values"),
        ('{"match":"all","of":[{"about":"customer","is":[1]}]}', "texts"),
        ('{"match":"all","of":[{"about":"vip","not":"no"}]}', "true or false"),
        ('{"match":"all","of":[{"about":"vip","is":["x"]}]}', "'x'"),
        ('{"match":"all","of":[{"about":"country","is":["XX"]}]}', "'XX'"),
        ('{"match":"all","of":[{"about":"total_from","is":["1e9"]}]}', "'1e9'"),
        ('{"match":"all","of":[{"about":"total_from","is":["."]}]}', "'.'"),
        ('{"match":"all","of":[{"about":"weight_from","is":["-1"]}]}', "'-1'"),
        ('{"match":"all","of":[{"about":"weight_from","is":["1","2"]}]}', "'2'"),
        ('{"match":"all","of":[{"about":"vip"},{"about":"vip"}]}', "Two conditions"),
        (
            '{"match":"all","of":[{"about":"total_from","is":["9"]},{"about":"total_to","is":["8.5"]}]}',
            "from 9 up to 8.5",
        ),
    ],
)
def test_conditions_that_cannot_be_read(text: str, says: str) -> None:
    with pytest.raises(BadInput, match=says) as refused:
        read_conditions(text)
    assert refused.value.facts["field"]
    assert refused.value.hint


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{}", "list"),
        ("[]", "does nothing"),
        ('[{"do":"approve","value":"credit.limit"}]', "'approve'"),
        ('[{"do":"tag"}]', "texts"),
        ('[{"do":"tag","value":"a,b"}]', "tag"),
        ('[{"do":"priority","value":"99"}]', "'99'"),
        ('[{"do":"hold","value":"x","days":true}]', "whole number"),
        ('[{"do":"hold","value":"x","days":400}]', "'400'"),
        ('[{"do":"hold","value":"x","until":"soon"}]', "2026-01-31"),
        ('[{"do":"hold","value":"x","until":"2026-01-31","days":1}]', "'1'"),
        ('[{"do":"tag","value":"x","days":1}]', "'x'"),
        ('[{"do":"carrier","value":"A"},{"do":"carrier","value":"B"}]', "one carrier"),
    ],
)
def test_actions_that_cannot_be_read(text: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        read_actions(text)


def test_a_hold_ends_on_a_day_and_tags_have_one_blank() -> None:
    assert read_actions('[{"do":"hold","until":"2026-01-31","value":"credit-check"}]') == (
        Action("hold", "credit-check", until=date(2026, 1, 31)),
    )
    assert tag_of("  Très  Urgent ") == "Très Urgent"
    with pytest.raises(BadInput):
        tag_of("x" * 41)
