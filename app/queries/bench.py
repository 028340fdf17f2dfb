"""What lies on the packing bench: the shipment with its articles, parcels and scans, and how far its papers are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import (
    Address,
    Allocation,
    AppMeta,
    AppUser,
    Carrier,
    CarrierService,
    Carton,
    Customer,
    Location,
    Lot,
    OrderEvent,
    Package,
    PackageLine,
    PrintJob,
    Product,
    SalesOrder,
    ScanEvent,
    Shipment,
    ShipmentLine,
    ShippingLabel,
)

LATEST_SCANS = 5


@dataclass(frozen=True, slots=True)
class Item:
    """An article of the shipment: pieces picked for it, pieces that lie in parcels; lots with their dates as picked."""

    product_id: int
    sku: str
    name: str
    picked: int
    packed: int
    weight_g: int
    fragile: bool
    serial_tracked: bool
    lots: tuple[tuple[str, date | None], ...]

    @property
    def left(self) -> int:
        """Pieces that still lie on the bench."""
        return self.picked - self.packed


@dataclass(frozen=True, slots=True)
class BenchParcel:
    """A parcel: its weight as read, and as its contents weigh by the catalogue with the box that was chosen for it.

    `goods_g` are the contents alone; `known` is False where an article among them has no weight. `box` and `carton_id` are
    empty where no box was chosen; `weighed` is where the weight comes from. `goods` are the articles in it with their pieces,
    told where the shipment has several parcels.
    """

    package_id: int
    position: int
    sscc: str
    state: str
    weight_g: int
    goods_g: int
    pieces: int
    tracking: str
    label_sha: str
    carton_id: int = 0
    box: str = ""
    tare_g: int = 0
    weighed: str = ""
    known: bool = True
    goods: tuple[tuple[str, int], ...] = ()

    @property
    def expected_g(self) -> int:
        """What contents and box should weigh."""
        return self.goods_g + self.tare_g


@dataclass(frozen=True, slots=True)
class Scanned:
    """A scan of this shipment as it was recorded; `undid` names the step that it took back, '' for none."""

    at: datetime
    code: str
    verdict: str
    message: str
    sku: str
    name: str
    qty: int
    undid: str


@dataclass(frozen=True, slots=True)
class AtBench:
    """A shipment with all that its packer needs to see; `since` is when its packing began, where that is known."""

    shipment_id: int
    number: str
    state: str
    order_id: int | None
    order_number: str
    customer: str
    town: str
    carrier: str
    cut_off: str
    promised_on: date | None
    packer: str
    packer_name: str
    since: datetime | None
    items: tuple[Item, ...]
    parcels: tuple[BenchParcel, ...]
    scans: tuple[Scanned, ...]
    warehouse_id: int = 0
    tolerance_permille: int = 0
    tolerance_g: int = 0

    @property
    def picked(self) -> int:
        """Pieces in all."""
        return sum(item.picked for item in self.items)

    @property
    def packed(self) -> int:
        """Pieces that lie in parcels."""
        return sum(item.packed for item in self.items)


@dataclass(frozen=True, slots=True)
class Article:
    """An article as people call it."""

    product_id: int
    sku: str
    name: str


@dataclass(frozen=True, slots=True)
class Paper:
    """How far a paper is at the printer: 'waiting', 'printing', 'printed', 'failed' or 'cancelled'."""

    job_id: int
    document: str
    status: str
    printer: str
    error: str
    copy: bool


_SINCE = (
    sa.select(sa.func.max(OrderEvent.at))
    .where(OrderEvent.order_id == Shipment.order_id, OrderEvent.verb == "packing")
    .scalar_subquery()
)
_HEAD = (
    sa.select(
        *(Shipment.id, Shipment.number, Shipment.state, Shipment.order_id, Shipment.promised_on),
        *(SalesOrder.number.label("order_number"), Customer.name.label("customer")),
        *(Address.company_name, Address.name.label("person"), Address.postal_code, Address.city),
        *(Carrier.name.label("carrier"), CarrierService.name.label("service"), CarrierService.cut_off),
        *(Shipment.packer, AppUser.name.label("packer_name"), _SINCE.label("since")),
        *(Shipment.warehouse_id, AppMeta.tolerance_permille, AppMeta.tolerance_g),
    )
    .select_from(Shipment)
    .join(AppMeta, AppMeta.id == 1)
    .outerjoin(SalesOrder, SalesOrder.id == Shipment.order_id)
    .outerjoin(Customer, Customer.id == SalesOrder.customer_id)
    .outerjoin(Address, Address.id == Shipment.ship_address_id)
    .outerjoin(AppUser, AppUser.login == Shipment.packer)
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .outerjoin(Carrier, Carrier.id == CarrierService.carrier_id)
    .where(Shipment.id == sa.bindparam("shipment"))
)
_ITEMS = (
    sa.select(
        *(Product.id, Product.sku, Product.name, Product.weight_g, Product.fragile, Product.serial_tracked),
        sa.func.sum(ShipmentLine.picked + ShipmentLine.shipped).label("picked"),
        sa.func.sum(ShipmentLine.packed).label("packed"),
    )
    .join(Product, Product.id == ShipmentLine.product_id)
    .where(
        ShipmentLine.shipment_id == sa.bindparam("shipment"), ShipmentLine.picked + ShipmentLine.shipped > 0
    )
    .group_by(
        *(Product.id, Product.sku, Product.name, Product.weight_g, Product.fragile, Product.serial_tracked)
    )
    .order_by(sa.func.min(ShipmentLine.id))
)
_LOTS = (
    sa.select(Allocation.product_id, Lot.code, Lot.expires_on)
    .join(ShipmentLine, ShipmentLine.id == Allocation.shipment_line_id)
    .join(Lot, Lot.id == Allocation.lot_id)
    .join(Location, Location.id == Allocation.location_id)
    .where(
        ShipmentLine.shipment_id == sa.bindparam("shipment"),
        Allocation.qty > 0,
        ~Location.sellable,
        sa.or_(Lot.code != "", Lot.expires_on.is_not(None)),
    )
    .distinct()
    .order_by(Lot.expires_on, Lot.code)
)
_PARCELS = (
    sa.select(
        *(Package.id, Package.position, Package.sscc, Package.state, Package.weight_g),
        sa.func.coalesce(sa.func.sum(PackageLine.qty * Product.weight_g), 0).label("goods_g"),
        sa.func.coalesce(sa.func.sum(PackageLine.qty), 0).label("pieces"),
        sa.func.coalesce(sa.func.min(Product.weight_g), 1).label("lightest"),
        *(ShippingLabel.tracking, ShippingLabel.blob_sha),
        *(Package.carton_id, Package.box, Package.weighed, Carton.name.label("carton"), Carton.tare_g),
    )
    .select_from(Package)
    .outerjoin(Carton, Carton.id == Package.carton_id)
    .outerjoin(PackageLine, PackageLine.package_id == Package.id)
    .outerjoin(ShipmentLine, ShipmentLine.id == PackageLine.shipment_line_id)
    .outerjoin(Product, Product.id == ShipmentLine.product_id)
    .outerjoin(
        ShippingLabel, sa.and_(ShippingLabel.package_id == Package.id, ShippingLabel.voided_at.is_(None))
    )
    .where(Package.shipment_id == sa.bindparam("shipment"))
    .group_by(
        *(Package.id, Package.position, Package.sscc, Package.state, Package.weight_g),
        *(ShippingLabel.tracking, ShippingLabel.blob_sha),
        *(Package.carton_id, Package.box, Package.weighed, Carton.name, Carton.tare_g),
    )
    .order_by(Package.position)
)
_CONTENTS = (
    sa.select(PackageLine.package_id, Product.name, sa.func.sum(PackageLine.qty).label("qty"))
    .join(Package, Package.id == PackageLine.package_id)
    .join(ShipmentLine, ShipmentLine.id == PackageLine.shipment_line_id)
    .join(Product, Product.id == ShipmentLine.product_id)
    .where(Package.shipment_id == sa.bindparam("shipment"))
    .group_by(PackageLine.package_id, Product.id, Product.name)
    .order_by(sa.func.min(PackageLine.shipment_line_id))
)
_STEP = sa.orm.aliased(ScanEvent)
_SCANS = (
    sa.select(
        *(ScanEvent.at, ScanEvent.code, ScanEvent.verdict, ScanEvent.message),
        *(Product.sku, Product.name, ScanEvent.qty, _STEP.did.label("undid")),
    )
    .outerjoin(Product, Product.id == ScanEvent.product_id)
    .outerjoin(_STEP, _STEP.id == ScanEvent.undoes_id)
    .where(ScanEvent.context == "packing", ScanEvent.context_id == sa.bindparam("shipment"))
    .order_by(ScanEvent.id.desc())
    .limit(LATEST_SCANS)
)
_ARTICLE = sa.select(Product.id, Product.sku, Product.name).where(Product.id == sa.bindparam("product"))
_PAPERS = (
    sa.select(
        PrintJob.id, PrintJob.document, PrintJob.status, PrintJob.printer, PrintJob.error, PrintJob.copy
    )
    .where(PrintJob.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(PrintJob.id)
)


def at_bench(connection: Connection, shipment_id: int) -> AtBench | None:
    """A shipment as its packer sees it; None where there is no such shipment.

    Reads the address that it goes to, so it takes the right to pack.
    """
    named = {"shipment": shipment_id}
    head = connection.execute(_HEAD, named).first()
    if head is None:
        return None
    lots: dict[int, list[tuple[str, date | None]]] = defaultdict(list)
    for row in connection.execute(_LOTS, named):
        lots[row.product_id].append((row.code, row.expires_on))
    items = tuple(
        Item(
            *(row.id, row.sku, row.name, int(row.picked), int(row.packed), row.weight_g),
            *(row.fragile, row.serial_tracked, tuple(lots[row.id])),
        )
        for row in connection.execute(_ITEMS, named)
    )
    boxes = connection.execute(_PARCELS, named).all()
    goods: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for lies in connection.execute(_CONTENTS, named) if len(boxes) > 1 else ():
        goods[lies.package_id].append((lies.name, int(lies.qty)))
    parcels = tuple(
        BenchParcel(
            *(row.id, row.position, row.sscc, row.state, row.weight_g, int(row.goods_g), int(row.pieces)),
            *(row.tracking or "", row.blob_sha or "", row.carton_id or 0, row.carton or row.box),
            *(row.tare_g or 0, row.weighed, row.lightest > 0, tuple(goods[row.id])),
        )
        for row in boxes
    )
    scans = tuple(
        Scanned(
            *(row.at, row.code, row.verdict, row.message, row.sku or "", row.name or ""),
            *(row.qty, row.undid or ""),
        )
        for row in connection.execute(_SCANS, named)
    )
    return AtBench(
        shipment_id=head.id,
        number=head.number,
        state=head.state,
        order_id=head.order_id,
        order_number=head.order_number or "",
        customer=str(head.customer or head.company_name or head.person or ""),
        town=f"{head.postal_code or ''} {head.city or ''}".strip(),
        carrier=" ".join(word for word in (head.carrier, head.service) if word),
        cut_off=head.cut_off or "",
        promised_on=head.promised_on,
        packer=head.packer,
        packer_name=head.packer_name or head.packer,
        since=head.since,
        items=items,
        parcels=parcels,
        scans=scans,
        warehouse_id=head.warehouse_id,
        tolerance_permille=head.tolerance_permille,
        tolerance_g=head.tolerance_g,
    )


def papers(connection: Connection, job_ids: Sequence[int]) -> tuple[Paper, ...]:
    """How far these papers are at the printer, in the order they were asked for."""
    if not job_ids:
        return ()
    return tuple(Paper(*row) for row in connection.execute(_PAPERS, {"ids": list(job_ids)}))


def article(connection: Connection, product_id: int) -> Article | None:
    """Which article an id stands for."""
    row = connection.execute(_ARTICLE, {"product": product_id}).first()
    return Article(*row) if row is not None else None
