"""What a scan at the bench stands for: which of the picked goods, right or wrong, and which piece by its serial number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.models import (
    Allocation,
    Location,
    Lot,
    PackageLine,
    Product,
    Serial,
    Shipment,
    ShipmentLine,
    StockMove,
)
from app.services.ledger import LedgerRow, mirror, post_moves
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


@dataclass(frozen=True, slots=True)
class Judged:
    """What a scan of an article turned out to be.

    Attributes:
        verdict: Right, or what is wrong with it.
        message: Why, in English; empty where it is right.
        chosen: The goods that it stands for, with how many of each.
        serial_id: The piece, where it has a number.
        facts: Plain values behind the message.
    """

    verdict: Verdict
    message: str = ""
    chosen: tuple[tuple[Goods, int], ...] = ()
    serial_id: int | None = None
    facts: dict[str, str | int] = field(default_factory=dict)


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
_OF_PRODUCT = (
    sa.select(Product.id, Product.sku)
    .join(Serial, Serial.product_id == Product.id)
    .join(ShipmentLine, ShipmentLine.product_id == Product.id)
    .where(
        Serial.code == sa.bindparam("code"),
        ShipmentLine.shipment_id == sa.bindparam("shipment"),
        ShipmentLine.qty > 0,
        Product.serial_tracked,
    )
    .distinct()
    .limit(2)
)
_STANDS_WITH = (
    # A line holds goods where the piece stands: long shipped parcels of a piece that came back are not meant.
    Allocation.location_id == Serial.location_id,
    Allocation.lot_id == Serial.lot_id,
    Allocation.qty > 0,
)
_SERIAL = (
    sa.select(
        *(Serial.id, Serial.lot_id, Serial.location_id),
        sa.and_(
            Location.sellable,
            Location.warehouse_id
            == sa.select(Shipment.warehouse_id)
            .where(Shipment.id == sa.bindparam("shipment"))
            .scalar_subquery(),
        ).label("in_bin"),
        sa.exists()
        .where(
            *_STANDS_WITH,
            ShipmentLine.id == Allocation.shipment_line_id,
            ShipmentLine.shipment_id == sa.bindparam("shipment"),
        )
        .label("at_bench"),
        sa.exists()
        .where(
            *_STANDS_WITH,
            PackageLine.shipment_line_id == Allocation.shipment_line_id,
            PackageLine.serial_id == Serial.id,
        )
        .label("packed"),
    )
    .outerjoin(Location, Location.id == Serial.location_id)
    .where(Serial.product_id == sa.bindparam("product"), Serial.code == sa.bindparam("code"))
)
STANDS_AT_BENCH = (
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


_M = cast("sa.Table", StockMove.__table__)
_UNDONE = _M.alias("undone")
_IDENTIFIED = (
    sa.select(_M)
    .where(
        _M.c.shipment_line_id == sa.bindparam("line"),
        _M.c.kind == "pick",
        _M.c.reason == "identify",
        _M.c.reverses_id.is_(None),
        ~sa.exists().where(_UNDONE.c.reverses_id == _M.c.id),
    )
    .order_by(_M.c.id.desc())
)
_FORGET = sa.select(
    sa.func.forget_serial(
        sa.bindparam("serial", type_=sa.BigInteger),
        sa.bindparam("line", type_=sa.BigInteger),
        sa.bindparam("key", type_=sa.Text),
    )
)


def as_piece(tx: Connection | Transaction, shipment_id: int, found: Resolved) -> Resolved:
    """An unknown code as the article whose serial number it is, where this shipment holds just one such article.

    Many makers print the number as a barcode of its own beside the article's.
    """
    if "\0" in found.code:
        return found
    rows = tx.execute(_OF_PRODUCT, {"shipment": shipment_id, "code": found.code}).all()
    if len(rows) != 1:
        return found
    return replace(found, kind="product", id=rows[0].id, label=rows[0].sku, serial=found.code)


def judge(rows: Sequence[Any], found: Resolved, pieces: int, today: date) -> Judged:
    """Right or wrong, why, and which goods the scan stands for."""
    facts: dict[str, str | int] = {"sku": found.label, "pieces": pieces}
    if not rows:
        return _wrong(Verdict.WRONG, f"{found.label} does not belong to this shipment. Put it aside.", facts)
    goods = [Goods(row.shipment_line_id, row.lot_id, row.lot, row.expires_on, int(row.left)) for row in rows]
    if found.expires is not None and found.expires < today:
        facts["expires"] = found.expires.isoformat()
        return _wrong(
            Verdict.EXPIRED, f"{found.label} expired on {found.expires:%d.%m.%Y}. Do not send it.", facts
        )
    if found.lot:
        # Goods that are not kept by lot lie in the lot without a name: whatever their label says is right.
        goods = sorted(
            (one for one in goods if one.lot in ("", found.lot)), key=lambda one: one.lot != found.lot
        )
        if not goods:
            picked = ", ".join(sorted({row.lot for row in rows}))
            return _wrong(
                Verdict.WRONG_LOT,
                f"{found.label}: lot {found.lot} was not picked; picked: {picked}.",
                facts | {"lot": found.lot, "picked": picked},
            )
    if found.expires is not None:
        goods = [one for one in goods if one.expires_on in (None, found.expires)]
        if not goods:
            return _wrong(
                Verdict.WRONG_LOT,
                f"{found.label}: goods with this date were not picked.",
                facts | {"expires": found.expires.isoformat()},
            )
    if any(one.expires_on is not None and one.expires_on < today and one.left > 0 for one in goods):
        return _wrong(Verdict.EXPIRED, f"The picked lot of {found.label} has expired. Do not send it.", facts)
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
            f"all {sum(_packed_of(rows).values())} are packed"
            if not left
            else f"only {left} are left to pack"
        )
        return _wrong(
            Verdict.TOO_MANY, f"{found.label}: {pieces} scanned, but {words}.", facts | {"left": left}
        )
    return Judged(Verdict.RIGHT, chosen=tuple(chosen), facts=facts)


def _packed_of(rows: Sequence[Any]) -> dict[int, int]:
    """What of each line is packed: a line has a row a lot."""
    return {row.shipment_line_id: int(row.line_packed) for row in rows}


def _wrong(verdict: Verdict, message: str, facts: dict[str, str | int]) -> Judged:
    return Judged(verdict, message, facts=facts)


def name_piece(
    tx: Transaction, shipment_id: int, found: Resolved, rows: Sequence[Any], pieces: int
) -> Judged:
    """Which piece a serial number is; from now on the books know that it lies at the bench."""
    facts: dict[str, str | int] = {"sku": found.label, "serial": found.serial or ""}
    if not found.serial or pieces != 1:
        words = f"Scan the serial number of {'each ' if pieces != 1 else ''}{found.label}."
        return _wrong(Verdict.SERIAL_NEEDED, words, facts)
    parameters = {"product": found.id, "code": found.serial, "shipment": shipment_id}
    row = tx.execute(_SERIAL, parameters).first()
    if row is None or row.packed or not (row.in_bin or row.at_bench):
        why = (
            "is not known"
            if row is None
            else "is packed already"
            if row.packed
            else "is not in the house"
            if row.location_id is None
            else "is neither here nor in a bin"
        )
        message = f"Serial number {found.serial} of {found.label} {why}."
        return _wrong(Verdict.SERIAL_WRONG, message, facts)
    mine = next((one for one in rows if one.lot_id == row.lot_id and one.left > 0), None)
    if mine is None:
        message = f"Serial number {found.serial} belongs to a lot that was not picked."
        return _wrong(Verdict.SERIAL_WRONG, message, facts)
    if row.in_bin:
        _identify(tx, found.id, row, mine)
    goods = Goods(mine.shipment_line_id, mine.lot_id, mine.lot, mine.expires_on, int(mine.left))
    return Judged(Verdict.RIGHT, "", ((goods, 1),), row.id, facts)


def _identify(tx: Transaction, product_id: int, serial: Any, goods: Any) -> None:
    """Say in the ledger which piece was picked: one piece goes back unnamed and comes again by its number."""
    place = {"line": goods.shipment_line_id, "lot": goods.lot_id}
    bench: int = tx.execute(STANDS_AT_BENCH, place).scalar_one()
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


def forget_piece(tx: Transaction, product_id: int, line_id: int, serial_id: int | None) -> None:
    """Take back that a piece was named, once it lies in no parcel: its number stands in its bin again.

    So the pick can be undone as it was made; a piece that had no number, or was not named here, is left alone.
    """
    if serial_id is None:
        return
    if tx.postgresql:
        tx.execute(_FORGET, {"serial": serial_id, "line": line_id, "key": tx.op_key})
        tx.changed("stock", product_id)
        return
    rows = tx.execute(_IDENTIFIED, {"line": line_id}).all()
    named = next((row for row in rows if row.serial_id == serial_id), None)
    if named is not None:
        back = next(row for row in rows if row.op_key == named.op_key and row.serial_id is None)
        for row in (named, back):
            post_moves(tx, [mirror(row)])
