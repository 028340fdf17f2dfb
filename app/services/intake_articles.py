"""Which of our articles a line of an order that came in means, how many pieces, and at which price a piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.codes import is_digits, verify_gtin
from app.integrations.channels.reading import Oddity, ReadLine
from app.models import CustomerArticle, Product, ProductBarcode
from app.services.catalogue import same_gtin
from app.services.order_prices import MOST_PIECES

PIECES = frozenset({"", "C62", "EA", "H87", "PCE", "NAR", "NMP", "XPP"})
"""One of it (UN/ECE recommendation 20; PCE and NAR as EDIFACT writes them)."""
TIMES = {"DZN": 12, "DZ": 12, "GRO": 144, "PR": 2, "CEN": 100, "MIL": 1000, "TPR": 20}
PACKS = frozenset({"CT", "CS", "PK", "BX", "PA", "XCT", "XCS", "XPK", "XBX", "XPA"})
"""A pack (UN/ECE recommendation 21, with and without the X before it): how many pieces, the barcode says."""
MEASURES = {"KGM": "kg", "GRM": "g", "LTR": "l", "MTR": "m", "MTK": "m2", "MLT": "ml", "CMT": "cm"}
"""By weight or length: for articles whose own unit is that."""
SIX = Decimal("0.000001")
MOST_PRICE = Decimal(10) ** 9
_BY_BARCODE = (
    sa.select(
        ProductBarcode.code, ProductBarcode.pack_qty, Product.id, Product.sku, Product.name, Product.unit
    )
    .join(Product, Product.id == ProductBarcode.product_id)
    .where(ProductBarcode.code.in_(sa.bindparam("codes", expanding=True)))
)
_BY_SKU = sa.select(Product.id, Product.sku, Product.name, Product.unit).where(
    Product.sku.in_(sa.bindparam("skus", expanding=True))
)
_BY_ARTICLE = (
    sa.select(CustomerArticle.code, Product.id, Product.sku, Product.name, Product.unit)
    .join(Product, Product.id == CustomerArticle.product_id)
    .where(
        CustomerArticle.customer_id == sa.bindparam("customer"),
        CustomerArticle.code.in_(sa.bindparam("articles", expanding=True)),
    )
)


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article of ours that a line means: `qty` base units at `unit_price` each, as the message gives it (None: no price).

    `pack_qty` is how many base units one of what was ordered has.
    """

    product_id: int
    sku: str
    name: str
    qty: int
    pack_qty: int
    unit_price: Decimal | None


@dataclass(frozen=True, slots=True)
class Articles:
    """What the lines of an order may mean, looked up at once."""

    by_gtin: dict[str, Any]
    by_sku: dict[str, Any]
    by_article: dict[str, Any]


def find_articles(
    source: Transaction | Connection, lines: Sequence[ReadLine], customer_id: int | None
) -> Articles:
    """Look all lines' numbers up, in three statements at most."""
    forms = {form for line in lines if verify_gtin(line.gtin) for form in same_gtin(line.gtin)}
    skus = {line.sku for line in lines if line.sku}
    # Some send their own number where ours should stand.
    articles = {code for line in lines for code in (line.article, line.sku) if code}
    by_gtin, by_sku, by_article = {}, {}, {}
    if forms:
        for row in source.execute(_BY_BARCODE, {"codes": sorted(forms)}):
            by_gtin[row.code.zfill(14)] = row
    if skus:
        by_sku = {row.sku: row for row in source.execute(_BY_SKU, {"skus": sorted(skus)})}
    if articles and customer_id is not None:
        named = {"customer": customer_id, "articles": sorted(articles)}
        by_article = {row.code: row for row in source.execute(_BY_ARTICLE, named)}
    return Articles(by_gtin, by_sku, by_article)


def read_line(line: ReadLine, known: Articles) -> tuple[ReadArticle | None, tuple[Oddity, ...]]:
    """What one line means; with None stands at least one oddity that stops."""
    found = {
        "gtin": known.by_gtin.get(line.gtin.zfill(14)) if is_digits(line.gtin) else None,
        "sku": known.by_sku.get(line.sku) if line.sku else None,
        "article": known.by_article.get(line.article) if line.article else None,
    }
    if found["sku"] is None and found["article"] is None and line.sku in known.by_article:
        found["sku"] = known.by_article[line.sku]
    there = {kind: row for kind, row in found.items() if row is not None}
    named = {kind: str(getattr(line, kind)) for kind in found}
    words = ", ".join(value for value in (*named.values(), line.name) if value)
    if not there:
        return None, (Oddity("unknown_article", "stops", line.number, {"article": words}),)
    if len({row.id for row in there.values()}) > 1:
        skus = ", ".join(dict.fromkeys(row.sku for row in there.values()))
        return None, (
            Oddity("ambiguous_article", "stops", line.number, {"article": words, "articles": skus}),
        )
    row = next(iter(there.values()))
    odd = [
        Oddity("unknown_number", "warns", line.number, {"number": value, "article": row.sku})
        for kind, value in named.items()
        if value and kind not in there and kind != "article"
    ]
    pack = there["gtin"].pack_qty if "gtin" in there else 1
    times, why = _times(line.unit.upper(), row.unit, pack)
    if why:
        return None, (*odd, Oddity(why, "stops", line.number, {"unit": line.unit, "article": row.sku}))
    pieces = line.qty * times
    if pieces != pieces.to_integral_value() or not 0 < pieces <= MOST_PIECES:
        facts = {"qty": plain(line.qty), "article": row.sku}
        return None, (*odd, Oddity("quantity", "stops", line.number, facts))
    price = line.unit_price / times if line.unit_price is not None else None
    if price is None and line.net is not None and not line.discount:
        price = line.net / pieces
    if price is not None:
        if not 0 <= price < MOST_PRICE:
            facts = {"price": plain(price), "article": row.sku}
            return None, (*odd, Oddity("price", "stops", line.number, facts))
        price = price.quantize(SIX, rounding=ROUND_HALF_UP)
    return ReadArticle(row.id, row.sku, row.name, int(pieces), times, price), tuple(odd)


def _times(unit: str, own: str, pack: int) -> tuple[int, str]:
    """How many base units one of what was ordered has, or the code of the oddity where nobody can tell."""
    if unit in PIECES or (unit in MEASURES and MEASURES[unit] == own.lower()):
        # A carton's own number ordered by the piece is so many cartons: the number says what a piece is.
        return pack, ""
    if unit in TIMES:
        return (TIMES[unit], "") if pack == 1 else (0, "unit_unclear")
    if unit in PACKS:
        return (pack, "") if pack > 1 else (0, "unit_unclear")
    return 0, "unknown_unit"


def plain(number: Decimal) -> str:
    """A number as a message writes it: 12.5, no zeros behind."""
    return format(number.normalize(), "f")
