"""Which papers a shipment takes beside its labels: whether customs lie on its way, whether dangerous goods are inside."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.address import PostalAddress
from app.domain.customs import declared
from app.models import Address, Package, PackageLine, Product, Shipment, ShipmentLine, Warehouse


@dataclass(frozen=True, slots=True)
class ShipmentPapers:
    """What a shipment's papers depend on; `customs` is None where the reader may not see where it goes."""

    parcels: int
    dangerous: bool
    customs: bool | None


_TO = sa.orm.aliased(Address)
_FROM = sa.orm.aliased(Address)
_CLOSED = sa.and_(Package.shipment_id == sa.bindparam("shipment"), Package.state.not_in(("open", "lost")))
_PARCELS = sa.select(
    sa.select(sa.func.count()).select_from(Package).where(_CLOSED).scalar_subquery().label("parcels"),
    sa.exists()
    .where(
        _CLOSED,
        PackageLine.package_id == Package.id,
        ShipmentLine.id == PackageLine.shipment_line_id,
        Product.id == ShipmentLine.product_id,
        Product.un_number != "",
        sa.or_(sa.bindparam("package", type_=sa.BigInteger).is_(None), Package.id == sa.bindparam("package")),
    )
    .label("dangerous"),
)
_PLACES = (
    sa.select(
        *(_FROM.country_code.label("from_country"), _FROM.postal_code.label("from_code")),
        *(_TO.country_code.label("to_country"), _TO.postal_code.label("to_code")),
    )
    .select_from(Shipment)
    .join(Warehouse, Warehouse.id == Shipment.warehouse_id)
    .join(_FROM, _FROM.id == Warehouse.address_id)
    .join(_TO, _TO.id == Shipment.ship_address_id)
    .where(Shipment.id == sa.bindparam("shipment"))
)


def shipment_papers(
    connection: Connection, shipment_id: int, *, addresses: bool, package_id: int | None = None
) -> ShipmentPapers:
    """What a shipment's papers depend on.

    Args:
        connection: Where to read.
        shipment_id: Which shipment.
        addresses: Whether the reader may see where it goes.
        package_id: Look for dangerous goods in this parcel alone.
    """
    found = connection.execute(_PARCELS, {"shipment": shipment_id, "package": package_id}).one()
    customs = _customs(connection, shipment_id) if addresses else None
    return ShipmentPapers(found.parcels, bool(found.dangerous), customs)


def _customs(connection: Connection, shipment_id: int) -> bool:
    row = connection.execute(_PLACES, {"shipment": shipment_id}).first()
    if row is None:
        return False
    here = PostalAddress(country_code=row.from_country, postal_code=row.from_code)
    return declared(here, PostalAddress(country_code=row.to_country, postal_code=row.to_code))
