"""Drawings of jars and bottles."""

from __future__ import annotations

from app.services.sample.pictures.ink import Ink, dark, light, print_on


def honey(ink: Ink, colour: str, text: str) -> None:
    """A six-sided look of a honey jar with a golden lid."""
    ink.shadow(112)
    ink.path(
        "M56 62 Q44 68 44 82 V168 Q44 184 60 184 H140 Q156 184 156 168 V82 Q156 68 144 62 Z",
        ink.round(colour),
    )
    ink.box(60, 56, 80, 10, light(colour, 0.35))
    ink.box(52, 26, 96, 32, ink.round("#d6a02c"), 6)
    ink.line("M66 32 V52 M80 32 V52 M94 32 V52 M108 32 V52 M122 32 V52 M136 32 V52", "#8a621b", 2, 0.45)
    ink.box(58, 82, 84, 82, "#fffaf0", 6)
    for x, y in ((88, 103), (112, 103), (100, 123)):
        ink.line(f"M{x - 11} {y - 6.5} l11 -6.5 l11 6.5 v13 l-11 6.5 l-11 -6.5 Z", "#d69a1e", 4)
    ink.words(100, 157, text, 14, "#6a4a12")
    ink.shine(50, 76, 6, 90)


def jam(ink: Ink, colour: str, text: str) -> None:
    """A round jar under a cloth cap."""
    cloth = light(colour, 0.55)
    ink.shadow(112)
    ink.path(
        "M58 60 Q44 70 44 86 V166 Q44 184 62 184 H138 Q156 184 156 166 V86 Q156 70 142 60 Z",
        ink.round(colour),
    )
    for x, y, size in ((62, 92, 6), (136, 100, 7), (60, 150, 7), (142, 160, 6), (72, 172, 5), (128, 74, 5)):
        ink.oval(x, y, size, size * 0.8, dark(colour, 0.4), 0.5)
    ink.path(
        "M54 30 Q100 18 146 30 L160 66 L148 62 L136 70 L124 63 L112 71 L100 64 L88 71 L76 63 L64 70 L52 62 L40 66 Z",
        ink.round(cloth, 0.7),
    )
    for x in (62, 84, 106, 128):
        ink.path(f"M{x} 27 h10 l2 36 h-14 Z", colour, 0.35)
    ink.box(52, 44, 96, 8, dark(colour, 0.35), 4)
    ink.box(62, 94, 76, 64, "#fffaf2", 32)
    ink.oval(100, 115, 12, 12, colour)
    ink.path("M100 104 Q104 94 116 96 Q112 106 100 104 Z", "#4f8a4b")
    ink.words(100, 147, text, 13, dark(colour, 0.6))
    ink.shine(51, 84, 6, 82)


def spice_jar(ink: Ink, colour: str, text: str) -> None:
    """A small straight glass with a dark lid: salts and peppers."""
    ink.shadow(92)
    ink.box(56, 52, 88, 132, ink.round("#d5dde4", 0.6), 14)
    ink.path(
        "M61 88 Q80 80 100 86 Q122 92 139 84 V168 Q139 179 128 179 H72 Q61 179 61 168 Z",
        ink.round(colour, 0.7),
    )
    for x, y in (
        (70, 98),
        (84, 94),
        (98, 98),
        (114, 96),
        (130, 98),
        (68, 170),
        (84, 172),
        (102, 171),
        (120, 172),
        (132, 168),
    ):
        ink.oval(x, y, 4, 3.6, dark(colour, 0.35), 0.55)
        ink.oval(x - 1, y - 1, 1.6, 1.4, light(colour, 0.6), 0.8)
    ink.box(52, 22, 96, 34, ink.round("#2e3742"), 6)
    ink.line(
        "M64 28 V50 M76 28 V50 M88 28 V50 M100 28 V50 M112 28 V50 M124 28 V50 M136 28 V50",
        "#ffffff",
        1.6,
        0.18,
    )
    ink.box(56, 108, 88, 52, "#fbf8f1")
    ink.box(56, 108, 88, 10, dark(colour, 0.2))
    ink.words(100, 147, text, 19, "#2e3742")
    ink.shine(62, 64, 5, 110, 0.4)


def mustard(ink: Ink, colour: str, text: str) -> None:
    """A stoneware pot with a cork."""
    stone = "#d8cdb8"
    ink.shadow(112)
    ink.path("M66 30 H134 L130 56 H70 Z", ink.round("#b98a5a"))
    for x, y in ((78, 40), (92, 46), (106, 38), (122, 46)):
        ink.oval(x, y, 2.5, 1.8, "#7d5631", 0.7)
    ink.path(
        "M62 52 H138 V66 Q156 76 156 96 V166 Q156 184 138 184 H62 Q44 184 44 166 V96 Q44 76 62 66 Z",
        ink.round(stone),
    )
    ink.box(58, 50, 84, 14, ink.round(dark(stone, 0.12)), 6)
    ink.path("M44 100 H156 V158 H44 Z", ink.round(colour, 0.8))
    ink.line("M44 106 H156 M44 152 H156", print_on(colour), 2, 0.6)
    ink.words(100, 138, text, 22, print_on(colour))


