"""What was paid for an order, or is said to be, and who saw the money."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict
from app.models import Payment, SalesOrder
from app.models.base import actor_name, utc_now
from app.services.context import use_case
from app.services.order_rows import lock_order
from app.services.order_settling import settle_order
from app.services.rows import CODE_LENGTH, free_text, must_find
from app.services.shipments import record_events

METHODS = ("transfer", "card", "cash", "cheque", "shop")
MOST = 10**15
_STATES = ("quote", "draft", "confirmed", "closed")


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment of an order; `verified` in minor units is what was seen of all payments in the order's currency."""

    payment_id: int
    order_id: int
    verified: int


_NEW = sa.insert(Payment).returning(Payment.id)
_FOUND = sa.select(
    *(Payment.id, Payment.order_id, Payment.amount, Payment.currency, Payment.verified_at, Payment.method)
).where(Payment.id == sa.bindparam("payment"))
_SEEN = (
    sa.update(Payment)
    .where(Payment.id == sa.bindparam("payment"))
    .values(verified_at=utc_now(), verified_by=actor_name())
)
_UNSEEN = (
    sa.update(Payment).where(Payment.id == sa.bindparam("payment")).values(verified_at=None, verified_by="")
)
_SUM = (
    sa.select(sa.func.coalesce(sa.func.sum(Payment.amount), 0))
    .join(SalesOrder, SalesOrder.id == Payment.order_id)
    .where(
        Payment.order_id == sa.bindparam("order"),
        Payment.verified_at.is_not(None),
        Payment.currency == SalesOrder.currency,
    )
)


@use_case(Permission.ORDER_ENTER)
def record_payment(
    tx: Transaction, order_id: int, method: str, amount: int, reference: str = "", currency: str = ""
) -> Paid:
    """Note what is said to be paid for an order, in minor units; it counts once somebody saw the money.

    Raises:
        BadInput: the method is not known, or the amount cannot be.
        Conflict: the order is cancelled.
        NotFound: there is no such order.
    """
    if method not in METHODS:
        raise BadInput(
            f"{method!r} is no way to pay.",
            hint=f"There are {', '.join(METHODS)}.",
            field="method",
            value=method,
        )
    if not 0 < amount <= MOST:
        raise BadInput(
            "A payment is more than nothing.", hint="Enter the amount.", field="amount", value=amount
        )
    order = lock_order(tx, order_id, _STATES, "pay")
    values = {
        "order_id": order_id,
        "method": method,
        "reference": free_text(reference, "reference", CODE_LENGTH),
        "currency": currency or order.currency,
        "amount": amount,
    }
    payment_id: int = tx.execute(_NEW, values).scalar_one()
    return _told(tx, payment_id, order_id, "payment_recorded", {"method": method, "amount": amount})


@use_case(Permission.ORDER_APPROVE, Permission.ORDER_ENTER)
def verify_payment(tx: Transaction, payment_id: int) -> Paid:
    """Say that the money of a payment was seen; questions that waited for it are resolved.

    Raises:
        Conflict: it was verified already.
        NotFound: there is no such payment.
    """
    found = must_find(tx.execute(_FOUND, {"payment": payment_id}).first(), "payment", payment_id)
    lock_order(tx, found.order_id, (*_STATES, "cancelled"), "verify a payment")
    if found.verified_at is not None:
        raise Conflict("This payment is verified already.", hint="Look at the order again.")
    tx.execute(_SEEN, {"payment": payment_id})
    return _told(tx, payment_id, found.order_id, "payment_verified", {"amount": found.amount})


@use_case(Permission.ORDER_APPROVE, Permission.ORDER_ENTER)
def doubt_payment(tx: Transaction, payment_id: int) -> Paid:
    """Take back that the money of a payment was seen; undoes `verify_payment` while the order is no more than a draft.

    Raises:
        Conflict: it is not verified, or the order was confirmed on it.
        NotFound: there is no such payment.
    """
    found = must_find(tx.execute(_FOUND, {"payment": payment_id}).first(), "payment", payment_id)
    lock_order(tx, found.order_id, ("quote", "draft"), "doubt a payment")
    if found.verified_at is None:
        raise Conflict("This payment is not verified.", hint="Look at the order again.")
    tx.execute(_UNSEEN, {"payment": payment_id})
    return _told(tx, payment_id, found.order_id, "payment_doubted", {"amount": found.amount})


def _told(tx: Transaction, payment_id: int, order_id: int, verb: str, facts: dict[str, object]) -> Paid:
    tx.changed("sales_order", order_id)
    record_events(tx, [(order_id, verb, facts)])
    settle_order(tx, order_id)
    return Paid(payment_id, order_id, int(tx.execute(_SUM, {"order": order_id}).scalar_one()))
