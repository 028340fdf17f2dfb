"""What waits at the packing bench, soonest promise first, with what was reported of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import (
    AppUser,
    CarrierService,
    Customer,
    OrderEvent,
    SalesOrder,
    Shipment,
    ShipmentLine,
    Wave,
)
from app.queries.pages import COUNTED
from app.queries.shipments import OPEN, PACKED_SINCE

SHOWN = 8
"""So many waiting shipments can be read from where one stands."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What a packer reported of picked goods: 'missing' or 'damaged', of which article, how many pieces."""

    problem: str
    sku: str
    qty: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A shipment that is picked, or lies at a bench; `problem` is what was reported of it, if anything."""

    shipment_id: int
    number: str
    order_number: str
    customer: str
    state: str
    packer: str
    packer_name: str
    pick_list: str
    promised_on: date | None
    cut_off: str
    products: int
    pieces: int
    packed: int
    problem: Problem | None
    parked: str = ""
    since: datetime | None = None
    """When its packing began, where that is known."""


@dataclass(frozen=True, slots=True)
class Queue:
    """The shipments to be packed next, soonest promise first, and how many wait in all (10,001: more than ten thousand)."""

    rows: tuple[Waiting, ...]
    total: int


_BENCH = sa.and_(OPEN, Shipment.state.in_(("picked", "packing")))
_LAST_PROBLEM = (
    sa.select(OrderEvent.facts)
    .where(
        OrderEvent.order_id == Shipment.order_id,
        OrderEvent.verb.in_(("packing_problem", "packing_problem_withdrawn")),
    )
    .order_by(OrderEvent.id.desc())
    .limit(1)
    .scalar_subquery()
)
_UNDATED = sa.case((Shipment.promised_on.is_(None), 1), else_=0)
_WAITING = (
    sa.select(
        *(Shipment.id, Shipment.number, SalesOrder.number.label("order_number"), Customer.name),
        *(Shipment.state, Shipment.packer, AppUser.name.label("packer_name"), Wave.number.label("wave")),
        *(Shipment.promised_on, CarrierService.cut_off, _LAST_PROBLEM.label("problem")),
        *(Shipment.parked, PACKED_SINCE.label("since")),
    )
    .outerjoin(SalesOrder, SalesOrder.id == Shipment.order_id)
    .outerjoin(Customer, Customer.id == SalesOrder.customer_id)
    .outerjoin(AppUser, AppUser.login == Shipment.packer)
    .outerjoin(Wave, Wave.id == Shipment.wave_id)
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .where(_BENCH)
    .order_by(_UNDATED, Shipment.promised_on, Shipment.priority.desc(), Shipment.id)
    .limit(sa.bindparam("size"))
)
_SUMS = (
    sa.select(
        ShipmentLine.shipment_id,
        sa.func.count(ShipmentLine.product_id.distinct()).label("products"),
        sa.func.sum(ShipmentLine.picked).label("pieces"),
        sa.func.sum(ShipmentLine.packed).label("packed"),
    )
    .where(ShipmentLine.shipment_id.in_(sa.bindparam("ids", expanding=True)), ShipmentLine.picked > 0)
    .group_by(ShipmentLine.shipment_id)
)
_COUNT = sa.select(sa.func.count()).select_from(
    sa.select(Shipment.id).where(_BENCH).limit(COUNTED).subquery()
)


def bench_queue(connection: Connection, size: int = SHOWN) -> Queue:
    """What waits to be packed, soonest promise first."""
    rows = connection.execute(_WAITING, {"size": size}).all()
    sums = {row.shipment_id: row for row in connection.execute(_SUMS, {"ids": [row.id for row in rows]})}
    found = []
    for row in rows:
        mine = sums.get(row.id)
        found.append(
            Waiting(
                shipment_id=row.id,
                number=row.number,
                order_number=row.order_number or "",
                customer=row.name or "",
                state=row.state,
                packer=row.packer,
                packer_name=row.packer_name or row.packer,
                pick_list=row.wave or "",
                promised_on=row.promised_on,
                cut_off=row.cut_off or "",
                products=mine.products if mine else 0,
                pieces=int(mine.pieces) if mine else 0,
                packed=int(mine.packed) if mine else 0,
                problem=_problem(row.problem, row.number),
                parked=row.parked,
                since=row.since if row.packer else None,
            )
        )
    total: int = connection.execute(_COUNT).scalar_one()
    return Queue(tuple(found), total)


def _problem(facts: str | None, number: str) -> Problem | None:
    """What stands noted by the last report of an order's timeline or its withdrawal, where it is of this shipment."""
    told = json.loads(facts) if facts else {}
    if "problem" not in told or told["shipment"] != number:
        return None
    return Problem(told["problem"], told["sku"], told["qty"])
