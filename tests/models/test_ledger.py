"""The ledger's own rules: each guard refuses, and both engines agree on every refusal and every counter."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from types import SimpleNamespace

import pytest
import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.engine import Connection

from app.database import RuleBroken
from app.database.refusals import code_of
from app.models import Base, StockMove
from app.services.checking import stock
from app.services.ledger import LedgerRow, mirror
from tests.rig.databases import World
from tests.rig.goods import post
from tests.rig.ledger import DATED, NUMBERED, PLAIN, Scene, any_row, claim_row, goods_row, make_scene

TABLES = (
    *("stock_balance", "stock_level", "allocation", "shipment_line", "order_line", "return_line"),
    *("purchase_line", "serial"),
)
FIRST = {"stock.wrong_place", "stock.not_sellable", "stock.wrong_line", "stock.wrong_reversal"}
"""Checked before anything is counted, so both engines name the same; a row that takes too much breaks several
rules at once, and which of them (or of the foreign keys) is met first is the engine's affair.
"""


def try_post(connection: Connection, row: LedgerRow) -> tuple[str, int]:
    """The rule that refused ('' for none) and the new row's id."""
    try:
        with connection.begin():
            made: int = connection.execute(
                sa.insert(StockMove).returning(StockMove.id), asdict(row)
            ).scalar_one()
    except exc.DBAPIError as error:
        return code_of(error) or "unnamed", 0
    return "", made


def content(connection: Connection) -> dict[str, list[str]]:
    with connection.begin():
        rows = {name: connection.execute(sa.select(Base.metadata.tables[name])).all() for name in TABLES}
    return {name: sorted(map(str, found)) for name, found in rows.items()}


def run_both(sqlite_world: World, pg_world: World, steps: int, seed: int) -> Counter[str]:
    """Post the same random rows to both engines; how often each kind was taken and each rule refused."""
    scenes = (make_scene(sqlite_world), make_scene(pg_world))
    assert replace(scenes[0], depot=scenes[1].depot) == scenes[1], "the same ids on both"
    dice, seen = random.Random(seed), Counter[str]()
    ids: list[tuple[LedgerRow, int, int]] = []
    with (
        sqlite_world.database().engine.connect() as lite,
        pg_world.database().engine.connect() as postgres,
    ):
        for number in range(steps):
            if ids and dice.random() < 0.05:
                row, one, two = dice.choice(ids)
                rows = [mirror(_with_id(row, one)), mirror(_with_id(row, two))]
                if dice.random() < 0.2:
                    rows = [replace(back, qty=back.qty + 1) for back in rows]
            else:
                rows = [any_row(scenes[0], dice)] * 2
            refused, made = try_post(lite, rows[0])
            refused_too, made_too = try_post(postgres, rows[1])
            assert "unnamed" not in (refused, refused_too), rows[0]
            assert bool(refused) == bool(refused_too), (number, rows[0], refused, refused_too)
            if FIRST & {refused, refused_too} and all(
                code.startswith("stock.") for code in (refused, refused_too)
            ):
                assert refused == refused_too, (number, rows[0])
            seen[refused or rows[0].kind] += 1
            if not refused:
                ids.append((rows[0], made, made_too))
            if number % 1000 == 999 or number == steps - 1:
                assert content(lite) == content(postgres)
                for connection in (lite, postgres):
                    with connection.begin():
                        found = [str(one) for rule in stock.RULES for one in rule.findings(connection)]
                    assert found == []
    return seen


def _with_id(row: LedgerRow, move_id: int) -> SimpleNamespace:
    """A ledger row as `mirror` reads it from the database."""
    return SimpleNamespace(**asdict(row) | {"id": move_id})


def test_both_engines_take_and_refuse_the_same(sqlite_world: World, pg_world: World) -> None:
    run_both(sqlite_world, pg_world, 600, 5)


@pytest.mark.soak
@pytest.mark.timeout(1200)
def test_both_engines_take_and_refuse_the_same_for_long(sqlite_world: World, pg_world: World) -> None:
    seen = run_both(sqlite_world, pg_world, 12_000, 11)
    kinds = {"receive", "move", "adjust", "relabel", "return", "reserve", "release", "allocate", "deallocate"}
    assert kinds | {"pick", "ship"} <= set(seen), "every kind was taken"
    codes = {
        "wrong_place",
        "not_sellable",
        "wrong_line",
        "wrong_reversal",
        "insufficient",
        "nothing_there",
        "not_allocated",
    }
    assert {f"stock.{code}" for code in codes} | {"stock.serial_elsewhere"} <= set(seen), (
        "every guard refused"
    )


