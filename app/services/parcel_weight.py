"""What a parcel should weigh, whether the weight that was read is right, and which box it is packed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.domain.scale import verdict
from app.domain.text import kilograms
from app.errors import BadInput, Conflict, NotFound, Refused
from app.models import Carton, Package, PackageLine, Product, ShipmentLine
from app.queries.bench_steps import BOX
from app.services.bench_steps import keep_step
from app.services.context import use_case
from app.services.parcel_rows import begin, lock_head, new_package
from app.services.rows import must_find

HEAVIEST_G = 2_000_000
"""No parcel weighs more than two tonnes; a larger number is a slip of the scale."""
REASONS = ("filling", "catalogue", "extra", "other")
"""Why a weight is right that is not the expected one: filling material, a wrong weight in the catalogue, something
added on purpose, something else."""


class WeightOff(Refused):
    """The weight is not what goods and box should weigh."""

    code = "parcel.weight_off"

    def __init__(self, position: int, expected_g: int, read_g: int) -> None:
        super().__init__(
            f"Parcel {position} weighs {kilograms(read_g)}; {kilograms(expected_g)} are expected.",
            hint="Look whether all is in it and nothing else, and weigh again; or accept the weight with a reason.",
            position=position,
            expected_g=expected_g,
            read_g=read_g,
        )


class Overloaded(Refused):
    """The goods are heavier than the box bears."""

    code = "parcel.overloaded"

    def __init__(self, carton: str, bears_g: int, goods_g: int) -> None:
        super().__init__(
            f"Box {carton} bears {kilograms(bears_g)}; its goods weigh {kilograms(goods_g)}.",
            hint="Take a stronger box, or pack two parcels.",
            carton=carton,
            bears_g=bears_g,
            goods_g=goods_g,
        )


@dataclass(frozen=True, slots=True)
class Content:
    """What lies in a parcel, and its box (`carton` None where it has none of ours); `known` where every article has a weight.

    `chosen_id` is the box that was chosen for it before, 0 for none.
    """

    pieces: int
    goods_g: int
    known: bool
    carton: Any | None
    chosen_id: int = 0

    @property
    def expected_g(self) -> int:
        """What goods and box weigh by our own figures."""
        return self.goods_g + (self.carton.tare_g if self.carton is not None else 0)


@dataclass(frozen=True, slots=True)
class BoxChosen:
    """The box of an open parcel now and before; 0 for none. `opened` where the parcel was opened for it."""

    package_id: int
    shipment_id: int
    carton_id: int
    name: str
    was_id: int
    opened: bool

    @property
    def changed(self) -> bool:
        """Whether there is anything to undo."""
        return self.opened or self.carton_id != self.was_id

    @property
    def kept(self) -> dict[str, object]:
        """What undoing it takes."""
        return {"package": self.package_id, "was": self.was_id, "opened": self.opened}


_GOODS = (
    sa.select(
        sa.func.coalesce(sa.func.sum(PackageLine.qty), 0).label("pieces"),
        sa.func.coalesce(sa.func.sum(PackageLine.qty * Product.weight_g), 0).label("goods_g"),
        sa.func.coalesce(sa.func.min(Product.weight_g), 0).label("lightest"),
        sa.select(Package.carton_id)
        .where(Package.id == sa.bindparam("package"))
        .scalar_subquery()
        .label("carton_id"),
    )
    .select_from(PackageLine)
    .join(ShipmentLine, ShipmentLine.id == PackageLine.shipment_line_id)
    .join(Product, Product.id == ShipmentLine.product_id)
    .where(PackageLine.package_id == sa.bindparam("package"))
)
_CARTON = sa.select(
    *(Carton.id, Carton.code, Carton.name, Carton.active, Carton.tare_g, Carton.max_weight_g),
    *(Carton.outer_length_mm, Carton.outer_width_mm, Carton.outer_height_mm),
).where(Carton.id == sa.bindparam("carton"))
_BOX_OF = (
    sa.select(Package.id, Package.carton_id)
    .where(Package.shipment_id == sa.bindparam("shipment"), Package.state == "open")
    .order_by(Package.position.desc())
    .limit(1)
)
_SET_BOX = (
    sa.update(Package)
    .where(Package.id == sa.bindparam("package"), Package.state == "open")
    .values(carton_id=sa.bindparam("carton"))
)


def content_of(tx: Transaction, package_id: int, carton_id: int = 0) -> Content:
    """What lies in a parcel, in the box that was chosen for it, else in the one that is given.

    Raises:
        NotFound: there is no such box.
    """
    row = tx.execute(_GOODS, {"package": package_id}).one()
    box = row.carton_id or carton_id
    carton = must_find(tx.execute(_CARTON, {"carton": box}).first(), "box", box) if box else None
    return Content(int(row.pieces), int(row.goods_g), row.lightest > 0, carton, int(row.carton_id or 0))


def judge_weight(
    content: Content, head: Any, parcel: Any, weight_g: int, weighed: str, reason: str
) -> tuple[int, bool]:
    """The weight to be kept, and whether it was accepted though it is not the expected one.

    Raises:
        BadInput: where the weight comes from, or the reason, is not known.
        WeightOff, Overloaded: see there.
    """
    if weighed not in ("", "scale", "typed", "computed"):
        raise BadInput(
            f"{weighed!r} is no way to weigh.", hint="Weigh it, or type its weight.", field="weighed"
        )
    if reason and reason not in REASONS:
        raise BadInput(
            f"{reason!r} is no reason for a weight.", hint="Choose one of the list.", field="reason"
        )
    box = content.carton
    if box is not None and 0 < box.max_weight_g < content.goods_g:
        raise Overloaded(box.name, box.max_weight_g, content.goods_g)
    if weighed == "computed":
        return min(content.expected_g, HEAVIEST_G), False
    # An article without a weight in the catalogue makes the sum a guess: nothing is held against it.
    expected = content.expected_g if weighed in ("scale", "typed") and content.known else None
    off = verdict(expected, weight_g, head.tolerance_permille, head.tolerance_g) in ("light", "heavy")
    if off and not reason:
        raise WeightOff(parcel.position, content.expected_g, weight_g)
    return weight_g, off


def box_values(
    content: Content, box: str, size_mm: tuple[int, int, int]
) -> tuple[tuple[int, int, int], dict[str, object]]:
    """The outer sizes of a parcel, and what is kept of its box with it."""
    carton = content.carton
    kept: dict[str, object] = {"box": box}
    if carton is not None:
        kept = {"carton_id": carton.id, "box": carton.name}
        size_mm = (carton.outer_length_mm, carton.outer_width_mm, carton.outer_height_mm)
    return size_mm, kept | dict(zip(("length_mm", "width_mm", "height_mm"), size_mm, strict=True))


def restore_box(tx: Transaction, package_id: int, carton_id: int) -> str:
    """Give an open parcel the box that it had, in use or not (0: none); its name.

    Raises:
        Conflict: the parcel is not open.
    """
    found = tx.execute(_SET_BOX, {"package": package_id, "carton": carton_id or None})
    if found.rowcount != 1:
        raise Conflict(
            "The parcel of this box is closed.", hint="Open it again first.", package_id=package_id
        )
    tx.changed("package", package_id)
    row = tx.execute(_CARTON, {"carton": carton_id}).first() if carton_id else None
    return str(row.name) if row is not None else ""


@use_case(Permission.SHIPMENT_PACK)
def choose_box(tx: Transaction, shipment_id: int, carton_id: int) -> BoxChosen:
    """Pack the open parcel of a shipment in this box; the first choice opens the parcel. 0 takes the choice back.

    Raises:
        NotFound: there is no such shipment or box.
        Conflict: the shipment is not at a bench, or the box is not in use any more.
    """
    chosen = set_box(tx, shipment_id, carton_id)
    if chosen.changed:
        words = f"Box {chosen.name} is taken." if chosen.name else "No box is chosen."
        keep_step(tx, shipment_id, BOX, words, **chosen.kept)
    return chosen


def set_box(tx: Transaction, shipment_id: int, carton_id: int) -> BoxChosen:
    """As `choose_box`, for who records the step with more of it."""
    head = lock_head(tx, shipment_id)
    if head.state not in ("picked", "packing"):
        raise Conflict(
            f"Shipment {head.number} is {head.state}; no box can be chosen for it.",
            hint="Open it again first.",
            shipment=head.number,
            state=head.state,
        )
    carton = (
        must_find(tx.execute(_CARTON, {"carton": carton_id}).first(), "box", carton_id) if carton_id else None
    )
    if carton is not None and not carton.active:
        raise Conflict(
            f"Box {carton.name} is not in use any more.", hint="Choose another one.", carton=carton.code
        )
    found = tx.execute(_BOX_OF, {"shipment": shipment_id}).first()
    if found is None and carton is None:
        raise NotFound(
            f"{head.number} has no open parcel.", hint="Scan an article first.", shipment=head.number
        )
    if found is None:
        if head.state == "picked":
            begin(tx, head)
        package_id = new_package(tx, head, carton_id=carton_id).package_id
    else:
        package_id = found.id
        tx.execute(_SET_BOX, {"package": package_id, "carton": carton_id or None})
        tx.changed("package", package_id)
        tx.changed("shipment", shipment_id)
    name = str(carton.name) if carton is not None else ""
    was = int(found.carton_id or 0) if found is not None else 0
    return BoxChosen(package_id, shipment_id, carton_id, name, was, found is None)
