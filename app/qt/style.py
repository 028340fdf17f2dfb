"""The style sheet of the whole program, written from the tokens of a scheme.

A widget asks for its look with the dynamic property `kind` (`button.setProperty("kind", "primary")`), set before it is
shown, or by `widgets.set_kind` later. Nothing here names a colour: they all come from the tokens.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QTemporaryDir

if TYPE_CHECKING:
    from app.qt.theme import Tokens

_MARKS = {
    "tick": ("on_accent", '<path d="M3.8 8.4 6.7 11.2 12.2 5.2"/>'),
    "dash": ("on_accent", '<path d="M4 8H12"/>'),
    "dot": ("on_accent", '<circle cx="8" cy="8" r="2.2" fill="{ink}"/>'),
    "tick-off": ("text3", '<path d="M3.8 8.4 6.7 11.2 12.2 5.2"/>'),
    "down": ("text2", '<path d="M4 6.2 8 10.2 12 6.2"/>'),
    "up": ("text2", '<path d="M4 9.8 8 5.8 12 9.8"/>'),
    "right": ("text2", '<path d="M6.2 4 10.2 8 6.2 12"/>'),
}
"""Strokes that a style sheet can only take from a file: name, token of the ink, shape."""


@cache
def _folder() -> QTemporaryDir:
    """Where this process keeps its marks; Qt deletes it when the process ends."""
    return QTemporaryDir()


def _marks(colours: Tokens) -> dict[str, str]:
    """The files of the marks in a scheme's colours, as a style sheet names them."""
    found: dict[str, str] = {}
    for name, (token, shape) in _MARKS.items():
        ink: str = getattr(colours, token)
        file = Path(_folder().filePath(f"{name}-{ink[1:]}.svg"))
        if not file.exists():
            width = "2" if token == "on_accent" else "1.4"
            file.write_text(
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="{ink}" '
                f'stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round">'
                f"{shape.format(ink=ink)}</svg>",
                encoding="utf-8",
            )
        found[f"mark_{name.replace('-', '_')}"] = file.as_posix()
    return found


def sheet(colours: Tokens) -> str:
    """The style sheet in the colours of a scheme."""
    values = {name: getattr(colours, name) for name in colours.__slots__}
    # Where every ground is black, frames say what grounds say elsewhere.
    for tone in ("good", "warn", "stop", "info"):
        ground = values[f"{tone}_soft"]
        values[f"{tone}_frame"] = values[tone] if ground == colours.surface else ground
    values["greyed"] = "dashed" if colours.surface == colours.window else "solid"
    return Template(_SHEET).substitute(values, **_marks(colours))


