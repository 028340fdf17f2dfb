"""The customs declaration CN 22 on a label of 105 x 148 mm.

In French and English, with the fields of the form CN 22 of the Regulations to the Universal Postal Convention; whether a parcel
bears this form is said by `app/domain/customs.py`.
"""

from __future__ import annotations

from app.documents.addresses import one_line
from app.documents.content_shipping import CustomsDeclaration, CustomsDeclarations
from app.documents.customs_parts import (
    amount,
    caption,
    categories,
    counted,
    few,
    fitted,
    goods_total,
    kilograms,
    signed,
    stacked,
)
from app.documents.sheet import DoesNotFit, Sheet, printable, wrap_hard
from app.documents.words_shipping import both

SIZE = (105.0, 148.0)


def cn22(content: CustomsDeclarations) -> bytes:
    """Render CN 22 declarations, a label each.

    Raises:
        DoesNotFit: the goods or a name take more than the label has; names the field.
        NotPrintable: a text holds characters that our font does not have; names the field.
    """
    sheet = Sheet(*SIZE, f"CN 22 {content.declarations[0].shipment}")
    for declaration in content.declarations:
        _cn22(sheet, declaration)
        sheet.next_page()
    return sheet.finish()


def _cn22(sheet: Sheet, content: CustomsDeclaration) -> None:
    left, right = 5.0, 100.0
    wide = right - left
    sheet.text_right(right, 10.6, "CN 22", 15, bold=True)
    fitted(sheet, left, 8.6, both("cn_title").upper(), 74, "title", (9.0, 8.0, 7.5, 7.0), bold=True)
    sheet.text(left, 12.4, both("cn_open"), 6.5)
    sheet.rule(left, 14.5, right, 0.9)
    sender = printable(one_line(content.sender, "fr"), "sender")
    caption(sheet, left, 17.6, "cn_from", 20)
    for nth, line in enumerate(few(sender, 7.0, wide - 22, 2, "sender")):
        sheet.text(left + 22, 17.6 + nth * 3.0, line, 7.0)
    caption(sheet, left, 24.4, "cn_to", 20)
    recipient = printable(one_line(content.recipient, content.language), "recipient")
    for nth, line in enumerate(few(recipient, 7.0, wide - 22, 2, "recipient")):
        sheet.text(left + 22, 24.4 + nth * 3.0, line, 7.0)
    sheet.rule(left, 29.6, right, 0.5)
    categories(sheet, content, left, 31.4, wide / 2, 2)
    if content.explanation:
        fitted(
            sheet,
            left,
            47.8,
            f"{both('cn_explanation')}: {content.explanation}",
            wide,
            "explanation",
            (7.0, 6.0, 5.0),
        )
    sheet.rule(left, 49.6, right, 0.9)
    ends = (left + 46.0, left + 62.0, left + 78.0, right)
    for x, key, values, room in (
        (ends[1], "cn_net", (), 15.0),
        (ends[2], "cn_value", (content.currency,), 15.0),
    ):
        stacked(sheet, x, 52.6, key, room, *values)
    for nth, text in enumerate(both("cn_what").split(" / ")):
        sheet.text(left, 52.6 + nth * 2.8, text, 6.5, grey=0.25)
    stacked(sheet, right, 52.6, "cn_hs", 22)
    sheet.rule(left, 57.4, right, 0.4)
    at = _cn22_goods(sheet, content, left, ends, 57.4, 103.0)
    sheet.rule(left, at, right, 0.6)
    total = goods_total(content.goods)
    caption(sheet, left, at + 4.0, "cn_total_weight", 46)
    sheet.text_right(ends[1], at + 4.2, kilograms(content.weight_g), 8.5, bold=True)
    caption(sheet, left, at + 8.4, "cn_total_value", 46, content.currency)
    fitted(
        sheet,
        ends[2],
        at + 8.6,
        amount(total, content.currency),
        28,
        "value",
        (8.5, 7.0, 6.0),
        bold=True,
        right=True,
    )
    sheet.rule(left, at + 10.6, right, 0.9)
    signed(sheet, content, left, right, at + 10.6, 142.5)
    if content.sender_reference:
        reference = f"{both('cn_reference')}: {content.sender_reference}"
        fitted(sheet, left, 145.0, reference, 68, "sender_reference", (6.0, 5.0, 4.5))
    number = f"{content.shipment}, {counted(content)}"
    fitted(sheet, right, 145.0, number, 26, "shipment", (6.0, 5.0, 4.0), right=True)


def _cn22_goods(
    sheet: Sheet, content: CustomsDeclaration, left: float, ends: tuple[float, ...], top: float, bottom: float
) -> float:
    """The goods, in the largest type that holds them all; gives where they end."""
    for size in (8.0, 7.0, 6.0, 5.5):
        step = size * 0.43
        rows = [
            (
                goods,
                wrap_hard(
                    f"{goods.qty} × {printable(goods.description, 'description')}", size, ends[0] - left
                ),
            )
            for goods in content.goods
        ]
        if sum(max(len(lines), 2) * step + 1.4 for _, lines in rows) <= bottom - top:
            break
    else:
        raise DoesNotFit(
            "The goods take more than a CN 22 has room for.",
            hint="Print a CN 23 instead.",
            field="description",
        )
    at = top
    for goods, lines in rows:
        for nth, line in enumerate(lines):
            sheet.text(left, at + 1.0 + (nth + 0.8) * step, line, size)
        base = at + 1.0 + 0.8 * step
        sheet.text_right(ends[1], base, kilograms(goods.net_g), size)
        sizes = (size, 6.0, 5.0, 4.5)
        fitted(sheet, ends[2], base, amount(goods.value, content.currency), 15, "value", sizes, right=True)
        sheet.text_right(ends[3], base, goods.hs, size)
        sheet.text_right(ends[3], base + step, goods.origin, size)
        at += max(len(lines), 2) * step + 1.4
    return max(at, top + 24.0)
