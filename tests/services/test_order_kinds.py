"""Price lists, discounts, kinds and carriage on orders; credits give back what was paid, to the cent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission, Role
from app.errors import AppError, BadInput, NotFound
from app.models import Customer, Price, PriceList, ShippingCharge
from app.queries.credits import Back, reckon
from app.services.carriers import ServiceFields, add_carrier, add_service, edit_service
from app.services.context import use_case
from app.services.order_prices import CostsNothing
from app.services.order_revision import Kept, revise_order
from app.services.order_terms import NotExchanged
from app.services.orders import NewLine, NewOrder, cancel_line, confirm_order, enter_order
from app.services.parties import NewCustomer, add_customer
from app.services.quoting import quote_order
from tests.rig.databases import World
from tests.rig.shop import ADDRESS, Shop

CLERK = Role.CUSTOMER_SERVICE
SINCE = date(2020, 1, 1)


@use_case(Permission.CATALOGUE_EDIT, Permission.CUSTOMER_EDIT)
def agree(
    tx: Transaction, customer: int, prices: tuple[tuple[int, int, str], ...], currency: str, discount: str
) -> int:
    """Give a customer a list of (product, from quantity, price) and a discount; the list's id."""
    made: int = tx.execute(
        sa.insert(PriceList).values(code="L1", name="Partners", currency=currency).returning(PriceList.id)
    ).scalar_one()
    for product, qty, price in prices:
        values = {"price_list_id": made, "product_id": product, "from_qty": qty, "valid_from": SINCE}
        tx.execute(sa.insert(Price).values(values | {"unit_price": Decimal(price)}))
    terms = {"price_list_id": made, "discount": Decimal(discount)}
    tx.execute(sa.update(Customer).where(Customer.id == customer).values(terms))
    tx.changed("price_list", made)
    tx.changed("customer", customer)
    return made


@use_case(Permission.CATALOGUE_EDIT)
def charge(tx: Transaction, rows: tuple[tuple[int | None, str, str, int, int], ...]) -> None:
    """Fill the table of shipping charges."""
    names = ("carrier_service_id", "country", "currency", "from_net", "charge")
    for row in rows:
        tx.execute(sa.insert(ShippingCharge).values(dict(zip(names, row, strict=True))))
    tx.changed("price_list")


def listed(shop: Shop, currency: str = "EUR", discount: str = "0") -> int:
    """The shop's customer with a list: mugs at 2.20, from 12 on at 2.00."""
    mug = shop.product["MUG"]
    return agree(shop.owner, shop.customer, ((mug, 1, "2.20"), (mug, 12, "2.00")), currency, discount)


def head(world: World, order_id: int) -> Any:
    """An order's row."""
    return world.rows("SELECT * FROM sales_order WHERE id = :id", id=order_id)[0]


def test_the_customers_list_gives_the_price_and_their_discount_comes_off_the_whole(world: World) -> None:
    shop = Shop(world)
    listed(shop, discount="0.05")
    order = shop.new_order({"MUG": 12, "TEA": 1, "POT": 3}, freight=490)
    clerk = world.ctx(CLERK)
    quote = quote_order(clerk, order)
    assert [(one.priced.source, one.priced.unit_price) for one in quote.lines if one.priced] == [
        ("list", Decimal(2)),
        ("product", Decimal(5)),
        ("product", Decimal("7.5")),
    ]
    assert (quote.price_list, quote.discount, quote.kind, quote.freight_from) == (
        *("Partners", Decimal("0.05"), "sale", "given"),
    )
    # 24.00 + 5.00 + 22.50 = 51.50; 5 % is 2.575, rounded once; 20 % of 48.92 + 4.90
    sums = quote.sums
    assert (sums.gross, sums.lines, sums.allowance, sums.net) == (5150, 5150, 258, 4892)
    assert (sums.freight, sums.tax, sums.total) == (490, 1076, 6458)
    assert [(one.rate, one.base_minor, one.tax_minor) for one in sums.taxes] == [(Decimal("0.2"), 5382, 1076)]
    made = enter_order(clerk, order)
    row = head(world, made.order_id)
    assert (row.gross, row.net, row.tax, row.total, row.freight) == (5150, 4892, 1076, 6458, 490)
    assert (row.kind, Decimal(row.discount).scaleb(-6)) == ("sale", Decimal("0.05"))
    kept = world.rows("SELECT net, allowance FROM order_line ORDER BY position")
    assert [(one.net, one.allowance) for one in kept] == [(2400, 120), (500, 25), (2250, 113)]
    small = quote_order(clerk, shop.new_order({"MUG": 11}))
    assert small.lines[0].priced
    assert small.lines[0].priced.unit_price == Decimal("2.20")
    assert small.lines[0].next_break
    assert small.lines[0].next_break.from_qty == 12


