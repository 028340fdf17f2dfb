"""The packing slip, A4: what lies in the parcels, what follows later."""

from __future__ import annotations

from app.documents import words
from app.documents.addresses import address_lines, fit
from app.documents.barcodes import code128
from app.documents.content import PackingSlip, SlipLine
from app.documents.letterhead import draw_foot, draw_head, head_of
from app.documents.sheet import Sheet, printable, width, wrap_hard
from app.documents.words import word

_LEFT, _RIGHT = 14.0, 196.0
_SKU, _NAME, _PARCEL, _PACKS, _OPEN, _QTY = 14.0, 46.0, 118.0, 132.0, 180.0, 196.0
_NAME_WIDTH, _PACKS_WIDTH, _SKU_WIDTH = 68.0, 30.0, 30.0
_BOTTOM = 272.0
_X = 0.33


def packing_slip(content: PackingSlip) -> bytes:
    """Render a packing slip, in as many pages as it takes.

    Raises:
        DoesNotFit: the recipient's address is too long even in the smallest type; names the field.
        NotPrintable: a text holds characters that our font does not have; names the field.
    """
    pages: list[list[tuple[SlipLine, list[str], list[str], list[str], float]]] = [[]]
    down = head_of(content.brand)
    at = _start(first=True) + down
    for line in content.lines:
        name = wrap_hard(printable(line.product, "product"), 10, _NAME_WIDTH, bold=True)
        details = _details(line, content)
        under = wrap_hard(details, 8.5, _NAME_WIDTH) if details else []
        packs = wrap_hard(words.packs(line.packs, content.language), 9, _PACKS_WIDTH)
        height = max(8.6, 3.6 + len(name) * 4.4 + len(under) * 3.8, 4.0 + len(packs) * 4.0)
        if at + height > _BOTTOM - 12 and pages[-1]:
            pages.append([])
            at = _start(first=False)
        pages[-1].append((line, name, under, packs, height))
        at += height
    sheet = Sheet(210, 297, f"{word('packing_slip', content.language)} {content.shipment}")
    for number, rows in enumerate(pages, 1):
        if number == 1:
            draw_head(sheet, content.brand, _LEFT, _RIGHT)
        _head(sheet, content, down if number == 1 else 0.0, first=number == 1)
        at = _start(first=number == 1) + (down if number == 1 else 0.0)
        for line, name, under, packs, height in rows:
            _line(sheet, content, line, name, under, packs, at)
            at += height
            sheet.rule(_LEFT, at, _RIGHT, 0.4, grey=0.75)
        if number == len(pages):
            _total(sheet, content, at)
        sheet.text_right(_RIGHT, 284.0, word("page", content.language, number, len(pages)), 9, grey=0.25)
        sheet.text(
            _LEFT,
            284.0,
            printable(content.sender.company_name or content.sender.name, "sender"),
            9,
            grey=0.25,
        )
        draw_foot(sheet, content.brand)
        sheet.next_page()
    return sheet.finish()


def _start(*, first: bool) -> float:
    return 97.0 if first else 44.0


def _details(line: SlipLine, content: PackingSlip) -> str:
    details = []
    if line.lot:
        details.append(word("lot", content.language, printable(line.lot, "lot")))
    if line.best_before:
        details.append(word("best_before", content.language, words.month(line.best_before, content.language)))
    return ", ".join(details)


