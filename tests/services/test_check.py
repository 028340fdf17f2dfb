"""`db check` finds nothing in a sound database, and names exactly the rule that somebody broke behind its back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models.sql import install
from app.services.adjusting import adjust, relabel
from app.services.check import RULES, check
from app.services.counting import count_balance
from app.services.credits import settle_return
from app.services.goods_in import NewPurchaseLine, add_purchase_order
from app.services.inspecting import inspect
from app.services.parties import add_supplier
from app.services.returns import Arrived, WantedBack, authorise_return, receive_return, request_return
from app.services.stock import ReceiptLine, move_stock, receive, undo_moves
from tests.rig.databases import World
from tests.rig.goods import Depot, make_depot, step

Tampering = tuple[tuple[str, str], ...]
"""Tables and the statements that write them behind the triggers' back."""


def one(table: str, change: str) -> Tampering:
    """An UPDATE of one table."""
    return ((table, f"UPDATE {table} {change}"),)


def busy(world: World) -> Depot:
    """A day's work: received, moved, undone, adjusted, counted, blocked, promised, claimed, shipped, returned, paid back."""
    depot, ctx = make_depot(world), world.owner
    supplier = add_supplier(ctx, "SUP", "Supplier")
    bought = add_purchase_order(ctx, depot.warehouse, supplier, (NewPurchaseLine(depot.plain, 90),))
    receive(
        ctx,
        depot.warehouse,
        (
            ReceiptLine(depot.plain, 90, location_id=depot.bin_a, purchase_line_id=bought.line_ids[0]),
            ReceiptLine(depot.dated, 20, "L1", location_id=depot.bin_a),
            ReceiptLine(depot.numbered, 2, location_id=depot.bin_b, serials=("S1", "S2")),
            ReceiptLine(depot.plain, 5),
        ),
        supplier,
    )
    lot, dated = depot.lot(depot.plain), depot.lot(depot.dated, "L1")
    undo_moves(ctx, move_stock(ctx, depot.plain, lot, depot.bin_a, depot.bin_b, 5).move_ids)
    move_stock(ctx, depot.plain, lot, depot.bin_a, depot.bin_b, 10)
    adjust(ctx, depot.plain, lot, depot.bin_b, -1, "damaged")
    relabel(ctx, depot.dated, dated, depot.bin_a, 3, "blocked", "quality-block")
    count_balance(ctx, depot.bin_b, depot.plain, lot, 8)
    for _ in range(2):
        depot.line(depot.plain, 6, reserve=4)
        depot.claim(depot.line(depot.plain, 6, reserve=4), lot, depot.bin_a, 3)
    picked = depot.line(depot.plain, 2, reserve=2)
    depot.claim(picked, lot, depot.bin_a, 2)
    depot.pick(picked, lot, depot.bin_a, 2)
    depot.send(depot.line(depot.plain, 1, reserve=1), lot, depot.bin_a, 1)
    truck(world)
    waiting, waiting_line = depot.order(depot.plain, 7)
    depot.line(depot.plain, 7, order_line=waiting_line)
    step(ctx, "sales_order", waiting, "confirm")
    again, _ = depot.sold(depot.dated, dated, depot.bin_a, 2, 500)
    step(ctx, "sales_order", again, "reopen")
    order, order_line = depot.sold(depot.plain, lot, depot.bin_a, 10, 10_000)
    for qty in (4, 2, 2):
        asked = request_return(ctx, order, (WantedBack(order_line, qty, "defective"),))
        authorise_return(ctx, asked.return_id)
        receive_return(ctx, asked.return_id, (Arrived(asked.line_ids[0], qty if qty == 4 else 1),))
        if qty == 4:
            inspect(ctx, asked.line_ids[0], 3, "A", "restock", depot.bin_b)
            inspect(ctx, asked.line_ids[0], 1, "D", "scrap")
            settle_return(ctx, asked.return_id)
    return depot


