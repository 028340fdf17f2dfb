"""One shipment in full: its parcels, their labels, and what lies in them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import Lot, Package, PackageLine, Product, Serial, ShipmentLine, ShippingLabel
from app.queries.shipments import HEADS, LIVE, PLACES, ShipmentRow, rows_of


@dataclass(frozen=True, slots=True)
class Inside:
    """What lies in a parcel of one article, lot and piece."""

    sku: str
    name: str
    qty: int
    lot: str
    expires_on: date | None
    serial: str


@dataclass(frozen=True, slots=True)
class ParcelDetail:
    """A parcel with its label (empty `label_sha`: none) and what lies in it."""

    id: int
    position: int
    sscc: str
    state: str
    weight_g: int
    tracking: str
    label_sha: str
    copies: int
    contents: tuple[Inside, ...]

    @property
    def pieces(self) -> int:
        """Pieces in it."""
        return sum(one.qty for one in self.contents)


@dataclass(frozen=True, slots=True)
class ShipmentDetail:
    """A shipment in full: its row, where it goes, its parcels, and what is wanted against what is packed."""

    row: ShipmentRow
    town: str
    pick_list: str
    delivered_at: datetime | None
    pieces: int
    packed: int
    parcels: tuple[ParcelDetail, ...]


_PARCELS = (
    sa.select(
        *(Package.id, Package.position, Package.sscc, Package.state, Package.weight_g),
        *(ShippingLabel.tracking, ShippingLabel.blob_sha, ShippingLabel.prints),
    )
    .outerjoin(ShippingLabel, LIVE)
    .where(Package.shipment_id == sa.bindparam("shipment"))
    .order_by(Package.position)
)
_CONTENTS = (
    sa.select(
        *(PackageLine.package_id, Product.sku, Product.name, Lot.code.label("lot"), Lot.expires_on),
        *(Serial.code.label("serial"), sa.func.sum(PackageLine.qty).label("qty")),
    )
    .join(Package, Package.id == PackageLine.package_id)
    .join(ShipmentLine, ShipmentLine.id == PackageLine.shipment_line_id)
    .join(Product, Product.id == ShipmentLine.product_id)
    .join(Lot, Lot.id == PackageLine.lot_id)
    .outerjoin(Serial, Serial.id == PackageLine.serial_id)
    .where(Package.shipment_id == sa.bindparam("shipment"))
    .group_by(PackageLine.package_id, Product.sku, Product.name, Lot.code, Lot.expires_on, Serial.code)
    .order_by(PackageLine.package_id, Product.sku, Lot.code, Serial.code)
)
_PIECES = sa.select(
    sa.func.coalesce(sa.func.sum(ShipmentLine.qty), 0).label("pieces"),
    sa.func.coalesce(sa.func.sum(ShipmentLine.packed), 0).label("packed"),
).where(ShipmentLine.shipment_id == sa.bindparam("shipment"))


def shipment_detail(connection: Connection, shipment_id: int, *, addresses: bool) -> ShipmentDetail | None:
    """A shipment in full; None where there is no such shipment."""
    rows = rows_of(connection, [shipment_id], addresses=addresses)
    if not rows:
        return None
    named = {"shipment": shipment_id}
    head = connection.execute(HEADS, {"ids": [shipment_id]}).one()
    place = connection.execute(PLACES, {"ids": [shipment_id]}).first() if addresses else None
    contents: dict[int, list[Inside]] = defaultdict(list)
    for row in connection.execute(_CONTENTS, named):
        inside = Inside(row.sku, row.name, int(row.qty), row.lot, row.expires_on, row.serial or "")
        contents[row.package_id].append(inside)
    parcels = tuple(
        ParcelDetail(
            *(
                row.id,
                row.position,
                row.sscc,
                row.state,
                row.weight_g,
                row.tracking or "",
                row.blob_sha or "",
            ),
            *(row.prints or 0, tuple(contents[row.id])),
        )
        for row in connection.execute(_PARCELS, named)
    )
    sums = connection.execute(_PIECES, named).one()
    town = f"{place.postal_code} {place.city}".strip() if place is not None else ""
    return ShipmentDetail(
        *(rows[0], town, head.wave or "", head.delivered_at, int(sums.pieces), int(sums.packed), parcels)
    )
