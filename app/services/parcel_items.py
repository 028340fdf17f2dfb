"""What lies in a parcel: taken out again, or put into another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict, Refused
from app.models import Package, PackageLine, Product, Serial, ShipmentLine
from app.queries.bench_steps import OUT
from app.services.bench import as_piece, forget_piece
from app.services.context import use_case
from app.services.parcel_rows import PARCEL, lock_head
from app.services.resolver import UNKNOWN, resolve
from app.services.rows import must_find
from app.services.scanning import Verdict, answer


@dataclass(frozen=True, slots=True)
class Content:
    """A line of a parcel after something was taken out or put in; 0 pieces when it is gone."""

    package_line_id: int
    package_id: int
    qty: int


@dataclass(frozen=True, slots=True)
class TakenOut:
    """Pieces that lie on the bench again, and the parcel they came out of."""

    shipment_id: int
    product_id: int
    sku: str
    qty: int
    package_id: int


class NotInAParcel(Refused):
    """What was scanned lies in no open parcel."""

    code = "parcel.not_in_it"

    def __init__(self, label: str, shipment: str, there: int) -> None:
        super().__init__(
            f"{label}: {there} in the open parcels of {shipment}.",
            hint="Scan what lies in an open parcel; a closed one is opened again first.",
            label=label,
            shipment=shipment,
            there=there,
        )


_P = cast("sa.Table", Package.__table__)
_L = cast("sa.Table", PackageLine.__table__)
_LINE = (
    sa.select(
        _L.c.id,
        _L.c.package_id,
        _L.c.shipment_line_id,
        _L.c.lot_id,
        _L.c.serial_id,
        _L.c.qty,
        _P.c.shipment_id,
        _P.c.state,
        ShipmentLine.product_id,
    )
    .join(_P, _P.c.id == _L.c.package_id)
    .join(ShipmentLine, ShipmentLine.id == _L.c.shipment_line_id)
    .where(_L.c.id == sa.bindparam("line"))
)
_IN_OPEN = (
    sa.select(
        *(_L.c.id, _L.c.package_id, _L.c.shipment_line_id, _L.c.lot_id, _L.c.serial_id, _L.c.qty),
        _P.c.shipment_id,
        *(ShipmentLine.product_id, Product.serial_tracked, Serial.code.label("serial")),
    )
    .join(_P, _P.c.id == _L.c.package_id)
    .join(ShipmentLine, ShipmentLine.id == _L.c.shipment_line_id)
    .join(Product, Product.id == ShipmentLine.product_id)
    .outerjoin(Serial, Serial.id == _L.c.serial_id)
    .where(
        _P.c.shipment_id == sa.bindparam("shipment"),
        _P.c.state == "open",
        ShipmentLine.product_id == sa.bindparam("product"),
    )
    .order_by(_L.c.id.desc())
)
_NEW_LINE = sa.insert(_L).returning(_L.c.id)
_SET_QTY = sa.update(_L).where(_L.c.id == sa.bindparam("line")).values(qty=sa.bindparam("pieces"))
_DROP = sa.delete(_L).where(_L.c.id == sa.bindparam("line"))


@use_case(Permission.SHIPMENT_PACK)
def take_out(tx: Transaction, package_line_id: int, qty: int) -> Content:
    """Take pieces out of an open parcel; they lie on the bench again.

    Raises:
        BadInput: more than lie in it, or none.
        Conflict: the parcel is not open.
        NotFound: there is no such line.
    """
    _, line = _lock_line(tx, package_line_id)
    content = remove_pieces(tx, line, qty)
    forget_piece(tx, line.product_id, line.shipment_line_id, line.serial_id)
    return content


@use_case(Permission.SHIPMENT_PACK)
def move_item(tx: Transaction, package_line_id: int, to_package_id: int, qty: int) -> Content:
    """Put pieces of one open parcel into another of the same shipment.

    Raises:
        BadInput: more than lie in it, or none.
        Conflict: a parcel is not open, or belongs to another shipment.
        NotFound: there is no such line or parcel.
    """
    _, line = _lock_line(tx, package_line_id)
    target = must_find(tx.execute(PARCEL, {"package": to_package_id}).first(), "parcel", to_package_id)
    if target.shipment_id != line.shipment_id or target.state != "open":
        raise Conflict(
            "Pieces go only into an open parcel of the same shipment.",
            hint="Open the parcel first.",
            package_id=to_package_id,
            state=target.state,
        )
    remove_pieces(tx, line, qty)
    values = {name: getattr(line, name) for name in ("shipment_line_id", "lot_id", "serial_id")}
    made: int = tx.execute(_NEW_LINE, {"package_id": to_package_id, "qty": qty} | values).scalar_one()
    tx.changed("package", to_package_id)
    return Content(made, to_package_id, qty)


def remove_pieces(tx: Transaction, line: Any, qty: int) -> Content:
    """Take pieces off a line of an open parcel; a line without pieces goes.

    Raises:
        BadInput: more than lie in it, or none.
    """
    if not 0 < qty <= line.qty:
        raise BadInput(
            f"{qty} cannot be taken out; {line.qty} lie in the parcel.",
            hint=f"Enter 1 to {line.qty}.",
            qty=qty,
            there=line.qty,
        )
    if qty == line.qty:
        tx.execute(_DROP, {"line": line.id})
    else:
        tx.execute(_SET_QTY, {"line": line.id, "pieces": line.qty - qty})
    tx.changed("package", line.package_id)
    tx.changed("shipment", line.shipment_id)
    return Content(line.id, line.package_id, line.qty - qty)


def _lock_line(tx: Transaction, line_id: int) -> tuple[Any, Any]:
    """A line of an open parcel under the lock of its shipment, and the shipment."""
    line = must_find(tx.execute(_LINE, {"line": line_id}).first(), "line of a parcel", line_id)
    head = lock_head(tx, line.shipment_id)
    line = must_find(tx.execute(_LINE, {"line": line_id}).first(), "line of a parcel", line_id)
    if line.state != "open":
        raise Conflict(
            f"The parcel is {line.state}.",
            hint="Open it again first.",
            package_id=line.package_id,
            state=line.state,
        )
    return head, line


@use_case(Permission.SHIPMENT_PACK)
def take_out_scanned(tx: Transaction, shipment_id: int, code: str, qty: int = 1) -> TakenOut:
    """Take what was scanned out of the open parcel that it was put into last; it lies on the bench again.

    Args:
        tx: The transaction.
        shipment_id: The shipment at the bench.
        code: An article, a pack of it, or a piece by its serial number.
        qty: How often the code counts.

    Raises:
        NotInAParcel: so many of it lie in no open parcel.
        NotFound: there is no such shipment.
    """
    head = lock_head(tx, shipment_id)
    found = resolve(tx, code)
    if found.kind == UNKNOWN:
        found = as_piece(tx, shipment_id, found)
    wanted = max(1, qty) * found.pack_qty
    rows = []
    if found.kind == "product":
        rows = list(tx.execute(_IN_OPEN, {"shipment": shipment_id, "product": found.id}))
    if rows and rows[0].serial_tracked:
        rows = [row for row in rows if row.serial == found.serial]
    if sum(row.qty for row in rows) < wanted:
        raise NotInAParcel(found.label or code[:60], head.number, sum(row.qty for row in rows))
    left = wanted
    out: list[tuple[object, ...]] = []
    for row in rows:
        if (pieces := min(left, row.qty)) > 0:
            remove_pieces(tx, row, pieces)
            forget_piece(tx, row.product_id, row.shipment_line_id, row.serial_id)
            out.append((row.package_id, row.shipment_line_id, row.lot_id, row.serial or "", pieces))
            left -= pieces
    words = f"{wanted} {found.label} taken out again."
    kept = {"package": rows[0].package_id, "out": out}
    answer(
        tx, "packing", shipment_id, "CMD-OUT", Verdict.INFO, words, product_id=found.id, did=OUT, kept=kept
    )
    return TakenOut(shipment_id, found.id, found.label, wanted, rows[0].package_id)
