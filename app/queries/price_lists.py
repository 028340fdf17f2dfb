"""Price lists as they are listed, one with its prices and whom it is given to, and the table of shipping charges."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.price_files import ListPrice
from app.domain.pricing import Charge
from app.domain.text import fold
from app.models import Carrier, CarrierService, Customer, Price, PriceList, Product, ShippingCharge
from app.queries.pages import COUNTED, Ask, Connection, Page, by_key, page

Source = Connection | Transaction
MOST_CUSTOMERS = 50


@dataclass(frozen=True, slots=True)
class PriceListRow:
    """A list among others: how many prices it has, and how many customers have it."""

    id: int
    code: str
    name: str
    currency: str
    active: bool
    prices: int
    customers: int


@dataclass(frozen=True, slots=True)
class HasList:
    """A customer who has a list."""

    id: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PriceListDetail:
    """A list as it is edited: its prices by SKU, quantity and day; the first customers who have it, of `row.customers`."""

    row: PriceListRow
    prices: tuple[ListPrice, ...]
    names: dict[str, str]
    customers: tuple[HasList, ...]

    @property
    def id(self) -> int:
        """The list's id."""
        return self.row.id

    @property
    def code(self) -> str:
        """What people call it."""
        return self.row.code


@dataclass(frozen=True, slots=True)
class ListChoice:
    """A list that can be given to a customer."""

    id: int
    name: str
    currency: str


@dataclass(frozen=True, slots=True)
class ChargedService:
    """A service that a charge can be for: its code and its name with the carrier's."""

    id: int
    code: str
    name: str


_ROWS: Any = sa.select(
    *(PriceList.id, PriceList.code, PriceList.name, PriceList.currency, PriceList.active),
    sa.select(sa.func.count())
    .where(Price.price_list_id == PriceList.id)
    .correlate(PriceList)
    .scalar_subquery(),
    sa.select(sa.func.count())
    .where(Customer.price_list_id == PriceList.id)
    .correlate(PriceList)
    .scalar_subquery(),
)
_PRICES: Any = (
    sa.select(
        Product.sku, Price.from_qty, Price.unit_price, Price.valid_from, Price.valid_until, Product.name
    )
    .join(Product, Product.id == Price.product_id)
    .where(Price.price_list_id == sa.bindparam("list"))
    .order_by(Product.sku, Price.from_qty, Price.valid_from)
)
_HAVE: Any = (
    sa.select(Customer.id, Customer.code, Customer.name)
    .where(Customer.price_list_id == sa.bindparam("list"))
    .order_by(Customer.sort_key, Customer.id)
    .limit(MOST_CUSTOMERS)
)
_CHOICES: Any = (
    sa.select(PriceList.id, PriceList.name, PriceList.currency)
    .where(PriceList.active)
    .order_by(PriceList.code)
)
_CHARGES: Any = sa.select(
    *(ShippingCharge.carrier_service_id, ShippingCharge.country, ShippingCharge.currency),
    *(ShippingCharge.from_net, ShippingCharge.charge),
).order_by(ShippingCharge.id)
_SERVICES: Any = (
    sa.select(
        CarrierService.id, CarrierService.code, (Carrier.name + " " + CarrierService.name).label("name")
    )
    .join(Carrier, Carrier.id == CarrierService.carrier_id)
    .order_by(CarrierService.code)
)
_KNOWN_SKUS = sa.select(Product.sku).where(Product.sku.in_(sa.bindparam("skus", expanding=True)))
_KNOWN_LISTS = sa.select(PriceList.code)


def price_list_rows(connection: Connection, ask: Ask) -> Page[PriceListRow]:
    """A page of lists by code; `ask.text`: part of code or name; filter 'active'."""
    statement = by_key(_sifted(_ROWS, ask), ask, PriceList.code, PriceList.id.expression)
    return page(
        [PriceListRow(*row) for row in connection.execute(statement)], ask, lambda row: (row.code, row.id)
    )


def price_list_count(connection: Connection, ask: Ask) -> int:
    """How many there are."""
    ids = _sifted(sa.select(PriceList.id), ask).limit(COUNTED).subquery()
    return int(connection.execute(sa.select(sa.func.count()).select_from(ids)).scalar_one())


def price_list_detail(connection: Connection, list_id: int) -> PriceListDetail | None:
    """One list with its prices; None where there is none."""
    row = connection.execute(_ROWS.where(PriceList.id == list_id)).first()
    if row is None:
        return None
    given = {"list": list_id}
    rows = connection.execute(_PRICES, given).all()
    return PriceListDetail(
        PriceListRow(*row),
        tuple(ListPrice(*one[:-1]) for one in rows),
        {one.sku: one.name for one in rows},
        tuple(HasList(*one) for one in connection.execute(_HAVE, given)),
    )


def list_prices(source: Source, list_id: int) -> tuple[ListPrice, ...]:
    """The prices of a list by SKU, quantity and day."""
    return tuple(ListPrice(*row[:-1]) for row in source.execute(_PRICES, {"list": list_id}))


def list_choices(connection: Connection) -> tuple[ListChoice, ...]:
    """Lists that can be given to customers."""
    return tuple(ListChoice(*row) for row in connection.execute(_CHOICES))


def shipping_charges(source: Source) -> tuple[Charge, ...]:
    """The table of shipping charges, in the order in which it was written."""
    return tuple(Charge(*row) for row in source.execute(_CHARGES))


def charged_services(connection: Connection) -> tuple[ChargedService, ...]:
    """Services by code, those out of use among them."""
    return tuple(ChargedService(*row) for row in connection.execute(_SERVICES))


def unknown_in(
    connection: Connection, skus: Iterable[str], lists: Iterable[str]
) -> tuple[set[str], set[str]]:
    """Of SKUs and codes of lists those that are not there."""
    wanted, codes = set(skus), set(lists)
    known = set(connection.execute(_KNOWN_SKUS, {"skus": sorted(wanted)}).scalars()) if wanted else set()
    return wanted - known, codes - set(connection.execute(_KNOWN_LISTS).scalars())


def _sifted(statement: Any, ask: Ask) -> Any:
    if (active := ask.filters.get("active")) is not None:
        statement = statement.where(PriceList.active == active)
    words = ask.text.replace("\0", "").strip()
    if fold(words):
        named = (
            PriceList.code.icontains(words, autoescape=True),
            PriceList.name.icontains(words, autoescape=True),
        )
        statement = statement.where(sa.or_(*named))
    return statement
