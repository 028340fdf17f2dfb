"""Hazard labels on A4: sizes, colours and figures as ADR 5.2.2.2 wants them, each once, and only where they can be in colour."""

from __future__ import annotations

import math
from typing import Any

import pypdfium2
import pytest

from app.documents.copies import as_copy
from app.documents.hazard_labels import BLACK, BLUE, GREEN, MODELS, RED, WHITE, YELLOW, Colour, draw_label
from app.documents.hazard_marks import drawn_labels, hazard_marks_a4, hazard_marks_a6
from app.documents.sheet import Sheet
from app.domain.hazards import CLASSES
from tests.documents import samples
from tests.documents.readers import texts

DPI = 120
MIDDLE = 80.0
LOOKS: dict[str, tuple[Colour, Colour, Colour, Colour, str]] = {
    "2.1": (RED, RED, WHITE, WHITE, "2"),
    "2.2": (GREEN, GREEN, WHITE, WHITE, "2"),
    "2.3": (WHITE, WHITE, BLACK, BLACK, "2"),
    "3": (RED, RED, WHITE, WHITE, "3"),
    "4.1": (RED, RED, BLACK, BLACK, "4"),
    "4.2": (WHITE, RED, BLACK, BLACK, "4"),
    "4.3": (BLUE, BLUE, WHITE, WHITE, "4"),
    "5.1": (YELLOW, YELLOW, BLACK, BLACK, "5.1"),
    "5.2": (RED, YELLOW, WHITE, BLACK, "5.2"),
    "6.1": (WHITE, WHITE, BLACK, BLACK, "6"),
    "8": (WHITE, BLACK, BLACK, WHITE, "8"),
    "9": (WHITE, WHITE, BLACK, BLACK, "9"),
    "9A": (WHITE, WHITE, BLACK, BLACK, "9"),
}
"""Of each model, from the table of 5.2.2.2.2: the corner above, that below, the symbol and its line, the figure and its line."""


def drawn(name: str, side: float = 100.0) -> tuple[bytes, Any]:
    """A label on a page of its own, and what it looks like."""
    sheet = Sheet(2 * MIDDLE, 2 * MIDDLE, name)
    draw_label(sheet, name, MIDDLE, MIDDLE, side)
    sheet.next_page()
    pdf = sheet.finish()
    return pdf, pypdfium2.PdfDocument(pdf)[0].render(scale=DPI / 72).to_pil().convert("RGB")


def at(picture: Any, x: float, y: float) -> Colour:
    """The colour at a point, in millimetres from the label's middle."""
    return tuple(
        part / 255
        for part in picture.getpixel((int((MIDDLE + x) / 25.4 * DPI), int((MIDDLE + y) / 25.4 * DPI)))
    )


def near(found: Colour, wanted: Colour) -> bool:
    return max(abs(one - other) for one, other in zip(found, wanted, strict=True)) < 0.06


def inwards(distance: float, side: float = 100.0) -> float:
    """From the middle straight up (or down) to what runs along the edge in a distance from it."""
    return (side / 2 - distance) * math.sqrt(2)


