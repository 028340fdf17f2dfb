"""Taking goods out of sale: claims on them are moved to other free goods, and what is then promised too much is told.

A physical fact is never refused for the sake of a promise. Goods that a shipment holds are let go (`deallocate`), the
shipment gets other free goods of the warehouse where there are any, and the promises that cannot be kept any more are
taken back, latest first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain import supply
from app.domain.flow import SHIPMENT
from app.errors import Conflict, Refused
from app.models import Allocation, Shipment, ShipmentLine, StockBalance, StockLevel
from app.services import goods, pick_tasks
from app.services.events import record_event
from app.services.goods import Article, Batch, Place
from app.services.ledger import LedgerRow, post_numbered, posting_order
from app.services.locks import lock_balances, lock_levels, lock_lines
from app.services.shipments import lock_shipments
from app.services.states import move_state

Key = tuple[int, int, int]
"""A balance: product, lot, place."""


class PickedGoods(Refused):
    """The goods were picked for a shipment and are still held by it; nothing was changed."""

    code = "stock.picked"

    def __init__(self, sku: str, place: str, shipments: Sequence[str]) -> None:
        super().__init__(
            f"{sku} in {place} was picked for {', '.join(shipments)}.",
            hint="Undo the pick first.",
            sku=sku,
            place=place,
            shipments=list(shipments),
        )


@dataclass(frozen=True, slots=True)
class Claim:
    """Pieces of a lot in a place that a shipment line held and lost, or got instead."""

    shipment_line_id: int
    shipment_id: int
    shipment_number: str
    product_id: int
    lot_id: int
    location_id: int
    qty: int


@dataclass(frozen=True, slots=True)
class Shorted:
    """A promise that was taken back: so many pieces of a shipment line wait again."""

    shipment_line_id: int
    shipment_id: int
    shipment_number: str
    order_id: int | None
    product_id: int
    qty: int


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What a loss did: its ledger rows in the order asked for, claims let go and replaced, promises taken back."""

    move_ids: tuple[int, ...]
    freed: tuple[Claim, ...] = ()
    claimed: tuple[Claim, ...] = ()
    shorted: tuple[Shorted, ...] = ()


_BALANCES = sa.select(
    StockBalance.product_id,
    StockBalance.lot_id,
    StockBalance.location_id,
    StockBalance.on_hand,
    StockBalance.allocated,
).where(StockBalance.product_id.in_(sa.bindparam("products", expanding=True)), StockBalance.on_hand > 0)
_LEVELS = sa.select(StockLevel.product_id, StockLevel.sellable, StockLevel.reserved).where(
    StockLevel.product_id.in_(sa.bindparam("products", expanding=True)),
    StockLevel.warehouse_id == sa.bindparam("warehouse"),
)
_OPEN_LINES = sa.select(ShipmentLine.id, ShipmentLine.shipment_id).where(
    ShipmentLine.product_id.in_(sa.bindparam("products", expanding=True)),
    ShipmentLine.warehouse_id == sa.bindparam("warehouse"),
    ShipmentLine.reserved > 0,
)
_SHIPMENTS = (
    sa.select(
        ShipmentLine.id.label("line_id"), Shipment.id, Shipment.number, Shipment.order_id, Shipment.state
    )
    .add_columns(Shipment.promised_on, Shipment.priority, Shipment.strategy)
    .join(Shipment, Shipment.id == ShipmentLine.shipment_id)
    .where(ShipmentLine.id.in_(sa.bindparam("ids", expanding=True)))
)
_HOLDERS = sa.select(
    Allocation.shipment_line_id,
    Allocation.product_id,
    Allocation.lot_id,
    Allocation.location_id,
    Allocation.qty,
).where(
    Allocation.product_id.in_(sa.bindparam("products", expanding=True)),
    Allocation.location_id.in_(sa.bindparam("places", expanding=True)),
    Allocation.qty > 0,
)


