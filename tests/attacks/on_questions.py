"""Attacks on what is questioned of an order before it is confirmed, and on who may decide it."""

from __future__ import annotations

from tests.attacks.attack import CS, DENIED, RULE, SU, Attack

_APPROVE = "UPDATE quai.order_check SET state = 'approved', decided_at = now() WHERE code = 'credit.limit'"
_CHEAP = "UPDATE quai.order_check SET amount = 0 WHERE code = 'credit.limit'"

QUESTIONS = (
    Attack(
        "an order confirmed over its open questions",
        CS,
        (
            "UPDATE quai.sales_order SET state = 'confirmed' WHERE id IN (SELECT order_id FROM quai.order_check)",
        ),
        ("ALTER TABLE quai.sales_order DISABLE TRIGGER questions_open",),
        RULE,
    ),
    Attack(
        "an approval by a role without a limit",
        CS,
        (_APPROVE,),
        ("ALTER TABLE quai.order_check DISABLE TRIGGER question_decided",),
        RULE,
    ),
    Attack(
        "an approval beyond the role's limit",
        SU,
        (_APPROVE,),
        ("UPDATE quai.approval_limit SET most = 600000 WHERE code = 'credit.limit'",),
        RULE,
    ),
    Attack(
        "the role's own limit raised",
        SU,
        ("UPDATE quai.approval_limit SET most = 600000",),
        ("GRANT UPDATE (most) ON quai.approval_limit TO quai_supervisor",),
        DENIED,
    ),
    Attack(
        "less at stake than was found",
        CS,
        (_CHEAP,),
        (
            "GRANT UPDATE (amount) ON quai.order_check TO quai_customer_service",
            "ALTER TABLE quai.order_check DISABLE TRIGGER frozen_columns",
        ),
        DENIED,
    ),
    Attack(
        "less at stake, with a careless grant",
        CS,
        (_CHEAP,),
        ("ALTER TABLE quai.order_check DISABLE TRIGGER frozen_columns",),
        RULE,
        given=("GRANT UPDATE (amount) ON quai.order_check TO quai_customer_service",),
    ),
    Attack(
        "a blocked product overridden",
        SU,
        (
            "UPDATE quai.order_check SET state = 'overridden', note = 'they insist', decided_at = now()"
            " WHERE code = 'product.blocked'",
        ),
        ("ALTER TABLE quai.order_check DISABLE TRIGGER question_decided",),
        RULE,
    ),
    Attack(
        "a question that is born decided",
        CS,
        (
            "INSERT INTO quai.order_check (order_id, code, severity, owner, state, decided_at)"
            " SELECT max(id), 'credit.limit', 'approval', 'supervisor', 'approved', now() FROM quai.sales_order",
        ),
        (
            "GRANT INSERT (state, decided_at) ON quai.order_check TO quai_customer_service",
            "ALTER TABLE quai.order_check DISABLE TRIGGER question_asked",
        ),
        DENIED,
    ),
    Attack(
        "a question that is deleted",
        CS,
        ("DELETE FROM quai.order_check",),
        ("GRANT DELETE ON quai.order_check TO quai_customer_service",),
        DENIED,
    ),
    Attack(
        "money that nobody saw, verified under another's name",
        CS,
        (
            "INSERT INTO quai.payment (order_id, method, currency, amount)"
            " SELECT max(id), 'cash', 'EUR', 1 FROM quai.sales_order",
            "UPDATE quai.payment SET verified_by = 'somebody', verified_at = '2000-01-01'",
        ),
        ("ALTER TABLE quai.payment DISABLE TRIGGER stamp",),
        "",
        proof="SELECT count(*) > 0 FROM quai.payment WHERE verified_by = 'somebody'",
    ),
)
