"""Placing an order of which not everything is there: what is there is promised now, or all of it waits."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.models import Shipment
from app.services.context import use_case
from app.services.order_entry import Entered, NewOrder, enter_order
from app.services.order_revision import Kept, revise_order
from app.services.orders import Placed, confirm_order
from app.services.reservation import InsufficientStock, reserve_available, reserve_shipment


@dataclass(frozen=True, slots=True)
class PlacedInPart:
    """An order entered and confirmed; `reserved` base units are promised, the rest waits for receipts.

    `total` in minor units of `currency`; `held`: a rule holds it, so all of it waits.
    """

    order_id: int
    number: str
    total: int
    currency: str
    reserved: int
    shipment_ids: tuple[int, ...]
    held: bool = False


_NUMBER = sa.select(Shipment.number).where(Shipment.id == sa.bindparam("shipment"))


@use_case(Permission.ORDER_ENTER, Permission.ORDER_CONFIRM, Permission.STOCK_RESERVE)
def place_draft(tx: Transaction, order: NewOrder, kept: Kept) -> Placed:
    """Change a draft to what was typed, confirm and reserve it in one go: all of it, or nothing is written.

    Where a rule holds it as it is changed, it is confirmed and nothing is reserved.

    Raises:
        InsufficientStock: naming every short product.
        OrderHeld: the draft is on hold; nothing of it is promised before it is let go.
        Conflict: and all that `revise_order` refuses.
    """
    entered = revise_order.inside(tx, kept, order)
    (shipment_id,) = confirm_order.inside(tx, entered.order_id).shipment_ids
    facts = (entered.order_id, entered.number, entered.line_ids, entered.total, entered.currency)
    if entered.held:
        return Placed(
            *facts, shipment_id, tx.execute(_NUMBER, {"shipment": shipment_id}).scalar_one(), held=True
        )
    return Placed(*facts, shipment_id, reserve_shipment.inside(tx, shipment_id).number)


@use_case(Permission.ORDER_ENTER, Permission.ORDER_CONFIRM, Permission.STOCK_RESERVE)
def place_in_part(tx: Transaction, order: NewOrder, kept: Kept | None = None) -> PlacedInPart:
    """Enter and confirm an order and promise what is there now; the rest becomes a shipment of its own that waits.

    Where nothing is there, a rule holds it, or the order ships complete and falls short, all of it waits. `kept`: it takes
    the place of this draft.

    Raises:
        BadInput: and all that `enter_order` refuses, or `revise_order`.
    """
    entered = _written(tx, order, kept)
    (shipment_id,) = confirm_order.inside(tx, entered.order_id).shipment_ids
    reserved = 0
    shipments: tuple[int, ...] = (shipment_id,)
    facts = (entered.order_id, entered.number, entered.total, entered.currency)
    if entered.held:
        return PlacedInPart(*facts, reserved, shipments, held=True)
    try:
        now = reserve_available.inside(tx, shipment_id)
    except InsufficientStock:  # raised before anything of it was written
        pass
    else:
        reserved = now.pieces
        shipments += (now.backorder_id,) if now.backorder_id is not None else ()
    return PlacedInPart(*facts, reserved, shipments)


@use_case(Permission.ORDER_ENTER, Permission.ORDER_CONFIRM)
def place_to_wait(tx: Transaction, order: NewOrder, kept: Kept | None = None) -> PlacedInPart:
    """Enter and confirm an order that waits as a whole: nothing is promised yet. `kept`: it takes the place of this draft.

    Raises:
        BadInput: and all that `enter_order` refuses, or `revise_order`.
    """
    entered = _written(tx, order, kept)
    shipments = confirm_order.inside(tx, entered.order_id).shipment_ids
    facts = (entered.order_id, entered.number, entered.total, entered.currency)
    return PlacedInPart(*facts, 0, shipments, held=entered.held)


def _written(tx: Transaction, order: NewOrder, kept: Kept | None) -> Entered:
    return enter_order.inside(tx, order) if kept is None else revise_order.inside(tx, kept, order)
