"""Labels in ZPL II, the language of label printers: the layouts of `labels.py` and `pallet_label.py`, in whole printer dots.

Bars, rules and boxes are fields of the printer. Texts are fields of its scalable font 0 where all texts of the label hold
nothing but what that font has in every printer; otherwise all of them are drawn here in the font of our papers and sent as
graphics, so that a label never mixes two faces and no character depends on a printer's memory (decision 0017).
"""

from __future__ import annotations

import math
import re
import string
from collections.abc import Iterable
from dataclasses import dataclass

from app.documents.barcodes import QUIET, SSCC_HEIGHT, SSCC_MODULES, TRACKING_WIDEST, code128_field
from app.documents.content import ShipmentLabel
from app.documents.content_shipping import PalletLabel
from app.documents.labels import FOUR_BY_SIX, Size, draw_shipment_label
from app.documents.pallet_label import draw_pallet_label
from app.documents.raster import drawn_text
from app.documents.sheet import DoesNotFit, width
from app.domain.codes import verify_sscc
from app.errors import BadInput

DPIS = (203, 300)
_MM_AN_INCH = 25.4
_POINTS_AN_INCH = 72
_SSCC_DOTS = {203: 4, 300: 6}
"""Dots a module of the SSCC: 0.500 and 0.508 mm, at least 0.495 (GS1 General Specifications, table 5.12.3.5)."""
_ACCENTED = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜøØáíóúñÑÁÂÀãÃðÐÊËÈÍÎÏÌÓßÔÒõÕþÞÚÛÙýÝ"  # the letters of code page 850
_PRINTERS_OWN = frozenset(string.printable[:95]) - {"\\"} | frozenset(_ACCENTED)
"""What font 0 has in every printer. Not the backslash: in a block (^FB) it begins a command."""
_PLAIN = frozenset(string.ascii_letters + string.digits + " .,:;>/()+-")
"""What stands in a field as itself; all else is written as the hexadecimal of its bytes, so nothing of it is ever a command."""
_WIDE = {"-": 0.85, "J": 0.48, "S": 0.6, "%": 0.9}
_NARROW = dict.fromkeys(".!:;,'|ijl()", 0.37) | {"?": 0.55}
_NARROWEST = 0.8
"""How far a text of the printer may be narrowed; one that is all dashes is drawn."""
_FONT_0 = _WIDE | _NARROW
"""Advances of font 0 in ems, never too small, of the characters that it may set wider than ours; all others it sets narrower."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text as the layout wants it: `x` is its left edge and `room` its width in millimetres."""

    x: float
    y: float
    room: float
    text: str
    size: float
    bold: bool
    white: bool
    align: str


def shipment_labels_zpl(contents: Iterable[ShipmentLabel], dpi: int = 203, size: Size = FOUR_BY_SIX) -> bytes:
    """Render labels, one format (^XA ... ^XZ) each.

    Raises:
        DoesNotFit: a text is too long even in the smallest type; names the field.
        NotPrintable: a text holds characters that our font does not have; names the field.
        BadInput: no label, or a number that cannot be a barcode.
    """
    made = []
    for content in contents:
        label = ZplLabel(size, dpi)
        draw_shipment_label(label, content, size)
        made.append(label.finish())
    if not made:
        raise DoesNotFit("There is no label to print.", hint="Close a parcel first.", field="labels")
    return b"".join(made)


def shipment_label_zpl(content: ShipmentLabel, dpi: int = 203, size: Size = FOUR_BY_SIX) -> bytes:
    """Render one label; see `shipment_labels_zpl`."""
    return shipment_labels_zpl((content,), dpi, size)


def pallet_label_zpl(content: PalletLabel, dpi: int = 203, size: Size = FOUR_BY_SIX) -> bytes:
    """Render the label of a pallet; raises as `draw_pallet_label`."""
    label = ZplLabel(size, dpi)
    draw_pallet_label(label, content, size)
    return label.finish()


