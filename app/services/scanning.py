"""What a scan answers, and its record: every scan is kept with its verdict, right or wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import msgspec
import sqlalchemy as sa

from app.database import Transaction
from app.models import ScanEvent


class Tone(StrEnum):
    """How the bench answers: colour, icon and sound follow it."""

    GOOD = "good"
    DONE = "done"
    STOP = "stop"
    INFO = "info"


class Verdict(StrEnum):
    """What a scan turned out to be."""

    RIGHT = "right"
    COMPLETE = "complete"
    WRONG = "wrong"
    TOO_MANY = "too_many"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    WRONG_LOT = "wrong_lot"
    SERIAL_NEEDED = "serial_needed"
    SERIAL_WRONG = "serial_wrong"
    ELSEWHERE = "elsewhere"
    NOT_READY = "not_ready"
    VOID = "void"
    INFO = "info"


GOOD = frozenset({Verdict.RIGHT, Verdict.COMPLETE})
_TONES = {Verdict.RIGHT: Tone.GOOD, Verdict.COMPLETE: Tone.DONE, Verdict.INFO: Tone.INFO}


@dataclass(frozen=True, slots=True)
class ScanResult:
    """The answer to one scan.

    A wrong scan is a committed result, not an exception: `tone` is then STOP and nothing but the record
    changed.

    Attributes:
        verdict: What the scan was.
        tone: How the bench answers.
        step: What is to be done next ('scan', 'close', 'acknowledge', 'open', ...).
        message: One sentence for the person, in English.
        facts: Plain values behind the sentence, for translation.
        product_id: The product that was scanned, if any.
        sku: Its SKU.
        counted: Base units of the product that are done now, of `wanted`.
        wanted: Base units of the product in this task.
        left: Base units of everything that are still to do.
    """

    verdict: Verdict
    tone: Tone
    step: str
    message: str
    facts: dict[str, str | int] = field(default_factory=dict)
    product_id: int | None = None
    sku: str = ""
    counted: int = 0
    wanted: int = 0
    left: int = 0


_INSERT = sa.insert(ScanEvent).inline()


def answer(
    tx: Transaction,
    context: str,
    context_id: int | None,
    code: str,
    verdict: Verdict,
    message: str,
    *,
    step: str = "",
    qty: int = 0,
    product_id: int | None = None,
    did: str = "",
    kept: Mapping[str, object] | None = None,
    undoes_id: int | None = None,
    **more: Any,
) -> ScanResult:
    """Record a scan with its verdict and give the answer; wrong ones ask to be acknowledged.

    `context` and `context_id` say where it was scanned ('packing', shipment id); `qty` is what it counted for. `did` and
    `kept` make it a step that can be undone, `undoes_id` the undoing of one (`services/bench_steps.py`).
    """
    tone = _TONES.get(verdict, Tone.STOP)
    tx.execute(
        _INSERT,
        {
            "context": context,
            "context_id": context_id,
            "code": code[:500].replace("\0", "\ufffd"),
            "verdict": verdict.value,
            "message": message,
            "product_id": product_id,
            "qty": qty if verdict in GOOD else 0,
            "op_key": tx.op_key,
            "did": did,
            "facts": msgspec.json.encode(kept).decode() if kept else "",
            "undoes_id": undoes_id,
        },
    )
    tx.changed("scan_event", context_id or 0)
    return ScanResult(
        verdict=verdict,
        tone=tone,
        step=step or ("acknowledge" if tone is Tone.STOP else "scan"),
        message=message,
        product_id=product_id,
        **more,
    )
