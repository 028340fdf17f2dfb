"""The office pieces say themselves again in another language, carry their names for a screen reader, and cut no word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTranslator
from PySide6.QtGui import QAction, QColor, QFontMetrics, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.qt import theme, words
from app.qt.theme import Scheme
from app.qt.widgets import (
    Avatar,
    Button,
    Chip,
    CommandButton,
    Drawer,
    EmptyState,
    ErrorState,
    FactRow,
    Facts,
    FormRow,
    IconButton,
    KeyCap,
    Label,
    MessageBar,
    Pill,
    RailButton,
    SearchField,
    Section,
    Status,
    Tabs,
    Timeline,
    key_words,
)


class Longer(QTranslator):
    """A language that says everything longer, so that what stays English or is cut can be seen."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"«{source.replace('%n', str(n))} ausführlich»" if context == words.CONTEXT else ""

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def longer(qapp: QApplication) -> Iterator[Longer]:
    translator = Longer()
    yield translator
    qapp.removeTranslator(translator)


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.LIGHT)


def speak(qapp: QApplication, translator: Longer, *widgets: QWidget) -> None:
    qapp.installTranslator(translator)
    for widget in widgets:
        qapp.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))


def test_a_label_says_itself_again(qapp: QApplication, qtbot: QtBot, longer: Longer) -> None:
    label = Label("{count} open", count="214")
    qtbot.addWidget(label)
    assert label.text() == "214 open"
    speak(qapp, longer, label)
    assert label.text() == label.accessibleName() == "«214 open ausführlich»"
    label.set("Orders")
    assert label.text() == "«Orders ausführlich»"


def test_data_is_never_translated(qapp: QApplication, qtbot: QtBot, longer: Longer) -> None:
    label, chip = Label(), Chip("Site", "Lyon 1")
    for widget in (label, chip):
        qtbot.addWidget(widget)
    label.say("Orders {count}")
    speak(qapp, longer, label, chip)
    assert label.text() == "Orders {count}"
    assert chip.text() == "«Site ausführlich» Lyon 1"


def test_a_label_counts_in_the_language(qtbot: QtBot) -> None:
    label = Label("%n orders", n=3)
    qtbot.addWidget(label)
    assert label.text() == "3 orders"


def test_markup_in_a_name_is_text(qtbot: QtBot) -> None:
    label = Label()
    qtbot.addWidget(label)
    label.say("<b>R&D</b>")
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_label_that_gives_way_tells_all_in_its_tooltip(qtbot: QtBot) -> None:
    label = Label(elide=True)
    qtbot.addWidget(label)
    label.say("Harrow & Sons Delicatessen")
    label.resize(60, 20)
    label.grab()
    assert label.toolTip() == "Harrow & Sons Delicatessen"
    assert label.minimumSizeHint().width() <= label.fontMetrics().horizontalAdvance(label.text())


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("Ctrl+K", "Ctrl K"),
        ("Return", "Enter"),
        ("Ctrl+Return", "Ctrl Enter"),
        ("Alt+Up", "Alt ↑"),
        ("Ctrl++", "Ctrl +"),
    ],
)
def test_keys_are_named_as_on_the_keyboard(qapp: QApplication, keys: str, shown: str) -> None:
    assert key_words(keys) == shown


def test_a_key_cap_grows_with_its_name(qapp: QApplication, qtbot: QtBot, longer: Longer) -> None:
    cap = KeyCap("Space")
    qtbot.addWidget(cap)
    before = cap.sizeHint().width()
    speak(qapp, longer, cap)
    assert cap.accessibleName() == "«Space ausführlich»"
    assert cap.sizeHint().width() > before


def test_a_button_never_cuts_its_words(qapp: QApplication, qtbot: QtBot, longer: Longer) -> None:
    button = Button("Reserve stock", "reserve", "Ctrl+L", "primary")
    qtbot.addWidget(button)
    speak(qapp, longer, button)
    room = button.minimumSizeHint().width() - QFontMetrics(button.font()).horizontalAdvance(button.words)
    assert room >= 60, "icon, key and margins have room beside the words"


