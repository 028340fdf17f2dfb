"""What waits to be released, which lists there are, and how their lines are walked."""

from __future__ import annotations

from datetime import date

from app.domain.permissions import Role
from app.queries import pick_lists
from app.queries.pages import Ask
from app.services.orders import hold_order
from app.services.picking import pick_task, pick_wave
from app.services.release import recall_shipment, release_shipments
from tests.rig.databases import World
from tests.rig.shop import TEA_EXPIRES, TEA_LOT, Shop

OPEN = {"view": "open"}
DONE = {"view": "done"}


def test_shipments_wait_by_promise_until_they_are_released(world: World) -> None:
    shop = Shop(world)
    undated = shop.order({"MUG": 1})
    late = shop.order({"MUG": 2, "TEA": 3}, promised_on=date(2030, 1, 2))
    soon = shop.order({"POT": 1}, promised_on=date(2030, 1, 1))
    hold_order(shop.owner, soon.order_id, "credit-check")
    with world.ctx(Role.STOCK_KEEPER).reading() as connection:
        rows = pick_lists.rows(connection, Ask(), shop.warehouse).rows
        first = pick_lists.rows(connection, Ask(size=2), shop.warehouse)
        rest = pick_lists.rows(connection, Ask(first.after, 2), shop.warehouse)
        found = pick_lists.rows(connection, Ask(text=rows[1].number.lower()), shop.warehouse).rows
        named = pick_lists.count_rows(connection, Ask(text="analytique"), shop.warehouse)
        due = pick_lists.rows(connection, Ask(filters={"due": date(2030, 1, 1)}), shop.warehouse).rows
    by_promise = sorted((undated, late, soon), key=lambda one: (one is undated, one is late))
    assert [row.id for row in rows[:2]] != [undated.shipment_id]
    wanted = [one.shipment_id for one in by_promise]
    dates = {row.id: row.due for row in rows}
    if dates[undated.shipment_id] is not None:  # the promise of an undated order is reckoned from today
        wanted = [undated.shipment_id, soon.shipment_id, late.shipment_id]
    assert [row.id for row in rows] == wanted
    assert [row.id for row in (*first.rows, *rest.rows)] == wanted
    assert [row.id for row in found] == [rows[1].id]
    assert named == 3
    assert soon.shipment_id in {row.id for row in due}
    assert late.shipment_id not in {row.id for row in due}
    row = next(row for row in rows if row.id == late.shipment_id)
    assert (row.kind, row.state, row.who, row.lines, row.pieces, row.held) == (
        *("shipment", "reserved", "Analytique", 2, 5, False),
    )
    assert next(row.held for row in rows if row.id == soon.shipment_id)
    with world.ctx(Role.STOCK_KEEPER).reading() as connection:
        inside = pick_lists.content(connection, late.shipment_id)
    assert [(line.sku, line.qty, line.reserved) for line in inside] == [("MUG", 2, 2), ("TEA", 3, 3)]


def test_a_list_and_its_lines(world: World) -> None:
    shop = Shop(world)
    released = shop.released({"MUG": 15, "TEA": 2}, {"MUG": 1})
    with world.ctx(Role.PICKER).reading() as connection:
        (row,) = pick_lists.rows(connection, Ask(filters=OPEN), shop.warehouse).rows
        assert (row.id, row.number, row.state) == (released.wave_id, released.number, "open")
        lines = pick_lists.tasks(connection, released.wave_id)
        assert (row.shipments, row.lines, row.done, row.pieces) == (2, len(lines), 0, 18)
        head = pick_lists.list_head(connection, released.wave_id)
        assert head is not None
        assert head.number == released.number
        assert pick_lists.list_head(connection, 999) is None
        assert pick_lists.list_of_task(connection, lines[0].id) == released.wave_id
        shipment = pick_lists.rows(connection, Ask(text=lines[0].shipment, filters=OPEN), shop.warehouse)
        assert [one.id for one in shipment.rows] == [released.wave_id]
    assert [line.place for line in lines] == sorted(line.place for line in lines)
    tea = next(line for line in lines if line.sku == "TEA")
    assert (tea.lot, tea.expires_on, tea.left, tea.packs) == (TEA_LOT, TEA_EXPIRES, 2, ((1, 2),))
    big = max(lines, key=lambda line: line.qty)
    # Six mugs make a carton.
    assert big.packs[0] == (6, big.qty // 6)


def test_lists_follow_the_picking(world: World) -> None:
    shop = Shop(world)
    first, second = shop.released({"MUG": 1, "POT": 1}), shop.released({"JAR": 1})
    with world.owner.reading() as connection:
        task = pick_lists.tasks(connection, first.wave_id)[0]
    pick_task(shop.owner, task.id)
    with world.owner.reading() as connection:
        rows = pick_lists.rows(connection, Ask(filters=OPEN), shop.warehouse).rows
        assert [(row.id, row.done) for row in rows] == [(second.wave_id, 0), (first.wave_id, 1)]
        one = pick_lists.rows(connection, Ask(size=1, filters=OPEN), shop.warehouse)
        two = pick_lists.rows(connection, Ask(one.after, 1, filters=OPEN), shop.warehouse)
        assert [row.id for row in (*one.rows, *two.rows)] == [second.wave_id, first.wave_id]
        assert pick_lists.tasks(connection, first.wave_id)[0].left == 0
    pick_wave(shop.owner, first.wave_id)
    with world.owner.reading() as connection:
        (done,) = pick_lists.rows(connection, Ask(filters=DONE), shop.warehouse).rows
        assert (done.id, done.done, done.lines) == (first.wave_id, 2, 2)
        assert pick_lists.count_rows(connection, Ask(filters=OPEN), shop.warehouse) == 1


def test_what_was_called_off_is_not_walked(world: World) -> None:
    shop = Shop(world)
    orders = [shop.order({"MUG": 1}), shop.order({"POT": 1})]
    released = release_shipments(shop.owner, tuple(one.shipment_id for one in orders))
    recall_shipment(shop.owner, orders[0].shipment_id)
    with world.owner.reading() as connection:
        assert [line.sku for line in pick_lists.tasks(connection, released.wave_id)] == ["POT"]
        (row,) = pick_lists.rows(connection, Ask(filters=OPEN), shop.warehouse).rows
        assert (row.lines, row.shipments) == (1, 1)
