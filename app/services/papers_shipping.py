"""What delivery note and waybill say, read from the database; `papers_customs.py` and `papers_hazards.py` read the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.documents.content_shipping import (
    DeliveryLine,
    DeliveryNote,
    HazardLine,
    LotSent,
    ParcelSent,
    Waybill,
)
from app.documents.words import Language, word
from app.domain.customs import declared
from app.domain.hazards import Hazard, lacking, transport_line
from app.errors import Conflict, Refused
from app.models import (
    Address,
    Carrier,
    CarrierService,
    Lot,
    OrderLine,
    Package,
    PackageLine,
    Product,
    SalesOrder,
    Serial,
    Shipment,
    ShipmentLine,
    Warehouse,
)
from app.services.paper_addresses import address_columns, read_address
from app.services.paper_brand import brand_of
from app.services.papers import language_of, still_to_follow
from app.services.rows import local_day, must_find

_TO = sa.orm.aliased(Address)
_FROM = sa.orm.aliased(Address)
_PALLET = sa.orm.aliased(Package)
SHOWN = 3
"""Names of goods that a waybill calls; the others are counted."""


class NothingPacked(Conflict):
    """Papers of a shipment are about its parcels."""

    code = "papers.nothing_packed"

    def __init__(self, shipment: str) -> None:
        super().__init__(
            f"{shipment} has no closed parcel yet.",
            hint="Pack it first, then print its papers.",
            shipment=shipment,
        )


class HazardDataMissing(Refused):
    """A transport document needs words about dangerous goods that nobody wrote down (ADR 5.4.1.1.1)."""

    code = "papers.hazard_data"


HEAD = (
    sa.select(
        *(Shipment.id, Shipment.number, Shipment.kind, Shipment.shipped_at, Shipment.packer),
        *(SalesOrder.number.label("order_number"), SalesOrder.language, SalesOrder.customer_reference),
        *(SalesOrder.note, SalesOrder.currency, Warehouse.name.label("warehouse"), Warehouse.time_zone),
        *(Carrier.name.label("carrier"), CarrierService.name.label("service")),
        *address_columns(_TO, "to"),
        *(_TO.phone.label("to_phone"), _TO.email.label("to_email")),
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
    sa.select(
        *(Package.id, Package.position, Package.sscc, Package.weight_g, Package.closed_at),
        *(Package.length_mm, Package.width_mm, Package.height_mm, _PALLET.sscc.label("pallet")),
    )
    .outerjoin(_PALLET, _PALLET.id == Package.parent_id)
    .where(Package.shipment_id == sa.bindparam("shipment"), Package.state.not_in(("open", "lost")))
    .order_by(Package.position)
)
_LINES = (
    sa.select(
        *(ShipmentLine.id, ShipmentLine.order_line_id, ShipmentLine.product_id, ShipmentLine.qty),
        *(OrderLine.description, (OrderLine.qty - OrderLine.cancelled).label("ordered")),
        *(Product.name, Product.sku),
    )
    .join(Product, Product.id == ShipmentLine.product_id)
    .outerjoin(OrderLine, OrderLine.id == ShipmentLine.order_line_id)
    .where(ShipmentLine.shipment_id == sa.bindparam("shipment"))
    .order_by(OrderLine.position, Product.sku, ShipmentLine.id)
)
_PACKED = (
    sa.select(
        *(PackageLine.shipment_line_id, PackageLine.package_id, Package.position, PackageLine.qty),
        *(Lot.code.label("lot"), Lot.expires_on, Serial.code.label("serial")),
    )
    .join(Package, Package.id == PackageLine.package_id)
    .join(Lot, Lot.id == PackageLine.lot_id)
    .outerjoin(Serial, Serial.id == PackageLine.serial_id)
    .where(Package.shipment_id == sa.bindparam("shipment"), Package.state.not_in(("open", "lost")))
    .order_by(Package.position, Lot.code, Serial.code, PackageLine.id)
)
PACKED_GOODS = (
    sa.select(
        *(PackageLine.package_id, Product.id, Product.sku, Product.name, Product.weight_g),
        *(Product.un_number, Product.shipping_name, Product.hazard_class, Product.packing_group),
        *(Product.tunnel_code, Product.limited_quantity, sa.func.sum(PackageLine.qty).label("qty")),
    )
    .join(Package, Package.id == PackageLine.package_id)
    .join(ShipmentLine, ShipmentLine.id == PackageLine.shipment_line_id)
    .join(Product, Product.id == ShipmentLine.product_id)
    .where(Package.shipment_id == sa.bindparam("shipment"), Package.state.not_in(("open", "lost")))
    .group_by(PackageLine.package_id, Product.id)
    .order_by(Product.sku, PackageLine.package_id)
)


@dataclass(slots=True)
class _Sent:
    """A line of a delivery note while it is gathered."""

    product: str
    sku: str
    product_id: int
    ordered: int
    sent: int = 0
    parcels: dict[int, None] = field(default_factory=dict)
    lots: dict[tuple[str, Any], int] = field(default_factory=lambda: defaultdict(int))
    serials: list[str] = field(default_factory=list)


def read_shipment(connection: Connection | Transaction, shipment_id: int) -> tuple[Any, list[Any]]:
    """A shipment with its closed parcels in their order.

    Raises:
        NotFound: there is no such shipment.
        NothingPacked: none of its parcels is closed.
    """
    head = must_find(connection.execute(HEAD, {"shipment": shipment_id}).first(), "shipment", shipment_id)
    parcels = list(connection.execute(_PARCELS, {"shipment": shipment_id}))
    if not parcels:
        raise NothingPacked(head.number)
    return head, parcels


def delivery_note_content(connection: Connection | Transaction, shipment_id: int) -> DeliveryNote:
    """What a shipment's delivery note says: every line with what was ordered, is sent and follows.

    Raises:
        NoAddress: the customer or the warehouse has none.
        NothingPacked: none of its parcels is closed.
        NotFound: there is no such shipment.
    """
    head, parcels = read_shipment(connection, shipment_id)
    named = {"shipment": shipment_id}
    goods = connection.execute(PACKED_GOODS, named).all()
    hazards = {row.id: transport_line(hazard) for row in goods if (hazard := hazard_of(row))}
    gathered: dict[Any, _Sent] = {}
    key_of: dict[int, Any] = {}
    for row in connection.execute(_LINES, named):
        key = ("order", row.order_line_id) if row.order_line_id else ("product", row.product_id)
        key_of[row.id] = key
        if key not in gathered:
            words = (row.description or row.name, row.sku, row.product_id)
            gathered[key] = _Sent(*words, 0 if row.ordered is None else row.ordered)
        if row.ordered is None:
            gathered[key].ordered += row.qty
    follows = still_to_follow(connection, shipment_id, {line for what, line in gathered if what == "order"})
    for packed in connection.execute(_PACKED, named):
        line = gathered[key_of[packed.shipment_line_id]]
        line.sent += packed.qty
        line.parcels[packed.position] = None
        if packed.lot:
            line.lots[(packed.lot, packed.expires_on)] += packed.qty
        if packed.serial:
            line.serials.append(packed.serial)
    lines = tuple(
        DeliveryLine(
            product=line.product,
            sku=line.sku,
            ordered=line.ordered,
            sent=line.sent,
            to_follow=follows.get(key[1], 0) if key[0] == "order" else 0,
            parcels=tuple(line.parcels),
            lots=tuple(LotSent(code, qty, expires) for (code, expires), qty in line.lots.items()),
            serials=tuple(line.serials),
            hazard=hazards.get(line.product_id, ""),
        )
        for key, line in gathered.items()
        if line.ordered or line.sent
    )
    return DeliveryNote(
        shipment=head.number,
        order=head.order_number or head.number,
        sender=read_address(head, "from", "warehouse", head.warehouse),
        recipient=read_address(head, "to", "shipment", head.number),
        lines=lines,
        parcels=parcels_sent(parcels),
        language=language_of(head.language),
        customer_reference=head.customer_reference or "",
        day=_day(head, parcels),
        carrier=carrier_of(head),
        note=head.note or "",
        limited_g=_limited_g(parcels, goods),
        brand=brand_of(connection),
    )


def waybill_content(connection: Connection | Transaction, shipment_id: int) -> Waybill:
    """What a shipment's waybill says.

    Raises:
        NoAddress: the customer or the warehouse has none.
        HazardDataMissing: dangerous goods lack words that the law wants; names the article.
        NothingPacked: none of its parcels is closed.
        NotFound: there is no such shipment.
    """
    head, parcels = read_shipment(connection, shipment_id)
    goods = connection.execute(PACKED_GOODS, {"shipment": shipment_id}).all()
    language = language_of(head.language)
    sender = read_address(head, "from", "warehouse", head.warehouse)
    recipient = read_address(head, "to", "shipment", head.number)
    documents = [f"{word('delivery_note', language)} {head.number}"]
    if declared(sender, recipient):
        documents.append(word("cn_title", language))
    return Waybill(
        number=head.number,
        order=head.order_number or head.number,
        sender=sender,
        recipient=recipient,
        parcels=parcels_sent(parcels),
        goods=_named(dict.fromkeys(row.name for row in goods), language),
        carrier=carrier_of(head),
        language=language,
        taken_over_at=f"{sender.postal_code} {sender.city}".strip(),
        day=_day(head, parcels),
        documents=tuple(documents),
        instructions=head.note or "",
        hazards=_hazards(goods),
        limited_g=_limited_g(parcels, goods),
        brand=brand_of(connection),
    )


def hazard_of(row: Any) -> Hazard:
    """What a product's columns say of it as dangerous goods; nothing where it is none."""
    return Hazard(
        *(row.un_number, row.shipping_name, row.hazard_class, row.packing_group),
        *(row.tunnel_code, row.limited_quantity),
    )


