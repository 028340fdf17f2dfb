"""Printing the labels of many shipments as one job: how far it is, the way to stop it, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from app.errors import AppError
from app.qt.format import count
from app.qt.notices import Notice
from app.qt.words import said, tr, trn
from app.services.context import Context
from app.services.label_runs import LabelRun, parcels_to_label, print_labels
from app.views.base import View


class LabelPrinting(QObject):
    """One run at a time, off the main thread.

    Signals:
        went_on: how many labels are done, and of how many.

    Args:
        screen: Whose services and messages are used.
        show: Shows how far it is, with the way to stop it; no words: it is over.
        over: Called when it has ended.
    """

    went_on = Signal(int, int)

    def __init__(
        self,
        screen: View,
        show: Callable[[str, Callable[[], None] | None], None],
        over: Callable[[], None],
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._show = show
        self._over = over
        self._wanted = True
        self.running = False
        self.went_on.connect(self._say)

    def start(self, shipment_ids: Sequence[int], *, second_half: bool = False) -> None:
        """Make and print what is missing for these shipments."""
        if self.running:
            return
        self.running = self._wanted = True
        ids = tuple(shipment_ids)

        def work(ctx: Context) -> LabelRun:
            parcels = parcels_to_label(ctx, ids)

            def told(done: int) -> bool:
                self.went_on.emit(done, len(parcels))
                return self._wanted

            return print_labels(ctx, parcels, start=int(second_half), progress=told)

        self._show(tr("Printing labels"), self.stop)
        self._screen.do(work, then=self._done, failed=self._failed)

    def stop(self) -> None:
        """Make no further label; those that are made are printed."""
        self._wanted = False

    def _say(self, done: int, of: int) -> None:
        if self.running:
            self._show(tr("Labels: {done} of {all}", done=count(done), all=count(of)), self.stop)

    def _end(self) -> None:
        self.running = False
        self._show("", None)
        self._over()

    def _done(self, run: LabelRun) -> None:
        tell = self._screen.shell.tell
        if run.printed:
            tell(trn("%n labels sent to the printer as one job.", run.printed))
        elif not run.refused:
            tell(tr("No label is missing: F7 prints a copy."))
        if run.stopped:
            tell(tr("Stopped: what was made until then is printed."))
        for name, error in run.refused:
            self._screen.shell.notices.add(Notice("stop", name, said(error), cause=error))
        self._end()

    def _failed(self, error: AppError) -> None:
        self._screen.shell.notices.refused(error)
        self._end()
