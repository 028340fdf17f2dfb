"""The paper that confirms an order: what it says, read from the database; as bytes, or sent to the printer."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.orm import aliased

from app.database import Transaction
from app.documents import document
from app.documents.content_orders import ConfirmedLine, OrderConfirmation, TaxLine
from app.domain.address import PostalAddress
from app.domain.money import tax_by_rate
from app.errors import Conflict
from app.models import (
    Address,
    Carrier,
    CarrierService,
    Customer,
    OrderLine,
    Product,
    SalesOrder,
    Shipment,
    ShipmentLine,
    Warehouse,
)
from app.services.context import Context
from app.services.labels import Stored, store_paper
from app.services.paper_addresses import NoAddress, address_columns, read_address
from app.services.paper_brand import brand_of
from app.services.papers import language_of
from app.services.papers_shipping import carrier_of
from app.services.printing import require_paper
from app.services.rows import must_find

CONFIRMED = ("confirmed", "closed")
PAPER = "order_confirmation"


class NotConfirmed(Conflict):
    """Only an order that we have given our word on is confirmed on paper."""

    code = "order.not_confirmed"

    def __init__(self, order: str, state: str) -> None:
        super().__init__(
            f"Order {order} is {state}; nothing of it is confirmed.",
            hint="Confirm it first.",
            order=order,
            state=state,
        )


_SHIP, _BILL, _HOME = aliased(Address), aliased(Address), aliased(Address)
_O = SalesOrder
_EMAIL = sa.func.coalesce(sa.func.nullif(_BILL.email, ""), _SHIP.email, "")
"""Who ordered hears of it, else who gets the goods."""
ORDER: Any = (
    sa.select(
        *(_O.id, _O.number, _O.state, _O.version, _O.language, _O.currency, _O.customer_reference, _O.note),
        *(_O.discount, _O.freight, _O.net, _O.tax, _O.total, _O.ordered_on, _O.requested_on, _O.promised_on),
        *(Customer.code.label("customer_code"), Customer.name.label("customer"), Customer.order_answer),
        *(Customer.payment_days, Customer.prepaid, _EMAIL.label("email")),
        *(_BILL.name.label("person"), Warehouse.name.label("warehouse")),
        *(Carrier.name.label("carrier"), CarrierService.name.label("service")),
        *address_columns(_SHIP, "ship"),
        *address_columns(_BILL, "bill"),
        *address_columns(_HOME, "home"),
    )
    .join(Customer, Customer.id == _O.customer_id)
    .join(Warehouse, Warehouse.id == _O.warehouse_id)
    .outerjoin(_SHIP, _SHIP.id == _O.ship_address_id)
    .outerjoin(_BILL, _BILL.id == _O.bill_address_id)
    .outerjoin(_HOME, _HOME.id == Warehouse.address_id)
    .outerjoin(CarrierService, CarrierService.id == _O.carrier_service_id)
    .outerjoin(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(_O.id == sa.bindparam("order"))
)
_LINES: Any = (
    sa.select(
        *(OrderLine.id, OrderLine.position, OrderLine.description, OrderLine.qty, OrderLine.cancelled),
        *(OrderLine.unit_price, OrderLine.discount, OrderLine.tax_rate, OrderLine.net, OrderLine.allowance),
        *(Product.sku, Product.name),
    )
    .join(Product, Product.id == OrderLine.product_id)
    .where(OrderLine.order_id == sa.bindparam("order"))
    .order_by(OrderLine.position)
)
_PROMISES: Any = (
    sa.select(ShipmentLine.order_line_id, Shipment.promised_on, sa.func.sum(ShipmentLine.qty).label("qty"))
    .join(Shipment, Shipment.id == ShipmentLine.shipment_id)
    .where(
        Shipment.order_id == sa.bindparam("order"),
        Shipment.kind == "sale",
        Shipment.state != "cancelled",
        Shipment.promised_on.is_not(None),
        ShipmentLine.order_line_id.is_not(None),
        ShipmentLine.qty > 0,
    )
    .group_by(ShipmentLine.order_line_id, Shipment.promised_on)
    .order_by(ShipmentLine.order_line_id, Shipment.promised_on)
)


def read_order(connection: Connection | Transaction, order_id: int) -> Any:
    """An order with its customer, addresses and carrier, as `ORDER` reads it.

    Raises:
        NotFound: there is no such order.
    """
    return must_find(connection.execute(ORDER, {"order": order_id}).first(), "order", order_id)


def confirmation_content(connection: Connection | Transaction, order_id: int) -> OrderConfirmation:
    """What the confirmation of an order says.

    Raises:
        NotConfirmed: it is a quote, a draft or cancelled.
        NoAddress: neither where it goes nor who pays is known.
        NotFound: there is no such order.
    """
    row = read_order(connection, order_id)
    if row.state not in CONFIRMED:
        raise NotConfirmed(row.number, row.state)
    lines = connection.execute(_LINES, {"order": order_id}).all()
    promises: dict[int, list[tuple[int, date]]] = defaultdict(list)
    for one in connection.execute(_PROMISES, {"order": order_id}):
        if one.promised_on != row.promised_on:
            promises[one.order_line_id].append((int(one.qty), one.promised_on))
    ship = _address(row, "ship")
    bill = _address(row, "bill") or ship
    if bill is None:
        raise NoAddress("customer", row.customer)
    goods = sum(line.net for line in lines)
    allowance = sum(line.allowance for line in lines)
    return OrderConfirmation(
        order=row.number,
        sender=_address(row, "home"),
        bill_to=bill,
        ship_to=ship or bill,
        lines=tuple(
            ConfirmedLine(
                position=line.position,
                product=line.description or line.name,
                sku=line.sku,
                qty=line.qty - line.cancelled,
                unit_price=line.unit_price,
                net=line.net,
                tax_rate=line.tax_rate,
                discount=line.discount,
                cancelled=line.cancelled,
                promises=tuple(promises[line.id]) if line.cancelled < line.qty else (),
            )
            for line in lines
        ),
        currency=row.currency,
        goods=goods,
        net=goods - allowance + row.freight,
        tax=row.tax,
        total=row.total,
        taxes=_taxes(row, lines),
        discount=row.discount,
        allowance=allowance,
        freight=row.freight,
        language=language_of(row.language),
        customer=row.customer_code,
        customer_reference=row.customer_reference,
        ordered_on=row.ordered_on,
        requested_on=row.requested_on,
        promised_on=row.promised_on,
        carrier=carrier_of(row),
        payment_days=row.payment_days,
        prepaid=row.prepaid,
        note=row.note,
        brand=brand_of(connection),
    )


def confirmation_bytes(connection: Connection | Transaction, order_id: int) -> bytes:
    """The confirmation of an order as PDF.

    Raises:
        NotPrintable, DoesNotFit: a text cannot be set.
        NotConfirmed, NoAddress, NotFound: as `confirmation_content`.
    """
    return document(PAPER).render(confirmation_content(connection, order_id))


def print_confirmation(ctx: Context, order_id: int) -> Stored:
    """Draw the confirmation of an order, keep it and send it to the printer.

    Raises:
        NotConfirmed, NoAddress, NotPrintable, DoesNotFit: it cannot be set.
        NotFound: there is no such order.
        NotAllowed: the person may not print papers with names on them.
    """
    require_paper(ctx, PAPER)
    with ctx.reading() as connection:
        content = confirmation_content(connection, order_id)
    return store_paper(ctx, PAPER, content.order, document(PAPER).render(content))


def _taxes(row: Any, lines: Any) -> tuple[TaxLine, ...]:
    """Tax by rate as the order's sum was made (`order_prices.sum_up`); none where an order came with a sum of its own."""
    kept = [line for line in lines if line.cancelled < line.qty] or lines
    highest = max((line.tax_rate for line in kept), default=Decimal(0))
    bases = [(line.net - line.allowance, line.tax_rate) for line in kept]
    found = tax_by_rate([*bases, (row.freight, highest)])
    if sum(one.tax_minor for one in found) != row.tax:
        return ()
    return tuple(TaxLine(one.rate, one.base_minor, one.tax_minor) for one in found)


def _address(row: Any, prefix: str) -> PostalAddress | None:
    try:
        return read_address(row, prefix, "", "")
    except NoAddress:
        return None