_SHEET = """
QToolTip { background: $text; color: $surface; border: 1px solid $line; padding: 4px 6px; font-size: 13px; }
QMainWindow, QDialog { background: $window; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QFrame[kind="surface"], QWidget[kind="surface"] { background: $surface; }
QFrame[kind="window"], QWidget[kind="window"] { background: $window; }
QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame[kind="popup"] { background: $surface; border: 1px solid $button_edge; border-radius: 6px; }
QFrame[kind="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="rule-upright"] { background: $line; border: none; max-width: 1px; min-width: 1px; }
QFrame[kind="drawer"] { background: $surface; border: none; border-left: 1px solid $line; }
QFrame[kind="bar-under"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[kind="bar-over"] { background: $surface; border: none; border-top: 1px solid $line; }
QFrame[kind="rail"] { background: $window; border: none; border-right: 1px solid $line; }
QFrame[kind="good"] { background: $good_soft; border: 1px solid $good_frame; border-radius: 6px; }
QFrame[kind="warn"] { background: $warn_soft; border: 1px solid $warn_frame; border-radius: 6px; }
QFrame[kind="stop"] { background: $stop_soft; border: 1px solid $stop_frame; border-radius: 6px; }
QFrame[kind="info"] { background: $info_soft; border: 1px solid $info_frame; border-radius: 6px; }

QLabel { background: transparent; }
QLabel[kind="title"] { font-size: 20px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="small"] { font-size: 11px; color: $text2; }
QLabel[kind="quiet"] { color: $text2; }
QLabel[kind="faint"] { color: $text3; }
QLabel[tone="text"] { color: $text; }
QLabel[tone="text2"] { color: $text2; }
QLabel[tone="text3"] { color: $text3; }
QLabel[tone="accent"], QLabel[tone="accent_text"] { color: $accent_text; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="stop"] { color: $stop; }
QLabel[tone="info"] { color: $info; }
QLabel[tone="on_accent"] { color: $on_accent; }
QLabel:disabled { color: $text3; }

QPushButton { background: $surface; color: $text; border: 1px solid $button_edge; border-radius: 5px;
    padding: 0 10px; min-height: 26px;
    max-height: 26px; font-weight: 500; }
QPushButton:hover { background: $window; border-color: $edge; }
QPushButton:pressed, QPushButton:checked { background: $accent_soft; border-color: $accent; color: $text; }
QPushButton:focus { border: 2px solid $accent; padding: 0 9px; min-height: 24px; max-height: 24px; }
QPushButton:disabled { background: $window; color: $text3; border: 1px $greyed $line; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { border-color: $text; }
QPushButton[kind="primary"]:focus { border-color: $text; }
QPushButton[kind="primary"]:disabled { background: $neutral_soft; color: $text2; border: 1px $greyed $line; }
QPushButton[kind="danger"] { color: $stop; border-color: $stop; font-weight: 600; }
QPushButton[kind="quiet"], QPushButton[kind="link"] { background: transparent; border-color: transparent;
    color: $text2; }
QPushButton[kind="link"] { color: $accent_text; font-weight: 500; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="link"]:hover { background: $neutral_soft; color: $text; }
QPushButton[kind="quiet"]:focus, QPushButton[kind="link"]:focus { border-color: $accent; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 3px;
    color: $text2; }
QToolButton:hover { background: $neutral_soft; color: $text; }
QToolButton:focus { border-color: $accent; }
QToolButton:checked { background: $accent_soft; color: $accent_text; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit, QDateEdit { background: $surface;
    color: $text; border: 1px solid $edge;
    border-radius: 5px; padding: 0 8px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QAbstractSpinBox, QComboBox, QDateEdit { min-height: 26px; max-height: 26px; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 2px solid $accent; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { padding: 0 7px; min-height: 24px; max-height: 24px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
    background: $window; color: $text3;
    border-color: $line; }
QLineEdit:read-only { background: $window; }
QLineEdit[kind="search"] { background: $window; }
QLineEdit[kind="cell"] { border-radius: 0; border: 2px solid $accent; padding: 0 4px; min-height: 20px;
    max-height: 24px; }
*[wrong="true"] { border: 1px solid $stop; }
*[wrong="true"]:focus { border: 2px solid $stop; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url($mark_down); width: 14px; height: 14px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 18px;
    background: transparent; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { background: transparent; border: none; padding: 0; min-height: 0; }
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit { padding: 0 6px; }
QDateEdit::drop-down { border: none; width: 22px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url($mark_up); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow, QDateEdit::down-arrow { image: url($mark_down); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $button_edge; padding: 2px; outline: none;
    selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; }

QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $text3; }
QCheckBox::indicator, QAbstractItemView::indicator, QGroupBox::indicator { width: 14px; height: 14px;
    border: 1px solid $edge;
    border-radius: 3px; background: $surface; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent;
    border-color: $accent; image: url($mark_tick); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate { background: $accent;
    border-color: $accent;
    image: url($mark_dash); }
QCheckBox::indicator:disabled { background: $window; border-color: $line; }
QCheckBox::indicator:checked:disabled { image: url($mark_tick_off); }
QCheckBox:focus, QRadioButton:focus { color: $accent_text; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; width: 12px;
    height: 12px; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $edge; border-radius: 8px;
    background: $surface; }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url($mark_dot); }

QTableView, QListView, QTreeView { background: $surface; color: $text; border: none; outline: none;
    gridline-color: $line;
    selection-background-color: $accent_soft; selection-color: $text; alternate-background-color: $surface; }
QTableView::item, QListView::item, QTreeView::item { border: none; padding: 0 8px; }
QTableView::item { border-bottom: 1px solid $line; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected { background: $accent_soft;
    color: $text; }
QListView::item { min-height: 28px; }
QTreeView::item { min-height: 26px; }
QTreeView::branch:has-children:!has-siblings:closed, QTreeView::branch:closed:has-children:has-siblings {
    image: url($mark_right); }
QTreeView::branch:open:has-children:!has-siblings, QTreeView::branch:open:has-children:has-siblings {
    image: url($mark_down); }
QHeaderView { background: $surface; border: none; font-size: 11px; }
QHeaderView::section { background: $surface; color: $text2; border: none;
    border-bottom: 1px solid $button_edge; padding: 0 8px;
    font-size: 11px; font-weight: 500; min-height: 26px; }
QHeaderView::section:hover { color: $text; background: $window; }
QHeaderView::section:checked { color: $text; font-weight: 600; }
QHeaderView::up-arrow { image: url($mark_up); width: 12px; height: 12px; }
QHeaderView::down-arrow { image: url($mark_down); width: 12px; height: 12px; }
QTableCornerButton::section { background: $surface; border: none; border-bottom: 1px solid $button_edge; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $button_edge; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[kind="clear"] { background: transparent; }

QMenu { background: $surface; color: $text; border: 1px solid $button_edge; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 8px; border-radius: 4px; min-width: 120px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $text3; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QMenuBar { background: $surface; color: $text; }
QMenuBar::item { padding: 4px 8px; background: transparent; }
QMenuBar::item:selected { background: $accent_soft; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $text2; border: none; border-bottom: 2px solid transparent;
    padding: 6px 2px;
    margin-right: 20px; font-weight: 500; }
QTabBar::tab:selected { color: $accent_text; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
QGroupBox { border: 1px solid $line; border-radius: 6px; margin-top: 18px; padding: 8px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $text; }
QProgressBar { background: $line; border: none; border-radius: 3px; min-height: 6px; max-height: 6px;
    color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSlider::groove:horizontal { background: $button_edge; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $surface; border: 2px solid $accent; width: 12px; height: 12px;
    margin: -6px 0; border-radius: 8px; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $on_accent; }
QStatusBar { background: $surface; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
"""
