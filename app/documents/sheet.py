"""A page to draw on: embedded fonts, text, rules and vector barcodes, measured in millimetres from the upper left corner.

reportlab writes the file and the font subsets; the page's own operators are collected and handed over in one piece, since its
drawing calls cost more than all the rest.
"""

from __future__ import annotations

import io
import re
import threading
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from app.errors import BadInput

rl_config.useA85 = 0  # page streams as bytes: spelling them out as text took half the time of a label
REGULAR, BOLD = "Quai-Regular", "Quai-Bold"
_FILES = {REGULAR: "NotoSans-Regular.ttf", BOLD: "NotoSans-Bold.ttf"}
_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
_loading = threading.Lock()
_REMEMBERED = 2000
_NO_TEXT = ("Cc", "Cn", "Co", "Cs")
"""Kinds of characters that are no text, even where a font holds a glyph for them (it does for NUL)."""
_BAR = re.compile("1+")


class NotPrintable(BadInput):
    """A text holds characters that the font of our papers does not have."""

    code = "document.not_printable"


class DoesNotFit(BadInput):
    """A text is too long for its place on a paper even in the smallest type; nothing is cut."""

    code = "document.does_not_fit"


def font_file(name: str) -> Path:
    """Where a font's file lies."""
    return _FOLDER / _FILES[name]


@lru_cache(maxsize=2)
def font(name: str) -> TTFont:
    """An embedded font, read once a process."""
    with _loading:
        loaded = TTFont(name, str(font_file(name)))
        pdfmetrics.registerFont(loaded)
        return loaded


