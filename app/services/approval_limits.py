"""Up to which amount each role approves a question; edited by those who administer people."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.order_questions import APPROVED_BY_AMOUNT, CREDIT, FLOOR, HIGH, OVERDUE, UNPAID
from app.domain.permissions import Permission, Role, roles_with
from app.errors import BadInput
from app.models import ApprovalLimit
from app.services.context import use_case

MOST = 10**15
"""Minor units; a slip of the keyboard is told from a limit."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A role approves a kind of question up to `most`, in minor units of the order's currency."""

    role: Role
    code: str
    most: int


STANDARD_LIMITS = (
    Limit(Role.SUPERVISOR, FLOOR, 500_00),
    Limit(Role.SUPERVISOR, CREDIT, 5_000_00),
    Limit(Role.SUPERVISOR, OVERDUE, 5_000_00),
    Limit(Role.SUPERVISOR, UNPAID, 2_000_00),
    Limit(Role.SUPERVISOR, HIGH, 20_000_00),
    Limit(Role.CUSTOMER_SERVICE, HIGH, 1_000_00),
)
"""What a new database begins with: customer service rings the customer back about a quantity, money is the supervisor's."""

_ALL = sa.select(ApprovalLimit.role, ApprovalLimit.code, ApprovalLimit.most).order_by(
    ApprovalLimit.code, ApprovalLimit.role
)
_CHANGE = (
    sa.update(ApprovalLimit)
    .where(ApprovalLimit.role == sa.bindparam("of"), ApprovalLimit.code == sa.bindparam("question"))
    .values(most=sa.bindparam("amount"))
)
_DROP = sa.delete(ApprovalLimit).where(
    ApprovalLimit.role == sa.bindparam("of"), ApprovalLimit.code == sa.bindparam("question")
)


def approval_limits(connection: Connection) -> tuple[Limit, ...]:
    """Every limit, by question and role."""
    known = {role.value for role in Role}
    return tuple(
        Limit(Role(row.role), row.code, row.most) for row in connection.execute(_ALL) if row.role in known
    )


@use_case(Permission.USER_ADMIN)
def ensure_limits(tx: Transaction) -> int:
    """Give a database that has no limits at all the standard ones, so that what a house took away stays away; how many."""
    if tx.execute(_ALL).first() is not None:
        return 0
    rows = [{"role": one.role.value, "code": one.code, "most": one.most} for one in STANDARD_LIMITS]
    tx.execute(sa.insert(ApprovalLimit), rows)
    tx.changed("approval_limit")
    return len(rows)


@use_case(Permission.USER_ADMIN)
def set_limit(tx: Transaction, role: Role, code: str, most: int | None) -> int | None:
    """Let a role approve a kind of question up to an amount in minor units; None: not at all. What it was before.

    Raises:
        BadInput: the question takes no approval, the role never approves, or the amount cannot be.
    """
    if code not in APPROVED_BY_AMOUNT:
        raise BadInput(f"{code!r} is not approved by amount.", field="code", value=code)
    if role not in roles_with(Permission.ORDER_APPROVE) or role is Role.ADMIN:
        raise BadInput(
            f"The role {role.value} has no limits.",
            hint="Administrators approve without one; the other roles approve nothing.",
            field="role",
            value=role.value,
        )
    if most is not None and not 0 <= most <= MOST:
        raise BadInput(
            "A limit is an amount of zero or more.", hint="Enter an amount.", field="most", value=most
        )
    before = {(row.role, row.code): row.most for row in tx.execute(_ALL)}.get((role.value, code))
    given = {"of": role.value, "question": code}
    if most is None:
        tx.execute(_DROP, given)
    elif before is None:
        tx.execute(sa.insert(ApprovalLimit), {"role": role.value, "code": code, "most": most})
    else:
        tx.execute(_CHANGE, given | {"amount": most})
    tx.changed("approval_limit")
    return before
