"""A screen that is a table, over a real list of suppliers: everything by keyboard, on both engines."""

from __future__ import annotations

import csv
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from app.database import Transaction
from app.domain.permissions import Permission, Role, permissions_of
from app.qt.table import MOST_AGAIN, Column
from app.qt.words import mark
from app.queries.pages import SIZE, Ask, Connection, Page
from app.queries.suppliers import SupplierRow, supplier_count, supplier_detail, supplier_list
from app.services.context import Context, use_case
from app.services.parties import add_supplier
from app.views.parts.tabs import Filter, Tab
from app.views.table_screen import TableScreen
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.proxy import Fate, Proxy
from tests.rig.screens import MakeDesk

MANY = 3 * SIZE + 7


class Suppliers(TableScreen[SupplierRow]):
    """Suppliers of this test."""

    id, title, icon, group = "suppliers-tested", mark("Suppliers"), "suppliers", mark("Stock")
    topics = frozenset({"supplier"})
    columns: ClassVar[tuple[Column[Any], ...]] = (
        Column("code", mark("Code"), lambda row: row.code, width=110, code=True, sort="code"),
        Column("name", mark("Name"), lambda row: row.name, width=260, sort="name", stretch=True),
        Column("status", mark("State"), lambda row: row.status, hidden=True),
    )
    tabs = (
        Tab("active", mark("Active"), {"status": "active"}),
        Tab("all", mark("All"), {}, sort="code", descending=True),
    )
    ticks = True
    sorted_by = ("name", False)
    empty = (mark("No suppliers yet"), mark("Press Ctrl+N to add one."))
    held: ClassVar[dict[str, threading.Event]] = {}
    """Questions whose answer waits for the test."""
    pages: ClassVar[list[Ask]] = []

    def make_drawer(self) -> QWidget:
        self.shown: list[object] = []
        self.typed = QLineEdit()
        drawer = QWidget()
        QVBoxLayout(drawer).addWidget(self.typed)
        return drawer

    def show_row(self, row: SupplierRow | None) -> None:
        self.shown.append(None if row is None else row.name)
        self.typed.setText("" if row is None else row.name)

    def filters(self) -> tuple[Filter, ...]:
        return (Filter("status", mark("State"), (("active", mark("Active")), ("blocked", mark("All")))),)

    def fetch(self, connection: Connection, ask: Ask) -> Page[SupplierRow]:
        self.pages.append(ask)
        found = supplier_list(connection, ask)
        if ask.text in self.held:
            self.held[ask.text].wait(20)
        return found

    def count(self, connection: Connection, ask: Ask) -> int:
        return supplier_count(connection, ask)


class Findable(Suppliers):
    """The same; a supplier is found by its code."""

    id = "suppliers-found"

    def search_of(self, connection: Connection, target: Any) -> str:
        detail = supplier_detail(connection, target)
        return "" if detail is None else detail.code


@use_case(Permission.CATALOGUE_EDIT)
def many(tx: Transaction, first: int, count: int) -> int:
    """Suppliers S0001 ...: a quarter of them no longer bought from."""
    for at in range(first, first + count):
        add_supplier.inside(tx, f"S{at:04}", f"House {at:04}")
    tx.execute(sa.text("UPDATE supplier SET status = 'blocked' WHERE id % 4 = 0"))
    return count


@use_case(Permission.CATALOGUE_EDIT)
def change(tx: Transaction, code: str, name: str = "", status: str = "") -> str:
    """Rename one, or give it another state."""
    for column, value in (("name", name), ("status", status)):
        if value:
            tx.execute(
                sa.text(f"UPDATE supplier SET {column} = :value WHERE code = :code"),
                {"value": value, "code": code},
            )
    tx.changed("supplier")
    return code


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    Suppliers.pages.clear()
    yield
    for one in Suppliers.held.values():
        one.set()
    Suppliers.held.clear()


@pytest.fixture
def filled(world: World) -> World:
    many(world.owner, 1, MANY)
    return world


def names(screen: Suppliers) -> list[str]:
    return [row.code for row in screen.table.rows]


def keyboard(screen: Suppliers, widget: QWidget) -> bool:
    return screen.window().focusWidget() is widget


