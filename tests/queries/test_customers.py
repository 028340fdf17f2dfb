"""Customers are found by what they say on the telephone, by those who may."""

from __future__ import annotations

from dataclasses import replace

from app.domain.permissions import Role
from app.queries.customers import CustomerRow, count_customers, customer_details, customers, find_customers
from app.queries.pages import Ask
from app.services.parties import NewCustomer, add_customer, set_customer_status
from tests.rig.databases import World
from tests.rig.shop import ADDRESS, Shop


def found(world: World, text: str, *, addresses: bool = True) -> list[str]:
    role = Role.CUSTOMER_SERVICE if addresses else Role.STOCK_KEEPER
    with world.ctx(role).reading() as connection:
        hits = find_customers(connection, text, addresses=addresses)
        rows = customers(connection, Ask(text=text), addresses=addresses).rows
        assert count_customers(connection, Ask(text=text), addresses=addresses) == len(rows)
    assert sorted(hit.code for hit in hits) == sorted(row.code for row in rows) or not text.strip()
    return [hit.code for hit in hits]


def test_by_name_code_postal_code_and_telephone(world: World) -> None:
    shop = Shop(world)
    paris = replace(ADDRESS, postal_code="75010", city="Paris", phone="01.42.46.18.90")
    add_customer(shop.owner, NewCustomer("C-11", "Maison Lefèvre & Fils", ship_address=paris))
    signed = replace(ADDRESS, postal_code="75011", phone="(01) 42-46-18/95 -")
    add_customer(shop.owner, NewCustomer("C-12", "Sans nom", ship_address=signed))
    assert found(world, "01 42 46 18 95") == ["C-12"]
    assert found(world, "lefevre maison") == found(world, "C-11") == found(world, "fils") == ["C-11"]
    assert found(world, "75010") == found(world, "+33 1 42 46 18 90"[4:]) == ["C-11"]
    assert found(world, "0320000000") == found(world, "59000") == ["C1"]
    assert found(world, "42461") == found(world, "") == found(world, "%") == found(world, "75%") == []
    assert found(world, "75010", addresses=False) == []
    assert found(world, "lefevre", addresses=False) == ["C-11"]
    assert found(world, "c") == ["C1", "C-11", "C-12"]


def test_pages_meet_and_say_what_is_open(world: World) -> None:
    shop = Shop(world)
    for nth in range(5):
        add_customer(shop.owner, NewCustomer(f"K{9 - nth}", f"Name {nth % 2}"))
    shop.draft({"MUG": 1})
    set_customer_status(shop.owner, shop.customer, "blocked")
    for sort, down in (("", False), ("code", False), ("code", True), ("", True)):
        rows: list[CustomerRow] = []
        after = None
        while True:
            with world.ctx(Role.CUSTOMER_SERVICE).reading() as connection:
                page = customers(
                    connection, Ask(after=after, size=2, sort=sort, descending=down), addresses=True
                )
            rows += page.rows
            after = page.after
            if after is None:
                break
        keys = [(row.code if sort else row.sort_key, row.id) for row in rows]
        assert keys == sorted(keys, reverse=down)
        assert len(keys) == 6
    with world.ctx(Role.CUSTOMER_SERVICE).reading() as connection:
        (row,) = customers(connection, Ask(filters={"status": "blocked"}), addresses=True).rows
        assert (row.code, row.city, row.country, row.open_orders) == ("C1", "Lille", "FR", 1)


def test_a_customer_with_addresses_and_open_orders(world: World) -> None:
    shop = Shop(world)
    open_order = shop.draft({"MUG": 1})
    with world.ctx(Role.CUSTOMER_SERVICE).reading() as connection:
        details = customer_details(connection, shop.customer, addresses=True)
        assert customer_details(connection, 999) is None
    assert details is not None
    assert details.bill_address == details.ship_address == ADDRESS
    assert [(one.number, one.state) for one in details.orders] == [(open_order.number, "draft")]
    with world.ctx(Role.STOCK_KEEPER).reading() as connection:
        plain = customer_details(connection, shop.customer)
    assert plain is not None
    assert (plain.bill_address, plain.row.city) == (None, "")
