"""How the floor calls things: kinds of moves, states of shipments, lists, lines and returns, grades and decisions."""

from __future__ import annotations

from app.qt.words import mark, tr

MOVES = {
    "receive": ("goods-in", mark("Received")),
    "move": ("arrow-right", mark("Moved")),
    "adjust": ("edit", mark("Adjusted")),
    "relabel": ("label", mark("Lot changed")),
    "pick": ("pick-lists", mark("Picked")),
    "ship": ("truck", mark("Shipped")),
    "return": ("returns", mark("Came back")),
    "reserve": ("reserve", mark("Promised")),
    "release": ("minus", mark("Promise taken back")),
    "allocate": ("link", mark("Claimed")),
    "deallocate": ("close", mark("Claim let go")),
}
"""Kinds of the ledger: (icon, English words)."""

SHIPMENTS = {
    "planned": ("circle", "text2", mark("Planned")),
    "reserved": ("check-circle", "good", mark("Reserved")),
    "released": ("release", "info", mark("Released")),
    "picking": ("half", "info", mark("Being picked")),
    "picked": ("half", "info", mark("Picked")),
    "packing": ("half", "info", mark("Being packed")),
    "packed": ("packing", "info", mark("Packed")),
    "shipped": ("truck", "good", mark("Shipped")),
    "delivered": ("check-circle", "good", mark("Delivered")),
    "cancelled": ("close", "text3", mark("Cancelled")),
}
"""States of shipments: (icon, tone, English words)."""

LISTS = {
    "open": ("circle", "text2", mark("Still open")),
    "done": ("check-circle", "good", mark("Done")),
    "cancelled": ("close", "text3", mark("Cancelled")),
}
TASKS = {
    "open": ("circle", "text2", mark("To pick")),
    "done": ("check-circle", "good", mark("Picked")),
    "short": ("alert-triangle", "warn", mark("Short")),
}
RETURNS = {
    "requested": ("mail", "warn", mark("Requested")),
    "authorised": ("clock", "text2", mark("Awaited")),
    "received": ("half", "info", mark("To inspect")),
    "inspected": ("check-circle", "info", mark("Inspected")),
    "settled": ("check-circle", "good", mark("Settled")),
    "refused": ("stop", "text3", mark("Refused")),
    "cancelled": ("close", "text3", mark("Cancelled")),
}
LOTS = {
    "ok": mark("for sale"),
    "blocked": mark("blocked"),
    "expired": mark("expired"),
    "second": mark("second choice"),
    "quarantine": mark("quarantine"),
}
GRADES = {
    "A": (mark("As new"), mark("sealed, untouched")),
    "B": (mark("Opened"), mark("complete and sound")),
    "C": (mark("Worn"), mark("to be put right")),
    "D": (mark("Damaged"), mark("beyond repair")),
}
"""Grades of returned goods: what they are called, and what that means."""

DISPOSITIONS = {
    "restock": ("shelf", "good", mark("Restock")),
    "quarantine": ("hold", "warn", mark("Quarantine")),
    "scrap": ("trash", "stop", mark("Scrap")),
}


def of(table: dict[str, tuple[str, str, str]], state: str) -> str:
    """A state in the person's language."""
    return tr(table[state][2]) if state in table else state


def sign(table: dict[str, tuple[str, str, str]], state: str) -> tuple[str, str] | None:
    """Icon and tone of a state."""
    return table[state][:2] if state in table else None


def reason(code: str, english: str, french: str, language: str) -> str:
    """A reason in the person's language; its code where it is none of the list."""
    return (french if language == "fr" else english) or code
