"""Drawings of goods in bags, tins and boxes."""

from __future__ import annotations

from app.services.sample.pictures.ink import Ink, dark, light, print_on


def pouch(ink: Ink, colour: str, text: str) -> None:
    """A standing bag of paper with a label, as for coffee beans."""
    paper = "#7a4a2c"
    ink.shadow(112)
    ink.path("M50 46 L150 46 L156 176 Q156 184 148 184 L52 184 Q44 184 44 176 Z", ink.round(paper))
    ink.path("M50 46 L150 46 L151 66 L49 66 Z", dark(paper, 0.3))
    ink.box(46, 24, 108, 24, ink.round(dark(paper, 0.12)), 3)
    ink.line("M54 36 H146", light(paper, 0.35), 2, 0.7)
    ink.path("M44 176 L54 120 L58 184 L52 184 Q44 184 44 176 Z", dark(paper), 0.35)
    ink.box(64, 78, 72, 84, "#f6efe3", 5)
    ink.box(64, 78, 72, 15, colour, 5)
    ink.box(64, 86, 72, 7, colour)
    bean = dark(paper, 0.35)
    for x, y in ((86, 116), (114, 116)):
        ink.oval(x, y, 11, 15, bean)
        ink.line(f"M{x} {y - 13} C{x - 7} {y - 4} {x + 7} {y + 4} {x} {y + 13}", light(paper, 0.5), 2.5)
    ink.words(100, 153, text, 15, bean)


def sachet(ink: Ink, colour: str, text: str) -> None:
    """A flat sachet with a heap of ground spice behind its window."""
    ink.shadow(96)
    ink.box(48, 22, 104, 162, ink.round("#f3eee4", 0.5), 5)
    ink.box(48, 22, 104, 18, "#ddd3c1", 4)
    ink.line(
        "M56 28 V34 M68 28 V34 M80 28 V34 M92 28 V34 M108 28 V34 M120 28 V34 M132 28 V34 M144 28 V34",
        "#b9ab92",
        2,
    )
    ink.oval(100, 31, 6, 4, "#8c8069")
    ink.box(60, 52, 80, 30, ink.flat(dark(colour, 0.2)), 4)
    ink.words(100, 73, text, 17, print_on(dark(colour, 0.2)))
    ink.oval(100, 132, 38, 40, "#e5dccb")
    ink.path("M62 136 Q82 108 100 110 Q120 108 138 136 Q136 172 100 172 Q64 172 62 136 Z", ink.flat(colour))
    for x, y in ((84, 134), (98, 124), (112, 138), (92, 152), (118, 156), (104, 144), (78, 150)):
        ink.oval(x, y, 2.6, 2.2, dark(colour, 0.35), 0.6)
    ink.shine(54, 44, 5, 130, 0.5)


def caddy(ink: Ink, colour: str, text: str) -> None:
    """A square tin with a lid, as for tea."""
    ink.shadow(112)
    ink.box(46, 54, 108, 130, ink.round(colour), 7)
    ink.box(42, 36, 116, 24, ink.round(dark(colour, 0.18)), 5)
    ink.box(78, 24, 44, 13, ink.round(dark(colour, 0.3)), 5)
    ink.box(42, 57, 116, 4, dark(colour, 0.5), 2, 0.6)
    ink.box(62, 78, 76, 86, "#f7f2e8", 38)
    ink.path("M100 86 C122 98 122 116 100 132 C78 116 78 98 100 86 Z", "#4f8a4b")
    ink.line("M100 92 V137 M100 106 L109 100 M100 116 L91 109", "#dcebd6", 2.5)
    ink.words(100, 153, text, 13, "#3b4a3a")
    ink.shine(52, 66, 6, 108, 0.28)


def round_tin(ink: Ink, colour: str, text: str) -> None:
    """A low round tin with biscuits on its side."""
    ink.shadow(150)
    ink.path("M26 92 V156 Q26 184 100 184 Q174 184 174 156 V92 Z", ink.round(colour))
    ink.path("M22 76 V96 Q22 120 100 120 Q178 120 178 96 V76 Z", ink.round(dark(colour, 0.2)))
    ink.oval(100, 76, 78, 26, ink.flat(light(colour, 0.2)))
    ink.oval(100, 76, 66, 20, light(colour, 0.4))
    for x, y in ((80, 74), (120, 74), (100, 82)):
        ink.oval(x, y + 2, 17, 9, "#9c6a33")
        ink.oval(x, y, 17, 9, "#d9a55f")
        for dot in (-8, 0, 8):
            ink.oval(x + dot, y, 1.8, 1.2, "#8b5a2b")
    ink.words(100, 156, text, 20, print_on(colour))


def sardines(ink: Ink, colour: str, text: str) -> None:
    """A flat tin with a ring to pull and a fish."""
    ink.shadow(162, y=178)
    ink.path("M22 118 V150 Q22 174 46 174 H154 Q178 174 178 150 V118 Z", "#8f9aa6")
    ink.box(22, 52, 156, 104, ink.steel(down=True), 26)
    ink.box(31, 60, 138, 88, ink.flat(colour), 18)
    ink.box(31, 118, 138, 6, dark(colour, 0.45))
    ink.line("M150 66 m-11 0 a11 8 0 1 0 22 0 a11 8 0 1 0 -22 0", "#ffffff", 4)
    fish = "#fdf6e3"
    ink.path(
        "M56 94 Q78 72 112 84 Q122 88 128 92 L146 78 Q142 94 147 108 L128 98 Q118 106 106 108 Q76 112 56 94 Z",
        fish,
    )
    ink.oval(71, 91, 4, 4, dark(colour, 0.5))
    ink.line("M86 82 Q92 94 86 106 M98 82 Q104 94 98 107 M110 86 Q114 95 110 106", dark(colour, 0.3), 3)
    ink.words(100, 141, text, 15, print_on(colour))


