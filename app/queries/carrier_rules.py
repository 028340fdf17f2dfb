"""Rules that choose a carrier, as they are listed and edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.models import Carrier, CarrierRule, CarrierService, Customer, Shipment
from app.queries.pages import COUNTED, Ask, Connection, Page, by_key, page


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule; `service` is the name of the one that it takes, empty for the cheapest or fastest; `customer` a code."""

    id: int
    position: int
    name: str
    active: bool
    country: str
    postal_prefix: str
    customer_id: int | None
    from_g: int
    to_g: int
    from_mm: int
    from_value: int
    dangerous: bool
    choice: str
    carrier_service_id: int | None
    service: str
    customer: str


_ROWS: Any = (
    sa.select(
        *(CarrierRule.id, CarrierRule.position, CarrierRule.name, CarrierRule.active, CarrierRule.country),
        *(CarrierRule.postal_prefix, CarrierRule.customer_id, CarrierRule.from_g, CarrierRule.to_g),
        *(CarrierRule.from_mm, CarrierRule.from_value, CarrierRule.dangerous, CarrierRule.choice),
        CarrierRule.carrier_service_id,
        sa.func.coalesce(Carrier.name + " " + CarrierService.name, "").label("service"),
        sa.func.coalesce(Customer.code, "").label("customer"),
    )
    .select_from(CarrierRule)
    .outerjoin(CarrierService, CarrierService.id == CarrierRule.carrier_service_id)
    .outerjoin(Carrier, Carrier.id == CarrierService.carrier_id)
    .outerjoin(Customer, Customer.id == CarrierRule.customer_id)
)
_CUSTOMER = sa.select(Customer.id).where(Customer.code == sa.bindparam("code"))
_SHIPMENT = sa.select(Shipment.id).where(Shipment.number == sa.bindparam("number"))


def rule_list(connection: Connection, ask: Ask) -> Page[RuleRow]:
    """A page of rules in the order in which they are asked; `ask.text` is part of a name; filter 'active'."""
    statement = by_key(_sifted(_ROWS, ask), ask, CarrierRule.position, CarrierRule.id.expression)
    rows = [RuleRow(*row) for row in connection.execute(statement)]
    return page(rows, ask, lambda row: (row.position, row.id))


def rule_count(connection: Connection, ask: Ask) -> int:
    """How many there are."""
    ids = _sifted(sa.select(CarrierRule.id), ask).limit(COUNTED).subquery()
    count: int = connection.execute(sa.select(sa.func.count()).select_from(ids)).scalar_one()
    return count


def rule_detail(connection: Connection, rule_id: int) -> RuleRow | None:
    """One rule; None where it is gone."""
    row = connection.execute(_ROWS.where(CarrierRule.id == rule_id)).first()
    return None if row is None else RuleRow(*row)


def customer_coded(connection: Connection, code: str) -> int | None:
    """The customer of a code; None where there is none."""
    found: int | None = connection.execute(_CUSTOMER, {"code": code}).scalar()
    return found


def shipment_numbered(connection: Connection, number: str) -> int | None:
    """The shipment of a number; None where there is none."""
    found: int | None = connection.execute(_SHIPMENT, {"number": number}).scalar()
    return found


def _sifted(statement: Any, ask: Ask) -> Any:
    if (active := ask.filters.get("active")) is not None:
        statement = statement.where(CarrierRule.active == active)
    for word in ask.text.replace("\0", "").split():
        statement = statement.where(CarrierRule.name.icontains(word, autoescape=True))
    return statement
