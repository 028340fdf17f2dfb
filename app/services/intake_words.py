"""What an oddity of an order that came in says, in a sentence for the person who mends it."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from app.integrations.channels.reading import Oddity

ODDITIES: Mapping[str, str] = {
    # What the intake finds
    "duplicate": "The same order is here already: {of}.",
    "conflict": "An order of this number is here already with other content: {of}.",
    "unknown_customer": "No customer is known as {named}.",
    "ambiguous_customer": "Several customers could be meant: {customers}.",
    "new_customer": "{name} becomes a new customer.",
    "customer_blocked": "Customer {customer} is blocked.",
    "unknown_place": "No address is known for the place {gln} {name}.",
    "no_address": "The order names no address, and the customer has none.",
    "address_incomplete": "{problem}",
    "address_unknown": "{problem}",
    "unknown_article": "No article is known as {article}.",
    "ambiguous_article": "{article} means several articles: {articles}.",
    "unknown_number": "The number {number} is not known; article {article} was found by another one.",
    "article_blocked": "Article {article} is blocked and not sold.",
    "article_discontinued": "Article {article} is discontinued.",
    "unknown_unit": "The unit {unit} of article {article} is not known.",
    "unit_unclear": "How many pieces one {unit} of article {article} has is not known.",
    "quantity": "The quantity {qty} of article {article} cannot be ordered.",
    "price": "The price {price} of article {article} cannot be.",
    "no_price": "Article {article} has no price in the order's currency.",
    "price_differs": "Article {article}: the order says {theirs} {currency}, our price is {ours}.",
    "tax_differs": "Article {article}: the order says {theirs} % tax, ours is {ours} %.",
    "net_differs": "The order says {theirs} {currency} without tax, with us it comes to {ours}.",
    "total_differs": "The order says {theirs} {currency} in all, with us it comes to {ours}.",
    "line": "Article {article}: {refusal}",
    "amount": "The amount {amount} cannot be ({what}).",
    "unknown_currency": "The currency {currency} is not known.",
    "unknown_warehouse": "There is no warehouse {code}.",
    "warehouse_assumed": "The order names no warehouse; {code} is to send it.",
    "unknown_service": "The way of shipping {service} is none of our carriers' services.",
    "ordered_later": "The order is of a later day: {day}.",
    "requested_past": "The day asked for has passed: {day}.",
    "no_lines": "The order has no lines.",
    "cancelled": "The order was cancelled where it came from.",
}
"""By code; the blanks are the oddity's facts."""


def oddity_text(odd: Oddity) -> str:
    """The sentence of an oddity, in English; one that has no sentence is told by its code and facts."""
    pattern = ODDITIES.get(odd.code)
    facts = {name: str(value) for name, value in odd.facts.items()}
    if pattern is None or {name for _, name, _, _ in Formatter().parse(pattern) if name} - set(facts):
        told = ", ".join(f"{name} {value}" for name, value in sorted(facts.items()))
        return f"{odd.code}: {told}." if told else f"{odd.code}."
    return " ".join(pattern.format_map(facts).split())
