"""How parcels under way, what carriers say of them, and messages are called on screens."""

from __future__ import annotations

from app.qt.words import mark, tr
from app.queries.under_way import UnderWay

SAID = {
    "accepted": ("parcel", "text2", mark("Taken in charge")),
    "in_transit": ("truck", "text2", mark("In transit")),
    "out_for_delivery": ("truck", "info", mark("Out for delivery")),
    "delivered": ("check-circle", "good", mark("Delivered")),
    "exception": ("alert-circle", "warn", mark("Incident")),
    "returned": ("returns", "warn", mark("Coming back")),
    "lost": ("alert-triangle", "stop", mark("Lost")),
}
"""What a carrier says: (icon, tone, English words)."""
STANDS = {
    "unknown": ("help", "warn", mark("Unknown number")),
    "lost": ("alert-triangle", "stop", mark("Lost")),
    "exception": ("alert-circle", "warn", mark("Incident")),
    "returned": ("returns", "warn", mark("Coming back")),
    "said_lost": ("alert-triangle", "warn", mark("Says: lost")),
    "said_delivered": ("check-circle", "info", mark("Says: delivered")),
    "late": ("clock", "stop", mark("Late")),
    "under_way": ("truck", "text2", mark("On its way")),
}
"""How a parcel stands: (icon, tone, English words)."""


def stands(row: UnderWay) -> str:
    """How a parcel stands, the gravest first; a key of `STANDS`."""
    if row.state in ("unknown", "lost"):
        return row.state
    if row.said in ("exception", "returned"):
        return row.said
    if row.said in ("lost", "delivered"):
        return f"said_{row.said}"
    return "late" if row.late_days else "under_way"


def said_words(row: UnderWay) -> str:
    """The carrier's newest word: ours, and its own where it says more."""
    if not row.said:
        return ""
    return with_more(tr(SAID[row.said][2]), row.words)


def with_more(ours: str, theirs: str) -> str:
    """Our word for an event and the carrier's own, where that says more."""
    if not theirs or theirs.casefold() == ours.casefold():
        return ours
    return tr("{what}: {more}", what=ours, more=theirs)
