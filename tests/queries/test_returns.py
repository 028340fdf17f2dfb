"""Returns as the bench and the office see them, and what can still be sent back."""

from __future__ import annotations

import pytest

from app.domain.permissions import Role
from app.queries import credits, returnable, returns
from app.queries.pages import Ask
from app.services.credits import settle_return
from app.services.inspecting import inspect, undo_inspection
from app.services.returns import Arrived, WantedBack, authorise_return, receive_return, request_return
from app.services.shipping import ship_shipment
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.shop import TEA_LOT


@pytest.fixture
def bench(world: World) -> Bench:
    return Bench(world)


def _shipped(bench: Bench, lines: dict[str, int]) -> tuple[int, int, dict[str, int]]:
    """(order, parcel, order lines by SKU) of an order that left."""
    shipment, parcel = bench.packed(lines)
    ship_shipment(bench.packer, shipment)
    order = bench.world.one("SELECT order_id FROM shipment WHERE id = :i", i=shipment)
    rows = bench.world.rows(
        "SELECT l.id, p.sku FROM order_line AS l JOIN product AS p ON p.id = l.product_id WHERE l.order_id = :i",
        i=order,
    )
    return order, parcel, {row.sku: row.id for row in rows}


def _back(bench: Bench, order: int, wanted: dict[int, int]) -> tuple[int, tuple[int, ...]]:
    lines = tuple(WantedBack(line, qty, "changed-mind") for line, qty in wanted.items())
    asked = request_return(bench.owner, order, lines)
    authorise_return(bench.owner, asked.return_id)
    return asked.return_id, asked.line_ids


def test_a_return_and_its_lines(bench: Bench) -> None:
    order, parcel, lines = _shipped(bench, {"MUG": 3, "TEA": 2})
    return_id, _ = _back(bench, order, {lines["MUG"]: 2, lines["TEA"]: 1})
    with bench.world.ctx(Role.RETURNS).reading() as connection:
        row = returns.one_return(connection, return_id)
        assert row is not None
        assert (row.state, row.customer, row.lines, row.qty, row.received) == (
            *("authorised", "Analytique", 2, 3, 0),
        )
        mug, tea = returns.return_lines(connection, return_id)
        assert (mug.sku, mug.qty, mug.reason, mug.reason_fr) == ("MUG", 2, "changed-mind", "Rétractation")
        assert mug.shipped_at is not None
        assert tea.lot_tracked
        assert [(one.lot, one.qty) for one in returns.shipped_lots(connection, return_id)] == [
            ("", 3),
            (TEA_LOT, 2),
        ]
        shipment = bench.world.one("SELECT shipment_id FROM package WHERE id = :i", i=parcel)
        for kind, thing in (("order", order), ("shipment", shipment), ("parcel", parcel)):
            assert returns.returns_of(connection, kind, thing) == (return_id,)
        assert returns.one_return(connection, 999) is None
        assert returns.shipped_lots(connection, 999) == ()


def test_what_waits_is_what_came_and_was_not_judged(bench: Bench) -> None:
    order, _, lines = _shipped(bench, {"MUG": 3, "TEA": 2})
    return_id, (mug, tea) = _back(bench, order, {lines["MUG"]: 2, lines["TEA"]: 1})
    receive_return(bench.owner, return_id, (Arrived(mug, 2), Arrived(tea, 1)))
    judged = inspect(bench.owner, mug, 1, "A", "restock", bench.where("B-03"), "As new")
    with bench.world.ctx(Role.RETURNS).reading() as connection:
        items = returns.waiting_items(connection, return_id)
        assert [(item.line_id, item.lot, item.qty) for item in items] == [(mug, "", 1), (tea, TEA_LOT, 1)]
        (one,) = returns.judgements(connection, return_id)
        assert (one.id, one.grade, one.disposition, one.place, one.note) == (
            *(judged.inspection_id, "A", "restock", "B-03", "As new"),
        )
    undo_inspection(bench.owner, judged.inspection_id)
    with bench.owner.reading() as connection:
        assert returns.waiting_items(connection, return_id)[0].qty == 2
        assert returns.judgements(connection, return_id) == ()