@dataclass(frozen=True, slots=True)
class Stage:
    """A bin of ten plain pieces, of which a line has claimed two and picked one; another line has two of a second bin."""

    scene: Scene
    lot: int
    line: int
    other_line: int
    first_move: int


@pytest.fixture
def stage(world: World) -> Stage:
    return _staged(make_scene(world))


def _staged(scene: Scene) -> Stage:
    ctx, lot, line = scene.depot.world.owner, scene.lots[PLAIN][0], scene.lines[0][0]
    shelf, bench, second = scene.bins[0], scene.benches[0], scene.lines[1][0]
    first = post(ctx, (goods_row("receive", PLAIN, lot, scene.supplier, shelf, 10),))
    for row in (
        LedgerRow("reserve", PLAIN, 5, shipment_line_id=line),
        claim_row("allocate", PLAIN, lot, shelf, line, 3),
        goods_row("pick", PLAIN, lot, shelf, bench, 1, shipment_line_id=line),
        goods_row("receive", PLAIN, lot, scene.supplier, scene.bins[1], 2),
        LedgerRow("reserve", PLAIN, 2, shipment_line_id=second),
        claim_row("allocate", PLAIN, lot, scene.bins[1], second, 2),
    ):
        post(ctx, (row,))
    return Stage(scene, lot, line, next(number for number, product in scene.lines if product == DATED), first)


