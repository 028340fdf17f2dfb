"""Labels: the shipment label with its SSCC (A6 and 4 x 6 in) and the return label (A6).

The shipment label follows GS1's logistic label: free text above, barcodes below, the SSCC lowest, in picket fence
orientation with its human-readable line (GS1 General Specifications 6.6; GS1 Logistic Label Guideline).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.documents import words
from app.documents.addresses import Set, fit, one_line
from app.documents.barcodes import (
    SSCC_HEIGHT,
    SSCC_X,
    TRACKING_WIDEST,
    code128,
    gs1_sscc,
    module_width,
    on_dots,
    shown_sscc,
)
from app.documents.content import ReturnLabel, ShipmentLabel
from app.documents.sheet import DoesNotFit, NotPrintable, Sheet, printable, width, wrap, wrap_hard
from app.documents.words import word


@dataclass(frozen=True, slots=True)
class Size:
    """A label stock, in millimetres."""

    name: str
    width: float
    height: float


A6 = Size("a6", 105.0, 148.0)
FOUR_BY_SIX = Size("4x6", 101.6, 152.4)
SIZES = (A6, FOUR_BY_SIX)


class Paper(Protocol):
    """What a shipment label is drawn on: a page of a PDF, or a label printer's own language. Millimetres, sizes in points."""

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
        """Write a line from `x` to the right."""

    def text_right(
        self, x: float, y: float, text: str, size: float, *, bold: bool = False, grey: float = 0
    ) -> None:
        """Write a line that ends at `x`."""

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

    def rule(self, x1: float, y: float, x2: float, thickness: float, grey: float = 0) -> None:
        """Draw a horizontal rule."""

    def box(
        self, x: float, y: float, w: float, h: float, *, filled: bool = False, thickness: float = 1.2
    ) -> None:
        """Draw a rectangle."""

    def sscc(self, middle: float, y: float, sscc: str) -> None:
        """Draw the parcel's number as GS1-128."""

    def tracking(self, middle: float, y: float, text: str, height: float) -> bool:
        """Draw a plain Code 128; False where it is too wide with its quiet zones."""


class PdfLabels(Sheet):
    """Labels as pages of a PDF."""

    def __init__(self, size: Size, title: str) -> None:
        super().__init__(size.width, size.height, title)
        self._wide = size.width

    def sscc(self, middle: float, y: float, sscc: str) -> None:
        """Draw the parcel's number as GS1-128.

        Raises:
            BadInput: not an SSCC.
        """
        modules = gs1_sscc(sscc)
        self.bars(on_dots(middle - len(modules) * SSCC_X / 2), y, modules, SSCC_X, SSCC_HEIGHT)

    def tracking(self, middle: float, y: float, text: str, height: float) -> bool:
        """Draw a plain Code 128 in the widest modules of whole dots at 203 dpi; False where none leaves the quiet zones.

        Raises:
            BadInput: it cannot be a barcode.
        """
        modules = code128(text)
        module = module_width(modules, self._wide, TRACKING_WIDEST)
        if module is None:
            return False
        self.bars(on_dots(middle - len(modules) * module / 2), y, modules, module, height)
        return True


_MARGIN = 5.0
_TRACKING_HEIGHT = 14.0


def shipment_labels(contents: Iterable[ShipmentLabel], size: Size = A6) -> bytes:
    """Render labels into one PDF, a page each.

    Raises:
        DoesNotFit: an address or a name is too long even in the smallest type; names the field.
        NotPrintable: a text holds characters that our font does not have; names the field.
        BadInput: no label, or a number that cannot be a barcode.
    """
    sheet: PdfLabels | None = None
    for content in contents:
        if sheet is None:
            sheet = PdfLabels(size, f"SSCC {content.sscc}")
        draw_shipment_label(sheet, content, size)
        sheet.next_page()
    if sheet is None:
        raise DoesNotFit("There is no label to print.", hint="Close a parcel first.", field="labels")
    return sheet.finish()


def shipment_label(content: ShipmentLabel, size: Size = A6) -> bytes:
    """Render one label; see `shipment_labels`."""
    return shipment_labels((content,), size)


