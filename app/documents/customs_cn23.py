"""The customs declaration CN 23: A4 with the form twice, to be cut in the middle.

In French and English, with the fields of the form CN 23 of the Regulations to the Universal Postal Convention. The upper form
goes with the parcel, the lower one stays with the sender. More goods than it has lines for go onto a list that follows.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.content_shipping import CustomsDeclaration, CustomsDeclarations
from app.documents.customs_parts import (
    address,
    amount,
    caption,
    categories,
    counted,
    fitted,
    goods_total,
    item_bars,
    kilograms,
    logo,
    signed,
)
from app.documents.flow import Draw, Piece, draw, pages_of
from app.documents.letterhead import draw_foot
from app.documents.sheet import Sheet, printable, wrap_hard
from app.documents.words import word
from app.documents.words_shipping import both
from app.domain.customs import Goods

_LEFT, _RIGHT = 12.0, 198.0
_HALF = 148.5
_QTY, _NET, _VALUE, _HS, _ORIGIN = 118.0, 136.5, 158.0, 180.0, 198.0
_NAME_WIDTH = 92.0
_GOODS, _TOTALS = 62.0, 96.0
"""Where the lines of goods begin and end on the form, below its upper edge."""


@dataclass(frozen=True, slots=True)
class _Row:
    goods: Goods
    name: list[str]
    size: float

    @property
    def height(self) -> float:
        return len(self.name) * self.size * 0.43 + 1.2


def cn23(content: CustomsDeclarations) -> bytes:
    """Render CN 23 declarations, a sheet of A4 each and lists of goods where they are needed.

    Raises:
        DoesNotFit: an address or a name is too long even in the smallest type; names the field.
        NotPrintable: a text holds characters that our font does not have; names the field.
    """
    sheet = Sheet(210, 297, f"CN 23 {content.declarations[0].shipment}")
    for declaration in content.declarations:
        rows = _fitting(declaration)
        for top in (0.0, _HALF):
            _form(sheet, declaration, rows, top)
        sheet.dashes(5, _HALF, 205)
        sheet.next_page()
        if rows is None:
            _list(sheet, declaration)
    return sheet.finish()


def _rows(content: CustomsDeclaration, size: float) -> list[_Row]:
    return [
        _Row(one, wrap_hard(printable(one.description, "description"), size, _NAME_WIDTH), size)
        for one in content.goods
    ]


def _fitting(content: CustomsDeclaration) -> list[_Row] | None:
    """The goods as they stand on the form; None where they take a list."""
    for size in (8.5, 7.5, 6.5):
        rows = _rows(content, size)
        if sum(row.height for row in rows) <= _TOTALS - _GOODS:
            return rows
    return None


def _form(sheet: Sheet, content: CustomsDeclaration, rows: list[_Row] | None, top: float) -> None:
    sheet.text_right(_RIGHT, top + 12.0, "CN 23", 17, bold=True)
    logo(sheet, content, _LEFT, top + 5.0, (30.0, 8.0))
    start = _LEFT + (34.0 if content.brand.logo else 0)
    fitted(sheet, start, top + 9.4, both("cn_title").upper(), 112, "title", (10.0, 9.0), bold=True)
    sheet.text(start, top + 13.2, both("cn_open"), 7)
    sheet.rule(_LEFT, top + 15.0, _RIGHT, 0.9)
    address(sheet, content, "cn_from", _LEFT, top + 15.0, 62.0, 31.0)
    address(sheet, content, "cn_to", _LEFT + 66.0, top + 15.0, 62.0, 31.0)
    _references(sheet, content, top)
    sheet.rule(_LEFT, top + 54.0, _RIGHT, 0.9)
    _heads(sheet, content, top + 54.0)
    if rows is None:
        sheet.text(_LEFT, top + _GOODS + 5.0, both("cn_attached", len(content.goods)), 9, bold=True)
    at = top + _GOODS
    for row in rows or ():
        _goods(row, content)(sheet, at)
        at += row.height
    _totals(sheet, content, top + _TOTALS)
    _foot(sheet, content, top)


def _references(sheet: Sheet, content: CustomsDeclaration, top: float) -> None:
    x = _LEFT + 132.0
    room = _RIGHT - x
    caption(sheet, x, top + 18.2, "cn_item", room)
    item_bars(sheet, _RIGHT, top + 20.0, content.item, room, 10.0)
    caption(sheet, x, top + 37.2, "cn_reference", room)
    if content.sender_reference:
        text = printable(content.sender_reference, "sender_reference")
        fitted(sheet, x, top + 41.2, text, room, "sender_reference", (8.5, 7.0, 6.0, 5.0))
    caption(sheet, x, top + 45.0, "cn_importer", room)
    contact = [one for one in (content.recipient.phone, content.recipient.email) if one]
    for nth, text in enumerate(contact[:2]):
        shown = printable(text, "telephone or e-mail")
        fitted(sheet, x, top + 48.6 + nth * 3.2, shown, room, "email", (7.5, 6.5, 5.5, 5.0, 4.5, 4.0))


def _heads(sheet: Sheet, content: CustomsDeclaration, top: float) -> None:
    caption(sheet, _LEFT, top + 3.2, "cn_description", 86)
    for x, key, values, room in (
        (_QTY, "cn_quantity", (), 13.0),
        (_NET, "cn_net", (), 17.0),
        (_VALUE, "cn_value", (content.currency,), 20.0),
        (_HS, "cn_hs", (), 20.0),
        (_ORIGIN, "cn_origin", (), 16.0),
    ):
        french, _, english = both(key, *values).partition(" / ")
        for nth, text in enumerate((french, english)):
            sizes = (6.5, 6.0, 5.5, 5.0)
            fitted(sheet, x, top + 3.2 + nth * 2.8, text, room, key, sizes, grey=0.25, right=True)
    sheet.rule(_LEFT, top + 7.4, _RIGHT, 0.4)


def _goods(row: _Row, content: CustomsDeclaration) -> Draw:
    goods, size = row.goods, row.size

    def show(sheet: Sheet, top: float) -> None:
        for nth, text in enumerate(row.name):
            sheet.text(_LEFT, top + 0.6 + (nth + 0.8) * size * 0.43, text, size)
        base = top + 0.6 + 0.8 * size * 0.43
        for x, text, room, field in (
            (_QTY, str(goods.qty), 13.0, "quantity"),
            (_NET, kilograms(goods.net_g), 16.0, "weight"),
            (_VALUE, amount(goods.value, content.currency), 20.0, "value"),
            (_HS, goods.hs, 20.0, "customs_code"),
            (_ORIGIN, goods.origin, 16.0, "origin_country"),
        ):
            fitted(sheet, x, base, text, room, field, (size, 6.5, 5.5, 4.5), right=True)

    return show


def _totals(sheet: Sheet, content: CustomsDeclaration, top: float) -> None:
    sheet.rule(_LEFT, top, _RIGHT, 0.6)
    caption(sheet, _LEFT, top + 3.6, "cn_total_weight", 60)
    sheet.text_right(_NET, top + 4.0, kilograms(content.weight_g), 9, bold=True)
    caption(sheet, _LEFT, top + 8.2, "cn_total_value", 60, content.currency)
    total = amount(goods_total(content.goods), content.currency)
    fitted(sheet, _VALUE, top + 8.6, total, 60, "value", (9.0, 7.0), bold=True, right=True)
    caption(sheet, _VALUE + 3, top + 3.6, "cn_charges", _RIGHT - _VALUE - 3)
    sheet.rule(_LEFT, top + 10.4, _RIGHT, 0.9)


def _foot(sheet: Sheet, content: CustomsDeclaration, top: float) -> None:
    middle = 112.0
    caption(sheet, _LEFT, top + 109.8, "cn_category", 90)
    categories(sheet, content, _LEFT, top + 111.2, 48.0, 2)
    caption(sheet, _LEFT, top + 128.2, "cn_explanation", 40)
    if content.explanation:
        text = printable(content.explanation, "explanation")
        fitted(sheet, _LEFT, top + 132.0, text, 95, "explanation", (8.0, 7.0, 6.0, 5.0))
    for nth, (key, value) in enumerate(
        (("cn_licence", ""), ("cn_certificate", ""), ("cn_invoice", content.invoice))
    ):
        x = _LEFT + nth * 33.0
        _small(sheet, x, top + 136.0, key, value, 31.0)
    _small(sheet, middle, top + 109.8, "cn_comments", content.comments, _RIGHT - middle)
    _small(sheet, middle, top + 116.8, "cn_posted", "", _RIGHT - middle)
    sheet.rule(middle, top + 118.4, _RIGHT, 0.4, grey=0.4)
    signed(sheet, content, middle, _RIGHT, top + 118.4, top + 141.4)
    number = f"{content.shipment}, {counted(content)}"
    fitted(sheet, _RIGHT, top + 144.6, number, 80, "shipment", (6.5, 5.5, 4.5), right=True)


def _small(sheet: Sheet, x: float, y: float, key: str, value: str, room: float) -> None:
    caption(sheet, x, y, key, room)
    if value:
        fitted(sheet, x, y + 3.8, printable(value, key), room, "invoice", (7.5, 6.0, 5.0, 4.0))


def _list(sheet: Sheet, content: CustomsDeclaration) -> None:
    """All goods, on as many pages as they take."""
    rows = _rows(content, 8.5)
    pieces = [Piece(row.height + 0.6, _goods(row, content)) for row in rows]
    pages = pages_of(pieces, 38.0, 38.0, 262.0)
    for number, page in enumerate(pages, 1):
        sheet.text(_LEFT, 18.0, f"CN 23: {both('cn_list')}", 14, bold=True)
        sheet.text(_LEFT, 24.0, f"{both('cn_item')} {printable(content.item, 'item')}", 9)
        sheet.text_right(_RIGHT, 24.0, f"{content.shipment}, {counted(content)}", 9)
        sheet.rule(_LEFT, 28.0, _RIGHT, 0.9)
        _heads(sheet, content, 28.0)
        draw(sheet, page)
        if number == len(pages):
            _totals(sheet, content, 264.0)
        sheet.text_right(_RIGHT, 284.0, word("page", content.language, number, len(pages)), 9, grey=0.25)
        draw_foot(sheet, content.brand)
        sheet.next_page()
