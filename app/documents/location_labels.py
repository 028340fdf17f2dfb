"""Labels of places on A4, two beside each other and seven below (99.1 × 38.1 mm, a common size of sticky sheets)."""

from __future__ import annotations

from app.documents.barcodes import code128, module_width, on_dots
from app.documents.content import PlaceLabel, PlaceLabels
from app.documents.sheet import DoesNotFit, Sheet, printable, width
from app.errors import BadInput

_PAGE = (210.0, 297.0)
COLUMNS, ROWS = 2, 7
_LABEL = (99.1, 38.1)
_LEFT, _TOP, _STEP = 4.65, 15.15, 101.6
_PAD = 3.0
_LARGEST, _SMALLEST = 34.0, 12.0
_BARS = 12.0


def location_labels(content: PlaceLabels) -> bytes:
    """Render the sheets; a place's code large enough for the aisle, its barcode beneath.

    Raises:
        BadInput: there is no place, or a barcode cannot be one.
        DoesNotFit: a code or barcode is too long for its label; names the field.
        NotPrintable: a code holds characters that our font does not have.
    """
    if not content.places:
        raise BadInput("There is no place to label.", hint="Choose places first.")
    sheet = Sheet(*_PAGE, "Quai")
    for start in range(0, len(content.places), COLUMNS * ROWS):
        for at, place in enumerate(content.places[start : start + COLUMNS * ROWS]):
            row, column = divmod(at, COLUMNS)
            _label(sheet, _LEFT + column * _STEP, _TOP + row * _LABEL[1], place)
        sheet.next_page()
    return sheet.finish()


def _label(sheet: Sheet, x: float, y: float, place: PlaceLabel) -> None:
    code, middle = printable(place.code, "code"), x + _LABEL[0] / 2
    size = _size(code)
    sheet.text_centred(middle, y + 14.5, code, size, bold=True)
    modules = code128(place.barcode)
    module = module_width(modules, _LABEL[0], 0.375)
    if module is None:
        raise DoesNotFit(
            f"The barcode {place.barcode} is too long for the label.",
            hint="Give the place a shorter barcode.",
            field="barcode",
            length=len(place.barcode),
        )
    sheet.bars(on_dots(middle - len(modules) * module / 2), y + 18.0, modules, module, _BARS)
    sheet.text_centred(middle, y + 34.0, printable(place.barcode, "barcode"), 8)


def _size(code: str) -> float:
    """The largest type in which the code stands on one line."""
    room = _LABEL[0] - 2 * _PAD
    size = min(_LARGEST, _LARGEST * room / max(width(code, _LARGEST, bold=True), 1.0))
    if size < _SMALLEST:
        raise DoesNotFit(
            f"The place {code} is too long for its label.",
            hint="Give the place a shorter code.",
            field="code",
            length=len(code),
        )
    return round(size, 1)
