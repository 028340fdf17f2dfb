"""Another scheme and another language while the program runs: seen at once, painted once, and hidden screens wait."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QVBoxLayout

from app.qt import looks, theme
from app.qt.screen import Screen
from app.qt.theme import SCHEMES, Scheme
from app.qt.widgets import Label
from app.qt.words import mark
from tests.rig.databases import World
from tests.rig.screens import MakeDesk


class Shown(Screen):
    """A screen of this test."""

    id, title, icon, group = "shown", mark("Orders"), "orders", mark("Sell")

    def build(self) -> None:
        self.label = Label(mark("Orders"))
        QVBoxLayout(self).addWidget(self.label)


class Hidden(Shown):
    """Another."""

    id, title, icon, group = "hidden", mark("Stock levels"), "stock", mark("Stock")


SCREENS = (Shown, Hidden)


class Seen(QObject):
    """Counts what happens to some widgets."""

    def __init__(self, *watched: QObject) -> None:
        super().__init__()
        self.seen: Counter[tuple[QObject, QEvent.Type]] = Counter()
        for one in watched:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        self.seen[watched, event.type()] += 1
        return False


def ink(label: Label) -> QColor:
    return label.palette().color(QPalette.ColorRole.WindowText)


def test_a_scheme_is_seen_at_once_and_on_hidden_screens_when_they_are_shown(
    sqlite_world: World, desk_of: MakeDesk
) -> None:
    desk = desk_of(sqlite_world, screens=SCREENS)
    hidden = desk.show(Hidden).label
    shown = desk.show(Shown).label
    watch = Seen(hidden)
    desk.colour(Scheme.DARK)
    assert ink(shown) == QColor(SCHEMES[Scheme.DARK].text)
    assert watch.seen[hidden, QEvent.Type.StyleChange] == 0, "Qt goes through all there is"
    assert ink(hidden) != QColor(SCHEMES[Scheme.DARK].text)
    desk.show(Hidden)
    assert ink(hidden) == QColor(SCHEMES[Scheme.DARK].text)
    desk.colour(Scheme.LIGHT)
    assert ink(hidden) == QColor(SCHEMES[Scheme.LIGHT].text)


def test_the_window_is_painted_once_and_after_the_last_step(sqlite_world: World, desk_of: MakeDesk) -> None:
    desk = desk_of(sqlite_world, screens=SCREENS)
    label, rail = desk.show(Shown).label, desk.work.rail
    watch = Seen(label, rail)
    looks.colour(Scheme.DARK)
    assert theme.scheme() is Scheme.LIGHT, "the first step prepares"
    desk.wait()
    assert theme.scheme() is Scheme.DARK
    assert watch.seen[rail, QEvent.Type.Paint] == 1
    watch.seen.clear()
    desk.speak("fr")
    assert label.text() == "Commandes"
    assert watch.seen[label, QEvent.Type.Paint] == 1
    desk.speak("en")
    desk.colour(Scheme.LIGHT)
