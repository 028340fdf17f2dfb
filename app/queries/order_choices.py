"""What the conditions on orders can be chosen from: sites, carriers, reasons, tags, people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import AppUser, Carrier, CarrierService, Customer, OrderTag, ReasonCode, Warehouse

MOST = 100
"""Choices of one kind that are offered; what is rarer can still be asked for in a kept view."""


@dataclass(frozen=True, slots=True)
class OrderChoices:
    """What there is: (value, how it is called); a reason with its words in English and French."""

    sites: tuple[tuple[int, str], ...] = ()
    carriers: tuple[tuple[int, str], ...] = ()
    reasons: tuple[tuple[str, str, str], ...] = ()
    tags: tuple[str, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    customers: tuple[tuple[int, str], ...] = ()


_SITES = sa.select(Warehouse.id, Warehouse.code).order_by(Warehouse.id)
_CARRIERS = sa.select(Carrier.id, Carrier.name).where(Carrier.active.is_(True)).order_by(Carrier.name)
_REASONS = (
    sa.select(ReasonCode.code, ReasonCode.label_en, ReasonCode.label_fr)
    .where(ReasonCode.kind == "hold")
    .order_by(ReasonCode.code)
)
_PEOPLE = sa.select(AppUser.login, AppUser.name).order_by(AppUser.name)
_FIRST_TAG = sa.select(sa.func.min(OrderTag.tag).label("tag")).cte("tags", recursive=True)
_NEXT_TAG = (
    sa.select(OrderTag.tag)
    .where(OrderTag.tag > _FIRST_TAG.c.tag)
    .order_by(OrderTag.tag)
    .limit(1)
    .scalar_subquery()
)
_EACH_TAG = _FIRST_TAG.union_all(sa.select(_NEXT_TAG).where(_FIRST_TAG.c.tag.is_not(None)))
_TAGS = sa.select(_EACH_TAG.c.tag).where(_EACH_TAG.c.tag.is_not(None)).limit(MOST)
"""Each tag once, by jumps from one to the next in the index: a million rows of a few tags are a few steps."""
_SERVICES = (
    sa.select(CarrierService.id, Carrier.name + " " + CarrierService.name)
    .join(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(CarrierService.active.is_(True), Carrier.active.is_(True))
    .order_by(Carrier.name, CarrierService.name)
)


def order_choices(connection: Connection, customer_id: int | None = None) -> OrderChoices:
    """What orders can be narrowed down by; with the name of a customer who is asked for by id."""
    mine: Any = sa.select(Customer.id, Customer.name).where(Customer.id == customer_id)
    return OrderChoices(
        sites=tuple((row[0], row[1]) for row in connection.execute(_SITES.limit(MOST))),
        carriers=tuple((row[0], row[1]) for row in connection.execute(_CARRIERS.limit(MOST))),
        reasons=tuple((row[0], row[1], row[2]) for row in connection.execute(_REASONS)),
        tags=tuple(connection.execute(_TAGS).scalars()),
        people=tuple((row[0], row[1]) for row in connection.execute(_PEOPLE.limit(MOST))),
        customers=() if customer_id is None else tuple((row[0], row[1]) for row in connection.execute(mine)),
    )


def service_choices(connection: Connection) -> tuple[tuple[int, str], ...]:
    """Every service that is offered: (id, carrier and service)."""
    return tuple((row[0], row[1]) for row in connection.execute(_SERVICES))
