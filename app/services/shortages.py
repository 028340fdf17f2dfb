"""Settling a shortage: more of a product is promised than may be sold, so the latest promises are taken back."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import SHIPMENT
from app.domain.permissions import Permission
from app.errors import Conflict
from app.models import ShipmentLine
from app.models.stock import OWN_STOCK
from app.services import goods
from app.services.context import use_case
from app.services.ledger import LedgerRow, post_moves
from app.services.locks import lock_levels, lock_lines
from app.services.losses import Shorted, latest_first
from app.services.shipments import lock_shipments, record_events
from app.services.states import move_state


@dataclass(frozen=True, slots=True)
class Settled:
    """The promises that were taken back, and the pieces that are still promised too much since their goods are claimed."""

    shorted: tuple[Shorted, ...]
    left: int


_OPEN_LINES = sa.select(ShipmentLine.id, ShipmentLine.shipment_id).where(
    ShipmentLine.product_id == sa.bindparam("product"),
    ShipmentLine.warehouse_id == sa.bindparam("warehouse"),
    ShipmentLine.owner_id == OWN_STOCK,
    ShipmentLine.reserved > ShipmentLine.allocated,
)


@use_case(Permission.STOCK_RESERVE)
def settle_shortage(tx: Transaction, product_id: int, warehouse_id: int) -> Settled:
    """Take promises on a product back until what is left may be sold, the latest promise first; those shipments wait again.

    Goods that are claimed for picking stay claimed.

    Raises:
        Conflict: nothing is promised too much.
        NotFound: there is no such product.
    """
    article = goods.articles(tx, {product_id})[product_id]
    found = tx.execute(_OPEN_LINES, {"product": product_id, "warehouse": warehouse_id}).all()
    heads = (
        {head.id: head for head in lock_shipments(tx, {row.shipment_id for row in found})} if found else {}
    )
    lines = [line for line in lock_lines(tx, [row.id for row in found]) if line.shipment_id in heads]
    missing = sum(
        level.reserved - level.sellable for level in lock_levels(tx, [product_id], warehouse_id, OWN_STOCK)
    )
    if missing <= 0:
        raise Conflict(
            f"No more of {article.sku} is promised than there is.",
            hint="Look at its stock again.",
            sku=article.sku,
        )
    shorted: list[Shorted] = []
    for line in sorted(
        lines,
        key=lambda one: latest_first(
            heads[one.shipment_id].promised_on, heads[one.shipment_id].priority, one.id
        ),
    ):
        head = heads[line.shipment_id]
        if (taken := min(missing, line.reserved - line.allocated)) > 0:
            shorted.append(Shorted(line.id, head.id, head.number, head.order_id, product_id, taken))
            missing -= taken
    post_moves(
        tx,
        [
            LedgerRow(
                "release", product_id, one.qty, shipment_line_id=one.shipment_line_id, reason="shortage"
            )
            for one in shorted
        ],
    )
    reserved = {one.shipment_id for one in shorted if heads[one.shipment_id].state == "reserved"}
    move_state(tx, SHIPMENT, sorted(reserved), "unreserve")
    for one in shorted:
        tx.changed("shipment", one.shipment_id)
    record_events(
        tx,
        [
            (one.order_id, "shorted", {"shipment": one.shipment_number, "sku": article.sku, "qty": one.qty})
            for one in shorted
        ],
    )
    return Settled(tuple(shorted), missing)
