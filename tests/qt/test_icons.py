"""One family: every icon keeps the grid and the stroke, and takes the colours of the scheme that is on."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.qt import icons, theme
from app.qt.theme import Scheme

PROJECT = Path(__file__).resolve().parents[2]
STATES = (
    "check-circle",
    "half",
    "clock",
    "hold",
    "circle",
    "progress",
    "urgent",
    "priority-1",
    "priority-2",
    "priority-3",
)
"""Icons that tables pick by a state's name, so that no literal names them."""


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.LIGHT)


def strongest(image: QImage) -> QColor:
    """The colour of the most opaque point."""
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(points, key=QColor.alpha)


FIRST_IS_AN_ICON = (
    "icon",
    "pixmap",
    "Sign",
    "BenchSign",
    "Status",
    "IconButton",
    "RailButton",
    "MiniCard",
    "EmptyState",
)
"""What is called with an icon's name as its first argument."""


def named(tree: ast.AST) -> Iterator[str]:
    """The icons that a file names: `icon=...`, `icon = ...`, and first arguments of what draws one."""
    for node in ast.walk(tree):
        found: list[ast.expr] = []
        if isinstance(node, ast.keyword) and node.arg == "icon":
            found = [node.value]
        elif (
            isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "icon"
        ):
            found = [node.value] if node.value is not None else []
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                several = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
                into = target.elts if isinstance(target, ast.Tuple) else [target]
                values = node.value.elts if several and isinstance(node.value, ast.Tuple) else [node.value]
                pairs = zip(into, values, strict=False)
                found += [value for name, value in pairs if isinstance(name, ast.Name) and name.id == "icon"]
        elif isinstance(node, ast.Call) and node.args:
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            found = node.args[:1] if called in FIRST_IS_AN_ICON else []
        for value in found:
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                yield value.value


def test_every_icon_that_a_screen_names_is_there() -> None:
    files = [file for folder in ("qt", "views") for file in (PROJECT / "app" / folder).rglob("*.py")]
    wanted = {name for file in files for name in named(ast.parse(file.read_text(encoding="utf-8")))}
    assert (wanted | set(STATES)) - set(icons.names()) == set()


@pytest.mark.parametrize("name", icons.names())
def test_it_keeps_grid_stroke_and_edges(qapp: QApplication, name: str) -> None:
    root = ElementTree.parse(icons.FOLDER / f"{name}.svg").getroot()
    assert root.get("viewBox") == "0 0 16 16"
    assert root.get("stroke-width") == "1.4"
    assert root.get("stroke-linecap") == root.get("stroke-linejoin") == "round"
    text = (icons.FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert re.search(r"#[0-9A-Fa-f]{3,6}", text) is None, "colours come from the tokens"
    renderer = QSvgRenderer(text.replace("surfaceColor", "white").replace("onAccentColor", "white").encode())
    assert renderer.isValid()
    # Drawn on a larger sheet nothing may stand over the grid's edge: it would be cut on a button.
    sheet = QImage(240, 240, QImage.Format.Format_ARGB32)
    sheet.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sheet)
    renderer.setViewBox(QRectF(-4, -4, 24, 24))
    renderer.render(painter, QRectF(0, 0, 240, 240))
    painter.end()
    mask = sheet.convertToFormat(QImage.Format.Format_Alpha8)  # kept: the bits below are its own
    alpha = bytes(mask.constBits())
    rows = [alpha[start : start + 240] for start in range(0, len(alpha), 240)]
    edges = [*rows[:40], *rows[200:], *(row[:40] + row[200:] for row in rows)]
    assert max(map(max, rows)) > 200, "it is there"
    assert max(map(max, edges)) <= 40, "and within its grid"


def test_an_icon_on_a_button_takes_the_new_colours_by_itself(qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(icons.icon("circle", "good"))
    held = button.icon()
    for scheme in (Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST):
        theme.apply(qapp, scheme)
        drawn = strongest(held.pixmap(QSize(48, 48)).toImage())
        assert drawn == QColor(theme.tokens().good)


def test_a_greyed_button_has_a_greyed_icon(qapp: QApplication) -> None:
    drawn = icons.icon("circle", "stop").pixmap(QSize(48, 48), QIcon.Mode.Disabled)
    assert strongest(drawn.toImage()) == QColor(theme.tokens().text3)


def test_a_pixmap_is_as_sharp_as_the_screen(qapp: QApplication) -> None:
    made = icons.pixmap("check", "good", 16, 2.0)
    assert (made.width(), made.deviceIndependentSize().width()) == (32, 16)


def test_an_icon_survives_its_first_owner(qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    for name in icons.names() * 3:
        button.setIcon(icons.icon(name))
        assert not QIcon(button.icon()).pixmap(16, 16).isNull()


def test_an_unknown_icon_is_a_programming_error(qapp: QApplication) -> None:
    with pytest.raises(KeyError, match="no-such-icon"):
        icons.icon("no-such-icon")
