"""Attacks on the ledger and on the counters that follow it."""

from __future__ import annotations

from tests.attacks.attack import (
    AD,
    CS,
    MUG_LOT,
    OPEN_LEDGER,
    PA,
    PI,
    RECEIVE,
    RULE,
    SK,
    SU,
    Attack,
    line_of,
    move,
    promise,
)

LEDGER = (
    *(
        Attack(
            f"another's {column} on a ledger row",
            SK,
            (move("receive", "SUPPLIER", "B-01", more=column, values=value),),
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
    Attack("a loss that a picker writes off", PI, (move("adjust", "B-01", "ADJUSTMENT"),), (OPEN_LEDGER,)),
    Attack("goods carried off by a packer", PA, (move("move", "B-01", "B-02"),), (OPEN_LEDGER,)),
    Attack("a promise that a picker makes", PI, (promise("reserve", line_of("planned")),), (OPEN_LEDGER,)),
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
            f" SELECT id, {line_of('released')}, {MUG_LOT}, 1 FROM quai.package LIMIT 1",
        ),
        ("ALTER TABLE quai.shipment_line DROP CONSTRAINT ck_shipment_line_packed",),
        RULE,
    ),
    Attack(
        "goods taken out of a closed parcel",
        PA,
        ("DELETE FROM quai.package_line",),
        ("ALTER TABLE quai.package_line DISABLE TRIGGER parcel_stays",),
        RULE,
        given=(
            "ALTER TABLE quai.shipment_line DROP CONSTRAINT ck_shipment_line_packed",
            "INSERT INTO quai.package_line (package_id, shipment_line_id, lot_id, qty)"
            f" SELECT id, {line_of('released')}, {MUG_LOT}, 1 FROM quai.package",
            "UPDATE quai.package SET state = 'closed'",
        ),
    ),
    Attack(
        "more promised than is free",
        CS,
        (promise("reserve", line_of("planned"), 1000),),
        ("ALTER TABLE quai.stock_move DISABLE TRIGGER apply_moves",),
        RULE,
        given=(f"UPDATE quai.shipment_line SET qty = 1000 WHERE id = {line_of('planned')}",),
    ),
    Attack(
        "more promised than the line holds",
        CS,
        (promise("reserve", line_of("planned"), 30),),
        ("ALTER TABLE quai.shipment_line DROP CONSTRAINT ck_shipment_line_counters",),
        RULE,
    ),
    Attack(
        "shipped without being picked",
        PA,
        (move("ship", "PACKING", "CUSTOMER", line=line_of("released")),),
        ("ALTER TABLE quai.stock_move DISABLE TRIGGER apply_moves",),
        RULE,
    ),
)
