"""A bench says everything whole at every size it is drawn at, in any language, and STOP closes by being understood alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.qt import theme
from app.qt.benchkit import (
    LEAST,
    BenchBar,
    BenchHeader,
    BenchItem,
    BenchLabel,
    BenchPage,
    BenchPanel,
    BigBar,
    Choice,
    ChoiceCards,
    Counter,
    DonePanel,
    FactCard,
    Instruction,
    ItemList,
    KeyBar,
    ScanLog,
    Scanned,
    Shown,
    Stop,
    StopOverlay,
    VerdictTag,
    scale_for,
)
from app.qt.theme import Scheme
from tests.qt.scenes import SCENES

SIZES = [(1600, 900), (1280, 720), (1280, 1024), (1920, 1080)]


_KEPT: list[QWidget] = []
"""Windows of a test: Python would let them go while their parts are looked at."""


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, Scheme.LIGHT)
    yield
    _KEPT.clear()
    # What was closed is deleted now: every widget that is still there would be styled again with each scheme.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.apply(qapp, Scheme.LIGHT)


def shown(qtbot: QtBot, widget: QWidget, width: int, height: int) -> QWidget:
    """A window of this size with the widget alone in it, laid out."""
    qtbot.addWidget(widget)
    _KEPT.append(widget)
    widget.resize(width, height)
    widget.show()
    qtbot.waitExposed(widget)
    QApplication.processEvents()
    return widget


def framed(qtbot: QtBot, widget: QWidget, width: int = 1600, height: int = 900) -> QWidget:
    """The widget at the top of a window of a bench's size."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(widget)
    column.addStretch(1)
    return shown(qtbot, window, width, height)


@pytest.mark.parametrize(
    ("size", "scale"),
    [
        ((1600, 900), 1.0),
        ((1280, 720), 0.8),
        ((1920, 1080), 1.2),
        ((3840, 2160), 4 / 3),
        ((640, 480), 0.8),
        ((1280, 1024), 8 / 9),
    ],
)
def test_the_scale_follows_the_window(size: tuple[int, int], scale: float) -> None:
    assert scale_for(QSize(*size)) == pytest.approx(scale)


def test_words_grow_with_their_window(qtbot: QtBot) -> None:
    label = BenchLabel(24)
    label.say("Articles")
    window = framed(qtbot, label)
    before = label.height()
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: label.height() > before)
    assert label.scale == pytest.approx(1.2)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", list(SCENES))
def test_a_bench_says_everything_whole(qtbot: QtBot, name: str, size: tuple[int, int]) -> None:
    """Nothing is broken, cut, or under the least size, at any size a bench has."""
    page = shown(qtbot, SCENES[name](False), *size)
    labels = [label for label in page.findChildren(BenchLabel) if label.isVisible() and label.text()]
    assert len(labels) > 8
    assert [label.text() for label in labels if not label.whole()] == []
    # 13 pt: the line of the order gives way to its number when the window is narrow for its height.
    assert [label.text() for label in labels if label.fitted() < LEAST - 3] == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", list(SCENES))
def test_nothing_stands_over_the_edge(qtbot: QtBot, name: str, size: tuple[int, int]) -> None:
    page = shown(qtbot, SCENES[name](True), *size)
    assert page.size() == QSize(*size), "the words did not force the window larger"
    outside = []
    for widget in page.findChildren(QWidget):
        parent = widget.parentWidget()
        scrolled = parent is not None and parent.property("kind") == "clear"
        if widget.isVisible() and parent is not None and not scrolled and not widget.isWindow():
            box = widget.geometry()
            if box.right() > parent.width() or box.bottom() > parent.height() or box.left() < -1:
                outside.append((type(widget).__name__, type(parent).__name__))
    # A list scrolls: its inner widget is higher than what is seen of it.
    assert [pair for pair in outside if pair != ("QWidget", "QWidget")] == []


def test_a_long_word_is_set_smaller_before_it_is_broken(qtbot: QtBot) -> None:
    label = BenchLabel(40, "bold", lines=2)
    qtbot.addWidget(label)
    label.resize(420, 120)
    label.say("Instruktionsübersicht")
    assert label.whole()
    assert LEAST <= label.fitted() < 40
    label.say("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz")
    label.resize(200, 120)
    assert not label.whole(), "longer than any line: broken, but all of it is there"
    label.say("Articles")
    label.resize(420, 120)
    assert label.fitted() == 40


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("state", ["good", "warn", "stop", "info"])
def test_the_frame_takes_the_colour_of_the_state(
    qapp: QApplication, qtbot: QtBot, scheme: Scheme, state: str
) -> None:
    panel = BenchPanel()
    shown(qtbot, panel, 400, 300)
    panel.set_state("plain")
    panel.grab()
    theme.apply(qapp, scheme)
    panel.set_state(state)
    assert panel.state == state
    assert panel.grab().toImage().pixelColor(1, 150) == QColor(theme.tokens().colour(state))


