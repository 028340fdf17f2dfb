"""What is scanned before anybody works: a badge says who wants to sign in, and nothing else is done."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.scan import Scan, ScanKind
from app.errors import AppError
from app.qt.scanner import ScanRouter
from app.qt.store import Store
from app.qt.tasks import Tasks
from app.qt.words import said, tr
from app.views.desk_scanner import not_taken


class Door(QObject):
    """Takes the scans until the first person is in.

    Args:
        router: Where the scans of this desk come from.
        url: The database.
        store: What this desk remembers: the badges of those who worked here.
        tasks: Does the reading.

    Signals:
        turned_away: nobody was let in (what to say about it, whose badge it was or nothing).
    """

    turned_away = Signal(str, str)

    def __init__(self, router: ScanRouter, url: str, store: Store, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._router, self._url, self._store, self._tasks = router, url, store, tasks
        router.scanned.connect(self._scanned)
        router.refused.connect(self._refused)

    def shut(self) -> None:
        """Somebody works here from now on, and takes the scans."""
        self._router.scanned.disconnect(self._scanned)
        self._router.refused.disconnect(self._refused)

    def _scanned(self, scan: Scan, journal: int, source: str) -> None:
        self._router.answered(journal, "nobody")
        if scan.kind is ScanKind.PERSON:
            self._badge(scan.code)
        else:
            self.turned_away.emit(not_taken(scan), "")

    def _badge(self, code: str) -> None:
        """A file tells whose badge it is; of a server's people the desk knows those who worked here."""

        def work() -> str:
            from app.services.finding import holder

            return holder(self._url, code)

        def then(login: str) -> None:
            login = login or str(self._store.get("badges", {}).get(code, ""))
            unknown = tr(
                "It is not known here whose badge {code} is. Sign in with login and password.", code=code
            )
            self.turned_away.emit("" if login else unknown, login)

        def failed(error: AppError) -> None:
            self.turned_away.emit(said(error), "")

        self._tasks.run(work, then=then, failed=failed, owner=self)

    def _refused(self, scan: object, error: AppError) -> None:
        self.turned_away.emit(said(error), "")
