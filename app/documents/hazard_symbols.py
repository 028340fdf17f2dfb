"""The symbols on labels of dangerous goods, drawn from their description (ADR 5.2.2.2.2); each is a path of a page.

All are in millimetres on a label of 100 mm a side, from its middle to the right and downwards, and lie in its upper half, the
batteries in the lower one. What lies within two parts of a path is left out of it: so an eye is a hole in a skull.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]
_ARC = 0.5523
"""How far the handles of a quarter of a circle stand out, to its radius."""


def polygon(points: Sequence[Point]) -> str:
    """A closed figure through points."""
    return " ".join(f"{x:.2f} {y:.2f} {'l' if nth else 'm'}" for nth, (x, y) in enumerate(points)) + " h"


def rectangle(x: float, y: float, wide: float, high: float) -> str:
    """A rectangle with its upper left corner at (x, y)."""
    return polygon([(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)])


def circle(x: float, y: float, radius: float, high: float = 0) -> str:
    """A circle with its middle at (x, y); an ellipse where `high`, half of its height, is another."""
    return _curve(
        (x - radius, y),
        [
            ((-1, -_ARC), (-_ARC, -1), (0, -1)),
            ((_ARC, -1), (1, -_ARC), (1, 0)),
            ((1, _ARC), (_ARC, 1), (0, 1)),
            ((-_ARC, 1), (-1, _ARC), (-1, 0)),
        ],
        (x, y),
        (radius, high or radius),
    )


def _curve(
    start: Point,
    parts: Sequence[tuple[Point, Point, Point]],
    origin: Point = (0, 0),
    scale: Point = (1, 1),
) -> str:
    """A closed figure of curves: where it begins; of each curve both handles and the end, from an origin, in a scale."""
    (left, top), (wide, high) = origin, scale
    curves = (
        " ".join(f"{left + x * wide:.2f} {top + y * high:.2f}" for x, y in part) + " c" for part in parts
    )
    return f"{start[0]:.2f} {start[1]:.2f} m {' '.join(curves)} h"


def _turned(points: Sequence[Point], middle: Point, degrees: float) -> list[Point]:
    """Points around (0, 0), turned clockwise and moved to a middle."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    return [(middle[0] + x * cosine - y * sine, middle[1] + x * sine + y * cosine) for x, y in points]


def _capsule(middle: Point, length: float, wide: float, degrees: float) -> str:
    """A bar with round ends, as long as said from end to end, turned."""
    x, y = length / 2 - wide / 2, wide / 2
    arc = y * _ARC
    ring = [(-x, -y), (x, -y)]
    turns = [
        *((x + arc, -y), (x + y, -arc), (x + y, 0)),
        *((x + y, arc), (x + arc, y), (x, y)),
        *((-x, y), (-x, y), (-x, y)),
        *((-x - arc, y), (-x - y, arc), (-x - y, 0)),
        *((-x - y, -arc), (-x - arc, -y), (-x, -y)),
    ]
    begin, end = _turned(ring, middle, degrees)
    bent = _turned(turns, middle, degrees)
    curves = [(bent[at], bent[at + 1], bent[at + 2]) for at in range(0, len(bent), 3)]
    return _curve(begin, [(end, end, end), *curves])


def _flame(x: float, foot: float, high: float) -> str:
    """Tongues of fire around a bright core, standing on `foot`."""
    scale = (high / 100, high / 100)
    origin = (x - 50 * high / 100, foot - high)
    outer: list[tuple[Point, Point, Point]] = [
        ((22, 100), (6, 82), (8, 60)),
        ((9, 48), (17, 40), (18, 27)),
        ((26, 33), (31, 40), (32, 50)),
        ((40, 36), (42, 18), (34, 0)),
        ((56, 8), (69, 27), (66, 48)),
        ((71, 43), (73, 36), (72, 29)),
        ((87, 43), (95, 57), (92, 71)),
        ((89, 89), (74, 100), (50, 100)),
    ]
    core: list[tuple[Point, Point, Point]] = [
        ((37, 93), (30, 85), (31, 75)),
        ((32, 67), (42, 61), (44, 49)),
        ((54, 56), (60, 65), (59, 75)),
        ((62, 73), (64, 69), (65, 64)),
        ((76, 77), (69, 93), (51, 93)),
    ]

    def at(point: Point) -> Point:
        return origin[0] + point[0] * scale[0], origin[1] + point[1] * scale[1]

    return f"{_curve(at((50, 100)), outer, origin, scale)} {_curve(at((51, 93)), core, origin, scale)}"