def test_a_command_button_is_its_action(qtbot: QtBot) -> None:
    action = QAction("Pick && pack")
    action.setShortcut(QKeySequence("Ctrl+L"))
    done: list[str] = []
    action.triggered.connect(lambda: done.append("picked"))
    button = CommandButton(action)
    qtbot.addWidget(button)
    assert (button.words, button.accessibleDescription()) == ("Pick & pack", "Ctrl L")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["picked"]
    action.setEnabled(False)
    assert not button.isEnabled()
    action.setText("Release")
    assert button.words == "Release"
    action.setVisible(False)
    assert button.isHidden()


def test_a_chip_is_changed_or_taken_away(qtbot: QtBot) -> None:
    chip = Chip("State", "not closed")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    with qtbot.waitSignal(chip.clicked):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    with qtbot.waitSignal(chip.removed), qtbot.assertNotEmitted(chip.clicked):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 6, 12))
    with qtbot.waitSignal(chip.removed):
        QTest.keyClick(chip, Qt.Key.Key_Delete)


def test_tabs_tell_which_view_was_chosen(qtbot: QtBot) -> None:
    tabs = Tabs((("open", "All open"), ("late", "Late"), ("mine", "My orders")))
    qtbot.addWidget(tabs)
    tabs.set_count("open", 1214)
    assert tabs.current == "open"
    with qtbot.waitSignal(tabs.chosen) as told:
        tabs.choose("late")
    assert told.args == ["late"]
    assert (tabs.current, tabs.keys) == ("late", ("open", "late", "mine"))


def test_arrow_keys_move_between_tabs(qtbot: QtBot) -> None:
    tabs = Tabs((("open", "All open"), ("late", "Late")))
    qtbot.addWidget(tabs)
    tabs.show()
    tabs.activateWindow()
    first = tabs.findChildren(QAbstractButton)[0]
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert tabs.current == "late"


def test_the_rail_says_word_and_count(qapp: QApplication, qtbot: QtBot, longer: Longer) -> None:
    entry = RailButton("orders", "Orders")
    qtbot.addWidget(entry)
    entry.set_count(214)
    assert entry.accessibleName() == "Orders 214"
    speak(qapp, longer, entry)
    assert entry.accessibleName() == "«Orders ausführlich» 214"


def test_the_chosen_entry_has_ground_and_edge(qtbot: QtBot) -> None:
    entry = RailButton("orders", "Orders")
    qtbot.addWidget(entry)
    entry.resize(168, 28)
    entry.setChecked(True)
    shown = entry.grab().toImage()
    assert shown.pixelColor(1, 14) == QColor(theme.tokens().accent)
    assert shown.pixelColor(100, 2) == QColor(theme.tokens().accent_soft)


@pytest.mark.parametrize("scheme", list(Scheme))
def test_painted_pieces_take_a_new_scheme(qapp: QApplication, qtbot: QtBot, scheme: Scheme) -> None:
    pill = Pill("Reserved", "warn", "half")
    qtbot.addWidget(pill)
    pill.resize(pill.sizeHint())
    pill.grab()
    theme.apply(qapp, scheme)
    assert pill.grab().toImage().pixelColor(pill.width() - 3, 10) == QColor(theme.tokens().warn_soft)


def test_a_form_row_says_why_under_its_field(qapp: QApplication, qtbot: QtBot, longer: Longer) -> None:
    field = QLineEdit()
    row = FormRow("Wanted on", field, needed=True)
    qtbot.addWidget(row)
    assert field.accessibleName() == "Wanted on"
    row.refuse("There is no 31 February.")
    assert row.refusal == field.accessibleDescription() == "There is no 31 February."
    assert field.property("wrong") == "true"
    row.accept()
    assert row.refusal == field.accessibleDescription() == field.property("wrong") == ""
    speak(qapp, longer, row)
    assert field.accessibleName() == "«Wanted on ausführlich»"


