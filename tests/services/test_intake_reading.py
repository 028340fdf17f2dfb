"""What an order that came in means here: found by what it is known by, and never guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa

from app.domain.address import PostalAddress
from app.domain.permissions import Role
from app.integrations.channels.reading import OrderReading, ReadLine, ReadParty, reading_from_json
from app.services.catalogue import set_status
from app.services.intake_reading import Understood, understand
from app.services.parties import NewCustomer, add_customer, edit_customer, set_customer_status
from app.services.sites import add_warehouse
from tests.integrations.channels.orders.samples import BUYER, MUG, MUG_CARTON, PLACE, POT
from tests.rig.databases import World
from tests.rig.shop import ADDRESS, Shop
from tests.services.test_statements import counted

LINE = ReadLine("1", Decimal(3), gtin=MUG, unit="PCE", unit_price=Decimal("2.5"))
READING = OrderReading(
    "edifact",
    "4711",
    f"edifact:{BUYER}",
    ReadParty(gln=BUYER),
    (LINE,),
    currency="EUR",
    ordered_on=date(2026, 11, 24),
)
ELSEWHERE = PostalAddress(
    country_code="FR",
    company_name="Quai 3",
    street_address="2 rue Basse",
    postal_code="59100",
    city="Roubaix",
)


@pytest.fixture
def shop(world: World) -> Shop:
    shop = Shop(world)
    terms = NewCustomer("C1", "Analytique", ADDRESS, gln=BUYER, tax_number="FR 40 303265045")
    edit_customer(shop.owner, shop.customer, terms, 1)
    return shop


def meant(shop: Shop, **changes: Any) -> Understood:
    """What the reading means with these changes."""
    with shop.world.ctx(Role.CUSTOMER_SERVICE).reading() as connection:
        return understand(connection, replace(READING, **changes))


def codes(found: Understood) -> set[str]:
    return {odd.code for odd in found.oddities}


def test_a_good_reading_is_an_order(shop: Shop) -> None:
    found = meant(shop)
    assert (found.oddities, found.customer_id) == ((), shop.customer)
    assert found.order is not None
    assert [(line.product_id, line.qty, line.unit_price) for line in found.order.lines] == [
        (shop.product["MUG"], 3, Decimal("2.5"))
    ]
    assert found.sums is not None
    assert (found.sums.net, found.sums.total) == (750, 900)
    assert reading_from_json(READING.as_json()) == READING


def test_a_customer_is_known_by_several_things(shop: Shop) -> None:
    for buyer in (
        ReadParty(code="C1"),
        ReadParty(tax_number="FR40303265045"),
        ReadParty(email="ada@example.org"),
        ReadParty(name="ANALYTIQUE", address=replace(ADDRESS, postal_code="59000")),
    ):
        assert meant(shop, buyer=buyer).customer_id == shop.customer, buyer


def test_nobody_is_guessed(shop: Shop) -> None:
    for name in ("C2", "C3"):
        address = replace(ADDRESS, email="both@example.org", name=name)
        add_customer(shop.owner, NewCustomer(name, name, address))
    for buyer, code in (
        (ReadParty(gln=PLACE), "unknown_customer"),
        (ReadParty(name="Analytique", address=replace(ADDRESS, postal_code="75001")), "unknown_customer"),
        (ReadParty(email="nobody@example.org"), "unknown_customer"),
        (ReadParty(email="both@example.org"), "ambiguous_customer"),
        (ReadParty(gln=BUYER, code="C2"), "ambiguous_customer"),
    ):
        found = meant(shop, buyer=buyer)
        assert (found.order, found.customer_id) == (None, None)
        assert code in codes(found), buyer


def test_a_pack_counts_its_pieces(shop: Shop) -> None:
    lines = (
        ReadLine("1", Decimal(2), gtin=MUG_CARTON, unit="CT", unit_price=Decimal(15)),
        ReadLine("2", Decimal(2), gtin=f"0{POT}", unit="DZN", unit_price=Decimal(90)),
    )
    found = meant(shop, lines=lines)
    assert found.oddities == ()
    assert found.order is not None
    assert [(line.qty, line.unit_price) for line in found.order.lines] == [
        (12, Decimal("2.5")),
        (24, Decimal("7.5")),
    ]


def test_a_line_that_is_unclear_stops(shop: Shop) -> None:
    for line, code in (
        (replace(LINE, gtin="4006381333924"), "unknown_article"),
        (replace(LINE, gtin="", sku="Mug"), "unknown_article"),
        (replace(LINE, gtin="", article="K-77"), "unknown_article"),
        (replace(LINE, sku="POT"), "ambiguous_article"),
        (replace(LINE, unit="CT"), "unit_unclear"),
        (replace(LINE, unit="KGM"), "unknown_unit"),
        (replace(LINE, qty=Decimal("1.5")), "quantity"),
        (replace(LINE, qty=Decimal(0)), "quantity"),
        (replace(LINE, qty=Decimal(10) ** 11), "quantity"),
        (replace(LINE, unit_price=Decimal(-1)), "price"),
    ):
        found = meant(shop, lines=(line,))
        assert found.order is None
        assert code in {odd.code for odd in found.stops}, line


def test_prices_are_held_against_ours(shop: Shop) -> None:
    found = meant(shop, lines=(replace(LINE, unit_price=Decimal("2.4")),), net_total=Decimal("7.5"))
    assert found.order is not None
    by_code = {odd.code: odd.facts for odd in found.oddities}
    assert by_code["price_differs"] == {"article": "MUG", "theirs": "2.4", "ours": "2.5", "currency": "EUR"}
    assert by_code["net_differs"] == {"theirs": "7.5", "ours": "7.2", "currency": "EUR"}
    assert meant(shop, lines=(replace(LINE, unit_price=None),)).oddities == ()


def test_a_discount_of_the_whole_comes_off(shop: Shop) -> None:
    found = meant(shop, discount_amount=Decimal("0.75"), net_total=Decimal("6.75"), total=Decimal("8.10"))
    assert found.order is not None
    assert found.order.discount == Decimal("0.1")
    assert codes(found) == {"price_differs"}


def test_the_address_of_the_message_wins(shop: Shop) -> None:
    found = meant(shop, ship_to=ReadParty(address=ELSEWHERE, phone="0320000000"))
    assert found.order is not None
    assert found.order.ship_address == replace(ELSEWHERE, phone="0320000000")
    bad = meant(shop, ship_to=ReadParty(address=replace(ELSEWHERE, postal_code="", city="Roubaix")))
    assert bad.order is None
    assert {odd.facts["field"] for odd in bad.stops} == {"postal_code"}
    assert codes(meant(shop, ship_to=ReadParty(gln=PLACE))) == {"unknown_place"}
    assert meant(shop, ship_to=ReadParty(gln=BUYER)).oddities == ()
    add_customer(shop.owner, NewCustomer("C3", "Quai 3", ELSEWHERE, gln=PLACE))
    there = meant(shop, ship_to=ReadParty(gln=PLACE))
    assert there.order is not None
    assert there.order.ship_address == ELSEWHERE


def test_what_may_not_be_sold_stops(shop: Shop) -> None:
    set_status(shop.owner, shop.product["MUG"], "discontinued")
    assert codes(meant(shop)) == {"article_discontinued"}
    set_status(shop.owner, shop.product["MUG"], "blocked")
    assert codes(meant(shop)) == {"article_blocked"}
    set_customer_status(shop.owner, shop.customer, "blocked")
    assert "customer_blocked" in codes(meant(shop))


def test_what_else_is_odd(shop: Shop) -> None:
    assert codes(meant(shop, cancelled=True)) == {"cancelled"}
    assert codes(meant(shop, lines=())) == {"no_lines"}
    assert codes(meant(shop, currency="EURO")) == {"unknown_currency"}
    assert codes(meant(shop, currency="USD", lines=(replace(LINE, unit_price=None),))) == {"no_price"}
    assert codes(meant(shop, service="Drone")) == {"unknown_service"}
    assert codes(meant(shop, requested_on=date(2020, 1, 1))) == {"requested_past"}
    assert codes(meant(shop, ordered_on=date(2199, 1, 1))) >= {"ordered_later"}
    assert codes(meant(shop, facts={"warehouse": "XXX"})) == {"unknown_warehouse"}
    add_warehouse(shop.owner, "PAR", "Paris")
    assert codes(meant(shop)) == {"warehouse_assumed"}
    assert meant(shop, facts={"warehouse": "PAR"}).oddities == ()


def test_more_lines_take_no_more_statements(shop: Shop) -> None:
    ctx = shop.world.ctx(Role.CUSTOMER_SERVICE)
    counts = []
    for many in (1, 300):
        lines = tuple(
            replace(
                LINE, number=str(at), gtin=(MUG, POT, MUG_CARTON)[at % 3], sku="", article=f"A{at}", unit=""
            )
            for at in range(1, many + 1)
        )
        with counted(ctx) as seen, ctx.reading() as connection:
            understand(connection, replace(READING, lines=lines, service="x"))
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert counts[0] <= 16


def test_customers_are_found_by_indexes(shop: Shop) -> None:
    if shop.world.engine != "sqlite":
        return
    with shop.world.database().engine.connect() as connection:
        names = (
            connection.execute(sa.text("SELECT name FROM sqlite_master WHERE type = 'index'")).scalars().all()
        )
    assert {"ix_customer_gln", "ix_customer_tax_number", "ix_address_email"} <= set(names)
