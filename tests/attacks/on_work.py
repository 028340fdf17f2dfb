"""Attacks on who did what, on steps and on money."""

from __future__ import annotations

from tests.attacks.attack import AD, CS, PA, PI, RE, RULE, SU, Attack

FORGERIES = (
    Attack(
        "a made-up audit entry",
        AD,
        ("INSERT INTO quai.audit_entry (table_name, row_key, verb) VALUES ('product', '1', 'update')",),
        ("GRANT INSERT ON quai.audit_entry TO quai_admin",),
    ),
    Attack(
        "somebody else's name on the order's timeline",
        CS,
        (
            "INSERT INTO quai.order_event (order_id, verb, actor) SELECT id, 'x', 'somebody' FROM quai.sales_order LIMIT 1",
        ),
        ("GRANT INSERT (actor) ON quai.order_event TO quai_customer_service",),
    ),
    Attack(
        "somebody else's name on a scan",
        PI,
        ("INSERT INTO quai.scan_event (context, code, verdict, actor) VALUES ('x', 'x', 'x', 'somebody')",),
        ("GRANT INSERT (actor) ON quai.scan_event TO quai_picker",),
    ),
    Attack(
        "somebody else's name and another day on a pick",
        PI,
        ("UPDATE quai.pick_task SET done_by = 'somebody', done_at = '2000-01-01'",),
        ("ALTER TABLE quai.pick_task DISABLE TRIGGER stamp",),
        "",
        proof="SELECT count(*) > 0 FROM quai.pick_task WHERE done_by = 'somebody' AND done_at < now() - interval '1 day'",
    ),
    Attack(
        "another's stored answer rewritten",
        PA,
        ("UPDATE quai.idempotency_key SET result = 'forged' WHERE key = 'theirs'",),
        ("ALTER TABLE quai.idempotency_key DISABLE ROW LEVEL SECURITY",),
        "",
        proof="SELECT result = 'forged' FROM quai.idempotency_key WHERE key = 'theirs'",
    ),
    Attack(
        "another's stored answer rewritten by a second claim",
        PA,
        (
            "INSERT INTO quai.idempotency_key (key, use_case, payload_hash) VALUES ('theirs', '', '')"
            " ON CONFLICT (key) DO UPDATE SET result = 'forged'",
        ),
        ("ALTER TABLE quai.idempotency_key DISABLE ROW LEVEL SECURITY",),
    ),
    Attack(
        "a stored answer deleted, so that the step is done twice",
        PA,
        ("DELETE FROM quai.idempotency_key WHERE key = 'theirs'",),
        ("ALTER TABLE quai.idempotency_key DISABLE ROW LEVEL SECURITY",),
        "",
        proof="SELECT NOT EXISTS (SELECT 1 FROM quai.idempotency_key WHERE key = 'theirs')",
    ),
)

STEPS = (
    Attack(
        "a skipped state",
        PA,
        ("UPDATE quai.shipment SET state = 'shipped' WHERE state = 'planned'",),
        ("ALTER TABLE quai.shipment DISABLE TRIGGER check_state",),
        RULE,
    ),
    Attack(
        "another role's step",
        PI,
        ("UPDATE quai.shipment SET state = 'released' WHERE state = 'reserved'",),
        ("ALTER TABLE quai.shipment DISABLE TRIGGER check_state",),
    ),
    Attack(
        "an order that begins closed",
        CS,
        (
            "INSERT INTO quai.sales_order (number, state, customer_id, warehouse_id, ordered_on)"
            " SELECT 'X', 'closed', customer_id, warehouse_id, ordered_on FROM quai.sales_order LIMIT 1",
        ),
        ("ALTER TABLE quai.sales_order DISABLE TRIGGER first_state",),
        RULE,
    ),
    Attack(
        "a permission that somebody gives himself",
        SU,
        ("INSERT INTO quai.role_permission VALUES ('supervisor', 'user.admin')",),
        ("GRANT INSERT ON quai.role_permission TO quai_supervisor",),
    ),
    Attack(
        "a step added to the table of steps",
        SU,
        ("INSERT INTO quai.flow_transition VALUES ('shipment', 'planned', 'delivered', 'scan')",),
        ("GRANT INSERT ON quai.flow_transition TO quai_supervisor",),
    ),
)

MONEY = (
    *(
        Attack(
            f"a price changed by {role.value}",
            role,
            ("UPDATE quai.order_line SET unit_price = 0",),
            (
                f"GRANT UPDATE (unit_price) ON quai.order_line TO quai_{role.value}",
                "ALTER TABLE quai.order_line DISABLE TRIGGER agreed",
            ),
        )
        for role in (PA, RE)
    ),
    *(
        Attack(
            f"an agreed {what}, changed by {role.value}",
            role,
            (f"UPDATE quai.{table} SET {what} = {value}",),
            (f"ALTER TABLE quai.{table} DISABLE TRIGGER agreed",),
            RULE,
        )
        for role in (CS, AD)
        for table, what, value in (
            ("order_line", "unit_price", "0"),
            ("order_line", "qty", "qty + 1"),
            ("sales_order", "currency", "'USD'"),
        )
    ),
    Attack(
        "a catalogue price changed by a picker",
        PI,
        ("UPDATE quai.product SET unit_price = 0",),
        ("GRANT UPDATE (unit_price) ON quai.product TO quai_picker",),
    ),
    Attack(
        "a credit that the returns bench gives",
        RE,
        ("INSERT INTO quai.credit (number, return_id) VALUES ('X', 1)",),
        (
            "GRANT INSERT ON quai.credit TO quai_returns",
            "SET LOCAL session_replication_role = replica",
            "ALTER TABLE quai.credit ALTER order_id DROP NOT NULL, ALTER customer_id DROP NOT NULL, ALTER currency DROP NOT NULL",
        ),
    ),
    Attack(
        "a number without gaps used up",
        PA,
        ("SELECT quai.next_gapless('CN')",),
        ("GRANT EXECUTE ON FUNCTION quai.next_gapless(text) TO quai_packer",),
    ),
    Attack(
        "numbers set back",
        PA,
        ("SELECT setval('quai.number_so', 1)",),
        ("GRANT UPDATE ON SEQUENCE quai.number_so TO quai_packer",),
    ),
)
