"""Releasing reserved shipments to picking: which goods from which bins, as one pick list; and calling them back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from app.database import Transaction
from app.domain.flow import PICK_TASK, SHIPMENT, WAVE
from app.domain.numbers import task_number
from app.domain.permissions import Permission
from app.domain.supply import Demand, Pick, Strategy, Supply, plan
from app.errors import BadInput, Conflict, NotFound, Refused
from app.models import Allocation, Location, Lot, PickTask, StockBalance, Wave
from app.models.bulk import BulkInsert
from app.services.context import use_case
from app.services.ledger import LedgerRow, post_moves, post_numbered
from app.services.reservation import InsufficientStock, ShortProduct, skus_of
from app.services.shipments import (
    Head,
    check_not_held,
    check_state,
    lock_lines_of,
    lock_shipments,
    record_events,
)
from app.services.states import move_state


class GoodsPicked(Refused):
    """Goods of the shipment have left their bins; they are put back before it is called back."""

    code = "shipment.picked"

    def __init__(self, shipment: str, pieces: int) -> None:
        super().__init__(
            f"{pieces} pieces of shipment {shipment} are picked already.",
            hint="Put the goods back first: undo the picks on its pick list.",
            shipment=shipment,
            pieces=pieces,
        )


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A shipment that was not released, since goods that were promised to it are not there."""

    shipment_id: int
    number: str
    short: tuple[ShortProduct, ...]


