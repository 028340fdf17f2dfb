"""How much waits at each step, for the rail: every count stops at 10,001."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import Manifest, OrderCheck, PurchaseOrder, ReturnOrder, SalesOrder, Shipment, Wave
from app.queries.pages import COUNTED


def _some(column: Any, *where: Any) -> sa.ScalarSelect[int]:
    few = sa.select(column).where(*where).limit(COUNTED).subquery()
    return sa.select(sa.func.count()).select_from(few).scalar_subquery()


_QUESTIONED = (
    sa.select(OrderCheck.order_id)
    .where(
        sa.text("order_check.state = 'open'"), OrderCheck.severity != "informs"
    )  # as the partial index says it
    .distinct()
    .limit(COUNTED)
    .subquery()
)
_WAITING = sa.select(
    _some(SalesOrder.id, SalesOrder.state.in_(("draft", "confirmed"))).label("orders"),
    sa.select(sa.func.count()).select_from(_QUESTIONED).scalar_subquery().label("unresolved"),
    _some(Wave.id, Wave.state == "open").label("pick-lists"),
    _some(Shipment.id, Shipment.state.in_(("picked", "packing"))).label("packing"),
    _some(Manifest.id, Manifest.state.in_(("open", "closed"))).label("dispatch"),
    _some(Shipment.id, Shipment.state == "packed").label("shipments"),
    _some(ReturnOrder.id, ReturnOrder.state.in_(("authorised", "received", "inspected"))).label("returns"),
    _some(PurchaseOrder.id, PurchaseOrder.status == "open").label("goods-in"),
)


def waiting(connection: Connection) -> dict[str, int]:
    """What waits, by the id of the screen where it is done."""
    return dict(connection.execute(_WAITING).one()._mapping)
