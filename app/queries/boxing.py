"""Which box a parcel is packed in: the proposal for a shipment, the boxes to choose from, and whether a chosen one does.

What lies in closed parcels is out of the reckoning; what lies in the open one is packed together with what is still on the bench.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.domain.box_points import Goods, Size
from app.domain.box_words import why_words
from app.domain.boxes import Box, Parcel, Proposal, Why, chargeable_g, choose
from app.domain.boxes import fits as goods_fit
from app.models import CarrierService, Carton, Package, PackageLine, Product, Shipment, ShipmentLine


@dataclass(frozen=True, slots=True)
class CartonChoice:
    """A box that is in use here: sizes in millimetres, weights in grams, a `max_weight_g` of 0 is no limit."""

    carton_id: int
    code: str
    name: str
    barcode: str
    kind: str
    inner_mm: Size
    outer_mm: Size
    tare_g: int
    max_weight_g: int


@dataclass(frozen=True, slots=True)
class BoxProposal:
    """The box that is proposed for the parcel at hand, or why there is none (`carton_id` is 0 then).

    Attributes:
        carton_id, code, name: The box.
        inner_mm, outer_mm: Its sizes.
        tare_g: Its own weight.
        fill_percent: How much of its room the goods take.
        goods_g: What the goods in it weigh, as far as their weights are known.
        expected_g: Goods and box; 0 where the weight of an article is not known.
        chargeable_g: What the carrier charges for: the more of weight and room; 0 where the weight is not known.
        parcels: How many parcels everything takes.
        boxes: The codes of their boxes, this one first.
        unweighed: The SKUs of articles without a weight.
        why: Why nothing is proposed, in words; empty where something is.
    """

    carton_id: int = 0
    code: str = ""
    name: str = ""
    inner_mm: Size = (0, 0, 0)
    outer_mm: Size = (0, 0, 0)
    tare_g: int = 0
    fill_percent: int = 0
    goods_g: int = 0
    expected_g: int = 0
    chargeable_g: int = 0
    parcels: int = 0
    boxes: tuple[str, ...] = ()
    unweighed: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class BoxFit:
    """Whether what lies in a parcel fits a box that somebody chose; `why` says what is against it.

    `certain` is False where no way was found to lay the goods, which a person may find; everything else is measured.
    """

    fits: bool
    why: str = ""
    certain: bool = True
    fill_percent: int = 0
    goods_g: int = 0
    expected_g: int = 0


@dataclass(frozen=True, slots=True)
class _Packed:
    """What is to be packed: goods by product, their names, the SKUs of those without weight."""

    goods: tuple[Goods, ...]
    names: dict[int, str]
    unweighed: tuple[str, ...]

    def named(self, keys: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.names[key] for key in keys)


_HEAD = (
    sa.select(
        Shipment.warehouse_id,
        sa.func.coalesce(CarrierService.max_weight_g, 0).label("max_weight_g"),
        sa.func.coalesce(CarrierService.max_length_mm, 0).label("max_length_mm"),
        sa.func.coalesce(CarrierService.max_girth_mm, 0).label("max_girth_mm"),
        sa.func.coalesce(CarrierService.volume_divisor, 0).label("volume_divisor"),
    )
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .where(Shipment.id == sa.bindparam("shipment"))
)
_SHAPE = (
    *(Product.id, Product.sku, Product.name, Product.length_mm, Product.width_mm, Product.height_mm),
    *(Product.weight_g, Product.upright, Product.fragile),
)
_CLOSED = (
    sa.select(sa.func.coalesce(sa.func.sum(PackageLine.qty), 0))
    .join(Package, Package.id == PackageLine.package_id)
    .where(PackageLine.shipment_line_id == ShipmentLine.id, Package.state != "open")
    .correlate(ShipmentLine)
    .scalar_subquery()
)
_TO_PACK = sa.select(*_SHAPE, (ShipmentLine.picked + ShipmentLine.shipped - _CLOSED).label("qty")).join(
    Product, Product.id == ShipmentLine.product_id
)
_ON_BENCH = _TO_PACK.where(
    ShipmentLine.shipment_id == sa.bindparam("shipment"), ShipmentLine.picked + ShipmentLine.shipped > 0
).order_by(ShipmentLine.id)
_IN_PARCEL = (
    sa.select(*_SHAPE, PackageLine.qty)
    .join(ShipmentLine, ShipmentLine.id == PackageLine.shipment_line_id)
    .join(Product, Product.id == ShipmentLine.product_id)
    .where(PackageLine.package_id == sa.bindparam("package"))
    .order_by(PackageLine.id)
)
_SHIPMENT_OF = sa.select(Package.shipment_id).where(Package.id == sa.bindparam("package"))
_BOX = sa.select(
    *(Carton.id, Carton.code, Carton.name, Carton.barcode, Carton.kind),
    *(Carton.inner_length_mm, Carton.inner_width_mm, Carton.inner_height_mm),
    *(Carton.outer_length_mm, Carton.outer_width_mm, Carton.outer_height_mm),
    *(Carton.tare_g, Carton.max_weight_g),
)
_THIS_BOX = _BOX.where(Carton.id == sa.bindparam("carton"))
_IN_USE = _BOX.where(
    Carton.active,
    Carton.kind != "pallet",
    sa.or_(Carton.warehouse_id.is_(None), Carton.warehouse_id == sa.bindparam("warehouse")),
).order_by(
    Carton.outer_length_mm * Carton.outer_width_mm * sa.cast(Carton.outer_height_mm, sa.BigInteger),
    Carton.code,
)


def cartons(connection: Connection, warehouse_id: int) -> tuple[CartonChoice, ...]:
    """The boxes and envelopes in use at a warehouse, the smallest first."""
    return tuple(_choice(row) for row in connection.execute(_IN_USE, {"warehouse": warehouse_id}))


def proposal(connection: Connection, shipment_id: int) -> BoxProposal | None:
    """The smallest box for what is on the bench and in the open parcel; None where there is no such shipment.

    Boxes that the carrier's service does not take (weight, longest side, girth) are not proposed. Three statements.
    """
    head = connection.execute(_HEAD, {"shipment": shipment_id}).first()
    if head is None:
        return None
    packed = _packed(connection.execute(_ON_BENCH, {"shipment": shipment_id}).all())
    known = {one.carton_id: one for one in cartons(connection, head.warehouse_id)}
    found = choose(packed.goods, [box for one in known.values() if (box := _within(one, head)) is not None])
    if found.why is not None:
        return BoxProposal(why=why_words(found.why, packed.named(found.keys)), unweighed=packed.unweighed)
    parcel = found.parcels[0]
    chosen = known[parcel.box.key]
    expected = 0 if packed.unweighed else parcel.total_g
    return BoxProposal(
        *(chosen.carton_id, chosen.code, chosen.name, chosen.inner_mm, chosen.outer_mm, chosen.tare_g),
        fill_percent=parcel.fill_percent,
        goods_g=parcel.goods_g,
        expected_g=expected,
        chargeable_g=chargeable_g(expected, chosen.outer_mm, head.volume_divisor) if expected else 0,
        parcels=len(found.parcels),
        boxes=tuple(known[one.box.key].code for one in found.parcels),
        unweighed=packed.unweighed,
    )


def fits(connection: Connection, package_id: int, carton_id: int) -> BoxFit:
    """Whether what lies in a parcel now fits a box that was scanned or chosen by hand; an empty parcel fits every box.

    The carrier's limits are looked at too. Sizes that are not known do not stop anybody: `fits` is True and `why` tells.
    """
    row = connection.execute(_THIS_BOX, {"carton": carton_id}).first()
    shipment = connection.execute(_SHIPMENT_OF, {"package": package_id}).scalar()
    if row is None or shipment is None:
        return BoxFit(False, why_words(Why.NO_BOX))
    head = connection.execute(_HEAD, {"shipment": shipment}).one()
    packed = _packed(connection.execute(_IN_PARCEL, {"package": package_id}).all())
    choice = _choice(row)
    goods_g = sum(one.qty * one.weight_g for one in packed.goods)
    expected = 0 if packed.unweighed else goods_g + choice.tare_g
    box = _within(choice, head)
    if box is None:
        return BoxFit(False, why_words(Why.NO_BOX, box=choice.code), goods_g=goods_g, expected_g=expected)
    found = goods_fit(packed.goods, box) if packed.goods else Proposal((Parcel(box, (), 0),))
    if found.why is None:
        return BoxFit(True, "", True, found.parcels[0].fill_percent, goods_g, expected)
    words = why_words(found.why, packed.named(found.keys), choice.code)
    return BoxFit(
        fits=found.why is Why.SIZES_UNKNOWN,
        why=words,
        certain=found.why is not Why.NOT_FOUND,
        goods_g=goods_g,
        expected_g=expected,
    )


def _choice(row: Any) -> CartonChoice:
    return CartonChoice(
        *(row.id, row.code, row.name, row.barcode, row.kind),
        (row.inner_length_mm, row.inner_width_mm, row.inner_height_mm),
        (row.outer_length_mm, row.outer_width_mm, row.outer_height_mm),
        *(row.tare_g, row.max_weight_g),
    )


def _within(choice: CartonChoice, limits: Any) -> Box | None:
    """A box as the rules see it, its weight limit lowered to the carrier's; None where the carrier does not take it at all."""
    small, middle, large = sorted(choice.outer_mm)
    if limits.max_length_mm and large > limits.max_length_mm:
        return None
    if limits.max_girth_mm and large + 2 * (small + middle) > limits.max_girth_mm:
        return None
    most = choice.max_weight_g
    if limits.max_weight_g:
        carried = limits.max_weight_g - choice.tare_g
        if carried <= 0:
            return None
        most = min(most, carried) if most else carried
    return Box(
        *(choice.carton_id, choice.inner_mm, choice.outer_mm, choice.tare_g, most),
        soft=choice.kind == "envelope",
    )


def _packed(rows: Sequence[Any]) -> _Packed:
    """The goods by product: lines of the same article are one."""
    counts: dict[int, int] = {}
    for row in rows:
        counts[row.id] = counts.get(row.id, 0) + int(row.qty)
    shapes = {row.id: row for row in rows if counts[row.id] > 0}
    goods = tuple(
        Goods(
            *(key, (row.length_mm, row.width_mm, row.height_mm), row.weight_g, counts[key]),
            *(row.upright, row.fragile),
        )
        for key, row in shapes.items()
    )
    unweighed = tuple(row.sku for row in shapes.values() if not row.weight_g)
    return _Packed(goods, {key: row.name or row.sku for key, row in shapes.items()}, unweighed)
