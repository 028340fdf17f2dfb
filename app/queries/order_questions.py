"""The facts that are asked of an order before it is confirmed, in two statements whatever its size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from app.domain.address import PostalAddress
from app.domain.order_questions import Debt, LineFacts, OrderFacts, UsualArticle
from app.domain.usual import LEAST_ORDERS, USUAL_OF, median, whole
from app.models import (
    Address,
    CarrierService,
    Customer,
    OrderLine,
    Payment,
    Product,
    Receivable,
    SalesOrder,
    StockLevel,
    Warehouse,
)
from app.models.base import BigInt, utc_now
from app.models.bulk import Executes

HISTORY = 60
"""Orders of the customer that say what is usual: the latest ones, by the order in which they came in."""
RHYTHM = 20
"""The latest of them of which the days count."""
MOST_DOUBLES = 3


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A line as it is ordered; `line` is its id where it is written."""

    position: int
    product_id: int
    qty: int
    unit_price: Decimal
    discount: Decimal
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """An order, written or not (`order_id` 0); `address` counts before `address_id`, and without both the customer's."""

    customer_id: int
    warehouse_id: int
    currency: str
    total: int
    lines: tuple[AskedLine, ...]
    order_id: int = 0
    kind: str = "sale"
    discount: Decimal = Decimal(0)
    reference: str = ""
    address: PostalAddress | None = None
    address_id: int | None = None
    carrier_service_id: int | None = None


_POSTAL = (
    *("country_code", "country_area", "city", "city_area", "street_address", "postal_code"),
    *("sorting_code", "name", "company_name", "phone", "email"),
)
_CUSTOMER, _ORDER = sa.bindparam("customer", type_=BigInt), sa.bindparam("order", type_=BigInt)
_OTHERS = (SalesOrder.customer_id == _CUSTOMER, SalesOrder.id != _ORDER)
_HEAD: Any = (
    sa.select(
        *(Customer.currency, Customer.credit_limit, Customer.prepaid, Warehouse.time_zone),
        utc_now().label("now"),
        Address.id.label("address_id"),
        *(getattr(Address, name) for name in _POSTAL),
        sa.select(sa.func.coalesce(sa.func.sum(SalesOrder.total), 0))
        .where(*_OTHERS, sa.text("sales_order.state = 'confirmed'"), SalesOrder.currency == Customer.currency)
        .correlate(Customer)
        .scalar_subquery()
        .label("open_orders"),
        sa.select(sa.func.coalesce(sa.func.sum(Payment.amount), 0))
        .where(
            Payment.order_id == _ORDER,
            Payment.verified_at.is_not(None),
            Payment.currency == sa.bindparam("currency", type_=sa.Text),
        )
        .scalar_subquery()
        .label("verified"),
        sa.exists()
        .where(CarrierService.id == sa.bindparam("service", type_=BigInt), CarrierService.collected)
        .label("collected"),
    )
    .select_from(Customer)
    .join(Warehouse, Warehouse.id == sa.bindparam("warehouse", type_=BigInt))
    .outerjoin(
        Address,
        Address.id == sa.func.coalesce(sa.bindparam("address", type_=BigInt), Customer.ship_address_id),
    )
    .where(Customer.id == _CUSTOMER)
)
_RECENT = (
    sa.select(SalesOrder.id, SalesOrder.ordered_on)
    .where(*_OTHERS, SalesOrder.state.in_(("confirmed", "closed")), SalesOrder.kind == "sale")
    .order_by(SalesOrder.id.desc())
    .limit(HISTORY)
    .cte("recent")
)
_LAST = sa.select(_RECENT.c.id).order_by(_RECENT.c.id.desc()).limit(USUAL_OF).cte("last_ones")
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_DAY = sa.bindparam("day", type_=sa.Date)
_LATE = Receivable.due_on < _DAY
_TAKEN = (
    sa.select(
        *(OrderLine.order_id, OrderLine.product_id),
        sa.func.sum(OrderLine.qty - OrderLine.cancelled).label("qty"),
    )
    .select_from(OrderLine)
    .where(OrderLine.cancelled < OrderLine.qty)
    .group_by(OrderLine.order_id, OrderLine.product_id)
)
_OFTEN = (
    _TAKEN.add_columns(sa.func.count().over(partition_by=OrderLine.product_id).label("seen"))
    .join(_LAST, _LAST.c.id == OrderLine.order_id)
    .subquery()
)
_WANTED = (
    _TAKEN.join(_RECENT, _RECENT.c.id == OrderLine.order_id).where(OrderLine.product_id.in_(_IDS)).subquery()
)


def _rows(what: str, **columns: Any) -> Any:
    """One part of the union; every part has the same columns."""
    empty = {
        "what": sa.literal(what),
        "id": sa.cast(0, BigInt),
        **dict.fromkeys(("code", "name", "currency", "status"), sa.literal("")),
        **dict.fromkeys(("a", "b", "c"), sa.cast(0, BigInt)),
        "day": sa.cast(sa.null(), sa.Date),
    }
    return sa.select(*(value.label(name) for name, value in (empty | columns).items()))


def _whole(column: Any) -> Any:
    return sa.cast(column, BigInt)


