"""Which service takes a shipment: the first rule that holds, and the cheapest or fastest that goes there in time.

A choice explains itself: which rules did not hold and why, which one did, and which services were out. Nobody has to guess why
a parcel goes with whom.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.rates import Consignment, Quote, Service, plain_postcode, quote
from app.domain.text import kilograms

_EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
EU = frozenset(_EU.split())
"""The European Union: what 'EU' in a rule stands for."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; empty or 0 is no condition (see `app/models/transport.py: CarrierRule`).

    `country` may name several by their codes with blanks between, and 'EU' all countries of the Union.
    """

    id: int
    name: str
    choice: str
    service_id: int | None = None
    country: str = ""
    postal_prefix: str = ""
    customer_id: int | None = None
    from_g: int = 0
    to_g: int = 0
    from_mm: int = 0
    from_value: int = 0
    dangerous: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A shipment to be given a carrier.

    Attributes:
        goods: What is sent where.
        customer_id: Who gets it; None where it is no customer.
        value: Of the goods in minor units of `currency`.
        currency: Prices in another one are not compared.
        leave_by: The promised day: the house promises the day on which goods leave.
        arrive_by: The day on which the customer wants them there; None for no such day.
    """

    goods: Consignment
    customer_id: int | None = None
    value: int = 0
    currency: str = "EUR"
    leave_by: date | None = None
    arrive_by: date | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What the rules say.

    Attributes:
        quote: The service that is taken; None where no rule gives one.
        rule: The rule that gave it.
        late: It does not keep the promise, and no other does.
        words: Why, a sentence each, in the order in which it was decided.
        quotes: What every service answered.
    """

    quote: Quote | None
    rule: Rule | None
    late: bool
    words: tuple[str, ...]
    quotes: tuple[Quote, ...]


def misses(rule: Rule, wanted: Wanted) -> str:
    """Why a rule does not hold for a shipment; empty where it does."""
    goods = wanted.goods
    longest = max((parcel.longest_mm for parcel in goods.parcels), default=0)
    why = ""
    if rule.country and goods.country not in _countries(rule.country):
        why = f"it goes to {goods.country or '?'}, not to {rule.country}"
    elif rule.postal_prefix and not plain_postcode(goods.postal_code).startswith(
        plain_postcode(rule.postal_prefix)
    ):
        why = f"the postcode {goods.postal_code or '?'} does not begin with {rule.postal_prefix}"
    elif rule.customer_id is not None and rule.customer_id != wanted.customer_id:
        why = "it is for another customer"
    elif rule.from_g and goods.weight_g < rule.from_g:
        why = f"it weighs {kilograms(goods.weight_g)}, less than {kilograms(rule.from_g)}"
    elif rule.to_g and goods.weight_g > rule.to_g:
        why = f"it weighs {kilograms(goods.weight_g)}, more than {kilograms(rule.to_g)}"
    elif rule.from_mm and longest < rule.from_mm:
        why = f"its longest side has {longest} mm, less than {rule.from_mm} mm"
    elif rule.from_value and wanted.value < rule.from_value:
        why = "the order is worth less"
    elif rule.dangerous and not goods.dangerous:
        why = "it holds no dangerous goods"
    return why


def choose(rules: Sequence[Rule], services: Sequence[Service], wanted: Wanted) -> Choice:
    """The service for a shipment by the first rule that holds and gives one; `rules` in their order, active ones only.

    A rule whose service does not take the shipment, or that finds none, is passed over, and says so.
    """
    quotes = tuple(quote(service, wanted.goods) for service in services)
    said: list[str] = []
    for rule in rules:
        if why := misses(rule, wanted):
            words = f"Rule {rule.name} does not hold: {why}."
            said.append(words)
            continue
        found, late, outs = _by(rule, quotes, wanted)
        if found is None:
            words = f"Rule {rule.name} holds, and finds no service."
            said += [words, *outs]
            continue
        said += [_taken(rule, found), *outs]
        if late:
            words = f"{found.service.name} is late, and nothing is faster."
            said.append(words)
        return Choice(found, rule, late, tuple(said), quotes)
    said.append("No rule gives a service: choose one by hand." if rules else "There are no rules.")
    return Choice(None, None, False, tuple(said), quotes)


def in_time(one: Quote, wanted: Wanted) -> str:
    """Why a service that goes there is late for a shipment; empty where it keeps the promise and the customer's day."""
    why = ""
    if wanted.leave_by is not None and one.leaves_on is not None and one.leaves_on > wanted.leave_by:
        why = f"leaves on {one.leaves_on}, and {wanted.leave_by} is promised"
    elif wanted.arrive_by is not None and one.arrives_on is not None and one.arrives_on > wanted.arrive_by:
        why = f"arrives on {one.arrives_on}, and it is wanted on {wanted.arrive_by}"
    return why


def _by(rule: Rule, quotes: Sequence[Quote], wanted: Wanted) -> tuple[Quote | None, bool, list[str]]:
    """What one rule takes, whether that is late, and who was out."""
    if rule.choice == "service":
        named = next((one for one in quotes if one.service.id == rule.service_id), None)
        if named is None or not named.possible:
            why = named.why_not if named else "is not offered"
            return None, False, [_out(named.service.name if named else "?", why)]
        return named, bool(in_time(named, wanted)), []
    carriers = [one for one in quotes if not one.service.collected]
    outs = [_out(one.service.name, one.why_not) for one in carriers if not one.possible]
    going = [one for one in carriers if one.possible]
    if rule.choice == "cheapest":
        going, more = _comparable(going, wanted.currency)
        outs += more
    punctual = [one for one in going if not in_time(one, wanted)]
    outs += [_out(one.service.name, in_time(one, wanted)) for one in going if one not in punctual]
    if not punctual:
        return (min(going, key=_speed) if going else None), bool(going), outs
    return min(punctual, key=_price if rule.choice == "cheapest" else _speed), False, outs


def _comparable(going: list[Quote], currency: str) -> tuple[list[Quote], list[str]]:
    """Those whose prices can be held against each other: with a price, in one currency."""
    outs = [_out(one.service.name, "has no rates here") for one in going if one.price is None]
    priced = [one for one in going if one.price is not None]
    if priced and all(one.currency != currency for one in priced):
        currency = priced[0].currency
    outs += [
        _out(one.service.name, f"is priced in {one.currency}") for one in priced if one.currency != currency
    ]
    return [one for one in priced if one.currency == currency], outs


def _taken(rule: Rule, found: Quote) -> str:
    words = f"Rule {rule.name} takes {found.service.name}."
    if rule.choice == "cheapest":
        words = f"Rule {rule.name} takes the cheapest in time: {found.service.name}."
    elif rule.choice == "fastest":
        words = f"Rule {rule.name} takes the fastest: {found.service.name}."
    return words


def _out(service: str, why: str) -> str:
    words = f"{service}: {why}."
    return words  # noqa: RET504 - translations are collected from what is called words


def _price(one: Quote) -> tuple[int, date, int]:
    return one.price or 0, one.arrives_on or date.max, one.service.id


def _speed(one: Quote) -> tuple[date, date, int, int]:
    dear = one.price if one.price is not None else 1 << 60
    return one.arrives_on or date.max, one.leaves_on or date.max, dear, one.service.id


def _countries(text: str) -> frozenset[str]:
    codes = frozenset(text.upper().replace(",", " ").split())
    return codes | EU if "EU" in codes else codes
