"""Labels of dangerous goods in colour: squares of 100 mm on their corner (ADR 5.2.2.2).

A line runs along the edge, its outer side 5 mm from it (5.2.2.2.1.1.2), in the upper half of the symbol's colour, in the lower
one of the figure's. A thin line around all of it stands for the contrasting background that a label needs (5.2.2.2.1.1.1).
Classes 1, 6.2 and 7 have no model here: their labels bear what no field of a product says (compatibility group, activity,
transport index) or are bought with their packagings.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from app.documents import hazard_symbols as symbols
from app.documents.hazard_symbols import Point, polygon
from app.documents.sheet import Sheet

Colour = tuple[float, float, float]
BLACK, WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
RED, GREEN, BLUE = (0.85, 0.06, 0.12), (0.0, 0.51, 0.24), (0.0, 0.32, 0.68)
YELLOW = (1.0, 0.84, 0.0)
NAMES = {RED: "red", GREEN: "green", BLUE: "blue", YELLOW: "yellow"}
"""The colours that are asked for by name; the shades are ours."""
SIDE = 100.0
_EDGE = SIDE / math.sqrt(2)
_LINE = 2.0
_OUTSIDE, _INSIDE = (SIDE / 2 - 5.0) * math.sqrt(2), (SIDE / 2 - 5.0 - _LINE) * math.sqrt(2)
"""From the label's middle to the line's corners, its outer ones and its inner ones."""
_STRIPES = 7
_FIGURE, _BASE = 42.0, 47.5
"""The figure in the bottom corner: points; millimetres from the middle down to its foot."""


@dataclass(frozen=True, slots=True)
class Model:
    """How a label looks.

    Attributes:
        figure: The number in the bottom corner.
        upper: Colour of the upper half.
        lower: Of the lower half.
        symbol: What is drawn in the symbol's colour.
        ink: The symbol's colour, and that of the line in the upper half.
        figure_ink: The figure's, and that of the line in the lower half.
        holes: What is drawn over the symbol in the colour behind it.
        striped: Seven red stripes over all of it (4.1), or seven black ones in the upper half (9).
    """

    figure: str
    upper: Colour
    lower: Colour
    symbol: Sequence[str] = ()
    ink: Colour = BLACK
    figure_ink: Colour = BLACK
    holes: Sequence[str] = ()
    striped: bool = False

    @property
    def colours(self) -> tuple[str, ...]:
        """The colours that a printer must have for it, in English; none for a label in black and white."""
        used = dict.fromkeys(
            (self.upper, self.lower, *((RED,) if self.striped and self.figure == "4" else ()))
        )
        return tuple(NAMES[colour] for colour in used if colour in NAMES)


MODELS = {
    "2.1": Model("2", RED, RED, symbols.FLAME, WHITE, WHITE),
    "2.2": Model("2", GREEN, GREEN, symbols.CYLINDER, WHITE, WHITE),
    "2.3": Model("2", WHITE, WHITE, symbols.SKULL, holes=symbols.FACE),
    "3": Model("3", RED, RED, symbols.FLAME, WHITE, WHITE),
    "4.1": Model("4", WHITE, WHITE, symbols.FLAME, striped=True),
    "4.2": Model("4", WHITE, RED, symbols.FLAME),
    "4.3": Model("4", BLUE, BLUE, symbols.FLAME, WHITE, WHITE),
    "5.1": Model("5.1", YELLOW, YELLOW, symbols.CIRCLE_FLAME),
    "5.2": Model("5.2", RED, YELLOW, symbols.FLAME, WHITE),
    "6.1": Model("6", WHITE, WHITE, symbols.SKULL, holes=symbols.FACE),
    "8": Model("8", WHITE, BLACK, symbols.CORROSION, BLACK, WHITE, symbols.WOUND),
    "9": Model("9", WHITE, WHITE, striped=True),
    "9A": Model("9", WHITE, WHITE, symbols.BATTERIES, striped=True),
}
"""By the number of the model in 5.2.2.2.2."""


def draw_label(sheet: Sheet, name: str, x: float, y: float, side: float = SIDE) -> None:
    """Draw a label with its middle at (x, y); a smaller one in all its proportions (5.2.2.2.1.1.3)."""
    model, scale = MODELS[name], side / SIDE

    def paint(path: str, colour: Colour, thickness: float = 0) -> None:
        sheet.figure(x, y, scale, path, colour, thickness=thickness)

    paint(_square(_EDGE), model.upper)
    if model.lower != model.upper:
        paint(polygon([(-_EDGE, 0), (0, _EDGE), (_EDGE, 0)]), model.lower)
    if model.striped:
        whole = model.figure == "4"
        for stripe in _stripes(_EDGE if whole else _INSIDE, whole=whole):
            paint(stripe, RED if whole else BLACK)
    for path in model.symbol:
        paint(path, model.ink)
    for path in model.holes:
        paint(path, model.upper)
    if model.ink == model.figure_ink:
        paint(f"{_square(_OUTSIDE)} {_square(_INSIDE)}", model.ink)
    else:
        paint(_line(-1), model.ink)
        paint(_line(1), model.figure_ink)
    paint(_square(_EDGE), BLACK, 0.2)
    size = _FIGURE * scale
    white = model.figure_ink == WHITE
    sheet.text_centred(x, y + _BASE * scale, model.figure, size, bold=True, white=white)
    if model.figure == "9":
        paint(symbols.rectangle(-5, _BASE + 1.2, 10, 1.2), model.figure_ink)


def _square(corner: float) -> str:
    return polygon([(0, -corner), (corner, 0), (0, corner), (-corner, 0)])


def _line(half: int) -> str:
    """The line along the edge, of the upper half (-1) or the lower one (1)."""
    outer, inner = _OUTSIDE, _INSIDE
    return polygon([(-outer, 0), (0, half * outer), (outer, 0), (inner, 0), (0, half * inner), (-inner, 0)])


def _stripes(half: float, *, whole: bool) -> list[str]:
    """Seven upright stripes as wide as the gaps between them, cut along the label's edge."""
    pitch = 2 * half / _STRIPES
    found = []
    for nth in range(-(_STRIPES // 2), _STRIPES // 2 + 1):
        left, right = nth * pitch - pitch / 4, nth * pitch + pitch / 4
        tops = [left, right] if nth else [left, 0.0, right]
        upper: list[Point] = [(at, abs(at) - half) for at in tops]
        lower: list[Point] = [(at, half - abs(at) if whole else 0.0) for at in reversed(tops)]
        found.append(polygon([*upper, *lower]))
    return found
