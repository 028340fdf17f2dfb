"""Contacts, notes, own article numbers and disputes of customers, and what their account comes to."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.queries.accounts import account, count_account, holder
from app.queries.customer_figures import Money, figures
from app.queries.pages import Ask
from app.services.accounts import (
    ArticleTaken,
    Contact,
    add_article,
    add_contact,
    add_note,
    edit_contact,
    remove_article,
    remove_contact,
    remove_note,
    restore_article,
    restore_note,
)
from app.services.disputes import (
    DisputeClosed,
    answer_dispute,
    drop_dispute,
    open_dispute,
    reopen_dispute,
    settle_dispute,
)
from tests.rig.databases import World
from tests.rig.shop import Shop
from tests.services.test_statements import counted

BEA = Contact("Bea Martin", "Buyer", "+33 3 20 11 22 33", "bea@example.org")


def test_contacts_are_added_changed_and_taken_back(world: World) -> None:
    shop = Shop(world, stock=False)
    desk = world.ctx(Role.CUSTOMER_SERVICE)
    made = add_contact(desk, shop.customer, BEA)
    was = edit_contact(desk, made, Contact("Bea Martin", "Head of buying"), 1)
    assert was.contact == BEA
    with pytest.raises(Conflict):
        edit_contact(desk, made, BEA, 1)
    edit_contact(desk, made, was.contact, was.version)
    gone = remove_contact(desk, made)
    assert gone.contact == BEA
    assert world.one("SELECT count(*) FROM customer_contact") == 0
    add_contact(desk, gone.customer_id, gone.contact)
    before = world.tables("customer_contact")
    for bad in (Contact(""), Contact("Bea", email="bea"), Contact("Bea", phone="\0")):
        with pytest.raises(BadInput):
            add_contact(desk, shop.customer, bad)
    with pytest.raises(NotFound):
        add_contact(desk, 999, BEA)
    with pytest.raises(NotAllowed):
        add_contact(world.ctx(Role.PACKER), shop.customer, BEA)
    assert world.tables("customer_contact") == before


def test_notes_are_marked_and_come_back(world: World) -> None:
    shop = Shop(world, stock=False)
    desk = world.ctx(Role.CUSTOMER_SERVICE)
    note = add_note(desk, shop.customer, " Rings before noon only. ")
    ask = Ask(filters={"kind": "note"})
    remove_note(desk, note)
    with world.database().reading() as connection:
        assert account(connection, ask, shop.customer).rows == ()
    with pytest.raises(Conflict):
        remove_note(desk, note)
    restore_note(desk, note)
    with world.database().reading() as connection:
        (row,) = account(connection, ask, shop.customer).rows
    assert (row.words, row.id) == ("Rings before noon only.", note)
    with pytest.raises(BadInput):
        add_note(desk, shop.customer, "  ")


def test_own_article_numbers(world: World) -> None:
    shop = Shop(world, stock=False)
    desk = world.ctx(Role.CUSTOMER_SERVICE)
    made = add_article(desk, shop.customer, "K-17", "MUG")
    before = world.tables("customer_article")
    with pytest.raises(ArticleTaken) as refused:
        add_article(desk, shop.customer, "K-17", "TEA")
    assert refused.value.facts["sku"] == "MUG"
    with pytest.raises(BadInput):
        add_article(desk, shop.customer, "K-18", "NOTHING")
    assert world.tables("customer_article") == before
    was = remove_article(desk, made)
    restore_article(desk, was)
    with pytest.raises(ArticleTaken):
        restore_article(desk, was)
    assert world.one("SELECT code FROM customer_article") == "K-17"


def test_a_dispute_runs_its_course_and_each_step_back(world: World) -> None:
    shop = Shop(world)
    desk = world.ctx(Role.CUSTOMER_SERVICE)
    order = shop.draft({"MUG": 1})
    made = open_dispute(desk, shop.customer, "goods", "Two mugs came broken.", order.number)
    answered = answer_dispute(desk, made, "We look at the pictures.", 1)
    settled = settle_dispute(desk, made, "Two mugs are sent again.", answered.version)
    with pytest.raises(DisputeClosed):
        answer_dispute(desk, made, "Later", settled.version)
    assert world.one("SELECT closed_by FROM dispute") == desk.actor
    reopened = reopen_dispute(desk, made, settled.answer, settled.version)
    row = world.rows("SELECT state, answer, closed_at, closed_by FROM dispute")[0]
    assert tuple(row) == ("open", "We look at the pictures.", None, "")
    dropped = drop_dispute(desk, made, reopened.version)
    assert world.one("SELECT state FROM dispute") == "dropped"
    verbs = [row.verb for row in world.rows("SELECT verb FROM order_event ORDER BY id")]
    assert verbs[-4:] == ["disputed", "dispute_settled", "dispute_reopened", "dispute_dropped"]
    before = world.tables("dispute")
    with pytest.raises(DisputeClosed):
        drop_dispute(desk, made, dropped.version)
    with pytest.raises(BadInput):
        open_dispute(desk, shop.customer, "weather", "It rains.")
    with pytest.raises(BadInput):
        open_dispute(desk, shop.customer, "goods", "Broken.", "SO-0000-000000")
    with pytest.raises(BadInput):
        settle_dispute(desk, open_dispute(desk, shop.customer, "price", "Dear."), "", 1)
    assert [row for row in before["dispute"] if row in world.tables("dispute")["dispute"]] == before[
        "dispute"
    ]


def test_the_account_lists_what_there_is_page_by_page(world: World) -> None:
    shop = Shop(world)
    desk = world.ctx(Role.CUSTOMER_SERVICE)
    for _ in range(3):
        shop.draft({"MUG": 1})
    shop.confirmed({"TEA": 1}, customer_reference="PO 77")
    add_contact(desk, shop.customer, BEA)
    open_dispute(desk, shop.customer, "price", "Too dear.")
    with desk.reading() as connection:
        first = account(connection, Ask(size=3, filters={"kind": "order"}), shop.customer)
        rest = account(connection, Ask(first.after, 3, filters={"kind": "order"}), shop.customer)
        assert len(first.rows) == 3
        assert len(rest.rows) == 1
        assert rest.after is None
        found = account(connection, Ask(text="po 77", filters={"kind": "order"}), shop.customer)
        assert [row.words for row in found.rows] == ["PO 77"]
        for kind, number in (("contact", 1), ("dispute", 1), ("return", 0), ("invoice", 0), ("note", 0)):
            assert count_account(connection, Ask(filters={"kind": kind}), shop.customer) == number
        assert account(connection, Ask(filters={"kind": "article"}), shop.customer).rows == ()
        whose = holder(connection, shop.customer)
        assert whose is not None
        assert (whose.code, whose.erased_at) == ("C1", None)
        assert holder(connection, 999) is None


def test_key_figures_take_five_statements(world: World) -> None:
    shop = Shop(world)
    desk = world.ctx(Role.CUSTOMER_SERVICE)
    one = shop.order({"MUG": 2})
    shop.draft({"TEA": 1})
    with world.database().engine.begin() as connection:
        connection.execute(
            sa.text(
                "INSERT INTO receivable (customer_id, number, issued_on, due_on, currency, amount, open)"
                " VALUES (:c, 'F-1', :d, :d, 'EUR', 5000, 1200)"
            ),
            {"c": shop.customer, "d": date(2020, 1, 1)},
        )
    with counted(desk) as seen, desk.reading() as connection:
        found = figures(connection, shop.customer)
    assert len([text for text in seen if text.lstrip().startswith("SELECT")]) <= 7
    assert found.orders == 1
    assert found.open_orders == 2
    assert found.turnover == (
        Money("EUR", world.one("SELECT total FROM sales_order WHERE id = :o", o=one.order_id)),
    )
    assert found.overdue == (Money("EUR", 1200),)
    assert found.overdue_invoices == 1
    assert found.last_shipped is None
    with desk.reading() as connection:
        assert figures(connection, 999).orders == 0
