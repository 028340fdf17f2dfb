"""The tokens are the mock-ups', everything readable stands out enough, and a change of scheme reaches what is on screen."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.qt import theme
from app.qt.theme import SCHEMES, Scheme, allowed_pairs, contrast

LEAST = 4.5
"""WCAG 2.2, 1.4.3, level AA, for text under 24 px."""


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.LIGHT)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize(("ink", "ground"), allowed_pairs())
def test_every_allowed_pair_can_be_read(scheme: Scheme, ink: str, ground: str) -> None:
    colours = SCHEMES[scheme]
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= LEAST


@pytest.mark.parametrize("scheme", list(Scheme))
def test_frames_of_fields_can_be_seen(scheme: Scheme) -> None:
    """WCAG 2.2, 1.4.11: what shows where a field is stands out 3 to 1."""
    colours = SCHEMES[scheme]
    for shape in (colours.edge, colours.accent):
        assert contrast(shape, colours.surface) >= 3


def test_every_ink_is_in_a_pair() -> None:
    """A new token is either a ground, a frame, or reckoned above."""
    grounds = {ground for _, ground in allowed_pairs()}
    inks = {ink for ink, _ in allowed_pairs()}
    frames = {"line", "edge", "button_edge"}
    assert {field.name for field in fields(theme.Tokens)} == grounds | inks | frames


@pytest.mark.parametrize("scheme", list(Scheme))
def test_the_scheme_reaches_palette_style_sheet_and_widgets(
    qapp: QApplication, qtbot: QtBot, scheme: Scheme
) -> None:
    label, button = QLabel("Orders"), QPushButton("New order")
    button.setProperty("kind", "primary")
    for widget in (label, button):
        qtbot.addWidget(widget)
        widget.ensurePolished()
    theme.apply(qapp, scheme)
    colours = theme.tokens()
    assert colours is SCHEMES[scheme]
    assert theme.scheme() is scheme
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(colours.window)
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(colours.text)
    button.resize(120, 28)
    assert QColor(button.grab().toImage().pixel(6, 14)) == QColor(colours.accent)
    assert "$" not in qapp.styleSheet()


def test_a_dark_system_is_seen_by_its_palette(qapp: QApplication) -> None:
    own = qapp.style().standardPalette()
    expected = Scheme.DARK if own.window().color().lightness() < 128 else Scheme.LIGHT
    assert theme.scheme_of_system(qapp) is expected


def test_our_face_is_there_in_all_its_weights(qapp: QApplication) -> None:
    assert theme.FAMILY in theme.load_fonts()
    assert {"Regular", "Medium", "Semi Bold", "Bold"} <= {
        style.replace("SemiBold", "Semi Bold") for style in QFontDatabase.styles(theme.FAMILY)
    }


@pytest.mark.parametrize("role", list(theme.ROLES))
def test_figures_are_all_equally_wide(qapp: QApplication, role: str) -> None:
    metrics = QFontMetricsF(theme.font(role))
    widths = [metrics.horizontalAdvance(figure * 10) for figure in "0123456789"]
    assert max(widths) - min(widths) < 1, "ten figures are as wide as ten others, to a pixel"


def test_codes_have_a_slashed_zero() -> None:
    assert theme.font("code").featureValue(theme.SLASHED_ZERO) == 1
    assert not theme.font("base").isFeatureSet(theme.SLASHED_ZERO)


def test_a_bench_font_grows_with_its_window() -> None:
    assert theme.bench_font(24).pixelSize() == 32
    assert theme.bench_font(24, "bold", scale=1.25).pixelSize() == 40


def test_an_unknown_role_is_a_programming_error() -> None:
    with pytest.raises(KeyError):
        theme.font("enormous")
