"""Work off the screen's thread: a function goes out, its result comes back as a call on the main thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from app.errors import AppError

THREADS = 2
"""As many as a desk has connections to the database."""


@dataclass(eq=False)
class _Job:
    work: Callable[[], Any]
    then: Callable[[Any], None] | None
    failed: Callable[[AppError], None] | None
    owner: QObject | None
    lane: str | None
    latest: tuple[int, str] | None
    ticket: int


class _Run(QRunnable):
    """Runs a job's work on a thread of the pool.

    It holds nothing that is to be destroyed on the main thread: signals and whoever is to be called stay there.
    """

    def __init__(self, tasks: Tasks, job: _Job) -> None:
        super().__init__()
        self._tasks = tasks
        self._ticket = job.ticket
        self._work = job.work

    def run(self) -> None:
        result: Any = None
        error: BaseException | None = None
        try:
            result = self._work()
        except BaseException as raised:  # noqa: BLE001 - every way it can end is told on the main thread
            error = raised
        if shiboken6.isValid(self._tasks):
            self._tasks.ended.emit((self._ticket, result, error))


class Tasks(QObject):
    """Runs functions on a small pool of threads and hands their results back on the main thread.

    `refused` tells of a refusal that nobody asked to hear of; `crashed` of an exception that is a bug.
    `busy` says how many jobs are under way or wait.
    """

    ended = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)
    busy = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._lanes: dict[str, deque[_Job]] = {}
        self._newest: dict[tuple[int, str], int] = {}
        self._tickets = 0
        self._jobs: dict[int, _Job] = {}
        """Those under way or waiting, by ticket."""
        self._closed = False
        self.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[..., Any],
        *args: Any,
        then: Callable[[Any], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
        owner: QObject | None = None,
        lane: str | None = None,
        latest: str | None = None,
    ) -> None:
        """Run `work(*args)` off the main thread.

        Args:
            work: What to do; it touches no widget.
            args: Its arguments.
            then: Called with the result on the main thread.
            failed: Called with the refusal instead; without it `refused` tells.
            owner: When it is gone by then, nobody is called.
            lane: Jobs of a lane run one after the other in the order they came: scans do.
            latest: Of jobs with this name and owner only the last one's result counts: a search while typing.
        """
        if self._closed:
            return
        self._tickets += 1
        newest = (id(owner), latest) if latest else None
        if newest:
            self._newest[newest] = self._tickets
        job = _Job(lambda: work(*args), then, failed, owner, lane, newest, self._tickets)
        self._jobs[job.ticket] = job
        self.busy.emit(len(self._jobs))
        if lane is not None:
            waiting = self._lanes.setdefault(lane, deque())
            waiting.append(job)
            if len(waiting) > 1:
                return
        self._pool.start(_Run(self, job))

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._jobs

    def close(self, wait_ms: int = 10_000) -> None:
        """Take no more work, and wait for what is under way; its results are dropped."""
        self._closed = True
        for waiting in self._lanes.values():
            for job in list(waiting)[1:]:  # the first of each lane is under way; those behind it never begin
                del self._jobs[job.ticket]
        self._lanes.clear()
        self._pool.waitForDone(wait_ms)

    def _end(self, ended: tuple[int, Any, BaseException | None]) -> None:
        ticket, result, error = ended
        job = self._jobs.pop(ticket)
        self.busy.emit(len(self._jobs))
        self._next_of(job.lane)
        if self._closed or (job.owner is not None and not shiboken6.isValid(job.owner)):
            return
        if job.latest is not None and self._newest.get(job.latest) != job.ticket:
            return
        if error is None:
            if job.then is not None:
                job.then(result)
        elif isinstance(error, AppError):
            (job.failed or self.refused.emit)(error)
        else:
            self.crashed.emit(error)

    def _next_of(self, lane: str | None) -> None:
        if lane is None or lane not in self._lanes:
            return
        waiting = self._lanes[lane]
        if waiting:
            waiting.popleft()
        if waiting:
            self._pool.start(_Run(self, waiting[0]))
        else:
            del self._lanes[lane]