def test_an_unknown_state_is_a_programming_error(qtbot: QtBot) -> None:
    panel = BenchPanel()
    qtbot.addWidget(panel)
    with pytest.raises(ValueError, match="happy"):
        panel.set_state("happy")


def test_the_verdict_keeps_its_room_when_there_is_none(qtbot: QtBot) -> None:
    tag = VerdictTag()
    qtbot.addWidget(tag)
    high = tag.sizeHint().height()
    tag.set("Scanned well")
    assert (tag.text, tag.accessibleName(), tag.sizeHint().height()) == ("Scanned well", "Scanned well", high)


def test_a_large_count_is_set_smaller(qtbot: QtBot) -> None:
    counter = Counter()
    framed(qtbot, counter, 700, 900)
    counter.set(4, 6)
    small = counter.fitted()
    assert counter.words == ("4", "of 6")
    counter.set(11_248, 11_500)
    assert counter.fitted() < small
    counter.set(3, 0)
    assert counter.words == ("3", "")


def test_progress_is_never_more_than_all(qtbot: QtBot) -> None:
    bar = BigBar()
    qtbot.addWidget(bar)
    for done, wanted, part in ((4, 6, 4 / 6), (9, 6, 1.0), (3, 0, 0.0)):
        bar.set(done, wanted)
        assert bar.part == pytest.approx(part)


def test_the_instruction_grows_with_its_words(qtbot: QtBot) -> None:
    instruction = Instruction()
    window = framed(qtbot, instruction, 1280, 720)
    instruction.set("Scan the tote")
    QApplication.processEvents()
    one = instruction.height()
    instruction.set(
        "Scan two more tins, close the carton and put it on the belt",
        detail="SO-2026-004190",
        right="31",
        key="Space",
    )
    qtbot.waitUntil(lambda: instruction.height() > one)
    assert instruction.text.startswith("Scan two more")
    assert all(label.whole() for label in window.findChildren(BenchLabel) if label.isVisible())