@dataclass(slots=True)
class _Scene:
    """Everything a loss is judged by, read under the locks."""

    articles: dict[int, Article]
    places: dict[int, Place]
    batches: dict[int, Batch]
    lines: dict[int, Any]
    shipments: dict[int, Any]
    balances: dict[Key, Any]
    levels: dict[tuple[int, int], Any]

    def for_sale(self, lot_id: int, location_id: int) -> bool:
        return self.places[location_id].sellable and self.batches[lot_id].status == "ok"

    def latest_first(self, line_id: int) -> tuple[int, int, int]:
        """Sort key: no promise, then the latest promise, then the least urgent, then the newest line."""
        shipment = self.shipments[line_id]
        return latest_first(shipment.promised_on, shipment.priority, line_id)


def latest_first(promised_on: date | None, priority: int, line_id: int) -> tuple[int, int, int]:
    """Sort key of shipment lines: whose promise is taken back first when not all can be kept."""
    return (-(promised_on or date.max).toordinal(), priority, -line_id)


def take_out(tx: Transaction, warehouse_id: int, rows: Sequence[LedgerRow]) -> TakenOut:
    """Post rows without a line that take goods away from their places (a loss, a blocked lot, quarantine), in one step.

    Raises:
        NotEnoughThere: a place holds fewer pieces than are taken.
        PickedGoods: they stand at a bench or in a tote for a shipment.
        Conflict: another desk claimed them at this moment.
        NotFound: product, lot or place.
    """
    scene = _look(tx, warehouse_id, rows)
    wanted: dict[Key, int] = defaultdict(int)
    for row in rows:
        assert row.lot_id is not None
        assert row.from_location_id is not None
        wanted[row.product_id, row.lot_id, row.from_location_id] += row.qty
    excess = _excess(scene, wanted)
    freed = _freed(tx, scene, excess)
    claimed = _replacements(scene, wanted, freed)
    shorted = _shortages(scene, rows, freed, claimed)
    ordered = sorted(range(len(rows)), key=lambda i: posting_order(rows[i]))
    promises = [
        LedgerRow("release", s.product_id, s.qty, shipment_line_id=s.shipment_line_id) for s in shorted
    ]
    letting_go = [_row("deallocate", claim) for claim in freed]
    claiming = [_row("allocate", claim) for claim in claimed]
    posted = post_numbered(tx, [*letting_go, *(rows[i] for i in ordered), *promises, *claiming])
    # Claims are let go before goods leave, promises and new claims follow: the rows asked for lie between.
    ids = dict(zip(ordered, posted[len(freed) :], strict=False))
    pick_tasks.redirect(tx, freed, claimed, scene.places)
    _tell(tx, scene, freed, claimed, shorted)
    return TakenOut(tuple(ids[i] for i in range(len(rows))), tuple(freed), tuple(claimed), tuple(shorted))


def _row(kind: str, claim: Claim) -> LedgerRow:
    return LedgerRow(
        kind,
        claim.product_id,
        claim.qty,
        lot_id=claim.lot_id,
        from_location_id=claim.location_id,
        shipment_line_id=claim.shipment_line_id,
        reason="loss",
    )


def lock_for(tx: Transaction, warehouse_id: int, rows: Sequence[LedgerRow]) -> list[Any]:
    """Lock what taking these goods out rests on, shipments and lines only where they are concerned; returns the balances.

    Whether they are is guessed from unlocked rows. A wrong guess costs an order of locks in which two desks may meet once in a
    blue moon; one of them is then run again.
    """
    products = sorted({row.product_id for row in rows})
    owners = sorted({batch.owner_id for batch in goods.lots(tx, {row.lot_id or 0 for row in rows}).values()})
    if not _free(rows, tx.execute(_BALANCES, {"products": products}).all()) or not _covered(
        rows, tx.execute(_LEVELS, {"products": products, "warehouse": warehouse_id}).all()
    ):
        _lock_lines(tx, warehouse_id, products)
    for owner in owners:
        lock_levels(tx, products, warehouse_id, owner)
    return lock_balances(tx, products)


def _lock_lines(tx: Transaction, warehouse_id: int, products: Sequence[int]) -> list[Any]:
    """All lines with promises on the products, after their shipments: the order in which every service locks."""
    found = tx.execute(_OPEN_LINES, {"products": list(products), "warehouse": warehouse_id}).all()
    if not found:
        return []
    lock_shipments(tx, {row.shipment_id for row in found})
    return lock_lines(tx, [row.id for row in found])