@lru_cache(maxsize=8192)
def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a text is, in millimetres; `size` in points."""
    return float(font(BOLD if bold else REGULAR).stringWidth(text, size)) / mm


@lru_cache(maxsize=4096)
def printable(text: str, field: str) -> str:
    """The text with its white space tidied, ready for paper.

    Raises:
        NotPrintable: the font lacks some of its characters; names the field and them.
    """
    tidy = " ".join(text.split())
    if tidy.isascii() and tidy.isprintable():
        return tidy
    # One letter and its accent are one character; marks that only steer (direction, joining) are nothing on paper.
    composed = unicodedata.normalize("NFC", tidy)
    tidy = " ".join("".join(part for part in composed if unicodedata.category(part) != "Cf").split())
    glyphs = font(REGULAR).face.charToGlyph
    missing = sorted(
        {
            character
            for character in tidy
            if ord(character) not in glyphs or unicodedata.category(character) in _NO_TEXT
        }
    )
    if missing:
        shown = " ".join(
            f"{character} (U+{ord(character):04X})" if character.isprintable() else f"U+{ord(character):04X}"
            for character in missing[:8]
        )
        raise NotPrintable(
            f"The {field} holds characters that cannot be printed: {shown}.",
            hint="Write it in Latin, Greek or Cyrillic letters.",
            field=field,
            characters="".join(missing),
        )
    return tidy


def wrap(text: str, size: float, limit: float, bold: bool = False) -> list[str] | None:
    """A text in lines no wider than `limit` millimetres, broken at spaces; None where one word is wider."""
    if width(text, size, bold) <= limit:
        return [text]
    lines: list[str] = []
    line = ""
    for part in text.split(" "):
        longer = f"{line} {part}" if line else part
        if width(longer, size, bold) <= limit:
            line = longer
            continue
        if line:
            lines.append(line)
        if width(part, size, bold) > limit:
            return None
        line = part
    if line:
        lines.append(line)
    return lines


def wrap_hard(text: str, size: float, limit: float, bold: bool = False) -> list[str]:
    """As `wrap`, but a word that is too wide is broken where it must be; nothing is lost."""
    if width(text, size, bold) <= limit:
        return [text] if text else []
    lines: list[str] = []
    for part in text.split(" "):
        piece = part
        while width(piece, size, bold) > limit:
            cut = len(piece)
            while cut > 1 and width(piece[:cut], size, bold) > limit:
                cut -= 1
            lines.append(piece[:cut])
            piece = piece[cut:]
        if lines and width(f"{lines[-1]} {piece}", size, bold) <= limit:
            lines[-1] += f" {piece}"
        elif piece:
            lines.append(piece)
    return lines


class Sheet:
    """A document of equal pages; every text is escaped, every font embedded, the same calls give the same bytes."""

    def __init__(self, width_mm: float, height_mm: float, title: str) -> None:
        font(REGULAR), font(BOLD)
        self._file = io.BytesIO()
        self._height = height_mm
        self._canvas: Any = canvas.Canvas(
            self._file,
            pagesize=(width_mm * mm, height_mm * mm),
            pageCompression=1,
            invariant=1,
            initialFontName=cast(Any, REGULAR),  # the stubs take it for a number
        )
        self._canvas.setTitle(title)
        self._canvas.setCreator("Quai")
        self._canvas.setProducer("Quai")
        self._operators: list[str] = []
        self._names: dict[tuple[str, int], str] = {}
        self._shown: dict[tuple[str, str], str] = {}

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        grey: float = 0,
        white: bool = False,
    ) -> None:
        """Write a line with its baseline at `y`, from `x` to the right; `grey` from 0 (black) to 1."""
        self._write(x, y, text, size, BOLD if bold else REGULAR, 1.0 if white else grey)

    def text_right(
        self, x: float, y: float, text: str, size: float, *, bold: bool = False, grey: float = 0
    ) -> None:
        """Write a line that ends at `x`."""
        self._write(x - width(text, size, bold), y, text, size, BOLD if bold else REGULAR, grey)

    def text_centred(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        grey: float = 0,
        white: bool = False,
    ) -> None:
        """Write a line whose middle is at `x`."""
        name = BOLD if bold else REGULAR
        self._write(x - width(text, size, bold) / 2, y, text, size, name, 1.0 if white else grey)

    def _write(self, x: float, y: float, text: str, size: float, name: str, grey: float) -> None:
        if not text:
            return
        show = self._shown.get((name, text))
        if show is None:
            show = self._show(name, text)
        self._operators.append(
            f"BT {grey:g} g 1 0 0 1 {x * mm:.3f} {(self._height - y) * mm:.3f} Tm {show.replace('@', f'{size:g}')} ET"
        )

    def _show(self, name: str, text: str) -> str:
        """The operators that write a text in this document's subsets of a font; '@' stands for the size.

        What stands on every page of a run (sender, captions, carrier) is encoded once.
        """
        face = font(name)
        out = []
        for subset, encoded in face.splitString(text, self._canvas._doc):
            key = (name, subset)
            if key not in self._names:
                self._names[key] = face.getSubsetInternalName(subset, self._canvas._doc)
            out.append(f"{self._names[key]} @ Tf <{encoded.hex()}> Tj")
        show = " ".join(out)
        if len(self._shown) < _REMEMBERED:
            self._shown[(name, text)] = show
        return show

    def rule(self, x1: float, y: float, x2: float, thickness: float, grey: float = 0) -> None:
        """Draw a horizontal rule; `thickness` in points."""
        height = self._height
        self._operators.append(
            f"{grey:g} G {thickness:g} w {x1 * mm:.3f} {(height - y) * mm:.3f} m {x2 * mm:.3f} {(height - y) * mm:.3f} l S"
        )

    def box(
        self, x: float, y: float, w: float, h: float, *, filled: bool = False, thickness: float = 1.2
    ) -> None:
        """Draw a rectangle with its upper left corner at (x, y)."""
        paint = "f" if filled else "S"
        self._operators.append(
            f"0 g 0 G {thickness:g} w {x * mm:.3f} {(self._height - y - h) * mm:.3f} {w * mm:.3f} {h * mm:.3f} re {paint}"
        )

    def bars(self, x: float, y: float, modules: str, module_mm: float, h: float) -> None:
        """Draw a linear barcode ('1' bar, '0' space) as one path in whole modules, its upper left corner at (x, y)."""
        path = [f"{run.start()} 0 {run.end() - run.start()} 1 re" for run in _BAR.finditer(modules)]
        self._operators.append(
            f"q 0 g {module_mm * mm:.5f} 0 0 {h * mm:.3f} {x * mm:.5f} {(self._height - y - h) * mm:.3f} cm "
            + " ".join(path)
            + " f Q"
        )

    def outline(
        self, points: Sequence[tuple[float, float]], *, filled: bool = False, thickness: float = 0
    ) -> None:
        """Draw a closed figure through points; filled, or with a line of so many points that ends in sharp corners."""
        path = " ".join(
            f"{x * mm:.3f} {(self._height - y) * mm:.3f} {'l' if nth else 'm'}"
            for nth, (x, y) in enumerate(points)
        )
        paint = "f" if filled else "S"
        self._operators.append(f"q 0 g 0 G 0 j 10 M {thickness:g} w {path} h {paint} Q")

    def figure(
        self,
        x: float,
        y: float,
        scale: float,
        path: str,
        colour: tuple[float, float, float],
        *,
        thickness: float = 0,
    ) -> None:
        """Draw a path of PDF's operators whose origin comes to lie at (x, y), in a colour (red, green, blue, each 0 to 1).

        Args:
            x: From the left edge.
            y: From the upper edge.
            scale: Millimetres to the path's unit.
            path: Its y grows downwards.
            colour: Of the area; of the line where `thickness` is given.
            thickness: Of the line, in the path's units; 0 fills the figure, and leaves out what lies within two parts of it.
        """
        shade = " ".join(f"{part:g}" for part in colour)
        paint = f"{shade} RG {thickness:g} w 10 M" if thickness else f"{shade} rg"
        self._operators.append(
            f"q {paint} {scale * mm:.5f} 0 0 {-scale * mm:.5f} {x * mm:.3f} {(self._height - y) * mm:.3f} cm "
            f"{path} {'S' if thickness else 'f*'} Q"
        )

    def dashes(self, x1: float, y: float, x2: float) -> None:
        """Draw a thin dashed rule, along which paper is cut or folded."""
        at = (self._height - y) * mm
        self._operators.append(
            f"q 0.5 G 0.5 w [3 3] 0 d {x1 * mm:.3f} {at:.3f} m {x2 * mm:.3f} {at:.3f} l S Q"
        )

    def picture(self, x: float, y: float, w: float, h: float, data: bytes) -> None:
        """Draw a picture (PNG, JPEG) as large as fits into a box, its upper left corner at (x, y), nothing distorted."""
        drawn = ImageReader(io.BytesIO(data))
        wide, high = drawn.getSize()
        scale = min(w / wide, h / high)
        self._canvas.drawImage(
            drawn,
            x * mm,
            (self._height - y - high * scale) * mm,
            wide * scale * mm,
            high * scale * mm,
            mask="auto",
        )

    def next_page(self) -> None:
        """End the page; what follows is drawn on a new one."""
        self._canvas._code.append("\n".join(self._operators))
        self._operators.clear()
        self._canvas.showPage()

    def finish(self) -> bytes:
        """The whole document as PDF."""
        if self._operators:
            self.next_page()
        self._canvas.save()
        return self._file.getvalue()