class ZplLabel:
    """One label: what the layout draws, in millimetres, becomes fields in dots; grey is black on thermal paper."""

    def __init__(self, size: Size, dpi: int) -> None:
        self._size = size
        self._dpi = dpi
        self._fields: list[str] = []
        self._texts: list[_Text] = []

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
        """Write a line with its baseline at `y`, from `x` to the right; `size` in points."""
        self._write(x, y, text, size, bold, white, "L")

    def text_right(
        self, x: float, y: float, text: str, size: float, *, bold: bool = False, grey: float = 0
    ) -> None:
        """Write a line that ends at `x`."""
        self._write(x - width(text, size, bold), y, text, size, bold, False, "R")

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
        self._write(x - width(text, size, bold) / 2, y, text, size, bold, white, "C")

    def _write(self, x: float, y: float, text: str, size: float, bold: bool, white: bool, align: str) -> None:
        if text:
            self._texts.append(_Text(x, y, width(text, size, bold), text, size, bold, white, align))

    def rule(self, x1: float, y: float, x2: float, thickness: float, grey: float = 0) -> None:
        """Draw a horizontal rule; `thickness` in points."""
        thick = max(1, round(thickness * self._dpi / _POINTS_AN_INCH))
        self._box(x1, y, self._dots(x2 - x1), thick, thick)

    def box(
        self, x: float, y: float, w: float, h: float, *, filled: bool = False, thickness: float = 1.2
    ) -> None:
        """Draw a rectangle with its upper left corner at (x, y)."""
        wide, high = self._dots(w), self._dots(h)
        edge = max(1, round(thickness * self._dpi / _POINTS_AN_INCH))
        self._box(x, y, wide, high, min(wide, high) if filled else edge)

    def _box(self, x: float, y: float, wide: int, high: int, edge: int) -> None:
        self._fields.append(f"^FO{self._dots(x)},{self._dots(y)}^GB{wide},{high},{edge}^FS")

    def sscc(self, middle: float, y: float, sscc: str) -> None:
        """Draw the parcel's GS1-128: start C, FNC1, (00) and 18 digits, in modules of whole dots.

        Raises:
            BadInput: not an SSCC, or its check digit is wrong.
        """
        if not verify_sscc(sscc):
            raise BadInput(
                f"{sscc!r} is no SSCC.",
                hint="An SSCC has 18 digits; the last one is the check digit.",
                sscc=sscc,
            )
        self._bars(middle, y, f">;>800{sscc}", SSCC_MODULES, _SSCC_DOTS[self._dpi], SSCC_HEIGHT)

    def tracking(self, middle: float, y: float, text: str, height: float) -> bool:
        """Draw a plain Code 128 in the widest modules that leave its quiet zones; whether any does.

        Raises:
            BadInput: a character outside printable ASCII, or no text.
        """
        data, modules = code128_field(text)
        room = self._dots(self._size.width)
        least, most = math.ceil(0.25 * self._dpi / _MM_AN_INCH), self._dots(TRACKING_WIDEST)
        for dots in range(most, least - 1, -1):
            if (modules + 2 * QUIET) * dots <= room:
                self._bars(middle, y, _escaped(data), modules, dots, height)
                return True
        return False

    def _bars(self, middle: float, y: float, data: str, modules: int, dots: int, height: float) -> None:
        left = self._dots(middle) - modules * dots // 2
        high = math.ceil(height * self._dpi / _MM_AN_INCH)
        self._fields.append(f"^BY{dots},3,{high}^FO{left},{self._dots(y)}^BCN,{high},N,N,N,N^FH_^FD{data}^FS")

    def finish(self) -> bytes:
        """The label as one format; it sets all that an earlier one may have left otherwise in the printer."""
        own = all(self._is_printers_own(one) for one in self._texts)
        texts = (self._own(one) if own else self._drawn(one) for one in self._texts)
        wide, high = self._dots(self._size.width), self._dots(self._size.height)
        head = f"^XA^CI28^LH0,0^LS0^FWN^PON^PMN^LRN^PW{wide}^LL{high}"
        return "\n".join((head, *self._fields, *texts, "^PQ1,0,0,N^XZ", "")).encode("ascii")

    def _is_printers_own(self, one: _Text) -> bool:
        ours, theirs = self._widths(one)
        return _PRINTERS_OWN.issuperset(one.text) and theirs * _NARROWEST <= ours

    def _widths(self, one: _Text) -> tuple[float, float]:
        """How wide a text is in dots: in our font, as the layout counts, and in font 0 at most."""
        theirs = sum(_FONT_0.get(part) or _advance(part, one.bold) for part in one.text)
        return one.room * self._dpi / _MM_AN_INCH, theirs * one.size * self._dpi / _POINTS_AN_INCH

    def _own(self, one: _Text) -> str:
        """A text in font 0, narrowed where that font could set it wider than the layout has room for."""
        high = round(one.size * self._dpi / _POINTS_AN_INCH)
        ours, theirs = self._widths(one)
        wide = high if theirs <= ours else max(1, math.floor(high * ours / theirs))
        x, y = self._dots(one.x), self._dots(one.y)
        block = "" if one.align == "L" else f"^FB{math.ceil(ours)},1,0,{one.align},0"
        reverse = "^FR" if one.white else ""
        return f"^FT{x},{y}^A0N,{high},{wide}{block}{reverse}^FH_^FD{_escaped(one.text)}^FS"

    def _drawn(self, one: _Text) -> str:
        """A text as a picture in the font of our papers."""
        picture = drawn_text(one.text, one.size * self._dpi / _POINTS_AN_INCH, one.bold)
        x, y = self._dots(one.x) + picture.left, self._dots(one.y) - picture.above
        reverse = "^FR" if one.white else ""
        total, row = len(picture.rows) * picture.bytes_a_row, picture.bytes_a_row
        return f"^FO{max(0, x)},{max(0, y)}{reverse}^GFA,{total},{total},{row},{_packed(picture.rows)}^FS"

    def _dots(self, mm: float) -> int:
        return round(mm * self._dpi / _MM_AN_INCH)


