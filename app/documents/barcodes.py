"""Linear barcodes as strings of modules ('1' bar, '0' space)."""

from __future__ import annotations

from typing import cast

import zxingcpp
from barcode import get_barcode_class

from app.domain.codes import verify_sscc
from app.errors import BadInput

_CODE128 = get_barcode_class("code128")
QUIET = 10
"""Modules of quiet zone on either side (ISO/IEC 15417, GS1 General Specifications 5.4.2.5)."""
SSCC_X = 0.5
"""Millimetres a module of the SSCC: 4 dots at 203 dpi, within 0.495 to 1.016 mm (GS1 General Specifications, table 5.12.3.5)."""
SSCC_MODULES = 156
"""Start C, FNC1, ten pairs of digits, check character, stop."""
SSCC_HEIGHT = 33.0
"""Millimetres; at least 31.75."""
TRACKING_WIDEST = 0.38
"""Millimetres a module of a tracking number at most: three dots at 203 dpi, four at 300."""


def code128(text: str) -> str:
    """A plain Code 128.

    Raises:
        BadInput: a character outside printable ASCII, or no text.
    """
    if not text or not text.isascii() or not text.isprintable():
        raise BadInput(
            f"{text!r} cannot be a barcode.", hint="Use letters and digits without accents.", text=text
        )
    modules: str = _CODE128(text).build()[0]
    return modules


def code128_field(text: str) -> tuple[str, int]:
    """A plain Code 128 as a label printer is told it (^BC, mode N), and its modules: pairs of digits in C, all else in B.

    Raises:
        BadInput: a character outside printable ASCII, or no text.
    """
    if not text or not text.isascii() or not text.isprintable():
        raise BadInput(
            f"{text!r} cannot be a barcode.", hint="Use letters and digits without accents.", text=text
        )
    if text.isdigit() and len(text) % 2 == 0:
        return f">;{text}", 11 * (len(text) // 2 + 2) + 13
    return ">:" + text.replace(">", ">0"), 11 * (len(text) + 2) + 13


def gs1_sscc(sscc: str) -> str:
    """GS1-128 of a parcel's number: start C, FNC1, (00) and the 18 digits, 156 modules.

    Raises:
        BadInput: not an SSCC, or its check digit is wrong.
    """
    if not verify_sscc(sscc):
        raise BadInput(
            f"{sscc!r} is no SSCC.", hint="An SSCC has 18 digits; the last one is the check digit.", sscc=sscc
        )
    symbol = zxingcpp.create_barcode(f"(00){sscc}", zxingcpp.BarcodeFormat.Code128, gs1=True)
    image = symbol.to_image(scale=1, add_quiet_zones=False)
    row = bytes(cast(bytes, image))[:SSCC_MODULES]  # the rows of a linear symbol are all alike
    return "".join("0" if value else "1" for value in row)


def on_dots(x_mm: float) -> float:
    """A place moved to the nearest dot of a 203 dpi printer (8 dots a millimetre), so that bars stay whole."""
    return round(x_mm * 8) / 8


def module_width(modules: str, room_mm: float, widest: float = 0.5) -> float | None:
    """The widest module of whole dots at 203 dpi with which a code and its quiet zones fit; None where none does.

    0.25 mm is the least: below it, scanners at arm's length begin to fail.
    """
    for width in (0.5, 0.375, 0.25):
        if width <= widest and (len(modules) + 2 * QUIET) * width <= room_mm:
            return width
    return None


def shown_sscc(sscc: str) -> str:
    """The human-readable line: (00), extension digit, company prefix and serial, check digit."""
    return f"(00) {sscc[0]} {sscc[1:17]} {sscc[17]}"
