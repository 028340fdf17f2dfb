"""The life of an order: confirmed, held, amended; and the one call in which a telephone order is placed and reserved.

What belongs to it lies in `order_entry` (prices), `order_changes` (cancelling) and `splitting`; all of it is named here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import ORDER, SHIPMENT
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict, Refused
from app.models import OrderHold
from app.models.base import actor_name, utc_now
from app.services.choosing import propose_service
from app.services.context import use_case
from app.services.ledger import post_moves
from app.services.order_answers import answer_later, recall_answers
from app.services.order_changes import (
    CancelledLine,
    CancelledOrder,
    OrderShipped,
    Revived,
    cancel_line,
    cancel_order,
    restore_line,
    revive_order,
)
from app.services.order_entry import CustomerBlocked, Entered, NewOrder, enter_order, rule_new, write_order
from app.services.order_prices import NewLine, NoPrice, ProductBlocked
from app.services.order_rows import close_finished, lines_of, lock_order, reopen_unfinished
from app.services.order_settling import (
    QuestionsOpen,
    ask_new,
    asking_case,
    check_settled,
    refuse_open,
    settle_order,
)
from app.services.reasons import check_reason
from app.services.reservation import InsufficientStock, ShortProduct, Want, promises, unreserve_locked
from app.services.ruling import apply_rules
from app.services.shipments import (
    OrderHeld,
    check_state,
    lock_shipments_of,
    make_shipment,
    own,
    record_events,
)
from app.services.splitting import Joined, join_shipments, split_shipment
from app.services.states import move_state

__all__ = [
    "CancelledLine",
    "CancelledOrder",
    "Confirmed",
    "CustomerBlocked",
    "Entered",
    "HoldNotThere",
    "InsufficientStock",
    "Joined",
    "NewLine",
    "NewOrder",
    "NoPrice",
    "OrderHeld",
    "OrderShipped",
    "Placed",
    "ProductBlocked",
    "QuestionsOpen",
    "Revived",
    "ShortProduct",
    "accept_quote",
    "amend_order",
    "cancel_line",
    "cancel_order",
    "close_finished",
    "confirm_order",
    "enter_order",
    "hold_order",
    "join_shipments",
    "place_order",
    "release_hold",
    "reopen_unfinished",
    "restore_line",
    "revive_order",
    "split_shipment",
]


class HoldNotThere(Refused):
    """The order has no such hold, or it was released already."""

    code = "order.no_hold"


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A confirmed order and the shipment planned for it."""

    order_id: int
    number: str
    shipment_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """An order entered, confirmed and reserved in one go; `total` in minor units of `currency`.

    `held`: a rule holds it, so nothing is reserved yet.
    """

    order_id: int
    number: str
    line_ids: tuple[int, ...]
    total: int
    currency: str
    shipment_id: int
    shipment_number: str
    held: bool = False


_HOLD = sa.insert(OrderHold).returning(OrderHold.id)
_LET_GO = (
    sa.update(OrderHold)
    .where(OrderHold.id == sa.bindparam("hold"), OrderHold.released_at.is_(None))
    .values(released_at=utc_now(), released_by=actor_name())
    .returning(OrderHold.order_id)
)


@use_case(Permission.ORDER_ENTER)
def accept_quote(tx: Transaction, order_id: int) -> int:
    """Turn a quote that the customer accepted into a draft order; its id.

    Raises:
        Conflict: it is not a quote (any more).
        NotFound: there is no such order.
    """
    lock_order(tx, order_id, ("quote",), "accept")
    move_state(tx, ORDER, [order_id], "accept")
    ruled = apply_rules(tx, order_id, "arrival")
    record_events(tx, [(order_id, "accepted", {}), *ruled.events])
    settle_order(tx, order_id)
    return order_id


@asking_case(Permission.ORDER_CONFIRM)
def confirm_order(tx: Transaction, order_id: int) -> Confirmed:
    """Confirm a draft: the customer has our word, and a shipment is planned for everything that is not cancelled.

    Raises:
        Conflict: it is not a draft, or nothing of it is left.
        CustomerBlocked: the customer may not order at the moment.
        QuestionsOpen: it was asked anew, and something that stops it is open; this is kept.
        NotFound: there is no such order.
    """
    order = lock_order(tx, order_id, ("draft",), "confirm")
    if order.customer_status == "blocked":
        raise CustomerBlocked(
            f"Customer {order.customer_code} is blocked.",
            hint="Ask accounting to let them order.",
            customer=order.customer_code,
        )
    lines = [line for line in lines_of(tx, order_id) if line.cancelled < line.qty]
    if not lines:
        raise Conflict(
            f"Nothing is left of order {order.number}.", hint="Restore a line first.", order=order.number
        )
    check_settled(tx, order_id, order.number)
    (number,) = tx.numbers("SH")
    shipment_id, _ = _plan_shipment(
        tx,
        order._mapping,
        order_id,
        number,
        [(line.id, line.product_id, line.qty - line.cancelled) for line in lines],
    )
    move_state(tx, ORDER, [order_id], "confirm")
    answer_later(tx, order_id, order.version + 1, order.order_answer)
    record_events(tx, [(order_id, "confirmed", {"shipment": number})])
    return Confirmed(order_id, order.number, (shipment_id,))


