"""What an order would cost and when it could leave is what entering it gives; refusals are part of the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.permissions import Role
from app.errors import NotAllowed, NotFound
from app.services.catalogue import set_status
from app.services.goods_in import NewPurchaseLine, add_purchase_order
from app.services.orders import NewLine, NewOrder, enter_order
from app.services.parties import add_supplier, set_customer_status
from app.services.quoting import quote_order
from tests.rig.databases import World
from tests.rig.shop import Shop


def test_a_quote_is_what_entering_gives(world: World) -> None:
    shop = Shop(world)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    lines = (
        NewLine(shop.product["MUG"], 3, discount=Decimal("0.15")),
        NewLine(shop.product["TEA"], 7, unit_price=Decimal("0.333333")),
    )
    order = NewOrder(shop.customer, shop.warehouse, lines, freight=490)
    before = world.tables("sales_order", "order_line")
    quote = quote_order(ctx, order)
    assert world.tables("sales_order", "order_line") == before
    made = enter_order(ctx, order)
    row = world.rows("SELECT * FROM sales_order WHERE id = :id", id=made.order_id)[0]
    assert (quote.sums.net, quote.sums.tax, quote.sums.total) == (row.net, row.tax, row.total)
    assert quote.promised_on.isoformat() == str(row.promised_on)
    assert quote.complete_on == quote.promised_on
    assert [one.priced.net for one in quote.lines if one.priced] == [638, 233]
    assert quote.tax_rates == (Decimal("0.2"),)
    assert (quote.currency, quote.refusals, quote.doubles) == ("EUR", (), ())


def test_lines_of_a_product_share_its_stock_and_wait_for_arrivals(world: World) -> None:
    shop = Shop(world)
    supplier = add_supplier(shop.owner, "S1", "Supplier")
    for day, qty in ((date(2030, 3, 15), 2), (date(2030, 3, 20), 10)):  # a Friday, a Wednesday
        line = NewPurchaseLine(shop.product["POT"], qty)
        add_purchase_order(shop.owner, shop.warehouse, supplier, (line,), day)
    pots = tuple(NewLine(shop.product["POT"], qty) for qty in (18, 3, 5, 99))
    quote = quote_order(world.ctx(Role.CUSTOMER_SERVICE), NewOrder(shop.customer, shop.warehouse, pots))
    assert [(one.free, one.short) for one in quote.lines] == [(20, 0), (2, 1), (-1, 5), (-6, 99)]
    assert [one.arrives for one in quote.lines] == [None, date(2030, 3, 15), date(2030, 3, 20), None]
    days = [one.promised_on for one in quote.lines]
    assert days == [quote.promised_on, date(2030, 3, 18), date(2030, 3, 21), None]
    assert quote.complete_on is None


def test_refusals_are_part_of_the_answer(world: World) -> None:
    shop = Shop(world)
    shop.add_product("USD", currency="USD")
    shop.add_product("OFF")
    set_status(shop.owner, shop.product["OFF"], "blocked")
    set_customer_status(shop.owner, shop.customer, "blocked")
    lines = (
        *(NewLine(shop.product[sku], 1) for sku in ("MUG", "USD", "OFF")),
        NewLine(shop.product["MUG"], 0),
        NewLine(999, 1),
    )
    order = NewOrder(shop.customer, shop.warehouse, lines)
    quote = quote_order(world.ctx(Role.CUSTOMER_SERVICE), order)
    codes = [one.refusal.code if one.refusal else "" for one in quote.lines]
    assert codes == ["", "order.no_price", "order.product_blocked", "bad_input", "not_found"]
    assert [one.code for one in quote.refusals] == ["order.customer_blocked"]
    assert quote.sums.net == 250
    assert quote_order(world.ctx(Role.CUSTOMER_SERVICE), replace(order, lines=())).sums.total == 0


def test_the_same_reference_is_named(world: World) -> None:
    shop = Shop(world)
    number = shop.draft({"MUG": 1}, customer_reference="ML-1").number
    order = shop.new_order({"MUG": 1}, customer_reference=" ML-1 ")
    assert quote_order(world.ctx(Role.CUSTOMER_SERVICE), order).doubles == (number,)


def test_who_may_not_enter_is_told_nothing(world: World) -> None:
    shop = Shop(world)
    with pytest.raises(NotAllowed):
        quote_order(world.ctx(Role.PICKER), shop.new_order({"MUG": 1}))
    with pytest.raises(NotFound):
        quote_order(world.ctx(Role.CUSTOMER_SERVICE), NewOrder(999, shop.warehouse, ()))
