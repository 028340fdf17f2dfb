"""The pick list, A4: walk order, nine lines a page, the place and the quantity readable at arm's length."""

from __future__ import annotations

from app.documents import words
from app.documents.barcodes import code128
from app.documents.content import PickLine, PickList
from app.documents.sheet import Sheet, printable, width, wrap_hard
from app.documents.words import Language, word

_LEFT, _RIGHT = 14.0, 196.0
_TAKE, _PRODUCT, _BARS_END, _BOX = 50.0, 76.0, 181.0, 188.0
_FIRST, _ROW, _ROWS = 41.0, 22.9, 9
_BOTTOM = 41.0 + 22.9 * 9
_PRODUCT_WIDTH = 70.0
_X, _SHEET_X = 0.30, 0.33


def pick_list(content: PickList) -> bytes:
    """Render a pick list.

    Raises:
        NotPrintable: a name holds characters that our font does not have.
        BadInput: a number that cannot be a barcode.
    """
    sheet = Sheet(210, 297, f"{word('pick_list', content.language)} {content.number}")
    pages = [content.lines[start : start + _ROWS] for start in range(0, len(content.lines), _ROWS)] or [()]
    for number, lines in enumerate(pages, 1):
        _head(sheet, content)
        before: str | None = None
        for row, line in enumerate(lines):
            top = _FIRST + row * _ROW
            if before is not None:
                if line.bay != before:
                    sheet.rule(_LEFT, top, _RIGHT, 1.3)
                else:
                    sheet.rule(_LEFT, top, _RIGHT, 0.5, grey=0.65)
            _line(sheet, line, top, content.language)
            before = line.bay
        sheet.rule(_LEFT, _FIRST + len(lines) * _ROW, _RIGHT, 0.5, grey=0.65)
        _foot(sheet, content, number, len(pages))
        sheet.next_page()
    return sheet.finish()


def _head(sheet: Sheet, content: PickList) -> None:
    language = content.language
    modules = code128(content.number)
    start = _RIGHT - len(modules) * _SHEET_X
    sheet.bars(start, 15.0, modules, _SHEET_X, 12.0)
    sheet.text_right(_RIGHT, 31.3, word("scan_list", language), 8, grey=0.25)
    title = f"{word('pick_list', language)} {content.number}"
    size = 22.0
    while width(title, size, bold=True) > start - _LEFT - 8:
        size -= 0.5
    sheet.text(_LEFT, 20.2, title, size, bold=True)
    pieces = sum(line.qty for line in content.lines)
    first = [words.counted("shipments", content.shipments, language)]
    if content.zone:
        first.append(word("zone", language, printable(content.zone, "zone")))
    first.append(words.counted("lines", len(content.lines), language))
    first.append(words.counted("pieces", pieces, language))
    if content.weight_g:
        first.append(words.kilograms(content.weight_g, language))
    second = []
    if content.picker:
        second.append(word("picker", language, printable(content.picker, "picker")))
    if content.released_at:
        second.append(word("released", language, words.moment(content.released_at, language)))
    if content.cut_off:
        second.append(word("cut_off", language, content.cut_off))
    for y, text in (
        (26.5, "    ".join((", ".join(first[:2]), ", ".join(first[2:])))),
        (31.6, "    ".join(second)),
    ):
        size = 10.5
        while width(text, size) > start - _LEFT - 4 and size > 6:
            size -= 0.25
        for nth, piece in enumerate(wrap_hard(text, size, start - _LEFT - 4)[:2]):
            sheet.text(_LEFT, y + nth * 2.4, piece, size, grey=0.2)
    if content.copy:
        sheet.text_right(start - 5, 19.6, word("copy", language), 15, bold=True)
    sheet.rule(_LEFT, 34.2, _RIGHT, 0.9)
    for x, key in ((_LEFT, "go_to"), (_TAKE, "take"), (_PRODUCT, "product")):
        sheet.text(x, 39.0, word(key, language), 8.5, grey=0.3)
    sheet.text_right(_BARS_END, 39.0, word("scan", language), 8.5, grey=0.3)
    sheet.text_right(_RIGHT, 39.0, word("done", language), 8.5, grey=0.3)
    sheet.rule(_LEFT, _FIRST, _RIGHT, 0.6, grey=0.2)


