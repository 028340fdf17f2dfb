"""What a purchase asks of its carrier, read in one go before the carrier is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from app.domain.address import PostalAddress
from app.integrations.carriers.base import Account, Awaited, LabelRequest
from app.models import (
    Address,
    Carrier,
    CarrierService,
    LabelPurchase,
    OrderLine,
    Package,
    PackageLine,
    SalesOrder,
    Shipment,
    ShipmentLine,
    Warehouse,
)
from app.queries.pages import Connection


@dataclass(frozen=True, slots=True)
class Asked:
    """A purchase with the carrier that it is asked of.

    `handed`: the carrier has, for certain, what its status asks for (the label, or to take it back); only the answer is wanted.
    """

    id: int
    package_id: int
    shipment_id: int
    sscc: str
    status: str
    key: str
    tracking: str
    reference: str
    error: str
    error_code: str
    service_id: int
    service: str
    kind: str
    account: Account

    @property
    def handed(self) -> bool:
        """Whether the request is with the carrier for certain."""
        return self.error_code == Awaited.code


_ASKED: Any = (
    sa.select(
        *(
            LabelPurchase.id,
            LabelPurchase.package_id,
            Package.shipment_id,
            Package.sscc,
            LabelPurchase.status,
        ),
        *(LabelPurchase.request_key, LabelPurchase.tracking, LabelPurchase.reference, LabelPurchase.error),
        *(LabelPurchase.error_code, CarrierService.id, CarrierService.code, Carrier.kind),
        *(Carrier.name, Carrier.account, Carrier.out_folder, Carrier.in_folder, Carrier.timeout_s),
    )
    .select_from(LabelPurchase)
    .join(Package, Package.id == LabelPurchase.package_id)
    .join(CarrierService, CarrierService.id == LabelPurchase.carrier_service_id)
    .join(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(LabelPurchase.id == sa.bindparam("purchase"))
)
_TO, _FROM = aliased(Address), aliased(Address)
_FIELDS = PostalAddress.__slots__
_REQUEST: Any = (
    sa.select(
        *(Shipment.number, Package.weight_g, Package.length_mm, Package.width_mm, Package.height_mm),
        SalesOrder.currency,
        *(getattr(_TO, name).label(f"to_{name}") for name in _FIELDS),
        *(getattr(_FROM, name).label(f"from_{name}") for name in _FIELDS),
        sa.select(
            sa.func.coalesce(
                sa.func.sum(
                    (OrderLine.net - OrderLine.allowance)
                    * PackageLine.qty
                    // sa.func.nullif(OrderLine.qty - OrderLine.cancelled, 0)
                ),
                0,
            )
        )
        .select_from(PackageLine)
        .join(ShipmentLine, ShipmentLine.id == PackageLine.shipment_line_id)
        .join(OrderLine, OrderLine.id == ShipmentLine.order_line_id)
        .where(PackageLine.package_id == Package.id)
        .correlate(Package)
        .scalar_subquery()
        .label("value"),
    )
    .select_from(Package)
    .join(Shipment, Shipment.id == Package.shipment_id)
    .join(Warehouse, Warehouse.id == Shipment.warehouse_id)
    .outerjoin(SalesOrder, SalesOrder.id == Shipment.order_id)
    .outerjoin(_TO, _TO.id == Shipment.ship_address_id)
    .outerjoin(_FROM, _FROM.id == Warehouse.address_id)
    .where(Package.id == sa.bindparam("package"))
)


def asked(connection: Connection, purchase_id: int) -> Asked | None:
    """A purchase and its carrier; None where there is no such purchase."""
    row: Any = connection.execute(_ASKED, {"purchase": purchase_id}).first()
    return None if row is None else Asked(*(*row[:13], Account(*row[13:])))


def label_request(connection: Connection, found: Asked) -> LabelRequest:
    """What a purchase asks for, with whole addresses: carriers call and write to the recipient."""
    row = connection.execute(_REQUEST, {"package": found.package_id}).one()
    return LabelRequest(
        found.key,
        found.service,
        found.sscc,
        row.number,
        _address(row, "from"),
        _address(row, "to"),
        row.weight_g,
        (row.length_mm, row.width_mm, row.height_mm),
        int(row.value),
        row.currency or "EUR",
        found.handed,
    )


def _address(row: Any, prefix: str) -> PostalAddress:
    return PostalAddress(**{name: getattr(row, f"{prefix}_{name}") or "" for name in _FIELDS})
