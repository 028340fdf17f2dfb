"""What a despatch advice and the letters about parcels say, read from the database."""

from __future__ import annotations

import string
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.orm import aliased

from app.documents.mails import ParcelLetter, ParcelLine, PickupLetter
from app.documents.words import Language
from app.domain.address import PostalAddress
from app.integrations.messages import Despatch, Item, Party, Unit
from app.models import (
    Address,
    AppMeta,
    Carrier,
    CarrierService,
    Customer,
    Lot,
    OrderLine,
    OutgoingMessage,
    Package,
    PackageLine,
    Product,
    ProductBarcode,
    SalesOrder,
    Serial,
    Shipment,
    ShipmentLine,
    ShippingLabel,
    Warehouse,
)
from app.models.base import utc_now
from app.queries.shipments import LIVE
from app.queries.under_way import due_of, tracking_link
from app.services.paper_addresses import NoAddress, address_columns, read_address
from app.services.rows import must_find

DESPATCH_KINDS = {"edifact": "despatch_edifact", "ubl": "despatch_ubl"}


@dataclass(frozen=True, slots=True)
class Head:
    """A shipment with whom it is for and how they want to hear of it; `email` is empty where none is known."""

    id: int
    number: str
    state: str
    shipped_at: datetime | None
    now: datetime
    customer: str
    language: Language
    advice: str
    folder: str
    notices: bool
    email: str
    collected: bool
    order: str
    row: Any


_SHIP, _BILL, _HOME = aliased(Address), aliased(Address), aliased(Address)
_EMAIL = sa.func.coalesce(sa.func.nullif(_SHIP.email, ""), _BILL.email, "")
_HEAD: Any = (
    sa.select(
        *(Shipment.id, Shipment.number, Shipment.state, Shipment.shipped_at, utc_now().label("now")),
        *(SalesOrder.number.label("order"), SalesOrder.customer_reference, Customer.name.label("customer")),
        *(Customer.language, Customer.gln, Customer.despatch_advice, Customer.despatch_folder),
        *(Customer.notices, _EMAIL.label("email"), AppMeta.company, AppMeta.gln.label("our_gln")),
        *(Carrier.name.label("carrier"), CarrierService.name.label("service"), Carrier.tracking_url),
        *(CarrierService.transit_days, CarrierService.cut_off, CarrierService.service_days),
        *(CarrierService.collected, Shipment.pickup_code),
        *(Warehouse.name.label("warehouse"), Warehouse.time_zone),
        *(Warehouse.working_days, Warehouse.holidays),
        *(
            *address_columns(_SHIP, "ship"),
            *address_columns(_BILL, "bill"),
            *address_columns(_HOME, "home"),
        ),
    )
    .join(SalesOrder, SalesOrder.id == Shipment.order_id)
    .join(Customer, Customer.id == SalesOrder.customer_id)
    .join(Warehouse, Warehouse.id == Shipment.warehouse_id)
    .join(AppMeta, AppMeta.id == 1)
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .outerjoin(Carrier, Carrier.id == CarrierService.carrier_id)
    .outerjoin(_SHIP, _SHIP.id == sa.func.coalesce(Shipment.ship_address_id, SalesOrder.ship_address_id))
    .outerjoin(_BILL, _BILL.id == SalesOrder.bill_address_id)
    .outerjoin(_HOME, _HOME.id == Warehouse.address_id)
    .where(Shipment.id == sa.bindparam("shipment"))
)
_PALLET, _BESIDE = aliased(Package), aliased(Package)
_SHARED = sa.exists().where(_BESIDE.parent_id == _PALLET.id, _BESIDE.shipment_id != Package.shipment_id)
"""Whether parcels of other shipments stand on the pallet, too: then what it weighs is nothing to tell this customer."""
_PARCELS: Any = (
    sa.select(
        *(Package.id, Package.sscc, Package.position, Package.weight_g, Package.state),
        *(
            Package.parent_id,
            _PALLET.sscc.label("pallet"),
            sa.case((_SHARED, 0), else_=_PALLET.weight_g).label("pallet_g"),
        ),
        ShippingLabel.tracking,
    )
    .outerjoin(_PALLET, _PALLET.id == Package.parent_id)
    .outerjoin(ShippingLabel, LIVE)
    .where(Package.shipment_id == sa.bindparam("shipment"), Package.kind == "parcel")
    .order_by(Package.position)
)
_GTIN = (
    sa.select(sa.func.min(ProductBarcode.code))
    .where(
        ProductBarcode.product_id == Product.id,
        ProductBarcode.pack_qty == 1,
        ProductBarcode.kind == "gtin",
    )
    .correlate(Product)
    .scalar_subquery()
)
_GOODS: Any = (
    sa.select(
        *(PackageLine.package_id, PackageLine.qty, Product.sku, Product.name, _GTIN.label("gtin")),
        *(OrderLine.position, Lot.id.label("lot_id"), Lot.code.label("lot"), Lot.expires_on),
        *(Serial.code.label("serial"), PackageLine.shipment_line_id),
    )
    .join(Package, Package.id == PackageLine.package_id)
    .join(ShipmentLine, ShipmentLine.id == PackageLine.shipment_line_id)
    .join(Product, Product.id == ShipmentLine.product_id)
    .join(Lot, Lot.id == PackageLine.lot_id)
    .outerjoin(OrderLine, OrderLine.id == ShipmentLine.order_line_id)
    .outerjoin(Serial, Serial.id == PackageLine.serial_id)
    .where(Package.shipment_id == sa.bindparam("shipment"))
    .order_by(PackageLine.package_id, PackageLine.id)
)
_SENT_BEFORE = (
    sa.select(OutgoingMessage.id)
    .where(
        OutgoingMessage.shipment_id == sa.bindparam("shipment"),
        OutgoingMessage.kind == sa.bindparam("kind"),
        OutgoingMessage.status.in_(("sent", "sending")),
    )
    .limit(1)
)


