"""On which terms an order is priced: its kind, the customer's list and discount, the order that it exchanges, and carriage."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.pricing import FREE_KINDS, GIVEN, NONE, TABLE, Charge, charge_for
from app.errors import BadInput, NotFound, Refused
from app.models import CarrierService, OrderLine, SalesOrder, ShippingCharge
from app.models.orders import ORDER_KINDS
from app.services.order_prices import Terms, check_discount

EXCHANGE = "exchange"


class NotExchanged(Refused):
    """The order of which goods are to be exchanged is none of this customer's, or nothing of it was agreed yet."""

    code = "order.not_exchanged"


class Ordered(Protocol):
    """What the terms of an order hang on; `NewOrder` has it."""

    @property
    def customer_id(self) -> int:
        """Who orders."""

    @property
    def kind(self) -> str | None:
        """One of `ORDER_KINDS`; None for a sale."""

    @property
    def discount(self) -> Decimal | None:
        """A fraction of the whole; None for what was agreed with the customer."""

    @property
    def exchange_of_id(self) -> int | None:
        """The order whose goods are exchanged."""

    @property
    def freight(self) -> int | None:
        """In minor units; None for what the table of charges says."""

    @property
    def carrier_service_id(self) -> int | None:
        """By which service it goes."""


_BEFORE = sa.select(SalesOrder.number, SalesOrder.state, SalesOrder.customer_id, SalesOrder.currency).where(
    SalesOrder.id == sa.bindparam("order")
)
_SOLD = (
    sa.select(
        OrderLine.product_id, OrderLine.unit_price, OrderLine.discount, SalesOrder.discount.label("whole")
    )
    .join(SalesOrder, SalesOrder.id == OrderLine.order_id)
    .where(OrderLine.order_id == sa.bindparam("order"), OrderLine.cancelled < OrderLine.qty)
    .order_by(OrderLine.position.desc())
)
_CHARGES = sa.select(
    *(ShippingCharge.carrier_service_id, ShippingCharge.country, ShippingCharge.currency),
    *(ShippingCharge.from_net, ShippingCharge.charge),
).where(
    ShippingCharge.currency == sa.bindparam("currency"),
    ShippingCharge.country.in_(("", sa.bindparam("country"))),
    ~sa.exists().where(
        CarrierService.id == sa.bindparam("service", type_=sa.BigInteger), CarrierService.collected
    ),
)


def kind_of(order: Ordered) -> str:
    """The kind of an order.

    Raises:
        BadInput: there is no such kind, or it names an order to exchange without being an exchange, or the other way round.
    """
    kind = order.kind if order.kind is not None else "sale"
    if kind not in ORDER_KINDS:
        raise BadInput(
            f"{kind!r} is no kind of order.",
            hint=f"There are {', '.join(ORDER_KINDS)}.",
            field="kind",
            value=kind,
        )
    if (kind == EXCHANGE) != (order.exchange_of_id is not None):
        raise BadInput(
            "An exchange names the order whose goods are exchanged, and no other order does.",
            hint="Choose the order that is exchanged, or make this one a sale.",
            field="exchange_of_id",
            kind=kind,
        )
    return kind


def terms_of(
    source: Transaction | Connection, order: Ordered, head: Any, currency: str, country: str, day: date
) -> Terms:
    """On which terms an order is priced.

    Args:
        source: Where an exchanged order is read; other orders read nothing.
        order: What was typed.
        head: Of the customer: `list_id`, `list_name`, `list_currency`, `list_active`, `discount`; `has_charges` of the house.
        currency: Of the order.
        country: Where it goes.
        day: Of the order.

    Raises:
        BadInput: as `kind_of`, or the discount cannot be one.
        NotFound, NotExchanged: of the order that is exchanged.
    """
    kind = kind_of(order)
    sold: Mapping[int, tuple[Decimal, Decimal]] = {}
    usual: Decimal = head.discount
    if order.exchange_of_id is not None:
        sold, usual = _sold(source, order.exchange_of_id, order.customer_id, currency)
    discount = check_discount(usual if order.discount is None else order.discount)
    listed = head.list_active and head.list_currency == currency
    return Terms(
        currency,
        country,
        day,
        kind,
        Decimal(0) if kind in FREE_KINDS else discount,
        head.list_id if listed else None,
        head.list_name if listed else "",
        sold,
        head.has_charges,
    )


def freight_of(source: Transaction | Connection, order: Ordered, terms: Terms, net: int) -> tuple[int, str]:
    """What the customer pays for carriage of goods of a net value, and where that comes from ('given', 'table', 'none').

    Samples, replenishments and exchanges travel free unless an amount is given, and so does what the customer fetches.
    """
    if order.freight is not None:
        return order.freight, GIVEN
    if terms.kind in FREE_KINDS or terms.kind == EXCHANGE or not terms.charged:
        return 0, NONE
    given = {"currency": terms.currency, "country": terms.country, "service": order.carrier_service_id}
    charges = [Charge(*row) for row in source.execute(_CHARGES, given)]
    found = charge_for(charges, order.carrier_service_id, terms.country, terms.currency, net)
    return (0, NONE) if found is None else (found.charge, TABLE)


def _sold(
    source: Transaction | Connection, order_id: int, customer_id: int, currency: str
) -> tuple[dict[int, tuple[Decimal, Decimal]], Decimal]:
    """What the goods of an earlier order were sold at, and its discount; nothing where that was in another currency."""
    before = source.execute(_BEFORE, {"order": order_id}).first()
    if before is None:
        raise NotFound(f"There is no order {order_id}.", hint="Look it up again.", what="order", id=order_id)
    if before.customer_id != customer_id:
        raise NotExchanged(
            f"Order {before.number} is another customer's.",
            hint="Choose an order of this customer.",
            order=before.number,
        )
    if before.state not in ("confirmed", "closed"):
        raise NotExchanged(
            f"Order {before.number} is {before.state}; nothing of it can be exchanged.",
            hint="Choose an order that was delivered.",
            order=before.number,
            state=before.state,
        )
    if before.currency != currency:
        return {}, Decimal(0)
    rows = source.execute(_SOLD, {"order": order_id}).all()
    # The first line of a product is read last and stays.
    return {row.product_id: (row.unit_price, row.discount) for row in rows}, rows[
        0
    ].whole if rows else Decimal(0)
