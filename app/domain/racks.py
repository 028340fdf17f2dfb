"""Many places at once: aisles A-C, bays 1-10, levels 1-3 become the codes of ninety places in walking order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.errors import BadInput

MOST = 5000
"""Places that are planned at once; more are a slip of the keyboard."""
WALK_STEP = 10
"""Between two places, so that one can be put in between later."""

_RANGE = re.compile(r"([A-Z]|[0-9]{1,4})-([A-Z]|[0-9]{1,4})", re.ASCII)
_ONE = re.compile(r"[A-Z0-9]{1,8}", re.ASCII)


@dataclass(frozen=True, slots=True)
class PlannedPlace:
    """A place that is to be made; `walk_seq` grows along the walk."""

    code: str
    aisle: str
    bay: str
    level: str
    walk_seq: int


def plan(aisles: str, bays: str, levels: str, walk_from: int = WALK_STEP) -> tuple[PlannedPlace, ...]:
    """Plan the places of racks: every level of every bay of every aisle, in this order.

    Args:
        aisles: Letters, numbers or names: 'A-C', 'A,C', '1-4', 'MEZZ'.
        bays: The same, '1-10'; numbers of a range are written with equal digits, two at least: 01 to 10.
        levels: The same, '1-3'; empty where a bay has none. Numbers are written as they are.
        walk_from: The place in the walk of the first; the others follow in steps of `WALK_STEP`.

    Raises:
        BadInput: a part cannot be read, holds the same twice, or there would be more than `MOST`; names the field.
    """
    parts = (_parts(aisles, "aisles", 1), _parts(bays, "bays", 2), _parts(levels, "levels", 1) or ("",))
    for name, found in zip(("aisles", "bays"), parts, strict=False):
        if not found:
            raise BadInput("There is nothing to number.", hint="Write A-C, or 1-10.", field=name, value="")
    count = len(parts[0]) * len(parts[1]) * len(parts[2])
    if count > MOST:
        raise BadInput(
            f"That would be {count} places; at most {MOST} are made at once.",
            hint="Add them aisle by aisle.",
            field="bays",
            value=count,
        )
    planned: list[PlannedPlace] = []
    for aisle in parts[0]:
        for bay in parts[1]:
            for level in parts[2]:
                code = "-".join(part for part in (aisle, bay, level) if part)
                planned.append(PlannedPlace(code, aisle, bay, level, walk_from + len(planned) * WALK_STEP))
    return tuple(planned)


def _parts(text: str, field: str, digits: int) -> tuple[str, ...]:
    found: list[str] = []
    for word in text.upper().replace(";", ",").split(","):
        part = "".join(word.split())
        if not part:
            continue
        found += _range(part, field, digits) if _RANGE.fullmatch(part) else [_single(part, field, digits)]
        if len(found) > MOST:
            break
    if len(set(found)) != len(found):
        raise BadInput(f"{text!r} names the same twice.", hint="Name each once.", field=field, value=text)
    return tuple(found)


def _single(part: str, field: str, digits: int) -> str:
    if not _ONE.fullmatch(part):
        raise BadInput(
            f"{part!r} is neither a name nor a range.",
            hint="Write A-C, 1-10 or A,B,D.",
            field=field,
            value=part,
        )
    return part.zfill(digits) if part.isdigit() else part


def _range(part: str, field: str, digits: int) -> list[str]:
    first, last = part.split("-")
    if first.isdigit() != last.isdigit() or (
        int(first) > int(last) if first.isdigit() and last.isdigit() else first > last
    ):
        raise BadInput(
            f"{part!r} does not go from a first to a last one.",
            hint="Write A-C or 1-10.",
            field=field,
            value=part,
        )
    if first.isdigit():
        width = max(digits, len(str(int(last)))) if digits > 1 else 1
        return [str(number).zfill(width) for number in range(int(first), int(last) + 1)]
    return [chr(letter) for letter in range(ord(first), ord(last) + 1)]
