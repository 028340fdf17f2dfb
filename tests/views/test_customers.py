"""Customers by keyboard: found, added, changed and put back; on both engines, as people with their own rights."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.permissions import Role
from app.qt.screen import Screen
from app.qt.words import mark
from app.services.parties import NewCustomer, add_customer, edit_customer
from app.views.customers import Customers
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.shop import ADDRESS, Shop


class Entry(Screen):
    """Stands for order entry."""

    id, title, icon, group = "order-entry", mark("Order entry"), "order-entry", mark("Sell")

    def build(self) -> None:
        self.target: object = None

    def open(self, target: object) -> None:
        self.target = target


class Orders(Entry):
    """Stands for the list of orders."""

    id = "orders"


SCREENS = (Customers, Entry, Orders)


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def _desk(shop: Shop, desk_of: MakeDesk, *roles: Role) -> tuple[Desk, Customers]:
    desk: Desk = desk_of(shop.world, *(roles or (Role.CUSTOMER_SERVICE,)), screens=SCREENS)
    screen = desk.show(Customers)
    screen.view.setFocus()
    desk.wait()
    return desk, screen


def _set(screen: Customers, **fields: str) -> None:
    """Write into fields, as typing does."""
    for name, text in fields.items():
        screen.form.widget(name).setText(text)
    screen.dirty = True


def test_a_customer_is_found_by_name_and_by_telephone(shop: Shop, desk_of: MakeDesk) -> None:
    paris = replace(ADDRESS, postal_code="75010", city="Paris", phone="01.42.46.18.90")
    add_customer(shop.owner, NewCustomer("C-11", "Maison Lefèvre", ship_address=paris))
    shop.draft({"MUG": 1})
    desk, screen = _desk(shop, desk_of)
    assert [(row.code, row.city, row.open_orders) for row in screen.table.rows] == [
        *(("C1", "Lille", 1), ("C-11", "Paris", 0)),
    ]
    for typed in ("lefevre", "0142461890", "75010"):
        desk.press("Ctrl+F")
        desk.type(typed)
        desk.press("Return")
        assert [row.code for row in screen.table.rows] == ["C-11"], typed


def test_a_customer_is_added_by_keyboard(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    desk.press("Ctrl+N")
    desk.type("C1")
    desk.press("Return")
    desk.type("Café Zürcher")
    desk.press("Ctrl+S")
    assert screen.form.refusal("code")
    assert shop.world.one("SELECT count(*) FROM customer") == 1
    _set(screen, code="K-9")
    screen.form.widget("street_address").setPlainText("3 quai du Port")
    _set(screen, postal_code="1", city="Marseille")
    desk.press("Ctrl+S")
    assert screen.form.refusal("postal_code")
    _set(screen, postal_code="13002", credit_limit="1000.50")
    desk.press("Ctrl+S")
    row = shop.world.rows(
        "SELECT c.*, a.city, a.company_name FROM customer AS c JOIN address AS a"
        " ON a.id = c.ship_address_id WHERE c.code = 'K-9'"
    )[0]
    assert (row.name, row.city, row.company_name, row.credit_limit, row.status) == (
        *("Café Zürcher", "Marseille", "Café Zürcher", 100050, "active"),
    )
    assert row.bill_address_id == row.ship_address_id
    current = screen.current()
    assert current is not None
    assert current.code == "K-9"


def test_a_change_is_kept_and_put_back(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    before = shop.world.rows("SELECT name, bill_address_id, ship_address_id, status FROM customer")
    desk.press("Return")
    _set(screen, name="Analytique & Fils")
    screen.form.widget("status").setCurrentIndex(1)
    screen.bill.widget("country_code").setCurrentIndex(screen.bill.widget("country_code").findData("FR"))
    for name, text in (("company_name", "Siège"), ("postal_code", "75001"), ("city", "Paris")):
        screen.bill.widget(name).setText(text)
    screen.bill.widget("street_address").setPlainText("1 rue de Rivoli")
    desk.press("Ctrl+S")
    row = shop.world.rows("SELECT * FROM customer")[0]
    assert (row.name, row.status) == ("Analytique & Fils", "blocked")
    assert row.bill_address_id != row.ship_address_id == before[0].ship_address_id
    assert desk.shell.undo()
    desk.wait()
    assert shop.world.rows("SELECT name, bill_address_id, ship_address_id, status FROM customer") == before


def test_what_another_desk_changed_is_not_overwritten(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of)
    desk.press("Return")
    _set(screen, name="Mine")
    edit_customer(shop.owner, shop.customer, NewCustomer("C1", "Theirs", bill_address=ADDRESS), 1)
    desk.press("Ctrl+S")
    assert shop.world.one("SELECT name FROM customer") == "Theirs"
    assert "another desk" in desk.notices[0]
    assert screen.form.widget("name").text() == "Mine"


def test_who_may_not_only_looks(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _desk(shop, desk_of, Role.PICKER)
    assert [(row.code, row.city) for row in screen.table.rows] == [("C1", "")]
    assert not screen.form.widget("name").isEnabled()
    for name in ("customer.new", "customer.order", "record.save"):
        assert not screen.actions_by_id[name].isEnabled(), name
    desk.press("Ctrl+N")
    assert not screen.is_new


def test_from_a_customer_to_their_orders(shop: Shop, desk_of: MakeDesk) -> None:
    order = shop.draft({"MUG": 1})
    desk, screen = _desk(shop, desk_of)
    desk.show(Customers, shop.customer)
    desk.press("Ctrl+O")
    there = desk.work.current
    assert isinstance(there, Entry)
    assert there.target == ("customer", shop.customer)
    desk.show(Customers)
    assert screen.shown.orders[0].number == order.number
