"""Placing an order of which not everything is there: what is there is promised now, or all of it waits."""

from __future__ import annotations

from dataclasses import dataclass

from app.database import Transaction
from app.domain.permissions import Permission
from app.services.context import use_case
from app.services.order_entry import NewOrder, enter_order
from app.services.orders import confirm_order
from app.services.reservation import InsufficientStock, reserve_available


@dataclass(frozen=True, slots=True)
class PlacedInPart:
    """An order entered and confirmed; `reserved` base units are promised, the rest waits for receipts.

    `total` in minor units of `currency`.
    """

    order_id: int
    number: str
    total: int
    currency: str
    reserved: int
    shipment_ids: tuple[int, ...]


@use_case(Permission.ORDER_ENTER, Permission.ORDER_CONFIRM, Permission.STOCK_RESERVE)
def place_in_part(tx: Transaction, order: NewOrder) -> PlacedInPart:
    """Enter and confirm an order and promise what is there now; the rest becomes a shipment of its own that waits.

    Where nothing is there, or the order ships complete and falls short, all of it waits.

    Raises:
        BadInput: and all that `enter_order` refuses.
    """
    entered = enter_order.inside(tx, order)
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
def place_to_wait(tx: Transaction, order: NewOrder) -> PlacedInPart:
    """Enter and confirm an order that waits as a whole: nothing is promised yet.

    Raises:
        BadInput: and all that `enter_order` refuses.
    """
    entered = enter_order.inside(tx, order)
    shipments = confirm_order.inside(tx, entered.order_id).shipment_ids
    return PlacedInPart(entered.order_id, entered.number, entered.total, entered.currency, 0, shipments)
