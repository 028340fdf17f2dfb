"""The label of a pallet, on the same stock as a parcel's: who takes it and where to, how many parcels, the SSCC lowest.

GS1's logistic label: free text above, the SSCC as the lowest barcode with its human-readable line (General Specifications 6.6).
"""

from __future__ import annotations

from app.documents import words
from app.documents.addresses import fit, one_line
from app.documents.barcodes import shown_sscc
from app.documents.content_shipping import PalletLabel
from app.documents.labels import A6, Paper, PdfLabels, Size
from app.documents.sheet import DoesNotFit, printable, width, wrap_hard
from app.documents.words import word

_MARGIN = 5.0


def pallet_label(content: PalletLabel, size: Size = A6) -> bytes:
    """Render the label of a pallet as PDF; see `draw_pallet_label`."""
    sheet = PdfLabels(size, f"SSCC {content.sscc}")
    draw_pallet_label(sheet, content, size)
    sheet.next_page()
    return sheet.finish()


def draw_pallet_label(sheet: Paper, content: PalletLabel, size: Size) -> None:
    """Lay the label out; the same on every paper.

    Raises:
        DoesNotFit: a name or an address is too long even in the smallest type; names the field.
        NotPrintable: a text holds characters that our font does not have; names the field.
        BadInput: the SSCC is none.
    """
    language = content.language
    left, right = _MARGIN, size.width - _MARGIN
    spare = size.height - A6.height
    caption = word("pallet", language)
    sheet.text_right(right, 11.6, caption, 15, bold=True)
    _sender(sheet, content, left, right - width(caption, 15, bold=True) - 4 - left)
    sheet.rule(left, 14.2, right, 0.8)
    _destination(sheet, content, left, right, spare)
    line = 51.5 + spare
    sheet.rule(left, line, right, 0.8)
    _carrier(sheet, content, left, right, line)
    count = words.counted("parcels", content.parcels, language)
    sheet.text(left, line + 33.0, count, 26, bold=True)
    facts = [words.kilograms(content.weight_g, language)] if content.weight_g else []
    if content.height_mm:
        facts.append(word("pallet_height", language, words.whole(round(content.height_mm / 10), language)))
    for nth, fact in enumerate(facts):
        sheet.text_right(right, line + (33.0 if len(facts) == 1 else 28.6 + nth * 6.4), fact, 13)
    sheet.rule(left, line + 41.5, right, 0.8)
    sheet.text(left, line + 45.7, word("sscc", language), 7.5, grey=0.35)
    sheet.text_right(right, line + 45.7, word("pallet_hint", language), 8)
    sheet.sscc(size.width / 2, line + 49.0, content.sscc)
    sheet.text_centred(size.width / 2, line + 87.6, shown_sscc(content.sscc), 12, bold=True)


def _sender(sheet: Paper, content: PalletLabel, left: float, room: float) -> None:
    sheet.text(left, 7.2, word("from", content.language), 6, grey=0.35)
    text = one_line(content.sender, content.language)
    for size in (7.5, 7.0, 6.5, 6.0, 5.5):
        lines = wrap_hard(text, size, room)
        if len(lines) <= 2:
            for nth, piece in enumerate(lines):
                sheet.text(left, 10.4 + nth * 2.6, piece, size)
            return
    raise DoesNotFit(
        f"The sender's address is too long for a label ({len(text)} characters).",
        hint="Shorten the warehouse's address.",
        field="sender",
        length=len(text),
    )


def _destination(sheet: Paper, content: PalletLabel, left: float, right: float, spare: float) -> None:
    """The address where all parcels go there; else that the carrier takes them apart."""
    language = content.language
    sheet.text(left, 18.0, word("to", language), 6, grey=0.35)
    if content.recipient is not None:
        for line in fit(content.recipient, language, right - left, 30.5 + spare):
            sheet.text(left, 18.8 + line.baseline, line.text, line.size, bold=line.bold)
        return
    size = 17.0
    text = words.counted("addresses", content.addresses, language)
    while width(text, size, bold=True) > right - left:
        size -= 0.5
    sheet.text(left, 28.0, text, size, bold=True)
    for nth, piece in enumerate(wrap_hard(word("pallet_sorted", language), 11, right - left)[:3]):
        sheet.text(left, 36.0 + nth * 5.0, piece, 11)


def _carrier(sheet: Paper, content: PalletLabel, left: float, right: float, line: float) -> None:
    if not content.carrier:
        return
    carrier = printable(content.carrier, "carrier")
    room, size = right - left - 6, 34.0
    while width(carrier, size, bold=True) > room and size > 9:
        size -= 0.5
    if width(carrier, size, bold=True) > room:
        raise DoesNotFit(f"The carrier's name {carrier} is too long.", hint="Shorten it.", field="carrier")
    sheet.box(left, line + 2.5, right - left, 18.0, filled=True, thickness=0)
    sheet.text_centred((left + right) / 2, line + 11.5 + size * 0.127, carrier, size, white=True, bold=True)
