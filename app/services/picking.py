"""Picking: goods leave their bins along the pick list, whole, in parts, or short; and each pick taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NoReturn, cast

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import PICK_TASK, SHIPMENT, WAVE
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict, NotFound
from app.models import PickTask, Shipment, ShipmentLine, StockMove, Wave
from app.models.base import utc_now
from app.services.context import use_case
from app.services.ledger import LedgerRow, post_moves, reverse_moves
from app.services.rows import must_find
from app.services.shipments import record_events
from app.services.states import move_state


@dataclass(frozen=True, slots=True)
class Picked:
    """What one pick did: pieces moved, and what is left on the list; `finished` are shipments that are now ready to pack."""

    wave_id: int
    wave_number: str
    pieces: int
    tasks_left: int
    finished: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unpicked:
    """Pieces of a task that are back in their bin."""

    task_id: int
    pieces: int
    shipment_id: int


_T = cast("sa.Table", PickTask.__table__)
_LOCK_WAVE = (
    sa.select(Wave.id, Wave.number, Wave.state, utc_now().label("now"))
    .where(Wave.id == sa.bindparam("wave"))
    .with_for_update(key_share=True)
)
_WAVE_OF_TASK = sa.select(_T.c.wave_id).where(_T.c.id == sa.bindparam("task"))
_TASKS = (
    sa.select(
        _T,
        Shipment.state.label("shipment_state"),
        Shipment.order_id,
        Shipment.number.label("shipment_number"),
    )
    .join(Shipment, Shipment.id == _T.c.shipment_id)
    .where(_T.c.wave_id == sa.bindparam("wave"))
    .order_by(_T.c.walk_seq, _T.c.id)
)
_DONE_ALL = (
    sa.update(_T)
    .where(_T.c.wave_id == sa.bindparam("wave"), _T.c.state == "open")
    .values(state="done", picked=_T.c.qty, done_at=utc_now(), done_by=sa.bindparam("who"))
)
_PART = (
    sa.update(_T)
    .where(_T.c.id == sa.bindparam("task"), _T.c.state == "open", _T.c.picked == sa.bindparam("before"))
    .values(picked=_T.c.picked + sa.bindparam("pieces"))
)
_RESET = (
    sa.update(_T)
    .where(_T.c.id == sa.bindparam("task"))
    .values(picked=0, short=0, qty=sa.bindparam("pieces"), reason="", done_at=None, done_by="")
)
_WAITING = (
    sa.select(ShipmentLine.shipment_id)
    .where(
        ShipmentLine.shipment_id.in_(sa.bindparam("ids", expanding=True)),
        ShipmentLine.reserved > ShipmentLine.allocated,
    )
    .distinct()
)
_M = cast("sa.Table", StockMove.__table__)
_UNDONE = _M.alias("undone")
_PICKS = (
    sa.select(_M.c.id, _M.c.qty)
    .where(
        _M.c.kind == "pick",
        _M.c.shipment_line_id == sa.bindparam("line"),
        _M.c.lot_id == sa.bindparam("lot"),
        _M.c.from_location_id == sa.bindparam("source"),
        _M.c.reverses_id.is_(None),
        ~sa.exists().where(_UNDONE.c.reverses_id == _M.c.id),
    )
    .order_by(_M.c.id.desc())
)


@dataclass(frozen=True, slots=True)
class Walk:
    """A locked pick list with all its tasks (rows of `pick_task` with `shipment_state`, `order_id`, `shipment_number`)."""

    id: int
    number: str
    state: str
    now: datetime
    tasks: tuple[Any, ...]

    @property
    def open_tasks(self) -> list[Any]:
        """Tasks that are still to be done, in walking order."""
        return [task for task in self.tasks if task.state == "open"]

    def task(self, task_id: int) -> Any:
        """One of its tasks."""
        return next(task for task in self.tasks if task.id == task_id)


def lock_walk(tx: Transaction, wave_id: int) -> Walk:
    """A pick list, locked until the transaction ends.

    Raises:
        NotFound: there is none.
    """
    row = must_find(tx.execute(_LOCK_WAVE, {"wave": wave_id}).first(), "pick list", wave_id)
    return Walk(row.id, row.number, row.state, row.now, tuple(tx.execute(_TASKS, {"wave": wave_id}).all()))


def lock_walk_of(tx: Transaction, task_id: int) -> Walk:
    """The pick list of a task, locked.

    Raises:
        NotFound: there is no such task.
    """
    wave_id = tx.execute(_WAVE_OF_TASK, {"task": task_id}).scalar_one_or_none()
    if wave_id is None:
        raise NotFound(
            f"There is no pick task {task_id}.", hint="Scan the line again.", what="pick task", id=task_id
        )
    return lock_walk(tx, wave_id)


@use_case(Permission.SHIPMENT_PICK)
def pick_wave(tx: Transaction, wave_id: int) -> Picked:
    """Confirm a pick list as printed: every open task is picked in full, every shipment on it is ready to pack.

    Raises:
        Conflict: nothing is left to pick on it.
        NotFound: there is no such list.
    """
    walk = lock_walk(tx, wave_id)
    tasks = walk.open_tasks
    if not tasks:
        raise Conflict(
            f"Nothing is left to pick on {walk.number}.",
            hint="Look at the list again.",
            wave=walk.number,
            state=walk.state,
        )
    tx.expect(tx.execute(_DONE_ALL, {"wave": wave_id, "who": tx.actor}), len(tasks), lambda: _changed(walk))
    post_moves(tx, [pick_row(task, task.qty - task.picked) for task in tasks if task.qty > task.picked])
    shipments = {
        task.shipment_id: task for task in walk.tasks if task.shipment_state in ("released", "picking")
    }
    waiting = waiting_for_goods(tx, [task.shipment_id for task in walk.tasks if task.state == "short"])
    for shipment_id in waiting & set(shipments):
        tx.changed("shipment", shipment_id)
        if shipments.pop(shipment_id).shipment_state == "released":
            move_state(tx, SHIPMENT, [shipment_id], "start_pick")
    move_state(tx, SHIPMENT, list(shipments), "finish_pick")
    move_state(tx, WAVE, [wave_id], "finish", {"finished_at": walk.now})
    record_events(
        tx, [(task.order_id, "picked", {"shipment": task.shipment_number}) for task in shipments.values()]
    )
    return Picked(
        wave_id, walk.number, sum(task.qty - task.picked for task in tasks), 0, tuple(sorted(shipments))
    )


def _changed(walk: Walk) -> NoReturn:
    raise Conflict(f"{walk.number} changed meanwhile.", hint="Look at the list again.", wave=walk.number)


@use_case(Permission.SHIPMENT_PICK)
def pick_task(tx: Transaction, task_id: int, qty: int | None = None) -> Picked:
    """Pick a task of a list, whole or `qty` pieces of it.

    Raises:
        BadInput: more than the task asks for, or nothing.
        Conflict: the task is not open (any more).
        NotFound: there is no such task.
    """
    walk = lock_walk_of(tx, task_id)
    return pick_locked(tx, walk, walk.task(task_id), qty)


def pick_locked(tx: Transaction, walk: Walk, task: Any, qty: int | None = None) -> Picked:
    """Pick a task of a locked list; see `pick_task`."""
    require_open(task)
    pieces = task.qty - task.picked if qty is None else qty
    require_pieces(task, pieces)
    post_moves(tx, [pick_row(task, pieces)])
    take_pieces(tx, task, pieces)
    if task.picked + pieces == task.qty:
        move_state(tx, PICK_TASK, [task.id], "pick", {"done_at": walk.now, "done_by": tx.actor})
    return advance(
        tx, walk, task.shipment_id, pieces, done={task.id} if task.picked + pieces == task.qty else set()
    )


@use_case(Permission.SHIPMENT_PICK)
def undo_pick(tx: Transaction, task_id: int) -> Unpicked:
    """Put the goods of a task back into their bin, by mirrored ledger rows; the task is open again.

    After a short pick only what was picked is put back: the missing part went to other bins or to a backorder, and stays there.

    Raises:
        Conflict: nothing of it is picked, or packing has begun.
        NotFound: there is no such task.
    """
    walk = lock_walk_of(tx, task_id)
    task = walk.task(task_id)
    if not task.picked:
        raise Conflict(
            f"Nothing is picked for {task.number}.",
            hint="There is nothing to put back.",
            task=task.number,
            state=task.state,
        )
    if task.shipment_state not in ("picking", "picked"):
        raise Conflict(
            f"Shipment {task.shipment_number} is {task.shipment_state}; its goods cannot go back to their bin.",
            hint="Take them out of the parcel and reopen the packing first.",
            shipment=task.shipment_number,
            state=task.shipment_state,
        )
    reverse_moves(tx, moves_of(tx, task), "unpick")
    if task.state != "open":
        move_state(tx, PICK_TASK, [task.id], "undo")
    tx.execute(_RESET, {"task": task.id, "pieces": task.picked if task.state == "short" else task.qty})
    if walk.state == "done":
        move_state(tx, WAVE, [walk.id], "reopen")
    if task.shipment_state == "picked":
        move_state(tx, SHIPMENT, [task.shipment_id], "reopen_pick")
    if not any(one.picked for one in walk.tasks if one.shipment_id == task.shipment_id and one.id != task.id):
        move_state(tx, SHIPMENT, [task.shipment_id], "restart_pick")
    tx.changed("wave", walk.id)
    record_events(tx, [(task.order_id, "unpicked", {"shipment": task.shipment_number, "task": task.number})])
    return Unpicked(task.id, task.picked, task.shipment_id)


def moves_of(tx: Transaction, task: Any) -> list[int]:
    """The ledger rows that picked a task, latest first until they add up to what it has picked."""
    rows = tx.execute(
        _PICKS, {"line": task.shipment_line_id, "lot": task.lot_id, "source": task.from_location_id}
    ).all()
    chosen: list[int] = []
    left = task.picked
    for row in rows:
        if row.qty <= left:
            chosen.append(row.id)
            left -= row.qty
        if not left:
            return chosen
    raise Conflict(
        f"The picks of {task.number} cannot be told apart from others any more.",
        hint="Move the goods back by hand and count the bin.",
        task=task.number,
    )


def pick_row(task: Any, pieces: int) -> LedgerRow:
    """The ledger row that takes pieces of a task from their bin to where they are packed."""
    return LedgerRow(
        "pick",
        task.product_id,
        pieces,
        lot_id=task.lot_id,
        to_lot_id=task.lot_id,
        from_location_id=task.from_location_id,
        to_location_id=task.to_location_id,
        shipment_line_id=task.shipment_line_id,
    )


def require_open(task: Any) -> None:
    """Go on only with an open task.

    Raises:
        Conflict: it is done, short or cancelled.
    """
    if task.state != "open":
        raise Conflict(
            f"{task.number} is {task.state} already.",
            hint="Look at the list again.",
            task=task.number,
            state=task.state,
        )


def require_pieces(task: Any, pieces: int) -> None:
    """Go on only with a quantity that the task still asks for.

    Raises:
        BadInput: nothing, or more than is left.
    """
    left = task.qty - task.picked
    if not 0 < pieces <= left:
        raise BadInput(
            f"{pieces} cannot be picked for {task.number}; {left} are left.",
            hint=f"Enter 1 to {left}.",
            task=task.number,
            qty=pieces,
            left=left,
        )


def take_pieces(tx: Transaction, task: Any, pieces: int) -> None:
    """Count pieces as picked for a task.

    Raises:
        Conflict: another desk picked for it meanwhile.
    """
    if pieces and tx.execute(_PART, {"task": task.id, "before": task.picked, "pieces": pieces}).rowcount != 1:
        raise Conflict(f"{task.number} changed meanwhile.", hint="Look at the list again.", task=task.number)


def advance(tx: Transaction, walk: Walk, shipment_id: int, pieces: int, done: set[int]) -> Picked:
    """Move a shipment and its list on after a pick: begun, ready to pack, list finished."""
    mine = [task for task in walk.tasks if task.shipment_id == shipment_id]
    left = [task for task in walk.open_tasks if task.id not in done]
    tx.changed("wave", walk.id)
    finished: tuple[int, ...] = ()
    tx.changed("shipment", shipment_id)
    over = not any(task.shipment_id == shipment_id for task in left)
    if over and any(task.state == "short" for task in mine):
        over = not waiting_for_goods(tx, [shipment_id])
    if over:
        move_state(tx, SHIPMENT, [shipment_id], "finish_pick")
        record_events(tx, [(mine[0].order_id, "picked", {"shipment": mine[0].shipment_number})])
        finished = (shipment_id,)
    elif mine[0].shipment_state == "released":
        move_state(tx, SHIPMENT, [shipment_id], "start_pick")
    if not left:
        move_state(tx, WAVE, [walk.id], "finish", {"finished_at": walk.now})
    return Picked(walk.id, walk.number, pieces, len(left), finished)


def waiting_for_goods(tx: Transaction, shipment_ids: Sequence[int]) -> set[int]:
    """Those shipments of which something is still promised but lies in no bin that they hold: they wait to be resumed."""
    if not shipment_ids:
        return set()
    return set(tx.execute(_WAITING, {"ids": sorted(set(shipment_ids))}).scalars())
