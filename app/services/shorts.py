"""Short picks: less was in the bin than the list said. Other bins help out; what nobody has goes to a backorder, or waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import PICK_TASK, SHIPMENT, WAVE
from app.domain.permissions import Permission
from app.domain.supply import Demand, Pick, Strategy, plan
from app.errors import BadInput, Conflict
from app.models import PickTask, ScanEvent
from app.services.context import use_case
from app.services.ledger import LedgerRow, post_moves
from app.services.pick_tasks import add_tasks, task_like
from app.services.picking import Walk, advance, lock_walk, lock_walk_of, pick_row, require_open, take_pieces
from app.services.reasons import check_reason
from app.services.release import Place, lock_supplies
from app.services.reservation import split_off
from app.services.shipments import Head, lock_lines_of, lock_shipments, record_events
from app.services.states import move_state


@dataclass(frozen=True, slots=True)
class ShortPicked:
    """What became of a short pick, in pieces.

    `elsewhere` are new tasks on the same list; `backorder_id` is the shipment that waits for the rest (the same shipment where
    nothing else is left in it); `waiting` pieces hold a ship-complete shipment back until `resume_pick`.
    """

    task_id: int
    picked: int
    missing: int
    elsewhere: int
    backordered: int
    backorder_id: int | None
    waiting: int


@dataclass(frozen=True, slots=True)
class Resumed:
    """Pieces that a waiting shipment found after all, as new tasks on its list."""

    shipment_id: int
    wave_id: int
    pieces: int


_COUNT_IT = sa.insert(ScanEvent).inline()
_T = cast("sa.Table", PickTask.__table__)


@use_case(Permission.SHIPMENT_PICK)
def short_pick(tx: Transaction, task_id: int, picked_qty: int, reason: str) -> ShortPicked:
    """Report that a bin holds less than the list says: take what is there, find the rest elsewhere, or let it follow.

    The missing pieces are looked for in other bins first and put on the same list. What is nowhere goes to a backorder of the
    order; a ship-complete shipment waits instead. The books of the bin stay as they are: it is marked to be counted.

    Raises:
        BadInput: the quantity is not less than the task asks for, or the reason is none for short picks.
        Conflict: the task is not open (any more).
        NotFound: there is no such task or reason.
    """
    walk = lock_walk_of(tx, task_id)
    task = walk.task(task_id)
    require_open(task)
    left = task.qty - task.picked
    if not 0 <= picked_qty < left:
        raise BadInput(
            f"{picked_qty} is not short: {task.number} asks for {left}.",
            hint=f"Enter 0 to {left - 1}, or confirm the whole line.",
            task=task.number,
            qty=picked_qty,
            left=left,
        )
    check_reason(tx, reason, "short")
    missing = left - picked_qty
    (head,) = lock_shipments(tx, [task.shipment_id])
    lines = lock_lines_of(tx, [head.id])
    line = next(one for one in lines if one.id == task.shipment_line_id)
    found, places = _elsewhere(tx, head, line, missing, {task.from_location_id})
    rest = missing - sum(pick.qty for pick in found)
    others_open = any(one.shipment_id == head.id and one.id != task.id for one in walk.open_tasks)
    nothing_left = not (found or picked_qty or others_open or any(one.picked for one in lines))
    rows = [pick_row(task, picked_qty)] if picked_qty else []
    rows.append(_claim("deallocate", task, task.lot_id, task.from_location_id, missing))
    rows += [_claim("allocate", task, pick.lot_id, pick.location_id, pick.qty) for pick in found]
    if nothing_left and not head.ship_complete:
        rows += _release_all(lines)
    elif rest and not head.ship_complete:
        rows.append(LedgerRow("release", task.product_id, rest, shipment_line_id=line.id, reason=reason))
    take_pieces(tx, task, picked_qty)
    values = {"short": missing, "reason": reason, "done_at": walk.now, "done_by": tx.actor}
    move_state(tx, PICK_TASK, [task.id], "short", values)
    post_moves(tx, rows)
    add_tasks(
        tx,
        [
            task_like(task, pick.lot_id, pick.location_id, places[pick.location_id].walk_seq, pick.qty)
            for pick in found
        ],
    )
    _mark_for_count(tx, task, reason)
    tx.changed("shipment", head.id)
    backorder = _move_on(tx, walk, head, line, task, rest, picked_qty, nothing_left, bool(found))
    result = ShortPicked(
        task_id=task.id,
        picked=picked_qty,
        missing=missing,
        elsewhere=missing - rest,
        backordered=0 if head.ship_complete else rest,
        backorder_id=backorder,
        waiting=rest if head.ship_complete else 0,
    )
    facts = {
        "task": task.number,
        "missing": missing,
        "elsewhere": missing - rest,
        "rest": rest,
        "reason": reason,
    }
    record_events(tx, [(head.order_id, "short", facts)])
    return result


@use_case(Permission.SHIPMENT_RELEASE)
def resume_pick(tx: Transaction, shipment_id: int) -> Resumed:
    """Look again for what a waiting ship-complete shipment lacks; what is found now goes on its pick list.

    Raises:
        Conflict: the shipment does not wait for goods, or nothing more is there yet.
        NotFound: there is no such shipment.
    """
    (head,) = lock_shipments(tx, [shipment_id])
    lacking = [line for line in lock_lines_of(tx, [shipment_id]) if line.reserved > line.allocated]
    if head.state != "picking" or head.wave_id is None or not lacking:
        raise Conflict(
            f"Shipment {head.number} does not wait for goods.",
            hint="Look at it again.",
            shipment=head.number,
            state=head.state,
        )
    walk = lock_walk(tx, head.wave_id)
    rows: list[LedgerRow] = []
    tasks: list[dict[str, Any]] = []
    for line in lacking:
        like = tx.execute(
            sa.select(_T).where(_T.c.shipment_line_id == line.id).order_by(_T.c.id.desc()).limit(1)
        ).one()
        picks, places = _elsewhere(tx, head, line, line.reserved - line.allocated, set())
        rows += [_claim("allocate", like, pick.lot_id, pick.location_id, pick.qty) for pick in picks]
        tasks += [
            task_like(like, pick.lot_id, pick.location_id, places[pick.location_id].walk_seq, pick.qty)
            for pick in picks
        ]
    if not rows:
        raise Conflict(
            f"Nothing of what {head.number} lacks is there yet.",
            hint="Wait for receipts, or count the bins.",
            shipment=head.number,
        )
    post_moves(tx, rows)
    add_tasks(tx, tasks)
    if walk.state == "done":
        move_state(tx, WAVE, [walk.id], "resume")
    tx.changed("wave", walk.id)
    tx.changed("shipment", head.id)
    pieces = sum(row.qty for row in rows)
    record_events(tx, [(head.order_id, "resumed", {"shipment": head.number, "pieces": pieces})])
    return Resumed(head.id, walk.id, pieces)


def _elsewhere(
    tx: Transaction, head: Head, line: Any, pieces: int, without: set[int]
) -> tuple[tuple[Pick, ...], dict[int, Place]]:
    """Free goods of a line's product in other bins, as many as there are of `pieces`."""
    supplies, places = lock_supplies(tx, head, {line.product_id})
    others = [supply for supply in supplies if supply.location_id not in without]
    demand = Demand(line.id, line.product_id, line.owner_id, pieces)
    return plan([demand], others, Strategy(head.strategy), prefer_kinds=("pick_face",)).picks, places


