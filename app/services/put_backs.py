"""Putting back what a customer does not want any more: a picker does it, and exactly those pieces are free again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import ORDER, PICK_TASK, SHIPMENT, WAVE
from app.domain.permissions import Permission
from app.errors import Conflict, Refused
from app.models import OrderLine, PickTask, Product, PutBack, SalesOrder
from app.models.base import utc_now
from app.services.context import use_case
from app.services.ledger import LedgerRow, post_moves, reverse_moves
from app.services.order_rows import close_finished
from app.services.picking import Walk, lock_walk, moves_of, pick_row
from app.services.rows import must_find
from app.services.shipments import Head, lock_lines_of, lock_shipments, record_events, set_quantities
from app.services.states import move_state

CAN_GIVE = ("planned", "reserved", "released", "picking", "picked", "packing")
"""States of a shipment in which pieces can be taken out of it."""


class InParcel(Refused):
    """The pieces lie in a parcel; they are taken out before they go back."""

    code = "put_back.in_parcel"

    def __init__(self, shipment: str, pieces: int) -> None:
        super().__init__(
            f"{pieces} of these pieces lie in a parcel of {shipment}.",
            hint="Take them out at the packing bench first, then put them back.",
            shipment=shipment,
            pieces=pieces,
        )


@dataclass(frozen=True, slots=True)
class BackInBins:
    """Pieces that are free again: `walked` were picked already, `left` still lay in their bins; `order_state` afterwards."""

    put_back_id: int
    shipment_id: int
    walked: int
    left: int
    shipment_state: str
    order_state: str


_T = cast("sa.Table", PickTask.__table__)
_ORDER_OF = (
    sa.select(SalesOrder.id, SalesOrder.state)
    .join(OrderLine, OrderLine.order_id == SalesOrder.id)
    .join(PutBack, PutBack.order_line_id == OrderLine.id)
    .where(PutBack.id == sa.bindparam("put_back"))
    .with_for_update(of=SalesOrder, key_share=True)
)
_ONE = (
    sa.select(*PutBack.__table__.columns, utc_now().label("now"))
    .where(PutBack.id == sa.bindparam("put_back"))
    .with_for_update(key_share=True)
)
_DONE = (
    sa.update(PutBack)
    .where(PutBack.id == sa.bindparam("put_back"))
    .values(state="done", done_at=utc_now(), done_by=sa.bindparam("who"))
)
_TASK = (
    sa.update(_T)
    .where(_T.c.id == sa.bindparam("task"))
    .values(qty=sa.bindparam("pieces"), picked=sa.bindparam("done"))
)
_NOTHING_WANTED: Any = sa.select(
    sa.exists().where(OrderLine.order_id == sa.bindparam("order"), OrderLine.cancelled < OrderLine.qty),
    sa.exists().where(
        PutBack.order_line_id == OrderLine.id,
        OrderLine.order_id == sa.bindparam("order"),
        PutBack.state == "open",
    ),
)


@use_case(Permission.SHIPMENT_PICK)
def put_back(tx: Transaction, put_back_id: int) -> BackInBins:
    """Say that the pieces of a request are where they were picked from: promise and claim are let go, the line holds fewer.

    What was not picked yet is not walked for any more. A shipment of which nothing is left is cancelled; so is an order.

    Raises:
        InParcel: pieces lie in a parcel; they are taken out first.
        Conflict: it is done already or withdrawn, or the shipment is packed or has left.
        NotFound: there is no such request.
    """
    order = must_find(tx.execute(_ORDER_OF, {"put_back": put_back_id}).first(), "request", put_back_id)
    asked = tx.execute(_ONE, {"put_back": put_back_id}).one()
    if asked.state != "open":
        raise Conflict(
            "These pieces are not asked back any more.",
            hint="Look at the pick list again; another desk was first.",
            put_back_id=put_back_id,
            state=asked.state,
        )
    (head,) = lock_shipments(tx, [asked.shipment_id])
    if head.state not in CAN_GIVE:
        raise Conflict(
            f"Shipment {head.number} is {head.state}.",
            hint="Open its parcels at the packing bench first.",
            shipment=head.number,
            state=head.state,
        )
    walk = lock_walk(tx, head.wave_id) if head.wave_id is not None else None
    lines = lock_lines_of(tx, [head.id])
    line = next(one for one in lines if one.id == asked.shipment_line_id)
    pieces = min(asked.qty, line.qty - line.shipped)
    kept = line.qty - pieces
    rows, walked, left = _from_tasks(tx, walk, line, pieces, head)
    loose = max(0, line.reserved - line.allocated - max(0, kept - line.allocated - line.picked))
    if walk is None or walked + left < pieces:
        let_go = min(loose, pieces - walked - left)
        if let_go:
            rows.append(_let_go("release", line, let_go))
    post_moves(tx, rows)
    set_quantities(tx, {line.id: kept})
    tx.execute(_DONE, {"put_back": put_back_id, "who": tx.actor})
    tx.changed("put_back", put_back_id)
    tx.changed("shipment", head.id)
    if walk is not None:
        tx.changed("wave", walk.id)
    facts = {"shipment": head.number, "pieces": pieces}
    record_events(tx, [(head.order_id, "put_back", facts)])
    empty = not kept and not any(one.qty for one in lines if one.id != line.id)
    state = _move_shipment(tx, head, walk, empty)
    return BackInBins(
        put_back_id, head.id, walked, pieces - walked, state, _move_order(tx, order, asked.reason)
    )


def _from_tasks(
    tx: Transaction, walk: Walk | None, line: Any, pieces: int, head: Head
) -> tuple[list[LedgerRow], int, int]:
    """Take pieces off the tasks of a line: those not picked first. Gives rows to post, pieces walked back, pieces left lying."""
    mine = [task for task in walk.tasks if task.shipment_line_id == line.id] if walk is not None else []
    mine = [task for task in mine if task.state != "cancelled" and _open(task) + task.picked]
    mine.sort(key=lambda task: (-_open(task), task.id))
    still = dict.fromkeys((task.id for task in mine), 0)
    wanted = pieces
    for task in mine:
        still[task.id] = min(wanted, _open(task))
        wanted -= still[task.id]
    back = dict.fromkeys(still, 0)
    for task in mine:
        back[task.id] = min(wanted, task.picked)
        wanted -= back[task.id]
    walked = sum(back.values())
    if over := max(0, walked - (line.picked - line.packed)):
        raise InParcel(head.number, over)
    rows: list[LedgerRow] = []
    for task in mine:
        assert walk is not None
        gone = still[task.id] + back[task.id]
        if not gone:
            continue
        if back[task.id]:
            reverse_moves(tx, moves_of(tx, task), "put-back")
            if task.picked > back[task.id]:
                rows.append(pick_row(task, task.picked - back[task.id]))
        rows.append(_let_go("deallocate", line, gone, task))
        rows.append(_let_go("release", line, gone))
        _shrink(tx, task, still[task.id], back[task.id], walk.now)
    return rows, walked, sum(still.values())


def _open(task: Any) -> int:
    """Pieces of a task that are still to be picked."""
    return int(task.qty - task.picked) if task.state == "open" else 0


def _let_go(kind: str, line: Any, pieces: int, task: Any = None) -> LedgerRow:
    if task is None:
        return LedgerRow(kind, line.product_id, pieces, shipment_line_id=line.id, reason="put-back")
    return LedgerRow(
        *(kind, line.product_id, pieces, task.lot_id),
        from_location_id=task.from_location_id,
        shipment_line_id=line.id,
        reason="put-back",
    )


def _shrink(tx: Transaction, task: Any, still: int, back: int, now: datetime) -> None:
    """Let a task ask for fewer pieces; one that asks for none is cancelled, one that is through with the rest is done."""
    picked, qty = task.picked - back, task.qty - still - back
    if qty - task.short <= 0:
        if task.state != "open":
            move_state(tx, PICK_TASK, [task.id], "undo")
        tx.execute(_TASK, {"task": task.id, "pieces": task.qty, "done": 0})
        move_state(tx, PICK_TASK, [task.id], "put_back")
        return
    tx.execute(_TASK, {"task": task.id, "pieces": qty, "done": picked})
    if task.state == "open" and picked == qty:
        move_state(tx, PICK_TASK, [task.id], "pick", {"done_at": now, "done_by": tx.actor})


def _move_shipment(tx: Transaction, head: Head, walk: Walk | None, empty: bool) -> str:
    """Take the shipment and its list to where they stand now; the shipment's state."""
    state = head.state
    if walk is not None:
        walk = lock_walk(tx, walk.id)
        if not walk.open_tasks and walk.state == "open":
            move_state(tx, WAVE, [walk.id], "finish", {"finished_at": walk.now})
    if empty:
        if state == "packing":
            raise Conflict(
                f"{head.number} is open at a packing bench, and nothing is left in it.",
                hint="Leave the shipment at the bench first.",
                shipment=head.number,
            )
        steps = {
            "picked": ("reopen_pick", "give_up"),
            "picking": ("give_up",),
            "released": ("give_up",),
            "reserved": (),
            "planned": (),
        }[state]
        if state == "reserved":
            raise Conflict(
                f"Shipment {head.number} is {state}.",
                hint="Look at it again.",
                shipment=head.number,
                state=state,
            )
        for verb in steps:
            move_state(tx, SHIPMENT, [head.id], verb, {"wave_id": None} if verb == "give_up" else None)
        move_state(tx, SHIPMENT, [head.id], "put_back")
        return "cancelled"
    if walk is None or state not in ("released", "picking"):
        return state
    tasks = [task for task in walk.tasks if task.shipment_id == head.id]
    if any(task.state == "open" for task in tasks) or not any(task.picked for task in tasks):
        return state
    lines = lock_lines_of(tx, [head.id])
    if any(one.reserved for one in lines):  # something is still awaited
        return state
    move_state(tx, SHIPMENT, [head.id], "finish_pick")
    record_events(tx, [(head.order_id, "picked", {"shipment": head.number})])
    return "picked"


