"""A stored paper once more: the same bytes, with COPY on them, so that two are never taken for two parcels or two lists."""

from __future__ import annotations

import hashlib
import io
import re
import threading
from contextlib import closing
from functools import lru_cache

import pypdfium2
from reportlab.lib.units import mm

from app.documents.sheet import Sheet, width
from app.documents.words import word

PDFIUM = threading.Lock()
"""PDFium serves one thread at a time; whoever else opens papers with it takes this lock."""
A4 = (210.0, 297.0)
LABEL_LEFT = 52.5
"""Where a label of A6 stands in its half of a sheet of A4."""
ZPL_WIDTH = re.compile(rb"\^PW(\d+)")
_IDS = re.compile(rb"/ID ?\[ ?<([0-9A-F]+)> ?<[0-9A-F]+> ?\]")
_SIZE = 8.0
_PAD = 1.0
_AT_ONCE = 8
_HIGH = 4.2
_TOP_LABEL, _TOP_SHEET, _TOP_HALF = 1.5, 7.0, 20.0
"""Points, then millimetres: the upper edge, which our papers leave free; office printers do not reach the first five."""
_LABEL_WIDTH = 110.0
FINE = 1000
"""Dots across a label (^PW): more than this is a printer of 300 dpi."""


def is_pdf(data: bytes) -> bool:
    """Whether a paper is a PDF."""
    return data.startswith(b"%PDF-")


def is_zpl(data: bytes) -> bool:
    """Whether a paper is in the language of label printers."""
    return data.lstrip().startswith(b"^XA")


def is_whole(data: bytes) -> bool:
    """Whether a paper that somebody else made is there to its end: a PDF that opens and has a page, ZPL that ends its label."""
    if not is_pdf(data):
        return is_zpl(data) and data.rstrip().endswith(b"^XZ")
    try:
        with PDFIUM, closing(pypdfium2.PdfDocument(data)) as paper:
            return len(paper) > 0
    except pypdfium2.PdfiumError:
        return False


def as_copy(data: bytes, *, halves: bool = False) -> bytes:
    """The paper with COPY / DUPLICATA at the upper edge of every page or label; all else is as it was.

    Both words, since the stored bytes do not say for whom they were written. The same paper gives the same bytes.

    Args:
        data: A PDF, or labels in ZPL.
        halves: Sheets of A4 hold labels: each used half says it, beside its label, and a half that is still free stays so.
    """
    return _zpl_copy(data) if is_zpl(data) else _pdf_copy(data, halves)


def _words() -> str:
    return f"{word('copy', 'en')} / {word('copy', 'fr')}"


def _zpl_copy(zpl: bytes) -> bytes:
    """Add a field at the end of each label, white on black at the upper edge; only ASCII letters, which every printer has."""
    found = ZPL_WIDTH.search(zpl)
    wide = int(found[1]) if found else 812
    dots = (300 if wide > FINE else 203) / 25.4
    length, high = round((width(_words(), _SIZE, bold=True) + 2 * _PAD) * dots), round(_HIGH * dots)
    left, top, letter = (wide - length) // 2, round(_TOP_LABEL * dots), round(_SIZE / 72 * 25.4 * dots)
    stamp = (
        f"^FO{left},{top}^GB{length},{high},{high}^FS"
        f"^FT{left},{top + round(3.1 * dots)}^A0N,{letter},{letter}^FB{length},1,0,C,0^FR^FD{_words()}^FS\n"
    ).encode("ascii")
    return re.sub(rb"\^PQ[^\^]*\^XZ|\^XZ", lambda end: stamp + end[0], zpl)


@lru_cache(maxsize=2)
def _pdf_copy(pdf: bytes, halves: bool) -> bytes:
    """Marked; remembered, since PDFium numbers the parts of a joined file as they lie in memory."""
    with PDFIUM:
        with closing(pypdfium2.PdfDocument(pdf)) as paper:
            if len(paper) <= _AT_ONCE:
                _mark(paper, halves)
                return saved(paper, pdf)
            # To write a page anew, PDFium looks at all of its file: a few pages at a time, and put together, 500 take seconds.
            parts = [_part(paper, first, halves) for first in range(0, len(paper), _AT_ONCE)]
        with closing(pypdfium2.PdfDocument.new()) as copy:
            for part in parts:
                with closing(pypdfium2.PdfDocument(part)) as some:
                    copy.import_pages(some)
            return saved(copy, pdf)


def _part(paper: pypdfium2.PdfDocument, first: int, halves: bool) -> bytes:
    """Some pages of a paper, marked; as a file of its own, since PDFium numbers what it has only in memory as it likes."""
    with closing(pypdfium2.PdfDocument.new()) as some:
        some.import_pages(paper, list(range(first, min(first + _AT_ONCE, len(paper)))))
        plain = io.BytesIO()
        some.save(plain)
    with closing(pypdfium2.PdfDocument(plain.getvalue())) as some:
        _mark(some, halves)
        return saved(some, b"")


def _mark(paper: pypdfium2.PdfDocument, halves: bool) -> None:
    for page in paper:
        wide, high = (round(side / mm, 2) for side in page.get_size())
        used = _used_halves(page, high) if halves and wide > _LABEL_WIDTH else (False, False)
        stamp = pypdfium2.PdfDocument(_stamp(wide, high, used))
        page.insert_obj(stamp.page_as_xobject(0, paper).as_pageobject())
        page.gen_content()
        stamp.close()


def saved(paper: pypdfium2.PdfDocument, made_of: bytes) -> bytes:
    """The file, with identifiers that follow from what it was made of: the same papers give the same bytes.

    PDFium makes them up at every writing (ISO 32000-1, 14.4).
    """
    file = io.BytesIO()
    paper.save(file)
    name = hashlib.sha256(made_of).hexdigest()[:32].upper().encode()
    return _IDS.sub(b"/ID[<" + name + b"><" + name + b">]", file.getvalue())


def _used_halves(page: pypdfium2.PdfPage, high: float) -> tuple[bool, bool]:
    """Whether the upper half of a sheet holds a label, and the lower one."""
    middles = []
    for one in page.get_objects(max_depth=1):
        _, bottom, _, top = one.get_bounds()
        middles.append((bottom + top) / 2 / mm)
    return any(at > high / 2 for at in middles), any(at < high / 2 for at in middles)


@lru_cache(maxsize=16)
def _stamp(wide: float, high: float, halves: tuple[bool, bool]) -> bytes:
    words = _words()
    length = width(words, _SIZE, bold=True) + 2 * _PAD
    sheet = Sheet(wide, high, words)
    if any(halves):
        places = [
            ((LABEL_LEFT - length) / 2, _TOP_HALF + nth * high / 2) for nth, used in enumerate(halves) if used
        ]
    else:
        places = [((wide - length) / 2, _TOP_LABEL if wide < _LABEL_WIDTH else _TOP_SHEET)]
    for left, top in places:
        sheet.box(left, top, length, _HIGH, filled=True)
        sheet.text(left + _PAD, top + 3.1, words, _SIZE, bold=True, white=True)
    return sheet.finish()
