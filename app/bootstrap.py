"""Where the console is put together: settings, database, scanner, printer, window. Heavy parts are read after the first paint."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app import config
from app.errors import AppError
from app.qt import theme, words
from app.qt.crash import Crashes, Log
from app.qt.store import Store
from app.qt.tasks import Tasks
from app.views.entrance import FirstRunPage, OpeningPage, ProblemPage, ProgressPage, SignInPage
from app.views.main_window import MainWindow

if TYPE_CHECKING:
    from app.services.context import Context
    from app.services.opening import Found
    from app.views.at_work import AtWork

KEYRING = "Quai"
TOUR = "out/tour"
"""Where the tour goes that is played instead of a window."""
_log = logging.getLogger(__name__)


class Console(QObject):
    """The program with its window, from the first paint to the last.

    Args:
        settings: What this desk works with.
        url: The database; the settings' own without it.
        folder: Where this desk keeps journal, drafts and window state.
        sample: Make the sample company where there is no database yet, without asking.
    """

    def __init__(self, settings: config.Settings, url: str, folder: Path, *, sample: bool = False) -> None:
        super().__init__()
        self.settings, self.url, self.folder, self.sample = settings, url, folder, sample
        self.store = Store(folder / "window.ini")
        self.crashes = Crashes(self)
        self.tasks = Tasks(self)
        self.window = MainWindow()
        self.work: AtWork | None = None
        self._pages: dict[type, Any] = {}
        self._found: Found | None = None
        self.crashes.happened.connect(self._crashed)
        self.tasks.crashed.connect(self.crashes.report)
        self.tasks.refused.connect(self._problem)
        self.window.closing.connect(self._close)

    def start(self) -> None:
        """Show the window at once, then read the rest of the program and look at the database."""
        if (geometry := self.store.get_bytes("geometry")) is not None:
            self.window.restoreGeometry(geometry)
        self.window.show_page(self.page(OpeningPage))
        self.window.show()
        QTimer.singleShot(0, self.look)

    def page(self, kind: type) -> Any:
        """A page before the work; there is one of each."""
        if kind not in self._pages:
            self._pages[kind] = made = kind()
            if isinstance(made, ProblemPage):
                made.again.connect(self.look)
            elif isinstance(made, FirstRunPage):
                made.sample.connect(self.make_sample)
                made.own.connect(self.make_own)
            elif isinstance(made, SignInPage):
                made.wanted.connect(self.sign_in)
        return self._pages[kind]

    # The database

    def look(self) -> None:
        """See what is under the URL, and go on from there."""

        def work() -> Found:
            # The first import of SQLAlchemy takes half a second; the window is painted by then.
            from app.services.opening import look

            return look(self.url)

        self.tasks.run(work, then=self._looked, failed=self._problem, owner=self)

    def _looked(self, found: Found) -> None:
        self._found = found
        if found.state == "none" and self.sample:
            self.make_sample()
        elif found.state in ("none", "empty"):
            self.window.show_page(self.page(FirstRunPage))
        elif found.state == "old":
            self._upgrade()
        else:
            self._ask_sign_in(found)

    def _upgrade(self) -> None:
        """An older file is saved beside itself first, then brought to this program's schema."""

        def work() -> None:
            from app.services.opening import upgrade

            upgrade(self.url)

        self.page(OpeningPage).words.set(words.mark("Bringing the database up to date ..."))
        self.tasks.run(work, then=lambda _: self.look(), failed=self._problem, owner=self)

    def make_sample(self) -> None:
        """Make the sample company, and let its supervisor in."""
        page: ProgressPage = self.page(ProgressPage)
        self.window.show_page(page)
        steps = _Steps(self)
        steps.told.connect(page.show_step)

        def work() -> Context:
            from app.services.opening import make_sample
            from app.services.sample import LEADER, PASSWORD
            from app.services.sign_in import sign_in

            make_sample(self.url, steps.tell)
            return sign_in(self.url, LEADER, PASSWORD, desk=self.desk)

        self.tasks.run(work, then=self.begin, failed=self._problem, owner=self)

    def make_own(self, name: str, login: str, password: str) -> None:
        """Make an empty database with its first administrator, and let them in."""
        page: FirstRunPage = self.page(FirstRunPage)
        page.setEnabled(False)

        def work() -> Context:
            from app.services.opening import make
            from app.services.sign_in import owner_context, sign_in
            from app.services.users import first_admin

            make(self.url)
            owner = owner_context(self.url, desk=self.desk)
            try:
                first_admin(owner, login, name, password, words.language())
            finally:
                owner.db.close()
            return sign_in(self.url, login, password, desk=self.desk)

        def failed(error: AppError) -> None:
            page.setEnabled(True)
            page.refused(error)

        self.tasks.run(work, then=self.begin, failed=failed, owner=self)

    # People

    @property
    def desk(self) -> str:
        """The code of this desk; the computer's name where nobody gave one."""
        from platform import node

        return (
            self.settings.desk or self.store.get("desk", "") or (node().split(".")[0].upper() or "DESK")[:20]
        )

    def _ask_sign_in(self, found: Found) -> None:
        page: SignInPage = self.page(SignInPage)
        login = str(self.store.get("login", ""))
        self.window.show_page(page)

        def remembered() -> str:
            if found.sample:
                from app.services.sample import PASSWORD

                return str(PASSWORD)
            return _keyring_password(self.url, login) if login else ""

        def show(password: str) -> None:
            first = login or ("samir" if found.sample else "")
            page.begin(found.company, found.place, first, password, found.sample)

        self.tasks.run(remembered, then=show, failed=lambda _: show(""), owner=self)

    def sign_in(self, login: str, password: str, keep: bool) -> None:
        """Let a person in, at the start or beside those who are at this desk already."""
        page: SignInPage = self.page(SignInPage)

        def work() -> Context:
            from app.services.sign_in import sign_in

            context = sign_in(self.url, login, password, desk=self.desk)
            if keep:
                _keep_password(self.url, login, password)
            return context

        self.tasks.run(work, then=self.begin, failed=page.refused, owner=self)

    def begin(self, context: Context) -> None:
        """Somebody is signed in: show the work, or let them take over."""
        from app.views.at_work import AtWork

        self.store.put("login", context.actor)
        self.page(SignInPage).setEnabled(True)
        if self.work is None:
            self.work = AtWork(context, self.store, self.folder, self.crashes, self.settings)
            self.work.sign_in_wanted.connect(self._another)
            self.window.work = self.work.widget
        else:
            self.work.add(context)
        self.window.show_page(self.work.widget)

    def _another(self, login: str) -> None:
        """Another person wants to sign in at this desk."""
        if self._found is not None:
            self.page(SignInPage).begin(self._found.company, self._found.place, login, "", self._found.sample)
            self.window.show_page(self.page(SignInPage))

    # Problems

    def _problem(self, error: AppError) -> None:
        page: ProblemPage = self.page(ProblemPage)
        page.show_error(error)
        self.window.show_page(page)

    def _crashed(self, incident: str, line: str, text: str) -> None:
        from app.views.crash_dialog import CrashDialog

        CrashDialog(incident, line, text, self.window).open()

    def _close(self) -> None:
        self.store.put_bytes("geometry", self.window.saveGeometry())
        self.tasks.close()
        if self.work is not None:
            self.work.close()
        self.store.save()