def sack(ink: Ink, colour: str, text: str) -> None:
    """A sack tied at its neck, as for rice and pulses; the grain shows in a round window."""
    cloth = "#e9dcc3"
    ink.shadow(128)
    ink.path("M72 44 Q100 52 128 44 L136 22 Q118 30 100 26 Q82 30 64 22 Z", ink.round(cloth))
    ink.path("M72 46 Q38 70 36 128 Q34 184 62 184 H138 Q166 184 164 128 Q162 70 128 46 Z", ink.round(cloth))
    ink.box(68, 40, 64, 10, "#8a5a33", 5)
    ink.line("M118 46 L132 66 M124 46 L142 58", "#8a5a33", 3.5)
    ink.line("M84 56 Q78 64 76 74 M100 56 V70 M116 56 Q122 64 124 74", dark(cloth, 0.35), 2, 0.5)
    ink.oval(100, 112, 38, 34, dark(cloth, 0.3))
    ink.oval(100, 112, 34, 30, ink.flat(dark(colour, 0.12)))
    for row, y in enumerate((94, 104, 114, 124, 134)):
        for column in range(5 if row % 2 else 4):
            x = 100 + (column - (2 if row % 2 else 1.5)) * 13
            if ((x - 100) / 31) ** 2 + ((y - 112) / 27) ** 2 < 0.85:
                ink.oval(x, y, 5.5, 3.8, light(colour, 0.28))
    ink.words(100, 168, text, 17, "#5c4526")


def pasta(ink: Ink, colour: str, text: str) -> None:
    """A clear bag of pasta with a printed band."""
    ink.shadow(104)
    ink.box(48, 30, 104, 154, ink.round("#eec873", 0.7), 10)
    for x in range(58, 148, 11):
        ink.line(f"M{x} 96 V176", "#b98a34", 2, 0.55)
        ink.line(f"M{x + 4} 96 V176", "#fff3d0", 2, 0.7)
    ink.path(
        "M48 42 Q48 30 58 30 H142 Q152 30 152 42 V106 Q126 94 100 106 Q74 118 48 106 Z",
        ink.round(colour, 0.7),
    )
    ink.path("M44 16 H156 L152 34 H48 Z", ink.round(dark(colour, 0.2)))
    ink.line("M52 22 H148 M51 28 H149", light(colour, 0.3), 1.6, 0.6)
    ink.words(100, 82, text, 19, print_on(colour))
    ink.path("M72 54 Q86 44 100 54 Q114 44 128 54 Q114 64 100 54 Q86 64 72 54 Z", light(colour, 0.72))
    ink.shine(54, 42, 5, 130, 0.4)


def chocolate(ink: Ink, colour: str, text: str) -> None:
    """A bar in its sleeve, with foil and squares at one end."""
    ink.shadow(112)
    bar = "#4a2a1a" if colour != "#f3ead7" else "#e8d9b6"
    ink.box(54, 16, 92, 70, ink.flat(bar), 4)
    for x in (58, 88, 118):
        for y in (20, 44):
            ink.box(x, y, 25, 20, light(bar, 0.14), 3)
            ink.path(f"M{x} {y + 20} h25 v-20 l-4 4 v12 h-17 Z", dark(bar, 0.3), 0.7)
    ink.path(
        "M48 66 L58 60 L68 68 L80 60 L92 68 L104 60 L116 68 L128 60 L140 68 L152 62 V86 H48 Z", ink.steel()
    )
    ink.box(46, 78, 108, 106, ink.round(colour, 0.6), 5)
    ink.box(46, 96, 108, 46, "#fbf6ec")
    ink.path("M100 102 C112 106 116 122 100 137 C84 122 88 106 100 102 Z", bar)
    ink.line("M100 106 V134 M94 110 Q92 120 97 128 M106 110 Q108 120 103 128", light(bar, 0.45), 1.8)
    ink.words(100, 170, text, 19, print_on(colour))


def gift(ink: Ink, colour: str, text: str) -> None:
    """A gift box with a ribbon."""
    ribbon = light(colour, 0.72)
    ink.shadow(152)
    ink.box(32, 84, 136, 100, ink.round(colour, 0.7), 6)
    ink.box(24, 62, 152, 32, ink.round(dark(colour, 0.14), 0.7), 6)
    ink.box(24, 92, 152, 5, dark(colour, 0.5), 0, 0.35)
    ink.box(86, 62, 28, 122, ink.round(ribbon, 0.5))
    ink.path("M100 62 Q60 58 54 38 Q52 22 70 24 Q92 30 100 62 Z", ink.flat(ribbon))
    ink.path("M100 62 Q140 58 146 38 Q148 22 130 24 Q108 30 100 62 Z", ink.flat(dark(ribbon, 0.1)))
    ink.path(
        "M96 56 Q74 52 66 38 Q84 40 96 56 Z M104 56 Q126 52 134 38 Q116 40 104 56 Z", dark(colour, 0.35), 0.5
    )
    ink.box(89, 50, 22, 18, dark(ribbon, 0.2), 6)
    ink.oval(60, 140, 19, 19, "#fbf6ec")
    ink.words(60, 147, text, 20, dark(colour, 0.45))
