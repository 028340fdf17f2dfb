"""A rule for orders as fields: a line for each condition and action, commas between values, '!' before them for all others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.domain.order_rules import ABOUT, Action, Condition, Conditions
from app.domain.order_rules_text import actions_text, conditions_text, read_actions, read_conditions
from app.errors import BadInput
from app.qt.words import mark, tr
from app.queries.order_rules import OrderRuleRow
from app.services.order_rules import OrderRuleFields
from app.views.parts.form import Field
from app.views.parts.order_words import CHANNELS, KINDS

OTHERS = "!"
"""Before values: the condition holds where the order is not so."""
_NONE = ("", mark("Whatever"))
CONDITIONS: tuple[Field, ...] = (
    Field(
        "any",
        mark("Holds when"),
        "choice",
        ((False, mark("All of it holds")), (True, mark("Any of it holds"))),
    ),
    Field("customer", mark("Customers"), help=mark("Codes, commas between; ! before them means all others")),
    Field("vip", mark("VIP"), "choice", (_NONE, ("yes", mark("Only VIP")), ("no", mark("No VIP")))),
    Field("country", mark("To countries"), help=mark("Two letters each, as FR, BE; EU for the Union")),
    Field("postcode", mark("Postcode begins with")),
    Field(
        "channel",
        mark("Channels"),
        help=mark("Telephone, E-mail, EDIFACT, UBL, Shopify, WooCommerce, Amazon, Import"),
    ),
    Field(
        "kind",
        mark("Kinds"),
        help=mark("Sale, Sample, Replenishment, Consignment, Exchange"),
    ),
    Field("currency", mark("Currencies")),
    Field("total_from", mark("Total from"), help=mark("As 250.00, in the order's currency")),
    Field("total_to", mark("Total up to")),
    Field("product", mark("Holds an article of"), help=mark("Article numbers")),
    Field("category", mark("Holds goods of category")),
    Field("weight_from", mark("From grams"), help=mark("Of all pieces together")),
    Field("weight_to", mark("Up to grams")),
    Field("tag", mark("Has a tag of")),
    Field("reference", mark("Customer's reference contains")),
    Field("carrier", mark("Carrier or service"), help=mark("Codes, as the order names one")),
)
ACTIONS: tuple[Field, ...] = (
    Field("do_carrier", mark("Send with"), "choice"),
    Field("do_hold", mark("Hold for"), "choice"),
    Field(
        "hold_end",
        mark("Hold until"),
        help=mark("A number of days, or a day as 2026-12-24; empty for no end"),
    ),
    Field("do_tag", mark("Put tags on"), help=mark("Commas between")),
    Field("do_priority", mark("Priority"), help=mark("-9 to 9: below 0 low, from 1 high, from 8 urgent")),
    Field("do_warehouse", mark("From warehouse"), "choice"),
)
FIELDS: tuple[Field, ...] = (
    Field("name", mark("Name"), needed=True),
    *CONDITIONS,
    *ACTIONS,
    Field("on_arrival", mark("Asked when an order arrives"), "flag"),
    Field("on_change", mark("Asked when a draft is changed"), "flag"),
    Field("active", mark("In use"), "flag"),
)


def values_of(row: OrderRuleRow) -> dict[str, Any]:
    """What stands in the fields; empty ones where an older program wrote what cannot be read."""
    found: dict[str, Any] = {
        "name": row.name,
        "active": row.active,
        "on_arrival": row.on_arrival,
        "on_change": row.on_change,
        "any": False,
    }
    try:
        when, then = read_conditions(row.conditions), read_actions(row.actions)
    except BadInput:
        return found
    found["any"] = when.any
    for one in when.of:
        if one.about == "vip":
            found["vip"] = "no" if one.otherwise else "yes"
        else:
            found[one.about] = f"{OTHERS} " * one.otherwise + ", ".join(
                dict.fromkeys(_words(one.about, value) for value in one.values)
            )
    for action in then:
        name = f"do_{action.do}"
        found[name] = (
            f"{found[name]}, {action.value}" if action.do == "tag" and name in found else action.value
        )
        if action.do == "hold":
            found["hold_end"] = action.until.isoformat() if action.until else str(action.days or "")
    return found


def fields_of(values: Mapping[str, Any]) -> OrderRuleFields:
    """The rule that stands in the fields; what it holds is checked by the service.

    Raises:
        BadInput: the end of a hold is neither days nor a day; or what cannot be in a rule.
    """
    of: list[Condition] = []
    for about in ABOUT:
        text = str(values.get(about) or "").strip()
        if about == "vip" and text:
            of.append(Condition("vip", (), text == "no"))
        elif text:
            otherwise = text.startswith(OTHERS)
            words = text.removeprefix(OTHERS).split(",") if about not in _NUMBERS else [_plain(text)]
            codes = tuple(code for one in words if one.strip() for code in _codes(about, one))
            of.append(Condition(about, codes, otherwise))
    then: list[Action] = []
    for field in ACTIONS:
        text = str(values.get(field.name) or "").strip()
        do = field.name.removeprefix("do_")
        if not text or field.name == "hold_end":
            continue
        if do == "hold":
            days, until = _end(str(values.get("hold_end") or "").strip())
            then.append(Action("hold", text, days, until))
        elif do == "tag":
            then += [Action("tag", one.strip()) for one in text.split(",") if one.strip()]
        else:
            then.append(Action(do, text))
    return OrderRuleFields(
        str(values.get("name") or ""),
        conditions_text(Conditions(bool(values.get("any")), tuple(of))),
        actions_text(then),
        *(bool(values.get(name)) for name in ("active", "on_arrival", "on_change")),
    )


_NUMBERS = ("total_from", "total_to", "weight_from", "weight_to")


_CODED: Mapping[str, Mapping[str, str]] = {"channel": CHANNELS, "kind": KINDS}
"""What is typed by its words, in the person's language, and kept by its code."""


def _words(about: str, code: str) -> str:
    words = _CODED.get(about, {}).get(code)
    return code if words is None else tr(words)


def _codes(about: str, typed: str) -> tuple[str, ...]:
    """What a word stands for: the codes that are called so, or itself."""
    word = typed.strip()
    known = _CODED.get(about, {}).items()
    found = tuple(code for code, words in known if word.casefold() in (code, tr(words).casefold()))
    return found or (word,)


def _plain(text: str) -> str:
    """A number as it is typed in French too, with the '!' taken off."""
    return text.removeprefix(OTHERS).strip().replace(",", ".")


def _end(text: str) -> tuple[int, date | None]:
    if not text:
        return 0, None
    if text.isascii() and text.isdigit() and len(text) < 6:
        return int(text), None
    try:
        return 0, date.fromisoformat(text)
    except ValueError:
        raise BadInput(
            f"{text!r} is neither a number of days nor a day.",
            hint="Write 3, or a day as 2026-12-24.",
            field="hold_end",
            value=text,
        ) from None
