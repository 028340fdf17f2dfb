"""Questions before an order is confirmed: asked while it is typed, approved within limits, overridden for a reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.order_questions import OVERRIDABLE, Finding, Severity
from app.domain.permissions import ROLE_PERMISSIONS, Permission, Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound, Refused
from app.models import ApprovalLimit, OrderCheck, SalesOrder
from app.models.base import actor_name, utc_now
from app.queries.order_questions import Asked, AskedLine
from app.services.context import Context, use_case
from app.services.order_entry import NewOrder
from app.services.order_settling import NAMES, QuestionsOpen, asked_of, findings_of, settle_questions
from app.services.quoting import Quote, quote_order
from app.services.rows import free_text
from app.services.shipments import record_events

__all__ = [
    "BeyondLimit",
    "Decided",
    "NotOverridable",
    "QuestionsOpen",
    "approve",
    "ask",
    "decide_open",
    "limits_for",
    "note_on_order",
    "override",
    "reopen",
    "settle_questions",
]

UNLIMITED = 2**62
"""What somebody may approve who administers people: more than any order costs."""


class BeyondLimit(NotAllowed):
    """More is at stake than this person may approve."""

    code = "order.approval_limit"


class NotOverridable(Refused):
    """What blocks cannot be decided away; it must be put right."""

    code = "order.not_overridable"


@dataclass(frozen=True, slots=True)
class Decided:
    """Questions of an order that were decided now, and what stops it still."""

    order_id: int
    check_ids: tuple[int, ...]
    still_open: int


_CHECKS = (
    sa.select(
        *(OrderCheck.id, OrderCheck.order_id, OrderCheck.code, OrderCheck.severity, OrderCheck.amount),
        *(OrderCheck.state, SalesOrder.number, SalesOrder.state.label("order_state"), SalesOrder.currency),
    )
    .join(SalesOrder, SalesOrder.id == OrderCheck.order_id)
    .where(OrderCheck.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(OrderCheck.id)
    .with_for_update(of=SalesOrder, key_share=True)
)
_OPEN_OF = (
    sa.select(OrderCheck.id, OrderCheck.code, OrderCheck.severity)
    .where(
        OrderCheck.order_id == sa.bindparam("order"),
        OrderCheck.state == "open",
        OrderCheck.severity != Severity.INFORMS.value,
    )
    .order_by(OrderCheck.id)
)
_STILL = (
    sa.select(sa.func.count())
    .select_from(OrderCheck)
    .where(
        OrderCheck.order_id == sa.bindparam("order"),
        OrderCheck.state == "open",
        OrderCheck.severity != Severity.INFORMS.value,
    )
)
_DECIDE = (
    sa.update(OrderCheck)
    .where(OrderCheck.id.in_(sa.bindparam("ids", expanding=True)))
    .values(
        state=sa.bindparam("became"),
        note=sa.bindparam("words"),
        decided_at=utc_now(),
        decided_by=actor_name(),
        version=OrderCheck.version + 1,
    )
)
_REOPEN = (
    sa.update(OrderCheck)
    .where(OrderCheck.id.in_(sa.bindparam("ids", expanding=True)))
    .values(state="open", decided_at=None, decided_by="", note="", version=OrderCheck.version + 1)
)
_LIMITS = sa.select(ApprovalLimit.code, sa.func.max(ApprovalLimit.most)).where(
    ApprovalLimit.role.in_(sa.bindparam("roles", expanding=True))
)


def ask(ctx: Context, order: NewOrder | int, quote: Quote | None = None) -> tuple[Finding, ...]:
    """What is questioned of an order now; nothing is written. Two statements where a quote of it is given.

    Args:
        ctx: Who asks.
        order: As it is being typed, or the id of one that is written.
        quote: What `quote_order` said of the same order; without it that is asked first. Lines that it refuses are left out.

    Raises:
        NotFound: there is no such order, customer or warehouse.
        NotAllowed: the person may not enter orders.
    """
    ctx.require(Permission.ORDER_ENTER)
    if isinstance(order, int):
        with ctx.reading() as connection:
            return findings_of(connection, asked_of(connection, order)[1])
    quoted = quote or quote_order(ctx, order)
    asked = asked_now(order, quoted)
    with ctx.reading() as connection:
        return findings_of(connection, asked)


def asked_now(order: NewOrder, quote: Quote, order_id: int = 0) -> Asked:
    """What is asked of an order that is being typed, with the prices of its quote; `order_id` where it changes a draft."""
    lines = [
        AskedLine(position, line.product_id, line.qty, line.priced.unit_price, line.priced.discount)
        for position, line in enumerate(quote.lines, 1)
        if line.priced is not None
    ]
    more: dict[str, Any] = {
        name: value for name in ("kind", "discount") if (value := getattr(order, name, None)) is not None
    }
    return Asked(
        *(order.customer_id, order.warehouse_id, quote.currency, quote.sums.total, tuple(lines)),
        order_id=order_id,
        reference=order.customer_reference,
        address=order.ship_address,
        carrier_service_id=order.carrier_service_id,
        **more,
    )


def roles_held(rights: Collection[Permission]) -> tuple[Role, ...]:
    """The roles of which somebody holds every right: they approve as far as these do. The database asks the same way."""
    return tuple(role for role in Role if ROLE_PERMISSIONS[role] <= frozenset(rights))


def limits_for(ctx: Context) -> dict[str, int]:
    """Up to which amount the person approves a kind of question; one that is not named not at all."""
    if Permission.ORDER_APPROVE not in ctx.rights:
        return {}
    with ctx.reading() as connection:
        return _limits(connection, ctx.rights)


def approve(ctx: Context, check_ids: Sequence[int], note: str = "") -> Decided:
    """Approve questions of one order that take an approval, each within the person's limit; all of them, or none.

    Raises:
        BeyondLimit: more is at stake than the person may approve, or they may not approve this kind at all.
        Conflict: a question is not open any more, takes no approval, or the order is no draft.
        NotFound: there is no such question.
    """
    return _approve(ctx, tuple(check_ids), note, tuple(roles_held(ctx.rights)))


@use_case(Permission.ORDER_APPROVE)
def _approve(tx: Transaction, check_ids: tuple[int, ...], note: str, roles: tuple[Role, ...]) -> Decided:
    words = free_text(note, "note")
    checks = _locked(tx, check_ids)
    limits = _limits(tx, None, roles)
    for one in checks:
        _check_open(one)
        name = NAMES[one.code]
        if one.severity != Severity.APPROVAL.value:
            raise Conflict(
                f"{name}: this takes no approval.",
                hint="Put it right, or override it with a reason.",
                question=one.code,
            )
        check_limit(one.code, one.amount, limits)
    return _decide(tx, checks, "approved", words)


@use_case(Permission.ORDER_APPROVE)
def override(tx: Transaction, check_id: int, note: str) -> Decided:
    """Let an order pass although something blocks it, for a reason that is kept.

    Raises:
        NotOverridable: it must be put right.
        BadInput: no reason is given.
        Conflict: the question is not open any more, does not block, or the order is no draft.
        NotFound: there is no such question.
    """
    words = _reason(note)
    checks = _locked(tx, (check_id,))
    for one in checks:
        _check_open(one)
        name = NAMES[one.code]
        if one.severity != Severity.BLOCKS.value:
            raise Conflict(f"{name}: nothing is blocked by this.", question=one.code)
        if one.code not in OVERRIDABLE:
            raise NotOverridable(
                f"{name}: this cannot be overridden.",
                hint="Put the order right instead.",
                question=one.code,
            )
    return _decide(tx, checks, "overridden", words)


def decide_open(ctx: Context, order_id: int, note: str) -> Decided:
    """Approve and override all that stops a draft, as far as the person may: all of it, or nothing is decided.

    Raises:
        BeyondLimit, NotOverridable: something is not the person's to decide.
        BadInput: no reason is given.
    """
    return _decide_open(ctx, order_id, note, tuple(roles_held(ctx.rights)))


@use_case(Permission.ORDER_APPROVE)
def _decide_open(tx: Transaction, order_id: int, note: str, roles: tuple[Role, ...]) -> Decided:
    words = _reason(note)
    waiting = tx.execute(_OPEN_OF, {"order": order_id}).all()
    approvals = tuple(row.id for row in waiting if row.severity == Severity.APPROVAL.value)
    done: list[int] = []
    for row in waiting:
        if row.severity == Severity.BLOCKS.value:
            done += override.inside(tx, row.id, words).check_ids
    if approvals:
        done += _approve.inside(tx, approvals, words, roles).check_ids
    return Decided(order_id, tuple(done), 0)


@use_case(Permission.ORDER_APPROVE)
def reopen(tx: Transaction, check_ids: tuple[int, ...]) -> Decided:
    """Open questions again that were approved or overridden, until the order is confirmed; undoes `approve` and `override`.

    Raises:
        Conflict: one was not decided, or the order is no draft any more.
        NotFound: there is no such question.
    """
    checks = _locked(tx, check_ids)
    for one in checks:
        name = NAMES[one.code]
        if one.state not in ("approved", "overridden"):
            raise Conflict(
                f"{name}: this was not decided.",
                hint="Look at the order again.",
                question=one.code,
            )
    tx.execute(_REOPEN, {"ids": [one.id for one in checks]})
    return _told(tx, checks, "reopened", "")


@use_case(Permission.ORDER_ENTER)
def note_on_order(tx: Transaction, order_id: int, words: str) -> int:
    """Write down what was said about an order that waits, for the next one who looks at it; the order's id.

    Raises:
        BadInput: there are no words.
        NotFound: there is no such order.
    """
    said = free_text(words, "note")
    if not said:
        raise BadInput("The note is empty.", hint="Write what the next one should know.", field="note")
    asked_of(tx, order_id)
    record_events(tx, [(order_id, "noted", {"note": said})])
    return order_id


def check_limit(code: str, amount: int, limits: dict[str, int]) -> None:
    """Go on only where an amount is within somebody's limits.

    Raises:
        BeyondLimit: it is not.
    """
    name = NAMES[code]
    if code not in limits:
        raise BeyondLimit(
            f"{name}: you may not approve this.", hint="Ask a supervisor.", question=code, amount=amount
        )
    if amount > limits[code]:
        raise BeyondLimit(
            f"{name}: more is at stake than you may approve.",
            hint="Ask somebody with a higher limit.",
            question=code,
            amount=amount,
            limit=limits[code],
        )


def _limits(
    source: Any, rights: Collection[Permission] | None, roles: Sequence[Role] | None = None
) -> dict[str, int]:
    held = roles if roles is not None else roles_held(rights or ())
    if Role.ADMIN in held:
        return dict.fromkeys(NAMES, UNLIMITED)
    given = {"roles": [role.value for role in held]}
    rows = source.execute(_LIMITS.group_by(ApprovalLimit.code), given)
    return {code: int(most) for code, most in rows}


def _locked(tx: Transaction, check_ids: Sequence[int]) -> Sequence[Any]:
    """Questions of one draft, its order locked.

    Raises:
        NotFound: one is not there.
        Conflict: they are of several orders, or the order is no draft.
    """
    checks = tx.execute(_CHECKS, {"ids": sorted(set(check_ids))}).all()
    if not checks or len(checks) != len(set(check_ids)):
        raise NotFound("There is no such question.", hint="Look at the order again.", ids=list(check_ids))
    if len({one.order_id for one in checks}) > 1:
        raise BadInput("Decide the questions of one order at a time.", field="check_ids")
    order = checks[0]
    if order.order_state not in ("quote", "draft"):
        raise Conflict(
            f"Order {order.number} is {order.order_state}; its questions stay as they were decided.",
            hint="Make it a draft again first.",
            order=order.number,
            state=order.order_state,
        )
    return checks


def _check_open(one: Any) -> None:
    name = NAMES[one.code]
    if one.state != "open":
        raise Conflict(
            f"{name}: this is {one.state} already.",
            hint="Look at the order again; another desk may have been first.",
            question=one.code,
            state=one.state,
        )


def _reason(note: str) -> str:
    words = free_text(note, "note")
    if not words:
        raise BadInput("A reason is needed.", hint="Write why the order may pass.", field="note")
    return words


def _decide(tx: Transaction, checks: Sequence[Any], state: str, words: str) -> Decided:
    tx.execute(_DECIDE, {"ids": [one.id for one in checks], "became": state, "words": words})
    return _told(tx, checks, state, words)


def _told(tx: Transaction, checks: Sequence[Any], state: str, words: str) -> Decided:
    order_id = checks[0].order_id
    tx.changed("sales_order", order_id)
    facts: dict[str, Any] = {"questions": [one.code for one in checks], "note": words}
    record_events(tx, [(order_id, f"question_{state}", facts)])
    still: int = tx.execute(_STILL, {"order": order_id}).scalar_one()
    return Decided(order_id, tuple(one.id for one in checks), still)
