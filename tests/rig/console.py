"""The whole console off-screen, as `main.py` opens it, worked by keys and scans alone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
import shiboken6
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from app.bootstrap import application, dress
from app.config import Settings
from app.domain.permissions import Role
from app.qt import theme, words
from app.qt.robot import Robot
from app.services.desk_people import DeskPeople
from app.views.at_work import AtWork
from app.views.console import Console
from tests.rig.databases import World


def url_of(world: World) -> str:
    """The database as a desk's settings name it; whoever signs in comes with login and password."""
    return world.url_of(Role.ADMIN)


class Office:
    """A console, its robot and its desk's folder."""

    def __init__(
        self, url: str, folder: Path, *, sample: bool = False, people: DeskPeople | None = None
    ) -> None:
        app = application(["quai"])
        self.console = Console(Settings(url, "DESK-1", "en"), url, folder, sample=sample, people=people)
        dress(app, self.console.store, "en")
        self.robot = Robot(self.console.window, self.console.tasks)
        self.console.start()
        self.robot.wait()
        self._watched = False

    @property
    def page(self) -> QWidget:
        """The page that the window shows."""
        shown = self.console.window.pages.currentWidget()
        assert shown is not None
        return shown

    @property
    def work(self) -> AtWork:
        assert self.console.work is not None, f"nobody is signed in: {self.console.window.grab()}"
        return self.console.work

    def sign_in(self, login: str, password: str) -> None:
        """By keyboard, on the sign-in page; waits for what comes of it."""
        self.robot.wait(lambda: self.robot.focus.isEnabled())
        page = self.console.page(type(self.page))
        page.login.setFocus()
        self.robot.press("Ctrl+A", "Delete")
        self.robot.type(login)
        self.robot.press("Tab", "Ctrl+A", "Delete")
        self.robot.type(password)
        self.robot.press("Return")
        self.robot.wait()
        self.at_work()

    def at_work(self) -> None:
        """Take the scanner in hand, once somebody works."""
        if self.console.work is not None and not self._watched:
            self._watched = True
            self.robot.watch(self.work.shell.tasks)
            self.robot.hold(self.work.router)
            self.robot.wait()

    @property
    def notices(self) -> tuple[str, ...]:
        return tuple(f"{one.title} {one.text}" for one in self.work.shell.notices.waiting)

    def close(self) -> None:
        """End the program; again does nothing."""
        if not shiboken6.isValid(self.console.window):
            return
        self.console.window.close()
        self.robot.wait()
        self.console.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class MemoryKeyring(KeyringBackend):
    """A keyring that needs no desktop."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library types none of its backends
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    """The keyring of this computer, for the test alone."""
    before, mine = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(mine)
    yield mine
    keyring.set_keyring(before)


MakeOffice = Callable[..., Office]


@pytest.fixture
def office_of(tmp_path: Path, ring: MemoryKeyring) -> Iterator[MakeOffice]:
    """Opens consoles: `office_of(url)`; closed at the end, and then no thread of theirs is left."""
    before = set(threading.enumerate())
    made: list[Office] = []

    def make(
        url: str, folder: str = "desk", *, sample: bool = False, people: DeskPeople | None = None
    ) -> Office:
        office = Office(url, tmp_path / folder, sample=sample, people=people)
        made.append(office)
        return office

    yield make
    for office in made:
        office.close()
    words.set_language("en")
    theme.apply(application(["quai"]), theme.Scheme.LIGHT)
    left = {one for one in threading.enumerate() if one.is_alive()} - before
    assert {one.name for one in left if one.name == "feed"} == set()
