"""A made-up language that shows what was not marked for translation and what has no room for a longer one.

Every source text comes back in brackets, with accents, and a third longer. What is seen without brackets is data, or it was
never marked: it is taken for the program's own words where it stands as a literal in the program.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTableView,
    QWidget,
)

from app.qt.benchkit.text import BenchLabel

APP = Path(__file__).resolve().parents[2] / "app"
CONTEXTS = ("Quai", "Sentences")
LONGER = 1.35
ROOM = 1
"""Pixels that rounding may take."""

_KEPT = re.compile(r"\{[^}]*\}|%n|%L?\d")
_ACCENTS = str.maketrans("aeiouyncAEIOUNC", "àéîöûÿñçÀÉÎÖÛÑÇ")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LITERAL_WORD = re.compile(r"[^\W\d_]{3,}")
_FOLDERS_OF_WORDS = ("views", "qt")
_FOLDERS_OF_NAMES = ("domain", "models", "queries", "documents", "integrations")
"""Where states and kinds are named: a screen that shows such a name shows the database's word, not a person's."""

SAME_EVERYWHERE = {
    "Quai": "the program's name",
    "English": "a language is called by its own name",
    "Français": "a language is called by its own name",
    "CSV (*.csv)": "the name of a kind of file",
    "SSCC": "the number of a parcel, as GS1 calls it in every language",
    "owner": "the login of whoever owns the file; data",
    "samir": "a login of the sample company; data",
    "Europe/Paris": "the name of a time zone",
    "Tchéquie": "a country's name, from the CLDR; our list of other spellings holds it, too",
    "piece": "the unit that a product begins with; data",
    "EUR": "a currency's code",
    "GBP": "a currency's code",
    "CHF": "a currency's code",
    "USD": "a currency's code",
}


class Pseudo(QTranslator):
    """Translates every text of the program into the made-up language."""

    def translate(self, context: str, text: str, note: str | None = None, n: int = -1) -> str:
        """The text in brackets; Qt's own texts are left to Qt."""
        return pseudo(text) if context in CONTEXTS else ""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt asks for it by this name
        """It knows every text."""
        return False


def pseudo(text: str) -> str:
    """A text as the made-up language says it; placeholders stay as they are."""
    if not _WORD.search(_KEPT.sub("", text)):
        return text
    parts, at = [], 0
    for kept in _KEPT.finditer(text):
        parts += [text[at : kept.start()].translate(_ACCENTS), kept[0]]
        at = kept.end()
    parts.append(text[at:].translate(_ACCENTS))
    missing = max(0, round(len(text) * LONGER) - len(text) - 2)
    padding = (" ~~~~~" * (missing // 6 + 1))[:missing]
    return f"[{''.join(parts)}{padding}]"


@cache
def literals() -> tuple[frozenset[str], tuple[str, ...]]:
    """What the program says itself: whole literals, and the wordy pieces of texts put together with `f"..."`."""
    whole: set[str] = set()
    pieces: set[str] = set()
    for folder in (*_FOLDERS_OF_WORDS, *_FOLDERS_OF_NAMES):
        for path in (APP / folder).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    whole.add(node.value.strip())
                elif isinstance(node, ast.JoinedStr) and folder in _FOLDERS_OF_WORDS:
                    parts = (str(part.value) for part in node.values if isinstance(part, ast.Constant))
                    pieces |= {part.strip() for part in parts if _LITERAL_WORD.search(part)}
    return frozenset(whole), tuple(sorted(pieces))


def unmarked(text: str) -> bool:
    """Whether a text that is seen holds words of the program that the translator was not asked for."""
    plain = re.sub(r"\[[^\]]*\]", "", text)
    if not _WORD.search(plain) or text.strip() in SAME_EVERYWHERE:
        return False
    whole, pieces = literals()
    if "[" not in text and text.strip() in whole:
        return True
    return any(
        re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", plain)
        for piece in pieces
        if piece not in SAME_EVERYWHERE
    )


@dataclass(frozen=True, order=True)
class Seen:
    """A text on the screen, and what shows it."""

    text: str
    where: str
    room: bool = True
    """Whether all of it can be read."""


def seen(root: QWidget) -> Iterator[Seen]:
    """Every text that can be read on a widget and inside it, as it stands now."""
    if isinstance(root, QMenu):
        yield from (Seen(one.text().replace("&", ""), "QMenu") for one in root.actions() if one.text())
        return
    if root.isWindow() and root.windowTitle():
        yield Seen(root.windowTitle(), f"{_name(root)} title")
    if isinstance(root, QFileDialog):
        return  # Qt's own; the title is ours
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisibleTo(root) and not _is_inside_a_combo(widget):
            yield from _of(widget)


def _of(widget: QWidget) -> Iterator[Seen]:
    where = _name(widget)
    if widget.accessibleName():
        yield Seen(widget.accessibleName(), f"{where} accessible name")
    if widget.toolTip():
        yield Seen(widget.toolTip(), f"{where} tooltip")
    if isinstance(widget, BenchLabel):
        yield Seen(widget.text(), where, widget.whole())
    elif isinstance(widget, QLabel):
        if widget.text():
            yield Seen(widget.text(), where, _label_has_room(widget))
    elif isinstance(widget, QAbstractButton):
        if widget.text():
            yield Seen(
                widget.text().replace("&&", "&"), where, widget.sizeHint().width() <= widget.width() + ROOM
            )
    elif isinstance(widget, QComboBox):
        yield from (Seen(widget.itemText(at), f"{where} choice") for at in range(widget.count()))
    elif isinstance(widget, QLineEdit):
        if widget.placeholderText():
            advance = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
            yield Seen(widget.placeholderText(), f"{where} placeholder", advance <= widget.width() - 8)
    elif isinstance(widget, QTableView):
        yield from _table(widget)


def _label_has_room(label: QLabel) -> bool:
    if getattr(label, "_elide", False) or label.textFormat() == Qt.TextFormat.RichText:
        return True
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height() + ROOM
    widest = max(label.fontMetrics().horizontalAdvance(line) for line in label.text().split("\n"))
    return widest <= label.contentsRect().width() + ROOM


def _table(view: QTableView) -> Iterator[Seen]:
    model, head = view.model(), view.horizontalHeader()
    shown = [at for at in range(head.count()) if not head.isSectionHidden(at)]
    for at in shown:
        title = model.headerData(at, Qt.Orientation.Horizontal)
        if title:
            yield Seen(str(title), f"header of {_name(view)}", _header_has_room(head, at, str(title)))
    for row in range(min(model.rowCount(), 100)):
        yield from (
            Seen(str(model.index(row, at).data() or ""), f"cell {at} of {_name(view)}") for at in shown
        )


def _header_has_room(head: QHeaderView, at: int, title: str) -> bool:
    return head.fontMetrics().horizontalAdvance(title) <= head.sectionSize(at) - 8


def _is_inside_a_combo(widget: QWidget) -> bool:
    parent: QObject | None = widget.parent()
    while parent is not None:
        if isinstance(parent, QComboBox):
            return True
        if isinstance(parent, QAbstractItemView):
            return isinstance(widget, QAbstractItemView | QHeaderView)
        parent = parent.parent()
    return False


def _name(widget: QWidget) -> str:
    return type(widget).__name__
