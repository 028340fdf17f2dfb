"""Marks of dangerous goods to stick on parcels: limited quantities (ADR 3.4.7); UN numbers and labels of all others (5.2).

The mark is a square on its corner; its upper and lower parts and the line around it are black, the middle is white. Its
proportions are those of the agreement's figure: the white band is about a third of the height.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from app.documents.barcodes import shown_sscc
from app.documents.content_shipping import HazardMark, HazardMarks
from app.documents.hazard_labels import MODELS, draw_label
from app.documents.sheet import DoesNotFit, Sheet, printable, width, wrap_hard
from app.documents.words import word
from app.domain.hazards import label_models

A4 = (210.0, 297.0)
A6 = (105.0, 148.0)
LINE_SHARE = 0.02
"""Thickness of the line to the side: 2 mm of 100; a reduced mark may go down to 1 mm (3.4.7.2)."""
_BAND = 0.29
"""Half of the white band's height to half of the mark's diagonal."""
_TOP, _TOP_SHEET, _STEP, _FOOT = 8.0, 14.0, 34.0, 22.0
_UN_SIZE = 68.0
"""Points of a UN number: capitals 17 mm high; at least 12 are asked for (5.2.1.1)."""


def hazard_marks_a4(content: HazardMarks) -> bytes:
    """Render marks in full size, 100 mm a side, each on a sheet of A4; see `hazard_marks`."""
    return hazard_marks(content, A4)


def hazard_marks_a6(content: HazardMarks) -> bytes:
    """Render reduced marks on label stock, 105 x 148 mm; see `hazard_marks`."""
    return hazard_marks(content, A6)


def hazard_marks(content: HazardMarks, size: tuple[float, float]) -> bytes:
    """Render the marks of parcels: a page with the mark of limited quantities, one for each hazard label, others with UN numbers.

    Labels are drawn on A4 only: they are in colour, and label printers print in black.

    Raises:
        DoesNotFit: the mark is larger than the sheet, or there is nothing to mark.
    """
    sheet = Sheet(*size, " ".join(mark.sscc for mark in content.marks))
    if not content.marks:
        raise DoesNotFit("There is nothing to mark.", hint="Look at the parcel's goods.", field="marks")
    for mark in content.marks:
        if mark.limited:
            _limited_page(sheet, mark, *size)
            _end(sheet, mark, *size)
        goods = list(mark.goods)
        for name in drawn_labels(goods) if size == A4 else ():
            top = _label(sheet, mark, name, size[0])
            goods = _numbers(sheet, mark, goods, size, top)
            _end(sheet, mark, *size)
        while goods:
            goods = _numbers(sheet, mark, goods, size, _top(size[0]))
            _end(sheet, mark, *size)
    return sheet.finish()


def drawn_labels(goods: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The models of labels that goods bear (UN number, class) and that are drawn, each once (5.1.4)."""
    found = dict.fromkeys(name for number, label in goods for name in label_models(number, label))
    return tuple(name for name in found if name in MODELS)


def _end(sheet: Sheet, mark: HazardMark, wide: float, high: float) -> None:
    """Whose mark it is, at the foot of a page, and the next page."""
    _hint(sheet, mark, wide, high)
    sheet.next_page()


def _top(wide: float) -> float:
    """Where a mark begins: on A4 below the place of COPY, which office printers do not reach at the very edge."""
    return _TOP if wide < A4[0] else _TOP_SHEET


def _hint(sheet: Sheet, mark: HazardMark, wide: float, high: float) -> None:
    text = word("mark_hint", mark.language, f"{mark.parcel}, {shown_sscc(mark.sscc)}")
    lines = wrap_hard(text, 8, wide - 14)
    for nth, line in enumerate(lines):
        sheet.text_centred(wide / 2, high - 7.0 - (len(lines) - 1 - nth) * 3.4, line, 8, grey=0.2)


def _limited_page(sheet: Sheet, mark: HazardMark, wide: float, high: float) -> None:
    diagonal = mark.side_mm * math.sqrt(2)
    if diagonal > wide - 6 or diagonal > high - _top(wide) - 26:
        raise DoesNotFit(
            f"A mark of {mark.side_mm:g} mm does not fit on this sheet.",
            hint="Print it on A4.",
            field="side_mm",
        )
    _limited(sheet, wide / 2, _top(wide) + diagonal / 2, mark.side_mm)


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


def _label(sheet: Sheet, mark: HazardMark, name: str, wide: float) -> float:
    """A hazard label with its name and the colours that it must have below it; where the page goes on."""
    diagonal = mark.side_mm * math.sqrt(2)
    draw_label(sheet, name, wide / 2, _TOP_SHEET + diagonal / 2, mark.side_mm)
    at = _TOP_SHEET + diagonal + 6.0
    sheet.text_centred(wide / 2, at, word("label_drawn", mark.language, name), 11, bold=True)
    colours = ", ".join(word(f"hazard_{colour}", mark.language) for colour in MODELS[name].colours)
    if colours:
        for line in wrap_hard(word("label_coloured", mark.language, colours), 8, wide - 14):
            at += 4.2
            sheet.text_centred(wide / 2, at, line, 8, grey=0.2)
    return at + 7.0


def _numbers(
    sheet: Sheet, mark: HazardMark, goods: list[tuple[str, str]], size: tuple[float, float], top: float
) -> list[tuple[str, str]]:
    """UN numbers from `top` downwards, as many as there is room for; those that are left."""
    wide, high = size
    room = int((high - top - _FOOT) // _STEP)
    for nth, (number, label) in enumerate(goods[:room]):
        at = top + nth * _STEP
        text = f"UN {number}"
        points = _UN_SIZE
        while width(text, points, bold=True) > wide - 14:
            points -= 1
        sheet.text_centred(wide / 2, at + points * 0.27, text, points, bold=True)
        models = label_models(number, label)
        here = size == A4 and all(name in MODELS for name in models)
        shown = printable(label.replace("9", "9A", 1) if models[0] == "9A" else label, "hazard_class")
        hint = word("label_drawn" if here else "label_to_add", mark.language, shown)
        sheet.text_centred(wide / 2, at + points * 0.27 + 7.0, hint, 11)
    return goods[room:]
