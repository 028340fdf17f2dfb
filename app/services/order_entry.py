"""Entering orders: who buys what, at which price and tax, promised for which day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.address import PostalAddress
from app.domain.permissions import Permission
from app.domain.promise import next_working_day, promise_date
from app.errors import BadInput, NotFound, Refused
from app.models import (
    Address,
    CarrierRule,
    Customer,
    OrderLine,
    OrderRule,
    PriceList,
    SalesOrder,
    ShippingCharge,
    Warehouse,
)
from app.models.base import utc_now
from app.models.bulk import BulkInsert
from app.queries.days import calendar_of
from app.services.context import use_case
from app.services.order_prices import NewLine, PricedLine, Sums, Terms, price_lines, sum_up
from app.services.order_settling import settle_new
from app.services.order_terms import freight_of, terms_of
from app.services.parties import LANGUAGES, save_address
from app.services.rows import CODE_LENGTH, free_text, local_day
from app.services.ruling import Ruled, apply_rules
from app.services.shipments import record_events


class CustomerBlocked(Refused):
    """The customer may not order at the moment."""

    code = "order.customer_blocked"


@dataclass(frozen=True, slots=True)
class NewOrder:
    """An order to enter. What is None is taken from the customer, or for the dates from the warehouse's calendar.

    Attributes:
        quote: It is an offer that binds nobody yet.
        priority: 0 is normal, and what None is; on changing a draft None leaves it.
        kind: 'sale' (what None is), 'sample' and 'replenishment' (goods cost nothing), 'consignment' (goods stay ours until
            they are sold, at these prices), 'exchange' (of goods of `exchange_of_id`, at the prices of that order).
        discount: A fraction of the whole, after the discounts of the lines; None for the customer's own.
        freight: In minor units without tax; None for what the table of shipping charges says.
    """

    customer_id: int
    warehouse_id: int
    lines: tuple[NewLine, ...]
    quote: bool = False
    channel: str = "telephone"
    currency: str | None = None
    language: str | None = None
    customer_reference: str = ""
    ordered_on: date | None = None
    requested_on: date | None = None
    promised_on: date | None = None
    priority: int | None = None
    ship_complete: bool | None = None
    ship_address: PostalAddress | None = None
    bill_address: PostalAddress | None = None
    carrier_service_id: int | None = None
    freight: int | None = None
    note: str = ""
    internal_note: str = ""
    kind: str | None = None
    discount: Decimal | None = None
    exchange_of_id: int | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """The order as entered; `total` in minor units of `currency`, freight and tax included; `version` as `Kept` wants it.

    `held`: a rule holds it since it was written.
    """

    order_id: int
    number: str
    line_ids: tuple[int, ...]
    total: int
    currency: str
    version: int = 1
    held: bool = False


_HEAD = (
    sa.select(
        *(Customer.status, Customer.currency, Customer.language, Customer.ship_complete),
        *(
            Customer.ship_address_id,
            Customer.bill_address_id,
            Customer.code.label("customer"),
            Customer.discount,
            Customer.order_answer,
            Address.country_code,
        ),
        *(PriceList.id.label("list_id"), PriceList.name.label("list_name")),
        *(PriceList.currency.label("list_currency"), PriceList.active.label("list_active")),
        *(Warehouse.time_zone, Warehouse.working_days, Warehouse.holidays, Warehouse.cut_off),
        *(utc_now().label("now"), sa.exists().where(CarrierRule.active).label("has_rules")),
        sa.exists().where(OrderRule.active).label("has_order_rules"),
        sa.exists(sa.select(ShippingCharge.id)).label("has_charges"),
    )
    .select_from(Customer)
    .join(Warehouse, Warehouse.id == sa.bindparam("warehouse"))
    .outerjoin(Address, Address.id == Customer.ship_address_id)
    .outerjoin(PriceList, PriceList.id == Customer.price_list_id)
    .where(Customer.id == sa.bindparam("customer"))
)
_ORDER = sa.insert(SalesOrder).returning(SalesOrder.id)
_LINES = BulkInsert(
    OrderLine,
    (
        *("order_id", "position", "product_id", "description", "qty"),
        *("unit_price", "discount", "tax_rate", "gross", "net", "allowance"),
    ),
    returning=("id",),
)


@use_case(Permission.ORDER_ENTER)
def enter_order(tx: Transaction, order: NewOrder) -> Entered:
    """Write an order down as a draft (or a quote); nothing is promised yet.

    Prices are those of the customer's list, else the product's, unless given; the order's discount comes off after those of the
    lines. Tax is the rate of the ship-to country for the product's tax code on the day of the order. Where `tax_rate` knows none,
    the line bears 0 %: an export, or a country in which the house does not collect tax. Papers show the zero, so it is seen.
    Freight bears the highest rate among the lines.

    Raises:
        NotFound: customer, warehouse or a product is not there.
        CustomerBlocked, ProductBlocked: they may not order, or be sold.
        NoPrice: nobody has a price in the order's currency and none is given.
        CostsNothing: a price is given for goods of a sample or a replenishment.
        NotExchanged: goods are exchanged that this customer did not buy with that order.
        BadInput: a quantity, price, discount, kind, language or currency that cannot be.
    """
    (number,) = tx.numbers("SO")
    entered, values = write_order(tx, order, number)
    ruled = Ruled() if order.quote else rule_new(tx, entered.order_id, values)
    if not order.quote:
        settle_new(tx, entered.order_id, values, entered.line_ids, values["priced"])
    told = {"number": number, "total": entered.total}
    record_events(tx, [(entered.order_id, "entered", told), *ruled.events])
    return replace(entered, held=entered.order_id in ruled.held)


def write_order(
    tx: Transaction, order: NewOrder, number: str, origin: Mapping[str, Any] | None = None
) -> tuple[Entered, dict[str, Any]]:
    """Insert an order with its lines; also gives the columns of its row, and what `rule_new` and `settle_new` want.

    These are `has_rules`, `has_order_rules`, `order_answer` and its lines `priced`. `origin` is where it came from: `source`,
    `external_number` and `content_hash`.
    """
    head = checked_head(tx, order)
    day = local_day(head.now, head.time_zone)
    currency = order.currency or head.currency
    ship = save_address(tx, order.ship_address) if order.ship_address else head.ship_address_id
    country = order.ship_address.country_code.upper() if order.ship_address else head.country_code
    ordered_on = order.ordered_on or day
    terms = terms_of(tx, order, head, currency, country or "", ordered_on)
    lines, sums = priced(tx, order, terms)
    values: dict[str, Any] = {
        "number": number,
        "state": "quote" if order.quote else "draft",
        "channel": order.channel,
        "warehouse_id": order.warehouse_id,
        "ordered_on": ordered_on,
        "priority": order.priority or 0,
        "currency": currency,
        "language": order.language or head.language,
        "ship_address_id": ship,
        "bill_address_id": save_address(tx, order.bill_address)
        if order.bill_address
        else head.bill_address_id,
        **head_values(order, head, terms, sums),
        **(origin or {}),
    }
    order_id: int = tx.execute(_ORDER, values).scalar_one()
    line_ids = insert_lines(tx, order_id, lines)
    tx.changed("sales_order", order_id)
    answer = Entered(order_id, number, line_ids, sums.total, currency)
    found = {
        "has_rules": head.has_rules,
        "has_order_rules": head.has_order_rules,
        "order_answer": head.order_answer,
        "priced": lines,
    }
    return answer, values | found


def rule_new(tx: Transaction, order_id: int, values: dict[str, Any]) -> Ruled:
    """Ask the rules about an order that was just written, where there are any; `values` follow what they changed."""
    if not values["has_order_rules"]:
        return Ruled()
    ruled = apply_rules(tx, order_id, "arrival")
    values.update(ruled.values.get(order_id, {}))
    return ruled


def priced(tx: Transaction, order: NewOrder, terms: Terms) -> tuple[list[PricedLine], Sums]:
    """The lines of an order with their prices, and what it comes to.

    Raises:
        NotFound, ProductBlocked, NoPrice, CostsNothing, BadInput: as `enter_order`.
    """
    lines = price_lines(tx, order.lines, terms)
    freight, _ = freight_of(tx, order, terms, sum(line.paid for line in lines))
    figures = [(line.gross, line.net, line.tax_rate) for line in lines]
    return lines, sum_up(figures, freight, terms.discount)


def head_values(order: NewOrder, head: Any, terms: Terms, sums: Sums) -> dict[str, Any]:
    """What is written of an order's head each time it is typed: on entering it, and on changing a draft."""
    return {
        "kind": terms.kind,
        "exchange_of_id": order.exchange_of_id,
        "discount": terms.discount,
        "customer_id": order.customer_id,
        "customer_reference": free_text(order.customer_reference, "customer's reference", CODE_LENGTH),
        "requested_on": order.requested_on,
        "promised_on": order.promised_on or promise_of(head, order.requested_on),
        "ship_complete": head.ship_complete if order.ship_complete is None else order.ship_complete,
        "carrier_service_id": order.carrier_service_id,
        "freight": sums.freight,
        "gross": sums.gross,
        "net": sums.net,
        "tax": sums.tax,
        "total": sums.total,
        "note": free_text(order.note, "note"),
        "internal_note": free_text(order.internal_note, "internal note"),
    }


