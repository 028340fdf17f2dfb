"""What is done to several orders at once, off the main thread: each is a use case of its own, and a refusal holds up no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.errors import AppError
from app.queries.order_details import shipments_in
from app.queries.orders import OrderRow
from app.services.context import Context
from app.services.order_letters import send_confirmation
from app.services.order_papers import print_confirmation
from app.services.orders import (
    InsufficientStock,
    amend_order,
    cancel_order,
    confirm_order,
    hold_order,
    join_shipments,
    release_hold,
    revive_order,
)
from app.services.release import Released, recall_shipment, release_shipments
from app.services.reservation import Reserved, reserve_available, reserve_shipment, unreserve_shipment


@dataclass
class Done:
    """What became of several orders.

    Attributes:
        orders: Those that are done.
        undo: What takes it back, the last step first.
        short: Those of which stock is lacking, with why.
        refused: The others that were refused, with why.
        nothing: Those of which there was nothing to do.
    """

    orders: list[OrderRow] = field(default_factory=list)
    undo: list[Callable[[Context], Any]] = field(default_factory=list)
    short: list[tuple[OrderRow, InsufficientStock]] = field(default_factory=list)
    refused: list[tuple[OrderRow, AppError]] = field(default_factory=list)
    nothing: list[OrderRow] = field(default_factory=list)


def take_back(ctx: Context, steps: Sequence[Callable[[Context], Any]]) -> int:
    """Undo steps, the last first; how many.

    Raises:
        AppError: one cannot be undone any more; those after it were.
    """
    for step in reversed(steps):
        step(ctx)
    return len(steps)


def reserve(ctx: Context, orders: Sequence[OrderRow], *, partly: bool = False) -> Done:
    """Reserve every planned shipment of the orders; `partly` takes what is there and lets the rest wait."""
    done = Done()
    planned = _shipments(ctx, orders, "planned")
    for order in orders:
        ids = planned.get(order.id, ())
        if not ids:
            done.nothing.append(order)
            continue
        try:
            for shipment_id in ids:
                if partly:
                    done.undo.append(_back(reserve_available(ctx, shipment_id)))
                else:
                    done.undo.append(_back(reserve_shipment(ctx, shipment_id)))
        except InsufficientStock as refusal:
            done.short.append((order, refusal))
        except AppError as refusal:
            done.refused.append((order, refusal))
        else:
            done.orders.append(order)
    return done


def _back(reserved: Reserved) -> Callable[[Context], Any]:
    """What takes a reservation back, and joins what was split off."""

    def undo(ctx: Context) -> None:
        unreserve_shipment(ctx, reserved.shipment_id)
        if reserved.backorder_id is not None:
            join_shipments(ctx, reserved.backorder_id, reserved.shipment_id)

    return undo


def unreserve(ctx: Context, orders: Sequence[OrderRow]) -> Done:
    """Take the promises of every reserved shipment of the orders back."""
    done = Done()
    reserved = _shipments(ctx, orders, "reserved")
    for order in orders:
        ids = reserved.get(order.id, ())
        if not ids:
            done.nothing.append(order)
            continue
        try:
            for shipment_id in ids:
                unreserve_shipment(ctx, shipment_id)
                done.undo.append(_again(reserve_shipment, shipment_id))
        except AppError as refusal:
            done.refused.append((order, refusal))
        else:
            done.orders.append(order)
    return done


def release(ctx: Context, orders: Sequence[OrderRow]) -> Released | None:
    """One pick list for every reserved shipment of the orders; None where there is none.

    Raises:
        AppError: whatever `release_shipments` refuses.
    """
    ids = tuple(one for mine in _shipments(ctx, orders, "reserved").values() for one in mine)
    return release_shipments(ctx, ids) if ids else None


def recall(ctx: Context, shipment_ids: Sequence[int]) -> int:
    """Take shipments off their pick list again; how many."""
    for shipment_id in shipment_ids:
        recall_shipment(ctx, shipment_id)
    return len(shipment_ids)


def confirm(ctx: Context, orders: Sequence[OrderRow]) -> Done:
    """Confirm drafts."""
    return _each(ctx, orders, lambda order: confirm_order(ctx, order.id), amend_order)


def amend(ctx: Context, orders: Sequence[OrderRow]) -> Done:
    """Make confirmed orders drafts again."""
    return _each(ctx, orders, lambda order: amend_order(ctx, order.id), confirm_order)


def cancel(ctx: Context, orders: Sequence[OrderRow], reason: str, note: str) -> Done:
    """Cancel orders; undone, they are drafts."""
    return _each(ctx, orders, lambda order: cancel_order(ctx, order.id, reason, note), revive_order)


def hold(ctx: Context, orders: Sequence[OrderRow], reason: str, until: Any, note: str) -> Done:
    """Hold orders for a reason."""
    done = Done()
    for order in orders:
        try:
            hold_id = hold_order(ctx, order.id, reason, until, note)
        except AppError as refusal:
            done.refused.append((order, refusal))
        else:
            done.orders.append(order)
            done.undo.append(_again(release_hold, hold_id))
    return done


def send_confirmations(ctx: Context, orders: Sequence[OrderRow]) -> Done:
    """Put the confirmations of orders into the outbox; a letter that waits there can be taken out again."""
    return _each(ctx, orders, lambda order: send_confirmation(ctx, order.id), None)


def print_confirmations(ctx: Context, orders: Sequence[OrderRow]) -> Done:
    """Send the confirmations of orders to the printer."""
    return _each(ctx, orders, lambda order: print_confirmation(ctx, order.id), None)


def _each(
    ctx: Context,
    orders: Sequence[OrderRow],
    work: Callable[[OrderRow], object],
    back: Callable[[Context, int], object] | None,
) -> Done:
    done = Done()
    for order in orders:
        try:
            work(order)
        except AppError as refusal:
            done.refused.append((order, refusal))
        else:
            done.orders.append(order)
            if back is not None:
                done.undo.append(_again(back, order.id))
    return done


def _again(work: Callable[[Context, int], object], key: int) -> Callable[[Context], Any]:
    return lambda ctx: work(ctx, key)


def _shipments(ctx: Context, orders: Sequence[OrderRow], state: str) -> dict[int, tuple[int, ...]]:
    with ctx.reading() as connection:
        return shipments_in(connection, tuple(order.id for order in orders), (state,))