@dataclass(frozen=True, slots=True)
class Released:
    """A pick list: its wave, number, how many tasks, for which shipments; and the shipments that were left out."""

    wave_id: int
    number: str
    tasks: int
    shipment_ids: tuple[int, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Recalled:
    """A shipment that is off its pick list: `state` is reserved, or planned where its promise had shrunk meanwhile."""

    shipment_id: int
    number: str
    state: str
    move_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A bin on the walk."""

    code: str
    walk_seq: int


_BALANCE = cast("sa.Table", StockBalance.__table__)
_IDS = sa.bindparam("ids", type_=ARRAY(sa.BigInteger))
_LOCKED = sa.func.lock_balances(_IDS).table_valued(
    *(column.name for column in _BALANCE.columns), name="locked"
)


def _goods(balance: sa.FromClause) -> sa.Select[Any]:
    """Balances in sellable places and usable lots of a warehouse, with what the plan chooses by."""
    return (
        sa.select(
            *(
                balance.c.product_id,
                balance.c.lot_id,
                balance.c.location_id,
                balance.c.on_hand,
                balance.c.allocated,
            ),
            *(Lot.owner_id, Lot.expires_on, Location.code, Location.kind, Location.walk_seq),
        )
        .select_from(balance)
        .join(Lot, Lot.id == balance.c.lot_id)
        .join(Location, Location.id == balance.c.location_id)
        .where(Location.warehouse_id == sa.bindparam("warehouse"), Location.sellable, Lot.status == "ok")
    )


_PG_GOODS = _goods(_LOCKED)
_LITE_GOODS = _goods(_BALANCE).where(
    _BALANCE.c.product_id.in_(sa.bindparam("ids", expanding=True)), _BALANCE.c.on_hand > 0
)
_WAVE = sa.insert(Wave).returning(Wave.id)
_TASKS = BulkInsert(
    PickTask,
    (
        *("number", "wave_id", "shipment_id", "shipment_line_id", "product_id", "lot_id"),
        *("from_location_id", "to_location_id", "walk_seq", "qty"),
    ),
)
_HELD = (
    sa.select(
        Allocation.shipment_line_id,
        Allocation.product_id,
        Allocation.lot_id,
        Allocation.location_id,
        Allocation.qty,
    )
    .where(Allocation.shipment_line_id.in_(sa.bindparam("lines", expanding=True)), Allocation.qty > 0)
    .order_by(Allocation.shipment_line_id, Allocation.lot_id, Allocation.location_id)
)
_OPEN_TASKS = (
    sa.select(PickTask.id)
    .where(PickTask.shipment_id.in_(sa.bindparam("ids", expanding=True)), PickTask.state == "open")
    .order_by(PickTask.id)
)
_LOCK_WAVES = (
    sa.select(Wave.id)
    .where(Wave.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(Wave.id)
    .with_for_update(key_share=True)
)
_EMPTY_WAVES = sa.select(Wave.id).where(
    Wave.id.in_(sa.bindparam("ids", expanding=True)),
    Wave.state == "open",
    ~sa.exists().where(PickTask.wave_id == Wave.id, PickTask.state != "cancelled"),
)


@use_case(Permission.SHIPMENT_RELEASE)
def release_shipments(tx: Transaction, shipment_ids: tuple[int, ...], picker: str = "") -> Released:
    """Give reserved shipments of one warehouse to picking: lots and bins are claimed, and one pick list made in walking order.

    Goods are chosen by each shipment's strategy among sellable, unblocked and unexpired ones; the more urgent shipment chooses
    first. A shipment whose promised goods are not there is left out and named; the others go.

    Raises:
        InsufficientStock: no shipment could be released.
        OrderHeld: an order is on hold.
        Conflict: a shipment is not reserved (any more).
        NotFound: a shipment is not there.
        BadInput: the shipments are none, or of several warehouses.
    """
    heads = lock_shipments(tx, shipment_ids)
    if len({head.warehouse_id for head in heads}) != 1:
        raise BadInput(
            "A pick list is for shipments of one warehouse.",
            hint="Choose shipments of one warehouse.",
            field="shipments",
        )
    check_state(heads, ("reserved",), "release")
    check_not_held(heads)
    lines: dict[int, list[Any]] = defaultdict(list)
    for line in lock_lines_of(tx, [head.id for head in heads]):
        if line.qty:
            lines[line.shipment_id].append(line)
    supplies, places = lock_supplies(
        tx, heads[0], {line.product_id for mine in lines.values() for line in mine}
    )
    picks, left_out = _plan(tx, heads, lines, supplies)
    if not picks:
        short = [one for out in left_out for one in out.short]
        if not short:
            raise Conflict("Nothing is left to pick in these shipments.", hint="Look at them again.")
        raise InsufficientStock(short)
    return _make_wave(tx, [head for head in heads if head.id in picks], picks, places, picker, left_out)


@use_case(Permission.SHIPMENT_RELEASE, Permission.STOCK_RESERVE)
def recall_shipment(tx: Transaction, shipment_id: int) -> Recalled:
    """Take a shipment off its pick list while nothing of it is picked; undoes its release.

    It is reserved again, or planned where goods were found short meanwhile, so that nothing ships short unseen.

    Raises:
        GoodsPicked: goods have left their bins.
        Conflict: the shipment is not released.
        NotFound: there is no such shipment.
    """
    heads = lock_shipments(tx, [shipment_id])
    rows, states = recall_locked(tx, heads)
    return Recalled(shipment_id, heads[0].number, states[shipment_id], tuple(post_numbered(tx, rows)))


def recall_locked(
    tx: Transaction, heads: Sequence[Head], verb: str = "recall"
) -> tuple[list[LedgerRow], dict[int, str]]:
    """Take locked shipments off their pick lists; gives the ledger rows for the caller to post, and the state of each.

    Args:
        tx: The transaction.
        heads: Released shipments, locked.
        verb: The flows' step: 'recall' by the warehouse, 'call_back' by who cancels the order.

    Raises:
        GoodsPicked, Conflict: as `recall_shipment`.
    """
    if not heads:
        return [], {}
    check_state(heads, ("released", "picking"), "recall")
    by_id = {head.id: head for head in heads}
    lines = lock_lines_of(tx, list(by_id))
    for line in lines:
        if line.picked:
            head = by_id[line.shipment_id]
            raise GoodsPicked(head.number, sum(one.picked for one in lines if one.shipment_id == head.id))
    waves = sorted({head.wave_id for head in heads if head.wave_id is not None})
    tx.execute(_LOCK_WAVES, {"ids": waves})
    cancel = "cancel" if verb == "recall" else verb
    move_state(tx, PICK_TASK, tx.execute(_OPEN_TASKS, {"ids": list(by_id)}).scalars().all(), cancel)
    move_state(tx, SHIPMENT, list(by_id), verb, {"wave_id": None})
    move_state(tx, WAVE, tx.execute(_EMPTY_WAVES, {"ids": waves}).scalars().all(), cancel)
    held = tx.execute(_HELD, {"lines": [line.id for line in lines]}).all()
    rows = [
        LedgerRow(
            *("deallocate", row.product_id, row.qty, row.lot_id),
            from_location_id=row.location_id,
            shipment_line_id=row.shipment_line_id,
            reason="recall",
        )
        for row in held
    ]
    shrunk = sorted({line.shipment_id for line in lines if line.reserved < line.qty})
    move_state(tx, SHIPMENT, shrunk, "unreserve")
    rows += [
        LedgerRow("release", line.product_id, line.reserved, shipment_line_id=line.id, reason="recall")
        for line in lines
        if line.shipment_id in shrunk and line.reserved
    ]
    record_events(tx, [(head.order_id, "recalled", {"shipment": head.number}) for head in heads])
    return rows, {head.id: "planned" if head.id in shrunk else "reserved" for head in heads}


def lock_supplies(
    tx: Transaction, head: Head, product_ids: set[int]
) -> tuple[list[Supply], dict[int, Place]]:
    """What is free of some products in sellable places and usable lots, locked; and the places it lies in."""
    if not product_ids:
        return [], {}
    supplies: list[Supply] = []
    places: dict[int, Place] = {}
    statement = _PG_GOODS if tx.postgresql else _LITE_GOODS
    for goods in tx.execute(statement, {"ids": sorted(product_ids), "warehouse": head.warehouse_id}):
        if goods.expires_on is not None and goods.expires_on < head.today:
            continue
        places[goods.location_id] = Place(goods.code, goods.walk_seq)
        supplies.append(
            Supply(
                *(goods.product_id, goods.lot_id, goods.location_id, goods.owner_id),
                free=goods.on_hand - goods.allocated,
                expires_on=goods.expires_on,
                received_order=goods.lot_id,  # lots are numbered as they first come in
                walk_seq=goods.walk_seq,
                location_kind=goods.kind,
            )
        )
    return supplies, places


def _plan(
    tx: Transaction, heads: Sequence[Head], lines: Mapping[int, Sequence[Any]], supplies: Sequence[Supply]
) -> tuple[dict[int, tuple[Pick, ...]], list[LeftOut]]:
    """Choose goods for one shipment after the other, the most urgent first; each is served whole or left out."""
    free = {(one.product_id, one.lot_id, one.location_id): one for one in supplies}
    picks: dict[int, tuple[Pick, ...]] = {}
    lacking: list[tuple[Head, list[tuple[int, int, int]]]] = []
    for head in sorted(
        heads, key=lambda one: (-one.priority, one.promised_on is None, one.promised_on or one.today, one.id)
    ):
        mine = lines.get(head.id, ())
        demands = [
            Demand(line.id, line.product_id, line.owner_id, line.reserved - line.allocated) for line in mine
        ]
        found = plan(demands, free.values(), Strategy(head.strategy), prefer_kinds=("pick_face",))
        short = [(one.product_id, one.wanted, one.free) for one in found.short]
        short += [(line.product_id, line.qty, line.reserved) for line in mine if line.reserved < line.qty]
        if short or not found.picks:
            lacking.append((head, short))
            continue
        picks[head.id] = found.picks
        for pick in found.picks:
            key = (pick.product_id, pick.lot_id, pick.location_id)
            free[key] = replace(free[key], free=free[key].free - pick.qty)
    skus = skus_of(tx, {product_id for _, short in lacking for product_id, _, _ in short})
    left_out = [
        LeftOut(
            head.id,
            head.number,
            tuple(ShortProduct(skus[product], wanted, there) for product, wanted, there in short),
        )
        for head, short in lacking
    ]
    return picks, left_out


def _make_wave(
    tx: Transaction,
    heads: Sequence[Head],
    picks: Mapping[int, tuple[Pick, ...]],
    places: Mapping[int, Place],
    picker: str,
    left_out: Sequence[LeftOut],
) -> Released:
    packing = heads[0].packing_id
    if packing is None:
        raise NotFound(
            "This warehouse has no packing place.", hint="Make the warehouse with its standard places."
        )
    walk = sorted(
        ((head_id, pick) for head_id, mine in picks.items() for pick in mine),
        key=lambda step: (
            places[step[1].location_id].walk_seq,
            places[step[1].location_id].code,
            step[0],
            step[1],
        ),
    )
    (number,) = tx.numbers("PL")
    serials = tx.serials("PT", len(walk))
    wave_id: int = tx.execute(
        _WAVE, {"number": number, "warehouse_id": heads[0].warehouse_id, "picker": picker}
    ).scalar_one()
    tx.changed("wave", wave_id)
    _TASKS(
        tx,
        [
            {
                "number": task_number(serial),
                "wave_id": wave_id,
                "shipment_id": shipment_id,
                "shipment_line_id": pick.line_id,
                "product_id": pick.product_id,
                "lot_id": pick.lot_id,
                "from_location_id": pick.location_id,
                "to_location_id": packing,
                "walk_seq": places[pick.location_id].walk_seq,
                "qty": pick.qty,
            }
            for serial, (shipment_id, pick) in zip(serials, walk, strict=True)
        ],
    )
    post_moves(
        tx,
        [
            LedgerRow(
                *("allocate", pick.product_id, pick.qty, pick.lot_id),
                from_location_id=pick.location_id,
                shipment_line_id=pick.line_id,
            )
            for _, pick in walk
        ],
    )
    move_state(tx, SHIPMENT, [head.id for head in heads], "release", {"wave_id": wave_id})
    record_events(
        tx, [(head.order_id, "released", {"shipment": head.number, "pick_list": number}) for head in heads]
    )
    return Released(wave_id, number, len(walk), tuple(head.id for head in heads), tuple(left_out))
