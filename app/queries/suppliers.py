"""Suppliers as they are listed, and one as it is edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.address import PostalAddress
from app.domain.text import fold
from app.models import Address, PurchaseOrder, Supplier
from app.queries.order_details import read_addresses
from app.queries.pages import COUNTED, Ask, Page, by_key, page


@dataclass(frozen=True, slots=True)
class SupplierRow:
    """A supplier of a list; town and country are empty where addresses may not be read."""

    id: int
    code: str
    name: str
    sort_key: str
    status: str
    city: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class SupplierDetail:
    """A supplier as it is edited; `address` is None where there is none or it may not be read."""

    id: int
    code: str
    name: str
    status: str
    version: int
    address: PostalAddress | None
    open_purchases: int


_ROWS: Any = sa.select(Supplier.id, Supplier.code, Supplier.name, Supplier.sort_key, Supplier.status)
_PLACES = (sa.func.coalesce(Address.city, ""), sa.func.coalesce(Address.country_code, ""))
_ORDERS: dict[str, Any] = {"": Supplier.sort_key, "name": Supplier.sort_key, "code": Supplier.code}


def _few(column: Any, *where: Any) -> Any:
    few = sa.select(column).where(*where).limit(COUNTED).subquery()
    return sa.select(sa.func.count()).select_from(few).scalar_subquery()


_DETAIL: Any = sa.select(
    *(Supplier.id, Supplier.code, Supplier.name, Supplier.status, Supplier.version, Supplier.address_id),
    _few(
        PurchaseOrder.id,
        PurchaseOrder.supplier_id == sa.bindparam("supplier"),
        sa.text("purchase_order.status = 'open'"),
    ),
).where(Supplier.id == sa.bindparam("supplier"))


def supplier_list(connection: Connection, ask: Ask, *, addresses: bool = False) -> Page[SupplierRow]:
    """A page of suppliers by name, or by code where `ask.sort` says so.

    Args:
        connection: Where to read.
        ask: `text`: words of code or name in any order; filter 'status'.
        addresses: Whether the person may read where they are.
    """
    rows = _ROWS
    if addresses:
        rows = _ROWS.add_columns(*_PLACES).outerjoin(Address, Address.id == Supplier.address_id)
    statement = by_key(_sifted(rows, ask), ask, _ORDERS[ask.sort], Supplier.id.expression)
    found = [SupplierRow(*row) for row in connection.execute(statement)]
    return page(found, ask, lambda row: (row.code if ask.sort == "code" else row.sort_key, row.id))


def supplier_count(connection: Connection, ask: Ask) -> int:
    """How many suppliers these are; 10,001 stands for more than ten thousand."""
    ids = _sifted(sa.select(Supplier.id), ask).limit(COUNTED).subquery()
    count: int = connection.execute(sa.select(sa.func.count()).select_from(ids)).scalar_one()
    return count


def supplier_detail(
    connection: Connection, supplier_id: int, *, addresses: bool = False
) -> SupplierDetail | None:
    """One supplier; None where there is none."""
    row = connection.execute(_DETAIL, {"supplier": supplier_id}).first()
    if row is None:
        return None
    *fields, address_id, purchases = row
    known = read_addresses(connection, (address_id,)) if addresses else {}
    return SupplierDetail(*(*fields, known.get(address_id), purchases))


def _sifted(statement: Any, ask: Ask) -> Any:
    if (status := ask.filters.get("status")) is not None:
        statement = statement.where(Supplier.status == status)
    for word in fold(ask.text.replace("\0", "")).split():
        statement = statement.where(Supplier.search_text.contains(word, autoescape=True))
    return statement
