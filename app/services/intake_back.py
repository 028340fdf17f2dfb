"""Taking an accepted message back while its order is still a draft, and what a customer calls our articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import Refused
from app.integrations.channels.reading import reading_from_json
from app.models import CustomerArticle, IntakeMessage, SalesOrder
from app.services.context import use_case
from app.services.intake import mend_message, refuse_message, reopen_message
from app.services.intake_terms import FiledMessage, NotOpen
from app.services.order_changes import cancel_order
from app.services.rows import free_text, must_find

MISTAKE = "entry-error"
"""Why the order of a message that is taken back is cancelled (`services/reasons.py`)."""


class TakenFurther(Refused):
    """The order that a message became is more than a draft by now."""

    code = "intake.taken_further"


_M = IntakeMessage
_ACCEPTED = (
    sa.select(_M.id, _M.state, _M.external_number, _M.order_id)
    .where(_M.id == sa.bindparam("message"))
    .with_for_update(key_share=True)
)
_ORDER = sa.select(SalesOrder.number, SalesOrder.state, SalesOrder.external_number).where(
    SalesOrder.id == sa.bindparam("order")
)
_FREE: Any = (
    sa.update(SalesOrder)
    .where(SalesOrder.id == sa.bindparam("order"))
    .values(external_number=sa.bindparam("name"), version=SalesOrder.version + 1)
)
_APART = (
    sa.update(_M)
    .where(_M.id == sa.bindparam("message"))
    .values(state="refused", order_id=None, version=_M.version + 1)
)
_IN_CONFLICT = (
    sa.select(_M.state, _M.name, _M.channel, _M.external_number, _M.reading, _M.version)
    .where(_M.id == sa.bindparam("message"))
    .with_for_update(key_share=True)
)
_OTHERS = (
    sa.select(_M.id, _M.state, _M.reading)
    .where(
        _M.channel == sa.bindparam("channel"),
        _M.external_number == sa.bindparam("number"),
        _M.state != "refused",
        _M.id != sa.bindparam("but"),
    )
    .order_by(_M.id)
)
_STANDS = sa.select(SalesOrder.number, SalesOrder.state).where(
    SalesOrder.source == sa.bindparam("source"), SalesOrder.external_number == sa.bindparam("number")
)
_KNOWN = sa.select(CustomerArticle.code, CustomerArticle.product_id).where(
    CustomerArticle.customer_id == sa.bindparam("customer"),
    CustomerArticle.code.in_(sa.bindparam("codes", expanding=True)),
)
_FORGET = sa.delete(CustomerArticle).where(
    CustomerArticle.customer_id == sa.bindparam("customer"),
    CustomerArticle.code.in_(sa.bindparam("codes", expanding=True)),
)
_REMEMBER = sa.insert(CustomerArticle)


@use_case(Permission.ORDER_IMPORT, Permission.ORDER_CANCEL, Permission.STOCK_RESERVE)
def take_back_message(tx: Transaction, message_id: int) -> FiledMessage:
    """Undo `accept_message`: the draft is cancelled, and its message waits again.

    The cancelled order keeps the message among its papers; its outside number says that it was taken back, so that the
    message can be entered anew.

    Raises:
        TakenFurther: the order is confirmed, closed or cancelled.
        NotOpen: the message was not accepted.
        NotFound: there is no such message.
    """
    row = must_find(tx.execute(_ACCEPTED, {"message": message_id}).first(), "message", message_id)
    if row.state != "accepted":
        raise NotOpen(
            f"The message with order {row.external_number} is {row.state}.",
            hint="Look at it again; another desk may have been first.",
            number=row.external_number,
            state=row.state,
        )
    order = tx.execute(_ORDER, {"order": row.order_id}).one()
    if order.state != "draft":
        raise TakenFurther(
            f"Order {order.number} is {order.state}; its message stays accepted.",
            hint="Change or cancel the order itself.",
            order=order.number,
            state=order.state,
        )
    cancel_order.inside(tx, row.order_id, MISTAKE)
    name = f"{order.external_number} ({order.number})"
    tx.execute(_FREE, {"order": row.order_id, "name": name})
    tx.execute(_APART, {"message": message_id})
    tx.changed("sales_order", row.order_id)
    return reopen_message.inside(tx, message_id)


@use_case(Permission.ORDER_IMPORT, Permission.ORDER_CANCEL, Permission.STOCK_RESERVE)
def prefer_message(tx: Transaction, message_id: int) -> FiledMessage:
    """Let a message in conflict stand instead of the version that came before, which is refused; nothing else is in its way then.

    Raises:
        TakenFurther: the other version is an order that is more than a draft.
        NotOpen: the message is in no conflict any more.
        NotFound: there is no such message.
    """
    row = must_find(tx.execute(_IN_CONFLICT, {"message": message_id}).first(), "message", message_id)
    if row.state != "conflict":
        raise NotOpen(
            f"The message with order {row.external_number} is {row.state}.",
            hint="Look at it again; another desk may have been first.",
            number=row.external_number,
            state=row.state,
        )
    reading = reading_from_json(row.reading)
    named = {"channel": row.channel, "number": row.external_number, "but": message_id}
    for other in tx.execute(_OTHERS, named).all():
        if reading_from_json(other.reading).source != reading.source:
            continue
        if other.state == "accepted":
            take_back_message.inside(tx, other.id)
        refuse_message.inside(tx, other.id, f"replaced: {row.name}")
    order = tx.execute(_STANDS, {"source": reading.source, "number": reading.number}).first()
    if order is not None:
        raise TakenFurther(
            f"Order {order.number} is {order.state}; its message stays accepted.",
            hint="Change or cancel the order itself.",
            order=order.number,
            state=order.state,
        )
    return mend_message.inside(tx, message_id, reading, row.version)


@use_case(Permission.ORDER_ENTER)
def remember_articles(tx: Transaction, customer_id: int, articles: Sequence[tuple[str, int]]) -> int:
    """Keep what a customer calls our articles, for the next order: (their number, product); how many are new.

    A number that meant another article means this one from now on.

    Raises:
        BadInput: a number is longer than a code may be.
    """
    wanted = {code: product for text, product in articles if (code := free_text(text, "article", 60).strip())}
    if not wanted:
        return 0
    named = {"customer": customer_id, "codes": sorted(wanted)}
    known = {row.code: row.product_id for row in tx.execute(_KNOWN, named)}
    new = {code: product for code, product in wanted.items() if known.get(code) != product}
    other = sorted(set(new) & set(known))
    if other:
        tx.execute(_FORGET, {"customer": customer_id, "codes": other})
    if new:
        rows = [
            {"customer_id": customer_id, "code": code, "product_id": product}
            for code, product in sorted(new.items())
        ]
        tx.execute(_REMEMBER, rows)
        tx.changed("customer", customer_id)
    return len(new)
