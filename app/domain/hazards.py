"""Dangerous goods by road: what may stand in a product's fields, and the words and marks that follow from them.

Rules of ADR (Agreement concerning the International Carriage of Dangerous Goods by Road), by chapter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from app.errors import BadInput

CLASSES = (
    *("1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3", "3", "4.1", "4.2", "4.3"),
    *("5.1", "5.2", "6.1", "6.2", "7", "8", "9"),
)
"""Numbers of the labels' models (5.2.2.2.2); for gases these, not the class 2, stand on the transport document."""
GROUPS = ("I", "II", "III")
TUNNEL_CODES = (
    *("B", "B1000C", "B/D", "B/E", "C", "C5000D", "C/D", "C/E", "D", "D/E", "E"),
    "-",
)
"""Tunnel restriction codes (8.6.4); '-' where there is no restriction."""
_GROUPLESS = frozenset({"1", "2", "5.2", "6.2", "7"})
"""Classes without packing groups (2.1.1.3)."""
_BATTERIES = frozenset(("3090", "3091", "3480", "3481", "3551", "3552", "3556", "3557", "3558"))
"""Batteries of lithium and sodium ions, and vehicles with them: of class 9, with a label of their own, no. 9A (3.2, table A)."""
_NEVER_LIMITED = ("6.2", "7")
LIMITED_HEAVIEST_G = 30_000
"""Gross weight of a package with goods in limited quantities (3.4.2)."""
MARK_SIDE_MM, SMALL_MARK_SIDE_MM = 100.0, 68.0
"""Sides of the mark: at least 100; where the package's size requires it less, but never below 50 (3.4.7)."""
_DIAGONAL_MM = 142
_CLASS = re.compile(r"(?P<main>[1-9](\.[1-6])?)(?P<group>[A-HJKLNS])?(?: ?\((?P<more>[0-9., ]+)\))?")


class BadHazard(BadInput):
    """A field about dangerous goods that no regulation knows, or two that do not go together."""

    code = "hazard.field"


@dataclass(frozen=True, slots=True)
class Hazard:
    """What a product is as dangerous goods; all empty where it is none.

    Attributes:
        un_number: 'UN1950'.
        name: The proper shipping name in capitals, 'AEROSOLS' (3.1.2).
        hazard_class: The label's model, with subsidiary ones in brackets: '2.1', '6.1 (3)'.
        packing_group: 'I', 'II', 'III', or empty.
        tunnel: Tunnel restriction code, 'D', without brackets.
        limited: It is packed in limited quantities (3.4).
    """

    un_number: str = ""
    name: str = ""
    hazard_class: str = ""
    packing_group: str = ""
    tunnel: str = ""
    limited: bool = False

    def __bool__(self) -> bool:
        return bool(self.un_number)


@cache
def checked(hazard: Hazard) -> Hazard:
    """The fields as they are kept: 'un 1950' becomes 'UN1950'.

    Raises:
        BadHazard: a field cannot be; names it.
    """
    number = hazard.un_number.upper().replace(" ", "").removeprefix("UN")
    found = Hazard(
        f"UN{number}" if number else "",
        " ".join(hazard.name.upper().split()),
        re.sub(r" *\(", " (", " ".join(hazard.hazard_class.upper().split())),
        hazard.packing_group.upper().strip(),
        hazard.tunnel.upper().strip().strip("()"),
        hazard.limited,
    )
    if not number:
        _nothing_else(found)
        return found
    if not re.fullmatch(r"[0-9]{4}", number, re.ASCII):
        raise BadHazard(
            f"{hazard.un_number!r} is no UN number.",
            hint="Write UN and four digits, as UN1950.",
            field="un_number",
        )
    main, more = _classes(found.hazard_class)
    if main is None or any(one not in CLASSES for one in more):
        raise BadHazard(
            f"{hazard.hazard_class!r} is no class of dangerous goods.",
            hint="Write the label's number, as 3 or 2.1; subsidiary ones in brackets, as 6.1 (3).",
            field="hazard_class",
        )
    if found.packing_group and found.packing_group not in GROUPS:
        raise BadHazard(
            f"{hazard.packing_group!r} is no packing group.",
            hint="There are I, II and III.",
            field="packing_group",
        )
    if found.packing_group and {main, main[0]} & _GROUPLESS:
        raise BadHazard(
            f"Class {main} has no packing groups.",
            hint="Leave the packing group empty.",
            field="packing_group",
        )
    if found.tunnel and found.tunnel not in TUNNEL_CODES:
        raise BadHazard(
            f"{hazard.tunnel!r} is no tunnel restriction code.",
            hint=f"There are {', '.join(TUNNEL_CODES)}.",
            field="tunnel_code",
        )
    if found.limited and (main in _NEVER_LIMITED or (main.startswith("1") and found.hazard_class != "1.4S")):
        raise BadHazard(
            f"Goods of class {main} do not travel in limited quantities.",
            hint="Take the tick away.",
            field="limited_quantity",
        )
    return found


