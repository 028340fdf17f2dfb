"""Labels asked of carriers that somebody may have to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from app.models import (
    Carrier,
    CarrierService,
    Customer,
    LabelPurchase,
    Package,
    SalesOrder,
    Shipment,
)
from app.queries.pages import Connection

AWAITED = "carrier.awaited"
"""The code of `app/integrations/carriers/base.py: Awaited`, as it is stored with a purchase."""
MOST = 500
"""So many purchases are listed, the oldest first; more of them are one trouble and not five hundred."""


@dataclass(frozen=True, slots=True)
class OpenPurchase:
    """A purchase that is not settled: awaited, refused, or being taken back.

    Attributes:
        trouble: The carrier's or our own sentence; empty before the first attempt.
        awaited: The carrier has it and answers later: nothing is wrong.
    """

    id: int
    package_id: int
    shipment_id: int
    shipment: str
    position: int
    sscc: str
    customer: str
    carrier: str
    status: str
    trouble: str
    awaited: bool
    asked_at: datetime
    asked_by: str
    desk: str


_LATER = aliased(LabelPurchase)
_UNSETTLED: sa.ColumnElement[bool] = sa.literal_column(
    "label_purchase.status IN ('asked', 'failed', 'void_asked')", sa.Boolean
)
"""The condition of `ix_label_purchase_open`, which SQLite takes only word by word."""
_OPEN: Any = (
    sa.select(
        *(LabelPurchase.id, LabelPurchase.package_id, Shipment.id.label("shipment"), Shipment.number),
        Package.position,
        *(Package.sscc, sa.func.coalesce(Customer.name, "")),
        *(Carrier.name + " " + CarrierService.name, LabelPurchase.status, LabelPurchase.error),
        LabelPurchase.error_code == AWAITED,
        *(LabelPurchase.asked_at, LabelPurchase.asked_by, LabelPurchase.desk),
    )
    .select_from(LabelPurchase)
    .join(Package, Package.id == LabelPurchase.package_id)
    .join(Shipment, Shipment.id == Package.shipment_id)
    .join(CarrierService, CarrierService.id == LabelPurchase.carrier_service_id)
    .join(Carrier, Carrier.id == CarrierService.carrier_id)
    .outerjoin(SalesOrder, SalesOrder.id == Shipment.order_id)
    .outerjoin(Customer, Customer.id == SalesOrder.customer_id)
    .where(
        _UNSETTLED,
        # A refusal is settled by another purchase for the parcel, or once the parcel is opened again.
        sa.or_(
            LabelPurchase.status != "failed",
            sa.and_(
                Package.state == "closed",
                ~sa.exists().where(
                    _LATER.package_id == LabelPurchase.package_id, _LATER.id > LabelPurchase.id
                ),
            ),
        ),
    )
    .order_by(LabelPurchase.id)
)
_OPEN_OF: Any = _OPEN.where(Shipment.id == sa.bindparam("shipment"))
_BOUGHT: Any = (
    sa.select(LabelPurchase.price, LabelPurchase.currency)
    .join(Package, Package.id == LabelPurchase.package_id)
    .where(Package.shipment_id == sa.bindparam("shipment"), LabelPurchase.status == "bought")
)


def open_purchases(connection: Connection) -> tuple[OpenPurchase, ...]:
    """Labels that are awaited, were refused, or are being taken back; the oldest first."""
    return tuple(OpenPurchase(*row) for row in connection.execute(_OPEN.limit(MOST)))


def open_purchases_of(connection: Connection, shipment_id: int) -> tuple[OpenPurchase, ...]:
    """Those of one shipment."""
    return tuple(OpenPurchase(*row) for row in connection.execute(_OPEN_OF, {"shipment": shipment_id}))


def shipments_waiting() -> sa.Select[Any]:
    """The ids of shipments with a label that is not settled, for the condition of a list."""
    return sa.select(_OPEN.subquery("unsettled").c.shipment)


def bought_for(connection: Connection, shipment_id: int) -> tuple[int, str] | None:
    """What the carrier asked for the labels of a shipment, in minor units of a currency; None where it sold none."""
    rows = connection.execute(_BOUGHT, {"shipment": shipment_id}).all()
    currencies = {row.currency for row in rows}
    return (sum(row.price for row in rows), currencies.pop()) if len(currencies) == 1 else None
