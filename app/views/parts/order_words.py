"""How orders are called: whether they can leave, states, priorities, and the steps of their timeline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from app.qt.format import count, day, money, weight
from app.qt.words import language, mark, tr, trn
from app.queries.order_details import Event, OrderDetails
from app.queries.order_ready import Ready
from app.queries.orders import OrderRow
from app.views.parts.question_words import TITLES

LIGHTS = {
    "now": ("check-circle", "good"),
    "part": ("half", "warn"),
    "waits": ("clock", "info"),
    "held": ("hold", "stop"),
}
"""Whether an order can leave: (icon, tone)."""

STATES = {
    "quote": ("document", "text2", mark("Quote")),
    "draft": ("edit", "text2", mark("Draft")),
    "confirmed": ("circle", "text2", mark("Confirmed")),
    "fulfilment": ("half", "accent_text", mark("In fulfilment")),
    "part_shipped": ("truck", "accent_text", mark("Part shipped")),
    "held": ("hold", "stop", mark("Held")),
    "closed": ("check", "text2", mark("Closed")),
    "cancelled": ("close", "text3", mark("Cancelled")),
}
"""What an order is at: (icon, tone, English words)."""

PRIORITIES = (
    ("priority-1", "text2", mark("Low")),
    ("priority-2", "text2", mark("Normal")),
    ("priority-3", "text", mark("High")),
    ("urgent", "stop", mark("Urgent")),
)
"""From the least to the most urgent: (icon, tone, English words)."""
HIGH, URGENT = 1, 8
"""Priorities from which an order is called so; 0 is normal."""

CHANNELS = {
    "telephone": mark("Telephone"),
    "import": mark("Import"),
    "return": mark("Return"),
    "web": mark("Web shop"),
    "edi": mark("EDI"),
    "edifact": mark("EDIFACT"),
    "other": mark("Letter"),
    "ubl": mark("UBL"),
    "shopify": mark("Shopify"),
    "woocommerce": mark("WooCommerce"),
    "amazon": mark("Amazon"),
    "mail": mark("E-mail"),
    "email": mark("E-mail"),
}


KINDS = {
    "sale": mark("Sale"),
    "sample": mark("Sample"),
    "replenishment": mark("Replenishment"),
    "consignment": mark("Consignment"),
    "exchange": mark("Exchange"),
}


def kind_words(kind: str) -> str:
    """What kind of order it is."""
    return tr(KINDS[kind]) if kind in KINDS else kind


def light_words(ready: Ready) -> str:
    """Whether an order can leave, in a word or two."""
    if ready.light == "waits":
        return day(ready.until) or tr("Waits")
    if ready.light == "part":
        return tr("Part {done}/{of}", done=ready.done, of=ready.of)
    return {"now": tr("Now"), "held": tr("Held")}.get(ready.light, "")


def light_told(ready: Ready) -> str:
    """The same in a sentence: how much can leave, for whom it waits and until when, why it is held."""
    if ready.light == "held":
        reason = ready.reason[1] if language() == "fr" else ready.reason[0]
        if ready.until is not None:
            return tr("Held until {day}: {reason}", day=day(ready.until), reason=reason)
        return tr("Held: {reason}", reason=reason) if reason else tr("Held")
    waits = _waits(ready)
    if ready.light == "waits":
        return waits
    if ready.light == "part":
        part = tr("{done} of {of} lines can ship", done=ready.done, of=ready.of)
        return f"{part}. {waits}"
    return tr("Can ship now") if ready.light == "now" else ""


def light_sentence(ready: Ready) -> str:
    """The same for a pill, which has room for a few words."""
    if ready.light == "waits":
        return tr("Waits until {day}", day=day(ready.until)) if ready.until else tr("Waits for stock")
    if ready.light == "part":
        return tr("{done} of {of} lines can ship", done=ready.done, of=ready.of)
    return {"now": tr("Can ship now"), "held": tr("Held")}.get(ready.light, "")


def _waits(ready: Ready) -> str:
    if not ready.waits_for:
        return tr("Waits for stock")
    if not ready.ordered:
        return tr("Waits for {sku}, which is on order nowhere", sku=ready.waits_for)
    return tr("Waits for {supplier} until {day}", supplier=ready.waits_for, day=day(ready.until))


def state_of(state: str, ready: Ready) -> str:
    """The key in `STATES` of what an order is at."""
    if ready.light == "held":
        return "held"
    return ready.step or state


def priority_of(priority: int) -> tuple[str, str, str]:
    """Icon, tone and English words of a priority."""
    return PRIORITIES[(priority >= 0) + (priority >= HIGH) + (priority >= URGENT)]


def channel_words(channel: str) -> str:
    """How an order came; a channel of the house's own as it is called."""
    return tr(CHANNELS[channel]) if channel in CHANNELS else channel


