"""A bench that works off scans and commands in one line, and stops everything at a wrong one until somebody has understood.

What arrives behind a STOP is kept and named. Each bench says itself what a scan means (`scanned`).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject

from app.domain.scan import Scan
from app.errors import AppError
from app.qt.benchkit import Shown, Stop, StopOverlay
from app.qt.words import said, tr
from app.queries.pages import Connection
from app.services.resolver import resolve
from app.views.base import View
from app.views.parts.packing_line import ScanLine
from app.views.parts.packing_stop import kept_words


class StoppingBench(View):
    """The line of steps and the STOP over it."""

    understood_id = ""
    """The command that acknowledges: behind a STOP it alone works."""

    def build(self) -> None:
        """Make the line; the STOP is made when it is first needed, over the window that there is then."""
        self.line = ScanLine()
        self.overlay: StopOverlay | None = None

    def scanned(self, scan: Scan, journal: int) -> None:
        """Do what a scan asks for; whoever answers says `self.line.done()`, or `self.stop(...)`."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Somebody has understood: show how things stand."""

    @property
    def stopped(self) -> bool:
        """Whether everything waits for "understood"."""
        return self.overlay is not None and self.overlay.stop is not None

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """Every scan is taken in its turn; behind a STOP it is kept and named."""
        step = self.line.add(lambda: self.scanned(scan, journal), scan.code[:40])
        if self.stopped:
            self._name_kept()

            def named(name: str) -> None:
                step.name = name or step.name
                self._name_kept()

            self.read(_name_of, scan.raw, then=named, failed=lambda _: None)
        return True

    def retranslate(self) -> None:
        """Name what waits in the language that is set now."""
        self._name_kept()

    def _name_kept(self) -> None:
        if self.overlay is not None and self.overlay.stop is not None:
            self.overlay.set_kept(kept_words(self.line.waiting))

    def stop(self, stop: Callable[[], Stop]) -> None:
        """Stop everything; ends the step that is under way."""
        window = self.window()
        if self.overlay is None or self.overlay.parentWidget() is not window:
            self.overlay = StopOverlay(window)
            self.overlay.installEventFilter(self)
            self.overlay.acknowledged.connect(self._understood)
        self.line.hold()
        self.overlay.show_stop(stop)
        self.shell.sounds.alarm()
        self.update_commands()
        self._name_kept()
        self.line.done()

    def stop_refused(self, error: AppError, code: str, where: Callable[[], str]) -> None:
        """A scan that could not be taken at all: the database did not answer, or another desk was first."""
        self.stop(
            lambda: Stop(
                title=tr("Stop: not done"),
                text=said(error),
                instruction=tr("Press Space, then try once more"),
                scanned=Shown(code[:60]),
                detail=tr("or scan the command card: Understood"),
                where=where(),
            )
        )

    def _understood(self) -> None:
        self.shell.sounds.acknowledged()
        self.go_on()
        self.setFocus()
        self.line.go_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Over a STOP no shortcut of the window works: every key comes to the overlay, which knows its own."""
        if watched is self.overlay and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def run(self, command_id: str) -> bool:
        """A command of the card waits for its turn like a scan; behind a STOP "understood" alone works."""
        action = self.actions_by_id.get(command_id)
        if action is None:
            return False
        if not self.stopped or command_id == self.understood_id:
            return super().run(command_id)
        self.line.add(lambda: self._run_kept(command_id), tr(action.command.text))
        self._name_kept()
        return True

    def _run_kept(self, command_id: str) -> None:
        with self.line.in_front():
            super().run(command_id)
        self.line.done()


def _name_of(connection: Connection, code: str) -> str:
    """How people call what was scanned."""
    return resolve(connection, code).label
