"""What is questioned of an order, in the person's language: one place for the live panel, the queue and the order's details."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from app.domain.order_questions import (
    ABSENT,
    ADDRESS,
    ADDRESS_DOUBT,
    BLOCKED,
    CREDIT,
    DISCONTINUED,
    DUPLICATE,
    FLOOR,
    HIGH,
    LATE,
    LOW,
    OVERDUE,
    UNPAID,
)
from app.qt.format import count, day, money, price
from app.qt.words import mark, tr, trn

TITLES: Mapping[str, str] = {
    ADDRESS: mark("Address incomplete"),
    ADDRESS_DOUBT: mark("Address doubtful"),
    FLOOR: mark("Price below floor"),
    CREDIT: mark("Credit limit exceeded"),
    OVERDUE: mark("Invoices overdue"),
    DUPLICATE: mark("Same reference again"),
    HIGH: mark("Unusual quantity"),
    LOW: mark("Unusually small quantity"),
    ABSENT: mark("Usual article absent"),
    LATE: mark("Usual order overdue"),
    BLOCKED: mark("Product blocked"),
    DISCONTINUED: mark("Product discontinued"),
    UNPAID: mark("Payment not verified"),
}
"""Every question by its code, in English."""
SEVERITIES: Mapping[str, tuple[str, str, str]] = {
    "blocks": ("alert-circle", "stop", mark("Blocks")),
    "approval": ("hand", "warn", mark("To approve")),
    "informs": ("info", "info", mark("Informs")),
}
"""What a question does: (icon, tone, English words)."""
OWNERS: Mapping[str, str] = {
    "customer_service": mark("Customer service"),
    "supervisor": mark("Supervisor"),
}
"""Who settles a question, by role, in English."""
STATES: Mapping[str, tuple[str, str, str]] = {
    "approved": ("check-circle", "good", mark("Approved")),
    "overridden": ("check-circle", "warn", mark("Overridden")),
}
"""What a person decided: (icon, tone, English words)."""
FIELDS: Mapping[str, str] = {
    "country_code": mark("country"),
    "country_area": mark("state or province"),
    "city": mark("city"),
    "city_area": mark("district"),
    "street_address": mark("street"),
    "postal_code": mark("postal code"),
    "sorting_code": mark("sorting code"),
    "name": mark("name or company"),
    "company_name": mark("company"),
    "phone": mark("telephone number"),
    "email": mark("e-mail address"),
}


class Asked(Protocol):
    """A question that was found or is kept."""

    @property
    def code(self) -> str:
        """Which."""

    @property
    def facts(self) -> Mapping[str, Any]:
        """What it takes to say it."""


def title(question: Asked) -> str:
    """What it is called."""
    return tr(TITLES[question.code]) if question.code in TITLES else question.code


def words(question: Asked) -> str:
    """What is asked, with its numbers; one that this program does not know is called by its code."""
    try:
        return _SAY[question.code](question.facts)
    except (KeyError, ValueError, TypeError):  # another program wrote other facts
        return question.code


def in_short(question: Asked) -> str:
    """Title and words in one line, for a table."""
    return tr("{what}: {more}", what=title(question), more=words(question))


def _address(facts: Mapping[str, Any]) -> str:
    if not facts["problems"]:
        return tr("There is no delivery address.")
    named: dict[str, list[str]] = {}
    for field, how in facts["problems"]:
        named.setdefault(how, []).append(tr(FIELDS[field]))
    say = {
        "required": mark("Missing: {fields}."),
        "invalid": mark("Not right: {fields}."),
        "unknown": mark("Not known there: {fields}."),
    }
    return " ".join(tr(say[how], fields=", ".join(fields)) for how, fields in named.items())


def _floor(facts: Mapping[str, Any]) -> str:
    return tr(
        "{sku}: {price} after discounts, the floor is {floor}.",
        sku=facts["sku"],
        price=price(Decimal(facts["price"]), facts["currency"]),
        floor=price(Decimal(facts["floor"]), facts["currency"]),
    )


def _credit(facts: Mapping[str, Any]) -> str:
    currency = facts["currency"]
    text = tr(
        "{over} over the limit of {limit}: invoices {invoices}, open orders {orders}, this one {this}.",
        **{
            name: money(int(facts[name]), currency)
            for name in ("over", "limit", "invoices", "orders", "this")
        },
    )
    if facts["others"]:
        more = tr("What is open in {currencies} is not counted.", currencies=", ".join(facts["others"]))
        return f"{text} {more}"
    return text


def _overdue(facts: Mapping[str, Any]) -> str:
    sums = " + ".join(money(int(amount), currency) for amount, currency in facts["sums"])
    return trn(
        "%n invoices past their day, {sums}, the oldest since {day}.",
        int(facts["count"]),
        sums=sums,
        day=day(date.fromisoformat(facts["oldest"])),
    )


def _duplicate(facts: Mapping[str, Any]) -> str:
    return tr(
        "{reference} stands on {orders} already.",
        reference=facts["reference"],
        orders=", ".join(facts["orders"]),
    )


def _quantity(facts: Mapping[str, Any]) -> str:
    given = {name: count(int(facts[name])) for name in ("qty", "low", "high", "median", "orders")}
    if facts["low"] == facts["high"]:
        return tr("{sku}: {qty}; usually {low}, in {orders} orders.", sku=facts["sku"], **given)
    return tr(
        "{sku}: {qty}; usually {low} to {high}, median {median} in {orders} orders.",
        sku=facts["sku"],
        **given,
    )


def _absent(facts: Mapping[str, Any]) -> str:
    return tr(
        "{sku} {name}: in {seen} of the last {of} orders, usually {qty}.",
        sku=facts["sku"],
        name=facts["name"],
        **{name: count(int(facts[name])) for name in ("seen", "of", "qty")},
    )


def _late(facts: Mapping[str, Any]) -> str:
    return tr(
        "An order usually comes every {every} days; the last came on {day}, so this one is {days} days late.",
        every=count(int(facts["every"])),
        days=count(int(facts["days"])),
        day=day(date.fromisoformat(facts["last"])),
    )


def _blocked(facts: Mapping[str, Any]) -> str:
    return tr("{sku} {name} is not sold at the moment.", sku=facts["sku"], name=facts["name"])


def _discontinued(facts: Mapping[str, Any]) -> str:
    return tr(
        "{sku} {name}: {qty} wanted, {free} left, and no more will come.",
        sku=facts["sku"],
        name=facts["name"],
        qty=count(int(facts["qty"])),
        free=count(int(facts["free"])),
    )


def _unpaid(facts: Mapping[str, Any]) -> str:
    total, seen = int(facts["total"]), int(facts["verified"])
    return tr(
        "This customer pays first: {seen} of {total} was seen.",
        seen=money(seen, facts["currency"]),
        total=money(total, facts["currency"]),
    )


_SAY = {
    ADDRESS: _address,
    ADDRESS_DOUBT: _address,
    FLOOR: _floor,
    CREDIT: _credit,
    OVERDUE: _overdue,
    DUPLICATE: _duplicate,
    HIGH: _quantity,
    LOW: _quantity,
    ABSENT: _absent,
    LATE: _late,
    BLOCKED: _blocked,
    DISCONTINUED: _discontinued,
    UNPAID: _unpaid,
}
