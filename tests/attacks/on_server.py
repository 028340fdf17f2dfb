"""Attacks through what PostgreSQL itself offers: temporary tables, functions, large objects, triggers."""

from __future__ import annotations

from tests.attacks.attack import CS, PI, RULE, TEMP, Attack, line_of, promise

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
            promise("reserve", line_of("planned"), 100000),
        ),
        ("ALTER FUNCTION quai.apply_moves() SET search_path = quai",),
        RULE,
        given=(
            "GRANT TEMP ON DATABASE {db} TO quai_customer_service",
            f"UPDATE quai.shipment_line SET qty = 1000000 WHERE id = {line_of('planned')}",
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
