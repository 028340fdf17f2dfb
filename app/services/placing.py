"""Placing an order of which not everything is there: what is there is promised now, or all of it waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.models import OrderHold
from app.queries.drafts import CUSTOMER_WAITS
from app.services.context import use_case
from app.services.order_entry import Entered, NewOrder, enter_order
from app.services.order_revision import Kept, revise_order
from app.services.order_settling import settle_order
from app.services.orders import Placed, confirm_order, hold_order, release_hold
from app.services.reservation import InsufficientStock, reserve_available, reserve_shipment


@dataclass(frozen=True, slots=True)
class PlacedInPart:
    """An order entered and confirmed; `reserved` base units are promised, the rest waits for receipts.

    `total` in minor units of `currency`; `held_until` where the customer wants it to wait.
    """

    order_id: int
    number: str
    total: int
    currency: str
    reserved: int
    shipment_ids: tuple[int, ...]
    held_until: date | None = None


_HOLDS = sa.select(OrderHold.id, OrderHold.until).where(
    OrderHold.order_id == sa.bindparam("order"),
    OrderHold.released_at.is_(None),
    OrderHold.reason == CUSTOMER_WAITS,
)


@use_case(Permission.ORDER_ENTER, Permission.ORDER_CONFIRM, Permission.STOCK_RESERVE)
def place_draft(tx: Transaction, order: NewOrder, kept: Kept) -> Placed:
    """Change a draft to what was typed, confirm and reserve it in one go: all of it, or nothing is written.

    Raises:
        InsufficientStock: naming every short product.
        OrderHeld: the draft is on hold; nothing of it is promised before it is let go.
        Conflict: and all that `revise_order` refuses.
    """
    entered = revise_order.inside(tx, kept, order)
    (shipment_id,) = confirm_order.inside(tx, entered.order_id).shipment_ids
    reserved = reserve_shipment.inside(tx, shipment_id)
    return Placed(
        *(entered.order_id, entered.number, entered.line_ids, entered.total, entered.currency),
        *(shipment_id, reserved.number),
    )


@use_case(Permission.ORDER_ENTER, Permission.ORDER_CONFIRM, Permission.STOCK_RESERVE)
def place_in_part(tx: Transaction, order: NewOrder, kept: Kept | None = None) -> PlacedInPart:
    """Enter and confirm an order and promise what is there now; the rest becomes a shipment of its own that waits.

    Where nothing is there, or the order ships complete and falls short, all of it waits. `kept`: it takes the place of this
    draft.

    Raises:
        BadInput: and all that `enter_order` refuses, or `revise_order`.
    """
    entered = _written(tx, order, kept)
    (shipment_id,) = confirm_order.inside(tx, entered.order_id).shipment_ids
    reserved = 0
    shipments: tuple[int, ...] = (shipment_id,)
    try:
        now = reserve_available.inside(tx, shipment_id)
    except InsufficientStock:  # raised before anything of it was written
        pass
    else:
        reserved = now.pieces
        shipments += (now.backorder_id,) if now.backorder_id is not None else ()
    return PlacedInPart(
        entered.order_id, entered.number, entered.total, entered.currency, reserved, shipments
    )


@use_case(Permission.ORDER_ENTER, Permission.ORDER_CONFIRM)
def place_to_wait(tx: Transaction, order: NewOrder, kept: Kept | None = None) -> PlacedInPart:
    """Enter and confirm an order that waits as a whole: nothing is promised yet. `kept`: it takes the place of this draft.

    Raises:
        BadInput: and all that `enter_order` refuses, or `revise_order`.
    """
    entered = _written(tx, order, kept)
    shipments = confirm_order.inside(tx, entered.order_id).shipment_ids
    return PlacedInPart(entered.order_id, entered.number, entered.total, entered.currency, 0, shipments)


@use_case(Permission.ORDER_ENTER)
def keep_asked(tx: Transaction, order: NewOrder, kept: Kept | None = None) -> Entered:
    """Write an order down as a draft with what is questioned of it, for those who settle that.

    Raises:
        BadInput: and all that `enter_order` refuses, or `revise_order`.
    """
    entered = _written(tx, order, kept)
    settle_order(tx, entered.order_id)
    return entered


@use_case(Permission.ORDER_ENTER, Permission.ORDER_HOLD)
def keep_held(tx: Transaction, order: NewOrder, until: date | None, kept: Kept | None = None) -> Entered:
    """Write an order down as a draft that waits until the day that the customer wants; None lets go what waited so.

    Raises:
        BadInput: and all that `enter_order` refuses, or `revise_order`.
    """
    entered = _written(tx, order, kept)
    _hold(tx, entered.order_id, until)
    return entered


@use_case(Permission.ORDER_ENTER, Permission.ORDER_CONFIRM, Permission.ORDER_HOLD)
def place_held(tx: Transaction, order: NewOrder, until: date, kept: Kept | None = None) -> PlacedInPart:
    """Enter and confirm an order that waits until the day that the customer wants: nothing is reserved or sent before.

    Raises:
        BadInput: and all that `enter_order` refuses, or `revise_order`.
    """
    entered = _written(tx, order, kept)
    shipments = confirm_order.inside(tx, entered.order_id).shipment_ids
    _hold(tx, entered.order_id, until)
    return PlacedInPart(
        entered.order_id, entered.number, entered.total, entered.currency, 0, shipments, until
    )


def _hold(tx: Transaction, order_id: int, until: date | None) -> None:
    """Make the hold for the customer's sake what is wanted now: none, or one until a day."""
    held = tx.execute(_HOLDS, {"order": order_id}).all()
    if until is not None and [one.until for one in held] == [until]:
        return
    for one in held:
        release_hold.inside(tx, one.id)
    if until is not None:
        hold_order.inside(tx, order_id, CUSTOMER_WAITS, until)


def _written(tx: Transaction, order: NewOrder, kept: Kept | None) -> Entered:
    return enter_order.inside(tx, order) if kept is None else revise_order.inside(tx, kept, order)