def test_facts_and_sections(qtbot: QtBot) -> None:
    row, facts, section = FactRow("Promise", "Fri 13 Mar"), Facts(), Section("Parcels", "2 planned")
    for widget in (row, facts, section):
        qtbot.addWidget(widget)
    row.set_value("Mon 16 Mar", "warn")
    assert (row.value, row.accessibleName()) == ("Mon 16 Mar", "Promise: Mon 16 Mar")
    assert facts.add("Amount", "1 284,50 €").text() == "1 284,50 €"
    section.set_figure("3 planned")
    assert section.figure.text() == "3 planned"


def test_the_timeline_is_read_out(qtbot: QtBot) -> None:
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.add("check-circle", "Stock reserved", "10:38", "Camille Roussel, Service desk 2", "good")
    timeline.add("mail", "Confirmation sent", "10:31")
    assert len(timeline) == 2
    timeline.clear()
    assert len(timeline) == 0


def test_an_empty_screen_says_what_to_do(qtbot: QtBot) -> None:
    state = EmptyState("orders", "No open orders", "Take one by telephone.", "New order", "Ctrl+N")
    qtbot.addWidget(state)
    assert state.accessibleName() == "No open orders. Take one by telephone."
    with qtbot.waitSignal(state.acted):
        QTest.mouseClick(state.button, Qt.MouseButton.LeftButton)
    state.set("Nothing found")
    assert state.button.isHidden()


def test_a_long_hint_gets_the_height_it_needs(qtbot: QtBot) -> None:
    state = ErrorState("The orders could not be read", "The database does not answer. " * 6)
    qtbot.addWidget(state)
    state.resize(300, 400)
    state.show()
    assert state.hint.height() >= state.hint.heightForWidth(state.hint.width())


def test_a_message_stays_whole_in_its_bar(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = MessageBar()
    QVBoxLayout(window).addWidget(bar)
    assert bar.isHidden()
    window.resize(900, 300)
    window.show()
    bar.show_message(
        "stop", "Not reserved.", "OLI-075-BIO: 24 wanted, 18 free. " * 5, place=1, of=2, action="Split line"
    )
    label = bar.findChildren(Label)[1]
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    assert bar.message.startswith("Not reserved. OLI-075-BIO")
    assert bar.accessibleName() == bar.message
    with qtbot.waitSignal(bar.acknowledged):
        QTest.mouseClick(bar.findChildren(Button)[1], Qt.MouseButton.LeftButton)


def test_the_drawer_tells_what_is_wanted(qtbot: QtBot) -> None:
    drawer = Drawer()
    qtbot.addWidget(drawer)
    drawer.set_title("SO-2026-004187")
    with qtbot.waitSignal(drawer.closed):
        QTest.mouseClick(drawer.close_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(drawer.opened):
        QTest.mouseClick(drawer.open_button, Qt.MouseButton.LeftButton)


def test_small_things_have_names(qapp: QApplication, qtbot: QtBot, longer: Longer) -> None:
    avatar, status = Avatar(), Status("connection", "Connected", "good", "4 ms")
    search, close = SearchField("Search orders", "Ctrl+K"), IconButton("close", "Close", "Esc")
    for widget in (avatar, status, search, close):
        qtbot.addWidget(widget)
    avatar.set("Camille de la Roussel")
    assert (avatar.initials, avatar.accessibleName()) == ("CR", "Camille de la Roussel")
    status.set("No answer", "stop", "disconnected")
    assert status.accessibleName() == "No answer"
    assert close.toolTip() == "Close  Esc"
    speak(qapp, longer, search, close)
    assert search.placeholderText() == search.accessibleName() == "«Search orders ausführlich»"
    assert close.accessibleName() == "«Close ausführlich»"


def test_no_piece_opens_a_window_of_its_own(qapp: QApplication, qtbot: QtBot) -> None:
    """A part shown before it has a parent would flash up as a window."""
    before = set(qapp.topLevelWidgets())
    made = [
        FormRow("Name", QLineEdit(), "As on the paper", needed=True),
        Status("print", "2 waiting", addition="since 10:40"),
        EmptyState("orders", "Nothing", "Look elsewhere", "Look"),
        CommandButton(QAction("Go")),
        MessageBar(),
    ]
    for widget in made:
        qtbot.addWidget(widget)
    assert [widget for widget in set(qapp.topLevelWidgets()) - before if widget.isVisible()] == []
