"""A desk for tests: a window with screens over a world's database, driven by keys, commands and scans alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from app.bootstrap import application
from app.domain.permissions import Role
from app.qt import looks, theme, words
from app.qt.feed import Feed
from app.qt.robot import Robot
from app.qt.scanner import ScanJournal, ScanRouter
from app.qt.screen import Screen, Shell
from app.qt.sounds import Sounds
from app.qt.store import Store
from app.services.context import Context
from app.services.news import changes
from app.views.window import Work
from tests.rig.databases import World

S = TypeVar("S", bound=Screen)


class Desk:
    """The window as a person has it before them.

    Args:
        world: Whose database.
        folder: Where the desk keeps its files.
        roles: What the person is; the owner without any.
        screens: The screens that there are.
        ctx: The person instead, signed in already.
        listens: Whether it hears what other desks commit, as the program's own desk does.
    """

    def __init__(
        self,
        world: World,
        folder: Path,
        *roles: Role,
        screens: tuple[type[Screen], ...],
        ctx: Context | None = None,
        listens: bool = False,
    ) -> None:
        self.app = application(["quai"])
        words.set_language("en")
        theme.apply(self.app, theme.Scheme.LIGHT)
        self.world = world
        self.ctx = ctx or (world.ctx(*roles) if roles else world.owner)
        self.shell = Shell(self.ctx, Store(folder / "window.ini"), Sounds(volume=0))
        self.router = ScanRouter(ScanJournal(folder / "scans.db", self.ctx.desk))
        self.shell.router = self.router
        self.feed = Feed(changes(self.ctx), self.shell) if listens else None
        self.work = Work(self.shell, screens, self.feed)
        self.router.scanned.connect(self.work.take_scan)
        self.robot = Robot(self.work, self.shell.tasks)
        self.robot.hold(self.router)
        self.work.resize(1440, 900)
        self.work.show()
        self.work.activateWindow()
        if self.feed is not None:
            self.feed.start()
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
        self.robot.wait(until)

    @property
    def focus(self) -> QWidget:
        """The widget that has the keyboard."""
        return self.robot.focus

    def press(self, *keys: str) -> None:
        """Press keys one after the other: press("Ctrl+L"), press("Down", "Return"); waits for what they do."""
        self.robot.press(*keys)

    def type(self, text: str) -> None:
        """Type a text into what has the focus."""
        self.robot.type(text)

    def scan(self, *codes: str) -> None:
        """Scan, as a scanner does; each is answered before the next."""
        self.robot.scan(*codes)

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
        looks.speak(language)
        self.wait()

    def colour(self, scheme: theme.Scheme) -> None:
        """Switch the scheme."""
        looks.colour(scheme)
        self.wait()

    def grab(self, file: Path | str, width: int = 1440, height: int = 900) -> None:
        """Save a picture of the window."""
        self.robot.grab(Path(file), width, height)

    def close(self) -> None:
        """The person goes home."""
        if self.feed is not None:
            self.feed.close()
        self.shell.tasks.close()
        self.router.close()
        self.work.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.work.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