def is_late(row: OrderRow, today: date) -> bool:
    """Whether a promise is broken."""
    return row.promised_on is not None and row.promised_on < today and row.state in ("draft", "confirmed")


def reason_words(order: OrderDetails, code: object) -> str:
    """A reason in the person's language; its code where it is not in the list."""
    english, french = order.reasons.get(str(code), (str(code), str(code)))
    return french if language() == "fr" else english


Words = Callable[[Mapping[str, Any], OrderDetails], str]


def _plain(text: str) -> Words:
    """A sentence with the facts of the event."""
    return lambda facts, order: tr(text, **facts) if "{" in text else tr(text)


def _decided(text: str) -> Words:
    """A sentence with the questions that were decided, and the note if there is one."""

    def say(facts: Mapping[str, Any], order: OrderDetails) -> str:
        names = ", ".join(tr(TITLES.get(code, code)) for code in facts.get("questions", ()))
        words = tr(text, questions=names)
        return tr("{what}: {more}", what=words, more=facts["note"]) if facts.get("note") else words

    return say


def _paid(text: str) -> Words:
    """A sentence with an amount of the order's currency."""
    return lambda facts, order: tr(text, amount=money(int(facts.get("amount", 0)), order.currency))


def _carrier(text: str) -> Words:
    """A sentence with a shipment's carrier; none is own delivery."""
    return lambda facts, order: tr(text, **{**facts, "carrier": facts.get("carrier") or tr("own delivery")})


def _pieces(text: str) -> Words:
    """A sentence with a number of pieces among its facts."""

    def say(facts: Mapping[str, Any], order: OrderDetails) -> str:
        others = {name: value for name, value in facts.items() if name != "pieces"}
        return trn(text, int(facts.get("pieces", 0)), **others)

    return say


def _goods(text: str) -> Words:
    """A sentence with a quantity of an article among its facts."""

    def say(facts: Mapping[str, Any], order: OrderDetails) -> str:
        named = {"sku": facts.get("sku", ""), "shipment": facts.get("shipment", "")}
        return tr(text, qty=count(int(facts.get("qty", 0))), **named)

    return say


def _confirmed(facts: Mapping[str, Any], order: OrderDetails) -> str:
    if "shipment" not in facts:  # an import plans shipments for all its orders at once
        return tr("Confirmed")
    return tr("Confirmed, shipment {shipment}", shipment=facts["shipment"])


def _received(facts: Mapping[str, Any], order: OrderDetails) -> str:
    channel = channel_words(str(facts.get("channel", "")))
    return tr(
        "Came in as a message, {channel} {external}", channel=channel, external=facts.get("external", "")
    )


def _held(facts: Mapping[str, Any], order: OrderDetails) -> str:
    reason = reason_words(order, facts.get("reason"))
    until = facts.get("until")
    if until:
        return tr("Held until {day}: {reason}", day=day(date.fromisoformat(str(until))), reason=reason)
    return tr("Held: {reason}", reason=reason)


def _head_changed(facts: Mapping[str, Any]) -> str:
    field, was, now = facts["field"], facts.get("was"), facts.get("now")
    if field == "carrier":
        return tr("Another carrier chosen")
    if field == "priority":
        before, after = (tr(priority_of(int(one or 0))[2]) for one in (was, now))
        return tr("Priority {now}, was {was}", now=after, was=before)
    before, after = (day(date.fromisoformat(str(one))) if one else tr("none") for one in (was, now))
    if field == "promised":
        return tr("Promised for {now}, was {was}", now=after, was=before)
    return tr("Wanted on {now}, was {was}", now=after, was=before)


