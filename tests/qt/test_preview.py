"""Papers on the screen: drawn off the main thread, paged and zoomed by keyboard; what is no paper says so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.documents.pick_list import pick_list
from app.errors import BadInput
from app.qt.preview import Preview, PreviewDialog, render_page
from app.qt.tasks import Tasks
from tests.documents import samples

PAGES = 3
PAPER = pick_list(samples.pick_list(20))


def test_a_page_is_drawn_on_white() -> None:
    page = render_page(PAPER, 0, 1.0)
    assert (page.number, page.pages) == (0, PAGES)
    assert (round(page.width), round(page.height)) == (794, 1123)
    assert page.image.pixelColor(1, 1).name() == "#ffffff"
    colours = {page.image.pixelColor(x, y).lightness() for x in range(40, 560, 3) for y in range(20, 120, 2)}
    assert min(colours) < 40, "nothing is printed on it"


@pytest.mark.parametrize(("data", "number"), [(b"no paper", 0), (b"", 0), (PAPER, PAGES), (PAPER, -1)])
def test_what_is_no_paper_is_refused(data: bytes, number: int) -> None:
    with pytest.raises(BadInput):
        render_page(data, number, 1.0)


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    return Tasks()


def test_the_page_fills_the_room_until_a_zoom_is_asked_for(qtbot: QtBot, tasks: Tasks) -> None:
    preview = Preview(tasks)
    qtbot.addWidget(preview)
    preview.resize(400, 500)
    preview.show()
    preview.show_pdf(PAPER)
    qtbot.waitUntil(lambda: tasks.idle and preview.page == 1)
    fitted = preview.sheet.height()
    assert 480 <= fitted <= 500
    preview.magnify(1)
    qtbot.waitUntil(lambda: tasks.idle and preview.sheet.height() > fitted)
    assert preview.zoom == 0.5
    preview.fit()
    qtbot.waitUntil(lambda: tasks.idle and preview.sheet.height() == fitted)
    preview.turn(9)
    qtbot.waitUntil(lambda: tasks.idle and preview.page == PAGES)
    preview.clear()
    assert (preview.page, preview.pages, preview.sheet.image) == (0, 0, None)


def test_a_broken_paper_says_so_in_its_place(qtbot: QtBot, tasks: Tasks) -> None:
    preview = Preview(tasks)
    qtbot.addWidget(preview)
    preview.show()
    preview.show_pdf(b"%PDF-broken")
    qtbot.waitUntil(lambda: tasks.idle)
    assert "cannot be shown" in preview.words.text()
    preview.show_pdf(PAPER)
    qtbot.waitUntil(lambda: tasks.idle and preview.page == 1)
    assert not preview.words.isVisible()


def test_the_keys_on_the_buttons_work(qtbot: QtBot, tasks: Tasks) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    printed: list[int] = []
    dialog = PreviewDialog(tasks, "PL-2026-000001", window, prints=lambda: printed.append(1))
    dialog.open()
    dialog.preview.show_pdf(PAPER)
    qtbot.waitUntil(lambda: tasks.idle and dialog.preview.page == 1)
    area = dialog.preview.area
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: tasks.idle and dialog.preview.page == 2)
    assert dialog.back.isEnabled()
    QTest.keyClick(area, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: tasks.idle and dialog.preview.page == 1)
    assert not dialog.back.isEnabled()
    small = dialog.preview.zoom
    QTest.keyClick(area, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: tasks.idle)
    assert dialog.preview.zoom > small
    QTest.keyClick(area, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert printed == [1]
    assert not dialog.isVisible()
