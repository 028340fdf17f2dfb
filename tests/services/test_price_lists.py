"""Price lists are made, copied, changed, ended, filled from files; changes are undone, refusals leave all as it was."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.domain.permissions import Role
from app.domain.price_files import FilePrice, ListPrice
from app.domain.pricing import Charge
from app.errors import AppError, BadInput, Conflict, NotAllowed, NotFound
from app.queries.pages import Ask
from app.queries.price_lists import (
    PriceListDetail,
    list_choices,
    price_list_count,
    price_list_detail,
    price_list_rows,
    shipping_charges,
)
from app.services.carriers import add_carrier, add_service
from app.services.parties import NewCustomer, edit_customer
from app.services.price_import import import_prices
from app.services.price_lists import (
    PriceListFields,
    PricesInCurrency,
    add_price_list,
    change_prices,
    edit_price_list,
    end_price_list,
    merge_prices,
    save_charges,
)
from tests.rig.databases import World
from tests.rig.shop import ADDRESS, Shop

KEEPER = Role.SUPERVISOR
SINCE = date(2026, 1, 1)
TABLES = ("price_list", "price", "shipping_charge")
MUG = ListPrice("MUG", 1, Decimal("2.20"), SINCE)
MUGS = ListPrice("MUG", 12, Decimal("1.999999"), SINCE, date(2026, 12, 31))
TEA = ListPrice("TEA", 1, Decimal("4.5"), SINCE)


def detail(world: World, list_id: int) -> PriceListDetail:
    """A list as it is."""
    with world.owner.reading() as connection:
        found = price_list_detail(connection, list_id)
    assert found is not None
    return found


def test_a_list_is_made_filled_changed_and_all_of_it_undone(world: World) -> None:
    Shop(world, stock=False)
    ctx = world.ctx(KEEPER)
    made = add_price_list(ctx, " P1 ", PriceListFields("Partners"))
    done = change_prices(ctx, made, (), (MUG, MUGS, TEA))
    found = detail(world, made)
    assert (found.code, found.row.name, found.row.currency, found.row.prices) == ("P1", "Partners", "EUR", 3)
    assert found.prices == (MUG, MUGS, TEA)
    assert found.names["TEA"] == "Tea of the shop"
    cheaper = ListPrice("MUG", 12, Decimal("1.80"), SINCE)
    later = ListPrice("MUG", 1, Decimal("2.40"), date(2027, 1, 1))
    changed = change_prices(ctx, made, (MUGS, TEA), (cheaper, later))
    assert detail(world, made).prices == (MUG, later, cheaper)
    verbs = world.rows("SELECT verb, count(*) AS n FROM audit_entry WHERE table_name = 'price' GROUP BY verb")
    assert {row.verb: row.n for row in verbs} == {"insert": 4, "update": 1, "delete": 1}
    change_prices(ctx, made, changed.new, changed.gone)
    assert detail(world, made).prices == (MUG, MUGS, TEA)
    change_prices(ctx, made, done.new, done.gone)
    assert detail(world, made).prices == ()


def test_a_copy_has_the_same_prices_and_its_own_life(world: World) -> None:
    Shop(world, stock=False)
    ctx = world.ctx(KEEPER)
    made = add_price_list(ctx, "P1", PriceListFields("Partners"))
    change_prices(ctx, made, (), (MUG, TEA))
    copied = add_price_list(ctx, "P2", PriceListFields("Partners 2027"), made)
    change_prices(ctx, copied, (MUG,), ())
    assert (detail(world, made).prices, detail(world, copied).prices) == ((MUG, TEA), (TEA,))


def test_a_list_ends_on_a_day_and_is_taken_out_of_use(world: World) -> None:
    shop = Shop(world, stock=False)
    ctx = world.ctx(KEEPER)
    made = add_price_list(ctx, "P1", PriceListFields("Partners"))
    later = ListPrice("POT", 1, Decimal(3), date(2027, 1, 1))
    change_prices(ctx, made, (), (MUG, MUGS, later))
    done = end_price_list(ctx, made, date(2026, 6, 30))
    assert [(one.sku, one.valid_until) for one in detail(world, made).prices] == [
        ("MUG", date(2026, 6, 30)),
        ("MUG", date(2026, 6, 30)),
    ]
    change_prices(ctx, made, done.new, done.gone)
    assert set(detail(world, made).prices) == {MUG, MUGS, later}
    was = PriceListFields("Partners")
    edit_price_list(ctx, made, PriceListFields("Old partners", "EUR", active=False), was)
    with world.owner.reading() as connection:
        assert list_choices(connection) == ()
        assert price_list_rows(connection, Ask(filters={"active": True})).rows == ()
        (row,) = price_list_rows(connection, Ask(text="old")).rows
        assert price_list_count(connection, Ask(text="partners x")) == 0
    assert (row.code, row.name, row.customers) == ("P1", "Old partners", 0)
    new = NewCustomer("C1", "Analytique", bill_address=ADDRESS, price_list_id=made)
    edit_customer(shop.owner, shop.customer, new, 1)
    assert [one.code for one in detail(world, made).customers] == ["C1"]


def test_what_cannot_be_is_refused_and_changes_nothing(world: World) -> None:
    Shop(world, stock=False)
    ctx = world.ctx(KEEPER)
    made = add_price_list(ctx, "P1", PriceListFields("Partners"))
    change_prices(ctx, made, (), (MUG, TEA))
    was = PriceListFields("Partners")
    before = world.tables(*TABLES)
    other = ListPrice("MUG", 1, Decimal("2.21"), SINCE)
    cases: tuple[tuple[type[AppError], Any, tuple[Any, ...]], ...] = (
        (Conflict, add_price_list, ("P1", PriceListFields("Again"))),
        (BadInput, add_price_list, ("", PriceListFields("No code"))),
        (BadInput, add_price_list, ("P2", PriceListFields(" "))),
        (BadInput, add_price_list, ("P2", PriceListFields("P2", "EURO"))),
        (BadInput, add_price_list, ("P2", PriceListFields("P2", "CHF"), made)),
        (NotFound, add_price_list, ("P2", PriceListFields("P2"), 99)),
        (PricesInCurrency, edit_price_list, (made, PriceListFields("Partners", "CHF"), was)),
        (Conflict, edit_price_list, (made, PriceListFields("New"), PriceListFields("Read otherwise"))),
        (NotFound, edit_price_list, (99, was, was)),
        (NotFound, change_prices, (99, (), (MUG,))),
        (NotFound, change_prices, (made, (), (ListPrice("NONE", 1, Decimal(1), SINCE),))),
        (Conflict, change_prices, (made, (), (other,))),
        (Conflict, change_prices, (made, (other,), ())),
        (Conflict, change_prices, (made, (MUGS,), ())),
        (BadInput, change_prices, (made, (MUG,), (other, MUG))),
        (BadInput, change_prices, (made, (), (ListPrice("POT", 0, Decimal(1), SINCE),))),
        (BadInput, change_prices, (made, (), (ListPrice("POT", 1, Decimal(-1), SINCE),))),
        (BadInput, change_prices, (made, (), (ListPrice("POT", 1, Decimal("0.1234567"), SINCE),))),
        (BadInput, change_prices, (made, (), (ListPrice("POT", 1, Decimal("NaN"), SINCE),))),
        (BadInput, change_prices, (made, (), (ListPrice("POT", 1, Decimal(1), SINCE, date(2025, 1, 1)),))),
        (NotFound, merge_prices, ((FilePrice(2, "P9", MUG),),)),
        (BadInput, save_charges, ((Charge(None, "XX", "EUR", 0, 1),), ())),
        (BadInput, save_charges, ((Charge(None, "", "EURO", 0, 1),), ())),
        (BadInput, save_charges, ((Charge(None, "", "EUR", -1, 1),), ())),
        (BadInput, save_charges, ((Charge(None, "", "EUR", 0, 1), Charge(None, "", "EUR", 0, 2)), ())),
        (NotFound, save_charges, ((Charge(99, "", "EUR", 0, 1),), ())),
        (Conflict, save_charges, ((), (Charge(None, "", "EUR", 0, 1),))),
    )
    for refusal, work, given in cases:
        with pytest.raises(refusal):
            work(ctx, *given)
    clerk = world.ctx(Role.CUSTOMER_SERVICE)
    for work, given in (
        (add_price_list, ("P2", was)),
        (edit_price_list, (made, was, was)),
        (change_prices, (made, (MUG,), ())),
        (end_price_list, (made, SINCE)),
        (merge_prices, ((FilePrice(2, "P1", MUG),),)),
        (save_charges, ((), ())),
    ):
        with pytest.raises(NotAllowed):
            work(clerk, *given)
    assert world.tables(*TABLES) == before


def test_the_table_of_charges_is_kept_as_a_whole_and_undone(world: World) -> None:
    Shop(world, stock=False)
    ctx = world.ctx(KEEPER)
    fast = add_service(world.owner, add_carrier(world.owner, "X", "Express"), "FAST", "Fast")
    table = (Charge(None, "", "EUR", 0, 990), Charge(fast, "CH", "CHF", 10_000, 0))
    save_charges(ctx, table, ())
    save_charges(ctx, table, table)
    with world.owner.reading() as connection:
        assert shipping_charges(connection) == table
    save_charges(ctx, (), table)
    with world.owner.reading() as connection:
        assert shipping_charges(connection) == ()


def test_a_file_is_taken_in_whole_or_not_at_all(world: World, tmp_path: Path) -> None:
    Shop(world, stock=False)
    ctx = world.ctx(KEEPER)
    made = add_price_list(ctx, "P1", PriceListFields("Partners"))
    change_prices(ctx, made, (), (MUG, TEA))
    file = tmp_path / "prices.csv"
    good = (
        "sku,from_qty,price,valid_from\nMUG,1,2.30,2026-01-01\nTEA,1,4.50,2026-01-01\nPOT,5,7,\nPOT,10,8,\n"
    )
    file.write_text(f"{good}NONE,1,1,\nJAR,1,x,\n")
    today = date(2026, 11, 25)
    before = world.tables(*TABLES)
    read = import_prices(ctx, "P1", [file], today)
    assert [(one.line, one.column) for one in read.rejected] == [(6, "sku"), (7, "price")]
    assert import_prices(ctx, "P1", [file], today, dry_run=True).prices == 4
    assert next(one.column for one in import_prices(ctx, "P9", [file], today).rejected) == "list"
    with pytest.raises(BadInput):
        import_prices(ctx, "P1", [tmp_path / "none.csv"], today)
    with pytest.raises(NotAllowed):
        import_prices(world.ctx(Role.CUSTOMER_SERVICE), "P1", [file], today)
    assert world.tables(*TABLES) == before
    read = import_prices(ctx, "P1", [file], today, skip_bad=True)
    assert (read.prices, read.new, read.changed, read.unchanged) == (4, 2, 1, 1)
    assert read.warnings == ("P1: POT costs 8.00 from 10 on, and 7.00 from 5 on.",)
    file.write_text(good)
    again = import_prices(ctx, "P1", [file], today)
    assert (again.new, again.changed, again.unchanged, again.rejected) == (0, 0, 4, ())
    found = {one.sku: one.unit_price for one in detail(world, made).prices if one.from_qty < 10}
    assert found == {"MUG": Decimal("2.3"), "TEA": Decimal("4.5"), "POT": Decimal(7)}