def test_it_opens_with_the_keyboard_in_the_table_and_says_how_many_and_how_sorted(
    filled: World, desk_of: MakeDesk
) -> None:
    desk = desk_of(filled, screens=(Suppliers,))
    screen = desk.show(Suppliers)
    active = filled.one("SELECT count(*) FROM supplier WHERE status = 'active'")
    assert keyboard(screen, screen.view)
    current = screen.current()
    assert current is not None
    assert current.code == screen.table.rows[0].code
    assert screen.shown == [current.name]
    assert screen.head.count.text() == str(active)
    assert {key: screen.head.tabs._tabs[key].counted for key in screen.head.tabs.keys} == {
        "active": str(active),
        "all": str(MANY),
    }
    head = screen.view.horizontalHeader()
    assert (head.sortIndicatorSection(), head.sortIndicatorOrder()) == (1, Qt.SortOrder.AscendingOrder)
    desk.press("Down", "Down")
    assert screen.shown[-1] == screen.table.rows[2].name


def test_paging_reads_every_row_once(filled: World, desk_of: MakeDesk) -> None:
    desk = desk_of(filled, screens=(Suppliers,))
    screen = desk.show(Suppliers)
    screen.choose_tab("all")
    desk.wait()
    for _ in range(4):
        desk.press("End")
    assert names(screen) == [f"S{at:04}" for at in range(MANY, 0, -1)]
    head = screen.view.horizontalHeader()
    assert (head.sortIndicatorSection(), head.sortIndicatorOrder()) == (0, Qt.SortOrder.DescendingOrder)


def test_the_head_sorts_and_so_does_the_menu(filled: World, desk_of: MakeDesk) -> None:
    desk = desk_of(filled, screens=(Suppliers,))
    screen = desk.show(Suppliers)
    head = screen.view.horizontalHeader()
    head.sectionClicked.emit(1)
    desk.wait()
    assert (head.sortIndicatorSection(), head.sortIndicatorOrder()) == (1, Qt.SortOrder.DescendingOrder)
    assert screen.table.rows[0].name > screen.table.rows[1].name, (
        "the column that sorted already turns around"
    )
    menu = screen.view.column_menu()
    (sorting,) = menu.findChildren(QMenu)
    sorting.actions()[0].trigger()
    desk.wait()
    assert (head.sortIndicatorSection(), head.sortIndicatorOrder()) == (0, Qt.SortOrder.AscendingOrder)
    assert names(screen) == sorted(names(screen))
    head.sectionClicked.emit(2)
    desk.wait()
    assert head.sortIndicatorSection() == 0, "what the database does not sort by, the head does not claim"


def test_searching_while_typing_counts_only_the_newest_answer(filled: World, desk_of: MakeDesk) -> None:
    desk = desk_of(filled, screens=(Suppliers,))
    screen = desk.show(Suppliers)
    slow = Suppliers.held["S000"] = threading.Event()
    desk.press("Ctrl+F")
    assert keyboard(screen, screen.head.search)
    screen.search_for("S000")
    screen.search_for("S0011")
    slow.set()
    desk.wait()
    assert names(screen) == ["S0011"]
    assert [ask.text for ask in Suppliers.pages[-2:]].count("S0011") == 1
    assert screen.head.count.text() == "1"
    desk.press("Escape")
    assert (keyboard(screen, screen.view), screen.head.search.text()) == (True, "S0011")
    desk.press("Escape")
    assert screen.head.search.text() == ""
    assert len(names(screen)) == SIZE
    desk.press("Ctrl+F")
    desk.type("nobody at all")
    assert screen.states.currentWidget() is screen.states._empty
    assert screen.states._empty.title.text() == "Nothing found"
    desk.press("Ctrl+A", "Delete")
    assert len(names(screen)) == SIZE


def test_conditions_stand_as_chips_and_go_one_by_one_or_all(filled: World, desk_of: MakeDesk) -> None:
    desk = desk_of(filled, screens=(Suppliers,))
    screen = desk.show(Suppliers)
    screen.choose_tab("all")
    screen.set_filter("status", "blocked")
    desk.wait()
    assert {row.status for row in screen.table.rows} == {"blocked"}
    (chip,) = screen.chips._chips
    assert "State" in chip.accessibleName()
    chip.removed.emit()
    desk.wait()
    assert screen.chips._chips == []
    assert {row.status for row in screen.table.rows} == {"active", "blocked"}
    screen.set_filter("status", "blocked")
    screen.search_for("House")
    desk.wait()
    screen.chips.cleared.emit()
    desk.wait()
    assert (screen.chips._chips, screen.head.search.text(), screen.ask().filters) == ([], "", {})


