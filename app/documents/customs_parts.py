"""What the forms CN 22 and CN 23 share: captions in French and English, boxes to tick, amounts, statement and signature."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from babel.numbers import format_decimal

from app.documents.addresses import fit
from app.documents.barcodes import code128, module_width, on_dots
from app.documents.content_shipping import CustomsDeclaration
from app.documents.letterhead import placed
from app.documents.sheet import DoesNotFit, Sheet, printable, width, wrap_hard
from app.documents.words_shipping import both
from app.domain import money
from app.domain.customs import Category, Goods

_CATEGORIES = (
    *((Category.GIFT, "cn_gift"), (Category.DOCUMENTS, "cn_documents"), (Category.SALE, "cn_sale")),
    *((Category.SAMPLE, "cn_sample"), (Category.RETURNED, "cn_returned"), (Category.OTHER, "cn_other")),
)
_CAPTION = (6.5, 6.0, 5.5)
"""Points of a caption, largest first."""


def kilograms(grams: int) -> str:
    """Grams in kilograms without a unit: '0.25'; the point stands for both languages."""
    return format_decimal(Decimal(grams) / 1000, "0.0##", locale="en")


def amount(minor: int, currency: str) -> str:
    """An amount without its currency: '12.50'."""
    return money.to_decimal_string(minor, currency)


def fitted(
    sheet: Sheet,
    x: float,
    y: float,
    text: str,
    limit: float,
    field: str,
    sizes: Iterable[float],
    *,
    bold: bool = False,
    grey: float = 0,
    right: bool = False,
) -> None:
    """Write a line in the largest of these sizes in which it fits.

    Raises:
        DoesNotFit: it does not even in the smallest; names the field.
    """
    for size in sizes:
        if width(text, size, bold) <= limit:
            write = sheet.text_right if right else sheet.text
            write(x, y, text, size, bold=bold, grey=grey)
            return
    raise DoesNotFit(
        f"The {field} is too long for its place on the form: {text}.",
        hint="Shorten it.",
        field=field,
        length=len(text),
    )


def caption(
    sheet: Sheet, x: float, y: float, key: str, limit: float, *values: object, right: bool = False
) -> None:
    """Write a caption in both languages."""
    text = both(key, *values)
    fitted(sheet, x, y, text, limit, key, _CAPTION, grey=0.25, right=right)


def _box(sheet: Sheet, x: float, y: float, *, ticked: bool) -> None:
    sheet.box(x, y, 3.0, 3.0, thickness=0.6)
    if ticked:
        for run in ((0.5, 0.5, 2.5, 2.5), (2.5, 0.5, 0.5, 2.5)):
            sheet.outline(((x + run[0], y + run[1]), (x + run[2], y + run[3])), thickness=1.4)


def categories(
    sheet: Sheet, content: CustomsDeclaration, x: float, y: float, column: float, per_row: int
) -> None:
    """The boxes of the categories, that of the item ticked."""
    for nth, (category, key) in enumerate(_CATEGORIES):
        at, top = x + (nth % per_row) * column, y + (nth // per_row) * 4.6
        _box(sheet, at, top, ticked=content.category is category)
        text = both(key)
        fitted(sheet, at + 4.2, top + 2.5, text, column - 5.2, key, (7.0, 6.5, 6.0, 5.5, 5.0, 4.5))


def counted(content: CustomsDeclaration) -> str:
    """Which parcel of how many."""
    return f"{content.parcel} / {content.parcels}" if content.parcels else str(content.parcel)


def stacked(sheet: Sheet, x: float, y: float, key: str, room: float, *values: object) -> None:
    """A caption above a narrow column, French above English."""
    for nth, text in enumerate(both(key, *values).split(" / ")):
        fitted(sheet, x, y + nth * 2.8, text, room, key, _CAPTION, grey=0.25, right=True)


def few(text: str, size: float, limit: float, most: int, field: str) -> list[str]:
    """A text in few lines, smaller where it must be.

    Raises:
        DoesNotFit: it takes more lines even at 5 points; names the field.
    """
    lines = wrap_hard(text, size, limit)
    while len(lines) > most and size > 5.0:
        size -= 0.5
        lines = wrap_hard(text, size, limit)
    if len(lines) > most:
        raise DoesNotFit(
            f"The {field} is too long for the form ({len(text)} characters).",
            hint="Shorten it.",
            field=field,
            length=len(text),
        )
    return lines


def signed(
    sheet: Sheet, content: CustomsDeclaration, left: float, right: float, top: float, bottom: float
) -> None:
    """Statement, date and signature between two heights."""
    lines = [
        piece for part in both("cn_statement").split(" / ") for piece in wrap_hard(part, 6.0, right - left)
    ]
    for nth, line in enumerate(lines):
        sheet.text(left, top + 3.0 + nth * 2.6, line, 6.0)
    caption(sheet, left, bottom - 6.4, "cn_signed", right - left)
    text = f"{content.day:%Y-%m-%d}, {printable(content.signer, 'signer')}"
    fitted(
        sheet, left, bottom - 2.4, text, (right - left) * 0.6, "signer", (8.0, 7.0, 6.0, 5.0, 4.5), bold=True
    )
    sheet.rule(left, bottom - 1.2, right, 0.4, grey=0.3)


def item_bars(sheet: Sheet, right: float, y: float, item: str, room: float, height: float) -> None:
    """The item's number as barcode, ending at `right`, where there is one that fits; the number stands beneath."""
    number = printable(item, "item")
    modules = code128(number)
    module = module_width(modules, room, 0.375)
    if module is None:
        raise DoesNotFit(
            f"The number {number} is too long for the form.",
            hint="Ask the carrier.",
            field="item",
            length=len(number),
        )
    start = on_dots(right - len(modules) * module)
    sheet.bars(start, y, modules, module, height)
    sheet.text_right(right, y + height + 3.2, number, 7.5)


def address(
    sheet: Sheet, content: CustomsDeclaration, key: str, x: float, y: float, wide: float, high: float
) -> None:
    """One of the two addresses in its box."""
    whose = content.sender if key == "cn_from" else content.recipient
    caption(sheet, x, y + 3.2, key, 20)
    for line in fit(whose, content.language, wide, high - 4.0, largest=0.62):
        sheet.text(x, y + 3.6 + line.baseline, line.text, line.size, bold=line.bold)


def logo(sheet: Sheet, content: CustomsDeclaration, x: float, y: float, box: tuple[float, float]) -> None:
    """The company's logo in the head of a form, where there is one."""
    if content.brand.logo:
        wide, high = placed(content.brand.logo, box)
        sheet.picture(x, y + (box[1] - high) / 2, wide, high, content.brand.logo)


def goods_total(goods: Iterable[Goods]) -> int:
    """What a declaration is worth in all."""
    return sum(one.value for one in goods)
