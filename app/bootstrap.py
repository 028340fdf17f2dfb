"""Where the console is put together: settings, database, scanner, printer, window. Heavy parts are read after the first paint."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app import config
from app.errors import AppError, Refused
from app.qt import theme, words
from app.qt.crash import Crashes, Log
from app.qt.store import Store
from app.qt.tasks import Tasks
from app.views.entrance import FirstRunPage, OpeningPage, ProblemPage, ProgressPage, SignInPage
from app.views.main_window import MainWindow

if TYPE_CHECKING:
    from app.services.context import Context
    from app.services.desk_people import DeskPeople
    from app.services.opening import Found
    from app.views.at_work import AtWork
    from app.views.crash_dialog import CrashDialog

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
        people: Who is signed in at this desk; nobody without it.
    """

    def __init__(
        self,
        settings: config.Settings,
        url: str,
        folder: Path,
        *,
        sample: bool = False,
        people: DeskPeople | None = None,
    ) -> None:
        super().__init__()
        self.people = people
        self.settings, self.url, self.folder, self.sample = settings, url, folder, sample
        self.store = Store(folder / "window.ini")
        self.crashes = Crashes(self)
        self.tasks = Tasks(self)
        self.window = MainWindow()
        self.work: AtWork | None = None
        self._pages: dict[type, Any] = {}
        self._found: Found | None = None
        self._fresh: Context | None = None
        self._saved: Path | None = None
        self._steps: _Steps | None = None
        self._crash: CrashDialog | None = None
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
                made.back.connect(self._resume)
        return self._pages[kind]

    # The database

    def look(self) -> None:
        """See what is under the URL, and go on from there."""
        page: OpeningPage = self.page(OpeningPage)
        page.words.set(words.mark("Opening ..."))
        self.window.show_page(page)

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
        elif found.state == "new":
            self._problem(
                Refused(
                    "This database was made by a newer program.",
                    hint="Install the newer program; nothing was written.",
                )
            )
        else:
            self._ask_sign_in(found, str(self.store.get("login", "")))

    def _upgrade(self) -> None:
        """An older file is saved beside itself first, then brought to this program's schema."""

        def work() -> Path:
            from app.services.opening import upgrade

            return upgrade(self.url)

        def done(saved: Path) -> None:
            self._saved = saved
            self.look()

        self.page(OpeningPage).words.set(words.mark("Bringing the database up to date ..."))
        self.tasks.run(work, then=done, failed=self._problem, owner=self)

    def make_sample(self) -> None:
        """Make the sample company, and let its supervisor in."""
        page: ProgressPage = self.page(ProgressPage)
        self.window.show_page(page)
        self._steps = steps = _Steps(self)
        steps.told.connect(page.show_step)

        def work() -> Context:
            from app.services.opening import make_sample
            from app.services.sample import LEADER, PASSWORD

            make_sample(self.url, steps.tell)
            return self._let_in(LEADER, PASSWORD)

        self.tasks.run(work, then=self.begin, failed=self._problem, owner=self)

    def make_own(self, name: str, login: str, password: str) -> None:
        """Make an empty database with its first administrator, and let them in."""
        page: FirstRunPage = self.page(FirstRunPage)
        page.setEnabled(False)

        def work() -> Context:
            from app.services.opening import make
            from app.services.sign_in import owner_context
            from app.services.users import first_admin

            make(self.url)
            owner = owner_context(self.url, desk=self.desk)
            try:
                first_admin(owner, login, name, password, words.language())
            finally:
                owner.db.close()
            return self._let_in(login, password)

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

    def _ask_sign_in(self, found: Found, login: str = "") -> None:
        """Show the sign-in page, with the password where the keyring knows it (or everybody may)."""
        page: SignInPage = self.page(SignInPage)
        self.window.show_page(page)
        if self.work is not None:
            people = self.work.people
            page.show_others(people.logins, people.current is not None)

        def remembered() -> str:
            if found.sample:
                from app.services.sample import PASSWORD

                return str(PASSWORD)
            return _keyring_password(self.url, login) if login else ""

        def show(password: str) -> None:
            first = login or ("samir" if found.sample and self.work is None else "")
            page.begin(found.company or found.place, first, password, sample=found.sample)

        self.tasks.run(remembered, then=show, failed=lambda _: show(""), owner=self)

    def sign_in(self, login: str, password: str, keep: bool) -> None:
        """Let a person in, at the start or beside those who are at this desk already."""
        page: SignInPage = self.page(SignInPage)
        forget = page.kept and not keep

        def work() -> Context:
            context = self._let_in(login, password)
            if keep:
                _keep_password(self.url, login, password)
            elif forget:
                _forget_password(self.url, login)
            return context

        self.tasks.run(
            work, then=lambda context: self.begin(context, page.typed), failed=page.refused, owner=self
        )

    def _let_in(self, login: str, password: str) -> Context:
        """Sign somebody in, off the main thread; their connections are closed even if the program ends before they are used."""
        from app.services.sign_in import sign_in

        self._fresh = sign_in(self.url, login, password, desk=self.desk)
        return self._fresh

    def begin(self, context: Context, proved: bool = True) -> None:
        """Somebody is signed in: show the work, or let them take over; `proved` where they typed the password."""
        from app.views.at_work import AtWork

        self._fresh = None
        self.store.put("login", context.actor)
        page: SignInPage = self.page(SignInPage)
        page.setEnabled(True)
        page.forget()
        if self.work is None:
            self.work = AtWork(
                context,
                self.store,
                self.folder,
                self.crashes,
                self.settings,
                proved=proved,
                people=self.people,
            )
            self.work.sign_in_wanted.connect(self._another)
            self.work.resumed.connect(self._resume)
            self.work.turned_away.connect(page.say)
            self.window.work = self.work.widget
        else:
            self.work.add(context, proved=proved)
        self._resume()
        if self._saved is not None:
            self.work.shell.tell(
                words.tr(
                    "The database was brought up to date; as it was, it lies in {file}.",
                    file=str(self._saved),
                )
            )
            self._saved = None

    def _resume(self) -> None:
        """Somebody works here: show the work."""
        assert self.work is not None
        self.window.show_page(self.work.widget)

    def _another(self, login: str) -> None:
        """Another person wants to sign in at this desk."""

        def work() -> Found:
            from app.services.opening import look

            return look(self.url)

        def failed(error: AppError) -> None:
            assert self._found is not None
            self._ask_sign_in(self._found, login)
            self.page(SignInPage).say(words.said(error))

        self.tasks.run(work, then=lambda found: self._ask_sign_in(found, login), failed=failed, owner=self)

    # Problems

    def _problem(self, error: AppError) -> None:
        page: ProblemPage = self.page(ProblemPage)
        page.show_error(error)
        self.window.show_page(page)

    def _crashed(self, incident: str, line: str, text: str) -> None:
        from app.views.crash_dialog import CrashDialog

        # One at a time: a bug that comes again and again would bury the window; each is in the log.
        if self._crash is None:
            self._crash = CrashDialog(incident, line, text, self.window)
            self._crash.finished.connect(self._crash_seen)
            self._crash.open()

    def _crash_seen(self) -> None:
        self._crash = None

    def _close(self) -> None:
        self.store.put_bytes("geometry", self.window.saveGeometry())
        self.window.hide()
        if self._steps is not None:
            self._steps.stopped.set()
        self.tasks.close()
        if self._fresh is not None:
            self._fresh.db.close()
        if self.work is not None:
            self.work.close()
        self.store.save()


class _Steps(QObject):
    """Carries the progress of long work to the main thread."""

    told = Signal(int, int, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stopped = threading.Event()

    def tell(self, done: int, total: int, text: str) -> None:
        """Called on the working thread.

        Raises:
            Refused: the program ends; the work is given up.
        """
        if self.stopped.is_set():
            raise Refused("The program ends.")
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


def _forget_password(url: str, login: str) -> None:
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.delete_password(KEYRING, f"{login}@{url}")
    except (KeyringError, RuntimeError) as error:
        _log.warning("The keyring did not forget the password: %s", error)


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
