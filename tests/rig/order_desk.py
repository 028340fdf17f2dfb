"""A desk where orders are typed, and what is seen of them."""

from __future__ import annotations

from datetime import date

from app.domain.permissions import Role
from app.qt.screen import Screen
from app.qt.words import mark
from app.views.order_entry import OrderEntry
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


SCREENS = (Orders, OrderEntry)
TODAY = date.today()  # noqa: DTZ011 - the desk's own calendar, as the screen's


def desk_with_entry(shop: Shop, desk_of: MakeDesk, *roles: Role) -> tuple[Desk, OrderEntry]:
    desk: Desk = desk_of(shop.world, *(roles or (Role.CUSTOMER_SERVICE,)), screens=SCREENS)
    return desk, desk.show(OrderEntry, "new")


def cells(screen: OrderEntry, *columns: int) -> list[tuple[str, ...]]:
    lines = screen.page.lines
    return [
        tuple(str(lines.index(row, column).data()) for column in columns)
        for row in range(len(screen.draft.lines))
    ]


def titles(screen: OrderEntry) -> list[str]:
    return [one.title for one in screen.page.panel.shown]


def orders(shop: Shop) -> int:
    return int(shop.world.one("SELECT count(*) FROM sales_order"))


def customer(desk: Desk, name: str = "analyt") -> None:
    """Take a customer and go on to the lines."""
    desk.type(name)
    desk.press("Return", "Return", "Return", "Return")


def customer_by_f2(desk: Desk) -> None:
    desk.press("F2")
    desk.type("analyt")
    desk.press("Return")
