"""Customers and suppliers; the same address is one row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.address import PostalAddress
from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.services.parties import NewCustomer, add_customer, add_supplier, edit_customer, set_customer_status
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


def test_a_customer_is_edited_and_put_back(world: World) -> None:
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    was = NewCustomer("C1", "Ada", bill_address=LILLE)
    customer = add_customer(ctx, was)
    new = replace(was, code="ignored", name="Béa", language="fr", ship_address=replace(LILLE, city="Lens"))
    version = edit_customer(ctx, customer, new, 1, "blocked")
    row = world.rows("SELECT * FROM customer")[0]
    assert (row.code, row.name, row.search_text, row.language) == ("C1", "Béa", "c1 bea", "fr")
    assert row.status == "blocked"
    assert row.bill_address_id != row.ship_address_id
    assert edit_customer(ctx, customer, was, version) == version + 1
    row = world.rows("SELECT * FROM customer")[0]
    assert (row.name, row.bill_address_id) == ("Ada", row.ship_address_id)
    assert row.status == "blocked"


def test_a_customer_that_another_desk_changed_is_left_alone(world: World) -> None:
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    customer = add_customer(ctx, NewCustomer("C1", "Ada"))
    edit_customer(ctx, customer, NewCustomer("C1", "Bea"), 1)
    before = world.tables("customer", "address")
    with pytest.raises(Conflict):
        edit_customer(ctx, customer, NewCustomer("C1", "Cleo", bill_address=LILLE), 1)
    with pytest.raises(BadInput):
        edit_customer(ctx, customer, NewCustomer("C1", " "), 2)
    with pytest.raises(BadInput):
        edit_customer(ctx, customer, NewCustomer("C1", "Ada"), 2, "asleep")
    with pytest.raises(NotFound):
        edit_customer(ctx, 999, NewCustomer("C1", "Cleo"), 1)
    with pytest.raises(NotAllowed):
        edit_customer(world.ctx(Role.PICKER), customer, NewCustomer("C1", "Cleo"), 2)
    assert world.tables("customer", "address") == before
