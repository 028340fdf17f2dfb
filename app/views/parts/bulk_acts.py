"""Changing many orders at once, off the main thread: each is a use case of its own, and one undo takes all of them back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from app.errors import AppError
from app.queries.open_holds import OpenHold, open_holds
from app.queries.orders import OrderRow
from app.services.context import Context
from app.services.order_bulk import COLUMNS, BulkChange, edit_order, tag_order, undo_edit, untag_order
from app.services.orders import amend_order, confirm_order, hold_order, release_hold
from app.views.parts.order_acts import Done

Step = Callable[[Context], Any]


def change_orders(ctx: Context, orders: Sequence[OrderRow], change: BulkChange) -> Done:
    """Change every order; what is refused holds up no other, and `Done.undo` takes back all that was done."""
    done = Done()
    holds: Mapping[int, tuple[OpenHold, ...]] = {}
    if change.kind == "let_go":
        with ctx.reading() as connection:
            holds = open_holds(connection, [order.id for order in orders])
    for order in orders:
        steps: list[Step] = []
        try:
            _change(ctx, order.id, change, holds.get(order.id, ()), steps)
        except AppError as refusal:
            done.refused.append((order, refusal))
        else:
            (done.orders if steps else done.nothing).append(order)
        done.undo += steps  # of several holds some may be let go before one is refused
    return done


def _change(
    ctx: Context, order_id: int, change: BulkChange, holds: Sequence[OpenHold], steps: list[Step]
) -> None:
    """Change one order; what takes it back is put into `steps` as soon as it is done."""
    if change.kind in COLUMNS:
        edited = edit_order(ctx, order_id, change)
        same = edited.number == change.number if edited.day is None else edited.day == change.day
        if same and all((one.number, one.day) == (edited.number, edited.day) for one in edited.shipments):
            return
        steps.append(partial(undo_edit, edited=edited))
    elif change.kind == "confirm":
        confirm_order(ctx, order_id)
        steps.append(partial(amend_order, order_id=order_id))
    elif change.kind == "hold":
        hold = hold_order(ctx, order_id, change.text, change.day, change.note)
        steps.append(partial(release_hold, hold_id=hold))
    elif change.kind == "let_go":
        for one in holds:
            release_hold(ctx, one.id)
            steps.append(
                partial(hold_order, order_id=order_id, reason=one.reason, until=one.until, note=one.note)
            )
    elif change.kind == "tag":
        if tag_order(ctx, order_id, change.text):
            steps.append(partial(untag_order, order_id=order_id, tag=change.text))
    elif untag_order(ctx, order_id, change.text):
        steps.append(partial(tag_order, order_id=order_id, tag=change.text))