def test_the_bar_tells_what_the_desk_has(qtbot: QtBot) -> None:
    bar = BenchBar()
    framed(qtbot, bar)
    bar.set_title("Packing station 3")
    bar.set_item("scale", "scale", "Scale 0.000 kg")
    bar.set_item("printer", "print", "Labels ready")
    bar.set_item("printer", "print", "Labels printing", "warn")
    assert bar.items() == {"scale": "Scale 0.000 kg", "printer": "Labels printing"}
    bar.remove_item("scale")
    assert bar.items() == {"printer": "Labels printing"}


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("tone", ["text", "good", "warn", "stop", "info"])
def test_every_tone_on_the_bar_can_be_read(
    qapp: QApplication, qtbot: QtBot, scheme: Scheme, tone: str
) -> None:
    """The accent's bar is no ground for the tones of a light scheme: they bring their own."""
    theme.apply(qapp, scheme)
    bar = BenchBar()
    framed(qtbot, bar)
    bar.set_item("printer", "print", "Labels printing", tone)
    item = next(
        widget for widget in bar.findChildren(QWidget) if widget.accessibleName() == "Labels printing"
    )
    qtbot.waitUntil(lambda: item.width() == item.sizeHint().width())
    image = bar.grab().toImage()
    ground = image.pixelColor(item.x() + 4, item.height() // 2).name()
    across, down = range(item.x() + 4, item.geometry().right() - 4), range(item.height())
    seen = {QColor(pixel).name() for pixel in {image.pixel(x, y) for x in across for y in down}}
    assert max(theme.contrast(ground, ink) for ink in seen) >= 4.5


def test_the_header_says_the_order(qtbot: QtBot) -> None:
    header = BenchHeader()
    framed(qtbot, header)
    header.set("Order SO-2026-004187", "Maison Lefèvre & Fils", "Parcel 1")
    assert header.accessibleName() == "Order SO-2026-004187, Maison Lefèvre & Fils, Parcel 1"


def test_what_finds_no_room_is_shown_from_its_beginning(qtbot: QtBot) -> None:
    name = "Blue enamel mug " + "with a very long description " * 20
    label = BenchLabel(lines=3)
    qtbot.addWidget(label)
    label.resize(260, 48)
    label.say(name)
    shown = label._fitting().text
    assert not label.whole()
    assert shown.startswith("Blue enamel mug with a very long")
    assert shown.endswith("…")
    assert label.accessibleName() == name
    fit = label._metrics(label.fitted())
    area = fit.boundingRect(label.contentsRect().adjusted(0, 0, 0, 9_000), Qt.TextFlag.TextWordWrap, shown)
    assert 48 - fit.lineSpacing() < area.height() <= 48


def test_keys_take_a_second_row_before_one_is_cut(qtbot: QtBot) -> None:
    keys = KeyBar()
    framed(qtbot, keys, 1440, 720)
    names = [(f"F{number}", "Manque ou abîmé") for number in range(1, 11)]
    keys.set_keys(names)
    qtbot.waitUntil(lambda: keys.height() > keys.px(90))
    assert keys.keys == tuple(names)
    buttons = keys.findChildren(QAbstractButton)
    assert all(button.geometry().right() <= keys.width() for button in buttons)
    assert len({(button.x(), button.y()) for button in buttons}) == 10
    with qtbot.waitSignal(keys.pressed) as told:
        QTest.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert told.args == ["F3"]


def test_the_keys_needed_least_are_left_to_f1_before_a_second_row(qtbot: QtBot) -> None:
    keys = KeyBar()
    window = framed(qtbot, keys, 1600, 900)
    names = [(f"F{number}", "Manque ou abîmé") for number in range(1, 8)]
    keys.set_keys(names, ("F5", "F2", "F9"))
    qtbot.waitUntil(lambda: keys.in_sight == ("F1", "F3", "F4", "F6", "F7"))
    assert keys.height() < keys.px(90)
    assert keys.keys == tuple(names)
    keys.set_keys(names[:3], ("F2",))
    window.resize(1280, 720)
    assert keys.in_sight == ("F1", "F2", "F3")


def test_a_count_is_set_smaller_where_there_is_little_height_and_never_cut(qtbot: QtBot) -> None:
    count = Counter()
    framed(qtbot, count)
    count.set(6, 7)
    QApplication.processEvents()
    whole = count.fitted()
    count.setFixedHeight(count.minimumSizeHint().height())
    QApplication.processEvents()
    assert whole == 110
    assert LEAST < count.fitted() <= 64


def test_keys_keep_their_room_when_the_window_grows(qtbot: QtBot) -> None:
    keys = KeyBar()
    window = framed(qtbot, keys, 1280, 720)
    keys.set_keys([("Return", "Confirmer"), ("Esc", "Continuer l’emballage"), ("F1", "Touches")])
    for size in ((1600, 900), (1920, 1080), (1280, 720)):
        window.resize(*size)
        qtbot.waitUntil(lambda: keys.scale == scale_for(window.size()))
        QApplication.processEvents()
        assert [one.width() for one in keys.findChildren(QAbstractButton)] == [
            one.sizeHint().width() for one in keys.findChildren(QAbstractButton)
        ]


def test_keys_are_not_made_anew_when_they_stay(qtbot: QtBot) -> None:
    keys = KeyBar()
    qtbot.addWidget(keys)
    keys.set_keys([("F1", "Help")])
    kept = keys.findChildren(QAbstractButton)
    keys.set_keys([("F1", "Help")])
    assert keys.findChildren(QAbstractButton) == kept


def test_the_article_at_hand_stays_in_sight(qtbot: QtBot) -> None:
    items = ItemList("Articles", "3 of 40")
    shown(qtbot, items, 600, 420)
    rows = [BenchItem(f"Article {number}", 0, 2) for number in range(40)]
    rows[35] = BenchItem("Article 35", 1, 2, "current")
    items.set_items(rows)
    row = next(
        widget for widget in items.findChildren(QWidget) if widget.accessibleName() == "Article 35 1 / 2"
    )

    def in_sight() -> bool:
        at = row.mapTo(items, QPoint(0, 0)).y()
        return at >= 0 and at + row.height() <= items.height()

    qtbot.waitUntil(in_sight)
    items.set_items(rows[:2])
    assert len(items.items) == 2


def test_the_log_keeps_the_last_scans(qtbot: QtBot) -> None:
    log = ScanLog("Last scans", keep=2)
    qtbot.addWidget(log)
    for number in range(3):
        log.add(Scanned(f"Article {number}", "12:04:17"))
    assert [entry.text for entry in log.entries] == ["Article 2", "Article 1"]


def test_cards_and_panels_are_read_out(qtbot: QtBot) -> None:
    fact, done = FactCard(), DonePanel()
    for widget in (fact, done):
        qtbot.addWidget(widget)
    fact.set("Weight", "7.79 kg", "expected 7.84 kg", icon="scale", tone="good")
    fact.set_key("F8", "Another decision")
    fact.set_frame("good")
    done.set("Parcel complete", "Take the label", "warn")
    assert fact.accessibleName() == "Weight: 7.79 kg. expected 7.84 kg"
    assert (fact.state, done.state) == ("good", "warn")
    assert done.accessibleName() == "Parcel complete. Take the label"


def test_an_answer_is_given_by_key_or_click(qtbot: QtBot) -> None:
    cards = ChoiceCards()
    framed(qtbot, cards)
    cards.set_choices([Choice("A", "New", "sealed"), Choice("B", "As new", "opened"), Choice("C", "Used")])
    QApplication.processEvents()
    assert cards.current == ""
    with qtbot.waitSignal(cards.chosen) as told:
        assert cards.press("B")
    assert (told.args, cards.current) == (["B"], "B")
    assert not cards.press("F")
    assert cards.current == "B"
    with qtbot.waitSignal(cards.chosen) as told:
        QTest.mouseClick(cards.findChildren(QAbstractButton)[0], Qt.MouseButton.LeftButton)
    assert (told.args, cards.current) == (["A"], "A")
    cards.choose("")
    assert cards.current == ""


STOP = Stop(
    "Stop: wrong item",
    "Nothing was put into the parcel.",
    "Take the tin out, then press Space",
    Shown("Sardines in tomato", "SAR-115-TOM"),
    Shown("Lemon sardines", "2 more, SAR-115-CIT"),
)


@pytest.fixture
def overlay(qtbot: QtBot) -> StopOverlay:
    page = BenchPage()
    over = StopOverlay(page)
    shown(qtbot, page, 1600, 900)
    page.activateWindow()
    over.show_stop(lambda: STOP)
    qtbot.waitUntil(over.hasFocus)
    return over


def test_stop_fills_the_whole_window_and_stays_so(qtbot: QtBot, overlay: StopOverlay) -> None:
    page = overlay.parentWidget()
    assert page is not None
    assert overlay.geometry() == page.rect()
    page.resize(1280, 720)
    qtbot.waitUntil(lambda: overlay.geometry() == page.rect())
    corners = page.grab().toImage()
    for x, y in ((2, 2), (1277, 2), (2, 717), (1277, 717)):
        assert corners.pixelColor(x, y) == QColor(theme.tokens().stop_fill)


def test_space_alone_says_understood(qtbot: QtBot, overlay: StopOverlay) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_A, Qt.Key.Key_Tab):
        with qtbot.assertNotEmitted(overlay.acknowledged):
            QTest.keyClick(overlay, key)
        assert overlay.stop is STOP
    with qtbot.waitSignal(overlay.key_pressed) as told:
        QTest.keyClick(overlay, Qt.Key.Key_F6)
    assert told.args == ["F6"]
    with qtbot.waitSignal(overlay.acknowledged):
        QTest.keyClick(overlay, Qt.Key.Key_Space)
    assert (overlay.stop, overlay.isVisible()) == (None, False)
    with qtbot.assertNotEmitted(overlay.acknowledged):
        overlay.acknowledge()


