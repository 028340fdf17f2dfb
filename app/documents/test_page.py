"""A test page in the form of a desk's labels: whether a printer prints, at which size, and bars that a scanner can read."""

from __future__ import annotations

from app.documents.label_formats import LabelFormat
from app.documents.labels import Paper, PdfLabels, Size
from app.documents.sheet import printable, wrap_hard
from app.documents.words import Language
from app.documents.zpl import ZplLabel

_EDGE = 5.0
_TEXTS = {
    "en": ("Test page", "This line is 80 mm long.", "Scan this: it says TEST-QUAI."),
    "fr": ("Page de test", "Ce trait mesure 80 mm.", "Scannez : on doit lire TEST-QUAI."),
}
CODE = "TEST-QUAI"


def test_page(printer: str, language: Language, form: LabelFormat) -> bytes:
    """Render the page; `printer` is printed on it as it was typed.

    Raises:
        NotPrintable: its name holds characters that our font does not have.
    """
    if form.dpi:
        label = ZplLabel(form.size, form.dpi)
        _draw(label, form.size, printer, language)
        return label.finish()
    sheet = PdfLabels(form.size, _TEXTS[language][0])
    _draw(sheet, form.size, printer, language)
    sheet.next_page()
    return form.job([sheet.finish()])


def _draw(sheet: Paper, size: Size, printer: str, language: Language) -> None:
    title, ruler, scan = _TEXTS[language]
    middle = size.width / 2
    sheet.box(_EDGE, _EDGE, size.width - 2 * _EDGE, size.height - 2 * _EDGE)
    sheet.text(_EDGE + 5, 24, title, 22, bold=True)
    at = 34.0
    for line in wrap_hard(printable(printer, "printer"), 11, size.width - 2 * _EDGE - 10):
        sheet.text(_EDGE + 5, at, line, 11)
        at += 5.5
    sheet.rule(middle - 40, 76, middle + 40, 0.5)
    sheet.text_centred(middle, 82, ruler, 10)
    sheet.tracking(middle, 96, CODE, 20)
    sheet.text_centred(middle, 122, scan, 10)