def _nothing_else(found: Hazard) -> None:
    for field, value in (
        ("hazard_class", found.hazard_class),
        ("packing_group", found.packing_group),
        ("shipping_name", found.name),
        ("tunnel_code", found.tunnel),
        ("limited_quantity", found.limited),
    ):
        if value:
            raise BadHazard(
                "Dangerous goods have a UN number.",
                hint="Write it, or leave the other fields about dangerous goods empty.",
                field="un_number",
                because=field,
            )


def _classes(text: str) -> tuple[str | None, tuple[str, ...]]:
    """The main class without its compatibility group, and the subsidiary ones."""
    match = _CLASS.fullmatch(text)
    if match is None or match["main"] not in CLASSES:
        return None, ()
    if match["group"] and not match["main"].startswith("1."):
        return None, ()
    more = tuple(part.strip() for part in (match["more"] or "").split(",")) if match["more"] else ()
    return match["main"], more


def lacking(hazard: Hazard) -> tuple[str, ...]:
    """What the transport document needs of goods that are not in limited quantities, and nobody wrote down (5.4.1.1.1)."""
    needed = (("shipping_name", hazard.name), ("tunnel_code", hazard.tunnel))
    return tuple(field for field, value in needed if not value)


def transport_line(hazard: Hazard) -> str:
    """The description on the transport document: 'UN 1950 AEROSOLS, 2.1, (D)' (5.4.1.1.1 (a) to (d) and (k))."""
    parts = [f"UN {hazard.un_number[2:]} {hazard.name}".strip(), hazard.hazard_class]
    if hazard.packing_group:
        parts.append(hazard.packing_group)
    if hazard.tunnel:
        parts.append(f"({hazard.tunnel})")
    return ", ".join(parts)


def label_models(un_number: str, hazard_class: str) -> tuple[str, ...]:
    """The models of the labels that goods bear, that of the main danger first (5.2.2.1).

    Class 6.1 (3) gives both; class 9 of UN 3480 gives 9A.

    Args:
        un_number: Four digits, with or without UN before them.
        hazard_class: As it is kept; one that no regulation knows stands for itself.
    """
    main, more = _classes(hazard_class)
    if main is None:
        return (hazard_class,)
    if main == "9" and un_number.removeprefix("UN") in _BATTERIES:
        main = "9A"
    return tuple(dict.fromkeys((main, *more)))


def mark_side(length_mm: int, width_mm: int, height_mm: int) -> float:
    """The side of the limited-quantities mark on a package, in millimetres; full size where the package is not measured.

    The mark stands on its corner: a face takes it whole where both of its edges are as long as its diagonal (3.4.7.1, 3.4.7.2).
    """
    sizes = sorted((length_mm, width_mm, height_mm), reverse=True)
    fits = sizes[1] >= _DIAGONAL_MM
    return MARK_SIDE_MM if fits or not all(sizes) else SMALL_MARK_SIDE_MM
