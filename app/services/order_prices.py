"""What the lines of an order cost: prices, tax rates and sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain import money
from app.errors import BadInput, NotFound, Refused
from app.models import Product, TaxRate

MOST_PIECES = 10**9
MOST_MONEY = 10**17
"""Minor units of an order; sums stay well within 64 bits."""


class ProductBlocked(Refused):
    """A product that may not be sold."""

    code = "order.product_blocked"


class NoPrice(BadInput):
    """The product's price is in another currency than the order."""

    code = "order.no_price"


@dataclass(frozen=True, slots=True)
class NewLine:
    """Base units of a product; without `unit_price` the product's own, `discount` as a fraction (0.15 takes 15 % off)."""

    product_id: int
    qty: int
    unit_price: Decimal | None = None
    discount: Decimal = Decimal(0)
    description: str = ""


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line as it is stored: rates as fractions, `gross` before and `net` after discount in minor units, without tax."""

    product_id: int
    description: str
    qty: int
    unit_price: Decimal
    discount: Decimal
    tax_rate: Decimal
    gross: int
    net: int


@dataclass(frozen=True, slots=True)
class Sums:
    """An order's money in minor units: line sums before and after discount, tax of lines and freight, what is to be paid."""

    gross: int
    net: int
    tax: int
    total: int


_RATE = (
    sa.select(TaxRate.rate)
    .where(
        TaxRate.country == sa.bindparam("country"),
        TaxRate.tax_code == Product.tax_code,
        TaxRate.valid_from <= sa.bindparam("day", type_=sa.Date),
    )
    .order_by(TaxRate.valid_from.desc())
    .limit(1)
    .scalar_subquery()
)
_PRODUCTS = sa.select(
    *(Product.id, Product.sku, Product.name, Product.unit_price, Product.currency, Product.status),
    _RATE.label("tax_rate"),
).where(Product.id.in_(sa.bindparam("ids", expanding=True)))


def price_lines(
    tx: Transaction, lines: Sequence[NewLine], currency: str, country: str, day: date
) -> list[PricedLine]:
    """Give each line its price, tax rate and sums; see `enter_order` for the rules.

    Raises:
        NotFound, ProductBlocked, NoPrice, BadInput: as `enter_order`.
    """
    if not lines:
        raise BadInput("An order needs at least one line.", hint="Add a product.", field="lines")
    money.digits(currency)
    wanted = {line.product_id for line in lines}
    products = priced_products(tx, wanted, country, day)
    if missing := sorted(wanted - set(products)):
        raise NotFound(
            f"There is no product {missing[0]}.", hint="Look it up again.", what="product", id=missing[0]
        )
    return [price_line(line, products[line.product_id], currency) for line in lines]


def priced_products(
    source: Transaction | Connection, ids: set[int], country: str, day: date
) -> dict[int, Any]:
    """Products by id with price, currency, status and the tax rate of a country on a day; unknown ids are left out."""
    rows = source.execute(_PRODUCTS, {"ids": sorted(ids), "country": country, "day": day})
    return {row.id: row for row in rows}


def price_line(line: NewLine, product: Any, currency: str) -> PricedLine:
    """Give one line its price, tax rate and sums; `product` is a row of `priced_products`.

    Raises:
        ProductBlocked, NoPrice, BadInput: as `enter_order`.
    """
    sku = product.sku
    if product.status == "blocked":
        raise ProductBlocked(f"{sku} is blocked and not sold.", hint="Offer another product.", sku=sku)
    if not 0 < line.qty <= MOST_PIECES:
        raise BadInput(
            f"{sku}: {line.qty} cannot be ordered.", hint="Enter 1 or more.", sku=sku, qty=line.qty
        )
    price = product.unit_price if line.unit_price is None else line.unit_price
    if line.unit_price is None and product.currency != currency:
        raise NoPrice(
            f"{sku} is priced in {product.currency}, the order is in {currency}.",
            hint="Enter the price for this order.",
            sku=sku,
            currency=currency,
        )
    gross = money.gross(line.qty, price, currency=currency)
    net = money.line_net(line.qty, price, line.discount, currency=currency)
    if line.discount != round(line.discount, 6):
        raise BadInput(f"{sku}: a discount has at most six decimals.", hint="Write 15 % as 0.15.", sku=sku)
    if gross > MOST_MONEY:
        raise BadInput(
            f"{sku}: the amount of this line is too high.", hint="Check quantity and price.", sku=sku
        )
    rate = product.tax_rate if product.tax_rate is not None else Decimal(0)
    return PricedLine(
        product.id, line.description or product.name, line.qty, price, line.discount, rate, gross, net
    )


def sum_up(lines: Sequence[tuple[int, int, Decimal]], freight: int) -> Sums:
    """Sum an order up from (gross, net, tax rate) of its lines and the freight, which bears the highest rate among them.

    Raises:
        BadInput: the freight is negative or the sum too high.
    """
    if freight < 0:
        raise BadInput(
            "Freight is zero or more.", hint="Enter what the customer pays.", field="freight", value=freight
        )
    highest = max((rate for _, _, rate in lines), default=Decimal(0))
    document = money.document_total([*((net, rate) for _, net, rate in lines), (freight, highest)])
    if document.total_minor > MOST_MONEY:
        raise BadInput(
            "The amount of this order is too high.", hint="Check quantities and prices.", field="lines"
        )
    return Sums(
        gross=sum(gross for gross, _, _ in lines),
        net=sum(net for _, net, _ in lines),
        tax=document.tax_minor,
        total=document.total_minor,
    )
