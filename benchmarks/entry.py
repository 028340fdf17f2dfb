"""How long a key takes until it is painted while an order of 500 lines is edited, against Qt's own table with the same rows."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.frame import Result, Rig, median, percentile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

LINES = 500
KEYS = 120
LIMIT_MS = 16.0
"""A frame of a screen that is painted sixty times a second."""


def lines(rig: Rig) -> Iterator[Result]:
    """From a key to the painted screen: a quantity, a letter of the next product, a step to the next line; median and p99."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.bootstrap import application

    app = application(["quai"])
    bare = {name: median(times) for name, times in _bare(app).items()}
    gc.collect()
    gc.freeze()
    for name, times in _entry(rig).items():
        middle = median(times)
        against = bare[name]
        yield Result(f"entry {name}", "sqlite", LINES, middle, "ms", "bare table", middle / against)
        worst = percentile(times, 0.99)
        yield Result(
            f"entry {name} p99", "sqlite", LINES, worst, "ms", f"{LIMIT_MS:.0f} ms", worst / LIMIT_MS
        )


def _key(app: QApplication, focus: QWidget, press: Callable[[QWidget], None]) -> float:
    """Milliseconds from a key until everything that it asks to be painted is painted; timers that it starts fire later."""
    from PySide6.QtCore import QEvent

    begin = time.perf_counter()
    press(focus)
    app.sendPostedEvents()  # painting is an event that Qt posts
    took = (time.perf_counter() - begin) * 1000
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return took


def _presses() -> dict[str, Callable[[QWidget], None]]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    return {
        "figure": lambda focus: QTest.keyClick(focus, Qt.Key.Key_7),
        "line down": lambda focus: QTest.keyClick(focus, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        "letter": lambda focus: QTest.keyClick(focus, Qt.Key.Key_A),
    }


def _bare(app: QApplication) -> dict[str, list[float]]:
    """The bare limit: a window of the same size with Qt's own table of as many rows and columns, and a line to type in."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

    window = QWidget()
    column = QVBoxLayout(window)
    table, line = QTableWidget(LINES, 8), QLineEdit()
    for row in range(LINES):
        for at in range(8):
            table.setItem(row, at, QTableWidgetItem(f"cell {row} {at}"))
    column.addWidget(table)
    column.addWidget(line)
    window.resize(1440, 900)
    window.show()
    table.setFocus()
    table.setCurrentCell(0, 2)
    app.processEvents()
    presses = _presses()
    times: dict[str, list[float]] = {name: [] for name in presses}
    for _ in range(KEYS):
        table.edit(table.currentIndex())
        app.processEvents()
        editor: Any = app.focusWidget()
        times["figure"].append(_key(app, editor, presses["figure"]))
        QTest.keyClick(editor, Qt.Key.Key_Escape)

        def down(focus: QWidget) -> None:
            QTest.keyClick(focus, Qt.Key.Key_Down)
            table.edit(table.currentIndex())

        times["line down"].append(_key(app, table, down))
        QTest.keyClick(app.focusWidget() or table, Qt.Key.Key_Escape)
        table.setFocus()
    line.setFocus()
    for _ in range(KEYS):
        times["letter"].append(_key(app, line, presses["letter"]))
    window.close()
    return times


def _entry(rig: Rig) -> dict[str, list[float]]:
    from app.views.order_entry import OrderEntry
    from app.views.parts.order_draft import DraftLine
    from app.views.screens import SCREENS
    from tests.rig.databases import World
    from tests.rig.desk import Desk
    from tests.rig.order_desk import customer
    from tests.rig.shop import Shop

    url = rig.quai("sqlite")
    world = World("sqlite", url)
    shop = Shop(world)
    for nth in range(LINES - 4):
        shop.add_product(f"P-{nth:03d}")
    names = world.rows("SELECT id, sku, name FROM product")
    desk = Desk(world, Path(rig.folder), screens=SCREENS)
    screen = desk.show(OrderEntry, "new")
    customer(desk)
    draft = screen.draft
    draft.lines = [DraftLine(one.id, one.sku, one.name, 1, Decimal(1), "EUR") for one in names]
    screen.begin(draft)
    desk.wait()
    screen.page.table.write(0)
    desk.wait()
    presses = _presses()
    times: dict[str, list[float]] = {name: [] for name in presses}
    for _ in range(KEYS):
        times["figure"].append(_key(desk.app, desk.focus, presses["figure"]))
        times["line down"].append(_key(desk.app, desk.focus, presses["line down"]))
    desk.wait()
    screen.page.table.next_product()
    desk.wait()
    for _ in range(KEYS):
        times["letter"].append(_key(desk.app, desk.focus, presses["letter"]))
    desk.wait()
    screen.discard()
    desk.close()
    world.close()
    return times
