"""Attacks on secrets and on logins."""

from __future__ import annotations

from app.models.sql.logins import SIGNATURE
from tests.attacks.attack import AD, PA, PI, RULE, SU, Attack, without

VERIFIER = "SCRAM-SHA-256$4096:" + "A" * 24 + "$" + "B" * 43 + "=:" + "C" * 43 + "="

PIN = "$argon2id$v=19$m=65536,t=3,p=4$" + "a" * 22 + "$" + "b" * 43
PIN_OF_A_COLLEAGUE = (
    "INSERT INTO quai.app_user (login, name) VALUES ('colleague', 'Colleague')",
    f"INSERT INTO quai.app_user_secret (user_id, pin_hash) SELECT id, '{PIN}' FROM quai.app_user WHERE login = 'colleague'",
)
PIN_FUNCTION = (
    "DO $do$ DECLARE was text := pg_get_functiondef('quai.own_pin()'::regprocedure); BEGIN"
    " IF strpos(was, $c${check}$c$) = 0 THEN RAISE 'no such check'; END IF;"
    " EXECUTE replace(was, $c${check}$c$, $c${instead}$c$); END $do$"
)
"""One of the functions for PINs made anew without one of its checks."""

SECRETS = (
    Attack(
        "stored passwords",
        AD,
        ("SELECT * FROM quai.app_user_secret",),
        ("GRANT SELECT ON quai.app_user_secret TO quai_admin",),
    ),
    Attack(
        "a colleague's PIN read",
        PI,
        ("SELECT pin_hash FROM quai.app_user_secret",),
        ("GRANT SELECT ON quai.app_user_secret TO quai_picker",),
    ),
    Attack(
        "a colleague's PIN asked for as one's own",
        PI,
        ("SELECT set_config('test.pin', coalesce(quai.own_pin(), 'nothing'), false)",),
        (PIN_FUNCTION.format(check="u.login = session_user AND u.active", instead="true"),),
        "",
        given=PIN_OF_A_COLLEAGUE,
        proof="SELECT current_setting('test.pin') LIKE '$argon2id$%'",
    ),
    Attack(
        "a PIN set for a colleague",
        SU,
        (f"SELECT quai.write_pin('colleague', '{PIN}')",),
        (
            PIN_FUNCTION.replace("own_pin()", "write_pin(text,text)").format(
                check="person <> session_user", instead="false"
            ),
        ),
        given=PIN_OF_A_COLLEAGUE,
    ),
    Attack(
        "a PIN written past the function",
        AD,
        (f"UPDATE quai.app_user_secret SET pin_hash = '{PIN}'",),
        ("GRANT UPDATE ON quai.app_user_secret TO quai_admin",),
    ),
    Attack(
        "a PIN stored as it is typed",
        AD,
        ("SELECT quai.write_pin('colleague', '4711')",),
        (
            PIN_FUNCTION.replace("own_pin()", "write_pin(text,text)").format(
                check="hash !~", instead="'x' = hash AND hash !~"
            ),
        ),
        RULE,
        given=PIN_OF_A_COLLEAGUE,
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
    *(
        Attack(
            name,
            PI,
            (
                *first,
                "SELECT set_config('test.seen', (SELECT count(*) FROM quai.blob WHERE sha256 = 'label')::text, false)",
            ),
            ("ALTER TABLE quai.blob DISABLE ROW LEVEL SECURITY",),
            "",
            proof="SELECT current_setting('test.seen') = '1'",
        )
        for name, first in (
            ("addresses on stored labels", ()),
            (
                "a label called a pick list",
                ("INSERT INTO quai.print_job (document, blob_sha) VALUES ('pick_list', 'label')",),
            ),
        )
    ),
    Attack(
        "the audit trail",
        PA,
        ("SELECT * FROM quai.audit_entry",),
        ("GRANT SELECT ON quai.audit_entry TO quai_packer",),
    ),
)

HANDED_OVER = "GRANT victim TO quai_users WITH ADMIN OPTION"
"""From version 16 on the server itself keeps CREATEROLE from logins that were not handed over; before that the function alone."""

_CALL = "SELECT quai_users.write_login({})"

LOGINS = (
    Attack(
        "another's password set by hand",
        AD,
        ("ALTER ROLE t_picker PASSWORD 'x'",),
        ("ALTER ROLE {login} CREATEROLE", "GRANT t_picker TO {login} WITH ADMIN OPTION"),
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
        (without("known.mighty OR NOT known.ours"),),
        RULE,
        given=("CREATE ROLE victim LOGIN", HANDED_OVER),
    ),
    Attack(
        "a mighty login that was put among the people",
        AD,
        (_CALL.format(f"'victim', '{VERIFIER}', NULL, NULL"),),
        (without("known.mighty"),),
        RULE,
        given=("CREATE ROLE victim LOGIN CREATEDB IN ROLE quai_people", HANDED_OVER),
    ),
    Attack(
        "a role outside the list",
        AD,
        (_CALL.format(f"'anne', '{VERIFIER}', ARRAY['owner'], true"),),
        (
            without(
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
            without(
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
        (without("IF was_admin AND", "IF false AND"),),
        RULE,
        given=(
            "DO $do$ DECLARE r record; BEGIN FOR r IN SELECT m.member::regrole AS who FROM pg_auth_members AS m"
            " WHERE m.roleid = 'quai_admin'::regrole AND NOT m.admin_option AND m.member <> '{login}'::regrole"
            " LOOP EXECUTE format('REVOKE quai_admin FROM %s', r.who); END LOOP; END $do$",
            "ALTER ROLE {login} NOLOGIN",
            _CALL.format(f"'boss', '{VERIFIER}', ARRAY['admin'], true"),
        ),
    ),
)