EVENTS: dict[str, tuple[str, Words]] = {
    "entered": (
        "edit",
        lambda facts, order: tr(
            "Entered, {total}", total=money(int(facts.get("total", order.total)), order.currency)
        ),
    ),
    "revised": (
        "edit",
        lambda facts, order: tr(
            "Changed, {total}", total=money(int(facts.get("total", order.total)), order.currency)
        ),
    ),
    "question_approved": ("check-circle", _decided(mark("Approved: {questions}"))),
    "question_overridden": ("check-circle", _decided(mark("Overridden: {questions}"))),
    "question_reopened": ("undo", _decided(mark("Asked again: {questions}"))),
    "noted": ("edit", _plain(mark("Note: {note}"))),
    "payment_recorded": ("money", _paid(mark("Payment of {amount} noted"))),
    "payment_verified": ("money", _paid(mark("Payment of {amount} seen"))),
    "payment_doubted": ("undo", _paid(mark("Payment of {amount} not seen after all"))),
    "accepted": ("check", _plain(mark("Quote accepted"))),
    "received": ("import", _received),
    "imported": ("import", _plain(mark("Imported from a file"))),
    "confirmed": ("check-circle", _confirmed),
    "reserved": ("reserve", _pieces(mark("%n pieces reserved, {shipment}"))),
    "unreserved": ("undo", _plain(mark("Reservation taken back, {shipment}"))),
    "split": ("split", _plain(mark("{shipment} split, the rest is {new}"))),
    "joined": ("link", _plain(mark("{shipment} joined into {into}"))),
    "amended": ("edit", _plain(mark("Made a draft again"))),
    "held": ("hold", _held),
    "let_go": ("play", _plain(mark("Hold released"))),
    "head_changed": ("edit", lambda facts, order: _head_changed(facts)),
    "tagged": ("flag", _plain(mark("Tag {tag} added"))),
    "untagged": ("flag", _plain(mark("Tag {tag} taken off"))),
    "cancelled": (
        "close",
        lambda facts, order: tr("Cancelled: {reason}", reason=reason_words(order, facts.get("reason"))),
    ),
    "revived": ("undo", _plain(mark("Cancellation undone"))),
    "line_cancelled": ("minus", _pieces(mark("%n pieces of line {line} cancelled"))),
    "line_restored": ("undo", _pieces(mark("%n pieces of line {line} restored"))),
    "line_added": ("plus", _pieces(mark("Line {line} added, %n pieces"))),
    "asked_back": ("undo", _pieces(mark("%n pieces of line {line} asked back, {shipment}"))),
    "put_back_withdrawn": ("check", _pieces(mark("%n pieces of line {line} wanted after all"))),
    "put_back": ("check-circle", _pieces(mark("%n pieces put back, {shipment}"))),
    "delivery_changed": ("truck", _plain(mark("Address, carrier or promise changed"))),
    "released": ("release", _plain(mark("On pick list {pick_list}, {shipment}"))),
    "recalled": ("undo", _plain(mark("Taken off the pick list, {shipment}"))),
    "picked": ("pick-lists", _plain(mark("Picked, {shipment}"))),
    "unpicked": ("undo", _plain(mark("Pick undone, {shipment}"))),
    "short": ("alert-triangle", _plain(mark("Goods were missing in picking, {shipment}"))),
    "shorted": (
        "alert-triangle",
        lambda facts, order: tr(
            "{qty} of {sku} promised no more",
            qty=count(int(facts.get("qty", 0))),
            sku=facts.get("sku", ""),
        ),
    ),
    "resumed": ("play", _plain(mark("Picking goes on, {shipment}"))),
    "packing": ("packing", _plain(mark("Packing begun, {shipment}"))),
    "packing_joined": ("packing", _plain(mark("A second packer joined, {shipment}"))),
    "packing_left": ("packing", _plain(mark("Packing left, {shipment}"))),
    "packing_reopened": ("undo", _plain(mark("Packing opened again, {shipment}"))),
    "parcel_reopened": ("undo", _plain(mark("Parcel opened again, {shipment}"))),
    "packing_problem": (
        "alert-triangle",
        _goods(mark("{qty} {sku} missing or damaged at the bench, {shipment}")),
    ),
    "packing_parked": ("hold", _plain(mark("Parked at the bench, {shipment}"))),
    "packing_unparked": ("play", _plain(mark("Taken up again at the bench, {shipment}"))),
    "bench_swapped": ("refresh", _goods(mark("{qty} {sku} swapped at the bench, {shipment}"))),
    "bench_swap_undone": ("undo", _goods(mark("Swap of {qty} {sku} taken back, {shipment}"))),
    "bench_short": ("half", _goods(mark("{qty} {sku} do not go with {shipment}"))),
    "bench_short_undone": ("undo", _goods(mark("{qty} {sku} go with {shipment} after all"))),
    "weight_accepted": (
        "scale",
        lambda facts, order: tr(
            "Weight {weight} accepted, expected {expected}, {shipment}",
            weight=weight(int(facts.get("weight_g", 0))),
            expected=weight(int(facts.get("expected_g", 0))),
            shipment=facts.get("shipment", ""),
        ),
    ),
    "packing_problem_withdrawn": ("undo", _plain(mark("Trouble at the bench settled, {shipment}"))),
    "packed": ("packing", _plain(mark("Packed, {shipment}"))),
    "carrier_chosen": ("rules", _carrier(mark("{shipment} goes with {carrier}, by rule {rule}"))),
    "carrier_changed": ("carriers", _carrier(mark("{shipment} goes with {carrier}"))),
    "label_refused": ("alert-triangle", _plain(mark("The carrier refused a label, {shipment}"))),
    "labelled": ("label", _plain(mark("Parcel labelled"))),
    "shipped": ("truck", _plain(mark("Shipped, {shipment}"))),
    "unshipped": ("undo", _plain(mark("Shipping undone, {shipment}"))),
    "delivered": ("check-circle", _plain(mark("Delivered, {shipment}"))),
    "undelivered": ("undo", _plain(mark("Delivery undone, {shipment}"))),
    "parcel_lost": ("alert-triangle", _plain(mark("A parcel was lost, {shipment}"))),
    "parcel_returned": ("returns", _plain(mark("A parcel comes back, {shipment}"))),
    "parcel_found": ("check", _plain(mark("A lost parcel was found, {shipment}"))),
    "attached": ("document", _plain(mark("{title} put into the folder"))),
    "detached": ("undo", _plain(mark("{title} taken out of the folder"))),
    "document_opened": ("eye", _plain(mark("{title} opened"))),
    "letter_written": ("mail", _plain(mark("Letter to {target} written"))),
    "letter_sent": ("mail", _plain(mark("Letter to {target} sent"))),
    "check_opened": ("alert-circle", _plain(mark("Questioned: {code}"))),
    "check_decided": ("check", _plain(mark("Question settled: {code}"))),
    "disputed": ("alert-circle", _plain(mark("The customer disputes it"))),
    "dispute_settled": ("check", _plain(mark("Dispute settled"))),
    "dispute_dropped": ("close", _plain(mark("Dispute dropped"))),
    "dispute_reopened": ("undo", _plain(mark("Dispute opened again"))),
    "closed": ("check", _plain(mark("Closed"))),
    "reopened": ("undo", _plain(mark("Opened again"))),
    "return_requested": ("returns", _plain(mark("Return {number} requested"))),
    "return_received": ("returns", _plain(mark("Return {number} received"))),
    "return_unreceived": ("undo", _plain(mark("Receipt of return {number} undone"))),
    "return_judged": ("returns", _plain(mark("Goods of return {number} judged"))),
    "return_inspected": ("returns", _plain(mark("Return {number} inspected"))),
    "return_judged_again": ("undo", _plain(mark("Return {number} to be inspected again"))),
    "credited": (
        "money",
        lambda facts, order: tr(
            "Credited, {number}: {total}",
            number=facts.get("number", ""),
            total=money(int(facts.get("total", 0)), order.currency),
        ),
    ),
}
"""Steps of the timeline: (icon, what says it)."""


def event_words(event: Event, order: OrderDetails) -> tuple[str, str]:
    """Icon and words of a step; a verb that this program does not know is shown as it is."""
    icon, words = EVENTS.get(event.verb, ("info", None))
    if words is None:
        return icon, event.verb.replace("_", " ")
    try:
        return icon, words(event.facts, order)
    except (KeyError, ValueError):  # an older program wrote other facts
        return icon, event.verb.replace("_", " ")