def test_the_credit_is_told_beforehand(bench: Bench) -> None:
    order, _, lines = _shipped(bench, {"MUG": 3, "TEA": 2})
    return_id, (mug, tea) = _back(bench, order, {lines["MUG"]: 2, lines["TEA"]: 1})
    receive_return(bench.owner, return_id, (Arrived(mug, 2), Arrived(tea, 1)))
    inspect(bench.owner, mug, 2, "D", "scrap")
    inspect(bench.owner, tea, 1, "B", "quarantine")
    with bench.world.ctx(Role.RETURNS).reading() as connection:
        told = credits.reckon(
            connection, [credits.Back(mug, lines["MUG"], 2), credits.Back(tea, lines["TEA"], 1)]
        )
        assert credits.reckon(connection, []).total == 0
    made = settle_return(bench.owner, return_id)
    assert told.nets == (500, 500)
    assert (told.net, told.tax, told.total) == (made.net, made.tax, made.total) == (1000, 200, 1200)
    with bench.owner.reading() as connection:
        row = returns.one_return(connection, return_id)
        assert row is not None
        assert (row.state, row.credit) == ("settled", made.number)
        assert returns.returns_of(connection, "order", order) == ()


def test_lists_of_returns(bench: Bench) -> None:
    order, _, lines = _shipped(bench, {"MUG": 5})
    made = [request_return(bench.owner, order, (WantedBack(lines["MUG"], 1, "defective"),)) for _ in range(4)]
    authorise_return(bench.owner, made[1].return_id)
    receive_return(
        bench.owner,
        authorise_return(bench.owner, made[2].return_id).return_id,
        (Arrived(made[2].line_ids[0], 1),),
    )

    def ids(text: str = "", **filters: str) -> list[int]:
        ask = Ask(text=text, filters=filters)
        with bench.world.ctx(Role.CUSTOMER_SERVICE).reading() as connection:
            rows = returns.return_list(connection, ask).rows
            assert returns.count_returns(connection, ask) == len(rows)
        return [[one.return_id for one in made].index(row.id) for row in rows]

    assert ids() == [3, 2, 1, 0]
    assert ids(state="requested") == [3, 0]
    assert ids(state="bench") == [2, 1]
    assert ids(state="open") == [3, 2, 1, 0]
    assert ids(state="settled") == []
    assert ids(made[1].number.lower()) == [1]
    assert ids("analy") == [3, 2, 1, 0]
    seen: list[int] = []
    ask = Ask(size=3)
    with bench.owner.reading() as connection:
        while True:
            page = returns.return_list(connection, ask)
            seen += [row.id for row in page.rows]
            if page.after is None:
                break
            ask = Ask(page.after, 3)
    assert seen == [one.return_id for one in reversed(made)]


def test_what_may_still_be_sent_back(bench: Bench) -> None:
    order, _, lines = _shipped(bench, {"MUG": 3, "TEA": 2})
    bench.order({"POT": 1})
    _back(bench, order, {lines["MUG"]: 2})
    with bench.world.ctx(Role.CUSTOMER_SERVICE).reading() as connection:
        (found,) = returnable.shipped_orders(connection, "analytique")
        assert found.id == order
        assert returnable.shipped_orders(connection, found.number.lower()) == (found,)
        assert returnable.shipped_orders(connection, "nobody") == ()
        assert returnable.shipped_order(connection, order) == found
        assert returnable.shipped_order(connection, 999) is None
        mug, tea = returnable.shipped_lines(connection, order)
        assert (mug.sku, mug.shipped, mug.announced, mug.possible) == ("MUG", 3, 2, 1)
        assert (tea.sku, tea.possible) == ("TEA", 2)
        assert returnable.shipped_lines(connection, 999) == ()
        codes = [one.code for one in returnable.reasons(connection, "return")]
        assert "defective" in codes
        assert "lost" not in codes
