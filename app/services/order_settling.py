"""Questions of an order kept beside it: asked when it is entered or changed, resolved when they no longer hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Concatenate, ParamSpec, TypeVar

import msgspec
import sqlalchemy as sa

from app.database import Transaction
from app.domain.order_questions import (
    ABSENT,
    ADDRESS,
    ADDRESS_DOUBT,
    BLOCKED,
    CREDIT,
    DISCONTINUED,
    DUPLICATE,
    FLOOR,
    HIGH,
    LATE,
    LOW,
    OVERDUE,
    UNPAID,
    Finding,
    Severity,
    covers,
    find_questions,
)
from app.domain.permissions import Permission, Role
from app.errors import Refused
from app.models import OrderCheck, OrderLine, SalesOrder
from app.models.base import actor_name, utc_now
from app.models.bulk import BulkInsert, Executes
from app.queries.order_questions import Asked, AskedLine, read_facts
from app.services.context import Context, UseCase, use_case
from app.services.rows import must_find

P = ParamSpec("P")
R = TypeVar("R")

NAMES: Mapping[str, str] = {
    ADDRESS: "Address incomplete",
    ADDRESS_DOUBT: "Address doubtful",
    FLOOR: "Price below floor",
    CREDIT: "Credit limit exceeded",
    OVERDUE: "Invoices overdue",
    DUPLICATE: "Same reference again",
    HIGH: "Unusual quantity",
    LOW: "Unusually small quantity",
    ABSENT: "Usual article absent",
    LATE: "Usual order overdue",
    BLOCKED: "Product blocked",
    DISCONTINUED: "Product discontinued",
    UNPAID: "Payment not verified",
}
"""What refusals call a question, as the screens do (`views/parts/question_words.py`): so it is translated."""


class QuestionsOpen(Refused):
    """The order has questions that somebody must settle before it is confirmed; `facts["codes"]` names them.

    `number` and `order_id` are empty where the order is not written.
    """

    code = "order.questions"

    def __init__(self, number: str, findings: Sequence[Finding], order_id: int = 0) -> None:
        codes = tuple(dict.fromkeys(one.code for one in findings))
        questions = ", ".join(NAMES.get(code, code) for code in codes)
        hint = "Settle them, or have somebody approve them who may."
        given: dict[str, object] = {
            "order": number,
            "questions": questions,
            "codes": codes,
            "order_id": order_id,
        }
        if number:
            super().__init__(f"Order {number} has open questions: {questions}.", hint=hint, **given)
        else:
            super().__init__(f"This order has open questions: {questions}.", hint=hint, **given)


_ORDER = sa.select(
    *(SalesOrder.id, SalesOrder.number, SalesOrder.state, SalesOrder.customer_id, SalesOrder.warehouse_id),
    *(SalesOrder.currency, SalesOrder.total, SalesOrder.kind, SalesOrder.discount),
    *(SalesOrder.customer_reference, SalesOrder.ship_address_id, SalesOrder.carrier_service_id),
).where(SalesOrder.id == sa.bindparam("order"))
_LINES = (
    sa.select(
        *(OrderLine.id, OrderLine.position, OrderLine.product_id, OrderLine.unit_price, OrderLine.discount),
        (OrderLine.qty - OrderLine.cancelled).label("left"),
    )
    .where(OrderLine.order_id == sa.bindparam("order"), OrderLine.cancelled < OrderLine.qty)
    .order_by(OrderLine.position)
)
_KNOWN = (
    sa.select(
        *(OrderCheck.id, OrderCheck.order_line_id, OrderCheck.code, OrderCheck.severity, OrderCheck.owner),
        *(OrderCheck.facts, OrderCheck.amount, OrderCheck.state),
    )
    .where(
        OrderCheck.order_id == sa.bindparam("order"),
        OrderCheck.state.in_(("open", "approved", "overridden")),
    )
    .order_by(OrderCheck.id)
)
_RESOLVED = (
    sa.update(OrderCheck)
    .where(OrderCheck.id.in_(sa.bindparam("ids", expanding=True)), OrderCheck.state == "open")
    .values(state="resolved", decided_at=utc_now(), decided_by=actor_name(), version=OrderCheck.version + 1)
)
_CLOSED = (
    sa.update(OrderCheck)
    .where(OrderCheck.order_id == sa.bindparam("order"), OrderCheck.state == "open")
    .values(state="resolved", decided_at=utc_now(), decided_by=actor_name(), version=OrderCheck.version + 1)
)
_NEW = BulkInsert(OrderCheck, ("order_id", "order_line_id", "code", "severity", "owner", "facts", "amount"))
_ENCODER = msgspec.json.Encoder(order="deterministic")


def asked_of(source: Executes, order_id: int) -> tuple[Any, Asked]:
    """The row of an order that is written, and what is asked of it.

    Raises:
        NotFound: there is no such order.
    """
    order = must_find(source.execute(_ORDER, {"order": order_id}).first(), "order", order_id)
    lines = tuple(
        AskedLine(row.position, row.product_id, row.left, row.unit_price, row.discount, row.id)
        for row in source.execute(_LINES, {"order": order_id})
    )
    return order, Asked(
        order.customer_id,
        order.warehouse_id,
        order.currency,
        order.total,
        lines,
        order_id=order.id,
        kind=order.kind,
        discount=order.discount,
        reference=order.customer_reference,
        address_id=order.ship_address_id,
        carrier_service_id=order.carrier_service_id,
    )


def findings_of(source: Executes, asked: Asked) -> tuple[Finding, ...]:
    """What is questioned of an order now, whatever was decided of it."""
    facts = read_facts(source, asked)
    return () if facts is None else find_questions(facts)


def settle_new(
    tx: Transaction, order_id: int, values: Mapping[str, Any], line_ids: Sequence[int], lines: Sequence[Any]
) -> None:
    """Ask an order that was written in this transaction, and keep what was found; see `ask_new`."""
    _write(tx, order_id, ask_new(tx, order_id, values, line_ids, lines))


def ask_new(
    tx: Transaction, order_id: int, values: Mapping[str, Any], line_ids: Sequence[int], lines: Sequence[Any]
) -> tuple[Finding, ...]:
    """Ask an order that was written in this transaction, in two statements; nothing is kept.

    Args:
        tx: Where it was written.
        order_id: Which.
        values: The columns of its row.
        line_ids: Its lines.
        lines: The same with product, quantity, price and discount.
    """
    asked = Asked(
        values["customer_id"],
        values["warehouse_id"],
        values["currency"],
        values["total"],
        tuple(
            AskedLine(position, one.product_id, one.qty, one.unit_price, one.discount, line_id)
            for position, (line_id, one) in enumerate(zip(line_ids, lines, strict=True), 1)
        ),
        order_id=order_id,
        kind=values.get("kind") or "sale",
        discount=values.get("discount") or Decimal(0),
        reference=values["customer_reference"],
        address_id=values["ship_address_id"],
        carrier_service_id=values["carrier_service_id"],
    )
    return findings_of(tx, asked)


def settle_order(tx: Transaction, order_id: int) -> tuple[Finding, ...]:
    """Ask a quote or draft anew: open questions that no longer hold become resolved, new ones are kept; what is open after it.

    What was decided stays as long as the same is at stake, or less; a closed, cancelled or confirmed order is left as it is.

    Raises:
        NotFound: there is no such order.
    """
    order, asked = asked_of(tx, order_id)
    if order.state != "draft":
        return ()
    known = [(row.id, row.state, _finding(row)) for row in tx.execute(_KNOWN, {"order": order_id})]
    decided = [one for _, state, one in known if state != "open"]
    waiting = {key: _key(one) for key, state, one in known if state == "open"}
    asked_now = findings_of(tx, asked)
    open_now = [one for one in asked_now if not any(covers(old, one) for old in decided)]
    wanted = {_key(one) for one in open_now}
    there = set(waiting.values())
    new = [one for one in open_now if _key(one) not in there]
    gone = [key for key, one in waiting.items() if one not in wanted]
    if gone:
        tx.execute(_RESOLVED, {"ids": gone})
        tx.changed("sales_order", order_id)
    _write(tx, order_id, new)
    return tuple(open_now)


def close_questions(tx: Transaction, order: Any) -> None:
    """Nothing is asked any more of a quote or draft that is about to be cancelled; revived, it is asked anew."""
    if order.state in ("quote", "draft"):
        tx.execute(_CLOSED, {"order": order.id})


class AskingCase(UseCase[P, R]):
    """A use case that a question may refuse; what was found is kept all the same, so that somebody can settle it."""

    def __call__(self, ctx: Context, *args: P.args, **kwargs: P.kwargs) -> R:
        """Do it as this person at this desk.

        Raises:
            QuestionsOpen: the order was asked anew and something stops it; that alone is written.
            AppError: whatever else the use case refuses.
        """
        try:
            return super().__call__(ctx, *args, **kwargs)
        except QuestionsOpen as refusal:
            order_id = refusal.facts.get("order_id")
            if isinstance(order_id, int) and order_id and Permission.ORDER_ENTER in ctx.rights:
                settle_questions(ctx.once(""), order_id)
            raise


def asking_case(
    *permissions: Permission,
) -> Callable[[Callable[Concatenate[Transaction, P], R]], AskingCase[P, R]]:
    """Make a function a use case, as `use_case` does, whose questions are kept when they refuse it."""

    def make(body: Callable[Concatenate[Transaction, P], R]) -> AskingCase[P, R]:
        return AskingCase(body, permissions)

    return make


@use_case(Permission.ORDER_ENTER)
def settle_questions(tx: Transaction, order_id: int) -> tuple[Finding, ...]:
    """Ask an order anew and keep what was found; see `settle_order`."""
    return settle_order(tx, order_id)


def check_settled(tx: Transaction, order_id: int, number: str) -> None:
    """Ask a draft that is about to be confirmed anew, and go on only where nothing stops it; what informed is done with.

    Raises:
        QuestionsOpen: something stops it.
    """
    found = settle_order(tx, order_id)
    refuse_open(number, found, order_id)
    if found:
        tx.execute(_CLOSED, {"order": order_id})


def refuse_open(number: str, findings: Iterable[Finding], order_id: int = 0) -> None:
    """Go on only where none of these stops an order.

    Raises:
        QuestionsOpen: one does.
    """
    if stopping := [one for one in findings if one.stops]:
        raise QuestionsOpen(number, stopping, order_id)


def _write(tx: Transaction, order_id: int, findings: Sequence[Finding]) -> None:
    if not findings:
        return
    rows = [
        {
            "order_id": order_id,
            "order_line_id": one.line,
            "code": one.code,
            "severity": one.severity.value,
            "owner": one.owner.value,
            "facts": facts_text(one.facts),
            "amount": one.amount,
        }
        for one in findings
    ]
    _NEW(tx, rows)
    tx.changed("sales_order", order_id)


def facts_text(facts: Mapping[str, Any]) -> str:
    """Facts as they are kept: the same facts are the same text."""
    return _ENCODER.encode(dict(facts)).decode()


def _finding(row: Any) -> Finding:
    return Finding(
        *(row.code, Severity(row.severity), Role(row.owner)),
        msgspec.json.decode(row.facts or "{}"),
        *(row.amount, row.order_line_id),
    )


def _key(one: Finding) -> tuple[object, ...]:
    return (one.code, one.line, one.severity, one.amount, facts_text(one.facts))
