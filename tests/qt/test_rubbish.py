"""Rubbish with widgets in it is found on the main thread, whatever other threads make."""

from __future__ import annotations

import threading
import weakref

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.qt.rubbish import EVERY_MS


class Knot(QWidget):
    """Held by nothing but itself."""

    def __init__(self) -> None:
        super().__init__()
        self.myself = self


def ends_on() -> list[str]:
    """Make a knot; where it is destroyed comes into the list."""
    found: list[str] = []
    knot = Knot()
    weakref.finalize(knot, lambda: found.append(threading.current_thread().name))
    return found


def make_many() -> list[list[int]]:
    """Enough to set off Python's own search, were it on."""
    return [[n] for n in range(200_000)]


def test_another_thread_destroys_no_widget(qtbot: QtBot) -> None:
    found = ends_on()
    other = threading.Thread(target=make_many, name="other")
    other.start()
    other.join()
    assert found == []


def test_it_is_destroyed_while_the_event_loop_runs(qtbot: QtBot) -> None:
    found = ends_on()
    kept = make_many()
    qtbot.waitUntil(lambda: found == ["MainThread"], timeout=20 * EVERY_MS)
    assert kept
