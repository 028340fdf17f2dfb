"""Rules for orders: as they are listed and edited, what they are asked about, and the log of what fired."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import sqlalchemy as sa

from app.domain import money
from app.domain.order_rules import Facts
from app.models import (
    Address,
    Carrier,
    CarrierService,
    Customer,
    OrderLine,
    OrderRule,
    OrderRuleRun,
    OrderTag,
    Product,
    SalesOrder,
    Warehouse,
)
from app.models.base import utc_now
from app.models.bulk import Executes
from app.queries.pages import COUNTED, Ask, Connection, Page, by_key, page


@dataclass(frozen=True, slots=True)
class OrderRuleRow:
    """A rule as it is kept; conditions and actions are JSON text (`domain/order_rules_text.py`)."""

    id: int
    position: int
    name: str
    active: bool
    on_arrival: bool
    on_change: bool
    conditions: str
    actions: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What became of an action: done, or why not (an English sentence)."""

    do: str
    value: str
    done: bool = True
    why: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class RunRow:
    """A rule that fired; `did` are its actions, each with what became of it."""

    id: int
    at: datetime
    rule_id: int
    rule: str
    occasion: str
    order_id: int
    order: str
    customer: str
    actor: str
    did: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """An order that rules are asked about; `today` is the day of its warehouse."""

    id: int
    number: str
    customer: str
    ordered_on: date
    total: int
    priority: int
    warehouse: str
    requested_on: date | None
    promised_on: date | None
    facts: Facts
    today: date


