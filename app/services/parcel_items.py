"""What lies in an open parcel, by scans: taken out again, or moved into another parcel of the shipment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict, Refused
from app.models import Lot, Package, PackageLine, Product, Serial, Shipment, ShipmentLine, ShippingLabel
from app.models.bulk import BulkInsert
from app.queries.bench_steps import MOVE, OUT
from app.services.bench import as_piece, forget_piece
from app.services.context import use_case
from app.services.parcel_rows import lock_head, new_package, require
from app.services.resolver import UNKNOWN, resolve
from app.services.rows import must_find
from app.services.scanning import Verdict, answer


@dataclass(frozen=True, slots=True)
class TakenOut:
    """Pieces that lie on the bench again, and the parcel they came out of."""

    shipment_id: int
    product_id: int
    sku: str
    qty: int
    package_id: int


@dataclass(frozen=True, slots=True)
class Piece:
    """What was scanned to be moved: so many pieces of an article, which lie in these open parcels by their positions."""

    product_id: int
    sku: str
    qty: int
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """Pieces that lie in another parcel now: from which positions to which; `opened` where it was begun for them."""

    shipment_id: int
    product_id: int
    sku: str
    qty: int
    package_id: int
    position: int
    sources: tuple[int, ...]
    opened: bool


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


class NoOpenParcel(Conflict):
    """Pieces go only into an open parcel of their own shipment."""

    code = "parcel.not_open"

    def __init__(self, message: str, shipment: str) -> None:
        super().__init__(
            message, hint=f"Scan an open parcel of {shipment}, or press its figure.", shipment=shipment
        )


class ThereAlready(Refused):
    """It lies in that very parcel."""

    code = "parcel.there_already"

    def __init__(self, sku: str, position: int) -> None:
        super().__init__(
            f"{sku} lies in parcel {position} already.",
            hint="Choose another parcel.",
            sku=sku,
            position=position,
        )


class LeftEmpty(Refused):
    """Only the last parcel can go, and only where it never had a label: no other is left empty."""

    code = "parcel.left_empty"

    def __init__(self, sku: str, position: int) -> None:
        super().__init__(
            f"Without {sku} parcel {position} would be empty.",
            hint="Move the goods of the last parcel into this one instead.",
            sku=sku,
            position=position,
        )


_P = cast("sa.Table", Package.__table__)
_L = cast("sa.Table", PackageLine.__table__)
_IN_OPEN = (
    sa.select(
        *(_L.c.id, _L.c.package_id, _L.c.shipment_line_id, _L.c.lot_id, _L.c.serial_id, _L.c.qty),
        *(_P.c.shipment_id, _P.c.position),
        *(
            ShipmentLine.product_id,
            Product.serial_tracked,
            Serial.code.label("serial"),
            Lot.code.label("lot"),
        ),
    )
    .join(_P, _P.c.id == _L.c.package_id)
    .join(ShipmentLine, ShipmentLine.id == _L.c.shipment_line_id)
    .join(Product, Product.id == ShipmentLine.product_id)
    .join(Lot, Lot.id == _L.c.lot_id)
    .outerjoin(Serial, Serial.id == _L.c.serial_id)
    .where(
        _P.c.shipment_id == sa.bindparam("shipment"),
        _P.c.state == "open",
        ShipmentLine.product_id == sa.bindparam("product"),
    )
    .order_by(_L.c.id.desc())
)
_NUMBER = sa.select(Shipment.number).where(Shipment.id == sa.bindparam("shipment"))
_TARGET = sa.select(_P.c.id, _P.c.sscc, _P.c.position, _P.c.state, _P.c.shipment_id).where(
    _P.c.id == sa.bindparam("package"), _P.c.kind == "parcel"
)
_EMPTY_KEPT = (
    sa.select(_P.c.position)
    .where(
        _P.c.shipment_id == sa.bindparam("shipment"),
        _P.c.id.in_(sa.bindparam("ids", expanding=True)),
        ~sa.exists().where(_L.c.package_id == _P.c.id),
        sa.or_(_P.c.position < sa.bindparam("last"), sa.exists().where(ShippingLabel.package_id == _P.c.id)),
    )
    .limit(1)
)
"""A parcel that holds nothing any more, and cannot go."""
_SET_QTY = sa.update(_L).where(_L.c.id == sa.bindparam("line")).values(qty=sa.bindparam("pieces"))
_DROP = sa.delete(_L).where(_L.c.id == sa.bindparam("line"))
_ITEMS = BulkInsert(PackageLine, ("package_id", "shipment_line_id", "lot_id", "serial_id", "qty"))


def remove_pieces(tx: Transaction, line: Any, qty: int) -> None:
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


def put_into(
    tx: Transaction, package_id: int, items: Iterable[tuple[int, int, int | None, int]], shipment_id: int
) -> None:
    """Put (line of the shipment, lot, piece by its number, pieces) into an open parcel."""
    names = ("shipment_line_id", "lot_id", "serial_id", "qty")
    _ITEMS(tx, [{"package_id": package_id} | dict(zip(names, item, strict=True)) for item in items])
    tx.changed("package", package_id)
    tx.changed("shipment", shipment_id)


def _lying(
    reader: Connection | Transaction, shipment_id: int, number: str, code: str, qty: int
) -> tuple[Any, int, Sequence[Any]]:
    """What a code stands for, how many pieces of it are meant, and the lines of open parcels that hold it, latest first.

    Raises:
        NotInAParcel: so many of it lie in no open parcel.
    """
    found = resolve(reader, code)
    if found.kind == UNKNOWN:
        found = as_piece(reader, shipment_id, found)
    wanted = max(1, qty) * found.pack_qty
    rows: list[Any] = []
    if found.kind == "product":
        rows = list(reader.execute(_IN_OPEN, {"shipment": shipment_id, "product": found.id}))
    if rows and rows[0].serial_tracked:
        rows = [row for row in rows if row.serial == found.serial]
    if found.lot:
        # Goods that are not kept by lot lie in the lot without a name: whatever their label says is right.
        rows = [row for row in rows if row.lot in ("", found.lot)]
    if sum(row.qty for row in rows) < wanted:
        raise NotInAParcel(found.label or code[:60], number, sum(row.qty for row in rows))
    return found, wanted, rows


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
    found, wanted, rows = _lying(tx, shipment_id, head.number, code, qty)
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


def piece_to_move(connection: Connection, shipment_id: int, code: str, qty: int = 1) -> Piece:
    """What a scan would move, before anybody says where to.

    Raises:
        NotInAParcel: so many of it lie in no open parcel.
        NotFound: there is no such shipment.
    """
    row = must_find(connection.execute(_NUMBER, {"shipment": shipment_id}).first(), "shipment", shipment_id)
    found, wanted, rows = _lying(connection, shipment_id, row.number, code, qty)
    return Piece(found.id, found.label, wanted, tuple(sorted({row.position for row in rows})))


@use_case(Permission.SHIPMENT_PACK)
def move_scanned(
    tx: Transaction,
    shipment_id: int,
    code: str,
    qty: int = 1,
    *,
    to_package_id: int = 0,
    to_code: str = "",
    first_from: int = 0,
) -> Moved:
    """Move what was scanned from its open parcel into another of the shipment; it keeps its lot and its serial number.

    Args:
        tx: The transaction.
        shipment_id: The shipment at the bench.
        code: An article, a pack of it, or a piece by its serial number.
        qty: How often the code counts.
        to_package_id: The parcel that it goes into.
        to_code: The code of that parcel, where it was scanned; with neither, another parcel is begun.
        first_from: Of several open parcels that hold it, the one that is emptied first; else the one it was put into last.

    Raises:
        NotInAParcel: so many of it lie in no open parcel.
        ThereAlready: it lies in that parcel.
        NoOpenParcel: the parcel is closed, or none of this shipment.
        LeftEmpty: a parcel that has to stay would be empty.
        Conflict: the shipment is not being packed.
        NotFound: there is no such shipment or parcel.
    """
    head = lock_head(tx, shipment_id)
    require(head, ("packing",), "move a piece")
    found, wanted, lying = _lying(tx, shipment_id, head.number, code, qty)
    opened = not to_package_id and not to_code
    target = None if opened else _open_parcel(tx, head, to_package_id, to_code)
    into = target.id if target is not None else 0
    rows = [row for row in lying if row.package_id != into]
    rows.sort(key=lambda row: row.package_id != first_from)
    if (there := sum(row.qty for row in rows)) < wanted:
        if not there:
            raise ThereAlready(found.label, lying[0].position)
        raise NotInAParcel(found.label, head.number, there)
    left, taken = wanted, []
    for row in rows:
        if (pieces := min(left, row.qty)) > 0:
            remove_pieces(tx, row, pieces)
            taken.append((row.package_id, row.shipment_line_id, row.lot_id, row.serial_id, pieces))
            left -= pieces
    sources = {row.package_id: row.position for row in rows if any(one[0] == row.package_id for one in taken)}
    kept = {"shipment": shipment_id, "ids": list(sources), "last": head.parcels + opened}
    if (empty := tx.execute(_EMPTY_KEPT, kept).scalar()) is not None:
        raise LeftEmpty(found.label, empty)
    if target is None:
        parcel = new_package(tx, head)
        into, position = parcel.package_id, parcel.position
    else:
        position = target.position
    put_into(tx, into, (one[1:] for one in taken), shipment_id)
    words = f"{wanted} {found.label} moved into parcel {position}."
    facts = {"package": into, "from": list(sources), "moved": taken, "opened": opened}
    answer(
        tx, "packing", shipment_id, "CMD-MOVE", Verdict.INFO, words, product_id=found.id, did=MOVE, kept=facts
    )
    return Moved(
        *(shipment_id, found.id, found.label, wanted, into, position),
        *(tuple(sorted(sources.values())), opened),
    )


def _open_parcel(tx: Transaction, head: Any, package_id: int, code: str) -> Any:
    """The open parcel of a locked shipment that is meant: by its id, or by the code that was scanned.

    Raises:
        NoOpenParcel: it is closed, or none of this shipment.
        NotFound: there is no such parcel.
    """
    if code:
        found = resolve(tx, code)
        if found.kind != "parcel":
            raise NoOpenParcel(f"{found.label or code[:60]} is no parcel.", head.number)
        package_id = found.id
    parcel = must_find(tx.execute(_TARGET, {"package": package_id}).first(), "parcel", package_id)
    if parcel.shipment_id != head.id:
        raise NoOpenParcel(f"Parcel {parcel.sscc} belongs to another shipment.", head.number)
    if parcel.state != "open":
        raise NoOpenParcel(f"Parcel {parcel.position} is closed.", head.number)
    return parcel
