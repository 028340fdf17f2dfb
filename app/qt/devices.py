"""Printers of a system without CUPS, through Qt: Windows. A PDF is drawn page by page at the printer's own dots."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pypdfium2
from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.documents.copies import PDFIUM
from app.integrations.printers import PrinterKind, any_system_target
from app.integrations.printers.base import PerhapsPrinted, PrinterAway, PrinterRefused, is_pdf, plain_title

MOST_DOTS = 600
"""Dots an inch that a page is drawn with at most; a finer printer gets each of them as a block of its own."""
_POINTS = 72.0


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A page, its size in points, and how many of the printer's dots stand for one of the image's."""

    image: QImage
    size: QSizeF
    block: int


def known_printers() -> tuple[str, ...]:
    """The printers that the system knows, by name."""
    return tuple(sorted(QPrinterInfo.availablePrinterNames()))


class QtPrinter:
    """Hands papers to the system's own queue."""

    def __init__(self, target: str) -> None:
        self._name = any_system_target(target)

    def send(self, data: bytes, title: str, copies: int = 1) -> str:
        """Print a PDF; gives the printer's name.

        Raises:
            PrinterAway: the system knows no such printer.
            PrinterRefused: the paper is no PDF, or the printer does not begin.
            PerhapsPrinted: it stopped on the way.
        """
        info = QPrinterInfo.printerInfo(self._name)
        if info.isNull():
            raise PrinterAway(
                f"This system knows no printer {self._name}.",
                hint="Choose one from the list of printers.",
                printer=self._name,
            )
        print_pdf(QPrinter(info, QPrinter.PrinterMode.HighResolution), data, title, copies)
        return self._name


SYSTEM = PrinterKind("system", QtPrinter, any_system_target, known_printers)
"""Takes the place of the kind that asks CUPS."""


def print_pdf(printer: QPrinter, data: bytes, title: str, copies: int = 1) -> int:
    """Print every page in its own size, to scale and never fitted to the printable area; the number of pages.

    May be called from any thread.

    Raises:
        PrinterRefused: it is no PDF, or the printer does not begin.
        PerhapsPrinted: it stopped on the way.
    """
    name = printer.printerName() or printer.outputFileName()
    if not is_pdf(data):
        raise PrinterRefused(
            f"{name} takes this paper only through its network address.",
            hint="Set it up with host:port 9100.",
            printer=name,
        )
    printer.setFullPage(True)
    printer.setDocName(plain_title(title))
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setCopyCount(copies)
    painter = QPainter()
    number, pages = 0, 1
    while number < pages:
        drawn, pages = _draw(data, number, printer.resolution(), name)
        printer.setPageLayout(_layout(drawn.size))
        begun = printer.newPage() if number else painter.begin(printer)
        if not begun:
            if number:
                raise PerhapsPrinted(name)
            raise PrinterRefused(f"{name} takes no papers now.", hint="Look at its queue.", printer=name)
        _put(painter, drawn)
        number += 1
    if not painter.end() or printer.printerState() in _BROKEN:
        raise PerhapsPrinted(name)
    return pages


_BROKEN = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)


def _layout(size: QSizeF) -> QPageLayout:
    """A page of this size, upright or lying, without margins."""
    lying = size.width() > size.height()
    upright = size.transposed() if lying else size
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    layout = QPageLayout(paper, way, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _put(painter: QPainter, drawn: _Drawn) -> None:
    """Draw the page dot for dot: bars of a barcode are whole dots wide, and stay so."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    wide, high = drawn.image.width() * drawn.block, drawn.image.height() * drawn.block
    painter.drawImage(QRectF(QPointF(0, 0), QSizeF(wide, high)), drawn.image)


def _draw(data: bytes, number: int, dots: int, name: str) -> tuple[_Drawn, int]:
    """Draw a page of a PDF in grey for a printer with so many dots an inch; the page, and how many pages there are."""
    block = math.ceil(dots / MOST_DOTS)
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise PrinterRefused(
                "This paper cannot be read.", hint="Make it anew where it came from.", printer=name
            ) from error
        try:
            page = document[number]
            width, height = page.get_size()
            bitmap = page.render(scale=dots / block / _POINTS, grayscale=True)
            image = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_Grayscale8,
            ).copy()
            bitmap.close()
            page.close()
            return _Drawn(image, QSizeF(width, height), block), len(document)
        finally:
            document.close()
