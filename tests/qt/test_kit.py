"""Commands, messages, memory and crashes."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.permissions import Permission
from app.errors import Conflict, NotAllowed, Refused, Unavailable
from app.qt.commands import Action, command, commands_of
from app.qt.crash import Crashes, Log
from app.qt.notices import Notice, Notices
from app.qt.store import Store


class Base(QWidget):
    @command("base.read", "Read again", shortcut="F5", button=False)
    def read(self) -> None:
        """Nothing."""


class Special(Base):
    def __init__(self) -> None:
        super().__init__()
        self.done = 0

    @command("special.do", "Reserve stock", icon="reserve", right=Permission.STOCK_RESERVE, primary=True)
    def do(self) -> None:
        """Count."""
        self.done += 1


def test_commands_are_declared_once_and_inherited() -> None:
    assert [(one.id, one.method, one.barcode) for one in commands_of(Special)] == [
        ("base.read", "read", "CMD-BASE.READ"),
        ("special.do", "do", "CMD-SPECIAL.DO"),
    ]


def test_an_action_asks_for_the_right_and_for_something_to_do(qtbot: QtBot) -> None:
    rights: set[Permission] = set()
    screen = Special()
    qtbot.addWidget(screen)
    action = Action(commands_of(Special)[1], screen, rights.__contains__)
    action.permit(True)
    action.trigger()
    assert screen.done == 0
    rights.add(Permission.STOCK_RESERVE)
    action.permit(True)
    action.trigger()
    action.permit(False)
    action.trigger()
    assert screen.done == 1


def test_messages_wait_and_the_same_one_is_one(qtbot: QtBot) -> None:
    notices = Notices()
    for error in (
        Refused("A."),
        Conflict("B."),
        NotAllowed("C."),
        Unavailable("D.", hint="E."),
        Refused("A."),
    ):
        notices.refused(error)
    titles = [one.title for one in notices.waiting]
    assert titles == ["Not done.", "Another desk was first.", "Not allowed.", "No answer.", "Not done."]
    assert notices.waiting[3].text == "D. E."
    same = Notice("warn", "x", "y")
    notices.clear()
    notices.add(same)
    notices.add(same)
    assert notices.waiting == (same,)
    notices.acknowledge()
    notices.acknowledge()
    assert not notices.waiting


def test_what_a_desk_remembers(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "window.ini"
    store = Store(file)
    store.put("columns", {"a": [1, 2]})
    store.put_bytes("geometry", QByteArray(b"\x00\xff"))
    store.save()
    again = Store(file)
    assert again.get("columns") == {"a": [1, 2]}
    assert again.get_bytes("geometry") == QByteArray(b"\x00\xff")
    assert (again.get("none"), again.get("none", 7), again.get_bytes("none")) == (None, 7, None)
    file.write_text("[General]\ncolumns=not json\n", encoding="utf-8")
    assert Store(file).get("columns", "fallback") == "fallback"


def test_a_bug_has_a_number_and_stands_in_the_log(
    qtbot: QtBot, tmp_path: Path, logged_errors: list[logging.LogRecord]
) -> None:
    crashes = Crashes()
    with qtbot.waitSignal(crashes.happened) as told:
        try:
            raise ZeroDivisionError("nothing divides")
        except ZeroDivisionError as error:
            number = crashes.report(error)
    assert told.args is not None
    assert told.args[0] == number
    assert "nothing divides" in told.args[1]
    assert number in logged_errors[-1].getMessage()
    assert "test_kit.py" in logged_errors[-1].getMessage()


def test_a_bug_on_another_thread_is_told_on_this_one(
    qtbot: QtBot, logged_errors: list[logging.LogRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes = Crashes()
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    crashes.catch()

    def fail() -> None:
        raise KeyError("lost")

    try:
        with qtbot.waitSignal(crashes.happened) as told:
            threading.Thread(target=fail).start()
    finally:
        from PySide6.QtCore import qInstallMessageHandler

        qInstallMessageHandler(None)
    assert told.args is not None
    assert "lost" in told.args[1]
    assert len(logged_errors) == 1


def test_the_log_lies_in_its_folder(tmp_path: Path) -> None:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    log = Log(tmp_path / "log")
    try:
        logging.getLogger("x").info("a line")
    finally:
        log.close()
        root.setLevel(level)
    assert "a line" in log.file.read_text(encoding="utf-8")
    assert root.handlers == before