def _claim(kind: str, task: Any, lot_id: int, location_id: int, pieces: int) -> LedgerRow:
    return LedgerRow(
        kind,
        task.product_id,
        pieces,
        lot_id=lot_id,
        from_location_id=location_id,
        shipment_line_id=task.shipment_line_id,
        reason="short" if kind == "deallocate" else "",
    )


def _release_all(lines: Sequence[Any]) -> list[LedgerRow]:
    return [
        LedgerRow("release", line.product_id, line.reserved, shipment_line_id=line.id, reason="short")
        for line in lines
        if line.reserved
    ]


def _mark_for_count(tx: Transaction, task: Any, reason: str) -> None:
    """Leave word that the bin's books are doubtful; counting it settles them."""
    tx.execute(
        _COUNT_IT,
        {
            "context": "short",
            "context_id": task.from_location_id,
            "code": task.number,
            "verdict": "short",
            "message": reason,
            "product_id": task.product_id,
            "qty": 0,
            "op_key": tx.op_key,
        },
    )
    tx.changed("scan_event", task.from_location_id)


def _move_on(
    tx: Transaction,
    walk: Walk,
    head: Head,
    line: Any,
    task: Any,
    rest: int,
    picked: int,
    nothing_left: bool,
    found: bool,
) -> int | None:
    """Take the shipment and its list to where they stand now; the id of the shipment that waits for the rest."""
    if head.ship_complete and rest:
        if head.state == "released":
            move_state(tx, SHIPMENT, [head.id], "start_pick")
        if not [one for one in walk.open_tasks if one.id != task.id] and not found:
            move_state(tx, WAVE, [walk.id], "finish", {"finished_at": walk.now})
        tx.changed("wave", walk.id)
        return None
    if nothing_left:
        move_state(tx, SHIPMENT, [head.id], "give_up", {"wave_id": None})
        if not [one for one in walk.open_tasks if one.id != task.id]:
            move_state(tx, WAVE, [walk.id], "finish", {"finished_at": walk.now})
        tx.changed("wave", walk.id)
        return head.id
    backorder = split_off(tx, head, [(line, rest)]) if rest else None
    if found:
        if head.state == "released":
            move_state(tx, SHIPMENT, [head.id], "start_pick")
        tx.changed("wave", walk.id)
    else:
        advance(tx, walk, head.id, picked, done={task.id})
    return backorder


