"""A test page, A6: whether a printer prints, at which size, and bars that a scanner can read."""

from __future__ import annotations

from app.documents.barcodes import code128
from app.documents.sheet import Sheet, printable, wrap_hard
from app.documents.words import Language

_WIDTH, _HEIGHT, _EDGE = 105.0, 148.0, 5.0
_TEXTS = {
    "en": ("Test page", "This line is 80 mm long.", "Scan this: it says TEST-QUAI."),
    "fr": ("Page de test", "Ce trait mesure 80 mm.", "Scannez : on doit lire TEST-QUAI."),
}
CODE = "TEST-QUAI"


def test_page(printer: str, language: Language) -> bytes:
    """Render the page; `printer` is printed on it as it was typed.

    Raises:
        NotPrintable: its name holds characters that our font does not have.
    """
    title, ruler, scan = _TEXTS[language]
    sheet = Sheet(_WIDTH, _HEIGHT, title)
    sheet.box(_EDGE, _EDGE, _WIDTH - 2 * _EDGE, _HEIGHT - 2 * _EDGE)
    sheet.text(_EDGE + 5, 24, title, 22, bold=True)
    at = 34.0
    for line in wrap_hard(printable(printer, "printer"), 11, _WIDTH - 2 * _EDGE - 10):
        sheet.text(_EDGE + 5, at, line, 11)
        at += 5.5
    sheet.rule(12.5, 76, 92.5, 0.5)
    sheet.text_centred(_WIDTH / 2, 82, ruler, 10)
    modules = code128(CODE)
    sheet.bars((_WIDTH - len(modules) * 0.5) / 2, 96, modules, 0.5, 20)
    sheet.text_centred(_WIDTH / 2, 122, scan, 10)
    sheet.next_page()
    return sheet.finish()