def _free(rows: Iterable[LedgerRow], balances: Iterable[Any]) -> bool:
    """Whether nobody holds any of the goods."""
    free = {(row.product_id, row.lot_id, row.location_id): row.on_hand - row.allocated for row in balances}
    for row in rows:
        key = (row.product_id, row.lot_id, row.from_location_id)
        free[key] = free.get(key, 0) - row.qty
    return min(free.values(), default=0) >= 0


def _covered(rows: Iterable[LedgerRow], levels: Iterable[Any]) -> bool:
    """Whether all promises stand even when none of the goods is for sale any more."""
    left: dict[int, int] = {}
    for level in levels:
        left[level.product_id] = min(
            left.get(level.product_id, level.sellable), level.sellable - level.reserved
        )
    for row in rows:
        left[row.product_id] = left.get(row.product_id, 0) - row.qty
    return min(left.values(), default=0) >= 0


def _look(tx: Transaction, warehouse_id: int, rows: Sequence[LedgerRow]) -> _Scene:
    known = goods.articles(tx, {row.product_id for row in rows})
    first = goods.lots(tx, {one for row in rows for one in (row.lot_id, row.to_lot_id) if one is not None})
    locked = lock_for(tx, warehouse_id, rows)
    levels = {
        (row.product_id, owner): row
        for owner in sorted({batch.owner_id for batch in first.values()})
        for row in lock_levels(tx, known, warehouse_id, owner)
    }
    lines: dict[int, Any] = {}
    if not _free(rows, locked) or not _covered(rows, levels.values()):
        lines = {row.id: row for row in _lock_lines(tx, warehouse_id, sorted(known))}
    balances = {(row.product_id, row.lot_id, row.location_id): row for row in locked}
    ends = {one for row in rows for one in (row.from_location_id, row.to_location_id) if one is not None}
    where = goods.places(tx, ends | {key[2] for key in balances})
    batches = goods.lots(tx, set(first) | {key[1] for key in balances})
    shipments = (
        {row.line_id: row for row in tx.execute(_SHIPMENTS, {"ids": sorted(lines)}).all()} if lines else {}
    )
    here = {key: row for key, row in balances.items() if where[key[2]].warehouse_id == warehouse_id}
    return _Scene(known, where, batches, lines, shipments, here, levels)


def _excess(scene: _Scene, wanted: Mapping[Key, int]) -> dict[Key, int]:
    """How many pieces of each balance must be let go by shipments, because free ones do not suffice."""
    excess: dict[Key, int] = {}
    for key, qty in sorted(wanted.items()):
        balance = scene.balances.get(key)
        on_hand, allocated = (balance.on_hand, balance.allocated) if balance else (0, 0)
        if qty > on_hand:
            raise goods.NotEnoughThere(
                scene.articles[key[0]].sku,
                scene.places[key[2]].code,
                wanted=qty,
                on_hand=on_hand,
                allocated=allocated,
            )
        if qty > on_hand - allocated:
            excess[key] = qty - (on_hand - allocated)
    return excess


def _freed(tx: Transaction, scene: _Scene, excess: Mapping[Key, int]) -> list[Claim]:
    """Which shipment lines let go of how many pieces: the latest promise first."""
    if not excess:
        return []
    parameters = {
        "products": sorted({key[0] for key in excess}),
        "places": sorted({key[2] for key in excess}),
    }
    holders: dict[Key, list[Any]] = defaultdict(list)
    for row in tx.execute(_HOLDERS, parameters).all():
        holders[row.product_id, row.lot_id, row.location_id].append(row)
    freed = []
    for key, qty in sorted(excess.items()):
        place = scene.places[key[2]]
        held = [row for row in holders[key] if row.shipment_line_id in scene.lines]
        if not place.sellable:
            lines = [row.shipment_line_id for row in holders[key]]
            numbers = {row.number for row in tx.execute(_SHIPMENTS, {"ids": lines}).all()}
            raise PickedGoods(scene.articles[key[0]].sku, place.code, sorted(numbers))
        left = qty
        for row in sorted(held, key=lambda row: scene.latest_first(row.shipment_line_id)):
            if taken := min(left, row.qty):
                freed.append(_claim(scene, row.shipment_line_id, key, taken))
                left -= taken
        if left:
            raise Conflict("Another desk just took these goods for a shipment.", hint="Try again.")
    return freed


