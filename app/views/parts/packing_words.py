"""How the packing bench says what became of a scan, what is to be done about it, and what a parcel weighs."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum

from app.domain.scale import verdict
from app.qt.format import count, day, local, percent, weight
from app.qt.words import mark, tr, trn
from app.queries.bench import Item, Scanned
from app.queries.bench_queue import Problem, Waiting
from app.queries.bench_steps import SCAN
from app.services.scanning import Verdict

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

HOW = {
    "swap": (mark("Swap from stock"), mark("Another piece is claimed; you fetch it")),
    "short": (mark("Send the rest later"), mark("It follows as soon as there is some")),
    "report": (mark("Tell a supervisor"), mark("Only noted; nothing is changed")),
}
"""What may be done about wrong goods: (word, what it means)."""

PARKED = {
    "goods": mark("Waits for goods"),
    "question": mark("A question is open"),
    "box": mark("No box fits"),
    "later": mark("Goes on later"),
}
"""Why a shipment is parked."""

WEIGHT_REASONS = {
    "filling": (mark("Filling"), mark("Paper, ice, a heavier box")),
    "catalogue": (mark("Article"), mark("Its weight in the catalogue is wrong")),
    "extra": (mark("Extra"), mark("Something was added on purpose")),
    "other": (mark("Other"), mark("Looked at, and it is right")),
}
"""Why a weight is right that is not the expected one: (word, what it means)."""

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


def against(grams: int, expected_g: int, permille: int, least_g: int) -> tuple[str, str]:
    """How a weight compares with what goods and box should weigh: words and tone.

    `permille` and `least_g` are how far it may be off; of the two the larger counts.
    """
    if not expected_g:
        return tr("the articles carry no weight"), "text"
    expected = tr("expected {weight}", weight=weight(expected_g))
    if verdict(expected_g, grams, permille, least_g) == "within":
        return tr(
            "{expected}, {tolerance}", expected=expected, tolerance=tolerance(expected_g, permille, least_g)
        ), "good"
    apart = weight(abs(grams - expected_g))
    words = tr("{part} more", part=apart) if grams > expected_g else tr("{part} less", part=apart)
    return f"{expected}, {words}", "warn"


def tolerance(expected_g: int, permille: int, least_g: int) -> str:
    """How far a weight may be off, in the larger of the two measures."""
    if expected_g * permille // 1000 >= least_g:
        return f"\u00b1\u00a0{percent(Decimal(permille) / 1000)}"
    return f"\u00b1\u00a0{weight(least_g)}"


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
    if scan.undid not in ("", SCAN):
        return tr("Taken back: {what}", what=what), "info", "undo"
    if scan.code == "CMD-UNDO":
        return tr("Taken out: {what}", what=what), "info", "undo"
    if scan.code == "CMD-SWAP":
        return tr("Swapped: {what}", what=what), "warn", "refresh"
    if scan.code == "CMD-SHORT":
        return tr("Sent later: {what}", what=what), "warn", "half"
    if scan.code == "CMD-OUT":
        return tr("Taken out: {what}", what=what), "info", "undo"
    if scan.code == "CMD-MOVE":
        return tr("Moved: {what}", what=what), "info", "arrow-right"
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
