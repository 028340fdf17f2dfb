"""A desk at work: the people signed in, news from the database, scanner and printer, around the window's screens."""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QObject, QTimer, Signal

from app.config import Settings
from app.domain.scan import Scan, ScanKind
from app.errors import AppError
from app.integrations.printers import PRINTERS, PrinterKind, with_kind
from app.qt import looks, theme
from app.qt.crash import Crashes
from app.qt.feed import Feed
from app.qt.notices import Notice
from app.qt.screen import Shell
from app.qt.sounds import Sounds
from app.qt.store import Store
from app.qt.tasks import Tasks
from app.qt.words import said, tr, trn
from app.queries.people import Person, person
from app.services.background import background_turn, mail_of
from app.services.context import Context
from app.services.desk_people import DeskPeople, NoPin, NotSignedIn, PinLocked, PinNeeded, PinWrong
from app.services.news import changes
from app.services.printing import print_waiting
from app.views.desk_scale import DeskScale
from app.views.desk_scanner import DeskScanner, not_taken
from app.views.help_watch import HelpWatch
from app.views.label_watch import LabelWatch
from app.views.person_menu import ROLES, PersonMenu, PinDialog
from app.views.screens import SCREENS
from app.views.window import Work

PRINT_EVERY_MS = 15_000
"""A printer that was away is tried again at least so often."""
BACKGROUND_EVERY_MS = 20_000
"""Jobs, carriers' folders and the outbox are looked after so often, and when news say that something waits."""

_log = logging.getLogger(__name__)


def kinds_of(platform: str) -> tuple[PrinterKind, ...]:
    """The kinds of printers of a system: where `lp` is not its way, its printers are reached through Qt."""
    if platform != "win32":
        return PRINTERS
    from app.qt.devices import SYSTEM  # what it takes to print is read only where it is used

    return with_kind(SYSTEM)


