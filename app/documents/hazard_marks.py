"""Marks of dangerous goods to stick on parcels: limited quantities (ADR 3.4.7), UN numbers of all others (ADR 5.2.1).

The mark is a square on its corner; its upper and lower parts and the line around it are black, the middle is white. Its
proportions are those of the agreement's figure: the white band is about a third of the height.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from app.documents.barcodes import shown_sscc
from app.documents.content_shipping import HazardMark, HazardMarks
from app.documents.sheet import DoesNotFit, Sheet, printable, width, wrap_hard
from app.documents.words import word

A4 = (210.0, 297.0)
A6 = (105.0, 148.0)
LINE_SHARE = 0.02
"""Thickness of the line to the side: 2 mm of 100; a reduced mark may go down to 1 mm (3.4.7.2)."""
_BAND = 0.29
"""Half of the white band's height to half of the mark's diagonal."""
_TOP, _STEP = 8.0, 34.0
_UN_SIZE = 68.0
"""Points of a UN number: capitals 17 mm high; at least 12 are asked for (5.2.1.1)."""


def hazard_marks_a4(content: HazardMarks) -> bytes:
    """Render marks in full size, 100 mm a side, each on a sheet of A4; see `hazard_marks`."""
    return hazard_marks(content, A4)


def hazard_marks_a6(content: HazardMarks) -> bytes:
    """Render reduced marks on label stock, 105 x 148 mm; see `hazard_marks`."""
    return hazard_marks(content, A6)


def hazard_marks(content: HazardMarks, size: tuple[float, float]) -> bytes:
    """Render the marks of parcels: a page with the mark of limited quantities, others with UN numbers.

    Raises:
        DoesNotFit: the mark is larger than the sheet, or there is nothing to mark.
    """
    sheet = Sheet(*size, " ".join(mark.sscc for mark in content.marks))
    if not content.marks:
        raise DoesNotFit("There is nothing to mark.", hint="Look at the parcel's goods.", field="marks")
    for mark in content.marks:
        if mark.limited:
            _limited_page(sheet, mark, *size)
            _hint(sheet, mark, *size)
            sheet.next_page()
        for first in range(0, len(mark.goods), per_page(size)):
            _numbers(sheet, mark, mark.goods[first : first + per_page(size)], size[0])
            _hint(sheet, mark, *size)
            sheet.next_page()
    return sheet.finish()


def per_page(size: tuple[float, float]) -> int:
    """How many UN numbers a sheet takes."""
    return int((size[1] - _TOP - 22.0) // _STEP)


def _hint(sheet: Sheet, mark: HazardMark, wide: float, high: float) -> None:
    text = word("mark_hint", mark.language, f"{mark.parcel}, {shown_sscc(mark.sscc)}")
    lines = wrap_hard(text, 8, wide - 14)
    for nth, line in enumerate(lines):
        sheet.text_centred(wide / 2, high - 7.0 - (len(lines) - 1 - nth) * 3.4, line, 8, grey=0.2)


def _limited_page(sheet: Sheet, mark: HazardMark, wide: float, high: float) -> None:
    diagonal = mark.side_mm * math.sqrt(2)
    if diagonal > wide - 6 or diagonal > high - 34:
        raise DoesNotFit(
            f"A mark of {mark.side_mm:g} mm does not fit on this sheet.",
            hint="Print it on A4.",
            field="side_mm",
        )
    _limited(sheet, wide / 2, _TOP + diagonal / 2, mark.side_mm)


def _limited(sheet: Sheet, x: float, y: float, side: float) -> None:
    """The mark with its middle at (x, y); the outer edge of its line is the given side apart."""
    line = side * LINE_SHARE
    half = side / math.sqrt(2)
    inner = half - line / 2 * math.sqrt(2)  # the line is drawn along its middle
    points = [(x, y - inner), (x + inner, y), (x, y + inner), (x - inner, y)]
    sheet.outline(points, thickness=line / 25.4 * 72)
    band = half * _BAND
    run = inner - band
    for sign in (-1, 1):
        sheet.outline(
            [(x, y + sign * inner), (x + run, y + sign * band), (x - run, y + sign * band)], filled=True
        )


def _numbers(sheet: Sheet, mark: HazardMark, goods: Sequence[tuple[str, str]], wide: float) -> None:
    at = _TOP
    for number, label in goods:
        text = f"UN {number}"
        size = _UN_SIZE
        while width(text, size, bold=True) > wide - 14:
            size -= 1
        sheet.text_centred(wide / 2, at + size * 0.27, text, size, bold=True)
        hint = word("label_to_add", mark.language, printable(label, "hazard_class"))
        sheet.text_centred(wide / 2, at + size * 0.27 + 7.0, hint, 11)
        at += _STEP
