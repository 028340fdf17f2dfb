"""If an order is so, do this: conditions and actions of order rules, pure; kept as text by `order_rules_text`.

Rules are asked in their order. The tags and the carrier that an earlier rule gives are seen by those after it; of two rules that
give an order the same thing (`ONCE`) the first one does, and the other says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from app.domain.carrier_rules import EU
from app.domain.countries import countries
from app.domain.rates import plain_postcode
from app.errors import BadInput

KINDS = ("sale", "sample", "replenishment", "consignment", "exchange")
TEXTS = ("customer", "country", "postcode", "channel", "kind", "currency", "product", "category")
WORDS = ("tag", "reference", "carrier")
AMOUNTS = ("total_from", "total_to")
GRAMS = ("weight_from", "weight_to")
ABOUT = ("vip", *TEXTS, *AMOUNTS, *GRAMS, *WORDS)
"""What a condition may be about."""
DOES = ("carrier", "hold", "tag", "priority", "warehouse")
"""What an action may do."""
ONCE = ("carrier", "priority", "warehouse")
"""What an order has one of: the first rule that gives it does."""
MOST_VALUES, LONGEST, LONGEST_TAG = 50, 64, 40
PRIORITIES = (-9, 9)
MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that an order is, or is not.

    Attributes:
        about: Of `ABOUT`.
        values: Any one of them does; none for 'vip', one number for amounts and grams. Amounts are in units of the order's
            currency ('250.00'), a carrier is the code of a carrier or of a service, 'EU' all countries of the Union.
        otherwise: It holds where the order is not so.
    """

    about: str
    values: tuple[str, ...] = ()
    otherwise: bool = False