@pytest.mark.parametrize("change", ["currency", "ended", "given"])
def test_the_list_does_not_hold(world: World, change: str) -> None:
    shop = Shop(world)
    made = listed(shop, "CHF" if change == "currency" else "EUR")
    if change == "ended":
        end_list(shop.owner, made)
    price = Decimal(3) if change == "given" else None
    order = replace(shop.new_order({}), lines=(NewLine(shop.product["MUG"], 12, price),))
    quote = quote_order(world.ctx(CLERK), order)
    assert quote.lines[0].priced is not None
    found = (quote.lines[0].priced.source, quote.lines[0].priced.unit_price)
    assert found == (("given", 3) if change == "given" else ("product", Decimal("2.5")))
    assert bool(quote.price_list) == (change == "given")


@use_case(Permission.CATALOGUE_EDIT)
def end_list(tx: Transaction, list_id: int) -> None:
    """Take a list out of use."""
    tx.execute(sa.update(PriceList).where(PriceList.id == list_id).values(active=False))
    tx.changed("price_list", list_id)


def test_samples_and_replenishments_cost_nothing(world: World) -> None:
    shop = Shop(world)
    listed(shop, discount="0.05")
    charge(shop.owner, ((None, "", "EUR", 0, 990),))
    for kind in ("sample", "replenishment"):
        made = enter_order(world.ctx(CLERK), shop.new_order({"MUG": 2}, kind=kind))
        row = head(world, made.order_id)
        assert (row.kind, row.gross, row.net, row.freight, row.tax, row.total, row.discount) == (
            *(kind, 0, 0, 0, 0, 0, 0),
        )
    given = enter_order(world.ctx(CLERK), shop.new_order({"MUG": 2}, kind="sample", freight=500))
    assert given.total == 600
    consigned = enter_order(world.ctx(CLERK), shop.new_order({"MUG": 2}, kind="consignment"))
    assert head(world, consigned.order_id).net == 418
    assert consigned.total == round((418 + 990) * 1.2)


def test_an_exchange_is_priced_as_the_order_before(world: World) -> None:
    shop = Shop(world)
    line = NewLine(shop.product["MUG"], 2, Decimal("1.99"), Decimal("0.1"))
    order = replace(shop.new_order({}, discount=Decimal("0.02")), lines=(line,))
    first = enter_order(shop.owner, order)
    confirm_order(shop.owner, first.order_id)
    charge(shop.owner, ((None, "", "EUR", 0, 990),))
    swap = shop.new_order({"MUG": 2, "POT": 1}, kind="exchange", exchange_of_id=first.order_id)
    quote = quote_order(world.ctx(CLERK), swap)
    found = [
        (one.priced.source, one.priced.unit_price, one.priced.discount) for one in quote.lines if one.priced
    ]
    assert found == [("as_sold", Decimal("1.99"), Decimal("0.1")), ("product", Decimal("7.5"), Decimal(0))]
    assert (quote.discount, quote.sums.freight, quote.freight_from) == (Decimal("0.02"), 0, "none")
    even = enter_order(
        world.ctx(CLERK), shop.new_order({"MUG": 2}, kind="exchange", exchange_of_id=first.order_id)
    )
    assert even.total == first.total
    row = head(world, even.order_id)
    assert (row.kind, row.exchange_of_id) == ("exchange", first.order_id)


def test_carriage_is_charged_by_the_table_unless_it_is_given(world: World) -> None:
    shop = Shop(world)
    carrier = add_carrier(shop.owner, "X", "Express")
    fast = add_service(shop.owner, carrier, "FAST", "Fast")
    shelf = add_service(shop.owner, carrier, "SHELF", "Collected")
    collect(shop.owner, shelf)
    rows = ((None, "", "EUR", 0, 990), (None, "FR", "EUR", 2000, 0), (fast, "", "EUR", 0, 1900))
    charge(shop.owner, rows)
    clerk = world.ctx(CLERK)

    def carried(**fields: Any) -> tuple[int, str]:
        quote = quote_order(clerk, shop.new_order({"MUG": 4}, **fields))
        return quote.sums.freight, quote.freight_from

    swiss = replace(ADDRESS, country_code="CH", postal_code="1000", city="Lausanne")
    assert carried() == (990, "table")
    assert carried(carrier_service_id=fast) == (1900, "table")
    assert carried(carrier_service_id=shelf) == (0, "none")
    assert carried(freight=0) == (0, "given")
    assert carried(ship_address=swiss) == (990, "table")
    assert carried(currency="USD", discount=Decimal(0)) == (0, "none")
    dear = shop.new_order({"MUG": 8})
    assert quote_order(clerk, dear).sums.freight == 0  # 20.00 to France
    assert quote_order(clerk, replace(dear, discount=Decimal("0.1"))).sums.freight == 990  # 18.00 are paid
    made = enter_order(clerk, shop.new_order({"MUG": 4}))
    assert head(world, made.order_id).freight == 990