def truck(world: World) -> None:
    """The only parcel so far stands on a pallet and leaves with a carrier's pick-up; there is another carrier, too."""
    with world.database().engine.begin() as connection:
        for statement in (
            "INSERT INTO carrier (code, name) VALUES ('DPD', 'DPD'), ('UPS', 'UPS')",
            "INSERT INTO carrier_service (carrier_id, code, name) SELECT min(id), 'C', 'Classic' FROM carrier",
            "UPDATE shipment SET carrier_service_id = (SELECT id FROM carrier_service)"
            " WHERE id = (SELECT shipment_id FROM package)",
            "INSERT INTO manifest (number, carrier_id, warehouse_id, driver, handed_at)"
            " SELECT 'PU-2026-000001', min(c.id), min(w.id), 'Jo', min(p.created_at)"
            " FROM carrier AS c, warehouse AS w, package AS p",
            "INSERT INTO package (kind, warehouse_id, sscc, position, state)"
            " SELECT 'pallet', min(id), 'PALLET', 1, 'closed' FROM warehouse",
            "UPDATE package SET parent_id = (SELECT id FROM package WHERE kind = 'pallet') WHERE kind = 'parcel'",
            "UPDATE package SET manifest_id = (SELECT id FROM manifest)",
        ):
            connection.execute(sa.text(statement))
    for row in world.rows("SELECT id FROM package"):
        step(world.owner, "package", row.id, "load")
    for verb in ("close", "hand_over"):
        step(world.owner, "manifest", world.one("SELECT id FROM manifest"), verb)


def found_after(world: World, tampering: Tampering) -> set[str]:
    """The rules that `check` names after statements that no trigger saw; all is rolled back."""
    with world.database().engine.connect() as connection, connection.begin() as transaction:
        for table, statement in tampering:
            with asleep(connection, table):
                assert connection.execute(sa.text(statement)).rowcount > 0, (
                    f"nothing was touched: {statement}"
                )
        found = {finding.rule for finding in check(connection)}
        transaction.rollback()
    return found