def oil(ink: Ink, colour: str, text: str) -> None:
    """A tall dark bottle with an olive branch on its label."""
    glass = "#3f4f24"
    ink.shadow(76)
    ink.path(
        "M87 20 H113 V66 Q136 76 136 102 V172 Q136 184 124 184 H76 Q64 184 64 172 V102 Q64 76 87 66 Z",
        ink.round(glass),
    )
    ink.box(84, 10, 32, 34, ink.round(dark(colour, 0.1)), 4)
    ink.box(84, 40, 32, 5, light(colour, 0.3))
    ink.box(64, 98, 72, 68, "#f8f4e6")
    ink.box(64, 98, 72, 6, colour)
    ink.line("M76 132 Q100 108 124 116", "#5f7434", 3)
    for x, y in ((84, 128), (98, 124), (110, 124)):
        ink.oval(x, y, 6, 8, dark(colour, 0.15))
        ink.oval(x - 2, y - 2, 1.6, 2.4, "#ffffff", 0.5)
    ink.path(
        "M90 118 Q90 106 100 106 Q100 116 90 118 Z M108 114 Q110 104 121 106 Q118 115 108 114 Z", "#7f9a45"
    )
    ink.words(100, 158, text, 15, "#3f4f24")
    ink.shine(70, 80, 5, 96, 0.28)


def vinegar(ink: Ink, colour: str, text: str) -> None:
    """A square-shouldered bottle with a cork."""
    ink.shadow(88)
    ink.box(86, 10, 28, 24, ink.round("#b98a5a"), 4)
    ink.path(
        "M86 30 H114 V58 L140 72 V172 Q140 184 128 184 H72 Q60 184 60 172 V72 L86 58 Z", ink.round(colour)
    )
    ink.box(83, 28, 34, 9, ink.round(light(colour, 0.3)), 4)
    ink.path("M60 96 L140 96 V160 H60 Z", "#f7f0e4")
    ink.line("M66 102 H134 V154 H66 Z", dark(colour, 0.2), 2)
    ink.words(100, 126, "V", 22, dark(colour, 0.3))
    ink.words(100, 147, text, 15, dark(colour, 0.55))
    ink.shine(66, 78, 5, 98)


def syrup(ink: Ink, colour: str, text: str) -> None:
    """A slim bottle full of colour."""
    ink.shadow(76)
    ink.path(
        "M89 26 H111 V70 Q134 88 134 116 V172 Q134 184 122 184 H78 Q66 184 66 172 V116 Q66 88 89 70 Z",
        ink.round(colour),
    )
    ink.box(86, 10, 28, 20, ink.round("#e8e3d8"), 4)
    ink.box(89, 30, 22, 14, light(colour, 0.55), 0, 0.75)
    ink.path("M66 112 Q100 98 134 112 V160 Q100 172 66 160 Z", "#fffdf7")
    ink.path("M100 110 Q114 128 100 138 Q86 128 100 110 Z", colour)
    ink.words(100, 157, text, 14, dark(colour, 0.6))
    ink.shine(72, 100, 5, 76)


def juice(ink: Ink, colour: str, text: str) -> None:
    """A wide-necked bottle of juice."""
    ink.shadow(92)
    ink.path(
        "M80 28 H120 V50 Q142 66 142 92 V170 Q142 184 128 184 H72 Q58 184 58 170 V92 Q58 66 80 50 Z",
        ink.round("#dfe6ea", 0.6),
    )
    ink.path("M62 84 Q100 78 138 84 V168 Q138 180 126 180 H74 Q62 180 62 168 Z", ink.round(colour))
    ink.box(76, 12, 48, 22, ink.round(dark(colour, 0.3)), 5)
    ink.box(58, 104, 84, 58, "#fffdf8")
    ink.oval(100, 122, 14, 14, colour)
    ink.line("M100 108 Q102 100 110 98", "#6b4a2b", 3)
    ink.path("M102 106 Q110 98 120 102 Q114 110 102 106 Z", "#5b9a4a")
    ink.oval(95, 117, 4, 5, "#ffffff", 0.45)
    ink.words(100, 155, text, 15, dark(colour, 0.6))
    ink.shine(65, 72, 5, 104, 0.45)


def clip_jar(ink: Ink, colour: str, text: str) -> None:
    """An empty preserving jar with its clip and rubber ring."""
    glass = "#cfdbe2"
    ink.shadow(112)
    ink.box(46, 50, 108, 134, ink.round(glass, 0.8), 18)
    ink.box(56, 60, 88, 114, "#ffffff", 14, 0.35)
    ink.box(50, 40, 100, 14, ink.round(colour), 5)
    ink.path("M58 40 Q58 22 76 20 H124 Q142 22 142 40 Z", ink.round(light(glass, 0.2), 0.8))
    ink.line("M44 56 H156 M52 56 V34 Q76 26 100 34 M148 56 V34 Q124 26 100 34", "#77828e", 4)
    ink.line("M152 58 L158 88 L150 96", "#77828e", 4)
    ink.box(68, 96, 64, 44, "#fbf8f1", 5)
    ink.words(100, 125, text, 21, "#3a4652")
    ink.shine(54, 72, 7, 92, 0.6)
