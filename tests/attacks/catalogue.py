"""Attacks on a PostgreSQL database of Quai by people who sign in with psql and their own password.

Each names the guard that stops it as the statement that would take this guard away: with it the attack must succeed, or the test
would say nothing about the guard. `{db}` stands for the database.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.permissions import Role
from app.models.sql.logins import SIGNATURE

DENIED = "42501"
RULE = "23514"
VERIFIER = "SCRAM-SHA-256$4096:" + "A" * 24 + "$" + "B" * 43 + "=:" + "C" * 43 + "="

CS, SK, PI, PA, RE, SU, AD = Role


@dataclass(frozen=True)
class Attack:
    """Statements of somebody with one role; the last of them is to be refused, or to change nothing (`proof` stays false)."""

    name: str
    role: Role
    steps: tuple[str, ...]
    guard: tuple[str, ...]
    """What the administrator would have to do for the attack to succeed."""
    state: str = DENIED
    """The SQLSTATE of the refusal; '' where nothing is refused and `proof` tells."""
    given: tuple[str, ...] = ()
    """What a careless administrator did before: another guard is gone, this one must hold alone."""
    proof: str = ""


def _without(check: str, instead: str = "false") -> str:
    """The login function made anew without one of its checks."""
    return (
        "DO $do$ DECLARE was text := pg_get_functiondef('quai_users."
        + SIGNATURE
        + f"'::regprocedure); BEGIN IF strpos(was, $c${check}$c$) = 0 THEN RAISE 'no such check'; END IF;"
        + f" EXECUTE replace(was, $c${check}$c$, '{instead}'); END $do$"
    )


MUG = "(SELECT id FROM quai.product WHERE sku = 'MUG')"
MUG_LOT = f"(SELECT id FROM quai.lot WHERE product_id = {MUG})"


def _place(code: str) -> str:
    return f"(SELECT id FROM quai.location WHERE code = '{code}')"


def _line(state: str) -> str:
    return (
        "(SELECT l.id FROM quai.shipment_line AS l JOIN quai.shipment AS s ON s.id = l.shipment_id"
        f" WHERE s.state = '{state}' ORDER BY l.id LIMIT 1)"
    )


def _move(
    kind: str, origin: str, target: str, *, line: str = "NULL", qty: int = 1, more: str = "", values: str = ""
) -> str:
    """A ledger row of mugs between two places that is right in all but what the attack is about."""
    return (
        "INSERT INTO quai.stock_move (kind, product_id, qty, lot_id, to_lot_id, from_location_id, to_location_id,"
        f" shipment_line_id{', ' + more if more else ''}) OVERRIDING SYSTEM VALUE VALUES ('{kind}', {MUG}, {qty}, {MUG_LOT},"
        f" {MUG_LOT}, {_place(origin)}, {_place(target)}, {line}{', ' + values if values else ''})"
    )


def _promise(kind: str, line: str, qty: int = 1) -> str:
    return (
        "INSERT INTO quai.stock_move (kind, product_id, qty, shipment_line_id)"
        f" SELECT '{kind}', product_id, {qty}, id FROM quai.shipment_line WHERE id = {line}"
    )


RECEIVE = _move("receive", "SUPPLIER", "B-01")
OPEN_LEDGER = "ALTER TABLE quai.stock_move DISABLE ROW LEVEL SECURITY"
TEMP = "GRANT TEMP ON DATABASE {db} TO quai_picker"

HIJACKS = (
    Attack("temporary tables", PI, ("CREATE TEMP TABLE role_permission ()",), (TEMP,)),
    Attack(
        "a temporary table in front of the permissions",
        PI,
        (
            "CREATE TEMP TABLE role_permission AS SELECT 'picker' AS role, 'shipment.release' AS permission",
            "GRANT SELECT ON pg_temp.role_permission TO PUBLIC",
            "UPDATE quai.shipment SET state = 'released' WHERE state = 'reserved'",
        ),
        ("ALTER FUNCTION quai.may(text) SET search_path = quai",),
        given=(TEMP,),
    ),
    Attack(
        "a temporary table in front of the ledger's levels",
        CS,
        (
            "CREATE TEMP TABLE stock_level AS SELECT product_id, warehouse_id, owner_id, 1000000 AS sellable, 0 AS reserved"
            " FROM quai.stock_level",
            "GRANT ALL ON pg_temp.stock_level TO PUBLIC",
            _promise("reserve", _line("planned"), 100000),
        ),
        ("ALTER FUNCTION quai.apply_moves() SET search_path = quai",),
        RULE,
        given=(
            "GRANT TEMP ON DATABASE {db} TO quai_customer_service",
            f"UPDATE quai.shipment_line SET qty = 1000000 WHERE id = {_line('planned')}",
        ),
    ),
    Attack(
        "own functions beside Quai's",
        PI,
        ("CREATE FUNCTION quai.pg_has_role(name, text, text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",),
        ("GRANT CREATE ON SCHEMA quai TO quai_picker",),
    ),
    Attack(
        "own operators beside Quai's",
        PI,
        ("CREATE OPERATOR quai.= (LEFTARG = text, RIGHTARG = text, FUNCTION = pg_catalog.textne)",),
        ("GRANT CREATE ON SCHEMA quai TO quai_picker",),
    ),
    Attack("an own schema", PI, ("CREATE SCHEMA evil",), ("GRANT CREATE ON DATABASE {db} TO quai_picker",)),
    Attack(
        "tables in public",
        PI,
        ("CREATE TABLE public.product ()",),
        ("GRANT ALL ON SCHEMA public TO quai_picker",),
    ),
)

NEWCOMERS = (
    Attack(
        "a function that the owner made later",
        PI,
        ("SELECT quai.fresh()",),
        ("ALTER DEFAULT PRIVILEGES FOR ROLE quai_owner GRANT EXECUTE ON FUNCTIONS TO PUBLIC",),
        given=(
            "SET LOCAL ROLE quai_owner",
            "CREATE FUNCTION quai.fresh() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
            "RESET ROLE",
        ),
    ),
    Attack(
        "a function in a schema that the owner made later",
        PI,
        ("SELECT later.fresh()",),
        ("ALTER DEFAULT PRIVILEGES FOR ROLE quai_owner GRANT EXECUTE ON FUNCTIONS TO PUBLIC",),
        given=(
            "CREATE SCHEMA later AUTHORIZATION quai_owner",
            "SET LOCAL ROLE quai_owner",
            "CREATE FUNCTION later.fresh() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
            "GRANT USAGE ON SCHEMA later TO PUBLIC",
            "RESET ROLE",
        ),
    ),
    Attack(
        "a function that the maker of logins made later",
        PI,
        ("SELECT quai_users.fresh()",),
        ("ALTER DEFAULT PRIVILEGES FOR ROLE quai_users GRANT EXECUTE ON FUNCTIONS TO PUBLIC",),
        given=(
            "SET LOCAL ROLE quai_users",
            "CREATE FUNCTION quai_users.fresh() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
            "GRANT USAGE ON SCHEMA quai_users TO PUBLIC",
            "RESET ROLE",
        ),
    ),
    Attack(
        "a table that the owner made later",
        PI,
        ("SELECT * FROM quai.fresh",),
        ("ALTER DEFAULT PRIVILEGES FOR ROLE quai_owner GRANT SELECT ON TABLES TO PUBLIC",),
        given=("SET LOCAL ROLE quai_owner", "CREATE TABLE quai.fresh ()", "RESET ROLE"),
    ),
)

LARGE_OBJECTS = tuple(
    Attack(name, PI, (statement,), (f"GRANT EXECUTE ON FUNCTION {name} TO PUBLIC",))
    for name, statement in (
        ("lo_create(oid)", "SELECT lo_create(0)"),
        ("lo_creat(int)", "SELECT lo_creat(-1)"),
        ("lo_from_bytea(oid, bytea)", "SELECT lo_from_bytea(0, 'x')"),
    )
)

LEDGER = (
    *(
        Attack(
            f"another's {column} on a ledger row",
            SK,
            (_move("receive", "SUPPLIER", "B-01", more=column, values=value),),
            (f"GRANT INSERT ({column}) ON quai.stock_move TO quai_stock_keeper",),
        )
        for column, value in (
            ("actor", "'somebody else'"),
            ("at", "'2000-01-01'"),
            ("desk", "'elsewhere'"),
            ("id", "0"),
        )
    ),
    Attack("goods out of nothing", PA, (RECEIVE,), (OPEN_LEDGER,)),
    Attack("a loss that a picker writes off", PI, (_move("adjust", "B-01", "ADJUSTMENT"),), (OPEN_LEDGER,)),
    Attack("goods carried off by a packer", PA, (_move("move", "B-01", "B-02"),), (OPEN_LEDGER,)),
    Attack("a promise that a picker makes", PI, (_promise("reserve", _line("planned")),), (OPEN_LEDGER,)),
    Attack(
        "row policies switched off for the session",
        PA,
        ("SET row_security = off", RECEIVE),
        (OPEN_LEDGER,),
    ),
    Attack(
        "ledger rows by COPY",
        PA,
        ("COPY quai.stock_move (kind, product_id, qty, shipment_line_id) FROM STDIN",),
        (OPEN_LEDGER,),
        "0A000",
    ),
    Attack(
        "a changed ledger row",
        SK,
        ("UPDATE quai.stock_move SET qty = 1",),
        ("ALTER TABLE quai.stock_move DISABLE TRIGGER frozen",),
        RULE,
        given=("GRANT UPDATE ON quai.stock_move TO quai_stock_keeper",),
    ),
    Attack(
        "a deleted ledger row",
        SK,
        ("DELETE FROM quai.stock_move",),
        ("ALTER TABLE quai.stock_move DISABLE TRIGGER frozen",),
        RULE,
        given=("GRANT DELETE ON quai.stock_move TO quai_stock_keeper",),
    ),
    Attack(
        "an emptied audit trail",
        AD,
        ("TRUNCATE quai.audit_entry",),
        ("GRANT TRUNCATE ON quai.audit_entry TO quai_admin",),
        given=("ALTER TABLE quai.audit_entry DISABLE TRIGGER frozen",),
    ),
    Attack(
        "an audit trail emptied by one who may",
        AD,
        ("TRUNCATE quai.audit_entry",),
        ("ALTER TABLE quai.audit_entry DISABLE TRIGGER frozen",),
        RULE,
        given=("GRANT TRUNCATE ON quai.audit_entry TO quai_admin",),
    ),
    Attack(
        "a deletion that reaches the ledger",
        AD,
        ("DELETE FROM quai.location WHERE code = 'B-01'",),
        ("SET LOCAL session_replication_role = replica",),
        "23503",
        given=("GRANT DELETE ON quai.location TO quai_admin",),
    ),
)

TRIGGERS = (
    Attack(
        "triggers switched off",
        PI,
        ("ALTER TABLE quai.stock_move DISABLE TRIGGER USER",),
        ("GRANT quai_owner TO quai_picker",),
    ),
    Attack(
        "row policies switched off",
        PI,
        ("ALTER TABLE quai.stock_move DISABLE ROW LEVEL SECURITY",),
        ("GRANT quai_owner TO quai_picker",),
    ),
    Attack(
        "the session as a replica, in which no trigger runs",
        PI,
        ("SET session_replication_role = replica",),
        ("GRANT SET ON PARAMETER session_replication_role TO quai_picker",),
    ),
    Attack(
        "an own trigger that swallows audit rows",
        PI,
        (
            "CREATE TRIGGER swallow BEFORE INSERT ON quai.audit_entry FOR EACH ROW"
            " EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        ),
        ("GRANT TRIGGER ON quai.audit_entry TO quai_picker",),
    ),
    Attack(
        "an own rule that answers instead of the table",
        PI,
        ("CREATE RULE swallow AS ON INSERT TO quai.audit_entry DO INSTEAD NOTHING",),
        ("GRANT quai_owner TO quai_picker",),
    ),
)

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
            (f"GRANT UPDATE (unit_price) ON quai.order_line TO quai_{role.value}",),
        )
        for role in (PA, CS, AD)
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

COUNTERS = (
    *(
        Attack(
            f"{table}.{column} written by hand",
            SU,
            (f"UPDATE quai.{table} SET {column} = {column}",),
            (f"GRANT UPDATE ({column}) ON quai.{table} TO quai_supervisor",),
        )
        for table, column in (
            ("shipment_line", "picked"),
            ("shipment_line", "packed"),
            ("order_line", "shipped"),
            ("stock_balance", "on_hand"),
            ("stock_level", "sellable"),
            ("allocation", "qty"),
            ("return_line", "received"),
            ("purchase_line", "received"),
        )
    ),
    Attack(
        "more packed than was picked",
        PA,
        (
            "INSERT INTO quai.package_line (package_id, shipment_line_id, lot_id, qty)"
            f" SELECT id, {_line('released')}, {MUG_LOT}, 1 FROM quai.package LIMIT 1",
        ),
        ("ALTER TABLE quai.shipment_line DROP CONSTRAINT ck_shipment_line_packed",),
        RULE,
    ),
    Attack(
        "more promised than is free",
        CS,
        (_promise("reserve", _line("planned"), 1000),),
        ("ALTER TABLE quai.stock_move DISABLE TRIGGER apply_moves",),
        RULE,
        given=(f"UPDATE quai.shipment_line SET qty = 1000 WHERE id = {_line('planned')}",),
    ),
    Attack(
        "more promised than the line holds",
        CS,
        (_promise("reserve", _line("planned"), 30),),
        ("ALTER TABLE quai.shipment_line DROP CONSTRAINT ck_shipment_line_counters",),
        RULE,
    ),
    Attack(
        "shipped without being picked",
        PA,
        (_move("ship", "PACKING", "CUSTOMER", line=_line("released")),),
        ("ALTER TABLE quai.stock_move DISABLE TRIGGER apply_moves",),
        RULE,
    ),
)

SECRETS = (
    Attack(
        "stored passwords",
        AD,
        ("SELECT * FROM quai.app_user_secret",),
        ("GRANT SELECT ON quai.app_user_secret TO quai_admin",),
    ),
    Attack(
        "the server's verifiers",
        AD,
        ("SELECT rolpassword FROM pg_authid",),
        ("GRANT SELECT ON pg_authid TO quai_admin",),
    ),
    Attack(
        "addresses", PI, ("SELECT * FROM quai.address",), ("GRANT SELECT ON quai.address TO quai_picker",)
    ),
    Attack(
        "addresses by COPY",
        PI,
        ("COPY quai.address TO STDOUT",),
        ("GRANT SELECT ON quai.address TO quai_picker",),
    ),
    Attack(
        "the server's programs by COPY",
        AD,
        ("COPY quai.product TO PROGRAM 'cat >/dev/null'",),
        ("GRANT pg_execute_server_program TO quai_admin",),
    ),
    Attack(
        "the audit trail",
        PA,
        ("SELECT * FROM quai.audit_entry",),
        ("GRANT SELECT ON quai.audit_entry TO quai_packer",),
    ),
)

_CALL = "SELECT quai_users.write_login({})"

LOGINS = (
    Attack(
        "another's password set by hand",
        AD,
        ("ALTER ROLE victim PASSWORD 'x'",),
        ("ALTER ROLE {login} CREATEROLE",),
        given=("CREATE ROLE victim LOGIN",),
    ),
    Attack(
        "a role that somebody gives himself",
        AD,
        ("GRANT quai_owner TO {login}",),
        ("GRANT quai_owner TO quai_admin WITH ADMIN OPTION",),
    ),
    Attack(
        "logins made by a supervisor",
        SU,
        (_CALL.format(f"'anne', '{VERIFIER}', ARRAY['picker'], true"),),
        (
            "GRANT USAGE ON SCHEMA quai_users TO quai_supervisor",
            f"GRANT EXECUTE ON FUNCTION quai_users.{SIGNATURE} TO quai_supervisor",
        ),
    ),
    Attack(
        "a login that Quai did not make",
        AD,
        (_CALL.format(f"'victim', '{VERIFIER}', ARRAY['admin'], true"),),
        (_without("known.mighty OR NOT known.ours"),),
        RULE,
        given=("CREATE ROLE victim LOGIN",),
    ),
    Attack(
        "a mighty login that was put among the people",
        AD,
        (_CALL.format(f"'victim', '{VERIFIER}', NULL, NULL"),),
        (_without("known.mighty"),),
        RULE,
        given=("CREATE ROLE victim LOGIN CREATEDB IN ROLE quai_people",),
    ),
    Attack(
        "a role outside the list",
        AD,
        (_CALL.format(f"'anne', '{VERIFIER}', ARRAY['owner'], true"),),
        (
            _without(
                "EXISTS (SELECT 1 FROM unnest(wanted) AS w(name) WHERE name IS NULL OR name NOT IN ('customer_service',"
                " 'stock_keeper', 'picker', 'packer', 'returns', 'supervisor', 'admin'))"
            ),
        ),
        RULE,
    ),
    Attack(
        "a password in plain text",
        AD,
        (_CALL.format("'anne', 'secret', ARRAY['picker'], true"),),
        (
            _without(
                "verifier !~ '^"
                + r"SCRAM-SHA-256\$[0-9]{4,7}:[A-Za-z0-9+/=]{16,88}\$[A-Za-z0-9+/=]{44}:[A-Za-z0-9+/=]{44}"
                + "$'"
            ),
        ),
        RULE,
    ),
    Attack(
        "the last administrator sent away",
        AD,
        (_CALL.format("'boss', NULL, ARRAY['picker'], NULL"),),
        (_without("IF was_admin AND", "IF false AND"),),
        RULE,
        given=(
            "DO $do$ DECLARE r record; BEGIN FOR r IN SELECT m.member::regrole AS who FROM pg_auth_members AS m"
            " WHERE m.roleid = 'quai_admin'::regrole AND NOT m.admin_option AND m.member <> '{login}'::regrole"
            " LOOP EXECUTE format('REVOKE quai_admin FROM %s', r.who); END LOOP; END $do$",
            "ALTER ROLE {login} NOLOGIN",
            "CREATE ROLE boss LOGIN IN ROLE quai_people, quai_admin",
        ),
    ),
)

ATTACKS = (
    *HIJACKS,
    *NEWCOMERS,
    *LARGE_OBJECTS,
    *LEDGER,
    *TRIGGERS,
    *FORGERIES,
    *STEPS,
    *MONEY,
    *COUNTERS,
    *SECRETS,
    *LOGINS,
)
