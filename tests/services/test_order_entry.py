"""Orders are written down with prices, tax, promise and addresses, or refused with nothing written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.services.catalogue import set_status, set_tax_rate
from app.services.orders import CustomerBlocked, NewLine, NewOrder, NoPrice, ProductBlocked, enter_order
from app.services.parties import set_customer_status
from tests.rig.databases import World
from tests.rig.shop import ADDRESS, Shop


def test_order_is_priced_once_a_line_and_taxed_on_the_sum(world: World) -> None:
    shop = Shop(world)
    lines = (
        NewLine(
            shop.product["MUG"], 3, discount=Decimal("0.15")
        ),  # 3 x 2.50 = 7.50, less 15 %: 6.375 -> 6.38
        NewLine(shop.product["TEA"], 1, unit_price=Decimal("0.004999"), description="A single leaf"),
    )
    made = enter_order(
        world.ctx(Role.CUSTOMER_SERVICE), NewOrder(shop.customer, shop.warehouse, lines, freight=490)
    )
    order = world.rows("SELECT * FROM sales_order WHERE id = :id", id=made.order_id)[0]
    assert (order.state, order.gross, order.net, order.freight) == ("draft", 750, 638, 490)
    assert order.tax == 226  # 20 % of 6.38 + 4.90 = 2.256, rounded once
    assert (order.total, made.total, made.currency) == (638 + 490 + 226, order.total, "EUR")
    assert (order.language, order.currency, bool(order.ship_complete)) == ("en", "EUR", False)
    assert order.ship_address_id == order.bill_address_id == world.one("SELECT bill_address_id FROM customer")
    rows = world.rows("SELECT * FROM order_line ORDER BY position")
    assert tuple(row.id for row in rows) == made.line_ids
    assert [(row.position, row.qty, row.gross, row.net, row.description) for row in rows] == [
        (1, 3, 750, 638, "Mug of the shop"),
        (2, 1, 0, 0, "A single leaf"),
    ]
    assert [row.verb for row in world.rows("SELECT verb FROM order_event")] == ["entered"]
    assert made.number == f"SO-{datetime.now(UTC):%Y}-000001"


def test_tax_is_that_of_the_ship_to_country_on_the_day_and_zero_where_none_is_known(world: World) -> None:
    shop = Shop(world)
    set_tax_rate(shop.owner, "FR", "standard", Decimal("0.196"), date(2000, 4, 1))
    set_tax_rate(shop.owner, "FR", "standard", Decimal("0.25"), date(2999, 1, 1))
    swiss = replace(ADDRESS, country_code="CH", postal_code="1000", city="Lausanne")
    now = shop.draft({"POT": 1})
    then = shop.draft({"POT": 1}, ordered_on=date(2013, 12, 31))
    abroad = shop.draft({"POT": 1}, ship_address=swiss)
    taxes = {row.id: row.tax for row in world.rows("SELECT id, tax FROM sales_order")}
    assert (taxes[now.order_id], taxes[then.order_id], taxes[abroad.order_id]) == (150, 147, 0)


def test_promise_is_a_working_day_not_before_the_customer_wants_it(world: World) -> None:
    shop = Shop(world)
    soon = shop.draft({"POT": 1})
    later = shop.draft({"POT": 1}, requested_on=date(2030, 6, 1))  # a Saturday
    given = shop.draft({"POT": 1}, promised_on=date(2030, 6, 2))
    days = {row.id: row.promised_on for row in world.rows("SELECT id, promised_on FROM sales_order")}
    first = date.fromisoformat(str(days[soon.order_id]))
    assert first.weekday() < 5
    assert timedelta(-1) <= first - datetime.now(UTC).date() <= timedelta(4)
    assert str(days[later.order_id]) == "2030-06-03"
    assert str(days[given.order_id]) == "2030-06-02"


def test_what_cannot_be_ordered_is_refused_and_nothing_written(world: World) -> None:
    shop = Shop(world, stock=False)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    mug = shop.product["MUG"]
    shop.add_product("USD", currency="USD")
    shop.add_product("OLD", status="blocked")
    before = world.tables("sales_order", "order_line", "order_event", "address")

    def order(*lines: NewLine, **fields: object) -> NewOrder:
        return replace(NewOrder(shop.customer, shop.warehouse, lines), **fields)  # type: ignore[arg-type]  # any field

    far = replace(ADDRESS, city="Lens")
    for refused, wrong in (
        (BadInput, order(ship_address=far)),
        (BadInput, order(NewLine(mug, 0), ship_address=far)),
        (BadInput, order(NewLine(mug, 10**10))),
        (BadInput, order(NewLine(mug, 10**9, Decimal(10**11)))),
        (BadInput, order(NewLine(mug, 1, Decimal(-1)))),
        (BadInput, order(NewLine(mug, 1, Decimal("NaN")))),
        (BadInput, order(NewLine(mug, 1, discount=Decimal("1.1")))),
        (BadInput, order(NewLine(mug, 1, discount=Decimal("0.1234567")))),
        (BadInput, order(NewLine(mug, 1), freight=-1)),
        (BadInput, order(NewLine(mug, 1), currency="EURO")),
        (BadInput, order(NewLine(mug, 1), language="de")),
        (NoPrice, order(NewLine(shop.product["USD"], 1))),
        (ProductBlocked, order(NewLine(mug, 1), NewLine(shop.product["OLD"], 1))),
        (NotFound, order(NewLine(999, 1))),
        (NotFound, order(NewLine(mug, 1), customer_id=999)),
        (NotFound, order(NewLine(mug, 1), warehouse_id=999)),
    ):
        with pytest.raises(refused):
            enter_order(ctx, wrong)
    set_customer_status(shop.owner, shop.customer, "blocked")
    with pytest.raises(CustomerBlocked):
        enter_order(ctx, order(NewLine(mug, 1)))
    with pytest.raises(NotAllowed):
        enter_order(world.ctx(Role.PICKER), order(NewLine(mug, 1)))
    assert world.tables(*before) == before


def test_price_given_for_the_order_needs_no_currency_of_the_product(world: World) -> None:
    shop = Shop(world, stock=False)
    shop.add_product("USD", currency="USD")
    line = NewLine(shop.product["USD"], 2, Decimal("3.10"))
    made = enter_order(world.ctx(Role.CUSTOMER_SERVICE), NewOrder(shop.customer, shop.warehouse, (line,)))
    assert made.total == 744
    set_status(shop.owner, shop.product["USD"], "discontinued")
    assert enter_order(shop.owner, NewOrder(shop.customer, shop.warehouse, (line,))).total == 744


def test_same_draft_is_entered_once(world: World) -> None:
    shop = Shop(world, stock=False)
    ctx = world.ctx(Role.CUSTOMER_SERVICE).once("draft-1:enter")
    order = shop.new_order({"MUG": 1})
    first = enter_order(ctx, order)
    assert enter_order(ctx, order) == first
    assert world.one("SELECT count(*) FROM sales_order") == 1
    with pytest.raises(Conflict):
        enter_order(ctx, shop.new_order({"MUG": 2}))
    assert world.one("SELECT count(*) FROM sales_order") == 1


@pytest.mark.parametrize("field", ["customer_reference", "note", "internal_note"])
@pytest.mark.parametrize("text", ["x" * 5000, "a\0b", "left \u202eright", "bell \x07"])
def test_texts_that_no_paper_can_carry_are_refused(world: World, field: str, text: str) -> None:
    shop = Shop(world)
    before = world.tables("sales_order", "order_line")
    order = NewOrder(shop.customer, shop.warehouse, (NewLine(shop.product["MUG"], 1),))
    order = {
        "customer_reference": replace(order, customer_reference=text),
        "note": replace(order, note=text),
        "internal_note": replace(order, internal_note=text),
    }[field]
    with pytest.raises(BadInput):
        enter_order(world.ctx(Role.CUSTOMER_SERVICE), order)
    assert world.tables("sales_order", "order_line") == before
