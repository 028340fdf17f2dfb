"""The order confirmation, A4: what is agreed line by line, at which price, for which day, and everything that is to be paid."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents import words
from app.documents.addresses import address_lines, fit
from app.documents.content_orders import ConfirmedLine, OrderConfirmation
from app.documents.flow import Draw, Piece, draw, pages_of
from app.documents.letterhead import draw_foot, draw_head, head_of
from app.documents.sheet import Sheet, printable, width, wrap_hard
from app.documents.words import Language, word
from app.documents.words_orders import amount, percentage, unit_price

LEFT, RIGHT = 14.0, 196.0
_NAME, _QTY, _PRICE, _DISCOUNT, _TAX = 44.0, 113.0, 136.0, 151.0, 166.0
_NAME_WIDTH, _SKU_WIDTH = 56.0, 28.0
_FIRST, _FURTHER, _BOTTOM = 117.0, 44.0, 276.0
_SECOND, _FACTS = 112.0, 96.0
_ROW, _SMALL, _SUM = 4.4, 3.8, 5.4
_CAPTIONS = 112.0
"""Where the names of sums begin, right of the middle so that notes find room beside them."""


def order_confirmation(content: OrderConfirmation) -> bytes:
    """Render an order confirmation, in as many pages as it takes.

    Raises:
        DoesNotFit: an address or the foot is too long even in the smallest type; names the field.
        NotPrintable: a text holds characters that our font does not have; names the field.
    """
    language = content.language
    down = head_of(content.brand)
    pages = pages_of(_pieces(content), _FIRST + down, _FURTHER, _BOTTOM)
    sheet = Sheet(210, 297, f"{word('order_confirmation', language)} {content.order}")
    home = content.sender
    sender = printable((home.company_name or home.name) if home else content.brand.name, "sender")
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


def _head(sheet: Sheet, content: OrderConfirmation, down: float, *, first: bool) -> None:
    language = content.language
    sheet.text(LEFT, 21.0 + down, word("order_confirmation", language), 20, bold=True)
    facts = [word("order", language, printable(content.order, "order"))]
    if content.customer_reference:
        reference = printable(content.customer_reference, "customer_reference")
        facts.append(word("your_reference", language, reference))
    if content.customer:
        facts.append(word("customer_code", language, printable(content.customer, "customer")))
    lines = wrap_hard("    ".join(facts), 10, RIGHT - LEFT)
    size, step = (10.0, 4.6) if len(lines) < 3 else (7.0, 3.2)
    for nth, piece in enumerate(lines):
        sheet.text(LEFT, 27.4 + down + nth * step, piece, size, grey=0.2)
    if first:
        _parties(sheet, content, down)
        _facts(sheet, content, down)
    top = (_FIRST + down) if first else _FURTHER
    sheet.rule(LEFT, top - 8.0, RIGHT, 0.9)
    for x, key in ((LEFT, "sku"), (_NAME, "product")):
        sheet.text(x, top - 3.2, word(key, language), 8.5, grey=0.3)
    columns = ((_QTY, "quantity"), (_PRICE, "unit_price"), (_DISCOUNT, "line_discount"), (_TAX, "tax_head"))
    for x, key in (*columns, (RIGHT, "net_amount")):
        sheet.text_right(x, top - 3.2, word(key, language), 8.5, grey=0.3)
    sheet.rule(LEFT, top, RIGHT, 0.6, grey=0.2)


def _parties(sheet: Sheet, content: OrderConfirmation, down: float) -> None:
    language = content.language
    sheet.rule(LEFT, 37.0 + down, RIGHT, 0.9)
    for x, key, address in ((LEFT, "bill_to", content.bill_to), (_SECOND, "ship_to", content.ship_to)):
        sheet.text(x, 42.0 + down, word(key, language), 8, grey=0.3)
        for line in fit(address, language, 86.0, 40.0, largest=0.8):
            sheet.text(x, 43.2 + down + line.baseline, line.text, line.size, bold=line.bold)


def _facts(sheet: Sheet, content: OrderConfirmation, down: float) -> None:
    """Who confirms, and beside it the days and terms, each with its name over it."""
    language = content.language
    sheet.rule(LEFT, 86.5 + down, RIGHT, 0.4, grey=0.75)
    if content.sender is not None:
        own = ", ".join(line.text for line in address_lines(content.sender, language, False))
        _fitted(sheet, LEFT, 91.0 + down, f"{word('from', language)} {own}", 8.5, RIGHT - LEFT, grey=0.25)
    promised = words.day(content.promised_on, language) if content.promised_on else word("o_no_day", language)
    facts = [("o_promised_on", promised)]
    if content.ordered_on:
        facts.insert(0, ("o_ordered_on", words.day(content.ordered_on, language)))
    if content.requested_on:
        facts.append(("o_requested_on", words.day(content.requested_on, language)))
    if content.carrier:
        facts.append(("o_carrier", printable(content.carrier, "carrier")))
    if content.prepaid:
        facts.append(("o_payment", word("o_prepaid", language)))
    elif content.payment_days is not None:
        days = content.payment_days
        facts.append(("o_payment", word("o_days", language, days) if days else word("o_at_once", language)))
    wide = (RIGHT - LEFT) / len(facts)
    for nth, (key, value) in enumerate(facts):
        x = LEFT + nth * wide
        sheet.text(x, _FACTS + down + 0.6, word(key, language), 8, grey=0.3)
        bold = key == "o_promised_on"
        _fitted(sheet, x, _FACTS + down + 5.2, value, 10, wide - 3.0, bold=bold)


def _fitted(
    sheet: Sheet,
    x: float,
    y: float,
    text: str,
    size: float,
    limit: float,
    *,
    bold: bool = False,
    grey: float = 0,
) -> None:
    """Write a text smaller where it is too long for its place, and on a second line where that is not enough."""
    while width(text, size, bold) > limit and size > 6:
        size -= 0.25
    for nth, piece in enumerate(wrap_hard(text, size, limit, bold)):
        sheet.text(x, y + nth * size * 0.42, piece, size, bold=bold, grey=grey)


def _figure(
    sheet: Sheet, right: float, y: float, text: str, limit: float, size: float = 9.5, *, bold: bool = False
) -> None:
    """Write figures that end at `right`, smaller where they are many: they are never cut."""
    while width(text, size, bold) > limit and size > 3:
        size -= 0.25
    sheet.text_right(right, y, text, size, bold=bold)


def _pieces(content: OrderConfirmation) -> Iterator[Piece]:
    for line in content.lines:
        yield from _line(line, content)
    yield from _sums(content)
    for part in content.note.splitlines():
        yield from _paragraph(printable(part, "note"))
    yield from _paragraph(word("o_thanks", content.language))


def _line(line: ConfirmedLine, content: OrderConfirmation) -> Iterator[Piece]:
    language, currency = content.language, content.currency
    sku = printable(line.sku, "sku")
    name = wrap_hard(printable(line.product, "product"), 9.5, _NAME_WIDTH)
    details = []
    if line.cancelled:
        ordered, gone = (words.whole(one, language) for one in (line.ordered, line.cancelled))
        details.append(word("o_cancelled", language, ordered, gone))
    for pieces, day in line.promises:
        details.append(word("o_part", language, words.whole(pieces, language), words.day(day, language)))

    def head(sheet: Sheet, top: float) -> None:
        sheet.rule(LEFT, top, RIGHT, 0.4, grey=0.75)
        _sku(sheet, sku, top + 5.0)
        for nth, piece in enumerate(name):
            sheet.text(_NAME, top + 5.0 + nth * _ROW, piece, 9.5)
        _figure(sheet, _QTY, top + 5.0, words.whole(line.qty, language), 12.0, bold=True)
        _figure(sheet, _PRICE, top + 5.0, unit_price(line.unit_price, currency, language), 21.0)
        if line.discount:
            _figure(sheet, _DISCOUNT, top + 5.0, percentage(line.discount, language), 13.0)
        _figure(sheet, _TAX, top + 5.0, percentage(line.tax_rate, language), 13.0)
        _figure(sheet, RIGHT, top + 5.0, amount(line.net, currency, language), 28.0)

    yield Piece(max(2.4 + len(name) * _ROW, 6.8), head)
    for text in details:
        for piece in wrap_hard(text, 8.5, RIGHT - _NAME):
            yield Piece(_SMALL, _detail(piece), joined=True)
    if details:
        yield Piece(1.2, lambda sheet, top: None, joined=True)


def _sku(sheet: Sheet, sku: str, at: float) -> None:
    size = 9.0
    while width(sku, size) > _SKU_WIDTH and size > 4:
        size -= 0.25
    for nth, piece in enumerate(wrap_hard(sku, size, _SKU_WIDTH)):
        sheet.text(LEFT, at + nth * size * 0.42, piece, size)


def _detail(text: str) -> Draw:
    return lambda sheet, top: sheet.text(_NAME, top + 2.9, text, 8.5, grey=0.2)


def _sums(content: OrderConfirmation) -> Iterator[Piece]:
    """What the order comes to; all of it on one page."""
    language, currency = content.language, content.currency
    rows = []
    if content.allowance or content.freight:
        rows.append((word("o_goods", language), content.goods))
    if content.allowance:
        rows.append(
            (word("o_allowance", language, percentage(content.discount, language)), -content.allowance)
        )
    if content.freight:
        rows.append((word("o_freight", language), content.freight))
    rows.append((word("o_net", language), content.net))
    for one in content.taxes:
        base = amount(one.base, currency, language)
        rows.append((word("o_tax", language, percentage(one.rate, language), base), one.tax))
    if not content.taxes:
        rows.append((word("o_tax_all", language), content.tax))

    def rule(sheet: Sheet, top: float) -> None:
        sheet.rule(LEFT, top, RIGHT, 0.9)

    yield Piece(1.6, rule)
    for caption, minor in rows:
        yield Piece(_SUM, _sum(caption, amount(minor, currency, language)), joined=True)
    yield Piece(11.0, _total(content, language), joined=True)


def _sum(caption: str, figure: str) -> Draw:
    def show(sheet: Sheet, top: float) -> None:
        _fitted(sheet, _CAPTIONS, top + 4.0, caption, 9.5, 48.0, grey=0.2)
        _figure(sheet, RIGHT, top + 4.0, figure, 34.0)

    return show


def _total(content: OrderConfirmation, language: Language) -> Draw:
    figure = amount(content.total, content.currency, language)

    def show(sheet: Sheet, top: float) -> None:
        sheet.rule(_CAPTIONS, top + 1.0, RIGHT, 0.6)
        sheet.text(_CAPTIONS, top + 6.8, word("o_total", language), 11, bold=True)
        _figure(sheet, RIGHT, top + 6.8, figure, 44.0, 13.0, bold=True)

    return show


def _paragraph(text: str) -> Iterator[Piece]:
    for piece in wrap_hard(text, 9.5, RIGHT - LEFT):
        yield Piece(4.4, lambda sheet, top, piece=piece: sheet.text(LEFT, top + 3.4, piece, 9.5))  # type: ignore[misc]  # a lambda's default has no type
    yield Piece(2.0, lambda sheet, top: None, joined=True)
