"""The window around the screens: rail, palette, messages, scans that no screen takes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from app.domain.permissions import Permission, Role
from app.domain.scan import Scan
from app.errors import Refused
from app.qt.commands import command
from app.qt.screen import Screen
from app.qt.widgets import Label
from app.qt.words import mark
from tests.rig.databases import World
from tests.rig.screens import MakeDesk
from tests.rig.shop import GTIN, Shop


class First(Screen):
    """A screen of this test."""

    id, title, icon, group = "first", mark("Orders"), "orders", mark("Sell")
    topics = frozenset({"order"})

    def build(self) -> None:
        self.done: list[str] = []
        self.read = 0
        QVBoxLayout(self).addWidget(Label(mark("Orders")))

    def refresh(self) -> None:
        self.read += 1

    @command(
        "first.do", mark("Reserve stock"), icon="reserve", shortcut="Ctrl+L", right=Permission.STOCK_RESERVE
    )
    def act(self) -> None:
        self.done.append("act")


class Second(Screen):
    """Another; it takes scans."""

    id, title, icon, group = "stock", mark("Stock levels"), "stock", mark("Stock")

    def build(self) -> None:
        self.opened: list[object] = []
        self.scans: list[str] = []
        self.takes = False

    def open(self, target: object) -> None:
        self.opened.append(target)

    def on_scan(self, scan: Scan, journal: int) -> bool:
        self.scans.append(scan.code)
        return self.takes


SCREENS = (First, Second)


def test_commands_by_key_and_by_card_and_greyed_without_the_right(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.CUSTOMER_SERVICE, screens=SCREENS)
    first = desk.show(First)
    desk.press("Ctrl+L")
    desk.scan("CMD-FIRST.DO")
    assert first.done == ["act", "act"]
    other = desk_of(world, Role.PICKER, screens=SCREENS)
    first = other.show(First)
    other.press("Ctrl+L")
    other.scan("CMD-FIRST.DO")
    assert first.done == []
    assert len(other.notices) == 1


def test_a_scan_that_the_screen_does_not_take_is_shown_where_it_is_at_home(
    world: World, desk_of: MakeDesk
) -> None:
    shop = Shop(world)
    desk = desk_of(world, screens=SCREENS)
    desk.show(First)
    desk.scan(GTIN["MUG"])
    second = desk.work.current
    assert isinstance(second, Second)
    assert second.opened == [shop.product["MUG"]]
    second.takes = True
    desk.scan(GTIN["TEA"])
    assert second.scans == [GTIN["TEA"]]
    assert world.one("SELECT count(*) FROM scan_event") == 1


def test_an_unknown_code_stays_on_the_screen_until_it_is_acknowledged(
    world: World, desk_of: MakeDesk
) -> None:
    desk = desk_of(world, screens=SCREENS)
    desk.show(First)
    desk.scan("NOBODY-KNOWS")
    assert "NOBODY-KNOWS" in desk.notices[0]
    assert world.one("SELECT verdict FROM scan_event") == "unknown"
    desk.press("F8")
    assert desk.notices == ()


def test_refusals_wait_in_their_order(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, screens=SCREENS)

    def refuse(words: str) -> None:
        raise Refused(words, hint="Do something else.")

    for words in ("One.", "Two."):
        desk.shell.tasks.run(refuse, words)
        desk.wait()
    assert [one.text for one in desk.shell.notices.waiting] == [
        "One. Do something else.",
        "Two. Do something else.",
    ]
    assert desk.work.messages.isVisible()
    desk.press("F8", "F8")
    assert not desk.work.messages.isVisible()


def test_the_palette_does_and_finds(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    desk = desk_of(world, screens=SCREENS)
    first = desk.show(First)
    desk.press("Ctrl+K")
    desk.type("reserve")
    desk.press("Return")
    assert first.done == ["act"]
    desk.press("Ctrl+K")
    desk.type("mug")
    desk.press("Return")
    second = desk.work.current
    assert isinstance(second, Second)
    assert second.opened == [shop.product["MUG"]]
    desk.press("Ctrl+K")
    desk.press("Escape")
    assert not desk.work.palette_box.isVisible()


def test_hidden_screens_read_again_only_when_shown(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, screens=SCREENS)
    first = desk.show(First)
    desk.show(Second)
    before = first.read
    first.stale(frozenset({"order"}))
    first.stale(frozenset({"shipment"}))
    assert first.read == before
    desk.show(First)
    assert first.read == before + 1
    first.stale(frozenset({"order"}))
    assert first.read == before + 2


def test_a_screen_that_is_new_comes_in_steps_and_of_two_the_last(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, screens=SCREENS)
    first = desk.show(First)
    desk.work.go("stock", "too late")
    assert desk.work.current is first, "it is made, and the window may answer before it is shown"
    desk.work.go("first")
    desk.wait()
    assert desk.work.current is first
    desk.work.go("stock", "wanted")
    desk.wait()
    second = desk.work.current
    assert isinstance(second, Second)
    assert second.opened == ["wanted"]


def test_bench_mode_leaves_the_screen_alone(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, screens=SCREENS)
    desk.show(First)
    desk.press("F11")
    assert not desk.work.rail.isVisible()
    desk.press("F11")
    assert desk.work.rail.isVisible()
    assert desk.work.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_typed_code_goes_the_way_of_a_scan(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    desk = desk_of(world, screens=SCREENS)
    desk.show(First)
    desk.press("Ctrl+B")
    desk.type("MUG")
    desk.press("Return")
    desk.wait(lambda: isinstance(desk.work.current, Second))
    second = desk.work.current
    assert isinstance(second, Second)
    assert second.opened == [shop.product["MUG"]]
    assert not desk.work.code_box.isVisible()
    desk.press("Ctrl+B")
    desk.type("TEA")
    desk.press("Escape")
    assert not desk.work.code_box.isVisible()
    assert world.one("SELECT count(*) FROM scan_event") == 1
