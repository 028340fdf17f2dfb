"""What the drawings share: colours lighter and darker, round bodies, shadows, printed words.

SVG Tiny 1.2 as QtSvg reads it: paths and simple gradients, no filters, no clipping. A drawing is 200 units square and stands on
the line y = 184.
"""

from __future__ import annotations

from html import escape

FLOOR = 184
_FONT = "Inter"


def mix(colour: str, other: str, part: float) -> str:
    """A colour with `part` (0 to 1) of another in it; both as #rrggbb."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one * (1 - part) + two * part):02x}" for one, two in pairs)


def light(colour: str, part: float = 0.3) -> str:
    """The colour with white in it."""
    return mix(colour, "#ffffff", part)


def dark(colour: str, part: float = 0.25) -> str:
    """The colour with a blackish blue in it, as shade has."""
    return mix(colour, "#0d1420", part)


def is_light(colour: str) -> bool:
    """Whether dark print is read better on the colour than white print."""
    red, green, blue = _channels(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue > 165


def print_on(colour: str) -> str:
    """The colour of print on a ground."""
    return dark(colour, 0.72) if is_light(colour) else "#ffffff"


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


class Ink:
    """A sheet to draw on; each method adds a shape on top of those before."""

    def __init__(self) -> None:
        self._defs: list[str] = []
        self._body: list[str] = []

    def svg(self) -> str:
        """The finished drawing."""
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="200" height="200">'
            f"<defs>{''.join(self._defs)}</defs>{''.join(self._body)}</svg>"
        )

    def fade(self, *stops: tuple[float, str], down: bool = False) -> str:
        """A fill that changes from left to right, or downwards."""
        name = f"f{len(self._defs)}"
        across = 'x1="0" y1="0" x2="0" y2="1"' if down else 'x1="0" y1="0" x2="1" y2="0"'
        marks = "".join(f'<stop offset="{at:g}" stop-color="{colour}"/>' for at, colour in stops)
        self._defs.append(f'<linearGradient id="{name}" {across}>{marks}</linearGradient>')
        return f"url(#{name})"

    def round(self, colour: str, strength: float = 1.0) -> str:
        """The fill of something round that is lit from the left."""
        return self.fade(
            (0, dark(colour, 0.28 * strength)),
            (0.22, light(colour, 0.16 * strength)),
            (0.42, light(colour, 0.06 * strength)),
            (0.72, colour),
            (1, dark(colour, 0.34 * strength)),
        )

    def flat(self, colour: str) -> str:
        """The fill of something flat, a little darker below."""
        return self.fade((0, light(colour, 0.1)), (1, dark(colour, 0.14)), down=True)

    def steel(self, *, down: bool = False) -> str:
        """The fill of bare metal."""
        return self.fade(
            (0, "#8d97a3"), (0.2, "#eef1f4"), (0.45, "#c3cad2"), (0.75, "#dfe4e9"), (1, "#7f8994"), down=down
        )

    def shadow(self, width: float, x: float = 100, y: float = FLOOR) -> None:
        """What the thing throws on the ground."""
        self._body.append(
            f'<ellipse cx="{x:g}" cy="{y:g}" rx="{width / 2:g}" ry="6" fill="#1b2430" fill-opacity="0.16"/>'
        )

    def path(self, data: str, fill: str, opacity: float = 1.0) -> None:
        """A filled shape."""
        self._body.append(f'<path d="{data}" fill="{fill}"{_opacity("fill", opacity)}/>')

    def line(self, data: str, colour: str, width: float = 2, opacity: float = 1.0) -> None:
        """A stroke with round ends."""
        self._body.append(
            f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{width:g}" stroke-linecap="round"'
            f' stroke-linejoin="round"{_opacity("stroke", opacity)}/>'
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        corner: float = 0,
        opacity: float = 1.0,
    ) -> None:
        """A rectangle, with round corners if wished."""
        self._body.append(
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{corner:g}" ry="{corner:g}"'
            f' fill="{fill}"{_opacity("fill", opacity)}/>'
        )

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str, opacity: float = 1.0) -> None:
        """An ellipse about its middle."""
        self._body.append(
            f'<ellipse cx="{x:g}" cy="{y:g}" rx="{rx:g}" ry="{ry:g}" fill="{fill}"{_opacity("fill", opacity)}/>'
        )

    def words(self, x: float, y: float, text: str, size: float, colour: str) -> None:
        """Printed words about their middle; `y` is the line they stand on."""
        self._body.append(
            f'<text x="{x:g}" y="{y:g}" font-family="{_FONT}" font-size="{size:g}" font-weight="700"'
            f' text-anchor="middle" fill="{colour}">{escape(text)}</text>'
        )

    def shine(self, x: float, y: float, width: float, height: float, opacity: float = 0.35) -> None:
        """A reflection, as on glass."""
        self.box(x, y, width, height, "#ffffff", width / 2, opacity)


def _opacity(kind: str, value: float) -> str:
    return "" if value == 1 else f' {kind}-opacity="{value:g}"'
