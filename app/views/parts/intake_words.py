"""The words of the intake: where a message stands, how it came, and what is odd about it."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from app.integrations.channels.reading import Oddity
from app.qt.refusals import filled
from app.qt.words import mark, said, tr
from app.services.intake_words import ODDITIES, oddity_text

STATES: Mapping[str, tuple[str, str, str]] = {
    "waiting": ("clock", "text", mark("Waiting")),
    "conflict": ("alert-triangle", "stop", mark("Conflict")),
    "accepted": ("check-circle", "good", mark("Accepted")),
    "refused": ("close", "text2", mark("Refused")),
}
"""Icon, tone and words of where a message stands."""
READY = ("check-circle", "good", mark("To accept"))
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


def state_of(state: str, stops: int) -> tuple[str, str, str]:
    """Icon, tone and English words of a message: one that waits is ready, or something must be mended first."""
    if state == "waiting":
        return MENDS if stops else READY
    return STATES[state]


def oddity_words(odd: Oddity) -> str:
    """What is odd, in the person's language; a code that has no sentence is told with its facts."""
    pattern = ODDITIES.get(odd.code, "")
    facts = {name: said(str(value)) for name, value in odd.facts.items()}
    if not pattern or {name for _, name, _, _ in Formatter().parse(pattern) if name} - set(facts):
        return oddity_text(odd)
    return " ".join(filled(pattern, facts).split())


def reason_words(reason: str) -> str:
    """Why a message was refused: as somebody wrote it, or that it came twice."""
    if reason.startswith("duplicate: "):
        return filled(ODDITIES["duplicate"], {"of": reason.removeprefix("duplicate: ")})
    if reason.startswith("replaced: "):
        return tr("Another version stands instead: {name}.", name=reason.removeprefix("replaced: "))
    return reason