class AtWork(QObject):
    """Everything that lives from the first sign-in to the end of the program.

    Args:
        context: Who signed in first.
        store: What this desk remembers.
        scanner: Listens at this desk.
        crashes: Takes bugs.
        settings: What this desk works with.
        proved: The password was typed, and not taken from the keyring.
        people: Who is signed in at this desk; a fresh list without it.
        kinds: The kinds of printers that there are here; those of this system without it.

    Signals:
        sign_in_wanted: somebody wants to sign in beside those who are here (their login, or nothing).
        resumed: somebody works here again: the work is to be shown.
        turned_away: something was scanned while nobody's work is shown (what to say about it, whose badge it was or nothing).
    """

    sign_in_wanted = Signal(str)
    resumed = Signal()
    turned_away = Signal(str, str)

    def __init__(
        self,
        context: Context,
        store: Store,
        scanner: DeskScanner,
        crashes: Crashes,
        settings: Settings,
        *,
        proved: bool = True,
        people: DeskPeople | None = None,
        kinds: tuple[PrinterKind, ...] | None = None,
    ) -> None:
        super().__init__()
        self.store, self.scanner, self.settings = store, scanner, settings
        self.people = people or DeskPeople()
        self.people.add(context, proved=proved)
        self._pin: PinDialog | None = None
        self._greet = False
        self._heard_for = context.actor
        self.shell = Shell(context, store, Sounds(volume=int(store.get("volume", 70))), self)
        self.shell.kinds = kinds or kinds_of(sys.platform)
        self.shell.tasks.crashed.connect(crashes.report)
        self._take_scanner()
        self.scale = DeskScale(self.shell)
        self.feed = Feed(changes(context), self)
        self.widget = Work(self.shell, SCREENS, self.feed)
        self.widget.badge.connect(self.badge)
        self.widget.person_wanted.connect(self._person_menu)
        self.router.scanned.connect(self._scanned)
        self.shell.session_changed.connect(self._show_person)
        self.shell.session_changed.connect(self._listen)
        self.shell.told.connect(lambda _: self.people.worked())
        self.feed.changed.connect(self._changed)
        self._printing = QTimer(self)
        self._printing.setInterval(PRINT_EVERY_MS)
        self._printing.timeout.connect(self.print_now)
        self._printing.start()
        self._at_it = self._once_more = False
        self._aside = Tasks(self)
        """Threads of their own: a mail server that lets us wait must not keep a scan waiting."""
        self._aside.crashed.connect(crashes.report)
        self._background = QTimer(self)
        self._background.setInterval(BACKGROUND_EVERY_MS)
        self._background.timeout.connect(self.work_on)
        if settings.background:
            self._background.start()
        self._person = Person(context.actor, context.actor, "", (), "")
        self._show_person()
        self.help = HelpWatch(self.shell)
        self.feed.changed.connect(self.help.changed)
        self.labels = LabelWatch(self.shell, self.people)
        self.feed.start()
        self.print_now()
        self.labels.look()
        self._tell_unanswered()

    @property
    def ctx(self) -> Context:
        """Who works now."""
        assert isinstance(self.shell.session, Context)
        return self.shell.session

    # Scanner

    def _take_scanner(self) -> None:
        self.router = self.shell.router = self.scanner.router
        self.shell.settings_changed.connect(self._setting_changed)
        self.shell.queued.connect(self.print_now)
        self.router.repeated.connect(self._repeated)
        self.router.fault.connect(self._wrong_layout)
        self.router.refused.connect(lambda scan, error: self.shell.notices.refused(error))
        self.scanner.silent.connect(self._port_silent)
        if self.scanner.trouble:
            self._port_silent(self.scanner.trouble)

    def _port_silent(self, why: str) -> None:
        text = tr("{why} It is tried again by itself.", why=said(why))
        self.shell.notices.add(Notice("warn", tr("The scanner's port does not answer."), text))

    def _setting_changed(self, name: str) -> None:
        if name == "language":
            self.speak(str(self.store.get("language", "")))
        elif name == "scheme":
            self.colour(str(self.store.get("scheme", "light")))
        elif name == "volume":
            self.shell.sounds.set_volume(int(self.store.get("volume", 70)))
        elif name in ("wedge", "serial"):
            self.scanner.set_up()

    def _scanned(self, scan: object, journal: int, source: str) -> None:
        assert isinstance(scan, Scan)
        if self._pin is not None or not self.widget.isVisible():
            self._scanned_by_nobody(scan, journal)
            return
        self.people.worked()
        self.widget.take_scan(scan, journal, source)

    def _scanned_by_nobody(self, scan: Scan, journal: int) -> None:
        """Who works is not settled: a badge settles it, and nothing else is done in anybody's name."""
        if scan.kind is ScanKind.PERSON:
            if self._pin is not None:
                self._pin.reject()
            self.shell.answered(journal, "badge")
            self.badge(scan.code)
            return
        self.shell.answered(journal, "nobody")
        self.shell.sounds.play("stop")
        self.turned_away.emit(not_taken(scan), "")

    def _repeated(self, scan: object) -> None:
        code = getattr(scan, "code", "")
        self.shell.tell(
            tr("{code} came twice within a moment and counts once.", code=code), self.router.confirm
        )

    def _wrong_layout(self, scan: object) -> None:
        text = tr(
            "It types for another keyboard. The code was read rightly; have the scanner set to this desk's layout."
        )
        self.shell.notices.add(Notice("warn", tr("Scanner setting."), text))

    def _tell_unanswered(self) -> None:
        """Scans that nobody answered before the program ended are named, and asked again by whoever decides to scan again."""
        left = self.router.unanswered()
        for entry in left:
            self.router.answered(entry.no, "told")
        if left:
            codes = ", ".join(entry.code for entry in left[:5])
            text = trn(
                "%n scans were not answered when the program ended: {codes}. Look, and scan again.",
                len(left),
                codes=codes,
            )
            self.shell.notices.add(Notice("warn", tr("Before the last end."), text))

    # News and printer

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & {"print_job", "everything"}:
            self.print_now()
        if topics & {"job", "outgoing_message", "everything"} and self._background.isActive():
            self.work_on()
        self.labels.changed(topics)

    def work_on(self) -> None:
        """Do what waits besides, in the name of whoever works here and as far as they may: jobs, folders, the outbox."""
        ctx = self.people.current
        if ctx is None:
            return
        if self._at_it:  # what came up meanwhile is looked for once more when this turn is over
            self._once_more = True
            return
        self._at_it, self._once_more = True, False
        self._aside.run(
            background_turn,
            ctx,
            mail_of(self.settings.mail),
            owner=self,
            then=lambda _: self._turn_over(),
            failed=self._turn_over,
        )

    def _turn_over(self, error: AppError | None = None) -> None:
        if error is not None:
            _log.info("%s", error)
        self._at_it = False
        if self._once_more and error is None:
            self.work_on()

    def print_now(self) -> None:
        """Send what waits for this desk's printers, in the name of whoever works here."""
        ctx = self.people.current
        if ctx is None:
            return
        self.shell.tasks.run(
            print_waiting,
            ctx,
            self.shell.kinds,
            owner=self,
            latest="print",
            lane="print",
            failed=lambda error: _log.info("%s", error),
        )

    # People

    def add(self, context: Context, *, proved: bool = True) -> None:
        """Somebody signed in beside the others and works now; `proved` where the password was typed."""
        before = self.ctx
        self.people.add(context, proved=proved)
        self.shell.notices.clear()
        self.shell.become(context)
        if before.actor not in self.people.logins:
            before.db.close()  # what still ran when they signed out may have opened it once more

    def badge(self, code: str) -> None:
        """A badge was shown: its holder works now, after the PIN where it is needed."""
        self._switch(code, None)

    def _switch(self, code: str, pin: str | None) -> None:
        def failed(error: AppError) -> None:
            if isinstance(error, PinNeeded):
                self._ask_pin(str(error.facts["name"]), code)
                return
            if self._pin is not None:
                if isinstance(error, PinWrong) and error.facts["left"]:
                    self._pin.refuse(error)
                    return
                self._pin.reject()
            if not self.widget.isVisible():
                self.turned_away.emit(said(error), str(error.facts.get("login", "")))
            elif isinstance(error, NotSignedIn | PinLocked | NoPin | PinWrong):
                self.shell.notices.refused(
                    error, tr("Sign in"), lambda: self.sign_in_wanted.emit(str(error.facts["login"]))
                )
            else:
                self.shell.notices.refused(error)

        self.shell.tasks.run(
            self.people.switch, code, pin, then=self._become, failed=failed, owner=self, lane="people"
        )

    def _ask_pin(self, name: str, code: str) -> None:
        dialog = self._pin = PinDialog(name, self.widget.window())
        dialog.given.connect(lambda typed: self._switch(code, typed))
        dialog.finished.connect(self._pin_over)
        dialog.open()

    def _pin_over(self) -> None:
        self._pin = None

    def _become(self, context: Context) -> None:
        if self._pin is not None:
            self._pin.accept()
        self.shell.notices.clear()
        self.shell.become(context)
        self._greet = True
        self.resumed.emit()

    def _listen(self) -> None:
        """News come through the line of somebody who is here."""
        if self._heard_for not in self.people.logins:
            self._heard_for = self.ctx.actor
            self.feed.listen_to(changes(self.ctx))

    def _show_person(self) -> None:
        ctx = self.ctx

        def work() -> Person:
            with ctx.reading() as connection:
                return person(connection, ctx.actor)

        self.shell.tasks.run(work, then=self._shown, failed=lambda _: None, owner=self, latest="person")

    def _shown(self, found: Person) -> None:
        self._person = found
        if found.badge:
            self.store.put("badges", {**self.store.get("badges", {}), found.badge: found.login})
        roles = ", ".join(tr(ROLES[role]) for role in found.roles if role in ROLES)
        self.widget.show_person(found.name, roles or tr("Owner of the file"))
        self.widget.status.show_right(f"{found.company}   Quai" if found.company else "Quai")
        if self._greet:
            self._greet = False
            self.shell.tell(tr("{name} works here now.", name=found.name or found.login))

    def _person_menu(self) -> None:
        menu = PersonMenu(self._person, self.people.logins, self.widget)
        menu.language.connect(self.speak)
        menu.scheme.connect(self.colour)
        menu.another.connect(lambda: self.sign_in_wanted.emit(""))
        menu.sign_out.connect(self.sign_out)
        menu.popup_under(self.widget.top.person)

    def sign_out(self) -> None:
        """The person goes; whoever else is signed in here has to show a badge or sign in."""
        if not self.widget.leave():
            return
        login = self.ctx.actor
        if login == self._heard_for:
            self.feed.stop()
            self._heard_for = ""
        self.shell.notices.clear()
        self.people.sign_out(login)
        self.sign_in_wanted.emit("")

    # Language and scheme

    def speak(self, language: str) -> None:
        """Switch the language; no work is lost, every screen says itself anew."""
        self.store.put("language", language)
        looks.speak(language)
        self._shown(self._person)

    def colour(self, scheme: str) -> None:
        """Switch the scheme."""
        self.store.put("scheme", scheme)
        looks.colour(theme.Scheme(scheme))

    def close(self) -> None:
        """The program ends: nothing half done is left."""
        self._printing.stop()
        self.scale.close()
        self._background.stop()
        self._aside.close()
        self.labels.close()
        self.feed.stop()
        self.shell.tasks.close()
        self.people.close()
        self.ctx.db.close()
        self.feed.close()
