"""What the lines of an order cost: prices, discounts, tax rates and sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain import money
from app.domain.pricing import (
    AS_SOLD,
    FREE,
    FREE_KINDS,
    GIVEN,
    LIST,
    PRODUCT,
    Break,
    allowances,
    next_break,
    price_for,
)
from app.errors import BadInput, NotFound, Refused
from app.models import Price, Product, TaxRate

MOST_PIECES = 10**9
MOST_MONEY = 10**17
"""Minor units of an order; sums stay well within 64 bits."""


class ProductBlocked(Refused):
    """A product that may not be sold."""

    code = "order.product_blocked"


class NoPrice(BadInput):
    """Neither the customer's list nor the product has a price in the currency of the order."""

    code = "order.no_price"


class CostsNothing(BadInput):
    """A price was given for goods of an order whose goods cost nothing."""

    code = "order.costs_nothing"


@dataclass(frozen=True, slots=True)
class NewLine:
    """Base units of a product; without `unit_price` that of the customer's list, else the product's own.

    `discount` is a fraction (0.15 takes 15 % off).
    """

    product_id: int
    qty: int
    unit_price: Decimal | None = None
    discount: Decimal = Decimal(0)
    description: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the prices of an order hang on.

    Attributes:
        currency: Of the order.
        country: Where the goods go, for the tax; '' where nobody knows.
        day: Of the order.
        kind: See `app/models/orders.py: ORDER_KINDS`.
        discount: A fraction of the whole, after the discounts of the lines.
        list_id, list_name: The customer's price list, where it is in the order's currency and in use.
        as_sold: Of an exchange: price and discount of the products of the order before, by product.
        charged: There is a table of shipping charges.
    """

    currency: str
    country: str
    day: date
    kind: str = "sale"
    discount: Decimal = Decimal(0)
    list_id: int | None = None
    list_name: str = ""
    as_sold: Mapping[int, tuple[Decimal, Decimal]] = field(default_factory=dict)
    charged: bool = True


@dataclass(frozen=True, slots=True)
class Sold:
    """A product as it is priced: own price, lowest price, tax rate of the country, and what the customer's list says."""

    id: int
    sku: str
    name: str
    unit_price: Decimal
    floor_price: Decimal
    currency: str
    status: str
    tax_rate: Decimal | None
    breaks: tuple[Break, ...] = ()


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line as it is stored: rates as fractions, money in minor units without tax.

    Attributes:
        gross, net: Before and after the line's own discount.
        source: Where the price comes from: 'given', 'list', 'product', 'as_sold', 'free'.
        allowance: The line's share of the order's discount.
    """

    product_id: int
    description: str
    qty: int
    unit_price: Decimal
    discount: Decimal
    tax_rate: Decimal
    gross: int
    net: int
    source: str = PRODUCT
    allowance: int = 0

    @property
    def paid(self) -> int:
        """What the customer pays for it."""
        return self.net - self.allowance


@dataclass(frozen=True, slots=True)
class Sums:
    """An order's money in minor units.

    Attributes:
        gross: Of the lines, before any discount.
        net: Of the lines, after all discounts; freight is not in it.
        tax: Of lines and freight.
        total: What is to be paid.
        lines: Of the lines after their own discounts.
        allowance: The order's discount: `lines` less `net`.
        freight: What carriage costs.
        taxes: Tax of each rate that occurs, the lowest first.
    """

    gross: int
    net: int
    tax: int
    total: int
    lines: int = 0
    allowance: int = 0
    freight: int = 0
    taxes: tuple[money.TaxSum, ...] = ()


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
_SOLD = (
    *(Product.id, Product.sku, Product.name, Product.unit_price, Product.floor_price),
    *(Product.currency, Product.status, _RATE.label("tax_rate")),
)
_PRODUCTS = sa.select(*_SOLD).where(Product.id.in_(sa.bindparam("ids", expanding=True)))
_LISTED = (
    sa.select(
        *_SOLD,
        *(Price.from_qty, Price.unit_price.label("list_price"), Price.valid_from, Price.valid_until),
    )
    .outerjoin(
        Price,
        sa.and_(
            Price.product_id == Product.id,
            Price.price_list_id == sa.bindparam("list"),
            Price.valid_from <= sa.bindparam("day", type_=sa.Date),
            sa.or_(Price.valid_until.is_(None), Price.valid_until >= sa.bindparam("day", type_=sa.Date)),
        ),
    )
    .where(Product.id.in_(sa.bindparam("ids", expanding=True)))
)


def price_lines(tx: Transaction, lines: Sequence[NewLine], terms: Terms) -> list[PricedLine]:
    """Give each line its price, tax rate, sums and share of the order's discount; see `enter_order` for the rules.

    Raises:
        NotFound, ProductBlocked, NoPrice, CostsNothing, BadInput: as `enter_order`.
    """
    if not lines:
        raise BadInput("An order needs at least one line.", hint="Add a product.", field="lines")
    money.digits(terms.currency)
    wanted = {line.product_id for line in lines}
    products = priced_products(tx, wanted, terms)
    if missing := sorted(wanted - set(products)):
        raise NotFound(
            f"There is no product {missing[0]}.", hint="Look it up again.", what="product", id=missing[0]
        )
    return share_out([price_line(line, products[line.product_id], terms) for line in lines], terms.discount)


def priced_products(source: Transaction | Connection, ids: set[int], terms: Terms) -> dict[int, Sold]:
    """Products by id, with what the customer's list says on the day, in one statement; unknown ids are left out."""
    given: dict[str, Any] = {"ids": sorted(ids), "country": terms.country, "day": terms.day}
    if terms.list_id is None:
        return {row.id: Sold(*row) for row in source.execute(_PRODUCTS, given)}
    found: dict[int, Sold] = {}
    breaks: dict[int, list[Break]] = {}
    for row in source.execute(_LISTED, given | {"list": terms.list_id}):
        *own, from_qty, price, since, until = tuple(row)
        found[row.id] = Sold(*own)
        if from_qty is not None:
            breaks.setdefault(row.id, []).append(Break(from_qty, price, since, until))
    for product_id, listed in breaks.items():
        found[product_id] = replace(found[product_id], breaks=tuple(listed))
    return found