def test_a_click_beside_it_does_nothing(qtbot: QtBot, overlay: StopOverlay) -> None:
    with qtbot.assertNotEmitted(overlay.acknowledged):
        QTest.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert overlay.isVisible()


def test_kept_scans_are_named(overlay: StopOverlay) -> None:
    overlay.set_kept("1 scan kept: Lavender honey 250 g.")
    assert overlay.kept == "1 scan kept: Lavender honey 250 g."
    overlay.show_stop(lambda: STOP)
    assert overlay.kept == ""


def test_a_stop_without_an_expected_article_shows_one_side(overlay: StopOverlay) -> None:
    overlay.show_stop(
        lambda: Stop(
            "Stop: unknown code", "Nobody knows it.", "Put it aside, then press Space", Shown("4006381333931")
        )
    )
    sides = {widget.accessibleName(): widget.isVisible() for widget in overlay.findChildren(BenchPanel)}
    assert [name for name, visible in sides.items() if visible] == ["Scanned: 4006381333931, "]


def test_stop_is_read_out_and_says_itself_again(qapp: QApplication, overlay: StopOverlay) -> None:
    assert overlay.accessibleName() == f"{STOP.title}. {STOP.text} {STOP.instruction}"
    says = iter(("Stop: wrong article", "Stop : mauvais article"))
    overlay.show_stop(lambda: replace(STOP, title=next(says)))
    overlay.set_kept("1 scan kept")
    qapp.sendEvent(overlay, QEvent(QEvent.Type.LanguageChange))
    assert overlay.stop is not None
    assert (overlay.stop.title, overlay.kept) == ("Stop : mauvais article", "1 scan kept")
    assert "Scanned: Sardines in tomato, SAR-115-TOM" in {
        panel.accessibleName() for panel in overlay.findChildren(BenchPanel)
    }
