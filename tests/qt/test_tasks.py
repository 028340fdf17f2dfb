"""Work off the main thread: results come back there, in order where a lane asks for it, and to nobody who is gone."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread
from pytestqt.qtbot import QtBot

from app.errors import Refused
from app.qt.tasks import THREADS, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    return Tasks()


def test_the_result_comes_back_on_the_main_thread(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[tuple[int, bool, bool]] = []
    main = QThread.currentThread()

    def work(number: int) -> tuple[int, bool]:
        return number * 2, QThread.currentThread() is main

    tasks.run(work, 21, then=lambda got: seen.append((*got, QThread.currentThread() is main)))
    qtbot.waitUntil(lambda: tasks.idle)
    assert seen == [(42, False, True)]


def test_refusals_and_bugs_go_different_ways(tasks: Tasks, qtbot: QtBot) -> None:
    heard: list[tuple[str, str]] = []
    tasks.refused.connect(lambda error: heard.append(("refused", str(error))))
    tasks.crashed.connect(lambda error: heard.append(("crashed", str(error))))

    def fail(error: Exception) -> None:
        raise error

    tasks.run(fail, Refused("No."), failed=lambda error: heard.append(("mine", str(error))))
    tasks.run(fail, Refused("Never."))
    tasks.run(fail, ZeroDivisionError("bug"), failed=lambda error: heard.append(("mine", str(error))))
    qtbot.waitUntil(lambda: tasks.idle)
    assert sorted(heard) == [("crashed", "bug"), ("mine", "No."), ("refused", "Never.")]


def test_a_lane_keeps_the_order_and_another_goes_on_meanwhile(tasks: Tasks, qtbot: QtBot) -> None:
    go = threading.Event()
    done: list[str] = []
    tasks.run(go.wait, 10, then=lambda _: done.append("first"), lane="scans")
    for name in ("second", "third"):
        tasks.run(lambda name=name: name, then=done.append, lane="scans")
    tasks.run(lambda: "other", then=done.append)
    qtbot.waitUntil(lambda: done == ["other"])
    go.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert done == ["other", "first", "second", "third"]


def test_a_lane_goes_on_after_a_failure(tasks: Tasks, qtbot: QtBot) -> None:
    done: list[str] = []

    def refuse() -> None:
        raise Refused("No.")

    tasks.run(refuse, failed=lambda _: done.append("refused"), lane="scans")
    tasks.run(lambda: "next", then=done.append, lane="scans")
    qtbot.waitUntil(lambda: tasks.idle)
    assert done == ["refused", "next"]


def test_only_the_newest_answer_of_a_search_counts(tasks: Tasks, qtbot: QtBot) -> None:
    go = threading.Event()
    shown: list[str] = []

    def slow() -> str:
        go.wait(10)
        return "old"

    tasks.run(slow, then=shown.append, owner=tasks, latest="search")
    tasks.run(lambda: "new", then=shown.append, owner=tasks, latest="search")
    qtbot.waitUntil(lambda: bool(shown))
    go.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert shown == ["new"]


def test_nobody_is_told_who_is_gone(tasks: Tasks, qtbot: QtBot) -> None:
    go = threading.Event()
    told: list[bool] = []
    owner = QObject()
    tasks.run(go.wait, 10, then=told.append, owner=owner)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, 0)
    qtbot.waitUntil(lambda: True)
    go.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert told == []


def test_no_more_at_once_than_a_desk_has_connections(tasks: Tasks, qtbot: QtBot) -> None:
    lock = threading.Lock()
    now, most = 0, 0

    def work() -> None:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        threading.Event().wait(0.01)
        with lock:
            now -= 1

    for _ in range(12):
        tasks.run(work)
    qtbot.waitUntil(lambda: tasks.idle)
    assert most == THREADS


def test_closing_waits_for_what_is_under_way_and_drops_its_result(tasks: Tasks, qtbot: QtBot) -> None:
    finished = threading.Event()
    told: list[bool] = []

    def work() -> bool:
        threading.Event().wait(0.05)
        finished.set()
        return True

    tasks.run(work, then=told.append)
    tasks.close()
    assert finished.is_set()
    tasks.run(work, then=told.append)
    QCoreApplication.processEvents()
    assert told == []
