"""What the papers say, read from the database: content for `app.documents`, in the customer's or the picker's language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any, cast
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.documents.content import PackingSlip, PickLine, PickList, ReturnLabel, ShipmentLabel, SlipLine
from app.documents.words import Language
from app.domain.packs import split_packs
from app.errors import Conflict
from app.models import (
    Address,
    AppUser,
    Carrier,
    CarrierService,
    Location,
    Lot,
    OrderLine,
    Package,
    PackageLine,
    PickTask,
    Product,
    ProductBarcode,
    ReturnLine,
    ReturnOrder,
    SalesOrder,
    Shipment,
    ShipmentLine,
    Warehouse,
    Wave,
)
from app.services.paper_addresses import address_columns, read_address
from app.services.paper_brand import brand_of
from app.services.rows import must_find

_WAVE = (
    sa.select(
        *(Wave.number, Wave.created_at, Wave.picker, Warehouse.time_zone, AppUser.name.label("picker_name")),
        sa.select(sa.func.min(CarrierService.cut_off))
        .join(Shipment, Shipment.carrier_service_id == CarrierService.id)
        .where(Shipment.wave_id == Wave.id)
        .scalar_subquery()
        .label("cut_off"),
    )
    .join(Warehouse, Warehouse.id == Wave.warehouse_id)
    .outerjoin(AppUser, AppUser.login == Wave.picker)
    .where(Wave.id == sa.bindparam("wave"))
)
_TASKS = (
    sa.select(
        *(
            PickTask.number,
            PickTask.product_id,
            PickTask.shipment_id,
            (PickTask.qty - PickTask.picked).label("qty"),
        ),
        *(
            Location.code.label("place"),
            Location.aisle,
            Location.bay,
            Product.name,
            Product.sku,
            Product.weight_g,
        ),
        *(
            Product.fragile,
            Product.serial_tracked,
            Lot.code.label("lot"),
            Lot.expires_on,
            Shipment.number.label("shipment"),
        ),
    )
    .join(Shipment, Shipment.id == PickTask.shipment_id)
    .join(Location, Location.id == PickTask.from_location_id)
    .join(Product, Product.id == PickTask.product_id)
    .join(Lot, Lot.id == PickTask.lot_id)
    .where(PickTask.wave_id == sa.bindparam("wave"), PickTask.state == "open")
    .order_by(PickTask.walk_seq, Location.code, PickTask.id)
)
_PACKS = sa.select(ProductBarcode.product_id, ProductBarcode.pack_qty).where(
    ProductBarcode.product_id.in_(sa.bindparam("ids", expanding=True)), ProductBarcode.pack_qty > 1
)
_HINTS: dict[Language, tuple[str, str]] = {
    "en": ("fragile", "serial at packing"),
    "fr": ("fragile", "n° de série à l'emballage"),
}


def pick_list_content(
    connection: Connection | Transaction, wave_id: int, language: Language = "en"
) -> PickList:
    """A pick list's open lines in walking order; with several shipments each line says for which it is.

    Raises:
        Conflict: nothing is left to pick on it.
        NotFound: there is no such list.
    """
    wave = must_find(connection.execute(_WAVE, {"wave": wave_id}).first(), "pick list", wave_id)
    tasks = connection.execute(_TASKS, {"wave": wave_id}).all()
    if not tasks:
        raise Conflict(
            f"Nothing is left to pick on {wave.number}.", hint="Look at the list again.", wave=wave.number
        )
    several = len({task.shipment_id for task in tasks}) > 1
    packs = _packs(connection, {task.product_id for task in tasks})
    fragile, serial = _HINTS[language]
    lines = tuple(
        PickLine(
            task=task.number,
            place=task.place,
            bay=f"{task.aisle}-{task.bay}" if task.bay else task.place,
            qty=task.qty,
            packs=split_packs(task.qty, packs[task.product_id]),
            product=task.name,
            sku=task.sku,
            lot=task.lot,
            best_before=task.expires_on,
            hints=(
                *((fragile,) if task.fragile else ()),
                *((serial,) if task.serial_tracked else ()),
                *((task.shipment,) if several else ()),
            ),
        )
        for task in tasks
    )
    return PickList(
        number=wave.number,
        lines=lines,
        language=language,
        shipments=len({task.shipment_id for task in tasks}),
        picker=wave.picker_name or wave.picker,
        released_at=wave.created_at.astimezone(ZoneInfo(wave.time_zone)),
        cut_off=wave.cut_off or "",
        weight_g=sum(task.qty * task.weight_g for task in tasks),
    )


_TO = sa.orm.aliased(Address)
_FROM = sa.orm.aliased(Address)
_SHIPMENT = (
    sa.select(
        *(
            Shipment.number,
            Shipment.state,
            SalesOrder.number.label("order_number"),
            SalesOrder.language,
            SalesOrder.customer_reference,
        ),
        *(SalesOrder.note, Warehouse.name.label("warehouse"), Warehouse.time_zone),
        *(Carrier.name.label("carrier"), CarrierService.name.label("service")),
        *address_columns(_TO, "to"),
        *address_columns(_FROM, "from"),
    )
    .join(Warehouse, Warehouse.id == Shipment.warehouse_id)
    .outerjoin(SalesOrder, SalesOrder.id == Shipment.order_id)
    .outerjoin(_TO, _TO.id == Shipment.ship_address_id)
    .outerjoin(_FROM, _FROM.id == Warehouse.address_id)
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .outerjoin(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(Shipment.id == sa.bindparam("shipment"))
)
_PARCELS = (
    sa.select(Package.id, Package.sscc, Package.position, Package.weight_g, Package.closed_at, Package.state)
    .where(Package.shipment_id == sa.bindparam("shipment"))
    .order_by(Package.position)
)
_INSIDE = (
    sa.select(
        *(Package.position, Product.id.label("product_id"), OrderLine.description, Product.name, Product.sku),
        *(
            Lot.code.label("lot"),
            Lot.expires_on,
            ShipmentLine.order_line_id,
            sa.func.sum(PackageLine.qty).label("qty"),
        ),
    )
    .join(Package, Package.id == PackageLine.package_id)
    .join(ShipmentLine, ShipmentLine.id == PackageLine.shipment_line_id)
    .join(Product, Product.id == ShipmentLine.product_id)
    .join(Lot, Lot.id == PackageLine.lot_id)
    .outerjoin(OrderLine, OrderLine.id == ShipmentLine.order_line_id)
    .where(Package.shipment_id == sa.bindparam("shipment"))
    .group_by(
        *(
            Package.position,
            Product.id,
            OrderLine.description,
            Product.name,
            Product.sku,
            Lot.code,
            Lot.expires_on,
        ),
        *(ShipmentLine.order_line_id, OrderLine.position),
    )
    .order_by(Package.position, OrderLine.position, Product.sku, Lot.code)
)
_FOLLOWS = (
    sa.select(
        OrderLine.id, (OrderLine.qty - OrderLine.cancelled - sa.func.sum(ShipmentLine.qty)).label("qty")
    )
    .join(ShipmentLine, ShipmentLine.order_line_id == OrderLine.id)
    .join(Shipment, Shipment.id == ShipmentLine.shipment_id)
    .where(
        OrderLine.id.in_(sa.bindparam("lines", expanding=True)),
        sa.or_(Shipment.id == sa.bindparam("shipment"), Shipment.state.in_(("shipped", "delivered"))),
    )
    .group_by(OrderLine.id, OrderLine.qty, OrderLine.cancelled)
)


def packing_slip_content(connection: Connection | Transaction, shipment_id: int) -> PackingSlip:
    """What lies in a shipment's parcels, by parcel, lot and product, and what follows later.

    Raises:
        NoAddress: the customer or the warehouse has none.
        NotFound: there is no such shipment.
    """
    head = must_find(
        connection.execute(_SHIPMENT, {"shipment": shipment_id}).first(), "shipment", shipment_id
    )
    inside = connection.execute(_INSIDE, {"shipment": shipment_id}).all()
    parcels = connection.execute(_PARCELS, {"shipment": shipment_id}).all()
    packs = _packs(connection, {row.product_id for row in inside})
    follows = still_to_follow(
        connection, shipment_id, {row.order_line_id for row in inside if row.order_line_id}
    )
    lines = tuple(
        SlipLine(
            product=row.description or row.name,
            sku=row.sku,
            qty=int(row.qty),
            packs=split_packs(int(row.qty), packs[row.product_id]),
            parcel=row.position,
            lot=row.lot,
            best_before=row.expires_on,
            to_follow=follows.pop(row.order_line_id, 0) if row.order_line_id else 0,
        )
        for row in inside
    )
    closed = [parcel.closed_at for parcel in parcels if parcel.closed_at]
    return PackingSlip(
        shipment=head.number,
        order=head.order_number or head.number,
        sender=read_address(head, "from", "warehouse", head.warehouse),
        recipient=read_address(head, "to", "shipment", head.number),
        lines=lines,
        parcels=len(parcels),
        weight_g=sum(parcel.weight_g for parcel in parcels),
        language=language_of(head.language),
        customer_reference=head.customer_reference or "",
        packed_on=_day(max(closed), head.time_zone) if closed else None,
        carrier=" ".join(part for part in (head.carrier, head.service) if part),
        note=head.note or "",
        brand=brand_of(connection),
    )


_ALL_PACKED = ("packed", "shipped", "delivered")
"""States of a shipment to which no parcel is added any more: only now is it known how many there are."""
_PACKAGE = sa.select(Package.id, Package.shipment_id, Package.sscc, Package.position, Package.weight_g).where(
    Package.id == sa.bindparam("package"), Package.kind == "parcel"
)
_SUMS = (
    sa.select(
        sa.func.count(ShipmentLine.product_id.distinct()).label("products"),
        sa.func.coalesce(sa.func.sum(PackageLine.qty), 0).label("pieces"),
        sa.select(sa.func.count())
        .select_from(Package)
        .where(Package.shipment_id == sa.bindparam("shipment"))
        .scalar_subquery()
        .label("parcels"),
    )
    .join(ShipmentLine, ShipmentLine.id == PackageLine.shipment_line_id)
    .where(PackageLine.package_id == sa.bindparam("package"))
)


def shipment_label_content(
    connection: Connection | Transaction, package_id: int, *, tracking: str = ""
) -> ShipmentLabel:
    """The label of a parcel.

    Raises:
        NoAddress: the customer or the warehouse has none.
        NotFound: there is no such parcel.
    """
    parcel = must_find(connection.execute(_PACKAGE, {"package": package_id}).first(), "parcel", package_id)
    head = connection.execute(_SHIPMENT, {"shipment": parcel.shipment_id}).one()
    sums = connection.execute(_SUMS, {"package": package_id, "shipment": parcel.shipment_id}).one()
    recipient = read_address(head, "to", "shipment", head.number)
    return ShipmentLabel(
        sscc=parcel.sscc,
        sender=read_address(head, "from", "warehouse", head.warehouse),
        recipient=recipient,
        order=head.order_number or head.number,
        weight_g=parcel.weight_g,
        parcel=parcel.position,
        parcels=sums.parcels if head.state in _ALL_PACKED else None,
        products=sums.products,
        pieces=int(sums.pieces),
        carrier=head.carrier or "",
        service=head.service or "",
        route=f"{recipient.country_code} {recipient.postal_code}".strip(),
        tracking=tracking,
        language=language_of(head.language),
    )


_RETURN = (
    sa.select(
        *(ReturnOrder.number, SalesOrder.number.label("order_number"), SalesOrder.language),
        Warehouse.name.label("warehouse"),
        *address_columns(_TO, "to"),
        *address_columns(_FROM, "from"),
    )
    .join(SalesOrder, SalesOrder.id == ReturnOrder.order_id)
    .join(Warehouse, Warehouse.id == ReturnOrder.warehouse_id)
    .outerjoin(_TO, _TO.id == Warehouse.address_id)
    .outerjoin(_FROM, _FROM.id == SalesOrder.ship_address_id)
    .where(ReturnOrder.id == sa.bindparam("return"))
)
_RETURN_LINES = (
    sa.select(ReturnLine.qty, OrderLine.description, Product.name)
    .join(OrderLine, OrderLine.id == ReturnLine.order_line_id)
    .join(Product, Product.id == ReturnLine.product_id)
    .where(ReturnLine.return_id == sa.bindparam("return"))
    .order_by(ReturnLine.id)
)


def return_label_content(connection: Connection | Transaction, return_id: int) -> ReturnLabel:
    """The label with which a customer sends goods back.

    Raises:
        NoAddress: the customer or the warehouse has none.
        NotFound: there is no such return.
    """
    head = must_find(connection.execute(_RETURN, {"return": return_id}).first(), "return", return_id)
    rows = connection.execute(_RETURN_LINES, {"return": return_id}).all()
    return ReturnLabel(
        number=head.number,
        order=head.order_number,
        sender=read_address(head, "from", "order", head.order_number),
        recipient=read_address(head, "to", "warehouse", head.warehouse),
        lines=tuple((row.qty, row.description or row.name) for row in rows),
        language=language_of(head.language),
    )


def _packs(connection: Connection | Transaction, product_ids: set[int]) -> Mapping[int, list[int]]:
    """The sizes of the packs in which products come."""
    found: dict[int, list[int]] = defaultdict(list)
    if product_ids:
        for row in connection.execute(_PACKS, {"ids": sorted(product_ids)}):
            found[row.product_id].append(row.pack_qty)
    return found


def still_to_follow(
    connection: Connection | Transaction, shipment_id: int, line_ids: set[int]
) -> dict[int, int]:
    """Pieces of order lines that neither left nor leave with this shipment."""
    if not line_ids:
        return {}
    rows = connection.execute(_FOLLOWS, {"lines": sorted(line_ids), "shipment": shipment_id})
    return {row.id: int(row.qty) for row in rows if row.qty > 0}


def language_of(text: str | None) -> Language:
    """The language of a paper; English where the customer's is not known."""
    return cast(Language, text) if text in ("en", "fr") else "en"


def _day(instant: Any, time_zone: str) -> date:
    day: date = instant.astimezone(ZoneInfo(time_zone)).date()
    return day