def carrier_of(head: Any) -> str:
    """The carrier with its service."""
    return " ".join(part for part in (head.carrier, head.service) if part)


def parcels_sent(parcels: Iterable[Any]) -> tuple[ParcelSent, ...]:
    """Parcels as papers name them; 1,000 cubic millimetres are a millilitre."""
    return tuple(
        ParcelSent(
            row.position,
            row.sscc,
            row.weight_g,
            row.length_mm * row.width_mm * row.height_mm // 1000,
            row.pallet or "",
        )
        for row in parcels
    )


def _day(head: Any, parcels: Iterable[Any]) -> Any:
    """The day on which a shipment left or, until then, was closed."""
    closed = [row.closed_at for row in parcels if row.closed_at]
    moment = head.shipped_at or (max(closed) if closed else None)
    return local_day(moment, head.time_zone) if moment else None


def _named(names: Iterable[str], language: Language) -> str:
    known = list(names)
    more = [word("more_products", language, len(known) - SHOWN)] if len(known) > SHOWN else []
    return ", ".join([*known[:SHOWN], *more])


def _limited_g(parcels: Iterable[Any], goods: Iterable[Any]) -> int:
    """The gross weight of the parcels that hold goods in limited quantities (ADR 3.4.12)."""
    holding = {row.package_id for row in goods if row.un_number and row.limited_quantity}
    return sum(row.weight_g for row in parcels if row.id in holding)


def _hazards(goods: Iterable[Any]) -> tuple[HazardLine, ...]:
    parcels: dict[str, set[int]] = defaultdict(set)
    grams: dict[str, int] = defaultdict(int)
    for row in goods:
        hazard = hazard_of(row)
        if not hazard or hazard.limited:
            continue
        _check_words(row.sku, hazard)
        words = transport_line(hazard)
        parcels[words].add(row.package_id)
        grams[words] += int(row.qty) * row.weight_g
    return tuple(HazardLine(words, len(parcels[words]), grams[words]) for words in sorted(parcels))


def _check_words(sku: str, hazard: Hazard) -> None:
    missing = lacking(hazard)
    if "shipping_name" in missing:
        raise HazardDataMissing(
            f"{sku} is dangerous goods and has no proper shipping name.",
            hint="Write it in the product's fields.",
            sku=sku,
            field="shipping_name",
        )
    if missing:
        raise HazardDataMissing(
            f"{sku} is dangerous goods and has no tunnel restriction code.",
            hint="Write it in the product's fields; - where there is none.",
            sku=sku,
            field="tunnel_code",
        )
