"""Cancelling orders and lines at any time before the goods leave, and taking that back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import ORDER, SHIPMENT
from app.domain.permissions import Permission
from app.errors import BadInput, Refused
from app.models import OrderEvent
from app.services.context import use_case
from app.services.ledger import LedgerRow, post_moves, post_numbered
from app.services.order_answers import recall_answers
from app.services.order_rows import (
    close_finished,
    lines_of,
    lock_order,
    order_of_line,
    refresh_money,
    reopen_unfinished,
    set_cancelled,
)
from app.services.order_settling import close_questions, settle_order
from app.services.reasons import check_reason
from app.services.release import GoodsPicked, recall_locked
from app.services.reservation import unreserve_locked
from app.services.shipments import (
    Head,
    add_lines,
    lock_lines_of,
    lock_shipments_of,
    make_shipment,
    own,
    record_events,
    set_quantities,
)
from app.services.states import move_state

IN_PICKING = ("released", "picking")
RANK = {"planned": 0, "reserved": 1, "released": 2, "picking": 2}
"""What is cancelled first: goods that nobody promised, then promised ones, then those on a pick list."""


class OrderShipped(Refused):
    """Goods of the order have left; it can be cancelled in part only."""

    code = "order.shipped"


@dataclass(frozen=True, slots=True)
class CancelledOrder:
    """A cancelled order, its cancelled shipments, and the ledger rows that took back promises and claims."""

    order_id: int
    number: str
    shipment_ids: tuple[int, ...]
    move_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Revived:
    """A cancelled order that is a draft again."""

    order_id: int
    number: str


@dataclass(frozen=True, slots=True)
class CancelledLine:
    """A line with what is cancelled of it now, and what became of the order; `total` in minor units."""

    order_line_id: int
    cancelled: int
    order_state: str
    total: int


_LAST_CANCELLATION = (
    sa.select(OrderEvent.facts)
    .where(OrderEvent.order_id == sa.bindparam("order"), OrderEvent.verb == "cancelled")
    .order_by(OrderEvent.id.desc())
    .limit(1)
)


@use_case(Permission.ORDER_CANCEL, Permission.STOCK_RESERVE)
def cancel_order(tx: Transaction, order_id: int, reason: str, note: str = "") -> CancelledOrder:
    """Cancel an order before anything of it is picked: exactly what it had reserved and claimed is free again.

    Shipments on a pick list are called back from it: their open pick tasks are cancelled.

    Raises:
        GoodsPicked: goods have left their bins; they are put back first.
        OrderShipped: goods have left the house; cancel the open lines instead.
        WrongReason: the reason is not one to cancel for.
        Conflict: the order is closed or cancelled already.
        NotFound: there is no such order.
    """
    order = lock_order(tx, order_id, ("quote", "draft", "confirmed"), "cancel")
    check_reason(tx, reason, "cancel")
    heads = lock_shipments_of(tx, order_id)
    for head in heads:
        if head.state in ("shipped", "delivered"):
            raise OrderShipped(
                f"Shipment {head.number} of order {order.number} is {head.state}.",
                hint="Cancel the lines that are still open.",
                order=order.number,
                shipment=head.number,
            )
    _check_in_bins(tx, heads)
    rows, states = recall_locked(tx, [head for head in heads if head.state in IN_PICKING], "call_back")
    rows += unreserve_locked(tx, [head for head in heads if states.get(head.id, head.state) == "reserved"])
    rows += _stray_promises(tx, [head for head in heads if head.state == "planned"])
    move_ids = post_numbered(tx, rows)
    move_state(tx, SHIPMENT, [head.id for head in heads], "cancel")
    lines = lines_of(tx, order_id)
    set_cancelled(tx, {line.id: line.qty for line in lines})
    close_questions(tx, order)
    move_state(tx, ORDER, [order_id], "cancel")
    recall_answers(tx, order_id)
    before = {str(line.id): line.cancelled for line in lines if line.cancelled}
    record_events(tx, [(order_id, "cancelled", {"reason": reason, "note": note, "before": before})])
    return CancelledOrder(order_id, order.number, tuple(head.id for head in heads), tuple(move_ids))


@use_case(Permission.ORDER_CANCEL)
def revive_order(tx: Transaction, order_id: int) -> Revived:
    """Make a cancelled order a draft again, to be confirmed anew; lines cancelled before it stay so. Undoes `cancel_order`.

    Raises:
        Conflict: it is not cancelled.
        NotFound: there is no such order.
    """
    order = lock_order(tx, order_id, ("cancelled",), "revive")
    facts: str = tx.execute(_LAST_CANCELLATION, {"order": order_id}).scalar_one_or_none() or "{}"
    before: dict[str, int] = msgspec.json.decode(facts).get("before", {})
    set_cancelled(tx, {line.id: before.get(str(line.id), 0) for line in lines_of(tx, order_id)})
    move_state(tx, ORDER, [order_id], "revive")
    record_events(tx, [(order_id, "revived", {})])
    settle_order(tx, order_id)
    return Revived(order_id, order.number)


@use_case(Permission.ORDER_CANCEL, Permission.STOCK_RESERVE)
def cancel_line(tx: Transaction, order_line_id: int, down_to: int, reason: str) -> CancelledLine:
    """Cancel an order line down to a quantity that remains (0: all of it); the order's sums follow.

    Pieces that nobody promised go first, then promised ones, then those on a pick list, whose shipment is called back. An order
    of which nothing is left is cancelled; one of which the rest has shipped is closed.

    Raises:
        BadInput: the line holds no more than that, or fewer than were shipped would remain.
        GoodsPicked: too many pieces have left their bins; they are put back first.
        WrongReason: the reason is not one to cancel for.
        Conflict: the order is closed or cancelled.
        NotFound: there is no such line.
    """
    order = lock_order(tx, order_of_line(tx, order_line_id), ("quote", "draft", "confirmed"), "cancel a line")
    check_reason(tx, reason, "cancel")
    lines = {line.id: line for line in lines_of(tx, order.id)}
    line = lines[order_line_id]
    if not line.shipped <= down_to < line.qty - line.cancelled:
        raise BadInput(
            f"The line holds {line.qty - line.cancelled}, of which {line.shipped} shipped; {down_to} cannot remain.",
            hint="Enter what is to remain of the line.",
            order_line_id=order_line_id,
            down_to=down_to,
        )
    take = line.qty - line.cancelled - down_to
    if order.state == "confirmed":
        take_from_shipments(tx, order.id, order_line_id, take)
    set_cancelled(tx, {line.id: line.cancelled + take})
    total = refresh_money(tx, order)
    facts = {"line": line.position, "pieces": take, "reason": reason}
    record_events(tx, [(order.id, "line_cancelled", facts)])
    state = end_if_over(tx, order, lines, line, down_to, reason)
    if state == "draft":
        settle_order(tx, order.id)
    return CancelledLine(line.id, line.cancelled + take, state, total)


def end_if_over(
    tx: Transaction, order: Any, lines: Mapping[int, Any], line: Any, down_to: int, reason: str
) -> str:
    """Cancel an order of which nothing is left, close one of which the rest has shipped; the state that it is in then.

    Args:
        tx: The transaction.
        order: The order, locked.
        lines: Its lines by id as they were before.
        line: The one that changed.
        down_to: What remains of that one.
        reason: Why.
    """
    if down_to == 0 and all(other.cancelled == other.qty for other in lines.values() if other is not line):
        close_questions(tx, order)
        move_state(tx, ORDER, [order.id], "cancel")
        before = {str(other.id): other.cancelled for other in lines.values() if other.cancelled}
        record_events(tx, [(order.id, "cancelled", {"reason": reason, "before": before})])
        return "cancelled"
    return "closed" if close_finished(tx, [order.id], "settle") else str(order.state)


@use_case(Permission.ORDER_CANCEL, Permission.ORDER_CONFIRM)
def restore_line(tx: Transaction, order_line_id: int, up_to: int) -> CancelledLine:
    """Let an order line hold more again, up to a quantity; undoes `cancel_line`. The pieces wait in a planned shipment.

    Raises:
        BadInput: the line holds that much already, or never held it.
        Conflict: the order is cancelled as a whole; revive it instead.
        NotFound: there is no such line.
    """
    states = ("quote", "draft", "confirmed", "closed")
    order = lock_order(tx, order_of_line(tx, order_line_id), states, "restore a line")
    line = next(one for one in lines_of(tx, order.id) if one.id == order_line_id)
    if not line.qty - line.cancelled < up_to <= line.qty:
        raise BadInput(
            f"The line holds {line.qty - line.cancelled} of {line.qty}; it cannot be restored to {up_to}.",
            hint="Enter what the line is to hold.",
            order_line_id=order_line_id,
            up_to=up_to,
        )
    more = up_to - (line.qty - line.cancelled)
    set_cancelled(tx, {line.id: line.qty - up_to})
    state = order.state
    if reopen_unfinished(tx, [order.id], "unsettle"):
        state = "confirmed"
    if state == "confirmed":
        add_to_planned(tx, order, line, more)
    total = refresh_money(tx, order)
    record_events(tx, [(order.id, "line_restored", {"line": line.position, "pieces": more})])
    if state == "draft":
        settle_order(tx, order.id)
    return CancelledLine(line.id, line.qty - up_to, state, total)


def _check_in_bins(tx: Transaction, heads: Sequence[Head]) -> None:
    """Go on only where no goods have left their bins."""
    numbers = {head.id: head.number for head in heads}
    pieces: dict[int, int] = {}
    for line in lock_lines_of(tx, list(numbers)):
        pieces[line.shipment_id] = pieces.get(line.shipment_id, 0) + line.picked
    for head in heads:
        if pieces.get(head.id) or head.state not in RANK:
            raise GoodsPicked(head.number, pieces.get(head.id, 0))


def _stray_promises(tx: Transaction, heads: Sequence[Head]) -> list[LedgerRow]:
    """What planned shipments still hold of an earlier promise that shrank."""
    return [
        LedgerRow("release", line.product_id, line.reserved, shipment_line_id=line.id, reason="cancel")
        for line in lock_lines_of(tx, [head.id for head in heads])
        if line.reserved
    ]


def take_from_shipments(tx: Transaction, order_id: int, order_line_id: int, take: int) -> None:
    """Take pieces of an order line out of its shipments, letting promises and claims go; emptied shipments are cancelled."""
    heads = {head.id: head for head in lock_shipments_of(tx, order_id)}
    lines = lock_lines_of(tx, list(heads))
    picked = {line.shipment_id for line in lines if line.picked}
    chosen: dict[int, int] = {}
    left = take
    own_lines = [line for line in lines if line.order_line_id == order_line_id]
    open_lines = [
        line for line in own_lines if heads[line.shipment_id].state in RANK and line.shipment_id not in picked
    ]
    for line in sorted(open_lines, key=lambda one: (RANK[heads[one.shipment_id].state], -one.id)):
        chosen[line.id] = min(left, line.qty)
        left -= chosen[line.id]
    if left:
        busy = next(
            heads[line.shipment_id]
            for line in own_lines
            if line.qty > line.shipped and line not in open_lines
        )
        raise GoodsPicked(busy.number, sum(line.picked for line in own_lines if line.shipment_id == busy.id))
    by_id = {line.id: line for line in open_lines}
    touched = {by_id[line_id].shipment_id for line_id, qty in chosen.items() if qty}
    rows, states = recall_locked(
        tx, [heads[key] for key in sorted(touched) if heads[key].state in IN_PICKING], "call_back"
    )
    after = {key: states.get(key, heads[key].state) for key in touched}
    gone = {key for key, state in states.items() if state == "planned"}  # recalling has let their promises go
    quantities = {line_id: by_id[line_id].qty - qty for line_id, qty in chosen.items() if qty}
    for line_id, qty in quantities.items():
        line = by_id[line_id]
        if line.shipment_id not in gone and line.reserved > qty:
            rows.append(
                LedgerRow(
                    "release", line.product_id, line.reserved - qty, shipment_line_id=line_id, reason="cancel"
                )
            )
    post_moves(tx, rows)
    set_quantities(tx, quantities)
    for key in touched:
        tx.changed("shipment", key)
    empty = [
        key
        for key in sorted(touched)
        if not any(quantities.get(one.id, one.qty) for one in lines if one.shipment_id == key)
    ]
    move_state(tx, SHIPMENT, [key for key in empty if after[key] == "reserved"], "unreserve")
    move_state(tx, SHIPMENT, empty, "cancel")


def add_to_planned(tx: Transaction, order: Any, line: Any, pieces: int) -> None:
    """Put pieces of an order line into a planned shipment of its order, which is made where there is none."""
    heads = [head for head in lock_shipments_of(tx, order.id) if head.state == "planned"]
    if not heads:
        (number,) = tx.numbers("SH")
        values = dict(order._mapping) | {"order_id": order.id}
        make_shipment(tx, number, values, [own(line.id, line.product_id, pieces)])
        return
    head = heads[0]
    known = next((one for one in lock_lines_of(tx, [head.id]) if one.order_line_id == line.id), None)
    if known is None:
        add_lines(tx, head.id, head.warehouse_id, [own(line.id, line.product_id, pieces)])
    else:
        set_quantities(tx, {known.id: known.qty + pieces})
    tx.changed("shipment", head.id)
