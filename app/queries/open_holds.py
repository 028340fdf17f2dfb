"""The holds that bind orders now, for whoever lets several go at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import OrderHold


@dataclass(frozen=True, slots=True)
class OpenHold:
    """A hold that was not released; held again by mistake let go, it gets these values anew."""

    id: int
    reason: str
    until: date | None
    note: str


_HOLDS = (
    sa.select(OrderHold.order_id, OrderHold.id, OrderHold.reason, OrderHold.until, OrderHold.note)
    .where(OrderHold.order_id.in_(sa.bindparam("ids", expanding=True)), OrderHold.released_at.is_(None))
    .order_by(OrderHold.id)
)


def open_holds(connection: Connection, order_ids: Sequence[int]) -> dict[int, tuple[OpenHold, ...]]:
    """The holds of orders by order, the oldest first; an order without one is not among them."""
    found: dict[int, list[OpenHold]] = defaultdict(list)
    for row in connection.execute(_HOLDS, {"ids": list(order_ids)}) if order_ids else ():
        found[row.order_id].append(OpenHold(row.id, row.reason, row.until, row.note))
    return {order: tuple(holds) for order, holds in found.items()}
