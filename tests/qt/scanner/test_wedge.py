"""Real key events: what is scanned never reaches a field, what is typed always does."""

from __future__ import annotations

import random
import time
import weakref
from collections.abc import Callable, Iterator
from functools import partial

import pytest
import shiboken6
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
)
from pytestqt.qtbot import QtBot

from app.qt.scanner import Burst, WedgeFilter, WedgeSettings, simulate, simulate_typing
from app.qt.scanner.simulate import DOWN

GS1 = "]C10104006381333931" + "10LOT7\x1d17270531"
CODES = [
    "4006381333931",
    "SH-2026-000012",
    "LOC-A1",
    "CMD-ORDER.RESERVE",
    '\'àà-"_&"""ç"&',
    GS1,
    "ab c",
    "1234",
]


class Window(QDialog):
    """A dialog with one of each thing that takes keys."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        qtbot.addWidget(self)
        self.line, self.area, self.number = QLineEdit(), QPlainTextEdit(), QSpinBox()
        self.secret = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.choice, self.rows = QComboBox(), QListWidget()
        self.choice.addItems(["4 black", "5 blue", "Loc", "Sh"])
        self.rows.addItems(["4 black", "5 blue", "Loc", "Sh"])
        self.rows.setCurrentRow(0)
        self.button = QPushButton("&OK", default=True)
        self.button.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        self.fields = [self.line, self.area, self.number, self.secret, self.choice, self.rows, self.button]
        for field in self.fields:
            layout.addWidget(field)
        self.show()
        self.activateWindow()
        qtbot.waitUntil(self.isActiveWindow)
        self.line.setFocus()

    def contents(self) -> tuple[object, ...]:
        return (
            self.line.text(),
            self.area.toPlainText(),
            self.number.value(),
            self.secret.text(),
            self.choice.currentIndex(),
            self.rows.currentRow(),
            self.isVisible(),
        )


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return Window(qtbot)


@pytest.fixture
def wedge(qapp: QApplication, window: Window) -> Iterator[WedgeFilter]:
    made = WedgeFilter()
    yield made
    shiboken6.delete(made)


@pytest.fixture
def scans(wedge: WedgeFilter) -> list[str]:
    seen: list[str] = []

    def keep(burst: Burst) -> None:
        seen.append(burst.text)

    wedge.burst.connect(keep)
    return seen


def shortcut(window: Window, keys: str, then: Callable[[], None]) -> None:
    QShortcut(QKeySequence(keys), window).activated.connect(then)


def settle(wedge: WedgeFilter) -> None:
    """Let what is held go on as typed, as the clock would."""
    wedge.use(wedge.settings)


def test_five_hundred_scans_leave_every_field_untouched(window: Window, scans: list[str]) -> None:
    chance = random.Random(8)
    before, sent = window.contents(), []
    for number in range(500):
        field = window.fields[number % len(window.fields)]
        field.setFocus()
        sent.append(chance.choice(CODES))
        simulate(field, sent[-1], chance.choice("\r\t") + chance.choice(["", "\n"]), chance.randint(0, 35))
        assert field.hasFocus(), "a Tab suffix moves nothing"
    assert scans == sent
    assert window.contents() == before


def test_a_scan_through_the_platforms_own_way(window: Window, scans: list[str], qtbot: QtBot) -> None:
    """The way real keys take, with shortcuts asked before fields."""
    fired: list[str] = []
    for keys in ("S", "4", "Return", "Ctrl+]"):
        shortcut(window, keys, partial(fired.append, keys))
    window.button.setFocus()
    handle = window.windowHandle()
    for character in "S4006381":
        QTest.keyClick(handle, ord(character))
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, handle, Qt.Key.Key_BracketRight, "\x1d", Qt.KeyboardModifier.ControlModifier
    )
    QTest.keyClick(handle, Qt.Key.Key_Return)
    assert [text.lower() for text in scans] == ["s4006381\x1d"]
    assert fired == []
    assert window.isVisible()


def test_a_shortcut_of_one_key_works_when_a_person_presses_it(
    window: Window, wedge: WedgeFilter, qtbot: QtBot
) -> None:
    fired: list[str] = []
    shortcut(window, "S", lambda: fired.append("S"))
    window.button.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_S)
    qtbot.waitUntil(lambda: fired == ["S"])


def test_typed_text_arrives_by_itself(window: Window, scans: list[str], qtbot: QtBot) -> None:
    simulate_typing(window.line, "Two blue mugs", gap_ms=60)
    qtbot.waitUntil(lambda: window.line.text() == "Two blue mugs")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    qtbot.waitUntil(lambda: window.line.text() == "Two blue mugsa")
    assert scans == []


def test_enter_typed_by_a_person_presses_the_default_button(window: Window, wedge: WedgeFilter) -> None:
    simulate_typing(window.line, "12\r", gap_ms=35)
    assert window.line.text() == "12", "what is held goes first"
    assert window.result() == QDialog.DialogCode.Accepted


def test_tab_typed_by_a_person_moves_on(window: Window, wedge: WedgeFilter) -> None:
    simulate_typing(window.line, "ab\tcd", gap_ms=60)
    settle(wedge)
    assert (window.line.text(), window.area.toPlainText()) == ("ab", "cd")


def test_keys_that_no_scanner_sends_do_not_overtake(window: Window, wedge: WedgeFilter) -> None:
    simulate_typing(window.line, "ab", gap_ms=20)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Left)
    simulate_typing(window.line, "c", gap_ms=20)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Backspace)
    simulate_typing(window.line, "d", gap_ms=20)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    settle(wedge)
    assert window.line.text() == "adb"
    assert window.line.selectedText() == "adb"


def test_a_shortcut_with_ctrl_is_not_held_back(window: Window, wedge: WedgeFilter) -> None:
    fired: list[str] = []
    shortcut(window, "Ctrl+L", lambda: fired.append(window.line.text()))
    simulate_typing(window.line, "x")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert fired == ["x"]


def test_the_keys_of_a_scan_are_released_nowhere(window: Window, scans: list[str]) -> None:
    released: list[str] = []

    class Ear(QLineEdit):
        def keyReleaseEvent(self, event: QKeyEvent) -> None:
            released.append(event.text())

    ear = Ear(window)
    ear.show()
    ear.setFocus()
    simulate(ear, "ABCD")
    simulate_typing(ear, "x", gap_ms=200)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Left)
    assert (scans, [text for text in released if text]) == (["ABCD"], ["x"])


def test_a_line_feed_that_comes_as_key_down_moves_no_row(window: Window, scans: list[str]) -> None:
    window.rows.setFocus()
    simulate(window.rows, "LOC-A1", suffix="\r" + DOWN)
    assert (scans, window.rows.currentRow()) == (["LOC-A1"], 0)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Down)
    assert window.rows.currentRow() == 1, "a person's Down does"


def test_a_key_held_down_repeats_in_its_field(window: Window, scans: list[str]) -> None:
    window.line.setFocus()
    for number in range(30):
        QCoreApplication.sendEvent(
            window.windowHandle(),
            QKeyEvent(
                QEvent.Type.KeyPress, Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier, "7", autorep=number > 0
            ),
        )
    assert (window.line.text(), scans) == ("7" * 30, [])
    simulate_typing(window.line, "\r", gap_ms=10)
    assert scans == []


def test_what_an_input_method_composes_stays_in_its_place(window: Window, wedge: WedgeFilter) -> None:
    simulate_typing(window.line, "t")
    composed = QInputMethodEvent()
    composed.setCommitString("ê")
    QCoreApplication.sendEvent(window.line, composed)
    simulate_typing(window.line, "te")
    settle(wedge)
    assert window.line.text() == "tête"


def test_a_click_into_another_field_waits_for_the_key_before_it(window: Window, wedge: WedgeFilter) -> None:
    simulate_typing(window.line, "a")
    place = window.secret.mapTo(window, QPoint(20, 8))
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    simulate_typing(window.line, "b")
    settle(wedge)
    assert (window.line.text(), window.secret.text()) == ("a", "b")


def test_a_dialog_opened_by_a_held_key_gets_the_keys_behind_it(
    window: Window, wedge: WedgeFilter, qtbot: QtBot
) -> None:
    texts: list[str] = []
    window.button.setFocus()

    def ask() -> None:
        dialog = QDialog(window)
        field = QLineEdit(dialog)
        QTimer.singleShot(0, lambda: simulate_typing(field, "z"))
        QTimer.singleShot(200, dialog.reject)
        dialog.exec()
        texts.append(field.text())

    shortcut(window, "N", ask)
    simulate_typing(window, "nxy", gap_ms=10)
    qtbot.waitUntil(lambda: bool(texts))
    assert texts == ["xyz"]


def test_a_scan_with_a_menu_open_chooses_nothing(window: Window, scans: list[str]) -> None:
    chosen: list[str] = []
    menu = QMenu(window)
    menu.addAction("&4 black", lambda: chosen.append("4"))
    menu.addAction("&Loc", lambda: chosen.append("L"))
    menu.popup(window.pos())
    simulate(menu, "4006381333931")
    simulate(menu, "LOC-A1")
    assert (scans, chosen, menu.isVisible()) == (["4006381333931", "LOC-A1"], [], True)
    menu.close()


def test_a_window_opened_later_is_watched(window: Window, scans: list[str], qtbot: QtBot) -> None:
    other = Window(qtbot)
    before = other.contents()
    simulate(other.line, "LOC-A1")
    assert scans == ["LOC-A1"]
    assert other.contents() == before


def test_it_does_not_matter_that_somebody_installs_it_on_the_program_too(
    qapp: QApplication, window: Window, wedge: WedgeFilter, scans: list[str], qtbot: QtBot
) -> None:
    qapp.installEventFilter(wedge)
    simulate_typing(window.line, "abc", gap_ms=30)
    simulate(window.line, "LOC-A1")
    assert (window.line.text(), scans) == ("abc", ["LOC-A1"])


def test_an_older_filter_that_is_still_there_holds_nothing(
    qapp: QApplication, window: Window, scans: list[str], wedge: WedgeFilter, qtbot: QtBot
) -> None:
    newer = WedgeFilter()
    try:
        heard: list[str] = []
        newer.burst.connect(lambda burst: heard.append(burst.text))
        simulate_typing(window.line, "Two mugs", gap_ms=60)
        qtbot.waitUntil(lambda: window.line.text() == "Two mugs")
        simulate(window.line, "LOC-A1")
        assert (window.line.text(), heard, scans) == ("Two mugs", ["LOC-A1"], [])
    finally:
        shiboken6.delete(newer)


def test_a_prefix_lets_everything_else_pass_at_once(
    window: Window, wedge: WedgeFilter, scans: list[str]
) -> None:
    wedge.use(WedgeSettings(prefix="\x02", suffixes="\x03\r"))
    simulate(window.line, "4006", suffix="")
    assert window.line.text() == "4006", "nothing is held back"
    simulate(window.line, "\x02A1\x1d", suffix="\x03", gap_ms=90)
    simulate(window.line, "\x02LOC-A1")
    assert (scans, window.line.text()) == (["A1\x1d", "LOC-A1"], "4006")


def test_a_scan_without_suffix_is_caught_by_its_pace(window: Window, scans: list[str], qtbot: QtBot) -> None:
    simulate(window.line, "4006381333931", suffix="")
    qtbot.waitUntil(lambda: scans == ["4006381333931"])
    assert window.line.text() == ""


def test_a_busy_program_does_not_mistake_a_late_clock_for_a_pause(
    window: Window, scans: list[str], qtbot: QtBot
) -> None:
    """The keys of the scan wait behind the clock that rang meanwhile."""
    start = time.monotonic_ns() // 1_000_000

    def keys(text: str, first: int) -> None:
        for place, character in enumerate(text):
            key = Qt.Key.Key_Return if character == "\r" else ord(character)
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, character)
            event.setTimestamp(start + 2 * (first + place))
            QCoreApplication.sendEvent(window.windowHandle(), event)

    keys("400", 0)
    QTimer.singleShot(50, lambda: keys("6381333931\r", 3))
    time.sleep(0.1)  # this is the busy program
    qtbot.waitUntil(lambda: bool(scans))
    assert (scans, window.line.text()) == (["4006381333931"], "")


def test_a_widget_lives_no_longer_because_it_once_had_the_keyboard(wedge: WedgeFilter) -> None:
    field = QLineEdit()
    field.show()
    field.activateWindow()
    QCoreApplication.processEvents()
    simulate_typing(field, "x")
    settle(wedge)
    assert field.text() == "x"
    gone = weakref.ref(field)
    del field
    assert gone() is None


typed = st.text(st.sampled_from("aZ09 é-\r\t"), min_size=1, max_size=12).map(lambda text: ("typed", text))
scanned = st.sampled_from(CODES).map(lambda text: ("scanned", text))


@pytest.mark.usefixtures("qapp")
@settings(max_examples=60)
@given(st.lists(typed | scanned, max_size=8), st.randoms(use_true_random=False))
def test_typing_and_scans_in_any_order(actions: list[tuple[str, str]], chance: random.Random) -> None:
    area, wedge = QPlainTextEdit(), WedgeFilter()
    seen: list[str] = []
    wedge.burst.connect(lambda burst: seen.append(burst.text))
    area.show()
    area.activateWindow()
    area.setFocus()
    for kind, text in actions:
        if kind == "scanned":
            simulate(area, text, chance.choice(["\r", "\t", "\r\n"]), chance.randint(0, 35), pause_ms=110)
            continue
        for place, character in enumerate(text):
            # People press up to three keys as fast as a scanner does, then they need a moment.
            fast = place % 3 and character not in "\r\t"
            simulate_typing(
                area, character, gap_ms=chance.choice([8, 35, 60]) if fast else chance.randint(110, 300)
            )
    settle(wedge)
    assert area.toPlainText() == "".join(text for kind, text in actions if kind == "typed").replace(
        "\r", "\n"
    )
    assert seen == [text for kind, text in actions if kind == "scanned"]
    shiboken6.delete(wedge)
    shiboken6.delete(area)
