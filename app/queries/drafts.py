"""A draft as order entry shows it again: the customer, what was typed, and the lines with what they cost in the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.orm import aliased

from app.domain.address import PostalAddress
from app.models import Customer, OrderHold, OrderLine, Product, SalesOrder
from app.queries.days import today
from app.queries.order_details import read_addresses


@dataclass(frozen=True, slots=True)
class DraftLineRow:
    """A line of a draft; `qty` is what is not cancelled, `list_price` in `currency` the product's own."""

    product_id: int
    sku: str
    name: str
    qty: int
    unit_price: Decimal
    discount: Decimal
    list_price: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft; `freight` in minor units of `currency`.

    Attributes:
        kind, exchange_of_id, exchange_number, discount, priority: As `NewOrder` has them, and the number of that order.
        waits: It is sent as a whole, though its customer takes parts.
        address: Where it goes, if that is not the customer's own address and may be read.
        hold_until: The day until which the customer wants it to wait.
        kept_promise: The promised day, as long as it lies ahead; what waits as a whole is promised anew.
    """

    id: int
    number: str
    version: int
    warehouse_id: int
    customer_id: int
    customer: str
    customer_code: str
    currency: str
    reference: str
    ordered_on: date
    requested_on: date | None
    service_id: int | None
    freight: int
    note: str
    internal_note: str
    kind: str
    exchange_of_id: int | None
    exchange_number: str | None
    discount: Decimal
    priority: int
    waits: bool
    address: PostalAddress | None
    hold_until: date | None
    kept_promise: date | None
    lines: tuple[DraftLineRow, ...]


CUSTOMER_WAITS = "customer-request"
"""The reason for which an order is held until the day that the customer wants."""
_EXCHANGED = aliased(SalesOrder)
_HELD: Any = (
    sa.select(sa.func.max(OrderHold.until))
    .where(
        OrderHold.order_id == sa.bindparam("order"),
        OrderHold.released_at.is_(None),
        OrderHold.reason == CUSTOMER_WAITS,
    )
    .scalar_subquery()
)
_HEAD: Any = (
    sa.select(
        *(SalesOrder.id, SalesOrder.number, SalesOrder.version, SalesOrder.warehouse_id),
        *(SalesOrder.customer_id, Customer.name.label("customer"), Customer.code.label("customer_code")),
        *(SalesOrder.currency, SalesOrder.customer_reference.label("reference"), SalesOrder.ordered_on),
        SalesOrder.requested_on,
        *(SalesOrder.carrier_service_id.label("service_id"), SalesOrder.freight),
        *(SalesOrder.note, SalesOrder.internal_note, SalesOrder.kind, SalesOrder.exchange_of_id),
        *(_EXCHANGED.number.label("exchange_number"), SalesOrder.discount, SalesOrder.priority),
        *(SalesOrder.promised_on, sa.type_coerce(_HELD, sa.Date).label("hold_until")),
        *(SalesOrder.ship_complete, Customer.ship_complete.label("always_complete")),
        *(SalesOrder.ship_address_id, Customer.ship_address_id.label("own_address_id")),
        Customer.bill_address_id.label("bill_address_id"),
    )
    .join(Customer, Customer.id == SalesOrder.customer_id)
    .outerjoin(_EXCHANGED, _EXCHANGED.id == SalesOrder.exchange_of_id)
    .where(SalesOrder.id == sa.bindparam("order"), SalesOrder.state == "draft")
)
_LINES: Any = (
    sa.select(
        *(OrderLine.product_id, Product.sku, OrderLine.description),
        (OrderLine.qty - OrderLine.cancelled).label("qty"),
        *(OrderLine.unit_price, OrderLine.discount, Product.unit_price.label("list_price"), Product.currency),
    )
    .join(Product, Product.id == OrderLine.product_id)
    .where(OrderLine.order_id == sa.bindparam("order"), OrderLine.cancelled < OrderLine.qty)
    .order_by(OrderLine.position)
)


def draft_order(connection: Connection, order_id: int, *, addresses: bool = False) -> DraftRow | None:
    """A draft to be typed again; None where there is none, or it is no draft any more.

    Args:
        connection: Where to read.
        order_id: Which.
        addresses: Whether addresses are read: the person may.
    """
    row = connection.execute(_HEAD, {"order": order_id}).first()
    if row is None:
        return None
    head = dict(row._mapping)
    whole, always = head.pop("ship_complete"), head.pop("always_complete")
    goes_to = head.pop("ship_address_id")
    own = {head.pop("own_address_id"), head.pop("bill_address_id")}
    known = read_addresses(connection, (goes_to,)) if addresses and goes_to not in own else {}
    promised = head.pop("promised_on")
    waits = bool(whole and not always)
    ahead = promised is not None and not waits and promised > today(connection)
    lines = connection.execute(_LINES, {"order": order_id})
    return DraftRow(
        **head,
        waits=waits,
        kept_promise=promised if ahead else None,
        address=known.get(goes_to),
        lines=tuple(DraftLineRow(*line) for line in lines),
    )
