"""The delivery note, A4: what was ordered, is sent and follows, with lots and serial numbers; signed by who receives it."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents import words
from app.documents.addresses import address_lines, fit
from app.documents.barcodes import code128, shown_sscc
from app.documents.content_shipping import DeliveryLine, DeliveryNote, LotSent, ParcelSent
from app.documents.flow import Draw, Piece, draw, pages_of
from app.documents.letterhead import draw_foot, draw_head, head_of
from app.documents.sheet import Sheet, printable, width, wrap_hard
from app.documents.words import Language, word

LEFT, RIGHT = 14.0, 196.0
_NAME, _ORDERED, _SENT, _OPEN = 46.0, 140.0, 158.0, 176.0
_NAME_WIDTH, _SKU_WIDTH, _PARCELS_WIDTH = 78.0, 30.0, 19.0
_FIRST, _FURTHER, _BOTTOM = 97.0, 44.0, 276.0
_X = 0.33
_ROW, _SMALL = 4.4, 3.8


def delivery_note(content: DeliveryNote) -> bytes:
    """Render a delivery note, in as many pages as it takes.

    Raises:
        DoesNotFit: an address or the foot is too long even in the smallest type; names the field.
        NotPrintable: a text holds characters that our font does not have; names the field.
    """
    language = content.language
    down = head_of(content.brand)
    pages = pages_of(_pieces(content), _FIRST + down, _FURTHER, _BOTTOM)
    sheet = Sheet(210, 297, f"{word('delivery_note', language)} {content.shipment}")
    sender = printable(content.sender.company_name or content.sender.name, "sender")
    for number, page in enumerate(pages, 1):
        first = number == 1
        if first:
            draw_head(sheet, content.brand, LEFT, RIGHT)
        _head(sheet, content, down if first else 0.0, first=first)
        draw(sheet, page)
        sheet.text(LEFT, 284.0, sender, 9, grey=0.25)
        sheet.text_right(RIGHT, 284.0, word("page", language, number, len(pages)), 9, grey=0.25)
        draw_foot(sheet, content.brand)
        sheet.next_page()
    return sheet.finish()


def _head(sheet: Sheet, content: DeliveryNote, down: float, *, first: bool) -> None:
    language = content.language
    modules = code128(content.shipment)
    start = RIGHT - len(modules) * _X
    sheet.bars(start, 15.0 + down, modules, _X, 12.0)
    sheet.text_right(RIGHT, 31.0 + down, content.shipment, 8, grey=0.25)
    sheet.text(LEFT, 21.0 + down, word("delivery_note", language), 20, bold=True)
    facts = [word("order", language, printable(content.order, "order"))]
    if content.customer_reference:
        facts.append(
            word("your_reference", language, printable(content.customer_reference, "customer_reference"))
        )
    lines = wrap_hard("    ".join(facts), 10, start - LEFT - 6)
    step = 4.6 if len(lines) < 3 else 3.2
    for nth, piece in enumerate(lines):
        sheet.text(LEFT, 27.4 + down + nth * step, piece, 10 if len(lines) < 3 else 7, grey=0.2)
    if first:
        _parties(sheet, content, down)
    top = (_FIRST + down) if first else _FURTHER
    sheet.rule(LEFT, top - 8.0, RIGHT, 0.9)
    for x, key in ((LEFT, "sku"), (_NAME, "product")):
        sheet.text(x, top - 3.2, word(key, language), 8.5, grey=0.3)
    for x, key in ((_ORDERED, "ordered"), (_SENT, "sent"), (_OPEN, "still_open"), (RIGHT, "in_parcels")):
        sheet.text_right(x, top - 3.2, word(key, language), 8.5, grey=0.3)
    sheet.rule(LEFT, top, RIGHT, 0.6, grey=0.2)


def _parties(sheet: Sheet, content: DeliveryNote, down: float) -> None:
    language = content.language
    sheet.rule(LEFT, 37.0 + down, RIGHT, 0.9)
    sheet.text(LEFT, 42.0 + down, word("ship_to", language), 8, grey=0.3)
    for line in fit(content.recipient, language, 92.0, 42.0, largest=0.85):
        sheet.text(LEFT, 43.2 + down + line.baseline, line.text, line.size, bold=line.bold)
    sheet.text(118.0, 42.0 + down, word("from", language), 8, grey=0.3)
    own = [
        (piece, False)
        for line in address_lines(content.sender, language)
        for piece in wrap_hard(line.text, 9, RIGHT - 118.0)
    ]
    own += [
        ("", False),
        *((piece, True) for fact in _facts(content) for piece in wrap_hard(fact, 9, RIGHT - 118.0)),
    ]
    step = min(4.2, 39.0 / len(own))
    size = min(9.0, step * 2.2)
    for nth, (piece, bold) in enumerate(own):
        sheet.text(118.0, 47.4 + down + nth * step, piece, size, bold=bold)


def _facts(content: DeliveryNote) -> list[str]:
    language = content.language
    weight = sum(parcel.weight_g for parcel in content.parcels)
    facts = [
        f"{words.counted('parcels', len(content.parcels), language)}, {words.kilograms(weight, language)}"
    ]
    if content.day:
        facts.append(word("delivered_on", language, words.day(content.day, language)))
    if content.carrier:
        facts.append(printable(content.carrier, "carrier"))
    return facts


def _pieces(content: DeliveryNote) -> Iterator[Piece]:
    for line in content.lines:
        yield from _line(line, content.language)
    yield _totals(content)
    if content.limited_g:
        text = word("limited", content.language, words.kilograms(content.limited_g, content.language))
        yield from _paragraph(text)
    if content.note:
        yield from _paragraph(printable(content.note, "note"))
    if content.parcels:
        yield from _parcels(content)
    yield _receipt(content.language)


def _line(line: DeliveryLine, language: Language) -> Iterator[Piece]:
    sku = printable(line.sku, "sku")
    name = wrap_hard(printable(line.product, "product"), 10, _NAME_WIDTH, bold=True)
    numbers = ", ".join(str(parcel) for parcel in line.parcels)
    parcels = wrap_hard(numbers, 9, _PARCELS_WIDTH)
    height = max(2.4 + len(name) * _ROW, 2.4 + len(parcels) * 4.0)

    def head(sheet: Sheet, top: float) -> None:
        sheet.rule(LEFT, top, RIGHT, 0.4, grey=0.75)
        _sku(sheet, sku, top + 5.0)
        for nth, piece in enumerate(name):
            sheet.text(_NAME, top + 5.0 + nth * _ROW, piece, 10, bold=True)
        sheet.text_right(_ORDERED, top + 5.0, words.whole(line.ordered, language), 10)
        sheet.text_right(_SENT, top + 5.0, words.whole(line.sent, language), 12, bold=True)
        if line.to_follow:
            sheet.text_right(_OPEN, top + 5.0, words.whole(line.to_follow, language), 10)
        for nth, piece in enumerate(parcels):
            sheet.text_right(RIGHT, top + 5.0 + nth * 4.0, piece, 9)

    def again(sheet: Sheet, top: float) -> None:
        sheet.rule(LEFT, top, RIGHT, 0.4, grey=0.75)
        _sku(sheet, sku, top + 5.0)
        short = wrap_hard(word("continued", language, printable(line.product, "product")), 9, RIGHT - _NAME)
        sheet.text(_NAME, top + 5.0, short[0], 9, grey=0.2)

    yield Piece(height, head)
    repeated = Piece(6.6, again)
    details = [_lot(lot, language) for lot in line.lots]
    if line.serials:
        details.append(word("serials", language, printable(", ".join(line.serials), "serial")))
    if line.hazard:
        details.append(word("dangerous", language, printable(line.hazard, "shipping_name")))
    rows = [piece for text in details for piece in wrap_hard(text, 8.5, RIGHT - _NAME - 20)]
    for nth, text in enumerate(rows):
        yield Piece(_SMALL, _detail(text), again=repeated, joined=nth == 0)
    yield Piece(1.2, lambda sheet, top: None, joined=True)


def _sku(sheet: Sheet, sku: str, at: float) -> None:
    size = 9.5
    while width(sku, size) > _SKU_WIDTH and size > 4:
        size -= 0.25
    for nth, piece in enumerate(wrap_hard(sku, size, _SKU_WIDTH)):
        sheet.text(LEFT, at + nth * size * 0.42, piece, size)


def _lot(lot: LotSent, language: Language) -> str:
    text = word("lot_of", language, printable(lot.code, "lot"), words.whole(lot.qty, language))
    return (
        f"{text}, {word('best_before', language, words.month(lot.best_before, language))}"
        if lot.best_before
        else text
    )


def _detail(text: str) -> Draw:
    return lambda sheet, top: sheet.text(_NAME, top + 2.9, text, 8.5, grey=0.2)


def _totals(content: DeliveryNote) -> Piece:
    language = content.language
    sent = words.counted("pieces", sum(line.sent for line in content.lines), language)
    text = word("all_sent", language, sent)
    if follows := sum(line.to_follow for line in content.lines):
        text += f", {word('all_follow', language, words.whole(follows, language))}"

    def total(sheet: Sheet, top: float) -> None:
        sheet.rule(LEFT, top, RIGHT, 0.9)
        sheet.text_right(RIGHT, top + 5.6, text, 10, bold=True)

    return Piece(9.0, total)


def _paragraph(text: str) -> Iterator[Piece]:
    for piece in wrap_hard(text, 9.5, RIGHT - LEFT):
        yield Piece(4.4, lambda sheet, top, piece=piece: sheet.text(LEFT, top + 3.4, piece, 9.5))  # type: ignore[misc]  # a lambda's default has no type
    yield Piece(2.0, lambda sheet, top: None, joined=True)


def _parcels(content: DeliveryNote) -> Iterator[Piece]:
    language = content.language

    def head(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top + 3.6, word("parcel", language), 8.5, grey=0.3)
        sheet.text(_NAME, top + 3.6, word("sscc", language), 8.5, grey=0.3)
        sheet.text_right(_SENT, top + 3.6, word("gross_weight", language), 8.5, grey=0.3)

    yield Piece(5.0, head)
    for nth, parcel in enumerate(content.parcels):
        yield Piece(_ROW, _parcel(parcel, language), again=Piece(5.0, head), joined=nth == 0)
    yield Piece(2.0, lambda sheet, top: None, joined=True)


def _parcel(parcel: ParcelSent, language: Language) -> Draw:
    def show(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top + 3.4, str(parcel.position), 9)
        sheet.text(_NAME, top + 3.4, shown_sscc(parcel.sscc), 9)
        sheet.text_right(_SENT, top + 3.4, words.kilograms(parcel.weight_g, language), 9)

    return show


def _receipt(language: Language) -> Piece:
    """The box in which who receives the goods signs."""

    def box(sheet: Sheet, top: float) -> None:
        sheet.box(LEFT, top + 2.0, RIGHT - LEFT, 40.0, thickness=0.8)
        sheet.text(LEFT + 3.0, top + 7.0, word("received", language), 9)
        sheet.rule(LEFT + 3.0, top + 15.5, RIGHT - 3.0, 0.4, grey=0.5)
        sheet.rule(LEFT + 3.0, top + 22.5, RIGHT - 3.0, 0.4, grey=0.5)
        third = (RIGHT - LEFT) / 3
        for nth, key in enumerate(("name_in_capitals", "date_and_time", "signature")):
            sheet.text(LEFT + 3.0 + nth * third, top + 26.6, word(key, language), 7.5, grey=0.3)
            sheet.rule(LEFT + 3.0 + nth * third, top + 39.0, LEFT + (nth + 1) * third - 3.0, 0.4, grey=0.3)

    return Piece(43.0, box)