Bad = Callable[[Stage], LedgerRow]
GUARDS: dict[str, list[Bad]] = {
    "stock.wrong_place": [
        lambda s: goods_row("receive", PLAIN, s.lot, s.scene.customer, s.scene.bins[0]),
        lambda s: goods_row("receive", PLAIN, s.lot, s.scene.bins[0], s.scene.bins[1]),
        lambda s: goods_row("adjust", PLAIN, s.lot, s.scene.bins[0], s.scene.bins[1]),
        lambda s: goods_row("move", PLAIN, s.lot, s.scene.supplier, s.scene.bins[0]),
        lambda s: goods_row(
            "move", PLAIN, s.lot, s.scene.bins[0], s.scene.benches[0], shipment_line_id=s.line
        ),
        lambda s: replace(
            goods_row("relabel", PLAIN, s.lot, s.scene.bins[0], s.scene.bins[1]),
            to_lot_id=s.scene.lots[PLAIN][1],
        ),
        lambda s: replace(
            goods_row("relabel", PLAIN, s.lot, s.scene.bins[0], s.scene.bins[0], shipment_line_id=s.line),
            to_lot_id=s.scene.lots[PLAIN][1],
        ),
        lambda s: replace(
            goods_row("move", PLAIN, s.lot, s.scene.bins[0], s.scene.bins[1]),
            to_lot_id=s.scene.lots[PLAIN][1],
        ),
        lambda s: goods_row("pick", PLAIN, s.lot, s.scene.bins[0], s.scene.customer, shipment_line_id=s.line),
        lambda s: goods_row("pick", PLAIN, s.lot, s.scene.bins[0], s.scene.bins[1], shipment_line_id=s.line),
        lambda s: goods_row("ship", PLAIN, s.lot, s.scene.bins[0], s.scene.customer, shipment_line_id=s.line),
        lambda s: goods_row(
            "ship", PLAIN, s.lot, s.scene.benches[0], s.scene.supplier, shipment_line_id=s.line
        ),
        lambda s: goods_row("return", PLAIN, s.lot, s.scene.supplier, s.scene.benches[0]),
        lambda s: goods_row(
            "return", PLAIN, s.lot, s.scene.customer, s.scene.benches[0], shipment_line_id=s.line
        ),
    ],
    "stock.not_sellable": [
        lambda s: claim_row("allocate", PLAIN, s.lot, s.scene.benches[0], s.line),
        lambda s: claim_row("allocate", PLAIN, s.scene.lots[PLAIN][2], s.scene.bins[0], s.line),
        lambda s: claim_row("deallocate", PLAIN, s.lot, s.scene.benches[0], s.line),
    ],
    "stock.wrong_line": [
        lambda s: LedgerRow("reserve", PLAIN, 1, shipment_line_id=s.other_line),
        lambda s: claim_row("allocate", PLAIN, s.scene.lots[PLAIN][3], s.scene.bins[0], s.line),
        lambda s: claim_row("allocate", PLAIN, s.lot, s.scene.bins[0], s.other_line),
    ],
    "stock.wrong_reversal": [
        lambda s: goods_row(
            "receive", PLAIN, s.lot, s.scene.bins[0], s.scene.supplier, 9, reverses_id=s.first_move
        ),
        lambda s: goods_row(
            "receive", PLAIN, s.lot, s.scene.supplier, s.scene.bins[0], 10, reverses_id=s.first_move
        ),
        lambda s: goods_row(
            "adjust", PLAIN, s.lot, s.scene.bins[0], s.scene.adjustment, 10, reverses_id=s.first_move
        ),
    ],
    "stock.insufficient": [lambda s: LedgerRow("reserve", PLAIN, 6, shipment_line_id=s.scene.lines[1][0])],
    "stock.nothing_there": [
        lambda s: goods_row("adjust", PLAIN, s.lot, s.scene.benches[1], s.scene.adjustment),
    ],
    "stock.not_allocated": [
        lambda s: goods_row(
            "pick", PLAIN, s.lot, s.scene.bins[1], s.scene.benches[0], shipment_line_id=s.line
        ),
        lambda s: claim_row("deallocate", PLAIN, s.lot, s.scene.bins[1], s.line),
    ],
    "stock_balance_allocated_on_hand": [
        lambda s: goods_row("adjust", PLAIN, s.lot, s.scene.bins[0], s.scene.adjustment, 8),
        lambda s: goods_row("move", PLAIN, s.lot, s.scene.benches[0], s.scene.benches[1]),
    ],
    "shipment_line_counters": [lambda s: LedgerRow("reserve", PLAIN, 4, shipment_line_id=s.line)],
    "shipment_line_allocated": [
        lambda s: claim_row("allocate", PLAIN, s.lot, s.scene.bins[0], s.line, 3),
        lambda s: LedgerRow("release", PLAIN, 3, shipment_line_id=s.line),
    ],
    "return_line_received": [
        lambda s: goods_row(
            "return",
            PLAIN,
            s.lot,
            s.scene.customer,
            s.scene.benches[0],
            5,
            return_line_id=s.scene.return_line,
        ),
    ],
    "stock_move_shape": [
        lambda s: LedgerRow("reserve", PLAIN, 1, lot_id=s.lot, shipment_line_id=s.line),
        lambda s: claim_row("move", PLAIN, s.lot, s.scene.bins[0], s.line),
        lambda s: goods_row("move", PLAIN, s.lot, s.scene.bins[0], s.scene.bins[0]),
    ],
    "stock_move_line": [
        lambda s: goods_row("pick", PLAIN, s.lot, s.scene.bins[0], s.scene.benches[0]),
        lambda s: goods_row("ship", PLAIN, s.lot, s.scene.benches[0], s.scene.customer),
    ],
    "stock_move_qty": [lambda s: goods_row("receive", PLAIN, s.lot, s.scene.supplier, s.scene.bins[0], 0)],
    "stock_move_serial_is_one": [
        lambda s: goods_row(
            "receive",
            NUMBERED,
            s.scene.lots[NUMBERED][0],
            s.scene.supplier,
            s.scene.bins[0],
            2,
            serial_id=s.scene.serials[0],
        ),
    ],
}
"""Rule -> rows that break it, each in another way."""


def test_each_guard_refuses(stage: Stage) -> None:
    world = stage.scene.depot.world
    before = world.tables(*TABLES, "stock_move")
    for rule, rows in GUARDS.items():
        for number, make in enumerate(rows):
            with pytest.raises(RuleBroken) as caught:
                post(world.owner, (make(stage),))
            assert caught.value.facts["rule"] == rule, (rule, number)
    assert world.tables(*TABLES, "stock_move") == before


def test_a_piece_is_only_where_it_is(stage: Stage) -> None:
    scene, world = stage.scene, stage.scene.depot.world
    first = scene.lots[scene.depot.numbered][0]
    serial = scene.serials[0]
    receipt = goods_row("receive", NUMBERED, first, scene.supplier, scene.bins[0], serial_id=serial)
    post(world.owner, (receipt,))
    post(world.owner, (replace(receipt, serial_id=scene.serials[1], to_location_id=scene.bins[1]),))
    before = world.tables(*TABLES)
    for row in (receipt, goods_row("move", NUMBERED, first, scene.bins[1], scene.bins[0], serial_id=serial)):
        with pytest.raises(RuleBroken) as caught:
            post(world.owner, (row,))
        assert caught.value.facts["rule"] == "stock.serial_elsewhere"
    assert world.tables(*TABLES) == before