def _drop(x: float, top: float, high: float) -> str:
    half = high * 0.3
    return _curve(
        (x, top),
        [
            ((x, top + high * 0.3), (x + half, top + high * 0.45), (x + half, top + high * 0.7)),
            ((x + half, top + high * 1.1), (x - half, top + high * 1.1), (x - half, top + high * 0.7)),
            ((x - half, top + high * 0.45), (x, top + high * 0.3), (x, top)),
        ],
    )


def _bone(degrees: float) -> tuple[str, ...]:
    """A bone with two knobs at either end."""
    middle = (0.0, -13.5)
    knobs = _turned([(-21.5, -2.1), (-21.5, 2.1), (21.5, -2.1), (21.5, 2.1)], middle, degrees)
    return (
        polygon(_turned([(-21, -1.9), (21, -1.9), (21, 1.9), (-21, 1.9)], middle, degrees)),
        *(circle(x, y, 2.9) for x, y in knobs),
    )


def _glass(side: int) -> tuple[str, ...]:
    """A test tube that lies with its mouth outwards and down, and what runs out of it; `side` is -1 or 1."""
    middle, turn = (side * 12.0, -36.0), side * 28.0

    def mirrored(points: Sequence[Point]) -> list[Point]:
        return _turned([(side * x, y) for x, y in points], middle, turn)

    tube = [(11, -3.6), (-6, -3.6), (-8.6, -2.4), (-9.6, 0), (-8.6, 2.4), (-6, 3.6), (11, 3.6)]
    hollow = [(11, -2.6), (-5.6, -2.6), (-7.6, -1.8), (-8.4, -0.8), (11, 1)]
    return (f"{polygon(mirrored(tube))} {polygon(mirrored(hollow))}",)


FLAME = (_flame(0, -10.5, 40), rectangle(-21, -7.5, 42, 2.8))
CIRCLE_FLAME = (
    f"{circle(0, -17, 11.5)} {circle(0, -17, 8)}",
    _flame(0, -26, 28),
    rectangle(-21, -4.5, 42, 2.8),
)
CYLINDER = (
    _capsule((-4.0, -22.0), 40, 14, -30),
    polygon(_turned([(18, -2.8), (23, -2.8), (23, 2.8), (18, 2.8)], (-4.0, -22.0), -30)),
    polygon(_turned([(22, -4.8), (26, -4.8), (26, 4.8), (22, 4.8)], (-4.0, -22.0), -30)),
)
SKULL = (*_bone(24), *_bone(-24), circle(0, -34, 11.5, 12.5), rectangle(-6.8, -25, 13.6, 9.5))
FACE = (
    circle(-4.9, -32, 3.3, 3.6),
    circle(4.9, -32, 3.3, 3.6),
    polygon([(0, -28.5), (2, -24.2), (-2, -24.2)]),
    *(rectangle(x - 0.45, -20.8, 0.9, 5.3) for x in (-3.4, 0, 3.4)),
)
"""Of the colour behind: eyes, nose, the gaps between teeth."""
CORROSION = (
    *_glass(-1),
    *_glass(1),
    *(_drop(side * 23.0, top, 5.2) for side in (-1, 1) for top in (-29.2, -23.0)),
    # a bar of metal with a bite in it
    polygon(
        [
            *((-43, -12), (-27, -12), (-25.5, -9.4), (-23, -8.2), (-20.5, -9.6), (-19, -12), (-6, -12)),
            *((-6, -3), (-43, -3)),
        ]
    ),
    # a hand from the right: four fingers, thumb, palm, wrist
    *(_capsule((18.5, y), 21, 2.5, 0) for y in (-12.9, -10.0, -7.1, -4.2)),
    _capsule((27.5, -15.2), 12, 2.8, 24),
    polygon([(22, -14.1), (35, -14.1), (38, -12.4), (47, -12), (47, -5), (38, -4.6), (35, -3), (22, -3)]),
)
WOUND = (circle(23.0, -14.6, 3.2),)
"""Of the colour behind: where it eats into the hand."""
_GROUP = (
    *(rectangle(x, 12, 10, 18) for x in (-24, -12.5, -1)),
    *(rectangle(x + 3, 9.4, 4, 2.8) for x in (-24, -12.5, -1)),
)
BATTERIES = (
    *_GROUP,
    # the one that is broken and burns
    polygon([(10.5, 12), (16, 12), (14.2, 17), (17, 19.4), (14.8, 24), (16.8, 30), (10.5, 30)]),
    polygon([(18, 14), (20.5, 14), (20.5, 30), (19, 30), (17, 24.4), (19.2, 19.8), (16.6, 17)]),
    _flame(20.5, 13, 10),
)
