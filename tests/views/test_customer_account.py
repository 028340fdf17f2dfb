"""A customer's account by keyboard: lists, figures that lead to their rows, contacts, notes, disputes, and each step back."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from app.domain.permissions import Role
from app.qt.screen import Screen
from app.qt.words import mark
from app.services.accounts import Contact, add_contact
from app.services.disputes import open_dispute
from app.views.customer import CustomerAccount
from app.views.customers import Customers
from app.views.parts.lines import Link
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.shop import Shop


class Orders(Screen):
    """Stands for the list of orders."""

    id, title, icon, group = "orders", mark("Orders"), "orders", mark("Sell")

    def build(self) -> None:
        self.target: object = None

    def open(self, target: object) -> None:
        self.target = target


SCREENS = (Customers, CustomerAccount, Orders)


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def _account(shop: Shop, desk_of: MakeDesk, *roles: Role) -> tuple[Desk, CustomerAccount]:
    desk: Desk = desk_of(shop.world, *(roles or (Role.CUSTOMER_SERVICE,)), screens=SCREENS)
    desk.shell.go("customer", shop.customer)
    desk.wait()
    screen = desk.show(CustomerAccount)
    screen.view.setFocus()
    desk.wait()
    return desk, screen


def _go(desk: Desk, screen: CustomerAccount, tab: str) -> None:
    while screen.head.tabs.current != tab:
        desk.press("F2")
    desk.wait()


def test_orders_stand_there_and_enter_leads_to_them(shop: Shop, desk_of: MakeDesk) -> None:
    order = shop.draft({"MUG": 1})
    desk, screen = _account(shop, desk_of)
    assert [row.id for row in screen.table.rows] == [order.order_id]
    links = {link.accessibleName(): link for link in screen.details.findChildren(Link)}
    links["Disputes: 0"].click()
    desk.wait()
    assert screen.head.tabs.current == "dispute"
    links["Open orders: 1"].click()
    desk.wait()
    screen.view.setFocus()
    desk.press("Return")
    shown = desk.work.current
    assert isinstance(shown, Orders)
    assert shown.target == order.order_id


def test_a_contact_is_added_changed_and_taken_away_by_keyboard(shop: Shop, desk_of: MakeDesk) -> None:
    desk, screen = _account(shop, desk_of)
    _go(desk, screen, "contact")
    desk.press("Ctrl+N")
    desk.type("Bea Martin")
    desk.press("Return")
    desk.type("Buyer")
    desk.press("Ctrl+S")
    desk.wait()
    assert [(row.words, row.number) for row in screen.table.rows] == [("Bea Martin", "Buyer")]
    screen.view.setFocus()
    desk.press("Return")
    desk.type("Beate Martin")
    desk.press("Ctrl+S")
    desk.wait()
    assert shop.world.one("SELECT name FROM customer_contact") == "Beate Martin"
    assert desk.shell.undo()
    desk.wait()
    assert shop.world.one("SELECT name FROM customer_contact") == "Bea Martin"
    screen.view.setFocus()
    desk.press("Ctrl+D")
    desk.wait()
    assert shop.world.one("SELECT count(*) FROM customer_contact") == 0
    assert desk.shell.undo()
    desk.wait()
    assert shop.world.one("SELECT email FROM customer_contact") == ""


def test_a_dispute_is_settled_and_opened_again(shop: Shop, desk_of: MakeDesk) -> None:
    order = shop.draft({"MUG": 1})
    desk, screen = _account(shop, desk_of)
    _go(desk, screen, "dispute")
    desk.press("Ctrl+N")
    form = screen.details.form
    assert form is not None
    form.widget("order").setText("SO-1")
    form.widget("words").setPlainText("One mug is chipped.")
    desk.press("Ctrl+S")
    desk.wait()
    assert form.refusal("order")
    form.widget("order").setText(order.number)
    desk.press("Ctrl+S")
    desk.wait()
    screen.view.setFocus()
    desk.press("Ctrl+L")
    assert form.refusal("answer")
    form.widget("answer").setPlainText("Another one is sent.")
    desk.press("Ctrl+L")
    desk.wait()
    assert shop.world.one("SELECT state FROM dispute") == "settled"
    assert desk.shell.undo()
    desk.wait()
    assert tuple(shop.world.rows("SELECT state, answer FROM dispute")[0]) == ("open", "")


def test_a_packer_sees_orders_and_changes_nothing(shop: Shop, desk_of: MakeDesk) -> None:
    add_contact(shop.owner, shop.customer, Contact("Bea Martin"))
    open_dispute(shop.owner, shop.customer, "other", "Too loud.")
    desk, screen = _account(shop, desk_of, Role.PACKER)
    _go(desk, screen, "contact")
    assert screen.table.rows == []
    _go(desk, screen, "dispute")
    assert [row.words for row in screen.table.rows] == ["Too loud."]
    assert not screen.can("account.new")
    assert not screen.can("account.settle")


def test_the_list_of_customers_leads_there(shop: Shop, desk_of: MakeDesk) -> None:
    desk: Desk = desk_of(shop.world, Role.CUSTOMER_SERVICE, screens=SCREENS)
    customers = desk.show(Customers)
    customers.view.setFocus()
    desk.wait()
    desk.press("F4")
    desk.wait()
    account = desk.work.current
    assert isinstance(account, CustomerAccount)
    assert account.holder is not None
    assert account.holder.id == shop.customer


def test_a_supervisor_erases_by_keyboard_and_hands_out_before(
    shop: Shop, desk_of: MakeDesk, tmp_path: Path
) -> None:
    desk, screen = _account(shop, desk_of, Role.SUPERVISOR)
    screen.hand_out_to(tmp_path / "c1.zip")
    desk.wait()
    assert zipfile.is_zipfile(tmp_path / "c1.zip")
    desk.press("Ctrl+Shift+F9")
    desk.press("Return", "Return")
    assert screen.erase_panel.why.refusal
    desk.type("Letter of 3 March")
    desk.press("Return", "Return")
    assert screen.erase_panel.sure.refusal
    desk.type("C1")
    desk.press("Return")
    desk.wait()
    assert shop.world.one("SELECT name FROM address") == ""
    assert not screen.can("account.erase")
    _go(desk, screen, "note")
    assert [row.words for row in screen.table.rows] == ["Letter of 3 March"]
    assert not screen.can("account.new")
