"""Ctrl+K, F1 and the dialog of a bug: by keyboard, and the keyboard comes back to where it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout

from app.domain.permissions import Permission, Role
from app.qt.commands import command
from app.qt.screen import Screen
from app.qt.widgets import Button, Label
from app.qt.words import mark
from app.views.crash_dialog import CrashDialog
from app.views.keys_sheet import KeysSheet
from app.views.palette import MOST, Entry, Palette
from app.views.screens import SCREENS
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk
from tests.rig.shop import Shop


class Tried(Screen):
    """A screen of this test: a field and commands, one of them greyed, one not for everybody."""

    id, title, icon, group = "stock", mark("Stock levels"), "stock", mark("Stock")

    def build(self) -> None:
        self.done: list[str] = []
        self.opened: list[object] = []
        self.field = QLineEdit()
        self.field.setAccessibleName("Field")
        QVBoxLayout(self).addWidget(self.field)
        self.setFocusProxy(self.field)

    def open(self, target: object) -> None:
        self.opened.append(target)

    def can(self, command_id: str) -> bool:
        return command_id != "tried.greyed"

    @command("tried.reserve", mark("Reserve stock"), shortcut="Ctrl+L", right=Permission.STOCK_RESERVE)
    def reserve(self) -> None:
        self.done.append("reserve")

    @command("tried.greyed", mark("Release to picking"), shortcut="Ctrl+R")
    def greyed(self) -> None:
        self.done.append("greyed")


def lines(palette: Palette) -> list[Entry]:
    return [palette.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(palette.list.count())]


def titles(desk: Desk) -> list[str]:
    return [one.title for one in lines(desk.work.palette_box)]


def test_what_cannot_be_done_is_not_offered(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.CUSTOMER_SERVICE, screens=(Tried,))
    screen = desk.show(Tried)
    desk.press("Ctrl+K")
    assert "Reserve stock" in titles(desk)
    assert "Release to picking" not in titles(desk)
    desk.type("reserve")
    desk.press("Return")
    assert screen.done == ["reserve"]
    picker = desk_of(world, Role.PICKER, screens=(Tried,))
    picker.show(Tried)
    picker.press("Ctrl+K")
    assert "Reserve stock" not in titles(picker)


def test_a_long_list_is_walked_by_keys_and_scrolls(sqlite_world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(sqlite_world, screens=SCREENS)
    desk.press("Ctrl+K")
    palette = desk.work.palette_box
    assert palette.list.count() > MOST + 2
    desk.press("PgDown", "Down")
    at = palette.list.currentRow()
    assert at == MOST + 1
    box = palette.list.visualItemRect(palette.list.currentItem())
    assert palette.list.viewport().rect().contains(box.center()), "the current line is in sight"
    desk.press("PgUp", "PgUp", "Up")
    assert palette.list.currentRow() == 0
    desk.press(*["Down"] * (palette.list.count() + 3))
    assert palette.list.currentRow() == palette.list.count() - 1
    assert palette.height() < desk.work.height() - palette.y()


def test_the_keyboard_goes_back_and_twice_is_once(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, screens=(Tried,))
    screen = desk.show(Tried)
    desk.type("half")
    desk.press("Ctrl+K", "Ctrl+K")
    assert desk.focus is desk.work.palette_box.field
    desk.press("Escape")
    desk.type(" a word")
    assert screen.field.text() == "half a word"
    assert not desk.work.palette_box.isVisible()


def test_enter_takes_what_was_typed_and_not_what_was_found_before(world: World, desk_of: MakeDesk) -> None:
    shop = Shop(world)
    desk = desk_of(world, screens=(Tried,))
    screen = desk.show(Tried)
    desk.press("Ctrl+K")
    desk.type("mug")
    assert titles(desk) == ["MUG"]
    field = desk.focus
    QTest.keyClicks(field, "\b\b\btea\r")
    # Enter came before the answer; nothing was opened by then.
    assert screen.opened == []
    desk.wait()
    assert screen.opened == [shop.product["TEA"]]


@pytest.mark.parametrize("key", ["Escape", "Space", "F1"])
def test_keys_are_told_and_any_key_closes_them(world: World, desk_of: MakeDesk, key: str) -> None:
    desk = desk_of(world, Role.PICKER, screens=(Tried,))
    screen = desk.show(Tried)
    desk.press("F1")
    (sheet,) = desk.work.findChildren(KeysSheet)
    said = {one.text() for one in sheet.findChildren(Label)}
    assert {"Stock levels", "Release to picking", "Everywhere", "Undo"} <= said
    assert "Reserve stock" not in said, "a key that does nothing for this person"
    QTest.keyClick(sheet, getattr(Qt.Key, f"Key_{key}"))
    desk.wait()
    assert desk.work.findChildren(KeysSheet) == []
    desk.type("x")
    assert screen.field.text() == "x"


def test_a_bug_tells_its_number_and_its_details_can_be_copied(sqlite_world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(sqlite_world, screens=(Tried,))
    desk.show(Tried)
    dialog = CrashDialog("AB12CD34", "ValueError: a bug", "Traceback\nValueError: a bug", desk.work)
    dialog.open()
    desk.wait()
    assert any("AB12CD34" in one.text() for one in dialog.findChildren(Label))
    copy, on = dialog.findChildren(Button)
    assert desk.focus is on
    copy.click()
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == "AB12CD34\nTraceback\nValueError: a bug"
    clipboard.clear()
    with_enter = QDialog.DialogCode.Accepted
    dialog.finished.connect(lambda how: results.append(how))
    results: list[int] = []
    desk.press("Return")
    assert results == [with_enter.value]


def test_nothing_found_is_said_and_enter_does_nothing(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.CUSTOMER_SERVICE, screens=(Tried,))
    desk.show(Tried)
    desk.press("Ctrl+K")
    desk.type("xyzzy")
    assert titles(desk) == ["Nothing is called so."]
    desk.press("Return")
    assert desk.work.palette_box.isVisible()
    assert desk.work.current is not None
    assert desk.work.current.id == Tried.id


def test_an_open_palette_follows_the_language(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, Role.CUSTOMER_SERVICE, screens=(Tried,))
    desk.show(Tried)
    desk.press("Ctrl+K", "Down")
    english, at = titles(desk), desk.work.palette_box.list.currentRow()
    desk.speak("fr")
    assert len(titles(desk)) == len(english)
    assert "Keys of this screen" in english
    assert "Keys of this screen" not in titles(desk)
    assert desk.work.palette_box.list.currentRow() == at == 1
    desk.speak("en")
    assert titles(desk) == english
