"""Sending what has not left of a confirmed order elsewhere, with another service, or on another day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.address import PostalAddress
from app.domain.permissions import Permission
from app.errors import BadInput
from app.models import LabelPurchase, Package, SalesOrder, Shipment
from app.services.choosing import CHANGEABLE, LabelsThere
from app.services.context import use_case
from app.services.editing import changed_meanwhile
from app.services.order_rows import lock_order
from app.services.parties import save_address
from app.services.shipments import lock_shipments_of, record_events


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where an order goes, with whom and when; ids as they stand in the order."""

    address_id: int | None
    carrier_service_id: int | None
    requested_on: date | None
    promised_on: date | None


@dataclass(frozen=True, slots=True)
class DeliveryChanged:
    """An order's delivery before the change; with `before` and `version`, `change_delivery` takes it back."""

    order_id: int
    before: Delivery
    version: int


_LABELLED = (
    sa.select(Shipment.number, Package.position)
    .join(Package, Package.shipment_id == Shipment.id)
    .where(
        Shipment.id.in_(sa.bindparam("ids", expanding=True)),
        sa.or_(
            Package.state.not_in(("open", "closed")),
            sa.exists().where(
                LabelPurchase.package_id == Package.id, LabelPurchase.status.in_(("asked", "bought"))
            ),
        ),
    )
    .order_by(Shipment.id, Package.position)
)


@use_case(Permission.ORDER_ENTER, Permission.ORDER_CONFIRM)
def change_delivery(
    tx: Transaction, order_id: int, wanted: Delivery, version: int, address: PostalAddress | None = None
) -> DeliveryChanged:
    """Send what has not left of a confirmed order elsewhere, with another service or on another day.

    Args:
        tx: The transaction.
        order_id: Which order.
        wanted: As it is to be; the days are the new promise.
        version: The order's, as it was read.
        address: A new address, instead of `wanted.address_id`.

    Raises:
        LabelsThere: parcels have labels with the old address or carrier; give them up first.
        BadInput: the promise is before the order.
        Conflict: the order is not confirmed, or another desk changed it meanwhile.
        NotFound: there is no such order.
    """
    order = lock_order(tx, order_id, ("confirmed",), "change the delivery")
    if order.version != version:
        raise changed_meanwhile(order.number)
    if wanted.promised_on is not None and wanted.promised_on < order.ordered_on:
        raise BadInput(
            f"{wanted.promised_on} is before the order came.",
            hint="Promise a later day.",
            field="promised_on",
            value=wanted.promised_on.isoformat(),
        )
    address_id = save_address(tx, address) if address is not None else wanted.address_id
    before = Delivery(order.ship_address_id, order.carrier_service_id, order.requested_on, order.promised_on)
    moved = address_id != before.address_id
    switched = wanted.carrier_service_id != before.carrier_service_id
    heads = [head for head in lock_shipments_of(tx, order_id) if head.state in CHANGEABLE]
    ids = [head.id for head in heads]
    if (moved or switched) and ids and (labelled := tx.execute(_LABELLED, {"ids": ids}).all()):
        number = labelled[0].number
        raise LabelsThere(number, tuple(row.position for row in labelled if row.number == number))
    values: dict[str, Any] = {
        "carrier_service_id": wanted.carrier_service_id,
        "promised_on": wanted.promised_on,
        "ship_address_id": address_id,
    }
    tx.execute(
        sa.update(SalesOrder)
        .where(SalesOrder.id == order_id)
        .values(**values, requested_on=wanted.requested_on, version=version + 1)
    )
    if ids:
        changed = {
            name: value for name, value in values.items() if name == "promised_on" or moved or switched
        }
        tx.execute(
            sa.update(Shipment).where(Shipment.id.in_(ids)).values(**changed, version=Shipment.version + 1)
        )
    for shipment_id in ids:
        tx.changed("shipment", shipment_id)
    facts = {
        "address": moved,
        "carrier": switched,
        "promised": [day.isoformat() if day else None for day in (before.promised_on, wanted.promised_on)],
    }
    record_events(tx, [(order_id, "delivery_changed", facts)])
    return DeliveryChanged(order_id, before, version + 1)


@use_case(Permission.ORDER_ENTER, Permission.ORDER_CONFIRM)
def promise_again(tx: Transaction, order_id: int, promised_on: date | None) -> DeliveryChanged:
    """Promise what has not left of a confirmed order for another day; with `before.promised_on` it is taken back.

    Raises:
        BadInput: the day is before the order.
        Conflict: the order is not confirmed.
        NotFound: there is no such order.
    """
    order = lock_order(tx, order_id, ("confirmed",), "promise again")
    wanted = Delivery(order.ship_address_id, order.carrier_service_id, order.requested_on, promised_on)
    return change_delivery.inside(tx, order_id, wanted, order.version)