@use_case(Permission.ORDER_ENTER, Permission.ORDER_CONFIRM, Permission.STOCK_RESERVE)
def place_order(tx: Transaction, order: NewOrder) -> Placed:
    """Enter, confirm and reserve an order while the customer is on the telephone: all of it, or nothing is written.

    Where a rule holds it, it is confirmed and nothing is reserved: it waits until it is let go.

    Raises:
        QuestionsOpen: something stops it; enter it as a draft to have that settled.
        InsufficientStock: naming every short product; enter and confirm it instead to let it wait.
        BadInput: it is a quote; and all that `enter_order` refuses.
    """
    if order.quote:
        raise BadInput(
            "A quote reserves nothing.", hint="Enter it as a quote, or place it as an order.", field="quote"
        )
    number, shipment_number = tx.numbers("SO", "SH")
    entered, values = write_order(tx, order, number)
    ruled = rule_new(tx, entered.order_id, values)
    held = entered.order_id in ruled.held
    refuse_open("", ask_new(tx, entered.order_id, values, entered.line_ids, values["priced"]))
    ordered = [
        (line_id, line.product_id, line.qty)
        for line_id, line in zip(entered.line_ids, order.lines, strict=True)
    ]
    shipment_id, line_ids = _plan_shipment(tx, values, entered.order_id, shipment_number, ordered)
    if not held:
        wants = [Want(line_id, *own(*line)[1:]) for line_id, line in zip(line_ids, ordered, strict=True)]
        post_moves(tx, promises(tx, values["warehouse_id"], wants))
        move_state(tx, SHIPMENT, [shipment_id], "reserve")
    move_state(tx, ORDER, [entered.order_id], "confirm")
    answer_later(tx, entered.order_id, entered.version + 1, values["order_answer"])
    pieces = sum(line.qty for line in order.lines)
    reserved = (entered.order_id, "reserved", {"shipment": shipment_number, "pieces": pieces})
    record_events(
        tx,
        [
            (entered.order_id, "entered", {"number": number, "total": entered.total}),
            *ruled.events,
            (entered.order_id, "confirmed", {"shipment": shipment_number}),
            *(() if held else (reserved,)),
        ],
    )
    return Placed(
        *(
            entered.order_id,
            number,
            entered.line_ids,
            entered.total,
            entered.currency,
            shipment_id,
            shipment_number,
            held,
        )
    )


@use_case(Permission.ORDER_ENTER, Permission.ORDER_CANCEL, Permission.STOCK_RESERVE)
def amend_order(tx: Transaction, order_id: int) -> int:
    """Make a confirmed order a draft again: its promises are taken back, its shipments cancelled; undoes `confirm_order`.

    Raises:
        Conflict: it is not confirmed, or a shipment is in picking or further; recall that first.
        NotFound: there is no such order.
    """
    order = lock_order(tx, order_id, ("confirmed",), "amend")
    heads = lock_shipments_of(tx, order_id)
    check_state(heads, ("planned", "reserved"), "amend the order")
    post_moves(tx, unreserve_locked(tx, [head for head in heads if head.state == "reserved"]))
    move_state(tx, SHIPMENT, [head.id for head in heads], "cancel")
    move_state(tx, ORDER, [order_id], "amend")
    recall_answers(tx, order_id)
    record_events(tx, [(order_id, "amended", {"number": order.number})])
    return order_id


@use_case(Permission.ORDER_HOLD)
def hold_order(tx: Transaction, order_id: int, reason: str, until: date | None = None, note: str = "") -> int:
    """Hold an order: its shipments are neither reserved nor released until the hold is let go or its date comes; the hold's id.

    Raises:
        WrongReason: the reason is not one to hold for.
        Conflict: the order is closed or cancelled.
        NotFound: there is no such order.
    """
    lock_order(tx, order_id, ("quote", "draft", "confirmed"), "hold")
    check_reason(tx, reason, "hold")
    values = {"order_id": order_id, "reason": reason, "until": until, "note": note}
    hold_id: int = tx.execute(_HOLD, values).scalar_one()
    tx.changed("order_hold", hold_id)
    facts = {"reason": reason, "until": until.isoformat() if until else None}
    record_events(tx, [(order_id, "held", facts)])
    return hold_id


@use_case(Permission.ORDER_HOLD)
def release_hold(tx: Transaction, hold_id: int) -> int:
    """Let an order go that was held; the order's id. Undoes `hold_order`; held by mistake again, it gets a new hold.

    Raises:
        HoldNotThere: there is no such hold, or it was released already.
    """
    order_id: int | None = tx.execute(_LET_GO, {"hold": hold_id}).scalar_one_or_none()
    if order_id is None:
        raise HoldNotThere(
            "This hold is not there any more.", hint="Look at the order again.", hold_id=hold_id
        )
    tx.changed("order_hold", hold_id)
    record_events(tx, [(order_id, "let_go", {"hold": hold_id})])
    return order_id


def _plan_shipment(
    tx: Transaction, order: Any, order_id: int, number: str, lines: Sequence[tuple[int, int, int]]
) -> tuple[int, list[int]]:
    """Make the planned shipment of an order for (order line, product, quantity), by rule where no carrier is named."""
    values = dict(order) | {"order_id": order_id}
    shipment_id, line_ids = make_shipment(tx, number, values, [own(*line) for line in lines])
    if values["carrier_service_id"] is None and values.get("has_rules", True):
        propose_service(tx, shipment_id, order_id)
    return shipment_id, line_ids
