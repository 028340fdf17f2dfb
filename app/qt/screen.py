"""What a screen is, and the shell that it lives in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.permissions import Permission
from app.domain.scan import Scan
from app.integrations.printers import PRINTERS, PrinterKind
from app.qt import theme
from app.qt.commands import Action, commands_of
from app.qt.notices import Notices
from app.qt.scale import Scale
from app.qt.scanner import ScanRouter
from app.qt.sounds import Sounds
from app.qt.store import Store
from app.qt.tasks import Tasks


class Session(Protocol):
    """Who works here, as the kit needs to know it."""

    @property
    def actor(self) -> str:
        """The person's login."""

    @property
    def desk(self) -> str:
        """The desk's code."""

    @property
    def rights(self) -> frozenset[Permission]:
        """What the person may do."""


class Shell(QObject):
    """What every screen shares: work off the thread, messages, sounds, memory, the way to other screens.

    Signals:
        session_changed: another person works here now.
        went: (screen id, target) somebody wants to see another screen.
        told: a short sentence for the status bar; it stays until the next one.
        settings_changed: a setting of this desk was changed (its name in the store).
        person_wanted: somebody else wants to work here.
        weighed: what the desk's scale says changed, or the desk has another scale, or none any more.
        queued: papers of this desk wait for its printer; it need not be heard from the database first.
    """

    session_changed = Signal()
    went = Signal(str, object)
    told = Signal(str)
    settings_changed = Signal(str)
    person_wanted = Signal()
    weighed = Signal()
    queued = Signal()

    def __init__(self, session: Session, store: Store, sounds: Sounds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.store = store
        self.sounds = sounds
        self.tasks = Tasks(self)
        self.notices = Notices(self)
        self.tasks.refused.connect(self.notices.refused)
        self.router: ScanRouter | None = None
        self.scale: Scale | None = None
        """The scale of this desk; None where none is set, and weights are typed."""
        self.kinds: tuple[PrinterKind, ...] = PRINTERS
        """The kinds of printers that there are at this desk."""
        self.screens: tuple[type[Screen], ...] = ()
        """The screens that the window has, for what is said of all of them: command cards."""
        self._undo: Callable[[], None] | None = None

    def scan_key(self, journal: int) -> str:
        """The operation key of a scan, from its number in the desk's journal: what is done under it is done once."""
        return (
            self.router.operation_key(journal)
            if self.router is not None
            else f"{self.session.desk}:scan:{journal}"
        )

    def answered(self, journal: int, verdict: str) -> None:
        """Note in the journal what a scan turned out to be; what has no answer is shown after a crash."""
        if self.router is not None:
            self.router.answered(journal, verdict)

    def allows(self, right: Permission) -> bool:
        """Whether the person may."""
        return right in self.session.rights

    def become(self, session: Session) -> None:
        """Let another person go on here."""
        self.session = session
        self._undo = None
        self.session_changed.emit()

    def go(self, screen_id: str, target: object = None) -> None:
        """Show a screen; `target` is what it is to open (`Screen.open`)."""
        self.went.emit(screen_id, target)

    def tell(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say in the status bar what was done; `undo` is what Ctrl+Z does then."""
        self._undo = undo
        self.told.emit(text)

    def undo(self) -> bool:
        """Take the last thing back; False where there is nothing to."""
        undo, self._undo = self._undo, None
        if undo is None:
            return False
        undo()
        return True


class Screen(QWidget):
    """One screen.

    A subclass fills itself in `build`, reads in `refresh`, and takes what is scanned in `on_scan`. It is read when it is
    first shown, and again when one of its topics changed; while it is hidden it only remembers that it is stale.
    """

    id: ClassVar[str] = ""
    title: ClassVar[str] = ""
    """English, inside `mark(...)`."""
    icon: ClassVar[str] = ""
    group: ClassVar[str] = ""
    """The head it stands under in the rail, English, inside `mark(...)`."""
    home: ClassVar[str] = ""
    """The screen it is reached from: it stands in no rail by itself, and means nothing without a target."""
    topics: ClassVar[frozenset[str]] = frozenset()
    right: ClassVar[Permission | None] = None
    """Who sees it at all; None: everybody."""
    bench: ClassVar[bool] = False
    """Made for a bench: large type, one instruction, no mouse."""

    counted = Signal(int)
    """How many rows wait here, for the rail."""
    commands_changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.setObjectName(self.id)
        theme.follow(self)
        self._stale = True
        self._unsaid = False
        self._first: QWidget | None = None
        self.actions_by_id: dict[str, Action] = {
            one.id: Action(one, self, shell.allows) for one in commands_of(type(self))
        }
        shell.session_changed.connect(self._other_person)
        self.build()
        self.update_commands()

    def build(self) -> None:
        """Make the widgets, once."""

    def refresh(self) -> None:
        """Read again what is shown; off the main thread."""

    def retranslate(self) -> None:
        """Say everything that does not say itself in the language that is set now."""

    def open(self, target: object) -> None:
        """Show one thing: an order's id, say."""

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """Take what was scanned; False when it means nothing here. `journal` is its number in the desk's journal."""
        return False

    def can(self, command_id: str) -> bool:
        """Whether a command has something to be done to, rights apart."""
        return True

    def leave(self) -> bool:
        """Asked before the program ends or another person takes over; False keeps it (work would be lost)."""
        return True

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Further keys to be shown beside those of the commands: (key, English words)."""
        return ()

    def update_commands(self) -> None:
        """Grey what cannot be done now."""
        for name, action in self.actions_by_id.items():
            action.permit(self.can(name))
        self.commands_changed.emit()

    def run(self, command_id: str) -> bool:
        """Do a command by its name, as its button would; False when it is not there or greyed."""
        action = self.actions_by_id.get(command_id)
        if action is None or not action.isEnabled():
            return False
        action.trigger()
        return True

    def stale(self, topics: frozenset[str]) -> None:
        """Something changed in the database: read again if it concerns us, now or when next shown."""
        if not self.topics or not (topics & self.topics or "everything" in topics):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def setFocusProxy(self, widget: QWidget | None) -> None:
        """Say what gets the keyboard when the screen is shown.

        It is not Qt's own proxy: with that, Tab would come from the rail to this widget and leave out all before it.
        """
        self._first = widget

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to what gets it first."""
        if self._first is not None:
            self._first.setFocus(reason)
        else:
            super().setFocus(reason)

    def event(self, event: QEvent) -> bool:
        """A hidden screen says itself anew when it is next shown: a switch of the language then costs one screen, not all."""
        if event.type() == QEvent.Type.LanguageChange and not self.isVisible():
            self._unsaid = True
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Read when shown, where what is shown is old."""
        super().showEvent(event)
        theme.follow(self)
        if self._unsaid:
            self._unsaid = False
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))
        if self._stale:
            self._stale = False
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.commands_changed.emit()

    def _other_person(self) -> None:
        self.update_commands()
        self._stale = True
        if self.isVisible():
            self._stale = False
            self.refresh()

    def later(self, work: Callable[..., Any], *args: Any, **how: Any) -> None:
        """Run something off the main thread for this screen; see `Tasks.run`."""
        self.shell.tasks.run(work, *args, owner=self, **how)
