"""A stored paper once more: the same page, with COPY on it, so that two of them are never taken for two parcels or two lists."""

from __future__ import annotations

import io
import re
import threading

import pypdfium2
from reportlab.lib.units import mm

from app.documents.sheet import Sheet, width
from app.documents.words import word

PDFIUM = threading.Lock()
"""PDFium serves one thread at a time; whoever else opens papers with it takes this lock."""
_SIZE = 8.0
_PAD = 1.0
_TOP_LABEL, _TOP_SHEET = 1.5, 7.0
"""Points, then millimetres: the upper edge, which our papers leave free; office printers do not reach the first five."""
_LABEL_WIDTH = 110.0
_IDS = re.compile(rb"/ID\[<([0-9A-F]+)><[0-9A-F]+>\]")


def as_copy(pdf: bytes) -> bytes:
    """The paper with COPY / DUPLICATA at the upper edge of every page; all else is as it was.

    Both words, since the stored bytes do not say for whom they were written. The same paper gives the same bytes.
    """
    with PDFIUM:
        paper = pypdfium2.PdfDocument(pdf)
        try:
            for page in paper:
                wide, high = page.get_size()
                stamp = pypdfium2.PdfDocument(_stamp(wide / mm, high / mm))
                page.insert_obj(stamp.page_as_xobject(0, paper).as_pageobject())
                page.gen_content()
                stamp.close()
            out = io.BytesIO()
            paper.save(out)
            # The second identifier of a file is new at every writing (ISO 32000-1, 14.4); ours follows from the content.
            return _IDS.sub(rb"/ID[<\1><\1>]", out.getvalue())
        finally:
            paper.close()


def _stamp(wide: float, high: float) -> bytes:
    words = f"{word('copy', 'en')} / {word('copy', 'fr')}"
    length = width(words, _SIZE, bold=True) + 2 * _PAD
    sheet = Sheet(wide, high, words)
    left, top = (wide - length) / 2, _TOP_LABEL if wide < _LABEL_WIDTH else _TOP_SHEET
    sheet.box(left, top, length, 4.2, filled=True)
    sheet.text(left + _PAD, top + 3.1, words, _SIZE, bold=True, white=True)
    return sheet.finish()
