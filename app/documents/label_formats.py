"""The forms in which a desk's label printer takes labels (`desk_printer.format`): stock, language, dots an inch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import pypdfium2
from reportlab.lib.units import mm

from app.documents.content import ShipmentLabel
from app.documents.content_shipping import PalletLabel
from app.documents.copies import A4, FINE, PDFIUM, ZPL_WIDTH, is_pdf, saved
from app.documents.labels import A6, FOUR_BY_SIX, Size, shipment_label
from app.documents.pallet_label import pallet_label
from app.documents.zpl import pallet_label_zpl, shipment_label_zpl

PDF, ZPL = "application/pdf", "application/zpl"


@dataclass(frozen=True, slots=True)
class LabelFormat:
    """A form of labels.

    Attributes:
        name: As it is stored with a desk's printer.
        size: The label itself.
        dpi: Of a label printer that takes ZPL; 0 for PDF.
        two_up: Two labels a sheet of A4, one in each half; they are stored one by one and put onto sheets for the printer.
    """

    name: str
    size: Size
    dpi: int = 0
    two_up: bool = False

    @property
    def media_type(self) -> str:
        """Of a label in this form."""
        return ZPL if self.dpi else PDF

    def draw(self, content: ShipmentLabel | PalletLabel) -> bytes:
        """A label as it is kept with its parcel or pallet.

        Raises:
            DoesNotFit, NotPrintable, BadInput: it cannot be set; names the field.
        """
        if isinstance(content, PalletLabel):
            if self.dpi:
                return pallet_label_zpl(content, self.dpi, self.size)
            return pallet_label(content, self.size)
        if self.dpi:
            return shipment_label_zpl(content, self.dpi, self.size)
        return shipment_label(content, self.size)

    def takes(self, label: bytes) -> bool:
        """Whether a printer set to this form understands a stored label: its language, and the dots it was drawn for."""
        if is_pdf(label):
            return not self.dpi
        return bool(self.dpi) and zpl_dpi(label) == self.dpi

    def job(self, labels: Sequence[bytes], start: int = 0) -> bytes:
        """Stored labels as one paper for the printer; one alone is what is stored, but for sheets.

        Args:
            labels: At least one, in this form.
            start: On sheets: 1 leaves the first half of the first sheet free, where its label is gone already.
        """
        if self.dpi:
            return b"".join(labels)
        if self.two_up:
            return _sheets(tuple(labels), start)
        return labels[0] if len(labels) == 1 else _pages(tuple(labels))


FORMATS = (
    LabelFormat("a6", A6),
    LabelFormat("4x6", FOUR_BY_SIX),
    LabelFormat("a4_2up", A6, two_up=True),
    LabelFormat("zpl203", FOUR_BY_SIX, 203),
    LabelFormat("zpl300", FOUR_BY_SIX, 300),
    LabelFormat("zpl203_a6", A6, 203),
    LabelFormat("zpl300_a6", A6, 300),
)
"""All of them; the first is for a desk that says none."""


def label_format(name: str) -> LabelFormat:
    """The form of that name; the first one where none is said.

    Raises:
        KeyError: there is none (a programming error).
    """
    if not name:
        return FORMATS[0]
    return {known.name: known for known in FORMATS}[name]


def zpl_dpi(label: bytes) -> int:
    """Of which printer a label in ZPL is, by the width that it sets."""
    found = re.search(ZPL_WIDTH, label)
    return 300 if found and int(found[1]) > FINE else 203


def zpl_size(label: bytes) -> Size:
    """The stock of a label in ZPL, by the length that it sets."""
    found = re.search(rb"\^LL(\d+)", label)
    a6 = {round(A6.height * dpi / 25.4) for dpi in (203, 300)}
    return A6 if found and int(found[1]) in a6 else FOUR_BY_SIX


def _joined(labels: Sequence[bytes]) -> pypdfium2.PdfDocument:
    out = pypdfium2.PdfDocument.new()
    for label in labels:
        one = pypdfium2.PdfDocument(label)
        out.import_pages(one)
        one.close()
    return out


@lru_cache(maxsize=2)
def _pages(labels: tuple[bytes, ...]) -> bytes:
    """One file; remembered, as sheets are."""
    with PDFIUM:
        out = _joined(labels)
        try:
            return saved(out, b"".join(labels))
        finally:
            out.close()


@lru_cache(maxsize=4)
def _sheets(labels: tuple[bytes, ...], start: int) -> bytes:
    """Two labels a sheet, each in the middle of its half and in its own size.

    PDFium puts pages side by side but scales them to their cells: so the cells are as high as a label, and what a sheet of A4 is
    higher becomes its edge. PDFium numbers the parts of such a file as they lie in memory: what was made is remembered, so that
    a step that is done again in this program stores the same bytes.
    """
    high = A6.height * mm
    with PDFIUM:
        joined = _joined(labels)
        try:
            if start:
                joined.new_page(A6.width * mm, high, 0)
            raw = pypdfium2.raw.FPDF_ImportNPagesToOne(joined, A4[0] * mm, 2 * high, 1, 2)
            out = pypdfium2.PdfDocument(raw)
            try:
                edge = (A4[1] * mm - 2 * high) / 2
                for page in out:
                    page.set_mediabox(0, -edge, A4[0] * mm, 2 * high + edge)
                return saved(out, b"".join(labels))
            finally:
                out.close()
        finally:
            joined.close()
