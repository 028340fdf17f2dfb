"""A pair of hands for the tour and for tests: keys, typed text, scans and pictures of a window, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QKeyCombination, Qt, QThread, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.qt.scanner import ScanRouter
from app.qt.tasks import Tasks

PATIENCE_MS = 30_000
BREATH_MS = 2
"""Between two looks whether the program is at rest: the workers need the processor."""
SHORT_MS = 500
"""Timers that fire once within this time belong to what is under way: a search while typing, say."""


class Restless(RuntimeError):
    """The window did not come to rest, or what was waited for did not happen."""


class Robot:
    """Works a window as a person does, and waits after each step until the program is at rest.

    Args:
        window: The window; pictures show it.
        tasks: What may be under way.
    """

    def __init__(self, window: QWidget, *tasks: Tasks) -> None:
        self.window = window
        self.tasks = list(tasks)
        self.crashes: list[BaseException] = []
        self._routers: list[ScanRouter] = []
        self._heard = 0
        for one in tasks:
            one.crashed.connect(self.crashes.append)

    def watch(self, tasks: Tasks) -> None:
        """Wait for these, too."""
        self.tasks.append(tasks)
        tasks.crashed.connect(self.crashes.append)

    def hold(self, router: ScanRouter) -> None:
        """Take a scanner in hand."""
        self._routers = [router]
        for signal in (router.scanned, router.repeated, router.refused):
            signal.connect(self._hear)

    def _hear(self, *_: object) -> None:
        self._heard += 1

    def wait(self, until: Callable[[], bool] | None = None) -> None:
        """Let the program go on until nothing is under way and, where one is given, a condition holds.

        Raises:
            Restless: that took too long.
        """
        quiet = 0
        over = QTimer()
        over.setSingleShot(True)
        over.start(PATIENCE_MS)
        while over.isActive():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            busy = not all(one.idle for one in self.tasks) or any(
                timer.isActive() and timer.isSingleShot() and timer.interval() <= SHORT_MS
                for timer in self.window.findChildren(QTimer)
            )
            quiet = 0 if busy else quiet + 1
            if busy:
                QThread.msleep(BREATH_MS)
            if self.crashes:
                raise self.crashes[0]
            if quiet > 2 and (until is None or until()):
                return
        raise Restless("The window did not come to rest." if until is None else "It did not happen.")

    @property
    def focus(self) -> QWidget:
        """The widget that has the keyboard; where no window is the active one, as after a dialog off-screen, ours becomes it."""
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            QCoreApplication.processEvents()
        return QApplication.focusWidget() or self.window

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each as `QKeySequence` reads it: "Ctrl+L", "Down", "Return"."""
        for key in keys:
            combination: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]  # the stubs forget __getitem__
            QTest.keyClick(self.focus, combination.key(), combination.keyboardModifiers())
            self.wait()

    def type(self, text: str) -> None:
        """Type a text into what has the focus."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.focus, letter)
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                # QTest knows ASCII alone; other letters come as a keyboard sends them: with their text.
                QApplication.sendEvent(self.focus, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        self.wait()

    def scan(self, *codes: str) -> None:
        """Scan, as a scanner does; each is answered before the next."""
        for code in codes:
            before = self._heard
            self._routers[0].inject(code)
            self.wait(lambda before=before: self._heard > before)  # type: ignore[misc]  # a lambda's default has no type
            self.wait()

    def grab(self, file: Path, width: int, height: int) -> None:
        """Save a picture of the window at a size.

        Raises:
            OSError: it cannot be written.
        """
        self.window.resize(width, height)
        self.wait()
        file.parent.mkdir(parents=True, exist_ok=True)
        if not self.window.grab().save(str(file)):
            raise OSError(f"{file} cannot be written.")
