"""What the packing bench shows: what waits, the shipment that lies on it, and how far its papers are."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import (
    Address,
    Allocation,
    AppUser,
    Carrier,
    CarrierService,
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
    Wave,
)
from app.queries.pages import COUNTED
from app.queries.shipments import OPEN

SHOWN = 8
"""So many waiting shipments can be read from where one stands."""
LATEST_SCANS = 5


@dataclass(frozen=True, slots=True)
class Problem:
    """What a packer reported of picked goods: 'missing' or 'damaged', of which article, how many pieces."""

    problem: str
    sku: str
    qty: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A shipment that is picked, or lies at a bench; `problem` is what was reported of it, if anything."""

    shipment_id: int
    number: str
    order_number: str
    customer: str
    state: str
    packer: str
    packer_name: str
    pick_list: str
    promised_on: date | None
    cut_off: str
    products: int
    pieces: int
    packed: int
    problem: Problem | None


@dataclass(frozen=True, slots=True)
class Queue:
    """The shipments to be packed next, soonest promise first, and how many wait in all (10,001: more than ten thousand)."""

    rows: tuple[Waiting, ...]
    total: int


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
    """A parcel: its weight as read, and as its contents weigh by the catalogue (the box itself not counted)."""

    package_id: int
    position: int
    sscc: str
    state: str
    weight_g: int
    expected_g: int
    pieces: int
    tracking: str
    label_sha: str


@dataclass(frozen=True, slots=True)
class Scanned:
    """A scan of this shipment as it was recorded."""

    at: datetime
    code: str
    verdict: str
    message: str
    sku: str
    name: str
    qty: int


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

    @property
    def picked(self) -> int:
        """Pieces in all."""
        return sum(item.picked for item in self.items)

    @property
    def packed(self) -> int:
        """Pieces that lie in parcels."""
        return sum(item.packed for item in self.items)

    @property
    def open_parcel(self) -> BenchParcel | None:
        """The parcel that scans go into: the latest that is open."""
        return next((parcel for parcel in reversed(self.parcels) if parcel.state == "open"), None)


@dataclass(frozen=True, slots=True)
class Paper:
    """How far a paper is at the printer: 'waiting', 'printing', 'printed', 'failed' or 'cancelled'."""

    job_id: int
    document: str
    status: str
    printer: str
    error: str
    copy: bool


_BENCH = sa.and_(OPEN, Shipment.state.in_(("picked", "packing")))
_LAST_PROBLEM = (
    sa.select(OrderEvent.facts)
    .where(
        OrderEvent.order_id == Shipment.order_id,
        OrderEvent.verb.in_(("packing_problem", "packing_problem_withdrawn")),
    )
    .order_by(OrderEvent.id.desc())
    .limit(1)
    .scalar_subquery()
)
_UNDATED = sa.case((Shipment.promised_on.is_(None), 1), else_=0)
_WAITING = (
    sa.select(
        *(Shipment.id, Shipment.number, SalesOrder.number.label("order_number"), Customer.name),
        *(Shipment.state, Shipment.packer, AppUser.name.label("packer_name"), Wave.number.label("wave")),
        *(Shipment.promised_on, CarrierService.cut_off, _LAST_PROBLEM.label("problem")),
    )
    .outerjoin(SalesOrder, SalesOrder.id == Shipment.order_id)
    .outerjoin(Customer, Customer.id == SalesOrder.customer_id)
    .outerjoin(AppUser, AppUser.login == Shipment.packer)
    .outerjoin(Wave, Wave.id == Shipment.wave_id)
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .where(_BENCH)
    .order_by(_UNDATED, Shipment.promised_on, Shipment.priority.desc(), Shipment.id)
    .limit(sa.bindparam("size"))
)
_SUMS = (
    sa.select(
        ShipmentLine.shipment_id,
        sa.func.count(ShipmentLine.product_id.distinct()).label("products"),
        sa.func.sum(ShipmentLine.picked).label("pieces"),
        sa.func.sum(ShipmentLine.packed).label("packed"),
    )
    .where(ShipmentLine.shipment_id.in_(sa.bindparam("ids", expanding=True)), ShipmentLine.picked > 0)
    .group_by(ShipmentLine.shipment_id)
)
_COUNT = sa.select(sa.func.count()).select_from(
    sa.select(Shipment.id).where(_BENCH).limit(COUNTED).subquery()
)
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
    )
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
        sa.func.coalesce(sa.func.sum(PackageLine.qty * Product.weight_g), 0).label("expected_g"),
        sa.func.coalesce(sa.func.sum(PackageLine.qty), 0).label("pieces"),
        *(ShippingLabel.tracking, ShippingLabel.blob_sha),
    )
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
    )
    .order_by(Package.position)
)
_SCANS = (
    sa.select(
        *(ScanEvent.at, ScanEvent.code, ScanEvent.verdict, ScanEvent.message),
        *(Product.sku, Product.name, ScanEvent.qty),
    )
    .outerjoin(Product, Product.id == ScanEvent.product_id)
    .where(ScanEvent.context == "packing", ScanEvent.context_id == sa.bindparam("shipment"))
    .order_by(ScanEvent.id.desc())
    .limit(LATEST_SCANS)
)
_PAPERS = (
    sa.select(
        PrintJob.id, PrintJob.document, PrintJob.status, PrintJob.printer, PrintJob.error, PrintJob.copy
    )
    .where(PrintJob.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(PrintJob.id)
)


def bench_queue(connection: Connection, size: int = SHOWN) -> Queue:
    """What waits to be packed, soonest promise first."""
    rows = connection.execute(_WAITING, {"size": size}).all()
    sums = {row.shipment_id: row for row in connection.execute(_SUMS, {"ids": [row.id for row in rows]})}
    found = []
    for row in rows:
        mine = sums.get(row.id)
        found.append(
            Waiting(
                shipment_id=row.id,
                number=row.number,
                order_number=row.order_number or "",
                customer=row.name or "",
                state=row.state,
                packer=row.packer,
                packer_name=row.packer_name or row.packer,
                pick_list=row.wave or "",
                promised_on=row.promised_on,
                cut_off=row.cut_off or "",
                products=mine.products if mine else 0,
                pieces=int(mine.pieces) if mine else 0,
                packed=int(mine.packed) if mine else 0,
                problem=_problem(row.problem, row.number),
            )
        )
    total: int = connection.execute(_COUNT).scalar_one()
    return Queue(tuple(found), total)


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
    parcels = tuple(
        BenchParcel(
            *(row.id, row.position, row.sscc, row.state, row.weight_g, int(row.expected_g), int(row.pieces)),
            *(row.tracking or "", row.blob_sha or ""),
        )
        for row in connection.execute(_PARCELS, named)
    )
    scans = tuple(
        Scanned(row.at, row.code, row.verdict, row.message, row.sku or "", row.name or "", row.qty)
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
    )


def papers(connection: Connection, job_ids: Sequence[int]) -> tuple[Paper, ...]:
    """How far these papers are at the printer, in the order they were asked for."""
    if not job_ids:
        return ()
    return tuple(Paper(*row) for row in connection.execute(_PAPERS, {"ids": list(job_ids)}))


def _problem(facts: str | None, number: str) -> Problem | None:
    """The last report of an order's timeline, where it is of this shipment and was not withdrawn."""
    told = json.loads(facts) if facts else {}
    if "problem" not in told or told["shipment"] != number:
        return None
    return Problem(told["problem"], told["sku"], told["qty"])
