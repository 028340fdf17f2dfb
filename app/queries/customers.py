"""Customers: the list, the one on the telephone, and what is open of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.address import PostalAddress
from app.domain.text import fold
from app.models import Address, Customer, SalesOrder
from app.queries.order_details import read_addresses
from app.queries.pages import COUNTED, Ask, Page, by_key, page

FEW = 8
MOST_ORDERS = 20
LEAST_DIGITS = 6
"""Digits from which a typed number may be a telephone number."""
LEAST_POSTAL = 3
"""Letters from which a typed text may be the beginning of a postal code."""


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer of a list; town, postal code and country are empty where addresses may not be read."""

    id: int
    code: str
    name: str
    sort_key: str
    language: str
    currency: str
    status: str
    ship_complete: bool
    version: int
    city: str = ""
    postal_code: str = ""
    country: str = ""
    open_orders: int = 0


@dataclass(frozen=True, slots=True)
class OpenOrder:
    """An order that is not closed; money in minor units."""

    id: int
    number: str
    state: str
    promised_on: date | None
    total: int
    currency: str


@dataclass(frozen=True, slots=True)
class CustomerDetails:
    """A customer with addresses (None where they may not be read) and what is open."""

    row: CustomerRow
    credit_limit: int
    bill_address: PostalAddress | None
    ship_address: PostalAddress | None
    orders: tuple[OpenOrder, ...]
    gln: str = ""
    despatch_advice: str = ""
    despatch_folder: str = ""
    notices: bool = True
    price_list_id: int | None = None
    discount: Decimal = Decimal(0)
    payment_days: int = 30
    prepaid: bool = False
    vip: bool = False
    order_answer: str = ""
    answer_folder: str = ""
    tax_number: str = ""

    @property
    def id(self) -> int:
        """The customer's id."""
        return self.row.id

    @property
    def code(self) -> str:
        """What people know the customer by."""
        return self.row.code


_COLUMNS = (
    *(Customer.id, Customer.code, Customer.name, Customer.sort_key, Customer.language, Customer.currency),
    *(Customer.status, Customer.ship_complete, Customer.version),
)
_PLAIN = (
    *("gln", "despatch_advice", "despatch_folder", "notices"),
    *("price_list_id", "discount", "payment_days", "prepaid", "vip"),
    *("order_answer", "answer_folder", "tax_number"),
)
_OPEN = sa.text("sales_order.state IN ('quote', 'draft', 'confirmed')")
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_OPEN_ORDERS = (
    sa.select(SalesOrder.customer_id, sa.func.count().label("number"))
    .where(SalesOrder.customer_id.in_(_IDS), _OPEN)
    .group_by(SalesOrder.customer_id)
)
_TOWNS = (
    sa.select(Customer.id, Address.city, Address.postal_code, Address.country_code)
    .join(Address, Address.id == sa.func.coalesce(Customer.ship_address_id, Customer.bill_address_id))
    .where(Customer.id.in_(_IDS))
)
_ONE: Any = sa.select(
    *(*_COLUMNS, Customer.credit_limit, Customer.bill_address_id, Customer.ship_address_id),
    *(Customer.gln, Customer.despatch_advice, Customer.despatch_folder, Customer.notices),
    *(Customer.price_list_id, Customer.discount, Customer.payment_days, Customer.prepaid, Customer.vip),
    *(Customer.order_answer, Customer.answer_folder, Customer.tax_number),
).where(Customer.id == sa.bindparam("customer"))
_THEIRS: Any = (
    sa.select(
        *(SalesOrder.id, SalesOrder.number, SalesOrder.state, SalesOrder.promised_on),
        *(SalesOrder.total, SalesOrder.currency),
    )
    .where(SalesOrder.customer_id == sa.bindparam("customer"), _OPEN)
    .order_by(SalesOrder.promised_on, SalesOrder.id)
    .limit(MOST_ORDERS)
)
_PLAIN_PHONE: Any = Address.phone
_SIGNS = " .-/()"
for _sign in _SIGNS:
    _PLAIN_PHONE = sa.func.replace(_PLAIN_PHONE, _sign, "")


def customers(connection: Connection, ask: Ask, *, addresses: bool = False) -> Page[CustomerRow]:
    """A page of customers, by name unless `ask.sort` says 'code'; `ask.filters["status"]` may name a status.

    `ask.text` is words of name or code, and for those who may read addresses also a postal code or a telephone number.
    """
    by_code = ask.sort == "code"
    order: Any = Customer.code if by_code else Customer.sort_key
    statement = by_key(_asked(sa.select(*_COLUMNS), ask, addresses), ask, order, Customer.id.expression)
    rows: list[CustomerRow] = [CustomerRow(*row) for row in connection.execute(statement)]
    found = _filled(connection, rows, addresses)
    return page(found, ask, lambda row: (row.code if by_code else row.sort_key, row.id))


