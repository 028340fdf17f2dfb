"""Order rules in words: when one holds, what it does, and what became of its actions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.domain.order_rules import Action, Condition
from app.domain.order_rules_text import read_actions, read_conditions
from app.errors import BadInput
from app.qt.format import day, weight
from app.qt.words import language, mark, said, tr
from app.queries.order_rules import Deed, OrderRuleRow
from app.services.reasons import STANDARD_REASONS
from app.services.ruling import ALREADY
from app.views.parts.order_words import channel_words, kind_words, priority_of

OCCASIONS = {"arrival": mark("Arrived"), "change": mark("Changed")}
_IS = {
    "customer": mark("customer {values}"),
    "country": mark("to {values}"),
    "postcode": mark("postcode {values}…"),
    "channel": mark("channel {values}"),
    "kind": mark("kind {values}"),
    "currency": mark("in {values}"),
    "total_from": mark("total from {values}"),
    "total_to": mark("total up to {values}"),
    "product": mark("holds {values}"),
    "category": mark("holds goods of {values}"),
    "weight_from": mark("from {values}"),
    "weight_to": mark("up to {values}"),
    "tag": mark("tag {values}"),
    "reference": mark("reference with {values}"),
    "carrier": mark("carrier {values}"),
}


def _reason(code: str) -> str:
    """A reason to hold in the person's language; one of the house's own is called as it is written."""
    known = {one.code: one for one in STANDARD_REASONS}.get(code)
    if known is None:
        return code
    return known.label_fr if language() == "fr" else known.label_en


def _condition(one: Condition) -> str:
    if one.about == "vip":
        return tr("no VIP") if one.otherwise else tr("VIP")
    values = one.values
    if one.about in ("weight_from", "weight_to"):
        values = (weight(int(values[0])),)
    elif one.about == "kind":
        values = tuple(kind_words(value) for value in values)
    elif one.about == "channel":
        values = tuple(dict.fromkeys(channel_words(value) for value in values))
    words = tr(_IS[one.about], values=tr(" or ").join(values))
    return tr("except {condition}", condition=words) if one.otherwise else words


def when_words(row: OrderRuleRow) -> str:
    """When a rule holds; 'always' where it has no condition."""
    try:
        when = read_conditions(row.conditions)
    except BadInput as refusal:
        return said(refusal.message)
    parts = [_condition(one) for one in when.of]
    return (tr(" or ") if when.any else ", ").join(parts) or tr("always")


def then_words(row: OrderRuleRow) -> str:
    """What a rule does."""
    try:
        then = read_actions(row.actions)
    except BadInput as refusal:
        return said(refusal.message)
    return ", ".join(_action(one) for one in then)


def _action(one: Action) -> str:
    if one.do == "hold" and one.days:
        return tr("hold {days} days: {reason}", days=one.days, reason=_reason(one.value))
    return _doing(one.do, one.value, one.until)


def _doing(do: str, value: str, until: date | None) -> str:
    if do == "hold":
        words = tr("hold until {day}: {reason}", day=day(until), reason=_reason(value))
        return words if until else tr("hold: {reason}", reason=_reason(value))
    if do == "priority":
        return tr("priority {value} ({words})", value=value, words=tr(priority_of(int(value))[2]))
    plain = {
        "carrier": mark("send with {value}"),
        "tag": mark("tag {value}"),
        "warehouse": mark("from warehouse {value}"),
        "read": mark("the rule cannot be read"),
    }
    return tr(plain[do], value=value) if do in plain else f"{do} {value}".strip()


def deed_words(deed: Deed) -> str:
    """An action with what became of it."""
    words = _doing(deed.do, deed.value, date.fromisoformat(deed.until) if deed.until else None)
    if deed.why == ALREADY:
        return tr("{action} (already)", action=words)
    return words if deed.done else tr("not: {action} ({why})", action=words, why=said(deed.why))


def deeds_words(deeds: Sequence[Deed]) -> str:
    """What became of a rule's actions."""
    return "; ".join(deed_words(one) for one in deeds)