def insert_lines(
    tx: Transaction, order_id: int, lines: Sequence[PricedLine], after: int = 0
) -> tuple[int, ...]:
    """Insert priced lines with the positions that follow `after`; their ids in order."""
    rows = [
        {
            "order_id": order_id,
            "position": position,
            "product_id": line.product_id,
            "description": line.description,
            "qty": line.qty,
            "unit_price": line.unit_price,
            "discount": line.discount,
            "tax_rate": line.tax_rate,
            "gross": line.gross,
            "net": line.net,
            "allowance": line.allowance,
        }
        for position, line in enumerate(lines, after + 1)
    ]
    return tuple(int(row.id) for row in _LINES(tx, rows))


def checked_head(tx: Transaction, order: NewOrder) -> Any:
    """What the customer and the warehouse bring to an order that may be taken.

    Raises:
        NotFound, CustomerBlocked, BadInput: as `enter_order`.
    """
    head = read_head(tx, order)
    check_customer(head)
    if order.language is not None and order.language not in LANGUAGES:
        raise BadInput(
            f"Papers are not written in {order.language!r}.", hint="Choose en or fr.", field="language"
        )
    return head


def read_head(source: Transaction | Connection, order: NewOrder) -> Any:
    """What the customer and the warehouse bring to an order.

    Raises:
        NotFound: one of them is not there.
    """
    head = source.execute(_HEAD, {"customer": order.customer_id, "warehouse": order.warehouse_id}).first()
    if head is None:
        raise NotFound(
            f"There is no customer {order.customer_id}, or no warehouse {order.warehouse_id}.",
            hint="Look them up again.",
            customer_id=order.customer_id,
            warehouse_id=order.warehouse_id,
        )
    return head


def check_customer(head: Any) -> None:
    """Go on only where the customer of a head may order.

    Raises:
        CustomerBlocked: they may not.
    """
    if head.status == "blocked":
        raise CustomerBlocked(
            f"Customer {head.customer} is blocked.",
            hint="Ask accounting to let them order.",
            customer=head.customer,
        )


def promise_of(head: Any, requested_on: date | None) -> date:
    """The earliest day the warehouse can send, or the working day on which the customer wants it, if that is later."""
    calendar = calendar_of(head)
    now: datetime = head.now.astimezone(ZoneInfo(head.time_zone)).replace(tzinfo=None)
    earliest = promise_date(now, time.fromisoformat(head.cut_off), 0, calendar)
    return max(earliest, next_working_day(requested_on, calendar)) if requested_on else earliest
