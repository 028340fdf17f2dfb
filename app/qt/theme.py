"""One set of design tokens in three schemes, and everything that carries them: palette, style sheet, fonts.

A colour, a size or a distance stands here and nowhere else. Painted widgets ask `tokens()` in their `paintEvent`, so that a
change of scheme reaches them with the next paint; ordinary widgets follow the palette and the style sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyleFactory, QWidget

from app.qt import style

RESOURCES = Path(__file__).resolve().parents[2] / "resources"

S4, S8, S16, S24 = 4, 8, 16, 24
"""The only distances between things, in pixels."""

FAMILY = "Inter"
WEIGHTS = {
    "regular": QFont.Weight.Normal,
    "medium": QFont.Weight.Medium,
    "semibold": QFont.Weight.DemiBold,
    "bold": QFont.Weight.Bold,
}
TABULAR = QFont.Tag("tnum")
SLASHED_ZERO = QFont.Tag("zero")

POINT = 96 / 72
"""Pixels a point has at the size that the bench screens are drawn for."""


class Scheme(StrEnum):
    """How the program is coloured; a person picks one in the settings."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme, as `#RRGGBB`.

    `line` parts surfaces, `edge` frames fields, `button_edge` frames what a word already names. A tone (good, warn,
    stop, info) is readable on its `_soft` ground, on `surface` and on `window`. `stop_fill` is the whole window's ground
    at a STOP; `bar` is the top bar of a bench.
    """

    window: str
    surface: str
    line: str
    edge: str
    button_edge: str
    text: str
    text2: str
    text3: str
    neutral_soft: str
    accent: str
    on_accent: str
    accent_text: str
    accent_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    stop: str
    stop_soft: str
    info: str
    info_soft: str
    stop_fill: str
    on_stop: str
    bar: str
    on_bar: str

    def colour(self, name: str) -> str:
        """The colour of a token or tone by its name; "plain" is text, "accent" as ink is `accent_text` where one asks for a tone.

        Raises:
            AttributeError: there is no such token.
        """
        found: str = getattr(self, TONES.get(name, name))
        return found

    def soft(self, tone: str) -> str:
        """The quiet ground that belongs to a tone."""
        found: str = getattr(self, f"{tone}_soft", self.neutral_soft)
        return found


TONES = {"plain": "text", "quiet": "text2", "faint": "text3"}
"""Tones that are shades of text."""

_LIGHT = Tokens(
    window="#F5F6F8",
    surface="#FFFFFF",
    line="#E2E5EA",
    edge="#858E9C",
    button_edge="#C6CCD5",
    text="#171B22",
    text2="#454E5C",
    text3="#5F6876",
    neutral_soft="#ECEEF2",
    accent="#1F57C8",
    on_accent="#FFFFFF",
    accent_text="#1B4DB3",
    accent_soft="#E6EDFB",
    good="#17703A",
    good_soft="#E4F4E9",
    warn="#8A5200",
    warn_soft="#FDF1DB",
    stop="#B3202A",
    stop_soft="#FCEBEB",
    info="#0A6577",
    info_soft="#E2F2F5",
    stop_fill="#B3202A",
    on_stop="#FFFFFF",
    bar="#1F57C8",
    on_bar="#FFFFFF",
)
_DARK = Tokens(
    window="#12151A",
    surface="#1A1E25",
    line="#2A303A",
    edge="#707B8B",
    button_edge="#454D5A",
    text="#E9ECF1",
    text2="#B9C1CD",
    text3="#98A2B1",
    neutral_soft="#272D37",
    accent="#2F6AE0",
    on_accent="#FFFFFF",
    accent_text="#8DB4FF",
    accent_soft="#1D2C4A",
    good="#63CE8D",
    good_soft="#15301F",
    warn="#EDB355",
    warn_soft="#35280F",
    stop="#FF918C",
    stop_soft="#3B1A1C",
    info="#67C7D8",
    info_soft="#10303A",
    stop_fill="#B3202A",
    on_stop="#FFFFFF",
    bar="#1A1E25",
    on_bar="#E9ECF1",
)
_CONTRAST = Tokens(
    window="#000000",
    surface="#000000",
    line="#FFFFFF",
    edge="#FFFFFF",
    button_edge="#FFFFFF",
    text="#FFFFFF",
    text2="#FFFFFF",
    text3="#E0E0E0",
    neutral_soft="#000000",
    accent="#FFD84D",
    on_accent="#000000",
    accent_text="#FFD84D",
    accent_soft="#3A3000",
    good="#6BFF9B",
    good_soft="#000000",
    warn="#FFB84D",
    warn_soft="#000000",
    stop="#FF9A94",
    stop_soft="#000000",
    info="#7FE3FF",
    info_soft="#000000",
    stop_fill="#FF9A94",
    on_stop="#000000",
    bar="#000000",
    on_bar="#FFFFFF",
)
SCHEMES = {Scheme.LIGHT: _LIGHT, Scheme.DARK: _DARK, Scheme.CONTRAST: _CONTRAST}


@dataclass(slots=True)
class _Current:
    """What is on the screen now."""

    scheme: Scheme = Scheme.LIGHT
    sheet: int = 0
    """Counts the style sheets that were set."""


_current = _Current()


def scheme() -> Scheme:
    """The scheme on the screen now."""
    return _current.scheme


def tokens() -> Tokens:
    """The colours on the screen now; ask at every paint, never keep the answer."""
    return SCHEMES[_current.scheme]


def ground(app: QApplication, scheme: Scheme) -> None:
    """Colour an empty window, in a moment: what it takes to write and draw on it comes with `apply`."""
    _current.scheme = scheme
    app.setPalette(palette(tokens()))


def apply(app: QApplication, scheme: Scheme) -> None:
    """Colour the whole program, at once and while it runs. A start calls it once before the first window.

    What is on the screen takes the new look now, a hidden part that asked for it (`follow`) when it is next shown.
    """
    _current.scheme = scheme
    _current.sheet += 1
    colours = tokens()
    load_fonts()
    if not app.styleSheet():
        app.setStyle(QStyleFactory.create("Fusion"))
    windows = [one for one in app.topLevelWidgets() if one.parent() is None]
    for window in windows:
        _ask_first(window)
    app.setFont(font("base"))
    app.setPalette(palette(colours))
    forget(app)
    app.setStyleSheet(style.sheet(colours))
    for window in windows:
        _dress(window, app.style())


def forget(app: QApplication) -> None:
    """Have Qt forget how it draws each widget, before it is given another sheet.

    It goes through every widget it remembers then, and once more for each widget around it: seconds, with all screens
    made. What it does not remember it draws by the new sheet, and `apply` goes through each once.
    """
    app.style().unpolish(app)


def _ask_first(window: QWidget) -> None:
    """Have a part that shows what is behind it ask for paint before its window: in the other order Qt paints all of it twice."""
    part = window
    while parts := [one for one in part.children() if isinstance(one, QWidget) and one.isVisible()]:
        part = parts[0]
    part.update()


_DRESSED = "dressed in sheet"


def follow(widget: QWidget) -> None:
    """Have a part of a window that may be hidden take a new look when it is shown: called when made and whenever shown."""
    before = widget.property(_DRESSED)
    if before is None:
        widget.setProperty(_DRESSED, _current.sheet)
    elif before != _current.sheet:
        _dress(widget, QApplication.style())


def _dress(widget: QWidget, by: QStyle) -> None:
    """Have a widget and all that is in it take the style sheet that is set."""
    by.polish(widget)
    if widget.property(_DRESSED) is not None:
        widget.setProperty(_DRESSED, _current.sheet)
    for child in widget.children():
        if isinstance(child, QWidget) and not (child.isHidden() and child.property(_DRESSED) is not None):
            _dress(child, by)


def scheme_of_system(app: QApplication) -> Scheme:
    """Dark where the desk's system is dark, light everywhere else.

    The system's answer arrives as its palette, also where it gives no colour scheme: dark is a window darker than its text.
    """
    own = app.style().standardPalette()
    dark = own.window().color().lightness() < own.windowText().color().lightness()
    return Scheme.DARK if dark else Scheme.LIGHT


def palette(colours: Tokens) -> QPalette:
    """The palette of a scheme for everything that Fusion draws itself."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    for which, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.window,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.stop,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent_text,
        role.LinkVisited: colours.accent_text,
        role.PlaceholderText: colours.text3,
        role.ToolTipBase: colours.text,
        role.ToolTipText: colours.surface,
        role.Light: colours.surface,
        role.Midlight: colours.line,
        role.Mid: colours.button_edge,
        role.Dark: colours.edge,
        role.Shadow: colours.edge,
    }.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, which, QColor(colours.text3))
    return made