def read_head(connection: Connection, shipment_id: int) -> Head:
    """A shipment with whom it is for.

    Raises:
        NotFound: there is no such shipment of an order.
    """
    row = must_find(
        connection.execute(_HEAD, {"shipment": shipment_id}).first(), "shipment of an order", shipment_id
    )
    return Head(
        *(row.id, row.number, row.state, row.shipped_at, row.now, row.customer),
        *("fr" if row.language == "fr" else "en", row.despatch_advice, row.despatch_folder, row.notices),
        *(row.email or "", bool(row.collected), row.order, row),
    )


def despatch_content(connection: Connection, head: Head) -> Despatch:
    """What the despatch advice of a shipment that left says."""
    row, named = head.row, {"shipment": head.id}
    assert head.shipped_at is not None
    parcels = connection.execute(_PARCELS, named).all()
    items = _items(connection.execute(_GOODS, named).all())
    units: dict[int, Unit] = {}
    for parcel in parcels:
        unit = Unit(
            *(parcel.sscc, "parcel", parcel.weight_g, parcel.tracking or ""), items=tuple(items[parcel.id])
        )
        if parcel.parent_id is None:
            units[parcel.id] = unit
            continue
        pallet = units.get(-parcel.parent_id) or Unit(parcel.pallet, "pallet", parcel.pallet_g)
        units[-parcel.parent_id] = replace(pallet, units=(*pallet.units, unit))
    kind = DESPATCH_KINDS.get(head.advice, "")
    before = connection.execute(_SENT_BEFORE, named | {"kind": kind}).first()
    to = _address(row, "ship")
    return Despatch(
        number=head.number,
        made_at=head.now,
        shipped_at=head.shipped_at,
        order=head.order,
        reference=row.customer_reference or "",
        supplier=Party(row.company or row.warehouse, row.our_gln, _address(row, "home")),
        buyer=Party(head.customer, row.gln, _address(row, "bill")),
        ship_to=Party((to.company_name or to.name if to else "") or head.customer, "", to),
        carrier=row.carrier or "",
        units=tuple(units.values()),
        due_on=due_of(row),
        replaces=before is not None,
        # Fourteen characters at most, another one each time that a shipment leaves (UNB 0020).
        control=_figures(head.id, 6) + _figures(int(head.shipped_at.timestamp() * 1000), 8),
    )


_FIGURES = string.digits + string.ascii_uppercase


def _figures(number: int, places: int) -> str:
    """The last places of a number in figures and letters, to the base of 36."""
    found = ""
    for _ in range(places):
        number, last = divmod(number, 36)
        found = f"{_FIGURES[last]}{found}"
    return found


def letter_content(connection: Connection, head: Head, package_id: int | None = None) -> ParcelLetter:
    """What a letter about the parcels of a shipment says, or about one of them."""
    row = head.row
    parcels = connection.execute(_PARCELS, {"shipment": head.id}).all()
    url = row.tracking_url or ""
    lines = tuple(
        ParcelLine(parcel.position, parcel.tracking or "", tracking_link(url, parcel.tracking or ""))
        for parcel in parcels
        if package_id is None or parcel.id == package_id
    )
    to = _address(row, "ship") or _address(row, "bill")
    return ParcelLetter(
        name=(to.name or to.company_name if to else "") or head.customer,
        company=row.company or row.warehouse,
        order=head.order,
        reference=row.customer_reference or "",
        carrier=row.carrier or "",
        parcels=lines,
        parcels_in_all=len(parcels),
        due_on=due_of(row),
        language=head.language,
    )


def pickup_content(connection: Connection, head: Head) -> PickupLetter:
    """What the letter to a customer says who fetches a packed shipment."""
    row = head.row
    parcels = connection.execute(_PARCELS, {"shipment": head.id}).all()
    to, home = _address(row, "ship") or _address(row, "bill"), _address(row, "home")
    return PickupLetter(
        name=(to.name or to.company_name if to else "") or head.customer,
        company=row.company or row.warehouse,
        order=head.order,
        reference=row.customer_reference or "",
        code=row.pickup_code,
        parcels=len(parcels),
        warehouse=row.warehouse,
        place=home,
        abroad=home is not None and to is not None and to.country_code != home.country_code,
        language=head.language,
    )


def _address(row: Any, prefix: str) -> PostalAddress | None:
    try:
        return read_address(row, prefix, "", "")
    except NoAddress:
        return None


def _items(rows: Any) -> dict[int, list[Item]]:
    """Goods by parcel, a row each article, order line and lot, with its serial numbers together."""
    found: dict[tuple[int, int, int], Item] = {}
    for row in rows:
        key = (row.package_id, row.shipment_line_id, row.lot_id)
        before = found.get(key)
        serials = (*(before.serials if before else ()), *((row.serial,) if row.serial else ()))
        found[key] = Item(
            *(row.sku, row.gtin or "", row.name, row.qty + (before.qty if before else 0), row.position or 0),
            *(row.lot, row.expires_on, serials),
        )
    parcels: dict[int, list[Item]] = defaultdict(list)
    for (package_id, _, _), item in found.items():
        parcels[package_id].append(item)
    return parcels