def test_a_move_is_undone_once(stage: Stage) -> None:
    scene, world = stage.scene, stage.scene.depot.world
    row = goods_row("adjust", PLAIN, stage.lot, scene.bins[0], scene.adjustment, 2)
    move = post(world.owner, (row,))
    back = mirror(_with_id(row, move))
    post(world.owner, (back,))
    with pytest.raises(RuleBroken) as caught:
        post(world.owner, (back,))
    assert caught.value.facts["rule"] == "stock_move_reverses_id"
    assert scene.depot.on_hand(PLAIN, scene.bins[0]) == 9


FORBIDDEN = (
    ("ledger.append_only", "UPDATE stock_move SET qty = qty + 1"),
    ("ledger.append_only", "DELETE FROM stock_move"),
    ("ledger.append_only", "DELETE FROM audit_entry"),
    ("row.frozen_columns", "UPDATE lot SET status = 'ok' WHERE status = 'blocked'"),
    ("row.frozen_columns", "UPDATE shipment_line SET owner_id = 7"),
    ("row.frozen_columns", "UPDATE return_line SET product_id = (SELECT max(id) FROM product)"),
    ("row.frozen_columns", "UPDATE order_line SET product_id = (SELECT max(id) FROM product)"),
    ("flow.no_such_step", "UPDATE shipment SET state = 'shipped'"),
    ("flow.no_such_step", "UPDATE return_order SET state = 'settled'"),
    ("location.stocked", "UPDATE location SET sellable = NOT sellable WHERE kind = 'storage'"),
    ("location.stocked", "UPDATE location SET kind = 'pick_face' WHERE kind = 'storage'"),
)


@pytest.mark.parametrize(("rule", "statement"), FORBIDDEN)
def test_what_is_written_stays(stage: Stage, rule: str, statement: str) -> None:
    """Even the owner's own hand is stopped."""
    world = stage.scene.depot.world
    before = world.tables(*TABLES, "stock_move", "lot", "shipment", "location", "audit_entry")
    with world.database().engine.connect() as connection, connection.begin():
        with pytest.raises(exc.DBAPIError) as caught:
            connection.execute(sa.text(statement))
        assert code_of(caught.value) == rule
    assert world.tables(*TABLES, "stock_move", "lot", "shipment", "location", "audit_entry") == before


def test_truncating_the_ledger_is_refused(pg_world: World) -> None:
    with pg_world.database().engine.connect() as connection, connection.begin():
        with pytest.raises(exc.DBAPIError) as caught:
            connection.execute(sa.text("TRUNCATE stock_move CASCADE"))
        assert code_of(caught.value) == "ledger.append_only"


def test_nothing_begins_in_the_middle(stage: Stage) -> None:
    world = stage.scene.depot.world
    with world.database().engine.connect() as connection, connection.begin():
        with pytest.raises(exc.DBAPIError) as caught:
            connection.execute(
                sa.text("INSERT INTO shipment (number, warehouse_id, state) VALUES ('SH-X', :w, 'packed')"),
                {"w": stage.scene.depot.warehouse},
            )
        assert code_of(caught.value) == "flow.no_such_start"
    assert world.one("SELECT count(*) FROM shipment WHERE number = 'SH-X'") == 0


@pytest.mark.parametrize("guard", ["wrong_place", "not_sellable", "wrong_line", "wrong_reversal"])
def test_without_its_guard_a_wrong_row_is_taken(sqlite_world: World, guard: str) -> None:
    """The tests above would notice: with the guard cut out of the trigger, at least one of its rows goes through."""
    scene = make_scene(sqlite_world)
    stage = _staged(scene)
    with sqlite_world.database().engine.begin() as connection:
        text = connection.execute(
            sa.text("SELECT sql FROM sqlite_master WHERE name = 'apply_moves'")
        ).scalar_one()
        lines = [
            line for line in text.split("SELECT RAISE(ABORT, ") if not line.startswith(f"'stock.{guard}'")
        ]
        assert len(lines) == text.count("SELECT RAISE(ABORT, ")
        connection.exec_driver_sql("DROP TRIGGER apply_moves")
        connection.exec_driver_sql("SELECT RAISE(ABORT, ".join(lines))
    taken = 0
    for make in GUARDS[f"stock.{guard}"]:
        with suppress(RuleBroken):
            post(sqlite_world.owner, (make(stage),))
            taken += 1
    assert taken