_COLUMNS = (
    *(OrderRule.id, OrderRule.position, OrderRule.name, OrderRule.active),
    *(OrderRule.on_arrival, OrderRule.on_change, OrderRule.conditions, OrderRule.actions),
)
_ACTIVE: Any = sa.select(*_COLUMNS).where(OrderRule.active).order_by(OrderRule.position, OrderRule.id)
_IDS: Any = sa.bindparam("ids", expanding=True)
_ORDERS: Any = (
    sa.select(
        *(SalesOrder.id, SalesOrder.number, SalesOrder.channel, SalesOrder.kind, SalesOrder.currency),
        *(SalesOrder.total, SalesOrder.priority, SalesOrder.ordered_on, SalesOrder.requested_on),
        *(SalesOrder.promised_on, SalesOrder.customer_reference),
        *(Customer.code.label("customer"), Customer.name.label("customer_name"), Customer.vip),
        *(Address.country_code, Address.postal_code),
        *(Carrier.code.label("carrier"), CarrierService.code.label("service")),
        *(Warehouse.code.label("warehouse"), Warehouse.time_zone, utc_now().label("now")),
    )
    .join(Customer, Customer.id == SalesOrder.customer_id)
    .join(Warehouse, Warehouse.id == SalesOrder.warehouse_id)
    .outerjoin(Address, Address.id == SalesOrder.ship_address_id)
    .outerjoin(CarrierService, CarrierService.id == SalesOrder.carrier_service_id)
    .outerjoin(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(SalesOrder.id.in_(_IDS))
    .order_by(SalesOrder.id)
)
_GOODS: Any = (
    sa.select(
        *(OrderLine.order_id, Product.sku, Product.category, Product.weight_g),
        (OrderLine.qty - OrderLine.cancelled).label("pieces"),
    )
    .join(Product, Product.id == OrderLine.product_id)
    .where(OrderLine.order_id.in_(_IDS), OrderLine.cancelled < OrderLine.qty)
)
_TAGS: Any = sa.select(OrderTag.order_id, OrderTag.tag).where(OrderTag.order_id.in_(_IDS))
_RUNS: Any = (
    sa.select(
        *(OrderRuleRun.id, OrderRuleRun.at, OrderRuleRun.rule_id, OrderRuleRun.rule, OrderRuleRun.occasion),
        *(OrderRuleRun.order_id, SalesOrder.number, Customer.name, OrderRuleRun.actor, OrderRuleRun.did),
    )
    .join(SalesOrder, SalesOrder.id == OrderRuleRun.order_id)
    .join(Customer, Customer.id == SalesOrder.customer_id)
)
_PAST = (
    sa.select(SalesOrder.id)
    .where(SalesOrder.ordered_on >= sa.bindparam("since"), SalesOrder.state != "quote")
    .order_by(SalesOrder.ordered_on.desc(), SalesOrder.id.desc())
    .limit(sa.bindparam("most"))
)
_DEEDS = msgspec.json.Decoder(tuple[Deed, ...])
_ENCODER = msgspec.json.Encoder()


def order_rule_list(connection: Connection, ask: Ask) -> Page[OrderRuleRow]:
    """A page of rules in the order in which they are asked; `ask.text` is part of a name; filter 'active'."""
    statement = by_key(_sifted(sa.select(*_COLUMNS), ask), ask, OrderRule.position, OrderRule.id.expression)
    rows = [OrderRuleRow(*row) for row in connection.execute(statement)]
    return page(rows, ask, lambda row: (row.position, row.id))


def order_rule_count(connection: Connection, ask: Ask) -> int:
    """How many there are."""
    return _counted(connection, _sifted(sa.select(OrderRule.id), ask))


def order_rule_detail(connection: Connection, rule_id: int) -> OrderRuleRow | None:
    """One rule; None where it is gone."""
    row = connection.execute(sa.select(*_COLUMNS).where(OrderRule.id == rule_id)).first()
    return None if row is None else OrderRuleRow(*row)


def active_order_rules(source: Executes, occasion: str) -> list[OrderRuleRow]:
    """The rules that are asked on 'arrival' or on 'change', in their order."""
    found = [OrderRuleRow(*row) for row in source.execute(_ACTIVE)]
    return [one for one in found if (one.on_arrival if occasion == "arrival" else one.on_change)]


def rule_asks(source: Executes, order_ids: Sequence[int]) -> list[Asked]:
    """What rules are asked about these orders, in three statements whatever their number; by id."""
    ids = {"ids": list(order_ids)}
    goods: dict[int, list[Any]] = {}
    for row in source.execute(_GOODS, ids):
        goods.setdefault(row.order_id, []).append(row)
    tags: dict[int, set[str]] = {}
    for row in source.execute(_TAGS, ids):
        tags.setdefault(row.order_id, set()).add(row.tag)
    return [
        _asked(row, goods.get(row.id, []), frozenset(tags.get(row.id, ())))
        for row in source.execute(_ORDERS, ids)
    ]


def past_orders(connection: Connection, since: date, most: int) -> list[int]:
    """The newest orders from a day on, quotes left out."""
    return list(connection.execute(_PAST, {"since": since, "most": most}).scalars())


def rule_runs(connection: Connection, ask: Ask) -> Page[RunRow]:
    """A page of the log, the latest first; `ask.text` is part of a rule's name, or an order's whole number.

    Filters: 'rule' (its id), 'occasion'.
    """
    statement = _runs_sifted(_RUNS, ask)
    if ask.after is not None:
        statement = statement.where(OrderRuleRun.id < ask.after[0])
    found: Any = connection.execute(statement.order_by(OrderRuleRun.id.desc()).limit(ask.size))
    rows = [RunRow(*(*row[:9], _DEEDS.decode(row[9]))) for row in found]
    return page(rows, ask, lambda row: (row.id,))


def rule_run_count(connection: Connection, ask: Ask) -> int:
    """How many there are."""
    ids = sa.select(OrderRuleRun.id).join(SalesOrder, SalesOrder.id == OrderRuleRun.order_id)
    return _counted(connection, _runs_sifted(ids, ask))


def deeds_text(deeds: Sequence[Deed]) -> str:
    """What became of a rule's actions, as it is kept."""
    return _ENCODER.encode(deeds).decode()


def _asked(row: Any, goods: Sequence[Any], tags: frozenset[str]) -> Asked:
    total = Decimal(row.total).scaleb(-money.digits(row.currency))
    facts = Facts(
        *(row.customer, row.vip, row.country_code or "", row.postal_code or "", row.channel, row.kind),
        *(row.currency, total),
        products=frozenset(one.sku for one in goods),
        categories=frozenset(one.category for one in goods if one.category),
        weight_g=sum(one.pieces * one.weight_g for one in goods),
        tags=tags,
        reference=row.customer_reference,
        carrier=row.carrier or "",
        service=row.service or "",
    )
    today = row.now.astimezone(ZoneInfo(row.time_zone)).date()
    return Asked(
        *(row.id, row.number, row.customer_name, row.ordered_on, row.total, row.priority, row.warehouse),
        *(row.requested_on, row.promised_on, facts, today),
    )


def _counted(connection: Connection, ids: Any) -> int:
    found = ids.limit(COUNTED).subquery()
    count: int = connection.execute(sa.select(sa.func.count()).select_from(found)).scalar_one()
    return count


def _sifted(statement: Any, ask: Ask) -> Any:
    if (active := ask.filters.get("active")) is not None:
        statement = statement.where(OrderRule.active == active)
    for word in ask.text.replace("\0", "").split():
        statement = statement.where(OrderRule.name.icontains(word, autoescape=True))
    return statement


def _runs_sifted(statement: Any, ask: Ask) -> Any:
    if (rule := ask.filters.get("rule")) is not None:
        statement = statement.where(OrderRuleRun.rule_id == rule)
    if (occasion := ask.filters.get("occasion")) is not None:
        statement = statement.where(OrderRuleRun.occasion == occasion)
    text = ask.text.replace("\0", "").strip()
    if text:
        order = sa.select(SalesOrder.id).where(SalesOrder.number == text.upper()).scalar_subquery()
        statement = statement.where(
            sa.or_(OrderRuleRun.rule.icontains(text, autoescape=True), OrderRuleRun.order_id == order)
        )
    return statement