def count_customers(connection: Connection, ask: Ask, *, addresses: bool = False) -> int:
    """How many customers the question finds; 10,001 stands for more than ten thousand."""
    few = _asked(sa.select(Customer.id), ask, addresses).limit(COUNTED).subquery()
    return int(connection.execute(sa.select(sa.func.count()).select_from(few)).scalar_one())


def find_customers(
    connection: Connection, text: str, *, addresses: bool = False, limit: int = FEW
) -> tuple[CustomerRow, ...]:
    """Customers that a typed text may mean; the one whose code it is comes first."""
    typed = text.replace("\0", "").strip()
    if not fold(typed):
        return ()
    statement: Any = _asked(sa.select(*_COLUMNS), Ask(text=typed), addresses)
    exact = sa.case((Customer.code == typed.upper(), 0), else_=1)
    statement = statement.order_by(exact, Customer.sort_key, Customer.id).limit(limit)
    return _filled(connection, [CustomerRow(*row) for row in connection.execute(statement)], addresses)


def customer_details(
    connection: Connection, customer_id: int, *, addresses: bool = False
) -> CustomerDetails | None:
    """A customer with what is open; None where there is none."""
    found = connection.execute(_ONE, {"customer": customer_id}).first()
    if found is None:
        return None
    *columns, credit_limit, bill_id, ship_id = found[: len(_COLUMNS) + 3]
    (row,) = _filled(connection, [CustomerRow(*columns)], addresses)
    known = read_addresses(connection, (bill_id, ship_id)) if addresses else {}
    theirs = connection.execute(_THEIRS, {"customer": customer_id})
    return CustomerDetails(
        row=row,
        credit_limit=credit_limit,
        bill_address=known.get(bill_id),
        ship_address=known.get(ship_id),
        orders=tuple(OpenOrder(*one) for one in theirs),
        **{name: getattr(found, name) for name in _PLAIN},
    )


def _asked(statement: Any, ask: Ask, addresses: bool) -> Any:
    if status := ask.filters.get("status"):
        statement = statement.where(Customer.status == status)
    typed = ask.text.replace("\0", "").strip()
    if not typed:
        return statement
    words = fold(typed).split()
    named = [Customer.search_text.contains(word, autoescape=True) for word in words]
    ways: list[sa.ColumnElement[bool]] = [sa.and_(sa.true(), *named)] if words else [sa.false()]
    if addresses:
        living = sa.select(_living(typed).cte("living").c.id)  # read once for both addresses
        ways += [Customer.ship_address_id.in_(living), Customer.bill_address_id.in_(living)]
    return statement.where(sa.or_(*ways))


def _living(typed: str) -> sa.Select[Any]:
    """Ids of addresses whose postal code begins so, or which have this telephone number."""
    upper = typed.upper()
    ways: list[sa.ColumnElement[bool]] = [Address.postal_code.in_({typed, upper})]
    if len(typed) >= LEAST_POSTAL:
        # By range, which an index serves on both engines.
        begins = (Address.postal_code >= upper, Address.postal_code < f"{upper}\U0010ffff")
        ways.append(sa.and_(*begins, Address.postal_code.startswith(upper, autoescape=True)))
    digits = "".join(one for one in typed if one.isascii() and one.isdigit())
    others = set(typed) - set("0123456789+" + _SIGNS)
    if len(digits) >= LEAST_DIGITS and not others:
        # The national zero is not dialled from abroad: +33 1 42 ... is 01 42 ...
        same = _PLAIN_PHONE.endswith(digits.lstrip("0"), autoescape=True)
        # Only one number in ten is taken apart to be compared as a whole.
        ways.append(sa.and_(sa.func.rtrim(Address.phone, _SIGNS).endswith(digits[-1]), same))
    return sa.select(Address.id).where(sa.or_(*ways))


def _filled(connection: Connection, rows: Sequence[CustomerRow], addresses: bool) -> tuple[CustomerRow, ...]:
    """The rows with what is asked for these rows alone."""
    if not rows:
        return ()
    ids = {"ids": [row.id for row in rows]}
    numbers = {one.customer_id: one.number for one in connection.execute(_OPEN_ORDERS, ids)}
    towns: dict[int, Any] = {one.id: one for one in connection.execute(_TOWNS, ids)} if addresses else {}
    return tuple(
        replace(
            row,
            open_orders=numbers.get(row.id, 0),
            city=towns[row.id].city if row.id in towns else "",
            postal_code=towns[row.id].postal_code if row.id in towns else "",
            country=towns[row.id].country_code if row.id in towns else "",
        )
        for row in rows
    )
