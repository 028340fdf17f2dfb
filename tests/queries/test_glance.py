"""The day at a glance: each number is what its rows are, in a fixed number of statements."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from app.domain.permissions import Role
from app.queries.days import span
from app.queries.glance import STEPS, Glance, at_risk, at_risk_count, glance
from app.queries.orders import count_orders, orders
from app.queries.pages import COUNTED, Ask
from app.queries.shipments import count_shipments
from app.services.order_letters import send_delay
from app.services.orders import confirm_order, hold_order
from tests.rig.databases import World
from tests.rig.sent import Sent
from tests.rig.shop import Shop
from tests.services.test_statements import counted


def _glance(world: World) -> Glance:
    with world.ctx(Role.CUSTOMER_SERVICE).reading() as connection:
        return glance(connection)


def _confirmed(shop: Shop, lines: dict[str, int], **fields: object) -> int:
    return confirm_order(shop.owner, shop.draft(lines, **fields).order_id).order_id


def test_every_number_is_what_its_rows_are(world: World) -> None:
    shop = Sent(world)  # one order left
    with world.owner.reading() as connection:
        now = span(connection)
    yesterday = now.day - timedelta(days=1)
    late = _confirmed(shop, {"MUG": 1}, promised_on=yesterday)
    stuck = _confirmed(shop, {"POT": 99}, promised_on=now.next)
    held = _confirmed(shop, {"MUG": 1}, promised_on=now.day)
    hold_order(shop.owner, held, "credit-check")
    fine = shop.order({"MUG": 1}, promised_on=now.day)
    far = _confirmed(shop, {"POT": 99}, promised_on=now.next + timedelta(days=30))
    shop.draft({"MUG": 1}, quote=True)
    found = _glance(world)
    assert (found.left, found.today, found.late) == (1, 2, 1)
    assert (found.due, found.rate, found.capped) == (4, 0.25, False)
    assert (found.soon, found.held, found.waiting, found.drafts) == (2, 1, 2, 1)
    assert found.received == 6  # the quote is none
    assert found.steps == (4, 1, 0, 0, 0)
    with world.ctx(Role.CUSTOMER_SERVICE).reading() as connection:
        for view in ("left", "today", "late", "received", "drafts", "waiting", "held", "soon"):
            ask = Ask(filters={"view": view})
            rows = orders(connection, ask).rows
            assert len(rows) == count_orders(connection, ask) == getattr(found, view), view
        for states, number in zip(STEPS, found.steps, strict=True):
            assert count_shipments(connection, Ask(filters={"states": states})) == number
        danger = at_risk(connection, Ask(filters={"view": "risk"})).rows
        assert at_risk_count(connection, Ask(filters={"view": "risk"})) == 3
    assert [row.id for row in danger] == [late, held, stuck]
    assert {fine.order_id, far}.isdisjoint(row.id for row in danger)


def test_who_was_told_of_this_promise(world: World) -> None:
    shop = Shop(world)
    with world.owner.reading() as connection:
        day = span(connection).day
    order = _confirmed(shop, {"MUG": 1}, promised_on=day - timedelta(days=3))
    service = world.ctx(Role.CUSTOMER_SERVICE)
    send_delay(service, order)

    def told() -> list[str]:
        with service.reading() as connection:
            return [row.told for row in at_risk(connection, Ask(filters={"view": "risk"})).rows]

    assert told() == ["waiting"]
    with world.database().engine.begin() as connection:
        connection.execute(sa.text("UPDATE sales_order SET promised_on = :d"), {"d": day - timedelta(days=1)})
    assert told() == [""]  # another promise, of which nobody told them


def test_an_empty_day_has_no_rate(world: World) -> None:
    found = _glance(world)
    assert (found.due, found.rate) == (0, None)
    Shop(world)
    assert _glance(world).rate is None


def test_a_rate_is_not_made_of_numbers_that_stopped_counting() -> None:
    day = date(2026, 3, 11)
    assert Glance(day, day, left=COUNTED, today=1).capped
    assert not Glance(day, day, left=COUNTED - 1, today=1).capped


@pytest.mark.parametrize("orders_there", [1, 12])
def test_the_number_of_statements_is_fixed(world: World, orders_there: int) -> None:
    shop = Shop(world)
    for _ in range(orders_there):
        _confirmed(shop, {"POT": 99}, promised_on=date(2026, 1, 5))
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    with ctx.reading() as connection:
        glance(connection)
    with counted(ctx) as seen, ctx.reading() as connection:
        glance(connection)
    assert len([one for one in seen if "SELECT" in one]) <= 5
