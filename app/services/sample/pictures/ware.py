"""Drawings of what is kept in a kitchen: mugs, plates, knives, pans, scales, cloths."""

from __future__ import annotations

from app.services.sample.pictures.ink import Ink, dark, light, print_on


def mug(ink: Ink, colour: str, text: str) -> None:
    """An enamelled mug, coloured above and bare below."""
    bare = "#d9ccb4"
    ink.shadow(116, 92)
    ink.line("M134 82 Q172 78 170 110 Q168 142 134 140", dark(colour, 0.12), 15)
    ink.line("M134 80 Q169 77 166 108", light(colour, 0.25), 3, 0.7)
    ink.path("M38 50 H140 V174 Q140 184 126 184 H52 Q38 184 38 174 Z", ink.round(colour))
    ink.path("M38 140 H140 V174 Q140 184 126 184 H52 Q38 184 38 174 Z", ink.round(bare))
    ink.oval(89, 50, 51, 13, light(colour, 0.35))
    ink.oval(89, 51, 44, 9.5, dark(colour, 0.5))
    ink.words(90, 168, text, 16, dark(bare, 0.6))


def bowl(ink: Ink, colour: str, text: str) -> None:
    """A stoneware bowl with a bare foot."""
    foot = "#c9b795"
    ink.shadow(110)
    ink.path("M70 168 H130 V178 Q130 184 122 184 H78 Q70 184 70 178 Z", ink.round(foot))
    ink.path("M20 84 Q24 172 80 174 H120 Q176 172 180 84 Z", ink.round(colour))
    ink.path(
        "M40 138 Q54 172 80 174 H120 Q146 172 160 138 Q128 152 100 152 Q72 152 40 138 Z", ink.round(foot), 0.9
    )
    ink.oval(100, 84, 80, 24, light(colour, 0.35))
    ink.oval(100, 86, 72, 19, ink.flat(dark(colour, 0.3)))
    ink.path("M34 90 Q60 104 100 105 Q140 104 166 90 Q150 98 100 98 Q50 98 34 90 Z", light(colour, 0.4), 0.5)
    ink.words(100, 132, text, 17, print_on(colour))


def plate(ink: Ink, colour: str, text: str) -> None:
    """A plate seen from above."""
    ink.oval(104, 108, 82, 82, "#1b2430", 0.14)
    ink.oval(100, 100, 84, 84, ink.flat(dark(colour, 0.16)))
    ink.oval(100, 98, 82, 82, ink.flat(light(colour, 0.12)))
    ink.oval(100, 99, 56, 56, dark(colour, 0.18))
    ink.oval(100, 101, 54, 54, ink.flat(light(colour, 0.04)))
    ink.line("M34 66 Q52 34 84 24", "#ffffff", 5, 0.5)
    for x, y in ((60, 128), (140, 70), (128, 140), (78, 66), (150, 112), (112, 58), (46, 92)):
        ink.oval(x, y, 1.9, 1.9, dark(colour, 0.55), 0.55)
    ink.words(100, 108, text, 20, print_on(colour))


def knife(ink: Ink, colour: str, text: str) -> None:
    """A knife that lies across, with three rivets."""
    ink.path("M22 168 Q100 124 176 60 L184 66 Q110 136 28 178 Z", "#1b2430", 0.14)
    ink.path("M16 160 Q40 92 118 56 L128 68 L108 96 Q70 138 16 160 Z", ink.steel())
    ink.path("M16 160 Q70 132 104 92 L108 96 Q70 138 16 160 Z", "#ffffff", 0.8)
    ink.path("M110 62 L118 54 L134 72 L122 84 Z", ink.steel(down=True))
    ink.path("M120 56 L164 16 Q176 10 184 20 Q190 30 182 40 L132 78 Z", ink.flat(colour))
    ink.line("M128 58 L170 22", light(colour, 0.35), 3, 0.6)
    for x, y in ((136, 60), (152, 46), (168, 31)):
        ink.oval(x, y, 4, 4, "#dfe4e9")
    ink.words(140, 160, text, 20, "#566271")


def board(ink: Ink, colour: str, text: str) -> None:
    """A chopping board with its grain, a groove and a hole."""
    ink.box(24, 54, 158, 122, "#1b2430", 14, 0.16)
    ink.box(20, 46, 160, 124, dark(colour, 0.3), 14)
    ink.box(20, 42, 160, 122, ink.flat(colour), 14)
    for y, bend in ((58, 6), (76, -5), (94, 7), (112, -6), (130, 6), (148, -4)):
        ink.line(f"M26 {y} Q70 {y + bend} 100 {y} T174 {y}", dark(colour, 0.3), 2, 0.45)
    ink.line(
        "M34 54 H166 Q170 54 170 60 V146 Q170 152 166 152 H34 Q30 152 30 146 V60 Q30 54 34 54 Z",
        dark(colour, 0.4),
        2.5,
        0.5,
    )
    ink.oval(152, 72, 9, 9, dark(colour, 0.55))
    ink.oval(153, 74, 7, 7, "#f4f6fa")
    ink.words(92, 112, text, 18, dark(colour, 0.6))


