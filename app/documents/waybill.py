"""The waybill, A4: one consignment from sender to consignee, its packages, dangerous goods, and three signatures.

Its boxes are those that article 6 of the CMR convention asks for; between two countries it says that the convention holds
(6.1 (k)). Dangerous goods stand in the words and the order of ADR 5.4.1.1.1, those in limited quantities as 3.4.12 asks.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel.numbers import format_decimal

from app.documents import words
from app.documents.addresses import Set, fit
from app.documents.barcodes import code128, shown_sscc
from app.documents.content_shipping import HazardLine, ParcelSent, Waybill
from app.documents.flow import Draw, Piece, draw, pages_of
from app.documents.letterhead import draw_foot, draw_head, head_of
from app.documents.sheet import DoesNotFit, Sheet, printable, wrap_hard
from app.documents.words import Language, word
from app.domain.address import PostalAddress

_LEFT, _MIDDLE, _RIGHT = 14.0, 105.0, 196.0
_PACKING, _NATURE, _WEIGHT, _VOLUME = 72.0, 108.0, 176.0, 196.0
_X = 0.33
_ADDRESS = 30.0
"""Millimetres of height that an address has."""
_BOXES = 24.0
_HEIGHT = 4 * 4.0 + 2 * _ADDRESS + 12.0
_SIGNATURES = 40.0
_BOTTOM = 278.0


def waybill(content: Waybill) -> bytes:
    """Render a waybill, in as many pages as it takes.

    Raises:
        DoesNotFit: a text is too long for its box even in the smallest type; names the field.
        NotPrintable: a text holds characters that our font does not have; names the field.
    """
    language = content.language
    down = head_of(content.brand)
    first = _BOXES + down + 92.0
    pages = pages_of(_pieces(content), first + 8.0, 44.0, _BOTTOM)
    sheet = Sheet(210, 297, f"{word('waybill', language)} {content.number}")
    for number, page in enumerate(pages, 1):
        if number == 1:
            draw_head(sheet, content.brand, _LEFT, _RIGHT)
            _title(sheet, content, down)
            _boxes(sheet, content, _BOXES + down)
            _heads(sheet, first, language)
        else:
            _title(sheet, content, 0.0)
            _heads(sheet, 36.0, language)
        draw(sheet, page)
        sheet.text(_LEFT, 284.0, f"{word('waybill', language)} {content.number}", 9, grey=0.25)
        sheet.text_right(_RIGHT, 284.0, word("page", language, number, len(pages)), 9, grey=0.25)
        draw_foot(sheet, content.brand)
        sheet.next_page()
    return sheet.finish()


def _title(sheet: Sheet, content: Waybill, down: float) -> None:
    modules = code128(content.number)
    sheet.bars(_RIGHT - len(modules) * _X, 9.0 + down, modules, _X, 9.0)
    sheet.text_right(_RIGHT, 21.4 + down, content.number, 8, grey=0.25)
    sheet.text(_LEFT, 15.0 + down, word("waybill", content.language), 18, bold=True)
    order = word("order", content.language, printable(content.order, "order"))
    sheet.text(_LEFT, 20.4 + down, order, 9, grey=0.2)


def _boxes(sheet: Sheet, content: Waybill, top: float) -> None:
    language = content.language
    half = _MIDDLE - _LEFT
    _address(sheet, content.sender, "w_sender", _LEFT, top, language)
    _address(sheet, content.recipient, "w_consignee", _LEFT, top + _ADDRESS + 5.0, language)
    at = top
    there = content.recipient
    parts = (there.postal_code, there.city, words.country(there.country_code, language))
    place = ", ".join(part for part in parts if part)
    taken = ", ".join(
        part
        for part in (content.taken_over_at, words.day(content.day, language) if content.day else "")
        if part
    )
    for key, text, height, bold in (
        ("w_carrier", content.carrier, 14.0, True),
        ("w_taken_over", taken, 14.0, False),
        ("w_delivery", place, 14.0, False),
        ("w_documents", ", ".join(content.documents), 14.0, False),
        ("w_instructions", content.instructions, 14.0, False),
        ("w_reservations", "", 2 * (_ADDRESS + 5.0) - 70.0, False),
    ):
        _field(sheet, key, text, _MIDDLE, at, half, max(height, 14.0), language, bold=bold)
        at += max(height, 14.0)
    bottom = at
    sheet.box(_LEFT, top, _RIGHT - _LEFT, bottom - top, thickness=0.8)
    sheet.outline(((_MIDDLE, top), (_MIDDLE, bottom)), thickness=0.8)
    sheet.rule(_LEFT, top + _ADDRESS + 5.0, _MIDDLE, 0.8)


def _address(
    sheet: Sheet, address: PostalAddress, key: str, x: float, top: float, language: Language
) -> None:
    sheet.text(x + 2.0, top + 4.0, word(key, language), 7.5, grey=0.3)
    lines: list[Set] = fit(address, language, _MIDDLE - _LEFT - 4.0, _ADDRESS - 1.0, largest=0.72)
    for line in lines:
        sheet.text(x + 2.0, top + 4.4 + line.baseline, line.text, line.size, bold=line.bold)


def _field(
    sheet: Sheet,
    key: str,
    text: str,
    x: float,
    top: float,
    wide: float,
    high: float,
    language: Language,
    *,
    bold: bool = False,
) -> None:
    if top:
        sheet.rule(x, top, x + wide, 0.8)
    sheet.text(x + 2.0, top + 4.0, word(key, language), 7.5, grey=0.3)
    shown = printable(text, key)
    for size in (10.0, 9.0, 8.0, 7.0, 6.0):
        lines = wrap_hard(shown, size, wide - 4.0, bold)
        if len(lines) * size * 0.42 <= high - 5.4:
            for nth, line in enumerate(lines):
                sheet.text(x + 2.0, top + 4.8 + (nth + 0.8) * size * 0.42, line, size, bold=bold)
            return
    raise DoesNotFit(
        f"{word(key, 'en')} is too long for its box on the waybill ({len(shown)} characters).",
        hint="Shorten it.",
        field=key,
        length=len(shown),
    )


def _heads(sheet: Sheet, top: float, language: Language) -> None:
    sheet.rule(_LEFT, top, _RIGHT, 0.9)
    for x, key in ((_LEFT, "w_marks"), (_PACKING, "w_packages"), (_NATURE, "w_nature")):
        sheet.text(x, top + 5.0, word(key, language), 8, grey=0.3)
    for x, key in ((_WEIGHT, "w_weight"), (_VOLUME, "w_volume")):
        sheet.text_right(x, top + 5.0, word(key, language), 8, grey=0.3)
    sheet.rule(_LEFT, top + 7.0, _RIGHT, 0.5, grey=0.2)


def _pieces(content: Waybill) -> Iterator[Piece]:
    language = content.language
    goods = wrap_hard(printable(content.goods, "goods"), 9, _WEIGHT - _NATURE - 18.0)
    for nth, parcel in enumerate(content.parcels):
        nature = goods if nth == 0 else []
        rows = len(nature) + bool(parcel.pallet)
        yield Piece(max(5.0, rows * 4.0 + 1.0), _parcel(parcel, nature, language))
    yield _total(content)
    texts = [word("dangerous", language, _hazard(hazard, language)) for hazard in content.hazards]
    if content.limited_g:
        texts.append(word("limited", language, words.kilograms(content.limited_g, language)))
    for text in texts:
        yield from _paragraph(printable(text, "shipping_name"), 9.5)
    if content.sender.country_code != content.recipient.country_code:
        yield from _paragraph(word("w_cmr", language), 8.0)
    yield _signatures(language)


def _hazard(hazard: HazardLine, language: Language) -> str:
    parcels = words.counted("parcels", hazard.parcels, language)
    return word("hazard_of", language, hazard.words, parcels, words.kilograms(hazard.net_g, language))


def _parcel(parcel: ParcelSent, nature: list[str], language: Language) -> Draw:
    def show(sheet: Sheet, top: float) -> None:
        base = top + 3.8
        sheet.text(_LEFT, base, shown_sscc(parcel.sscc), 9)
        sheet.text(_PACKING, base, words.counted("parcels", 1, language), 9)
        for nth, text in enumerate(nature):
            sheet.text(_NATURE, base + nth * 4.0, text, 9)
        sheet.text_right(_WEIGHT, base, _thousandths(parcel.weight_g, language), 9)
        if parcel.volume_ml:
            sheet.text_right(_VOLUME, base, _cubic_metres(parcel.volume_ml, language), 9)
        if parcel.pallet:
            text = word("on_pallet", language, f"…{parcel.pallet[-7:]}")
            sheet.text(_NATURE, base + len(nature) * 4.0, text, 8, grey=0.2)

    return show


def _thousandths(count: int, language: Language) -> str:
    return format_decimal(count / 1000, "#,##0.0##", locale=language).replace("\u202f", "\u00a0")


def _cubic_metres(millilitres: int, language: Language) -> str:
    return format_decimal(millilitres / 1_000_000, "#,##0.000", locale=language)


def _total(content: Waybill) -> Piece:
    language = content.language
    pallets = sorted({parcel.pallet for parcel in content.parcels if parcel.pallet})
    count = words.counted("parcels", len(content.parcels), language)
    if pallets:
        count += f", {words.counted('pallet', len(pallets), language)}"
    weight = sum(parcel.weight_g for parcel in content.parcels)
    volume = sum(parcel.volume_ml for parcel in content.parcels)
    known = all(parcel.volume_ml for parcel in content.parcels)
    marks = [shown_sscc(pallet) for pallet in pallets]

    def show(sheet: Sheet, top: float) -> None:
        sheet.rule(_LEFT, top + 1.0, _RIGHT, 0.6)
        sheet.text(_LEFT, top + 5.6, word("w_total", language), 9.5, bold=True)
        sheet.text(_PACKING, top + 5.6, count, 9.5, bold=True)
        sheet.text_right(_WEIGHT, top + 5.6, _thousandths(weight, language), 9.5, bold=True)
        if known and volume:
            sheet.text_right(_VOLUME, top + 5.6, _cubic_metres(volume, language), 9.5, bold=True)
        for nth, mark in enumerate(marks):
            text = f"{words.counted('pallet', 1, language)} {mark}"
            sheet.text(_PACKING, top + 10.0 + nth * 4.2, text, 9)

    return Piece(8.0 + len(marks) * 4.2, show)


def _paragraph(text: str, size: float) -> Iterator[Piece]:
    for nth, line in enumerate(wrap_hard(text, size, _RIGHT - _LEFT)):
        yield Piece(size * 0.46, _written(line, size), joined=nth > 0)
    yield Piece(1.6, lambda sheet, top: None, joined=True)


def _written(line: str, size: float) -> Draw:
    return lambda sheet, top: sheet.text(_LEFT, top + size * 0.36, line, size)


def _signatures(language: Language) -> Piece:
    def boxes(sheet: Sheet, top: float) -> None:
        third = (_RIGHT - _LEFT) / 3
        for nth, key in enumerate(("w_sign_sender", "w_sign_carrier", "w_sign_consignee")):
            x = _LEFT + nth * third
            sheet.box(x, top + 2.0, third, _SIGNATURES - 4.0, thickness=0.8)
            sheet.text(x + 2.0, top + 6.4, word(key, language), 7.5, grey=0.3)
            sheet.text(x + 2.0, top + _SIGNATURES - 4.4, word("date_and_time", language), 7, grey=0.3)

    return Piece(_SIGNATURES, boxes)
