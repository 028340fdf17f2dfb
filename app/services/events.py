"""The order's timeline."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa

from app.database import Transaction
from app.models import OrderEvent

_INSERT = sa.insert(OrderEvent).inline()


def record_event(tx: Transaction, order_id: int, verb: str, **facts: object) -> None:
    """Add a line to an order's timeline and announce the order; facts are plain values."""
    tx.execute(
        _INSERT,
        {"order_id": order_id, "verb": verb, "facts": msgspec.json.encode(facts).decode() if facts else ""},
    )
    tx.changed("sales_order", order_id)
