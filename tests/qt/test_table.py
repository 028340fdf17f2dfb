"""Tables page by key without gaps, keep places through a refresh, and sort nowhere but in the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.qt.store import Store
from app.qt.table import Column, Table
from app.qt.tableview import TableView
from app.queries.pages import Ask, Page, page


@dataclass(frozen=True)
class Row:
    id: int
    name: str


COLUMNS: tuple[Column[Row], ...] = (
    Column("id", "Number", lambda row: str(row.id), width=60, right=True, sort="id"),
    Column("name", "Name", lambda row: row.name, width=120, stretch=True),
    Column("extra", "More", lambda row: row.name[::-1], hidden=True),
)


class Source:
    """A list that answers pages at once, or when told."""

    def __init__(self, count: int) -> None:
        self.rows = [Row(number, f"row {number}") for number in range(1, count + 1)]
        self.asked: list[Ask] = []
        self.held: list[Callable[[], None]] | None = None

    def load(self, ask: Ask, take: Callable[[Page[Any]], None]) -> None:
        self.asked.append(ask)
        rows = sorted(self.rows, key=lambda row: row.id, reverse=ask.descending)
        if ask.after is not None:
            last = ask.after[0]
            rows = [row for row in rows if (row.id < last if ask.descending else row.id > last)]
        found = page(rows[: ask.size], ask, lambda row: (row.id,))
        if self.held is None:
            take(found)
        else:
            self.held.append(lambda: take(found))


def table_of(source: Source) -> Table[Row]:
    return Table(COLUMNS, source.load, lambda row: row.id)


def read_all(table: Table[Row]) -> list[int]:
    while table.canFetchMore():
        table.fetchMore()
    return [row.id for row in table.rows]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(count=st.integers(0, 450), descending=st.booleans())
def test_scrolling_shows_every_row_once(qapp: object, count: int, descending: bool) -> None:
    table = table_of(Source(count))
    table.show(Ask(sort="id", descending=descending))
    order = list(range(1, count + 1))
    assert read_all(table) == (order[::-1] if descending else order)
    assert table.complete


def test_a_refresh_shows_what_is_new_and_keeps_the_current_row(qtbot: QtBot, tmp_path: Path) -> None:
    source = Source(250)
    table = table_of(source)
    view = TableView(table, "t", Store(tmp_path / "w.ini"))
    qtbot.addWidget(view)
    table.show(Ask())
    table.fetchMore()
    view.select_key(150)
    source.rows = [row for row in source.rows if row.id not in (3, 4)] + [Row(251, "new")]
    table.refresh()
    assert view.current_row() == Row(150, "row 150")
    assert 3 not in [row.id for row in table.rows]
    assert read_all(table)[-1] == 251
    source.rows = [row for row in source.rows if row.id != 150]
    heard: list[object] = []
    view.current.connect(heard.append)
    table.refresh()
    assert heard == [None]


def test_an_old_page_that_comes_late_is_dropped(qapp: object) -> None:
    source = Source(300)
    table = table_of(source)
    table.show(Ask())
    source.held = []
    table.fetchMore()
    late = source.held
    source.held = None
    table.show(Ask(sort="id", descending=True))
    late[0]()
    assert [row.id for row in table.rows] == list(range(300, 200, -1))


def test_a_page_that_failed_is_asked_for_again(qapp: object) -> None:
    source = Source(300)
    table = table_of(source)
    table.show(Ask())
    source.held = []
    table.fetchMore()
    assert not table.canFetchMore()
    table.failed()
    source.held = None
    assert read_all(table) == list(range(1, 301))


def test_sorting_asks_the_database(qtbot: QtBot, tmp_path: Path) -> None:
    source = Source(5)
    view = TableView(table_of(source), "t", Store(tmp_path / "w.ini"))
    qtbot.addWidget(view)
    view.table.show(Ask())
    head = view.horizontalHeader()
    head.sectionClicked.emit(0)
    head.sectionClicked.emit(0)
    assert [(ask.sort, ask.descending) for ask in source.asked] == [("", False), ("id", False), ("id", True)]
    head.sectionClicked.emit(1)
    assert len(source.asked) == 3


def test_keys(qtbot: QtBot, tmp_path: Path) -> None:
    view = TableView(table_of(Source(5)), "t", Store(tmp_path / "w.ini"), ticks=True)
    qtbot.addWidget(view)
    view.table.show(Ask())
    view.show()
    opened: list[object] = []
    view.opened.connect(opened.append)
    view.select_key(1)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.table.marked == {2}
    assert opened == [3]


def test_chosen_columns_and_widths_are_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    store = Store(tmp_path / "w.ini")
    first = TableView(table_of(Source(1)), "t", store)
    qtbot.addWidget(first)
    head = first.horizontalHeader()
    assert head.isSectionHidden(2)
    menu = first.column_menu()
    menu.actions()[2].setChecked(True)
    menu.actions()[0].setChecked(False)
    head.resizeSection(2, 77)
    second = TableView(table_of(Source(1)), "t", store)
    qtbot.addWidget(second)
    head = second.horizontalHeader()
    assert (head.isSectionHidden(0), head.isSectionHidden(2), head.sectionSize(2)) == (True, False, 77)
    second.column_menu().actions()[-1].trigger()
    assert not head.isSectionHidden(0)


def test_the_last_column_cannot_be_hidden(qtbot: QtBot, tmp_path: Path) -> None:
    view = TableView(table_of(Source(1)), "t", Store(tmp_path / "w.ini"))
    qtbot.addWidget(view)
    for action in view.column_menu().actions()[:2]:
        action.setChecked(False)
    head = view.horizontalHeader()
    assert not all(head.isSectionHidden(at) for at in range(3))


def test_other_roles_than_display_and_foreign_parents_are_nothing(qapp: object) -> None:
    table = table_of(Source(3))
    table.show(Ask())
    inside = table.index(0, 0)
    assert table.rowCount(inside) == table.columnCount(inside) == 0
    assert table.data(inside, Qt.ItemDataRole.DecorationRole) is None
    assert table.headerData(0, Qt.Orientation.Vertical) is None
    assert table.rowCount(QModelIndex()) == 3


@pytest.mark.parametrize("text", ["?", "a"])
def test_letters_are_left_to_the_window(qtbot: QtBot, tmp_path: Path, text: str) -> None:
    view = TableView(table_of(Source(3)), "t", Store(tmp_path / "w.ini"))
    qtbot.addWidget(view)
    view.table.show(Ask())
    view.select_key(1)
    QTest.keyClicks(view, text)
    assert view.current_row() == Row(1, "row 1")
