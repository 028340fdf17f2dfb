"""The stage of the tour: the real console, worked by keys and scans alone, photographed in both languages, light and dark."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.config import Settings
from app.errors import AppError

if TYPE_CHECKING:
    from app.qt.robot import Robot
    from app.views.at_work import AtWork
    from app.views.console import Console

OFFICE, BENCH = (1440, 900), (1600, 900)
LOOKS = (("en", "light"), ("en", "dark"), ("fr", "dark"), ("fr", "light"))


class TourFailed(AppError):
    """The tour did not go as it is written: a step was refused, or a screen did not show what it should."""

    code = "tour.failed"


class Stage:
    """One desk on which the people of the tour work one after the other.

    Args:
        folder: Where pictures go (`pictures/NN-name-en-light.png`).
        url: The database.
        say: Takes a line for people.
        looks: The looks of each picture, (language, scheme).
    """

    def __init__(
        self, folder: Path, url: str, say: Callable[[str], None], looks: Sequence[tuple[str, str]] = LOOKS
    ) -> None:
        if "DISPLAY" not in os.environ and "WAYLAND_DISPLAY" not in os.environ:
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        # Read here: the other commands know nothing of Qt.
        from app.bootstrap import application, dress
        from app.qt import theme
        from app.qt.robot import Robot
        from app.views.console import Console

        self.folder, self.say, self.looks = folder, say, tuple(looks)
        self._pictures = 0
        self.files: list[str] = []
        app = application(["quai"])
        self.console: Console = Console(Settings(url, "PACK-1", "en"), url, folder / "desk")
        dress(app, self.console.store, "en")
        theme.apply(app, theme.Scheme.LIGHT)
        self.robot: Robot = Robot(self.console.window, self.console.tasks)
        self.console.start()
        self.robot.wait()

    @property
    def work(self) -> AtWork:
        """The desk at work.

        Raises:
            TourFailed: nobody is signed in.
        """
        if self.console.work is None:
            raise TourFailed("Nobody is signed in.", hint="The sign-in page says why.")
        return self.console.work

    def sign_in(self, login: str, password: str) -> None:
        """Somebody signs in with login and password, by keyboard."""
        first = self.console.work is None
        if not first:
            self.work.sign_in_wanted.emit("")
            self.robot.wait()
        self.robot.wait(lambda: self.robot.focus.isEnabled())
        page = self.console.window.pages.currentWidget()
        page.login.setFocus()  # type: ignore[union-attr]  # the page before the work is the sign-in page by now
        self.robot.press("Ctrl+A")
        self.robot.type(login)
        self.robot.press("Tab", "Ctrl+A")
        self.robot.type(password)
        self.robot.press("Return")
        self.robot.wait(lambda: self.console.work is not None and self.work.ctx.actor == login)
        if first:
            self.robot.watch(self.work.shell.tasks)
            self.robot.hold(self.work.router)
        self.robot.wait()

    def go(self, screen_id: str) -> None:
        """Go to a screen by the palette: Ctrl+K, its name, Enter."""
        self.work.widget.go(screen_id)
        self.robot.wait()
        self.expect(screen_id)

    def expect(self, screen_id: str) -> None:
        """The screen that has to be there now.

        Raises:
            TourFailed: another one is.
        """
        current = self.work.widget.current
        if current is None or current.id != screen_id:
            shown = current.id if current is not None else "nothing"
            raise TourFailed(f"The screen {screen_id} should be there; {shown} is.", hint=self.waiting())

    def command(self, command_id: str) -> None:
        """Do a command of the screen that is shown.

        Raises:
            TourFailed: it is greyed, or was refused.
        """
        current = self.work.widget.current
        if current is None or not current.run(command_id):
            raise TourFailed(f"The command {command_id} is not possible.", hint=self.waiting())
        self.robot.wait()

    def screens(self) -> list[str]:
        """The screens that stand in the person's rail."""
        return [one.id for one in self.work.widget.allowed() if not one.home]

    def tab(self, tab_id: str) -> None:
        """Choose a tab of the table, with nothing searched for."""
        screen = self.work.widget.current
        screen.search_for("")  # type: ignore[union-attr]  # a screen with a table is shown
        screen.choose_tab(tab_id)  # type: ignore[union-attr]  # the same one
        self.robot.wait()

    def select(self, key: object) -> None:
        """Make a row of the table the current one.

        Raises:
            TourFailed: it is not there.
        """
        view = getattr(self.work.widget.current, "view", None)
        if view is None or not view.select_key(key):
            raise TourFailed(f"There is no row {key}.", hint=self.waiting())
        view.setFocus()
        self.robot.wait()

    def click(self, name: str) -> None:
        """Press a button of the screen by its attribute's name."""
        getattr(self.work.widget.current, name).click()
        self.robot.wait()

    def printer(self, document: str, kind: str, target: str) -> None:
        """Say on the settings where a kind of paper comes out.

        Raises:
            TourFailed: it was not kept.
        """
        line = self.work.widget.current.lines[document]  # type: ignore[union-attr]  # the settings are shown
        line.kind.setCurrentIndex(line.kind.findData(kind))
        self.robot.type(target)
        self.robot.press("Return")
        if line.row.refusal or line.target.text() != target:
            raise TourFailed(f"The printer {target} is not kept.", hint=line.row.refusal)

    def acknowledge(self) -> str:
        """Read what waits, and acknowledge all of it."""
        words = self.waiting()
        while self.work.shell.notices.waiting:
            self.robot.press("F8")
        return words

    def waiting(self) -> str:
        """What waits to be acknowledged, as one text."""
        return " / ".join(f"{one.title} {one.text}" for one in self.work.shell.notices.waiting)

    def settled(self) -> None:
        """Nothing may wait to be acknowledged.

        Raises:
            TourFailed: something does.
        """
        self.robot.wait()
        if self.work.shell.notices.waiting:
            raise TourFailed(f"A message waits: {self.waiting()}", hint="The pictures show the screen.")

    def picture(self, name: str, *, bench: bool = False) -> None:
        """Save the window as it is, in both languages, light and dark."""
        width, height = BENCH if bench else OFFICE
        self._pictures += 1
        for language, scheme in self.looks:
            self._look(language, scheme)
            file = f"pictures/{self._pictures:02d}-{name}-{language}-{scheme}.png"
            self.robot.grab(self.folder / file, width, height)
            self.files.append(file)
        self._look("en", "light")

    def gallery(self, screens: Sequence[str]) -> None:
        """Save a picture of each of these screens as it opens; the look changes once for all of them."""
        first = self._pictures + 1
        self._pictures += len(screens)
        for language, scheme in self.looks:
            self._look(language, scheme)
            for number, name in enumerate(screens, first):
                self.go(name)
                file = f"pictures/{number:02d}-{name}-{language}-{scheme}.png"
                self.robot.grab(self.folder / file, *OFFICE)
                self.files.append(file)
        self._look("en", "light")

    def _look(self, language: str, scheme: str) -> None:
        """Switch language and scheme where they are others; both take every widget of every screen."""
        from app.bootstrap import application
        from app.qt import theme, words

        if words.language() != language:
            if self.console.work is not None:
                self.work.speak(language)
            else:
                words.set_language(language)
        if theme.scheme().value != scheme:
            theme.apply(application([]), theme.Scheme(scheme))
        self.robot.wait()

    def close(self) -> None:
        """The day is over."""
        self.console.window.close()
        self.robot.wait()