class _Steps(QObject):
    """Carries the progress of long work to the main thread."""

    told = Signal(int, int, str)

    def tell(self, done: int, total: int, text: str) -> None:
        """Called on the working thread."""
        self.told.emit(done, total, text)


def _keyring_password(url: str, login: str) -> str:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(KEYRING, f"{login}@{url}") or ""
    except (KeyringError, RuntimeError) as error:
        _log.info("No keyring answers: %s", error)
        return ""


def _keep_password(url: str, login: str, password: str) -> None:
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(KEYRING, f"{login}@{url}", password)
    except (KeyringError, RuntimeError) as error:
        _log.warning("The keyring did not take the password: %s", error)


def application(arguments: list[str]) -> QApplication:
    """Qt's application in our clothes, once a process."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(arguments)
    app.setApplicationName(config.APPLICATION)
    app.setDesktopFileName("quai")
    QGuiApplication.setApplicationDisplayName("Quai")
    return app


def dress(app: QApplication, store: Store, language: str) -> None:
    """Language and scheme as this desk last chose them, else as the system has them."""
    words.set_language(str(store.get("language", "")) or language)
    chosen = str(store.get("scheme", ""))
    known = {one.value for one in theme.Scheme}
    theme.apply(app, theme.Scheme(chosen) if chosen in known else theme.scheme_of_system(app))


def has_display() -> bool:
    """Whether a window can be shown: on Linux a display server is named, or Qt is told to do without."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def without_display(sample: bool) -> int:
    """Play the tour off-screen where the sample company was asked for, else say what is missing; the exit status."""
    if not sample:
        print("There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set.", file=sys.stderr)
        return 1
    from app.cli import main

    print(
        f"There is no display here: the tour is played off-screen. Pictures and papers go to {TOUR}.",
        flush=True,
    )
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return main(["tour", "--out", TOUR])


def run(database: str | None = None, *, sample: bool = False) -> int:
    """Open the console and stay until it is closed; the exit status."""
    if not has_display():
        return without_display(sample)
    try:
        settings = config.load()
    except AppError as refusal:
        print(f"Refused: {refusal}", file=sys.stderr)
        return 1
    folder = Path(platformdirs.user_data_dir(config.APPLICATION, appauthor=False))
    log = Log(folder / "log")
    app = application(sys.argv[:1])
    console = Console(settings, database or settings.database, folder, sample=sample)
    dress(app, console.store, settings.language)
    console.crashes.catch()
    console.start()
    try:
        return int(app.exec())
    finally:
        log.close()


def command_line(arguments: list[str]) -> int:
    """Open the console as `main.py` was asked to: `[--database URL] [console] [--sample]`; the exit status."""
    parser = argparse.ArgumentParser(prog="main.py")
    parser.add_argument("--database", metavar="URL")
    parser.add_argument("command", nargs="?", choices=("console",))
    parser.add_argument("--sample", action="store_true")
    try:
        parsed = parser.parse_args(arguments)
    except SystemExit as stop:  # argparse's own way out: 0 for help, 2 for wrong usage
        return int(stop.code or 0)
    return run(parsed.database, sample=parsed.sample)
