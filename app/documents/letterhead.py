"""The head and foot that a company gives its papers: name, logo in greys, and the lines that the law wants."""

from __future__ import annotations

import io

from PIL import Image, UnidentifiedImageError

from app.documents.content_shipping import Brand
from app.documents.sheet import DoesNotFit, Sheet, printable, width, wrap_hard
from app.errors import BadInput

LARGEST = 512 * 1024
"""Bytes of a logo file."""
MOST_PIXELS = 4_000_000
"""Of a logo as it comes: four times a page's width in photo quality, and drawn in no time."""
_KEPT = (1200, 280)
"""Of a logo as it is kept: 500 dots an inch in its place."""
LOGO = (62.0, 14.0)
"""Millimetres that a logo may take at the head."""
HEAD = 17.0
"""Millimetres by which everything on a first page moves down under a head."""
_TOP = 8.0
_FOOT_TOP, _FOOT_STEP, _FOOT_LINES = 288.4, 3.0, 2
_FOOT_SIZE = 7.0
WIDTH = 182.0


class NotALogo(BadInput):
    """The file cannot stand at the head of papers."""

    code = "logo.not_one"

    def __init__(self, why: str) -> None:
        super().__init__(
            f"This cannot be the logo: {why}.",
            hint="Choose a PNG or JPEG file of at most 512 kB and 4 million points.",
            field="logo",
            why=why,
        )


def as_logo(data: bytes) -> bytes:
    """A picture as papers keep it: PNG in greys on white, no larger than its place needs.

    Raises:
        NotALogo: it is too large, or no whole PNG or JPEG.
    """
    if len(data) > LARGEST:
        raise NotALogo("it is larger than 512 kB")
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            wide, high = picture.size
            if not wide * high <= MOST_PIXELS:  # known from the head of the file, before anything is unpacked
                raise NotALogo(f"it measures {wide} x {high} points")
            clear = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise NotALogo("it is no whole PNG or JPEG file") from None
    page = Image.new("RGBA", clear.size, "white")
    page.alpha_composite(clear)
    grey = page.convert("L")
    grey.thumbnail(_KEPT, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    grey.save(out, "PNG")
    return out.getvalue()


def placed(logo: bytes, box: tuple[float, float] = LOGO) -> tuple[float, float]:
    """How large a logo stands in its place, in millimetres."""
    with Image.open(io.BytesIO(logo), formats=("PNG",)) as picture:
        wide, high = picture.size
    scale = min(box[0] / wide, box[1] / high)
    return wide * scale, high * scale


def head_of(brand: Brand) -> float:
    """Millimetres that the head takes from a first page: none where the company has neither name nor logo on papers."""
    return HEAD if brand.name or brand.logo else 0.0


def draw_head(sheet: Sheet, brand: Brand, left: float, right: float) -> float:
    """Draw the head of a first page: logo left, name right, or the name alone; gives what it takes, as `head_of`.

    Raises:
        DoesNotFit, NotPrintable: the name cannot be set.
    """
    name = printable(brand.name, "company")
    if brand.logo:
        wide, high = placed(brand.logo)
        sheet.picture(left, _TOP + (LOGO[1] - high) / 2, wide, high, brand.logo)
    if name:
        limit = (right - left) / 2 if brand.logo else right - left
        size = next((one for one in (15.0, 13.0, 11.0, 9.0) if width(name, one, bold=True) <= limit), 9.0)
        lines = wrap_hard(name, size, limit, bold=True)
        if len(lines) > 3:
            raise DoesNotFit(
                f"The company's name is too long for the head of papers ({len(name)} characters).",
                hint="Shorten it.",
                field="company",
                length=len(name),
            )
        at = _TOP + LOGO[1] / 2 + 2.0 - (len(lines) - 1) * size * 0.2
        for nth, line in enumerate(lines):
            write = sheet.text_right if brand.logo else sheet.text
            write(right if brand.logo else left, at + nth * size * 0.42, line, size, bold=True)
    return head_of(brand)


def foot_lines(text: str) -> list[str]:
    """The foot as it is set.

    Raises:
        DoesNotFit, NotPrintable: it takes more than two lines, or cannot be set.
    """
    lines = [
        piece
        for part in text.splitlines()
        for piece in wrap_hard(printable(part, "foot"), _FOOT_SIZE, WIDTH)
        if piece
    ]
    if len(lines) > _FOOT_LINES:
        raise DoesNotFit(
            f"The foot takes {len(lines)} lines on papers; there is room for {_FOOT_LINES}.",
            hint="Shorten it.",
            field="paper_foot",
            lines=len(lines),
        )
    return lines


def draw_foot(sheet: Sheet, brand: Brand, middle: float = 105.0) -> None:
    """Draw the foot of a page."""
    for nth, line in enumerate(foot_lines(brand.foot)):
        sheet.text_centred(middle, _FOOT_TOP + nth * _FOOT_STEP, line, _FOOT_SIZE, grey=0.25)