@use_case(Permission.SHIPMENT_PICK)
def finish_without(tx: Transaction, shipment_id: int) -> ShortPicked:
    """End the picking of a shipment that has nothing left to pick since its goods were lost: the rest becomes a backorder.

    Raises:
        Conflict: the shipment is not being picked, or something is still to be picked for it.
        NotFound: there is no such shipment.
    """
    (head,) = lock_shipments(tx, [shipment_id])
    if head.state not in ("released", "picking") or head.wave_id is None:
        raise Conflict(
            f"Shipment {head.number} is {head.state}.",
            hint="Look at it again.",
            shipment=head.number,
            state=head.state,
        )
    walk = lock_walk(tx, head.wave_id)
    lines = lock_lines_of(tx, [shipment_id])
    if any(task.shipment_id == shipment_id for task in walk.open_tasks) or any(
        line.allocated for line in lines
    ):
        raise Conflict(
            f"Something is still to be picked for {head.number}.",
            hint="Pick it, or report it short.",
            shipment=head.number,
        )
    rest = [
        (line, line.qty - line.picked - line.shipped)
        for line in lines
        if line.qty > line.picked + line.shipped
    ]
    post_moves(tx, _release_all(lines))
    backorder: int | None = None
    if not any(line.picked for line in lines):
        move_state(tx, SHIPMENT, [shipment_id], "give_up", {"wave_id": None})
        backorder = shipment_id
    else:
        backorder = split_off(tx, head, rest) if rest else None
        move_state(tx, SHIPMENT, [shipment_id], "finish_pick")
    if not walk.open_tasks and walk.state == "open":
        move_state(tx, WAVE, [walk.id], "finish", {"finished_at": walk.now})
    tx.changed("wave", walk.id)
    pieces = sum(qty for _, qty in rest)
    record_events(tx, [(head.order_id, "short", {"shipment": head.number, "rest": pieces})])
    return ShortPicked(0, 0, pieces, 0, pieces, backorder, 0)