def draw_shipment_label(sheet: Paper, content: ShipmentLabel, size: Size) -> None:
    """Lay the label out; the same on every paper.

    Raises:
        DoesNotFit, NotPrintable, BadInput: as `shipment_labels`.
    """
    language = content.language
    left, right = _MARGIN, size.width - _MARGIN
    spare = size.height - A6.height
    counter = str(content.parcel) if content.parcels is None else f"{content.parcel} / {content.parcels}"
    counter_start = right - width(counter, 15, bold=True)
    caption = word("parcel", language)
    caption_start = counter_start - 5 - width(caption, 8)
    sheet.text(left, 8.0, word("from", language), 6, grey=0.35)
    _sender(sheet, one_line(content.sender, language), left, caption_start - 3 - left)
    sheet.text_right(counter_start - 5, 11.6, caption, 8, grey=0.3)
    sheet.text_right(right, 11.6, counter, 15, bold=True)
    sheet.rule(left, 14.2, right, 0.8)
    sheet.text(left, 18.0, word("to", language), 6, grey=0.35)
    _address(sheet, fit(content.recipient, language, right - left, 30.5 + spare), left, 18.8)
    line = 51.5 + spare
    sheet.rule(left, line, right, 0.8)
    _carrier(sheet, content, left, right, line)
    if content.tracking.strip():
        tracking = printable(content.tracking, "tracking")
        if not tracking.isascii():
            raise NotPrintable(
                f"The tracking number {tracking} cannot be a barcode.",
                hint="Use letters and digits without accents.",
                field="tracking",
            )
        if not sheet.tracking(size.width / 2, line + 20.0, tracking, _TRACKING_HEIGHT):
            raise DoesNotFit(
                f"The tracking number {tracking} is too long for a label.",
                hint="Ask the carrier.",
                field="tracking",
            )
        shown = _groups(tracking)
        sheet.text_centred(size.width / 2, line + 38.2, word("tracking", language, shown), 9)
    sheet.rule(left, line + 41.5, right, 0.8)
    sheet.text(left, line + 45.7, word("sscc", language), 7.5, grey=0.35)
    inside = ", ".join(
        (
            words.counted("products", content.products, language),
            words.counted("pieces", content.pieces, language),
        )
    )
    sheet.text_right(right, line + 45.7, word("contents", language, inside), 8)
    sheet.sscc(size.width / 2, line + 49.0, content.sscc)
    sheet.text_centred(size.width / 2, line + 87.6, shown_sscc(content.sscc), 12, bold=True)


def _sender(sheet: Paper, text: str, left: float, limit: float) -> None:
    for size in (7.5, 7.0, 6.5, 6.0, 5.5):
        lines = wrap(text, size, limit)
        if lines is not None and len(lines) <= (1 if size == 7.5 else 2):
            for nth, piece in enumerate(lines):
                sheet.text(left, 11.4 + nth * 2.4 - (0.9 if len(lines) > 1 else 0), piece, size)
            return
    raise DoesNotFit(
        f"The sender's address is too long for a label ({len(text)} characters).",
        hint="Shorten the warehouse's address.",
        field="sender",
        length=len(text),
    )


def _address(sheet: Paper | Sheet, lines: Sequence[Set], left: float, top: float) -> None:
    for line in lines:
        sheet.text(left, top + line.baseline, line.text, line.size, bold=line.bold)


def _carrier(sheet: Paper, content: ShipmentLabel, left: float, right: float, line: float) -> None:
    language = content.language
    text_left = left
    if content.carrier:
        carrier = printable(content.carrier, "carrier")
        sheet.box(left, line + 2.0, 38.5, 13.5, filled=True, thickness=0)
        size = 22.0
        while width(carrier, size, bold=True) > 35 and size > 7:
            size -= 0.5
        if width(carrier, size, bold=True) > 35:
            raise DoesNotFit(
                f"The carrier's name {carrier} is too long.", hint="Shorten it.", field="carrier"
            )
        sheet.text_centred(left + 19.25, line + 8.75 + size * 0.127, carrier, size, white=True, bold=True)
        text_left = left + 42.5
    limit = right - text_left
    weight_and_order = f"{words.kilograms(content.weight_g, language)}    {printable(content.order, 'order')}"
    at = line + 5.9
    for text, size, bold, step, field in (
        (printable(content.service, "service"), 12.0, True, 5.3, "service"),
        (printable(content.route, "route"), 9.5, False, 4.2, "route"),
        (weight_and_order, 9.5, False, 0, "order"),
    ):
        if not text:
            continue
        while width(text, size, bold) > limit and size > 7:
            size -= 0.5
        if width(text, size, bold) > limit:
            raise DoesNotFit(f"The {field} is too long for a label: {text}.", hint="Shorten it.", field=field)
        sheet.text(text_left, at, text, size, bold=bold)
        at += step


