"""Labels of carriers while a desk works: asked for in the background, and what goes wrong is said at the desk that waits."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer

from app.domain.permissions import Permission
from app.qt.notices import Notice
from app.qt.screen import Shell
from app.qt.words import said, tr
from app.queries.label_purchases import OpenPurchase, open_purchases
from app.services.buying import ask_waiting
from app.services.context import Context
from app.services.desk_people import DeskPeople

ASK_EVERY_MS = 5_000
"""Answers come into folders unannounced: they are looked for so often, where anything is due."""
TOPICS = frozenset({"label_purchase", "everything"})

_log = logging.getLogger(__name__)


class LabelWatch(QObject):
    """Asks carriers in the name of whoever works here and may pack.

    Args:
        shell: The window's.
        people: Who is signed in here.
    """

    def __init__(self, shell: Shell, people: DeskPeople) -> None:
        super().__init__()
        self._shell, self._people = shell, people
        self._told: set[object] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(ASK_EVERY_MS)
        self._timer.timeout.connect(self.ask_now)
        self._timer.start()

    def _packer(self) -> Context | None:
        ctx = self._people.current
        return ctx if ctx is not None and Permission.SHIPMENT_PACK in ctx.rights else None

    def changed(self, topics: frozenset[str]) -> None:
        """News came: a label was asked for, answered or refused."""
        if topics & TOPICS:
            self.ask_now()
            self.look()

    def ask_now(self) -> None:
        """Ask the carriers whatever is due."""
        ctx = self._packer()
        if ctx is not None:
            self._shell.tasks.run(
                ask_waiting,
                ctx,
                owner=self,
                latest="carriers",
                lane="carriers",
                failed=lambda error: _log.info("%s", error),
            )

    def look(self) -> None:
        """See whether anything went wrong with the labels that were asked for at this desk."""
        ctx = self._packer()
        if ctx is None:
            return

        def work() -> tuple[OpenPurchase, ...]:
            with ctx.reading() as connection:
                return open_purchases(connection)

        self._shell.tasks.run(
            work, then=self._tell, failed=lambda error: _log.info("%s", error), owner=self, latest="labels"
        )

    def _tell(self, found: tuple[OpenPurchase, ...]) -> None:
        ctx = self._packer()
        for one in found:
            if ctx is None or one.desk != ctx.desk or one.awaited or not one.trouble:
                continue
            # A folder that is away is one trouble, however many labels wait for it.
            what: object = one.id if one.status == "failed" else one.trouble
            if what in self._told:
                continue
            self._told.add(what)
            head = tr(
                "No label for parcel {position} of {shipment}.", position=one.position, shipment=one.shipment
            )
            tone = "stop" if one.status == "failed" else "warn"
            self._shell.notices.add(
                Notice(tone, head, said(one.trouble), tr("Show it"), lambda one=one: self._show(one))  # type: ignore[misc]  # a lambda's default has no type
            )

    def _show(self, one: OpenPurchase) -> None:
        self._shell.go("shipments", one.shipment_id)

    def close(self) -> None:
        """The program ends."""
        self._timer.stop()