def _move_order(tx: Transaction, order: Any, reason: str) -> str:
    """Cancel an order of which nothing is wanted any more, close one of which the rest has shipped; its state."""
    found: Any = tx.execute(_NOTHING_WANTED, {"order": order.id}).one()
    wanted, open_asks = found
    if order.state != "confirmed" or open_asks:
        return str(order.state)
    if not wanted:
        move_state(tx, ORDER, [order.id], "put_back")
        record_events(tx, [(order.id, "cancelled", {"reason": reason, "before": {}})])
        return "cancelled"
    return "closed" if close_finished(tx, [order.id], "put_back_rest") else "confirmed"


class AskedBack(Conflict):
    """Goods of the shipment are not wanted any more: it is not packed before they are put back."""

    code = "shipment.asked_back"

    def __init__(self, shipment: str, goods: Sequence[tuple[str, int]]) -> None:
        listed = ", ".join(f"{pieces} x {sku}" for sku, pieces in goods)
        super().__init__(
            f"{shipment}: {listed} not wanted any more.",
            hint="Put the shipment aside; a picker puts these goods back.",
            shipment=shipment,
            goods=[list(one) for one in goods],
        )


_GOODS = (
    sa.select(Product.sku, sa.func.sum(PutBack.qty).label("pieces"))
    .join(OrderLine, OrderLine.id == PutBack.order_line_id)
    .join(Product, Product.id == OrderLine.product_id)
    .where(PutBack.shipment_id == sa.bindparam("shipment"), PutBack.state == "open")
    .group_by(Product.sku)
    .order_by(Product.sku)
)


def check_nothing_asked_back(tx: Transaction, shipment_id: int, number: str) -> None:
    """Go on only where nothing of a shipment is asked back.

    Raises:
        AskedBack: naming what.
    """
    if rows := tx.execute(_GOODS, {"shipment": shipment_id}).all():
        raise AskedBack(number, [(row.sku, int(row.pieces)) for row in rows])
