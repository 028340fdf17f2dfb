"""Shipments as several services need them: locked with their order and its holds, made with their lines, timeline entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from app.database import Transaction
from app.errors import Conflict, NotFound, Refused
from app.models import Location, OrderEvent, OrderHold, SalesOrder, Shipment, ShipmentLine, Warehouse
from app.models.base import utc_now
from app.models.bulk import BulkInsert
from app.models.stock import OWN_STOCK
from app.services.rows import local_day
from app.services.sites import standard_code


class OrderHeld(Refused):
    """An order on hold is neither reserved nor released."""

    code = "order.held"

    def __init__(self, holds: Sequence[tuple[str, str, date | None]]) -> None:
        self.holds = tuple(holds)
        number, reason, until = holds[0]
        words = "; ".join(f"{one} ({why}{f', until {day}' if day else ''})" for one, why, day in holds)
        super().__init__(
            f"On hold: {words}.",
            hint="Release the hold first.",
            order=number,
            reason=reason,
            until=until.isoformat() if until else None,
            holds=[
                {"order": one, "reason": why, "until": day.isoformat() if day else None}
                for one, why, day in holds
            ],
        )


@dataclass(frozen=True, slots=True)
class Head:
    """A locked shipment with what is known of its order; `today` is the warehouse's day."""

    id: int
    number: str
    state: str
    order_id: int | None
    order_number: str
    warehouse_id: int
    ship_address_id: int | None
    carrier_service_id: int | None
    wave_id: int | None
    ship_complete: bool
    strategy: str
    priority: int
    promised_on: date | None
    packing_id: int | None
    today: date
    holds: tuple[tuple[str, date | None], ...]


_PACKING = (
    sa.select(Location.id)
    .where(Location.warehouse_id == Shipment.warehouse_id, Location.code == standard_code("packing"))
    .scalar_subquery()
)
_HEADS = (
    sa.select(
        *(Shipment.id, Shipment.number, Shipment.state, Shipment.order_id, Shipment.warehouse_id),
        *(Shipment.ship_address_id, Shipment.carrier_service_id, Shipment.wave_id, Shipment.ship_complete),
        *(Shipment.strategy, Shipment.priority, Shipment.promised_on),
        *(SalesOrder.number.label("order_number"), Warehouse.time_zone, OrderHold.reason, OrderHold.until),
        *(_PACKING.label("packing_id"), utc_now().label("now")),
    )
    .join(Warehouse, Warehouse.id == Shipment.warehouse_id)
    .outerjoin(SalesOrder, SalesOrder.id == Shipment.order_id)
    .outerjoin(OrderHold, sa.and_(OrderHold.order_id == Shipment.order_id, OrderHold.released_at.is_(None)))
    .order_by(Shipment.id)
    .with_for_update(of=Shipment, key_share=True)
)
_HEADS_BY_ID = _HEADS.where(Shipment.id.in_(sa.bindparam("ids", expanding=True)))
_HEADS_OF_ORDER = _HEADS.where(Shipment.order_id == sa.bindparam("order"), Shipment.state != "cancelled")
_LINE = cast("sa.Table", ShipmentLine.__table__)
_LINE_IDS = sa.select(_LINE.c.id).where(
    _LINE.c.shipment_id == sa.any_(sa.bindparam("ids", type_=ARRAY(sa.BigInteger)))
)
_PG_LINES = sa.select(
    *sa.func.lock_lines(sa.func.array(_LINE_IDS.scalar_subquery()))
    .table_valued(*(column.name for column in _LINE.columns), name="locked")
    .c
)
_LITE_LINES = (
    sa.select(_LINE).where(_LINE.c.shipment_id.in_(sa.bindparam("ids", expanding=True))).order_by(_LINE.c.id)
)
_NEW = sa.insert(Shipment).returning(Shipment.id)
_NEW_LINES = BulkInsert(
    ShipmentLine,
    ("shipment_id", "order_line_id", "product_id", "owner_id", "warehouse_id", "qty"),
    returning=("id",),
)
_QUANTITY = (
    sa.update(ShipmentLine).where(ShipmentLine.id == sa.bindparam("line")).values(qty=sa.bindparam("pieces"))
)
_EVENTS = BulkInsert(OrderEvent, ("order_id", "verb", "facts"))


def lock_shipments(tx: Transaction, ids: Iterable[int]) -> list[Head]:
    """Shipments by id, locked in that order until the transaction ends.

    Raises:
        NotFound: one of them is not there.
    """
    wanted = sorted(set(ids))
    heads = _fold(tx.execute(_HEADS_BY_ID, {"ids": wanted}).all())
    if missing := sorted(set(wanted) - {head.id for head in heads}):
        raise NotFound(
            f"There is no shipment {missing[0]}.", hint="Look it up again.", what="shipment", id=missing[0]
        )
    return heads