def test_every_class_but_those_that_bear_more_than_a_product_says_is_drawn() -> None:
    assert set(CLASSES) - set(MODELS) == {"1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "6.2", "7"}
    assert set(MODELS) == set(LOOKS)


@pytest.mark.parametrize(
    ("name", "side"), [*((name, 100.0) for name in sorted(LOOKS)), ("3", 68.0), ("5.1", 68.0)]
)
def test_a_label_is_as_the_table_wants_it(name: str, side: float) -> None:
    above, below, ink, figure_ink, figure = LOOKS[name]
    pdf, picture = drawn(name, side)
    scale = side / 100
    for sign, ground, line in ((-1, above, ink), (1, below, figure_ink)):
        assert near(at(picture, 0, sign * inwards(2.5 * scale, side)), ground), (
            "the edge, outside of the line"
        )
        assert near(at(picture, 0, sign * inwards(6.0 * scale, side)), line), "the line, 5 mm inside"
    dark = picture.convert("L").point(lambda value: 255 if value < 250 else 0).getbbox()
    found = [edge / DPI * 25.4 for edge in dark]
    assert found[2] - found[0] == pytest.approx(side * math.sqrt(2), abs=0.7)
    assert found[3] - found[1] == pytest.approx(side * math.sqrt(2), abs=0.7)
    assert texts(pdf) == [figure], "the figure, and no other word"
    words = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    _, foot, _, top = (edge / 72 * 25.4 for edge in words.get_charbox(0))
    assert top - foot > 8 * scale, "the figure can be read from afar"
    assert MIDDLE - foot > 40 * scale, "and stands in the corner below"
    assert MIDDLE - foot < inwards(7 * scale, side)


@pytest.mark.parametrize("name", sorted(LOOKS))
def test_nothing_of_a_symbol_touches_the_line(name: str) -> None:
    """The strip inside of the line has the colour of the ground; where stripes end in it, there is nothing to see."""
    above, below, *_ = LOOKS[name]
    _, picture = drawn(name)
    strip = inwards(7.8)
    for tenth in range(1, 10):
        x = strip * tenth / 10
        for left in (-x, x):
            for sign, ground in ((-1, above), (1, below)):
                striped = name == "4.1" or (name in ("9", "9A") and sign < 0)
                assert striped or near(at(picture, left, sign * (strip - x)), ground), (left, sign)


@pytest.mark.parametrize(
    ("name", "row", "colour"), [("4.1", 0.0, RED), ("9", -3.0, BLACK), ("9A", -3.0, BLACK)]
)
def test_there_are_seven_stripes(name: str, row: float, colour: Colour) -> None:
    _, picture = drawn(name)
    half = inwards(7.5 + abs(row))
    seen = [near(at(picture, x / 4, row), colour) for x in range(int(-half * 4), int(half * 4))]
    assert sum(now and not before for before, now in zip([False, *seen], seen, strict=False)) == 7


def test_labels_are_drawn_once_on_a4_and_others_are_named() -> None:
    goods = (("1098", "6.1 (3)"), ("1170", "3"), ("3480", "9"), ("2814", "6.2"))
    assert drawn_labels(goods) == ("6.1", "3", "9A")
    pages = texts(hazard_marks_a4(samples.marks(100.0, limited=False, goods=goods)))
    assert len(pages) == 3, "a label each, the UN numbers below the first ones"
    whole = "\n".join(pages)
    for words in ("Hazard label no. 6.1 (3)", "Hazard label no. 9A", "Add hazard label no. 6.2"):
        assert whole.count(words) >= 1
    assert "Add hazard label no. 3" not in whole
    assert [whole.count(f"UN {number}") for number, _ in goods] == [1, 1, 1, 1]
    assert "only in colour (red)" in pages[1]
    assert "only in colour" not in pages[0] + pages[2], "black on white needs none"
    for label in texts(hazard_marks_a6(samples.marks(68.0, limited=False, goods=goods))):
        assert "only in colour" not in label


def test_many_un_numbers_stand_on_sheets_of_their_own() -> None:
    goods = tuple((f"{number}", "3") for number in range(1170, 1190))
    pages = texts(hazard_marks_a4(samples.marks(100.0, "fr", limited=False, goods=goods)))
    assert [page.count("UN ") for page in pages] == [3, 7, 7, 3]
    assert "rouge" in pages[0]


def test_labels_of_small_parcels_are_smaller() -> None:
    pdf = hazard_marks_a4(samples.marks(68.0, limited=False, goods=(("1170", "3"),)))
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=DPI / 72).to_pil().convert("RGB")
    red = [x for x in range(picture.width) if near(_pixel(picture, x, 14.0 + 68 / math.sqrt(2)), RED)]
    assert (red[-1] - red[0]) / DPI * 25.4 == pytest.approx(68 * math.sqrt(2), abs=1.2)


def _pixel(picture: Any, x: int, y_mm: float) -> Colour:
    return tuple(part / 255 for part in picture.getpixel((x, round(y_mm / 25.4 * DPI))))


def test_a_copy_leaves_the_label_whole() -> None:
    pdf = hazard_marks_a4(samples.marks(100.0, goods=(("1170", "3"),)))
    first, copy = (
        [page.render(scale=DPI / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(data)]
        for data in (pdf, as_copy(pdf))
    )
    above = round(13.5 / 25.4 * DPI)
    for page, marked in zip(first, copy, strict=True):
        box = (0, above, page.width, page.height)
        assert page.crop(box).tobytes() == marked.crop(box).tobytes()
        assert page.tobytes() != marked.tobytes()