def price_line(line: NewLine, product: Sold, terms: Terms) -> PricedLine:
    """Give one line its price, tax rate and sums; its share of the order's discount comes with `share_out`.

    Raises:
        ProductBlocked, NoPrice, CostsNothing, BadInput: as `enter_order`.
    """
    sku, currency = product.sku, terms.currency
    if product.status == "blocked":
        raise ProductBlocked(f"{sku} is blocked and not sold.", hint="Offer another product.", sku=sku)
    if not 0 < line.qty <= MOST_PIECES:
        raise BadInput(
            f"{sku}: {line.qty} cannot be ordered.", hint="Enter 1 or more.", sku=sku, qty=line.qty
        )
    price, discount, source = _agreed(line, product, terms)
    gross = money.gross(line.qty, price, currency=currency)
    net = money.line_net(line.qty, price, discount, currency=currency)
    if discount != round(discount, 6):
        raise BadInput(f"{sku}: a discount has at most six decimals.", hint="Write 15 % as 0.15.", sku=sku)
    if gross > MOST_MONEY:
        raise BadInput(
            f"{sku}: the amount of this line is too high.", hint="Check quantity and price.", sku=sku
        )
    rate = product.tax_rate if product.tax_rate is not None else Decimal(0)
    return PricedLine(
        *(product.id, line.description or product.name, line.qty, price, discount, rate, gross, net, source)
    )


def _agreed(line: NewLine, product: Sold, terms: Terms) -> tuple[Decimal, Decimal, str]:
    """Unit price, discount, and where the price comes from."""
    sku, given = product.sku, line.unit_price
    if terms.kind in FREE_KINDS:
        if given is not None and given != 0:
            raise CostsNothing(
                f"{sku} costs nothing as a sample or a replenishment, and not {given}.",
                hint="Leave the price empty, or make it a sale.",
                sku=sku,
                kind=terms.kind,
            )
        return Decimal(0), Decimal(0), FREE
    if given is not None:
        return given, line.discount, GIVEN
    if sold := terms.as_sold.get(product.id):
        return sold[0], line.discount or sold[1], AS_SOLD
    found = price_for(
        product.breaks, line.qty, terms.day, (product.unit_price, product.currency), terms.currency
    )
    if found is None:
        raise NoPrice(
            f"{sku} is priced in {product.currency}, the order is in {terms.currency}.",
            hint="Enter the price for this order.",
            sku=sku,
            currency=terms.currency,
        )
    return found[0], line.discount, found[1]


def better_break(product: Sold, line: PricedLine, terms: Terms) -> Break | None:
    """The next quantity at which the customer's list is cheaper than the line is; None where its price is no list's."""
    if line.source not in (LIST, PRODUCT):
        return None
    return next_break(product.breaks, line.qty, terms.day, line.unit_price)


def share_out(lines: list[PricedLine], discount: Decimal) -> list[PricedLine]:
    """Give each line its share of the order's discount."""
    if not discount:
        return lines
    shares = allowances([(line.net, line.tax_rate) for line in lines], discount)
    return [replace(line, allowance=share) for line, share in zip(lines, shares, strict=True)]


def check_discount(discount: Decimal) -> Decimal:
    """The discount of a whole order, if it can be one.

    Raises:
        BadInput: it is not between 0 and 1, or has more than six decimals.
    """
    if not discount.is_finite() or not 0 <= discount <= 1 or discount != round(discount, 6):
        raise BadInput(
            f"{discount} cannot be the discount of an order.",
            hint="It is from 0 to 100 %; write 15 % as 0.15.",
            field="discount",
            value=str(discount),
        )
    return discount


def sum_up(lines: Sequence[tuple[int, int, Decimal]], freight: int, discount: Decimal = Decimal(0)) -> Sums:
    """Sum an order up from (gross, net, tax rate) of its lines, its discount, and the freight at the highest rate among them.

    The discount lowers the tax base of each rate (EN 16931 BR-S-08); freight bears none of it.

    Raises:
        BadInput: the freight is negative or the sum too high.
    """
    if freight < 0:
        raise BadInput(
            "Freight is zero or more.", hint="Enter what the customer pays.", field="freight", value=freight
        )
    highest = max((rate for _, _, rate in lines), default=Decimal(0))
    nets = [(net, rate) for _, net, rate in lines]
    shares = allowances(nets, discount) if discount else ()
    less = [(-share, rate) for share, (_, rate) in zip(shares, nets, strict=True)] if shares else []
    document = money.document_total([*nets, *less, (freight, highest)])
    if document.total_minor > MOST_MONEY:
        raise BadInput(
            "The amount of this order is too high.", hint="Check quantities and prices.", field="lines"
        )
    return Sums(
        gross=sum(gross for gross, _, _ in lines),
        net=document.net_minor - freight,
        tax=document.tax_minor,
        total=document.total_minor,
        lines=sum(net for net, _ in nets),
        allowance=sum(shares),
        freight=freight,
        taxes=document.taxes,
    )
