"""Walks through screens as a person would: each one shown on the sample company's data, its first row chosen, its commands done.

What a test wants to know of everything that can be seen it asks in `look`, which is called with the screen and with each
dialog or menu that opened.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QWidget

from app.qt.screen import Screen
from app.views.table_screen import TableScreen
from tests.rig.desk import Desk

Look = Callable[[QWidget], None]
LOOK_EVERY_MS = 20


class Dismiss(QObject):
    """Looks at each dialog and menu that opens, and closes it again."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._close)

    def start(self) -> None:
        """Begin."""
        self._timer.start()

    def stop(self) -> None:
        """Leave what opens from now on alone."""
        self._timer.stop()

    def _close(self) -> None:
        opened = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if opened is None or not opened.isVisible():
            return
        self._look(opened)
        if isinstance(opened, QDialog):
            opened.reject()
        else:
            opened.close()


class Walk:
    """A person who goes from screen to screen of a desk.

    Args:
        desk: Where they sit.
        screens: All the screens there are, to find the one that leads to another.
        look: Called with all that comes into view.
        told: Told what is done next, in a word.
    """

    def __init__(
        self,
        desk: Desk,
        screens: tuple[type[Screen], ...],
        look: Look = lambda widget: None,
        told: Callable[[str], None] = lambda what: None,
    ) -> None:
        self.desk = desk
        self.screens = screens
        self.look = look
        self.told = told
        self._ways: dict[str, tuple[str, str]] = {}
        """What led to a screen that is reached from another: a command (Enter without one) and a view."""
        self.dismiss = Dismiss(look)
        self.dismiss.start()

    def end(self) -> None:
        """Go home."""
        self.dismiss.stop()

    def visit(self, kind: type[Screen]) -> Screen:
        """Show a screen with something on it; one that needs a target is reached from where it is at home."""
        # No window manager gives the focus back when a dialog has closed.
        self.desk.work.activateWindow()
        if not kind.home:
            screen = self.desk.show(kind)
            self._choose_first_row(screen)
            return screen
        parent = next(one for one in self.screens if one.id == kind.home)
        at_home = self.desk.show(parent)
        known = self._ways.get(kind.id)
        all_ways = [(way, tab) for tab in self._tabs(at_home) for way in ("", *self._commands(at_home))]
        for way, tab in [known, *all_ways] if known else all_ways:
            self.desk.work.activateWindow()
            self.desk.show(parent)
            if isinstance(at_home, TableScreen) and tab:
                at_home.choose_tab(tab)
            self._choose_first_row(at_home)
            if not way:
                self.desk.press("Return")
            elif at_home.run(way):
                self.desk.wait()
            if isinstance(self.desk.work.current, kind):
                self._ways[kind.id] = (way, tab)
                self._choose_first_row(self.desk.work.current)
                return self.desk.work.current
        raise AssertionError(f"nothing on {parent.id} leads to {kind.id}")

    def do_everything(self, kind: type[Screen]) -> list[str]:
        """Do each command of a screen that is possible on its first row, each from a fresh look; what was done."""
        self.told(f"show {kind.id}")
        screen = self.visit(kind)
        self.look(screen)
        done = []
        for name in self._commands(screen):
            self.told(f"show {kind.id} again")
            screen = self.visit(kind)
            self.told(name)
            if screen.run(name):
                self.desk.wait()
                done.append(name)
                self.look(self.desk.work.current or screen)
                self.desk.press("Escape", "Escape")
        return done

    def _tabs(self, screen: Screen) -> list[str]:
        return [tab.id for tab in screen.tabs] if isinstance(screen, TableScreen) and screen.tabs else [""]

    def _commands(self, screen: Screen) -> list[str]:
        return list(screen.actions_by_id)

    def _choose_first_row(self, screen: Screen) -> None:
        self.desk.wait()
        view = next((one for one in screen.findChildren(QAbstractItemView) if one.isVisible()), None)
        if view is not None and view.model() is not None and view.model().rowCount():
            view.setFocus()
            view.setCurrentIndex(view.model().index(0, 0))
        self.desk.wait()
