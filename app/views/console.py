"""The program with its window: what is under the database's URL, who signs in, and then the work.

Heavy parts are read after the first paint, and off the main thread where they take longer than a moment.
"""

from __future__ import annotations

import gc
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from app import config
from app.errors import AppError, Refused
from app.qt import words
from app.qt.crash import Crashes
from app.qt.store import Store
from app.qt.tasks import Tasks
from app.services import kept_passwords
from app.views.main_window import MainWindow
from app.views.opening_page import OpeningPage

if TYPE_CHECKING:
    from app.services.context import Context
    from app.services.desk_people import DeskPeople
    from app.services.finding import Found
    from app.views.at_work import AtWork
    from app.views.crash_dialog import CrashDialog
    from app.views.desk_scanner import DeskScanner


class Console(QObject):
    """The program with its window, from the first paint to the last.

    Args:
        settings: What this desk works with.
        url: The database; the settings' own without it.
        folder: Where this desk keeps journal, drafts and window state.
        sample: Make the sample company where there is no database yet, without asking.
        people: Who is signed in at this desk; nobody without it.
        window: The window, where it is on the screen already.
    """

    def __init__(
        self,
        settings: config.Settings,
        url: str,
        folder: Path,
        *,
        sample: bool = False,
        people: DeskPeople | None = None,
        window: MainWindow | None = None,
    ) -> None:
        super().__init__()
        self.people = people
        self.settings, self.url, self.folder, self.sample = settings, url, folder, sample
        self.store = Store(folder / "window.ini")
        self.crashes = Crashes(self)
        self.tasks = Tasks(self)
        self.window = window or MainWindow()
        self.work: AtWork | None = None
        self.scanner: DeskScanner | None = None
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
        """Show the window, then read the rest of the program and look at the database."""
        self.window.show_page(self.page(OpeningPage))
        self.window.appear(self.store)
        QTimer.singleShot(0, self._listen)
        QTimer.singleShot(0, self.look)

    def _listen(self) -> None:
        """Take the scanner in hand before there is any field that it could type into."""
        from app.views.desk_scanner import DeskScanner
        from app.views.door import Door

        self.scanner = DeskScanner(self.store, self.folder, self.desk, self)
        self._door = Door(self.scanner.router, self.url, self.store, self.tasks, self)
        self._door.turned_away.connect(self._turned_away)

    def page(self, kind: type) -> Any:
        """A page before the work; there is one of each."""
        if kind not in self._pages:
            self._pages[kind] = made = kind()
            if kind is OpeningPage:
                return made
            from app.views.entrance import FirstRunPage, ProblemPage, SignInPage

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
        page.say(words.mark("Opening ..."))
        self.window.show_page(page)

        def work() -> Found:
            # The first import of SQLAlchemy takes a while; the window is painted by then.
            from app.services.finding import look

            return look(self.url)

        self.tasks.run(work, then=self._looked, failed=self._problem, owner=self)

    def _looked(self, found: Found) -> None:
        self._found = found
        if found.state == "none" and self.sample:
            self.make_sample()
        elif found.state in ("none", "empty"):
            from app.views.entrance import FirstRunPage

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

        self.page(OpeningPage).say(words.mark("Bringing the database up to date ..."))
        self.tasks.run(work, then=done, failed=self._problem, owner=self)

    def make_sample(self) -> None:
        """Make the sample company, and let its supervisor in."""
        from app.views.entrance import ProgressPage

        page: ProgressPage = self.page(ProgressPage)
        self.window.show_page(page)
        self._steps = steps = _Steps(self)
        steps.told.connect(page.show_step)

        def work() -> Context:
            from app.services.known_sample import LEADER, PASSWORD
            from app.services.opening import make_sample

            make_sample(self.url, steps.tell)
            return self._let_in(LEADER, PASSWORD)

        self.tasks.run(work, then=self.begin, failed=self._problem, owner=self)

    def make_own(self, name: str, login: str, password: str) -> None:
        """Make an empty database with its first administrator, and let them in."""
        from app.views.entrance import FirstRunPage

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

    def _ask_sign_in(self, found: Found, login: str = "", trouble: str = "") -> None:
        """Show the sign-in page, with the password where the keyring knows it (or everybody may), and what led there."""
        from app.views.entrance import SignInPage

        page: SignInPage = self.page(SignInPage)
        self.window.show_page(page)
        if self.work is not None:
            people = self.work.people
            page.show_others(people.logins, people.current is not None)

        def remembered() -> str:
            if found.sample:
                from app.services.known_sample import PASSWORD

                return PASSWORD
            return kept_passwords.kept(self.url, login) if login else ""

        def show(password: str) -> None:
            first = login or ("samir" if found.sample and self.work is None else "")
            page.begin(found.company or found.place, first, password, sample=found.sample)
            page.say(trouble)
            if self.work is None:
                self.tasks.run(_read_the_rest, owner=self)

        self.tasks.run(remembered, then=show, failed=lambda _: show(""), owner=self)

    def sign_in(self, login: str, password: str, keep: bool) -> None:
        """Let a person in, at the start or beside those who are at this desk already."""
        from app.views.entrance import SignInPage

        page: SignInPage = self.page(SignInPage)
        forget = page.kept and not keep

        def work() -> Context:
            context = self._let_in(login, password)
            if keep:
                kept_passwords.keep(self.url, login, password)
            elif forget:
                kept_passwords.forget(self.url, login)
            return context

        self.tasks.run(
            work, then=lambda context: self.begin(context, page.typed), failed=page.refused, owner=self
        )

    def _let_in(self, login: str, password: str) -> Context:
        """Sign somebody in, off the main thread; their connections are closed even if the program ends before they are used."""
        from app.services.sign_in import sign_in

        _read_the_rest()
        self._fresh = sign_in(self.url, login, password, desk=self.desk)
        return self._fresh

    def begin(self, context: Context, proved: bool = True) -> None:
        """Somebody is signed in: show the work, or let them take over; `proved` where they typed the password."""
        from app.views.at_work import AtWork
        from app.views.entrance import SignInPage

        assert self.scanner is not None
        self._fresh = None
        self.store.put("login", context.actor)
        page: SignInPage = self.page(SignInPage)
        page.setEnabled(True)
        page.forget()
        if self.work is None:
            self._door.shut()
            self.work = AtWork(
                context,
                self.store,
                self.scanner,
                self.crashes,
                self.settings,
                proved=proved,
                people=self.people,
            )
            self.work.sign_in_wanted.connect(self._another)
            self.work.resumed.connect(self._resume)
            self.work.turned_away.connect(self._turned_away)
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
            from app.services.finding import look

            return look(self.url)

        def failed(error: AppError) -> None:
            assert self._found is not None
            self._ask_sign_in(self._found, login, words.said(error))

        self.tasks.run(work, then=lambda found: self._ask_sign_in(found, login), failed=failed, owner=self)

    def _turned_away(self, text: str, login: str = "") -> None:
        """A scan did not let anybody in: say why, with the login of whose badge it was in its field."""
        from app.views.entrance import Page

        page = self.window.pages.currentWidget()
        if login and self._found is not None:
            self._ask_sign_in(self._found, login, text)
        elif isinstance(page, Page):
            page.say(text)

    # Problems

    def _problem(self, error: AppError) -> None:
        from app.views.entrance import ProblemPage

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
        if self.scanner is not None:
            self.scanner.close()
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


def _read_the_rest() -> None:
    """Read all screens and services, off the main thread: while somebody types a password, the work gets ready to open."""
    import app.services.sign_in
    import app.views.at_work  # noqa: F401 - to have read it is all

    # What was read stays to the end: Python need not walk through half a million things in search of rubbish, and stop us for it.
    gc.freeze()