def _groups(number: str) -> str:
    """A long number in groups of four, as people read it aloud."""
    return (
        " ".join(number[start : start + 4] for start in range(0, len(number), 4))
        if number.isalnum()
        else number
    )


def return_label(content: ReturnLabel, size: Size = A6) -> bytes:
    """Render the label that a customer puts on a parcel of returned goods.

    Raises:
        DoesNotFit, NotPrintable, BadInput: as `shipment_labels`.
    """
    language = content.language
    left, right = _MARGIN, size.width - _MARGIN
    spare = size.height - A6.height
    number = printable(content.number, "number")
    sheet = Sheet(size.width, size.height, word("return_for", language, number))
    sheet.text(left, 12.6, word("return_for", language, number), 15, bold=True)
    if content.copy:
        sheet.text_right(right, 12.4, word("copy", language), 11, bold=True)
    sheet.rule(left, 16.0, right, 0.8)
    sheet.text(left, 20.0, word("to", language), 6, grey=0.35)
    _address(sheet, fit(content.recipient, language, right - left, 31.0 + spare), left, 20.6)
    line = 54.0 + spare
    sheet.rule(left, line, right, 0.8)
    sheet.text(left, line + 4.0, word("from", language), 6, grey=0.35)
    sender = wrap_hard(one_line(content.sender, language), 8.5, right - left)
    if len(sender) > 3:
        raise DoesNotFit(
            "The customer's address is too long for a label.", hint="Shorten it.", field="sender"
        )
    for nth, piece in enumerate(sender):
        sheet.text(left, line + 8.2 + nth * 3.7, piece, 8.5)
    at = line + 9.5 + len(sender) * 3.7
    sheet.text(
        left, at + 1.5, word("returns_of", language, printable(content.order, "order")), 8.5, grey=0.25
    )
    sheet.rule(left, at + 4.0, right, 0.5, grey=0.4)
    _goods(sheet, content, left, right, at + 8.6, size.height - 37.0)
    modules = code128(number)
    module = 0.375 if len(modules) * 0.375 <= right - left - 8 else 0.33
    sheet.bars(on_dots((size.width - len(modules) * module) / 2), size.height - 34.0, modules, module, 18.0)
    sheet.text_centred(size.width / 2, size.height - 11.6, number, 11, bold=True)
    hint = word("return_hint", language)
    hint_size = 7.0
    while len(wrap_hard(hint, hint_size, right - left)) > 2:
        hint_size -= 0.25
    for nth, piece in enumerate(wrap_hard(hint, hint_size, right - left)):
        sheet.text_centred(size.width / 2, size.height - 7.4 + nth * 2.9, piece, hint_size, grey=0.25)
    sheet.next_page()
    return sheet.finish()


def _goods(sheet: Sheet, content: ReturnLabel, left: float, right: float, top: float, bottom: float) -> None:
    """Name what comes back, in the largest type that holds it all; past the smallest, say how many more there are."""
    rows: list[tuple[str, list[str]]] = []
    size = step = 0.0
    for size in (9.0, 8.0, 7.0, 6.0):
        step = size * 0.44
        rows = [
            (
                words.whole(qty, content.language),
                wrap_hard(printable(product, "product"), size, right - left - 10),
            )
            for qty, product in content.lines
        ]
        if sum(len(lines) for _, lines in rows) * step <= bottom - top:
            break
    at = top
    for shown, (count, lines) in enumerate(rows):
        if at + (len(lines) + (shown < len(rows) - 1)) * step > bottom + step:
            more = word("more_products", content.language, len(rows) - shown)
            sheet.text(left + 10, at, more, size)
            return
        sheet.text_right(left + 8, at, count, size, bold=True)
        for line in lines:
            sheet.text(left + 10, at, line, size)
            at += step
