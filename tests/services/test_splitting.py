"""Split shipments keep their promises and their sums; joined ones are whole again."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.database import RuleBroken
from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotFound, Refused
from app.services.order_changes import cancel_line, cancel_order, restore_line
from app.services.orders import confirm_order
from app.services.release import release_shipments
from app.services.reservation import (
    InsufficientStock,
    reserve_available,
    reserve_shipment,
    unreserve_shipment,
)
from app.services.splitting import CannotJoin, join_shipments, split_shipment
from tests.rig.databases import World
from tests.rig.shop import Level, Shop
from tests.services.test_release import lose, lot_of

TABLES = (
    "sales_order",
    "order_line",
    "shipment",
    "shipment_line",
    "stock_move",
    "stock_level",
    "order_event",
)


def held(shop: Shop, shipment_id: int) -> list[tuple[str, int, int]]:
    return [(line.sku, line.qty, line.reserved) for line in shop.shipment_lines(shipment_id)]


def test_planned_shipment_is_split_and_joined(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    shipment = shop.confirmed({"MUG": 60, "TEA": 2}, priority=3)
    mug, tea = shop.shipment_lines(shipment)
    new = split_shipment(ctx, shipment, ((mug.id, 10), (tea.id, 2)))
    assert held(shop, shipment) == [("MUG", 50, 0), ("TEA", 0, 0)]
    assert held(shop, new) == [("MUG", 10, 0), ("TEA", 2, 0)]
    row = world.rows("SELECT state, priority, order_id, ship_address_id FROM shipment ORDER BY id")
    assert tuple(row[1])[1:] == tuple(row[0])[1:]
    assert row[1].state == "planned"
    done = join_shipments(ctx, new, shipment)
    assert (done.shipment_id, done.cancelled_id) == (shipment, new)
    assert held(shop, shipment) == [("MUG", 60, 0), ("TEA", 2, 0)]
    assert shop.state("shipment", new) == "cancelled"


def test_promises_follow_the_split_and_come_back(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    shipment = shop.order({"MUG": 50, "TEA": 2}).shipment_id  # every mug there is
    mug, tea = shop.shipment_lines(shipment)
    new = split_shipment(ctx, shipment, ((mug.id, 10), (tea.id, 2)))
    assert held(shop, shipment) == [("MUG", 40, 40), ("TEA", 0, 0)]
    assert held(shop, new) == [("MUG", 10, 10), ("TEA", 2, 2)]
    assert shop.state("shipment", new) == "reserved"
    assert shop.stock("MUG") == Level(50, 50, 50, 0)
    # Into the new one, which lacks nothing of the kinds: the other direction makes no new line either.
    join_shipments(ctx, shipment, new)
    assert held(shop, new) == [("MUG", 50, 50), ("TEA", 2, 2)]
    assert shop.state("shipment", shipment) == "cancelled"
    assert shop.stock("MUG") == Level(50, 50, 50, 0)
    release_shipments(shop.owner, (new,))


def test_join_adds_lines_that_the_other_shipment_lacks(world: World) -> None:
    shop = Shop(world)
    shipment = shop.order({"MUG": 5, "TEA": 2}).shipment_id
    mug, _ = shop.shipment_lines(shipment)
    new = split_shipment(shop.owner, shipment, ((mug.id, 2),))
    join_shipments(world.ctx(Role.CUSTOMER_SERVICE), shipment, new)
    assert held(shop, new) == [("MUG", 5, 5), ("TEA", 2, 2)]


def test_wrong_splits_and_joins_change_nothing(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    shipment = shop.order({"MUG": 5, "TEA": 2}).shipment_id
    other = shop.order({"MUG": 5}).shipment_id
    planned = shop.confirmed({"MUG": 1})
    released = shop.released({"MUG": 5}).shipment_ids[0]
    mug, tea = shop.shipment_lines(shipment)
    before = world.tables(*TABLES)
    for parts in (
        (),
        ((mug.id, 0),),
        ((mug.id, 6),),
        ((mug.id, 3), (mug.id, 3)),
        ((mug.id, 5), (tea.id, 2)),
        ((mug.id, -1),),
    ):
        with pytest.raises(BadInput):
            split_shipment(ctx, shipment, parts)
    with pytest.raises(NotFound):
        split_shipment(ctx, shipment, ((999, 1),))
    with pytest.raises(NotFound):
        split_shipment(ctx, 999, ((mug.id, 1),))
    with pytest.raises(Conflict):
        split_shipment(ctx, released, ((shop.shipment_lines(released)[0].id, 1),))
    for into in (other, shipment, planned):
        with pytest.raises(CannotJoin):
            join_shipments(ctx, shipment, into)
    with pytest.raises(Conflict):
        join_shipments(ctx, shipment, released)
    assert world.tables(*TABLES) == before


def test_promise_that_exceeds_what_is_there_is_settled_before_it_is_carried_over(world: World) -> None:
    shop = Shop(world)
    shipment = shop.order({"JAR": 12}).shipment_id
    lose(shop.owner, shop.product["JAR"], lot_of(shop, "JAR"), shop.where("B-02"), shop.warehouse, 2)
    before = world.tables(*TABLES)
    with pytest.raises(InsufficientStock) as caught:
        split_shipment(
            world.ctx(Role.CUSTOMER_SERVICE), shipment, ((shop.shipment_lines(shipment)[0].id, 2),)
        )
    assert caught.value.facts["sku"] == "JAR"
    assert world.tables(*TABLES) == before


class Day:
    """Random steps on one order, each allowed to be refused; sums must hold after each."""

    def __init__(self, path: Path) -> None:
        self.world = World("sqlite", f"sqlite:///{path}")
        self.shop = Shop(self.world)
        self.order = self.shop.draft({"MUG": 30, "JAR": 20}).order_id
        self.steps: tuple[Any, ...] = (
            self.reserve,
            self.unreserve,
            self.split,
            self.join,
            self.cancel,
            self.restore,
            self.release,
        )

    def shipment(self, number: int) -> int:
        rows = self.world.rows("SELECT id FROM shipment WHERE state <> 'cancelled' ORDER BY id")
        return int(rows[number % len(rows)].id) if rows else 0

    def line(self, number: int) -> int:
        return int(self.world.rows("SELECT id FROM order_line ORDER BY id")[number % 2].id)

    def reserve(self, a: int, b: int) -> None:
        (reserve_available if b % 2 else reserve_shipment)(self.shop.owner, self.shipment(a))

    def unreserve(self, a: int, b: int) -> None:
        unreserve_shipment(self.shop.owner, self.shipment(a))

    def split(self, a: int, b: int) -> None:
        shipment = self.shipment(a)
        lines = self.shop.shipment_lines(shipment)
        if lines:
            split_shipment(self.shop.owner, shipment, ((lines[b % len(lines)].id, b % 7 + 1),))

    def join(self, a: int, b: int) -> None:
        join_shipments(self.shop.owner, self.shipment(a), self.shipment(b))

    def cancel(self, a: int, b: int) -> None:
        if b == 0:
            cancel_order(self.shop.owner, self.order, "not-paid")
        else:
            cancel_line(self.shop.owner, self.line(a), b, "not-available")

    def restore(self, a: int, b: int) -> None:
        restore_line(self.shop.owner, self.line(a), b)

    def release(self, a: int, b: int) -> None:
        release_shipments(self.shop.owner, (self.shipment(a),))

    def check(self) -> None:
        """Every ordered piece is cancelled or in exactly one live shipment, and promises are what the lines say."""
        state = self.shop.state("sales_order", self.order)
        rows = self.world.rows(
            "SELECT o.qty, o.cancelled, coalesce(sum(CASE WHEN h.state <> 'cancelled' THEN s.qty ELSE 0 END), 0) AS planned"
            " FROM order_line AS o LEFT JOIN shipment_line AS s ON s.order_line_id = o.id"
            " LEFT JOIN shipment AS h ON h.id = s.shipment_id GROUP BY o.id, o.qty, o.cancelled"
        )
        assert state in ("confirmed", "cancelled")
        assert all(row.cancelled + row.planned == row.qty for row in rows)
        lines = self.world.rows(
            "SELECT s.*, h.state FROM shipment_line AS s JOIN shipment AS h ON h.id = s.shipment_id"
        )
        for line in lines:
            assert line.reserved == (line.qty if line.state in ("reserved", "released") else 0)
            assert line.allocated == (line.qty if line.state == "released" else 0)
        for sku in ("MUG", "JAR"):
            mine = [line for line in lines if line.product_id == self.shop.product[sku]]
            level = self.shop.stock(sku)
            assert level.reserved == sum(line.reserved for line in mine) <= level.sellable
            assert level.allocated == sum(line.allocated for line in mine)
        tasks = self.world.one("SELECT coalesce(sum(qty), 0) FROM pick_task WHERE state = 'open'")
        assert tasks == sum(line.allocated for line in lines)


@settings(max_examples=12)
@given(steps=st.lists(st.tuples(st.integers(0, 6), st.integers(0, 5), st.integers(0, 30)), max_size=14))
def test_any_sequence_of_steps_keeps_the_sums(
    sqlite_template: Path, steps: list[tuple[int, int, int]]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "quai.db"
        path.write_bytes(sqlite_template.read_bytes())
        day = Day(path)
        confirm_order(day.shop.owner, day.order)
        try:
            for step, a, b in steps:
                with suppress(Refused, Conflict):
                    try:
                        day.steps[step](a, b)
                    except RuleBroken as refusal:  # the database's guard stands behind ours, not in its place
                        pytest.fail(f"{day.steps[step].__name__}({a}, {b}): {refusal}")
                day.check()
        finally:
            day.world.close()