def lock_shipments_of(tx: Transaction, order_id: int) -> list[Head]:
    """The shipments of an order that are not cancelled, locked by id."""
    return _fold(tx.execute(_HEADS_OF_ORDER, {"order": order_id}).all())


def lock_lines_of(tx: Transaction, shipment_ids: Sequence[int]) -> list[Any]:
    """The lines of shipments with all columns, locked by id; call it with the shipments locked."""
    if not shipment_ids:
        return []
    return list(tx.execute(_PG_LINES if tx.postgresql else _LITE_LINES, {"ids": list(shipment_ids)}).all())


def check_not_held(heads: Sequence[Head]) -> None:
    """Go on only where no order is on hold.

    Raises:
        OrderHeld: naming each hold.
    """
    if holds := [(head.order_number, reason, until) for head in heads for reason, until in head.holds]:
        raise OrderHeld(holds)


def check_state(heads: Sequence[Head], states: tuple[str, ...], verb: str) -> None:
    """Go on only where every shipment is in one of the states.

    Raises:
        Conflict: naming the first that is not.
    """
    for head in heads:
        if head.state not in states:
            raise Conflict(
                f"Shipment {head.number} is {head.state}; to {verb} it must be {' or '.join(states)}.",
                hint="Look at it again; another desk may have been first.",
                shipment=head.number,
                state=head.state,
                verb=verb,
            )


def make_shipment(
    tx: Transaction, number: str, values: Mapping[str, Any], lines: Sequence[tuple[int | None, int, int, int]]
) -> tuple[int, list[int]]:
    """Insert a planned shipment with lines (order line, product, owner, quantity); its id and those of the lines."""
    fields = (
        "order_id",
        "warehouse_id",
        "ship_address_id",
        "carrier_service_id",
        "ship_complete",
        "priority",
        "promised_on",
    )
    shipment_id: int = tx.execute(
        _NEW, {"number": number} | {name: values[name] for name in fields}
    ).scalar_one()
    tx.changed("shipment", shipment_id)
    return shipment_id, add_lines(tx, shipment_id, values["warehouse_id"], lines)


def add_lines(
    tx: Transaction, shipment_id: int, warehouse_id: int, lines: Sequence[tuple[int | None, int, int, int]]
) -> list[int]:
    """Insert lines (order line, product, owner, quantity) into a shipment; their ids in order."""
    rows = [
        {
            "shipment_id": shipment_id,
            "order_line_id": order_line_id,
            "product_id": product_id,
            "owner_id": owner_id,
            "warehouse_id": warehouse_id,
            "qty": qty,
        }
        for order_line_id, product_id, owner_id, qty in lines
    ]
    return [int(row.id) for row in _NEW_LINES(tx, rows)]


def set_quantities(tx: Transaction, quantities: Mapping[int, int]) -> None:
    """Write what shipment lines are to hold, by line id; the lines are locked."""
    if quantities:
        tx.execute(
            _QUANTITY, [{"line": line_id, "pieces": qty} for line_id, qty in sorted(quantities.items())]
        )


def own(order_line_id: int, product_id: int, qty: int) -> tuple[int, int, int, int]:
    """A shipment line for goods that are ours."""
    return order_line_id, product_id, OWN_STOCK, qty


def record_events(tx: Transaction, events: Sequence[tuple[int | None, str, Mapping[str, object]]]) -> None:
    """Add lines to orders' timelines in one statement and announce the orders; shipments without an order have none."""
    rows = [
        {"order_id": order_id, "verb": verb, "facts": msgspec.json.encode(facts).decode() if facts else ""}
        for order_id, verb, facts in events
        if order_id is not None
    ]
    _EVENTS(tx, rows)
    for row in rows:
        tx.changed("sales_order", int(str(row["order_id"])))


def _fold(rows: Sequence[Any]) -> list[Head]:
    """One head a shipment: the join gives a row a hold. A hold binds until the day before its date."""
    found: dict[int, Head] = {}
    holds: dict[int, list[tuple[str, date | None]]] = {}
    for row in rows:
        today = local_day(row.now, row.time_zone)
        mine = holds.setdefault(row.id, [])
        if row.reason is not None and (row.until is None or today < row.until):
            mine.append((row.reason, row.until))
        found[row.id] = Head(
            *(row.id, row.number, row.state, row.order_id, row.order_number or "", row.warehouse_id),
            *(row.ship_address_id, row.carrier_service_id, row.wave_id, row.ship_complete, row.strategy),
            *(row.priority, row.promised_on, row.packing_id, today, tuple(mine)),
        )
    return list(found.values())
