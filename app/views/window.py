"""The work: one screen at a time inside the frame, and everything that concerns all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import __version__
from app.domain.permissions import Permission
from app.domain.scan import Scan, ScanKind
from app.qt.feed import Feed
from app.qt.notices import Notice
from app.qt.screen import Screen, Shell
from app.qt.words import mark, tr
from app.queries.counts import waiting
from app.queries.intake import open_count
from app.queries.outbox import failed_count
from app.services.context import Context
from app.services.looking_up import look_up
from app.services.resolver import Resolved
from app.views.code_box import CodeBox
from app.views.frame import Messages, Rail, StatusBar, TopBar
from app.views.keys_sheet import KeysSheet
from app.views.palette import Palette
from app.views.parts.scale_words import Words, on_bar
from app.views.parts.scans import show_at_home
from app.views.table_screen import TableScreen


class Work(QWidget):
    """All of the window once somebody is signed in.

    Signals:
        person_wanted: the person's menu is wanted.
        badge: somebody showed a badge (its code).
    """

    person_wanted = Signal()
    badge = Signal(str)

    def __init__(self, shell: Shell, screens: Sequence[type[Screen]], feed: Feed | None) -> None:
        super().__init__()
        self.shell = shell
        self._kinds = shell.screens = tuple(screens)
        self._made: dict[str, Screen] = {}
        self._current: Screen | None = None
        self._bench = False
        self._feed = feed
        self._wanted: tuple[str, object] = ("", None)
        self._weight_said: Words | None = None
        self._coming = QTimer(self)
        self._coming.setSingleShot(True)
        self._coming.timeout.connect(lambda: self.go(*self._wanted))
        self._make_frame()
        self._make_actions()
        shell.went.connect(self.go)
        shell.told.connect(self.status.tell)
        shell.session_changed.connect(self._person_changed)
        shell.weighed.connect(self._show_scale)
        if feed is not None:
            feed.changed.connect(self._changed)
            feed.alive.connect(self._alive)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(400)
        self._counting.timeout.connect(self._count)
        self._person_changed()
        self._show_scale()

    def _make_frame(self) -> None:
        self.rail, self.top, self.status = Rail(), TopBar(), StatusBar()
        self.messages = Messages(self.shell.notices)
        self.stack = QStackedWidget()
        self.palette_box = Palette(self)
        self.code_box = CodeBox(self)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.messages)
        right.addWidget(self.stack, 1)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        whole.addLayout(middle, 1)
        whole.addWidget(self.status)
        self.rail.chosen.connect(lambda name: self.go(name, None))
        self.top.palette_wanted.connect(self.open_palette)
        self.top.person_wanted.connect(self.person_wanted)
        self.shell.person_wanted.connect(self.person_wanted)
        self.status.show_right(f"Quai {__version__}")

    def _make_actions(self) -> None:
        for key, act in (
            ("Ctrl+K", self.open_palette),
            ("Ctrl+B", lambda: self.code_box.begin(self.shell.router)),
            ("F8", self.shell.notices.acknowledge),
            ("F11", lambda: self.set_bench(not self._bench)),
            ("F1", self.show_keys),
            ("Ctrl+Z", self.undo),
            ("Alt+Left", self._back),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(act)
            self.addAction(action)
        self._past: list[str] = []

    # Screens

    def allowed(self) -> tuple[type[Screen], ...]:
        """The screens that the person may see."""
        return tuple(one for one in self._kinds if one.right is None or self.shell.allows(one.right))

    @property
    def current(self) -> Screen | None:
        """The screen that is shown."""
        return self._current

    def screen_of(self, screen_id: str) -> Screen | None:
        """A screen, made when it is first wanted; None where the person may not see it."""
        if screen_id not in self._made:
            kind = next((one for one in self.allowed() if one.id == screen_id), None)
            if kind is None:
                return None
            made = kind(self.shell)
            made.commands_changed.connect(self._show_keys)
            self._made[screen_id] = made
        return self._made[screen_id]

    def go(self, screen_id: str, target: object = None) -> None:
        """Show a screen, and on it what was asked for.

        The first time it comes in three steps, made, put in place and shown, with the window answering between them.
        """
        fresh = screen_id not in self._made
        screen = self.screen_of(screen_id)
        if screen is None:
            words = tr("You may not see this screen. Ask a supervisor.")
            self.shell.notices.add(Notice("warn", tr("Not allowed."), words))
            return
        self._coming.stop()
        self._wanted = (screen_id, target)
        placed = self.stack.indexOf(screen) >= 0
        if not placed and not fresh:
            self.stack.addWidget(screen)
            placed = (
                self.stack.currentWidget() is screen
            )  # the first of all is on show as soon as it is in place
        if placed:
            self._show(screen, target)
        else:
            self._coming.start()

    def _show(self, screen: Screen, target: object) -> None:
        if self._current is not None and self._current is not screen:
            self._past.append(self._current.id)
            del self._past[:-20]
        self._current = screen
        self.stack.setCurrentWidget(screen)
        self.set_bench(screen.bench)
        self.rail.choose(screen.home or screen.id)
        self._show_keys()
        self.setFocusProxy(screen)
        screen.setFocus()
        if target is not None:
            screen.open(target)
        self.shell.store.put("screen", screen.home or screen.id)

    def _back(self) -> None:
        if self._past:
            self.go(self._past.pop())
            if self._past:
                self._past.pop()

    def _show_keys(self) -> None:
        screen = self._current
        if screen is None:
            return
        keys = [
            (action.command.shortcut, action.command.text)
            for action in screen.actions_by_id.values()
            if action.command.shortcut and action.isEnabled() and action.command.button
        ]
        named = screen.keys()
        more = [(key, text) for key, text in named if _works(screen, key)]
        self.status.show_keys([("F1", mark("Keys")), *more, *keys][:6])

    def set_bench(self, on: bool) -> None:
        """Bench mode: the screen alone, without rail and bars of the office.

        A bench screen is in it by itself; whoever wants the rail beside it says so once a visit (F11).
        """
        self._bench = on
        for part in (self.rail, self.top, self.status):
            part.setVisible(not on)

    # News

    def _changed(self, topics: frozenset[str]) -> None:
        for screen in self._made.values():
            screen.stale(topics)
        self._counting.start()

    def _alive(self, alive: bool) -> None:
        if alive:
            self.top.connection.set(mark("Connected"), "good", "check-circle")
        else:
            self.top.connection.set(mark("No answer"), "stop", "disconnected")

    def _count(self) -> None:
        ctx = self.ctx

        def work() -> dict[str, int]:
            with ctx.reading() as connection:
                found = waiting(connection)
                if Permission.SHIPMENT_DELIVER in ctx.rights:
                    found["outbox"] = failed_count(connection)
                if Permission.ORDER_IMPORT in ctx.rights:
                    found["intake"] = open_count(connection)
                return found

        self.shell.tasks.run(work, then=self._counted, failed=lambda _: None, owner=self, latest="counts")

    def _counted(self, counts: dict[str, int]) -> None:
        self.rail.show_counts(counts)
        prints = counts.get("print-queue", 0)
        if prints:
            self.top.printer.set(mark("%n waiting"), n=prints)
        else:
            self.top.printer.set(mark("Printer idle"))

    def _show_scale(self) -> None:
        words = on_bar(self.shell.scale) if self.shell.scale is not None else None
        if words == self._weight_said:
            return  # some scales speak twenty times a second
        self._weight_said = words
        if words is not None:
            self.top.scale.set(words.text, words.tone, weight=words.weight)
        self.top.scale.setVisible(words is not None)

    # People

    @property
    def ctx(self) -> Context:
        """The person at this desk."""
        session = self.shell.session
        assert isinstance(session, Context)
        return session

    def _person_changed(self) -> None:
        allowed = self.allowed()
        self.status.tell("")
        self.rail.fill(allowed)
        desk = self.shell.session.desk
        self.top.desk.set(mark("Desk {code}") if desk else mark("No desk"), code=desk)
        seen = {one.id for one in allowed}
        self._past = [name for name in self._past if name in seen]
        for name in [name for name in self._made if name not in seen]:
            screen = self._made.pop(name)
            self.stack.removeWidget(screen)
            screen.deleteLater()
            if screen is self._current:
                self._current = None
        if self._current is None and allowed:
            wanted = self.shell.store.get("screen", "")
            self.go(wanted if wanted in seen else allowed[0].id)
        elif self._current is not None:
            self.rail.choose(self._current.home or self._current.id)
        self._count()

    def show_person(self, name: str, role: str) -> None:
        """Who works here now."""
        self.top.person.show_person(name, role)

    # Scans

    def take_scan(self, scan: Scan, journal: int, source: str = "") -> None:
        """What was scanned goes to the screen; what it does not take is looked up and shown where it is at home."""
        if scan.kind is ScanKind.PERSON:
            self.shell.answered(journal, "badge")
            self.badge.emit(scan.code)
            return
        screen = self._current
        if scan.kind is ScanKind.COMMAND and screen is not None:
            self.shell.answered(journal, "command")
            self._command(scan.code.removeprefix("CMD-").lower())
            return
        if screen is not None and screen.on_scan(scan, journal):
            return
        ctx = self.ctx.once(self.shell.scan_key(journal))
        year = date.today().year  # noqa: DTZ011 - the desk's own calendar

        def found(what: Resolved) -> None:
            self.shell.answered(journal, what.kind)
            self._found(what)

        self.shell.tasks.run(look_up, ctx, scan.raw, year, then=found, owner=self, lane="scans")

    def _command(self, command_id: str) -> None:
        screen = self._current
        if screen is None or not screen.run(command_id):
            words = tr("This command does nothing here: {command}.", command=command_id)
            self.shell.notices.add(Notice("warn", tr("Command card"), words))

    def _found(self, found: Resolved) -> None:
        show_at_home(self.shell, found)

    # Commands of the window

    def open_palette(self) -> None:
        """Search everything, do anything: Ctrl+K."""
        self.palette_box.begin(self)

    def commands(self) -> Iterator[tuple[str, str, str, Any]]:
        """What can be done now, for the palette: (words, key, icon, what does it)."""
        if self._current is not None:
            for action in self._current.actions_by_id.values():
                if action.isEnabled():
                    yield (
                        tr(action.command.text),
                        action.command.shortcut,
                        action.command.icon,
                        action.trigger,
                    )
        for kind in self.allowed():
            if kind.home:
                continue
            yield (
                tr("Go to {screen}", screen=tr(kind.title)),
                "",
                kind.icon,
                lambda name=kind.id: self.go(name),
            )
        yield tr("Keys of this screen"), "F1", "keyboard", self.show_keys
        yield tr("Bench mode, or the office again"), "F11", "bench", lambda: self.set_bench(not self._bench)
        yield tr("Language, colours, another person, sign out"), "", "person", self.person_wanted.emit

    def show_keys(self) -> None:
        """All keys of this screen: F1."""
        if self._current is not None:
            KeysSheet(self._current, self).open()

    def undo(self) -> None:
        """Take the last thing back, where there is something to."""
        if self._current is not None and self._current.run(f"{self._current.id}.undo"):
            return
        if not self.shell.undo():
            self.status.tell(tr("There is nothing to undo here."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._counting.start()
            self.status.tell("")  # it was said in the other language

    def leave(self) -> bool:
        """Whether every screen lets go."""
        return all(screen.leave() for screen in self._made.values())


def _works(screen: Screen, key: str) -> bool:
    """Whether a key that a screen names does something now: its command is possible, and what is done to a row has one."""
    actions = [one for one in screen.actions_by_id.values() if one.command.shortcut == key]
    if actions:
        return any(one.isEnabled() for one in actions)
    return (
        key not in ("Return", "Space") or not isinstance(screen, TableScreen) or screen.current() is not None
    )