def pan(ink: Ink, colour: str, text: str) -> None:
    """A saucepan of bare steel with a long handle."""
    ink.shadow(112, 74, 170)
    ink.path("M120 92 L186 78 Q194 78 194 86 Q194 92 188 94 L124 108 Z", ink.flat(colour))
    ink.path("M18 74 H130 V150 Q130 170 108 170 H40 Q18 170 18 150 Z", ink.steel())
    ink.path("M18 148 Q18 170 40 170 H108 Q130 170 130 148 Q74 162 18 148 Z", "#6d7884", 0.5)
    ink.oval(74, 74, 58, 16, "#f4f6f8")
    ink.oval(74, 75, 51, 12, ink.fade((0, "#7b8591"), (0.6, "#b9c1ca"), (1, "#8b95a1")))
    ink.oval(120, 100, 5, 5, "#8b95a1")
    ink.words(72, 132, text, 24, "#3a4652")


def mill(ink: Ink, colour: str, text: str) -> None:
    """A turned mill with a knob."""
    ink.shadow(76)
    ink.oval(100, 22, 9, 10, ink.steel())
    ink.path("M76 70 Q64 60 72 46 Q82 32 100 32 Q118 32 128 46 Q136 60 124 70 Z", ink.round(colour))
    ink.box(80, 70, 40, 8, ink.steel(), 3)
    ink.path(
        "M78 78 H122 Q114 104 128 128 Q134 142 134 172 Q134 184 122 184 H78 Q66 184 66 172 Q66 142 72 128 Q86 104 78 78 Z",
        ink.round(colour),
    )
    ink.line("M74 128 Q100 136 126 128 M68 150 Q100 159 132 150", dark(colour, 0.45), 3, 0.6)
    ink.shine(80, 86, 5, 34, 0.35)
    ink.words(100, 176, text, 16, print_on(colour))


def scale(ink: Ink, colour: str, text: str) -> None:
    """A flat kitchen scale with a lit display, a bowl on it."""
    ink.shadow(160)
    ink.path(
        "M30 182 L22 140 Q22 132 32 132 H168 Q178 132 178 140 L170 182 Q169 184 166 184 H34 Q31 184 30 182 Z",
        ink.flat("#e4e8ed"),
    )
    ink.box(66, 148, 68, 28, "#22303a", 5)
    ink.words(100, 170, text, 21, "#8ef0b4")
    ink.oval(44, 162, 6, 6, colour)
    ink.oval(156, 162, 6, 6, "#8b95a1")
    ink.box(26, 124, 148, 12, ink.round(dark(colour, 0.1)), 6)
    ink.path("M34 66 Q40 124 84 124 H116 Q160 124 166 66 Z", ink.steel())
    ink.oval(100, 66, 66, 16, "#f4f6f8")
    ink.oval(100, 67, 59, 12, ink.fade((0, "#7b8591"), (0.6, "#c3cad2"), (1, "#8b95a1")))


def towel(ink: Ink, colour: str, text: str) -> None:
    """A folded cloth with stripes."""
    cloth = light(colour, 0.72)
    ink.shadow(152, y=182)
    ink.box(30, 122, 140, 58, ink.flat(dark(cloth, 0.12)), 16)
    ink.path(
        "M28 34 Q28 24 40 24 H160 Q172 24 172 34 V152 Q172 164 160 164 H40 Q28 164 28 152 Z",
        ink.round(cloth, 0.5),
    )
    ink.box(44, 24, 14, 140, colour)
    ink.box(64, 24, 5, 140, colour)
    ink.box(142, 24, 14, 140, colour)
    ink.box(131, 24, 5, 140, colour)
    ink.line("M28 128 Q100 136 172 128", dark(colour, 0.3), 2.5, 0.35)
    ink.box(74, 82, 52, 26, "#fbf8f1", 4)
    ink.words(100, 99, text.replace(" cm", ""), 12, dark(colour, 0.5))


def tote(ink: Ink, colour: str, text: str) -> None:
    """A shopping bag with two handles."""
    ink.shadow(124)
    ink.line("M70 72 Q70 20 100 20 Q130 20 130 72", dark(colour, 0.35), 8)
    ink.path("M36 64 H164 L172 172 Q172 184 160 184 H40 Q28 184 28 172 Z", ink.round(colour, 0.7))
    ink.line("M78 86 Q78 34 100 34 Q122 34 122 86", light(colour, 0.25), 8)
    ink.box(36, 64, 128, 9, dark(colour, 0.2))
    for x in (78, 122):
        ink.line(f"M{x - 4} 84 l8 8 m0 -8 l-8 8", dark(colour, 0.45), 2)
    ink.path("M100 112 C124 118 124 144 100 156 C76 144 76 118 100 112 Z", dark(colour, 0.3), 0.7)
    ink.line("M100 118 V162 M100 134 L110 128 M100 144 L90 138", light(colour, 0.5), 3)
    if text:
        ink.words(100, 178, text, 13, print_on(colour))
