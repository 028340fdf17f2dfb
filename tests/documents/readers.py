"""Reading papers as somebody else would: rasterised by PDFium, barcodes decoded by ZXing, text and fonts taken from the file."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

import pypdfium2
import zxingcpp

DPIS = (203, 300)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A barcode as a scanner sees it; `identifier` is the AIM symbology identifier (']C1' for GS1-128)."""

    text: str
    identifier: str
    page: int


def decode(pdf: bytes, dpi: int) -> list[Decoded]:
    """Every barcode of every page; pages are looked at in strips too, since stacked alike codes are merged."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    try:
        for number, page in enumerate(document, 1):
            picture = page.render(scale=dpi / 72).to_pil().convert("L")
            for code in zxingcpp.read_barcodes(picture):
                found.append(Decoded(code.text, code.symbology_identifier, number))
    finally:
        document.close()
    return found


def texts(pdf: bytes) -> list[str]:
    """The text of each page, as it would be copied from a viewer."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def ink(pdf: bytes, page: int = 0) -> tuple[float, float, float, float]:
    """The box that holds all ink of a page, in millimetres: left, top, right, bottom, and the page must be larger."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[page].render(scale=4).to_pil().convert("L")
        box = picture.point(lambda value: 255 if value < 200 else 0).getbbox()
        assert box is not None
        left, top, right, bottom = (side / 4 / 72 * 25.4 for side in box)
        return left, top, right, bottom
    finally:
        document.close()


def base_fonts(pdf: bytes) -> set[str]:
    """The names of all fonts that the file refers to."""
    plain = pdf + b"".join(_inflated(pdf))
    return {name.decode() for name in re.findall(rb"/BaseFont\s*/([^\s/]+)", plain)}


def _inflated(pdf: bytes) -> list[bytes]:
    out = []
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            out.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return out
