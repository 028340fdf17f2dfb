"""Disputes: what a customer does not agree with, of an order or in general, until it is settled or dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict
from app.models import Dispute, SalesOrder
from app.models.base import utc_now
from app.services.accounts import known_customer
from app.services.context import use_case
from app.services.editing import changed_meanwhile
from app.services.rows import free_text, must_find, text_field
from app.services.shipments import record_events

SUBJECTS = ("delivery", "goods", "price", "invoice", "other")


class DisputeClosed(Conflict):
    """A dispute that is settled or dropped is not written on any more."""

    code = "dispute.closed"

    def __init__(self, dispute_id: int, state: str) -> None:
        super().__init__(
            f"This dispute is {state}.",
            hint="Open it again first; another desk may have closed it.",
            dispute_id=dispute_id,
            state=state,
        )


@dataclass(frozen=True, slots=True)
class DisputeWas:
    """A dispute that was answered, closed or opened again: `state` and `answer` as they were, `version` as it is now."""

    dispute_id: int
    customer_id: int
    state: str
    answer: str
    version: int


_ONE = (
    sa.select(*Dispute.__table__.columns)
    .where(Dispute.id == sa.bindparam("dispute"))
    .with_for_update(key_share=True)
)
_ORDER = sa.select(SalesOrder.id, SalesOrder.customer_id).where(SalesOrder.number == sa.bindparam("number"))


@use_case(Permission.CUSTOMER_EDIT)
def open_dispute(tx: Transaction, customer_id: int, subject: str, words: str, order: str = "") -> int:
    """Write down what a customer does not agree with; the dispute's id. It is said in the order's timeline, where it names one.

    Args:
        tx: The transaction.
        customer_id: Whose it is.
        subject: One of `SUBJECTS`.
        words: What they say.
        order: The number of the order that it is about; empty for none.

    Raises:
        BadInput: no such subject, no words, or the order is not one of theirs.
        Erased: the customer's data were taken out.
        NotFound: there is no such customer.
    """
    code = known_customer(tx, customer_id).code
    if subject not in SUBJECTS:
        raise BadInput(
            f"{subject!r} is nothing to dispute.",
            hint=f"There are {', '.join(SUBJECTS)}.",
            field="subject",
            value=subject,
        )
    words = free_text(text_field(words, "words"), "words")
    order_id = None
    if number := order.strip():
        found = tx.execute(_ORDER, {"number": number}).first()
        if found is None or found.customer_id != customer_id:
            raise BadInput(
                f"{number} is no order of customer {code}.",
                hint="Enter the number of one of their orders, or none.",
                field="order",
                value=number,
            )
        order_id = found.id
    values = {"customer_id": customer_id, "subject": subject, "words": words, "order_id": order_id}
    made: int = tx.execute(sa.insert(Dispute).values(values).returning(Dispute.id)).scalar_one()
    tx.changed("customer", customer_id)
    record_events(tx, [(order_id, "disputed", {"subject": subject})])
    return made


@use_case(Permission.CUSTOMER_EDIT)
def answer_dispute(tx: Transaction, dispute_id: int, answer: str, version: int) -> DisputeWas:
    """Write what we say to a dispute; it stays open. Answered with what stood there before, it is as it was.

    Raises:
        BadInput: the answer is too long, or cannot be printed.
        DisputeClosed: it is settled or dropped.
        Conflict: another desk changed it meanwhile.
        NotFound: there is no such dispute.
    """
    was = _locked(tx, dispute_id, ("open",))
    _write(tx, was, version, answer=free_text(answer, "answer"))
    return _as_it_was(was)


@use_case(Permission.CUSTOMER_EDIT)
def settle_dispute(tx: Transaction, dispute_id: int, answer: str, version: int) -> DisputeWas:
    """Close a dispute: we agreed, and the answer says on what.

    Raises:
        BadInput: the answer is empty, too long, or cannot be printed.
        DisputeClosed: it is settled or dropped already.
        Conflict: another desk changed it meanwhile.
        NotFound: there is no such dispute.
    """
    was = _locked(tx, dispute_id, ("open",))
    words = free_text(text_field(answer, "answer"), "answer")
    _write(tx, was, version, state="settled", answer=words, closed_at=utc_now(), closed_by=tx.actor)
    record_events(tx, [(was.order_id, "dispute_settled", {"subject": was.subject})])
    return _as_it_was(was)


@use_case(Permission.CUSTOMER_EDIT)
def drop_dispute(tx: Transaction, dispute_id: int, version: int) -> DisputeWas:
    """Close a dispute that nobody holds up any more; undoes `open_dispute`, too.

    Raises:
        DisputeClosed: it is settled or dropped already.
        Conflict: another desk changed it meanwhile.
        NotFound: there is no such dispute.
    """
    was = _locked(tx, dispute_id, ("open",))
    _write(tx, was, version, state="dropped", closed_at=utc_now(), closed_by=tx.actor)
    record_events(tx, [(was.order_id, "dispute_dropped", {"subject": was.subject})])
    return _as_it_was(was)


@use_case(Permission.CUSTOMER_EDIT)
def reopen_dispute(tx: Transaction, dispute_id: int, answer: str, version: int) -> DisputeWas:
    """Open a closed dispute again, with the answer that it had; undoes `settle_dispute` and `drop_dispute`.

    Raises:
        Conflict: it is open, or another desk changed it meanwhile.
        NotFound: there is no such dispute.
    """
    was = _locked(tx, dispute_id, ("settled", "dropped"))
    known_customer(tx, was.customer_id)
    words = free_text(answer, "answer")
    _write(tx, was, version, state="open", answer=words, closed_at=None, closed_by="")
    record_events(tx, [(was.order_id, "dispute_reopened", {"subject": was.subject})])
    return _as_it_was(was)


def _locked(tx: Transaction, dispute_id: int, states: tuple[str, ...]) -> Any:
    row = must_find(tx.execute(_ONE, {"dispute": dispute_id}).first(), "dispute", dispute_id)
    if row.state in states:
        return row
    if row.state == "open":
        raise Conflict("This dispute is open.", hint="Look at it again.", dispute_id=dispute_id)
    raise DisputeClosed(dispute_id, row.state)


def _write(tx: Transaction, was: Any, version: int, **values: Any) -> None:
    if was.version != version:
        raise changed_meanwhile("The dispute")
    tx.execute(sa.update(Dispute).where(Dispute.id == was.id).values(**values, version=version + 1))
    tx.changed("customer", was.customer_id)


def _as_it_was(was: Any) -> DisputeWas:
    return DisputeWas(was.id, was.customer_id, was.state, was.answer, was.version + 1)
