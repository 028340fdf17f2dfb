"""Counting: what the books said, what was counted, and the move that settles the difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import Conflict, NotFound
from app.models import StockBalance, StockCount
from app.models.base import utc_now
from app.models.bulk import BulkInsert
from app.services import goods
from app.services.context import use_case
from app.services.goods import Place
from app.services.ledger import LedgerRow, post_numbered, posting_order
from app.services.losses import TakenOut, lock_for, take_out
from app.services.stock import Moved, moves_of, take_back

REASON = "count-difference"


@dataclass(frozen=True, slots=True)
class CountLine:
    """So many pieces of a lot were counted in the place."""

    product_id: int
    lot_id: int
    counted: int


@dataclass(frozen=True, slots=True)
class CountedBalance:
    """One balance as it was counted, in base units; `move_id` settled the difference."""

    count_id: int
    product_id: int
    lot_id: int
    expected: int
    counted: int
    move_id: int | None


@dataclass(frozen=True, slots=True)
class Counted:
    """Every balance of a count, and what the losses among them did to shipments."""

    balances: tuple[CountedBalance, ...]
    taken: TakenOut


_IN_PLACE = sa.select(StockBalance.product_id, StockBalance.lot_id, StockBalance.on_hand).where(
    StockBalance.location_id == sa.bindparam("place"), StockBalance.on_hand > 0
)
_NEW = BulkInsert(
    StockCount, ("product_id", "lot_id", "location_id", "expected", "counted", "move_id"), returning=("id",)
)
_COUNT = sa.select(StockCount.move_id, StockCount.undone_at, StockCount.location_id).where(
    StockCount.id == sa.bindparam("id")
)
_UNDONE = (
    sa.update(StockCount)
    .where(StockCount.id == sa.bindparam("count"), StockCount.undone_at.is_(None))
    .values(undone_at=utc_now())
)


@use_case(Permission.STOCK_COUNT)
def count_balance(tx: Transaction, location_id: int, product_id: int, lot_id: int, counted: int) -> Counted:
    """Count one lot of an article in one place; the books follow.

    Raises:
        WrongQuantity: a negative count.
        WrongPlace: nothing can lie there.
        WrongSerials: the article has serial numbers; adjust them one by one.
        PickedGoods: fewer lie there than stand ready for shipments.
        NotFound, WrongLot, Conflict: as the names say.
    """
    place = goods.places(tx, {location_id})[location_id]
    return _count(tx, place, (CountLine(product_id, lot_id, counted),))


@use_case(Permission.STOCK_COUNT)
def count_location(tx: Transaction, location_id: int, lines: tuple[CountLine, ...]) -> Counted:
    """Count a whole place: whatever the books have there and nobody named counts as none.

    Raises:
        As `count_balance`.
    """
    place = goods.places(tx, {location_id})[location_id]
    named = {(line.product_id, line.lot_id) for line in lines}
    booked = {(row.product_id, row.lot_id) for row in tx.execute(_IN_PLACE, {"place": location_id}).all()}
    return _count(tx, place, (*lines, *(CountLine(*key, 0) for key in sorted(booked - named))))


def _count(tx: Transaction, place: Place, lines: Sequence[CountLine]) -> Counted:
    if not place.physical:
        raise goods.WrongPlace(f"Nothing lies in {place.code}.", hint="Scan a real place.", place=place.code)
    if len({(line.product_id, line.lot_id) for line in lines}) != len(lines):
        raise goods.WrongQuantity("A lot is counted twice.", hint="Add the two counts up.")
    if not lines:
        return Counted((), TakenOut(()))
    known = goods.articles(tx, {line.product_id for line in lines})
    batches = goods.lots(tx, {line.lot_id for line in lines})
    for line in lines:
        if line.counted < 0:
            raise goods.WrongQuantity(
                f"{line.counted} cannot be counted.", hint="Count again.", qty=line.counted
            )
        if batches[line.lot_id].product_id != line.product_id:
            raise goods.WrongLot("This lot is of another article.", hint="Scan the goods again.")
    expected = _expected(tx, place, lines)
    outside = goods.standard_places(tx, place.warehouse_id, "adjustment")["adjustment"]
    gains: list[LedgerRow] = []
    losses: list[LedgerRow] = []
    for line in lines:
        difference = line.counted - expected[line.product_id, line.lot_id]
        if difference and known[line.product_id].serial_tracked:
            raise goods.WrongSerials(
                f"{known[line.product_id].sku} has serial numbers.",
                hint="Adjust each number that is missing or found.",
            )
        if difference > 0:
            gains.append(_adjustment(line, outside, place, difference))
        elif difference < 0:
            losses.append(_adjustment(line, place, outside, -difference))
    taken = take_out(tx, place.warehouse_id, losses) if losses else TakenOut(())
    gains.sort(key=posting_order)
    moves = dict(zip(map(_key, gains), post_numbered(tx, gains), strict=True))
    moves |= dict(zip(map(_key, losses), taken.move_ids, strict=True))
    found = [
        CountedBalance(
            0,
            line.product_id,
            line.lot_id,
            expected[line.product_id, line.lot_id],
            line.counted,
            moves.get((line.product_id, line.lot_id)),
        )
        for line in lines
    ]
    ids = _NEW(tx, [asdict(one) | {"location_id": place.id} for one in found])
    for made in ids:
        tx.changed("stock_count", made.id)
    return Counted(tuple(replace(one, count_id=made.id) for one, made in zip(found, ids, strict=True)), taken)


def _key(row: LedgerRow) -> tuple[int, int]:
    return row.product_id, row.lot_id or 0


def _adjustment(line: CountLine, source: Place, target: Place, qty: int) -> LedgerRow:
    return LedgerRow(
        "adjust",
        line.product_id,
        qty,
        lot_id=line.lot_id,
        to_lot_id=line.lot_id,
        from_location_id=source.id,
        to_location_id=target.id,
        reason=REASON,
    )


def _expected(tx: Transaction, place: Place, lines: Sequence[CountLine]) -> dict[tuple[int, int], int]:
    """What the books say of each counted balance, under locks that a loss would need too."""
    booked = {
        (row.product_id, row.lot_id): row.on_hand for row in tx.execute(_IN_PLACE, {"place": place.id}).all()
    }
    likely = [
        LedgerRow(
            "adjust",
            line.product_id,
            max(0, booked.get((line.product_id, line.lot_id), 0) - line.counted),
            lot_id=line.lot_id,
            from_location_id=place.id,
        )
        for line in lines
    ]
    locked = lock_for(tx, place.warehouse_id, likely)
    there = {(row.product_id, row.lot_id): row.on_hand for row in locked if row.location_id == place.id}
    return {(line.product_id, line.lot_id): there.get((line.product_id, line.lot_id), 0) for line in lines}


@use_case(Permission.STOCK_COUNT)
def undo_count(tx: Transaction, count_id: int) -> Moved:
    """Take one counted balance back: the books are as they were before it was counted.

    Raises:
        NotFound: there is no such count.
        Conflict: it was undone already.
        NotEnoughThere: pieces that the count found are gone or held by shipments.
    """
    row = tx.execute(_COUNT, {"id": count_id}).first()
    if row is None:
        raise NotFound("There is no such count.", hint="Look it up again.", count_id=count_id)
    if tx.execute(_UNDONE, {"count": count_id}).rowcount != 1:
        raise Conflict("This count was undone already.", hint="Look at the stock card.", count_id=count_id)
    tx.changed("stock_count", count_id)
    if row.move_id is None:
        return Moved(())
    return take_back(tx, moves_of(tx, (row.move_id,), ""), ("adjust",))