def test_an_empty_list_says_what_to_do_and_its_keys_go_on_working(world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(world, screens=(Suppliers,))
    screen = desk.show(Suppliers)
    empty = screen.states._empty
    assert screen.states.currentWidget() is empty
    assert (empty.title.text(), empty.hint.text()) == ("No suppliers yet", "Press Ctrl+N to add one.")
    assert keyboard(screen, empty)
    many(world.owner, 1, 3)
    desk.press("F5")
    assert len(names(screen)) > 0
    assert keyboard(screen, screen.view)
    assert screen.current() is not None


def test_news_keep_the_current_row_the_ticks_and_what_is_typed(filled: World, desk_of: MakeDesk) -> None:
    desk = desk_of(filled, screens=(Suppliers,))
    screen = desk.show(Suppliers)
    desk.press("Down", "Space", "Down", "Space", "Down")
    current = screen.current()
    ticked = [row.code for row in screen.chosen()]
    assert current is not None
    assert len(ticked) == 2
    assert screen.head.selected.text() == "2 selected"
    add_supplier(filled.owner, "AAAA", "Aa comes first")
    screen.stale(frozenset({"supplier"}))
    desk.wait()
    assert names(screen)[0] == "AAAA"
    assert screen.current() == current
    assert [row.code for row in screen.chosen()] == ticked
    shown = len(screen.shown)
    change(filled.owner, current.code, name=current.name + " and Sons")
    screen.stale(frozenset({"supplier"}))
    desk.wait()
    assert screen.shown[-1] == f"{current.name} and Sons", "the details follow their row"
    assert len(screen.shown) == shown + 1
    screen.typed.setFocus()
    screen.typed.selectAll()
    desk.type("half a wor")
    change(filled.owner, current.code, name="Another desk's")
    add_supplier(filled.owner, "AAAB", "Aa too")
    screen.stale(frozenset({"supplier"}))
    desk.wait()
    desk.type("d")
    assert screen.typed.text() == "half a word"
    change(filled.owner, ticked[0], status="blocked")
    screen.stale(frozenset({"supplier"}))
    desk.wait()
    assert [row.code for row in screen.chosen()] == ticked[1:], "what is gone is no longer done by accident"
    assert screen.head.selected.text() == "1 selected"
    screen.untick()
    assert screen.head.selected.text() == ""
    assert [row.code for row in screen.chosen()] == [current.code]


def test_who_looks_far_down_stays_there_when_news_come(world: World, desk_of: MakeDesk) -> None:
    many(world.owner, 1, MOST_AGAIN + 2 * SIZE)
    desk = desk_of(world, screens=(Suppliers,))
    screen = desk.show(Suppliers)
    screen.choose_tab("all")
    desk.wait()
    for _ in range(1 + (MOST_AGAIN + 2 * SIZE) // SIZE):
        desk.press("End")
    last = screen.current()
    place = screen.view.verticalScrollBar().value()
    add_supplier(world.owner, "T0001", "Comes first, as codes fall")
    screen.stale(frozenset({"supplier"}))
    desk.wait()
    assert (names(screen)[0], screen.current()) == ("T0001", last)
    assert screen.view.verticalScrollBar().value() == place


def test_a_row_that_is_wanted_is_paged_to_or_found_or_said_not_to_be_there(
    filled: World, desk_of: MakeDesk
) -> None:
    desk = desk_of(filled, screens=(Suppliers, Findable))
    ids = {row.code: row.id for row in filled.rows("SELECT code, id FROM supplier")}
    gone = [row.code for row in filled.rows("SELECT code FROM supplier WHERE status = 'blocked'")]
    active = sorted(set(ids) - set(gone))
    screen = desk.show(Suppliers, ids[active[-1]])
    desk.wait()
    current = screen.current()
    assert current is not None
    assert current.code == active[-1], "paged to"
    assert screen.head.search.text() == ""
    desk.show(Suppliers, ids[gone[0]])
    assert desk.work.status._said.text() == "This is not in the list."
    assert screen.current() == current
    found = desk.show(Findable, ids[gone[0]])
    row = found.current()
    assert row is not None
    assert row.code == gone[0], "found by its code, in the view of everything"
    assert found.head.search.text() == gone[0]
    assert names(found) == [gone[0]]
    desk.show(Findable, 999_999)
    assert desk.work.status._said.text() == "This is not in the list."


def test_an_export_writes_every_row_as_shown_and_can_be_stopped(
    filled: World, desk_of: MakeDesk, tmp_path: Path
) -> None:
    desk = desk_of(filled, screens=(Suppliers,))
    screen = desk.show(Suppliers)
    screen.choose_tab("all")
    desk.wait()
    screen.view.horizontalHeader().moveSection(1, 0)
    file = tmp_path / "out.csv"
    screen.export_to(file)
    assert not screen.actions_by_id["table.export"].isEnabled(), "one file at a time"
    desk.wait()
    with file.open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.reader(text))
    assert rows[0] == ["Name", "Code"]
    assert [row[1] for row in rows[1:]] == [f"S{at:04}" for at in range(MANY, 0, -1)]
    assert str(file) in desk.work.status._said.text()
    screen.search_for("House")
    desk.wait()
    stopped = tmp_path / "stopped.csv"
    held = Suppliers.held["House"] = threading.Event()
    screen.export_to(stopped)
    assert screen.states._line.isVisible()
    screen.view.setFocus()
    for key in ("Down", "Escape"):  # not `desk.press`: it waits until nothing is under way
        _strike(desk, key)
    held.set()
    desk.wait()
    assert screen.head.search.text() == "House", "Esc stopped the export and nothing else"
    assert not screen.states._line.isVisible()
    assert list(tmp_path.glob("*stopped*")) == list(tmp_path.glob(".*stopped*")) == []
    screen.export_to(tmp_path / "no such folder" / "out.csv")
    desk.wait()
    assert len(desk.notices) == 1
    assert screen.actions_by_id["table.export"].isEnabled()


def _strike(desk: Desk, key: str) -> None:
    from PySide6.QtTest import QTest

    QTest.keyClick(desk.focus, getattr(Qt.Key, f"Key_{key}"))


def test_columns_are_chosen_and_remembered(filled: World, desk_of: MakeDesk) -> None:
    desk = desk_of(filled, screens=(Suppliers,))
    screen = desk.show(Suppliers)
    assert screen.view.isColumnHidden(2)
    (entry,) = [one for one in screen.view.column_menu().actions() if one.text() == "State"]
    entry.trigger()
    assert not screen.view.isColumnHidden(2)
    screen.deleteLater()
    again = Suppliers(desk.shell)
    assert not again.view.isColumnHidden(2)
    (back,) = [one for one in again.view.column_menu().actions() if one.text() == "As at first"]
    back.trigger()
    assert again.view.isColumnHidden(2)
    again.deleteLater()


def test_a_database_that_is_away_is_said_and_read_again_when_it_is_back(
    pg_world: World, desk_of: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(pg_world.owner, 1, 5)
    url = sa.make_url(pg_world.url_of(Role.SUPERVISOR))
    with Proxy(str(url.host), int(url.port or 0), lambda words: Fate.PASS) as proxy:
        through = url.set(port=proxy.port).render_as_string(hide_password=False)
        ctx = Context(
            pg_world.database(through), "t_supervisor", permissions_of(frozenset({Role.SUPERVISOR})), "DESK-1"
        )
        desk = desk_of(pg_world, screens=(Suppliers,), ctx=ctx)
        screen = desk.show(Suppliers)
        shown = names(screen)
        desk.press("Down")
        current = screen.current()
        proxy.closed = True
        proxy.cut()
        desk.press("F5")
        error = screen.states._error
        assert screen.states.currentWidget() is error
        assert error.title.text() == "This could not be read"
        assert error.hint.text()
        assert keyboard(screen, error.button)
        proxy.closed = False
        screen.stale(frozenset({"everything"}))
        desk.wait()
        assert (names(screen), screen.current()) == (shown, current)
        assert keyboard(screen, screen.view)
        proxy.closed = True
        proxy.cut()
        desk.press("F5")
        proxy.closed = False
        desk.press("F5")
        assert names(screen) == shown
