"""Lists of orders: views, light, sorting, search; on both engines, as people with their own rights."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from app.domain.permissions import Role
from app.queries import order_search
from app.queries.days import today
from app.queries.order_ready import Ready, ready
from app.queries.orders import count_orders, orders
from app.queries.pages import Ask
from app.services.goods_in import NewPurchaseLine, add_purchase_order
from app.services.orders import cancel_order, confirm_order, enter_order, hold_order, release_hold
from app.services.parties import NewCustomer, add_customer, add_supplier
from app.services.release import release_shipments
from tests.rig.databases import World
from tests.rig.shop import ADDRESS, Shop


def seen(world: World, **ask: Any) -> list[int]:
    """The ids of a whole list, page by page of two."""
    found: list[int] = []
    after = None
    while True:
        with world.ctx(Role.CUSTOMER_SERVICE).reading() as connection:
            page = orders(connection, Ask(after=after, size=2, **ask))
            count = count_orders(connection, Ask(**ask))
        found += [row.id for row in page.rows]
        after = page.after
        if after is None:
            assert count == len(found)
            return found


def view(world: World, name: str, **filters: object) -> list[int]:
    """The ids of a view."""
    return seen(world, filters={"view": name, **filters})


def light(world: World, order_id: int) -> Ready:
    """The light of one order."""
    with world.owner.reading() as connection:
        return ready(connection, [order_id], today(connection))[order_id]


def day_of(world: World) -> date:
    with world.owner.reading() as connection:
        return today(connection)


def placed(shop: Shop, lines: Mapping[str, int], **fields: Any) -> int:
    return shop.order(lines, **fields).order_id


def test_views_hold_what_they_are_called(world: World) -> None:
    shop = Shop(world)
    day = day_of(world)
    late = placed(shop, {"MUG": 1}, promised_on=day - timedelta(days=2))
    now = placed(shop, {"MUG": 1}, promised_on=day)
    later = placed(shop, {"MUG": 1}, promised_on=day + timedelta(days=3))
    short = confirm_order(shop.owner, shop.draft({"POT": 99}, promised_on=day).order_id).order_id
    draft = shop.draft({"MUG": 1}, promised_on=day).order_id
    quote = shop.draft({"MUG": 1}, quote=True).order_id
    gone = placed(shop, {"MUG": 1})
    cancel_order(shop.owner, gone, "entry-error")
    hold = hold_order(shop.owner, later, "credit-check")

    assert view(world, "open") == [late, now, short, draft, later]
    assert view(world, "today") == [now, short]
    assert view(world, "late") == [late]
    assert view(world, "waiting") == [short]
    assert view(world, "held") == [later]
    assert set(view(world, "drafts")) == {draft, quote}
    assert view(world, "closed") == [gone]
    assert view(world, "open", until=0) == [late, now, short, draft]
    assert view(world, "open", until=day - timedelta(days=1)) == [late]
    assert view(world, "open", state="draft") == [draft]
    assert view(world, "open", channel="web") == []
    assert view(world, "open", customer=shop.customer + 1) == []
    assert view(world, "open", customer=shop.customer, channel="telephone") == [
        late,
        now,
        short,
        draft,
        later,
    ]
    release_hold(shop.owner, hold)
    assert view(world, "held") == []


def test_a_hold_binds_until_the_day_before(world: World) -> None:
    shop = Shop(world)
    day = day_of(world)
    order = placed(shop, {"MUG": 1})
    hold_order(shop.owner, order, "customer-request", until=day + timedelta(days=1))
    assert view(world, "held") == [order]
    assert light(world, order).light == "held"
    assert light(world, order).until == day + timedelta(days=1)
    assert light(world, order).reason[0] == "Customer asked to wait"
    with world.database().engine.begin() as connection:
        connection.execute(sa.text("UPDATE order_hold SET until = :day"), {"day": day.isoformat()})
    assert view(world, "held") == []
    assert light(world, order).light == "now"


@pytest.mark.parametrize("sort", ["promise", "number", "ordered"])
@pytest.mark.parametrize("descending", [False, True])
def test_pages_meet_in_every_order(world: World, sort: str, descending: bool) -> None:
    shop = Shop(world)
    day = date(2030, 1, 1)
    made = [
        shop.draft(
            {"MUG": 1}, promised_on=day + timedelta(days=n % 3), ordered_on=day - timedelta(days=n % 2)
        )
        for n in range(7)
    ]
    ids = [one.order_id for one in made]
    for name in ("open", "drafts"):
        found = seen(world, sort=sort, descending=descending, filters={"view": name})
        key = {
            "promise": lambda n: (n % 3, ids[n]),
            "number": lambda n: (0, ids[n]),
            "ordered": lambda n: (-(n % 2), ids[n]),
        }[sort]
        assert found == [ids[n] for n in sorted(range(7), key=key, reverse=descending)]


def test_the_light_says_what_can_leave(world: World) -> None:
    shop = Shop(world)
    supplier = add_supplier(shop.owner, "S1", "Supplier")
    reserved = shop.order({"MUG": 4, "POT": 2})
    assert light(world, reserved.order_id) == Ready("now", 2, 2, None, 2, "", 0, 1)
    part = confirm_order(shop.owner, shop.draft({"MUG": 1, "POT": 50, "JAR": 2}).order_id).order_id
    assert light(world, part) == Ready("part", 2, 3, None, 3, "", 1, 0, "POT", False)
    waits = confirm_order(shop.owner, shop.draft({"POT": 50}).order_id).order_id
    assert light(world, waits) == Ready("waits", 0, 1, None, 1, "", 1, 0, "POT", False)
    whole = shop.draft({"MUG": 1, "POT": 50}, ship_complete=True).order_id
    confirm_order(shop.owner, whole)
    assert light(world, whole) == Ready("waits", 1, 2, None, 2, "", 1, 0, "POT", False)
    due = date(2099, 3, 18)
    for expected in (date(2020, 1, 1), due, due + timedelta(days=9)):
        line = NewPurchaseLine(shop.product["POT"], 100)
        add_purchase_order(shop.owner, shop.warehouse, supplier, (line,), expected)
    assert light(world, waits).until == due
    assert light(world, part).until == due
    assert (light(world, part).waits_for, light(world, part).ordered) == ("Supplier", True)
    assert light(world, shop.draft({"MUG": 1}).order_id).light == ""


def test_two_lines_of_a_product_share_its_stock(world: World) -> None:
    shop = Shop(world)
    order = shop.new_order({"POT": 15})
    twice = type(order)(order.customer_id, order.warehouse_id, order.lines * 2)
    made = enter_order(shop.owner, twice).order_id
    confirm_order(shop.owner, made)
    assert light(world, made) == Ready("waits", 0, 2, None, 2, "", 1, 0, "POT", False)


def test_the_light_follows_the_goods(world: World) -> None:
    shop = Shop(world)
    order = shop.order({"MUG": 2})
    release_shipments(shop.owner, (order.shipment_id,))
    found = light(world, order.order_id)
    assert (found.light, found.step, found.reserved) == ("now", "fulfilment", 0)


def test_search(world: World) -> None:
    shop = Shop(world)
    other = add_customer(shop.owner, NewCustomer("K-77", "Épicerie Ségur", bill_address=ADDRESS))
    mine = shop.draft({"MUG": 1}, customer_reference="ML-2307")
    order = shop.new_order({"MUG": 1})
    theirs = enter_order(
        shop.owner, type(order)(other, order.warehouse_id, order.lines, customer_reference="A_0%")
    )
    number = mine.number
    serial = int(number.rsplit("-", 1)[1])
    for text in (number, number.lower(), str(serial), "ml-23", "ML-2307", "analyt", "C1"):
        assert seen(world, text=text) == [mine.order_id], text
    for text in ("segur epicerie", "k 77", "A_0%", "ÉPICERIE"):
        assert seen(world, text=text) == [theirs.order_id], text
    assert set(seen(world, text=number[:-3])) == {mine.order_id, theirs.order_id}
    for text in ("SO-2026-999", "2307", "%", "_", "nobody", "\0", "SO-0000-1", "0", "9" * 30, "ml-23\0'"):
        assert seen(world, text=text) == [], text


def test_countries_are_read_by_those_who_may(world: World) -> None:
    shop = Shop(world)
    placed(shop, {"MUG": 1})
    with world.ctx(Role.CUSTOMER_SERVICE).reading() as connection:
        (row,) = orders(connection, Ask(), addresses=True).rows
    assert (row.country, row.customer, row.customer_code) == ("FR", "Analytique", "C1")
    with world.ctx(Role.STOCK_KEEPER).reading() as connection:
        (row,) = orders(connection, Ask()).rows
    assert row.country == ""


def test_a_search_looks_references_up_and_reads_no_order_for_it(sqlite_world: World) -> None:
    """Over a million orders the scan would take longer than the person types."""
    shop = Shop(sqlite_world)
    made = shop.draft({"MUG": 1}, customer_reference="ML-2307")
    with shop.owner.reading() as connection:
        asked: list[tuple[str, Any]] = []
        sa.event.listen(connection, "before_cursor_execute", lambda *told: asked.append((told[2], told[3])))
        order_search.referring(connection, "ml-2")
        statements = tuple(asked)
        assert len(statements) == 2
        for text, given in statements:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", given).all()
            assert "SEARCH sales_order USING" in plan[0][-1]
            assert "ix_sales_order_customer_reference" in plan[0][-1]
    assert seen(sqlite_world, text="ml-2") == [made.order_id]


def test_what_waits_goes_by_each_line_against_its_stock(world: World) -> None:
    shop = Shop(world)
    shop.add_product("NEVER")

    def planned(lines: Mapping[str, int]) -> int:
        return confirm_order(shop.owner, shop.draft(lines).order_id).order_id

    planned({"POT": 20})
    short, never = planned({"POT": 21, "MUG": 1}), planned({"NEVER": 1})
    assert view(world, "waiting") == [short, never]
    cancel_order(shop.owner, short, "customer-cancelled")
    assert view(world, "waiting") == [never]