@contextmanager
def asleep(connection: Connection, table: str) -> Iterator[None]:
    """A table's own triggers sleep."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        return
    kept = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
    ).all()
    for row in kept:
        connection.exec_driver_sql(f'DROP TRIGGER "{row.name}"')
    yield
    for row in kept:
        connection.exec_driver_sql(row.sql)


_SENT = "(SELECT l.id FROM shipment_line AS l WHERE l.order_line_id IS NULL AND l.shipped = 1)"
_EVEN = "CASE WHEN {key} = (SELECT min({key}) FROM {table} WHERE {which}) THEN 1 ELSE -1 END"
_TWO_PROMISES = "reserved = 4 AND allocated = 0"
_TWO_RETURNS = "qty = 2 AND received = 1"
TAMPERS: dict[str, Tampering] = {
    "order_check.confirmed": (
        (
            "order_check",
            "INSERT INTO order_check (order_id, code, severity, owner)"
            " SELECT max(id), 'credit.limit', 'approval', 'supervisor' FROM sales_order WHERE state = 'confirmed'",
        ),
    ),
    "order_check.line": (
        (
            "order_check",
            "INSERT INTO order_check (order_id, order_line_id, code, severity, owner)"
            " SELECT min(order_id), max(id), 'quantity.low', 'informs', 'customer_service' FROM order_line",
        ),
    ),
    "stock_balance.on_hand": one(
        "stock_balance",
        "SET on_hand = on_hand + 1 WHERE location_id IN (SELECT id FROM location WHERE code = 'GOODS-IN')",
    ),
    "stock_balance.allocated": one("stock_balance", "SET allocated = allocated - 1 WHERE allocated > 0"),
    "allocation.qty": one(
        "allocation",
        f"SET qty = qty + {_EVEN.format(key='shipment_line_id', table='allocation', which='qty = 3')} WHERE qty = 3",
    ),
    "stock_level.sellable": one("stock_level", "SET sellable = sellable + 1 WHERE reserved > 0"),
    "stock_level.reserved": one("stock_level", "SET reserved = reserved - 1 WHERE reserved > 0"),
    "shipment_line.reserved": one(
        "shipment_line",
        f"SET reserved = reserved + {_EVEN.format(key='id', table='shipment_line', which=_TWO_PROMISES)}"
        f" WHERE {_TWO_PROMISES}",
    ),
    "shipment_line.allocated": one("shipment_line", "SET allocated = allocated + 1 WHERE allocated = 3"),
    "shipment_line.picked": one("shipment_line", "SET picked = picked + 1 WHERE allocated = 3"),
    "shipment_line.packed": one("package_line", "SET qty = qty + 1"),
    "shipment_line.shipped": (
        *one(
            "shipment_line",
            f"SET qty = qty + 1, shipped = shipped + 1, packed = packed + 1 WHERE id IN {_SENT}",
        ),
        *one(
            "package_line",
            "SET qty = qty + 1 WHERE shipment_line_id IN"
            " (SELECT id FROM shipment_line WHERE order_line_id IS NULL AND shipped = 2)",
        ),
    ),
    "order_line.shipped": one("order_line", "SET shipped = shipped - 1 WHERE shipped = 2"),
    "order_line.returned": one("order_line", "SET returned = returned - 1 WHERE returned > 0"),
    "order_line.planned": one("order_line", "SET qty = qty + 1 WHERE qty = 7"),
    "return_line.received": one(
        "return_line",
        f"SET received = received + {_EVEN.format(key='id', table='return_line', which=_TWO_RETURNS)} WHERE {_TWO_RETURNS}",
    ),
    "return_line.inspected": one("inspection", "SET qty = qty + 1 WHERE disposition = 'scrap'"),
    "purchase_line.received": one("purchase_line", "SET received = received - 1"),
    "serial.location": one(
        "serial", "SET location_id = (SELECT id FROM location WHERE code = 'STAGING') WHERE code = 'S1'"
    ),
    "stock_move.reversal": one(
        "stock_move",
        "SET reverses_id = (SELECT min(id) FROM stock_move) WHERE id = (SELECT max(id) FROM stock_move)",
    ),
    "stock_move.line": one("shipment_line", "SET owner_id = 7 WHERE shipped > 0"),
    "sales_order.net": one("sales_order", "SET net = net + 1 WHERE state = 'confirmed'"),
    "sales_order.closed": one("sales_order", "SET state = 'closed' WHERE state = 'confirmed'"),
    "shipment.shipped": one(
        "shipment",
        "SET state = 'shipped' WHERE id IN (SELECT shipment_id FROM shipment_line WHERE allocated = 3)",
    ),
    "shipment.too_early": one("shipment", "SET state = 'packed' WHERE state = 'shipped'"),
    "shipment.packed": one(
        "shipment",
        "SET state = 'packed' WHERE id IN (SELECT shipment_id FROM shipment_line WHERE picked = 2)",
    ),
    "shipment.waiting": one("shipment", "SET state = 'reserved' WHERE state = 'released'"),
    "shipment.cancelled": one("shipment", "SET state = 'cancelled' WHERE state = 'reserved'"),
    "package.position": one("package", "SET position = 3 WHERE id = (SELECT min(id) FROM package)"),
    "package.label": one("shipping_label", "SET voided_at = made_at"),
    "manifest.parcel": one("package", "SET state = 'labelled' WHERE manifest_id IS NOT NULL"),
    "manifest.carrier": one("manifest", "SET carrier_id = (SELECT max(id) FROM carrier)"),
    "pallet.carrier": (
        (
            "carrier_service",
            "INSERT INTO carrier_service (carrier_id, code, name) SELECT max(id), 'U', 'U' FROM carrier",
        ),
        (
            "shipment",
            "INSERT INTO shipment (number, state, history, warehouse_id, carrier_service_id)"
            " SELECT 'OLD-' || code, 'shipped', true, (SELECT min(id) FROM warehouse), id FROM carrier_service",
        ),
        (
            "package",
            "INSERT INTO package (kind, warehouse_id, sscc, position) SELECT 'pallet', min(id), 'P', 1 FROM warehouse",
        ),
        (
            "package",
            "INSERT INTO package (shipment_id, parent_id, sscc, position, state) SELECT s.id, p.id, s.number, 1, 'closed'"
            " FROM shipment AS s, package AS p WHERE s.number LIKE 'OLD-%' AND p.sscc = 'P'",
        ),
    ),
    "pallet.state": one("package", "SET state = 'delivered' WHERE kind = 'pallet'"),
    "pallet.pick_up": one("package", "SET manifest_id = NULL WHERE kind = 'pallet'"),
    "label_purchase.label": (
        ("carrier", "INSERT INTO carrier (code, name) VALUES ('DEP', 'Depot')"),
        (
            "carrier_service",
            "INSERT INTO carrier_service (carrier_id, code, name) SELECT id, 'DEP-1', 'Parcel' FROM carrier WHERE code = 'DEP'",
        ),
        (
            "label_purchase",
            "INSERT INTO label_purchase (package_id, carrier_service_id, request_key, status)"
            " SELECT (SELECT min(id) FROM package), id, 'k-1', 'bought' FROM carrier_service WHERE code = 'DEP-1'",
        ),
    ),
    "credit.number": one("credit", "SET number = 'CN-2026-000007'"),
    "credit.counter": one("number_counter", "SET last = last + 1 WHERE kind = 'CN'"),
    "credit.net": one("credit_line", "SET net = net + 1"),
    "credit.total": one("credit", "SET total = total + 1"),
    "credit_line.qty": one("credit_line", "SET qty = qty - 1"),
    "flow_transition": one(
        "flow_transition",
        "SET permission = 'scan' WHERE flow = 'shipment' AND source = 'packed' AND target = 'shipped'",
    ),
    "role_permission": (
        (
            "role_permission",
            "INSERT INTO role_permission (role, permission) VALUES ('packer', 'stock.adjust')",
        ),
    ),
}
"""Rule -> tables whose triggers sleep and statements that break this rule and no other."""


def test_a_sound_database_has_no_finding(world: World) -> None:
    with world.database().reading() as connection:
        assert check(connection) == []
    busy(world)
    with world.database().reading() as connection:
        assert [str(finding) for finding in check(connection)] == []


def test_each_tampering_is_named_and_nothing_else(world: World) -> None:
    busy(world)
    named = {rule: found_after(world, tampering) for rule, tampering in TAMPERS.items()}
    assert named == {rule: {rule} for rule in TAMPERS}


def test_every_rule_is_tampered_with() -> None:
    of_rules = {f"{rule.name}.{value}" for rule in RULES for value in rule.values}
    assert of_rules | {"flow_transition", "role_permission"} == set(TAMPERS)


def test_a_finding_says_where_and_what(world: World) -> None:
    depot = make_depot(world)
    lot = depot.stock(depot.plain, 5, depot.bin_a)
    with world.database().engine.begin() as connection:
        connection.execute(sa.text("UPDATE stock_balance SET on_hand = 7"))
        (on_hand, sellable) = check(connection)
    assert str(on_hand) == (
        f"stock_balance.on_hand: product_id {depot.plain}, lot_id {lot}, location_id {depot.bin_a}: expected 5, found 7"
    )
    assert (sellable.rule, sellable.expected, sellable.found) == ("stock_level.sellable", "7", "5")


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("GRANT UPDATE ON product TO PUBLIC", {"fingerprint: grant quai.product"}),
        ("ALTER TABLE stock_move DISABLE TRIGGER frozen", {"fingerprint: trigger stock_move.frozen"}),
        (
            "ALTER TABLE stock_move DROP CONSTRAINT ck_stock_move_qty",
            {"fingerprint: constraint stock_move.ck_stock_move_qty"},
        ),
        (
            "CREATE OR REPLACE FUNCTION may(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER"
            " SET search_path = quai, pg_temp AS 'SELECT true'",
            {"fingerprint: function may(text)", "program: function may"},
        ),
        (
            "CREATE POLICY open_door ON stock_move FOR INSERT TO PUBLIC WITH CHECK (true)",
            {"fingerprint: policy stock_move.open_door"},
        ),
    ],
)
def test_a_weakened_server_is_named(pg_world: World, statement: str, named: set[str]) -> None:
    with pg_world.database().engine.begin() as connection:
        connection.exec_driver_sql(statement)
        assert {f"{one.rule}: {one.where}" for one in check(connection)} == named


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("DROP TRIGGER frozen_stock_move_update", {"fingerprint", "program"}),
        ("CREATE TRIGGER helper AFTER INSERT ON tote BEGIN SELECT 1; END", {"fingerprint", "program"}),
        ("DROP INDEX ix_stock_move_op_key", {"fingerprint"}),
    ],
)
def test_a_weakened_file_is_named(sqlite_world: World, statement: str, named: set[str]) -> None:
    with sqlite_world.database().engine.begin() as connection:
        connection.exec_driver_sql(statement)
        assert {one.rule for one in check(connection)} == named


def test_a_program_with_other_rules_is_named(world: World) -> None:
    """The fingerprint stands as installed, but this program would install something else."""
    with world.database().engine.begin() as connection:
        if world.postgresql:
            connection.exec_driver_sql(
                "CREATE OR REPLACE FUNCTION next_serial(kind text) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'"
            )
        else:
            connection.exec_driver_sql("DROP TRIGGER apply_moves")
        install.remember_fingerprint(connection)
        assert [one.rule for one in check(connection)] == ["program"]


def test_a_dangling_reference_in_a_file_is_named(sqlite_world: World) -> None:
    path = sqlite_world.url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path)) as foreign:
        foreign.execute("INSERT INTO tote (code, location_id) VALUES ('T1', 999999)")
        foreign.commit()
    with sqlite_world.database().reading() as connection:
        (found,) = check(connection)
    assert (found.rule, found.expected) == ("foreign_key", "a row of location")