_FREE = (
    sa.select(sa.func.coalesce(sa.func.sum(StockLevel.sellable - StockLevel.reserved), 0))
    .where(
        StockLevel.product_id == Product.id,
        StockLevel.warehouse_id == sa.bindparam("warehouse", type_=BigInt),
        StockLevel.owner_id == 0,
    )
    .scalar_subquery()
)
_DOUBLES = (
    sa.select(SalesOrder.number)
    .where(
        SalesOrder.customer_id + 0
        == _CUSTOMER,  # by the reference's index, however long the customer's history
        SalesOrder.id != _ORDER,
        SalesOrder.customer_reference == sa.bindparam("reference", type_=sa.Text),
        sa.text("sales_order.customer_reference <> ''"),  # as the partial index says it
        SalesOrder.state != "cancelled",
    )
    .order_by(SalesOrder.id.desc())
    .limit(MOST_DOUBLES)
    .subquery()
)
_FACTS: Any = sa.union_all(
    _rows(
        "product",
        id=Product.id,
        code=Product.sku,
        name=Product.name,
        currency=Product.currency,
        status=Product.status,
        a=sa.type_coerce(Product.floor_price, BigInt),
        b=_whole(_FREE),
    ).where(Product.id.in_(_IDS)),
    _rows(
        "debt",
        currency=Receivable.currency,
        a=_whole(sa.func.sum(Receivable.open)),
        b=_whole(sa.func.sum(sa.case((_LATE, Receivable.open), else_=0))),
        c=_whole(sa.func.sum(sa.case((_LATE, 1), else_=0))),
        day=sa.func.min(sa.case((_LATE, Receivable.due_on))),
    )
    .where(Receivable.customer_id == _CUSTOMER, Receivable.open > 0)
    .group_by(Receivable.currency),
    _rows("double", code=_DOUBLES.c.number),
    _rows("history", id=_WANTED.c.product_id, a=_whole(_WANTED.c.qty), b=_WANTED.c.order_id),
    _rows(
        "usual",
        id=_OFTEN.c.product_id,
        code=Product.sku,
        name=Product.name,
        status=Product.status,
        a=_whole(_OFTEN.c.qty),
        b=_whole(_OFTEN.c.seen),
    )
    .select_from(_OFTEN)
    .join(Product, Product.id == _OFTEN.c.product_id)
    .where(_OFTEN.c.seen >= LEAST_ORDERS - 1, Product.status == "active"),
    _rows("day", id=_RECENT.c.id, day=_RECENT.c.ordered_on),
)


def read_facts(source: Executes, asked: Asked) -> OrderFacts | None:
    """What is known around an order; None where its customer or warehouse is not there.

    Whoever asks must be one who may read addresses and open invoices.
    """
    given = {
        "customer": asked.customer_id,
        "order": asked.order_id,
        "warehouse": asked.warehouse_id,
        "address": asked.address_id,
        "service": asked.carrier_service_id,
        "currency": asked.currency,
    }
    head = source.execute(_HEAD, given).first()
    if head is None:
        return None
    today = head.now.astimezone(ZoneInfo(head.time_zone)).date()
    more = {
        "customer": asked.customer_id,
        "order": asked.order_id,
        "warehouse": asked.warehouse_id,
        "reference": asked.reference.strip(),
        "day": today,
        "ids": sorted({line.product_id for line in asked.lines}),
    }
    parts: dict[str, list[Any]] = defaultdict(list)
    for row in source.execute(_FACTS, more):
        parts[row.what].append(row)
    days = sorted(parts["day"], key=lambda row: -int(row.id))
    address = asked.address
    if address is None and head.address_id is not None:
        address = PostalAddress(**{name: getattr(head, name) for name in _POSTAL})
    return OrderFacts(
        today=today,
        currency=asked.currency,
        total=asked.total,
        lines=_lines(asked, parts),
        kind=asked.kind,
        discount=asked.discount,
        reference=asked.reference.strip(),
        doubles=tuple(row.code for row in parts["double"]),
        address=address,
        collected=bool(head.collected),
        customer_currency=head.currency,
        credit_limit=head.credit_limit,
        debts=tuple(Debt(row.currency, int(row.a), int(row.b), int(row.c), row.day) for row in parts["debt"]),
        open_orders=int(head.open_orders),
        prepaid=bool(head.prepaid),
        verified=int(head.verified),
        usual=_usual(parts["usual"], min(len(days), USUAL_OF)),
        ordered_days=tuple(row.day for row in days[:RHYTHM]),
    )


def _lines(asked: Asked, parts: dict[str, list[Any]]) -> tuple[LineFacts, ...]:
    products = {row.id: row for row in parts["product"]}
    history: dict[int, list[int]] = defaultdict(list)
    for row in parts["history"]:
        history[row.id].append(int(row.a))
    return tuple(
        LineFacts(
            *(line.position, line.product_id, product.code, product.name),
            *(line.qty, line.unit_price, line.discount, product.status),
            floor_price=Decimal(int(product.a)).scaleb(-6),
            floor_currency=product.currency,
            free=int(product.b),
            history=tuple(history[line.product_id]),
            line=line.line,
        )
        for line in asked.lines
        if (product := products.get(line.product_id)) is not None
    )


def _usual(rows: Sequence[Any], of: int) -> tuple[UsualArticle, ...]:
    pieces: dict[int, list[int]] = defaultdict(list)
    known: dict[int, Any] = {}
    for row in rows:
        pieces[row.id].append(int(row.a))
        known[row.id] = row
    return tuple(
        UsualArticle(key, row.code, row.name, len(pieces[key]), of, whole(median(pieces[key])))
        for key, row in sorted(known.items(), key=lambda item: (-len(pieces[item[0]]), item[1].code))
    )
