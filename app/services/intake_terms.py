"""The terms of the intake: a message as it lies there, and why one is not taken."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.errors import BadInput, Conflict, Refused
from app.integrations.channels.reading import Oddity, OrderReading
from app.services.intake_words import oddity_text


class TooLarge(BadInput):
    """A file of orders that nobody's program writes."""

    code = "intake.too_large"

    def __init__(self, name: str, has: str, most: str) -> None:
        super().__init__(
            f"{name} has {has}; a file of orders has {most} at most.",
            hint="Split it.",
            name=name,
            has=has,
            most=most,
        )


class NotOpen(Conflict):
    """A message that was decided already."""

    code = "intake.decided"


class OrderThere(Conflict):
    """The same order was entered before, under this number of its source."""

    code = "intake.order_there"

    def __init__(self, number: str, order: str) -> None:
        super().__init__(
            f"Order {number} was entered before as {order}.",
            hint="Change that order, or give this one another number.",
            number=number,
            order=order,
        )


class NotUnderstood(Refused):
    """Something in a message must be mended before it can be an order."""

    code = "intake.not_understood"

    def __init__(self, number: str, stops: Sequence[Oddity]) -> None:
        super().__init__(
            f"Order {number} cannot be entered yet: {oddity_text(stops[0])}",
            hint="Mend it, then accept it.",
            number=number,
            codes=[odd.code for odd in stops],
        )


@dataclass(frozen=True, slots=True)
class FiledMessage:
    """A message as it lies there now.

    Attributes:
        state: 'waiting', 'conflict', 'accepted' or 'refused'.
        part: Which order of its file, from 0.
        known: The same bytes had come before; nothing was filed anew.
        duplicate_of: What was there already with the same content: our number of the order, or the name of the message.
        order_id, order: The order that it became.
        ready: Nothing stops it; it can be accepted.
    """

    message_id: int
    state: str
    part: int
    number: str
    version: int
    ready: bool = False
    known: bool = False
    duplicate_of: str = ""
    customer_id: int | None = None
    order_id: int | None = None
    order: str = ""
    oddities: tuple[Oddity, ...] = ()


def content_hash(reading: OrderReading) -> str:
    """SHA-256 of what an order says, without what only the envelope says or we found: tells a repeat from a change."""
    return hashlib.sha256(replace(reading, facts={}, oddities=()).as_json().encode()).hexdigest()


def oddities_of(warnings: str) -> tuple[Oddity, ...]:
    """The oddities that stand in a message's `warnings`."""
    return tuple(Oddity(**odd) for odd in json.loads(warnings)) if warnings else ()
