"""Goods that wait at the counter for the customer who fetches them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import Address, CarrierService, Customer, HandOver, Package, SalesOrder, Shipment


@dataclass(frozen=True, slots=True)
class Collection:
    """A shipment that its customer fetches; `taken_by` and `taken_at` once it was handed over.

    `code_seen`: it was found by its code, so that nobody has to say it again.
    """

    shipment_id: int
    number: str
    order_number: str
    customer: str
    state: str
    parcels: int
    weight_g: int
    taken_by: str
    taken_at: datetime | None
    signed: bool
    code_seen: bool = False


_LAST = (
    sa.select(HandOver.id)
    .where(HandOver.shipment_id == Shipment.id, HandOver.undone_at.is_(None))
    .order_by(HandOver.id.desc())
    .limit(1)
    .correlate(Shipment)
    .scalar_subquery()
)
_PARCELS = sa.select(sa.func.count(Package.id)).where(Package.shipment_id == Shipment.id).scalar_subquery()
_WEIGHT = (
    sa.select(sa.func.coalesce(sa.func.sum(Package.weight_g), 0))
    .where(Package.shipment_id == Shipment.id)
    .scalar_subquery()
)
_FETCHED = (
    sa.select(
        *(Shipment.id, Shipment.number, SalesOrder.number.label("order_number"), Shipment.state),
        *(Customer.name.label("customer"), Address.name.label("addressee")),
        *(HandOver.name.label("taken_by"), HandOver.at.label("taken_at"), HandOver.signature_sha),
        *(_PARCELS.label("parcels"), _WEIGHT.label("weight_g")),
    )
    .join(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .outerjoin(SalesOrder, SalesOrder.id == Shipment.order_id)
    .outerjoin(Customer, Customer.id == SalesOrder.customer_id)
    .outerjoin(Address, Address.id == Shipment.ship_address_id)
    .outerjoin(HandOver, HandOver.id == _LAST)
    .where(CarrierService.collected, Shipment.state.in_(("packed", "delivered")))
    .order_by(sa.case((Shipment.state == "packed", 0), else_=1), Shipment.id.desc())
    .limit(1)
)
_ID: sa.BindParameter[int] = sa.bindparam("id", type_=sa.BigInteger)
_BY = {
    "shipment": _FETCHED.where(Shipment.id == _ID),
    "order": _FETCHED.where(Shipment.order_id == _ID),
    "parcel": _FETCHED.where(Shipment.id.in_(sa.select(Package.shipment_id).where(Package.id == _ID))),
}
_BY_CODE = _FETCHED.where(Shipment.state == "packed", Shipment.pickup_code == sa.bindparam("code"))


def collection(connection: Connection, kind: str, row_id: int) -> Collection | None:
    """What waits for its customer of an order, shipment or parcel, else what was fetched last; None where nobody fetches it."""
    statement = _BY.get(kind)
    row = connection.execute(statement, {"id": row_id}).first() if statement is not None else None
    return _found(row) if row is not None else None


def collection_of_code(connection: Connection, code: str) -> Collection | None:
    """What waits against a pick-up code, as it was scanned from the customer's message."""
    said = "".join(letter for letter in code.upper() if letter.isalnum())
    row = connection.execute(_BY_CODE, {"code": said}).first() if said else None
    return _found(row, code_seen=True) if row is not None else None


def _found(row: Any, *, code_seen: bool = False) -> Collection:
    return Collection(
        *(row.id, row.number, row.order_number or "", row.customer or row.addressee or "", row.state),
        *(int(row.parcels), int(row.weight_g), row.taken_by or "", row.taken_at),
        *(row.signature_sha is not None, code_seen),
    )