def _head(sheet: Sheet, content: PackingSlip, down: float, *, first: bool) -> None:
    language = content.language
    modules = code128(content.shipment)
    start = _RIGHT - len(modules) * _X
    sheet.bars(start, 15.0 + down, modules, _X, 12.0)
    sheet.text_right(_RIGHT, 31.0 + down, content.shipment, 8, grey=0.25)
    title = word("packing_slip", language)
    sheet.text(_LEFT, 21.0 + down, title, 20, bold=True)
    if content.copy:
        sheet.text(
            _LEFT + width(title, 20, bold=True) + 6, 21.0 + down, word("copy", language), 13, bold=True
        )
    facts = [word("order", language, printable(content.order, "order"))]
    if content.customer_reference:
        facts.append(
            word("your_reference", language, printable(content.customer_reference, "customer_reference"))
        )
    for nth, piece in enumerate(wrap_hard("    ".join(facts), 10, start - _LEFT - 6)[:2]):
        sheet.text(_LEFT, 27.4 + down + nth * 4.6, piece, 10, grey=0.2)
    if first:
        sheet.rule(_LEFT, 37.0 + down, _RIGHT, 0.9)
        sheet.text(_LEFT, 42.0 + down, word("ship_to", language), 8, grey=0.3)
        for line in fit(content.recipient, language, 92.0, 42.0, largest=0.85):
            sheet.text(_LEFT, 43.2 + down + line.baseline, line.text, line.size, bold=line.bold)
        sheet.text(118.0, 42.0 + down, word("from", language), 8, grey=0.3)
        at = 47.4 + down
        for own in address_lines(content.sender, language):
            for piece in wrap_hard(own.text, 9, _RIGHT - 118.0):
                sheet.text(118.0, at, piece, 9)
                at += 4.1
        at += 2.6
        for fact in _shipment_facts(content):
            for piece in wrap_hard(fact, 9, _RIGHT - 118.0):
                sheet.text(118.0, at, piece, 9, bold=True)
                at += 4.3
    head = _start(first=first) + down
    sheet.rule(_LEFT, head - 8.0, _RIGHT, 0.9)
    for x, key in ((_SKU, "sku"), (_NAME, "product"), (_PARCEL, "parcel"), (_PACKS, "packs")):
        sheet.text(x, head - 3.2, word(key, language), 8.5, grey=0.3)
    if any(line.to_follow for line in content.lines):
        sheet.text_right(_OPEN, head - 3.2, word("still_open", language), 8.5, grey=0.3)
    sheet.text_right(_QTY, head - 3.2, word("quantity", language), 8.5, grey=0.3)
    sheet.rule(_LEFT, head, _RIGHT, 0.6, grey=0.2)


def _shipment_facts(content: PackingSlip) -> list[str]:
    language = content.language
    facts = [
        f"{words.counted('parcels', content.parcels, language)}, {words.kilograms(content.weight_g, language)}"
    ]
    if content.packed_on:
        facts.append(word("packed_on", language, words.day(content.packed_on, language)))
    if content.carrier:
        facts.append(printable(content.carrier, "carrier"))
    return facts


def _line(
    sheet: Sheet,
    content: PackingSlip,
    line: SlipLine,
    name: list[str],
    under: list[str],
    packs: list[str],
    top: float,
) -> None:
    at = top + 5.6
    size = 9.5
    sku = printable(line.sku, "sku")
    while width(sku, size) > _SKU_WIDTH and size > 5:
        size -= 0.25
    sheet.text(_SKU, at, sku, size)
    sheet.text(_PARCEL, at, str(line.parcel), 10)
    sheet.text_right(_QTY, at, words.whole(line.qty, content.language), 12, bold=True)
    if line.to_follow:
        sheet.text_right(_OPEN, at, words.whole(line.to_follow, content.language), 10)
    for nth, piece in enumerate(packs):
        sheet.text(_PACKS, at + nth * 4.0, piece, 9, grey=0.2)
    for piece in name:
        sheet.text(_NAME, at, piece, 10, bold=True)
        at += 4.4
    for piece in under:
        sheet.text(_NAME, at - 0.3, piece, 8.5, grey=0.2)
        at += 3.8


def _total(sheet: Sheet, content: PackingSlip, at: float) -> None:
    language = content.language
    pieces = words.counted("pieces", sum(line.qty for line in content.lines), language)
    sheet.text_right(_RIGHT, at + 6.2, word("total_packed", language, pieces), 10, bold=True)
    if content.note:
        for nth, piece in enumerate(wrap_hard(printable(content.note, "note"), 9.5, 110.0)[:3]):
            sheet.text(_LEFT, at + 6.2 + nth * 4.2, piece, 9.5)
