"""What an oddity of an order that came in says, in a sentence for the person who mends it."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from app.integrations.channels.reading import Oddity

ODDITIES: Mapping[str, str] = {
    # What a reader finds in the message itself
    "count": "The count {what} says {said}, there are {found}: the message was changed or cut on its way.",
    "reference": "At its end ({what}) the message is called {said}, at its beginning {found}.",
    "charset": "The file says that it is {said}; it was read as {found}.",
    "release": "The message is of release {release}, which is read like D.96A and D.01B.",
    "other_message": "The file holds other messages, too, which were not read: {types}.",
    "changes_order": "The message changes an order that came before (function {function}).",
    "copy": "The message says that it is a copy ({function}).",
    "function": "The function {function} of the message is not known.",
    "document": "The kind of document {document} is not known; it was read as an order.",
    "conditions": "The order asks for conditions: {codes}.",
    "party_twice": "The party {role} stands there twice; the first one counts.",
    "line_place": "The line is to go to another place: {role} {gln}.",
    "line_date": "The line is asked for another day: {day}.",
    "line_number": "The line number {number} stands there more than once.",
    "line_action": "The line is no order of goods but a change ({action}).",
    "no_qty": "The line has no quantity.",
    "qty": "The quantity {qty} cannot be ordered.",
    "qty_twice": "The line has two quantities.",
    "free_goods": "Free goods are asked for: {qty}.",
    "charge": "A charge was not taken over: {kind}, {amount} {unit}.",
    "prepaid": "The order says that {amount} was paid before.",
    "price_unit": "The quantity is in {unit}, the price in {priced}.",
    "currency_mix": "The amount {what} is in {said}, the order in {currency}.",
    "gtin": "The number {number} is no GTIN: its check digit is wrong, or it has another length.",
    "gln": "The number {number} ({who}) is no GLN.",
    "number": "The number {text} ({what}) cannot be read.",
    "date": "The day {text} ({what}) cannot be.",
    "country": "The country {text} is not known.",
    "line_sum": "The line says {said}, its quantity and price make {found}.",
    "sum": "The order says {said} for its lines, they make {found}.",
    "total": "The order says {said} in all, its parts make {found}.",
    "formula": "The {what} begins like a formula: {text}.",
    "fulfilled": "The shop says that this was sent before ({status}).",
    "refunded": "The shop gave {amount} back.",
    "unreadable": "{problem}",
    # What the intake finds
    "duplicate": "The same order is here already: {of}.",
    "conflict": "An order of this number is here already with other content: {of}.",
    "unknown_customer": "No customer is known as {named}.",
    "ambiguous_customer": "Several customers could be meant: {customers}.",
    "new_customer": "A new customer comes with the order: {name}.",
    "customer_blocked": "Customer {customer} is blocked.",
    "unknown_place": "No address is known for the place {gln} {name}.",
    "no_address": "The order names no address, and the customer has none.",
    "address_incomplete": "{problem}",
    "address_unknown": "{problem}",
    "unknown_article": "No article is known as {article}.",
    "ambiguous_article": "Several articles could be meant by {article}: {articles}.",
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
    "terms": "{refusal}",
    "amount": "The amount {amount} cannot be ({what}).",
    "unknown_currency": "The currency {currency} is not known.",
    "currency_assumed": "The order names no currency; it was taken as {currency}, in which the articles are priced.",
    "unknown_warehouse": "There is no warehouse {code}.",
    "warehouse_assumed": "The order names no warehouse; {code} is to send it.",
    "unknown_service": "The way of shipping {service} is none of our carriers' services.",
    "ordered_later": "The order is of a later day: {day}.",
    "requested_past": "The day asked for has passed: {day}.",
    "no_lines": "The order has no lines.",
    "table_row": "Row {row} cannot be used ({column}): {reason}",
    "letter": "This letter brought no file that orders are read from; a person has to read it.",
    "not_read": "The file cannot be read as an order: {problem}",
    "too_large": "The file has {size} MB and was not taken in; it lies in {where}.",
    "attachment_too_large": "The letter has {size} MB and was not fetched; it lies in the mailbox's folder {where}.",
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
