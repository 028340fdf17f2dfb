"""Tags: words that people put on orders to find them by; rules put them there too (`ruling.py`)."""

from __future__ import annotations

import sqlalchemy as sa

from app.database import Transaction
from app.domain.order_rules import tag_of
from app.domain.permissions import Permission
from app.errors import NotFound
from app.models import OrderTag, SalesOrder
from app.services.context import use_case
from app.services.ruling import put_tags
from app.services.shipments import record_events

_THERE = sa.select(SalesOrder.id).where(SalesOrder.id.in_(sa.bindparam("ids", expanding=True)))
_OFF = (
    sa.delete(OrderTag)
    .where(OrderTag.tag == sa.bindparam("tag"), OrderTag.order_id.in_(sa.bindparam("ids", expanding=True)))
    .returning(OrderTag.order_id)
)


@use_case(Permission.ORDER_ENTER)
def tag_orders(tx: Transaction, order_ids: tuple[int, ...], tag: str) -> tuple[int, ...]:
    """Put a tag on orders, of whatever state; those that had it not. `untag_orders` of these undoes it.

    Raises:
        BadInput: it cannot be a tag.
        NotFound: one of the orders is not there.
    """
    word = tag_of(tag)
    ids = sorted(set(order_ids))
    there = set(tx.execute(_THERE, {"ids": ids}).scalars()) if ids else set()
    for order_id in ids:
        if order_id not in there:
            raise NotFound(f"There is no order {order_id}.", hint="Look it up again.", order_id=order_id)
    made = put_tags(tx, [(order_id, word) for order_id in ids])
    if made:
        record_events(tx, [(order_id, "tagged", {"tag": word}) for order_id in made])
    return tuple(made)


@use_case(Permission.ORDER_ENTER)
def untag_orders(tx: Transaction, order_ids: tuple[int, ...], tag: str) -> tuple[int, ...]:
    """Take a tag off orders; those that had it. `tag_orders` of these undoes it.

    Raises:
        BadInput: it cannot be a tag.
    """
    word = tag_of(tag)
    gone = sorted(tx.execute(_OFF, {"tag": word, "ids": list(order_ids)}).scalars()) if order_ids else []
    if gone:
        record_events(tx, [(order_id, "untagged", {"tag": word}) for order_id in gone])
    return tuple(gone)
