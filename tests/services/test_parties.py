"""Customers and suppliers; the same address is one row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.address import PostalAddress
from app.domain.permissions import Role
from app.errors import BadInput, Conflict
from app.services.parties import NewCustomer, add_customer, add_supplier, set_customer_status
from tests.rig.databases import World

LILLE = PostalAddress(
    country_code="FR", name="Ada", street_address="1 rue Nationale", postal_code="59000", city="Lille"
)


def test_same_address_is_one_row(world: World) -> None:
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    add_customer(ctx, NewCustomer("C1", "Ada", bill_address=LILLE))
    add_customer(
        ctx, NewCustomer("C2", "Bea", bill_address=replace(LILLE, city="LILLE "), ship_address=LILLE)
    )
    add_customer(ctx, NewCustomer("C3", "Cléo", ship_address=replace(LILLE, city="Lens")))
    rows = world.rows(
        "SELECT code, bill_address_id, ship_address_id, search_text FROM customer ORDER BY code"
    )
    assert (
        rows[0].bill_address_id
        == rows[0].ship_address_id
        == rows[1].bill_address_id
        == rows[1].ship_address_id
    )
    assert rows[2].bill_address_id is None
    assert rows[2].search_text == "c3 cleo"
    assert world.one("SELECT count(*) FROM address") == 2


def test_bad_customers_are_refused(world: World) -> None:
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    add_customer(ctx, NewCustomer("C1", "Ada"))
    before = world.tables("customer", "address")
    for bad in (
        NewCustomer("", "Ada"),
        NewCustomer("C2", ""),
        NewCustomer("C2", "Ada", language="de"),
        NewCustomer("C2", "Ada", currency="EURO"),
        NewCustomer("C2", "Ada", credit_limit=-1, bill_address=LILLE),
    ):
        with pytest.raises(BadInput):
            add_customer(ctx, bad)
    with pytest.raises(Conflict):
        add_customer(ctx, NewCustomer("C1", "Other", bill_address=LILLE))
    assert world.tables("customer", "address") == before


def test_customer_is_blocked_and_let_go(world: World) -> None:
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    made = add_customer(ctx, NewCustomer("C1", "Ada"))
    assert set_customer_status(ctx, made, "blocked") == "active"
    assert set_customer_status(ctx, made, "active") == "blocked"
    with pytest.raises(BadInput):
        set_customer_status(ctx, made, "friendly")
    assert world.one("SELECT status FROM customer") == "active"


def test_supplier_is_added(world: World) -> None:
    made = add_supplier(world.ctx(Role.SUPERVISOR), "S1", "Potters", LILLE)
    assert world.one(
        "SELECT a.city FROM supplier AS s JOIN address AS a ON a.id = s.address_id WHERE s.id = :id", id=made
    )
