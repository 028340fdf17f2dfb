"""Texts as pictures in whole dots: the fonts of our papers, each glyph at the place that `sheet.width` counts with."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from app.documents.sheet import BOLD, REGULAR, font, font_file

_drawing = threading.Lock()
"""FreeType's faces serve one thread at a time."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A black and white picture: rows of whole bytes, the leftmost dot highest, 1 is black.

    `left` is where it begins, in dots right of the text's origin; `above` is how far its top lies above the baseline.
    """

    rows: tuple[bytes, ...]
    bytes_a_row: int
    left: int
    above: int


@lru_cache(maxsize=32)
def _face(size: float, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(
        str(font_file(BOLD if bold else REGULAR)), size, layout_engine=ImageFont.Layout.BASIC
    )


@lru_cache(maxsize=1024)
def drawn_text(text: str, size: float, bold: bool = False) -> Picture:
    """A line of text, `size` dots an em; as wide as the layout measured, whatever the hinting of a size may say."""
    with _drawing:
        face = _face(size, bold)
        ems = font(BOLD if bold else REGULAR)
        above, below = face.getmetrics()
        pad = round(size)  # accents and swashes may begin before the origin
        wide = round(float(ems.stringWidth(text, size))) + 2 * pad
        sheet = Image.new("1", (wide, above + below + 2 * pad))
        pen = ImageDraw.Draw(sheet)
        at = 0.0
        for part in text:
            pen.text((pad + round(at), pad + above), part, fill=1, font=face, anchor="ls")
            at += float(ems.stringWidth(part, size))
        box = sheet.getbbox() or (pad, pad + above - 1, pad + 1, pad + above)
        left, top, right, bottom = box
        cut = sheet.crop((left, top, right, bottom))
        row = (cut.width + 7) // 8
        data = cut.tobytes()
        rows = tuple(data[at : at + row] for at in range(0, len(data), row))
        return Picture(rows, row, left - pad, pad + above - top)
