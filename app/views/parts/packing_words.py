"""How the packing bench says what became of a scan, what is to be done about it, and what a parcel weighs."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum

from app.qt.format import count, day, local, percent, weight
from app.qt.words import mark, tr, trn
from app.queries.bench import Item, Scanned
from app.queries.bench_queue import Problem, Waiting
from app.services.scanning import Verdict

TOLERANCE = Decimal("0.02")
"""So far a weight may lie from what the articles weigh before the bench points at it: the box weighs, too."""
PAPERS = frozenset({"order", "shipment", "pick_list", "pick_task", "parcel"})
"""What stands for a shipment as a whole."""


class Mode(StrEnum):
    """What the bench is doing; a STOP lies over each of them."""

    WAITING = "waiting"
    PACKING = "packing"
    CLOSING = "closing"
    DONE = "done"


STOPS = {
    Verdict.WRONG: (mark("Stop: wrong item"), mark("Put it aside, then press Space")),
    Verdict.TOO_MANY: (mark("Stop: too many"), mark("Take it off the bench, then press Space")),
    Verdict.FOREIGN: (mark("Stop: not for this bench"), mark("Put it aside, then press Space")),
    Verdict.UNKNOWN: (mark("Stop: unknown code"), mark("Look for another code, then press Space")),
    Verdict.EXPIRED: (mark("Stop: expired"), mark("Set it apart, then press Space")),
    Verdict.WRONG_LOT: (mark("Stop: wrong lot"), mark("Put it aside, then press Space")),
    Verdict.SERIAL_NEEDED: (
        mark("Stop: serial number missing"),
        mark("Press Space, then scan its serial number"),
    ),
    Verdict.SERIAL_WRONG: (mark("Stop: wrong serial number"), mark("Put it aside, then press Space")),
}
"""What a STOP says: the verdict, and what to do."""
MISTAKEN = (mark("Stop: not done"), mark("Press Space, then try once more"))

PROBLEMS = {
    "missing": (mark("Missing"), mark("Not there, or fewer than on the list")),
    "damaged": (mark("Damaged"), mark("There, but not to be sent")),
}
"""What may be wrong with picked goods: (word, what it means)."""

_SCANS = {
    "right": ("good", "check-circle"),
    "complete": ("good", "check-circle"),
    "info": ("info", "info"),
}
_WEIGHT = re.compile(r"(\d{1,7})(?:[.,](\d{1,3}))?(kg|g)?", re.ASCII)


def parse_weight(text: str) -> int | None:
    """Grams of what was typed: 7.84 and 7,84 are kilograms, 784 is grams, a unit decides; None where it is no weight."""
    found = _WEIGHT.fullmatch("".join(text.lower().split()))
    if found is None:
        return None
    whole, part, unit = found.groups()
    if unit == "kg" or (unit is None and part is not None):
        return int(whole) * 1000 + int((part or "").ljust(3, "0"))
    return int(whole) if part is None else None


def against(grams: int, expected_g: int) -> tuple[str, str]:
    """How a weight compares with what the articles weigh: words and tone."""
    if not expected_g:
        return tr("the articles carry no weight"), "text"
    apart = Decimal(grams - expected_g) / expected_g
    expected = tr("expected {weight}", weight=weight(expected_g))
    if abs(apart) <= TOLERANCE:
        return tr("{expected}, within {part}", expected=expected, part=percent(TOLERANCE)), "good"
    part = percent(abs(apart).quantize(Decimal("0.01")))
    words = tr("{part} more", part=part) if apart > 0 else tr("{part} less", part=part)
    return f"{expected}, {words}", "warn"


def clock(value: datetime | None) -> str:
    """The time of day with its seconds."""
    return local(value).strftime("%H:%M:%S") if value is not None else ""


def now_here() -> str:
    """The time of day now, by this desk's clock."""
    return clock(datetime.now(UTC))


def lots(item: Item) -> str:
    """The lots that were picked of an article, with their dates; how many where there are several."""
    if len(item.lots) > 1:
        return trn("%n lots", len(item.lots))
    parts = []
    for code, expires in item.lots:
        parts += [tr("lot {lot}", lot=code)] if code else []
        parts += [tr("best before {day}", day=day(expires))] if expires is not None else []
    return ", ".join(parts)


def log_line(scan: Scanned) -> tuple[str, str, str]:
    """A recorded scan: words, tone, icon."""
    tone, icon = _SCANS.get(scan.verdict, ("stop", "stop"))
    what = scan.name or scan.code[:40]
    if scan.code == "CMD-UNDO":
        return tr("Taken out: {what}", what=what), "info", "undo"
    if scan.code == "CMD-PROBLEM":
        return tr("Reported: {what}", what=what), "warn", "alert-triangle"
    return (f"{what}, {count(scan.qty)}" if scan.qty > 1 else what), tone, icon


def problem_words(problem: Problem) -> str:
    """A reported problem in a few words."""
    words = tr(PROBLEMS[problem.problem][0]) if problem.problem in PROBLEMS else problem.problem
    return f"{words}: {count(problem.qty)} {problem.sku}"


def due(row: Waiting) -> str:
    """When a waiting shipment is promised, and until when its carrier takes it."""
    parts = [day(row.promised_on)] if row.promised_on is not None else []
    parts += [tr("before {time}", time=row.cut_off)] if row.cut_off else []
    return ", ".join(parts)