def collect(ctx: Any, service: int) -> None:
    """Let customers fetch the goods of a service."""
    edit_service(ctx, service, ServiceFields("Collected", collected=True), ServiceFields("Collected"))


def test_what_does_not_fit_together_is_refused_and_nothing_written(world: World) -> None:
    shop = Shop(world)
    theirs = enter_order(shop.owner, shop.new_order({"MUG": 1}))
    confirm_order(shop.owner, theirs.order_id)
    draft = enter_order(shop.owner, shop.new_order({"MUG": 1}))
    other = add_customer(shop.owner, NewCustomer("C2", "Other", bill_address=ADDRESS))
    before = world.tables("sales_order", "order_line", "order_event")
    priced = NewLine(shop.product["MUG"], 1, Decimal("2.50"))

    def order(**fields: Any) -> NewOrder:
        return shop.new_order({"MUG": 1}, **fields)

    cases: tuple[tuple[type[AppError], NewOrder], ...] = (
        (BadInput, order(kind="gift")),
        (BadInput, order(kind="exchange")),
        (BadInput, order(exchange_of_id=theirs.order_id)),
        (NotFound, order(kind="exchange", exchange_of_id=999)),
        (NotExchanged, order(kind="exchange", exchange_of_id=draft.order_id)),
        (
            NotExchanged,
            replace(order(kind="exchange", exchange_of_id=theirs.order_id), customer_id=other),
        ),
        (CostsNothing, replace(order(kind="sample"), lines=(priced,))),
        (BadInput, order(discount=Decimal("1.01"))),
        (BadInput, order(discount=Decimal("-0.1"))),
        (BadInput, order(discount=Decimal("0.1234567"))),
        (BadInput, order(discount=Decimal("NaN"))),
    )
    for refusal, wrong in cases:
        with pytest.raises(refusal):
            enter_order(world.ctx(CLERK), wrong)
        quote = quote_order(world.ctx(CLERK), wrong)
        told = [*quote.refusals, *(one.refusal for one in quote.lines)]
        assert any(isinstance(one, refusal) for one in told)
    assert world.tables(*before) == before


def test_a_draft_keeps_kind_and_discount_until_something_else_is_typed(world: World) -> None:
    shop = Shop(world)
    listed(shop, discount="0.05")
    clerk = world.ctx(CLERK)
    draft = enter_order(clerk, shop.new_order({"MUG": 2}, kind="consignment", discount=Decimal("0.2")))

    def revised(version: int, **fields: Any) -> Any:
        again = shop.new_order({"MUG": 12}, **fields)
        made = revise_order(clerk, Kept(draft.order_id, version), again)
        return head(world, made.order_id)

    row = revised(1)
    assert (row.kind, row.discount, row.net) == ("consignment", 200_000, 1920)
    row = revised(2, discount=Decimal(0))
    assert (row.kind, row.discount, row.net) == ("consignment", 0, 2400)
    row = revised(3, kind="sale")
    assert (row.kind, row.discount, row.net) == ("sale", 50_000, 2280)
    row = revised(4, kind="sample")
    assert (row.kind, row.discount, row.total) == ("sample", 0, 0)
    assert [one.allowance for one in world.rows("SELECT allowance FROM order_line")] == [0]


def paid_back(world: World, counts: Mapping[int, int]) -> int:
    """What a return of so many of these order lines gives back, without tax."""
    with world.owner.reading() as connection:
        return reckon(connection, [Back(0, line, qty) for line, qty in counts.items()]).net


def test_a_return_of_everything_gives_back_what_was_paid(world: World) -> None:
    shop = Shop(world)
    order = shop.new_order({"MUG": 3, "TEA": 3, "POT": 7}, discount=Decimal("0.033333"))
    made = enter_order(world.ctx(CLERK), order)
    net = head(world, made.order_id).net
    assert paid_back(world, dict(zip(made.line_ids, (3, 3, 7), strict=True))) == net


def test_a_return_of_a_line_that_was_cancelled_in_part_gives_back_what_was_paid(world: World) -> None:
    shop = Shop(world)
    made = enter_order(world.ctx(CLERK), shop.new_order({"MUG": 10, "POT": 1}, discount=Decimal("0.1")))
    confirm_order(world.ctx(CLERK), made.order_id)
    cancel_line(world.ctx(CLERK), made.line_ids[0], 6, "customer-cancelled")
    row = head(world, made.order_id)
    assert (row.gross, row.net) == (2250, 2025)
    kept = world.rows("SELECT net, allowance FROM order_line ORDER BY position")
    assert [(one.net, one.allowance) for one in kept] == [(1500, 150), (750, 75)]
    assert paid_back(world, {made.line_ids[0]: 6}) == 1350
    assert paid_back(world, {made.line_ids[0]: 2}) == 450
