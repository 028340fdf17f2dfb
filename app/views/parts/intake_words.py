"""The words of the intake: where a message stands, how it came, and what is odd about it."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from app.integrations.channels.reading import Oddity
from app.qt.words import mark, said, tr

STATES: Mapping[str, tuple[str, str, str]] = {
    "waiting": ("clock", "text", mark("Waiting")),
    "conflict": ("alert-triangle", "stop", mark("Conflict")),
    "accepted": ("check-circle", "good", mark("Accepted")),
    "refused": ("close", "text2", mark("Refused")),
}
"""Icon, tone and words of where a message stands."""
READY = ("check-circle", "good", mark("Ready"))
MENDS = ("edit", "warn", mark("To mend"))
CHANNELS: Mapping[str, str] = {
    "edifact": mark("EDIFACT"),
    "ubl": mark("UBL"),
    "shopify": mark("Shopify"),
    "woocommerce": mark("WooCommerce"),
    "amazon": mark("Amazon"),
    "table": mark("Table"),
    "other": mark("To be read"),
}
DIFFERENCES: Mapping[str, str] = {
    "customer": mark("Customer"),
    "address": mark("Address"),
    "reference": mark("Customer PO"),
    "ordered": mark("Ordered on"),
    "requested": mark("Requested"),
    "currency": mark("Currency"),
    "freight": mark("Freight"),
    "discount": mark("Discount"),
    "total": mark("Total"),
    "note": mark("Note"),
    "line": mark("Line"),
}
ODDITIES: Mapping[str, str] = {
    "count": mark("{what} says {said}, there are {found}: the message was changed or cut on its way."),
    "reference": mark("{what} names {said}, the message began as {found}."),
    "charset": mark("The file says that it is {said}; it was read as {found}."),
    "release": mark("The message is of release {release}, which is read like D.96A and D.01B."),
    "other_message": mark("The file holds other messages, too, which were not read: {types}."),
    "changes_order": mark("The message changes an order that came before (function {function})."),
    "copy": mark("The message says that it is a copy ({function})."),
    "function": mark("The function {function} of the message is not known."),
    "document": mark("The kind of document {document} is not known; it was read as an order."),
    "conditions": mark("The order asks for conditions: {codes}."),
    "party_twice": mark("The party {role} stands there twice; the first one counts."),
    "line_place": mark("The line is to go to another place: {role} {gln}."),
    "line_date": mark("The line is asked for another day: {day}."),
    "line_number": mark("The line number {number} stands there more than once."),
    "line_action": mark("The line is no order of goods but a change ({action})."),
    "no_qty": mark("The line has no quantity."),
    "qty": mark("The quantity {qty} cannot be ordered."),
    "qty_twice": mark("The line has two quantities."),
    "free_goods": mark("Free goods are asked for: {qty}."),
    "charge": mark("A charge was not taken over: {kind}, {amount} {unit}."),
    "prepaid": mark("The order says that {amount} was paid before."),
    "price_unit": mark("The quantity is in {unit}, the price in {priced}."),
    "currency_mix": mark("{what} is in {said}, the order in {currency}."),
    "gtin": mark("The number {number} is no GTIN: its check digit is wrong, or it has another length."),
    "gln": mark("The number {number} ({who}) is no GLN."),
    "number": mark("The number {text} ({what}) cannot be read."),
    "date": mark("The day {text} ({what}) cannot be."),
    "country": mark("The country {text} is not known."),
    "line_sum": mark("The line says {said}, its quantity and price make {found}."),
    "sum": mark("The order says {said} for its lines, they make {found}."),
    "total": mark("The order says {said} in all, its parts make {found}."),
    "formula": mark("The {what} begins like a formula: {text}."),
    "fulfilled": mark("The shop says that this was sent before ({status})."),
    "refunded": mark("The shop gave {amount} back."),
    "unreadable": mark("{problem}"),
    "duplicate": mark("The same order is here already: {of}."),
    "conflict": mark("An order of this number is here already with other content: {of}."),
    "unknown_customer": mark("No customer is known as {named}."),
    "ambiguous_customer": mark("Several customers could be meant: {customers}."),
    "new_customer": mark("{name} becomes a new customer."),
    "customer_blocked": mark("Customer {customer} is blocked."),
    "unknown_place": mark("No address is known for the place {gln} {name}."),
    "no_address": mark("The order names no address, and the customer has none."),
    "address_incomplete": mark("{problem}"),
    "address_unknown": mark("{problem}"),
    "unknown_article": mark("No article is known as {article}."),
    "ambiguous_article": mark("{article} means several articles: {articles}."),
    "unknown_number": mark("The number {number} is not known; article {article} was found by another one."),
    "article_blocked": mark("Article {article} is blocked and not sold."),
    "article_discontinued": mark("Article {article} is discontinued."),
    "unknown_unit": mark("The unit {unit} of article {article} is not known."),
    "unit_unclear": mark("How many pieces one {unit} of article {article} has is not known."),
    "quantity": mark("The quantity {qty} of article {article} cannot be ordered."),
    "price": mark("The price {price} of article {article} cannot be."),
    "no_price": mark("Article {article} has no price in the order's currency."),
    "price_differs": mark("Article {article}: the order says {theirs} {currency}, our price is {ours}."),
    "tax_differs": mark("Article {article}: the order says {theirs} % tax, ours is {ours} %."),
    "net_differs": mark("The order says {theirs} {currency} without tax, with us it comes to {ours}."),
    "total_differs": mark("The order says {theirs} {currency} in all, with us it comes to {ours}."),
    "line": mark("Article {article}: {refusal}"),
    "amount": mark("The amount {amount} cannot be ({what})."),
    "unknown_currency": mark("The currency {currency} is not known."),
    "unknown_warehouse": mark("There is no warehouse {code}."),
    "warehouse_assumed": mark("The order names no warehouse; {code} is to send it."),
    "unknown_service": mark("The way of shipping {service} is none of our carriers' services."),
    "ordered_later": mark("The order is of a later day: {day}."),
    "requested_past": mark("The day asked for has passed: {day}."),
    "no_lines": mark("The order has no lines."),
    "table_row": mark("Row {row} cannot be used ({column}): {reason}"),
    "cancelled": mark("The order was cancelled where it came from."),
    "letter": mark("This letter brought no file that orders are read from; a person has to read it."),
    "not_read": mark("The file cannot be read as an order: {problem}"),
    "too_large": mark("The file has {size} MB and was not taken in; it lies in {where}."),
    "attachment_too_large": mark(
        "The letter has {size} MB and was not fetched; it lies in the mailbox's folder {where}."
    ),
}
"""By code; the blanks are the oddity's facts."""


def state_of(state: str, stops: int) -> tuple[str, str, str]:
    """Icon, tone and English words of a message: one that waits is ready, or something must be mended first."""
    if state == "waiting":
        return MENDS if stops else READY
    return STATES[state]


def oddity_words(odd: Oddity) -> str:
    """What is odd, in the person's language; a code that has no words is told with its facts."""
    facts = {name: said(str(value)) for name, value in odd.facts.items()}
    pattern = ODDITIES.get(odd.code)
    if pattern is None or {name for _, name, _, _ in Formatter().parse(pattern) if name} - set(facts):
        told = ", ".join(f"{name} {value}" for name, value in sorted(facts.items()))
        return f"{odd.code}: {told}" if told else odd.code
    return tr(pattern, **facts)


def reason_words(reason: str) -> str:
    """Why a message was refused: as somebody wrote it, or that it came twice."""
    if reason.startswith("duplicate: "):
        return tr(ODDITIES["duplicate"], of=reason.removeprefix("duplicate: "))
    return reason
