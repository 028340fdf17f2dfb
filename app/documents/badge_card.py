"""A person's badge: a card of the usual size (85.6 × 54 mm) to be cut out of an A6 page."""

from __future__ import annotations

from app.documents.barcodes import code128, module_width, on_dots
from app.documents.content import BadgeCard
from app.documents.sheet import DoesNotFit, Sheet, printable, wrap, wrap_hard
from app.documents.words import word

_WIDTH, _HEIGHT = 105.0, 148.0
_CARD = (85.6, 54.0)
_LEFT, _TOP = (_WIDTH - _CARD[0]) / 2, 10.0
_PAD = 4.0
_NAME_SIZES = (18.0, 15.0, 12.0, 10.0)
_BARS = 15.0


def badge_card(content: BadgeCard) -> bytes:
    """Render the badge: company, name, and what a bench scans.

    Raises:
        NotPrintable: the name holds characters that our font does not have.
        DoesNotFit: name or badge is too long for the card; names the field.
        BadInput: the badge cannot be a barcode.
    """
    middle = _WIDTH / 2
    sheet = Sheet(_WIDTH, _HEIGHT, word("badge", content.language))
    sheet.box(_LEFT, _TOP, *_CARD, thickness=0.5)
    company = wrap_hard(printable(content.company, "company"), 9, _CARD[0] - 2 * _PAD)
    sheet.text_centred(middle, _TOP + 7.0, company[0] if company else "", 9, grey=0.25)
    size, lines = _name(printable(content.name, "name"))
    at = _TOP + 16.5 - (len(lines) - 1) * size * 0.18
    for line in lines:
        sheet.text_centred(middle, at, line, size, bold=True)
        at += size * 0.42
    modules = code128(content.badge)
    module = module_width(modules, _CARD[0] - 1.0, 0.375)
    if module is None:
        raise DoesNotFit(
            f"The badge {content.badge} is too long for the card.",
            hint="Make a new badge.",
            field="badge",
            length=len(content.badge),
        )
    sheet.bars(on_dots(middle - len(modules) * module / 2), _TOP + 28.0, modules, module, _BARS)
    sheet.text_centred(middle, _TOP + 48.5, content.badge, 9)
    at = _TOP + _CARD[1] + 10.0
    for line in wrap_hard(word("badge_hint", content.language), 9, _CARD[0]):
        sheet.text(_LEFT, at, line, 9, grey=0.25)
        at += 4.6
    sheet.next_page()
    return sheet.finish()


def _name(name: str) -> tuple[float, list[str]]:
    """The name in the largest type in which it takes no more than two lines."""
    for size in _NAME_SIZES:
        lines = wrap(name, size, _CARD[0] - 2 * _PAD, bold=True)
        if lines is not None and len(lines) <= 2:
            return size, lines
    raise DoesNotFit(
        "The name is too long for the badge.", hint="Shorten the name.", field="name", length=len(name)
    )