@dataclass(frozen=True, slots=True)
class Conditions:
    """Conditions of which all must hold, or any one. All of none is always."""

    any: bool = False
    of: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """What is done to an order.

    Attributes:
        do: Of `DOES`.
        value: A service's code, a reason to hold, a tag, a priority or a warehouse's code.
        days: A hold ends so many days from then; 0 for no such end.
        until: A hold ends on this day.
    """

    do: str
    value: str
    days: int = 0
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """Conditions and actions under a name."""

    id: int
    name: str
    when: Conditions
    then: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an order; `total` in units of `currency`, weight of all its pieces in grams."""

    customer: str = ""
    vip: bool = False
    country: str = ""
    postcode: str = ""
    channel: str = ""
    kind: str = "sale"
    currency: str = "EUR"
    total: Decimal = Decimal(0)
    products: frozenset[str] = field(default_factory=frozenset)
    categories: frozenset[str] = field(default_factory=frozenset)
    weight_g: int = 0
    tags: frozenset[str] = field(default_factory=frozenset)
    reference: str = ""
    carrier: str = ""
    service: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """An action of a rule that holds; `before` names the earlier rule that has given this already, and does instead."""

    rule: Rule
    action: Action
    before: str = ""


_HOLDS: Mapping[str, Callable[[tuple[str, ...], Facts], bool]] = {
    "vip": lambda _, facts: facts.vip,
    "customer": lambda values, facts: facts.customer in values,
    "country": lambda values, facts: facts.country in _countries(values),
    "postcode": lambda values, facts: any(
        plain_postcode(facts.postcode).startswith(plain_postcode(one)) for one in values
    ),
    "channel": lambda values, facts: facts.channel in values,
    "kind": lambda values, facts: facts.kind in values,
    "currency": lambda values, facts: facts.currency in values,
    "product": lambda values, facts: not facts.products.isdisjoint(values),
    "category": lambda values, facts: not _folded(facts.categories).isdisjoint(_folded(values)),
    "total_from": lambda values, facts: facts.total >= Decimal(values[0]),
    "total_to": lambda values, facts: facts.total <= Decimal(values[0]),
    "weight_from": lambda values, facts: facts.weight_g >= int(values[0]),
    "weight_to": lambda values, facts: facts.weight_g <= int(values[0]),
    "tag": lambda values, facts: not _folded(facts.tags).isdisjoint(_folded(values)),
    "reference": lambda values, facts: any(one.casefold() in facts.reference.casefold() for one in values),
    "carrier": lambda values, facts: bool({facts.carrier, facts.service}.intersection(values) - {""}),
}


def holds(condition: Condition, facts: Facts) -> bool:
    """Whether an order is so."""
    return _HOLDS[condition.about](condition.values, facts) is not condition.otherwise


def matches(rule: Rule, facts: Facts) -> bool:
    """Whether a rule holds for an order."""
    found = (holds(one, facts) for one in rule.when.of)
    return any(found) if rule.when.any else all(found)


def plan(
    rules: Sequence[Rule], facts: Facts, can: Callable[[Action], bool] = lambda _: True
) -> tuple[Step, ...]:
    """What the rules do to an order, in their order.

    `can` says whether the house has what an action names; one that cannot be done gives nothing, and leaves it to a later rule.
    """
    steps: list[Step] = []
    given: dict[str, str] = {}
    for rule in rules:
        if not matches(rule, facts):
            continue
        for action in rule.then:
            before = given.get(action.do, "") if action.do in ONCE else ""
            steps.append(Step(rule, action, before))
            if before or not can(action):
                continue
            if action.do in ONCE:
                given[action.do] = rule.name
            if action.do == "tag":
                facts = replace(facts, tags=facts.tags | {action.value})
            elif action.do == "carrier":
                facts = replace(facts, carrier="", service=action.value)
    return tuple(steps)


def tag_of(text: str) -> str:
    """A tag as it is kept: one blank between words, none around.

    Raises:
        BadInput: it is empty, too long, or holds a comma or what cannot be printed.
    """
    tag = " ".join(text.split())
    if not tag or len(tag) > LONGEST_TAG or "," in tag or not tag.isprintable():
        raise BadInput(
            f"{text!r} cannot be a tag.",
            hint=f"A tag has 1 to {LONGEST_TAG} printable characters and no comma.",
            field="tag",
            value=text,
        )
    return tag


# Checked


def checked_condition(one: Condition) -> Condition:
    """A condition as it is kept.

    Raises:
        BadInput: it is about something unknown, or its values cannot be; `facts["field"]` is what it is about.
    """
    if one.about not in ABOUT:
        raise BadInput(
            f"No condition is about {one.about!r}.",
            hint=f"There are {', '.join(ABOUT)}.",
            field="conditions",
            value=one.about,
        )
    values = tuple(dict.fromkeys(value.strip() for value in one.values if value.strip()))
    if one.about == "vip":
        if values:
            raise _wrong("vip", values[0], "It takes no value.")
        return Condition("vip", (), one.otherwise)
    if not values or len(values) > MOST_VALUES:
        raise BadInput(
            f"The condition {one.about!r} has {len(values)} values.",
            hint=f"Give it 1 to {MOST_VALUES}.",
            field=one.about,
        )
    for value in values:
        if len(value) > LONGEST or not value.isprintable():
            raise _wrong(one.about, value, f"Write up to {LONGEST} printable characters.")
    if one.about in (*AMOUNTS, *GRAMS) and len(values) > 1:
        raise _wrong(one.about, values[1], "Write one number.")
    return Condition(one.about, _checked_values(one.about, values), one.otherwise)


def checked_conditions(when: Conditions) -> Conditions:
    """Conditions as they are kept.

    Raises:
        BadInput: one cannot be, two are about the same, nothing could ever hold, or a range is the wrong way round.
    """
    of = tuple(checked_condition(one) for one in when.of)
    if when.any and not of:
        raise BadInput("Any of no conditions never holds.", hint="Add a condition.", field="any")
    about = [one.about for one in of]
    for name in about:
        if about.count(name) > 1:
            raise BadInput(
                f"Two conditions are about {name!r}.", hint="Write their values into one.", field=name
            )
    found = {one.about: one for one in of if not one.otherwise}
    for low, high in (AMOUNTS, GRAMS):
        if not when.any and low in found and high in found:
            first, last = Decimal(found[low].values[0]), Decimal(found[high].values[0])
            if first > last:
                raise BadInput(f"Nothing is from {first} up to {last}.", hint="Exchange the two.", field=high)
    return Conditions(when.any, of)


def checked_action(one: Action) -> Action:
    """An action as it is kept.

    Raises:
        BadInput: it does something unknown, or its value cannot be; `facts["field"]` is 'do_' and what it does.
    """
    if one.do not in DOES:
        raise BadInput(
            f"No action does {one.do!r}.", hint=f"There are {', '.join(DOES)}.", field="actions", value=one.do
        )
    value = one.value.strip()
    if not value or len(value) > LONGEST or not value.isprintable():
        raise _wrong(f"do_{one.do}", value, f"Write 1 to {LONGEST} printable characters.")
    if one.do == "priority":
        value = str(_whole(value, "do_priority", *PRIORITIES))
    elif one.do == "tag":
        try:
            value = tag_of(value)
        except BadInput as error:
            error.facts["field"] = "do_tag"
            raise
    if one.do != "hold" and (one.days or one.until):
        raise _wrong(f"do_{one.do}", value, "Only a hold has an end.")
    if one.days < 0 or one.days > MOST_DAYS:
        raise _wrong("hold_end", str(one.days), f"Write 0 to {MOST_DAYS} days.")
    if one.days and one.until:
        raise _wrong("hold_end", str(one.days), "A hold ends after so many days or on a day, not both.")
    return replace(one, value=value)


def checked_actions(then: Sequence[Action]) -> tuple[Action, ...]:
    """Actions as they are kept.

    Raises:
        BadInput: there are none, one cannot be, or an order would get two carriers, holds, priorities or warehouses.
    """
    found = tuple(dict.fromkeys(checked_action(one) for one in then))
    if not found:
        raise BadInput("The rule does nothing.", hint="Say what it is to do.", field="do_carrier")
    for name in (*ONCE, "hold"):
        if sum(one.do == name for one in found) > 1:
            raise BadInput(
                f"A rule gives one {name}.", hint="Give the other by another rule.", field=f"do_{name}"
            )
    return found


def _checked_values(about: str, values: tuple[str, ...]) -> tuple[str, ...]:
    if about in AMOUNTS:
        return (_amount(values[0], about),)
    if about in GRAMS:
        return (str(_whole(values[0], about, 0, 10**9)),)
    if about in ("country", "currency"):
        values = tuple(dict.fromkeys(one.upper() for one in values))
    if about == "country":
        for one in values:
            if one != "EU" and one not in countries():
                raise _wrong(about, one, "Write countries by two letters, as FR; EU stands for the Union.")
    if about == "currency":
        for one in values:
            if len(one) != 3 or not one.isascii() or not one.isalpha():
                raise _wrong(about, one, "Write currencies by three letters, as EUR.")
    if about == "kind":
        for one in values:
            if one not in KINDS:
                raise _wrong(about, one, f"There are {', '.join(KINDS)}.")
    if about == "tag":
        return tuple(dict.fromkeys(tag_of(one) for one in values))
    return values


def _amount(text: str, about: str) -> str:
    try:
        amount = Decimal(text) if text.isascii() and text.replace(".", "", 1).isdigit() else None
    except InvalidOperation:
        amount = None
    if amount is None or len(text) > 18:
        raise _wrong(about, text, "Write an amount as 250.00, without thousands.")
    return f"{amount:f}"


def _whole(text: str, about: str, least: int, most: int) -> int:
    plain = text.removeprefix("-")
    if not plain.isascii() or not plain.isdigit() or len(plain) > 12 or not least <= int(text) <= most:
        raise _wrong(about, text, f"Write a whole number from {least} to {most}.")
    return int(text)


def _countries(values: Sequence[str]) -> frozenset[str]:
    codes = frozenset(values)
    return codes | EU if "EU" in codes else codes


def _folded(values: Sequence[str] | frozenset[str]) -> frozenset[str]:
    return frozenset(one.casefold() for one in values)


def _wrong(about: str, value: str, hint: str) -> BadInput:
    return BadInput(f"{value!r} cannot be used here.", hint=hint, field=about, value=value)
