"""What a scan at the bench stands for: which of the picked goods, right or wrong, and which piece by its serial number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.models import Allocation, Location, Lot, PackageLine, Product, Serial, ShipmentLine
from app.services.ledger import LedgerRow, post_moves
from app.services.resolver import Resolved
from app.services.scanning import Verdict


@dataclass(frozen=True, slots=True)
class Goods:
    """Pieces of a lot of a line at the bench."""

    line_id: int
    lot_id: int
    lot: str
    expires_on: date | None
    left: int


_PACKED = (
    sa.select(sa.func.coalesce(sa.func.sum(PackageLine.qty), 0))
    .where(
        PackageLine.shipment_line_id == Allocation.shipment_line_id, PackageLine.lot_id == Allocation.lot_id
    )
    .scalar_subquery()
)
GOODS = (
    sa.select(
        *(Allocation.shipment_line_id, Allocation.lot_id, Lot.code.label("lot"), Lot.expires_on, Product.sku),
        *(Product.serial_tracked, ShipmentLine.picked, ShipmentLine.packed.label("line_packed")),
        (sa.func.sum(Allocation.qty) - _PACKED).label("left"),
    )
    .join(ShipmentLine, ShipmentLine.id == Allocation.shipment_line_id)
    .join(Product, Product.id == Allocation.product_id)
    .join(Lot, Lot.id == Allocation.lot_id)
    .join(Location, Location.id == Allocation.location_id)
    .where(
        ShipmentLine.shipment_id == sa.bindparam("shipment"),
        Allocation.product_id == sa.bindparam("product"),
        Allocation.qty > 0,
        ~Location.sellable,
    )
    .group_by(
        *(
            Allocation.shipment_line_id,
            Allocation.lot_id,
            Lot.code,
            Lot.expires_on,
            Product.sku,
            Product.serial_tracked,
        ),
        *(ShipmentLine.picked, ShipmentLine.packed),
    )
    .order_by(Lot.expires_on, Allocation.shipment_line_id, Allocation.lot_id)
)
_SERIAL = (
    sa.select(
        *(Serial.id, Serial.lot_id, Serial.location_id, Location.sellable, Location.physical),
        sa.exists().where(PackageLine.serial_id == Serial.id).label("packed"),
    )
    .outerjoin(Location, Location.id == Serial.location_id)
    .where(Serial.product_id == sa.bindparam("product"), Serial.code == sa.bindparam("code"))
)
_BENCH_PLACE = (
    sa.select(Allocation.location_id)
    .join(Location, Location.id == Allocation.location_id)
    .where(
        Allocation.shipment_line_id == sa.bindparam("line"),
        Allocation.lot_id == sa.bindparam("lot"),
        Allocation.qty > 0,
        ~Location.sellable,
    )
    .limit(1)
)
_IDENTIFY = sa.select(
    sa.func.identify_serial(
        sa.bindparam("serial", type_=sa.BigInteger),
        sa.bindparam("line", type_=sa.BigInteger),
        sa.bindparam("bench", type_=sa.BigInteger),
        sa.bindparam("key", type_=sa.Text),
    )
)


def judge(
    rows: Sequence[Any], found: Resolved, pieces: int, today: date
) -> tuple[Verdict, str, list[tuple[Goods, int]]]:
    """Right or wrong, why, and which goods the scan stands for."""
    if not rows:
        return Verdict.WRONG, f"{found.label} does not belong to this shipment. Put it aside.", []
    goods = [Goods(row.shipment_line_id, row.lot_id, row.lot, row.expires_on, int(row.left)) for row in rows]
    if found.expires is not None and found.expires < today:
        return Verdict.EXPIRED, f"{found.label} expired on {found.expires:%d.%m.%Y}. Do not send it.", []
    if found.lot:
        goods = [one for one in goods if one.lot == found.lot]
        if not goods:
            picked = ", ".join(sorted({row.lot for row in rows})) or "none"
            return Verdict.WRONG_LOT, f"{found.label}: lot {found.lot} was not picked; picked: {picked}.", []
    if found.expires is not None:
        goods = [one for one in goods if one.expires_on in (None, found.expires)]
        if not goods:
            return Verdict.WRONG_LOT, f"{found.label}: goods with this date were not picked.", []
    if any(one.expires_on is not None and one.expires_on < today for one in goods):
        return Verdict.EXPIRED, f"The picked lot of {found.label} has expired. Do not send it.", []
    chosen: list[tuple[Goods, int]] = []
    wanted = pieces
    for one in goods:
        taken = min(wanted, one.left)
        if taken > 0:
            chosen.append((one, taken))
            wanted -= taken
    if wanted:
        left = sum(one.left for one in goods)
        words = (
            f"all {left + sum(int(row.line_packed) for row in rows)} are packed"
            if not left
            else f"only {left} are left to pack"
        )
        return Verdict.TOO_MANY, f"{found.label}: {pieces} scanned, but {words}.", []
    return Verdict.RIGHT, "", chosen


def name_piece(
    tx: Transaction, found: Resolved, rows: Sequence[Any]
) -> tuple[Verdict, str, int | None, list[tuple[Goods, int]]]:
    """Which piece a serial number is; from now on the books know that it lies at the bench."""
    if not found.serial:
        return Verdict.SERIAL_NEEDED, f"Scan the serial number of {found.label}.", None, []
    row = tx.execute(_SERIAL, {"product": found.id, "code": found.serial}).first()
    if row is None or row.packed or not row.physical:
        why = "is not known" if row is None else "is packed already" if row.packed else "is not in the house"
        return Verdict.SERIAL_WRONG, f"Serial number {found.serial} of {found.label} {why}.", None, []
    mine = next((one for one in rows if one.lot_id == row.lot_id and one.left > 0), None)
    if mine is None:
        return (
            Verdict.SERIAL_WRONG,
            f"Serial number {found.serial} belongs to a lot that was not picked.",
            None,
            [],
        )
    if row.sellable:
        _identify(tx, found.id, row, mine)
    goods = Goods(mine.shipment_line_id, mine.lot_id, mine.lot, mine.expires_on, int(mine.left))
    return Verdict.RIGHT, "", row.id, [(goods, 1)]


def _identify(tx: Transaction, product_id: int, serial: Any, goods: Any) -> None:
    """Say in the ledger which piece was picked: one piece goes back unnamed and comes again by its number."""
    place = {"line": goods.shipment_line_id, "lot": goods.lot_id}
    bench: int = tx.execute(_BENCH_PLACE, place).scalar_one()
    if tx.postgresql:
        parameters = {"serial": serial.id, "line": goods.shipment_line_id, "bench": bench, "key": tx.op_key}
        tx.execute(_IDENTIFY, parameters)
        tx.changed("stock", product_id)
        return
    for source, target, number in ((bench, serial.location_id, None), (serial.location_id, bench, serial.id)):
        post_moves(
            tx,
            [
                LedgerRow(
                    "pick",
                    product_id,
                    1,
                    lot_id=goods.lot_id,
                    to_lot_id=goods.lot_id,
                    from_location_id=source,
                    to_location_id=target,
                    shipment_line_id=goods.shipment_line_id,
                    serial_id=number,
                    reason="identify",
                )
            ],
        )