def _line(sheet: Sheet, line: PickLine, top: float, language: Language) -> None:
    place = printable(line.place, "place")
    size = 17.0
    while width(place, size, bold=True) > _TAKE - _LEFT - 3 and size > 9:
        size -= 0.5
    sheet.text(_LEFT, top + 9.6, place, size, bold=True)
    if line.totes:
        totes = ", ".join(f"{printable(tote, 'tote')} {qty}" for tote, qty in line.totes)
        for nth, piece in enumerate(wrap_hard(word("totes", language, totes), 8.5, _TAKE - _LEFT - 3)[:3]):
            sheet.text(_LEFT, top + 14.6 + nth * 3.6, piece, 8.5, grey=0.25)
    quantity = words.whole(line.qty, language)
    size = 22.0
    while width(quantity, size, bold=True) > _PRODUCT - _TAKE - 3 and size > 12:
        size -= 0.5
    sheet.text(_TAKE, top + 10.6, quantity, size, bold=True)
    for nth, piece in enumerate(wrap_hard(words.packs(line.packs, language), 8.5, _PRODUCT - _TAKE - 2)):
        sheet.text(_TAKE, top + 15.6 + nth * 3.6, piece, 8.5)
    _product(sheet, line, top, language)
    modules = code128(line.task)
    start = _BARS_END - len(modules) * _X
    sheet.bars(start, top + 4.0, modules, _X, 10.0)
    sheet.text_right(_BARS_END, top + 17.6, line.task, 7.5, grey=0.25)
    sheet.box(_BOX, top + 5.2, 8.0, 8.0)


def _product(sheet: Sheet, line: PickLine, top: float, language: Language) -> None:
    name = printable(line.product, "product")
    size, pieces = 12.0, wrap_hard(name, 12.0, _PRODUCT_WIDTH, bold=True)
    for smaller, most in ((10.0, 2), (8.0, 3), (6.5, 4)):
        if len(pieces) <= 2 or (len(pieces) <= most and size < 10):
            break
        size, pieces = smaller, wrap_hard(name, smaller, _PRODUCT_WIDTH, bold=True)
    at = top + 8.9
    for piece in pieces:
        sheet.text(_PRODUCT, at, piece, size, bold=True)
        at += size * 0.41
    at = max(at + (0.4 if size < 12 else 0), top + 13.6)
    details = []
    if line.lot:
        details.append(word("lot", language, printable(line.lot, "lot")))
    if line.best_before:
        details.append(word("best_before", language, words.month(line.best_before, language)))
    details.extend(printable(hint, "hint") for hint in line.hints)
    tail = ", ".join(details)
    sku = printable(line.sku, "sku")
    if tail and (len(pieces) > 1 or len(wrap_hard(tail, 9, _PRODUCT_WIDTH)) > 1):
        for piece in wrap_hard(f"{sku}    {tail}", 8.5, _PRODUCT_WIDTH):
            sheet.text(_PRODUCT, at, piece, 8.5)
            at += 3.6
        return
    for piece in wrap_hard(sku, 9, _PRODUCT_WIDTH):
        sheet.text(_PRODUCT, at, piece, 9, grey=0.35)
        at += 4.3
    for piece in wrap_hard(tail, 9, _PRODUCT_WIDTH) if tail else []:
        sheet.text(_PRODUCT, at, piece, 9)
        at += 3.8


def _foot(sheet: Sheet, content: PickList, page: int, pages: int) -> None:
    sheet.text(_LEFT, 281.5, word("short_hint", content.language), 9, grey=0.25)
    sheet.text_right(_RIGHT, 281.5, word("page", content.language, page, pages), 9, grey=0.25)
