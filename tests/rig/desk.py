"""A desk for tests: a window with screens over a world's database, driven by keys, commands and scans alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QKeyCombination, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import application
from app.domain.permissions import Role
from app.qt import theme, words
from app.qt.scanner import ScanJournal, ScanRouter
from app.qt.screen import Screen, Shell
from app.qt.sounds import Sounds
from app.qt.store import Store
from app.services.context import Context
from app.views.window import Work
from tests.rig.databases import World

S = TypeVar("S", bound=Screen)
PATIENCE_MS = 20_000


class Desk:
    """The window as a person has it before them.

    Args:
        world: Whose database.
        folder: Where the desk keeps its files.
        roles: What the person is; the owner without any.
        screens: The screens that there are.
    """

    def __init__(
        self,
        world: World,
        folder: Path,
        *roles: Role,
        screens: tuple[type[Screen], ...],
        ctx: Context | None = None,
    ) -> None:
        self.app = application(["quai"])
        words.set_language("en")
        theme.apply(self.app, theme.Scheme.LIGHT)
        self.world = world
        self.ctx = ctx or (world.ctx(*roles) if roles else world.owner)
        self.crashes: list[BaseException] = []
        self.shell = Shell(self.ctx, Store(folder / "window.ini"), Sounds(volume=0))
        self.shell.tasks.crashed.connect(self.crashes.append)
        self.router = ScanRouter(ScanJournal(folder / "scans.db", self.ctx.desk))
        self.shell.router = self.router
        self.work = Work(self.shell, screens, None)
        self.router.scanned.connect(self.work.take_scan)
        self._heard = 0
        for signal in (self.router.scanned, self.router.repeated, self.router.refused):
            signal.connect(self._hear)
        self.work.resize(1440, 900)
        self.work.show()
        self.work.activateWindow()
        self.wait()

    def show(self, kind: type[S], target: object = None) -> S:
        """Go to a screen, as the rail does, and wait until it has read."""
        self.work.go(kind.id, target)
        self.wait()
        found = self.work.current
        assert isinstance(found, kind), f"{kind.id} is not shown but {found}"
        return found

    def wait(self, until: Callable[[], bool] | None = None) -> None:
        """Let the program go on until nothing is under way and, where one is given, a condition holds."""
        quiet = 0
        over = QTimer()
        over.setSingleShot(True)
        over.start(PATIENCE_MS)
        while over.isActive():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            busy = not self.shell.tasks.idle or any(
                timer.isActive() and timer.isSingleShot() and timer.interval() <= 500
                for timer in self.work.findChildren(QTimer)
            )
            quiet = 0 if busy else quiet + 1
            if self.crashes:
                raise self.crashes[0]
            if quiet > 2 and (until is None or until()):
                return
        raise AssertionError(
            "The screen did not come to rest." if until is None else "The condition never held."
        )

    @property
    def focus(self) -> QWidget:
        """The widget that has the keyboard."""
        return QApplication.focusWidget() or self.work.current or self.work

    def press(self, *keys: str) -> None:
        """Press keys one after the other: press("Ctrl+L"), press("Down", "Return"); waits for what they do."""
        for key in keys:
            combination: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]  # the stubs forget __getitem__
            QTest.keyClick(self.focus, combination.key(), combination.keyboardModifiers())
            self.wait()

    def type(self, text: str) -> None:
        """Type a text into what has the focus."""
        QTest.keyClicks(self.focus, text)
        self.wait()

    def scan(self, *codes: str) -> None:
        """Scan, as a scanner does; each is answered before the next."""
        for code in codes:
            before = self._heard
            self.router.inject(code)
            self.wait(lambda before=before: self._heard > before)  # type: ignore[misc]  # a lambda's default has no type
            self.wait()

    def _hear(self, *_: object) -> None:
        self._heard += 1

    def command(self, command_id: str) -> None:
        """Do a command of the screen by its name; fails where it is greyed."""
        screen = self.work.current
        assert screen is not None
        assert screen.run(command_id), f"{command_id} is not possible now"
        self.wait()

    @property
    def notices(self) -> tuple[str, ...]:
        """What waits to be acknowledged."""
        return tuple(f"{one.title} {one.text}" for one in self.shell.notices.waiting)

    def speak(self, language: str) -> None:
        """Switch the language."""
        words.set_language(language)
        self.wait()

    def colour(self, scheme: theme.Scheme) -> None:
        """Switch the scheme."""
        theme.apply(self.app, scheme)
        self.wait()

    def grab(self, file: Path | str, width: int = 1440, height: int = 900) -> None:
        """Save a picture of the window."""
        self.work.resize(width, height)
        self.wait()
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        assert self.work.grab().save(str(file))

    def close(self) -> None:
        """The person goes home."""
        self.shell.tasks.close()
        self.router.close()
        self.work.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.work.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