@cache
def load_fonts() -> tuple[str, ...]:
    """Make Inter known to this process, once; gives the families that were found (none: the platform's font stands in)."""
    families: list[str] = []
    for file in sorted((RESOURCES / "fonts" / "inter").glob("*.otf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    return tuple(dict.fromkeys(families))


ROLES = {
    "small": (11, "regular"),
    "caption": (11, "medium"),
    "base": (13, "regular"),
    "medium": (13, "medium"),
    "strong": (13, "semibold"),
    "title": (20, "semibold"),
    "code": (13, "regular"),
    "code-title": (20, "semibold"),
}
"""Pixels and weight of each role of the office; codes carry a slashed zero."""


def font(role: str) -> QFont:
    """The font of a role (see `ROLES`): always with figures of one width, so that numbers stand in columns and do not jump.

    Raises:
        KeyError: there is no such role.
    """
    pixels, weight = ROLES[role]
    return _font(pixels, weight, codes=role.startswith("code"))


def bench_font(pt: float, weight: str = "regular", *, scale: float = 1.0, codes: bool = False) -> QFont:
    """The font of a bench in points at 1600 x 900, enlarged or lessened by the window's `scale`."""
    return _font(max(1, round(pt * POINT * scale)), weight, codes=codes)


@cache
def _font(pixels: int, weight: str, *, codes: bool) -> QFont:
    made = QFont()
    # The platform's own face stands in where Inter could not be read.
    made.setFamilies([FAMILY, *QFont().families()])
    made.setPixelSize(pixels)
    made.setWeight(WEIGHTS[weight])
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(TABULAR, 1)
    if codes:
        made.setFeature(SLASHED_ZERO, 1)
    return made


def contrast(one: str, other: str) -> float:
    """How well two colours part, 1 to 21, as WCAG 2.2 reckons it ("contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """WCAG's relative luminance of `#RRGGBB`."""
    weights = (0.2126, 0.7152, 0.0722)
    total = 0.0
    for place, weight in zip((1, 3, 5), weights, strict=True):
        part = int(colour[place : place + 2], 16) / 255
        total += weight * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    return total


READABLE = ("text", "text2", "text3", "accent_text", "good", "warn", "stop", "info")
"""Inks that may stand on `surface` and `window`."""


def allowed_pairs() -> list[tuple[str, str]]:
    """Every pair of ink and ground that a screen may use, by token names; a test reckons each in each scheme."""
    pairs = [(ink, ground) for ink in READABLE for ground in ("surface", "window")]
    pairs += [(tone, f"{tone}_soft") for tone in ("good", "warn", "stop", "info")]
    pairs += [
        ("accent_text", "accent_soft"),
        ("on_accent", "accent"),
        ("on_stop", "stop_fill"),
        ("on_bar", "bar"),
    ]
    grounds = ("neutral_soft", "accent_soft", "good_soft", "warn_soft", "stop_soft", "info_soft")
    pairs += [(ink, ground) for ink in ("text", "text2") for ground in grounds]
    # Rows of a table are selected on the accent's soft ground, whatever they say.
    pairs += [(ink, "accent_soft") for ink in ("text3", "good", "warn", "stop", "info")]
    return pairs