def _advance(character: str, bold: bool) -> float:
    """How wide our font sets a character, in ems."""
    return width(character, _POINTS_AN_INCH, bold) / _MM_AN_INCH


def _escaped(text: str) -> str:
    """Field data behind ^FH_: what is not surely harmless as '_' and the hexadecimal of each byte (UTF-8, ^CI28)."""
    return "".join(
        part if part in _PLAIN else "".join(f"_{byte:02X}" for byte in part.encode()) for part in text
    )


_RUN = re.compile(r"(.)\1*")


def _packed(rows: tuple[bytes, ...]) -> str:
    """Rows of a graphic in ZPL's shorthand: ':' repeats a row, ',' and '!' fill it with zeros or ones, letters count."""
    out: list[str] = []
    before = b""
    for row in rows:
        out.append(":" if row == before else _packed_row(row.hex().upper()))
        before = row
    return "".join(out)


def _packed_row(digits: str) -> str:
    for digit, mark in (("0", ","), ("F", "!")):
        rest = digits.rstrip(digit)
        if len(rest) < len(digits):
            return "".join(_counted(run) for run in _RUN.finditer(rest)) + mark
    return "".join(_counted(run) for run in _RUN.finditer(digits))


def _counted(run: re.Match[str]) -> str:
    digit, count = run[1], len(run[0])
    if count == 1:
        return digit
    out = ""
    while count >= 400:
        out += "z"
        count -= 400
    if count >= 20:
        out += chr(ord("g") + count // 20 - 1)
        count %= 20
    if count:
        out += chr(ord("G") + count - 1)
    return out + digit