def _claim(scene: _Scene, line_id: int, key: Key, qty: int) -> Claim:
    shipment = scene.shipments[line_id]
    return Claim(line_id, shipment.id, shipment.number, *key, qty)


def _replacements(scene: _Scene, wanted: Mapping[Key, int], freed: Sequence[Claim]) -> list[Claim]:
    """Other free goods of the warehouse for the lines that lost some, the earliest promise served first."""
    lost: dict[int, int] = defaultdict(int)
    for claim in freed:
        lost[claim.shipment_line_id] += claim.qty
    free = {
        key: row.on_hand - row.allocated - wanted.get(key, 0)
        for key, row in scene.balances.items()
        if scene.for_sale(key[1], key[2])
    }
    claimed = []
    for line_id in sorted(lost, key=scene.latest_first, reverse=True):
        line, strategy = scene.lines[line_id], supply.Strategy(scene.shipments[line_id].strategy)
        demand = supply.Demand(line_id, line.product_id, line.owner_id, lost[line_id])
        plan = supply.plan([demand], [_supply(scene, key, qty) for key, qty in free.items()], strategy)
        for pick in plan.picks:
            key = (pick.product_id, pick.lot_id, pick.location_id)
            free[key] -= pick.qty
            claimed.append(_claim(scene, line_id, key, pick.qty))
    return claimed


def _supply(scene: _Scene, key: Key, free: int) -> supply.Supply:
    batch, place = scene.batches[key[1]], scene.places[key[2]]
    expiry, received = batch.expires_on, batch.id
    return supply.Supply(*key, batch.owner_id, free, expiry, received, place.walk_seq, place.kind)


def _shortages(
    scene: _Scene, rows: Iterable[LedgerRow], freed: Iterable[Claim], claimed: Iterable[Claim]
) -> list[Shorted]:
    """The promises that what is left for sale does not cover, the latest taken back first."""
    sellable: dict[tuple[int, int], int] = {key: level.sellable for key, level in scene.levels.items()}
    for row in rows:
        for lot_id, location_id, sign in (
            (row.lot_id, row.from_location_id, -1),
            (row.to_lot_id, row.to_location_id, 1),
        ):
            assert lot_id is not None
            assert location_id is not None
            if scene.for_sale(lot_id, location_id):
                key = (row.product_id, scene.batches[lot_id].owner_id)
                sellable[key] = sellable.get(key, 0) + sign * row.qty
    promised = {line_id: line.reserved - line.allocated for line_id, line in scene.lines.items()}
    for claim in freed:
        promised[claim.shipment_line_id] += claim.qty
    for claim in claimed:
        promised[claim.shipment_line_id] -= claim.qty
    shorted = []
    for (product_id, owner_id), level in sorted(scene.levels.items()):
        missing = level.reserved - sellable[product_id, owner_id]
        of_product = [
            line_id
            for line_id, line in scene.lines.items()
            if (line.product_id, line.owner_id) == (product_id, owner_id)
        ]
        for line_id in sorted(of_product, key=scene.latest_first):
            if (taken := min(missing, promised[line_id])) > 0:
                shipment = scene.shipments[line_id]
                shorted.append(
                    Shorted(line_id, shipment.id, shipment.number, shipment.order_id, product_id, taken)
                )
                missing -= taken
    return shorted


def _tell(
    tx: Transaction,
    scene: _Scene,
    freed: Sequence[Claim],
    claimed: Sequence[Claim],
    shorted: Sequence[Shorted],
) -> None:
    """Put shipments that do not have all they were promised back to waiting, and write it on the orders' timelines."""
    reserved = {
        one.shipment_id for one in shorted if scene.shipments[one.shipment_line_id].state == "reserved"
    }
    move_state(tx, SHIPMENT, sorted(reserved), "unreserve")
    touched = {one.shipment_id for one in (*freed, *claimed)} | {one.shipment_id for one in shorted}
    for shipment_id in touched:
        tx.changed("shipment", shipment_id)
    for one in shorted:
        if one.order_id is not None:
            sku = scene.articles[one.product_id].sku
            record_event(tx, one.order_id, "shorted", shipment=one.shipment_number, sku=sku, qty=one.qty)
